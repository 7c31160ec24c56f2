"""Typed cells: a value, and how a workbook shows it. Unknown is no cell at all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from tracker.domain import Kind, Measure
from tracker.excel import MOST_LETTERS, coded
from tracker.progress.forecasts import LEAST_CHANCE, MOST_CHANCE
from tracker.progress.rating import Rating
from tracker.reports.numbers import (
    machine,
    places_of_share,
    places_typed,
    places_worked_out,
    whole_second,
)
from tracker.reports.terminal import visible
from tracker.reports.words import word

# What no XML can hold, besides what is never shown as it is.
_NO_LETTERS = {code: f"\\u{code:04x}" for code in (0xFFFE, 0xFFFF)}
TEXT = "@"
DAYS = {"en": "d mmm yyyy", "kk": "dd.mm.yyyy", "ru": "dd.mm.yyyy"}
_MONTHS = {"en": "mmm yyyy", "kk": "mm.yyyy", "ru": "mm.yyyy"}
_MOMENT = "yyyy-mm-dd hh:mm:ss"
# A chance is told no farther than this; <5% and >95% are still numbers.
_CHANCE = f'[<={LEAST_CHANCE}]"<"0%;[>={MOST_CHANCE}]">"0%;0%'


class Cell(NamedTuple):
    """One value as a cell shows it.

    Attributes:
        form: Its number format; `@` of a text, which is never anything else.
        letters: About so many are shown.
        rating: Whose colour it has.
    """

    value: str | float | date | datetime
    form: str
    letters: int
    rating: Rating | None = None

    @property
    def is_text(self) -> bool:
        return self.form == TEXT


def shown(said: str) -> str:
    """A text as a workbook holds it: nothing hidden, nothing read as a code."""
    lines = (visible(line).translate(_NO_LETTERS) for line in said.split("\n"))
    found = coded("\n".join(lines))
    return found if len(found) <= MOST_LETTERS else found[: MOST_LETTERS - 1] + "…"


@lru_cache(maxsize=4096)
def text(said: str | None) -> Cell | None:
    """A text that is shown as it is, whatever it begins with; no cell where empty."""
    if not said:
        return None
    found = shown(said)
    return Cell(found, TEXT, max(map(len, found.split("\n"))))


def rating(found: Rating, lang: str) -> Cell:
    """The word of a rating, in its colour."""
    said = word(found, lang)
    return Cell(said, TEXT, len(said), found)


def whole(value: int | None) -> Cell | None:
    """A count."""
    return None if value is None else _number(value, 0)


def days(value: int | None) -> Cell | None:
    """So many days ahead, or behind with a minus."""
    found = whole(value)
    return found and _with_sign(found)


def figure(value: float | None) -> Cell | None:
    """A reported or stated figure, with as many places as were typed."""
    return None if value is None else _number(value, places_typed(value))


def total(value: float | None, measure: Measure, lang: str) -> Cell | None:
    """A running total or goal; 1 and 0 of a milestone are shown as done, not done."""
    if value is None or measure is not Measure.MILESTONE:
        return figure(value)
    done, not_done = word("done", lang), word("not-done", lang)
    return Cell(value, f'[=1]"{done}";[=0]"{not_done}";General', len(not_done))


def reported(value: float | None, kind: Kind, lang: str) -> Cell | None:
    """What an actual says; an increment bears its sign."""
    if value is None:
        return None
    if kind in (Kind.DONE, Kind.NOT_DONE):
        return total(value, Measure.MILESTONE, lang)
    return signed(value) if kind is Kind.INCREMENT else figure(value)


def signed(value: float | None) -> Cell | None:
    """So many more or fewer, as typed, with its sign."""
    if value is None:
        return None
    plain = _number(value, places_typed(value))
    return _with_sign(plain)


def worked_out(value: float | None, like: float | None = None) -> Cell | None:
    """A worked-out figure in full, shown as reports round it.

    Args:
        like: A reading beside it, as finely as which it is shown.
    """
    return None if value is None else _number(value, places_worked_out(value, like))


def difference(value: float | None, like: float | None = None) -> Cell | None:
    """The same, with its sign."""
    found = worked_out(value, like)
    return found and _with_sign(found)


def share(value: float | None) -> Cell | None:
    """A part of 1 in per cent; 100 % means met."""
    if value is None:
        return None
    places = places_of_share(value)
    return Cell(_exact(value), f"0.{'0' * places}%", places + 6)


def chance(value: float | None) -> Cell | None:
    """A chance, told no farther than from 5 to 95 per cent."""
    return None if value is None else Cell(_exact(value), _CHANCE, 4)


def day(value: date | None, lang: str) -> Cell | None:
    """A day."""
    return Cell(value, DAYS[lang], 11) if value else None


def month(value: date | None, lang: str) -> Cell | None:
    """A day of which the month is shown."""
    return Cell(value, _MONTHS[lang], 8) if value else None


def moment(value: datetime | None) -> Cell | None:
    """A moment in UTC to the second; a workbook knows no time zones."""
    if value is None:
        return None
    shown = whole_second(value).astimezone(UTC).replace(tzinfo=None)
    return Cell(shown, _MOMENT, 19)


def _number(value: float, places: int) -> Cell:
    form = "#,##0" + (f".{'0' * places}" if places else "")
    return Cell(_exact(value), form, len(f"{value:,.{places}f}"))


def _with_sign(cell: Cell) -> Cell:
    form = f"+{cell.form};-{cell.form};0"
    return cell._replace(form=form, letters=cell.letters + 1)


def _exact(value: float) -> float:
    found = machine(value)
    assert found is not None, "only an unknown number has none"
    return found
