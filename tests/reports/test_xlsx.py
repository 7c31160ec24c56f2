"""Workbooks: tables that office suites open, and nothing in them that is run."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import repeat

import pytest

from tests.builders import a_goal, a_withdrawal, an_actual, done
from tests.reports.cases import (
    AT,
    LANGUAGES,
    a_milestone,
    a_quota,
    foretold,
    ledger_of,
    on,
    report,
    stated,
    the_real_case,
    titled,
)
from tests.reports.workbooks import opened, parts_of, rows_of
from tracker.excel import MOST_ROWS
from tracker.ledger import StatementKind
from tracker.progress.forecasts import Forecast, NoForecast
from tracker.reports.xlsx.book import Book, Column, Table, written
from tracker.reports.xlsx.cells import text
from tracker.reports.xlsx.ledger_sheets import Told, ledger_sheets
from tracker.reports.xlsx.measured import measured_sheet
from tracker.reports.xlsx.sheets import TooManyRowsError
from tracker.reports.xlsx.status_sheets import forecast_sheet, status_sheet

HOSTILE = ("=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", '=HYPERLINK("http://x")')


def a_book(*sheets, title="Targets", lang="en", made=AT):
    return Book(title, "Targets; head 1234", lang, made, sheets)


def a_table(*rows, heads=("Title",)):
    return Table("Status", "Status", [Column(each) for each in heads], lambda: rows)


def all_sheets(*statuses, lang="en", ledgers=()):
    """Every sheet of a report but the pictures."""
    told = [Told(*each) for each in zip(statuses, ledgers, strict=True)]
    shown = report(*statuses, lang=lang)
    return [
        status_sheet(shown),
        forecast_sheet(shown),
        *ledger_sheets(told, lang),
        measured_sheet(shown),
    ]


def sheet_of(target, *actuals, name="Status", as_of="2024-12-31", lang="en"):
    """The rows of one sheet of a report on one target."""
    ledger = ledger_of(target, *actuals)
    status = foretold(on(as_of, target, *actuals))
    sheets = all_sheets(status, ledgers=[ledger], lang=lang)
    return rows_of(opened(written(a_book(*sheets)))[name])


def test_hostile_texts_are_texts():
    rows = [[text(each)] for each in HOSTILE]
    content = written(a_book(a_table(*rows)))

    assert [each["Title"] for each in rows_of(opened(content)["Status"])] == [*HOSTILE]
    for name, part in parts_of(content).items():
        assert b"<f>" not in part, name
        assert b"<hyperlink" not in part, name


def test_hostile_titles_do_not_steer_what_is_printed():
    parts = parts_of(written(a_book(a_table(), title='&"Arial"&P')))

    head = b'<oddHeader>&amp;L&amp;&amp;"Arial"&amp;&amp;P&amp;R&amp;A</oddHeader>'
    assert head in parts["xl/worksheets/sheet1.xml"]


def test_a_table_has_the_heads_of_its_cells_filters_and_a_row():
    heads = ("Title", "Value")
    sheet = opened(written(a_book(a_table(heads=heads))))["Status"]

    (table,) = sheet.tables.values()
    assert (table.ref, table.autoFilter.ref) == ("A1:B2", "A1:B2")
    assert tuple(table.column_names) == heads
    assert table.tableStyleInfo.showRowStripes
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")


def test_a_sheet_is_printed_with_its_head_and_day_on_pages_as_wide_as_can_be_read():
    sheet = opened(written(a_book(a_table())))["Status"]

    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter.left.text == "Targets; head 1234"


def test_the_same_sheets_give_the_same_bytes():
    book = a_book(*all_sheets(the_real_case(), ledgers=[ledger_of(a_milestone())]))

    assert written(book) == written(book)


def test_nothing_in_a_workbook_tells_when_it_was_written():
    astana = timezone(timedelta(hours=5))
    book = a_book(a_table(), lang="kk", made=datetime(2024, 6, 1, 5, tzinfo=astana))
    said = opened(written(book)).properties

    assert said.created == said.modified == datetime(2024, 6, 1)  # noqa: DTZ001
    assert (said.title, said.language, said.creator) == ("Targets", "kk", "tracker")


def test_more_rows_than_a_sheet_has_room_for_are_refused():
    table = Table("Actuals", "Actuals", [Column("On")], lambda: repeat((), MOST_ROWS))

    with pytest.raises(TooManyRowsError) as refused:
        written(a_book(table))
    assert str(refused.value) == (
        "the sheet 'Actuals' would have 1,048,576 rows, and a workbook has room for "
        "1,048,575; `tracker export` writes all of them as CSV"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_names_of_sheets_and_heads_are_such_as_office_suites_take(lang):
    sheets = all_sheets(the_real_case(), lang=lang, ledgers=[ledger_of(a_milestone())])

    names = [each.name for each in sheets]
    assert len(set(names)) == len(names)
    for each in sheets:
        assert len(each.name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", each.name)
    for table in sheets[:-1]:
        heads = [each.head.casefold() for each in table.columns]
        assert len(set(heads)) == len(heads), table.key
        assert [len(row) for row in table.rows()] == [len(heads)] * len([*table.rows()])


def test_where_a_target_stands_is_in_typed_cells():
    (row,) = rows_of(
        opened(written(a_book(status_sheet(report(the_real_case())))))["Status"]
    )

    assert row["Actual"] == 105
    assert row["Unit"] == "schools"
    assert row["Data of"].date() == date(2024, 12, 31)
    assert (row["Goal"], row["By"].date()) == (217, date(2025, 12, 31))
    # 98 + 119 x 121/485 = 127.69 lie on the plan of September; see the JSON report.
    assert row["Pace"] == pytest.approx(0.8195, abs=1e-4)
    assert row["Days ahead (+) or behind (-)"] == -95
    assert row["Rating"] == "at risk"
    assert (row["Goal first stated"], row["Rating against it"]) == (369, "off track")
    assert row["Chance"] is None


@pytest.mark.parametrize(
    ("lang", "rating", "reason"),
    [
        ("kk", "қауіп бар", "Сол күнге жоспарланған өзгерістің 81"),
        ("ru", "под угрозой", "Выполнено 81"),
    ],
)
def test_a_workbook_speaks_the_language_asked_for(lang, rating, reason):
    sheet = opened(
        written(a_book(status_sheet(report(the_real_case(), lang=lang))))
    ).worksheets[0]
    values = [each.value for each in sheet[2]]

    assert rating in values
    assert any(str(each).startswith(reason) for each in values)


def test_a_forecast_is_in_numbers_and_days():
    (row,) = sheet_of(titled(), an_actual("2024-06-30", 40), name="Forecast")

    # Heads keep a number and its sign together.
    assert row["Chance"] == 0.62
    assert row["Value then, 50%"] == 94.6
    assert row["Met by, 50%"].date() == date(2025, 3, 14)
    assert row["Met by, 90%"] is None
    assert row["Looked ahead to"].date() == date(2025, 12, 31)
    assert row["Reports and baseline it rests on"] == 4


def test_what_is_not_forecast_rests_on_nothing():
    none = Forecast(1, why=NoForecast.FEW_REPORTS)
    shown = replace(on("2024-12-31", titled()), forecast=none)
    (row,) = rows_of(opened(written(a_book(forecast_sheet(report(shown)))))["Forecast"])

    assert row["Reports and baseline it rests on"] is None
    assert row["Why not forecast"] == "Nothing has been reported"


def test_a_statement_made_anew_says_what_it_changed():
    target = titled(stated(), stated(stated="2024-06-01", goal=a_goal(80)))
    first, second = sheet_of(target, name="Statements")

    assert (first["Kind"], first["Goal"], first["Changed"]) == ("Stated", 100, None)
    assert (second["Kind"], second["Goal"]) == ("Restated", 80)
    assert second["Changed"] == "100 → 80"


def test_a_mistyped_statement_stays_and_is_no_part_of_the_plan():
    target = titled(stated(goal=a_goal(1000)))
    ledger = ledger_of(target)
    (wrong,) = ledger.statements
    right = replace(
        wrong, seq=2, kind=StatementKind.ERRATUM, statement=stated(), replaces=1
    )
    ledger = replace(ledger, statements=(wrong, right))
    told = Told(on("2024-12-31", titled()), ledger)
    statements, plan, *_ = ledger_sheets([told], "en")
    book = opened(written(a_book(statements, plan)))

    kinds = [(each["Kind"], each["Goal"]) for each in rows_of(book["Statements"])]
    assert kinds == [("Mistyped, put right", 1000), ("Erratum", 100)]
    assert [each["Value"] for each in rows_of(book["Plan"])] == [0, 100]


def test_a_plan_is_a_row_for_each_of_its_figures():
    baseline, checkpoint, goal = sheet_of(
        titled(stated((40, "2024-06-30"))), name="Plan"
    )

    assert (baseline["What"], baseline["Value"]) == ("Baseline", 0)
    assert (checkpoint["What"], checkpoint["Value"]) == ("Checkpoint", 40)
    assert (goal["What"], goal["By"].date()) == ("Goal", date(2024, 12, 31))


def test_a_quota_says_how_often_it_is_due():
    (row,) = sheet_of(a_quota(), name="Plan")

    assert (row["What"], row["Value"], row["By"]) == ("Quota, every quarter", 60, None)


def test_an_actual_has_its_day_figure_running_total_and_name():
    rows = (an_actual("2024-02-01", 10), an_actual("2024-03-01", 5, kind="increment"))
    first, second = sheet_of(titled(), *rows, name="Actuals")

    assert (first["Kind"], first["Value"], first["Running total"]) == ("Total", 10, 10)
    assert (second["Kind"], second["Value"], second["Running total"]) == (
        *("Increment", 5, 15),
    )
    assert second["Entry"] == "schools#2"
    assert second["Recorded (UTC)"] == AT.replace(hour=12, tzinfo=None)


def test_what_was_corrected_and_taken_back_stands_beside_what_was_reported():
    rows = (
        an_actual("2024-02-01", 10),
        an_actual("2024-02-01", 12, replaces=1, reason="a slip"),
        an_actual("2024-03-01", 20),
        a_withdrawal(3, on="2024-03-01", seq=4),
    )
    corrected, gone = sheet_of(titled(), *rows, name="Corrections")
    (counting,) = sheet_of(titled(), *rows, name="Actuals")

    assert counting["Value"] == 12
    assert (corrected["Value before"], corrected["Value now"]) == (10, 12)
    assert (corrected["Kind"], corrected["Reason"]) == ("Corrected", "a slip")
    assert (gone["Kind"], gone["Value before"]) == ("Taken back", 20)
    assert (gone["Value now"], gone["Day"]) == (None, None)


def test_what_happened_later_is_no_part_of_it():
    rows = (an_actual("2024-02-01", 10), an_actual("2024-11-01", 80))
    (row,) = sheet_of(titled(), *rows, name="Actuals", as_of="2024-06-30")

    assert row["Value"] == 10


def test_a_milestone_is_a_number_shown_as_a_word():
    (row,) = sheet_of(a_milestone(), done("2024-06-30"))

    assert (row["Actual"], row["Goal"]) == (1, 1)
    assert (row["Plan"], row["Pace"]) == (None, None)


def test_the_sheet_on_measuring_says_of_what_the_workbook_is():
    shown = replace(report(the_real_case()), head="f" * 64)
    sheet = opened(written(a_book(measured_sheet(shown)))).worksheets[0]

    assert sheet["A1"].value == "This workbook"
    assert "Targets as of 31 December 2024\n1 target: 1 at risk" in sheet["A2"].value
    assert sheet["A2"].value.endswith("Head of the ledgers ffffffffffff")
