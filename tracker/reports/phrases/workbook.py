"""What a workbook says round its figures: sheets, heads of columns, how to read it."""

from __future__ import annotations

WORKBOOK = {
    # The sheets.
    "book-status": ("Status", "Жағдайы", "Состояние"),
    "book-forecast": ("Forecast", "Болжам", "Прогноз"),
    "book-plan": ("Plan", "Жоспар", "План"),
    "book-statements": ("Statements", "Мәлімдемелер", "Заявления"),
    "book-actuals": ("Actuals", "Нақты деректер", "Фактические данные"),
    "book-corrections": ("Corrections", "Түзетулер", "Исправления"),
    "book-measured": (
        "How this is measured",
        "Қалай есептеледі",
        "Как это измеряется",
    ),
    "book-charts": ("Charts", "Графиктер", "Графики"),
    # Heads of columns, where no other word of the reports fits.
    "book-key": ("key", "кілт", "ключ"),
    "book-baseline-day": (
        "day of baseline",
        "бастапқы күні",
        "дата исходного значения",
    ),
    "book-variance": (
        "variance from plan",
        "жоспардан ауытқу",
        "отклонение от плана",
    ),
    "book-pace": ("pace", "қарқын", "темп"),
    "book-share": (
        "share of the goal",
        "мақсаттың орындалған үлесі",
        "доля цели",
    ),
    "book-days": (
        "days ahead (+) or behind (-)",
        "озу (+) не кешігу (-), күн",
        "опережение (+) или отставание (-), дней",
    ),
    "book-first-goal": (
        "goal first stated",
        "алғаш мәлімделген мақсат",
        "первоначальная цель",
    ),
    "book-first-by": (
        "first stated by",
        "алғаш мәлімделген мерзім",
        "первоначальный срок",
    ),
    "book-first-rating": (
        "rating against it",
        "сол бойынша бағасы",
        "оценка по ней",
    ),
    "book-value-then": (
        "value then, {chance}",
        "сол кездегі мәні, {chance}",
        "значение к сроку, {chance}",
    ),
    "book-met-by": (
        "met by, {chance}",
        "орындалуы, {chance}",
        "достижение, {chance}",
    ),
    "book-horizon": ("looked ahead to", "болжам шегі", "горизонт прогноза"),
    "book-reports": (
        "reports and baseline it rests on",
        "негіз болған есептер мен бастапқы мән",
        "опорных отчётов и исходных значений",
    ),
    "book-why-none": (
        "why not forecast",
        "неге болжанбаған",
        "почему нет прогноза",
    ),
    "book-added": ("of these added", "оның ішінде қосылғаны", "из них добавлено"),
    "book-value": ("value", "мәні", "значение"),
    "book-kind": ("kind", "түрі", "вид"),
    "book-total": ("total", "барлығы", "всего"),
    "book-increment": ("increment", "өсім", "прирост"),
    "book-day-was": ("day before", "бұрынғы күні", "прежняя дата"),
    "book-was": ("value before", "бұрынғы мәні", "прежнее значение"),
    "book-is": ("value now", "қазіргі мәні", "новое значение"),
    "book-corrected": ("corrected", "түзетілді", "исправлено"),
    "book-withdrawn": ("taken back", "қайтарып алынды", "отозвано"),
    "book-mistyped": (
        "mistyped, put right",
        "қате жазылып, түзетілген",
        "с опечаткой, исправлено",
    ),
    "book-url": ("link", "сілтеме", "ссылка"),
    "book-recorded": ("recorded (UTC)", "жазылған уақыты (UTC)", "записано (UTC)"),
    # How to read it.
    "book-read": ("This workbook", "Осы кітап туралы", "Об этой книге"),
    "book-read-1": (
        "{heading}\n{summary}\nAn empty cell is unknown, never 0. Shares and chances "
        "are numbers shown in per cent; 1 and 0 of a milestone are shown as done and "
        "not done. Moments are in UTC.\n{head}",
        "{heading}\n{summary}\nБос ұяшық белгісіз дегенді білдіреді, 0 емес. Үлестер "
        "мен ықтималдықтар — пайызбен көрсетілген сандар; бір реттік оқиғаның 1 және 0 "
        "мәндері орындалған және орындалмаған деп көрсетіледі. Уақыт UTC бойынша.\n"
        "{head}",
        "{heading}\n{summary}\nПустая ячейка — неизвестно, а не 0. Доли и вероятности "
        "— числа, показанные в процентах; 1 и 0 у события показаны как сделано и не "
        "сделано. Время — UTC.\n{head}",
    ),
    "book-rating-1": (
        "The first that fits: achieved, when the goal is met; undated, when the goal "
        "has no day; after the goal day, missed, or unreported while no figure of that "
        "day is in; not due, while the plan expects no change yet; no data, while "
        "nothing was reported; on track from 95% of the change planned by the day of "
        "the data, at risk from 80%, else off track. A checkpoint that has lapsed "
        "makes on track at risk. A target may have thresholds of its own; the reason "
        "names them.",
        "Мыналардың алғашқы сай келетіні: орындалды — мақсатқа жеткенде; мерзімсіз — "
        "мақсаттың күні болмаса; мерзімі өткеннен кейін — орындалмады, ал сол күнгі "
        "дерек түскенше — есеп берілмеді; мерзімі келген жоқ — жоспар әлі өзгеріс "
        "күтпесе; дерек жоқ — ештеңе хабарланбаса; дерек күніне жоспарланған "
        "өзгерістің 95 %-ынан бастап — жоспарға сай, 80 %-ынан бастап — қауіп бар, "
        "одан төмені — жоспардан артта. Өтіп кеткен, бірақ орындалмаған аралық меже "
        "«жоспарға сай» бағаны «қауіп бар» етеді. Көрсеткіштің өз шегі болса, оны "
        "себебі айтады.",
        "Первое подходящее: выполнено — цель достигнута; без срока — у цели нет даты; "
        "после срока — не выполнено, а пока данных за этот день нет — нет отчёта; срок "
        "не наступил — план ещё не предполагает изменений; нет данных — ничего не "
        "сообщалось; от 95 % изменения, запланированного на день данных, — по плану, "
        "от 80 % — под угрозой, ниже — отстаёт от плана. Пропущенный промежуточный "
        "рубеж превращает «по плану» в «под угрозой». Если у показателя свои пороги, "
        "их называет причина.",
    ),
    "book-forecast-1": (
        "It rests on the reports of the target itself and on nothing else. The chance "
        "is that of meeting the goal by its day, never told as less than 5% or more "
        "than 95%. The value on the goal day stays below each of the three figures "
        "with 10, 50 and 90%; the goal is met by each of the three months with 10, 50 "
        "and 90%, and where one is empty, not before the last day that was looked at.",
        "Ол тек көрсеткіштің өз есептеріне негізделеді. Ықтималдық — мақсатқа "
        "мерзімінде жету ықтималдығы, ол 5 %-дан кем не 95 %-дан көп болып "
        "көрсетілмейді. Мақсат күнгі мән үш санның әрқайсысынан 10, 50 және 90 % "
        "ықтималдықпен төмен болады; мақсатқа үш айдың әрқайсысына дейін 10, 50 және "
        "90 % ықтималдықпен жетеді, ал ұяшық бос болса — болжам шегіне дейін жетпейді.",
        "Он опирается только на отчёты самого показателя. Вероятность — это "
        "вероятность достичь цели в срок, она не показывается ниже 5 % и выше 95 %. "
        "Значение на день цели окажется ниже каждого из трёх чисел с вероятностью 10, "
        "50 и 90 %; цель будет достигнута к каждому из трёх месяцев с вероятностью 10, "
        "50 и 90 %, а где ячейка пуста — не раньше горизонта прогноза.",
    ),
}
