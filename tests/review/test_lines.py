"""The desk line by line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import quizfile
from quizgen.model import Quiz
from quizgen.review.desk import Desk
from quizgen.review.lines import run
from tests.review.test_desk import NOW, QUIZ
from tests.review.test_showing import HOSTILE


def session(*lines: str, quiz: Quiz = QUIZ) -> tuple[Desk, str]:
    """The desk after these lines, and all that was told."""
    desk = Desk(quiz, lambda: NOW, lambda quiz: None)
    waiting, told = list(lines), []
    run(desk, lambda prompt: waiting.pop(0) if waiting else None, told.append)
    return desk, "\n".join(told)


def test_keep_goes_on_to_the_next() -> None:
    desk, _ = session("k", "d")
    assert [q.status for q in desk.quiz.questions] == ["kept", "dropped", "new"]


def test_a_session_goes_on_where_the_last_one_ended() -> None:
    desk, _ = session("k", "d")
    assert [q.status for q in session("k", quiz=desk.quiz)[0].quiz.questions] == ["kept", "dropped", "kept"]


def test_a_number_goes_there() -> None:
    assert session("3", "k")[0].question("q3").status == "kept"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Q: How far is it?", "prompt", "How far is it?"),
        ("a: a mile", "answer", "a mile"),
        ("Also: a mile | 1 mi", "accepted", ("a mile", "1 mi")),
        ("Wrong: two miles|three miles", "distractors", ("two miles", "three miles")),
        ("Points: 3", "points", 3),
        ("Difficulty: hard", "difficulty", "hard"),
    ],
)
def test_a_line_of_notation_edits(line: str, name: str, value: object) -> None:
    assert getattr(session(line)[0].question("q1"), name) == value


def test_a_quote_can_be_given() -> None:
    assert session("> It is long.")[0].question("q1").evidence.quote == "It is long."


def test_edit_asks_for_each_field_and_leaves_what_is_left_empty() -> None:
    question = session("e", "", "a mile", ".", "", "2")[0].question("q1")
    assert question == QUIZ.questions[0]  # the input ended in the middle: nothing is half done
    question = session("e", "", "a mile", ".", "", "2", "", "")[0].question("q1")
    assert (question.prompt, question.answer, question.accepted, question.points) == (
        QUIZ.questions[0].prompt,
        "a mile",
        (),
        2,
    )


def test_a_question_of_her_own_is_added_behind() -> None:
    desk, _ = session("a", "Who paid?", "Bob", "Bob paid.")
    assert desk.quiz.questions[1].prompt == "Who paid?"


def test_undo_and_redo() -> None:
    assert session("d", "u")[0].quiz.questions[0].status == "new"
    assert session("d", "u", "r")[0].quiz.questions[0].status == "dropped"


def test_plus_moves_down() -> None:
    assert [q.id for q in session("+")[0].quiz.questions] == ["q2", "q1", "q3"]


def test_search_and_filter_narrow() -> None:
    assert "1 shown." in session("/bridge")[1]
    assert "1 shown." in session("f who")[1]
    assert "0 shown." in session("f dropped")[1]


def test_what_is_wrong_is_told_and_the_session_goes_on() -> None:
    desk, told = session("Points: many", "Difficulty: odd", "Q:", "hm", "f odd", "k")
    for sentence in (
        "Points are a whole number",
        "The difficulty is one of",
        "The question is empty",
        "That is no key",
    ):
        assert sentence in told
    assert desk.quiz.questions[0].status == "kept"


def test_leaving_leaves_the_rest_unread() -> None:
    assert session("q", "d")[0].quiz == QUIZ


def test_an_empty_quiz_can_be_begun() -> None:
    desk, told = session("k", "a", "Who?", "Ann", "", quiz=Quiz("New", ()))
    assert "No questions here." in told
    assert desk.quiz.questions[0].answer == "Ann"


def test_the_preview_shows_card_and_sheet() -> None:
    assert "1. How long is the bridge? (1 point)" in session("v")[1]


def test_nothing_told_is_obeyed_by_a_terminal() -> None:
    question = QUIZ.questions[0]
    quiz = Quiz(HOSTILE, (replace(question, prompt=HOSTILE, kind=HOSTILE, accepted=(HOSTILE,)),))
    _, told = session("l", "v", "f x", "e", *[""] * 7, "u", quiz=quiz)
    assert all(char.isprintable() or char == "\n" for char in told)


keys = st.sampled_from(
    [*"kdnpaeulrv+-?/f", "", "7", "Q: a", "A: b", "Also: c | d", "Points: 2", "> e", "f who", "."]
)


@given(st.lists(keys | st.text(max_size=8), max_size=25))
def test_no_input_breaks_the_session(lines: list[str]) -> None:
    desk, _ = session(*lines)
    assert quizfile.loads(quizfile.dumps(desk.quiz)) == desk.quiz
