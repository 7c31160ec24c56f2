"""The official methods of a target for machines."""

from __future__ import annotations

from typing import Any

from tracker.progress.methods.of_status import Methods
from tracker.progress.methods.why import Why
from tracker.reports.methods import reason
from tracker.reports.numbers import machine, plain_spaces

Object = dict[str, Any]


def methods_object(methods: Methods, lang: str) -> Object:
    """Always the four methods, each with a `reason` where its figure is null."""
    growth, weather = methods.growth, methods.extrapolation
    rated = {
        "ratio": machine(growth.ratio),
        "status": growth.status.value,
        "score": machine(growth.score),
    }
    symbol = {"symbol": weather.symbol.value if weather.symbol else None}
    completion = {"percent": machine(methods.completion.percent)}
    plan_fact = {"percent": machine(methods.plan_fact.percent)}
    return {
        "growth": rated | _reason(growth.reason, lang),
        "completion": completion | _reason(methods.completion.reason, lang),
        "extrapolation": symbol | _reason(weather.reason, lang),
        "plan_fact": plan_fact | _reason(methods.plan_fact.reason, lang),
    }


def _reason(why: Why | None, lang: str) -> Object:
    return {"reason": plain_spaces(reason(why, lang))} if why else {}
