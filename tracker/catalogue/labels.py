"""What a target is called, who answers for it, and the thresholds of its rating."""

from __future__ import annotations

from dataclasses import replace

from tracker.catalogue.areas import read_area, read_weight
from tracker.catalogue.keys import parent_in
from tracker.catalogue.table import Table
from tracker.catalogue.texts import read_texts
from tracker.catalogue.wording import figure, shown
from tracker.domain import Labels
from tracker.periods import Period


def read_labels(table: Table, parent: str | None, usual: Labels) -> Labels:
    """The labels of a target; a title that cannot be read is left empty.

    Args:
        table: Of the target.
        parent: The key of the target that it is part of.
        usual: Gives the thresholds.
    """
    table.require("title", 'write title = "..." or one text per language')
    return replace(
        usual,
        title=read_texts(table, "title") or {},
        programme=read_texts(table, "programme"),
        owner=read_texts(table, "owner"),
        parent=parent,
        area=read_area(table),
        weight=read_weight(table, parent),
        report_every=table.choice("report_every", Period),
    )


def parent_of(table: Table, key: str) -> str | None:
    """The parent that a target names, else the one that its key names."""
    named, given = parent_in(key), table.text("parent")
    if named is not None and given is not None and named != given:
        table.refuse(
            "parent",
            f"is {shown(given)}, but the key names {shown(named)}; remove `parent`",
        )
        return named
    return given or named


def read_thresholds(top: Table) -> Labels:
    """Labels without a title that carry the thresholds of [rating].

    The house defaults stand for what it does not give.
    """
    usual = Labels(title={})
    table = top.table("rating")
    if table is None:
        return usual
    before = len(table.problems)
    table.only("on_track", "at_risk")
    on_track, at_risk = table.number("on_track"), table.number("at_risk")
    on_track = usual.on_track if on_track is None else on_track
    at_risk = usual.at_risk if at_risk is None else at_risk
    if len(table.problems) == before and not 0 < at_risk < on_track <= 1:
        table.refuse(
            None,
            f"has on_track {figure(on_track)} and at_risk {figure(at_risk)}; "
            "choose 0 < at_risk < on_track <= 1",
        )
    return replace(usual, on_track=on_track, at_risk=at_risk)
