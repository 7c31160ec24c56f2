"""Formats of others, in and out: import --from and export --to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import TARGETS_FILE, App, tell
from tracker.cli.options import Asked
from tracker.errors import Problem, RefusedError

if TYPE_CHECKING:
    from datetime import date

    from tracker.exchange.course import Course
    from tracker.exchange.draft import Draft
    from tracker.exchange.iati_write import Publisher

ACTUALS, OTHERS = "actuals.csv", "other-actuals.csv"
_ABOUT = (
    "Drafted by `tracker import` from {source}.",
    "",
    "Look at every line before it counts as a promise: when it was stated, by whom,",
    "in what unit, and whether its figures add up or are read off.",
)


def import_from(app: App, form: str, source: Path, out: Path | None) -> None:
    """Drafts a file of targets and files of actuals from what others wrote.

    Raises:
        RefusedError: The folder holds such files already.
        ForeignFileError: Nothing could be read.
    """
    from tracker.exchange.draft import ForeignFileError, plain, write_actuals
    from tracker.exchange.targets_toml import write
    from tracker.reports.terminal import visible

    if out is None:
        raise click.UsageError(
            "--from drafts files to look at; give a new folder for them with --out"
        )
    names = (TARGETS_FILE, ACTUALS, OTHERS)
    there = [str(out / name) for name in names if (out / name).exists()]
    if there:
        raise RefusedError(f"{there[0]} is there already; name a new folder with --out")
    draft = _sound(_read(form, source), app.today)
    targets, problems = draft.targets, draft.problems
    if not draft.reported and not targets and problems:
        raise ForeignFileError(problems)
    about = [line.format(source=plain(source.name)) for line in _ABOUT]
    known, others = draft.of_targets(), draft.of_none()
    files = {TARGETS_FILE: write(targets, about), ACTUALS: write_actuals(known)}
    if others:
        files[OTHERS] = write_actuals(others)
    write_files(app, out, files)
    for each in problems:
        click.echo(visible(f"{each.where}: {each.message}"), err=True)
    tell(
        f"drafted {_many(len(targets), 'target')}, {_many(len(known), 'actual')} of "
        f"them and {len(others):,} of no target in {out}; "
        f"{_many(len(problems), 'remark')}"
    )
    tell(_next_step(out, targets=bool(targets)))


def _next_step(out: Path, *, targets: bool) -> str:
    file = out / TARGETS_FILE
    if targets:
        return (
            f"look at them, then run `tracker --targets {file} init` and "
            f"`tracker --targets {file} import {out / ACTUALS}`"
        )
    return (
        f"nothing there states a target; write what was promised into {file}, under "
        f"keys of {out / OTHERS}, and import that with --skip-unknown"
    )


def export_to(
    app: App, asked: Asked, targets: tuple[str, ...], organisation: str | None
) -> None:
    """Writes targets in a format of others, and says what it has no place for."""
    from tracker.cli.output import deliver
    from tracker.exchange import barometre, iati_write, open_sdg_write
    from tracker.exchange.course import LOST

    form, output = asked.form, asked.output
    if organisation and form != "iati":
        raise click.UsageError("--organisation is of iati only")
    publisher = _publisher(organisation) if form == "iati" else None
    courses = _courses(app, targets, asked)
    if publisher:
        deliver(app, iati_write.write(courses, publisher, app.now), output)
    elif form == "pilote":
        deliver(app, barometre.long_rows(courses), output)
    elif form == "barometre":
        deliver(app, barometre.published_rows(courses, asked.lang), output)
    elif output is None:
        raise click.UsageError("open-sdg is a folder; name it with -o")
    else:
        files = open_sdg_write.write(courses, asked.lang)
        write_files(app, output, files)
        tell(f"wrote {_many(len(files), 'file')} to {output}")
    click.echo(f"{form} has no place for {LOST[form]}", err=True)


def write_files(app: App, folder: Path, files: Mapping[str, str]) -> None:
    """Puts files into a folder, each whole or not at all.

    Raises:
        OutputError: It cannot be written, or would replace a file of tracker's own.
    """
    from tracker.cli.output import OutputError, refuse_own
    from tracker.files import write_whole

    for name in files:
        refuse_own(app, folder / name)
    try:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / name, text.encode())
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be written ({error.strerror}); name another folder"
        ) from error


def _read(form: str, source: Path) -> Draft:
    from tracker.exchange import barometre_read, iati_read, open_sdg

    if source.is_dir() != (form == "open-sdg"):
        what = "a folder" if form == "open-sdg" else "a file"
        raise RefusedError(f"{source} is not {what}, which {form} is; check the path")
    if form == "open-sdg":
        about = {
            name: content
            for pattern in (
                f"{open_sdg.CONFIG}/*.yml",
                f"{open_sdg.TRANSLATIONS}/*/*.yml",
            )
            for name, content in _files(source, pattern)
        }
        return open_sdg.read(_files(source, f"{open_sdg.DATA}/*.csv"), about)
    content = source.read_bytes()
    if form == "iati":
        return iati_read.read(source.name, content)
    return barometre_read.read(source.name, content)


def _files(folder: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob(pattern)):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _sound(draft: Draft, today: date) -> Draft:
    """What can be taken of a draft, the rest told among its problems."""
    from tracker.catalogue.contradictions import contradictions_of
    from tracker.exchange.draft import Draft

    targets, problems = [], list(draft.problems)
    for target in draft.targets:
        faults = contradictions_of(target.statements)
        problems += [Problem(target.key, f"left out: {told}") for _, told in faults]
        targets += [] if faults else [target]
    over = [each for each in draft.reported if each.actual.on <= today]
    problems += [
        Problem(each.key, f"{each.actual.on} is a day to come; left out")
        for each in draft.reported
        if each.actual.on > today
    ]
    return Draft(tuple(targets), tuple(over), tuple(problems))


def _courses(app: App, targets: tuple[str, ...], asked: Asked) -> tuple[Course, ...]:
    from tracker.cli.status import statuses_and_head
    from tracker.exchange.course import Course, Reading
    from tracker.progress.methods.of_status import methods_of
    from tracker.progress.readings import readings

    return tuple(
        Course(
            target=each.target,
            statement=each.now.statement,
            readings=tuple(Reading(*pair) for pair in readings(each)),
            rate=methods_of(each).completion.percent,
        )
        for each in statuses_and_head(app, targets, asked.as_of, asked.known_at)[0]
    )


def _publisher(organisation: str | None) -> Publisher:
    """Who publishes, from its identifier and its name in one text."""
    from tracker.exchange.iati_write import Publisher

    reference, _, name = (organisation or "").strip().partition(" ")
    if not reference:
        raise click.UsageError(
            'iati names who publishes; give --organisation "IDENTIFIER NAME"'
        )
    return Publisher(reference, name.strip() or reference)


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
