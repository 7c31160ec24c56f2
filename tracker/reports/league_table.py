"""The league table in any form: a line a group, the worst group first."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tracker.progress.rating import Rating
from tracker.reports import tables
from tracker.reports.as_json import beginning
from tracker.reports.columns import in_columns
from tracker.reports.league import By, Group, groups
from tracker.reports.numbers import machine, percent, plain_spaces, rounded
from tracker.reports.phrases import say
from tracker.reports.report import Report, heading, summary
from tracker.reports.tables import Row
from tracker.reports.terminal import wrapped
from tracker.reports.words import RATING_SYMBOLS, UNKNOWN, word


def render(report: Report, by: By, form: str, columns: int) -> str:
    """The statuses in groups, as text, JSON, CSV or Markdown.

    Args:
        columns: Of the terminal; the other forms know none.
    """
    found = groups(report.statuses, by, report.lang)
    match form:
        case "json":
            return _json(report, by, found)
        case "csv":
            as_of = {"as_of": report.as_of.isoformat(), "by": by.value}
            rows = [as_of | _figures(each) for each in found]
            return tables.render(rows, [*as_of, *_COLUMNS], "csv")
        case "markdown":
            return plain_spaces(_markdown(report, by, found))
    return plain_spaces(_text(report, by, found, columns))


_COLUMNS = (
    *("group", "name", "targets", *Rating),
    *("judged", "behind", "silent", "share_behind", "median_pace", "worst_days_ahead"),
)


def _figures(group: Group) -> Row:
    """What machines are told of a group."""
    return {
        "group": group.key,
        "name": group.name,
        "targets": len(group.statuses),
        **{rating.value: group.ratings[rating] for rating in Rating},
        "judged": group.judged,
        "behind": group.behind,
        "silent": group.silent,
        "share_behind": machine(group.share_behind),
        "median_pace": machine(group.pace),
        "worst_days_ahead": group.days_ahead,
    }


def _json(report: Report, by: By, found: Sequence[Group]) -> str:
    document = beginning(report) | {
        "by": by.value,
        "groups": [
            _figures(each) | {"keys": [status.target.key for status in each.statuses]}
            for each in found
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def rows_of(found: Sequence[Group], by: By, lang: str) -> list[list[str]]:
    """The table as people read it: the head, then a row a group."""
    ratings = _occurring(found)
    head = [*_heads(by, lang), *map(_symbol, ratings), *_last_heads(lang)]
    return [head, *(_cells(each, ratings, lang) for each in found)]


def heads_in_full(found: Sequence[Group], by: By, lang: str) -> list[str]:
    """The head of the table with the ratings in words."""
    named = [_named(rating, lang) for rating in _occurring(found)]
    return [*_heads(by, lang), *named, *_last_heads(lang)]


def legend(found: Sequence[Group], lang: str) -> str:
    """What the symbols in the head mean."""
    return "  ".join(_named(rating, lang) for rating in _occurring(found))


def _text(report: Report, by: By, found: Sequence[Group], columns: int) -> str:
    lang = report.lang
    lines = [*wrapped(_title(report), columns, ""), ""]
    if found:
        rows = rows_of(found, by, lang)
        lines += in_columns(rows, columns, right=range(1, len(rows[0])))
        ranked = say("ranked", lang)
        lines += ["", *wrapped(legend(found, lang), columns, "")]
        lines += wrapped(ranked, columns, "")
    lines += ["", *wrapped(summary(report.statuses, lang), columns, "")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _markdown(report: Report, by: By, found: Sequence[Group]) -> str:
    lang, ratings = report.lang, _occurring(found)
    heads = heads_in_full(found, by, lang)
    rows: list[Row] = [
        dict(zip(heads, _cells(each, ratings, lang), strict=True)) for each in found
    ]
    table = tables.render(rows, heads, "markdown")
    told = f"{table}\n{say('ranked', lang)}\n\n" if rows else ""
    return f"# {_title(report)}\n\n{told}{summary(report.statuses, lang)}\n"


def _title(report: Report) -> str:
    return f"{heading(report)}: {say('worst-first', report.lang)}"


def _occurring(found: Sequence[Group]) -> list[Rating]:
    """The ratings that any of the groups has, from best to worst."""
    return [each for each in Rating if any(group.ratings[each] for group in found)]


def _symbol(rating: Rating) -> str:
    return RATING_SYMBOLS[rating]


def _named(rating: Rating, lang: str) -> str:
    return f"{RATING_SYMBOLS[rating]} {word(rating, lang)}"


def _heads(by: By, lang: str) -> list[str]:
    return [say(f"by-{by}", lang), say("league-targets", lang)]


def _last_heads(lang: str) -> list[str]:
    return [say("league-behind", lang), say("league-pace", lang), word("days", lang)]


def _cells(group: Group, ratings: Sequence[Rating], lang: str) -> list[str]:
    counts = [len(group.statuses), *(group.ratings[each] for each in ratings)]
    days = group.days_ahead
    ahead = "+" if days and days > 0 else ""
    return [
        group.name,
        *map(str, counts),
        _share(group.share_behind, lang),
        _share(group.pace, lang),
        UNKNOWN if days is None else ahead + rounded(days, lang),
    ]


def _share(share: float | None, lang: str) -> str:
    return UNKNOWN if share is None else percent(share, lang)
