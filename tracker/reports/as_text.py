"""The status report for a terminal: one line a target, grouped by programme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.domain import Measure
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.cells import Cells, cells
from tracker.reports.numbers import plain_spaces
from tracker.reports.report import Report, by_programme, heading, summary
from tracker.reports.terminal import fitted, visible, width, wrapped
from tracker.reports.words import word

# From so many columns on there is room for units and whole phrases.
WIDE = 120
# A title of fewer columns is cut beyond understanding.
LEAST_TITLE = 22
LEAST_COLUMNS = 60

Paint = Callable[[Rating, str], str]


def render(report: Report, columns: int, paint: Paint) -> str:
    """The report for a terminal of so many columns.

    Args:
        paint: Colours the words of a rating, or gives them back as they are.
    """
    columns = max(columns, LEAST_COLUMNS)
    short = columns < WIDE
    rows = {
        each.target.key: cells(each, report.lang, short=short)
        for each in report.statuses
    }
    table = _Table(list(rows.values()), columns, report.lang, short=short)
    lines = [heading(report), ""]
    groups = by_programme(report)
    lines += [table.header()] if rows else []
    for name, statuses in groups:
        lines += ["", visible(name)] if len(groups) > 1 else []
        for each in statuses:
            lines += table.lines(each, rows[each.target.key], paint)
    lines += ["", *wrapped(summary(report.statuses, report.lang), columns, "")]
    if short and any(each.stale for each in report.statuses):
        lines.append(f"! {word('stale', report.lang)}")
    return plain_spaces("\n".join(line.rstrip() for line in lines) + "\n")


class _Table:
    """The widths of the columns: the title takes what the others leave.

    Where too little is left for it to be understood, it stands on a line above.
    """

    def __init__(
        self, rows: Sequence[Cells], columns: int, lang: str, *, short: bool
    ) -> None:
        self.columns = columns
        self.bar = 5 if columns < 100 else 8 if short else 12
        self.head = Cells(
            title="",
            period="",
            actual=f"{word('actual', lang)} / {word('goal-short', lang)}",
            expected=word("expected-short" if short else "expected", lang),
            days=word("days" if short else "days-wide", lang),
            rating=word("rating", lang),
            data_day=word("data-day", lang),
            first="",
        )
        everything = [*rows, self.head]
        self.widths = {
            name: max(width(visible(getattr(row, name))) for row in everything)
            for name in ("actual", "expected", "days", "rating", "data_day")
        }
        # A space before each column, and one more before the title.
        taken = sum(self.widths.values()) + self.bar + len(self.widths) + 2
        longest = max((width(_whole_title(row)) for row in rows), default=0)
        room = columns - taken
        self.stacked = room < min(longest, LEAST_TITLE)
        self.title = 1 if self.stacked else min(longest, room)

    def header(self) -> str:
        return self._line(self.head, " " * self.bar, lambda _, text: text, None)

    def lines(self, status: Status, row: Cells, paint: Paint) -> list[str]:
        found = []
        if self.stacked:
            found.append(" " + fitted(_whole_title(row), self.columns - 1))
        found.append(self._line(row, _bar(status, self.bar), paint, status.rating))
        if row.first:
            found += wrapped(visible(row.first), self.columns, "    ")
        return found

    def _line(self, row: Cells, bar: str, paint: Paint, rating: Rating | None) -> str:
        rated = fitted(row.rating, self.widths["rating"])
        parts = (
            "",
            " " if self.stacked else self._fitted_title(row),
            bar,
            fitted(visible(row.actual), self.widths["actual"], right=True),
            fitted(row.expected, self.widths["expected"], right=True),
            fitted(row.days, self.widths["days"], right=True),
            paint(rating, rated) if rating else rated,
            fitted(row.data_day, self.widths["data_day"]),
        )
        return " ".join(parts)

    def _fitted_title(self, row: Cells) -> str:
        """The title, cut before the name of its period."""
        whole = _whole_title(row)
        if not row.period or width(whole) <= self.title:
            return fitted(whole, self.title)
        room = self.title - width(row.period) - 1
        return f"{fitted(visible(row.title), room)} {row.period}"


def _whole_title(row: Cells) -> str:
    return visible(f"{row.title}, {row.period}" if row.period else row.title)


def _bar(status: Status, columns: int) -> str:
    """The share achieved, and a mark where the plan expected it to be."""
    now = status.now
    if now.share is None:
        held = now.statement.held or now.statement.measure is Measure.MILESTONE
        return (" " if held else "·") * columns
    filled = round(min(max(now.share, 0.0), 1.0) * columns)
    bar = ["█"] * filled + ["·"] * (columns - filled)
    start, change = now.plan.start, now.goal - now.plan.start
    if now.expected is not None and change:
        place = round((now.expected - start) / change * columns) - 1
        if filled <= place < columns:
            bar[place] = "│"
    return "".join(bar)
