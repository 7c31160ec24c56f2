"""The sentences of the reports in English, Kazakh and Russian, with their blanks.

A module a theme; each phrase in the order of LANGUAGES.
"""

from __future__ import annotations

from tracker.domain import LANGUAGES
from tracker.reports.phrases.evidence import EVIDENCE
from tracker.reports.phrases.findings import FINDINGS

PHRASES = {**EVIDENCE, **FINDINGS}


def say(phrase: str, lang: str, **blanks: str) -> str:
    """One phrase in a language, its blanks filled."""
    return PHRASES[phrase][LANGUAGES.index(lang)].format(**blanks)
