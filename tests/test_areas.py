"""The areas of Kazakhstan: their codes, and their names in three languages."""

from __future__ import annotations

import pytest

from tracker.areas import AREAS, COUNTRY, is_code
from tracker.domain import LANGUAGES
from tracker.reports.areas import area_name


def test_there_are_17_regions_and_3_cities():
    cities = [code for code, names in AREAS.items() if names["ru"].startswith("город")]

    assert len(AREAS) == 20
    assert cities == ["KZ-71", "KZ-75", "KZ-79"]


def test_every_area_has_a_code_and_a_name_of_its_own_in_each_language():
    assert all(is_code(code) and code.startswith(COUNTRY) for code in AREAS)
    for lang in LANGUAGES:
        assert len({area_name(code, lang) for code in AREAS}) == 20


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("KZ-71", ("Astana (city)", "Астана қаласы", "город Астана")),
        ("KZ-61", ("Turkistan Region", "Түркістан облысы", "Туркестанская область")),
        ("UZ-TK", ("UZ-TK", "UZ-TK", "UZ-TK")),
    ],
)
def test_an_area_is_called_by_its_name_where_one_is_known(code, names):
    assert tuple(area_name(code, lang) for lang in LANGUAGES) == names


@pytest.mark.parametrize("text", ["kz-71", "KZ71", "KZ-", "KZ-7111", "KAZ-71", "71"])
def test_other_texts_are_no_codes(text):
    assert not is_code(text)
