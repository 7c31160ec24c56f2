"""The folder of a site: only what changed is written, only what is ours is touched."""

from __future__ import annotations

import hashlib
import json
import re
import stat
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tracker.errors import TrackerError
from tracker.files import write_whole

MANIFEST = "publish.json"
HEAD_FILE = "data/head.txt"
SCHEMA = 1
# Parts of a path as the pages have them: no dots in front, nothing that leads out.
_PATH = re.compile(r"(?:[\w-]+/)*[\w-]+\.[a-z]+")


class PublishError(TrackerError):
    """A site cannot be written where it was asked for."""

    exit_code = 4


class Kept(NamedTuple):
    """A file of the last publish: what it was made from, and its SHA-256.

    Attributes:
        content: Empty where it may never have been written.
    """

    inputs: str
    content: str


@dataclass
class Outcome:
    """How many files were written, left as they were, and removed."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


class Folder:
    """A folder with the site that was last published to it."""

    def __init__(self, path: Path) -> None:
        """Looks at what is there.

        Raises:
            PublishError: It holds files, and none of them says that they are ours.
        """
        self.path = path
        self.outcome = Outcome()
        self._before, self.whole = _manifest(path)
        self._now: dict[str, Kept] = {}

    def is_whole(self, inputs: str) -> bool:
        """Whether this very site is there, file by file."""
        if self.whole != inputs or not self._before:
            return False
        if self.altered():
            return False
        self.outcome.unchanged = len(self._before)
        return True

    def altered(self) -> list[str]:
        """The files that are gone, or not as they were published."""
        return [path for path in self._before if not self._stands(path)]

    def begin(self, paths: Collection[str]) -> None:
        """Says which files are ours before the first of them is written.

        Raises:
            PublishError: Another file or a link is in the way.
        """
        for path in paths:
            self._look(path)
        planned = {path: Kept("", "") for path in paths} | self._before
        self._save(planned, "")

    def has(self, path: str, inputs: str) -> bool:
        """Whether a file made from these inputs is there, and is left so."""
        kept = self._before.get(path)
        if kept is None or kept.inputs != inputs or not self._stands(path):
            return False
        self._now[path] = kept
        self.outcome.unchanged += 1
        return True

    def put(self, path: str, inputs: str, content: bytes) -> None:
        """Writes a file, unless it is there as it is to be."""
        digest = hashlib.sha256(content).hexdigest()
        self._now[path] = Kept(inputs, digest)
        if _digest(self.path / path) == digest:
            self.outcome.unchanged += 1
            return
        try:
            (self.path / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.path / path, content)
        except OSError as error:
            raise _unwritten(self.path / path, error) from error
        self.outcome.written += 1

    def finish(self, inputs: str) -> None:
        """Removes what is no longer part of the site, as far as it is unchanged."""
        for path in self._before.keys() - self._now.keys():
            file = self.path / path
            if self._is_plain(path) and self._stands(path):
                file.unlink()
                self.outcome.removed += 1
                for folder in file.parents[: path.count("/")]:
                    with suppress(OSError):
                        folder.rmdir()
        self._save(self._now, inputs)

    def _stands(self, path: str) -> bool:
        """Whether a file is as it was published."""
        kept = self._before[path].content
        return bool(kept) and _digest(self.path / path) == kept

    def _look(self, path: str) -> None:
        file = self.path / path
        if not self._is_plain(path):
            raise PublishError(
                f"{file} leads elsewhere by a link; remove the link, or name another "
                "folder"
            )
        if path not in self._before and file.exists():
            raise PublishError(
                f"{file} is not of an earlier publish; move it away, or name another "
                "folder"
            )

    def _is_plain(self, path: str) -> bool:
        """Whether no link stands on the way from the folder to a file."""
        file = self.path / path
        on_the_way = [file, *file.parents[: path.count("/")]]
        return not any(each.is_symlink() for each in on_the_way)

    def _save(self, files: dict[str, Kept], inputs: str) -> None:
        document = {
            "schema": SCHEMA,
            "site": inputs,
            "files": {path: list(kept) for path, kept in sorted(files.items())},
        }
        text = json.dumps(document, ensure_ascii=False, indent=0) + "\n"
        file = self.path / MANIFEST
        if file.is_symlink():
            raise PublishError(f"{file} is a link; remove it, or name another folder")
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            write_whole(file, text.encode())
        except OSError as error:
            raise _unwritten(file, error) from error


def _manifest(folder: Path) -> tuple[dict[str, Kept], str]:
    """What the last publish left, and what all of it was made from."""
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except FileNotFoundError:
        if folder.is_dir() and any(folder.iterdir()):
            raise PublishError(
                f"{folder} holds files that tracker did not publish; name a new or an "
                "empty folder"
            ) from None
        return {}, ""
    except (OSError, UnicodeDecodeError) as error:
        raise _unwritten(folder / MANIFEST, error) from error
    try:
        found = json.loads(text)
        files = {path: Kept(*map(str, kept)) for path, kept in found["files"].items()}
        sound = found["schema"] == SCHEMA and all(map(_PATH.fullmatch, files))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        sound = False
    if not sound:
        raise PublishError(
            f"{folder / MANIFEST} is not what tracker wrote; empty the folder, or name "
            "another one"
        )
    return files, str(found["site"])


def _digest(file: Path) -> str | None:
    """The SHA-256 of a file; None where there is none, or not a plain one."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None


def _unwritten(file: Path, error: Exception) -> PublishError:
    reason = getattr(error, "strerror", None) or str(error)
    return PublishError(
        f"{file} cannot be written ({reason}); check the folder, or name another one"
    )
