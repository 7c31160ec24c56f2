"""Templates, style and script into one page that asks for nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tracker.reports.html.frame import Here
from tracker.reports.phrases import say
from tracker.reports.words import word

_TEMPLATES = Path(__file__).parent / "templates"


def page(template: str, here: Here, **values: object) -> str:
    """One page in the language of its place.

    Everything that values hold is text, and never markup, but for `drawing`.
    """
    lang = here.lang
    return (
        _templates()
        .get_template(template)
        .render(
            here=here,
            t=lambda phrase, **blanks: say(phrase, lang, **blanks),
            w=lambda key: word(key, lang),
            **values,
        )
    )


def data_block(found: object) -> Markup:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    for mark, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(mark, code)
    return Markup(text)  # noqa: S704  # of JSON's own marks none can end the element


def drawing(svg: str) -> Markup:
    """An element that `tracker.charts.svg` made: all words in it are escaped."""
    return Markup(svg)  # noqa: S704


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _read("style.css"), _read("script.js")
    made.globals |= {
        "style": Markup(style),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "policy": (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src "
            f"'{_hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'"
        ),
        "cap": lambda text: text[:1].upper() + text[1:],
        "stop": lambda text: text if text.endswith(".") else f"{text}.",
    }
    return made


def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a content security policy calls a text that may run."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
