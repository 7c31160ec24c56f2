"""What is said of evidence, of named items, and of the ledgers as a whole."""

from __future__ import annotations

EVIDENCE = {
    "so-claimed": (
        "{value} claimed",
        "мәлімделгені {value}",
        "заявлено {value}",
    ),
    "so-documented": (
        "{value} documented",
        "құжатталғаны {value}",
        "документально подтверждено {value}",
    ),
    "so-named": (
        "{value} named",
        "атап көрсетілгені {value}",
        "названо поимённо {value}",
    ),
    "so-verified": (
        "{value} verified",
        "тексерілгені {value}",
        "проверено {value}",
    ),
    # The digest over the ends of all ledgers.
    "head": (
        "head of the ledgers {head}",
        "журналдардың бақылау қосындысы {head}",
        "контрольная сумма журналов {head}",
    ),
    # Asked on a terminal.
    "item-question": (
        "{new!r} reads like {other!r} of {name}. Is it another one?",
        "{new!r} {name} жазбасындағы {other!r} атауына ұқсайды. Бұл басқа нысан ба?",
        "{new!r} похоже на {other!r} из {name}. Это другой объект?",
    ),
    "undo-question": (
        "take back {name}?",
        "{name} жазбасын қайтарып алу керек пе?",
        "отозвать {name}?",
    ),
    "undo-put-back": (
        "put {other} back in the place of {name}?",
        "{name} орнына {other} қайтарылсын ба?",
        "вернуть {other} на место {name}?",
    ),
    "no-items": (
        "no items are named",
        "атап көрсетілген нысан жоқ",
        "поимённо ничего не названо",
    ),
}
