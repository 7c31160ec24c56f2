"""What reports say of evidence and of the head, in three languages."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from tests.builders import a_ledger, an_actual, day
from tests.reports.cases import on, report, the_real_case, titled
from tracker.domain import Evidence
from tracker.progress.status import status
from tracker.reports import as_csv, as_json, as_markdown, as_text
from tracker.reports.evidence import evidence_phrase

HEAD = "3f2a" * 16


def named(count, **fields):
    return [
        an_actual("2024-05-01", 1, kind="increment", item=f"School {n}", **fields)
        for n in range(count)
    ]


def audited():
    """105 claimed, 37 named, 12 of these verified."""
    verified = named(12, evidence=Evidence.VERIFIED)
    total = an_actual("2024-06-30", 105)
    rows = a_ledger(total, *named(25), *verified)
    return status(titled(), rows, day("2024-06-30"))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "105 claimed, 37 named, 12 verified"),
        ("kk", "мәлімделгені 105, атап көрсетілгені 37, тексерілгені 12"),
        ("ru", "заявлено 105, названо поимённо 37, проверено 12"),
    ],
)
def test_what_is_claimed_named_and_verified_is_one_phrase(lang, said):
    assert evidence_phrase(audited(), lang) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ""),
        ([an_actual("2024-06-30", 40)], ""),
        ([an_actual("2024-06-30", 40, evidence=Evidence.VERIFIED)], "40 verified"),
        ([an_actual("2024-06-30", 40, evidence=Evidence.DOCUMENTED)], "40 documented"),
        (
            [an_actual("2024-05-31", 40, evidence=Evidence.DOCUMENTED), *named(2)],
            "40 documented, 2 named",
        ),
    ],
)
def test_a_step_that_says_no_more_than_the_next_is_left_out(rows, said):
    assert evidence_phrase(on("2024-06-30", titled(), *rows), "en") == said


def test_every_form_of_the_report_says_it():
    asked = report(audited())

    text = as_text.render(asked, 80, lambda _, said: said)
    (row,) = csv.DictReader(io.StringIO(as_csv.render(asked)))
    actual = json.loads(as_json.render(asked))["targets"][0]["actual"]

    assert "\n    105 claimed, 37 named, 12 verified\n" in text
    assert (
        "105 of 100 schools; 105 claimed, 37 named, 12 verified"
        in as_markdown.render(asked)
    )
    told = [row[name] for name in ("claimed", "documented", "verified", "named")]
    assert told == ["105", "12", "12", "37"]
    assert actual["by_evidence"] == {"claimed": 105, "documented": 12, "verified": 12}
    assert actual["named"] == 37


def test_every_form_of_the_report_prints_the_head():
    asked = replace(report(the_real_case()), head=HEAD)

    text = as_text.render(asked, 80, lambda _, said: said)
    (row,) = csv.DictReader(io.StringIO(as_csv.render(asked)))

    assert text.endswith("\nhead of the ledgers 3f2a3f2a3f2a\n")
    assert as_markdown.render(asked).endswith("\nhead of the ledgers 3f2a3f2a3f2a\n")
    assert json.loads(as_json.render(asked))["head"] == HEAD
    assert row["head"] == HEAD
