"""The parts of a person's name: titles, given names, family name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from quizgen.lexicon import first_name, is_person_noun

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baron", "baroness",
    "president", "vice", "prime", "minister", "chancellor", "secretary", "senator", "sen", "congressman",
    "congresswoman", "representative", "rep", "governor", "gov", "mayor", "deputy", "judge", "justice", "attorney",
    "general", "gen", "colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt",
    "commander", "cmdr", "admiral", "adm", "corporal", "private", "officer", "chief", "inspector", "detective",
    "director", "administrator", "chairman", "chairwoman", "chair", "ceo", "spokesman", "spokeswoman",
    "spokesperson", "astronaut", "pilot", "father", "sister", "brother", "pope", "king", "queen", "prince",
    "princess", "duke", "duchess", "rev", "reverend", "bishop", "archbishop", "cardinal", "rabbi", "imam", "sheikh",
    "ambassador", "coach", "former", "acting", "actor", "actress", "singer", "author", "billionaire", "engineer",
    "specialist", "mission", "emergencies", "foreign", "correspondent", "science", "state",
})  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "mp", "obe", "mbe", "cbe"})
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "la", "le", "el", "al", "bin", "ibn", "bint",
     "ten", "ter", "zu", "st", "st.", "san", "mac"}
)  # fmt: skip
# Family names that stand first in Chinese, Korean and Vietnamese names, where a given name follows.
_FAMILY_FIRST = frozenset(
    {"xi", "li", "wang", "zhang", "chen", "liu", "zhao", "zhou", "hu", "wen", "mao", "deng", "jiang", "kim", "moon",
     "park", "yoon", "roh", "ban", "nguyen", "tran", "peng", "ai", "liang", "xu", "sun", "ma", "guo", "lin", "han"}
)  # fmt: skip


@lru_cache(10_000)
def plain(word: str) -> str:
    """A word of a name as it is compared: without dots, possessive and case."""
    return word.removesuffix("'s").removesuffix("’s").strip(".,").casefold()


@lru_cache(10_000)
def untitled(name: str) -> str:
    """The name without titles in front and suffixes behind ("Commander Jared Isaacman" → "Jared Isaacman")."""
    words = name.split()
    while len(words) > 1 and (plain(words[0]) in TITLES or (len(words) > 2 and _is_job(words[0]))):
        words = words[1:]
    while len(words) > 1 and plain(words[-1]) in _SUFFIXES:
        words = words[:-1]
    if words:
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s").rstrip(",")
    return " ".join(words)


def _is_job(word: str) -> bool:
    """ "Broadcaster", "Officer": a word for a person that is no given name."""
    return is_person_noun(plain(word)) and not first_name(word)


def family(name: str, short: Iterable[str] = ()) -> str:
    """The family name with its particles ("Simone de Beauvoir" → "de Beauvoir"), "" where it is not certain.

    `short` are single words by which the coverage calls people later on: they settle whether the family
    name stands first ("Kim Jong Un").
    """
    words = untitled(name).split()
    if len(words) < 2:
        return ""
    later = {plain(word) for word in short}
    first, last = plain(words[0]), plain(words[-1])
    if last not in later and (first in later or (first in _FAMILY_FIRST and _eastern(words))):
        return words[0] if first in _FAMILY_FIRST else ""
    start = len(words) - 1
    while start > 1 and plain(words[start - 1]) in _PARTICLES:
        start -= 1
    return " ".join(words[start:]) if len(words[-1].strip(".")) > 1 else ""


def given(name: str, short: Iterable[str] = ()) -> str:
    """The first given name, "" if there is none."""
    words = untitled(name).split()
    last = family(name, short).split()
    if not last:
        return ""
    rest = (
        words[1:]
        if words[: len(last)] == last and len(last) == 1 and words[0] == last[0]
        else words[: -len(last)]
    )
    return rest[0] if rest else ""


def _eastern(words: list[str]) -> bool:
    """A given name of one or two short syllables: "Jong Un", "Jae-in", "Jinping"."""
    rest = words[1:]
    if len(rest) == 1:
        return "-" in rest[0] or words[0].casefold() in {
            "xi",
            "hu",
            "wen",
            "deng",
            "zhang",
            "zhao",
            "zhou",
            "peng",
            "xu",
        }
    return len(rest) == 2 and all(len(word) <= 6 for word in rest) and not any("." in word for word in rest)


def respelled(text: str, here: str, there: str) -> str:
    """The text with one spelling of a name for another, also where it has only the word that differs.

    ("Ms Ellis", "Sarah Ellis", "Sarah Gillis") → "Ms Gillis".
    """
    text = re.sub(rf"(?<!\w){re.escape(here)}(?!\w)", lambda _: there, text)
    pairs = [pair for pair in zip(here.split(), there.split(), strict=False) if pair[0] != pair[1]]
    if len(pairs) == 1 and len(here.split()) == len(there.split()):
        mine, theirs = pairs[0]
        text = re.sub(rf"(?<!\w){re.escape(mine)}(?!\w)", lambda _: theirs, text)
    return text
