"""The error gallery of targets.toml: each line, and the whole sentence about it."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Problems
from tests.catalogue.texts import a_file

MISSING = [
    ("title", '`title` is missing; write title = "..." or one text per language'),
    ("unit", '`unit` is missing; say what is counted, such as unit = "schools"'),
    (
        "measure",
        "`measure` is missing; write cumulative, periodic, level or milestone",
    ),
    (
        "goal",
        "`goal` is missing; write goal = { value = 369, by = 2025-12-31 }",
    ),
    (
        "baseline",
        "`baseline` is missing; write baseline = { value = 0, on = 2024-01-01 }",
    ),
    (
        "stated",
        "`stated` is missing; give the day on which this was stated, or the day on "
        "which its source was `published`",
    ),
]

# One line of a target, and what is said about it.
LINES = [
    (
        'titel = "x"',
        "`titel` is not a known key; did you mean `title`?",
    ),
    (
        "colour = 1",
        "`colour` is not a known key; remove it (known here: title, unit, measure, "
        "direction, baseline, checkpoints, goal, plan, period, carry_over, bounds, "
        "programme, owner, parent, area, areas, weight, report_every, source, stated, "
        "note, revisions)",
    ),
    ("title = 5", '`title` needs a text, found the number 5; write it as "..."'),
    ('title = "  "', "`title` is an empty text; write something or remove the key"),
    ("title = {}", "`title` is empty; give a text in en, kk or ru"),
    (
        'title = { de = "Schulen" }',
        "`title.de` is no language of the reports; write one of en, kk or ru",
    ),
    (
        "owner = { en = 1 }",
        "`owner.en` needs a text, found the number 1; put it in double quotes",
    ),
    (
        'unit = { ru = { one = "школа" } }',
        "`unit.ru.other` is missing; it is the form that always fits",
    ),
    (
        'unit = { en = { other = "schools", few = "schools" } }',
        "`unit.en.few` is not a known key; remove it (known here: one, other)",
    ),
    (
        "unit = { en = [] }",
        "`unit.en` needs a text, found a list; put it in double quotes",
    ),
    (
        'note = "line\\nline"',
        "`note` contains a line break; remove it",
    ),
    (
        'note = "bell\\u0007bell"',
        "`note` contains the control character U+0007; remove it",
    ),
    (
        'note = "left\\u202Eright"',
        "`note` contains the invisible character U+202E, which turns the text around; "
        "remove it",
    ),
    (
        'measure = "cumulativ"',
        "`measure` needs cumulative, periodic, level or milestone, found the text "
        '"cumulativ"; write one of them',
    ),
    (
        "plan = true",
        "`plan` needs linear or step, found true; write one of them",
    ),
    (
        'goal = { value = 200 }\ndirection = "decrease"',
        "`goal` of 200 is met by the baseline of 0 already (direction decrease); "
        "correct the goal, the baseline or `direction`",
    ),
    (
        'period = "year"',
        "`period` means nothing for a cumulative target; remove it",
    ),
    (
        'carry_over = "surplus"',
        "`carry_over` means nothing for a cumulative target; remove it",
    ),
    (
        "goal = 200",
        "`goal` needs a table { ... }, found the number 200; write one",
    ),
    (
        "goal = { by = 2025-12-31 }",
        "`goal.value` is missing; give the figure that is to be reached",
    ),
    (
        'goal = { value = "200", by = 2025-12-31 }',
        '`goal.value` needs a number, found the text "200"; write it without quotes',
    ),
    (
        'goal = { value = "many" }',
        '`goal.value` needs a number, found the text "many"; write one such as 369 '
        "or 0.5",
    ),
    (
        "goal = { value = true }",
        "`goal.value` needs a number, found true; write one such as 369 or 0.5",
    ),
    (
        "goal = { value = nan }",
        "`goal.value` needs a number, found nan; write a figure",
    ),
    (
        "goal = { value = -inf }",
        "`goal.value` needs a number, found -infinity; write a figure",
    ),
    (
        "goal = { value = 1_000_000_000_000_001 }",
        "`goal.value` is beyond 10^15; choose a larger unit",
    ),
    (
        "goal = { value = 0xffffffffffffffffffffffff }",
        "`goal.value` is beyond 10^15; choose a larger unit",
    ),
    (
        "goal = { value = 12345678.12345678 }",
        "`goal.value` is 12345678.12345678, but only 15 digits count; round it",
    ),
    (
        "goal = { value = 1e-400 }",
        "`goal.value` is 1E-400, but only 15 digits count; round it",
    ),
    (
        "goal = { value = 1e99999999999999999999 }",
        "`goal.value` needs a number, found infinity; write a figure",
    ),
    (
        'goal = { value = 200, by = "2025-12-31" }',
        "`goal.by` needs a day such as 2024-09-01, found the text "
        '"2025-12-31"; write it without quotes, year first',
    ),
    (
        "goal = { value = 200, by = 2025-12-31T10:00:00 }",
        "`goal.by` needs a day such as 2024-09-01, found the moment "
        "2025-12-31 10:00:00; leave out the time",
    ),
    (
        "goal = { value = 200, by = 10:00:00 }",
        "`goal.by` needs a day such as 2024-09-01, found the time 10:00:00; "
        "write it without quotes, year first",
    ),
    (
        "goal = { value = 200, by = 2204-12-31 }",
        "`goal.by` is 2204-12-31, outside 1990-01-01 to 2100-12-31; correct the year",
    ),
    (
        "goal = { value = 200, by = 2024-01-01 }",
        "`goal.by` is 2024-01-01, not after the baseline day 2024-01-01; correct one "
        "of the days",
    ),
    (
        "goal = { value = 0 }",
        "`goal` of 0 is that of the baseline, nothing is to be counted; correct one "
        "of them",
    ),
    (
        "baseline = { on = 2024-01-01 }",
        "`baseline.value` is missing; give the value from which change is counted",
    ),
    (
        "baseline = { value = 0 }",
        "`baseline.on` is missing; give the day from which change is counted",
    ),
    (
        "checkpoints = { value = 98 }",
        "`checkpoints` needs a list [{ ... }, ...], found a table; write one",
    ),
    (
        "revisions = 5",
        "`revisions` needs a list [{ ... }, ...], found the number 5; write one",
    ),
    (
        "bounds = { lower = 100, upper = 0 }",
        "`bounds.lower` is 100, not below the upper bound of 0; correct one of them",
    ),
    (
        "baseline = { value = 0, on = 2024-01-01 }\nbounds = { lower = 1 }",
        "`baseline` of 0 is below the lower bound of 1; correct it or `bounds`",
    ),
    (
        "goal = { value = 200 }\nbounds = { upper = 150 }",
        "`goal` of 200 is above the upper bound of 150; correct it or `bounds`",
    ),
    (
        'report_every = "week"',
        '`report_every` needs month, quarter or year, found the text "week"; write '
        "one of them",
    ),
    (
        'source = "primeminister.kz"',
        '`source` needs a table { ... }, found the text "primeminister.kz"; write one',
    ),
    (
        'source = { url = "javascript:alert(1)" }',
        "`source.url` is no address of a page; begin it with https://",
    ),
    (
        'source = { published = "2024" }',
        "`source.published` needs a day such as 2024-09-01, found the text "
        '"2024"; write it without quotes, year first',
    ),
    (
        'parent = "camps"',
        "`parent` is camps, which is no target of this file; add it or name another",
    ),
    (
        'parent = "schools"',
        "`parent` leads back to the target itself (schools -> schools); remove one "
        "`parent` of these",
    ),
]


@pytest.mark.parametrize(("key", "said"), MISSING, ids=[key for key, _ in MISSING])
def test_a_missing_key_is_named_at_its_table(problems: Problems, key: str, said: str):
    assert problems(a_file(without=key)) == [f"targets.toml:1: schools: {said}"]


@pytest.mark.parametrize(("line", "said"), LINES, ids=[line for line, _ in LINES])
def test_a_wrong_line_is_named_with_its_remedy(
    problems: Problems, line: str, said: str
):
    assert problems(a_file(line)) == [f"targets.toml:2: schools: {said}"]


def test_a_long_value_is_not_repeated(problems: Problems):
    (title, key) = problems(a_file(f"title = 0x{'f' * 90}\n{'x' * 90} = 1"))

    assert title == (
        "targets.toml:2: schools: `title` needs a text, found a number beyond 10^15; "
        'write it as "..."'
    )
    assert key.startswith(f"targets.toml:3: schools: `{'x' * 59}…` is not a known key")


def test_after_many_problems_nothing_more_is_suggested(problems: Problems):
    said = problems(a_file("\n".join(f"titel{n} = 1" for n in range(101))))

    assert said[99].endswith("did you mean `title`?")
    assert "remove it (known here: " in said[100]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('target = "x"', "1: `target` is not a known key; did you mean `targets`?"),
        (
            "targets = 5",
            "1: `targets` needs a table { ... }, found the number 5; write one",
        ),
        (
            "[targets]\na = 1",
            "2: a: needs a table { ... }, found the number 1; write one",
        ),
        (
            "[defaults]\nowner = 1",
            "2: `defaults.owner` is not a known key; remove it (known here: source)",
        ),
        (
            "[rating]\non_track = 0.7",
            "1: `rating` has on_track 0.7 and at_risk 0.8; choose "
            "0 < at_risk < on_track <= 1",
        ),
        (
            '[rating]\nat_risk = "0.7"',
            '2: `rating.at_risk` needs a number, found the text "0.7"; write it '
            "without quotes",
        ),
    ],
)
def test_faults_outside_of_targets_are_named(problems: Problems, text: str, said: str):
    assert problems(text) == [f"targets.toml:{said}"]


SEVERAL = """\
[targets.schools]
titel = "Schools opened"
unit = "schools"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = "200" }
stated = 2024-01-01
[targets.Database]
measure = "milestone"
stated = 2024-01-01
[[targets.schools.revisions]]
stated = 2023-01-01
"""


def test_all_problems_come_at_once_in_the_order_of_lines(problems: Problems):
    assert [each.split("; ")[0] for each in problems(SEVERAL)] == [
        "targets.toml:1: schools: `title` is missing",
        "targets.toml:2: schools: `titel` is not a known key",
        'targets.toml:6: schools: `goal.value` needs a number, found the text "200"',
        "targets.toml:8: Database: is not a good key: write it in lower case, database",
        "targets.toml:8: Database: `title` is missing",
        "targets.toml:12: schools, revision 1: `stated` is 2023-01-01, before "
        "2024-01-01, when the statement above it was made",
    ]
