"""The sentences of the reports in English, Kazakh and Russian, with their blanks.

A module a theme; each phrase in the order of LANGUAGES.
"""

from __future__ import annotations

from tracker.domain import LANGUAGES
from tracker.reports.phrases.backtests import BACKTESTS
from tracker.reports.phrases.changes import CHANGES
from tracker.reports.phrases.due import DUE
from tracker.reports.phrases.evidence import EVIDENCE
from tracker.reports.phrases.faults import FAULTS
from tracker.reports.phrases.findings import FINDINGS
from tracker.reports.phrases.forecasts import FORECASTS
from tracker.reports.phrases.form import FORM
from tracker.reports.phrases.league import LEAGUE
from tracker.reports.phrases.measured import MEASURED
from tracker.reports.phrases.methods import METHODS
from tracker.reports.phrases.parts import PARTS
from tracker.reports.phrases.site import SITE
from tracker.reports.phrases.stocktake import STOCKTAKE
from tracker.reports.phrases.undone import UNDONE
from tracker.reports.phrases.workbook import WORKBOOK

PHRASES = {
    **BACKTESTS,
    **CHANGES,
    **DUE,
    **EVIDENCE,
    **FAULTS,
    **FINDINGS,
    **FORECASTS,
    **FORM,
    **LEAGUE,
    **MEASURED,
    **METHODS,
    **PARTS,
    **SITE,
    **STOCKTAKE,
    **UNDONE,
    **WORKBOOK,
}


def say(phrase: str, lang: str, **blanks: str) -> str:
    """One phrase in a language, its blanks filled."""
    return PHRASES[phrase][LANGUAGES.index(lang)].format(**blanks)
