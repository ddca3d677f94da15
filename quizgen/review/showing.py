"""How the desk shows a question: as plain text, whatever the coverage holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, NamedTuple

from quizgen.model import Question, Quiz
from quizgen.plaintext import plain
from quizgen.review.desk import state

MARKS = {"undecided": " ", "kept": "+", "edited": "~", "own": "*", "dropped": "x", "vanished": "?"}
"""What stands before a question in the list, told in `LEGEND`; symbols, for those who see no colours."""
LEGEND = "+ kept   ~ edited   * your own   x dropped   ? sentence gone"


class Piece(NamedTuple):
    """A stretch of text and what it is."""

    text: str
    role: Literal["around", "quote", "answer"]


def passage(question: Question) -> list[Piece]:
    """The paragraph with the quote and, in it, the answer told apart; the quote alone if that is all."""
    quote = plain(question.evidence.quote)
    paragraph = plain(question.evidence.paragraph)
    before, _, after = paragraph.partition(quote) if quote and quote in paragraph else ("", "", "")
    pieces = [Piece(before, "around"), *_marked(quote, question), Piece(after, "around")]
    return [piece for piece in pieces if piece.text]


def _marked(quote: str, question: Question) -> list[Piece]:
    """The quote with its answer, or another right one if the answer's own words are not there."""
    for answer in (question.answer, *question.accepted):
        words = plain(answer).split()
        if words:
            inside = r"\s+".join(map(re.escape, words))
            parts = re.split(rf"(?<!\w)({inside})(?!\w)", quote, flags=re.IGNORECASE)
            if len(parts) > 1:
                return [Piece(part, "answer" if n % 2 else "quote") for n, part in enumerate(parts)]
    return [Piece(quote, "quote")]


def row(question: Question) -> tuple[str, str, str, str]:
    """A line of the list: mark, kind, quality in per cent, question."""
    return (
        MARKS[state(question)],
        plain(question.kind),
        f"{question.quality * 100:.0f}",
        plain(question.prompt),
    )


def details(question: Question) -> list[tuple[str, str]]:
    """What else is to be known of a question, as label and value."""
    lines = [
        ("Also right", " · ".join(map(plain, question.accepted))),
        ("Wrong", " · ".join(map(plain, question.distractors))),
        (
            "Difficulty",
            plain(
                f"{question.difficulty} ({question.difficulty_reason})"
                if question.difficulty_reason
                else question.difficulty
            ),
        ),
        ("Points", str(question.points)),
        ("State", "its sentence is gone; " * question.vanished + state(replace(question, vanished=False))),
    ]
    return [(label, value) for label, value in lines if value]


def card(quiz: Quiz, question: Question) -> tuple[str, str]:
    """Front and back of the card that a student gets."""
    back = [plain(question.answer)]
    if question.accepted:
        back.append(f"Also accepted: {', '.join(map(plain, question.accepted))}")
    if question.evidence.quote:
        back.append(f"“{plain(question.evidence.quote)}”")
    if cited := cite(quiz, question):
        back.append(f"— {cited}")
    return plain(question.prompt), "\n\n".join(back)


def sheet_line(quiz: Quiz, question: Question) -> str:
    """The question as it stands on the sheet, with its number among those that are asked."""
    asked = [other.id for other in quiz.asked]
    number = f"{asked.index(question.id) + 1}." if question.id in asked else "(not asked)"
    points = f" ({question.points} {'point' if question.points == 1 else 'points'})"
    return f"{number} {plain(question.prompt)}{points}\n   {'_' * 40}"


def cite(quiz: Quiz, question: Question) -> str:
    """Where a question comes from, on one line."""
    source = quiz.source(question)
    if source is None:
        return ""
    parts = (source.publisher, source.title or source.name, source.published)
    return ", ".join(dict.fromkeys(plain(part) for part in parts if plain(part)))


def summary(quiz: Quiz) -> str:
    """How far the review has come."""
    counts = dict.fromkeys(MARKS, 0)
    for question in quiz.questions:
        counts[state(question)] += 1
    told = [f"{count} {name}" for name, count in counts.items() if count]
    return f"{len(quiz.questions)} questions: {', '.join(told)}" if told else "no questions"
