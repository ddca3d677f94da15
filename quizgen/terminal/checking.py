"""Does a quiz file mark fairly: every accepted answer is right, no distractor is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.model import Question
from quizgen.terminal.engine import Item, Mark


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
