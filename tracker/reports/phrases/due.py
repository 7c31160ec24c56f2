"""What falls due, and what is still missing to it."""

from __future__ import annotations

DUE = {
    "falls-due": (
        "What falls due {by}, as of {as_of}",
        "{by} мерзімі келетіндер, {as_of} күніне",
        "Что предстоит {by}, по состоянию на {as_of}",
    ),
    "calendar-name": (
        "Promises that fall due",
        "Мерзімі келетін уәделер",
        "Сроки обещаний",
    ),
    "nothing-due": (
        "nothing falls due",
        "мерзімі келетін ештеңе жоқ",
        "ничего не предстоит",
    ),
    "report-for": (
        "report for {period}",
        "{period} есебі",
        "отчёт за {period}",
    ),
    "reports-since": (
        "{reports}, the first for {period}",
        "{reports}, біріншісі – {period}",
        "{reports}, первый — за {period}",
    ),
    # A year's number alone is no period in Kazakh and Russian.
    "report-for-year": (
        "report for {period}",
        "{period} жылғы есеп",
        "отчёт за {period} год",
    ),
    "reports-since-year": (
        "{reports}, the first for {period}",
        "{reports}, біріншісі – {period} жылғы",
        "{reports}, первый — за {period} год",
    ),
    "to-be-done": ("to be done", "орындау керек", "сделать"),
    "checkpoint-of": ("checkpoint {value}", "меже {value}", "рубеж {value}"),
    "overdue": ("overdue", "мерзімі өтті", "просрочено"),
    "to-come": ("to come", "алда", "впереди"),
    # The heads of the table.
    "due-head": ("due", "мерзімі", "срок"),
    "missing-head": ("missing", "жетпейді", "не хватает"),
    "month-head": ("a month", "айына", "в месяц"),
    # What is still missing.
    "still-missing": (
        "{value} still missing",
        "әлі {value} жетпейді",
        "не хватает ещё {value}",
    ),
    "needed-a-month": (
        "{value} a month needed",
        "айына {value} қажет",
        "нужно {value} в месяц",
    ),
}
