"""Files for tests: one good target each, with the lines that matter put first."""

from __future__ import annotations

SCHOOLS = """\
title = "Schools opened"
unit = "schools"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 200, by = 2025-12-31 }
stated = 2024-01-01
"""
QUOTA = """\
title = "Children helped"
unit = "children"
measure = "periodic"
period = "year"
goal = { value = 400 }
stated = 2024-01-01
"""
LEVEL = """\
title = "Share of children in kindergartens"
unit = "%"
measure = "level"
baseline = { value = 80, on = 2024-01-01 }
goal = { value = 90, by = 2025-12-31 }
stated = 2024-01-01
"""
MILESTONE = """\
title = "Database in use"
measure = "milestone"
stated = 2024-01-01
"""


def a_file(
    lines: str = "", usual: str = SCHOOLS, *, without: str = "", then: str = ""
) -> str:
    """A file with one target, `schools`.

    Args:
        lines: From line 2 of the file on, in place of those of `usual` with their keys.
        usual: The other lines.
        without: Key of a usual line that is left out.
        then: What stands at the end, under a header of its own.
    """
    given = {_key(line) for line in lines.splitlines()} | {without}
    rest = [line for line in usual.splitlines() if _key(line) not in given]
    parts = ["[targets.schools]", lines.strip("\n"), *rest, then]
    return "\n".join(part for part in parts if part) + "\n"


def revised(*lines: str, usual: str = SCHOOLS) -> str:
    """A file with one target and a revision for each block of lines.

    The header of the first revision is on line 8 for SCHOOLS.
    """
    header = "[[targets.schools.revisions]]\n"
    return a_file(usual=usual, then="\n".join(header + each for each in lines))


def _key(line: str) -> str:
    return line.partition("=")[0].partition(".")[0].strip()
