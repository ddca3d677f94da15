"""One question for one fact, and none whose wording has two answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from quizgen.choosing.candidate import Candidate
from quizgen.choosing.words import content, gives_away, tokens

#: Questions from one sentence, at most.
PER_SENTENCE = 3


def drop_ambiguous(candidates: Sequence[Candidate]) -> None:
    """The same words with different answers: whoever reads the whole article can't tell which is meant."""
    by_prompt: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if not candidate.dropped:
            by_prompt.setdefault(" ".join(tokens(candidate.prompt)), []).append(candidate)
    for group in by_prompt.values():
        answers = {" ".join(tokens(c.fact.answer)) for c in group}
        if len(answers) > 1 and not all(
            any(set(a.split()) & set(b.split()) for b in answers if b != a) for a in answers
        ):
            for candidate in group:
                candidate.dropped = "the same question has another answer elsewhere in the text"


def drop_repeats(candidates: Sequence[Candidate]) -> None:
    """Of two questions on one fact the better one stays, also where one asks for what the other tells."""
    kept: dict[object, list[Candidate]] = {}  # by sentence, and by the last word of the answer
    by_sentence: Counter[tuple[int, int]] = Counter()
    for candidate in sorted(
        (c for c in candidates if not c.dropped), key=lambda c: (-c.quality, c.position, c.prompt)
    ):
        place = (candidate.fact.evidence.start, candidate.fact.evidence.end)
        keys = (candidate.fact.evidence.start, (content(candidate.fact.answer) or ("",))[-1])
        near = [k for key in keys for k in kept.get(key, ())]
        twin = next((k for k in near if _same_fact(candidate, k)), None)
        if twin is not None:
            candidate.dropped = f"the same fact is asked by: {twin.prompt}"
            continue
        if by_sentence[place] >= PER_SENTENCE:
            candidate.dropped = "its sentence gives better ones"
            continue
        by_sentence[place] += 1
        for key in keys:
            kept.setdefault(key, []).append(candidate)


def _same_fact(one: Candidate, other: Candidate) -> bool:
    if one.prompt == other.prompt:
        return True
    same_sentence = one.fact.evidence.start == other.fact.evidence.start
    a, b = " ".join(content(one.prompt)), " ".join(content(other.prompt))
    if same_sentence:
        x, y = " ".join(content(one.fact.answer)), " ".join(content(other.fact.answer))
        if x == y or (x and y and (f" {x} " in f" {y} " or f" {y} " in f" {x} ")):
            return True
        if one.fact.kind == other.fact.kind == "role":
            return (
                fuzz.partial_ratio(one.fact.answer, other.prompt) >= 90
                or fuzz.partial_ratio(other.fact.answer, one.prompt) >= 90
            )
        if not (_asks_thing(one) and _asks_thing(other)):
            return _counted_aloud(one, other) or _counted_aloud(other, one)
        return _statement_ratio(one, other) >= 75
    if (
        fuzz.token_set_ratio(a, b) >= 90
        and fuzz.ratio(one.fact.answer.lower(), other.fact.answer.lower()) >= 80
    ):
        return True
    # "When was she born?", "Where was she born?": one letter makes another question
    alike = {one.fact.kind, other.fact.kind} != {"when", "where"}
    return alike and fuzz.ratio(one.prompt.lower(), other.prompt.lower()) >= 93


def _asks_thing(candidate: Candidate) -> bool:
    """Who and what: asked of one clause they are two halves of one fact, when and how many are facts of their own."""
    if candidate.fact.rule == "remedy":
        return False  # what failed, and what was done instead
    return candidate.fact.kind in {"who", "which", "what", "what_said", "what_failed", "first"}


def _counted_aloud(number: Candidate, told: Candidate) -> bool:
    """ "Which two astronauts ...?" answers "How many astronauts ...?"."""
    return number.fact.kind == "how_many" and gives_away(told.prompt, number.fact.answer)


def _statement_ratio(one: Candidate, other: Candidate) -> float:
    """How far two questions say the same once their answers are filled in, 0 to 100."""
    return fuzz.token_sort_ratio(
        " ".join(sorted({*content(one.prompt), *content(one.fact.answer)})),
        " ".join(sorted({*content(other.prompt), *content(other.fact.answer)})),
    )
