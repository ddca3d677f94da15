"""Persons: surname enough, but never with a wrong first name.

Follows the correctness guidelines of NAQT and ACF: "W. Harrison" is William Henry Harrison, and a bare
surname that two people of the coverage bear asks for more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizgen.grading.finding import Finding
from quizgen.grading.lexicon import (
    DISTINGUISHING,
    FAMILY_FIRST,
    GENERIC,
    NICKNAMES,
    PARTICLES,
    PERSON_NOUNS,
    STOP,
    SUFFIXES,
    TITLES,
)
from quizgen.grading.words import is_slip, is_word, same_given_name

_VOWELS = frozenset("aeiouy")
_ASKS_PERSON = re.compile(r"\b(?:who|whom|whose)\b")
_QUALITIES = "|".join(
    sorted((TITLES - PERSON_NOUNS) | DISTINGUISHING | {"current", "young", "famous", "legendary"})
)
_PEOPLE = "|".join(sorted(PERSON_NOUNS))
_BODIES = "|".join(sorted((GENERIC - PERSON_NOUNS) | {"country", "agency", "court", "body"}))
_ASKS_KIND = re.compile(
    rf"\b(?:which|what|name the)\b (?:(?:{_QUALITIES}|\w+(?:ish|ian|ean|ese|can|winning))[ -]){{0,3}}?"
    rf"(?:(?!(?:{_BODIES})\b)\w+ )?(?:{_PEOPLE})\b"  # "which tennis player", not "which company director"
    rf"|\b(?:which|what) (?:(?:two|three|four|five|six|\d) )?(?:people|persons|(?:{_PEOPLE})s)\b"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name: given names (or initials), surname with its particles joined, folded."""

    given: tuple[str, ...]
    surname: str
    particles: tuple[str, ...] = ()
    family_first: bool = False


def asks_person(prompt: str) -> bool:
    """Whether a folded question asks for a person: "who ...", "which president ..."."""
    return bool(_ASKS_PERSON.search(prompt) or _ASKS_KIND.search(prompt))


@lru_cache(maxsize=4096)
def person(text: str) -> Person | None:
    """The name as a person's, or None if it does not look like one.

    Args:
        text: cleaned, with its case: every word but particles must be capitalised.
    """
    from quizgen.grading.cleaning import fold

    bare = re.sub(r"\([^)]*\)|\"[^\"]*\"", " ", text)
    if re.search(r"[\d:;!?/&]", bare):
        return None
    if bare.count(",") == 1:
        surname, given = bare.split(",")
        if len(given.split()) <= 2 and fold(given.strip(" .")) in SUFFIXES:
            bare = surname
        elif len(surname.split()) == 1 and 0 < len(given.split()) <= 3:
            bare = f"{given} {surname}"
        else:
            bare = surname
    elif "," in bare:
        return None
    raw = [word for word in re.findall(r"[^\s,\"]+", bare) if re.search(r"\w", word)]
    while len(raw) > 1 and (fold(raw[0]).strip(".") in TITLES or raw[0].lower() in ("the", "a", "an")):
        raw = raw[1:]
    if any(word.lower() in ("and", "or", "&") for word in raw):
        return None
    lower = [
        k
        for k, word in enumerate(raw[:-2])
        if word[0].islower() and fold(word) not in PARTICLES and fold(word) != "of"
    ]
    if lower:  # "NASA astronaut Nick Hague", "the physician George Huntington"
        raw = raw[lower[-1] + 1 :]
    if not raw or len(raw) > 6 or re.fullmatch(r"[IVX]+", raw[-1]):
        return None
    words = [fold(word).strip(".'") for word in raw]
    for word, plain in zip(raw, words, strict=True):
        if plain in PARTICLES:
            continue
        if word[0].islower() or plain in ("of", "and", "or", "the"):
            return None
    while len(words) > 1 and words[-1].replace(".", "") in SUFFIXES:
        words = words[:-1]
    split = [part for word in words for part in re.split(r"\.", word) if part]  # "j.k." is two initials
    split = [word.replace("'", "") for word in split]
    if len(split) < 2:
        return None
    start = len(split) - 1
    while start > 1 and split[start - 1] in PARTICLES:
        start -= 1
    korean = len(raw) == 2 and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", raw[-1])  # "Bong Joon-ho"
    first = bool(korean) or (
        split[0] in FAMILY_FIRST
        and split[-1] not in FAMILY_FIRST
        and (len(split) == 3 or "-" in split[-1] or split[0] not in NICKNAMES)
    )
    return Person(tuple(split[:start]), split[-1], tuple(split[start:-1]), first)


def _same(typed: str, meant: str, strict: bool) -> bool:
    if typed.replace("-", "") == meant.replace("-", ""):
        return True
    if strict or typed + "a" == meant or meant + "a" == typed:  # "Georgiev" is not "Georgieva"
        return False
    if (
        len(typed) == len(meant)
        and (typed[-1] in _VOWELS) != (meant[-1] in _VOWELS)
        and sorted(typed) != sorted(meant)
    ):
        return False  # another ending makes another name: "Andrés", "Andrea"
    return is_slip(typed, meant) and not is_word(typed)


def compare_person(
    typed: str, meant: Person, others: tuple[Person, ...], prompt: frozenset[str], *, strict: bool
) -> Finding:
    """Verdict and reason for a folded answer to a question for a person."""
    typed = re.sub(r"\([^)]*\)", " ", typed)
    flipped = re.match(r"^\s*([\w'-]+),\s*(?!\s|(?:the|an?|who|of|from)\b)([\w'. -]{1,30})$", typed)
    if flipped and _same(flipped[1].replace("'", ""), meant.surname, strict):
        typed = f"{flipped[2]} {flipped[1]}"
    words = [
        w
        for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", typed)
        if (w := re.sub(r"'s$", "", word).replace("'", ""))
    ]
    surname = meant.surname
    words = _unhyphenated(words, meant)
    whole = "".join((*meant.particles, surname))
    words = _joined(words, surname, whole)
    places = [
        k
        for k, word in enumerate(words)
        if _same(word, surname, strict) or (meant.particles and _same(word, whole, strict))
    ]
    if not places and "-" in surname and not meant.family_first:
        places = [k for k, word in enumerate(words) if word in surname.split("-") and len(word) > 3]
    initials = "".join(name[0] for name in (*meant.given, surname))
    if len(initials) > 2 and [word for word in words if word not in STOP] == [initials]:
        return Finding("correct", "The initials are right.")
    known = [word for word in words if any(_given(word, name) for name in meant.given)]
    strangers = [
        word for word in words
        if word not in TITLES and word not in SUFFIXES and word not in STOP and word not in prompt and word not in PARTICLES
    ]  # fmt: skip
    rival = _rival(words, meant, others, strict)
    if not places:
        if meant.family_first and len(strangers) == 1 and _same(strangers[0], meant.given[0], strict):
            return Finding("correct", "The family name is right.")
        if rival:
            return Finding("wrong", f"That is another person of the coverage: {rival}.", veto=True)
        exact = [word for word in words if word in meant.given or word in NICKNAMES.get(meant.given[0], ())]
        if exact and len(strangers) == 1:
            return Finding("close", "Only the first name; the surname is asked for.")
        rest = [word for word in strangers if word not in known]
        near = [word for word in rest if _resembles(word, surname)]
        if near and len(rest) == 1 and (known or len(strangers) == 1):
            return Finding("close", "Close to the name: check how the surname is spelt.")
        return Finding("wrong", "That is another name.")
    if rival:
        return Finding("wrong", f"That names another person of the coverage: {rival}.", veto=True)
    place = places[-1]
    before = _names_before(words, place, meant, prompt)
    named = [word for word in before if any(_given(word, name) for name in meant.given)]
    if len(before) == 1 and len(meant.given) > 1 and before[0] == "".join(name[0] for name in meant.given):
        return Finding("correct", "The name is right.")  # "IM Pei"
    if named:
        index = before.index(named[0])
        between = [word for word in before[index + 1 :] if word not in named]
        if len(meant.given) > 1 and any(
            len(word) == 1 and not any(_given(word, name) for name in meant.given) for word in between
        ):
            return Finding("close", "Right surname, but another initial.")
        return Finding("correct", "The name is right.")
    if before:
        behind = words[place + 1 : place + 2]
        if behind and any(_given(word, name) for word in behind for name in meant.given) and not before:
            return Finding("correct", "The name is right, surname first.")
        return Finding("wrong", "Right surname, wrong first name.")
    behind = [word for word in words[place + 1 :] if word in strangers]
    swapped = bool(behind) and words[place + 1] == behind[0] and len(words) <= 4
    if swapped and any(_given(behind[0], name) for name in meant.given):
        return Finding("correct", "The name is right, surname first.")
    bearers = [
        other
        for other in others
        if other.surname == surname and not any(_given(g, n) for g in other.given[:1] for n in meant.given)
    ]
    if bearers:
        return Finding("close", "Two people of the coverage bear this surname: say which.")
    return Finding("correct", "The surname is right.")


def _unhyphenated(words: list[str], meant: Person) -> list[str]:
    """The words, those with a hyphen taken apart if that gives a part of the name: "brown-jackson"."""
    known = {meant.surname, *meant.given}
    return [
        part
        for word in words
        for part in (word.split("-") if word not in known and known & set(word.split("-")) else [word])
    ]


def _joined(words: list[str], surname: str, whole: str) -> list[str]:
    """The words with a surname in one piece that was typed in several: "o connor", "von derleyen"."""
    for size in (3, 2):
        for k in range(len(words) - size + 1):
            joined = "".join(words[k : k + size]).replace("-", "")
            if joined in (surname.replace("-", ""), whole.replace("-", "")):
                return [*words[:k], surname, *words[k + size :]]
    return words


def _given(typed: str, name: str) -> bool:
    return same_given_name(typed, name)


def _resembles(typed: str, surname: str) -> bool:
    if surname.startswith(typed) and len(typed) >= 4:
        return True
    return len(surname) >= 4 and OSA.normalized_similarity(typed, surname) >= 0.6


def _names_before(words: list[str], place: int, meant: Person, prompt: frozenset[str]) -> list[str]:
    """What stands directly before the surname and may be a first name."""
    before: list[str] = []
    for word in reversed(words[:place]):
        if word in meant.particles and not before:
            continue
        named = any(_given(word, name) for name in meant.given)
        if not named and (
            word in TITLES or word in STOP or word in prompt or (word in PARTICLES and not before)
        ):
            break
        before.insert(0, word)
        if len(before) == 4:
            break
    return before


def _rival(words: list[str], meant: Person, others: tuple[Person, ...], strict: bool) -> str:
    """Another person of the coverage whom the words name, "" if none."""
    for other in others:
        if other.surname == meant.surname:
            first = other.given[0]
            mine = any(word in meant.given or word in NICKNAMES.get(meant.given[0], ()) for word in words)
            if first in words and first not in meant.given and not mine:
                return f"{first} {other.surname}".title()
            continue
        if other.surname in words and other.surname not in meant.given:
            return f"{other.given[0]} {other.surname}".title()
        if (
            other.given[0] in words
            and not any(_given(other.given[0], name) for name in meant.given)
            and len(words) == 1
        ):
            return f"{other.given[0]} {other.surname}".title()
        if not strict and any(
            is_slip(word, other.surname) and not _same(word, meant.surname, False) for word in words
        ):
            return f"{other.given[0]} {other.surname}".title()
    return ""
