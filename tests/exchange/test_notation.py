"""Numbers and days as a file writes them: by all of it, and never by a guess."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import day
from tracker.domain import typed
from tracker.errors import EntryError
from tracker.exchange.notation import MARKS, Marks, Notation
from tracker.reports.numbers import figure

TODAY = day("2024-06-30")


def notation_of(*cells, decimal=None):
    marks = Marks()
    for line, cell in enumerate(cells, start=2):
        marks.see_number(cell, line)
        marks.see_day(cell)
    return marks.notation(decimal)


def numbers(*cells, decimal=None):
    """Some cells of one file as numbers, or why the first bad one is none."""
    notation = notation_of(*cells, decimal=decimal)
    return [notation.number(cell) for cell in cells]


def refusal(*cells, decimal=None):
    """Why the first of some cells cannot be read."""
    with pytest.raises(EntryError) as error:
        numbers(*cells, decimal=decimal)
    return str(error.value)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        pytest.param(["12,5", "7"], [12.5, 7], id="a decimal comma"),
        pytest.param(["1 234,5"], [1234.5], id="a space between groups"),
        pytest.param(["1\u00a0234,5"], [1234.5], id="a no-break space"),
        pytest.param(["1\u202f234\u202f567,5"], [1234567.5], id="narrow ones"),
        pytest.param(["\u22125", "-5,5"], [-5, -5.5], id="a true minus"),
        pytest.param(["0,125"], [0.125], id="nought before three digits"),
        pytest.param(["1234,567"], [1234.567], id="four digits before it"),
        pytest.param(["12.5", "1.234"], [12.5, 1.234], id="a decimal point"),
        pytest.param(["1.234,5", "1.234"], [1234.5, 1234], id="points between groups"),
        pytest.param(["1,234,567", "1,234"], [1234567, 1234], id="commas between them"),
        pytest.param(["1,234", "12,5"], [1.234, 12.5], id="by another cell, later"),
        pytest.param(["1.234"], [1.234], id="a point by itself, as exports write it"),
    ],
)
def test_one_mark_of_the_file_is_its_decimal_mark(cells, found):
    assert numbers(*cells) == found


def test_a_comma_before_three_digits_is_read_two_ways_until_it_is_said():
    said = "could be read two ways, as 1.234 or 1234; give --decimal , or --decimal ."

    assert refusal("1,234") == f"'1,234' {said}"
    assert refusal("1,234", "12.5") == f"'1,234' {said}"
    assert numbers("1,234", decimal=",") == [1.234]
    assert numbers("1,234", decimal=".") == [1234]


def test_a_point_before_three_digits_is_read_two_ways_among_decimal_commas():
    said = "could be read two ways, as 1234 or 1.234; give --decimal , or --decimal ."

    assert refusal("1.234", "12,5") == f"'1.234' {said}"
    assert numbers("1.234", "12,5", decimal=",") == [1234, 12.5]


def test_two_decimal_marks_in_one_file_are_refused_with_the_line_of_the_other():
    said = "'12,5' has a decimal comma, and line 2 a decimal point; write all of them "

    assert refusal("12.5", "12,5") == f"{said}one way"


@pytest.mark.parametrize(
    ("cell", "decimal", "said"),
    [
        ("12.5", ",", "has no decimal comma; check --decimal, or write it as 12,5"),
        ("12,5", ".", "has no decimal point; check --decimal, or write it as 12.5"),
    ],
)
def test_a_mark_that_was_said_wrongly_is_told(cell, decimal, said):
    assert refusal(cell, decimal=decimal) == f"'{cell}' {said}"


@pytest.mark.parametrize("decimal", [None, *MARKS])
@pytest.mark.parametrize(
    "cell",
    [
        *(
            "(5)",
            "5.",
            "5,",
            ",5",
            ".5",
            "1e3",
            "5 млн",
            "1,2,3",
            "1 23,5",
            "12,34,567",
        ),
        *(
            "nan",
            "NaN",
            "inf",
            "Infinity",
            "#ДЕЛ/0!",
            "#REF!",
            "1_000",
            "0x10",
            "1e308",
        ),
        pytest.param("1 234\u00a0567,5", id="two kinds of space"),
        pytest.param("1.234 567,5", id="a point and a space"),
        pytest.param("١٢", id="Arabic digits"),
        pytest.param("９８,5", id="full-width digits"),
    ],
)
def test_what_is_no_number_is_refused_whatever_the_mark(cell, decimal):
    said = f"{cell!r} is not a number; write it as 98 or 12.5"

    assert refusal(cell, decimal=decimal) == said


def test_a_number_beyond_what_is_kept_is_refused_and_never_rounded():
    large, long = "100 000 000 000 000 000 000", "0,1234567890123456"

    assert (
        refusal(large, "1,5") == f"'{large}' is beyond 10^15; give it in a larger unit"
    )
    assert refusal(long) == (
        "'0.1234567890123456' has more than 15 digits; round it to what is known"
    )
    assert numbers("0,0000004") == [4e-7]


@given(
    st.lists(st.integers(-(10**15) + 1, 10**15 - 1), min_size=1, max_size=5),
    st.integers(0, 6),
    st.sampled_from(["en", "kk", "ru"]),
)
def test_numbers_are_read_as_reports_write_them_in_every_language(digits, places, lang):
    values = [float(f"{each}e-{places}") for each in digits]
    cells = [figure(each, lang) for each in values]
    decimal = "." if lang == "en" else ","

    assert numbers(*cells, decimal=decimal) == values


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=5))
def test_decimal_commas_are_found_without_being_said(digits):
    values = [each / 100 for each in digits]
    cells = [typed(each).replace(".", ",") for each in [*values, 0.25]]

    assert numbers(*cells) == [*values, 0.25]


CELLS = st.lists(
    st.sampled_from(["1,234", "1.234", "12,5", "12.5", "1,234.5", "1.234,5", "7"])
    | st.text("0123456789., ", max_size=8),
    max_size=5,
)


@given(CELLS.flatmap(lambda cells: st.tuples(st.just(cells), st.permutations(cells))))
def test_the_order_of_cells_does_not_change_what_they_mean(both):
    def read(notation, cell):
        try:
            return notation.number(cell)
        except EntryError:
            return None

    cells, shuffled = both
    straight, other = notation_of(*cells), notation_of(*shuffled)

    assert [read(straight, each) for each in cells] == [
        read(other, each) for each in cells
    ]


@given(CELLS, st.sampled_from([None, *MARKS]))
def test_a_file_without_commas_is_read_as_it_always_was(cells, decimal):
    cells = [each.replace(",", "") for each in cells]

    if decimal != ",":
        assert notation_of(*cells, decimal=decimal).mark == "."


@pytest.mark.parametrize("cell", ["2024-09-01", "01.09.2024", "1.9.2024"])
def test_a_day_is_read(cell):
    assert Notation().day(cell, TODAY) == date(2024, 9, 1)


@pytest.mark.parametrize(
    ("others", "found"),
    [
        pytest.param(["25/12/2023"], date(2024, 9, 1), id="days first"),
        pytest.param(["12/25/2023", "x"], date(2024, 1, 9), id="months first"),
    ],
)
def test_slashes_are_read_by_another_day_of_the_file(others, found):
    notation = notation_of("01/09/2024", *others)

    assert notation.day("01/09/2024", TODAY) == found


def test_a_day_with_slashes_may_be_clear_by_itself():
    assert Notation().day("31/12/2023", TODAY) == date(2023, 12, 31)
    assert Notation().day("12/31/2023", TODAY) == date(2023, 12, 31)
    assert Notation().day("05/05/2024", TODAY) == date(2024, 5, 5)


@pytest.mark.parametrize("others", [[], ["05/05/2024"], ["25/12/2023", "12/25/2023"]])
def test_a_day_with_slashes_is_refused_where_it_could_be_two(others):
    with pytest.raises(EntryError) as error:
        notation_of("1/9/2024", *others).day("1/9/2024", TODAY)

    said = "'1/9/2024' could be read two ways; write it as 1.9.2024 or 9.1.2024"
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        *[
            (
                cell,
                "is a day as spreadsheets count them; format its column as a date and "
                "save the file again",
            )
            for cell in ("45536", "60", "1", "45536,5", "44074")
        ],
        *[
            (cell, "has a year of two digits; write all four")
            for cell in ("01.09.24", "1/9/24", "31.12.99")
        ],
        *[
            (cell, "is not between 1990 and 2100; check the year")
            for cell in ("0001-01-01", "9999-12-31", "1899-12-30", "31.12.1989")
        ],
        ("2024-02-30", "is not in the calendar; check it"),
        ("29.02.2023", "is not in the calendar; check it"),
        *[
            (cell, "is not a day; write 2024-09-01 or 1.9.2024")
            for cell in ("infinity", "-infinity", "2024-9", "сентябрь 2024")
        ],
    ],
)
def test_what_is_no_day_is_refused_with_what_to_do(cell, said):
    with pytest.raises(EntryError) as error:
        Notation().day(cell, TODAY)

    assert str(error.value) == f"{cell!r} {said}"


@pytest.mark.parametrize("cell", ["31/02/2024", "02/31/2024", "13/14/2024"])
def test_a_day_with_slashes_that_no_calendar_has_is_refused(cell):
    with pytest.raises(EntryError, match="is not in the calendar; check it"):
        Notation().day(cell, TODAY)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.booleans())
def test_a_day_is_the_same_in_every_notation(found, months_first):
    notation = Notation(month_first=months_first)
    slashed = f"{found:%m/%d/%Y}" if months_first else f"{found:%d/%m/%Y}"

    for cell in (found.isoformat(), f"{found:%d.%m.%Y}", slashed):
        assert notation.day(cell, TODAY) == found


def test_an_empty_day_is_called_so():
    with pytest.raises(EntryError, match=r"^the day is empty; write 2024-09-01 or"):
        Notation().day(" ", TODAY)
