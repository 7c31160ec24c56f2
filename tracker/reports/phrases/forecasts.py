"""What a forecast says, and why there is none."""

from __future__ import annotations

FORECASTS = {
    # The labels of lines and columns.
    "target-name": ("target", "көрсеткіш", "показатель"),
    "due-on": ("by", "мерзімі", "срок"),
    "forecast": ("forecast", "болжам", "прогноз"),
    "forecasts": ("Forecasts", "Болжамдар", "Прогнозы"),
    "chance": ("chance", "ықтималдық", "вероятность"),
    "met-head": ("met by (50%)", "орындалуы (50 %)", "достижение (50 %)"),
    "values-head": (
        "value then (10, 50, 90%)",
        "сол кездегі мәні (10, 50, 90 %)",
        "значение к сроку (10, 50, 90 %)",
    ),
    "days-head": (
        "met by (10, 50, 90%)",
        "орындалуы (10, 50, 90 %)",
        "достижение (10, 50, 90 %)",
    ),
    "goal-met": ("goal met", "мақсатқа жету", "достижение"),
    "reported": ("reported", "есеп бойынша", "по отчётам"),
    "rate": ("rate", "қарқын", "темп"),
    "next-checkpoint": ("next checkpoint", "келесі меже", "следующий рубеж"),
    "rests-on": ("rests on", "негізі", "основание"),
    # The chance, the value, the days.
    "chance-of": (
        "{chance} of meeting the goal, {goal} {by}",
        "{chance} — {by} мақсатқа ({goal}) жету",
        "{chance} достичь цели: {goal} {by}",
    ),
    "value-then": (
        "{value} {on}; with a chance of {chance} between {low} and {high}",
        "{on} {value}; {chance} ықтималдықпен {low} – {high} аралығында",
        "{value} {on}; с вероятностью {chance} от {low} до {high}",
    ),
    "with-chances": (
        "with a chance of {chances}",
        "ықтималдығы: {chances}",
        "с вероятностью {chances}",
    ),
    "chance-by": ("{chance} {by}", "{by} {chance}", "{chance} {by}"),
    "chance-below-by": (
        "less than {chance} {by}",
        "{by} {chance}-дан аз",
        "меньше {chance} {by}",
    ),
    "legend": (
        "forecast: chance of meeting the goal in time, and the month by which the "
        "chance is 50%",
        "болжам: мақсатқа мерзімінде жету ықтималдығы және оның 50 %-ға жететін айы",
        "прогноз: вероятность достичь цели в срок и месяц, к которому она составит "
        "50 %",
    ),
    "legend-later": ("; > means later", "; >\u00a0— одан кейін", "; >\u00a0— позже"),
    # What it is held against, and rests on.
    "rate-both": (
        "{recent} a month by the latest reports, {required} needed",
        "соңғы есептер бойынша айына {recent}, қажеті — {required}",
        "по последним отчётам {recent} в месяц, нужно {required}",
    ),
    "rate-recent": (
        "{recent} a month by the latest reports",
        "соңғы есептер бойынша айына {recent}",
        "по последним отчётам {recent} в месяц",
    ),
    "rate-required": (
        "{required} a month needed",
        "айына {required} қажет",
        "нужно {required} в месяц",
    ),
    "checkpoint-by": ("{value} {by}", "{by} {value}", "{value} {by}"),
    "to-go": (
        "{missing} to go, {monthly} a month",
        "{missing} қалды, айына {monthly}",
        "осталось {missing}, по {monthly} в месяц",
    ),
    "to-go-soon": ("{missing} to go", "{missing} қалды", "осталось {missing}"),
    "checkpoint-met": ("reached", "орындалды", "достигнут"),
    "rests-on-alone": (
        "{reports}, the latest {on}",
        "{reports}, соңғысы {on}",
        "{reports}, последний {on}",
    ),
    "rests-on-baseline": (
        "{reports} with the baseline, the latest {on}",
        "бастапқы мәнімен бірге {reports}, соңғысы {on}",
        "{reports} вместе с исходным значением, последний {on}",
    ),
    "rests-on-start": (
        "{reports} with the 0 at the start of the period, the latest {on}",
        "кезең басындағы 0-мен бірге {reports}, соңғысы {on}",
        "{reports} вместе с нулём в начале периода, последний {on}",
    ),
    # Why there is none.
    "none-because": ("none: {reason}", "жоқ: {reason}", "нет: {reason}"),
    "only-day-because": (
        "only the day: {reason}",
        "тек күні: {reason}",
        "только день: {reason}",
    ),
    "no-forecast-milestone": (
        "it is done or not done, there are no figures to go by",
        "ол не орындалады, не орындалмайды, болжауға көрсеткіш жоқ",
        "событие либо произошло, либо нет, прогнозировать нечего",
    ),
    "no-forecast-parts-missing": (
        "not all of its parts have reported",
        "бөліктерінің бәрі бірдей есеп берген жоқ",
        "отчитались не все части",
    ),
    "no-forecast-few-reports": (
        "only {reports}, two of different days are needed",
        "тек {reports} бар, кемінде екі түрлі күннің есебі керек",
        "есть только {reports}, нужны два за разные дни",
    ),
    "no-forecast-all-equal": (
        "the {reports} say the same",
        "{reports} түгел бірдей мән көрсетеді",
        "во всех отчётах одно и то же значение ({reports})",
    ),
    "no-forecast-goal-day-past": (
        "the goal day has passed",
        "мақсаттың мерзімі өтіп кетті",
        "срок цели прошёл",
    ),
}
