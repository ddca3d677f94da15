"""What was typed against one accepted answer, each kind by its own rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.grading.amounts import compare_amount
from quizgen.grading.cleaning import fold
from quizgen.grading.dates import compare_clock, compare_day
from quizgen.grading.finding import Finding
from quizgen.grading.keys import Key, Question, key_of
from quizgen.grading.lexicon import COUNTRIES, TITLES
from quizgen.grading.lists import parts
from quizgen.grading.matching import compare_phrase
from quizgen.grading.names import compare_person
from quizgen.grading.phrases import content
from quizgen.grading.polarity import contest, negations, opposed, yes_or_no
from quizgen.grading.words import same_given_name, stem

# Words of measure: "How long" and "short" do not contradict each other.
_MEASURING = frozenset(
    "more most less least few fewer over under above below many much long longer half late early high old tall "
    "big large fast heavy first last".split()
)
_DESCRIBES = re.compile(
    r"\s*(?:the|an?|who|whose|which|that|of|from|in|at|by|for|with|his|her|their|when|as|after|before)\b"
)


def compare(typed: str, key: Key, question: Question, *, strict: bool) -> Finding:
    """What a folded answer is worth against one accepted answer."""
    denied = negations(typed) % 2 != negations(key.folded) % 2
    if key.yes is not None:
        told_too = set(content(typed)) & set(content(key.folded)) - {"yes", "no"}  # "No, they succeeded"
        return (
            Finding("wrong", "That denies it.") if denied and told_too else _compare_polarity(typed, key.yes)
        )
    if key.clock or key.day or key.quantity:
        zero = (
            key.quantity is not None
            and key.quantity.readings[0].low == 0
            and not re.search(r"\bnot\b", typed)
        )
        if zero and re.match(r"(?:none|nobody|no[ -]?one|nothing|no)\b(?! fewer| less| more)", typed):
            return Finding("correct", "None is right.")
        if denied and not zero:
            return Finding("wrong", "That denies it.")
        if reason := _turned(typed, key, question):
            return Finding("wrong", reason, veto=True)
    if key.clock:
        return compare_clock(typed, key.clock)
    if key.day:
        return compare_day(typed, key.day, question.folded, strict=strict)
    if key.quantity:
        return compare_amount(typed, key.quantity, question.folded, strict=strict)
    if key.person:
        return (
            Finding("wrong", "That denies it.", veto=True)
            if denied
            else _compare_someone(typed, key, question, strict)
        )
    if key.contest:
        return _compare_contest(typed, key.contest, question, strict)
    if key.parts:
        return _compare_parts(typed, key, question, strict)
    found = compare_phrase(typed, key.text, question.words, question.others, strict=strict)
    if found.verdict == "correct" and _adds_another(typed, key, question, strict):
        return Finding("partial", "Right, but something wrong is added.")
    return found


def _compare_polarity(typed: str, meant: bool) -> Finding:
    said = yes_or_no(typed)
    if said is None:
        return Finding("wrong", "Yes or no is asked for.")
    return Finding("correct", "Right.") if said == meant else Finding("wrong", "It is the other way round.")


def _turned(typed: str, key: Key, question: Question) -> str:
    """Why the words beside a number contradict question or answer ("it rose" where it fell), or ""."""
    mine = set(content(key.folded))
    typed = re.sub(r"\b(?:up|down) to\b", " ", typed)
    words = [
        word
        for word in content(typed)
        if not word[0].isdigit() and word not in mine | question.words | _MEASURING
    ]
    if any(opposed(word, asked) for word in words for asked in question.words - _MEASURING):
        return "That says the opposite of what is asked."
    if any(opposed(word, other) for word in words for other in mine - _MEASURING if not other[0].isdigit()):
        return "That says the opposite."
    return ""


# Persons


def _compare_someone(typed: str, key: Key, question: Question, strict: bool) -> Finding:
    assert key.person is not None
    found = compare_person(typed, key.person, question.people, question.words, strict=strict)
    if found.verdict == "correct" and _strangers(typed, key, question, strict):
        return Finding("wrong", "More than one name is given.")
    return found


def _strangers(typed: str, key: Key, question: Question, strict: bool) -> bool:
    """Whether a list of names holds the right one beside others: "Isaacman, Gillis, Poteet"."""
    assert key.person is not None
    pieces = [piece for piece in parts(typed) if content(piece)]
    if len(pieces) < 2:
        return False
    strange = 0
    for piece in pieces:
        words = content(piece)
        if len(words) > 3 or _DESCRIBES.match(piece) or set(words) <= question.words | TITLES:
            continue
        found = compare_person(piece, key.person, (), question.words, strict=strict)
        mine = found.verdict in ("correct", "close") or any(
            same_given_name(word, name) for word in words for name in key.person.given
        )
        strange += not mine
    return strange > 0


# Contests


def _compare_contest(typed: str, meant: tuple[str, str], question: Question, strict: bool) -> Finding:
    """ "A beat B": the winner alone will do, unless the loser is asked for."""
    winner, loser = meant
    asks_loser = bool(re.search(r"\b(?:lost|lose|loser|beaten|defeated)\b", question.folded))
    if negations(typed):
        return Finding("wrong", "That denies it.")
    said = contest(typed) or (("", typed) if asks_loser else (typed, ""))
    for mine, theirs in zip(meant, said, strict=True):
        if theirs and compare_phrase(theirs, mine, question.words, (), strict=strict).verdict != "correct":
            return Finding("wrong", "It was the other way round, or another side.", veto=True)
    return Finding("correct", f"It was {loser if asks_loser else winner}.")


# Lists


def _compare_parts(typed: str, key: Key, question: Question, strict: bool) -> Finding:
    """All parts in any order are right; some, or all with a wrong one added, are partial."""
    whole = compare_phrase(typed, key.text, question.words, (), strict=strict)
    if whole.verdict == "correct" and re.fullmatch(r"\w ?& ?\w", typed):
        return whole  # "J&J"
    pieces = list(parts(typed))
    counted = all(
        content(part)[:1] and content(part)[0][0].isdigit() for part in map(str.casefold, key.parts)
    )
    keys = [key_of(part, question) for part in key.parts]
    people = any(part.person for part in keys)  # "Tom Silva and Ana Berg" are not Ana Silva and Tom Berg
    if not counted and whole.verdict == "correct" and len(pieces) <= len(key.parts) - people:
        known = question.words | set(content(key.folded))  # one colour does not contradict another
        each = (
            compare_phrase(typed, part, known - set(content(fold(part))), (), strict=strict)
            for part in key.parts
        )
        if all(found.verdict == "correct" for found in each):
            return whole
    if whole.veto:
        return replace(whole, veto=False)
    hits = 0
    for part in keys:
        hit = next((piece for piece in pieces if _is_part(piece, part, question, strict, counted)), None)
        if hit is not None:
            pieces.remove(hit)
            hits += 1
    extra = [piece for piece in pieces if set(content(piece)) - question.words]
    total = len(key.parts)
    if hits == total and not extra:
        return Finding("correct", f"All {total} parts are right.")
    if hits:
        plus = ", and something wrong is added" if extra else ""
        share = round(hits / (total + len(extra)), 3)
        return Finding("partial", f"{hits} of {total} parts are right{plus}.", share=share)
    if whole.verdict != "wrong" and not counted:
        return replace(
            whole,
            verdict="partial" if whole.verdict == "correct" else whole.verdict,
            reason="Some of the parts are missing.",
        )
    return Finding("wrong", "None of the parts is right.")


def _is_part(piece: str, part: Key, question: Question, strict: bool, counted: bool) -> bool:
    if counted:  # the number goes with its noun: "12 men", not "9 men"
        typed, meant = content(piece), content(part.folded)
        return typed[:1] == meant[:1] and {stem(word) for word in typed} >= {stem(word) for word in meant}
    return compare(piece, part, question, strict=strict).verdict == "correct"


def _adds_another(typed: str, key: Key, question: Question, strict: bool) -> bool:
    """Whether a second answer stands beside the right one: "Paris and London", "Paris, London, Rome"."""
    pieces: Sequence[str] = [piece for piece in parts(typed) if content(piece)]
    if len(pieces) < 2 or len(typed.split()) > 10 or re.search(r"\band\b|[&,;]", key.folded):
        return False
    place = len(pieces) < 3 or content(pieces[-1])[-1] in COUNTRIES | {"usa", "uk"}  # "Paris, Texas, USA"
    if place and not re.search(r"\b(?:and|plus)\b|[;&]", typed):
        return False
    verdicts = [
        compare_phrase(piece, key.text, question.words, (), strict=strict).verdict for piece in pieces
    ]
    strange = [
        piece for piece, verdict in zip(pieces, verdicts, strict=True)
        if verdict == "wrong" and set(content(piece)) - question.words and len(content(piece)) <= 4
    ]  # fmt: skip
    return "correct" in verdicts and bool(strange)
