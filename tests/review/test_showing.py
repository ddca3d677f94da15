"""What the desk shows of a question is plain text and tells the proof."""

from dataclasses import replace

import pytest

from quizgen.model import Evidence, Question, Quiz, Source
from quizgen.review import showing
from tests.review.test_desk import BRIDGE, QUIZ

HOSTILE = "\x1b[31m[bold]<script>\u202e{{c1::x}}\x00[/bold]"


def test_the_answer_is_marked_in_its_sentence_in_its_paragraph() -> None:
    quote = BRIDGE.evidence.quote
    question = replace(BRIDGE, evidence=Evidence(quote, paragraph=f"It opened. {quote} It is red."))
    assert showing.passage(question) == [
        ("It opened. ", "around"),
        ("The bridge is ", "quote"),
        ("1.2 kilometres", "answer"),
        (" long.", "quote"),
        (" It is red.", "around"),
    ]


def test_another_right_answer_is_marked_where_the_answer_does_not_stand() -> None:
    question = replace(BRIDGE, answer="twelve hundred metres", accepted=("1.2 kilometres",))
    assert ("1.2 kilometres", "answer") in showing.passage(question)


def test_part_of_a_word_is_no_answer() -> None:
    question = Question("q", "who", "Who?", "Ann", Evidence("Annual dues."))
    assert showing.passage(question) == [("Annual dues.", "quote")]


def test_a_paragraph_without_the_quote_is_not_shown() -> None:
    question = replace(BRIDGE, evidence=Evidence("Ours.", paragraph="Theirs."))
    assert showing.passage(question) == [("Ours.", "quote")]


@pytest.mark.parametrize("name", ["prompt", "answer", "kind", "difficulty_reason"])
def test_hostile_text_is_shown_without_what_a_terminal_obeys(name: str) -> None:
    question = replace(
        BRIDGE, **{name: HOSTILE}, evidence=Evidence(HOSTILE, paragraph=HOSTILE), accepted=(HOSTILE,)
    )
    quiz = Quiz(HOSTILE, (question,), (Source("news", HOSTILE),))
    shown = [
        *showing.row(question),
        *(text for pair in showing.details(question) for text in pair),
        *(piece.text for piece in showing.passage(question)),
        *(part for text in showing.card(quiz, question) for part in text.split("\n")),
        *showing.sheet_line(quiz, question).split("\n"),
        showing.cite(quiz, question),
    ]
    assert all(text.isprintable() for text in shown)


def test_the_card_has_question_before_answer_proof_and_source() -> None:
    front, back = showing.card(QUIZ, BRIDGE)
    assert front == "How long is the bridge?"
    assert (
        back
        == "1.2 kilometres\n\nAlso accepted: 1,200 metres\n\n“The bridge is 1.2 kilometres long.”\n\n— News"
    )


def test_the_sheet_numbers_only_what_is_asked() -> None:
    quiz = replace(QUIZ, questions=(replace(BRIDGE, status="dropped"), *QUIZ.questions[1:]))
    assert showing.sheet_line(quiz, quiz.questions[0]).startswith("(not asked)")
    assert showing.sheet_line(quiz, quiz.questions[1]).startswith("1. Who built it? (1 point)")


def test_the_summary_counts_what_is_decided() -> None:
    quiz = replace(QUIZ, questions=(replace(BRIDGE, status="kept"), *QUIZ.questions[1:]))
    assert showing.summary(quiz) == "3 questions: 2 undecided, 1 kept"


def test_a_question_without_its_sentence_tells_what_was_decided_too() -> None:
    shown = dict(showing.details(replace(BRIDGE, vanished=True, status="kept")))
    assert shown["State"] == "its sentence is gone; kept"
