"""The rows of a list of targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tracker.domain import Measure
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.areas import area_name
from tracker.reports.cells import Cells, cells
from tracker.reports.forecasts import chance_cell, legend, met_cell
from tracker.reports.html.frame import Here
from tracker.reports.parts import depths
from tracker.reports.phrases import say
from tracker.reports.report import count_of, stale_note
from tracker.reports.words import (
    RATING_SYMBOLS,
    UNKNOWN,
    short_day,
    text_in,
    word,
)


class Bar(NamedTuple):
    """A bar of 100 units: how much is done, and where the plan is on the data day."""

    done: float
    plan: float | None


class Verdict(NamedTuple):
    """A rating as a page shows it."""

    name: str
    symbol: str
    text: str


class Row(NamedTuple):
    """One target of a list.

    Attributes:
        depth: How deep it stands below a target before it.
        belongs: The area, or where it has none its programme; empty without either.
        bar: None where there is no share.
        stale: That the figures are, and from when; empty where they are not.
        groups: The names of its groups, by which a script shows or hides it.
    """

    href: str
    cells: Cells
    depth: int
    belongs: str
    verdict: Verdict
    bar: Bar | None
    days: str
    chance: str
    met: str
    data_day: str
    stale: str
    groups: str


def rows(
    statuses: Sequence[Status], here: Here, groups: Mapping[str, str]
) -> list[Row]:
    """A row a target.

    Args:
        stale: That the figures are, and from when; empty where they are not.
        groups: The names of each target's groups, by its key.
    """
    return [
        _row(status, depth, here, groups.get(status.target.key, ""))
        for status, depth in zip(statuses, depths(statuses), strict=True)
    ]


def key_of(statuses: Sequence[Status], lang: str) -> str:
    """What the bars and the forecasts of a list mean, as far as it has any."""
    said = []
    if any(bar(each) for each in statuses):
        said.append(say("site-bar-key", lang))
    if any(_foretold(each, lang) for each in statuses):
        text = legend(statuses, lang)
        said.append(f"{text[:1].upper()}{text[1:]}.")
    return " ".join(said)


def _foretold(status: Status, lang: str) -> bool:
    cells_told = (chance_cell(status.forecast, lang), met_cell(status.forecast, lang))
    return any(each != UNKNOWN for each in cells_told)


class Count(NamedTuple):
    """How many targets have a rating, and the page with them.

    Attributes:
        stale: Of how many of them the figures are stale; empty for none.
    """

    verdict: Verdict
    targets: int
    stale: str
    href: str


def counts(statuses: Sequence[Status], here: Here) -> list[Count]:
    """How many targets have each rating that occurs."""
    lang = here.lang
    found = Counter(each.rating for each in statuses)
    stale = Counter(each.rating for each in statuses if each.stale)
    return [
        Count(
            Verdict(rating.value, RATING_SYMBOLS[rating], word(rating, lang)),
            found[rating],
            count_of(n, word("stale", lang), lang) if (n := stale[rating]) else "",
            here.to(f"groups/rating-{rating}.html"),
        )
        for rating in Rating
        if found[rating]
    ]


def verdict(status: Status, lang: str) -> Verdict:
    """The rating in words."""
    rating = status.rating
    return Verdict(rating.value, RATING_SYMBOLS[rating], word(rating, lang))


def _row(status: Status, depth: int, here: Here, groups: str) -> Row:
    lang, labels = here.lang, status.target.labels
    shown = cells(status, lang, short=False)
    belongs = labels.programme and text_in(labels.programme, lang)
    actual = status.actual
    return Row(
        href=here.to(here.site.target_page(status.target.key)),
        cells=shown,
        depth=depth,
        belongs=area_name(labels.area, lang) if labels.area else belongs or "",
        verdict=verdict(status, lang),
        bar=bar(status),
        days=shown.days,
        chance=chance_cell(status.forecast, lang),
        met=met_cell(status.forecast, lang),
        data_day=short_day(actual.on, lang) if actual else UNKNOWN,
        stale=stale_note(status, lang),
        groups=groups,
    )


def bar(status: Status) -> Bar | None:
    """The share of the goal and of the plan; None where there is none."""
    now = status.now
    if now.share is None or now.statement.measure is Measure.MILESTONE:
        return None
    start, change = now.plan.start, now.goal - now.plan.start
    plan = None
    if now.expected is not None and change:
        plan = _within((now.expected - start) / change)
    return Bar(_within(now.share), plan)


def pages(found: Sequence[Status], most: int) -> Iterable[tuple[Status, ...]]:
    """The statuses in pages of so many, one empty page where there are none."""
    for first in range(0, max(len(found), 1), most):
        yield tuple(found[first : first + most])


def _within(share: float) -> float:
    """A share in hundredths of a bar, to a tenth."""
    return round(min(max(share, 0.0), 1.0) * 1000) / 10
