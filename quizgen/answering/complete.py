"""A chosen question gets what surrounds its answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen.answering.cloze import cloze
from quizgen.answering.difficulty import difficulty
from quizgen.answering.forms import accepted
from quizgen.answering.wrong import Rival, distractors
from quizgen.model import Contradiction, Question
from quizgen.persons import respelled

_NEAR = 400  # characters; a paragraph of news


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


def complete(
    questions: Sequence[Question], coverage: Coverage, right: Callable[[Question, str], bool] | None = None
) -> list[Question]:
    """The questions with accepted forms, distractors, cloze and difficulty.

    Args:
        questions: with prompt, answer and evidence.
        coverage: of the article they come from.
        right: tells whether the grading would take a wording for right; no wrong answer may be.
    """
    return [_completed(question, coverage, right) for question in questions]


def _completed(
    question: Question, coverage: Coverage, right: Callable[[Question, str], bool] | None
) -> Question:
    answer = question.answer
    for pair in coverage.contradictions:
        if pair.spelling:
            answer = respelled(answer, pair.other, pair.asked)
    names = coverage.names
    others = accepted(
        answer,
        question.kind,
        names=names,
        glosses=coverage.glosses,
        contradictions=coverage.contradictions,
        prompt=question.prompt,
    )
    if answer != question.answer and question.answer not in others:
        others = (question.answer, *others)
    asked = replace(question, answer=answer, accepted=others)
    wrong = distractors(
        answer,
        coverage.rivals,
        id=question.id,
        kind=question.kind,
        label=names.get(_bare(answer), ""),
        prompt=question.prompt,
        evidence=question.evidence.quote,
        coverage=coverage.text,
        accepted=others,
        right=None if right is None else lambda text: right(asked, text),
    )
    hard, reason = difficulty(
        answer,
        mentions=_mentions(answer, coverage),
        likes=_likes(question, coverage),
        headline=coverage.headlines,
    )
    return replace(
        asked,
        distractors=wrong,
        cloze=cloze(question.evidence.quote, question.answer),
        difficulty=hard,
        difficulty_reason=reason,
    )


def _bare(answer: str) -> str:
    return re.sub(r"^[Tt]he ", "", answer)


def _mentions(answer: str, coverage: Coverage) -> int:
    """How often the article names the answer, a person by the last name too; 1 for what is no name."""
    bare = _bare(answer)
    label = coverage.names.get(bare)
    if label is None:
        return 1
    word = bare.split()[-1] if label == "PERSON" else bare
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", coverage.text))


def _likes(question: Question, coverage: Coverage) -> int:
    """How many things of the same sort stand near the evidence, a paragraph before and behind."""
    label = coverage.names.get(_bare(question.answer), question.kind)
    at = max(coverage.text.find(question.evidence.quote), 0)
    near = coverage.text[max(at - _NEAR, 0) : at + len(question.evidence.quote) + _NEAR]
    likes = {rival.text for rival in coverage.rivals if rival.label == label and rival.text in near}
    return sum(text not in question.answer and question.answer not in text for text in likes)
