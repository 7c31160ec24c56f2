"""Laws for whatever stands in the file: it is read, or refused in sentences."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogue.texts import LEVEL, MILESTONE, QUOTA, SCHOOLS, a_file
from tracker.catalogue.read import TARGET_KEYS, load
from tracker.catalogue.statements import REVISION_KEYS
from tracker.domain import Target
from tracker.errors import CatalogueError

SCALARS = st.sampled_from(
    [
        *("0", "1", "-5", "98", "200", "1e-9", "0.5", "nan", "1e400", "true"),
        *('""', '"%"', '"school"', '"schools"', '"increase"', '"decrease"', '"step"'),
        *(
            '"cumulative"',
            '"periodic"',
            '"level"',
            '"milestone"',
            '"year"',
            '"\\u0007"',
        ),
        *("2024-01-01", "2024-09-02", "2025-12-31", "9999-12-31", "10:00:00"),
    ]
)
INNER_KEYS = st.sampled_from(
    [
        *("value", "add", "by", "on", "lower", "upper", "en", "ru", "other"),
        *("published", "KZ-71", "KZ-61", "KZ-7"),
    ]
)


def _inline(pairs: dict[str, str]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + " }"


VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(INNER_KEYS, inner, max_size=3).map(_inline)
    ),
    max_leaves=6,
)


def _lines(keys: tuple[str, ...]) -> st.SearchStrategy[str]:
    pairs = st.dictionaries(st.sampled_from([*keys, "x"]), VALUES, max_size=4)
    return pairs.map(
        lambda d: "\n".join(f"{key} = {value}" for key, value in d.items())
    )


def outcome(content: bytes) -> tuple[Target, ...] | list[str]:
    """The targets of a file, or what is said against it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "targets.toml"
        path.write_bytes(content)
        try:
            return load(path)
        except CatalogueError as error:
            return str(error).split("\n")


def is_told(said: tuple[Target, ...] | list[str]) -> bool:
    """Whether each line is a place and a sentence that a terminal can show."""
    place = re.compile(r"targets\.toml(:\d+)?: .")
    return all(place.match(each) and each.isprintable() for each in said)


@settings(deadline=None)
@given(
    _lines(TARGET_KEYS),
    st.sampled_from([SCHOOLS, QUOTA, LEVEL, MILESTONE]),
    _lines(REVISION_KEYS),
)
def test_any_target_is_read_or_refused_in_sentences(lines: str, usual: str, more: str):
    revision = f"[[targets.schools.revisions]]\n{more}" if more else ""
    said = outcome(a_file(lines, usual, then=revision).encode())

    assert isinstance(said, tuple) or is_told(said)


@settings(deadline=None)
@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_any_bytes_are_read_or_refused_in_sentences(content: bytes):
    said = outcome(content)

    assert said == () or is_told(list(said))
