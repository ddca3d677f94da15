"""`quizgen merge` as a teacher runs it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quizgen import quizfile
from quizgen.cli import app
from quizgen.editing import decided
from quizgen.errors import QuizFileError
from tests.updating.test_updating import CATS, COWS, DAY1, DOGS, quiz

TWIN = replace(DOGS, id="twin", prompt="How many dogs has the old town?")
SECOND = quiz(TWIN, COWS)


@pytest.fixture
def merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """The command over two quiz files."""
    monkeypatch.chdir(tmp_path)

    def run(*options: str, second=SECOND):  # type: ignore[no-untyped-def]
        quizfile.write(quiz(DOGS, CATS), Path("a.quiz.json"))
        quizfile.write(second, Path("b.quiz.json"))
        return CliRunner().invoke(app, ["merge", "a.quiz.json", "b.quiz.json", "-o", "c.quiz.json", *options])

    return run


def test_all_questions_are_there(merge) -> None:  # type: ignore[no-untyped-def]
    assert merge().exit_code == 0
    assert quizfile.read(Path("c.quiz.json")).questions == (DOGS, CATS, TWIN, COWS)


def test_near_identical_questions_stand_side_by_side(merge) -> None:  # type: ignore[no-untyped-def]
    line = next(line for line in merge().output.splitlines() if "How many dogs" in line)
    assert line.count("How many dogs") == 2


def test_repeats_can_be_dropped(merge) -> None:  # type: ignore[no-untyped-def]
    merge("--drop-repeats")
    assert [q.id for q in quizfile.read(Path("c.quiz.json")).asked] == [DOGS.id, CATS.id, COWS.id]


def test_the_one_she_kept_is_not_dropped(merge) -> None:  # type: ignore[no-untyped-def]
    merge("--drop-repeats", second=quiz(decided(TWIN, "kept", DAY1)))
    assert [q.id for q in quizfile.read(Path("c.quiz.json")).asked] == [CATS.id, "twin"]


def test_scripts_get_json(merge) -> None:  # type: ignore[no-untyped-def]
    told = json.loads(merge("--json").output)
    assert (told["questions"], told["nearly_the_same"]) == (4, [[DOGS.id, "twin"]])


def test_different_decisions_are_shown(merge) -> None:  # type: ignore[no-untyped-def]
    quizfile.write(quiz(decided(DOGS, "kept", DAY1)), Path("k.quiz.json"))
    quizfile.write(quiz(decided(DOGS, "dropped", DAY1)), Path("d.quiz.json"))
    result = CliRunner().invoke(app, ["merge", "k.quiz.json", "d.quiz.json", "-o", "c.quiz.json"])
    assert "Decided differently: the first stands" in result.output


def test_a_quiz_that_cannot_be_read_leaves_the_output_alone(merge) -> None:  # type: ignore[no-untyped-def]
    merge()
    before = Path("c.quiz.json").read_bytes()
    Path("b.quiz.json").write_text("{")
    result = CliRunner().invoke(app, ["merge", "a.quiz.json", "b.quiz.json", "-o", "c.quiz.json"])
    assert isinstance(result.exception, QuizFileError)
    assert Path("c.quiz.json").read_bytes() == before


def test_one_quiz_is_wrong_usage(merge) -> None:  # type: ignore[no-untyped-def]
    merge()
    assert CliRunner().invoke(app, ["merge", "a.quiz.json", "-o", "c.quiz.json"]).exit_code == 2
