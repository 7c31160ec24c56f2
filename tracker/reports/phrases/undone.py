"""What `tracker undo` asks about an import and says of it."""

from __future__ import annotations

# Of a file.
ROWS = {
    "en": {"one": "row", "other": "rows"},
    "kk": {"other": "жол"},
    "ru": {"one": "строка", "few": "строки", "many": "строк", "other": "строки"},
}

UNDONE = {
    # A file, who imported it, when, and how much of it still counts.
    "undo-import": (
        "{name} ({author}, {moment}): {rows}, {targets}",
        "{name} ({author}, {moment}): {rows}, {targets}",
        "{name} ({author}, {moment}): {rows}, {targets}",
    ),
    "undo-import-done": (
        "took back {name}: {rows}, {targets}",
        "{name} қайтарып алынды: {rows}, {targets}",
        "отозвано {name}: {rows}, {targets}",
    ),
    "undo-restores": (
        "earlier figures put back: {count}",
        "орнына қайтарылатын бұрынғы мәндер: {count}",
        "прежних значений возвращается: {count}",
    ),
    "undo-more": ("and {count} more", "және тағы {count}", "и ещё {count}"),
    "undo-others": (
        "replaced or withdrawn by others since, and left alone: {names}",
        "кейін басқалар ауыстырған немесе қайтарып алған, сол күйінде қалады: {names}",
        "заменено или отозвано другими, остаётся как есть: {names}",
    ),
    "undo-import-question": (
        "take back {name} ({rows})?",
        "{name} файлын ({rows}) қайтарып алу керек пе?",
        "отозвать {name} ({rows})?",
    ),
    "undo-again": (
        "to record those of its rows that hold, import the mended file with --again",
        "дұрыс жолдарын қайта жазу үшін түзетілген файлды --again арқылы импорттаңыз",
        "чтобы записать верные строки, импортируйте исправленный файл с --again",
    ),
}
