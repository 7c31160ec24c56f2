"""The status report for a terminal: one line a target, grouped by programme."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tracker.domain import Measure
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.cells import Cells, cells
from tracker.reports.evidence import head_phrase
from tracker.reports.findings import missed_phrase
from tracker.reports.forecasts import legend
from tracker.reports.numbers import plain_spaces
from tracker.reports.parts import depths, name_at, parts_phrase
from tracker.reports.phrases import say
from tracker.reports.report import Report, by_programme, heading, summary
from tracker.reports.terminal import fitted, visible, width, wrapped
from tracker.reports.words import UNKNOWN, word

# From so many columns on there is room for units and whole phrases.
WIDE = 120
# A title of fewer columns is cut beyond understanding.
LEAST_TITLE = 22
# The same where forecasts stand beside whole phrases.
LEAST_WIDE = 30
# The same of a title that stands beside the name of its period, with a space.
LEAST_BESIDE = 17
LEAST_COLUMNS = 60

# Before the title of a part, beneath that of its whole.
_INDENT = "  "
# What forecasts take the room of, step by step.
_GIVING_WAY: tuple[tuple[str, ...], ...] = ((), ("bar",), ("bar", "expected"))
_TO_THE_RIGHT = ("actual", "expected", "days")

# Seven parts of a block, from the left.
_PARTS = " ▏▎▍▌▋▊▉"

Paint = Callable[[Rating, str], str]


def render(report: Report, columns: int, paint: Paint) -> str:
    """The report for a terminal of so many columns.

    Args:
        paint: Colours the words of a rating, or gives them back as they are.
    """
    columns = max(columns, LEAST_COLUMNS)
    table = _table(report, columns)
    lines = [*wrapped(heading(report), columns, ""), ""]
    lines += [table.header()] if table.rows else []
    groups = by_programme(report)
    for name, statuses in groups:
        lines += ["", fitted(visible(name), columns)] if len(groups) > 1 else []
        for each in statuses:
            lines += table.lines(each, paint)
    lines += ["", *wrapped(summary(report.statuses, report.lang), columns, "")]
    if any(each.stale for each in report.statuses):
        lines.append(f"! {word('stale', report.lang)}")
    if "forecast" in table.widths:
        lines += wrapped(legend(report.statuses, report.lang), columns, "")
    if report.head:
        lines += wrapped(head_phrase(report.head, report.lang), columns, "")
    return plain_spaces("\n".join(line.rstrip() for line in lines) + "\n")


def _table(report: Report, columns: int) -> _Table:
    """With units and whole phrases if there is room for them, else short.

    Forecasts take the room of the bar, then of the plan, before a title has to stand
    on a line above.
    """
    if columns >= WIDE:
        grid = _Grid(report, short=False)
        table = _Table(grid, columns)
        least = min(table.longest, LEAST_WIDE) if grid.foretold else 0
        if not table.stacked and table.room >= least:
            return table
    grid = _Grid(report, short=True)
    ways = _GIVING_WAY if grid.foretold else _GIVING_WAY[:1]
    tables = [_Table(grid, columns, without) for without in ways]
    on_one_line = [each for each in tables if not each.stacked]
    fitting = [each for each in tables if each.room > 0]
    # Where nothing fits, what is least too wide.
    return [*on_one_line, *fitting, tables[-1]][0]


class _Grid:
    """What the cells say, and how wide they are beside the title."""

    def __init__(self, report: Report, *, short: bool) -> None:
        lang = self.lang = report.lang
        self.short = short
        self.depths = {
            each.target.key: depth
            for _, statuses in by_programme(report)
            for depth, each in zip(depths(statuses), statuses, strict=True)
        }
        self.rows = {
            each.target.key: self._cells(each, short=short) for each in report.statuses
        }
        self.head = Cells(
            title="",
            period="",
            actual=f"{word('actual', lang)} / {word('goal-short', lang)}",
            expected=word("expected-short" if short else "expected", lang),
            days=word("days" if short else "days-wide", lang),
            rating=word("rating", lang),
            data_day=word("data-day", lang),
            forecast=say("forecast", lang),
            first="",
            evidence="",
        )
        names = ["actual", "expected", "days", "rating", "data_day"]
        self.foretold = any(each.forecast != UNKNOWN for each in self.rows.values())
        names += ["forecast"] if self.foretold else []
        rows = [*self.rows.values(), self.head]
        self.widths = {
            name: max(width(visible(getattr(row, name))) for row in rows)
            for name in names
        }

    def _cells(self, status: Status, *, short: bool) -> Cells:
        """The cells of a target; the name of a part is indented beneath its whole."""
        depth = self.depths[status.target.key]
        name = _INDENT * depth + name_at(depth, status, self.lang)
        return cells(status, self.lang, short=short)._replace(title=name)


class _Table:
    """The widths of the columns: the title takes what the others leave.

    Where too little is left for it to be understood, it stands on a line above.

    Attributes:
        room: Columns that are left for the title.
        longest: Columns of the longest title.
    """

    def __init__(
        self, grid: _Grid, columns: int, without: tuple[str, ...] = ()
    ) -> None:
        self.grid = grid
        self.columns = columns
        self.rows = grid.rows
        bar = 5 if columns < 100 else 8 if grid.short else 12
        widths = {"bar": bar, **grid.widths}
        self.widths = {
            name: each for name, each in widths.items() if name not in without
        }
        # A space before each column, and one more before the title.
        self.room = columns - sum(self.widths.values()) - len(self.widths) - 1
        rows = self.rows.values()
        titles = [width(_whole_title(row)) for row in rows]
        self.stacked = any(
            self.room < min(title, _least(row))
            for title, row in zip(titles, rows, strict=True)
        )
        self.longest = max(titles, default=0)
        self.title = 1 if self.stacked else min(self.longest, self.room)

    def header(self) -> str:
        return self._line(self.grid.head, "", lambda text: text)

    def lines(self, status: Status, paint: Paint) -> list[str]:
        row = self.rows[status.target.key]
        found = []
        if self.stacked:
            found.append(" " + fitted(_whole_title(row), self.columns - 1))
        bar = _bar(status, self.widths.get("bar", 0))
        found.append(self._line(row, bar, partial(paint, status.rating)))
        indent = "    " + _INDENT * self.grid.depths[status.target.key]
        lang = self.grid.lang
        told = (parts_phrase(status, lang), missed_phrase(status, lang), row.first)
        for said in (*told, row.evidence):
            found += wrapped(said, self.columns, indent) if said else []
        return found

    def _line(self, row: Cells, bar: str, painted: Callable[[str], str]) -> str:
        parts = ["", " " if self.stacked else self._fitted_title(row)]
        for name, columns in self.widths.items():
            text = bar if name == "bar" else visible(getattr(row, name))
            text = fitted(text, columns, right=name in _TO_THE_RIGHT)
            parts.append(painted(text) if name == "rating" else text)
        return " ".join(parts)

    def _fitted_title(self, row: Cells) -> str:
        """The title, cut before the name of its period."""
        whole = _whole_title(row)
        if not row.period or width(whole) <= self.title:
            return fitted(whole, self.title)
        room = self.title - width(row.period) - 1
        return f"{fitted(visible(row.title), room)} {row.period}"


def _least(row: Cells) -> int:
    """Columns in which a title is understood, and its period seen."""
    return (
        max(LEAST_TITLE, LEAST_BESIDE + width(row.period))
        if row.period
        else LEAST_TITLE
    )


def _whole_title(row: Cells) -> str:
    return visible(row.whole_title)


def _bar(status: Status, columns: int) -> str:
    """The share achieved, and a mark where the plan expected it to be."""
    now = status.now
    if now.share is None:
        held = now.statement.held or now.statement.measure is Measure.MILESTONE
        return (" " if held else "·") * columns
    share = min(max(now.share, 0.0), 1.0)
    full, part = divmod(int(share * columns * 8 + 1e-9), 8)
    bar = ["█"] * full + ([_PARTS[part]] if part else [])
    bar += ["·"] * (columns - len(bar))
    start, change = now.plan.start, now.goal - now.plan.start
    if now.expected is not None and change:
        due = (now.expected - start) / change
        place = round(due * columns) - 1
        if due > share and full <= place < columns:
            bar[place] = "│"
    return "".join(bar)
