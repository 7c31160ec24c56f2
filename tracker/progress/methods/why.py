"""Why a method has no figure."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What stands in the way; reports tell it in the language of the reader."""

    NO_ACTUAL = "no-actual"
    NO_BASE = "no-base"
    BASE_ZERO = "base-zero"
    OPPOSITE_SIGNS = "opposite-signs"
    TOO_SOON = "too-soon"
    TARGET_BEYOND_ZERO = "target-beyond-zero"
    TARGET_IS_BASE = "target-is-base"
    NO_TARGET_YEAR = "no-target-year"
    TARGET_YEAR_EARLY = "target-year-early"
    OUT_OF_RANGE = "out-of-range"
    FEW_YEARS = "few-years"
    NO_PLAN = "no-plan"
    DIVIDES_BY_ZERO = "divides-by-zero"
    PART_WITHOUT = "part-without"
    MILESTONE = "milestone"
    QUOTA = "quota"
