"""What the pack for a stocktake says round the figures."""

from __future__ import annotations

STOCKTAKE = {
    "pack": ("Stocktake", "Орындалу барысына шолу", "Обзор выполнения"),
    "pack-stand": ("How they stand", "Қазіргі жағдайы", "Как обстоят дела"),
    "pack-due": (
        "Due {by}",
        "{by} мерзімі келетіндер",
        "Предстоит {by}",
    ),
    "pack-next": ("What is due", "Алда не тұр", "Что предстоит"),
    "pack-figures": ("In figures", "Сандармен", "В цифрах"),
    # Beside the rate, which is a change per month.
    "pack-pace": ("pace", "жоспарға сай қарқын", "темп к плану"),
    "pack-notes": (
        "Causes and next steps, as reported",
        "Есептерде айтылған себептер мен келесі қадамдар",
        "Причины и дальнейшие шаги, по отчётам",
    ),
    "pack-no-notes": (
        "No note came with the figures.",
        "Деректермен бірге ескертпе берілмеген.",
        "К данным не приложено примечаний.",
    ),
    "pack-still": (
        "No rating, figure or goal moved.",
        "Баға да, дерек те, мақсат та өзгерген жоқ.",
        "Оценки, данные и цели прежние.",
    ),
    # The head of a column: of so many targets the figures are.
    "pack-stale": ("stale", "ескірген", "устарели"),
    "pack-more": ("and {count} more", "тағы {count}", "и ещё {count}"),
    "pack-page": ("p. {page}", "{page}-б.", "с. {page}"),
}
