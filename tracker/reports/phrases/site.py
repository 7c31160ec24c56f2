"""What the pages of a published report say round the figures."""

from __future__ import annotations

SITE = {
    # Moving about.
    "site-skip": ("Skip to the content", "Мазмұнға өту", "Перейти к содержанию"),
    "site-pages": ("Pages", "Беттер", "Страницы"),
    "site-languages": ("Language", "Тіл", "Язык"),
    "site-overview": ("Overview", "Шолу", "Обзор"),
    "site-changes": ("What changed", "Не өзгерді", "Что изменилось"),
    "site-measured": ("How this is measured", "Қалай есептеледі", "Как это измеряется"),
    "site-further": ("Further pages", "Келесі беттер", "Другие страницы"),
    "site-page-of": (
        "Page {number} of {count}",
        "{count} беттің {number}-беті",
        "Страница {number} из {count}",
    ),
    "site-all-of": ("All {count}", "Барлығы: {count}", "Все: {count}"),
    # The overview.
    "site-league": ("Who is behind", "Кім артта қалды", "Кто отстаёт"),
    "site-by-programme": ("By programme", "Бағдарламалар бойынша", "По программам"),
    "site-by-owner": ("By owner", "Жауаптылар бойынша", "По ответственным"),
    "site-by-area": ("By area", "Өңірлер бойынша", "По регионам"),
    "site-by-rating": ("By rating", "Бағасы бойынша", "По оценке"),
    "site-all-targets": (
        "All targets",
        "Барлық көрсеткіштер",
        "Все показатели",
    ),
    "site-progress": ("progress", "орындалуы", "выполнение"),
    "site-against-plan": ("against plan", "жоспармен салыстырғанда", "к плану"),
    "site-bar-key": (
        "Bar: the part of the goal that is done. Upright line: the plan on the day of "
        "the data.",
        "Жолақ: мақсаттың орындалған бөлігі. Тік сызық: дерек күнгі жоспар.",
        "Полоса — выполненная часть цели, вертикальная черта — план на день данных.",
    ),
    "site-filter": ("Show only", "Тек мыналарды көрсету", "Показать только"),
    "site-any": ("all", "барлығы", "все"),
    "site-find": ("title contains", "атауында бар", "в названии есть"),
    "site-shown": ("shown", "көрсетілді", "показано"),
    # A target.
    "site-picture": ("Burn-up", "Орындалу графигі", "График выполнения"),
    "site-picture-told": (
        "The actuals below are the same figures as a table.",
        "Төмендегі нақты деректер — сол сандардың кестесі.",
        "Ниже те же данные приведены в таблице.",
    ),
    "site-facts": ("In brief", "Негізгі мәліметтер", "Основные сведения"),
    "site-statements": (
        "Plan and statements",
        "Жоспар мен мәлімдемелер",
        "План и заявления",
    ),
    "site-actuals": ("Actuals", "Нақты деректер", "Фактические данные"),
    "site-corrections": ("Corrections", "Түзетулер", "Исправления"),
    "site-no-corrections": (
        "No figure was corrected or taken back.",
        "Ешбір дерек түзетілген не қайтарып алынған жоқ.",
        "Ни одно значение не исправлялось и не отзывалось.",
    ),
    "site-no-actuals": (
        "Nothing has been reported.",
        "Есеп берілмеген.",
        "Отчётов не было.",
    ),
    "site-some-actuals": (
        "The latest {count} of {all}; the file below has them all.",
        "{all} деректің соңғы {count}; төмендегі файлда бәрі бар.",
        "Последние {count} из {all}; в файле ниже есть все.",
    ),
    "site-forecast": ("Forecast", "Болжам", "Прогноз"),
    "site-methods": ("Official methods", "Ресми әдістер", "Официальные методики"),
    "site-parts": ("Parts", "Бөліктері", "Части показателя"),
    "site-periods": ("Earlier periods", "Өткен кезеңдер", "Прошлые периоды"),
    "site-downloads": ("Downloads", "Жүктеп алу", "Скачать"),
    "site-download-status": (
        "Status as JSON",
        "Жағдайы, JSON",
        "Состояние, JSON",
    ),
    "site-download-status-csv": (
        "Status as CSV",
        "Жағдайы, CSV",
        "Состояние, CSV",
    ),
    "site-download-actuals": (
        "Actuals as CSV",
        "Нақты деректер, CSV",
        "Фактические данные, CSV",
    ),
    "site-download-head": (
        "Head of the ledgers",
        "Журналдардың бақылау қосындысы",
        "Контрольная сумма журналов",
    ),
    "site-why": ("Why this rating", "Бағаның негізі", "Почему такая оценка"),
    "site-stale": (
        "The last report is {days} old, more than one and a half of its periods.",
        "Соңғы есептен бері {days} өтті, бұл есеп кезеңінен бір жарым еседен көп.",
        "Последнему отчёту {days} — больше полутора отчётных периодов.",
    ),
    "site-ledger": (
        "The ledgers of this target end with statement {statements} and actual "
        "{actuals}, digest {digest}.",
        "Бұл көрсеткіштің журналы {statements}-мәлімдемемен және {actuals}-дерекпен "
        "аяқталады, ізі {digest}.",
        "Журналы этого показателя кончаются заявлением № {statements} и значением "
        "№ {actuals}, отпечаток {digest}.",
    ),
    "site-ledger-no-actual": (
        "The ledger of this target ends with statement {statements}, digest {digest}; "
        "no actual has been recorded.",
        "Бұл көрсеткіштің журналы {statements}-мәлімдемемен аяқталады, ізі {digest}; "
        "нақты дерек жазылмаған.",
        "Журнал этого показателя кончается заявлением № {statements}, отпечаток "
        "{digest}; фактических значений не записано.",
    ),
    "site-running-total": ("running total", "жиыны", "нарастающий итог"),
    "site-figure": ("figure", "мәні", "значение"),
    "site-day": ("day", "күні", "день"),
    "site-item": ("unit", "нысан", "объект"),
    "site-value-was": ("was", "бұрын", "было"),
    "site-value-is": ("is", "енді", "стало"),
    "site-method": ("method", "әдіс", "методика"),
    "site-verdict": ("verdict", "қорытынды", "вывод"),
    # At the foot.
    "site-unchanged": (
        "Every figure has a day, a source and an author; nothing is silently changed.",
        "Әр деректің күні, дереккөзі және авторы бар; ештеңе білдірмей өзгертілмейді.",
        "У каждого значения есть дата, источник и автор; ничто не меняется незаметно.",
    ),
    "site-head": (
        "Head of the ledgers: {head}. Whoever holds the database checks with “tracker "
        "verify --report” that it still has this history.",
        "Журналдардың бақылау қосындысы: {head}. Дерекқор иесі осы тарихтың "
        "сақталғанын «tracker verify --report» арқылы тексере алады.",
        "Контрольная сумма журналов: {head}. Владелец базы может проверить командой "
        "«tracker verify --report», что эта история в ней сохранилась.",
    ),
}
