"""The official methods beside our rating: their names, verdicts and silences."""

from __future__ import annotations

METHODS = {
    "our-rating": ("our rating", "біздің баға", "наша оценка"),
    "growth": ("growth", "өсу", "рост"),
    "completion": ("completion", "орындалу", "выполнение"),
    "extrapolation": ("extrapolation", "экстраполяция", "экстраполяция"),
    "plan-fact": ("plan-fact", "жоспар-факт", "план-факт"),
    # What growth says.
    "target_achieved": ("achieved", "жетті", "достигнуто"),
    "substantial_progress": ("substantial", "айтарлықтай", "существенный"),
    "moderate_progress": ("moderate", "орташа", "умеренный"),
    "limited_progress": ("limited", "шамалы", "ограниченный"),
    "deterioration": ("deterioration", "нашарлау", "ухудшение"),
    "not_available": ("not available", "баға жоқ", "нет оценки"),
    # What the extrapolation says.
    "sun": ("sun", "ашық", "солнечно"),
    "slightly-cloudy": ("slightly cloudy", "аздап бұлтты", "малооблачно"),
    "cloud": ("cloud", "бұлтты", "облачно"),
    "thunderstorm": ("thunderstorm", "найзағай", "гроза"),
    # Where they disagree with us, and what that comes from.
    "disagrees": (
        "{title}: {method} says “{theirs}” where we say “{ours}”: {because}",
        "{title}: {method} әдісі бойынша «{theirs}», біздің баға — «{ours}»: {because}",
        "{title}: метод «{method}» говорит «{theirs}», а мы — «{ours}»: {because}",
    ),
    "because-growth": (
        "it compares compound growth a year since the baseline of {base} with the "
        "growth that the goal needs, and not the total with the plan of its day",
        "ол бастапқы мәннен ({base}) бергі жылдық өсімді мақсатқа қажет өсіммен "
        "салыстырады, нақты мәнді сол күнгі жоспармен емес",
        "он сравнивает среднегодовой рост от исходного значения {base} с нужным для "
        "цели, а не факт с планом на ту же дату",
    ),
    "because-small-base": (
        "it compares compound growth a year, and from a baseline of only {base} the "
        "first reports count for most of the growth that the goal needs",
        "ол жылдық өсімді салыстырады, ал бастапқы мән небәрі {base} болғанда "
        "алғашқы есептер мақсатқа қажет өсімнің көбін береді",
        "он сравнивает среднегодовой рост, а при исходном значении всего {base} уже "
        "первые отчёты дают большую часть роста, нужного для цели",
    ),
    "because-extrapolation": (
        "it carries the mean change of the last years on to the goal day, and does "
        "not ask what was due by now",
        "ол соңғы жылдардың орташа өзгерісін мақсат күніне дейін созады, қазірге не "
        "жоспарланғанын ескермейді",
        "он продлевает среднее изменение последних лет до срока цели и не спрашивает, "
        "что должно быть уже сделано",
    ),
    "because-years": (
        "it looks at the years that are over, and we at the one that is running",
        "ол аяқталған жылдарға қарайды, ал біз — ағымдағы жылға",
        "он смотрит на прошедшие годы, а мы — на текущий",
    ),
    "because-worsening": (
        "the goal is met, and the last years lead away from it",
        "мақсатқа жеткен, бірақ соңғы жылдары көрсеткіш нашарлап барады",
        "цель достигнута, но в последние годы показатель ухудшается",
    ),
    # Why there is no figure.
    "no-method-no-actual": (
        "nothing has been reported",
        "есеп берілмеген",
        "отчётов не было",
    ),
    "no-method-no-base": (
        "no baseline is stated",
        "бастапқы мән көрсетілмеген",
        "исходное значение не указано",
    ),
    "no-method-base-zero": (
        "the baseline is 0, from which the ratio explodes: 1,000 of 300,000 at half "
        "time would be substantial progress",
        "бастапқы мән 0, одан шыққан қатынас шексіз өседі: мерзімнің жартысында "
        "300\u00a0000-нан 1000 «айтарлықтай» болып шығар еді",
        "исходное значение — 0, и отношение от него растёт без предела: 1000 из "
        "300\u00a0000 к середине срока были бы существенным прогрессом",
    ),
    "no-method-opposite-signs": (
        "baseline and actual lie on two sides of 0",
        "бастапқы мән мен нақты мәннің таңбалары әртүрлі",
        "исходное и фактическое значения разного знака",
    ),
    "no-method-too-soon": (
        "less than a year lies between the baseline and the data",
        "бастапқы күн мен дерек күнінің арасы бір жылға жетпейді",
        "между исходным значением и данными меньше года",
    ),
    "no-method-target-beyond-zero": (
        "the goal does not lie on the same side of 0 as the baseline",
        "мақсат пен бастапқы мәннің таңбалары бірдей емес",
        "цель и исходное значение не одного знака",
    ),
    "no-method-target-is-base": (
        "the goal is the baseline itself, so no growth is needed",
        "мақсат бастапқы мәнге тең, өсу қажет емес",
        "цель равна исходному значению, рост не нужен",
    ),
    "no-method-no-target-year": (
        "the goal has no day",
        "мақсаттың мерзімі айтылмаған",
        "у цели нет срока",
    ),
    "no-method-target-year-early": (
        "the goal is due no later than the baseline",
        "мақсат мерзімі бастапқы күннен кейін емес",
        "срок цели не позже даты исходного значения",
    ),
    "no-method-out-of-range": (
        "the growth is too large for a number",
        "өсім санмен көрсетуге тым үлкен",
        "рост слишком велик для числа",
    ),
    "no-method-few-years": (
        "fewer than four yearly values are known",
        "белгілі жылдық мәндер төртеуден аз",
        "известно меньше четырёх годовых значений",
    ),
    "no-method-no-plan": (
        "nothing is planned for a day",
        "күнге бекітілген жоспар жоқ",
        "плана на дату нет",
    ),
    "no-method-divides-by-zero": (
        "it would divide by 0",
        "нөлге бөлуге тура келер еді",
        "пришлось бы делить на ноль",
    ),
    "no-method-part-without": (
        "one of the parts has no figure",
        "құрамындағы бір көрсеткіште мән жоқ",
        "у одной из частей нет значения",
    ),
    "no-method-milestone": (
        "a milestone is done or not done",
        "бір реттік оқиға не орындалады, не орындалмайды",
        "событие либо произошло, либо нет",
    ),
    "no-method-quota": (
        "a quota starts again in each period",
        "квота әр кезеңде қайта басталады",
        "квота в каждом периоде начинается заново",
    ),
}
