"""How well a running total is attested, in one phrase."""

from __future__ import annotations

from tracker.progress.evidence import Attested
from tracker.progress.status import Status
from tracker.reports.numbers import figure
from tracker.reports.phrases import say

SHOWN_DIGITS = 12


def evidence_phrase(status: Status, lang: str) -> str:
    """What is claimed, documented, named, verified: "105 claimed, 37 named".

    A step that adds nothing to the next better one is left out. Empty where all is
    only claimed, or nothing is known.
    """
    shown = status.actual.attested if status.actual else None
    if shown is None or not (shown.documented or shown.named):
        return ""
    parts = (
        say(f"so-{name}", lang, value=figure(value, lang))
        for name, value in _steps(shown)
    )
    return ", ".join(parts)


def head_phrase(head: str, lang: str) -> str:
    """The first digits of the head of all ledgers, enough to tell two apart."""
    return say("head", lang, head=head[:SHOWN_DIGITS])


def _steps(shown: Attested) -> list[tuple[str, float]]:
    claimed, documented = shown.claimed, shown.documented
    steps = [
        ("claimed", claimed if claimed > documented else 0.0),
        ("documented", documented if documented > shown.verified else 0.0),
        ("named", shown.named),
        ("verified", shown.verified),
    ]
    return [(name, value) for name, value in steps if value]
