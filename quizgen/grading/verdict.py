"""From what was typed to a verdict: the order of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quizgen.grading.cleaning import clean, fold, spellings, squash
from quizgen.grading.comparing import compare
from quizgen.grading.finding import RANK, Finding, Grade, Verdict
from quizgen.grading.keys import Key, Question, exactly, key_of, question_of
from quizgen.grading.lexicon import FRAME, NO_ATTEMPT
from quizgen.grading.lists import alternatives, bids
from quizgen.grading.phrases import content, phrase
from quizgen.grading.polarity import negations
from quizgen.grading.quantities import quantities

MOST_WORDS = 45  # a longer text is pasted, not answered
LONGEST_WORD = 60  # characters

_SCORES: dict[Verdict, float] = {"correct": 1.0, "close": 0.4, "wrong": 0.0, "empty": 0.0}
_FRAME = re.compile(FRAME)
_NOT_THAT = re.compile(r"^(?P<said>.+?), (?:and |but )?(?:not|rather than|instead of) (?P<denied>.+)$")


def mark(
    typed: str, answer: str, accepted: Iterable[str], prompt: str, others: Iterable[str], strict: bool
) -> Grade:
    """The grade of a typed answer; see `quizgen.grading.grade`."""
    references = tuple(dict.fromkeys((answer, *accepted)))
    cleaned = clean(typed)
    texts = spellings(cleaned)
    folded = texts[0]
    squashed = {squash(text) for text in texts} - {""}
    for text in references:
        if squashed & exactly(text) or (not squashed and cleaned and cleaned == clean(text)):
            return Grade("correct", 1.0, "Exactly right.", text)
    said = " ".join(re.findall(r"[^\W_]+", folded.replace("'", "")))
    if not said or said in NO_ATTEMPT:
        return Grade("empty", 0.0, "No answer was given.")
    words = cleaned.split()
    if len(words) > MOST_WORDS or max(map(len, words)) > LONGEST_WORD:
        return Grade("wrong", 0.0, "That is too long: answer in a few words.")
    question = question_of(prompt, tuple(name for name in others if not _names_answer(name, references)))
    offered = [part for text in references for part in alternatives(clean(text))]
    keys = [key_of(text, question) for text in dict.fromkeys((*references, *offered))]
    return _decide([_unframed(texts[0]), *texts[1:]], keys, question, strict)


def _names_answer(name: str, references: Sequence[str]) -> bool:
    """Whether another name of the coverage is the answer's own, or a part of it: "Isaacman"."""
    words = set(content(fold(clean(name))))
    return any(words <= set(phrase(clean(text)).words) for text in references)


def _decide(texts: Sequence[str], keys: Sequence[Key], question: Question, strict: bool) -> Grade:
    """Answers offered side by side must all be right; what is denied does not count."""
    folded = texts[0]
    offered = bids(folded)
    if len(offered) > 1 and not any(re.search(r"\bor\b|[;/]", key.folded) for key in keys):
        grades = [_best((offer,), keys, question, strict) for offer in offered]
        values = {quantity.readings[0].low for offer in offered for quantity in quantities(offer)}
        if all(grade.verdict == "correct" for grade in grades) and len(values) < 2:
            return grades[0]
        if ";" in folded and any(key.parts for key in keys):
            return _best(texts, keys, question, strict)
        return Grade("wrong", 0.0, "Two answers are given: decide for one.")
    denied = _NOT_THAT.match(folded)
    if denied and not any(negations(key.folded) for key in keys):
        other = _best((denied["denied"],), keys, question, strict)
        if other.verdict == "wrong" and not _shares(denied["denied"], keys):
            return _best((denied["said"],), keys, question, strict)
        return Grade("wrong", 0.0, "The right answer is denied.")
    return _best(texts, keys, question, strict)


def _shares(folded: str, keys: Sequence[Key]) -> bool:
    words = set(content(folded))
    return any(words & set(phrase(key.text).words) for key in keys)


def _unframed(folded: str) -> str:
    """The answer without "I think it was" around it."""
    bare = re.sub(r"^(?:[ \"!?,;:]|'(?!\d\d\b))+|^\.+(?!\d)", "", _FRAME.sub("", folded)).rstrip(" \"'.!?,;:")
    bare = re.sub(
        r"[, ]+(?:i (?:think|believe|guess|suppose)|maybe|probably|perhaps|right|sorry|lol|please)[ .!?]*$",
        "",
        bare,
    )
    return bare if re.search(r"\w", bare) else folded


def _best(texts: Sequence[str], keys: Sequence[Key], question: Question, strict: bool) -> Grade:
    """The best that any accepted answer gives, unless one contradicts."""
    squashed = {squash(text) for text in texts}
    for key in keys:
        if squashed & exactly(key.given):
            return Grade("correct", 1.0, "Right.", key.given)
    if squashed & question.names:
        return Grade("wrong", 0.0, "That is another name in the coverage.")
    best: tuple[Finding, Key] | None = None
    for text in texts:
        for key in keys:
            found = compare(text, key, question, strict=strict)
            if found.veto:
                return Grade("wrong", 0.0, found.reason)
            if best is None or RANK[found.verdict] > RANK[best[0].verdict]:
                best = (found, key)
    if best is None:
        return Grade("wrong", 0.0, "That is not the answer.")
    found, key = best
    score = _SCORES.get(found.verdict, found.share)
    return Grade(found.verdict, score, found.reason, "" if found.verdict == "wrong" else key.given)
