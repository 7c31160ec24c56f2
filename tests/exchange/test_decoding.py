"""Encodings of files: stated by the file or by whoever imports it, never guessed."""

from __future__ import annotations

import codecs
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.conftest import TODAY
from tests.exchange.ledgers import read
from tracker.errors import ActualsFileError
from tracker.exchange.decoding import ENCODINGS, opened
from tracker.exchange.first_bytes import OLE, ZIP

ROWS = "target,on,value,source\nschools,today,40,{}\n"
RUSSIAN, KAZAKH = "Отчёт министерства", "Білім министрлігі: Өңірлер"
NOT_UTF_8 = (
    "is not UTF-8; save it as CSV UTF-8, or give --encoding cp1251 (kz1048 if it has "
    "Kazakh letters)"
)
NEITHER = "has letters that are neither Kazakh nor Russian"


def source_in(rows):
    (row,) = rows
    return row.actual.source


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_mark_says_the_encoding_and_none_is_utf_8(reading, mark, encoding):
    content = mark + ROWS.format(KAZAKH).encode(encoding)

    assert source_in(reading(content)) == KAZAKH


def test_a_mark_outweighs_what_is_given(reading):
    content = codecs.BOM_UTF8 + ROWS.format(KAZAKH).encode()

    assert source_in(reading(content, encoding="cp1251")) == KAZAKH


def test_russian_letters_of_windows_are_refused_until_their_encoding_is_given(
    reading, problems
):
    content = ROWS.format(RUSSIAN).encode("cp1251")

    assert problems(content) == [f"f.csv:2: {NOT_UTF_8}"]
    assert source_in(reading(content, encoding="cp1251")) == RUSSIAN


@pytest.mark.parametrize(
    ("header", "told"),
    [
        pytest.param("target;on;value;source", "f.csv:2: {} (є, Ґ, ѕ, ї)", id="cells"),
        pytest.param("Кілт;Күні;Мәні;Дереккөз", "f.csv:1: {} (ї, ј, ґ)", id="header"),
    ],
)
def test_kazakh_letters_read_as_russian_ones_are_told_with_their_encoding(
    reading, problems, header, told
):
    text = f"{header}\nschools;today;40;Ағарту, Өңірлер: үлесі\n"
    content = text.encode("kz1048")

    wanted = told.format(NEITHER) + "; give --encoding kz1048"
    assert problems(content, encoding="cp1251") == [wanted]
    assert source_in(reading(content, encoding="kz1048")) == "Ағарту, Өңірлер: үлесі"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_file_cut_off_in_a_character_is_told_by_its_last_line(problems, encoding):
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    whole = mark.get(encoding, b"") + ROWS.format("ә").encode(encoding)
    content = whole[: -3 if encoding != "utf-8" else -2]

    said = "is cut off in the middle of a character; fetch the whole file again"
    assert problems(content) == [f"f.csv:2: {said}"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            ROWS.format("@").encode().replace(b"@", b"\xed\xa0\x80"), id="of UTF-8"
        ),
        pytest.param(
            codecs.BOM_UTF16_LE
            + (ROWS.format("\ud800")).encode("utf-16-le", "surrogatepass"),
            id="of UTF-16",
        ),
    ],
)
def test_half_of_a_character_is_told_with_its_line(problems, content):
    said = "holds half of a character (a lone surrogate); save the file as CSV UTF-8"

    assert problems(content) == [f"f.csv:2: {said}"]


@pytest.mark.parametrize(
    ("content", "given"),
    [
        pytest.param(ROWS.format("a\0b"), {}, id="in UTF-8"),
        pytest.param(ROWS.format("a\0b"), {"encoding": "cp1251"}, id="in cp1251"),
        pytest.param(
            "target,on,value\n".encode("utf-16-le"), {}, id="UTF-16 without its mark"
        ),
    ],
)
def test_a_nul_is_told_with_its_line(problems, content, given):
    line = 2 if isinstance(content, str) else 1

    said = "holds a NUL, which no text has; save the file as CSV UTF-8"
    assert problems(content, **given) == [f"f.csv:{line}: {said}"]


def test_a_byte_that_an_encoding_lacks_is_told(problems):
    content = b"target,on,value\nschools,today,\x98\n"

    said = "is not cp1251, which has no letter 0x98; check --encoding"
    assert problems(content, encoding="cp1251") == [f"f.csv:2: {said}"]


def test_a_line_without_end_is_refused_in_any_encoding(problems):
    content = b"target,on,value\n" + b"x" * 17_000_000

    said = "is a line of more than 16 MB; check its quotes and line ends"
    assert problems(content, encoding="cp1251") == [f"f.csv:2: {said}"]


@given(
    st.lists(st.text("абв \r\n", max_size=4), max_size=6), st.sampled_from(ENCODINGS)
)
def test_lines_are_the_same_in_every_encoding(tmp_path_factory, parts, encoding):
    path = tmp_path_factory.mktemp("lines") / "f.csv"
    text = "target,on,value,note\r" + "".join(f"x,today,{each}" for each in parts)
    path.write_bytes(text.encode())
    plain = read(path, TODAY, "aigul")
    path.write_bytes(text.encode(encoding))

    assert read(path, TODAY, "aigul", encoding=encoding) == plain


@given(st.binary(max_size=60), st.sampled_from([None, *ENCODINGS]))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content, encoding):
    path = tmp_path_factory.mktemp("bytes") / "f.csv"
    path.write_bytes(b"target,on,value\n" + content)
    with suppress(ActualsFileError):
        read(path, TODAY, "aigul", encoding=encoding)


@pytest.mark.parametrize("first", [ZIP, OLE])
def test_a_workbook_through_a_pipe_is_told_to_be_saved(first):
    out, into = os.pipe()
    os.write(into, first + b"\0" * 100)
    os.close(into)

    with pytest.raises(ActualsFileError) as refused, opened(Path(f"/dev/fd/{out}")):
        pass

    os.close(out)
    assert str(refused.value) == (
        f"{out}:1: is a workbook, which cannot be read through a pipe; save it as a "
        "file, and import that"
    )
