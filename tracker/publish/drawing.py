"""The picture of a target in each language; its lines are worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tracker.charts.lines import Lines, lines_of
from tracker.progress.status import Status
from tracker.reports.html.target_page import Drawn


@dataclass(frozen=True)
class Drawing:
    """The burn-up of one status, drawn when it is asked for."""

    status: Status

    @cached_property
    def lines(self) -> Lines:
        return lines_of(self.status)

    def in_language(self, lang: str) -> Drawn:
        """The picture with its words in a language."""
        from tracker.charts.inline import inline

        return Drawn(*inline(self.status, self.lines, lang))
