"""The site as a reader has it: in Chromium, from a folder, without a network."""

from __future__ import annotations

from importlib.resources import files

import pytest

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


def test_hostile_texts_stay_text(hostile_site, visit):
    for name in ("index.html", "targets/hostile.html"):
        seen = visit(hostile_site / name)
        page = seen.page

        assert "<script>alert(1)</script>" in page.inner_text("body")
        assert "{{7*7}}" in page.inner_text("body")
        assert page.locator("img, iframe, i, [onerror], [onmouseover]").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
        assert seen.complaints == []


def test_a_page_prints_in_black_on_white_without_its_menu(site, visit):
    page = visit(site / "targets/comfortable-schools.html", scheme="dark").page
    page.emulate_media(media="print")

    background = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    assert page.locator("header nav").first.is_hidden()
    assert page.locator("svg.wide").is_visible()
    assert page.pdf().startswith(b"%PDF")
