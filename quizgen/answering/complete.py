"""A chosen question gets what surrounds its answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen.answering.cloze import cloze
from quizgen.answering.difficulty import difficulty
from quizgen.answering.forms import accepted
from quizgen.answering.wrong import Rival, distractors
from quizgen.grading import grade
from quizgen.model import Contradiction, Question


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the whole article offers to its questions.

    Attributes:
        text: all paragraphs; headlines: title and headings.
        names: every name, with spaCy's label of it; glosses: acronym → expansion.
        rivals: what could be an answer; contradictions: spellings among them.
    """

    text: str
    headlines: str
    names: Mapping[str, str]
    glosses: Mapping[str, str]
    rivals: Sequence[Rival]
    contradictions: Sequence[Contradiction] = ()


def complete(questions: Sequence[Question], coverage: Coverage) -> list[Question]:
    """The questions with accepted forms, distractors, cloze and difficulty."""
    kinds = Counter(question.kind for question in questions)
    return [_completed(question, coverage, kinds[question.kind]) for question in questions]


def _completed(question: Question, coverage: Coverage, likes: int) -> Question:
    others = accepted(
        question.answer,
        question.kind,
        names=coverage.names,
        glosses=coverage.glosses,
        contradictions=coverage.contradictions,
    )
    wrong = distractors(
        question.answer,
        coverage.rivals,
        id=question.id,
        kind=question.kind,
        label=coverage.names.get(question.answer, ""),
        prompt=question.prompt,
        evidence=question.evidence.quote,
        coverage=coverage.text,
        accepted=others,
        right=lambda typed: (
            grade(typed, question.answer, others, prompt=question.prompt).verdict in {"correct", "partial"}
        ),
    )
    hard, reason = difficulty(
        question.answer,
        mentions=coverage.text.count(question.answer),
        likes=likes,
        headline=coverage.headlines,
    )
    return replace(
        question,
        accepted=others,
        distractors=wrong,
        cloze=cloze(question.evidence.quote, question.answer),
        difficulty=hard,
        difficulty_reason=reason,
    )
