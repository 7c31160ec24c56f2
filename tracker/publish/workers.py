"""Pages made by several processes at once; this one writes the files."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from tracker.publish.folder import PublishError
from tracker.reports.html.listing import Draft

# The pages of one target follow one another, so that its lines are worked out once.
SHARE = 60


def texts(drafts: Sequence[Draft], jobs: int) -> Iterator[str]:
    """The texts of some pages, in their order.

    Args:
        jobs: So many processes; 1 is this one.

    Raises:
        PublishError: A process was killed; the pages before it were given.
    """
    if jobs == 1:
        yield from (each.make() for each in drafts)
        return
    # The same way of starting on every system: nothing is shared that was open before.
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_left_to_the_first
    )
    waiting: deque[Future[list[str]]] = deque()
    try:
        for at in range(0, len(drafts), SHARE):
            waiting.append(pool.submit(_made, drafts[at : at + SHARE]))
            # No more is kept ready than keeps every process busy.
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise PublishError(
            "a process that makes pages was killed; the files that are there are "
            "whole: run it again, with fewer --jobs if memory is short"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _left_to_the_first() -> None:
    """Whoever presses Ctrl-C means the process that started the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _made(drafts: Sequence[Draft]) -> list[str]:
    return [each.make() for each in drafts]
