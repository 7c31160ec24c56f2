"""tracker import: rows that name no target, and all that is wrong with one row."""

from __future__ import annotations

import pytest

from tracker.cli.app import App

HEADER = "target,on,value,kind,evidence"
DONE, VOUCHERS = "preschool-database", "camp-vouchers"
TODAY = App(None, None).today
SHARED = """
[targets.repairs]
title = {{ en = "{0}", ru = "Отчёт: ремонт" }}
unit = "schools"
measure = "cumulative"
baseline = {{ value = 0, on = 2024-01-01 }}
goal = {{ value = 10, by = 2025-12-31 }}
"""


@pytest.fixture
def told(tracker, example):
    """The problems of some rows, without the name of the file; none is a success."""

    def imports(*rows, header=HEADER):
        (example / "f.csv").write_text("\n".join((header, *rows)), encoding="utf-8")
        result = tracker("import", "f.csv")
        assert (result.exit_code == 3) == bool(result.stderr)
        lines = result.stderr.removeprefix("Error: ").splitlines()
        lines = lines if len(lines) < 2 else lines[1:]
        return [line.removeprefix("f.csv:") for line in lines]

    return imports


@pytest.mark.parametrize(
    "title",
    [
        "Открытые комфортные школы",
        "ОТКРЫТЫЕ  комфортные школы",
        "Ашылған жайлы мектептер",
        "comfortable schools opened",
    ],
)
def test_a_title_in_the_place_of_a_key_is_told_with_the_key(told, title):
    assert told(f"{title},2025-01-01,110,,") == [
        f"2: {title!r} is the title of comfortable-schools; write its key"
    ]


def test_a_title_is_known_with_and_without_the_dots_of_its_letters(
    told, tracker, example
):
    with (example / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(SHARED.format("Repairs"))
    tracker("sync")

    assert told("отчет: ремонт,2025-01-01,1,,") == [
        "2: 'отчет: ремонт' is the title of repairs; write its key"
    ]


def test_a_title_of_several_targets_is_told_with_all_of_them(told, tracker, example):
    with (example / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(SHARED.format("Comfortable schools opened"))
    tracker("sync")

    assert told("Comfortable schools opened,2025-01-01,1,,") == [
        "2: 'Comfortable schools opened' is the title of comfortable-schools, repairs; "
        "write the key of the one that is meant"
    ]


def test_what_is_nearly_a_title_is_told_with_the_keys_that_may_be_meant(told):
    assert told("Комфортные школы,2025-01-01,110,,") == [
        "2: no target 'Комфортные школы'; did you mean comfortable-schools?"
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Примечание: данные предварительные",
        "Note: as of June",
        "Ескерту: алдын ала деректер",
    ],
)
def test_a_note_that_stands_alone_is_told_to_be_one(told, note):
    assert told(f"{VOUCHERS},2025-01-01,1300,,", f"{note},,,,") == [
        f"3: only {note!r} stands in this row, and it is no key; if it is a note or a "
        "heading, remove the line, or put it into a column `note`"
    ]


def test_a_note_is_known_in_the_first_column_whatever_that_is(told):
    (problem,) = told("as of June,,", header="on,target,value")

    assert problem.startswith("2: only 'as of June' stands in this row, and it is no ")


def test_a_key_that_stands_alone_is_a_key_that_is_unknown(told):
    assert told("no-such,,,,") == [
        "2: the day is empty; write 2024-09-01 or 1.9.2024",
        "2: no target 'no-such'; `tracker targets` lists them",
    ]


def test_a_note_in_a_line_without_separators_is_told_to_be_one(told):
    assert told("Note: as of June") == [
        "2: has one cell under 5 columns; remove the line if it is a note, else check "
        "the separators"
    ]


def test_a_milestone_is_told_what_it_takes(told):
    rows = (
        f"{DONE},2025-01-01,готово,,",
        f"{DONE},2025-01-02,100%,,",
        f"{DONE},2025-01-03,98,,",
    )

    assert told(*rows) == [
        "2: 'готово' is no answer to a milestone; write done or not-done",
        "3: '100%' is no answer to a milestone; write done or not-done",
        "4: a milestone takes `done` or `not-done`",
    ]


@pytest.mark.parametrize("word", ["yes", "Иә", "да", "выполнено", "орындалды"])
def test_a_milestone_is_done_in_plain_words(told, tracker, word):
    assert told(f"{DONE},2025-01-01,{word},,", f"{DONE},2025-01-02,{word},done,") == []
    assert tracker("export", DONE).stdout.count(",1,done,") == 2


@pytest.mark.parametrize("word", ["не выполнено", "орындалмады"])
def test_a_milestone_is_not_done_in_plain_words(told, tracker, word):
    assert told(f"{DONE},2025-01-01,{word},,") == []
    assert ",0,not-done," in tracker("export", DONE).stdout


@pytest.mark.parametrize("word", ["no", "Жоқ", "нет"])
def test_a_no_counts_beside_its_kind_only(told, word):
    row = f"{DONE},2025-01-01,{word},"

    assert told(f"{row},") == [
        f"2: {word!r} could be read two ways; write not-done of a milestone, and n/a "
        "where nothing is known"
    ]
    assert told(f"{row}not-done,") == []


def test_a_yes_that_contradicts_its_kind_is_refused(told):
    assert told(f"{DONE},2025-01-01,да,not-done,") == [
        "2: 'да' does not fit the kind not-done; leave it empty"
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        pytest.param(
            f"{VOUCHERS},2100-01-01,x,,",
            "'x' is not a number; write it as 98 or 12.5",
            id="no number",
        ),
        pytest.param(
            f"{VOUCHERS},2100-01-01,90%,,",
            f"gives per cent, and {VOUCHERS} is not counted in it; write the figure in "
            "its unit",
            id="per cent",
        ),
        pytest.param(
            f"{DONE},2100-01-01,98,,",
            "a milestone takes `done` or `not-done`",
            id="a number of a milestone",
        ),
        pytest.param(
            "no-such,2100-01-01,98,,",
            "no target 'no-such'; `tracker targets` lists them",
            id="an unknown target",
        ),
    ],
)
def test_a_day_to_come_is_told_with_all_else_that_is_wrong(told, row, fault):
    assert set(told(row)) == {
        f"2: {fault}",
        f"2: 2100-01-01 is in the future; give a day up to {TODAY}",
    }


def test_a_day_before_the_baseline_is_told_with_a_wrong_value(told):
    assert told(f"{VOUCHERS},2023-06-01,x,,") == [
        "2: 'x' is not a number; write it as 98 or 12.5",
        "2: 2023-06-01 is before 2024-05-01, the baseline; give the day for which the "
        "figure holds",
    ]


def test_a_lower_total_of_a_day_that_has_one_may_revise_it(told):
    assert told(f"{VOUCHERS},2024-06-01,1100,,") == [
        "2: camp-vouchers#2 already gives 1200 for 2024-06-01; if that is wrong, run "
        "`tracker correct camp-vouchers#2 1100 --reason WHY`, or import the file with "
        "--revise --reason WHY"
    ]
