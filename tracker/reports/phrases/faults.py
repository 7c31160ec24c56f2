"""What a check found wrong, and what to do."""

from __future__ import annotations

FAULTS = {
    # The plan: the file of targets, and whether the database is in step with it.
    "fault-as-told": ("{told}", "{told}", "{told}"),
    "fault-new-target": (
        "stands in {told} and not in the database; run `tracker sync`",
        "{told} файлында бар, дерекқорда жоқ; `tracker sync` іске қосыңыз",
        "есть в {told}, но не в базе; выполните `tracker sync`",
    ),
    "fault-new-revision": (
        "this revision stands in {told} and not in the database; run `tracker sync`",
        "бұл қайта мәлімдеме {told} файлында бар, дерекқорда жоқ; "
        "`tracker sync` іске қосыңыз",
        "это новое заявление есть в {told}, но не в базе; выполните `tracker sync`",
    ),
    "fault-other-reading": (
        "the file says something else than the database ({told}); "
        "`tracker sync` names both ways out",
        "файлда дерекқордағыдан басқаша жазылған ({told}); "
        "не істеуге болатынын `tracker sync` айтады",
        "в файле не то, что в базе ({told}); `tracker sync` назовёт оба выхода",
    ),
    "fault-other-labels": (
        "the file calls it something else ({told}); run `tracker sync`",
        "файлда атауы басқаша ({told}); `tracker sync` іске қосыңыз",
        "в файле названо иначе ({told}); выполните `tracker sync`",
    ),
    # The parts against the whole.
    "fault-parts-more": (
        "{value} in all ({when}) is below the {other} that its parts add up to; "
        "correct the one or the other with `tracker correct`",
        "барлығы {value} ({when}), бұл бөліктерінің {other} қосындысынан аз; "
        "қатесін `tracker correct` арқылы түзетіңіз",
        "всего {value} ({when}) — меньше суммы частей, {other}; "
        "исправьте ошибочное через `tracker correct`",
    ),
    "fault-parts-less": (
        "{value} in all ({when}) is above the {other} that its parts, which cover it, "
        "add up to; correct the one or the other with `tracker correct`",
        "барлығы {value} ({when}), бұл оны толық құрайтын бөліктерінің "
        "{other} қосындысынан көп; қатесін `tracker correct` арқылы түзетіңіз",
        "всего {value} ({when}) — больше суммы всех частей, {other}; "
        "исправьте ошибочное через `tracker correct`",
    ),
    # Totals that go against the direction.
    "fault-falls-below": (
        "{value} in all ({when}) is below the {other} of {beside} ({then}); "
        "correct the wrong one with `tracker correct`",
        "барлығы {value} ({when}), бұл {beside} жазбасындағы {other} мәнінен аз "
        "({then}); қатесін `tracker correct` арқылы түзетіңіз",
        "всего {value} ({when}) — меньше, чем {other} в {beside} ({then}); "
        "исправьте ошибочное через `tracker correct`",
    ),
    "fault-rises-above": (
        "{value} in all ({when}) is above the {other} of {beside} ({then}), but it is "
        "to go down; correct the wrong one with `tracker correct`",
        "барлығы {value} ({when}), бұл {beside} жазбасындағы {other} мәнінен көп "
        "({then}), ал ол азаюы тиіс; қатесін `tracker correct` арқылы түзетіңіз",
        "всего {value} ({when}) — больше, чем {other} в {beside} ({then}), а должно "
        "снижаться; исправьте ошибочное через `tracker correct`",
    ),
    "fault-below-baseline": (
        "{value} in all ({when}) is below the baseline of {other}; "
        "correct it with `tracker correct`",
        "барлығы {value} ({when}), бұл бастапқы {other} мәнінен аз; "
        "`tracker correct` арқылы түзетіңіз",
        "всего {value} ({when}) — меньше исходного значения {other}; "
        "исправьте через `tracker correct`",
    ),
    "fault-above-baseline": (
        "{value} in all ({when}) is above the baseline of {other}, but it is to go "
        "down; correct it with `tracker correct`",
        "барлығы {value} ({when}), бұл бастапқы {other} мәнінен көп, ал ол азаюы тиіс; "
        "`tracker correct` арқылы түзетіңіз",
        "всего {value} ({when}) — больше исходного значения {other}, а должно "
        "снижаться; исправьте через `tracker correct`",
    ),
    # A decimal point that was lost or misplaced.
    "fault-tenfold": (
        "{value} ({when}) is {times} times the {other} of {beside} ({then}); if a "
        "decimal point was lost, correct it with `tracker correct`, else say there in "
        "a --note and --reason why it holds",
        "{value} ({when}) – {beside} жазбасындағы {other} мәнінен {times} есе көп "
        "({then}); ондық үтір түсіп қалса, `tracker correct` арқылы түзетіңіз, әйтпесе "
        "неге дұрыс екенін сонда --note және --reason арқылы жазыңыз",
        "{value} ({when}) — это {times} × {other} из {beside} ({then}); если потеряна "
        "десятичная запятая, исправьте через `tracker correct`, иначе укажите там в "
        "--note и --reason, почему это верно",
    ),
    "fault-tenth": (
        "the {other} of {beside} ({then}) is {times} times this {value} ({when}); if a "
        "decimal point was misplaced, correct it with `tracker correct`, else say "
        "there in a --note and --reason why it holds",
        "{beside} жазбасындағы {other} ({then}) осы {value} мәнінен {times} есе көп "
        "({when}); ондық үтір орнында болмаса, `tracker correct` арқылы түзетіңіз, "
        "әйтпесе неге дұрыс екенін сонда --note және --reason арқылы жазыңыз",
        "{other} из {beside} ({then}) — это {times} × {value} ({when}); если "
        "десятичная запятая не на месте, исправьте через `tracker correct`, иначе "
        "укажите там в --note и --reason, почему это верно",
    ),
    # Bounds.
    "fault-below-bound": (
        "{value} ({when}) is below {other}, the lower bound of the target; correct it "
        "with `tracker correct`, or `bounds` in the file of targets",
        "{value} ({when}) көрсеткіштің төменгі шегінен ({other}) аз; "
        "`tracker correct` арқылы немесе көрсеткіштер файлындағы `bounds` мәнін "
        "түзетіңіз",
        "{value} ({when}) — меньше нижней границы показателя, {other}; исправьте "
        "через `tracker correct` или `bounds` в файле показателей",
    ),
    "fault-above-bound": (
        "{value} ({when}) is above {other}, the upper bound of the target; correct it "
        "with `tracker correct`, or `bounds` in the file of targets",
        "{value} ({when}) көрсеткіштің жоғарғы шегінен ({other}) көп; "
        "`tracker correct` арқылы немесе көрсеткіштер файлындағы `bounds` мәнін "
        "түзетіңіз",
        "{value} ({when}) — больше верхней границы показателя, {other}; исправьте "
        "через `tracker correct` или `bounds` в файле показателей",
    ),
    # Two figures for one day.
    "fault-two-totals": (
        "two figures are given for {when}, {value} here and {other} in {beside}; "
        "correct or withdraw one of them",
        "{when} күніне екі мән берілген: мұнда {value}, {beside} жазбасында {other}; "
        "бірін түзетіңіз немесе қайтарып алыңыз",
        "на {when} даны два значения: здесь {value}, в {beside} {other}; "
        "исправьте или отзовите одно из них",
    ),
    "fault-done-and-not": (
        "for {when} it is both done and not done, the one here and the other in "
        "{beside}; correct or withdraw one of them",
        "{when} күніне мұнда және {beside} жазбасында бір-біріне қайшы жазылған "
        "(орындалған және орындалмаған); бірін түзетіңіз немесе қайтарып алыңыз",
        "на {when} здесь и в {beside} сказано разное (сделано и не сделано); "
        "исправьте или отзовите одно из них",
    ),
    "fault-added-twice": (
        "{value} is added for {when} here and in {beside}; withdraw one if both are "
        "the same, else name the --item of each with `tracker correct`",
        "{when} күніне {value} мұнда да, {beside} жазбасында да қосылған; екеуі бір "
        "болса, бірін қайтарып алыңыз, әйтпесе `tracker correct` арқылы әрқайсысының "
        "--item атауын көрсетіңіз",
        "{value} прибавлено на {when} и здесь, и в {beside}; если это одно и то же, "
        "отзовите одно, иначе укажите --item каждого через `tracker correct`",
    ),
    # Nothing heard, nobody named.
    "fault-stale": (
        "the last figure is of {when}, {days} ago; record a newer one",
        "соңғы дерек {when} күнгі, содан бері {days} өтті; жаңасын жазыңыз",
        "последние данные — на {when}, прошло {days}; запишите новые",
    ),
    "fault-never-reported": (
        "nothing has been reported since {when}, for {days}; record the first figure",
        "{when} күнінен бері есеп берілмеген, {days} өтті; алғашқы деректі жазыңыз",
        "с {when} отчётов не было, прошло {days}; запишите первые данные",
    ),
    "fault-parts-behind": (
        "not all of its parts have reported since {when}, for {days}; record "
        "their figures",
        "{when} күнінен бері бөліктерінің бәрі есеп берген жоқ, {days} "
        "өтті; олардың деректерін жазыңыз",
        "с {when} отчитались не все части, прошло {days}; запишите их данные",
    ),
    "fault-no-source": (
        "the revision names no source; add `source` to it in the file of targets and "
        "run `tracker sync --erratum REASON`",
        "қайта мәлімдеменің дереккөзі көрсетілмеген; көрсеткіштер файлында `source` "
        "қосып, `tracker sync --erratum СЕБЕБІ` іске қосыңыз",
        "у нового заявления не указан источник; добавьте `source` в файле показателей "
        "и выполните `tracker sync --erratum ПРИЧИНА`",
    ),
}
