"""What a status says of a target, and why its rating is what it is."""

from __future__ import annotations

FINDINGS = {
    # What was reported, and of how much.
    "of-goal": (
        "{value} of {goal} {on}",
        "{on} {value} / {goal}",
        "{value} из {goal} {on}",
    ),
    "of": ("{value} of {goal}", "{value} / {goal}", "{value} из {goal}"),
    "against-goal": (
        "{value} {on}, goal {goal}",
        "{on} {value}, мақсат {goal}",
        "{value} {on}, цель {goal}",
    ),
    "done": (
        "done {on}",
        "{on} орындалған",
        "сделано {day}",
    ),
    "not-done": ("not done {on}", "{on} орындалмаған", "не сделано {on}"),
    "nothing": ("nothing reported", "есеп жоқ", "отчётов нет"),
    "nothing-known": (
        "nothing had been recorded by then",
        "ол кезде ештеңе жазылмаған еді",
        "к тому времени ничего не было записано",
    ),
    "value-goal": (
        "{value}, goal {goal}",
        "{value}, мақсат {goal}",
        "{value}, цель {goal}",
    ),
    # Beside a rating.
    "stale-of": (
        "data of {date}, stale",
        "{date} дерегі, ескірген",
        "данные на {date}, устарели",
    ),
    # What was due.
    "expected": (
        "{value} expected {by}",
        "{by} {value} жоспарланған",
        "по плану {value} {by}",
    ),
    "due": (
        "{value} due {by}",
        "{by} {value} болуға тиіс",
        "план — {value} {by}",
    ),
    "due-done": (
        "due {by}",
        "{by} орындалуы тиіс",
        "нужно сделать {by}",
    ),
    "expected-goal": (
        "{value} expected {by}, goal {goal}",
        "{by} {value} жоспарланған, мақсат {goal}",
        "по плану {value} {by}, цель {goal}",
    ),
    "goal-undated": (
        "goal {value}, no day stated",
        "мақсат {value}, мерзімі көрсетілмеген",
        "цель {value}, срок не указан",
    ),
    "no-day": ("no day stated", "мерзімі көрсетілмеген", "срок не указан"),
    # How far off.
    "behind-plan": (
        "{value} behind plan",
        "жоспардан {value} кем",
        "ниже плана на {value}",
    ),
    "ahead-of-plan": (
        "{value} ahead of plan",
        "жоспардан {value} артық",
        "выше плана на {value}",
    ),
    "above-plan": (
        "{value} above plan",
        "жоспардан {value} жоғары",
        "выше плана на {value}",
    ),
    "below-plan": (
        "{value} below plan",
        "жоспардан {value} төмен",
        "ниже плана на {value}",
    ),
    "behind": ("{value} behind", "{value} кем", "меньше на {value}"),
    # Of what is to fall, behind is more.
    "behind-falling": ("{value} behind", "{value} артық", "больше на {value}"),
    "late": ("{days} late", "{days} кеш", "с опозданием на {days}"),
    "early": (
        "{days} early",
        "{days} ерте",
        "на {days} раньше",
    ),
    "days-behind": ("{days} behind", "{days} артта", "отставание {days}"),
    "days-none": ("on plan", "жоспар бойынша", "точно по плану"),
    "days-ahead": ("{days} ahead", "{days} озық", "опережение {days}"),
    "on-time": ("on the day", "мерзімінде", "в срок"),
    "first-promised": (
        "of the {goal} first promised",
        "алғаш мәлімделген {goal} бойынша",
        "из первоначально заявленных {goal}",
    ),
    "first-promised-by": (
        "of the {goal} first promised {by}",
        "алғаш мәлімделген ({by}) {goal} бойынша",
        "из первоначально заявленных {goal} {by}",
    ),
    "first-promised-level": (
        "against the {goal} first promised",
        "алғаш мәлімделген {goal} бойынша",
        "относительно первоначально заявленных {goal}",
    ),
    "first-promised-undated": (
        "of the {goal} first promised, no day stated",
        "алғаш мәлімделген (мерзімі көрсетілмеген) {goal} бойынша",
        "из первоначально заявленных {goal}, срок не указан",
    ),
    "first-promised-done": (
        "as first promised, {by}",
        "алғаш мәлімделгені бойынша, {by}",
        "по первому заявлению, {by}",
    ),
    # What answers an entry.
    "share": ("{share} of the goal", "мақсаттың {share}-ы", "{share} цели"),
    "share-way": ("{share} of the way", "жолдың {share}-ы", "{share} пути"),
    "plan": ("plan {value}", "жоспар {value}", "план {value}"),
    "reached": (
        "checkpoint of {value} {by} reached {how}",
        "аралық меже ({value}, {by}) {how} орындалды",
        "промежуточный рубеж ({value} {by}) достигнут {how}",
    ),
    "takes-back": ("takes back {name}", "{name} қайтарып алынды", "отзывает {name}"),
    "ends": ("ends {on}", "{on} аяқталады", "до {day} включительно"),
    # Who said so, when.
    "stated-on": ("Stated {on}", "{on} мәлімделген", "Заявлено {day}"),
    "restated-on": ("Restated {on}", "{on} қайта мәлімделген", "Заявлено заново {day}"),
    # Why the rating is what it is.
    "why-achieved": ("the goal is met", "мақсатқа жетті", "цель достигнута"),
    "why-achieved-late": (
        "the goal was met {days} after its day",
        "мақсатқа мерзімінен {days} кейін жетті",
        "цель достигнута через {days} после срока",
    ),
    "why-undated": (
        "the goal has no day",
        "мақсаттың мерзімі айтылмаған",
        "у цели нет срока",
    ),
    "why-missed": (
        "the goal of {goal} was due {by} and is not met",
        "мақсат ({goal}, {by}) орындалмады",
        "цель ({goal} {by}) не достигнута",
    ),
    "why-missed-done": (
        "it was due {by} and is not done",
        "{by} орындалуы тиіс еді, орындалмады",
        "нужно было сделать {by}, не сделано",
    ),
    "why-unreported": (
        "the goal was due {by}, and nothing has been reported of that day or later",
        "мақсатқа {by} жету керек еді, сол күнге не одан кейінге есеп берілмеді",
        "цели нужно было достичь {by}, но за этот день и позже отчётов нет",
    ),
    "why-not-due": (
        "the plan expects no change yet",
        "жоспар бойынша әлі өзгеріс күтілмейді",
        "по плану изменений пока не ожидается",
    ),
    "why-milestone-not-due": (
        "its day has not passed",
        "мерзімі әлі өткен жоқ",
        "срок ещё не прошёл",
    ),
    "why-no-data": (
        "nothing has been reported",
        "есеп берілмеген",
        "отчётов не было",
    ),
    "why-lapsed": (
        "the checkpoint of {value} was due {by} and is not met",
        "аралық меже ({value}, {by}) орындалмады",
        "промежуточный рубеж ({value} {by}) не достигнут",
    ),
    "why-on-track": (
        "{pace} of the change planned by then is achieved; on track from {line}",
        "сол күнге жоспарланған өзгерістің {pace}-ы орындалды; "
        "{line}-дан бастап жоспарға сай",
        "выполнено {pace} изменения, запланированного на эту дату; "
        "по плану — от {line}",
    ),
    "why-behind": (
        "{pace} of the change planned by then is achieved; below {line} is {rating}",
        "сол күнге жоспарланған өзгерістің {pace}-ы орындалды; "
        "{line}-дан төмені — {rating}",
        "выполнено {pace} изменения, запланированного на эту дату; "
        "ниже {line} — {rating}",
    ),
    "why-held": (
        "the last reading meets the line of {goal}",
        "соңғы көрсеткіш {goal} шегінде",
        "последнее значение соответствует границе {goal}",
    ),
    "why-not-held": (
        "the last reading does not meet the line of {goal}",
        "соңғы көрсеткіш {goal} шегінен тыс",
        "последнее значение не соответствует границе {goal}",
    ),
}
