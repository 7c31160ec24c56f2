"""What people type, read once at the door: numbers, values, days, moments, texts.

Only ASCII digits count; what could be read two ways is refused.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta

from tracker.domain import Kind
from tracker.errors import EntryError
from tracker.periods import Stretch

# A double gives back every decimal number of so many digits as it was typed.
MOST_DIGITS = 15
LARGEST, SMALLEST = 1e15, 1e-15
LONGEST_AUTHOR = 200
# What a message repeats of a text that cannot be read.
_SHOWN = 40
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)

# Digits, or groups of three parted by one kind of space; then a decimal point.
_NUMBER = re.compile(
    r"[+-]?(?:\d+|\d{1,3}(?:(?P<gap>[ \u00a0\u2009\u202f])\d{3})(?:(?P=gap)\d{3})*)"
    r"(?:\.\d+)?",
    re.ASCII,
)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?",
    re.ASCII,
)
_POINTED_DAY = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})", re.ASCII)
_STRETCH = re.compile(r"(\d{1,5})([dwmy])", re.ASCII)
# What each letter of a stretch stands for, and how many of them it may be at most: a
# hundred years from the last day are still in the calendar.
_STRETCHES = {
    "d": (Stretch(days=1), 36525),
    "w": (Stretch(days=7), 5217),
    "m": (Stretch(months=1), 1200),
    "y": (Stretch(months=12), 100),
}
_GAPS = str.maketrans("", "", " \u00a0\u2009\u202f")


def number(text: str) -> float:
    """A number such as 98, 12.5, -3 or 1 234.5.

    Raises:
        EntryError: Not a number, ambiguous, too long, or too large.
    """
    typed = text.strip().replace("\u2212", "-")
    if not _NUMBER.fullmatch(typed):
        if not typed:
            raise EntryError("the value is empty; write it as 98 or 12.5")
        if typed.endswith("%"):
            raise EntryError(f"{shown(text)}: write the number without %")
        if "," in typed:
            raise EntryError(
                f"{shown(text)} could be read two ways; write 1234.5 without commas"
            )
        raise EntryError(f"{shown(text)} is not a number; write it as 98 or 12.5")
    plain = typed.translate(_GAPS)
    digits = plain.lstrip("+-").replace(".", "").strip("0")
    if len(digits) > MOST_DIGITS:
        raise EntryError(
            f"{shown(text)} has more than {MOST_DIGITS} digits; round it to what is "
            "known"
        )
    value = float(plain)
    if abs(value) > LARGEST:
        raise EntryError(f"{shown(text)} is beyond 10^15; give it in a larger unit")
    if digits and abs(value) < SMALLEST:
        raise EntryError(f"{shown(text)} is below 10^-15; give it in a smaller unit")
    # Minus nought is nought.
    return value + 0.0


def value(text: str) -> tuple[Kind, float]:
    """What an actual says: `98` in all, `+12` or `-12` more, `done`, `not-done`."""
    typed = text.strip()
    if typed == Kind.DONE:
        return Kind.DONE, 1.0
    if typed == Kind.NOT_DONE:
        return Kind.NOT_DONE, 0.0
    signed = typed.startswith(("+", "-", "\u2212"))
    return (Kind.INCREMENT if signed else Kind.TOTAL), number(typed)


def day(text: str, today: date) -> date:
    """A day: 2024-09-01, 1.9.2024, today or yesterday.

    Raises:
        EntryError: No such day, or not between 1990 and 2100.
    """
    typed = text.strip()
    if typed == "today":
        return today
    if typed == "yesterday":
        return today - timedelta(days=1)
    if match := _ISO_DAY.fullmatch(typed):
        year, month, number_of_day = match.groups()
    elif match := _POINTED_DAY.fullmatch(typed):
        number_of_day, month, year = match.groups()
    else:
        wrong = f"{shown(text)} is not a day" if typed else "the day is empty"
        raise EntryError(f"{wrong}; write 2024-09-01 or 1.9.2024")
    try:
        found = date(int(year), int(month), int(number_of_day))
    except ValueError as error:
        raise EntryError(f"{text!r} is not in the calendar; check it") from error
    if not FIRST_DAY <= found <= LAST_DAY:
        raise EntryError(f"{text!r} is not between 1990 and 2100; check the year")
    return found


def moment(text: str) -> datetime:
    """A moment in UTC: 2024-09-01T10:00, with or without an offset; a day is its end.

    Raises:
        EntryError: Not a moment.
    """
    typed = text.strip()
    if _ISO_DAY.fullmatch(typed):
        end = time.max.replace(tzinfo=UTC)
        return datetime.combine(day(typed, date.min), end)
    problem = EntryError(
        f"{shown(text)} is not a moment; write 2024-09-01 or 2024-09-01T10:00:00Z"
    )
    if not _MOMENT.fullmatch(typed):
        raise problem
    try:
        found = datetime.fromisoformat(typed)
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise problem from error


def stretch(text: str) -> Stretch:
    """How far ahead: 90d, 12w, 3m or 1y.

    Raises:
        EntryError: Not so many days, weeks, months or years, or beyond 100 years.
    """
    match = _STRETCH.fullmatch(text.strip().lower())
    if not match:
        raise EntryError(
            f"{shown(text)} is no stretch of time; write 90d, 12w, 3m or 1y"
        )
    count, (one, most) = int(match[1]), _STRETCHES[match[2]]
    if count > most:
        raise EntryError(f"{shown(text)} is beyond 100 years; give a shorter stretch")
    return Stretch(days=count * one.days, months=count * one.months)


def text(raw: str | None, what: str) -> str | None:
    """A text as it is stored: NFC, without spaces around it; None where there is none.

    Raises:
        EntryError: It holds a control character or one that hides the order of others.
    """
    found = unicodedata.normalize("NFC", raw or "").strip()
    for letter in found:
        if is_hidden(letter):
            name = "a line break" if letter in "\n\r" else "the hidden character "
            code = "" if letter in "\n\r" else f"U+{ord(letter):04X}"
            raise EntryError(f"the {what} holds {name}{code}; remove it")
    return found or None


def author(raw: str | None) -> str | None:
    """Who records something, as it is stored; None where there is none.

    Raises:
        EntryError: It is longer than a name, or holds a hidden character.
    """
    found = text(raw, "author")
    if found and len(found) > LONGEST_AUTHOR:
        raise EntryError(
            f"the author is longer than {LONGEST_AUTHOR} letters; shorten it"
        )
    return found


def is_hidden(letter: str) -> bool:
    """Whether a character controls a terminal or the order of text, unseen."""
    return unicodedata.category(letter) in ("Cc", "Cs", "Co", "Zl", "Zp") or (
        "\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069"
    )


def shown(text: str) -> str:
    """A text that cannot be read, as a message repeats it: not all of a long one."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
