"""The page that tells how everything is measured: a heading, then its paragraphs."""

from __future__ import annotations

# Heading and paragraphs of each section, in English, Kazakh and Russian.
MEASURED = {
    "measured-promise": (
        "What was promised",
        "Не уәде етілді",
        "Что обещано",
    ),
    "measured-promise-1": (
        "A target is one stated commitment: what is counted, from which baseline, to "
        "which goal, by which day. It is kept exactly as it was stated. When it is "
        "stated anew, both statements stay, and the target is rated against the one in "
        "force and against the first.",
        "Нысаналы көрсеткіш — мәлімделген бір міндеттеме: не есептеледі, қай бастапқы "
        "мәннен, қандай мақсатқа және қай күнге дейін. Ол мәлімделген күйінде "
        "сақталады. Қайта мәлімделсе, екі мәлімдеме де қалады, ал көрсеткіш "
        "қолданыстағысы және алғашқысы бойынша бағаланады.",
        "Целевой показатель — одно заявленное обязательство: что считают, от какого "
        "исходного значения, до какой цели и к какому сроку. Оно хранится ровно так, "
        "как было заявлено. Если его заявляют заново, остаются оба заявления, и "
        "показатель оценивается по действующему и по первому.",
    ),
    "measured-actual": ("What was reported", "Не хабарланды", "Что сообщено"),
    "measured-actual-1": (
        "An actual is one reported figure with its day, source and author: so many in "
        "all, or so many more. The running total is the last figure in all and what "
        "was added after it. What nobody reported is unknown and never counted as 0.",
        "Нақты дерек — күні, дереккөзі және авторы бар бір хабарланған сан: барлығы "
        "қанша немесе тағы қанша. Жиыны — соңғы жалпы сан және одан кейін қосылғандар. "
        "Хабарланбаған нәрсе белгісіз саналады, ешқашан 0 деп алынбайды.",
        "Фактическое значение — одно сообщённое число с датой, источником и автором: "
        "сколько всего или сколько ещё. Нарастающий итог — последнее общее число и то, "
        "что добавилось после него. Несообщённое считается неизвестным, а не нулём.",
    ),
    "measured-actual-2": (
        "Evidence tells how well a figure is attested: claimed (somebody said so), "
        "documented (a public record), verified (seen or checked by somebody named). A "
        "wrong figure is corrected or taken back by a new entry with a reason; the old "
        "one stays visible.",
        "Расталуы деректің қаншалықты сенімді екенін көрсетеді: мәлімделген (біреу "
        "айтты), құжатталған (ашық құжат бар), тексерілген (аты аталған адам көрді не "
        "тексерді). Қате дерек себебі жазылған жаңа жазбамен түзетіледі не қайтарып "
        "алынады; ескісі көрініп тұрады.",
        "Подтверждение показывает, насколько обосновано значение: заявлено (кто-то так "
        "сказал), подтверждено документом (есть открытая запись), проверено (кто-то "
        "названный видел или проверил). Неверное значение исправляется или отзывается "
        "новой записью с причиной; старое остаётся на виду.",
    ),
    "measured-plan": ("The plan", "Жоспар", "План"),
    "measured-plan-1": (
        "The plan runs from the baseline through the stated checkpoints to the goal, "
        "straight between them by days, or in steps where it was stated so. Pace is "
        "the change achieved over the change planned by the day of the last report: "
        "100% is on plan. Days ahead or behind are the day of the report seen against "
        "the day "
        "on which the plan reaches the same total.",
        "Жоспар бастапқы мәннен аралық межелер арқылы мақсатқа дейін күн санына қарай "
        "біркелкі жүреді, ал солай мәлімделсе — сатылап. Қарқын — қол жеткізілген "
        "өзгерістің соңғы есеп күніне жоспарланған өзгеріске қатынасы: 100 % — "
        "жоспарға сай. Озған не кешіккен күндер — есеп күні мен жоспар сол мәнге "
        "жететін күннің айырмасы.",
        "План идёт от исходного значения через заявленные рубежи к цели: между ними — "
        "равномерно по дням или ступенями, если так заявлено. Темп — отношение "
        "достигнутого изменения к запланированному на день последнего отчёта: 100 % — "
        "точно по плану. Дни опережения или отставания — разница между днём отчёта и "
        "днём, когда план достигает того же значения.",
    ),
    "measured-rating": ("The rating", "Бағалау", "Оценка"),
    "measured-rating-1": (
        "The first that fits: achieved, when the goal is met; undated, when the goal "
        "has no day; after the goal day, missed, or unreported while no figure of that "
        "day is in; not due, while the plan expects no change yet; no data, while "
        "nothing was reported; on track from 95% of the planned change, at risk from "
        "80%, else off track. A checkpoint that has lapsed makes on track at risk. "
        "Where a target has thresholds of its own, its page names them.",
        "Мыналардың алғашқы сай келетіні: орындалды — мақсатқа жеткенде; мерзімсіз — "
        "мақсаттың күні болмаса; мерзімі өткеннен кейін — орындалмады, ал сол күнгі "
        "дерек түскенше — есеп берілмеді; мерзімі келген жоқ — жоспар әлі өзгеріс "
        "күтпесе; дерек жоқ — ештеңе хабарланбаса; жоспарланған өзгерістің 95 %-ынан "
        "бастап — жоспарға сай, 80 %-ынан бастап — қауіп бар, одан төмені — жоспардан "
        "артта. Өтіп кеткен, бірақ орындалмаған аралық меже «жоспарға сай» бағаны "
        "«қауіп бар» етеді. Өз шегі бар көрсеткіштің бетінде ол жазылады.",
        "Первое подходящее: выполнено — цель достигнута; без срока — у цели нет даты; "
        "после срока — не выполнено, а пока данных за этот день нет — нет отчёта; срок "
        "не наступил — план ещё не предполагает изменений; нет данных — ничего не "
        "сообщалось; от 95 % запланированного изменения — по плану, от 80 % — под "
        "угрозой, ниже — отстаёт от плана. Пропущенный промежуточный рубеж превращает "
        "«по плану» в «под угрозой». Если у показателя свои пороги, они названы на его "
        "странице.",
    ),
    "measured-forecast": ("The forecast", "Болжам", "Прогноз"),
    "measured-forecast-1": (
        "It rests on the reports of the target itself and on nothing else: 36 simple "
        "trends, each weighted by how well it would have predicted the reports so far, "
        "are carried on. The chance is that of meeting the goal by its day; it is "
        "never "
        "given as less than 5% or more than 95%. The ranges hold the value with 50% "
        "and "
        "80%. With fewer than two reports nothing is forecast, and the page says why.",
        "Ол тек көрсеткіштің өз есептеріне негізделеді: 36 қарапайым үрдіс алынып, "
        "әрқайсысына осы уақытқа дейінгі есептерді қаншалықты дәл болжағанына қарай "
        "салмақ беріледі де, олар болашаққа созылады. Ықтималдық — мақсатқа мерзімінде "
        "жету ықтималдығы; ол 5 %-дан кем не 95 %-дан көп болып көрсетілмейді. "
        "Аралықтар мәнді 50 % және 80 % ықтималдықпен қамтиды. Есеп екіден аз болса, "
        "болжам жасалмайды, себебі бетте айтылады.",
        "Он опирается только на отчёты самого показателя: 36 простых трендов, каждый с "
        "весом по тому, насколько точно он предсказал бы прежние отчёты, продолжаются "
        "вперёд. Вероятность — это вероятность достичь цели в срок; она не "
        "показывается "
        "ниже 5 % и выше 95 %. Интервалы содержат значение с вероятностью 50 % и 80 %. "
        "Если отчётов меньше двух, прогноза нет, и страница говорит почему.",
    ),
    "measured-methods": ("Official methods", "Ресми әдістер", "Официальные методики"),
    "measured-methods-1": (
        "Beside our rating stand four methods that offices publish: growth compares "
        "compound yearly growth with the growth the goal needs; completion is the part "
        "of the way from baseline to goal; extrapolation carries the mean yearly "
        "change on to the goal day; plan-fact divides the actual by the plan of the "
        "same day. "
        "Where one disagrees with us, the page says why.",
        "Біздің бағаның жанында мекемелер жариялайтын төрт әдіс тұр: өсу — орташа "
        "жылдық өсімді мақсатқа қажет өсіммен салыстырады; орындалу — бастапқы мәннен "
        "мақсатқа дейінгі жолдың бөлігі; экстраполяция — орташа жылдық өзгерісті "
        "мақсат күніне дейін созады; жоспар-факт — нақты мәнді сол күнгі жоспарға "
        "бөледі. Бізбен келіспейтін жерде беті себебін айтады.",
        "Рядом с нашей оценкой стоят четыре методики ведомств: рост сравнивает "
        "среднегодовой прирост с нужным для цели; выполнение — часть пути от исходного "
        "значения к цели; экстраполяция продлевает среднее годовое изменение до срока "
        "цели; план-факт делит факт на план того же дня. Где они расходятся с нами, "
        "страница объясняет почему.",
    ),
    "measured-time": ("Then and now", "Сол кезде және қазір", "Тогда и сейчас"),
    "measured-time-1": (
        "“As of” a day only what happened by then counts; “as known at” a moment only "
        "what had been recorded by then. With both, any earlier report can be made "
        "again, byte for byte.",
        "«Күніне» дегенде тек сол күні не одан бұрын болғаны есептеледі; «белгілі "
        "болғаны» дегенде тек сол сәтке дейін жазылғаны есептеледі. Екеуімен бұрынғы "
        "кез келген есепті дәл сол күйінде қайта жасауға болады.",
        "«По состоянию на» день учитывается только случившееся в этот день или раньше; "
        "«по данным на момент» — только записанное к этому моменту. С ними любой "
        "прежний отчёт можно воспроизвести байт в байт.",
    ),
}
SECTIONS = {
    "measured-promise": 1,
    "measured-actual": 2,
    "measured-plan": 1,
    "measured-rating": 1,
    "measured-forecast": 1,
    "measured-methods": 1,
    "measured-time": 1,
}
