"""The words of the reports in English, Kazakh and Russian, their plurals and dates.

Own tables instead of a library: three languages, a few dozen words, and a library of
locales costs more start-up than the whole status.
"""

from __future__ import annotations

from datetime import date

from tracker.domain import LANGUAGES, Labels, Texts, Unit
from tracker.periods import Period, Span
from tracker.reports.numbers import NBSP, figure, nearest, two_digits

# Each word in the order of LANGUAGES: English, Kazakh, Russian.
WORDS = {
    "target": ("target", "нысаналы көрсеткіш", "целевой показатель"),
    "targets": ("Targets", "Нысаналы көрсеткіштер", "Целевые показатели"),
    "goal": ("goal", "мақсат мәні", "целевое значение"),
    "plan": ("plan", "жоспар", "план"),
    "actual": ("actual", "нақты", "факт"),
    "expected": ("expected", "жоспар бойынша", "план на дату"),
    "baseline": ("baseline", "бастапқы мән", "исходное значение"),
    "checkpoint": ("checkpoint", "аралық меже", "промежуточный рубеж"),
    "achieved": ("achieved", "орындалды", "выполнено"),
    "on-track": ("on track", "жоспарға сай", "по плану"),
    "at-risk": ("at risk", "қауіп бар", "под угрозой"),
    "off-track": ("off track", "жоспардан артта", "отстаёт от плана"),
    "missed": ("missed", "орындалмады", "не выполнено"),
    "not-due": ("not due", "мерзімі келген жоқ", "срок не наступил"),
    "no-data": ("no data", "дерек жоқ", "нет данных"),
    "unreported": ("unreported", "есеп берілмеді", "нет отчёта"),
    "undated": ("undated", "мерзімсіз", "без срока"),
    "stale": ("stale", "ескірген дерек", "данные устарели"),
    "days": ("days", "күн", "дни"),
    "days-wide": ("behind or ahead", "кешігу / озу", "отставание / опережение"),
    "goal-short": ("goal", "мақсат", "цель"),
    "expected-short": ("plan", "жоспар", "план"),
    "behind": ("behind", "артта", "отставание"),
    "first-stated": ("first stated", "алғаш мәлімделген", "заявлено первоначально"),
    "restated": ("restated", "қайта мәлімделген", "заявлено заново"),
    "claimed": ("claimed", "мәлімделген", "заявлено"),
    "documented": ("documented", "құжатталған", "подтверждено документом"),
    "verified": ("verified", "тексерілген", "проверено"),
    "source": ("source", "дереккөз", "источник"),
    "as-of": ("as of", "күніне", "по состоянию на"),
    "known-at": ("as known at", "белгілі болғаны", "по данным на момент"),
    "rating": ("rating", "бағалау", "оценка"),
    "data-day": ("data of", "дерек күні", "данные на"),
    "no-programme": ("Other targets", "Басқа көрсеткіштер", "Прочие показатели"),
    "done": ("done", "орындалған", "сделано"),
    "not-done": ("not done", "орындалмаған", "не сделано"),
    "overview": (
        "All targets by days behind",
        "Барлық көрсеткіштер: артта қалған күндер бойынша",
        "Все показатели по дням отставания",
    ),
    "period": ("period", "кезең", "период"),
    "cumulative": ("cumulative", "жинақталатын", "нарастающим итогом"),
    "periodic": ("periodic", "кезеңдік квота", "квота за период"),
    "level": ("level", "деңгей", "уровень"),
    "milestone": ("milestone", "бір реттік оқиға", "событие (веха)"),
    "increase": ("more is better", "көп болғаны жақсы", "больше — лучше"),
    "decrease": ("less is better", "аз болғаны жақсы", "меньше — лучше"),
    "each-month": ("every month", "ай сайын", "ежемесячно"),
    "each-quarter": ("every quarter", "тоқсан сайын", "ежеквартально"),
    "each-year": ("every year", "жыл сайын", "ежегодно"),
    "measure": ("measure", "көрсеткіш түрі", "вид показателя"),
    "direction": ("direction", "бағыты", "направление"),
    "unit": ("unit", "өлшем бірлігі", "единица измерения"),
    "programme": ("programme", "бағдарлама", "программа"),
    "owner": ("owner", "жауапты", "ответственный"),
    "parent": ("part of", "мынаның бөлігі", "входит в"),
    "area": ("area", "өңір", "регион"),
    "weight": ("weight", "салмағы", "вес"),
    "report-every": ("reports", "есеп беру", "отчётность"),
    "stated": ("stated", "мәлімделген", "заявлено"),
    "changed": ("changed", "өзгерді", "изменено"),
    "reason": ("reason", "себебі", "причина"),
    "note": ("note", "ескертпе", "примечание"),
    # The heads of tables.
    "target-head": ("target", "көрсеткіш", "показатель"),
    "title-head": ("title", "атауы", "название"),
    "by-head": ("by", "мерзімі", "срок"),
    "statements-head": ("statements", "мәлімдемелер", "заявлений"),
    "moment-head": ("moment", "уақыты", "момент"),
    "entry-head": ("entry", "жазба", "запись"),
    "what-head": ("what", "мазмұны", "содержание"),
    "author-head": ("author", "авторы", "автор"),
    "item-head": ("item", "нысан", "объект"),
    "day-head": ("day", "күні", "дата"),
    "evidence-head": ("evidence", "расталуы", "подтверждение"),
    "it-read": ("it read", "бұрын", "было"),
    "erratum": ("erratum", "қате түзетілді", "исправлена опечатка"),
    "relabelled": ("renamed", "атауы өзгерді", "переименовано"),
    "withdrawn": ("takes back", "қайтарып алады:", "отзывает"),
    "replaces": ("replaces", "орнын басады:", "заменяет"),
    "quota": ("quota", "квота", "квота"),
    "share": ("share", "үлес", "доля"),
}

DAYS: Unit = {
    "en": {"one": "day", "other": "days"},
    "kk": {"other": "күн"},
    "ru": {"one": "день", "few": "дня", "many": "дней", "other": "дня"},
}

REPORTS: Unit = {
    "en": {"one": "report", "other": "reports"},
    "kk": {"other": "есеп"},
    "ru": {"one": "отчёт", "few": "отчёта", "many": "отчётов", "other": "отчёта"},
}

TARGETS: Unit = {
    "en": {"one": "target", "other": "targets"},
    "kk": {"other": "көрсеткіш"},
    "ru": {
        "one": "показатель",
        "few": "показателя",
        "many": "показателей",
        "other": "показателя",
    },
}

# A cell of which nothing is known.
UNKNOWN = "–"

# A shape for each rating, so that no report rests on colour alone.
RATING_SYMBOLS = {
    "achieved": "✔",
    "on-track": "●",
    "at-risk": "▲",
    "off-track": "▼",
    "missed": "✖",
    "not-due": "○",
    "undated": "∞",
    "no-data": "?",
    "unreported": "…",
}

_MONTHS = {
    "en": (
        "January February March April May June July August September October "
        "November December"
    ).split(),
    "kk": (
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан "
        "қараша желтоқсан"
    ).split(),
    "ru": (
        "января февраля марта апреля мая июня июля августа сентября октября "
        "ноября декабря"
    ).split(),
}
# Case endings of the Kazakh months, January to December, by vowel harmony.
_KK_LOCATIVE = "да да да де да да де да те да да да".split()
_KK_DATIVE = "ға ға ға ге ға ға ге ға ке ға ға ға".split()
_MONTHS_ALONE_RU = (
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
).split()


def word(key: str, lang: str) -> str:
    """One word of the reports in a language."""
    return WORDS[key][LANGUAGES.index(lang)]


def text_in(texts: Texts, lang: str) -> str:
    """A text in a language, else in English, else in any that there is."""
    return texts.get(lang) or texts.get("en") or next(iter(texts.values()))


def title_of(key: str, labels: Labels, lang: str) -> str:
    """The target's title, or its key where it has none."""
    return text_in(labels.title, lang) if labels.title else key


def plural(value: float, lang: str) -> str:
    """The plural category of a number. Source: Unicode CLDR, plural rules."""
    size = abs(value)
    if lang == "kk":
        return "other"
    if lang == "en":
        return "one" if size == 1 else "other"
    if not float(size).is_integer():
        return "other"
    tens, ones = int(size) % 100, int(size) % 10
    if ones == 1 and tens != 11:
        return "one"
    return "few" if ones in (2, 3, 4) and tens not in (12, 13, 14) else "many"


def unit_word(value: float, unit: Unit, lang: str) -> str:
    """The unit as it stands after a number; empty for a milestone."""
    return _form(unit, plural(value, lang), lang)


def unit_of(value: float, unit: Unit, lang: str) -> str:
    """The unit as it stands after "of so many", a genitive in Russian."""
    category = plural(value, lang)
    if lang == "ru" and category != "other":
        category = "few" if category == "one" else "many"
    return _form(unit, category, lang)


def unit_name(unit: Unit, lang: str) -> str:
    """The unit on its own, as on an axis."""
    return _form(unit, "many" if lang == "ru" else "other", lang)


def counted(value: float, unit: Unit, lang: str) -> str:
    """A figure with its unit: 105 schools."""
    return with_unit(figure(value, lang), unit_word(value, unit, lang))


def worked_out(value: float, unit: Unit, lang: str, like: float | None = None) -> str:
    """A worked-out figure with its unit, which agrees with the number shown."""
    number, shown = two_digits(value, lang, like), nearest(value, like)
    return with_unit(number, unit_word(shown, unit, lang))


def with_unit(number: str, name: str) -> str:
    """A number and its unit, never parted by a line break."""
    return f"{number}{NBSP}{name}" if name else number


def long_day(day: date, lang: str) -> str:
    """A day in words: 31 December 2024."""
    month = _MONTHS[lang][day.month - 1]
    if lang == "kk":
        return f"{day.year}{NBSP}жылғы {day.day}{NBSP}{month}"
    end = f"{NBSP}г." if lang == "ru" else ""
    return f"{day.day}{NBSP}{month} {day.year}{end}"


def short_day(day: date, lang: str) -> str:
    """A day in ten columns or eleven: 31 Dec 2024, 31.12.2024."""
    if lang == "en":
        return f"{day.day}{NBSP}{_MONTHS['en'][day.month - 1][:3]}{NBSP}{day.year}"
    return f"{day:%d.%m.%Y}"


def tiny_day(day: date, lang: str) -> str:
    """A day in nine columns at most: 31 Dec 24, 31.12.24."""
    if lang == "en":
        return f"{day.day}{NBSP}{_MONTHS['en'][day.month - 1][:3]}{NBSP}{day:%y}"
    return f"{day:%d.%m.%y}"


def short_month(day: date, lang: str) -> str:
    """The month that holds a day, in eight columns: Sep 2024, 09.2024."""
    if lang == "en":
        return f"{_MONTHS['en'][day.month - 1][:3]}{NBSP}{day.year}"
    return f"{day:%m.%Y}"


def tiny_month(day: date, lang: str) -> str:
    """The same in six where it cannot be taken for a day: Sep 24, 09.2024."""
    if lang == "en":
        return f"{_MONTHS['en'][day.month - 1][:3]}{NBSP}{day:%y}"
    return short_month(day, lang)


def on_day(day: date, lang: str) -> str:
    """On a day, with the preposition or case that each language needs."""
    if lang == "kk":
        return f"{long_day(day, lang)}{_KK_LOCATIVE[day.month - 1]}"
    return ("на " if lang == "ru" else "on ") + long_day(day, lang)


def by_day(day: date, lang: str) -> str:
    """By a day (inclusive), with the preposition or case that each language needs."""
    if lang == "kk":
        return f"{long_day(day, lang)}{_KK_DATIVE[day.month - 1]} дейін"
    return ("к " if lang == "ru" else "by ") + long_day(day, lang)


def span_name(span: Span, period: Period, lang: str) -> str:
    """What a period is called: 2024, Q3 2024, September 2024."""
    year, month = span.start.year, span.start.month
    if period is Period.YEAR:
        return str(year)
    if period is Period.QUARTER:
        quarter = (month + 2) // 3
        names = (f"Q{quarter} {year}", f"{year} ж. {quarter}-тоқсан")
        return (*names, f"{quarter}-й квартал {year} г.")[LANGUAGES.index(lang)]
    if lang == "kk":
        return f"{year} ж. {_MONTHS['kk'][month - 1]}"
    name = _MONTHS_ALONE_RU[month - 1] if lang == "ru" else _MONTHS["en"][month - 1]
    return f"{name} {year}"


def _form(unit: Unit, category: str, lang: str) -> str:
    if not unit:
        return ""
    forms = unit.get(lang) or unit.get("en") or next(iter(unit.values()))
    return forms.get(category) or forms["other"]
