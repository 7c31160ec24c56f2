"""Words, plurals and days in English, Kazakh and Russian."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

from tests.builders import day
from tests.reports.cases import LANGUAGES, SCHOOLS, titled
from tracker.domain import Kind, Measure, Target
from tracker.ledger import StatementKind
from tracker.periods import Period, span_holding
from tracker.progress.rating import Rating
from tracker.reports import phrases
from tracker.reports.phrases import PHRASES, say
from tracker.reports.words import (
    DAYS,
    RATING_SYMBOLS,
    TARGETS,
    WORDS,
    by_day,
    counted,
    long_day,
    on_day,
    plural,
    short_day,
    short_month,
    span_name,
    text_in,
    tiny_day,
    tiny_month,
    title_of,
    unit_name,
    unit_of,
    unit_word,
    word,
    worked_out,
)

FIRSTS = [day(f"2024-{month:02}-01") for month in range(1, 13)]


def blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("key", [*WORDS])
def test_every_word_has_three_languages(key):
    assert len(WORDS[key]) == 3
    assert all(text and text == text.strip() for text in WORDS[key])


@pytest.mark.parametrize("key", [*PHRASES])
def test_every_phrase_has_three_languages_with_the_same_blanks(key):
    english, kazakh, russian = map(blanks, PHRASES[key])

    # Russian names the day alone where English and Kazakh say on which.
    assert english == kazakh
    assert {"on" if name == "day" else name for name in russian} == english
    assert all(text == text.strip() for text in PHRASES[key])


@pytest.mark.parametrize("key", [*Rating, *Measure, *StatementKind, Kind.DONE])
def test_whatever_may_be_shown_has_a_word(key):
    assert all(word(key, lang) for lang in LANGUAGES)


def test_every_rating_has_a_symbol_and_word_of_its_own():
    assert len({RATING_SYMBOLS[each] for each in Rating}) == len(Rating)
    for lang in LANGUAGES:
        assert len({word(each, lang) for each in Rating}) == len(Rating)


def test_a_phrase_fills_its_blanks():
    assert say("behind-plan", "kk", value="23") == "жоспардан 23 кем"


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (0, "other", "many"),
        (1, "one", "one"),
        (2, "other", "few"),
        (4, "other", "few"),
        (5, "other", "many"),
        (11, "other", "many"),
        (12, "other", "many"),
        (14, "other", "many"),
        (21, "other", "one"),
        (22, "other", "few"),
        (25, "other", "many"),
        (100, "other", "many"),
        (101, "other", "one"),
        (111, "other", "many"),
        (112, "other", "many"),
        (1_000_000, "other", "many"),
        (1.5, "other", "other"),
        (-1, "one", "one"),
    ],
)
def test_plurals_are_those_of_cldr(value, english, russian):
    found = tuple(plural(value, lang) for lang in LANGUAGES)

    assert found == (english, "other", russian)


@pytest.mark.parametrize(
    ("value", "after", "of"),
    [
        (1, "школа", "школы"),
        (2, "школы", "школ"),
        (5, "школ", "школ"),
        (21, "школа", "школы"),
        (217, "школ", "школ"),
        (1.5, "школы", "школы"),
    ],
)
def test_a_russian_unit_after_a_number_and_after_of_so_many(value, after, of):
    assert unit_word(value, SCHOOLS, "ru") == after
    assert unit_of(value, SCHOOLS, "ru") == of


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (20.7, ("21 schools", "21 мектеп", "21 школа")),
        (23.3, ("23 schools", "23 мектеп", "23 школы")),
        (0.997, ("1 school", "1 мектеп", "1 школа")),
        (8.76, ("8.8 schools", "8,8 мектеп", "8,8 школы")),
    ],
)
def test_a_unit_agrees_with_the_number_that_is_shown(value, shown):
    found = tuple(plain(worked_out(value, SCHOOLS, lang)) for lang in LANGUAGES)

    assert found == shown


def test_a_unit_on_its_own_is_a_plural():
    names = [unit_name(SCHOOLS, lang) for lang in LANGUAGES]

    assert names == ["schools", "мектеп", "школ"]


def test_a_unit_of_fewer_languages_or_forms_stands_in_what_there_is():
    assert unit_word(2, {"en": {"other": "schools"}}, "ru") == "schools"
    assert unit_word(2, {"kk": {"other": "мектеп"}}, "ru") == "мектеп"
    assert unit_word(2, {"ru": {"other": "кг"}}, "ru") == "кг"
    assert unit_word(1, {}, "en") == ""


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1, ("1 day", "1 күн", "1 день")),
        (3, ("3 days", "3 күн", "3 дня")),
        (95, ("95 days", "95 күн", "95 дней")),
    ],
)
def test_days_are_counted(value, shown):
    found = tuple(plain(counted(value, DAYS, lang)) for lang in LANGUAGES)

    assert found == shown


def test_targets_are_counted():
    found = [plain(counted(15, TARGETS, lang)) for lang in LANGUAGES]

    assert found == ["15 targets", "15 көрсеткіш", "15 показателей"]


def test_a_figure_without_a_unit_stands_alone():
    assert counted(1, {}, "en") == "1"


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", ("31 December 2024", "on 31 December 2024", "by 31 December 2024")),
        ("ru", ("31 декабря 2024 г.", "на 31 декабря 2024 г.", "к 31 декабря 2024 г.")),
        (
            "kk",
            (
                "2024 жылғы 31 желтоқсан",
                "2024 жылғы 31 желтоқсанда",
                "2024 жылғы 31 желтоқсанға дейін",
            ),
        ),
    ],
)
def test_a_day_in_words(lang, forms):
    shown = [form(day("2024-12-31"), lang) for form in (long_day, on_day, by_day)]

    assert tuple(map(plain, shown)) == forms


def test_kazakh_months_take_the_endings_of_vowel_harmony():
    on = [plain(on_day(first, "kk")).removeprefix("2024 жылғы 1 ") for first in FIRSTS]
    by = [plain(by_day(first, "kk")).removeprefix("2024 жылғы 1 ") for first in FIRSTS]

    assert on == (
        "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда "
        "қыркүйекте қазанда қарашада желтоқсанда"
    ).split(" ")
    assert [each.removesuffix(" дейін") for each in by] == (
        "қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға "
        "қыркүйекке қазанға қарашаға желтоқсанға"
    ).split(" ")


@pytest.mark.parametrize(
    ("lang", "short", "tiny"),
    [
        ("en", "1 Sep 2024", "1 Sep 24"),
        ("kk", "01.09.2024", "01.09.24"),
        ("ru", "01.09.2024", "01.09.24"),
    ],
)
def test_a_day_in_few_columns(lang, short, tiny):
    assert plain(short_day(day("2024-09-01"), lang)) == short
    assert plain(tiny_day(day("2024-09-01"), lang)) == tiny


def test_a_month_in_few_columns():
    last = day("2024-09-30")

    assert plain(short_month(last, "en")) == "Sep 2024"
    assert plain(tiny_month(last, "en")) == "Sep 24"
    for lang in ("kk", "ru"):
        assert short_month(last, lang) == tiny_month(last, lang) == "09.2024"


@pytest.mark.parametrize(
    ("period", "names"),
    [
        (Period.YEAR, ("2024", "2024", "2024")),
        (Period.QUARTER, ("Q3 2024", "2024 ж. 3-тоқсан", "3-й квартал 2024 г.")),
        (Period.MONTH, ("September 2024", "2024 ж. қыркүйек", "сентябрь 2024")),
    ],
)
def test_a_period_has_a_name(period, names):
    span = span_holding(day("2024-09-15"), period)

    assert tuple(span_name(span, period, lang) for lang in LANGUAGES) == names


def test_a_text_stands_in_english_or_in_what_there_is():
    assert text_in({"en": "Schools", "kk": "Мектептер"}, "kk") == "Мектептер"
    assert text_in({"en": "Schools", "kk": "Мектептер"}, "ru") == "Schools"
    assert text_in({"kk": "Мектептер"}, "ru") == "Мектептер"


def test_a_target_without_a_title_goes_by_its_key():
    target = titled()
    nameless = Target("schools", type(target.labels)(title={}), target.statements)

    assert title_of(nameless.key, nameless.labels, "kk") == "schools"
    assert title_of(target.key, target.labels, "kk") == "Ашылған мектептер"


def test_no_theme_takes_a_phrase_of_another():
    themes = [
        getattr(import_module(f"{phrases.__name__}.{each.name}"), each.name.upper())
        for each in iter_modules(phrases.__path__)
    ]

    assert sum(map(len, themes)) == len(PHRASES)
