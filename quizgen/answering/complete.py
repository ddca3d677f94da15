"""A chosen question gets what surrounds its answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen.answering.cloze import cloze
from quizgen.answering.difficulty import difficulty
from quizgen.answering.forms import accepted
from quizgen.answering.wrong import Rival, distractors
from quizgen.grading import grade
from quizgen.model import Contradiction, Question

_NEAR = 400  # characters; a paragraph of news
# Wrong answers come from so many characters and so many other answers around the evidence.
_AROUND = 20_000
_RIVALS = 400


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the whole article offers to its questions.

    Attributes:
        text: all paragraphs; headlines: title and headings.
        names: every name, with spaCy's label of it; glosses: acronym → expansion.
        rivals: what could be an answer; contradictions: names in two spellings, figures with two values.
        year: when the coverage was published, "" if that is not known.
    """

    text: str
    headlines: str
    names: Mapping[str, str]
    glosses: Mapping[str, str]
    rivals: Sequence[Rival]
    contradictions: Sequence[Contradiction] = ()
    year: str = ""


def complete(questions: Sequence[Question], coverage: Coverage) -> list[Question]:
    """The questions with accepted forms, distractors, cloze and difficulty."""
    spelt = [pair for pair in coverage.contradictions if pair.spelling]
    rivals = [rival for rival in coverage.rivals if not any(pair.other in rival.text for pair in spelt)]
    placed = sorted((coverage.text.find(rival.text), n, rival) for n, rival in enumerate(rivals))
    return [_completed(question, coverage, _nearby(question, coverage, placed)) for question in questions]


def _nearby(question: Question, coverage: Coverage, placed: Sequence[tuple[int, int, Rival]]) -> Coverage:
    """The text and the rivals around the evidence: of an article as long as a book, its chapter."""
    at = max(coverage.text.find(question.evidence.quote), 0)
    middle = bisect_left(placed, at, key=lambda place: place[0])
    first = max(min(middle - _RIVALS // 2, len(placed) - _RIVALS), 0)
    return replace(
        coverage,
        text=coverage.text[max(at - _AROUND, 0) : at + _AROUND],
        rivals=[rival for _, _, rival in placed[first : first + _RIVALS]],
    )


def _completed(question: Question, article: Coverage, coverage: Coverage) -> Question:
    answer = question.answer
    names = coverage.names
    others = accepted(
        answer,
        question.kind,
        names=names,
        glosses=coverage.glosses,
        contradictions=coverage.contradictions,
        prompt=question.prompt,
    )
    asked = replace(question, accepted=others)
    wrong = distractors(
        answer,
        coverage.rivals,
        id=question.id,
        kind=question.kind,
        label=_label(answer, coverage),
        prompt=question.prompt,
        evidence=question.evidence.quote,
        coverage=f"{coverage.text}\n{coverage.year}",
        accepted=(*others, *(pair.other for pair in coverage.contradictions if pair.asked == answer)),
        right=lambda typed: _is_right(asked, typed),
    )
    hard, reason = difficulty(
        answer,
        mentions=_mentions(answer, article),
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


def _is_right(question: Question, typed: str) -> bool:
    """Whether a learner who types this is right, or half right."""
    marked = grade(typed, question.answer, question.accepted, prompt=question.prompt)
    return marked.verdict in {"correct", "partial"}


def _bare(answer: str) -> str:
    return re.sub(r"^[Tt]he ", "", answer)


def _label(answer: str, coverage: Coverage) -> str:
    """SpaCy's label of a name, also of a person called by the last name; "" for what is no name."""
    bare = _bare(answer)
    city = re.fullmatch(r"([A-Z][^,]+), [A-Z][^,]+", bare)
    if city and coverage.names.get(city[1]) in {"GPE", "LOC"}:
        return "GPE"
    if bare in coverage.names:
        return coverage.names[bare]
    surname = any(label == "PERSON" and name.endswith(f" {bare}") for name, label in coverage.names.items())
    return "PERSON" if surname and " " not in bare else ""


def _mentions(answer: str, coverage: Coverage) -> int:
    """How often the article names the answer, a person by the last name too; 1 for what is no name."""
    bare = _bare(answer)
    label = _label(answer, coverage)
    if not label:
        return 1
    word = bare.split()[-1] if label == "PERSON" else bare
    return coverage.text.count(word)


def _likes(question: Question, coverage: Coverage) -> int:
    """How many things of the same sort stand near the evidence, a paragraph before and behind."""
    label = _label(question.answer, coverage) or question.kind
    at = max(coverage.text.find(question.evidence.quote), 0)
    near = coverage.text[max(at - _NEAR, 0) : at + len(question.evidence.quote) + _NEAR]
    likes = {rival.text for rival in coverage.rivals if rival.label == label and rival.text in near}
    return sum(text not in question.answer and question.answer not in text for text in likes)
