"""A quiz in our notation: nothing is lost on the way to a text editor and back, and no change goes unseen."""

import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from quizgen.errors import NotationError
from quizgen.model import Evidence, Question, Quiz, Source
from quizgen.notation import is_quiz, read_quiz, write_quiz
from tests.quizzes import quizzes

THEN, NOW = "2026-11-20T08:00:00Z", "2026-11-22T08:00:00Z"
QUIZ = Quiz(
    "Bridges",
    (
        Question(
            "q1",
            "how_long",
            "How long is the bridge?",
            "1.2 kilometres",
            Evidence("The bridge is 1.2 kilometres long.", 10, 44),
            accepted=("1,200 metres",),
            cloze="The bridge is ____ long.",
            source="bridge",
            created=THEN,
            modified=THEN,
        ),
        Question(
            "q2",
            "who",
            "Who built it?",
            "Ann",
            Evidence("Ann built it.", 50, 63),
            source="bridge",
            modified=THEN,
        ),
    ),
    (Source("bridge", "A new bridge", url="https://news.example/bridge"),),
)
WRITTEN = write_quiz(QUIZ)


def changed(old: str, new: str) -> Question:
    """The first question after a change in the text editor."""
    assert old in WRITTEN
    return read_quiz(WRITTEN.replace(old, new, 1), "quiz.md", NOW).quiz.questions[0]


@given(quizzes)
def test_what_is_written_is_read_back_the_same(quiz: Quiz) -> None:
    read = read_quiz(write_quiz(quiz), "quiz.md", NOW)
    assert read.quiz == quiz
    assert read.deleted == ()


@given(quizzes)
def test_a_viewer_shows_plain_text_only(quiz: Quiz) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).disable("linkify").render(write_quiz(quiz))
    shown = re.sub(r"<!--.*?-->", "", shown)
    assert set(re.findall(r"<[^>]*>", shown)) <= {
        "<h1>",
        "</h1>",
        "<p>",
        "</p>",
        "<blockquote>",
        "</blockquote>",
    }


@given(quizzes)
def test_nothing_written_is_obeyed_by_a_terminal(quiz: Quiz) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", write_quiz(quiz))


@given(quizzes)
def test_a_quiz_is_told_from_coverage(quiz: Quiz) -> None:
    assert is_quiz(write_quiz(quiz))


def test_coverage_is_no_quiz() -> None:
    assert not is_quiz("# News\n\n> A quote\n\nText: Q and A. Q: Really?\n")


def test_a_quiz_by_hand_is_a_quiz() -> None:
    assert is_quiz("> Ann met Bob.\n\nQ: Who met Bob?\nA: Ann\n")


def test_another_wording_makes_a_question_edited_and_newer() -> None:
    question = changed("How long is the bridge?", "What is the length of the bridge?")
    assert (question.status, question.modified, question.id) == ("edited", NOW, "q1")


def test_another_answer_makes_another_cloze() -> None:
    assert changed("A: 1.2 kilometres", "A: 1.2 kilometres long").cloze == "The bridge is ____."


def test_another_quote_forgets_the_place() -> None:
    assert changed("> The bridge is", "> That bridge is").evidence == Evidence(
        "That bridge is 1.2 kilometres long.", 0, 0
    )


def test_another_accepted_answer_makes_a_question_edited() -> None:
    question = changed("Also: 1,200 metres", "Also: 1,200 metres\nAlso: 1200 m")
    assert (question.status, question.accepted) == ("edited", ("1,200 metres", "1200 m"))


def test_a_decision_alone_leaves_the_time_of_the_last_change() -> None:
    question = changed("Status: new", "Status: kept")
    assert (question.status, question.modified) == ("kept", THEN)


def test_a_drop_moves_the_time_of_the_last_change_on() -> None:
    question = changed("Status: new", "Status: dropped")
    assert (question.status, question.modified) == ("dropped", NOW)


def test_a_dropped_question_stays_dropped_when_its_words_change() -> None:
    dropped = WRITTEN.replace("Status: new", "Status: dropped", 1).replace("Q: How long", "Q: How very long")
    assert read_quiz(dropped, "quiz.md", NOW).quiz.questions[0].status == "dropped"


def test_the_order_of_the_file_is_the_order_of_the_quiz() -> None:
    first, second = WRITTEN.index("> The bridge"), WRITTEN.index("> Ann")
    end = WRITTEN.rindex("<!-- quizgen")
    swapped = WRITTEN[:first] + WRITTEN[second:end] + WRITTEN[first:second] + WRITTEN[end:]
    assert [q.id for q in read_quiz(swapped, "quiz.md", NOW).quiz.questions] == ["q2", "q1"]


def test_a_question_taken_out_is_told_by_its_id() -> None:
    first, second = WRITTEN.index("> The bridge"), WRITTEN.index("> Ann")
    assert read_quiz(WRITTEN[:first] + WRITTEN[second:], "quiz.md", NOW).deleted == ("q1",)


def test_a_question_written_between_is_the_teachers_own() -> None:
    mine = WRITTEN.replace("> Ann", "> Bob paid.\n\nQ: Who paid?\nA: Bob\n\n> Ann", 1)
    question = read_quiz(mine, "quiz.md", NOW).quiz.questions[1]
    assert (question.status, question.cloze, question.source, question.created) == (
        "added",
        "____ paid.",
        "bridge",
        NOW,
    )


def test_hard_wrapped_quotes_and_blank_lines_change_nothing() -> None:
    wrapped = (
        WRITTEN.replace("> The bridge is", "> The bridge\n> is")
        .replace("\nA: ", "\n\nA: ")
        .replace("\n", "\r\n")
    )
    assert read_quiz(wrapped, "quiz.md", NOW).quiz == QUIZ


def test_a_quiz_by_hand_needs_neither_comments_nor_sources() -> None:
    quiz = read_quiz("# Mine\n\nQ: Who?\nA: Ann\n\n> Bob did.\n\nQ: Who did?\nA: Bob\n", "quiz.md", NOW).quiz
    assert [(q.prompt, q.evidence.quote, q.status) for q in quiz.questions] == [
        ("Who?", "", "added"),
        ("Who did?", "Bob did.", "added"),
    ]


def test_a_quiz_without_a_heading_is_called_like_its_file() -> None:
    assert read_quiz("Q: Who?\nA: Ann\n", "week 3.md", NOW).quiz.title == "week 3"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Points: 1", "Points: many", '"points" should be a whole number'),
        ("Status: new", "Status: fine", '"status" should be one of'),
        ("Difficulty: medium", "Dificulty: medium", "did you mean Difficulty:?"),
        ('<!-- quizgen {"id"', '<!-- quizgen {id"', "comment is damaged"),
        ('"quality": 0.5', '"quality": "high"', '"quality" should be a number'),
        ("A: 1.2 kilometres\n", "", "has no answer"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(old: str, new: str, told: str) -> None:
    with pytest.raises(NotationError, match=r"^quiz\.md, line \d+") as raised:
        changed(old, new)
    assert told in str(raised.value)
