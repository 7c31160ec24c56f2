"""The same data gives the same bytes; every file says in words what it shows."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from PIL import Image, ImageChops

from tests.builders import a_ledger, a_target, an_actual
from tests.charts.cases import AS_OF, a_case, drawn, texts
from tracker.charts.digest import data_digest
from tracker.charts.draw import chart_path, draw, pictures
from tracker.charts.options import FORMATS, ChartOptions
from tracker.domain import LANGUAGES, Labels
from tracker.progress.forecasts import with_forecasts
from tracker.progress.status import status
from tracker.reports.findings import finding

ROOT = Path(__file__).parents[2]
DRAW = """
import hashlib
from tests.charts.cases import a_case
from tracker.charts.draw import pictures
from tracker.charts.options import FORMATS, ChartOptions
from tracker.progress.forecasts import with_forecasts
kinds = {kinds!r}
for form in FORMATS:
    shown = with_forecasts(a_case(each) for each in kinds)
    for key, content in pictures(shown, ChartOptions(form)):
        print(form, key, hashlib.sha256(content).hexdigest())
"""
HOSTILE = '<script>alert("x")</script> & $\\frac{$ _x \x1b[31m 学校'
SVG = "{http://www.w3.org/2000/svg}"


def drawn_elsewhere(kinds):
    """Digests of the pictures of some kinds, drawn by another process."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", DRAW.format(kinds=kinds)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.splitlines())


def test_two_processes_draw_the_same_bytes_in_any_order():
    kinds = ["restated", "yearly", "milestone"]

    one, other = drawn_elsewhere(kinds), drawn_elsewhere(kinds[::-1])

    overviews = {line for line in one | other if " None " in line}
    assert len(one) == 12
    assert one - overviews == other - overviews


def test_a_picture_does_not_depend_on_those_before_it():
    options = ChartOptions("svg", overview=False)
    others = [a_case(each) for each in ("yearly", "held", "milestone", "undated")]
    (shown,) = with_forecasts([a_case("restated")])

    alone = dict(pictures([shown], options))
    among = dict(pictures([*others, *with_forecasts(others), shown], options))

    assert among["restated"] == alone["restated"]


def test_settings_of_matplotlib_neither_matter_nor_change():
    options = ChartOptions(overview=False)
    plain = dict(pictures([a_case("level")], options))
    theirs = {"text.hinting": "default", "font.size": 30, "savefig.bbox": "tight"}

    with mpl.rc_context(theirs):
        before = dict(mpl.rcParams)
        assert dict(pictures([a_case("level")], options)) == plain
        assert dict(mpl.rcParams) == before


def test_the_digest_is_of_the_data_and_not_of_its_row():
    row = an_actual("2024-06-01", 30, author="ainur", digest="1f")
    now = datetime(2024, 7, 1, tzinfo=UTC)
    copied = replace(row, author="dana", digest="2e", recorded_at=now, seq=7)

    one, other = (data_digest([status(a_target(), [x], AS_OF)]) for x in (row, copied))

    assert one == other
    assert re.fullmatch("[0-9a-f]{12}", one)


@pytest.mark.parametrize(
    "change", [{"value": 31.0}, {"source": "gov.kz"}, {"item": "no. 142"}]
)
def test_the_digest_tells_other_data(change):
    row = an_actual("2024-06-01", 30)
    other = replace(row, **change)

    digests = {data_digest([status(a_target(), [x], AS_OF)]) for x in (row, other)}

    assert len(digests) == 2


def hostile():
    target = replace(a_target(), labels=Labels(title={"en": HOSTILE}))
    return status(target, a_ledger(an_actual("2024-06-01", 30)), AS_OF)


@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_title_is_drawn(form):
    content = dict(pictures([hostile()], ChartOptions(form)))["schools"]

    assert len(content) > 2000


def test_an_svg_has_no_script_and_asks_for_nothing():
    content = dict(pictures([hostile()], ChartOptions("svg")))["schools"]

    root = ET.fromstring(content)
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    links = {value for each in root.iter() for value in each.attrib.values()}
    assert not tags & {"script", "foreignObject", "image", "a"}
    assert not [each for each in links if each.startswith(("http", "data:", "java"))]


def test_an_svg_says_what_it_shows():
    content = dict(pictures([hostile()], ChartOptions("svg")))["schools"]

    root = ET.fromstring(content)
    assert root.get("role") == "img"
    title, said = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {said.get('id')}"
    assert title.text == HOSTILE.replace("\x1b", " ").replace("学校", "\ufffd\ufffd")
    assert said.text == finding(hostile(), "en")
    assert b"<metadata" not in content


def test_a_png_says_what_it_shows(tmp_path):
    shown = a_case("restated")

    list(draw([shown], tmp_path, ChartOptions(lang="kk", width=640, height=400)))

    with Image.open(tmp_path / "restated.png") as image:
        assert image.size == (640, 400)
        assert image.info["Title"] == shown.target.labels.title["kk"]
        assert image.info["Description"] == finding(shown, "kk")
        assert set(image.info) == {"Title", "Description", "dpi"}


@pytest.mark.parametrize("kind", ["restated", "milestone"])
def test_a_small_png_is_the_same_picture_in_fewer_bytes(kind):
    usual = ChartOptions(overview=False)
    (whole, small) = (
        dict(pictures([a_case(kind)], each))[kind]
        for each in (usual, replace(usual, small=True))
    )

    seen, shown = (Image.open(BytesIO(each)).convert("RGB") for each in (whole, small))
    off = ImageChops.difference(seen, shown)
    assert max(most for _, most in off.getextrema()) <= 15
    assert shown.getpixel((0, 0)) == (255, 255, 255)
    assert len(small) < len(whole) / 3


def test_a_pdf_says_what_it_shows_and_not_when_it_was_made():
    content = dict(pictures([a_case("level")], ChartOptions("pdf")))["level"]

    assert b"/Title" in content
    assert b"/Subject" in content
    assert b"/CreationDate" not in content


@pytest.mark.parametrize("dpi", [72, 250])
def test_dots_to_the_inch_change_no_size_in_pixels(tmp_path, dpi):
    list(draw([a_case("level")], tmp_path, ChartOptions(dpi=dpi, overview=False)))

    with Image.open(tmp_path / "level.png") as image:
        assert image.size == (1000, 600)
        assert round(image.info["dpi"][0]) == dpi


def test_every_key_has_its_path_in_the_folder(tmp_path):
    options = ChartOptions("pdf")

    assert chart_path("a", tmp_path, options) == tmp_path / "a.pdf"
    assert chart_path("../a", tmp_path, options).parent == tmp_path


def test_each_path_is_given_once_it_is_written(tmp_path):
    statuses = [a_case("level"), a_case("held")]

    written = list(draw(statuses, tmp_path / "new" / "charts", ChartOptions("svg")))

    assert [each.name for each in written] == ["level.svg", "held.svg", "overview.svg"]
    assert all(each.stat().st_size for each in written)


def test_the_overview_grows_with_its_rows():
    statuses = [a_case("level"), a_case("yearly"), a_case("milestone")] * 3

    content = dict(pictures(statuses, ChartOptions("png", "ru", 480, 320)))[None]

    with Image.open(BytesIO(content)) as image:
        assert image.width == 480
        assert image.height > 480


def test_no_target_is_no_picture(tmp_path):
    assert list(draw([], tmp_path, ChartOptions())) == []


def test_the_digest_is_the_same_in_every_language():
    shown = a_case("level")
    digest = data_digest([shown])

    for lang in LANGUAGES:
        assert any(digest in each for each in texts(drawn(shown, lang)))
