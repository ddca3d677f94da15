"""Does a quiz file mark fairly: every accepted answer is right, no distractor is?

And what would it say of the answers that were given before it was changed?
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.model import Question, Quiz
from quizgen.terminal import engine, picking
from quizgen.terminal.engine import Item, Mark
from quizgen.terminal.marking import Marker
from quizgen.terminal.record import Logged

if TYPE_CHECKING:
    from quizgen.grading import Grade


@dataclass(frozen=True, slots=True)
class Check:
    """One marking that was tried.

    Attributes:
        right: the text ought to be right; else it ought not.
        verdict, reason: how it was marked.
    """

    question: Question
    text: str
    right: bool
    verdict: str
    reason: str

    @property
    def fair(self) -> bool:
        """It was marked as it ought to be."""
        return (self.verdict == "correct") == self.right


def check(item: Item, mark: Mark) -> Iterator[Check]:
    """Mark every answer and every distractor of a question."""
    question = item.question
    for right, texts in ((True, (question.answer, *question.accepted)), (False, question.distractors)):
        for text in texts:
            grade = mark(item, text)
            yield Check(question, text, right, grade.verdict, grade.reason)


def regraded(quiz: Quiz, name: str, logged: Iterable[Logged]) -> list[tuple[Logged, Grade]]:
    """The logged answers that a quiz, as it is now, marks otherwise, each with its new grade.

    Only what was typed in time is marked anew, under the rules of its session.
    """
    items = {item.question.id: item for item in picking.items(quiz, name)}
    marks = {strict: Marker({name: quiz}, strict=strict) for strict in (False, True)}
    changes: list[tuple[Logged, Grade]] = []
    for entry in logged:
        step, item = entry.attempt, items.get(entry.attempt.question)
        typed = step.action == "answer" and step.rating in (None, 4) and entry.mode == "typed"
        if item is None or not typed or step.reason == engine.TOO_LATE:
            continue
        grade = marks[entry.strict](item, step.typed)
        if (grade.verdict, grade.score) != (step.verdict, step.score) and grade.verdict != "empty":
            changes.append((entry, grade))
    return changes
