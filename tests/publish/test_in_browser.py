"""The site as a reader has it: in Chromium, from a folder, without a network."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from tests.publish.conftest import PWN, TITLE, TOLD

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
PAGES = (
    "index.html",
    "targets/comfortable-schools.html",
    "targets/school-aid.html",
    "changes.html",
    "measured.html",
    "groups/rating-off-track.html",
)
NARROW, WIDE = 320, 1280
VIEWS = (
    *(("", NARROW, "light"), ("", NARROW, "dark")),
    *(("", WIDE, "light"), ("", WIDE, "dark")),
    *(("kk/", NARROW, "dark"), ("kk/", WIDE, "light")),
    *(("ru/", NARROW, "light"), ("ru/", WIDE, "dark")),
)
SAY = "() => axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)"


def violations(page):
    page.evaluate(AXE)
    return [(each["id"], each["nodes"][0]["html"]) for each in page.evaluate(SAY)]


@pytest.mark.parametrize(("lang", "width", "scheme"), VIEWS)
def test_every_page_is_accessible_and_asks_for_nothing(
    site, visit, lang, width, scheme
):
    seen = visit(site / f"{lang}index.html", width, scheme)
    page = seen.page
    for name in PAGES:
        seen.requests.clear()
        page.goto((site / lang / name).as_uri())

        assert violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") == width, name
        assert len(seen.requests) == 1, name
    assert seen.complaints == []


@pytest.mark.parametrize("name", ["index.html", "ru/groups/by-programme.html"])
def test_no_column_of_a_league_hides_behind_the_edge_of_a_phone(site, visit, name):
    page = visit(site / name, NARROW).page

    hidden = "each => each.scrollWidth - each.clientWidth"
    tables = page.locator(".scroll").all()
    assert tables
    assert [each.evaluate(hidden) for each in tables] == [0] * len(tables)


def test_without_scripts_every_target_is_shown_and_no_filter(site, visit):
    page = visit(site / "index.html", java_script_enabled=False).page

    assert page.locator("table.targets tbody tr").count() == 17
    assert page.locator("form.filter").is_hidden()


def test_the_filter_narrows_the_list(site, visit):
    page = visit(site / "index.html").page
    page.get_by_role("combobox", name="Rating").select_option("off-track")

    shown = page.locator("tr[data-g]:visible")
    assert shown.count() == page.locator("tr[data-g*=off-track]").count() > 0
    page.get_by_role("searchbox").fill("KINDERGARTEN")
    assert shown.locator("a").all_inner_texts() == ["New kindergarten places"]
    assert page.locator("output").inner_text() == "shown: 1 / 17"


def test_pointing_at_a_chart_tells_the_value(site, visit):
    page = visit(site / "targets/comfortable-schools.html").page
    page.locator("svg.wide").hover()

    told = page.locator(".hover").inner_text().replace("\u00a0", " ")
    assert told == "31 Dec 2024: 105 schools, claimed"


def test_the_keyboard_skips_to_the_content(site, visit):
    page = visit(site / "index.html").page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_the_switch_leads_to_the_same_page_in_another_language(site, visit):
    page = visit(site / "targets/comfortable-schools.html").page
    page.get_by_role("link", name="Қазақша").click()

    assert page.url.endswith("/kk/targets/comfortable-schools.html")
    assert page.locator("html").get_attribute("lang") == "kk"
    assert page.locator("h1").inner_text() == "Ашылған жайлы мектептер"


PARTS = ("", "targets", "groups", "kk/targets")
STRANGERS = "iframe, i, b[onclick], math, img, use, foreignObject, style:not(head *)"
ATTRIBUTES = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
LINKS = "[...document.querySelectorAll('[href], [src]')].map(e => e.href || e.src)"


def test_hostile_texts_stay_text_on_every_page(hostile_site, visit):
    seen = visit(hostile_site / "index.html")
    page, told = seen.page, ""
    files = [file for part in PARTS for file in (hostile_site / part).glob("*.html")]
    assert len(files) > 7
    for file in files:
        seen.requests.clear()
        page.goto(file.as_uri())
        told += page.inner_text("body")

        assert page.evaluate("window.PWN") is None, file
        assert page.locator(STRANGERS).count() == 0, file
        scripts = page.locator("script:not([type]), script[type='text/javascript']")
        assert scripts.count() <= 1, file
        names = page.evaluate(ATTRIBUTES)
        assert [each for each in names if re.match("on|autofocus", each)] == [], file
        schemes = {each.partition(":")[0] for each in page.evaluate(LINKS)}
        assert schemes <= {"file", "data", "https"}, file
        assert seen.requests == [file.as_uri()]
    assert seen.complaints == []
    for text in (TITLE, *(TOLD[name] for name in ("--source", "--item", "--note"))):
        assert " ".join(text.split()) in " ".join(told.split())


def test_what_got_into_a_page_all_the_same_would_not_run(hostile_site, visit):
    seen = visit(hostile_site / "targets/hostile.html")
    page, failed = seen.page, []
    page.on("requestfailed", lambda each: failed.append((each.url, each.failure)))
    page.evaluate(
        """text => {
            document.body.insertAdjacentHTML("beforeend", text);
            const script = document.createElement("script");
            script.textContent = "window.PWN = 1";
            document.body.append(script);
            document.querySelector("a#injected").click();
        }""",
        f"<img src=https://evil.example/x onerror={PWN}><p onclick={PWN}>"
        f"<a id=injected href=javascript:{PWN}>x</a>",
    )

    assert page.evaluate("window.PWN") is None
    assert failed == [("https://evil.example/x", "csp")]
    assert sum("Content Security Policy" in each for each in seen.complaints) >= 4


def test_a_page_prints_in_black_on_white_without_its_menu(site, visit):
    page = visit(site / "targets/comfortable-schools.html", scheme="dark").page
    page.emulate_media(media="print")

    background = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    assert page.locator("header nav").first.is_hidden()
    assert page.locator("svg.wide").is_visible()
    assert page.pdf().startswith(b"%PDF")
