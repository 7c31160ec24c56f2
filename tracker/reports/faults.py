"""What checks found wrong: a line each for people, a row each for machines."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.progress.checks import Fault
from tracker.reports.numbers import figure, machine, plain_spaces, rounded
from tracker.reports.phrases import say
from tracker.reports.tables import Row
from tracker.reports.terminal import visible
from tracker.reports.words import DAYS, counted, short_day

COLUMNS = ("check", "target", "entry", "on", "value", "message")


def text(faults: Iterable[Fault], lang: str) -> str:
    """A line each: what it is told of, what is wrong, what to do, which check it was.

    Empty where nothing is wrong.
    """
    return "".join(
        f"{visible(f'{each.where}: {message(each, lang)} [{each.check}]')}\n"
        for each in faults
    )


def rows(faults: Iterable[Fault], lang: str) -> list[Row]:
    """A row each."""
    return [
        {
            "check": each.check.value,
            "target": each.key,
            "entry": each.where,
            "on": each.on.isoformat() if each.on else None,
            "value": machine(each.value),
            "message": message(each, lang),
        }
        for each in faults
    ]


def message(fault: Fault, lang: str) -> str:
    """What is wrong and what to do, without a full stop."""
    value, other = fault.value or 0.0, fault.other or 0.0
    small, large = sorted((abs(value), abs(other)))
    said = say(
        f"fault-{fault.why}",
        lang,
        value=figure(value, lang),
        other=figure(other, lang),
        times=rounded(large / small, lang) if small else "",
        days=counted(fault.days or 0, DAYS, lang),
        when=short_day(fault.on, lang) if fault.on else "",
        beside=fault.beside or "",
        then=short_day(fault.beside_on, lang) if fault.beside_on else "",
        told=fault.told,
    )
    return plain_spaces(said)
