"""The areas of Kazakhstan as files of others name them: by code or in words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from tracker.areas import AREAS

# The codes of the national statistics office for regions and cities of their rank.
# KZONT, South Kazakhstan, is no region any more and stays a code.
_OFFICE = {
    "KZAKM": "KZ-11",
    "KZAKT": "KZ-15",
    "KZALM": "KZ-19",
    "KZATY": "KZ-23",
    "KZZAP": "KZ-27",
    "KZZHA": "KZ-31",
    "KZKAR": "KZ-35",
    "KZKUS": "KZ-39",
    "KZKZY": "KZ-43",
    "KZMAN": "KZ-47",
    "KZPAV": "KZ-55",
    "KZSEV": "KZ-59",
    "KZYUZ": "KZ-61",
    "KZVOS": "KZ-63",
    "KZNS": "KZ-71",
    "KZALA": "KZ-75",
    "KZSHY": "KZ-79",
}
# The capital's name until 2022.
_FORMER = {"г. Нур-Султан": "KZ-71", "Nur-Sultan": "KZ-71"}
_CITY = ("г", "город", "қаласы", "қ", "city")
_REGION = ("область", "обл", "облысы", "region", "oblast")
_WORD = re.compile(r"[\w-]+")


def area_of(text: str) -> str | None:
    """The code of the area that a cell names; None where it names none or several."""
    if text in AREAS:
        return text
    return _OFFICE.get(text) or _names().get(_bare(text))


@cache
def _names() -> dict[str, str]:
    """The areas by their bare names, as far as a name is that of one area only."""
    codes: dict[str, set[str]] = defaultdict(set)
    spelt = {name: code for code in AREAS for name in AREAS[code].values()}
    for name, code in (spelt | _FORMER).items():
        for bare in (_bare(name), _bare(name).removesuffix(" city")):
            codes[bare].add(code)
    return {name: one for name, (one, *more) in codes.items() if not more}


def _bare(text: str) -> str:
    """A name without what kind of area it is, but for a mark that it is a city."""
    words = _WORD.findall(text.replace("_", " ").casefold())
    name = " ".join(word for word in words if word not in (*_CITY, *_REGION))
    return f"{name} city" if any(word in _CITY for word in words) else name
