"""The areas of Kazakhstan by their codes, and what such a code looks like.

Source: ISO 3166-2:KZ, as of 2022.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.domain import LANGUAGES, Texts

# Two letters for the country, then up to three of letters and digits.
_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")

# Each in the order of LANGUAGES.
_NAMES = {
    "KZ-10": ("Abai Region", "Абай облысы", "область Абай"),
    "KZ-11": ("Akmola Region", "Ақмола облысы", "Акмолинская область"),
    "KZ-15": ("Aktobe Region", "Ақтөбе облысы", "Актюбинская область"),
    "KZ-19": ("Almaty Region", "Алматы облысы", "Алматинская область"),
    "KZ-23": ("Atyrau Region", "Атырау облысы", "Атырауская область"),
    "KZ-27": (
        "West Kazakhstan Region",
        "Батыс Қазақстан облысы",
        "Западно-Казахстанская область",
    ),
    "KZ-31": ("Zhambyl Region", "Жамбыл облысы", "Жамбылская область"),
    "KZ-33": ("Zhetisu Region", "Жетісу облысы", "область Жетісу"),
    "KZ-35": ("Karaganda Region", "Қарағанды облысы", "Карагандинская область"),
    "KZ-39": ("Kostanay Region", "Қостанай облысы", "Костанайская область"),
    "KZ-43": ("Kyzylorda Region", "Қызылорда облысы", "Кызылординская область"),
    "KZ-47": ("Mangystau Region", "Маңғыстау облысы", "Мангистауская область"),
    "KZ-55": ("Pavlodar Region", "Павлодар облысы", "Павлодарская область"),
    "KZ-59": (
        "North Kazakhstan Region",
        "Солтүстік Қазақстан облысы",
        "Северо-Казахстанская область",
    ),
    "KZ-61": ("Turkistan Region", "Түркістан облысы", "Туркестанская область"),
    "KZ-62": ("Ulytau Region", "Ұлытау облысы", "область Ұлытау"),
    "KZ-63": (
        "East Kazakhstan Region",
        "Шығыс Қазақстан облысы",
        "Восточно-Казахстанская область",
    ),
    "KZ-71": ("Astana (city)", "Астана қаласы", "город Астана"),
    "KZ-75": ("Almaty (city)", "Алматы қаласы", "город Алматы"),
    "KZ-79": ("Shymkent (city)", "Шымкент қаласы", "город Шымкент"),
}

# By its code the name of each area in each language.
AREAS: Mapping[str, Texts] = {
    code: dict(zip(LANGUAGES, names, strict=True)) for code, names in _NAMES.items()
}
COUNTRY = "KZ"


def is_code(text: str) -> bool:
    """Whether a text has the form of a code of ISO 3166-2, known or not."""
    return _CODE.fullmatch(text) is not None
