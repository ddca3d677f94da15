"""A text as the words that carry it: abbreviations written out, numbers in digits, small words gone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quizgen.grading.cleaning import fold
from quizgen.grading.lexicon import (
    ABBREVIATIONS,
    NEGATIONS,
    PHRASES,
    STOP,
)
from quizgen.grading.numerals import ORDINALS, SMALL, TENS, in_digits
from quizgen.grading.polarity import negations
from quizgen.grading.units import UNITS

_PHRASES = tuple((re.compile(pattern), to) for pattern, to in (*ABBREVIATIONS, *PHRASES))
_ALTERNATIVES = re.split(
    r"\|(?![^()]*\))",  # those inside brackets belong to one phrase
    "|".join(pattern for pattern, _ in (*ABBREVIATIONS, *PHRASES)).replace(
        "(iii|ii|i|[123])", "(?:iii|ii|i|[123])"
    ),
)
# Whether any stands in a text: the edge of a word that most begin with is looked for once, not for each.
_AT_EDGE = "|".join(phrase[2:] for phrase in _ALTERNATIVES if phrase.startswith(r"\b"))
_ANY_PHRASE = re.compile(
    "|".join([rf"\b(?:{_AT_EDGE})", *(p for p in _ALTERNATIVES if not p.startswith(r"\b"))])
)
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
        names: capitalised words of a text that is no name as a whole; they can't be left out.
        exact: words in which no slip is forgiven ("SpaceX": "SpaceY" is another).
        negated: how many negating words it holds.
        code: letters and digits in one piece ("H5N1"), without hyphens, "" if it is none.
    """

    words: tuple[str, ...]
    proper: bool = False
    acronym: bool = False
    tail: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    negated: int = 0
    code: str = ""


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
    text = in_digits(_SCALED.sub(_written_out, text.strip()))
    if _ANY_PHRASE.search(text):
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
            and word in SMALL | ORDINALS
            and words[-1].endswith("0")
            and len(words[-1]) == 2
            and len(number) == 1
        ):
            words[-1] = str(int(words[-1]) + int(number))
        elif number:
            words.append(number)
        elif words and words[-1][0].isdigit() and len(word) > 1 and word in UNITS:
            words.append(UNITS[word][0].name)  # "300 kg", "300 kilos"
        else:
            words.append(word.replace(",", "") if word[0].isdigit() else word)
    kept = tuple(word for word in words if word not in STOP and word not in NEGATIONS)
    return kept or tuple(words)


_SCALED = re.compile(r"(\d+(?:\.\d+)?) (thousand|million|billion)\b")


def _written_out(found: re.Match[str]) -> str:
    """ "20 thousand" as 20000."""
    return f"{float(found[1]) * {'thousand': 1e3, 'million': 1e6, 'billion': 1e9}[found[2]]:.0f}"


def _number(word: str) -> str:
    value = SMALL.get(word, TENS.get(word, ORDINALS.get(word)))
    return "" if value is None else str(value)


@lru_cache(maxsize=4096)
def phrase(text: str) -> Phrase:
    """The phrase of a cleaned text, case kept."""
    folded = fold(text)
    words = content(folded)
    mixed = (
        re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", folded)
        and re.search(r"\d", folded)
        and re.search(r"[a-z]", folded)
    )
    code = folded.replace("-", "") if mixed else ""
    letters = [word for word in re.findall(r"[^\W\d_][\w'.-]*", text) if fold(word).strip(".'") not in STOP]
    proper = (
        bool(letters)
        and all(word[0].isupper() for word in letters)
        and (len(letters) > 1 or not text.islower())
    )
    core = re.sub(r"[.\s]", "", text)
    acronym = core.isalpha() and core.isupper() and 2 <= len(core) <= 6
    tail: frozenset[str] = frozenset()
    inside = re.search(r"^(.*?\w.*?) (in|at|on|near|from|outside|of) (.+)$", folded)
    if inside and content(inside[1]) and not all(w in STOP for w in inside[1].split()):
        tail = frozenset(content(inside[3]))
    optional: set[str] = set()
    for found in re.finditer(r"\(([^)]*)\)", folded):
        optional.update(content(found[1]))
    if "," in folded and proper and folded.count(",") <= 2:
        optional.update(content(folded.partition(",")[2]))
    optional -= set(content(re.sub(r"\([^)]*\)", " ", folded).partition(",")[0]))
    if tail and inside and proper and text[0].islower() and inside[2] != "of":
        optional |= tail  # "at the Old Bailey in London"
    if _REGNAL.match(text):
        optional.add(words[-1])
    names = (
        frozenset(fold(word).strip(".'") for word in letters[1:] if word[0].isupper())
        if not proper
        else frozenset()
    )
    exact = frozenset(
        fold(word)
        for word in letters
        if re.search(r"[a-z][A-Z]$", word) or (len(word) > 1 and word.isupper() and not text.isupper())
    )
    return Phrase(words, proper, acronym, tail, frozenset(optional), names, exact, negations(folded), code)
