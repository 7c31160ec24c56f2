"""What a form accepts in its cells, and which cells it shows as missing.

Nothing here is a formula of a cell: checks are asked when somebody types.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from tracker.domain import Evidence, Measure, typed
from tracker.excel import DAY_0
from tracker.reports.numbers import figure, plain_spaces
from tracker.reports.phrases import say
from tracker.reports.words import short_day
from tracker.reports.xlsx.form_rows import Limits, Question
from tracker.reports.xlsx.form_words import DONE, LETTERS, kind_word

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

# As early and as large as `tracker import` takes them.
FIRST_DAY, LARGEST = date(1990, 1, 1), 1e15
# The sheet of what may be chosen, and its columns: the keys, the kinds, the evidence.
LISTS = "Lists"
_MISSING = "FFFFF2B3"
_TARGET, _DAY, _VALUE, _KIND, _EVIDENCE, _SOURCE, _LAST = (
    LETTERS[name]
    for name in (
        *("book-key", "day-head", "book-value", "book-kind"),
        *("evidence-head", "source", "form-reason"),
    )
)

Held = TypeVar("Held", date, Limits, str)


def add_checks(
    sheet: Worksheet, asked: Sequence[Question], last: int, lang: str
) -> None:
    """The checks of all rows: those of the targets, then spare ones up to the last.

    What holds for several rows is written once.
    """
    spare, rows = range(len(asked) + 2, last + 1), list(enumerate(asked, start=2))
    days = [(each.since or FIRST_DAY, row) for row, each in rows]
    for since, where in _grouped(days, FIRST_DAY, spare).items():
        _add(sheet, _DAY, where, _day(since, lang))
    limits = [(each.limits, row) for row, each in rows if not each.is_milestone]
    for limit, where in _grouped(limits, Limits(), spare).items():
        _add(sheet, _VALUE, where, _number(limit, lang))
    kinds = [(_kinds(each), row) for row, each in rows]
    for choice, where in _grouped(kinds, "$B$2:$B$5", spare).items():
        _add(sheet, _KIND, where, _choice(choice, lang))
    evidence = _choice(f"$C$2:$C${len(Evidence) + 1}", lang)
    _add(sheet, _EVIDENCE, range(2, last + 1), evidence)
    _add(sheet, _TARGET, spare, _choice(f"$A$2:$A${len(asked) + 1}", lang))


def mark_missing(
    sheet: Worksheet, asked: Sequence[Question], last: int, lang: str
) -> None:
    """Shows what a row that was begun still lacks."""
    every = range(2, last + 1)
    done = [row for row, each in enumerate(asked, start=2) if each.is_milestone]
    counted = sorted(set(every) - set(done))
    begun = f"COUNTA(${_DAY}{{row}}:${_LAST}{{row}})>0"
    has_day = f'${_DAY}{{row}}<>""'
    # A spare row may be of a milestone, which has no value.
    undone = (f'${_KIND}{{row}}<>"{kind_word(each, lang)}"' for each in DONE)
    for letter, rows, when in (
        (_TARGET, range(len(asked) + 2, last + 1), begun),
        (_DAY, every, begun),
        (_VALUE, counted, ",".join([has_day, *undone])),
        # Whoever writes there that it is done has said so.
        (_KIND, done, f'{has_day},${_VALUE}{{row}}=""'),
        (_SOURCE, every, has_day),
    ):
        _mark(sheet, letter, rows, when)


def _mark(sheet: Worksheet, letter: str, rows: Sequence[int], when: str) -> None:
    """Colours the empty cells of a column in whose rows a condition holds."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    if rows:
        # It is written for the first row, and moves with the others.
        condition = f'AND(${letter}{{row}}="",{when})'.format(row=rows[0])
        yellow = DifferentialStyle(fill=PatternFill(bgColor=_MISSING))
        rule = Rule(type="expression", dxf=yellow, formula=[condition])
        sheet.conditional_formatting.add(_cells(letter, rows), rule)


def _grouped(
    found: Iterable[tuple[Held, int]], otherwise: Held, spare: Iterable[int]
) -> dict[Held, list[int]]:
    """The rows that each rule holds for; spare ones have that of any target."""
    rows: dict[Held, list[int]] = defaultdict(list)
    for rule, row in found:
        rows[rule].append(row)
    rows[otherwise] += spare
    return rows


def _add(
    sheet: Worksheet, letter: str, rows: Sequence[int], rule: DataValidation
) -> None:
    rule.showErrorMessage = rule.showInputMessage = True
    rule.allowBlank = True
    rule.error = rule.prompt
    rule.sqref = _cells(letter, rows)
    sheet.data_validations.append(rule)


def _cells(letter: str, rows: Sequence[int]) -> str:
    """The cells of a column in some rising rows, as ranges."""
    ranges = []
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        first, *rest = [f"{letter}{row}" for _, row in run]
        ranges.append(f"{first}:{rest[-1]}" if rest else first)
    return " ".join(ranges)


def _day(since: date, lang: str) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    return DataValidation(
        type="date",
        operator="between",
        formula1=str((since - DAY_0).days),
        # The day on which it is filled in.
        formula2="TODAY()",
        prompt=say("form-day", lang, first=plain_spaces(short_day(since, lang))),
    )


def _number(limits: Limits, lang: str) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    least, most = limits
    return DataValidation(
        type="decimal",
        operator="between",
        formula1=typed(-LARGEST if least is None else least),
        formula2=typed(LARGEST if most is None else most),
        prompt=_number_told(limits, lang),
    )


def _number_told(limits: Limits, lang: str) -> str:
    least, most = (
        "" if each is None else plain_spaces(figure(each, lang)) for each in limits
    )
    if least and most:
        return say("form-number-between", lang, least=least, most=most)
    if least:
        return say("form-number-from", lang, least=least)
    return say("form-number-to", lang, most=most) if most else say("form-number", lang)


def _kinds(question: Question) -> str:
    """Where the kinds stand that a target takes."""
    if question.is_milestone:
        return "$B$4:$B$5"
    return "$B$2:$B$2" if question.measure is Measure.LEVEL else "$B$2:$B$3"


def _choice(places: str, lang: str) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    return DataValidation(
        type="list", formula1=f"{LISTS}!{places}", prompt=say("form-choose", lang)
    )
