"""The pack for a stocktake, read back from the PDF as somebody opens it."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from tracker.charts.sheet import text_width
from tracker.cli import root

END_OF_2024 = ("--as-of", "2024-12-31")
NO_ACTUALS = ("target,on,value\n",)
LANGUAGES = ("en", "kk", "ru")
SECOND = "2024-12-31 00:00:00Z"


def read(file):
    return PdfReader(BytesIO(file.read_bytes()))


def run(*arguments):
    return CliRunner().invoke(root, list(map(str, arguments)), catch_exceptions=False)


@pytest.fixture(scope="module")
def packs(example_template, tmp_path_factory):
    """The example at the end of 2024 in each language."""
    folder, targets = tmp_path_factory.mktemp("packs"), example_template
    for lang in LANGUAGES:
        pdf = ("--pdf", folder / f"{lang}.pdf", "--lang", lang)
        run("--targets", targets / "targets.toml", "publish", *pdf, *END_OF_2024)
    return {lang: read(folder / f"{lang}.pdf") for lang in LANGUAGES}


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Makes the pack of a file of targets and one of actuals."""
    monkeypatch.chdir(tmp_path)

    def make(targets, actuals="target,on,value\n", *how):
        (tmp_path / "targets.toml").write_text(targets)
        (tmp_path / "actuals.csv").write_text(actuals)
        assert run("init").exit_code == 0
        assert run("import", "actuals.csv").exit_code == 0
        assert run("publish", "--pdf", "p.pdf", *END_OF_2024, *how).exit_code == 0
        return read(tmp_path / "p.pdf")

    return make


def words(page):
    """The text of a page, its lines joined."""
    return " ".join(page.extract_text().split())


def titles(reader):
    return [each.title for each in reader.outline]


def test_a_page_of_summary_comes_before_one_a_target(packs):
    assert {len(each.pages) for each in packs.values()} == {18}


def test_the_outline_names_every_page_in_its_order(packs):
    reader = packs["en"]

    assert len(reader.outline) == 18
    assert [
        reader.get_destination_page_number(each) for each in reader.outline
    ] == list(range(18))
    assert titles(reader)[:5] == [
        "Stocktake as of 31 December 2024",
        "Places in comfortable schools",
        "New kindergarten places",
        "Comfortable schools opened",
        "Comfortable schools, Astana",
    ]


def test_the_target_most_days_behind_comes_first_and_unknown_ones_last(packs):
    found = [words(page) for page in packs["en"].pages[1:]]

    behind = [text for text in found if "days behind" in text]
    assert [text.split(" days behind")[0].split()[-1] for text in behind] == [
        *("151", "107", "95", "22")
    ]
    assert found[:4] == behind


def test_a_target_has_its_finding_figures_and_what_is_due(packs):
    page = words(packs["en"].pages[3])

    assert "Comfortable schools opened" in page
    assert "105 of 217 schools on 31 December 2024: at risk, 23 behind plan" in page
    assert "Goal 217 schools by 31 December 2025" in page
    assert "Pace 81%" in page
    assert "31 Mar 2025 report for Q1 2025" in page
    assert "112 schools still missing" in page


def test_a_picture_is_words_and_lines_and_never_an_image(packs):
    page = packs["en"].pages[3]

    assert "369 → 217, 2 Sep 2024, The Astana Times" in words(page)
    assert not page.images


def test_the_summary_tells_counts_moves_and_what_is_due(packs):
    page = words(packs["en"].pages[0])

    assert "▲ at risk 0 2" in page
    assert "Targets 16 17" in page
    assert "no data → off track; 217,300 places" in page
    assert "Due by 31 March 2025" in page
    assert "15 Jun 2024 Recreation centres at work" in page


def test_a_line_of_the_summary_leads_to_the_page_of_its_target(packs):
    first = packs["en"].pages[0]
    ways = [each.get_object() for each in first["/Annots"]]

    leads_to = {each["/Dest"][0].get_object().get("/Type") for each in ways}
    assert leads_to == {"/Page"}
    assert {each["/Subtype"] for each in ways} == {"/Link"}


@pytest.mark.parametrize(
    ("lang", "said", "title"),
    [
        ("en", "Page 7 of 18", "Stocktake as of 31 December 2024"),
        (
            "kk",
            "18 беттің 7-беті",
            "Орындалу барысына шолу, 2024 жылғы 31 желтоқсан күніне",
        ),
        (
            "ru",
            "Страница 7 из 18",
            "Обзор выполнения по состоянию на 31 декабря 2024 г.",
        ),
    ],
)
def test_every_language_has_its_words(packs, lang, said, title):
    reader = packs[lang]

    assert reader.trailer["/Root"]["/Lang"] == lang
    assert reader.metadata.title == title
    assert said in words(reader.pages[6])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_bears_its_day_moment_and_head(packs, example_template, lang):
    ledger = ("--targets", example_template / "targets.toml")
    head = run(*ledger, "publish", "--pdf", "/dev/null").stdout.split()[-1][:12]
    day = {"en": "31 December 2024", "kk": "2024 жылғы 31", "ru": "31 декабря 2024"}
    known = {"en": "known at 2", "kk": "белгілі болғаны 2", "ru": "на момент 2"}

    for page in map(words, packs[lang].pages):
        assert day[lang] in page
        assert known[lang] in page
        assert head in page


def test_every_letter_comes_from_a_font_in_the_file(packs):
    for page in packs["kk"].pages:
        for font in page["/Resources"]["/Font"].values():
            (below,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in below.get_object()["/FontDescriptor"]


def test_kazakh_letters_are_found_as_they_are_typed(made):
    reader = made(TARGET.format(title="ӘҒҚҢӨҰҮҺІ әғқңөұүһі"), "target,on,value\n")

    assert "ӘҒҚҢӨҰҮҺІ әғқңөұүһі" in words(reader.pages[1])


TARGET = """\
[targets.one]
title = '''{title}'''
unit = "schools"
measure = "cumulative"
baseline = {{ value = 0, on = 2024-01-01 }}
goal = {{ value = 100, by = 2024-12-31 }}
source = {{ title = "Said", published = 2024-01-01 }}
"""


@pytest.mark.parametrize(
    "title",
    [
        "$x_2$ \\frac{a}{b} {nb} **bold** __under__",
        "http://evil.example/a.png file:///etc/passwd",
        "() \\) endstream endobj %%EOF <script>",
    ],
)
def test_a_title_is_words_whatever_it_holds(made, title):
    reader = made(TARGET.format(title=title))

    assert title in words(reader.pages[1])
    assert titles(reader)[1] == title
    assert title in words(reader.pages[0])


def test_nothing_in_a_file_asks_for_anything(made, tmp_path):
    made(TARGET.format(title="http://evil.example/ file:///etc/passwd"))
    reader = read(tmp_path / "p.pdf")

    found = list(objects(reader))
    assert not {key for each in found for key in each} & {"/URI", "/JS", "/AA", "/EF"}
    assert {each.get("/S") for each in found} <= {None, "/Transparency"}


def objects(reader):
    """Every dictionary of a file."""
    for number in range(1, reader.trailer["/Size"]):
        found = reader.get_object(number)
        if isinstance(found, dict):
            yield found


def test_no_word_lies_beyond_the_edge_of_its_page(made):
    long, unbroken = "Өте ұзақ атау " * 40, "Ж" * 700
    notes = "".join(
        f'one,2024-06-{day:02},{day},"{long if day % 2 else unbroken}"\n'
        for day in range(1, 29)
    )
    targets = TARGET.format(title=long.strip()) + f'owner = "{unbroken}"\n'
    reader = made(targets, f"target,on,value,note\n{notes}", "--lang", "kk")

    for text, left, bottom, right in (each for p in reader.pages for each in places(p)):
        assert left > 35.9, text
        assert 27.9 < bottom < 595.28 - 36, text
        assert right < 841.89 - 35.9, text


def places(page):
    """Each line of text, where it begins, and where it ends."""
    found = []

    def visit(text, _, matrix, font, size):
        for line in filter(str.strip, text.splitlines()):
            bold = "Bold" in font["/BaseFont"]
            right = matrix[4] + text_width(line.strip(), bold=bold) * size
            found.append((line, matrix[4], matrix[5], right))

    page.extract_text(visitor_text=visit)
    return found


def test_a_pack_looks_as_far_ahead_as_the_terminal(made):
    november = ("--as-of", "2024-11-24")
    page = words(made(TARGET.format(title="Schools"), *NO_ACTUALS, *november).pages[0])

    # Ninety days are up on 22 February.
    assert "Due by 24 February 2025" in page
    assert "due by 24 February 2025" in run("next", *november).stdout


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("en", "6.4 ahead of plan (data of 30 Jun 2024, stale)"),
        ("ru", "выше плана на 6,4 (данные на 30.06.2024, устарели)"),
    ],
)
def test_a_page_names_stale_figures_beside_the_rating(made, lang, note):
    monthly = TARGET.format(title="Schools") + 'report_every = "month"\n'
    actuals = "target,on,value\none,2024-06-30,56\n"

    # 181 of 365 days: the plan is 49.6.
    assert note in words(made(monthly, actuals, "--lang", lang).pages[1])


def test_notes_that_have_no_room_are_counted(made):
    notes = "".join(f"one,2024-06-{day:02},{day},cause {day}\n" for day in range(1, 31))
    reader = made(TARGET.format(title="Schools"), f"target,on,value,note\n{notes}")

    page = words(reader.pages[1])
    shown = page.count("cause ")
    assert f"and {30 - shown} more" in page
    assert "cause 30" in page
    assert "cause 1 " not in page


def test_nothing_due_and_nothing_moved_are_sentences(made):
    told = made(TARGET.format(title="Schools"), "target,on,value\none,2024-06-30,100\n")

    summary, page = map(words, told.pages)
    assert "Due by 31 March 2025 Nothing falls due." in summary
    assert "What is due Nothing falls due." in page


def test_a_target_without_reports_says_so(made):
    page = words(made(TARGET.format(title="Schools")).pages[1])

    assert "Actual nothing reported" in page
    assert page.count("Nothing has been reported.") == 2  # the finding, and the notes


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        (
            "en",
            ("Astana (city): 10 of 24 schools", "Turkistan Region: 21 of 29 schools"),
        ),
        ("kk", ("Астана қаласы: 10 / 24 мектеп", "Түркістан облысы: 21 / 29 мектеп")),
        ("ru", ("город Астана: 10 из 24 школ", "Туркестанская область: 21 из 29 школ")),
    ],
)
def test_the_parts_have_room_on_a_full_page_in_each_language(
    tracker, tmp_path, lang, parts
):
    """Of the end of 2026, when seven reports are overdue and a goal is."""
    file = tmp_path / "late.pdf"
    tracker("publish", "--pdf", file, "--as-of", "2026-11-25", "--lang", lang)

    page = words(read(file).pages[3])
    assert all(part in page for part in parts)


def test_figures_without_a_note_are_said_to_have_none(made):
    page = words(
        made(
            TARGET.format(title="Schools"), "target,on,value\none,2024-06-01,1\n"
        ).pages[1]
    )

    assert "No note came with the figures." in page


def test_of_no_target_there_is_a_summary(made, tmp_path):
    made(TARGET.format(title="Schools"))
    run(
        "publish",
        "--pdf",
        "none.pdf",
        *END_OF_2024,
        "--known-at",
        "2020-01-01T00:00:00Z",
    )

    (page,) = read(tmp_path / "none.pdf").pages
    assert "Nothing had been recorded by then" in words(page)


def test_the_moment_on_a_page_makes_the_same_pack_again(tracker, tmp_path):
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    tracker("publish", "--pdf", first, *END_OF_2024)
    known = words(read(first).pages[4]).split("known at ")[1][: len(SECOND)]
    tracker("publish", "--pdf", again, *END_OF_2024, "--known-at", known)

    assert re.fullmatch(r"[\d-]{10} [\d:]{8}Z", known)
    assert words(read(again).pages[4]) == words(read(first).pages[4])


def test_the_moment_beside_the_pages_is_exact(tracker, tmp_path):
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    tracker("publish", "--pdf", first, *END_OF_2024)
    known = read(first).metadata.subject.split("; ")[0].removeprefix("known at ")
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    tracker("publish", "--pdf", again, *END_OF_2024, "--known-at", known)

    assert again.read_bytes() == first.read_bytes()
