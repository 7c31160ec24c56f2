"""How numbers are shown. The only place that rounds."""

from __future__ import annotations

import math
from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from tracker.domain import typed
from tracker.progress.forecasts import LEAST_CHANCE, MOST_CHANCE

# A no-break space, so that a number never breaks over two lines.
NBSP = "\u00a0"
_GROUP = {"en": ",", "kk": NBSP, "ru": NBSP}
_MARK = {"en": ".", "kk": ",", "ru": ","}
_PER_CENT = {"en": "%", "kk": NBSP + "%", "ru": NBSP + "%"}
_SCALES = {
    "en": ((1e9, "B"), (1e6, "M"), (1e3, "k")),
    "kk": ((1e9, NBSP + "млрд"), (1e6, NBSP + "млн"), (1e3, NBSP + "мың")),
    "ru": ((1e9, NBSP + "млрд"), (1e6, NBSP + "млн"), (1e3, NBSP + "тыс.")),
}


def machine(value: float | None) -> float | int | None:
    """A number for machines: 15 significant digits, whole numbers without a point."""
    if value is None:
        return None
    rounded = float(f"{value:.15g}")
    return int(rounded) if rounded.is_integer() else rounded


def figure(value: float, lang: str) -> str:
    """A reported or stated figure, as exactly as it was typed."""
    whole, _, part = typed(value).partition(".")
    return _dressed(whole, part, lang)


def rounded(value: float, lang: str, like: float | None = None) -> str:
    """A worked-out figure: whole from 10 on, else to one or two places.

    Args:
        like: A typed figure beside it, which it is shown as finely as, or finer.
    """
    return _fixed(value, _places(value, like), lang)


def two_digits(value: float, lang: str, like: float | None = None) -> str:
    """The same, but two digits of a very small one: 0.0042 a month is not none."""
    return _fixed(value, _places_of_small(value, like), lang)


def nearest(value: float, like: float | None = None) -> float:
    """The number that `two_digits` shows, for what must agree with it."""
    return float(_quantized(value, _places_of_small(value, like)))


def places_typed(value: float) -> int:
    """So many digits `figure` shows after the mark."""
    return len(typed(value).partition(".")[2])


def places_worked_out(value: float, like: float | None = None) -> int:
    """So many digits `two_digits` shows after the mark."""
    shown = format(_quantized(value, _places_of_small(value, like)), "f")
    return len(shown.partition(".")[2].rstrip("0"))


def places_of_share(share: float) -> int:
    """So many digits after the mark of its per cent that 100 % still means met.

    One, and more only where that would be rounded up to 100.
    """
    places, value = 1, share * 100
    # What is less than that is the noise of doubles.
    while value < 100 - 1e-9 and float(_quantized(value, places)) >= 100:
        places += 1
    return places


def compact(value: float, lang: str) -> str:
    """A figure in few columns: 3.1M, 217k; below 10,000 as it is."""
    size = abs(value)
    if size < 1e4:
        return figure(value, lang)
    for scale, letter in _SCALES[lang]:
        # What rounds up to a thousand of one scale is one of the next.
        if size >= scale * 0.9995:
            places = 0 if size >= scale * 99.95 else 1
            return _fixed(value / scale, places, lang) + letter
    raise AssertionError("the last scale takes every figure from 10,000 on")


def percent(share: float, lang: str) -> str:
    """A share of 1 in whole per cent, cut down, so that 100 % means met."""
    return in_percent(math.floor(share * 100 + 1e-9), lang)


def in_percent(value: float, lang: str) -> str:
    """So many per cent, as they are."""
    return figure(value, lang) + _PER_CENT[lang]


def chance(probability: float, lang: str) -> str:
    """A probability in whole per cent; <5 % and >95 % are as far as it is told."""
    least, most = probability <= LEAST_CHANCE, probability >= MOST_CHANCE
    sign = "<" if least else ">" if most else ""
    whole = _quantized(min(max(probability, LEAST_CHANCE), MOST_CHANCE) * 100, 0)
    return f"{sign}{whole}{_PER_CENT[lang]}"


def whole_second(value: datetime) -> datetime:
    """A moment to the second, a part of one counting as a whole one.

    So what was known at the moment shown holds all that was known at this one. Only
    the last second of a day, which stands for its end, is not taken for the next day.
    """
    up = value.microsecond > 0 and value.time() < time(23, 59, 59)
    return value.replace(microsecond=0) + timedelta(seconds=int(up))


def plain_spaces(text: str) -> str:
    """A text with ordinary spaces, as one searches for it in a terminal or a file."""
    return text.replace(NBSP, " ")


def _places(value: float, like: float | None = None) -> int:
    size = abs(value)
    places = 0 if size >= 9.95 else 1 if size >= 0.995 else 2
    return places if like is None else max(places, len(typed(like).partition(".")[2]))


def _places_of_small(value: float, like: float | None) -> int:
    # What is less than that is the noise of doubles.
    if not 1e-9 <= abs(value) < 0.00995:
        return _places(value, like)
    return 1 - Decimal(repr(value)).adjusted()


def _quantized(value: float, places: int) -> Decimal:
    """Rounded half up, as one does by hand."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _fixed(value: float, places: int, lang: str) -> str:
    """Rounded; trailing noughts are left out."""
    whole, _, part = format(_quantized(value, places), "f").partition(".")
    return _dressed(whole, part.rstrip("0"), lang)


def _dressed(whole: str, part: str, lang: str) -> str:
    """Digits in groups of three behind a true minus sign, with the decimal mark."""
    sign = "\u2212" if whole.startswith("-") and (whole + part).strip("-0") else ""
    digits = whole.lstrip("-")
    # Four digits stand ungrouped in Kazakh and Russian.
    grouped = digits if lang != "en" and len(digits) < 5 else f"{int(digits):,}"
    text = grouped.replace(",", _GROUP[lang])
    return sign + text + (_MARK[lang] + part if part else "")
