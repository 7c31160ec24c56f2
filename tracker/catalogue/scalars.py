"""Single values at the door: numbers, days and texts, each checked once."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from tracker.catalogue.wording import found, shown
from tracker.domain import exact

# A double gives back what was typed up to 15 significant digits (C's DBL_DIG).
DIGITS = 15
# Design, section 6 and faults D11, D12: limits that both databases keep exactly.
LARGEST = Decimal(10**15)
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)

# Characters that turn the direction of the text around them (Unicode, UAX 9), and
# the two that break a line without being control characters.
_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_BREAKING = {0x2028, 0x2029}


class Fault(NamedTuple):
    """What is wrong with a value, and what to do."""

    message: str


def checked_number(raw: object) -> float | Fault:
    """A finite number that a double keeps digit for digit."""
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        return Fault(f"needs a number, found {found(raw)}; {_number_remedy(raw)}")
    number = Decimal(raw if isinstance(raw, Decimal) else _curbed(raw))
    if not number.is_finite():
        return Fault(f"needs a number, found {str(raw).lower()}; write a figure")
    if number.copy_abs() > LARGEST:
        return Fault("is beyond 10^15; choose a larger unit")
    value = float(number) + 0.0  # never -0.0
    if len(_significant(number)) > DIGITS or exact(value) != number:
        return Fault(f"is {shown(str(raw))}, but only {DIGITS} digits count; round it")
    return value


def checked_day(raw: object) -> date | Fault:
    """A plain day within the calendar of this tool."""
    if isinstance(raw, datetime):
        return Fault(
            f"needs a day such as 2024-09-01, found {found(raw)}; leave out the time"
        )
    if not isinstance(raw, date):
        return Fault(
            f"needs a day such as 2024-09-01, found {found(raw)}; {_DAY_REMEDY}"
        )
    if not FIRST_DAY <= raw <= LAST_DAY:
        return Fault(f"is {raw}, outside {FIRST_DAY} to {LAST_DAY}; correct the year")
    return raw


def checked_text(raw: object) -> str | Fault:
    """A text in one line, composed (NFC) and without blanks around it."""
    if not isinstance(raw, str):
        return Fault(f"needs a text, found {found(raw)}; put it in double quotes")
    text = unicodedata.normalize("NFC", raw).strip()
    if not text:
        return Fault("is an empty text; write something or remove the key")
    for each in text:
        hidden = _hidden(each)
        if hidden:
            return Fault(f"contains {hidden}; remove it")
    return text


_DAY_REMEDY = "write it without quotes, year first"


def _number_remedy(raw: object) -> str:
    if isinstance(raw, str) and re.fullmatch(r"[ 0-9.,_+-]+", raw):
        return "write it without quotes"
    return "write one such as 369 or 0.5"


def _curbed(number: int) -> int:
    """The number itself, unless it is so long that even to show it takes long."""
    return number if number.bit_length() <= 64 else 2**64


def _significant(number: Decimal) -> str:
    return "".join(map(str, number.as_tuple().digits)).strip("0")


def _hidden(character: str) -> str | None:
    code = ord(character)
    if character == "\n" or code in _BREAKING:
        return "a line break"
    if unicodedata.category(character) == "Cc":
        return f"the control character U+{code:04X}"
    if code in _TURNING:
        return f"the invisible character U+{code:04X}, which turns the text around"
    return None
