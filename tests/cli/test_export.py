"""`quizgen export`."""

from pathlib import Path

import pytest

from quizgen import quizfile
from quizgen.model import Evidence, Question, Quiz, Source

from .conftest import Quizgen, one_sentence

QUIZ = Quiz(
    "Bridges",
    (
        Question("q1", "how_long", "How long is it?", "1.2 kilometres", Evidence("It is 1.2 kilometres long."), source="s"),
        Question("q2", "who", "Who opened it?", "Maria Lopez", Evidence("Maria Lopez opened it."), source="s"),
    ),
    (Source("s", "The bridge"),),
)  # fmt: skip


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    quizfile.write(QUIZ, tmp_path / "a.quiz.json")
    return Path("a.quiz.json")


@pytest.mark.parametrize("suffix", ["html", "md", "apkg", "tsv"])
def test_the_suffix_chooses_the_exporter(quizgen: Quizgen, quiz: Path, suffix: str) -> None:
    assert quizgen("export", quiz, "-o", f"a.{suffix}").code == 0
    assert Path(f"a.{suffix}").stat().st_size > 0


def test_options_reach_the_exporter(quizgen: Quizgen, quiz: Path) -> None:
    quizgen("export", quiz, "-o", "a.html", "--title", "Monday", "--kinds", "who", "--sheet", "student")
    page = Path("a.html").read_text()
    assert "Monday" in page
    assert "Who opened it?" in page
    assert "How long is it?" not in page
    assert "Maria Lopez" not in page


def test_an_option_the_exporter_does_not_have_is_refused_with_those_that_do(
    quizgen: Quizgen, quiz: Path
) -> None:
    result = quizgen("export", quiz, "-o", "a.html", "--deck", "Biology")
    assert result.code == 2
    assert "--deck does nothing for .html: only .apkg and .tsv have it." in result.err
    assert not Path("a.html").exists()


def test_an_option_that_one_of_several_outputs_has_is_accepted(quizgen: Quizgen, quiz: Path) -> None:
    assert quizgen("export", quiz, "-o", "a.html", "-o", "a.apkg", "--deck", "Biology").code == 0


def test_a_dash_prints_the_notation(quizgen: Quizgen, quiz: Path) -> None:
    assert "Q: Who opened it?\nA: Maria Lopez\n" in quizgen("export", quiz, "-o", "-").out


def test_several_quizzes_are_no_text_in_our_notation(quizgen: Quizgen, quiz: Path) -> None:
    assert "quizgen merge" in one_sentence(quizgen("export", quiz, quiz, "-o", "a.md"))


def test_an_unknown_suffix(quizgen: Quizgen, quiz: Path) -> None:
    assert "did you mean .apkg?" in one_sentence(quizgen("export", quiz, "-o", "a.akpg"))


def test_a_missing_quiz_file(quizgen: Quizgen) -> None:
    assert "b.quiz.json" in one_sentence(quizgen("export", "b.quiz.json", "-o", "a.html"))


def test_an_output_that_cannot_be_written(quizgen: Quizgen, quiz: Path) -> None:
    Path("taken").write_text("a file, not a folder")
    assert "taken" in one_sentence(quizgen("export", quiz, "-o", "taken/a.html"))
