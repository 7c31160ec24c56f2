"""The targets that an indicator-config of Open SDG states about its data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tracker.areas import AREAS
from tracker.domain import (
    Baseline,
    Direction,
    Goal,
    Labels,
    Measure,
    Source,
    Statement,
    Target,
    Texts,
)
from tracker.errors import EntryError, Problem
from tracker.exchange import open_sdg_config as config
from tracker.exchange import open_sdg_data as data
from tracker.exchange.draft import with_share
from tracker.exchange.foreign_areas import area_of
from tracker.exchange.open_sdg_config import Config, Promise
from tracker.exchange.open_sdg_data import DataFile, Series
from tracker.periods import Period

_STATED = (
    "Open SDG does not tell when a target was stated: the day of its baseline stands "
    "for that day."
)

Translations = Mapping[tuple[str, str, str], str]


class Indicator(NamedTuple):
    """One indicator: its figures, and what is said of it.

    Attributes:
        path: Of its data file.
        known: The texts of the repository by language, group and key.
    """

    path: str
    name: str
    file: DataFile
    config: Config
    known: Translations


def targets_of(indicator: Indicator, problems: list[Problem]) -> list[Target]:
    """The targets of an indicator; what is wrong with others goes to the problems."""
    targets: dict[str, Target] = {}
    for promise in indicator.config.promises:
        where = f"{config.FOLDER}/{indicator.name}.yml"
        try:
            series = _picked(indicator, promise)
            target = _target(indicator, series, promise)
        except EntryError as error:
            problems.append(Problem(where, str(error)))
            continue
        if target.key in targets:
            problems.append(
                Problem(where, f"states two targets of {target.key}; keep one")
            )
        else:
            targets[target.key] = target
    return list(targets.values())


def _picked(indicator: Indicator, promise: Promise) -> Series:
    """The one line of figures that a target is about.

    Raises:
        EntryError: There is none, or more than one.
    """
    file, path = indicator.file, indicator.path
    wanted = {_column(name, file): value for name, value in promise.about.items()}
    wanted = {
        name: value
        for name, value in wanted.items()
        if file.common.get(name) != value and not data.is_whole(name, value)
    }
    found = [each for each in file.series if dict(each.about) == wanted]
    if not found and not set(wanted) & {*data.UNITS, *data.SERIES}:
        # Unit and series need not be named where there is but one of them.
        choosing = (*data.UNITS, *data.SERIES)
        found = [
            each
            for each in file.series
            if {k: v for k, v in each.about.items() if k not in choosing} == wanted
        ]
    if len(found) == 1:
        return found[0]
    said = data.told(wanted) or "the whole"
    if found:
        raise EntryError(
            f"states a target of {said}, for which {path} has {len(found)} lines of "
            "figures; name the unit and the series"
        )
    raise EntryError(f"states a target of {said}, of which {path} has no figures")


def _column(name: str, file: DataFile) -> str:
    """The column that the option `unit` or `series` is about."""
    if name not in ("unit", "series"):
        return name
    known = data.UNITS if name == "unit" else data.SERIES
    columns = {*file.common, *(column for each in file.series for column in each.about)}
    return next((each for each in known if each in columns), known[0])


def _target(indicator: Indicator, series: Series, promise: Promise) -> Target:
    """The target of one promise.

    Raises:
        EntryError: Its figures contradict each other.
    """
    years = [year for year in sorted(series.values) if year >= promise.base_year]
    if not years or years[0] >= promise.target_year:
        raise EntryError(
            f"{series.key} has no figure from its base year {promise.base_year} to "
            f"its target year {promise.target_year}; write its baseline yourself"
        )
    baseline = Baseline(series.values[years[0]], last_day(years[0]))
    rises = promise.rises
    if rises is None:
        if promise.target == baseline.value:
            raise EntryError(f"{series.key} needs a direction: it is to stay as it is")
        rises = promise.target > baseline.value
    within = promise.limit is not None and (
        promise.target <= promise.limit if rises else promise.target >= promise.limit
    )
    statement = Statement(
        stated=baseline.on,
        measure=Measure.LEVEL,
        direction=Direction.INCREASE if rises else Direction.DECREASE,
        unit=_unit(indicator, series),
        goal=Goal(promise.target, last_day(promise.target_year)),
        baseline=baseline,
        lower=promise.limit if within and not rises else None,
        upper=promise.limit if within and rises else None,
        source=Source(title=f"Open SDG {number_of(indicator)}"),
        note=_STATED,
    )
    statement = with_share(statement, (series.values[year] for year in years))
    labels = Labels(
        title=_title(indicator, series), area=series.area, report_every=Period.YEAR
    )
    return Target(series.key, labels, (statement,))


def number_of(indicator: Indicator) -> str:
    """What the indicator is called in the framework: 1.2.1."""
    return indicator.config.number or indicator.name.replace("-", ".")


def _title(indicator: Indicator, series: Series) -> Texts:
    plainly = f"Indicator {number_of(indicator)}"
    name = indicator.config.name or plainly
    texts = config.in_words(name, indicator.known) or {"en": plainly}
    if not series.about:
        return texts
    return {
        language: f"{text}, {_parted(series, language)}"
        for language, text in texts.items()
    }


def _parted(series: Series, language: str) -> str:
    """The values of a breakdown in one language, as far as they are known in it."""
    words = []
    for value in series.about.values():
        area = area_of(value)
        words.append(AREAS[area][language] if area else value)
    return ", ".join(words)


def _unit(indicator: Indicator, series: Series) -> Mapping[str, Mapping[str, str]]:
    cells = {**indicator.file.common, **series.about}
    given = next((cells[name] for name in data.UNITS if name in cells), None)
    text = given or indicator.config.unit or "units"
    texts = config.in_words(text, indicator.known) or {"en": text}
    return {language: {"other": each} for language, each in texts.items()}


def last_day(year: int) -> date:
    """The day that a year's figure is of."""
    return date(year, 12, 31)
