"""What is said of what changed since the day of an earlier report."""

from __future__ import annotations

CHANGES = {
    "changed-since": (
        "What changed since {since}",
        "{since} күнінен бері не өзгерді",
        "Что изменилось с {since}",
    ),
    # What the earlier report is: as it was known, else as far as it can be told.
    "changed-known": (
        "This report beside the one of {since}, as it was known on that day.",
        "Осы есеп {since} күнгі есеппен, сол күні белгілі болған күйінде салыстырылды.",
        "Этот отчёт сопоставлен с отчётом на {since} — таким, каким он был известен в "
        "тот день.",
    ),
    "changed-begins": (
        "The database begins on {begins}, so what was known on {since} is not on "
        "record. The ratings of that day are worked out from what is known now, "
        "corrections included; only figures and goals of a later day count as new.",
        "Дерекқор {begins} күнінен басталады, сондықтан {since} күні не белгілі "
        "болғаны жазылмаған. Сол күнгі бағалар қазір белгілі деректер бойынша, "
        "түзетулер ескеріліп есептелді; одан кейінгі күннің деректері мен мақсаттары "
        "жаңа деп саналады.",
        "База данных начата {begins}, поэтому известное на {since} в ней не записано. "
        "Оценки на тот день рассчитаны по нынешним данным, с учётом исправлений; "
        "новыми считаются данные и цели с более поздней датой.",
    ),
    "changed-later": (
        "Recorded later: {targets}, with an earlier rating worked out from what is "
        "known now.",
        "Кейін енгізілгені: {targets}; олардың бұрынғы бағасы қазір белгілі деректер "
        "бойынша есептелді.",
        "Внесено позже: {targets}; прежняя оценка здесь рассчитана по нынешним данным.",
    ),
    "known-now": (
        "as known now",
        "қазір белгілі дерек бойынша",
        "по нынешним данным",
    ),
    "moved": ("Ratings that moved", "Өзгерген бағалар", "Изменившиеся оценки"),
    "new-actuals": ("New actuals", "Жаңа нақты деректер", "Новые данные"),
    "restated-goals": (
        "Goals stated or restated",
        "Мәлімделген және қайта мәлімделген мақсаттар",
        "Заявленные и изменённые цели",
    ),
    "recorded-since": (
        "Targets recorded since",
        "Содан бері дерекқорға енгізілген көрсеткіштер",
        "Показатели, внесённые в базу за это время",
    ),
    "recorded-on": ("recorded", "енгізілді", "внесено"),
    "so-many-recorded": (
        "{targets} recorded",
        "{targets} енгізілді",
        "внесено: {targets}",
    ),
    "no-change": ("None.", "Жоқ.", "Нет."),
    "first-some": (
        "The first {count} of {all}.",
        "{all} жолдың алғашқы {count}.",
        "Первые {count} из {all}.",
    ),
    "before": ("before", "бұрын", "было"),
    "now": ("now", "қазір", "стало"),
    "new-target": ("new", "жаңа", "новый"),
}
