"""Targets as the text of a targets.toml: what the catalogue reads it gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.domain import (
    AT_RISK_FROM,
    ON_TRACK_FROM,
    CarryOver,
    Labels,
    Measure,
    Shape,
    Source,
    Statement,
    Target,
    Texts,
    Unit,
)
from tracker.exchange.toml_text import assignment, header

# Measures whose direction follows from themselves.
_ALWAYS_UP = (Measure.PERIODIC, Measure.MILESTONE)
_SOURCE = ("title", "publisher", "published", "section", "url")

Table = dict[str, object]


def write(targets: Sequence[Target], about: Iterable[str] = ()) -> str:
    """The file of some targets, in their order.

    Args:
        targets: All with the same thresholds, as those of one file are.
        about: Lines of the comment at its top.
    """
    blocks = ["".join(f"# {line}".rstrip() + "\n" for line in about)]
    thresholds = {(each.labels.on_track, each.labels.at_risk) for each in targets}
    for on_track, at_risk in thresholds - {(ON_TRACK_FROM, AT_RISK_FROM)}:
        told = {"on_track": _number(on_track), "at_risk": _number(at_risk)}
        blocks.append(_block(header("rating"), told))
    for target in targets:
        blocks.append(_block(header("targets", target.key), _target(target)))
        for before, each in zip(target.statements, target.statements[1:], strict=False):
            name = header("targets", target.key, "revisions")
            blocks.append(_block(f"[{name[:-1]}]\n", _revision(before, each)))
    return "\n".join(block for block in blocks if block)


def _block(name: str, table: Mapping[str, object]) -> str:
    lines = (assignment(key, value) for key, value in table.items())
    return name + "".join(lines)


def _target(target: Target) -> Table:
    first, labels = target.first, target.labels
    milestone = first.measure is Measure.MILESTONE
    found: dict[str, object | None] = {
        "title": _texts(labels.title),
        "area": labels.area,
        "unit": None if milestone else _unit(first.unit),
        "measure": str(first.measure),
        "direction": None if first.measure in _ALWAYS_UP else str(first.direction),
        "baseline": _baseline(first),
        "checkpoints": _checkpoints(first),
        "goal": _goal(first),
        "plan": None if milestone or first.shape is Shape.LINEAR else "step",
        "period": first.period and str(first.period),
        "carry_over": _unless(first.carry_over, CarryOver.NONE),
        "bounds": _some({"lower": first.lower, "upper": first.upper}),
        **_labels(target.key, labels),
        **_occasion(first),
    }
    return {name: value for name, value in found.items() if value is not None}


def _labels(key: str, labels: Labels) -> dict[str, object | None]:
    in_key = labels.parent is not None and key.startswith(f"{labels.parent}/")
    return {
        "programme": labels.programme and _texts(labels.programme),
        "owner": labels.owner and _texts(labels.owner),
        "parent": None if in_key else labels.parent,
        "weight": None if labels.weight is None else _number(labels.weight),
        "report_every": labels.report_every and str(labels.report_every),
    }


def _revision(before: Statement, statement: Statement) -> Table:
    same_shape = statement.shape is before.shape
    found: dict[str, object | None] = {
        "goal": _goal(statement),
        "checkpoints": _checkpoints(statement),
        "plan": None if same_shape else str(statement.shape),
        "reason": statement.reason,
        **_occasion(statement),
    }
    return {name: value for name, value in found.items() if value is not None}


def _occasion(statement: Statement) -> dict[str, object | None]:
    return {
        "stated": statement.stated,
        "source": _source(statement.source),
        "note": statement.note,
    }


def _source(source: Source) -> Table | None:
    return _some({name: getattr(source, name) for name in _SOURCE})


def _baseline(statement: Statement) -> Table | None:
    if statement.baseline is None:
        return None
    day: Table = {"on": statement.baseline.on}
    if statement.measure is Measure.PERIODIC:
        return day
    return {"value": _number(statement.baseline.value), **day}


def _checkpoints(statement: Statement) -> list[Table] | None:
    return [
        {"value": _number(each.value), "by": each.by}
        if each.added is None
        else {"add": _number(each.added), "by": each.by}
        for each in statement.checkpoints
    ] or None


def _goal(statement: Statement) -> Table | None:
    by = statement.goal.by
    if statement.measure is Measure.MILESTONE:
        return _some({"by": by})
    return _some({"value": _number(statement.goal.value), "by": by})


def _texts(texts: Texts) -> object:
    return texts["en"] if set(texts) == {"en"} else dict(texts)


def _unit(unit: Unit) -> object:
    found: dict[str, object] = {
        language: forms["other"] if set(forms) == {"other"} else dict(forms)
        for language, forms in unit.items()
    }
    return found["en"] if set(found) == {"en"} and _is_text(found["en"]) else found


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _unless(value: CarryOver, usual: CarryOver) -> str | None:
    return None if value is usual else str(value)


def _some(table: Mapping[str, object | None]) -> Table | None:
    """What is known of a table, or None where nothing is."""
    pairs: Iterator[tuple[str, object]] = (
        (name, _number(value) if isinstance(value, float) else value)
        for name, value in table.items()
        if value is not None
    )
    return dict(pairs) or None


def _number(value: float) -> float | int:
    """As it would be typed: 98 and not 98.0."""
    return int(value) if value == int(value) else value
