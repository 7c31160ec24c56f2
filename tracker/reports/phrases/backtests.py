"""How the forecasts of the past came true."""

from __future__ import annotations

BACKTESTS = {
    "backtest": (
        "How forecasts came true",
        "Болжамдар қалай ақталды",
        "Как сбывались прогнозы",
    ),
    "backtest-cases": (
        "Forecasts checked: {cases}, each made on the day of an earlier report and "
        "from what had happened by then.",
        "Тексерілген болжам саны: {cases}; әрқайсысы ертерек есеп күнінде, сол күнге "
        "дейінгі деректер бойынша жасалған.",
        "Проверено прогнозов: {cases}; каждый сделан на день одного из прежних "
        "отчётов по данным на этот день.",
    ),
    "backtest-few": (
        "That is too few to judge by: at least {enough} are needed.",
        "Қорытынды жасауға бұл аз: кемінде {enough} керек.",
        "Для вывода этого мало: нужно не менее {enough}.",
    ),
    "backtest-within": (
        "Within the interval of {interval}: {within} of {cases}, {share}.",
        "{interval} аралығына түскені: {within} / {cases}, {share}.",
        "В интервал {interval} попали: {within} из {cases}, {share}.",
    ),
    "backtest-brier": (
        "Chances that a later report is on the plan of its day: {chances}, their Brier "
        "score {brier} (0 is best; saying 50% every time gets 0.25).",
        "Кейінгі есептің өз күніндегі жоспардан қалмау ықтималдықтары: {chances}, "
        "Брайер көрсеткіші {brier} (ең жақсысы — 0; әрдайым 50 % десе, 0,25 болады).",
        "Вероятности того, что более поздний отчёт не отстанет от плана на свой день: "
        "{chances}, оценка Брайера {brier} (лучшая — 0; если всегда называть 50 %, "
        "будет 0,25).",
    ),
    "backtest-mark": (
        "! too few to judge by: at least {enough} are needed",
        "! қорытынды жасауға аз: кемінде {enough} керек",
        "! для вывода мало: нужно не менее {enough}",
    ),
    "backtest-none": (
        "No forecast can be checked yet: it takes two reports to make one, and a later "
        "report to compare it with.",
        "Әзірге тексеретін болжам жоқ: болжамға екі есеп, ал салыстыруға одан "
        "кейінгі тағы біреуі керек.",
        "Проверять пока нечего: для прогноза нужны два отчёта, а для сравнения — ещё "
        "один, более поздний.",
    ),
    "cases-head": ("checked", "тексерілді", "проверено"),
    "within-head": ("within 80%", "аралықта", "в интервале"),
    "chances-head": ("chances", "ықтималдық", "вероятности"),
    "brier-head": ("Brier", "Брайер", "Брайер"),
    "all-targets": ("all", "барлығы", "всего"),
}
