"""The whole report as one workbook, its pictures drawn by as many processes as asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from tracker.charts.options import ChartOptions
from tracker.ledger import Ledger
from tracker.progress.forecasts import with_forecasts
from tracker.progress.status import Status
from tracker.progress.statuses import statuses
from tracker.publish.moments import last_moment
from tracker.reports.evidence import head_phrase
