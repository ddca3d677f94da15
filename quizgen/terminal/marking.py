"""A question and what was typed become a verdict; a question becomes options and hints."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizgen.model import Question, Quiz
from quizgen.plaintext import plain
from quizgen.terminal.engine import Item, Mode, Rules

if TYPE_CHECKING:
    from quizgen.grading import Grade

GAP = "____"


class Marker:
    """Marks what is typed, knowing the names of each quiz.

    Args:
        quizzes: name of a quiz as its items give it → the quiz.
        strict: no typing errors are forgiven.
    """

    def __init__(self, quizzes: Mapping[str, Quiz], *, strict: bool = False) -> None:
        self._quizzes = quizzes
        self._names: dict[str, tuple[str, ...]] = {}
        self._strict = strict

    def __call__(self, item: Item, typed: str) -> Grade:
        """The verdict on what was typed."""
        from quizgen.grading import grade  # not before the first answer: a quiz starts sooner

        question = item.question
        return grade(
            typed,
            question.answer,
            question.accepted,
            prompt=question.prompt,
            others=self._others(item),
            strict=self._strict,
        )

    def _others(self, item: Item) -> tuple[str, ...]:
        if item.quiz not in self._names:
            quiz = self._quizzes.get(item.quiz)
            self._names[item.quiz] = names(quiz) if quiz else ()
        return others(item.question, self._names[item.quiz])


def names(quiz: Quiz) -> tuple[str, ...]:
    """The names that a quiz knows: answers and distractors with a capital letter and without digits."""
    found = (
        text
        for question in quiz.questions
        for text in (question.answer, *question.accepted, *question.distractors)
    )
    return tuple(
        dict.fromkeys(t for t in found if re.search(r"\b[^\W\d_a-z]", t) and not re.search(r"\d", t))
    )


def others(question: Question, known: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the names that are not the answer, nor a longer or shorter form of it."""
    right = [" ".join(text.casefold().split()) for text in (question.answer, *question.accepted)]
    return tuple(
        name
        for name in known
        if not any(f" {short} " in f" {long} " for r in right for short, long in _by_length(name, r))
    )


def _by_length(name: str, right: str) -> tuple[tuple[str, str], ...]:
    folded = " ".join(name.casefold().split())
    return ((folded, right) if len(folded) <= len(right) else (right, folded),)


def options(item: Item, rules: Rules, hints: int = 0) -> dict[int, str]:
    """The options of a choice by their numbers: the same for the same seed.

    The first hint takes half of the wrong ones away; the numbers of the others stay.
    """
    chance = random.Random(f"{rules.seed}/{item.question.id}")
    shuffled = [item.question.answer, *item.wrong]
    chance.shuffle(shuffled)
    gone = set(chance.sample(item.wrong, len(item.wrong) // 2)) if hints else set()
    return {number: text for number, text in enumerate(shuffled, 1) if text not in gone}


def hints(item: Item, mode: Mode) -> tuple[str, ...]:
    """The hints of a question in their order: first letters ("" for a choice), the sentence with a gap."""
    question = item.question
    steps: list[str] = []
    if mode != "choice":
        steps.append(first_letters(question.answer))
    elif len(item.wrong) > 1:
        steps.append("")
    gap = with_gap(question)
    if gap and plain(gap) != plain(question.prompt):
        steps.append(gap)
    return tuple(steps)


def first_letters(answer: str) -> str:
    """The first letter of each word, and a dot for each of its other letters: "R... W......"."""
    words = plain(answer).split()
    return " ".join("." if len(word) == 1 else word[0] + "." * (len(word) - 1) for word in words)


def with_gap(question: Question) -> str:
    """The proving sentence without the answer, "" if the answer does not stand in it."""
    if question.cloze:
        return question.cloze
    answer = re.escape(question.answer)
    gap, found = re.subn(rf"(?<!\w){answer}(?!\w)", GAP, question.evidence.quote, flags=re.IGNORECASE)
    return gap if found else ""
