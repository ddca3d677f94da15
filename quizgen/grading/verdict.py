"""From what was typed to a verdict: the order of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, cast

from quizgen.grading.amounts import amount, asks_number, compare_amount
from quizgen.grading.cleaning import clean, fold, spellings, squash
from quizgen.grading.dates import Day, clocks, dates, is_clock, is_date
from quizgen.grading.lexicon import FRAME, NO_ATTEMPT
from quizgen.grading.lists import bids, parts
from quizgen.grading.names import Person, asks_person, compare_person, person
from quizgen.grading.phrases import compare_phrase, content, phrase
from quizgen.grading.polarity import contest, negations, yes_or_no
from quizgen.grading.quantities import Quantity
from quizgen.grading.words import stem

Verdict = Literal["correct", "partial", "close", "wrong", "empty"]
_RANK: dict[str, int] = {"correct": 4, "partial": 3, "close": 2, "wrong": 1, "empty": 0}
_SCORES: dict[Verdict, float] = {"correct": 1.0, "partial": 0.5, "close": 0.4, "wrong": 0.0, "empty": 0.0}

_HEDGING = frozenset(
    "more most less least few fewer over under above below up down many much long longer half late early".split()
)
MOST_WORDS = 45  # a longer text is pasted, not answered
LONGEST_WORD = 60  # characters

_FRAME = re.compile(FRAME)
_SCORE = re.compile(r"\b(?:score|scoreline|result|vote|votes|win|won|lose|lost|beat|game|match|final)\b")
_NOT_THAT = re.compile(r"^(?P<said>.+?),? (?:and |but )?(?:not|rather than|instead of) (?P<denied>.+)$")


@dataclass(frozen=True, slots=True)
class Grade:
    """The mark of one typed answer.

    Attributes:
        verdict: "correct"; "partial" for some of the parts; "close" deserves a second try; "wrong";
            "empty" is no attempt and does not count.
        score: 0 to 1, for "partial" the share of the parts.
        reason: one sentence to the learner.
        matched: the accepted answer that decided, "" if none did.
    """

    verdict: Verdict
    score: float
    reason: str
    matched: str = ""


@dataclass(frozen=True, slots=True)
class _Key:
    """An accepted answer, taken apart once."""

    text: str
    squashed: frozenset[str]
    yes: bool | None
    clock: object
    day: Day | None
    quantity: Quantity | None
    contest: tuple[str, str] | None
    person: Person | None
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """The question and the coverage around it, taken apart once."""

    folded: str
    words: frozenset[str]
    person: bool
    number: bool
    people: tuple[Person, ...]
    others: tuple[frozenset[str], ...]
    names: frozenset[str]


@lru_cache(maxsize=512)
def _question(prompt: str, others: tuple[str, ...]) -> _Question:
    folded = fold(clean(prompt))
    words = set(content(folded))
    cleaned = [clean(other) for other in others]
    return _Question(
        folded=folded,
        words=frozenset(words | {stem(word) for word in words}),
        person=asks_person(folded),
        number=asks_number(folded),
        people=tuple(p for name in cleaned if (p := person(name))),
        others=tuple(frozenset(content(fold(name))) for name in cleaned),
        names=frozenset(squash(fold(name)) for name in cleaned),
    )


@lru_cache(maxsize=4096)
def _key(text: str, question: _Question) -> _Key:
    cleaned = clean(text)
    folded = fold(cleaned)
    bare = phrase(cleaned)
    clock = (
        is_clock(folded)
        if (
            ":" in folded
            or "time" in question.folded
            or "when" in question.folded
            or re.search(r"\d ?[ap]\.?m\b|o'?clock|noon|midnight", folded)
        )
        else None
    )
    if clock and re.search(r"\bhow (?:long|many|much)\b", question.folded):
        clock = None
    day = None if clock else is_date(folded)
    if day and re.fullmatch(r"\d{1,4}(?:[./]\d+)?", folded) and day.year is None:
        day = None
    if day and re.search(r"\bhow (?:many|much|long|far)\b", question.folded):
        day = None
    if re.fullmatch(r"\d+:\d+", folded) and _SCORE.search(question.folded):
        clock, folded = None, folded.replace(":", "-")
    quantity = None if clock or day else amount(folded, question.folded)
    who = question.person or not question.folded
    pieces = () if clock or day or quantity else _listed(cleaned)
    individual = (
        person(cleaned)
        if (who and not (clock or day or quantity) and len(pieces) < 2)
        or (question.person and person(cleaned))
        else None
    )
    return _Key(
        text=text,
        squashed=frozenset(squash(spelling) for spelling in spellings(cleaned)),
        yes=yes_or_no(folded) if len(folded.split()) <= 2 else None,
        clock=clock,
        day=day,
        quantity=quantity,
        contest=contest(folded) if " " in folded else None,
        person=individual if individual and question.person and not bare.acronym else None,
        parts=pieces if len(pieces) > 1 and individual is None else (),
    )


def _listed(text: str) -> tuple[str, ...]:
    """The parts of an answer that lists things; "Lyon, France" is one thing."""
    pieces = parts(text)
    return (
        pieces
        if len(pieces) > 2 or not re.fullmatch(r"[^,]+,[^,]+", text) or re.search(r"\band\b|[;&]", text)
        else ()
    )


def grade(
    typed: str,
    answer: str,
    accepted: Iterable[str] = (),
    *,
    prompt: str = "",
    others: Iterable[str] = (),
    strict: bool = False,
) -> Grade:
    """Mark a typed answer.

    Args:
        typed: what the learner typed; only its first 2,000 characters are looked at.
        answer: the answer of the question.
        accepted: other right answers.
        prompt: the question; tells what kind of answer is asked for.
        others: the other names in the coverage; answering one of them is wrong.
        strict: no typing mistakes are forgiven.
    """
    question = _question(prompt, tuple(others))
    keys = [_key(text, question) for text in dict.fromkeys((answer, *accepted))]
    cleaned = clean(typed)
    texts = spellings(cleaned)
    folded = texts[0]

    squashed = {squash(text) for text in texts} - {""}
    for key in keys:
        if squashed & key.squashed or (not squashed and cleaned and cleaned == clean(key.text)):
            return Grade("correct", 1.0, "Exactly right.", key.text)
    said = " ".join(re.findall(r"[^\W_]+", folded.replace("'", "")))
    if not said or said in NO_ATTEMPT:
        return Grade("empty", 0.0, "No answer was given.")
    words = cleaned.split()
    if len(words) > MOST_WORDS or max(map(len, words)) > LONGEST_WORD:
        return Grade("wrong", 0.0, "That is too long: answer in a few words.")
    return _bid(texts, keys, question, strict)


def _bid(texts: Sequence[str], keys: Sequence[_Key], question: _Question, strict: bool) -> Grade:
    """Answers offered side by side must all be right; what is denied does not count."""
    folded = _unframed(texts[0])
    offered = bids(folded)
    if len(offered) > 1 and not any(
        " or " in fold(key.text) or ";" in key.text or "/" in key.text for key in keys
    ):
        grades = [_best((offer,), keys, question, strict) for offer in offered]
        if all(g.verdict == "correct" for g in grades):
            return grades[0]
        whole = _best(texts, keys, question, strict)
        if whole.verdict == "partial" and ";" in folded:
            return whole
        if any(key.parts for key in keys) and ";" in folded:
            return whole
        return Grade("wrong", 0.0, "Two answers are given: decide for one.")
    denied = _NOT_THAT.match(folded)
    if denied and "," in folded and not any(negations(fold(key.text)) for key in keys):
        if _best((denied["denied"],), keys, question, strict).verdict in ("wrong", "empty") and not _shares(
            denied["denied"], keys
        ):
            return _best((denied["said"],), keys, question, strict)
        return Grade("wrong", 0.0, "The right answer is denied.")
    return _best((folded, *texts[1:]), keys, question, strict)


def _shares(folded: str, keys: Sequence[_Key]) -> bool:
    words = set(content(folded))
    return any(words & set(phrase(clean(key.text)).words) for key in keys)


def _unframed(folded: str) -> str:
    """The answer without "I think it was" around it."""
    bare = _FRAME.sub("", folded).strip(" \"'.!?,;:")
    bare = re.sub(
        r"[, ]+(?:i (?:think|believe|guess|suppose)|maybe|probably|perhaps|right|sorry|lol|please)[ .!?]*$",
        "",
        bare,
    )
    return bare if re.search(r"\w", bare) else folded


def _best(texts: Sequence[str], keys: Sequence[_Key], question: _Question, strict: bool) -> Grade:
    found = Grade("wrong", 0.0, "That is not the answer.")
    squashed = {squash(text) for text in texts}
    for key in keys:
        if squashed & key.squashed:
            return Grade("correct", 1.0, "Right.", key.text)
    if squashed & question.names:
        return Grade("wrong", 0.0, "That is another name in the coverage.")
    for text in texts:
        for key in keys:
            grade, veto = _compare(text, key, question, strict)
            if veto:
                return grade
            if _RANK[grade.verdict] > _RANK[found.verdict] or (
                found.matched == "" and grade.verdict == "wrong"
            ):
                found = grade
    return found


def _made(verdict: str, reason: str, key: _Key, score: float | None = None) -> Grade:
    said = cast(Verdict, verdict)
    return Grade(said, _SCORES[said] if score is None else score, reason, "" if said == "wrong" else key.text)


def _compare(text: str, key: _Key, question: _Question, strict: bool) -> tuple[Grade, bool]:
    """The grade against one accepted answer, and whether it vetoes all others."""
    denying = negations(text) % 2 != negations(fold(clean(key.text))) % 2
    if key.yes is not None:
        said = yes_or_no(text)
        if said is None:
            return _made("wrong", "Yes or no is asked for.", key), False
        return _made(
            "correct" if said == key.yes else "wrong",
            "Right." if said == key.yes else "It is the other way round.",
            key,
        ), False
    if key.clock is not None:
        verdict, reason = _compare_clock(text, key.clock)
        return _made("wrong" if denying else verdict, reason, key), False
    if key.day is not None:
        verdict, reason = _compare_day(text, key.day, question, strict)
        return _made("wrong" if denying and verdict == "correct" else verdict, reason, key), False
    if key.quantity is not None:
        if denying and re.search(r"\d|\b(?:not|never|nt)\b", text) and negations(text):
            return _made("wrong", "That denies it.", key), False
        turned = [w for w in content(text) if w not in question.words]
        verdict, reason, veto = _turned(turned, key, question)
        if veto:
            return _made(verdict, reason, key), True
        verdict, reason = compare_amount(text, key.quantity, question.folded, strict=strict)
        return _made(verdict, reason, key), False
    if key.contest is not None and question.person | question.folded.startswith(("which", "what")):
        result = _compare_contest(text, key, question, strict)
        if result is not None:
            return result, result.verdict == "wrong"
    if key.parts:
        result = _compare_parts(text, key, question, strict)
        if result is not None:
            return result, False
    if key.person is not None:
        if denying:
            return _made("wrong", "That denies it.", key), True
        pieces = tuple(piece for piece in parts(text) if content(piece))
        verdict, reason = compare_person(text, key.person, question.people, question.words, strict=strict)
        if verdict == "correct" and len(pieces) > 1 and _other_bids(pieces, key, question, strict):
            return _made("wrong", "More than one name is given.", key), False
        return _made(verdict, reason, key), verdict == "wrong" and "coverage" in reason
    verdict, reason, veto = compare_phrase(
        text, clean(key.text), question.words, question.others, strict=strict
    )
    if verdict == "correct":
        pieces = tuple(piece for piece in parts(text) if content(piece))
        if (
            len(pieces) > 1
            and re.search(r"\b(?:and|plus|&)\b|;", text)
            and not re.search(r"\band\b|&|,", fold(key.text))
        ):
            single = [
                compare_phrase(piece, clean(key.text), question.words, (), strict=strict)[0]
                for piece in pieces
            ]
            strange = [
                p
                for p, v in zip(pieces, single, strict=True)
                if v == "wrong" and set(content(p)) - question.words and len(content(p)) <= 4
            ]
            if "correct" in single and strange and len(text.split()) <= 10:
                return _made("partial", "Right, but something wrong is added.", key), False
    return _made(verdict, reason, key), veto


def _turned(words: Sequence[str], key: _Key, question: _Question) -> tuple[str, str, bool]:
    """Whether an answer in numbers contradicts the question in its words: "it rose" where it fell."""
    from quizgen.grading.polarity import opposed

    mine = set(content(fold(clean(key.text))))
    for word in words:
        if not word[0].isdigit() and word not in mine and word not in _HEDGING:
            if any(
                opposed(word, asked)
                for asked in question.words
                if asked
                not in (
                    "many",
                    "much",
                    "long",
                    "high",
                    "old",
                    "tall",
                    "big",
                    "large",
                    "fast",
                    "heavy",
                    "more",
                    "most",
                    "less",
                    "least",
                    "few",
                    "first",
                    "last",
                )
            ):
                return "wrong", "That says the opposite of what is asked.", True
            if any(opposed(word, other) for other in mine if not other[0].isdigit()):
                return "wrong", "That says the opposite.", True
    return "", "", False


def _other_bids(pieces: Sequence[str], key: _Key, question: _Question, strict: bool) -> bool:
    """Whether a list of names holds the right one beside others: "Isaacman, Gillis, Poteet"."""
    assert key.person is not None
    strange = 0
    for piece in pieces:
        words = content(piece)
        verdict, _ = compare_person(piece, key.person, (), question.words, strict=strict)
        mine = verdict in ("correct", "close") or any(word in key.person.given for word in words)
        if (
            not mine
            and len(words) <= 3
            and not re.match(
                r"(?:the|an?|who|whose|which|that|of|from|in|at|by|for|with|his|her|their|when|as)\b",
                piece.strip(),
            )
            and not set(words) <= question.words
        ):
            strange += 1
    from quizgen.grading.lexicon import TITLES

    only = [w for piece in pieces for w in content(piece) if w in TITLES]
    return strange > (1 if only else 0)


def _compare_contest(text: str, key: _Key, question: _Question, strict: bool) -> Grade | None:
    assert key.contest is not None
    winner, loser = key.contest
    if not winner or not loser:
        return None
    typed = contest(text)
    asks_loser = bool(re.search(r"\b(?:lost|lose|loser|beaten|defeated)\b", question.folded))
    wanted = loser if asks_loser else winner
    if typed is None:
        typed = ("", text) if asks_loser else (text, "")
    for mine, theirs in zip((winner, loser), typed, strict=True):
        if theirs and mine:
            verdict = compare_phrase(theirs, mine, question.words, (), strict=strict)[0]
            if verdict != "correct":
                return _made("wrong", "It was the other way round, or another side.", key)
    return _made("correct", f"It was {wanted}.", key)


def _compare_parts(text: str, key: _Key, question: _Question, strict: bool) -> Grade | None:
    whole = compare_phrase(text, clean(key.text), question.words, (), strict=strict)
    pieces = parts(text)
    wanted = list(key.parts)
    pairs = all(
        re.match(r"\D{0,3}\d|(?:\w+ )?\w+", part)
        and content(fold(part))[:1]
        and content(fold(part))[0][0].isdigit()
        for part in wanted
    )
    touched = all(
        compare_phrase(text, part, question.words, (), strict=strict)[0] == "correct" for part in wanted
    )
    if not pairs and touched and whole[0] == "correct" and len(pieces) <= len(wanted):
        return _made("correct", whole[1], key)
    if whole[2]:
        return _made("wrong", whole[1], key)
    keys = [_key(part, replace(question, number=False)) for part in wanted]
    left = list(pieces)
    hits = 0
    for part in keys:
        hit = next((piece for piece in left if _part_right(piece, part, question, strict, pairs)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    extra = [piece for piece in left if set(content(piece)) - question.words]
    if hits == len(keys) and not extra:
        return _made("correct", f"All {hits} parts are right.", key)
    if hits:
        plus = ", and something wrong is added" if extra else ""
        return _made(
            "partial",
            f"{hits} of {len(keys)} parts are right{plus}.",
            key,
            round(hits / (len(keys) + len(extra)), 3),
        )
    if whole[0] in ("correct", "partial", "close") and not pairs:
        return _made("partial" if whole[0] == "correct" else whole[0], "Some of the parts are missing.", key)
    return _made("wrong", "None of the parts is right.", key)


def _part_right(piece: str, part: _Key, question: _Question, strict: bool, pairs: bool) -> bool:
    if pairs:
        typed, meant = content(piece), content(fold(part.text))
        return set(typed) == set(meant) or (
            typed[:1] == meant[:1] and {stem(w) for w in typed} >= {stem(w) for w in meant}
        )
    grade, _ = _compare(piece, part, question, strict)
    return grade.verdict == "correct"


def _compare_clock(text: str, meant: object) -> tuple[str, str]:
    from quizgen.grading.dates import Clock

    assert isinstance(meant, Clock)
    given = clocks(text)
    if not given:
        return "wrong", "A time is asked for."
    for clock in given:
        off = clock.minutes - meant.minutes
        if clock.zone is not None and meant.zone is not None:
            off -= clock.zone - meant.zone
        if off % 1440 and not (off % 720 == 0 and not (clock.sure and meant.sure)):
            return "wrong", "The time is another."
    return "correct", "The time is right."


def _compare_day(text: str, meant: Day, question: _Question, strict: bool) -> tuple[str, str]:
    given, _ = dates(text, slips=not strict)
    if not given:
        return "wrong", "A date is asked for."
    asked, _ = dates(question.folded)
    fresh = [day for day in given if day not in asked] or list(given)
    results = [_same_day(day, meant, question) for day in fresh]
    if len(results) > 1 and any(verdict == "wrong" for verdict, _ in results):
        return "wrong", "More than one date is given."
    return max(results, key=lambda result: _RANK[result[0]])


def _same_day(typed: Day, meant: Day, question: _Question) -> tuple[str, str]:
    month, day = typed.month, typed.day
    if (
        typed.swapped
        and (month, day) != (meant.month, meant.day)
        and (day, month) == (meant.month, meant.day)
    ):
        month, day = day, month
    for one, other, name in (
        (typed.year, meant.year, "year"),
        (month, meant.month, "month"),
        (day, meant.day, "day"),
        (typed.weekday, meant.weekday, "day of the week"),
        (typed.season, meant.season, "season"),
        (typed.decade, meant.decade, "decade"),
    ):
        if one is not None and other is not None and one != other:
            return "wrong", f"The {name} is another."
    if meant.decade is not None and typed.decade is None:
        return (
            ("close", "A decade is asked for.")
            if typed.year and typed.year // 10 == meant.decade // 10
            else ("wrong", "A decade is asked for.")
        )
    lacks_month = meant.month is not None and month is None
    lacks_day = meant.day is not None and day is None
    if re.search(r"\b(?:what|which) year\b", question.folded) and typed.year is not None:
        return "correct", "The year is right."
    if re.search(r"\b(?:what|which) month\b", question.folded) and month is not None:
        return "correct", "The month is right."
    if (
        re.search(r"\b(?:what|which) day of the week\b|\bweekday\b", question.folded)
        and typed.weekday is not None
        and meant.weekday is not None
    ):
        return "correct", "The day is right."
    if meant.year is not None and meant.month is None and meant.season is None:
        return (
            ("correct", "The year is right.")
            if typed.year is not None
            else ("wrong", "The year is asked for.")
        )
    if meant.season is not None and typed.season is None:
        return (
            ("partial", "The season is missing.")
            if typed.year is not None and typed.year == meant.year
            else ("wrong", "The season is asked for.")
        )
    if lacks_day and month is None and typed.weekday is not None and meant.weekday is not None:
        return "partial", "The date is missing."
    if lacks_month or lacks_day:
        if month is None and typed.year is None and day is None:
            return "wrong", "The date is another."
        return "partial", "The date is not told as far as asked."
    if meant.weekday is not None and meant.month is None and typed.weekday is None:
        return "wrong", "The day of the week is asked for."
    return "correct", "The date is right."
