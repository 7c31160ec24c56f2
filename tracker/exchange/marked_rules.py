"""The colour of the cells that are wrong, as a rule of the sheet.

So a cell keeps its own style, and the next report takes the colour off again.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from itertools import groupby

from tracker.exchange.copies import OUTCOME, Original
from tracker.exchange.outcomes import Told
from tracker.exchange.sheet_rows import name_of, whole
from tracker.exchange.splice import Element, Splice

# It always holds, and shows whose rule it is.
_FORMULA = f'"{OUTCOME}"="{OUTCOME}"'
# Ranges of one rule; each has some ten letters.
_MOST_RANGES = 500
# What may stand between the rows and the rules. Source: ECMA-376, part 1, 18.3.1.99.
_BEFORE_RULES = (
    *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter"),
    *("sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr"),
)


class MarkedRules:
    """Puts the rule before all others of a sheet, and takes off the one before it.

    Args:
        look: The number of what it shows.
    """

    def __init__(
        self, splice: Splice, original: Original, told: Told, look: int
    ) -> None:
        self._splice, self._look = splice, look
        self._ranges = list(_ranges(told, original.outcome))
        self._has_rows = False
        self._rules = self._own_rules = 0

    def before(self, it: Element) -> None:
        """Hears of a part of the sheet before it begins; they have their order."""
        if it.name == "sheetData":
            self._has_rows = True
        elif self._has_rows and it.name not in _BEFORE_RULES:
            self.add()

    def begun(self, it: Element) -> None:
        if it.name == "conditionalFormatting":
            self._splice.held = it.begin
            self._rules = self._own_rules = 0
        elif it.name == "cfRule" and "priority" in it.attributes:
            priority = whole(it.attributes["priority"])
            self._splice.change(it, {"priority": priority + 1})

    def ended(self, it: Element) -> None:
        if it.name == "conditionalFormatting":
            if 0 < self._own_rules == self._rules:
                self._splice.replace(it, "")
            self._splice.held = None
        elif it.name == "cfRule" and self._splice.held is not None:
            self._rules += 1
            if _FORMULA in unescape(self._splice.inner(it).decode()):
                self._own_rules += 1
                self._splice.replace(it, "")

    def add(self) -> None:
        """Writes the rule before the tag that is read, unless it is written."""
        x = self._splice.prefix
        for at in range(0, len(self._ranges), _MOST_RANGES):
            where = " ".join(self._ranges[at : at + _MOST_RANGES])
            self._splice.insert(
                f'<{x}conditionalFormatting sqref="{where}"><{x}cfRule '
                f'type="expression" dxfId="{self._look}" priority="1">'
                f"<{x}formula>{_FORMULA}</{x}formula></{x}cfRule>"
                f"</{x}conditionalFormatting>"
            )
        self._ranges.clear()


def _ranges(told: Told, outcome: int) -> Iterator[str]:
    """The cells that are wrong and those that say why, as ranges within columns."""
    cells = sorted(
        {
            (at or outcome, line)
            for line, columns in told.bad.items()
            for at in (*columns, outcome)
        }
    )
    for (column, _), run in groupby(
        enumerate(cells), key=lambda each: (each[1][0], each[1][1] - each[0])
    ):
        lines = [line for _, (_, line) in run]
        first, last = f"{name_of(column)}{lines[0]}", f"{name_of(column)}{lines[-1]}"
        yield first if first == last else f"{first}:{last}"
