"""How hard a question is, with the reason in words a teacher can check."""

from __future__ import annotations

import re

from quizgen.answering.dates import YEAR
from quizgen.measures import find
from quizgen.model import Difficulty
from quizgen.plaintext import places


def difficulty(
    answer: str, *, mentions: int = 1, likes: int = 0, headline: str = ""
) -> tuple[Difficulty, str]:
    """How hard it is to give the answer after reading the coverage once, and why.

    Args:
        answer: the answer.
        mentions: how often the coverage names it.
        likes: how many other answers of its kind stand near it (names, figures, dates), to mix up with it.
        headline: title and headings, whose words everyone keeps.
    """
    words = re.findall(r"\w+", answer)
    easy: list[str] = []
    hard: list[str] = []
    if next(places(answer.lower(), headline.lower()), None) is not None:
        easy.append("the answer stands in a headline")
    if mentions >= 3:
        easy.append(f"the answer is named {_times(mentions)}")
    if len(words) > 7:
        hard.append(f"the answer is {len(words)} words long")
    if _exact_figure(answer):
        hard.append("the answer is an exact figure")
    if likes >= 4 and mentions < 3:
        hard.append(f"{likes} answers of the same kind stand near it")
    if len(easy) > len(hard):
        return "easy", _sentence(easy)
    if hard and len(hard) > len(easy):
        alone = mentions < 2 and (len(hard) > 1 or len(words) > 7 or likes >= 4 or _exact_figure(answer))
        return ("hard" if alone else "medium"), _sentence(hard)
    return "medium", _sentence(easy + hard) if easy or hard else "the answer is named once and is short"


def _exact_figure(answer: str) -> bool:
    """Three digits or more that have to be remembered one by one ("434.9 miles", "1,368 million")."""
    answer = YEAR.sub("", answer)
    figures = [re.sub(r"\D", "", answer[m.core_start : m.core_end]).strip("0") for m in find(answer)]
    return any(len(figure) >= 3 for figure in figures)


def _times(count: int) -> str:
    return "three times" if count == 3 else f"{count} times"


def _sentence(reasons: list[str]) -> str:
    return " and ".join(reasons)
