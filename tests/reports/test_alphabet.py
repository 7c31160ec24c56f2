"""Names in the order in which a reader looks for them."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.cases import on, titled
from tests.reports.test_html import SITE
from tracker.reports.alphabet import alphabetical
from tracker.reports.html.frame import Here
from tracker.reports.html.listing import leagues_of, overview

# By the dictionary, worked by hand.
IN_ORDER = [
    *("12-мектеп", "Astana Opera", "UNICEF", "Абай облысы", "Ақмола облысы"),
    *("Алматы", "Әділет министрлігі", "Бас прокуратура", "Ғылым комитеті"),
    *("Денсаулық сақтау министрлігі", "Еңбек министрлігі", "Ёлка", "Жамбыл облысы"),
    *("Индустрия министрлігі", "Йод", "Қарағанды облысы", "Қаржы министрлігі"),
    *("Мәдениет министрлігі", "Оқу-ағарту министрлігі", "Өнеркәсіп министрлігі"),
    *("Сыртқы істер министрлігі", "Ұлттық банк", "Үкімет аппараты", "Һарам"),
    *("Цифрлық даму министрлігі", "Ырғыз ауданы", "Ішкі істер министрлігі"),
    *("Экология министрлігі", "Ясли"),
]


@given(st.permutations(IN_ORDER))
def test_kazakh_letters_stand_where_the_alphabet_has_them(names):
    assert sorted(names, key=alphabetical) == IN_ORDER


def test_capitals_and_composed_letters_make_no_other_place():
    names = ["Йод", "и", "Йод", "й", "Ё", "е", "ё"]

    ordered = sorted(names, key=alphabetical)

    assert ordered[0] == "е"
    assert {each.casefold() for each in ordered[1:3]} == {"ё"}
    assert ordered[3:5] == ["и", "й"]


@given(st.lists(st.text(max_size=4)))
def test_every_text_has_its_place(names):
    backwards = names[::-1]

    assert sorted(backwards, key=alphabetical) == sorted(names, key=alphabetical)


def test_the_filters_of_a_site_list_names_by_the_alphabet():
    day, owners = "2024-07-01", [*IN_ORDER[::-1], None]
    statuses = tuple(
        on(day, titled(key=f"t{number}", owner=name and {"kk": name}))
        for number, name in enumerate(owners)
    )
    site = replace(SITE, files={each.target.key: "x" for each in statuses})
    here = Here(site, "index.html", "kk")

    (page,) = overview(statuses, leagues_of(statuses), here, {})

    (filters,) = re.findall('<form class="filter".*?</form>', page.make(), re.DOTALL)
    found = re.findall(r'<option value="owner-[^"]+">(.*?)</option>', filters)
    assert found[:-1] == IN_ORDER
    assert found[-1] not in IN_ORDER
