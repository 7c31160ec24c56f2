"""What a sheet says before its rows: its size, what is seen of it, its widths."""

from __future__ import annotations

from tracker.exchange.copies import Original
from tracker.exchange.outcomes import ABOVE, OUTCOME_WIDTH, Told
from tracker.exchange.sheet_rows import name_of, place_of, whole
from tracker.exchange.splice import Element, Splice, changed_tag


class MarkedView:
    """Selects the first problem, and brings its row in sight."""

    def __init__(self, splice: Splice, original: Original, told: Told) -> None:
        self._splice = splice
        line, at = told.first_bad() or (0, None)
        self._line, self._outcome = line, original.outcome
        self._last = max(told.bad, default=0)
        selected = f"{name_of(at or original.outcome)}{line}"
        self._selection = {"activeCell": selected, "sqref": selected}
        self._is_whole = True

    def begun(self, it: Element) -> None:
        within = self._splice.within[-1].name
        if it.name == "dimension":
            self._measure(it)
        elif not self._line:
            return
        elif it.name == "sheetView":
            self._splice.held, self._is_whole = it.begin, True
        elif it.name == "selection" and within == "sheetView":
            self._splice.change(it, self._selection)
        elif it.name == "pane" and within == "sheetView":
            self._is_whole = False
            self._scroll(it)

    def ended(self, it: Element) -> None:
        if not self._line or it.name != "sheetView":
            return
        seen = {"topLeftCell": f"A{max(1, self._line - ABOVE)}"}
        if self._splice.tag(it).endswith(b"/>"):
            selected = " ".join(f'{k}="{v}"' for k, v in self._selection.items())
            self._splice.append(
                it, f"<{self._splice.prefix}selection {selected}/>", seen
            )
        elif self._is_whole:
            self._splice.change(it, seen)
        self._splice.held = None

    def _measure(self, it: Element) -> None:
        first, _, last = it.attributes.get("ref", "").partition(":")
        row, column = place_of(last or first)
        behind = f"{name_of(max(column, self._outcome))}{max(row, self._last)}"
        self._splice.change(it, {"ref": f"{first}:{behind}"})

    def _scroll(self, pane: Element) -> None:
        """Rows that stay in sight are not moved."""
        given = pane.attributes
        rows, place = given.get("ySplit", ""), given.get("topLeftCell", "")
        if given.get("state", "").startswith("frozen") and rows.isdigit() and place:
            _, column = place_of(place)
            row = max(whole(rows) + 1, self._line - ABOVE)
            self._splice.change(pane, {"topLeftCell": f"{name_of(column)}{row}"})


class MarkedColumns:
    """Gives the column that is added its width."""

    def __init__(self, splice: Splice, original: Original) -> None:
        self._splice, self._at = splice, original.outcome
        # An earlier report has its column.
        self._is_due = original.is_new

    def begun(self, it: Element) -> None:
        if not self._is_due:
            return
        x = self._splice.prefix
        if it.name == "sheetData":
            self._splice.insert(f"<{x}cols>{self._own()}</{x}cols>")
            self._is_due = False
        elif it.name == "cols":
            self._splice.held = it.begin
        elif it.name == "col" and whole(it.attributes.get("min", "")) > self._at:
            self._splice.insert(self._own())
            self._is_due = False

    def ended(self, it: Element) -> None:
        if self._is_due and it.name == "col":
            first, last = (whole(it.attributes.get(at, "")) for at in ("min", "max"))
            if first <= self._at <= last:
                self._splice.replace(it, self._parted(it, first, last))
                self._is_due = False
        elif it.name == "cols":
            if self._is_due:
                self._splice.append(it, self._own(), {})
            self._is_due, self._splice.held = False, None

    def _parted(self, it: Element, first: int, last: int) -> str:
        """Columns of one width, without the one among them that is added."""
        tag = self._splice.tag(it).removesuffix(b">").removesuffix(b"/") + b"/>"
        before = changed_tag(tag, {"max": self._at - 1}).decode()
        behind = changed_tag(tag, {"min": self._at + 1}).decode()
        return (
            (before if first < self._at else "")
            + self._own()
            + (behind if last > self._at else "")
        )

    def _own(self) -> str:
        at = f'min="{self._at}" max="{self._at}"'
        return (
            f'<{self._splice.prefix}col {at} width="{OUTCOME_WIDTH}" customWidth="1"/>'
        )
