"""The status report on a terminal: one figure line a target, never too wide."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_baseline, a_goal, an_actual, day, done, not_done
from tests.reports.cases import (
    LANGUAGES,
    a_level,
    a_milestone,
    a_quota,
    foretold,
    on,
    report,
    several,
    stated,
    the_real_case,
    titled,
)
from tracker.periods import Period
from tracker.reports.as_markdown import render as as_markdown
from tracker.reports.as_text import render
from tracker.reports.report import Report
from tracker.reports.terminal import width

JUNE = "2024-06-30"
LANGS = st.sampled_from(LANGUAGES)
COLUMNS = st.sampled_from([80, 140])
LETTERS = st.characters(exclude_categories=["Cs"])
TITLES = (
    st.text(LETTERS, min_size=1, max_size=120)
    | st.text("Ашылғанжектр ", min_size=30, max_size=200)
    | st.sampled_from(["学校" * 40, "e\u0301" * 90, "Ұ" * 400])
)


def plain(_, text):
    return text


def lines_of(asked, columns):
    return render(asked, columns, plain).splitlines()


def figure_lines(lines):
    """The lines with the symbol of a rating."""
    return [line for line in lines if re.search(" [✔●▲▼✖○∞?…] ", line)]


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_of_several_targets(snapshot, lang, columns):
    snapshot(render(several(lang), columns, plain), f"several.{lang}.{columns}.txt")


def test_the_real_case_is_one_line_and_what_was_first_promised():
    lines = lines_of(report(the_real_case()), 140)

    assert lines[0] == "Targets as of 31 December 2024"
    assert lines[3] == (
        " Comfortable schools opened █████▊│····· 105 of 217 schools      128  "
        "95 days behind ▲ at risk 31 Dec 2024"
    )
    assert lines[4] == "    of the 369 first promised: off track, 103 behind"
    assert lines[6] == "1 target: 1 at risk"


@given(st.lists(TITLES, min_size=1, max_size=4), LANGS, COLUMNS)
def test_no_line_is_wider_than_the_columns(titles, lang, columns):
    kinds = [a_level(), a_quota(), a_milestone(), titled()]
    statuses = [
        on(JUNE, titled(*kind.statements, key=str(at), title={lang: title}))
        for at, (kind, title) in enumerate(zip(kinds, titles, strict=False))
    ]

    lines = lines_of(report(*statuses, the_real_case(), lang=lang), columns)

    assert max(map(width, lines)) <= columns


@given(TITLES, LANGS, COLUMNS)
def test_a_long_programme_is_no_wider_than_the_columns(name, lang, columns):
    grouped = on(JUNE, titled(programme={lang: name}))
    asked = report(grouped, on(JUNE, a_milestone()), lang=lang)

    assert max(map(width, lines_of(asked, columns))) <= columns


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_unit_is_no_wider_than_the_columns(lang, columns):
    unit = {
        each: {"other": "домохозяйств с чистой питьевой водой"} for each in LANGUAGES
    }
    water = titled(
        stated(unit=unit, goal=a_goal(12_345_678)), report_every=Period.MONTH
    )
    asked = report(on(JUNE, water, an_actual("2024-03-01", 1_234_567)), lang=lang)

    assert max(map(width, lines_of(asked, columns))) <= columns


def test_where_nothing_fits_bar_and_plan_give_way_to_the_forecast():
    vast = on(JUNE, titled(stated(goal=a_goal(1e15))), an_actual(JUNE, 2e14))

    head = lines_of(report(foretold(vast)), 60)[2].split()

    assert head == "actual / goal days rating data of forecast".split()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_moment_of_knowledge_is_no_wider_than_the_columns(lang):
    moment = datetime(2024, 6, 30, 23, 59, 59, 999_999, tzinfo=UTC)

    lines = lines_of(report(the_real_case(), lang=lang, known_at=moment), 80)

    assert "2024-06-30" in lines[0] + lines[1]
    assert max(map(width, lines)) <= 80


@pytest.mark.parametrize("columns", [60, 80, 99, 100, 119, 120, 140, 300])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_has_one_figure_line_a_target(lang, columns):
    assert len(figure_lines(lines_of(several(lang), columns))) == 5


def test_a_terminal_of_few_columns_is_taken_for_one_of_60():
    assert render(several(), 20, plain) == render(several(), 60, plain)


@pytest.mark.parametrize(
    ("letter", "shown"),
    [
        ("\x1b", "\\u001b"),
        ("\x07", "\\u0007"),
        ("\u202e", "\\u202e"),
        ("\n", "\\u000a"),
    ],
)
def test_a_hostile_title_programme_or_unit_is_shown_and_not_obeyed(letter, shown):
    hostile = {"en": f"a{letter}b"}
    unit = {"en": {"other": f"u{letter}v"}}
    target = titled(stated(unit=unit), title=hostile, programme=hostile)

    text = render(report(on(JUNE, target), on(JUNE, a_milestone())), 140, plain)

    assert f" a{shown}b" in text
    assert f"\na{shown}b\n" in text
    assert f"u{shown}v" in text
    assert letter == "\n" or letter not in text


@given(TITLES, LANGS, COLUMNS)
def test_a_plain_report_holds_no_escape_codes(title, lang, columns):
    text = render(
        report(on(JUNE, titled(title={lang: title})), lang=lang), columns, plain
    )

    controls = {each for each in text if unicodedata.category(each) in ("Cc", "Cf")}
    assert controls == {"\n"}


def test_the_words_of_a_rating_are_painted_and_nothing_else():
    asked = several()

    painted = render(asked, 140, lambda rating, text: f"<{rating}>{text}</>")

    assert "<at-risk>▲ at risk </>" in painted
    assert painted.count("</>") == 5
    for rating in ("at-risk", "on-track", "not-due", "no-data"):
        painted = painted.replace(f"<{rating}>", "")
    assert painted.replace("</>", "") == render(asked, 140, plain)


@pytest.mark.parametrize(
    ("status", "bar"),
    [
        pytest.param(on(JUNE, titled()), "·" * 12, id="nothing reported"),
        pytest.param(on(JUNE, a_milestone()), " " * 12, id="a milestone"),
        pytest.param(
            on("2024-07-01", titled(), an_actual("2024-07-01", 25)),
            "███··│······",
            id="a quarter done, a half expected",
        ),
        pytest.param(
            on("2024-07-01", titled(), an_actual("2024-07-01", 50)),
            "██████······",
            id="on plan",
        ),
        pytest.param(
            on(JUNE, titled(), an_actual(JUNE, 250)), "█" * 12, id="beyond the goal"
        ),
        pytest.param(
            on(JUNE, titled(stated(goal=a_goal(50, None))), an_actual(JUNE, 25)),
            "██████······",
            id="undated",
        ),
    ],
)
def test_a_bar_shows_the_share_and_where_the_plan_is(status, bar):
    line = figure_lines(lines_of(report(status), 140)[3:])[0]
    title = status.target.labels.title["en"]

    assert line.removeprefix(f" {title} ")[:12] == bar


def test_a_level_to_be_held_has_no_bar():
    held = titled(stated(measure="level", baseline=None, goal=a_goal(80)))

    line = figure_lines(lines_of(report(on(JUNE, held, an_actual(JUNE, 90))), 140)[3:])[
        0
    ]

    assert "█" not in line
    assert "·" not in line


def test_a_milestone_in_a_table_is_done_or_not_done():
    finished = on(JUNE, a_milestone(), done("2024-05-01"))
    waiting = on(JUNE, a_milestone(), not_done("2024-05-01"))

    assert " done " in render(report(finished), 80, plain)
    assert " not done " in render(report(waiting), 140, plain)


def test_a_title_is_cut_before_its_period():
    title = {"en": "Schools repaired and repainted all over the country in the year"}
    quota = titled(*a_quota().statements, title=title)

    (line,) = figure_lines(lines_of(report(on(JUNE, quota)), 80)[3:-2])

    assert "… Q2 2024 ·····" in line


def test_a_title_is_not_cut_beyond_understanding_for_its_period():
    assert "Ремонт школ" in render(several("ru"), 80, plain)


def test_a_reading_is_shown_as_it_was_reported_in_few_columns():
    assert "62.5 / 80" in render(several(), 80, plain)


def test_a_title_with_no_room_stands_on_a_line_of_its_own():
    title = {"ru": "Места в комфортных школах"}
    places = titled(stated(goal=a_goal(740_000)), title=title)
    asked = report(on(JUNE, places, an_actual(JUNE, 217_300)), lang="ru")

    lines = lines_of(asked, 80)

    assert lines[3] == " Места в комфортных школах"
    assert lines[4].startswith("   █│··· 217 тыс. / 740 тыс. 367 тыс. ")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "    2024: missed, 9,600 of 10,000"),
        ("kk", "    2024: орындалмады, 9600 / 10 000"),
        ("ru", "    2024: не выполнено, 9600 из 10 000"),
    ],
)
def test_a_quota_says_that_its_last_period_was_missed(lang, said):
    yearly = stated(measure="periodic", period="year", goal=a_goal(10_000, None))
    rows = an_actual("2024-12-31", 9_600), an_actual("2025-03-31", 2_000, seq=2)
    status = on("2025-04-10", titled(yearly), *rows)

    for columns in (80, 140):
        assert said in lines_of(report(status, lang=lang), columns)
    assert said.strip() in as_markdown(report(status, lang=lang))


@pytest.mark.parametrize("before", [[], [an_actual("2024-12-31", 100)]])
def test_a_quota_that_was_met_or_not_reported_says_nothing_of_it(before):
    yearly = stated(measure="periodic", period="year", goal=a_goal(100, None))

    lines = lines_of(report(on("2025-04-10", titled(yearly), *before)), 80)

    assert not [each for each in lines if "2024" in each]


def test_stale_data_are_marked_and_the_mark_is_explained():
    asked = report(on(JUNE, a_level(), an_actual("2024-04-30", 60)))

    assert "30 Apr 24 !" in render(asked, 80, plain)
    assert render(asked, 80, plain).endswith("\n! stale\n")
    assert "30 Apr 2024 !" in render(asked, 140, plain)
    assert render(asked, 140, plain).endswith("\n! stale\n")


def test_a_level_and_what_is_to_fall_are_not_told_as_so_many_of_the_goal():
    falling = titled(stated(baseline=a_baseline(100), goal=a_goal(10)))
    level = on(JUNE, a_level(), an_actual(JUNE, 90))

    wide = render(report(level, on(JUNE, falling, an_actual(JUNE, 70))), 140, plain)

    assert "90 of 80" not in wide
    assert "70 of 10" not in wide


def test_a_report_of_nothing_says_that_nothing_was_known():
    nothing = Report((), day("2024-06-30"), None, "en")

    assert lines_of(nothing, 80)[-1] == "nothing had been recorded by then"


def test_a_figure_short_of_its_goal_is_not_shown_as_the_goal():
    nearly = on(JUNE, titled(stated(goal=a_goal(740_000))), an_actual(JUNE, 739_600))

    assert "740k / 740k" not in render(report(nearly), 80, plain)


def test_programmes_stand_in_the_order_of_the_file_and_the_others_last():
    lines = lines_of(several(), 140)

    assert lines.index("Good schools") < lines.index("Other targets")
    assert "Good schools" not in lines_of(report(the_real_case()), 140)
