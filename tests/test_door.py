"""The door for Python: its manual runs, its frames have types, it changes nothing."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from tracker import open_tracker
from tracker.charts.options import ChartSizeError
from tracker.errors import EntryError, NoDatabaseError, StoreError, UnknownTargetError
from tracker.frames import NoPandasError
from tracker.reports.as_csv import COLUMNS

MANUAL = Path(__file__).parent.parent / "docs/python.md"
DAY = "2024-12-31"


@pytest.fixture
def opened(example):
    return open_tracker(example)


def test_every_example_of_the_manual_runs(example, monkeypatch):
    monkeypatch.chdir(example)
    blocks = re.findall(r"```python\n(.*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    text = "\n".join(blocks)
    examples = doctest.DocTestParser().get_doctest(text, {}, "python.md", None, 0)
    told: list[str] = []

    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    result = runner.run(examples, out=told.append)

    assert result.attempted > 20
    assert result.failed == 0, "".join(told)


@pytest.mark.parametrize(
    "where",
    [
        pytest.param("{}", id="folder"),
        pytest.param("{}/seeds", id="folder below"),
        pytest.param("{}/targets.toml", id="targets"),
        pytest.param("{}/tracker.db", id="database"),
        pytest.param("sqlite:///{}/tracker.db", id="URL"),
    ],
)
def test_a_database_is_found_by_any_of_its_names(example, where):
    assert open_tracker(where.format(example)).database.samefile(example / "tracker.db")


def test_where_nothing_is_it_says_so(tmp_path):
    with pytest.raises(NoDatabaseError, match="no database at"):
        open_tracker(tmp_path / "none.db")
    with pytest.raises(
        NoDatabaseError, match=r"neither targets\.toml nor tracker\.db in"
    ):
        open_tracker(tmp_path)
    with pytest.raises(StoreError, match="is no database URL"):
        open_tracker("://")


def test_reading_changes_nothing(opened):
    before = opened.database.read_bytes()

    opened.status_frame(DAY)
    opened.chart("kindergarten-places", DAY)

    assert opened.database.read_bytes() == before


def test_a_day_is_a_date_or_its_text(opened):
    assert opened.status(date(2024, 12, 31)) == opened.status(DAY)
    with pytest.raises(EntryError, match=r"^'today' is not a day; write 2024-09-01$"):
        opened.status("today")


def test_a_moment_without_an_offset_is_refused(opened):
    with pytest.raises(EntryError, match="known_at has no offset; give it one"):
        opened.targets(known_at=datetime(2024, 1, 1))  # noqa: DTZ001


def test_an_unknown_target_is_refused_wherever_it_is_named(opened):
    for asked in (
        lambda: opened.actuals("camp"),
        lambda: opened.actuals_frame(["camp"]),
        lambda: opened.chart("camp", DAY),
    ):
        with pytest.raises(UnknownTargetError, match="no target 'camp'"):
            asked()


def test_what_was_withdrawn_is_no_actual_and_stays_in_the_ledger(tracker, example):
    tracker("withdraw", "camp-vouchers#2", "--reason", "miscounted")
    opened = open_tracker(example)

    assert [each.seq for each in opened.actuals("camp-vouchers")] == [1]
    assert len(opened.ledger("camp-vouchers").actuals) == 3


def test_each_chart_is_a_figure_of_its_own(opened):
    one, two = (opened.chart("camp-vouchers", DAY) for _ in range(2))

    assert one is not two
    with pytest.raises(ChartSizeError):
        opened.chart("camp-vouchers", DAY, size=(1, 1))


def test_columns_have_the_types_of_what_they_hold(opened):
    frame = opened.status_frame(DAY)

    assert list(frame.columns) == list(COLUMNS)
    for name in frame.columns:
        kinds = {type(each) for each in frame[name].dropna()}
        if frame[name].dtype == object:
            # Figures and days of a new column must be named in tracker/frames.py.
            assert kinds <= {str}, name
            assert not frame[name].str.fullmatch(r"\d{4}-\d\d-\d\d").any(), name


def test_what_is_not_known_is_neither_0_nor_a_word(opened):
    frame = opened.status_frame(DAY).set_index("target")

    unreported = frame.loc["childrens-centres"]
    assert unreported[["actual", "actual_on", "pace", "share"]].isna().all()
    assert not frame.stale["childrens-centres"]


def test_frames_of_nothing_have_their_columns(opened):
    early = datetime.fromisoformat("2000-01-01T00:00:00+00:00")

    for frame in (
        opened.targets_frame(early),
        opened.actuals_frame(known_at=early),
        opened.status_frame(DAY, early),
    ):
        assert len(frame) == 0
        assert "datetime64[ns]" in {str(each) for each in frame.dtypes}


def test_without_pandas_it_says_what_to_install(opened, monkeypatch):
    # So a module that is not installed is told from one that is.
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(NoPandasError, match=r"run pip install 'tracker\[pandas\]'"):
        opened.targets_frame()


def test_the_door_costs_nothing_until_it_is_opened():
    code = "import sys, tracker; print(*sorted({x.split('.')[0] for x in sys.modules}))"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert not {"sqlalchemy", "matplotlib", "pandas", "numpy"} & set(
        done.stdout.split()
    )
