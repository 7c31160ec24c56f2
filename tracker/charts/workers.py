"""Charts drawn by several processes at once; this one writes the files."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context

from tracker.charts.draw import overview, pictures
from tracker.charts.options import ChartOptions, ChartWorkerError
from tracker.progress.status import Status

# Drawn on one sheet before a process asks for more; making the sheet costs a chart.
SHARE = 20

Picture = tuple[str | None, bytes]


def pictures_by(
    jobs: int, statuses: Sequence[Status], options: ChartOptions
) -> Iterator[Picture]:
    """What `pictures` gives, in its order, drawn by so many processes.

    A process that is killed leaves nothing behind, since it writes no file.

    Raises:
        ChartWorkerError: A process was killed; the pictures before it were given.
    """
    shares = [statuses[at : at + SHARE] for at in range(0, len(statuses), SHARE)]
    singles = replace(options, overview=False)
    # The same way of starting on every system: nothing is shared that was open before.
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_left_to_the_first
    )
    waiting: deque[Future[list[Picture]]] = deque()
    try:
        for share in shares:
            waiting.append(pool.submit(_drawn, share, singles))
            # No more is kept ready than keeps every process busy.
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        if options.overview and statuses:
            waiting.append(pool.submit(_overview, statuses, options))
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ChartWorkerError from error
    finally:
        pool.shutdown(cancel_futures=True)


def _left_to_the_first() -> None:
    """Whoever presses Ctrl-C means the process that started the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _drawn(statuses: Sequence[Status], options: ChartOptions) -> list[Picture]:
    return list(pictures(statuses, options))


def _overview(statuses: Sequence[Status], options: ChartOptions) -> list[Picture]:
    return [(None, overview(statuses, options))]
