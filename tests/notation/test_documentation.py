"""What docs/editing.md shows can be built."""

import re
from pathlib import Path

from quizgen.notation import is_quiz, read_quiz

TEXT = (Path(__file__).parents[2] / "docs/editing.md").read_text("utf-8")
SHOWN = re.findall(r"```markdown\n(.*?)```", TEXT, re.DOTALL)[0]


def test_the_example_is_read_as_it_says() -> None:
    assert is_quiz(SHOWN)
    quiz = read_quiz(SHOWN, "quiz.md", "2026-11-22T08:00:00Z").quiz
    question = quiz.questions[0]
    assert (quiz.title, question.accepted, question.points, question.status) == (
        "Bridges",
        ("1,200 metres",),
        2,
        "added",
    )
