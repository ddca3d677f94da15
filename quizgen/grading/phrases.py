"""Words against words: names of organisations and places, titles, and everything told in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from quizgen.grading.cleaning import fold
from quizgen.grading.lexicon import (
    ABBREVIATIONS,
    ANTONYMS,
    DISTINGUISHING,
    GENERIC,
    NEGATIONS,
    PARTICLES,
    PHRASES,
    STOP,
    SYNONYMS,
    TITLES,
)
from quizgen.grading.polarity import negations, opposed
from quizgen.grading.quantities import _ORDINALS, _SMALL, _TENS
from quizgen.grading.words import is_word, likeness, stem

_PHRASES = tuple((re.compile(pattern), to) for pattern, to in (*ABBREVIATIONS, *PHRASES))
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_]\b)?|\b[^\W\d_](?:\.[^\W\d_])+\b\.?")
_PIECES = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12", "xiii": "13",
          "xiv": "14", "xv": "15", "xvi": "16", "xvii": "17", "xviii": "18"}  # fmt: skip
_LONE_ROMAN = re.compile(r"(?<=\w )(i|v|x)$")
_REGNAL = re.compile(
    r"^(?:King|Queen|Pope|Emperor|Empress|Tsar|Kaiser|Sultan|Prince|Princess) [^\W\d_]+(?: [^\W\d_]+)? (?:[IVX]+|the \w+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text as the words that carry it.

    Attributes:
        words: content words in order, abbreviations written out, numbers in digits.
        proper: every content word of the original is capitalised: the name of something.
        acronym: all capitals, compared without typos.
        tail: words of "in Lyon" in "an attic in Lyon": what only says where.
        optional: words behind a comma or in brackets ("D.C.", "France").
        negated: how many negating words it holds.
    """

    words: tuple[str, ...]
    proper: bool = False
    acronym: bool = False
    tail: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    negated: int = 0


@lru_cache(maxsize=4096)
def content(folded: str) -> tuple[str, ...]:
    """The words of a folded text that carry meaning, in order."""
    text = folded
    if "." in text:
        text = (
            _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)
            if not re.search(r"u\.\s?[sk]", text)
            else text
        )
    text = text.strip()
    for pattern, to in _PHRASES:
        text = pattern.sub(to, text)
    text = _LONE_ROMAN.sub(lambda found: {"i": "1", "v": "5", "x": "10"}[found[1]], text.strip(" .!?\"'"))
    raw = [re.sub(r"'s?$", "", piece).replace("'", "") for piece in _PIECES.findall(text)]
    words: list[str] = []
    for word in raw:
        number = _ROMAN.get(word) or _number(word)
        if (
            number
            and words
            and words[-1].isdigit()
            and word in _SMALL | _ORDINALS
            and words[-1].endswith("0")
            and len(words[-1]) == 2
            and len(number) == 1
        ):
            words[-1] = str(int(words[-1]) + int(number))
        elif number:
            words.append(number)
        else:
            words.append(word.replace(",", "") if word[0].isdigit() else word)
    kept = tuple(word for word in words if word not in STOP and word not in NEGATIONS)
    return kept or tuple(words)


def _number(word: str) -> str:
    value = _SMALL.get(word, _TENS.get(word, _ORDINALS.get(word)))
    return "" if value is None else str(value)


@lru_cache(maxsize=4096)
def phrase(text: str) -> Phrase:
    """The phrase of a cleaned text, case kept."""
    folded = fold(text)
    words = content(folded)
    letters = [word for word in re.findall(r"[^\W\d_][\w'.-]*", text) if fold(word).strip(".'") not in STOP]
    proper = (
        bool(letters)
        and all(word[0].isupper() for word in letters)
        and (len(letters) > 1 or not text.islower())
    )
    core = re.sub(r"[.\s]", "", text)
    acronym = core.isalpha() and core.isupper() and 2 <= len(core) <= 6
    tail: frozenset[str] = frozenset()
    inside = re.search(r"^(.*?\w.*?) (?:in|at|on|near|from|outside|of) (.+)$", folded)
    if inside and content(inside[1]) and not all(w in STOP for w in inside[1].split()):
        tail = frozenset(content(inside[2]))
    optional: set[str] = set()
    for found in re.finditer(r"\(([^)]*)\)", folded):
        optional.update(content(found[1]))
    if "," in folded and proper and folded.count(",") <= 2:
        optional.update(content(folded.partition(",")[2]))
    optional -= set(content(re.sub(r"\([^)]*\)", " ", folded).partition(",")[0]))
    if _REGNAL.match(text):
        optional.add(words[-1])
    return Phrase(words, proper, acronym, tail, frozenset(optional), negations(folded))


def is_acronym(short: str, words: tuple[str, ...], text: str) -> bool:
    """Whether folded `short` is made of the initials of the words, small ones counted or not."""
    if not (2 <= len(short) <= 8 and short.isalpha()) or len(short) < 2:
        return False
    every = list(re.findall(r"[^\W\d_]+", text))
    without = [word for word in every if word not in STOP]
    return len(without) > 1 and short in (
        "".join(w[0] for w in every),
        "".join(w[0] for w in without),
        "".join(w[0] for w in words if w),
    )


def _join(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Neighbours written apart that the other side writes as one: space + walk, de + pressurised."""
    targets = {stem(word) for word in others}
    joined: list[str] = []
    index = 0
    while index < len(words):
        if index + 1 < len(words) and words[index].isalpha() and words[index + 1].isalpha():
            both = words[index] + words[index + 1]
            if stem(both) in targets:
                joined.append(both)
                index += 2
                continue
        joined.append(words[index])
        index += 1
    return tuple(joined)


def _similar(typed: str, meant: str, *, strict: bool, exact: bool, proper: bool) -> str:
    if typed.isdigit() or meant.isdigit():
        return "same" if typed == meant else "none"
    like = likeness(typed, meant, strict=strict, exact=exact)
    if like == "form" and proper and not (meant.endswith("ern") or typed.endswith("ern")):
        return "none" if stem(typed) != stem(meant) and {typed, meant} & DISTINGUISHING else like
    if like == "none" and not proper:
        group = SYNONYMS.get(stem(typed), SYNONYMS.get(typed))
        if group and group == SYNONYMS.get(stem(meant), SYNONYMS.get(meant)):
            return "same"
    if (
        like == "none"
        and typed.isalpha()
        and meant.isalpha()
        and len(typed) == 1
        and proper
        and meant.startswith(typed)
        and meant in DISTINGUISHING
    ):
        return "same"  # "S. Korea"
    return like


def compare_phrase(
    typed_text: str,
    meant_text: str,
    prompt: frozenset[str],
    others: tuple[frozenset[str], ...],
    *,
    strict: bool,
) -> tuple[str, str, bool]:
    """Verdict, reason and veto for an answer in words.

    Args:
        typed_text: folded.
        meant_text: cleaned, with its case.
        prompt: content words of the question.
        others: content words of each other name in the coverage.
    """
    meant = phrase(meant_text)
    folded = fold(meant_text)
    typed = content(typed_text)
    flat = tuple(re.findall(r"[^\W\d_]+", typed_text.replace(".", "").replace("-", "")))
    if not meant.words:
        return "wrong", "That is not the answer.", False
    short = [word for word in flat if word not in STOP] or list(flat)
    if (
        meant.proper
        and len([w for w in short if w not in GENERIC]) == 1
        and is_acronym(next(w for w in short if w not in GENERIC), meant.words, folded)
    ):
        return "correct", "That is its short form.", False
    if meant.acronym and len(typed) > 1 and is_acronym(re.sub(r"\W", "", folded), typed, typed_text):
        return "correct", "That is what the letters stand for.", False
    words = _join(meant.words, typed)
    typed = _join(typed, words)

    left = list(typed)
    missing: list[str] = []
    slips: list[str] = []
    exact = meant.acronym
    rest: list[str] = []
    for word in words:  # exact matches first, so that a typo can't take the word of another
        if word in left:
            left.remove(word)
        else:
            rest.append(word)
    for word in rest:
        best = next(
            ((other, like) for want in ("same", "form", "typo") for other in left
             if (like := _similar(other, word, strict=strict, exact=exact, proper=meant.proper)) == want),
            None,
        )  # fmt: skip
        if best is None:
            missing.append(word)
        else:
            left.remove(best[0])
            if best[1] == "typo":
                slips.append(word)
    odd = negations(typed_text) % 2 != meant.negated % 2
    if odd and (len(missing) < len(words)):
        return "wrong", "That says the opposite.", True
    for word in left:
        if word not in prompt and any(opposed(word, other) for other in words):
            return "wrong", "That says the opposite.", True
    for word in left:
        if (
            word not in prompt
            and any(opposed(word, other) for other in prompt)
            and not any(opposed(w, p) for w in words for p in prompt)
        ):
            return "wrong", "That says the opposite of what is asked.", True
    numbers = [word for word in left if word[0].isdigit() and word not in prompt]
    if numbers and any(word[0].isdigit() for word in words):
        return "wrong", "The number is another.", bool([w for w in missing if w[0].isdigit()])
    for other in others:
        if other and not other <= set(words) and other <= set(typed) and not other <= prompt:
            return "wrong", "That names something else in the coverage.", True

    extras = [w for w in left if w not in prompt and stem(w) not in prompt and w not in GENERIC]
    weights = {word: 0.1 if word in meant.optional else _weight(word, prompt, meant.proper) for word in words}
    total = sum(weights.values()) or 1.0
    matched = sum(weights[word] for word in words if word not in missing)
    share = matched / total
    if not missing:
        turned_into = [w for w in left if w in DISTINGUISHING and w not in prompt]
        if turned_into and _adjacent(typed, turned_into, words):
            return "close", f"“{turned_into[0]}” makes it something else.", False
        if slips:
            return "correct", f"Right, but for a typing mistake: {', '.join(slips)}.", False
        return "correct", "All that matters is there.", False
    needed = [
        w
        for w in missing
        if w not in meant.optional
        and w not in prompt
        and stem(w) not in prompt
        and not ((w in GENERIC or w in PARTICLES) and meant.proper)
    ]
    beside = [w for w in left if w not in prompt and stem(w) not in prompt]
    if (
        not needed
        and matched
        and not beside
        and (share >= 0.5 or meant.optional >= set(missing))
        and not extras
    ):
        return "correct", "All that matters is there.", False
    distinguishing = [
        w for w in missing if w in DISTINGUISHING or w[0].isdigit() or (w in ANTONYMS and meant.proper)
    ]
    if not beside and matched:
        if meant.tail and set(words) - set(missing) <= meant.tail and not set(missing) <= meant.tail:
            return "partial", "Only part of the answer.", False
        if not meant.proper and share >= 0.66 and not distinguishing:
            return "correct", "Nearly all that matters is there.", False
        return ("partial" if share >= 0.4 else "close"), f"Something is missing: {len(missing)} more.", False
    if not meant.proper and share >= 0.75 and len(words) >= 3 and not distinguishing:
        return "correct", "Nearly all that matters is there.", False
    if missing and beside and all(any(_looks_like(other, word) for other in beside) for word in missing):
        return "close", "Close: check the spelling.", False
    return "wrong", "That is not the answer.", False


def _weight(word: str, prompt: frozenset[str], proper: bool) -> float:
    if word in prompt or stem(word) in prompt:
        return 0.25
    return 0.5 if word in GENERIC or word in TITLES else 1.0


def _adjacent(typed: tuple[str, ...], extras: list[str], words: tuple[str, ...]) -> bool:
    """Whether an extra word stands directly before a word of the answer."""
    return any(
        typed[k] in extras
        and k + 1 < len(typed)
        and any(likeness(typed[k + 1], word) != "none" for word in words[:1])
        for k in range(len(typed))
    )


def _looks_like(typed: str, meant: str) -> bool:
    """Whether a word is near enough to another to ask for a second look."""
    return (
        len(meant) > 3
        and typed.isalpha()
        and typed[0] == meant[0]
        and not is_word(typed)
        and OSA.normalized_similarity(typed, meant) >= 0.6
    )
