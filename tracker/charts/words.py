"""The words that only pictures need, in English, Kazakh and Russian."""

from __future__ import annotations

from tracker.domain import LANGUAGES

# Each phrase in the order of LANGUAGES: English, Kazakh, Russian.
PHRASES = {
    "as-of": ("as of {day}", "{day} күніне", "по состоянию на {day}"),
    "goal": ("goal {value}, {day}", "мақсат {value}, {day}", "цель {value}, {day}"),
    "due": ("due {day}", "мерзімі {day}", "срок {day}"),
    "first-due": (
        "first stated: {day}",
        "алғаш мәлімделген: {day}",
        "первоначально: {day}",
    ),
    "done": ("done {day}", "орындалған: {day}", "сделано {day}"),
    "not-done": ("not done {day}", "орындалмаған: {day}", "не сделано {day}"),
    "restated": ("restated", "қайта мәлімделді", "заявлено заново"),
    "said-goal": (
        "Goal ({day}): {source}",
        "Мақсат ({day}): {source}",
        "Цель ({day}): {source}",
    ),
    "said-actual": (
        "Last figure ({day}): {source}",
        "Соңғы дерек ({day}): {source}",
        "Последние данные ({day}): {source}",
    ),
    "no-source": ("source not named", "дереккөзі айтылмаған", "источник не назван"),
    "digest": (
        "data SHA-256 {digest}",
        "деректер SHA-256 {digest}",
        "данные SHA-256 {digest}",
    ),
    "first-plan": (
        "plan as first stated",
        "алғаш мәлімделген жоспар",
        "первоначальный план",
    ),
    "corridor": (
        "from baseline to goal",
        "бастапқы мәннен мақсатқа дейін",
        "от исходного значения к цели",
    ),
    "holds": ("meets the goal", "мақсатқа сай", "соответствует цели"),
    "last-of": (
        "the last {count} of {all} periods",
        "{all} кезеңнің соңғы {count}",
        "последние {count} из {all} периодов",
    ),
    "unlabelled": (
        "marks without a label: {count}",
        "жазусыз белгілер: {count}",
        "отметки без подписи: {count}",
    ),
    "fan": (
        "forecast: median, {inner} and {outer} range",
        "болжам: медиана, {inner} және {outer} аралық",
        "прогноз: медиана, интервалы {inner} и {outer}",
    ),
    "chance": ("chance {share}", "ықтималдығы {share}", "вероятность {share}"),
    "median-day": ("forecast: {day}", "болжам: {day}", "прогноз: {day}"),
    "median-beyond": (
        "forecast: goal not met by {day}",
        "болжам: {day} күніне дейін мақсатқа жетпейді",
        "прогноз: к {day} цель не достигнута",
    ),
    "fan-ends": (
        "After {day} the forecast is too wide to be drawn",
        "{day} күнінен кейін болжам аралығы тым кең, сондықтан салынбаған",
        "После {day} прогноз слишком широк и не показан",
    ),
    "ago": ("{days} ago", "{days} бұрын", "{days} назад"),
    "no-forecast": (
        "No forecast: {reason}",
        "Болжам жоқ: {reason}",
        "Прогноза нет: {reason}",
    ),
    "by-area": ("by area", "өңірлер бойынша", "по регионам"),
    "by-programme": ("by programme", "бағдарламалар бойынша", "по программам"),
    "by-owner": ("by owner", "жауаптылар бойынша", "по ответственным"),
    "by-parent": (
        "parts of other targets",
        "басқа көрсеткіштердің бөліктері",
        "части других показателей",
    ),
    "share-of-goal": ("share of the goal", "мақсаттың үлесі", "доля цели"),
    "scale": (
        "The same days and the same scale in every panel: {none} is the baseline, "
        "{all} the goal in force",
        "Барлық суретте күндер мен шкала бірдей: {none} – бастапқы мән, "
        "{all} – қолданыстағы мақсат",
        "Дни и шкала везде одни и те же: {none} – исходное значение, "
        "{all} – действующая цель",
    ),
    "more": (
        "{count} more, further down the list, not shown",
        "тізімнің төменгі жағындағы тағы {count} көрсетілмеген",
        "ещё {count} в конце списка не показано",
    ),
    "without-area": (
        "Not shown: {targets} without an area",
        "Көрсетілмеген: өңірі жоқ {targets}",
        "Не показано: {targets} без региона",
    ),
    "without-programme": (
        "Not shown: {targets} without a programme",
        "Көрсетілмеген: бағдарламасы жоқ {targets}",
        "Не показано: {targets} без программы",
    ),
    "without-owner": (
        "Not shown: {targets} without an owner",
        "Көрсетілмеген: жауаптысы жоқ {targets}",
        "Не показано: {targets} без ответственного",
    ),
    "without-parent": (
        "Not shown: {targets}, part of no other",
        "Көрсетілмеген: басқаның бөлігі емес {targets}",
        "Не показано: {targets} вне других показателей",
    ),
    "goal-only": ("goal {goal}", "мақсат {goal}", "цель {goal}"),
    "bar-key": (
        "bar: share of the way from baseline to goal; upright tick: plan on the data "
        "day; end of the track: goal",
        "жолақ: бастапқы мәннен мақсатқа дейінгі жолдың өтілген бөлігі; тік сызық: "
        "дерек күнгі жоспар; жолақтың соңы: мақсат",
        "полоса: пройденная доля пути от исходного значения к цели; вертикальная "
        "черта: план на день данных; конец полосы: цель",
    ),
    "not-shown": (
        "{count} more, with fewer days behind or none, not shown",
        "артта қалуы азырақ не жоқ тағы {count} көрсеткіш көрсетілмеген",
        "ещё {count} с меньшим отставанием или без него не показано",
    ),
}


def put(phrase: str, lang: str, **blanks: str) -> str:
    """One phrase of a picture in a language, its blanks filled."""
    return PHRASES[phrase][LANGUAGES.index(lang)].format(**blanks)
