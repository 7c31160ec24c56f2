"""What a form says to those who fill it in."""

from __future__ import annotations

FORM = {
    "form-sheet": ("Report", "Есеп", "Отчёт"),
    "form-guidance": ("How to fill it in", "Қалай толтырылады", "Как заполнять"),
    "form-title": (
        "Form for reporting on targets",
        "Нысаналы көрсеткіштер бойынша есеп нысаны",
        "Форма отчёта по целевым показателям",
    ),
    # The heads of what is only shown.
    "form-last": ("last figure", "соңғы мәні", "последнее значение"),
    "form-last-day": (
        "day of the last figure",
        "соңғы мәнінің күні",
        "дата последнего значения",
    ),
    # Of what looks wrong and holds all the same.
    "form-reason": (
        "reason (if refused)",
        "себебі (қабылданбаса)",
        "причина (если не принято)",
    ),
    # What a cell says when it is chosen, and when it refuses.
    "form-day": (
        "The day for which the figure holds: from {first} up to today.",
        "Дерек қай күнге дұрыс: {first} күнінен бастап бүгінге дейін.",
        "День, на который верно значение: с {first} по сегодня.",
    ),
    "form-number": (
        "A number, without a unit and without the sign %.",
        "Сан, өлшем бірлігінсіз және % белгісінсіз.",
        "Число без единицы измерения и без знака %.",
    ),
    "form-number-from": (
        "A number from {least} on, without a unit and without the sign %.",
        "{least} не одан үлкен сан, өлшем бірлігінсіз және % белгісінсіз.",
        "Число не меньше {least}, без единицы измерения и без знака %.",
    ),
    "form-number-to": (
        "A number up to {most}, without a unit and without the sign %.",
        "{most} не одан кіші сан, өлшем бірлігінсіз және % белгісінсіз.",
        "Число не больше {most}, без единицы измерения и без знака %.",
    ),
    "form-number-between": (
        "A number from {least} to {most}, without a unit and without the sign %.",
        "{least} мен {most} аралығындағы сан, өлшем бірлігінсіз және % белгісінсіз.",
        "Число от {least} до {most}, без единицы измерения и без знака %.",
    ),
    "form-choose": (
        "Choose from the list.",
        "Тізімнен таңдаңыз.",
        "Выберите из списка.",
    ),
    # The guidance: a heading and a paragraph each.
    "form-begin": ("What to fill in", "Не толтырылады", "Что заполнять"),
    "form-begin-1": (
        "White cells are for you, grey ones are locked. One row is one figure: the day "
        "for which it holds, and the value. What turns yellow is still missing. Leave "
        "a row empty where there is nothing new: an empty row is passed over, and is "
        "not a 0.",
        "Ақ ұяшықтар — сіз үшін, сұр ұяшықтар құлыпталған. Бір жол — бір дерек: ол "
        "дұрыс болатын күн және мәні. Сарыға боялған ұяшық әлі толтырылмаған. Жаңа "
        "дерек болмаса, жолды бос қалдырыңыз: бос жол оқылмайды, ол 0 емес.",
        "Белые ячейки — для вас, серые закрыты. Одна строка — одно значение: день, на "
        "который оно верно, и само значение. Что стало жёлтым, ещё не заполнено. Если "
        "нового нет, оставьте строку пустой: пустая строка пропускается и не означает "
        "0.",
    ),
    "form-kinds": ("Total or increment", "Барлығы не өсім", "Всего или прирост"),
    "form-kinds-1": (
        "“{total}”, which is also meant where nothing is chosen, is how many there are "
        "in all on that day, or in this year, quarter or month where the target starts "
        "again in each. “{increment}” is how many were added since the last figure. "
        "Where a target is done or not, choose “{done}” or “{not-done}” and leave the "
        "value empty.",
        "«{total}» (ештеңе таңдалмаса да осы саналады) — сол күні барлығы қанша, ал "
        "көрсеткіш әр жыл, тоқсан не ай сайын қайта басталса, сол кезеңде қанша екенін "
        "білдіреді. «{increment}» — соңғы деректен бері қанша қосылғаны. Көрсеткіш не "
        "орындалып, не орындалмайтын болса, «{done}» не «{not-done}» таңдап, мәнін бос "
        "қалдырыңыз.",
        "«{total}» (подразумевается и там, где ничего не выбрано) — сколько всего на "
        "этот день или за этот год, квартал либо месяц, если показатель в каждом "
        "начинается заново. «{increment}» — сколько добавилось после последнего "
        "значения. Если событие либо произошло, либо нет, выберите «{done}» или "
        "«{not-done}», а значение оставьте пустым.",
    ),
    "form-evidence": (
        "Evidence and source",
        "Расталуы мен дереккөзі",
        "Подтверждение и источник",
    ),
    "form-evidence-1": (
        "“{claimed}”: somebody said so; “{documented}”: there is a public record; "
        "“{verified}”: seen or checked by somebody who is named. The source says who "
        "said it and where, the link where it can be read.",
        "«{claimed}» — біреу айтты; «{documented}» — ашық құжат бар; «{verified}» — "
        "аты аталған адам көрді не тексерді. Дереккөзде кім және қайда айтқаны, "
        "сілтемеде қайдан оқуға болатыны жазылады.",
        "«{claimed}» — кто-то так сказал; «{documented}» — есть открытая запись; "
        "«{verified}» — кто-то названный видел или проверил. Источник говорит, кто и "
        "где это сообщил, ссылка — где это прочитать.",
    ),
    "form-spare": ("Further rows", "Қосымша жолдар", "Дополнительные строки"),
    "form-spare-1": (
        "Several figures of one target, one for each day or for each unit that was "
        "delivered, go into the rows below: choose the target by its key from the "
        "list, and name the unit, such as a school and its town.",
        "Бір көрсеткіштің бірнеше дерегі (әр күнге не әр тапсырылған нысанға бір жол) "
        "төмендегі жолдарға жазылады: көрсеткіштің кілтін тізімнен таңдаңыз, нысанды, "
        "мысалы мектеп пен оның қаласын, атаңыз.",
        "Несколько значений одного показателя — по одному на каждый день или на каждый "
        "сданный объект — записываются в строки ниже: выберите ключ показателя из "
        "списка и назовите объект, например школу и город.",
    ),
    "form-wrong": (
        "A figure was wrong, or is refused",
        "Дерек қате болса не қабылданбаса",
        "Если значение неверно или не принято",
    ),
    "form-wrong-1": (
        "A figure that was reported before is not changed in this form. Tell those who "
        "sent it to you which one, what it should be, and why: the old figure stays "
        "visible beside the new one. Where a figure of this form is refused or doubted "
        "and holds all the same, say why in the last column.",
        "Бұрын берілген дерек бұл нысанда өзгертілмейді. Нысанды жіберген мекемеге "
        "қайсысы қате екенін, қандай болуға тиіс екенін және себебін жазыңыз: ескі "
        "дерек жаңасының жанында көрініп тұрады. Осы нысандағы дерек қабылданбаса не "
        "күмән тудырса, бірақ дұрыс болса, себебін соңғы бағанға жазыңыз.",
        "Сообщённое прежде значение в этой форме не меняют. Напишите тем, кто прислал "
        "форму, какое значение неверно, каким оно должно быть и почему: прежнее "
        "останется на виду рядом с новым. Если значение из этой формы не приняли или "
        "поставили под сомнение, а оно верно, напишите почему в последнем столбце.",
    ),
}
# Each heading of the guidance has one paragraph.
GUIDANCE = ("form-begin", "form-kinds", "form-evidence", "form-spare", "form-wrong")
