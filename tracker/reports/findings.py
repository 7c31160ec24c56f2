"""What a status says in one sentence, and the reason for its rating."""

from __future__ import annotations

from tracker.domain import Direction, Measure, Statement
from tracker.progress.rating import Rating
from tracker.progress.standing import Standing
from tracker.progress.status import Status
from tracker.reports.numbers import figure, percent, rounded
from tracker.reports.parts import parts_phrase
from tracker.reports.phrases import say
from tracker.reports.words import (
    DAYS,
    by_day,
    counted,
    long_day,
    on_day,
    span_name,
    unit_of,
    with_unit,
    word,
    worked_out,
)


def finding(status: Status, lang: str, beside: str = "") -> str:
    """Where a target stands, against what is in force and what was first stated.

    "105 of 217 schools on 31 December 2024: at risk, 23 behind plan; of the 369
    first promised: off track, 103 behind".

    Args:
        beside: What stands in brackets after where it stands now; may be empty.
    """
    sentence = present_finding(status, lang)
    if beside:
        sentence = f"{sentence} ({beside})"
    if status.first is None:
        return sentence
    return f"{sentence}; {first_finding(status.first, status.now, lang)}"


def present_finding(status: Status, lang: str) -> str:
    """Where a target stands against the statement in force, and by whose reports."""
    sentence = f"{_head(status, lang)}: {_verdict(status, lang)}"
    if status.period and status.now.statement.period:
        name = span_name(status.period, status.now.statement.period, lang)
        sentence = f"{name}: {sentence}"
    parts = parts_phrase(status, lang)
    if parts:
        sentence = f"{sentence}; {parts}"
    return sentence[:1].upper() + sentence[1:]


def first_finding(first: Standing, now: Standing, lang: str) -> str:
    """What the same report means against the first statement."""
    goal = figure(first.goal, lang)
    by = by_day(first.due, lang) if first.due else ""
    milestone = first.statement.measure is Measure.MILESTONE
    if milestone:
        by = by or say("no-day", lang)
        promise = say("first-promised-done", lang, by=by)
    elif counts_down(first.statement):
        promise = say("first-promised-level", lang, goal=goal)
    elif first.due == now.due or first.statement.period:
        promise = say("first-promised", lang, goal=goal)
    elif by:
        promise = say("first-promised-by", lang, goal=goal, by=by)
    else:
        promise = say("first-promised-undated", lang, goal=goal)
    verdict = word(first.rating, lang)
    if first.days_late:
        late = say("late", lang, days=counted(first.days_late, DAYS, lang))
        return f"{promise}: {verdict}, {late}"
    if first.pace is not None and first.pace < 1 and first.variance and not milestone:
        behind = rounded(abs(first.variance), lang)
        if behind != "0":
            falls = first.statement.direction is Direction.DECREASE
            phrase = "behind-falling" if falls else "behind"
            verdict += ", " + say(phrase, lang, value=behind)
    return f"{promise}: {verdict}"


def missed_phrase(status: Status, lang: str) -> str:
    """That the quota of the last period to end was missed, by how much; else empty."""
    statement = status.now.statement
    if not status.periods or statement.period is None:
        return ""
    last = status.periods[-1]
    if last.rating is not Rating.MISSED or last.total is None:
        return ""
    phrase = "value-goal" if counts_down(statement) else "of"
    total, quota = figure(last.total, lang), figure(last.quota, lang)
    told = say(phrase, lang, value=total, goal=quota)
    name = span_name(last.span, statement.period, lang)
    return f"{name}: {word(last.rating, lang)}, {told}"


def reason(now: Standing, lang: str, *, reported: bool) -> str:
    """Why the rating is what it is, in one sentence without a full stop."""
    statement = now.statement
    if statement.held and reported and now.rating is not Rating.ACHIEVED:
        kept = now.rating is Rating.ON_TRACK
        line = _goal_in_genitive(now, lang)
        return say("why-held" if kept else "why-not-held", lang, goal=line)
    if now.rating in (Rating.ON_TRACK, Rating.AT_RISK, Rating.OFF_TRACK):
        return _reason_of_pace(now, lang)
    return _reason_of_day(now, lang)


def days_phrase(days: int, lang: str) -> str:
    """So many days behind or ahead; on plan for 0."""
    if days == 0:
        return say("days-none", lang)
    phrase = "days-behind" if days < 0 else "days-ahead"
    return say(phrase, lang, days=counted(abs(days), DAYS, lang))


def days_of(now: Standing, lang: str) -> str:
    """How late the goal was met, else the days behind or ahead; empty if not known."""
    if now.days_late:
        return say("late", lang, days=counted(now.days_late, DAYS, lang))
    return "" if now.days_ahead is None else days_phrase(now.days_ahead, lang)


def reading_of(status: Status) -> float | None:
    """The last reading of a level, as finely as which its plan is told; else None."""
    level = status.target.measure is Measure.LEVEL
    return status.actual.value if level and status.actual else None


def plan_phrase(now: Standing, lang: str, like: float | None = None) -> str:
    """How far the running total is off the plan on the data day; may be empty."""
    variance = now.variance
    if variance is None or now.statement.measure is Measure.MILESTONE:
        return ""
    shown = rounded(abs(variance), lang, like)
    if shown == "0":
        return ""
    if counts_down(now.statement):
        return say("below-plan" if variance < 0 else "above-plan", lang, value=shown)
    return say("behind-plan" if variance < 0 else "ahead-of-plan", lang, value=shown)


def _head(status: Status, lang: str) -> str:
    now, actual = status.now, status.actual
    statement = now.statement
    if actual is None:
        return _nothing(status, lang)
    on = on_day(actual.on, lang)
    if statement.measure is Measure.MILESTONE:
        day = long_day(actual.on, lang)
        return say("done" if actual.value else "not-done", lang, on=on, day=day)
    if counts_down(statement):
        value = counted(actual.value, statement.unit, lang)
        goal = figure(now.goal, lang)
        return say("against-goal", lang, value=value, on=on, goal=goal)
    goal = _goal_in_genitive(now, lang)
    return say("of-goal", lang, value=figure(actual.value, lang), goal=goal, on=on)


def counts_down(statement: Statement) -> bool:
    """Whether a total is not so many of the goal: a level, or one that goes down."""
    falls = statement.direction is Direction.DECREASE
    return statement.measure is Measure.LEVEL or falls


def _goal_in_genitive(now: Standing, lang: str) -> str:
    unit = unit_of(now.goal, now.statement.unit, lang)
    return with_unit(figure(now.goal, lang), unit)


def _nothing(status: Status, lang: str) -> str:
    """The head without an actual: nothing reported, and what was due."""
    now, nothing = status.now, say("nothing", lang)
    statement = now.statement
    goal = counted(now.goal, statement.unit, lang)
    if statement.measure is Measure.MILESTONE:
        if now.due is None:
            return f"{nothing}, {say('no-day', lang)}"
        return f"{nothing}, {say('due-done', lang, by=by_day(now.due, lang))}"
    if now.due is None:
        return f"{nothing}, {say('goal-undated', lang, value=goal)}"
    if now.rating is Rating.NO_DATA:
        return f"{nothing}, {_expected(status, lang)}"
    return f"{nothing}, {say('due', lang, value=goal, by=by_day(now.due, lang))}"


def _expected(status: Status, lang: str) -> str:
    """What the plan expected by the day of the report."""
    now, by = status.now, by_day(status.as_of, lang)
    assert now.expected is not None, "a dated goal expects something on every day"
    shown = rounded(now.expected, lang)
    if not counts_down(now.statement):
        of = say("of", lang, value=shown, goal=_goal_in_genitive(now, lang))
        return say("expected", lang, value=of, by=by)
    value = worked_out(now.expected, now.statement.unit, lang)
    if now.statement.held:
        return say("expected", lang, value=value, by=by)
    goal = figure(now.goal, lang)
    return say("expected-goal", lang, value=value, by=by, goal=goal)


def _verdict(status: Status, lang: str) -> str:
    now = status.now
    parts = [word(now.rating, lang)]
    if now.days_late:
        parts.append(days_of(now, lang))
    elif now.rating is Rating.UNREPORTED and status.actual and now.due:
        goal = figure(now.goal, lang)
        parts.append(say("due", lang, value=goal, by=by_day(now.due, lang)))
    elif now.rating is not Rating.ACHIEVED:
        parts.append(plan_phrase(now, lang, reading_of(status)))
    return ", ".join(part for part in parts if part)


def _reason_of_pace(now: Standing, lang: str) -> str:
    labels_line = percent(now.on_track, lang)
    if now.pace is not None and now.pace < now.on_track:
        off = now.rating is Rating.OFF_TRACK
        line = percent(now.at_risk, lang) if off else labels_line
        rating = word(now.rating, lang)
        pace = percent(now.pace, lang)
        return say("why-behind", lang, pace=pace, line=line, rating=rating)
    if now.lapsed_checkpoints:
        lapsed = now.lapsed_checkpoints[-1]
        value = counted(lapsed.value, now.statement.unit, lang)
        return say("why-lapsed", lang, value=value, by=by_day(lapsed.by, lang))
    assert now.pace is not None, "a target is on track by its pace"
    return say("why-on-track", lang, pace=percent(now.pace, lang), line=labels_line)


def _reason_of_day(now: Standing, lang: str) -> str:
    rating, unit = now.rating, now.statement.unit
    if now.days_late:
        days = counted(now.days_late, DAYS, lang)
        return say("why-achieved-late", lang, days=days)
    if rating is Rating.MISSED and not unit:
        assert now.due is not None, "only a dated milestone can be missed"
        return say("why-missed-done", lang, by=by_day(now.due, lang))
    if rating in (Rating.MISSED, Rating.UNREPORTED):
        assert now.due is not None, "only a dated goal can be missed"
        by, goal = by_day(now.due, lang), counted(now.goal, unit, lang)
        return say(f"why-{rating}", lang, by=by, goal=goal)
    if rating is Rating.NOT_DUE and now.statement.measure is Measure.MILESTONE:
        return say("why-milestone-not-due", lang)
    return say(f"why-{rating}", lang)
