"""The overview and the pages of its groups: every target with bar and rating."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports import league_table
from tracker.reports.alphabet import alphabetical
from tracker.reports.areas import area_name
from tracker.reports.html.frame import INDEX, Here, Link, slug
from tracker.reports.html.render import data_block, page
from tracker.reports.html.rows import counts, key_of, pages, rows
from tracker.reports.league import By, Group, groups
from tracker.reports.numbers import NBSP
from tracker.reports.phrases import say
from tracker.reports.report import summary
from tracker.reports.words import RATING_SYMBOLS, text_in, word

# A page of so many rows stays light in every language.
MOST_ROWS = 100
# The worst groups stand on the overview itself, the others a page further.
MOST_GROUPS = 10
# No line is broken where it stands.
_JOINER = "\u2060"
LEAGUES = (By.PROGRAMME, By.OWNER, By.AREA)


@dataclass(frozen=True)
class League:
    """The groups of one kind, the worst first; the same in every language.

    Attributes:
        names: The file of each group, without an extension.
    """

    by: By
    groups: tuple[Group, ...]
    names: tuple[str, ...]

    @property
    def page(self) -> str:
        return f"groups/by-{self.by}.html"

    def title(self, lang: str) -> str:
        return say(f"site-by-{self.by}", lang)


class Draft(NamedTuple):
    """A page that is yet to be made, and where it will lie."""

    path: str
    make: Callable[[], str]


class Listed(NamedTuple):
    """Targets that stand on pages of their own.

    Attributes:
        name: The first page, from the root of a language, without an extension.
        symbol: Of the rating that all of them have; empty for another list.
    """

    name: str
    title: str
    statuses: tuple[Status, ...]
    symbol: str = ""


class Choice(NamedTuple):
    """What a list can be narrowed to: a label, then names with labels."""

    label: str
    options: tuple[tuple[str, str], ...]


def leagues_of(statuses: Sequence[Status]) -> tuple[League, ...]:
    """Programmes, owners and areas, as far as any target has one."""
    found = []
    for by in LEAGUES:
        its = groups(statuses, by, "en")
        if any(each.key is not None for each in its):
            names = tuple(f"groups/{by}-{_name(each)}" for each in its)
            found.append(League(by, its, names))
    return tuple(found)


def named_in(group: Group, by: By, lang: str) -> str:
    """What a group is called in a language."""
    if group.key is None:
        return say(f"no-{by}", lang)
    if by is By.AREA:
        return _capital(area_name(group.key, lang))
    labels = group.statuses[0].target.labels
    texts = labels.programme if by is By.PROGRAMME else labels.owner
    return text_in(texts, lang) if texts else group.name


def lists_of(
    statuses: tuple[Status, ...], leagues: Sequence[League], lang: str
) -> Iterator[Listed]:
    """Every list that has pages: of each group, and of each rating."""
    for league in leagues:
        for name, group in zip(league.names, league.groups, strict=True):
            yield Listed(name, named_in(group, league.by, lang), group.statuses)
    for rating in Rating:
        its = tuple(each for each in statuses if each.rating is rating)
        if its:
            name, title = f"groups/rating-{rating}", _capital(word(rating, lang))
            yield Listed(name, title, its, RATING_SYMBOLS[rating])


def overview(
    statuses: tuple[Status, ...],
    leagues: Sequence[League],
    here: Here,
    dataset: Mapping[str, object],
) -> Iterator[Draft]:
    """The overview, and the further pages of its list."""
    names = _groups_of(leagues)
    parts = list(pages(statuses, MOST_ROWS))
    for number in range(len(parts)):
        at = Here(here.site, _numbered("index", number), here.lang)
        found = _Overview(statuses, leagues, names, parts, number)
        yield Draft(at.path, partial(_overview_page, found, at, dataset))


class _Overview(NamedTuple):
    statuses: tuple[Status, ...]
    leagues: Sequence[League]
    names: Mapping[str, str]
    parts: Sequence[tuple[Status, ...]]
    number: int


def _overview_page(found: _Overview, here: Here, dataset: Mapping[str, object]) -> str:
    lang, part, first = here.lang, found.parts[found.number], found.number == 0
    return page(
        "index.html",
        here,
        title=here.of_report,
        summary=_summary(found.statuses, lang),
        counts=counts(found.statuses, here) if first else [],
        leagues=[_league(each, here) for each in found.leagues] if first else [],
        ranked=say("ranked", lang),
        choices=_choices(part, found.leagues, lang),
        rows=rows(part, here, found.names),
        key=key_of(part, lang),
        pager=_pager("index", len(found.parts), found.number, here),
        dataset=data_block(dataset) if first else None,
    )


def list_pages(listed: Listed, here: Here) -> Iterator[Draft]:
    """The pages of one group."""
    parts = list(pages(listed.statuses, MOST_ROWS))
    for number, part in enumerate(parts):
        at = Here(here.site, _numbered(listed.name, number), here.lang)
        pager = _pager(listed.name, len(parts), number, at)
        yield Draft(at.path, partial(_list_page, listed, part, pager, at))


def _list_page(
    listed: Listed, part: tuple[Status, ...], pager: list[Link], here: Here
) -> str:
    return page(
        "group.html",
        here,
        title=listed.title,
        symbol=listed.symbol,
        summary=_summary(listed.statuses, here.lang),
        rows=rows(part, here, {}),
        key=key_of(part, here.lang),
        pager=pager,
    )


def league_page(league: League, here: Here) -> str:
    """A page with all groups of one kind."""
    found, ranked = _league(league, here, most=None), say("ranked", here.lang)
    title = league.title(here.lang)
    return page("league.html", here, title=title, league=found, ranked=ranked)


def _summary(statuses: Sequence[Status], lang: str) -> str:
    """How many stand where; a browser would break a line after a dash."""
    return summary(statuses, lang).replace(f"–{NBSP}", f"–{_JOINER}{NBSP}")


def _league(
    league: League, here: Here, most: int | None = MOST_GROUPS
) -> dict[str, object]:
    lang, shown = here.lang, league.groups[:most]
    head, *found = league_table.rows_of(shown, league.by, lang)
    more = None
    if len(shown) < len(league.groups):
        text = say("site-all-of", lang, count=str(len(league.groups)))
        more = Link(text, here.to(league.page))
    return {
        "name": f"by-{league.by}",
        "title": league.title(lang),
        "head": head,
        "heads": league_table.heads_in_full(shown, league.by, lang),
        "legend": league_table.legend(shown, lang),
        "rows": [
            (Link(named_in(group, league.by, lang), here.to(f"{name}.html")), cells[1:])
            for name, group, cells in zip(league.names, shown, found, strict=False)
        ],
        "more": more,
    }


def _choices(
    shown: Sequence[Status], leagues: Sequence[League], lang: str
) -> list[Choice]:
    """What a page can be narrowed to by a script: only what stands on it."""
    keys = {each.target.key for each in shown}
    ratings = {each.rating for each in shown}
    found = [
        Choice(
            word("rating", lang),
            tuple((each.value, word(each, lang)) for each in Rating if each in ratings),
        )
    ]
    for league in leagues:
        options = [
            (group.key is None, named_in(group, league.by, lang), name)
            for name, group in zip(league.names, league.groups, strict=True)
            if any(each.target.key in keys for each in group.statuses)
        ]
        # Who looks for a name looks by the alphabet; those of none come last.
        options.sort(key=lambda each: (each[0], alphabetical(each[1])))
        named = tuple((name.rpartition("/")[2], text) for _, text, name in options)
        found.append(Choice(word(league.by, lang), named))
    return [each for each in found if len(each.options) > 1]


def _groups_of(leagues: Sequence[League]) -> dict[str, str]:
    """The names of each target's groups, parted by spaces."""
    found: dict[str, list[str]] = {}
    for league in leagues:
        for name, group in zip(league.names, league.groups, strict=True):
            for each in group.statuses:
                found.setdefault(each.target.key, []).append(name.rpartition("/")[2])
    return {key: " ".join(names) for key, names in found.items()}


def _pager(name: str, count: int, current: int, here: Here) -> list[Link]:
    """Links to all pages of a list; none where there is one page."""
    return [
        Link(
            say("site-page-of", here.lang, number=str(each + 1), count=str(count)),
            here.to(_numbered(name, each)),
            each == current,
        )
        for each in range(count)
        if count > 1
    ]


def _numbered(name: str, number: int) -> str:
    if number:
        return f"{name}-{number + 1}.html"
    return INDEX if name == "index" else f"{name}.html"


def _capital(text: str) -> str:
    """As it stands at the head of a page or alone in a cell."""
    return text[:1].upper() + text[1:]


def _name(group: Group) -> str:
    return "none" if group.key is None else slug(group.key)
