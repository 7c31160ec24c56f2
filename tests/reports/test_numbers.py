"""Numbers as they are shown: grouped, rounded once, in three languages."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import entry
from tracker.domain import LANGUAGES
from tracker.reports.numbers import (
    chance,
    compact,
    figure,
    machine,
    nearest,
    percent,
    rounded,
    two_digits,
    whole_second,
)


def in_each(show, value):
    """A number in English, Kazakh and Russian, its no-break spaces as `_`."""
    return tuple(show(value, lang).replace("\u00a0", "_") for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("value", "english", "kazakh"),
    [
        (0, "0", "0"),
        (-0.0, "0", "0"),
        (105, "105", "105"),
        (1200, "1,200", "1200"),
        (12345, "12,345", "12_345"),
        (217_300, "217,300", "217_300"),
        (-1234.5, "−1,234.5", "−1234,5"),
        (-12345.5, "−12,345.5", "−12_345,5"),
        (-0.5, "−0.5", "−0,5"),
        (0.1 + 0.2, "0.3", "0,3"),
        (123_456_789_012_345, "123,456,789,012,345", "123_456_789_012_345"),
        (1e15, "1,000,000,000,000,000", "1_000_000_000_000_000"),
        (0.00001, "0.00001", "0,00001"),
        (1.23456789e-10, "0.000000000123456789", "0,000000000123456789"),
    ],
)
def test_a_figure_is_shown_as_exactly_as_it_was_typed(value, english, kazakh):
    assert in_each(figure, value) == (english, kazakh, kazakh)


@pytest.mark.parametrize(
    ("value", "english", "kazakh"),
    [
        (128.13, "128", "128"),
        (9.95, "10", "10"),
        (9.94, "9.9", "9,9"),
        (1.04, "1", "1"),
        (0.995, "1", "1"),
        (0.994, "0.99", "0,99"),
        (0.5, "0.5", "0,5"),
        (0.004, "0", "0"),
        (-0.004, "0", "0"),
        (-23.13, "−23", "−23"),
        (152_699.6, "152,700", "152_700"),
    ],
)
def test_a_worked_out_figure_is_whole_from_10_on(value, english, kazakh):
    assert in_each(rounded, value) == (english, kazakh, kazakh)


@pytest.mark.parametrize(
    ("value", "like", "shown"),
    [
        pytest.param(82.48, 82.1, "82.5", id="one place"),
        pytest.param(82.48, 82.15, "82.48", id="two places"),
        pytest.param(82.48, 82, "82", id="whole beside a whole one"),
        pytest.param(0.376, 82.1, "0.38", id="never coarser than without"),
        pytest.param(88.04, 82.1, "88", id="no trailing nought"),
    ],
)
def test_a_worked_out_figure_is_as_fine_as_the_one_beside_it(value, like, shown):
    assert rounded(value, "en", like) == shown
    assert nearest(value, like) == float(shown)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1200, ("1,200", "1200", "1200")),
        (9999, ("9,999", "9999", "9999")),
        (10_000, ("10k", "10_мың", "10_тыс.")),
        (12_345, ("12.3k", "12,3_мың", "12,3_тыс.")),
        (217_300, ("217k", "217_мың", "217_тыс.")),
        (999_949, ("1M", "1_млн", "1_млн")),
        (3_100_000, ("3.1M", "3,1_млн", "3,1_млн")),
        (999_999_999, ("1B", "1_млрд", "1_млрд")),
        (2e12, ("2,000B", "2000_млрд", "2000_млрд")),
        (-62_687, ("−62.7k", "−62,7_мың", "−62,7_тыс.")),
        (0.25, ("0.25", "0,25", "0,25")),
    ],
)
def test_a_large_figure_in_few_columns(value, shown):
    assert in_each(compact, value) == shown


@pytest.mark.parametrize(
    ("share", "english", "kazakh"),
    [
        pytest.param(0.8195, "81%", "81_%", id="never more than it is"),
        pytest.param(0.9499, "94%", "94_%", id="not yet 95"),
        pytest.param(0.95, "95%", "95_%", id="95"),
        pytest.param(0.29, "29%", "29_%", id="0.29 x 100 is 28.999..."),
        pytest.param(12.5, "1,250%", "1250_%", id="far beyond"),
        pytest.param(-0.25, "−25%", "−25_%", id="backwards"),
        pytest.param(0, "0%", "0_%", id="nothing"),
    ],
)
def test_a_share_is_shown_in_whole_per_cent(share, english, kazakh):
    assert in_each(percent, share) == (english, kazakh, kazakh)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "null"), (105.0, "105"), (0.1 + 0.2, "0.3"), (1e15, "1000000000000000")],
)
def test_a_number_for_machines_has_15_digits(value, shown):
    assert repr(machine(value)) == shown.replace("null", "None")


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_a_figure_reads_back_as_the_number_it_shows(digits, places):
    value = float(f"{digits}e-{places}")

    assert entry.number(figure(value, "en").replace(",", "")) == value
    for lang in ("kk", "ru"):
        assert entry.number(figure(value, lang).replace(",", ".")) == value


@given(st.floats(-1e15, 1e15), st.sampled_from(LANGUAGES))
def test_no_number_breaks_over_lines_or_shows_a_minus_before_nought(value, lang):
    for show in (figure, rounded, compact, percent):
        text = show(value, lang)
        assert " " not in text
        assert "-" not in text
        assert text != "−0"


@pytest.mark.parametrize(
    ("probability", "english", "kazakh"),
    [
        (0.05, "<5%", "<5_%"),
        (0.051, "5%", "5_%"),
        (0.624, "62%", "62_%"),
        (0.625, "63%", "63_%"),
        (0.949, "95%", "95_%"),
        (0.95, ">95%", ">95_%"),
        (0, "<5%", "<5_%"),
        (0.9999, ">95%", ">95_%"),
    ],
)
def test_a_chance_is_rounded_but_never_to_certainty(probability, english, kazakh):
    assert in_each(chance, probability) == (english, kazakh, kazakh)


@pytest.mark.parametrize(
    ("value", "english", "kazakh"),
    [
        (128.13, "128", "128"),
        (0.123, "0.12", "0,12"),
        (0.01, "0.01", "0,01"),
        (0.00996, "0.01", "0,01"),
        (0.0042, "0.0042", "0,0042"),
        (-0.00256, "−0.0026", "−0,0026"),
        (0.0000049, "0.0000049", "0,0000049"),
        # Doubles are no closer than that: 0.1 + 0.2 - 0.3.
        (5.6e-17, "0", "0"),
        (0, "0", "0"),
    ],
)
def test_what_is_very_small_is_shown_in_two_digits(value, english, kazakh):
    assert in_each(two_digits, value) == (english, kazakh, kazakh)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(20.7, 21), (1.04, 1), (1.06, 1.1), (0.123, 0.12), (-4.96, -5), (0.0042, 0.0042)],
)
def test_the_nearest_number_is_the_one_that_is_shown(value, shown):
    assert nearest(value) == shown
    assert two_digits(value, "en") == two_digits(shown, "en")


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-11-25T00:12:13", "2026-11-25T00:12:13"),
        ("2026-11-25T00:12:13.123456", "2026-11-25T00:12:14"),
        ("2026-11-25T00:12:59.000001", "2026-11-25T00:13:00"),
        ("2026-11-25T23:59:59.999999", "2026-11-25T23:59:59"),
        ("9999-12-31T23:59:59.5", "9999-12-31T23:59:59"),
    ],
)
def test_a_begun_second_is_shown_as_a_whole_one_of_the_same_day(moment, shown):
    found = whole_second(datetime.fromisoformat(moment))

    assert found == datetime.fromisoformat(shown)
