"""What people type: read exactly, or refused in one sentence with its remedy."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import day
from tracker import entry
from tracker.domain import Kind
from tracker.errors import EntryError

TODAY = day("2024-06-30")


def refused(read, *typed):
    """The sentence with which something typed is refused."""
    with pytest.raises(EntryError) as error:
        read(*typed)
    assert error.value.exit_code == 3
    return str(error.value)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("98", 98),
        ("12.5", 12.5),
        ("-3", -3),
        ("+12", 12),
        (" 98\n", 98),
        pytest.param("\u22125", -5, id="a true minus sign"),
        pytest.param("1 234 567", 1_234_567, id="groups"),
        pytest.param("1\u00a0234.5", 1234.5, id="no-break space"),
        pytest.param("1\u2009234", 1234, id="thin space"),
        pytest.param("-1\u202f234", -1234, id="narrow no-break space"),
        pytest.param("123456789012345", 123_456_789_012_345, id="15 digits"),
        pytest.param("0.0000004", 4e-7, id="leading noughts are no digits"),
        pytest.param("00098.500", 98.5, id="noughts around"),
        pytest.param("1000000000000000", 1e15, id="the largest"),
    ],
)
def test_a_number_is_read_as_typed(typed, number):
    assert entry.number(typed) == number


def test_minus_nought_is_nought():
    assert str(entry.number("-0.0")) == "0.0"


@pytest.mark.parametrize(
    "typed",
    [
        *("5 млн", "1e3", "nan", "inf", "Infinity", "1_000", "0x10"),
        *("5.", ".5", "--5", "+ 5", "(5)", "n/a", "-", "…", "1 2345", "12 34"),
        pytest.param("1 234\u00a0567", id="two kinds of space"),
        pytest.param("١٢", id="Arabic digits"),
        pytest.param("９８", id="full-width digits"),
        pytest.param("1\t234", id="a tab between groups"),
    ],
)
def test_what_is_no_number_is_refused(typed):
    said = f"{typed!r} is not a number; write it as 98 or 12.5"

    assert refused(entry.number, typed) == said


def test_nothing_and_per_cent_are_refused_with_what_to_write():
    assert refused(entry.number, "") == "the value is empty; write it as 98 or 12.5"
    assert refused(entry.number, "12%") == "'12%': write the number without %"


@pytest.mark.parametrize("typed", ["1,234", "1,5", "1 234,5"])
def test_a_comma_is_refused_as_ambiguous(typed):
    said = f"{typed!r} could be read two ways; write 1234.5 without commas"

    assert refused(entry.number, typed) == said


@pytest.mark.parametrize("typed", ["1234567890123456", "0.1234567890123456"])
def test_more_digits_than_a_double_keeps_are_refused(typed):
    said = f"'{typed}' has more than 15 digits; round it to what is known"

    assert refused(entry.number, typed) == said


@pytest.mark.parametrize("typed", ["1100000000000000", "-2000000000000000"])
def test_a_number_beyond_ten_to_the_15_is_refused(typed):
    said = f"'{typed}' is beyond 10^15; give it in a larger unit"

    assert refused(entry.number, typed) == said


def test_a_number_too_small_to_be_kept_is_refused_and_not_made_nought():
    typed = "0." + "0" * 400 + "1"

    assert "below 10^-15" in refused(entry.number, typed)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 15))
def test_every_number_of_15_digits_printed_plainly_reads_back_equal(digits, places):
    number = float(f"{digits}e-{places}")
    plain = format(Decimal(repr(number)), "f")

    assert entry.number(plain) == number
    assert entry.number(plain.replace("-", "\u2212")) == number


@given(st.integers(0, 10**15 - 1), st.sampled_from(" \u00a0\u2009\u202f"))
def test_groups_of_three_change_nothing(whole, gap):
    assert entry.number(f"{whole:,}".replace(",", gap)) == whole


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_number_or_refused(typed):
    try:
        number = entry.number(typed)
    except EntryError:
        return

    assert abs(number) <= entry.LARGEST


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("98", (Kind.TOTAL, 98)),
        ("+12", (Kind.INCREMENT, 12)),
        ("-12", (Kind.INCREMENT, -12)),
        (" \u221212", (Kind.INCREMENT, -12)),
        ("+0", (Kind.INCREMENT, 0)),
        ("done", (Kind.DONE, 1)),
        (" not-done ", (Kind.NOT_DONE, 0)),
    ],
)
def test_a_sign_makes_a_value_an_increment(typed, said):
    assert entry.value(typed) == said


def test_a_value_that_is_no_number_is_refused():
    said = "'Done' is not a number; write it as 98 or 12.5"

    assert refused(entry.value, "Done") == said


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2024-09-01", "2024-09-01"),
        ("1.9.2024", "2024-09-01"),
        ("01.09.2024", "2024-09-01"),
        ("2024-02-29", "2024-02-29"),
        ("1990-01-01", "1990-01-01"),
        ("31.12.2100", "2100-12-31"),
        (" today ", "2024-06-30"),
        ("yesterday", "2024-06-29"),
    ],
)
def test_a_day_is_read(typed, found):
    assert entry.day(typed, TODAY) == day(found)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "20240901", "24-01-01", "2024-9-1", "1.9.24", "9/1/2024", "45536"),
        *("2024-09-01T10:00", "tomorrow", "infinity", "1. 9. 2024", "2024-W35-1"),
        pytest.param("٢٠٢٤-٠٩-٠١", id="Arabic digits"),
        pytest.param("２０２４-09-01", id="full-width digits"),
    ],
)
def test_what_is_no_day_is_refused(typed):
    wrong = f"{typed!r} is not a day" if typed else "the day is empty"
    said = f"{wrong}; write 2024-09-01 or 1.9.2024"

    assert refused(entry.day, typed, TODAY) == said


@pytest.mark.parametrize(
    "typed", ["2024-02-30", "30.2.2024", "0000-01-01", "1.13.2024"]
)
def test_a_day_that_no_calendar_has_is_refused(typed):
    said = f"'{typed}' is not in the calendar; check it"

    assert refused(entry.day, typed, TODAY) == said


@pytest.mark.parametrize(
    "typed", ["1899-12-30", "1989-12-31", "2101-01-01", "1.1.2200"]
)
def test_a_day_of_another_age_is_refused(typed):
    said = f"'{typed}' is not between 1990 and 2100; check the year"

    assert refused(entry.day, typed, TODAY) == said


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_a_day_is_the_same_in_either_notation(found):
    pointed = f"{found.day}.{found.month}.{found.year}"

    assert entry.day(found.isoformat(), TODAY) == entry.day(pointed, TODAY) == found


def test_a_day_as_a_moment_is_its_end():
    end = datetime(2024, 9, 1, 23, 59, 59, 999_999, tzinfo=UTC)

    assert entry.moment("2024-09-01") == end


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        pytest.param("2024-09-01T10:00Z", 10, id="UTC"),
        pytest.param("2024-09-01T10:00", 10, id="without an offset"),
        pytest.param(" 2024-09-01 10:00:00 ", 10, id="with a space"),
        pytest.param("2024-09-01T10:00+05:00", 5, id="in Almaty"),
    ],
)
def test_a_moment_is_in_utc(typed, hour):
    found = entry.moment(typed)

    assert found == datetime(2024, 9, 1, hour, tzinfo=UTC)
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "2024-09-01T25:00", "2024-02-30T10:00", "10:00", "1.9.2024"),
        pytest.param("20240901", id="a day in another notation has no end"),
        pytest.param("2024-W35-1", id="a day of a week has no end"),
        pytest.param("0001-01-01T00:00+14:00", id="before all time in UTC"),
        pytest.param("9999-12-31T23:59-14:00", id="after all time in UTC"),
    ],
)
def test_what_is_no_moment_is_refused(typed):
    said = f"{typed!r} is not a moment; write 2024-09-01 or 2024-09-01T10:00:00Z"

    assert refused(entry.moment, typed) == said


def test_a_moment_on_no_day_of_the_calendar_is_refused_as_that():
    said = "'2024-02-30' is not in the calendar; check it"

    assert refused(entry.moment, "2024-02-30") == said


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        pytest.param("  Press release ", "Press release", id="spaces around"),
        pytest.param("и\u0306", "й", id="composed"),
        pytest.param("", None, id="empty"),
        pytest.param(" \u00a0\n", None, id="only spaces"),
        pytest.param(None, None, id="not given"),
        pytest.param("ә=1; <b>", "ә=1; <b>", id="anything that is seen"),
    ],
)
def test_a_text_is_stored_composed_and_stripped(raw, stored):
    assert entry.text(raw, "note") == stored


@pytest.mark.parametrize(
    "code",
    [
        *("0000", "0007", "0009", "001B", "007F", "009B", "2028", "2029"),
        *("202A", "202E", "2066", "2069", "D800", "E000"),
    ],
)
def test_a_hidden_character_is_refused_by_its_code_point(code):
    said = f"the note holds the hidden character U+{code}; remove it"

    assert refused(entry.text, f"a{chr(int(code, 16))}b", "note") == said


@given(st.text())
def test_a_stored_text_is_stored_again_as_it_is(raw):
    try:
        stored = entry.text(raw, "note")
    except EntryError:
        return

    assert entry.text(stored, "note") == stored


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("90d", "2024-01-01", "2024-03-31"),
        ("12w", "2024-01-01", "2024-03-25"),
        ("3m", "2024-11-30", "2025-02-28"),
        ("1y", "2024-02-29", "2025-02-28"),
        ("13M", "2023-12-31", "2025-01-31"),
        ("0d", "2024-02-29", "2024-02-29"),
        ("100y", "2100-12-31", "2200-12-31"),
    ],
)
def test_a_stretch_of_time_is_read(typed, since, until):
    assert entry.stretch(typed).after(day(since)) == day(until)


@pytest.mark.parametrize("typed", ["", "90", "d", "-1d", "1.5y", "1y6m", "٣d", "9 d"])
def test_what_is_no_stretch_of_time_is_refused(typed):
    with pytest.raises(EntryError, match="is no stretch of time; write 90d, 12w, 3m"):
        entry.stretch(typed)


@pytest.mark.parametrize("typed", ["36526d", "5218w", "1201m", "101y"])
def test_a_stretch_beyond_a_hundred_years_is_refused(typed):
    with pytest.raises(EntryError, match=f"'{typed}' is beyond 100 years"):
        entry.stretch(typed)
