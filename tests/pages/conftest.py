"""Quizzes to print: one of real coverage, and builders for what coverage can do to a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import quizfile
from quizgen.model import Evidence, Question, Quiz, Source

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def quiz() -> Quiz:
    """Twenty-one questions on one article."""
    return quizfile.read(DATA / "crew_dragon.quiz.json")


@pytest.fixture(scope="session")
def many(quiz: Quiz) -> Callable[[int], Quiz]:
    """The same questions over and over, each time with other ids."""

    def of(number: int) -> Quiz:
        pool = quiz.questions
        questions = (replace(pool[i % len(pool)], id=f"n{i}") for i in range(number))
        return replace(quiz, questions=tuple(questions))

    return of


def question(number: int, **values: object) -> Question:
    """A question whose every text is its own, so that it can be found in a page or be missed there."""
    quote = f"The mast number {number} rises secret{number} metres above the plain."
    made = Question(
        id=f"q{number}",
        kind="how_high",
        prompt=f"How high is mast number {number}?",
        answer=f"secret{number} metres",
        evidence=Evidence(quote),
        accepted=(f"alias{number} m",),
        distractors=(f"wrong{number}a metres", f"wrong{number}b metres", f"wrong{number}c metres"),
        cloze=quote.replace(f"secret{number} metres", "____"),
        source="masts",
    )
    return replace(made, **values)  # type: ignore[arg-type]


def masts(number: int) -> Quiz:
    """A quiz of such questions."""
    source = Source(
        "masts",
        "Masts of the plain",
        url="https://example.org/masts",
        publisher="The Plain",
        published="2026-03-05",
    )
    return Quiz("Masts", tuple(question(i) for i in range(number)), (source,))
