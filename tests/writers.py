"""Many processes that record at once: `python -m tests.writers PROCESSES EACH`.

One process loads the program, the others are its copies and run whole commands.
"""

from __future__ import annotations

import os
import sys

from click.testing import CliRunner

from tracker.cli import root

TARGET = "camp-vouchers"


def records(writer, each):
    """Records so many increments of 1, each with a name of its own."""
    for number in range(each):
        item = f"{writer}.{number}"
        named = ("--item", item, "--new-item")
        arguments = ["record", TARGET, "+1", "--on", "2025-01-01", *named]
        result = CliRunner().invoke(root, arguments)
        if result.exit_code != 0:
            sys.stderr.write(f"{item}: {result.output} {result.exception!r}\n")
            return 1
    return 0


def main(processes, each):
    """1 if any process was refused anything."""
    # The first record loads what all the others need.
    if records("first", 1) != 0:
        return 1
    children = []
    for writer in range(processes):
        child = os.fork()
        if child == 0:
            os._exit(records(writer, each))
        children.append(child)
    return max(os.waitpid(child, 0)[1] for child in children) > 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
