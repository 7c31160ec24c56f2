"""How numbers are shown. The only place that rounds."""

from __future__ import annotations

import math

# A no-break space, so that a number never breaks over two lines.
NBSP = "\u00a0"
_GROUP = {"en": ",", "kk": NBSP, "ru": NBSP}
_MARK = {"en": ".", "kk": ",", "ru": ","}
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


def entered(value: float) -> str:
    """A figure as it would be typed, for CSV and for messages in English."""
    return f"{machine(value)!r}" if abs(value) < 1e15 else f"{value:.0f}"


def figure(value: float, lang: str) -> str:
    """A reported or stated figure, as exactly as it was typed."""
    whole, _, part = f"{value:.15g}".partition(".")
    if "e" in f"{value:.15g}":
        whole, _, part = f"{value:.15f}".rstrip("0").partition(".")
    return _dressed(whole, part, lang)


def rounded(value: float, lang: str) -> str:
    """A worked-out figure: whole from 10 on, else to one or two places."""
    size = abs(value)
    places = 0 if size >= 9.95 else 1 if size >= 0.995 else 2
    whole, _, part = f"{value:.{places}f}".partition(".")
    return _dressed(whole, part.rstrip("0"), lang)


def compact(value: float, lang: str) -> str:
    """A figure in few columns: 3.1M, 217k; below 10,000 as it is."""
    for scale, letter in _SCALES[lang]:
        if abs(value) >= max(scale, 1e4):
            scaled = value / scale
            places = 0 if abs(scaled) >= 100 or math.isclose(scaled % 1, 0) else 1
            whole, _, part = f"{scaled:.{places}f}".partition(".")
            return _dressed(whole, part.rstrip("0"), lang) + letter
    return rounded(value, lang)


def percent(share: float, lang: str) -> str:
    """A share of 1 in whole per cent."""
    sign = "%" if lang == "en" else NBSP + "%"
    return _dressed(f"{math.floor(share * 100 + 1e-9):.0f}", "", lang) + sign


def signed(value: float, lang: str) -> str:
    """A rounded figure with its sign, 0 without one."""
    shown = rounded(value, lang)
    return f"+{shown}" if value > 0 and shown != "0" else shown


def plain_spaces(text: str) -> str:
    """A text with ordinary spaces, as one searches for it in a terminal or a file."""
    return text.replace(NBSP, " ")


def _dressed(whole: str, part: str, lang: str) -> str:
    """Digits in groups of three behind a true minus sign, with the decimal mark."""
    sign = "\u2212" if whole.startswith("-") and (whole + part).strip("-0") else ""
    digits = whole.lstrip("-")
    # Four digits stand ungrouped in Kazakh and Russian.
    grouped = digits if lang != "en" and len(digits) < 5 else f"{int(digits):,}"
    text = grouped.replace(",", _GROUP[lang])
    return sign + text + (_MARK[lang] + part if part else "")
