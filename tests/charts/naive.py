"""The same burn-ups through matplotlib's usual door, to measure ours against.

What anybody would write: `plt.subplots`, default ticks, `ax.legend`, and
`savefig(bbox_inches="tight")`, a new figure each time. The same lines, marks, labels
and words; only the labels are put where they fall.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from statistics import median
from time import perf_counter

import numpy as np

from tests.builders import a_goal, a_ledger, a_statement, a_target, an_actual
from tracker.charts.beside import restated_note
from tracker.charts.digest import data_digest
from tracker.charts.draw import pictures
from tracker.charts.lines import Lines, lines_of
from tracker.charts.notes import checkpoint_note, goal_note, sources, stamp
from tracker.charts.options import ChartOptions
from tracker.charts.style import (
    CHECKPOINT_MARK,
    EVIDENCE_MARKS,
    FAN_50,
    FAN_80,
    FORECAST,
    accent,
)
from tracker.domain import Evidence
from tracker.progress.forecasts import with_forecasts
from tracker.progress.status import Status, status
from tracker.reports.findings import finding
from tracker.reports.words import title_of, unit_name

LANG = "en"


def naive(shown: Status, width: int = 1000, height: int = 600, dpi: int = 100) -> bytes:
    """One burn-up as PNG."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(width / dpi, height / dpi), dpi=dpi)
    lines = lines_of(shown)
    _draw_lines(axes, shown, lines)
    _write(axes, shown, lines)
    _draw_fan(axes, lines)
    figure.suptitle(
        title_of(shown.target.key, shown.target.labels, LANG), weight="bold"
    )
    axes.set_title(finding(shown, LANG), fontsize=9)
    axes.set_ylabel(unit_name(shown.now.statement.unit, LANG))
    axes.legend(fontsize=8)
    axes.grid(axis="y", color="0.9")
    said = stamp(shown.as_of, data_digest([shown]), LANG)
    figure.text(0.02, 0.0, "\n".join([*sources(shown, LANG), said]), fontsize=8)
    out = BytesIO()
    figure.savefig(out, format="png", dpi=dpi, bbox_inches="tight")
    plt.close(figure)
    return out.getvalue()


def compare(
    count: int = 12, rounds: int = 5, seen: Sequence[Status] = ()
) -> tuple[float, float]:
    """Seconds for so many burn-ups as PNG: ours, and naive; interleaved, medians."""
    statuses = list(seen) or examples(count)
    options = ChartOptions(overview=False)
    ours, theirs = [], []
    for number in range(rounds + 1):
        begun = perf_counter()
        list(pictures(statuses, options))
        between = perf_counter()
        for each in statuses:
            naive(each)
        ended = perf_counter()
        if number:  # The first round fills the caches of both.
            ours.append(between - begun)
            theirs.append(ended - between)
    return median(ours), median(theirs)


def examples(count: int) -> list[Status]:
    """Restated targets with a few actuals and a forecast each."""
    first = a_statement(
        (98, "2024-09-01"), (208, "2024-12-31"), goal=a_goal(369, "2025-12-31")
    )
    later = a_statement(stated="2024-09-02", goal=a_goal(217, "2025-12-31"))
    found = []
    for number in range(count):
        evidence = list(Evidence)
        rows = [
            an_actual(
                f"2024-{2 + 2 * at:02}-15",
                (15 + number) * at,
                evidence=evidence[at % 3],
            )
            for at in range(1, 5)
        ]
        found.append(
            status(a_target(first, later), a_ledger(*rows), date(2024, 12, 31))
        )
    return list(with_forecasts(found))


def _draw_lines(axes, shown: Status, lines: Lines) -> None:
    colours = accent(shown.rating)
    axes.plot(*_columns(lines.first), ":", color="0.6", label="plan as first stated")
    axes.plot(*_columns(lines.plan), "--", color="0.3", label="plan")
    axes.plot(*_columns(lines.scope), color="0.1", label="goal")
    if lines.running:
        days, totals = _columns(lines.running)
        axes.step(days, totals, where="post", color=colours.fill, lw=3, label="actual")
    for evidence, mark in EVIDENCE_MARKS.items():
        points = [each for each in shown.points if each.actual.evidence is evidence]
        if points:
            days = np.asarray([each.on for each in points], dtype="datetime64[D]")
            totals = [each.total for each in points]
            style = {"fillstyle": mark.fill, "color": colours.edge}
            axes.plot(days, totals, mark.shape, ls="none", label=evidence, **style)
    for due, colour in ((lines.due, "0.3"), (lines.first_due, "0.6")):
        days = np.asarray([each.by for each in due], dtype="datetime64[D]")
        axes.plot(
            days, [each.value for each in due], CHECKPOINT_MARK.shape, color=colour
        )
    axes.plot(np.datetime64(shown.now.due), shown.now.goal, "^", color="0.1")
    axes.axvline(np.datetime64(shown.as_of), color="0.3", ls=":")


def _draw_fan(axes, lines: Lines) -> None:
    days = np.asarray([each.on for each in lines.fan], dtype="datetime64[D]")
    spreads = [each.spread for each in lines.fan]
    for low, high, colour, name in (
        ("p10", "p90", FAN_80, "80 % range"),
        ("p25", "p75", FAN_50, "50 % range"),
    ):
        edges = [[getattr(each, point) for each in spreads] for point in (low, high)]
        axes.fill_between(days, *edges, color=colour, label=name)
    middle = [each.p50 for each in spreads]
    axes.plot(days, middle, color=FORECAST, label="median forecast")
    if lines.met:
        axes.plot(np.datetime64(lines.met.on), lines.met.value, "*", color=FORECAST)


def _write(axes, shown: Status, lines: Lines) -> None:
    near = {"xytext": (6, 6), "textcoords": "offset points", "fontsize": 9}
    for each in (*lines.due, *lines.first_due):
        axes.annotate(checkpoint_note(each, LANG)[0], _at(each.by, each.value), **near)
    if shown.actual:
        text = f"{shown.actual.value}, {shown.actual.on}"
        axes.annotate(text, _at(shown.actual.on, shown.actual.value), **near)
    axes.annotate(goal_note(shown, LANG)[0], _at(shown.now.due, shown.now.goal), **near)
    pairs = zip(shown.statements, shown.statements[1:], strict=False)
    for place, (was, now) in zip(lines.restated, pairs, strict=True):
        axes.annotate(restated_note(was, now, LANG)[0], _at(*place), **near)
    top = axes.get_ylim()[1]
    axes.annotate(f"as of {shown.as_of}", _at(shown.as_of - timedelta(0), top), **near)


def _columns(line):
    days = np.asarray([each.on for each in line], dtype="datetime64[D]")
    return days, [each.value for each in line]


def _at(day: date, value: float):
    return np.datetime64(day), value


if __name__ == "__main__":
    mine, usual = compare()
    print(f"ours {mine:.3f} s, naive {usual:.3f} s: {usual / mine:.2f} times faster")
