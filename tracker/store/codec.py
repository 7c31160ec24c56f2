"""Statements and labels as canonical JSON text, and back to equal values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.domain import (
    Baseline,
    CarryOver,
    Checkpoint,
    Direction,
    Goal,
    Labels,
    Measure,
    Shape,
    Source,
    Statement,
)
from tracker.periods import Period


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: one text for one value."""
    return json.dumps(
        value,
        default=_plain,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
        allow_nan=False,
    )


def terms_text(statement: Statement) -> str:
    """Everything that was stated, without the day it was stated on."""
    terms = {
        name: value
        for name, value in vars(statement).items()
        if name not in ("stated", "digest") and value not in (None, ())
    }
    return canonical(terms)


def statement_of(stated: date, text: str, digest: str) -> Statement:
    """The statement that `terms_text` wrote."""
    terms: dict[str, Any] = json.loads(text)
    baseline = terms.get("baseline")
    goal = terms["goal"]
    period = terms.get("period")
    return Statement(
        stated=stated,
        measure=Measure(terms["measure"]),
        direction=Direction(terms["direction"]),
        unit=terms["unit"],
        goal=Goal(goal["value"], _day(goal.get("by"))),
        baseline=_baseline(baseline) if baseline else None,
        checkpoints=tuple(_checkpoint(each) for each in terms.get("checkpoints", ())),
        shape=Shape(terms["shape"]),
        period=Period(period) if period else None,
        carry_over=CarryOver(terms["carry_over"]),
        lower=terms.get("lower"),
        upper=terms.get("upper"),
        source=_source(terms["source"]),
        note=terms.get("note"),
        reason=terms.get("reason"),
        digest=digest,
    )


def labels_text(labels: Labels) -> str:
    """What a target is called, and who answers for it."""
    return canonical({k: v for k, v in vars(labels).items() if v is not None})


def labels_of(text: str) -> Labels:
    """The labels that `labels_text` wrote."""
    labels: dict[str, Any] = json.loads(text)
    every = labels.pop("report_every", None)
    return Labels(**labels, report_every=Period(every) if every else None)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return dict(value)
    return {k: v for k, v in vars(value).items() if v is not None}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _baseline(fields: Mapping[str, Any]) -> Baseline:
    return Baseline(fields["value"], date.fromisoformat(fields["on"]))


def _checkpoint(fields: Mapping[str, Any]) -> Checkpoint:
    by = date.fromisoformat(fields["by"])
    return Checkpoint(fields["value"], by, fields.get("added"))


def _source(fields: Mapping[str, Any]) -> Source:
    published = _day(fields.get("published"))
    return Source(**{**fields, "published": published})
