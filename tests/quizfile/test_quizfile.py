"""The quiz file keeps what it is given, tells what is wrong with it, and fits its published schema."""

import contextlib
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import quizfile
from quizgen.errors import QuizFileError
from quizgen.model import Evidence, Question, Quiz
from tests.quizzes import quizzes

HOSTILE = (
    "<script>alert(1)</script> {{c1::x}} =cmd|'/c calc'!A1 \x1b[31m \u202eevil\u202c \x00 \u2028 \\ \" é 🚀"
)

SCHEMA = json.loads(quizfile.SCHEMA.read_text("utf-8"))
SMALL = {
    "schema": "quizgen-quiz/1",
    "title": "T",
    "questions": [{"id": "q1", "prompt": "Who?", "answer": "She"}],
}


def small(**changes: object) -> str:
    return json.dumps({**SMALL, "questions": [{**SMALL["questions"][0], **changes}]})


@given(quizzes)
def test_what_is_written_is_read_back_the_same(quiz: Quiz) -> None:
    assert quizfile.loads(quizfile.dumps(quiz)) == quiz


@given(quizzes)
def test_what_is_written_fits_the_published_schema(quiz: Quiz) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(quizfile.dumps(quiz)))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_smallest_file_by_hand_fits_the_schema_and_is_read() -> None:
    jsonschema.validate(SMALL, SCHEMA)
    assert quizfile.loads(json.dumps(SMALL)).questions[0].points == 1


@given(quizzes)
def test_the_same_quiz_gives_the_same_text_again(quiz: Quiz) -> None:
    once = quizfile.dumps(quiz)
    assert quizfile.dumps(quizfile.loads(once)) == once


def test_hostile_text_goes_through_a_file_unchanged(tmp_path: Path) -> None:
    quiz = Quiz(HOSTILE, (Question("q1", "who", HOSTILE, HOSTILE, Evidence(HOSTILE)),))
    quizfile.write(quiz, tmp_path / "a.quiz.json")
    assert quizfile.read(tmp_path / "a.quiz.json") == quiz


def test_half_a_character_becomes_a_replacement_character(tmp_path: Path) -> None:
    quizfile.write(Quiz("a\ud800b", ()), tmp_path / "a.quiz.json")
    assert quizfile.read(tmp_path / "a.quiz.json").title == "a\ufffdb"


def test_a_question_without_an_id_is_the_teachers_own() -> None:
    question = quizfile.loads(
        json.dumps({**SMALL, "questions": [{"prompt": "Who?", "answer": "She"}]})
    ).questions[0]
    assert (question.status, question.kind, question.id[:1]) == ("added", "own", "q")


def test_ids_minted_on_reading_are_the_same_at_each_reading() -> None:
    made = json.dumps({**SMALL, "questions": [{"prompt": "Who?", "answer": "She"}] * 3})
    ids = [q.id for q in quizfile.loads(made).questions]
    assert len(set(ids)) == 3
    assert [q.id for q in quizfile.loads(made).questions] == ids


def test_a_copied_question_gets_an_id_of_its_own_and_the_first_keeps_it() -> None:
    twice = json.dumps({**SMALL, "questions": SMALL["questions"] * 2})
    first, second = quizfile.loads(twice).questions
    assert first.id == "q1"
    assert second.id != "q1"


def test_a_time_written_in_another_form_is_read_as_utc() -> None:
    assert (
        quizfile.loads(small(modified="2026-11-22T09:00:00.5+01:00")).questions[0].modified
        == "2026-11-22T08:00:00Z"
    )


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.quiz.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(SMALL).encode())
    assert quizfile.read(path).title == "T"


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ("", "line 1, column 1"),
        ("[]", "not a quiz file of quizgen"),
        ('{"questions": []}', "not a quiz file of quizgen"),
        ('{"schema": "quizgen-quiz/2"}', "newer quizgen"),
        ('{"schema": "quizgen-quiz/x"}', "not a quiz file of quizgen"),
        ('{"schema": "quizgen-quiz/1", "titel": "T"}', 'did you mean "title"?'),
        ('{"schema": "quizgen-quiz/1", "questions": [3]}', "question 1 should be an object"),
        ('{"schema": "quizgen-quiz/1", "questions": {}}', '"questions" should be a list'),
        (small(promt="Who?"), 'did you mean "prompt"?'),
        (small(zzz="Who?"), 'a field "zzz"'),
        (small(prompt=" "), 'has no "prompt"'),
        (small(answer=3), '"answer" should be text in quotes, not 3.'),
        (small(points=True), '"points" should be a whole number'),
        (small(quality=2), '"quality" should be a number from 0 to 1'),
        (small(status="loved"), '"status" should be one of new, kept, edited, added, dropped, not "loved".'),
        (small(accepted="Her"), '"accepted" should be a list of texts'),
        (small(evidence="She did."), "evidence should be an object"),
        (small(modified="yesterday"), '"modified" should be a time'),
        (small(quality=0.5).replace("0.5", "NaN"), "not a quiz file"),
        ("[" * 100_000, "not a quiz file"),
        (json.dumps(SMALL)[:-9], "no whole quiz file"),
    ],
)
def test_what_is_wrong_with_a_file_is_one_sentence_with_its_place(made: str, told: str) -> None:
    with pytest.raises(QuizFileError, match=r"^a\.quiz\.json\b") as raised:
        quizfile.loads(made, "a.quiz.json")
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(QuizFileError, match="There is no quiz file"):
        quizfile.read(tmp_path / "none.quiz.json")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(QuizFileError, match="is a folder"):
        quizfile.read(tmp_path)


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.quiz.json").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    with pytest.raises(QuizFileError, match="no UTF-8 text"):
        quizfile.read(tmp_path / "a.quiz.json")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(QuizFileError, match="can't be written"):
        quizfile.write(Quiz("T", ()), tmp_path / "file" / "a.quiz.json")


@given(st.text())
def test_no_text_is_read_with_anything_but_a_sentence(text: str) -> None:
    with contextlib.suppress(QuizFileError):
        quizfile.loads(text)
