"""The copy of a workbook that has all that the workbook has."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.exchange.workbooks import HEADER, MAIN, SHEET, packed, parts, sheet, texts
from tests.reports.workbooks import parts_of
from tracker.errors import ActualsFileError, Problem
from tracker.exchange.marked_book import marked_book
from tracker.exchange.marked_styles import marked_styles
from tracker.exchange.outcomes import Outcomes, refused_lines
from tracker.exchange.splice import UnmarkedError
from tracker.exchange.tables import HowRead, original, table

STYLES = "xl/styles.xml"
A, B = texts(HEADER, ["a", "1", "2"]), texts(["b", "soon", "x"], begin=3)
OWN = '<col min="4" max="4" width="70" customWidth="1"/>'
WHY = "refused: B3 'soon' is no day"
SOON = [Problem("f.xlsx:Actuals:3", "'soon' is no day", "on")]
AFTER = '<cfRule type="x" priority="3001"/>'
LATER = texts([*HEADER, "what happened"])
RULE = (
    '<conditionalFormatting sqref="{}"><cfRule type="expression" dxfId="{}" '
    'priority="1"><formula>"what happened"="what happened"</formula></cfRule>'
    "</conditionalFormatting>"
)


def said(place, text, style=1):
    look = "" if style is None else f' s="{style}"'
    return (
        f'<c r="{place}"{look} t="inlineStr"><is><t xml:space="preserve">{text}</t>'
        "</is></c>"
    )


@pytest.fixture
def marked(tmp_path):
    """Copies a workbook of parts, or of the rows of one sheet."""

    def copy(content, refused=(), others=None):
        if isinstance(content, str):
            content = parts(sheet=content)
        packed(tmp_path / "f.xlsx", content)
        outcomes = Outcomes(refused_lines(refused), others or {})
        with original(tmp_path / "f.xlsx", HowRead()) as found:
            return marked_book(found, outcomes)

    return copy


@pytest.fixture
def xml(marked):
    """The XML of the sheet in the copy."""
    return lambda *given: parts_of(marked(*given))[SHEET].decode()


def sheet_of(copied):
    with warnings.catch_warnings(action="ignore"):
        # The parts have no name for their first style.
        return load_workbook(BytesIO(copied)).active


def inside(xml, tag):
    """All that stands in an element of a sheet."""
    return re.search(f"<{tag}[^>]*>(.*)</{tag}>", xml)[1]


def test_a_sheet_changes_by_what_is_told_alone(xml):
    head, first = A.split("</row>")[:2]
    no = "not recorded, because other rows were refused"

    told = xml(sheet(A + B), SOON)

    assert told == sheet(
        f"{head}{said('D1', 'what happened', None)}</row>"
        f"{first}{said('D2', no)}</row>"
        f"{B.removesuffix('</row>')}{said('D3', WHY)}</row>",
        before=f"<cols>{OWN}</cols>",
        behind=RULE.format("B3 D3", 0),
    )


def test_no_other_part_changes(marked):
    more = {
        "xl/charts/chart1.xml": "<chart/>",
        "xl/media/image1.png": bytes(range(256)),
        "xl/comments1.xml": '<!DOCTYPE c [<!ENTITY a "ha">]><c>&a;</c>',
        "xl/printerSettings/Ä.bin": "",
    }
    content = {**parts(), **more}

    copied = parts_of(marked(content, others={2: "recorded"}))

    assert list(copied) == list(content)
    changed = {
        name
        for name, each in content.items()
        if copied[name] != (each if isinstance(each, bytes) else each.encode())
    }
    assert changed == {SHEET, STYLES}


def test_what_is_told_has_a_style_and_a_look_of_its_own(marked):
    copied = sheet_of(marked(sheet(A + B), SOON))

    cell = copied["D3"]
    ((rule,),) = [each.rules for each in copied.conditional_formatting]
    assert (cell.alignment.wrap_text, cell.alignment.vertical) == (True, "top")
    assert rule.dxf.fill.bgColor.rgb == "FFFFC7CE"
    assert rule.dxf.font.color.rgb == "FF9C0006"


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ("", '<dxfs count="1">{}</dxfs>'),
        ('<dxfs count="0"/>', '<dxfs count="1">{}</dxfs>'),
        ('<dxfs count="1"><dxf/></dxfs>', '<dxfs count="2"><dxf/>{}</dxfs>'),
        ("<colors/>", '<dxfs count="1">{}</dxfs><colors/>'),
    ],
)
def test_a_look_is_added_to_those_that_are_there(marked, looks, expected):
    content = parts()
    content[STYLES] = content[STYLES].replace("</styleS", f"{looks}</styleS")

    styles = parts_of(marked(content))[STYLES].decode()

    look = re.search("<dxf><font>.*</dxf>", styles)[0]
    assert styles.endswith(f"</cellXfs>{expected.format(look)}</styleSheet>")


def test_formulas_keep_what_they_gave(xml):
    row = '<row r="2" spans="1:3"><c r="A2"><f>B2&amp;"a"</f><v>7</v></c></row>'

    told = xml(sheet(texts(HEADER) + row), (), {2: "recorded"})

    cell = '<c r="A2"><f>B2&amp;"a"</f><v>7</v></c>'
    assert f'<row r="2">{cell}{said("D2", "recorded")}</row>' in told


def test_rows_that_are_empty_or_not_there_tell_what_is_wrong_too(xml):
    rows = texts(HEADER) + '<row r="3"/><row/><row r="6"/>'
    refused = [Problem(f"f:{line}", "no") for line in (2, 3, 4, 7)]

    told = inside(xml(sheet(rows), refused), "sheetData")

    assert told.partition("</row>")[2] == (
        f'<row r="2">{said("D2", "refused: no")}</row>'
        f'<row r="3">{said("D3", "refused: no")}</row>'
        f"<row>{said('D4', 'refused: no')}</row>"
        '<row r="6"/>'
        f'<row r="7">{said("D7", "refused: no")}</row>'
    )


def test_a_row_has_room_for_all_that_is_said_of_it(xml):
    low, high = '<row r="2" ht="15.5" x="1">', '<row r="3" ht="99">'
    rows = A.replace('<row r="2">', low) + B.replace('<row r="3">', high)
    refused = [Problem(f"f:{line}", "x" * 150) for line in (2, 3)]

    told = xml(sheet(rows), refused)

    assert '<row r="2" x="1" ht="45" customHeight="1">' in told
    assert high in told


def test_what_is_said_stands_behind_all_that_is_used(marked):
    head = A.replace('<row r="1">', '<row r="1" s="1">')
    stranger = '<row r="3"><c r="D3"><v>1</v></c><c r="F3"><v>1</v></c></row>'
    merges = '<mergeCells><mergeCell ref="E2:E3"/></mergeCells>'

    copied = marked(sheet(head + stranger, behind=merges), [Problem("f:3", "no", "F")])

    cells = sheet_of(copied)
    assert (cells["G1"].value, cells["G3"].value) == (
        "what happened",
        "refused: F3 no",
    )


def test_a_cell_that_only_has_a_style_is_kept_unless_something_is_said(xml):
    rows = texts(HEADER) + '<row r="2"><c r="A2" t="str"><v>a</v></c><c r="D2" s="1"/>'
    rows += '</row><row r="3"><c r="D3" s="1"/></row><row r="4"><c r="E4"/></row>'

    told = inside(xml(sheet(rows), (), {2: "recorded", 4: "there"}), "sheetData")

    assert told.endswith(
        f"</c>{said('D2', 'recorded')}</row>"
        '<row r="3"><c r="D3" s="1"/></row>'
        f'<row r="4">{said("D4", "there")}<c r="E4"/></row>'
    )


def test_an_earlier_report_is_told_anew_in_its_place(xml):
    rows = texts(
        ["target", "on", "What happened", "value"],
        ["a", "1", "refused: no", "2"],
        ["", "", "refused: no"],
        ["b", "3"],
    )
    earlier = RULE.format("B2 C2", 0)
    theirs = '<conditionalFormatting sqref="A1"><cfRule priority="2" type="x"/>'
    theirs += "</conditionalFormatting>"

    told = xml(sheet(rows, behind=earlier + theirs), [Problem("f:4", "no", "on")])

    assert "<cols>" not in told
    assert "What happened" in told
    one = "not recorded, because other rows were refused"
    assert re.findall("<t[^>]*>([^<]{9,})<", told)[1:] == [one, "refused: B4 no"]
    assert told.count("<cfRule") == 2
    assert told.partition("</sheetData>")[2] == (
        RULE.format("B4 C4", 0)
        + theirs.replace('priority="2" type="x"', 'type="x" priority="3"')
        + "</worksheet>"
    )


def test_other_rules_keep_their_order_behind_what_is_wrong(xml):
    rules = [f'<cfRule type="x" priority="{number}"/>' for number in range(1, 3001)]
    list_of = "<conditionalFormatting>{}</conditionalFormatting>".format

    told = xml(sheet(A + B, behind=list_of("".join(rules))), SOON)

    assert told.endswith(
        RULE.format("B3 D3", 0) + list_of("".join([*rules[1:], AFTER])) + "</worksheet>"
    )


def test_a_row_of_an_earlier_report_has_room_too(xml):
    rows = LATER + texts(["a", "1", "2", "no"], begin=2)

    told = xml(sheet(rows), [Problem("f:2", "x" * 150)])

    assert '<row r="2" ht="45" customHeight="1">' in told


def test_pieces_in_which_a_part_comes_make_no_difference(xml):
    rows = [["a", str(number), ""] for number in range(2, 3000)]
    told = dict.fromkeys(range(2, 3000), "recorded")

    copied = inside(xml(sheet(texts(HEADER, *rows)), (), told), "sheetData")

    expected = texts(*([*row, f"D{n}"] for n, row in enumerate(rows, 2)), begin=2)
    cell = r'<c t="inlineStr"><is><t>(D\d+)</t></is></c>'
    expected = re.sub(cell, lambda each: said(each[1], "recorded"), expected)
    assert copied.partition("</row>")[2] == expected


@pytest.mark.parametrize("size", [1, 2, 7])
def test_styles_may_come_in_pieces_of_any_size(size):
    whole = parts(formats=[14])[STYLES].replace("</sty", "<dxfs></dxfs></sty").encode()
    pieces = [whole[at : at + size] for at in range(0, len(whole), size)]

    in_pieces, at_once = marked_styles(pieces), marked_styles([whole])

    assert b"".join(in_pieces.content) == b"".join(at_once.content)
    assert (in_pieces.lines, in_pieces.bad) == (2, 0)


def test_wrong_cells_of_one_column_are_one_range_before_what_stands_behind(xml):
    behind = "<sheetProtection/><mergeCells/><dataValidations/><legacyDrawing/>"
    refused = [Problem(f"f:{line}", "no", "value") for line in (2, 3, 5)]

    told = xml(sheet(A + B, behind=behind), refused)

    rule = RULE.format("C2:C3 C5 D2:D3 D5", 0)
    assert told.partition("</sheetData>")[2] == (
        f"<sheetProtection/><mergeCells/>{rule}<dataValidations/><legacyDrawing/>"
        "</worksheet>"
    )


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ('<col min="1" max="3" width="9"/>', '<col min="1" max="3" width="9"/>' + OWN),
        ('<col min="5" max="5"/>', f'{OWN}<col min="5" max="5"/>'),
        ('<col min="4" max="4" hidden="1"></col>', OWN),
        (
            '<col min="2" max="16384" hidden="1"/>',
            f'<col min="2" hidden="1" max="3"/>{OWN}'
            '<col max="16384" hidden="1" min="5"/>',
        ),
    ],
)
def test_the_column_that_is_added_has_its_width_and_is_seen(xml, columns, expected):
    told = xml(sheet(A, before=f"<cols>{columns}</cols>"))

    assert inside(told, "cols") == expected


PANE = ' pane="x"'
CHOSEN = '<selection{} activeCell="B3" sqref="B3"/>'


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (
            '<sheetView workbookViewId="0"/>',
            '<sheetView workbookViewId="0" topLeftCell="A1">'
            f"{CHOSEN.format('')}</sheetView>",
        ),
        (
            '<sheetView><pane xSplit="2" ySplit="1" topLeftCell="C9" state="frozen"/>'
            '<selection pane="x" activeCell="A1" sqref="A1"/></sheetView>',
            '<sheetView><pane xSplit="2" ySplit="1" state="frozen" topLeftCell="C2"/>'
            f"{CHOSEN.format(PANE)}</sheetView>",
        ),
        (
            '<sheetView topLeftCell="A90"><selection/></sheetView>',
            f'<sheetView topLeftCell="A1">{CHOSEN.format("")}</sheetView>',
        ),
    ],
)
def test_the_first_problem_is_in_sight_and_selected(xml, view, expected):
    told = xml(sheet(A + B, before=f"<sheetViews>{view}</sheetViews>"), SOON)

    assert inside(told, "sheetViews") == expected


def test_a_sheet_tells_how_large_it_is(xml):
    told = xml(sheet(A, before='<dimension ref="A1:C2"/>'), [Problem("f:9", "no")])

    assert '<dimension ref="A1:D9"/>' in told


def test_a_part_may_have_a_name_for_its_tags(marked):
    plain = sheet(A + B)
    named = re.sub("<(/?)([a-z])", r"<\1x:\2", plain).replace("xmlns", "xmlns:x")

    copied = marked(named, SOON)

    cells = sheet_of(copied)
    assert (cells["A3"].value, cells["D3"].value) == (
        "b",
        WHY,
    )
    assert b"<c " not in parts_of(copied)[SHEET]


@pytest.mark.parametrize(
    "declared", ["", '<?xml version="1.0" encoding="windows-1251"?>']
)
def test_whatever_a_part_says_of_its_letters_they_are_right(xml, declared):
    told = xml(declared + sheet(A), [Problem("f:2", "өсім <&>", "on")])

    assert "refused: B2 &#1257;&#1089;&#1110;&#1084; &lt;&amp;&gt;<" in told


FORMULA = '<row r="2"><c r="D2"><f>1</f><v>1</v></c></row>'
OTHERS = {
    "no styles": (
        lambda it: it | {"xl/_rels/workbook.xml.rels": it["xl/_rels/workbook.xml.rels"]
                         .replace("/styles", "/x")},
        "has no styles",
    ),
    "empty styles": (
        lambda it: it | {STYLES: f'<styleSheet xmlns="{MAIN}"/>'},
        "has no styles",
    ),
    "a full sheet": (
        lambda it: it
        | {SHEET: sheet(A + '<row r="3"><c r="XFD3"><v>1</v></c></row>',
                        behind='<mergeCell ref="C9:XFC9"/>')},
        "has no column left for it",
    ),
    "UTF-16": (
        lambda it: it | {SHEET: sheet(A).encode("utf-16")},
        "has a part in UTF-16",
    ),
    "formulas": (
        lambda it: it | {SHEET: sheet(LATER + FORMULA)},
        "has formulas in its column of what happened",
    ),
    "no number": (
        lambda it: it | {SHEET: sheet(A, before='<cols><col min="x"/></cols>')},
        "has a part that has 'x' for a number",
    ),
    "a name without end": (
        lambda it: it | {SHEET: re.sub("<(/?)([a-z])", r"<\1ә:\2", sheet(A)).replace(
            "xmlns", "xmlns:ә")},
        "has a part that is written in an unusual way",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "message"), OTHERS.values(), ids=OTHERS)
def test_what_cannot_be_marked_says_why(marked, changed, message):
    with pytest.raises(UnmarkedError, match=f"^{re.escape(message)}$"):
        marked(changed(parts(sheet=sheet(A))), [Problem("f:2", "no")])


def test_a_workbook_with_a_damaged_picture_is_not_copied_whole(tmp_path):
    path, name = tmp_path / "f.xlsx", "xl/media/image1.png"
    packed(path, parts(), (name, Random(0).randbytes(100_000)))
    content = bytearray(path.read_bytes())
    content[content.index(name.encode()) + 50_000] ^= 1
    path.write_bytes(content)

    with (
        original(path, HowRead()) as found,
        pytest.raises(UnmarkedError, match="has a part that is damaged"),
    ):
        marked_book(found, Outcomes({}, {}))


def test_a_part_is_not_kept_in_mind_without_end():
    pieces = [b"<styleSheet xmlns='%s'><cellXfs>" % MAIN.encode(), *[b" " * 10**6] * 21]

    with pytest.raises(UnmarkedError, match="has a part that is too large"):
        marked_styles(pieces)


CELLS = st.lists(
    st.lists(st.text("абв <&>\"'=_x", max_size=5), min_size=3, max_size=3), max_size=4
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CELLS, st.sets(st.integers(1, 6)))
def test_an_import_reads_the_copy_as_it_read_the_file(marked, tmp_path, rows, wrong):
    escaped = [[each.replace("&", "&amp;").replace("<", "&lt;") for each in row]
               for row in rows]  # fmt: skip
    refused = [Problem(f"f:{line}", "no", "on") for line in wrong]

    (tmp_path / "r.xlsx").write_bytes(marked(sheet(texts(HEADER, *escaped)), refused))

    with (
        table(tmp_path / "f.xlsx", HowRead(), []) as before,
        table(tmp_path / "r.xlsx", HowRead(), []) as after,
    ):
        assert list(after.records) == list(before.records)
        assert list(after.names) == list(before.names)


FULL = sheet(
    A + B,
    before='<dimension ref="A1:C3"/><sheetViews><sheetView><pane ySplit="1" '
    'topLeftCell="A2" state="frozen"/><selection/></sheetView></sheetViews><cols>'
    '<col min="1" max="9" width="5"/></cols>',
    behind=f"<mergeCells/>{RULE.format('A1', 0)}<dataValidations/>",
)


def copy_of(path):
    try:
        with original(path, HowRead()) as found:
            return marked_book(found, Outcomes(refused_lines(SOON), {}))
    except (ActualsFileError, UnmarkedError):
        return None


@settings(max_examples=150)
@given(st.data())
def test_any_damage_is_copied_or_told(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    content = parts(sheet=FULL)
    part = data.draw(st.sampled_from([SHEET, STYLES]))
    whole = content[part]
    at = data.draw(st.integers(len("<worksheet"), len(whole)))
    damage = st.text("<>/\"'=:xrc1 ", max_size=4)
    cut = data.draw(st.integers(0, 30))
    content[part] = whole[:at] + data.draw(damage) + whole[at + cut :]
    packed(path, content)

    copied = copy_of(path)

    if copied is not None:
        path.write_bytes(copied)
        assert copy_of(path) is not None
