"""Letters that were lost, hidden or swapped for others are told, and never mended."""

from __future__ import annotations

import pytest

from tracker.exchange.letters import fault_of_key, lost, skeletons

KNOWN = skeletons(["schools", "it", "camp-vouchers", "homes"])
LOST = "has ? for letters that were lost on saving; save the file as CSV UTF-8"


@pytest.mark.parametrize(
    "text", ["?аза?стан", "о?у орны", "???????", "?ткізу", "министрлік ???"]
)
def test_question_marks_in_words_are_letters_that_were_lost(text):
    assert lost(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Когда?", "Когда? Завтра", "Really??", "", "?", "Білім министрлігі"),
        *("https://x.kz/?id=1", "x.kz/a?b=???", "так (или нет?)"),
    ],
)
def test_questions_and_web_addresses_have_question_marks_of_their_own(text):
    assert not lost(text)


@pytest.mark.parametrize("column", ["source", "note", "author", "item"])
def test_a_text_whose_letters_were_lost_is_refused(problems, column):
    text = f"target,on,value,{column}\nschools,today,40,?аза?стан\n"

    assert problems(text) == [f"f.csv:2: the {column} {LOST}"]


def test_what_was_exported_is_as_it_was_recorded(reading):
    (row,) = reading("target,on,value,note,id\nschools,today,40,a ?b ???,schools#1\n")

    assert row.actual.note == "a ?b ???"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("о?у", f"the key 'о?у' {LOST}", id="lost"),
        pytest.param(
            "s\u0441hools",
            "no target 's\u0441hools': '\u0441' in it (U+0441) is Cyrillic; "
            "did you mean schools?",
            id="one Cyrillic letter",
        ),
        pytest.param(
            "\u0406\u0422",
            "no target '\u0406\u0422': '\u0406' in it (U+0406) is Cyrillic; "
            "did you mean it?",
            id="all of it Cyrillic",
        ),
        pytest.param(
            "\u04bbomes",
            "no target '\u04bbomes': '\u04bb' in it (U+04BB) is Cyrillic; "
            "did you mean homes?",
            id="a Kazakh letter",
        ),
        pytest.param(
            "sch\u03bfols",
            "no target 'sch\u03bfols': '\u03bf' in it (U+03BF) is Greek; "
            "did you mean schools?",
            id="a Greek letter",
        ),
        pytest.param(
            "Camp-Vouchers",
            "no target 'Camp-Vouchers'; did you mean camp-vouchers?",
            id="another case",
        ),
        pytest.param(
            "camp\u2013vouchers",
            "no target 'camp\u2013vouchers'; did you mean camp-vouchers?",
            id="a dash",
        ),
        pytest.param(
            "ministry-\u0436",
            "no target 'ministry-\u0436': '\u0436' in it (U+0436) is Cyrillic; "
            "write it in one alphabet",
            id="two alphabets",
        ),
        pytest.param(
            "camp\u200b-vouchers",
            "the key 'camp\\u200b-vouchers' holds the hidden character U+200B; "
            "did you mean camp-vouchers?",
            id="a space of no width",
        ),
        pytest.param(
            "cam\u00adps",
            "the key 'cam\\xadps' holds the hidden character U+00AD; remove it",
            id="a soft hyphen",
        ),
        pytest.param(
            "camp vouchers",
            "the key 'camp vouchers' holds a space; remove it",
            id="a space",
        ),
    ],
)
def test_what_is_wrong_with_the_letters_of_a_key_is_told(key, said):
    assert fault_of_key(key, KNOWN) == said


@pytest.mark.parametrize("key", ["no-such", "\u0436\u0430\u04a3\u0430", "schools2"])
def test_a_key_of_one_alphabet_that_looks_like_no_other_has_sound_letters(key):
    assert fault_of_key(key, KNOWN) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u04e8", "\u0398"),
        ("\u0456", "i"),
        ("\u04ba", "H"),
        ("\u0421\u041e\u0420", "cop"),
    ],
)
def test_letters_that_look_alike_have_one_skeleton(one, other):
    assert skeletons([one]).keys() == skeletons([other]).keys()


def test_spaces_around_a_key_and_its_composition_are_no_matter(reading):
    (row,) = reading("target,on,value,note\n\u00a0schools  ,today,40,и\u0306\n")

    assert (row.key, row.actual.note) == ("schools", "й")
