"""A file that is no TOML, no text, or no file at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.catalogue.conftest import Problems, Read
from tests.catalogue.texts import a_file
from tracker.catalogue.document import LARGEST
from tracker.catalogue.read import load
from tracker.errors import CatalogueError


def refusal(path: Path) -> str:
    with pytest.raises(CatalogueError) as caught:
        load(path)
    return str(caught.value)


def test_a_missing_file_tells_how_to_get_one(tmp_path: Path):
    assert refusal(tmp_path / "targets.toml") == (
        "targets.toml: there is no such file; `tracker init --example` writes one"
    )


def test_a_folder_is_no_file(tmp_path: Path):
    (tmp_path / "targets.toml").mkdir()

    assert refusal(tmp_path / "targets.toml") == (
        "targets.toml: is a folder; name the file in it"
    )


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path):
    circle = tmp_path / "targets.toml"
    circle.symlink_to(circle)

    assert refusal(circle) == (
        "targets.toml: cannot be read (too many levels of symbolic links); "
        "put that right, or let `tracker init --example` write another"
    )


def test_another_encoding_is_refused_with_its_line(tmp_path: Path):
    path = tmp_path / "targets.toml"
    path.write_bytes('# first\ntitle = "Школы"\n'.encode("cp1251"))

    assert refusal(path) == (
        "targets.toml:2: is not UTF-8; save the file again with the encoding UTF-8"
    )


def test_a_byte_order_mark_is_no_fault(read: Read):
    (target,) = read("\ufeff" + a_file())

    assert target.key == "schools"


def test_windows_line_ends_do_not_shift_the_lines(problems: Problems):
    text = a_file('title = "a"\ntitel = "b"').replace("\n", "\r\n")

    assert problems(text) == [
        "targets.toml:3: schools: `titel` is not a known key; did you mean `title`?"
    ]


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path):
    path = tmp_path / "targets.toml"
    path.write_bytes(b"#" * (LARGEST + 1))

    assert refusal(path) == (
        "targets.toml: is larger than 10 MB; remove what is no target from it"
    )


def test_a_file_nested_without_end_is_refused(problems: Problems):
    assert problems("x = " + "[" * 10_000) == [
        "targets.toml: tables or lists are nested too deeply; write them flat"
    ]


def test_a_number_of_thousands_of_digits_is_refused(problems: Problems):
    assert problems("x = " + "9" * 5_000) == [
        "targets.toml: a number has thousands of digits; keep to 15"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "a = 1\na = 2\nb = 3\n",
            "2: is not TOML, column 6: this key or table was already given; keep one "
            "of them",
        ),
        (
            "[a]\n[b]\n[a]\n",
            "3: is not TOML, column 3: this table is opened a second time; put its "
            "keys into one table",
        ),
        (
            "t = { a = 1, a = 2 }\n",
            "1: is not TOML, column 19: a key is given twice in one table; keep one of "
            "them",
        ),
        (
            'a = 1\ntitle = "Schools\n',
            "2: is not TOML, column 17: a text is not closed; put the missing "
            '" at its end',
        ),
        (
            'a = 1\ntitle = "Schools',
            '2: is not TOML, at its end: a text is not closed; put the missing " at '
            "its end",
        ),
        (
            "by = 2024-02-30\n",
            "1: is not TOML, column 6: there is no such day; write one such as "
            "2024-09-01",
        ),
        (
            "schools\n",
            "1: is not TOML, column 8: a key needs a value; write key = value",
        ),
        (
            "unit = schools\n",
            "1: is not TOML, column 8: the value cannot be read; put texts in double "
            "quotes",
        ),
        (
            'note = "\\q"\n',
            "1: is not TOML, column 11: a backslash in a text is written twice; write "
            "\\\\",
        ),
        (
            "goal = 1 000\n",
            "1: is not TOML, column 10: something is left over after the value; put "
            "texts in double quotes, days as 2024-09-01 and numbers without spaces or "
            "leading zeros",
        ),
        (
            "a = [1, 2",
            "1: is not TOML, at its end: a bracket is not closed; put the missing ] or "
            "} at its end",
        ),
        (
            "x = 'a\u0007'\n",
            "1: is not TOML, column 7: a character is not allowed here; retype the "
            "line",
        ),
        (
            "[a\n",
            "1: is not TOML, column 3: Expected ']' at the end of a table declaration; "
            "correct this line",
        ),
    ],
)
def test_what_is_not_toml_is_told_with_line_and_remedy(
    problems: Problems, text: str, said: str
):
    assert problems(text) == [f"targets.toml:{said}"]
