"""Wrong answers to choose from: of the answer's own kind and form, from the same coverage first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from quizgen.answering import regions
from quizgen.answering.amounts import figure_of, wrong_figures
from quizgen.answering.dates import wrong_dates
from quizgen.answering.names import ASKED_FOR, wrong_names
from quizgen.answering.order import WANTED, shuffled
from quizgen.plaintext import places


class Rival(NamedTuple):
    """Something of the coverage that could be an answer.

    `label` is spaCy's label of a name ("PERSON", "GPE", ...), or the kind of the question `asked` that a
    phrase answers.
    """

    text: str
    label: str
    asked: str = ""


def distractors(
    answer: str,
    pool: Sequence[Rival],
    *,
    id: str,
    kind: str,
    label: str = "",
    prompt: str = "",
    evidence: str = "",
    coverage: str = "",
    accepted: Sequence[str] = (),
    right: Callable[[str], bool] | None = None,
) -> tuple[str, ...]:
    """Three wrong answers, or none where three good ones can't be had.

    Args:
        answer: the right answer.
        pool: names, figures and answers of the same coverage.
        id: the question's; decides, with no chance involved, which of many are taken.
        kind: the kind of question.
        label: spaCy's label of the answer if it is a name; looked up in the pool if "".
        prompt: the question; nothing that it names is offered.
        evidence: the sentence; a name in it might be right as well.
        coverage: the whole text, for years and for places inside one another.
        accepted: other right answers.
        right: tells whether the grading takes a wording for right.
    """
    label = label or next((rival.label for rival in pool if _key(rival.text) == _key(answer)), "")
    if label == "PERSON" and regions.kind(answer):
        label = "GPE"  # spaCy takes "New Zealand" for a person
    taken: list[str] = []
    for text in _offers(answer, pool, id, kind, label, prompt, evidence, coverage):
        if _fits(text, answer, taken, prompt, accepted) and not (right is not None and right(text)):
            taken.append(text)
            if len(taken) == WANTED:
                return tuple(taken)
    return ()


def _offers(
    answer: str,
    pool: Sequence[Rival],
    id: str,
    kind: str,
    label: str,
    prompt: str,
    evidence: str,
    coverage: str,
) -> Iterator[str]:
    """Wrong answers, best first."""
    measure = None if kind == "when" else figure_of(answer, kind)
    if kind == "when":
        yield from wrong_dates(answer, coverage)
    elif measure is not None:
        covered = [other for rival in pool if (other := figure_of(rival.text, rival.label)) is not None]
        yield from wrong_figures(answer, measure, covered, id)
    elif label in ASKED_FOR.get(kind, ()):
        names = [rival.text for rival in pool if rival.label == label]
        yield from wrong_names(
            answer, label, kind, names, beside=f"{prompt} {evidence}", coverage=coverage, id=id
        )
    elif kind in {"why", "role"}:
        yield from shuffled(_phrases(answer, kind, prompt, pool), id)


def _phrases(answer: str, kind: str, prompt: str, pool: Sequence[Rival]) -> Iterator[str]:
    """Other reasons, or what other people are, in words that fit the same sentence."""
    names = {rival.text for rival in pool if rival.label != rival.label.casefold()}
    about = _capitals(prompt)
    heads = [answer.casefold().split()[-1:]]
    for rival in pool:
        if rival.label != kind or _shape(rival.text) != _shape(answer) or rival.text in names:
            continue
        head = rival.text.casefold().split()[-1:]
        if kind == "role" and (head in heads or about & _capitals(rival.asked)):
            continue  # the same person, or two that may be
        heads.append(head)
        yield rival.text


def _capitals(prompt: str) -> set[str]:
    return set(re.findall(r"[A-Z][\w’'-]+", prompt[1:]))


def _fits(text: str, answer: str, taken: Sequence[str], prompt: str, accepted: Sequence[str]) -> bool:
    """Unlike every right answer, unlike those already taken, not given in the question, of like length."""
    key = _key(text)
    if not key or any(_overlap(key, _key(other)) for other in (answer, *accepted)):
        return False
    if any(_overlap(key, _key(other)) or _look_alike(key, _key(other)) for other in taken):
        return False
    if prompt and next(places(key, _key(prompt)), None) is not None:
        return False
    return len(text) <= 2.5 * len(answer) + 6 and len(answer) <= 2.5 * len(text) + 6


def _overlap(one: str, other: str) -> bool:
    """One is the other, or a part of it in whole words."""
    if not one or not other:
        return False
    if re.search(r"\d", one) and re.search(r"\d", other):
        return one == other
    short, long = sorted((" ".join(re.findall(r"\w+", key)) for key in (one, other)), key=len)
    return f" {short} " in f" {long} "


def _look_alike(one: str, other: str) -> bool:
    """Perhaps two spellings of one name."""
    if re.search(r"\d", one):
        return False
    several = len(one.split()) > 1
    return fuzz.ratio(one, other) > (80 if several and one.split()[0] == other.split()[0] else 90)


@lru_cache(4096)
def _key(text: str) -> str:
    text = " ".join(re.sub(r"[^\w\s.,%$£€°:/-]", " ", text.casefold()).split()).strip(" .,")
    return re.sub(r"^(?:the|a|an) (?=\D)", "", text)


def _shape(text: str) -> tuple[str, bool]:
    """What a phrase begins with, and whether it may be a plural: only like ones fit the same sentence."""
    words = text.casefold().split()
    first, plural = (
        words[0] if words else "",
        bool(words) and words[-1].endswith("s") and not words[-1].endswith("ss"),
    )
    if first in {"to", "because", "for", "by", "in", "so", "due"}:
        return first, False
    if first in {"a", "an", "the", "his", "her", "its", "their"}:
        return "noun", plural
    return ("ing", False) if first.endswith("ing") else ("other", plural)
