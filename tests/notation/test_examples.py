"""Examples in our notation: what they say, what is wrong with them, and that they survive writing."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import NotationError
from quizgen.notation import Example, Pair, read_examples, write_examples

BRIDGE = """\
# How long

Prose explains the rule.
Note: it may run over lines.

> The new bridge is 1.2 kilometres long.

Q: How long is the new bridge?
A: 1.2 kilometres
Also: 1,200 metres

Without its antecedent "it" would leave the reader guessing.

> It stands 40 metres
> tall.

> They opened it.
>
> It is 3 miles long.

Gap: "it" is not followed over paragraphs

Q: How long is the bridge?
A: 3 miles
"""


def test_a_passage_has_the_questions_below_it() -> None:
    first = read_examples(BRIDGE)[0]
    assert first.questions == (Pair("How long is the new bridge?", "1.2 kilometres", ("1,200 metres",)),)


def test_a_passage_without_questions_gives_none() -> None:
    assert read_examples(BRIDGE)[1] == Example("It stands 40 metres tall.", line=14)


def test_an_empty_quoted_line_parts_paragraphs() -> None:
    assert read_examples(BRIDGE)[2].passage == "They opened it.\n\nIt is 3 miles long."


def test_a_gap_says_why() -> None:
    assert [e.gap for e in read_examples(BRIDGE)] == ["", "", '"it" is not followed over paragraphs']


def test_a_passage_may_give_several_questions() -> None:
    text = "> Ann met Bob.\n\nQ: Who met Bob?\nA: Ann\n\nQ: Whom did Ann meet?\nA: Bob\n"
    assert [pair.answer for pair in read_examples(text)[0].questions] == ["Ann", "Bob"]


def test_windows_line_ends_and_a_byte_order_mark_are_no_harm() -> None:
    assert read_examples("\ufeff> A.\r\n\r\nQ: What?\r\nA: A\r\n")[0].questions == (Pair("What?", "A"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Q: Who?\nA: Ann\n", "line 1: a question without a passage"),
        ("> Ann.\n\nQ: Who?\n\n> Bob.\n", "line 3: this question has no answer"),
        ("> Ann.\n\nQ: Who?\n", "line 3: this question has no answer"),
        ("> Ann.\n\nA: Ann\n", "line 3: A: belongs to a question"),
        ("> Ann.\n\nQ: Who?\nA: Ann\nA: Bob\n", "line 5: a second A:"),
        ("> Ann.\n\nQ:\nA: Ann\n", "line 3: nothing stands behind Q:"),
        ("> Ann.\nand Bob.\n", "line 2: a line that belongs to the passage begins with >"),
        ("> Ann.\n\nQ: Who?\nA: Ann\nAlso Bob.\n", "line 5: this line belongs to no field"),
        ("> Ann.\n\nQ: Who?\nA: Ann\nAlos: Bob\n", "did you mean Also:?"),
        ("Gap: why\n", "line 1: Gap: belongs to a passage"),
        ("> Ann.\n\nGap:\n", "line 3: nothing stands behind Gap:"),
        ("<!-- for ever\n", "line 1: this comment has no end"),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_line(text: str, told: str) -> None:
    with pytest.raises(NotationError, match=r"^who\.md, line") as raised:
        read_examples(text, "who.md")
    assert told in str(raised.value)


words = (
    st.text(min_size=1, max_size=30).map(lambda s: " ".join(s.split())).filter(str.isprintable).filter(bool)
)
likely = st.sampled_from(
    ["Q: x", "A: y", "> z", "# t", "1. a", "- b", "\\*", "\\", "<b>", "&lt;", "-->", "Gap: g", "____"]
)
line = words | likely
examples = st.builds(
    Example,
    st.lists(line, min_size=1, max_size=2).map("\n\n".join),
    st.lists(st.builds(Pair, line, line, st.lists(line, max_size=2).map(tuple)), max_size=2).map(tuple),
    line | st.just(""),
)


@given(st.lists(examples, max_size=3))
def test_what_is_written_is_read_back_the_same(made: list[Example]) -> None:
    read = read_examples(write_examples(made))
    assert [(e.passage, e.questions, e.gap) for e in read] == [(e.passage, e.questions, e.gap) for e in made]


@given(st.text() | st.lists(line).map("\n".join))
def test_no_text_is_read_with_anything_but_a_sentence(text: str) -> None:
    with contextlib.suppress(NotationError):
        read_examples(text)
