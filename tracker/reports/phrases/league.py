"""The league table: what targets are grouped by, and how the groups are ranked."""

from __future__ import annotations

LEAGUE = {
    # The group of the targets that belong to none.
    "no-area": ("No area", "Аумағы көрсетілмеген", "Без региона"),
    "no-programme": ("No programme", "Бағдарламасыз", "Вне программ"),
    "no-owner": ("No owner", "Жауаптысы көрсетілмеген", "Без ответственного"),
    "no-parent": (
        "Part of no other target",
        "Басқа көрсеткіштің құрамына кірмейді",
        "Не входят в другой показатель",
    ),
}
