"""What all pages of a site share: its days, its languages, and where each page lies."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urlsplit

from tracker.domain import LANGUAGES
from tracker.reports.phrases import say
from tracker.reports.report import Report, heading

INDEX, CHANGES, MEASURED = "index.html", "changes.html", "measured.html"
_NAMES = {"en": "English", "kk": "Қазақша", "ru": "Русский"}
_LONGEST_SLUG = 40


@dataclass(frozen=True)
class Site:
    """One published report.

    Attributes:
        since: The day of the report that it is compared with.
        head: The digest over the ends of all ledgers.
        front: The language of the pages at the root; the others lie in folders.
        files: The name of each target's page, by its key, without an extension.
    """

    as_of: date
    known_at: datetime | None
    since: date
    head: str
    front: str
    files: Mapping[str, str]

    def path(self, page: str, lang: str) -> str:
        """Where a page lies, from the root of the site."""
        return page if lang == self.front else f"{lang}/{page}"

    def target_page(self, key: str) -> str:
        return f"targets/{self.files[key]}.html"


@dataclass(frozen=True)
class Link:
    """A way to another page.

    Attributes:
        current: It leads to the page that it stands on.
    """

    text: str
    href: str
    current: bool = False
    lang: str = ""


@dataclass(frozen=True)
class Here:
    """One page in one language, and the way from it to others."""

    site: Site
    page: str
    lang: str

    @property
    def path(self) -> str:
        return self.site.path(self.page, self.lang)

    def to(self, page: str, lang: str | None = None) -> str:
        """The address of another page, from this one."""
        return self.to_file(self.site.path(page, lang or self.lang))

    def to_file(self, path: str) -> str:
        """The address of a file of the site, from this page."""
        return quote(posixpath.relpath(path, posixpath.dirname(self.path) or "."))

    @property
    def menu(self) -> list[Link]:
        names = {INDEX: "overview", CHANGES: "changes", MEASURED: "measured"}
        return [
            Link(say(f"site-{name}", self.lang), self.to(page), page == self.page)
            for page, name in names.items()
        ]

    @property
    def languages(self) -> list[Link]:
        return [
            Link(_NAMES[lang], self.to(self.page, lang), lang == self.lang, lang)
            for lang in LANGUAGES
        ]

    @property
    def of_report(self) -> str:
        """What the site is of, on which day, known when."""
        report = Report((), self.site.as_of, self.site.known_at, self.lang)
        return heading(report)


def slug(text: str) -> str:
    """A file name in ASCII that differs where texts do."""
    plain = re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")[:_LONGEST_SLUG]
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain.strip('-')}-{mark}".lstrip("-")


def web_address(text: str | None) -> str | None:
    """An address that may be a link: of http or https; anything else stays text."""
    if not text:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    sound = parts.scheme in ("http", "https") and parts.netloc
    return text if sound and not re.search(r"[\s\\\"<>]", text) else None
