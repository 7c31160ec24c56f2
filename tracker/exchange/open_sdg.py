"""Open SDG: its data and indicator-config folders in and out.

A year's figure is a reading on its 31 December.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tracker.domain import Actual, Evidence, Kind, Target
from tracker.errors import Problem
from tracker.exchange import open_sdg_config as config
from tracker.exchange import open_sdg_data as data
from tracker.exchange.draft import Draft, ForeignFileError, Reported, key_from, plain
from tracker.exchange.open_sdg_config import Config
from tracker.exchange.open_sdg_data import DataFile
from tracker.exchange.open_sdg_targets import Indicator, last_day, number_of, targets_of

DATA, CONFIG, TRANSLATIONS = "data", config.FOLDER, "translations"


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
    # By key the file of each line of figures.
    stands_in: dict[str, str] = {}
    any_file = False
    for path, content in files:
        name = plain(path.rpartition("/")[2]).removesuffix(".csv")
        name = name.removeprefix("indicator_")
        any_file = True
        try:
            file = data.read(path, key_from(name), content)
        except ForeignFileError as error:
            problems += error.problems
            continue
        problems += file.problems
        file = _alone(path, file, stands_in, problems)
        indicator = Indicator(path, name, file, _config(name, about, problems), known)
        found = targets_of(indicator, problems)
        targets += found
        reported += _reported(indicator, found)
    if not any_file:
        message = f"has no {DATA}/*.csv; name the folder that holds {DATA}"
        raise ForeignFileError([Problem("Open SDG", message)])
    return Draft(tuple(targets), tuple(reported), tuple(problems))


def _alone(
    path: str, file: DataFile, stands_in: dict[str, str], problems: list[Problem]
) -> DataFile:
    """A file without the lines of figures that stand in one before it."""
    own = []
    for series in file.series:
        other = stands_in.setdefault(series.key, path)
        if other == path:
            own.append(series)
        else:
            message = f"{series.key} stands in {other} too; left out"
            problems.append(Problem(path, message))
    return replace(file, series=tuple(own))


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


def _reported(indicator: Indicator, targets: Iterable[Target]) -> Iterable[Reported]:
    """Each figure as an actual; of a target those from its baseline on."""
    since = {each.key: each.first.baseline for each in targets}
    for series in indicator.file.series:
        start = since.get(series.key)
        for year in sorted(series.values):
            on = last_day(year)
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
                    source=f"Open SDG {number_of(indicator)}",
                    note=data.told(series.about) or None,
                ),
            )
