"""The league table: what targets are grouped by, and how the groups are ranked."""

from __future__ import annotations

LEAGUE = {
    "worst-first": (
        "the worst groups first",
        "алдымен ең артта қалғандары",
        "сначала самые отстающие",
    ),
    "ranked": (
        "Ranked by the share of the judged targets that is off track or missed, then "
        "by the target that is most days behind. Judged are achieved, on track, at "
        "risk, off track and missed. Pace is the median of all targets that have one, "
        "days are those of the judged target furthest behind.",
        "Реті: бағаланған көрсеткіштердің ішінде жоспардан артта қалған не "
        "орындалмағандарының үлесі, содан кейін ең көп кешіккен көрсеткіштің күндері "
        "бойынша. Бағаланғандар: орындалды, жоспарға сай, қауіп бар, жоспардан артта, "
        "орындалмады. Қарқын — қарқыны бар көрсеткіштердің медианасы, күн — "
        "бағаланғандардың ең артта қалғанынікі.",
        "Порядок — по доле отстающих от плана и невыполненных среди оценённых "
        "показателей, затем по наибольшему отставанию в днях. Оценённые: выполнено, по "
        "плану, под угрозой, отстаёт от плана, не выполнено. Темп — медиана "
        "показателей, у которых он есть, дни — у самого отстающего из оценённых.",
    ),
    # The heads of the table.
    "by-area": ("area", "өңір", "регион"),
    "by-programme": ("programme", "бағдарлама", "программа"),
    "by-owner": ("owner", "жауапты", "ответственный"),
    "by-parent": ("part of", "мынаның бөлігі", "часть показателя"),
    "league-targets": ("targets", "барлығы", "всего"),
    "league-behind": ("behind", "артта", "отстают"),
    "league-pace": ("pace", "қарқын", "темп"),
    # The group of the targets that belong to none.
    "no-area": ("No area", "Өңірі көрсетілмеген", "Без региона"),
    "no-programme": ("No programme", "Бағдарламасыз", "Вне программ"),
    "no-owner": ("No owner", "Жауаптысы көрсетілмеген", "Без ответственного"),
    "no-parent": (
        "Part of no other target",
        "Басқа көрсеткіштің құрамына кірмейді",
        "Не входят в другой показатель",
    ),
}
