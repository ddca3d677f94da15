"""Which questions of a quiz are asked, and in which order."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import replace

from quizgen.model import Quiz
from quizgen.terminal.engine import Item, Mark

OPTIONS = 3
"""How many wrong options a choice has where there are enough."""


def items(quiz: Quiz, name: str) -> tuple[Item, ...]:
    """The questions of a quiz in its own order, best first, without the retired ones."""
    return tuple(
        Item(question, quiz.source(question), name, question.distractors[:OPTIONS]) for question in quiz.asked
    )


def pick(
    found: Sequence[Item],
    *,
    kinds: Collection[str] = (),
    only: Collection[str] | None = None,
    shuffle: bool = False,
    seed: int = 0,
    most: int | None = None,
) -> tuple[Item, ...]:
    """Choose among items.

    Args:
        kinds: the kinds that are wanted, all if empty.
        only: ids that may be asked, None for all.
        shuffle: draw lots by `seed` before taking the first `most`.
    """
    chosen = list({item.question.id: item for item in reversed(found)}.values())[::-1]
    chosen = [
        item
        for item in chosen
        if (not kinds or item.question.kind in kinds) and (only is None or item.question.id in only)
    ]
    if shuffle:
        random.Random(seed).shuffle(chosen)
    return tuple(chosen[:most])


def with_options(chosen: Sequence[Item], found: Sequence[Item], mark: Mark, seed: int) -> tuple[Item, ...]:
    """Give a choice to those that have no distractors: answers to other questions of their kind.

    An answer that would be marked right, in part or nearly is not offered.
    """
    return tuple(
        item if item.wrong else replace(item, wrong=_wrong(item, found, mark, seed)) for item in chosen
    )


def _wrong(item: Item, found: Sequence[Item], mark: Mark, seed: int) -> tuple[str, ...]:
    answers = dict.fromkeys(
        other.question.answer for other in found if other.question.kind == item.question.kind
    )
    lots = list(answers)
    random.Random(f"{seed}/{item.question.id}").shuffle(lots)
    wrong: list[str] = []
    for answer in lots:
        if len(wrong) < OPTIONS and mark(item, answer).verdict == "wrong":
            wrong.append(answer)
    return tuple(wrong)
