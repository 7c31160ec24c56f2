"""What pictures print of evidence and of the head."""

from __future__ import annotations

from tests.builders import a_ledger, a_target, an_actual, day
from tracker.charts.burnup import evidence_key
from tracker.charts.draw import pictures
from tracker.charts.notes import sources, stamp
from tracker.charts.options import ChartOptions
from tracker.domain import Evidence
from tracker.progress.status import status

AUDITED = status(
    a_target(),
    a_ledger(
        an_actual("2024-06-30", 40, source="Kazinform"),
        an_actual(
            "2024-07-15", 0, kind="increment", item="A", evidence=Evidence.VERIFIED
        ),
    ),
    day("2024-07-31"),
)


def test_the_small_print_says_what_is_named_and_verified():
    assert sources(AUDITED, "en")[1:] == [
        "Last figure (30\u00a0Jun\u00a02024): Kazinform",
        "40 claimed, 1 named, 1 verified",
    ]
    assert sources(AUDITED, "ru")[-1] == "Заявлено 40, названо поимённо 1, проверено 1"


def test_where_all_is_claimed_the_small_print_is_as_it_was():
    claimed = status(a_target(), [an_actual("2024-06-30", 40)], day("2024-07-31"))

    assert len(sources(claimed, "en")) == 2


def test_a_unit_that_is_only_named_has_no_mark_to_be_explained():
    assert [each.text for each in evidence_key(AUDITED.counting, "en")] == ["claimed"]


def test_the_stamp_ends_with_the_head():
    said = stamp(AUDITED.as_of, "0a1b2c", "en", "3f2a" * 16)

    assert said.endswith(" · data SHA-256 0a1b2c · head of the ledgers 3f2a3f2a3f2a")


def test_pictures_and_overview_print_the_head():
    options = ChartOptions(format="svg", head="3f2a" * 16)

    found = [content.decode() for _, content in pictures([AUDITED], options)]

    assert len(found) == 2
    assert all("head of the ledgers 3f2a3f2a3f2a -->" in each for each in found)


def test_the_head_of_a_picture_is_that_of_the_database(tracker, example):
    digest = tracker("export", "--head").stdout.split("\nhead ")[1][:12]

    tracker("chart", "camp-vouchers", "--format", "svg", "--no-forecast")

    text = (example / "charts/camp-vouchers.svg").read_text(encoding="utf-8")
    assert f"head of the ledgers {digest} -->" in text
