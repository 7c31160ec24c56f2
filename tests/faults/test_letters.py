"""Letters are folded and put in order by tracker, and never by a database."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Engine, event

from tests.store.test_citus import COMMANDS

SCHOOL = "№ 7, ӘҒҚҢӨҰҮҺІ мектебі, Ақтөбе"
# The name of a part of our own JSON is all that is looked for within a text.
BY_LETTERS = re.compile(
    r"\b(lower|upper|initcap|ilike|collate|(?<!\.labels )like)\b", re.IGNORECASE
)
ORDER = re.compile(r"\bORDER BY\s+(.*?)(?:\s+LIMIT\b|\)|$)", re.DOTALL)
# Numbers, days, moments and digits of digests: in one order on every engine.
ORDERED = {"id", "position", "target_id", "seq", "on", "recorded_at", "sha256"}


@pytest.mark.usefixtures("on_both")
def test_no_database_folds_letters_or_puts_them_in_order(tracker):
    sent = []

    def note(connection, cursor, statement, *others):
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        for line in COMMANDS.strip().splitlines():
            tracker(*line.split())
    finally:
        event.remove(Engine, "before_cursor_execute", note)

    orders = [found[1] for sql in sent for found in ORDER.finditer(sql)]
    columns = {
        each.split()[0].rpartition(".")[2].strip('"')
        for order in orders
        for each in order.split(",")
    }
    assert len(orders) > 20
    assert columns <= ORDERED
    assert [sql for sql in sent if BY_LETTERS.search(sql)] == []


@pytest.mark.usefixtures("on_both")
@pytest.mark.parametrize("again", [SCHOOL.lower(), SCHOOL.upper(), SCHOOL.title()])
def test_an_item_in_other_capitals_is_the_same_item(tracker, again):
    more = ("record", "camp-vouchers", "+1", "--on")
    tracker(*more, "2025-01-01", "--item", SCHOOL)

    result = tracker(*more, "2025-01-02", "--item", again)

    assert result.exit_code == 3
    assert "counts the item" in result.stderr
