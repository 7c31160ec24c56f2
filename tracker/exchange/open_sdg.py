"""Open SDG: its data and indicator-config folders in and out.

A year's figure is a reading on its 31 December.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tracker.areas import AREAS
from tracker.domain import (
    Actual,
    Baseline,
    Direction,
    Evidence,
    Goal,
    Kind,
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
from tracker.exchange.draft import (
    Draft,
    ForeignFileError,
    Reported,
    key_from,
    plain,
    with_share,
)
from tracker.exchange.foreign_areas import area_of
from tracker.exchange.open_sdg_config import Config, Promise
from tracker.exchange.open_sdg_data import DataFile, Series
from tracker.periods import Period

DATA, CONFIG, TRANSLATIONS = "data", "indicator-config", "translations"
_STATED = (
    "Open SDG does not tell when a target was stated: the day of its baseline stands "
    "for that day."
)

Translations = Mapping[tuple[str, str, str], str]


class _Indicator(NamedTuple):
    name: str
    file: DataFile
    config: Config
    known: Translations


def read(files: Iterable[tuple[str, bytes]], about: Mapping[str, bytes]) -> Draft:
    """What a repository says.

    Args:
        files: The names and contents of data/*.csv, one after the other.
        about: Those of indicator-config/*.yml and translations/*/*.yml.

    Raises:
        ForeignFileError: There is no data file at all.
    """
    problems: list[Problem] = []
    targets: list[Target] = []
    reported: list[Reported] = []
    known = _translations(about, problems)
    names = set()
    for path, content in files:
        name = plain(path.rpartition("/")[2]).removesuffix(".csv")
        name = name.removeprefix("indicator_")
        names.add(path)
        try:
            file = data.read(path, key_from(name), content)
        except ForeignFileError as error:
            problems += error.problems
            continue
        problems += file.problems
        indicator = _Indicator(name, file, _config(name, about, problems), known)
        found = _targets(path, indicator, problems)
        targets += found
        reported += _reported(indicator, found)
    if not names:
        message = f"has no {DATA}/*.csv; name the folder that holds {DATA}"
        raise ForeignFileError([Problem("Open SDG", message)])
    return Draft(tuple(targets), tuple(reported), tuple(problems))


def _translations(
    about: Mapping[str, bytes], problems: list[Problem]
) -> dict[tuple[str, str, str], str]:
    known: dict[tuple[str, str, str], str] = {}
    for name, content in about.items():
        if name.startswith(f"{TRANSLATIONS}/"):
            try:
                known |= config.translations({name: content})
            except ForeignFileError as error:
                problems += error.problems
    return known


def _config(name: str, about: Mapping[str, bytes], problems: list[Problem]) -> Config:
    path = f"{CONFIG}/{name}.yml"
    if path not in about:
        return Config()
    try:
        found = config.read(path, about[path])
    except ForeignFileError as error:
        problems += error.problems
        return Config()
    problems += found.problems
    return found


def _targets(path: str, indicator: _Indicator, problems: list[Problem]) -> list[Target]:
    targets: dict[str, Target] = {}
    for promise in indicator.config.promises:
        where = f"{CONFIG}/{indicator.name}.yml"
        try:
            series = _picked(path, indicator.file, promise)
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


def _picked(path: str, file: DataFile, promise: Promise) -> Series:
    """The one line of figures that a target is about.

    Raises:
        EntryError: There is none, or more than one.
    """
    wanted = {_column(name, file): value for name, value in promise.about.items()}
    wanted = {
        name: value for name, value in wanted.items() if file.common.get(name) != value
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


def _target(indicator: _Indicator, series: Series, promise: Promise) -> Target:
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
    baseline = Baseline(series.values[years[0]], _last_day(years[0]))
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
        goal=Goal(promise.target, _last_day(promise.target_year)),
        baseline=baseline,
        lower=promise.limit if within and not rises else None,
        upper=promise.limit if within and rises else None,
        source=Source(title=f"Open SDG {_number(indicator)}"),
        note=_STATED,
    )
    statement = with_share(statement, (series.values[year] for year in years))
    labels = Labels(
        title=_title(indicator, series), area=series.area, report_every=Period.YEAR
    )
    return Target(series.key, labels, (statement,))


def _reported(indicator: _Indicator, targets: Iterable[Target]) -> Iterable[Reported]:
    """Each figure as an actual; of a target those from its baseline on."""
    since = {each.key: each.first.baseline for each in targets}
    for series in indicator.file.series:
        start = since.get(series.key)
        for year in sorted(series.values):
            on = _last_day(year)
            if start is not None and on < start.on:
                continue
            yield Reported(
                series.key,
                Actual(
                    seq=0,
                    on=on,
                    kind=Kind.TOTAL,
                    value=series.values[year],
                    evidence=Evidence.DOCUMENTED,
                    source=f"Open SDG {_number(indicator)}",
                    note=data.told(series.about) or None,
                ),
            )


def _number(indicator: _Indicator) -> str:
    return indicator.config.number or indicator.name.replace("-", ".")


def _title(indicator: _Indicator, series: Series) -> Texts:
    plainly = f"Indicator {_number(indicator)}"
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


def _unit(indicator: _Indicator, series: Series) -> Mapping[str, Mapping[str, str]]:
    cells = {**indicator.file.common, **series.about}
    given = next((cells[name] for name in data.UNITS if name in cells), None)
    text = given or indicator.config.unit or "units"
    texts = config.in_words(text, indicator.known) or {"en": text}
    return {language: {"other": each} for language, each in texts.items()}


def _last_day(year: int) -> date:
    return date(year, 12, 31)
