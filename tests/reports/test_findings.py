"""What a status says in one sentence, for each rating, measure and language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import a_baseline, a_goal, an_actual, day, done, not_done
from tests.reports.cases import (
    LANGUAGES,
    a_level,
    a_milestone,
    a_quota,
    on,
    stated,
    the_real_case,
    titled,
)
from tracker.reports.findings import days_phrase, finding, plan_phrase, reason

JUNE, DUE, AFTER = "2024-06-30", "2024-12-31", "2025-01-05"
FALLING = titled(stated(baseline=a_baseline(100), goal=a_goal(0)))
HELD = titled(stated(measure="level", baseline=None, goal=a_goal(80)))
LAPSED = titled(stated((50, JUNE)))


def said(status, say=finding):
    """What is said in each language, with plain spaces."""
    return [say(status, lang).replace("\u00a0", " ") for lang in LANGUAGES]


def why(status, lang):
    return reason(status.now, lang, reported=status.actual is not None)


def test_the_real_case():
    assert said(the_real_case()) == [
        "105 of 217 schools on 31 December 2024: at risk, 23 behind plan; of the 369 "
        "first promised: off track, 103 behind",
        "2024 жылғы 31 желтоқсанда 105 / 217 мектеп: қауіп бар, жоспардан 23 кем; "
        "алғаш мәлімделген 369 бойынша: жоспардан артта, 103 кем",
        "105 из 217 школ на 31 декабря 2024 г.: под угрозой, ниже плана на 23; "
        "из первоначально заявленных 369: отстаёт от плана, меньше на 103",
    ]


# The sentences of one target, 0 -> 100 schools over leap year 2024.
@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        pytest.param(
            on(DUE, titled(), an_actual("2024-12-01", 100)),
            "100 of 100 schools on 1 December 2024: achieved",
            id="achieved",
        ),
        pytest.param(
            on(AFTER, titled(), an_actual(JUNE, 40), an_actual("2025-01-03", 100)),
            "100 of 100 schools on 3 January 2025: achieved, 3 days late",
            id="achieved late",
        ),
        pytest.param(
            on("2024-07-01", titled(), an_actual("2024-07-01", 60)),
            "60 of 100 schools on 1 July 2024: on track, 10 ahead of plan",
            id="on track",
        ),
        pytest.param(
            on("2024-07-01", titled(), an_actual("2024-07-01", 41)),
            "41 of 100 schools on 1 July 2024: at risk, 8.9 behind plan",
            id="at risk",
        ),
        pytest.param(
            on("2024-07-01", titled(), an_actual("2024-07-01", 1)),
            "1 of 100 schools on 1 July 2024: off track, 49 behind plan",
            id="off track",
        ),
        pytest.param(
            on(AFTER, titled(), an_actual(DUE, 90)),
            "90 of 100 schools on 31 December 2024: missed, 10 behind plan",
            id="missed",
        ),
        pytest.param(
            on(AFTER, titled(), an_actual("2024-11-30", 90)),
            "90 of 100 schools on 30 November 2024: unreported, 100 due by 31 December "
            "2024",
            id="unreported since",
        ),
        pytest.param(
            on(AFTER, titled()),
            "Nothing reported, 100 schools due by 31 December 2024: unreported",
            id="never reported",
        ),
        pytest.param(
            on("2024-07-01", titled()),
            "Nothing reported, 50 of 100 schools expected by 1 July 2024: no data",
            id="no data",
        ),
        pytest.param(
            on("2024-01-01", titled()),
            "Nothing reported, 100 schools due by 31 December 2024: not due",
            id="not due",
        ),
        pytest.param(
            on(JUNE, titled(stated(goal=a_goal(100, None)))),
            "Nothing reported, goal 100 schools, no day stated: undated",
            id="undated",
        ),
        pytest.param(
            on(JUNE, titled(stated(goal=a_goal(1))), an_actual(JUNE, 0.5)),
            "0.5 of 1 school on 30 June 2024: on track",
            id="just on plan",
        ),
    ],
)
def test_a_total_is_told_against_its_goal_and_plan(status, sentence):
    assert said(status)[0] == sentence


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        pytest.param(
            on(JUNE, FALLING, an_actual("2024-07-01", 70)),
            "Nothing reported, 50 schools expected by 30 June 2024, goal 0: no data",
            id="falling, not reported yet",
        ),
        pytest.param(
            on("2024-07-01", FALLING, an_actual("2024-07-01", 70)),
            "70 schools on 1 July 2024, goal 0: off track, 20 above plan",
            id="falling too slowly",
        ),
        pytest.param(
            on("2024-07-01", FALLING, an_actual("2024-07-01", 20)),
            "20 schools on 1 July 2024, goal 0: on track, 30 below plan",
            id="falling faster",
        ),
        pytest.param(
            on("2024-07-01", a_level(), an_actual("2024-07-01", 50)),
            "50 % on 1 July 2024, goal 80: off track, 9.9 below plan",
            id="a level that rises too slowly",
        ),
        pytest.param(
            on(JUNE, HELD, an_actual(JUNE, 70)),
            "70 schools on 30 June 2024, goal 80: off track, 10 below plan",
            id="a level not held",
        ),
        pytest.param(
            on(JUNE, HELD),
            "Nothing reported, 80 schools expected by 30 June 2024: no data",
            id="a level held as far as anybody knows",
        ),
        pytest.param(
            on(AFTER, HELD, an_actual(JUNE, 90)),
            "90 schools on 30 June 2024, goal 80: achieved",
            id="a level held to the end",
        ),
    ],
)
def test_a_level_and_what_is_to_fall_are_told_as_readings(status, sentence):
    assert said(status)[0] == sentence


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        pytest.param(
            on(JUNE, a_milestone()),
            "Nothing reported, due by 31 December 2024: not due",
            id="not due",
        ),
        pytest.param(
            on(JUNE, titled(stated(measure="milestone", goal=a_goal(1, None)))),
            "Nothing reported, no day stated: undated",
            id="undated",
        ),
        pytest.param(
            on(DUE, a_milestone(), done(JUNE)),
            "Done on 30 June 2024: achieved",
            id="done",
        ),
        pytest.param(
            on(AFTER, a_milestone(), done("2025-01-01")),
            "Done on 1 January 2025: achieved, 1 day late",
            id="done late",
        ),
        pytest.param(
            on(AFTER, a_milestone(), not_done(DUE)),
            "Not done on 31 December 2024: missed",
            id="not done",
        ),
    ],
)
def test_a_milestone_is_done_or_not(status, sentence):
    assert said(status)[0] == sentence


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        pytest.param(
            on("2024-05-31", a_quota(), an_actual("2024-03-31", 50)),
            "Q2 2024: nothing reported, 47 of 70 schools expected by 31 May 2024: "
            "no data",
            id="10 missing carried over, 61 of 91 days",
        ),
        pytest.param(
            on(JUNE, a_quota(), an_actual(JUNE, 60)),
            "Q2 2024: 60 of 60 schools on 30 June 2024: achieved",
            id="achieved in its period",
        ),
    ],
)
def test_a_quota_is_told_with_its_period(status, sentence):
    assert said(status)[0] == sentence


def test_a_sentence_begins_with_a_capital_in_every_language():
    monthly = titled(stated(measure="periodic", period="month", goal=a_goal(9, None)))

    for sentence in said(on(JUNE, monthly, an_actual(JUNE, 3))):
        assert not sentence[0].islower()


# What a revision says of the first promise.
REVISED = {"stated": "2024-06-01"}


@pytest.mark.parametrize(
    ("first", "revised", "rows", "end"),
    [
        pytest.param(
            stated(goal=a_goal(200)),
            stated(**REVISED),
            [an_actual(DUE, 90)],
            "; of the 200 first promised: off track, 110 behind",
            id="another figure",
        ),
        pytest.param(
            stated(),
            stated(goal=a_goal(100, "2025-12-31"), **REVISED),
            [an_actual(DUE, 90)],
            "; of the 100 first promised by 31 December 2024: at risk, 10 behind",
            id="another day",
        ),
        pytest.param(
            stated(goal=a_goal(200, None)),
            stated(**REVISED),
            [an_actual(DUE, 90)],
            "; of the 200 first promised, no day stated: undated",
            id="a day at last",
        ),
        pytest.param(
            stated(goal=a_goal(80)),
            stated(**REVISED),
            [an_actual(DUE, 90)],
            "; of the 80 first promised: achieved",
            id="first promised less",
        ),
        pytest.param(
            stated(goal=a_goal(100.01)),
            stated(**REVISED),
            [an_actual("2024-07-01", 50.004)],
            "; of the 100.01 first promised: on track",
            id="behind by less than is shown",
        ),
        pytest.param(
            a_quota().first,
            replace(a_quota().first, goal=a_goal(30, None), stated=day("2024-06-01")),
            [an_actual(DUE, 30)],
            "; of the 60 first promised: off track, 30 behind",
            id="another quota, all of it carried over",
        ),
        pytest.param(
            a_milestone().first,
            replace(
                a_milestone().first,
                goal=a_goal(1, "2025-12-31"),
                stated=day("2024-06-01"),
            ),
            [not_done("2025-01-01")],
            "; as first promised, by 31 December 2024: missed",
            id="a milestone",
        ),
    ],
)
def test_a_restated_goal_is_told_against_the_first_promise(first, revised, rows, end):
    as_of = max(day(DUE), rows[-1].on).isoformat()

    sentence = said(on(as_of, titled(first, revised), *rows))[0]

    assert sentence[sentence.index(";") :] == end


def test_behind_the_first_promise_of_a_fall_is_more_and_not_less():
    first = stated(baseline=a_baseline(100), goal=a_goal(0))
    eased = stated(
        baseline=a_baseline(100),
        goal=a_goal(50),
        stated="2024-03-01",
        direction="decrease",
    )

    # By 31 December 0 were promised first, and 50 since; 60 are left.
    ends = [
        each.rsplit("; ")[-1]
        for each in said(on(DUE, titled(first, eased), an_actual(DUE, 60)))
    ]

    assert ends == [
        "against the 0 first promised: off track, 60 behind",
        "алғаш мәлімделген 0 бойынша: жоспардан артта, 60 артық",
        "относительно первоначально заявленных 0: отстаёт от плана, больше на 60",
    ]


@pytest.mark.parametrize(
    ("status", "because"),
    [
        pytest.param(
            on("2024-07-01", titled(), an_actual("2024-07-01", 60)),
            "120% of the change planned by then is achieved; on track from 95%",
            id="on track",
        ),
        pytest.param(
            the_real_case(),
            "81% of the change planned by then is achieved; below 95% is at risk",
            id="at risk",
        ),
        pytest.param(
            on("2024-07-01", titled(), an_actual("2024-07-01", 25)),
            "50% of the change planned by then is achieved; below 80% is off track",
            id="off track",
        ),
        pytest.param(
            on("2024-07-01", LAPSED, an_actual("2024-07-01", 49.9)),
            "the checkpoint of 50 schools was due by 30 June 2024 and is not met",
            id="a lapsed checkpoint",
        ),
        pytest.param(
            on(JUNE, titled(stated((50, JUNE), shape="step")), an_actual("2024-06-29")),
            "the checkpoint of 50 schools was due by 30 June 2024 and is not met",
            id="a lapsed checkpoint before any change was due",
        ),
        pytest.param(
            on(DUE, titled(), an_actual(JUNE, 100)), "the goal is met", id="achieved"
        ),
        pytest.param(
            on(AFTER, titled(), an_actual("2025-01-01", 100)),
            "the goal was met 1 day after its day",
            id="achieved late",
        ),
        pytest.param(
            on(AFTER, titled(), an_actual(DUE, 90)),
            "the goal of 100 schools was due by 31 December 2024 and is not met",
            id="missed",
        ),
        pytest.param(
            on(AFTER, a_milestone(), not_done(DUE)),
            "it was due by 31 December 2024 and is not done",
            id="a milestone missed",
        ),
        pytest.param(
            on(AFTER, titled()),
            "the goal was due by 31 December 2024, and nothing has been reported of "
            "that day or later",
            id="unreported",
        ),
        pytest.param(
            on("2024-01-01", titled()), "the plan expects no change yet", id="not due"
        ),
        pytest.param(
            on(JUNE, a_milestone()), "its day has not passed", id="a milestone ahead"
        ),
        pytest.param(on(JUNE, titled()), "nothing has been reported", id="no data"),
        pytest.param(
            on(JUNE, titled(stated(goal=a_goal(100, None)))),
            "the goal has no day",
            id="undated",
        ),
        pytest.param(
            on(JUNE, HELD, an_actual(JUNE, 80)),
            "the last reading meets the line of 80 schools",
            id="held",
        ),
        pytest.param(
            on(AFTER, HELD, an_actual(JUNE, 79)),
            "the last reading does not meet the line of 80 schools",
            id="not held to the end",
        ),
        pytest.param(
            on(AFTER, HELD, an_actual(JUNE, 80)),
            "the goal is met",
            id="held to the end",
        ),
        pytest.param(on(JUNE, HELD), "nothing has been reported", id="held, not told"),
    ],
)
def test_a_rating_has_its_reason(status, because):
    assert said(status, why)[0] == because


@pytest.mark.parametrize(
    ("days", "phrases"),
    [
        (-95, ["95 days behind", "95 күн артта", "отставание 95 дней"]),
        (-1, ["1 day behind", "1 күн артта", "отставание 1 день"]),
        (2, ["2 days ahead", "2 күн озық", "опережение 2 дня"]),
    ],
)
def test_days_are_behind_or_ahead(days, phrases):
    assert said(days, days_phrase) == phrases


def test_no_days_off_is_on_plan():
    assert days_phrase(0, "en") == "on plan"


@pytest.mark.parametrize(
    "status",
    [
        pytest.param(on(JUNE, titled()), id="not reported"),
        pytest.param(on(DUE, a_milestone(), not_done(DUE)), id="a milestone"),
        pytest.param(on(DUE, titled(), an_actual(DUE, 100.001)), id="less than shown"),
    ],
)
def test_what_is_not_known_or_not_off_has_no_plan_phrase(status):
    assert plan_phrase(status.now, "en") == ""


# One of each kind; the sentences of all languages are looked at in the snapshot.
SPOKEN = {
    "the real case": the_real_case(),
    "achieved": on(DUE, titled(), an_actual("2024-12-01", 100)),
    "achieved late": on(AFTER, titled(), an_actual("2025-01-03", 100)),
    "on track": on(JUNE, titled(), an_actual(JUNE, 60)),
    "off track": on(JUNE, titled(), an_actual(JUNE, 1)),
    "a lapsed checkpoint": on(JUNE, LAPSED, an_actual(JUNE, 49.9)),
    "missed": on(AFTER, titled(), an_actual(DUE, 90)),
    "unreported since": on(AFTER, titled(), an_actual(JUNE, 90)),
    "never reported": on(AFTER, titled()),
    "no data": on(JUNE, titled()),
    "not due": on("2024-01-01", titled()),
    "undated": on(JUNE, titled(stated(goal=a_goal(100, None)))),
    "falling": on(JUNE, FALLING, an_actual(JUNE, 70)),
    "falling, no data": on(JUNE, FALLING),
    "a level": on(JUNE, a_level(), an_actual(JUNE, 50)),
    "held": on(JUNE, HELD, an_actual(JUNE, 81)),
    "not held": on(JUNE, HELD, an_actual(JUNE, 21)),
    "a quota": on(JUNE, a_quota(), an_actual("2024-03-31", 50), an_actual(JUNE, 65)),
    "a quota, no data": on("2024-05-31", a_quota(), an_actual("2024-03-31", 50)),
    "a milestone": on(JUNE, a_milestone()),
    "a milestone done": on(JUNE, a_milestone(), done("2024-05-01")),
    "a milestone missed": on(AFTER, a_milestone(), not_done(DUE)),
    "a milestone unreported": on(AFTER, a_milestone()),
    "first promised by another day": on(
        DUE,
        titled(stated(), stated(stated="2024-06-01", goal=a_goal(100, "2025-12-31"))),
        an_actual(DUE, 90),
    ),
    "first promised without a day": on(
        DUE,
        titled(stated(goal=a_goal(200, None)), stated(stated="2024-06-01")),
        an_actual(DUE, 90),
    ),
}


def test_the_sentences_of_all_languages(snapshot):
    lines = []
    for name, status in SPOKEN.items():
        lines.append(f"{name}:")
        lines += [f"  {sentence}" for sentence in said(status)]
        lines += [f"    because {because}" for because in said(status, why)]

    snapshot("\n".join(lines) + "\n", "sentences.txt")
