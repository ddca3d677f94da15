"""Which facts are asked, and in which order: drop the doubtful, the repeats and the spoilers, rank, spread."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from quizgen.model import Fact

#: How much a teacher wants to know a kind of fact, before anything else is known of it.
WORTH = {
    "what_failed": 0.8, "why": 0.78, "first": 0.82, "how_long": 0.76, "how_many": 0.75, "how_much": 0.76,
    "how_high": 0.76, "how_far": 0.76, "how_fast": 0.74, "how_big": 0.74, "how_old": 0.68, "when": 0.74,
    "where": 0.72, "who_said": 0.64, "who": 0.67, "which": 0.68, "meaning": 0.6, "how": 0.72,
    "what_said": 0.66, "what": 0.63, "role": 0.55,
}  # fmt: skip
#: Below this quality a question is not asked unless the caller says otherwise.
FLOOR = 0.47
#: So far down the floor goes where an article gives fewer than `ENOUGH` questions per hundred words above it.
LOW_FLOOR = 0.33
ENOUGH = 1.8
#: Questions from one sentence, at most.
PER_SENTENCE = 3
_PRONOUN_SUBJECT = re.compile(
    r"\b(did|does|do|was|were|is|are|has|have|had|can|could|will|would|should|may|might|must) (he|she|they|it|we|i|you)\b(?! takes?\b)",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(today|yesterday|tomorrow|tonight|(?:last|next|this|past) (?:week|month|year|night|summer|winter|spring|autumn|fall)|currently|now|recently|ago|since then|at the time|that (?:day|time|year|month|week))\b",
    re.I,
)
_ABOUT_TEXT = re.compile(
    r"\b(?:this|the) (?:article|text|passage|story)\b|according to the (?:article|text|passage)", re.I
)
_WH = re.compile(r"\b(who|whom|whose|what|when|where|why|which|how)\b", re.I)
#: What no well-formed question holds: it ends in the air, or a second sentence begins in its midst.
_GARBLED = re.compile(
    r"\b(called|named|titled|dubbed|including|whereby|and|or|the|a|an|that|which|such as)\?$|, (that|which|who|where)\b|\bwhereby\b"
    r"|\b(announced?|says?|said|believed?|revealed?|confirmed?) (is|are|was|were|has|have|had|will)\b|\b(a|an|the) (a|an|the)\b",
    re.I,
)
#: Answers that tell nothing without the sentence before: "the company", "her work", "PHE".
_EMPTY_ANSWER = re.compile(r"(?:the|its|their|his|her|an?) [a-z]+", re.I)
_LETTERS = re.compile(r"(?:the )?[A-Z]{2,6}s?", 0)
_POINTING_ANSWER = re.compile(r"\b(same|similar|such|this|these|those|another|others?|one of them|it|them)\b", re.I)
_THEM = re.compile(r"\b(them|him|her)(?=\?$|,| (?:in|on|at|to|for|with|from|by|of|according)\b)")
ASKS_SUBJECT = frozenset({"subject", "failed", "called_off", "ranking", "agent"})
_PLURAL = re.compile(r"(Who|What) (are|were|have|do)\b")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_COMMON = frozenset(
    "who whom what when where why which how did does do was were is are has have had can could will would the a an of in on at to for by "
    "with from and or as that according many much long far high old be been not it its his her their into after before".split()
)


#: Words that only blur a figure.
HEDGES = frozenset(
    "more less than about around some nearly almost roughly over under least most approximately only just".split()
)


@dataclass(slots=True)
class Candidate:
    """A fact with its words, on its way into a quiz or out of it.

    Attributes:
        fact, prompt: what is asked, and how.
        position: index of its sentence in the article, `of` how many.
        quality: 0 to 1.
        dropped: why it is not asked, "" if it is.
        features: what the quality was made from, for `ask --why`.
    """

    fact: Fact
    prompt: str
    position: int = 0
    of: int = 1
    quality: float = 0.0
    dropped: str = ""
    features: dict[str, float] = field(default_factory=dict)


def choose(
    candidates: Sequence[Candidate],
    *,
    title: str,
    questions: int | None = None,
    kinds: Sequence[str] = (),
    min_quality: float | None = None,
    words: int = 0,
) -> list[Candidate]:
    """The candidates that are asked, best first; the others get the reason in `dropped`.

    Args:
        title: the headline, which the reader sees: what it says is not asked, what it is about comes first.
        questions: how many at most.
        kinds: only these kinds; all if empty.
        min_quality: the floor; if None it is `FLOOR`, or lower where an article of so many `words` would
            give too few, down to `LOW_FLOOR`.
    """
    floor = LOW_FLOOR if min_quality is None else min_quality
    heard = Counter(
        word
        for c in candidates
        if not c.fact.refused
        for word in {*content(c.prompt), *content(c.fact.answer)}
    )
    for candidate in candidates:
        candidate.dropped = candidate.fact.refused or flaw(candidate) or ""
        if not candidate.dropped and kinds and candidate.fact.kind not in kinds:
            candidate.dropped = "another kind was asked for"
        if not candidate.dropped:
            rate(candidate, title, heard)
            if candidate.quality < floor:
                candidate.dropped = f"quality {candidate.quality:.2f} is below {floor:.2f}"
    _drop_ambiguous(candidates)
    _drop_repeats(candidates)
    if min_quality is None:
        _lower(candidates, enough=round(words * ENOUGH / 100))
    ranked = _spread([c for c in candidates if not c.dropped])
    if questions is not None:
        for late in ranked[questions:]:
            late.dropped = f"{questions} better ones were found"
        ranked = ranked[:questions]
    return ranked


def _lower(candidates: Sequence[Candidate], enough: int) -> None:
    """Drop what is below `FLOOR`, but for as many as it takes to have enough."""
    left = sorted((c for c in candidates if not c.dropped), key=lambda c: (-c.quality, c.position, c.prompt))
    for place, candidate in enumerate(left):
        if candidate.quality < FLOOR and place >= enough:
            candidate.dropped = f"quality {candidate.quality:.2f} is below {FLOOR:.2f}"


def flaw(candidate: Candidate) -> str:
    """What is mechanically wrong with a question, "" if nothing is."""
    prompt, answer = candidate.prompt, candidate.fact.answer
    if not prompt.endswith("?") or not _WH.search(prompt):
        return "it is no question"
    unquoted = re.sub(r"[\"“][^\"”]*[\"”]", "so", prompt)
    if not 4 <= len(prompt.split()) <= 28:
        return "the question is too short or too long"
    if len(answer.split()) > 14:
        return "the answer is too long"
    if _PRONOUN_SUBJECT.search(unquoted):
        return "a pronoun is the subject"
    if _RELATIVE.search(unquoted):
        return "it tells a time that depends on the day of writing"
    if _ABOUT_TEXT.search(unquoted):
        return "it talks about the article"
    if (
        re.search(r"\s[,.;?]|\?\?|,\?|[(){}\[\]|]|\.\.\.|…|;|:\s", unquoted)
        or prompt.count("“") != prompt.count("”")
        or prompt.count('"') % 2
    ):
        return "stray punctuation"
    if (
        answer.count('"') % 2
        or answer.count("“") != answer.count("”")
        or answer.count("(") != answer.count(")")
    ):
        return "the answer has half a pair of marks"
    if " ".join(answer.split()) not in candidate.fact.evidence.quote:
        return "the answer does not stand in the evidence"
    if candidate.fact.rule in ASKS_SUBJECT and _PLURAL.match(prompt):
        return "'who' and 'what' take a singular verb"
    if _GARBLED.search(unquoted):
        return "the parse went wrong"
    words = f" {' '.join(tokens(prompt))} "
    squeezed = " ".join(tokens(answer))
    if not squeezed or (len(squeezed) > 2 and f" {squeezed} " in words):
        return "it gives its answer away"
    told = [w for w in content(answer) if len(w) > 2]
    if told and all(f" {w} " in words for w in told):
        return "it gives its answer away"
    if squeezed in {
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "him",
        "her",
        "them",
        "we",
        "i",
        "you",
        "these",
        "those",
        "one",
    }:
        return "the answer is a pronoun"
    if re.search(r"\b(I|we|my|our|us|you|your)\b", answer) and candidate.fact.kind != "who_said":
        return "the answer speaks for the writer"
    if _POINTING_ANSWER.search(answer) and candidate.fact.kind != "who_said":
        return "the answer points to something else"
    if _THEM.search(unquoted) and not re.search(r"\b[a-z]+s\b.*\bthem\b", unquoted):
        return "'them' stands for nothing"
    if re.search(r"\b(\w{3,}) \1\b", prompt, re.I):
        return "a word stands twice"
    return ""


def rate(candidate: Candidate, title: str, heard: Counter[str]) -> None:
    """Give a candidate its quality: worth of the kind, less its doubt, more for what the coverage is about."""
    fact, prompt = candidate.fact, candidate.prompt
    words = content(prompt)
    answer = content(fact.answer)
    headline = set(content(title))
    named = re.findall(r"(?<!^)\b[A-Z][\w’'-]+", prompt)
    features = {
        "worth": WORTH.get(fact.kind, 0.65),
        "doubt": -fact.doubt,
        "lead": 0.08 * max(0.0, 1 - candidate.position / 6),
        "headline": 0.04 * min(3, len(headline & set(words))),
        "heard": 0.015 * min(4, sum(heard[w] > 2 for w in set(words))),
        "named": 0.05 if named else -0.08,
        "short": -0.14
        if fact.kind != "what_failed"
        and (len(words) < 3 or (len(words) < 4 and not named and not headline & set(words)))
        else 0.0,
        "long": -0.012 * max(0, len(prompt.split()) - 16),
        "answer": -0.02 * max(0, len(fact.answer.split()) - 7),
        "told": -0.4 if answer and set(answer) - HEDGES <= headline else 0.0,
        "few": -0.1
        if fact.kind == "how_many" and fact.answer.lower() in {"two", "2", "both", "one", "1"}
        else 0.0,
        "surname": -0.14 if fact.kind in {"who", "who_said", "first"} and " " not in fact.answer and fact.answer[:1].isupper() else 0.0,
        "doubtful": -0.05 if fact.doubt > 0.15 else 0.0,
        "elsewhere": -0.05 if not named and not headline & set(words) else 0.0,
        "empty answer": -0.15 if _EMPTY_ANSWER.fullmatch(fact.answer) and fact.kind not in {"where", "first"} else 0.0,
        "letters": -0.12 if _LETTERS.fullmatch(fact.answer) else 0.0,
        "able": -0.05 if fact.kind in {"what", "who"} and re.search(r"\b(can|could|may|might)\b", prompt) else 0.0,
        "tail": -0.04 if candidate.of > 8 and candidate.position > 0.85 * candidate.of else 0.0,
    }
    candidate.features = {name: round(value, 3) for name, value in features.items() if value}
    candidate.quality = round(min(1.0, max(0.0, sum(features.values()))), 3)


def _drop_ambiguous(candidates: Sequence[Candidate]) -> None:
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


def _drop_repeats(candidates: Sequence[Candidate]) -> None:
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
    return fuzz.ratio(one.prompt.lower(), other.prompt.lower()) >= 93


def _asks_thing(candidate: Candidate) -> bool:
    """Who and what: asked of one clause they are two halves of one fact, when and how many are facts of their own."""
    return candidate.fact.kind in {"who", "which", "what", "what_said", "what_failed", "first"}


def _counted_aloud(number: Candidate, told: Candidate) -> bool:
    """ "Which two astronauts ...?" answers "How many astronauts ...?"."""
    return number.fact.kind == "how_many" and _gives_away(told.prompt, number.fact.answer)


def _statement_ratio(one: Candidate, other: Candidate) -> float:
    """How far two questions say the same once their answers are filled in, 0 to 100."""
    return fuzz.token_sort_ratio(
        " ".join(sorted({*content(one.prompt), *content(one.fact.answer)})),
        " ".join(sorted({*content(other.prompt), *content(other.fact.answer)})),
    )


def _spread(candidates: list[Candidate]) -> list[Candidate]:
    """Best first, but never two in a row from one sentence or giving the neighbour's answer away, and each
    further one from a sentence or a kind counts for less, so that the first ten stand for the whole article."""
    waiting = sorted(candidates, key=lambda c: (-c.quality, c.position, c.prompt))
    places: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    ordered: list[Candidate] = []
    while waiting:
        window = waiting[:40]
        best = max(
            window,
            key=lambda c: (
                c.quality
                - 0.09 * places[c.fact.evidence.start]
                - 0.012 * kinds[c.fact.kind]
                - (0.5 if ordered and _siblings(c, ordered[-1]) else 0.0),
                -c.position,
                c.prompt,
            ),
        )
        waiting.remove(best)
        ordered.append(best)
        places[best.fact.evidence.start] += 1
        kinds[best.fact.kind] += 1
    return ordered


def _siblings(one: Candidate, other: Candidate) -> bool:
    return (
        one.fact.evidence.start == other.fact.evidence.start
        or _gives_away(one.prompt, other.fact.answer)
        or _gives_away(other.prompt, one.fact.answer)
    )


def _gives_away(prompt: str, answer: str) -> bool:
    words = content(answer)
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(content(prompt))} "


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers."""
    return [w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(text.replace(",", ""))]


@lru_cache(maxsize=16_384)
def content(text: str) -> tuple[str, ...]:
    """The words that carry meaning."""
    return tuple(w for w in tokens(text) if w not in _COMMON)
