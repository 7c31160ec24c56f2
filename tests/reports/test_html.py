"""Pages as HTML: whatever a text holds, it stays text; what may be a link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_actual
from tests.reports.cases import ledger_of, on, stated, titled
from tracker.domain import Source
from tracker.periods import Period
from tracker.progress.changes import changes
from tracker.reports.html.dataset import dataset_of_one
from tracker.reports.html.frame import Here, Site, slug, web_address
from tracker.reports.html.other_pages import changes_page, measured_page
from tracker.reports.html.rows import counts
from tracker.reports.html.target_page import Drawn, target_page

SITE = Site(
    as_of=date(2024, 6, 30),
    known_at=None,
    since=date(2024, 3, 31),
    head="0" * 64,
    front="en",
    files={"schools": "schools"},
)
DRAWN = Drawn("<svg></svg>", "<svg></svg>")
HOSTILE = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</script><script>alert(1)</script>",
            "</style></title><img src=x onerror=alert(1)>",
            "{{ 7*7 }}{% raw %}",
            "javascript:alert(1)",
            "\"' onmouseover=alert(1) x='\"",
            "<!--",
            "]]>&lt;&amp;",
            "\u202etxt.exe",
        ]
    ),
)


class Seen(HTMLParser):
    """The elements of a page with the names of their attributes, and its text."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.text = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, *(name for name, _ in attrs)))

    def handle_data(self, data):
        self.text.append(data)


def a_page(text, lang="en"):
    """The page of a target of which every text is this one."""
    said = replace(stated(), source=Source(title=text, url=text), note=text)
    target = titled(said, title={"en": text}, owner={"en": text})
    actual = an_actual(
        "2024-06-30", 40, source=text, url=text, item=text, note=text, author=text
    )
    status, ledger = on("2024-06-30", target, actual), ledger_of(target, actual)
    here = Here(SITE, "targets/schools.html", lang)
    return target_page(status, ledger, DRAWN, here, dataset_of_one(status, here))


@given(HOSTILE)
def test_no_text_becomes_markup(text):
    plain, seen = Seen(a_page("plain")), Seen(a_page(text))

    linked = {("a", "href", "rel")} if web_address(text) else set()
    assert [each for each in seen.elements if each not in linked] == plain.elements


@given(HOSTILE)
def test_every_text_is_shown_as_it_is(text):
    def without_breaks(raw):
        return "".join(raw.replace("\0", "").split())

    # HTML has no character of number 0, and one kind of line break.
    shown = without_breaks("".join(Seen(a_page(text)).text))
    assert without_breaks(text) in shown


@pytest.mark.parametrize(
    "text", ["https://a.kz/x?y=1#z", "http://a.kz", "https://қала.қаз/бет"]
)
def test_addresses_of_the_web_are_links(text):
    assert web_address(text) == text
    assert f'<a href="{text}" rel="noopener noreferrer">' in a_page(text)


@pytest.mark.parametrize(
    "text",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>"),
        *("file:///etc/passwd", "//evil.example", "https:evil", "https://", ""),
        *("https://a b", 'https://a"onclick', "http://[", "\thttps://a.kz", "x.kz"),
    ],
)
def test_anything_else_stays_text(text):
    assert web_address(text) is None


def test_the_front_language_lies_at_the_root():
    here = Here(SITE, "targets/schools.html", "kk")

    assert here.path == "kk/targets/schools.html"
    assert here.to("index.html") == "../index.html"
    assert here.to("targets/schools.html", "en") == "../../targets/schools.html"
    assert here.to_file("data/status.csv") == "../../data/status.csv"


def test_names_of_pages_are_ascii_and_differ_where_texts_do():
    names = {slug(each) for each in ("Жайлы мектеп", "Жайлы  мектеп", "A b", "A-b")}

    assert len(names) == 4
    assert all(each.isascii() for each in names)


def body(text):
    """A page from its first words to its script."""
    return text[text.index("<body>") :].partition("<script>")[0]


@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
def test_how_it_is_measured_as_it_stands(lang, snapshot):
    text = measured_page(Here(SITE, "measured.html", lang))

    snapshot(body(text), f"measured.{lang}.html")


@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
def test_a_target_as_it_stands(lang, snapshot):
    snapshot(body(a_page("A & B", lang)), f"target.{lang}.html")


def text_of_changes(*told, lang="en"):
    """The page of what changed, of targets with their actuals, its words in a row."""
    ledgers = [ledger_of(target, *actuals) for target, *actuals in told]
    now = [on("2024-06-30", *each) for each in told]
    page = changes_page(
        changes(ledgers, now, SITE.since), Here(SITE, "changes.html", lang)
    )
    return " ".join("".join(f"{each} " for each in Seen(page).text).split())


def test_a_young_database_lists_what_it_has_instead_of_nothing():
    page = text_of_changes((titled(), an_actual("2024-03-31", 20)))

    assert "The database begins on 18 March 2025" in page
    assert "New actuals None." in page
    # 20 of the 24.7 that were planned.
    assert "Schools opened 18 Mar 2025 1 statement, 1 report ▲ at risk" in page


def test_a_rating_of_before_the_database_says_how_it_is_known():
    page = text_of_changes(
        (titled(), an_actual("2024-03-31", 25), an_actual("2024-06-30", 35))
    )

    # A quarter of the way on 31 March is on plan, 35 % in the middle is not.
    assert "Schools opened ● on track as known now ▼ off track" in page


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("en", "● on track data of 31 Mar 2024, stale"),
        ("kk", "● жоспарға сай 31.03.2024 дерегі, ескірген"),
        ("ru", "● по плану данные на 31.03.2024, устарели"),
    ],
)
def test_stale_figures_are_named_beside_their_rating(lang, note):
    monthly = titled(report_every=Period.MONTH)
    page = text_of_changes((monthly, an_actual("2024-03-31", 25)), lang=lang)

    assert note in page


def test_a_count_of_a_rating_tells_how_many_rest_on_stale_figures():
    monthly, here = titled(report_every=Period.MONTH), Here(SITE, "index.html", "en")
    old, fresh = an_actual("2024-03-31", 25), an_actual("2024-06-30", 50)
    found = counts([on("2024-06-30", monthly, each) for each in (old, fresh)], here)

    assert [(each.targets, each.stale) for each in found] == [(2, "1 stale")]
