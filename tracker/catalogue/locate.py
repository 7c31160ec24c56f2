"""Where each key of a TOML text stands: tomllib reads well but keeps no lines."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left

# A key's place: names of tables and keys, and the index (from 0) of list items.
Place = tuple[str | int, ...]

# Deeper places are not kept. The deepest that the format of targets.toml knows is
# targets, KEY, revisions, 0, checkpoints, 0, value: seven steps.
DEEPEST = 8

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_KEY = re.compile(
    r"""[ \t]*+ ([A-Za-z0-9_-]++ | "(?:\\.|[^"\\])*+" | '[^']*+') [ \t]*+ (\.?)""",
    re.VERBOSE,
)
# Up to two quotes may stand right before the three that close a long text.
_PLAIN = re.compile(
    r'''"""(?:\\.|[^\\])*?"""(?:"{0,2}) | \'\'\'.*?\'\'\'(?:'{0,2})
    | "(?:\\.|[^"\\])*+" | '[^']*+' | [^,\]}\#\n]++''',
    re.VERBOSE | re.DOTALL,
)


def locate(text: str) -> dict[Place, int]:
    """The line (from 1) of every table, key and list item, by its path.

    A table that is opened several times, or only implied, has the first line that
    names it. Places deeper than `DEEPEST` are left out.

    Args:
        text: TOML that tomllib has accepted; of any other the lines mean nothing.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.lines


class _Scanner:
    """Walks over the text once, and notes where keys and items begin."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Place, int] = {}
        self._text = text
        self._at = 0
        self._ends = [each.start() for each in re.finditer("\n", text)]
        self._lists: dict[Place, int] = {}

    def document(self) -> None:
        table: Place = ()
        while self._more():
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._assignment(table)

    def _header(self) -> Place:
        line = self._line()
        is_list = self._text.startswith("[[", self._at)
        self._at += 2 if is_list else 1
        *parents, name = self._key()
        self._at += 2 if is_list else 1
        path: Place = ()
        for parent in parents:
            path = self._note(path, parent, line)
            if path in self._lists:
                path = self._note(path, self._lists[path], line)
        path = self._note(path, name, line)
        if is_list:
            self._lists[path] = self._lists.get(path, -1) + 1
            path = self._note(path, self._lists[path], line)
        return path

    def _assignment(self, table: Place) -> None:
        line = self._line()
        path = table
        for name in self._key():
            path = self._note(path, name, line)
        self._at += len("=")
        self._value(path)

    def _value(self, path: Place) -> None:
        self._more()
        match self._text[self._at]:
            case "[":
                self._items(path)
            case "{":
                self._inline_table(path)
            case _:
                self._at = self._end_of(_PLAIN)

    def _items(self, path: Place) -> None:
        self._at += len("[")
        index = 0
        while self._more() and self._text[self._at] != "]":
            self._value(self._note(path, index, self._line()))
            index += 1
            self._comma()
        self._at += len("]")

    def _inline_table(self, path: Place) -> None:
        self._at += len("{")
        while self._more() and self._text[self._at] != "}":
            self._assignment(path)
            self._comma()
        self._at += len("}")

    def _comma(self) -> None:
        if self._more() and self._text[self._at] == ",":
            self._at += len(",")

    def _key(self) -> list[str]:
        names = []
        dotted = "."
        while dotted:
            part = _KEY.match(self._text, self._at)
            assert part, "tomllib has accepted a key here"
            self._at = part.end()
            written, dotted = part.groups()
            names.append(_plain_name(written))
        return names

    def _more(self) -> bool:
        self._at = self._end_of(_BLANK)
        return self._at < len(self._text)

    def _end_of(self, pattern: re.Pattern[str]) -> int:
        part = pattern.match(self._text, self._at)
        assert part, "tomllib has accepted a value here"
        return part.end()

    def _line(self) -> int:
        return bisect_left(self._ends, self._at) + 1

    def _note(self, path: Place, name: str | int, line: int) -> Place:
        if len(path) >= DEEPEST:
            return path
        path = (*path, name)
        self.lines.setdefault(path, line)
        return path


def _plain_name(written: str) -> str:
    if written[0] not in "\"'":
        return written
    name = tomllib.loads(f"name = {written}")["name"]
    assert isinstance(name, str), "a quoted key is a text"
    return name
