"""The status report as Markdown: a table a programme, nothing read as markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_actual
from tests.reports.cases import on, report, several, the_real_case, titled
from tracker.reports.as_markdown import render
from tracker.reports.as_text import render as as_text


@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
def test_the_markdown_of_several_targets(snapshot, lang):
    snapshot(render(several(lang)), f"several.{lang}.md")


def test_one_programme_has_no_heading():
    assert "## " not in render(report(the_real_case()))


def test_marks_of_markdown_are_escaped():
    title = {"en": "A|B *c* [d](e) <b> `f` \\ #1 _g_ \x1b"}
    status = on("2024-06-30", titled(title=title), an_actual("2024-06-30", 50))

    row = render(report(status)).splitlines()[4].replace("\u00a0", " ")

    assert row == (
        "| A\\|B \\*c\\* \\[d\\](e) \\<b\\> \\`f\\` \\\\ \\#1 \\_g\\_ \\\\u001b | "
        "50 of 100 schools | 50 | 2 days ahead | ● on track | 30 Jun 2024 |  |"
    )


def test_a_goal_that_was_met_late_is_so_many_days_late_and_not_behind():
    rows = [an_actual("2024-12-01", 90), an_actual("2025-02-02", 100, seq=2)]
    late = on("2025-03-01", titled(), *rows)

    row = render(report(late)).splitlines()[4].replace("\u00a0", " ")

    assert "| 33 days late | ✔ achieved |" in row
    assert " −33 " in as_text(report(late), 80, lambda _, said: said)


@given(st.text(min_size=1))
def test_no_title_adds_a_cell_or_a_line(title):
    status = on("2024-06-30", titled(title={"en": title}, programme={"en": title}))

    lines = render(report(status)).split("\n")

    assert len(lines) == 8
    assert lines[4].replace("\\\\", "").replace("\\|", "").count("|") == 8
