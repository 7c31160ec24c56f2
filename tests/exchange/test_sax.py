"""XML that is read tag by tag, and XML without measure."""

from __future__ import annotations

import pytest

from tracker.exchange.sax import Sax, UnsoundXmlError
from tracker.exchange.workbook_zip import PIECE


def read(xml):
    """The tags of a part and its letters, in their order."""
    found = []
    content = xml if isinstance(xml, bytes) else xml.encode()
    sax = Sax(
        lambda name, attributes: found.append((name, attributes)),
        lambda name: found.append(f"/{name}"),
        found.append,
    )
    for _ in sax.read(content[at : at + PIECE] for at in range(0, len(content), PIECE)):
        pass
    return found


def test_tags_come_with_their_namespaces_and_letters_in_one_piece():
    xml = '<a xmlns="u" x="1">b&amp;c\nd<e/></a>'

    assert read(xml) == [
        ("u a", {"x": "1"}),
        "b&c\nd",
        ("u e", {}),
        "/u e",
        "/u a",
    ]


def test_a_part_may_be_in_either_encoding_of_a_workbook():
    xml = '<?xml version="1.0" encoding="UTF-16"?><a>ә</a>'

    assert read(xml.encode("utf-16")) == [("a", {}), "ә", "/a"]


def test_what_a_part_says_of_other_encodings_is_not_followed():
    assert read('<?xml version="1.0" encoding="hex"?><a/>') == [("a", {}), "/a"]


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        pytest.param("", "is no XML", id="nothing"),
        pytest.param("<a>", "is no XML", id="no end"),
        pytest.param("<a>&b;</a>", "is no XML", id="an entity that is nowhere"),
        pytest.param(
            '<!DOCTYPE a SYSTEM "b"><a/>',
            "declares a document type, which no workbook needs",
            id="a type",
        ),
        pytest.param("<a>" * 101, "is nested without end", id="depth"),
        pytest.param(
            f"<a b='{'x' * 1_100_000}'/>", "has a tag without end", id="a tag"
        ),
        pytest.param(
            f"<a><!--{'x' * 1_100_000}--></a>", "has a tag without end", id="a comment"
        ),
        pytest.param(
            "<a>" + "".join(f"<b x{n}='u'/>" for n in range(10_001)) + "</a>",
            "has names without end",
            id="attributes",
        ),
        pytest.param(
            "<a>" + "".join(f"<b xmlns:x{n}='u'/>" for n in range(10_001)) + "</a>",
            "has names without end",
            id="prefixes",
        ),
    ],
)
def test_xml_without_measure_is_refused(xml, message):
    with pytest.raises(UnsoundXmlError) as refused:
        read(xml)

    assert str(refused.value) == message


def test_a_prefix_may_be_declared_again_and_again():
    assert len(read("<a>" + "<b xmlns:x='u'/>" * 20_000 + "</a>")) == 40_002
