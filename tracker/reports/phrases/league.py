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
        "by the target that is most days behind. Pace is the median of the group, "
        "days are those of its target furthest behind.",
        "Реті: бағаланған көрсеткіштердің ішінде жоспардан артта қалған не "
        "орындалмағандарының үлесі, содан кейін ең көп кешіккен көрсеткіштің күндері "
        "бойынша. Қарқын — топтың медианасы, күн — ең артта қалған көрсеткіштікі.",
        "Порядок — по доле отстающих от плана и невыполненных среди оценённых "
        "показателей, затем по наибольшему отставанию в днях. Темп — медиана группы, "
        "дни — у её самого отстающего показателя.",
    ),
    # The heads of the table.
    "by-area": ("area", "өңір", "регион"),
    "by-programme": ("programme", "бағдарлама", "программа"),
    "by-owner": ("owner", "жауапты", "ответственный"),
    "by-parent": ("part of", "құрамында", "часть показателя"),
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
