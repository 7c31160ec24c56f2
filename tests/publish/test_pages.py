"""The pages as files: whole, light, and the same for every reader."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from tracker.charts.svg import PALETTE

MOST_BYTES = 150_000
ASTANA = "comfortable-schools-astana-b7436ee9.html"


class Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src")]


def pages(site):
    return [(each, each.read_text(encoding="utf-8")) for each in site.rglob("*.html")]


def test_every_link_leads_to_a_file_of_the_site_or_to_the_web(site):
    for file, text in pages(site):
        for link in Links(text).found:
            assert (
                link.startswith(("https://", "http://", "#", "data:"))
                or (file.parent / unquote(link)).is_file()
            ), (file, link)


def test_no_page_is_heavy(site):
    assert max(len(text.encode()) for _, text in pages(site)) <= MOST_BYTES


def test_only_the_style_and_the_script_of_the_page_may_run(site):
    for file, text in pages(site):
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)

        assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
        assert "unsafe" not in policy
        assert not re.search(r"\sstyle=|\son\w+=", text), file


def test_every_page_leads_to_itself_in_each_language(site):
    for _, text in pages(site):
        assert re.findall(r'hreflang="(\w\w)"', text) == ["en", "kk", "ru"]


def test_catalogues_of_data_find_the_files(site):
    text = (site / "targets/comfortable-schools.html").read_text()
    (block,) = re.findall(r"ld\+json\">(.*?)</script>", text)
    found = json.loads(block)

    assert (found["@type"], found["identifier"]) == ("Dataset", "comfortable-schools")
    assert [each["contentUrl"] for each in found["distribution"]] == [
        "../data/targets/comfortable-schools.json",
        "../data/targets/comfortable-schools.csv",
    ]


def test_the_style_gives_every_colour_of_a_picture(site):
    text = (site / "index.html").read_text()

    for name in PALETTE.values():
        assert text.count(f"--{name}:#") == 2 or name == "pale", name


def test_the_page_of_a_target_says_what_the_status_says(site):
    text = (site / "targets/comfortable-schools.html").read_text()
    words = " ".join(re.sub("<[^>]*>", " ", text).replace("\u00a0", " ").split())

    for said in (
        "105 of 217 schools on 31 December 2024: at risk, 23 behind plan; of the 369 "
        "first promised: off track, 103 behind.",
        "Why this rating: 81% of the change planned by then is achieved; below 95% is "
        "at risk.",
        "Restated on 2 September 2024 Source: The Astana Times, President&#39;s "
        "address 217 by 31 December 2025, goal Changed: 369 → 217",
        "31 Dec 2024 #1 105 schools 105 claimed Ministry of Enlightenment, Kazinform",
        "Chance 36% of meeting the goal, 217 schools by 31 December 2025",
        "Plan-fact 81.9%",
        "No figure was corrected or taken back.",
    ):
        assert said in words


def told(site, name):
    """The words of a page."""
    text = re.sub("<[^>]*>", " ", (site / name).read_text(encoding="utf-8"))
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("", "Part of: Comfortable schools opened"),
        ("kk/", "Мынаның бөлігі: Ашылған жайлы мектептер"),
        ("ru/", "Входит в: Открытые комфортные школы"),
    ],
)
def test_a_part_names_its_parent_once_and_by_its_title(site, lang, said):
    words = told(site, f"{lang}targets/{ASTANA}").partition("primeminister")[0]

    assert said in words
    assert words.count(said.partition(":")[0]) == 1


def test_a_ledger_without_actuals_does_not_end_with_one(site):
    assert "no actual has been recorded" in told(site, "targets/childrens-centres.html")
    assert "statement 1 and actual 1," in told(site, f"targets/{ASTANA}")


def test_a_list_explains_its_bars_and_forecasts_as_far_as_it_has_any(site):
    bars, forecast = "Bar: the part of the goal", "Forecast: chance of meeting"

    assert {bars, forecast} <= set(found_in(told(site, "index.html"), bars, forecast))
    assert found_in(told(site, "groups/rating-no-data.html"), bars, forecast) == []


def found_in(words, *texts):
    return [each for each in texts if each in words]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("ru/groups/area-kz-71-a43f1f97.html", "Город Астана"),
        ("groups/rating-no-data.html", "No data"),
    ],
)
def test_the_title_of_a_list_begins_with_a_capital_letter(site, page, title):
    text = (site / page).read_text(encoding="utf-8")

    assert f"<title>{title} – " in text
    assert text.partition("</h1>")[0].endswith(title)


def test_a_kazakh_day_is_kept_apart_from_the_value_before_it(site):
    words = told(site, "kk/targets/comfortable-schools.html")

    assert "+110 = 208 — 2024 жылғы 31 желтоқсанға дейін" in words
