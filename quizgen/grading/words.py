"""One word against another: spelling variants, endings, and what still counts as a typing mistake."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from rapidfuzz.distance import OSA

from quizgen.grading.lexicon import COUNTRIES, MONTHS, NICKNAMES, VERBS, WEEKDAYS
from quizgen.grading.numerals import NUMBER_WORDS

Likeness = Literal["same", "form", "typo", "none"]

# British to American, on folded words of some length; only ever applied to both sides.
_SPELLINGS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=..)is(?=e[drs]?$|ing$|ation|able$)", "iz"),
        (r"(?<=..)yse(?=[drs]?$)", "yze"),
        (r"(?<=..)our(?=$|s$|ed$|ing$|ite|able|hood|ful|less|er|y$)", "or"),
        (r"(?<=[a-z]{2}[^aeiou])re$", "er"),
        (r"(?<=.)ogue$", "og"),
        (r"(?<=gr)amme$|(?<=gr)ammes$", "am"),
        (r"(?<=[a-z]{4})ll(?=ed$|ing$|er$|ers$)", "l"),
        (r"^alumini", "alumin"),
        (r"(?<=[a-z]{2})ence$", "ense"),
        (r"(?<=.)ae(?=[a-z]{3})|(?<=.)oe(?=[a-z]{3})", "e"),
        (r"^plough", "plow"),
        (r"^cheque", "check"),
        (r"^sceptic", "skeptic"),
        (r"^mould", "mold"),
        (r"^jewell", "jewel"),
        (r"^orangutang$", "orangutan"),
    )
)
_IRREGULAR = {
    "gray": "grey", "tyre": "tire", "kerb": "curb", "sulphur": "sulfur", "programme": "program", "pyjamas": "pajama",
    "moustache": "mustache", "doughnut": "donut", "storey": "story", "whisky": "whiskey", "yoghurt": "yogurt",
    "draught": "draft", "manoeuvre": "maneuver", "artefact": "artifact", "maths": "math", "mum": "mom", "axe": "ax",
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "mice": "mouse", "lice": "louse", "oxen": "ox", "mitochondria": "mitochondrion", "nuclei": "nucleus",
    "bacteria": "bacterium", "criteria": "criterion", "phenomena": "phenomenon", "wolves": "wolf", "knives": "knife",
    "lives": "life", "wives": "wife", "leaves": "leaf", "halves": "half", "shelves": "shelf", "thieves": "thief",
    "loaves": "loaf", "cacti": "cactus", "fungi": "fungus", "data": "datum", "media": "medium",
}  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word in American spelling, singular: equal stems are the same word."""
    if not word.isalpha():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 3:
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word.endswith(("ches", "shes", "sses", "xes", "zes")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    if len(word) > 4:
        for pattern, to in _SPELLINGS:
            word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """The stem without endings of grammar: marks, marked, marking and marker of "mark" share one."""
    word = re.sub(r"ical$", "ic", VERBS.get(word, stem(word)))
    for ending in ("ward", "ern", "ing", "ed", "er", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            if ending in ("ing", "ed", "er") and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    """English words that a slip of one letter turns into another English word."""
    lines = Path(__file__).with_name("english.txt").read_text(encoding="ascii").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_word(word: str) -> bool:
    """Whether the word has a meaning of its own, so that typing it can't be a slip."""
    if word in COUNTRIES or word in WEEKDAYS or (word in MONTHS and len(word) > 3) or word in NUMBER_WORDS:
        return True
    english = _english()
    return word in english or stem(word) in english or root(word) in english


_CONSONANTS = re.compile(r"[^aeiou]")
_VOWELS = re.compile(r"[aeiouyhw]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """The consonants as they sound, doubled ones once: "Sheinbaum" and "Scheinbaum" share one."""
    for letters, sound in (
        ("sch", "s"),
        ("sh", "s"),
        ("ph", "f"),
        ("ck", "k"),
        ("q", "k"),
        ("c", "k"),
        ("z", "s"),
        ("x", "ks"),
    ):
        word = word.replace(letters, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


def is_slip(typed: str, meant: str) -> bool:
    """Whether `typed` is `meant` with a typing mistake (both folded), the real-word guard left to the caller.

    Distance is optimal string alignment.  One edit from five letters; in four letters only a doubled
    or dropped double, an inserted letter or two neighbours swapped; two edits from seven letters if the consonants
    are the same, but one in a country, for another region is often near.  The first letter must be right, or sound the same.
    """
    if not (typed.isalpha() and meant.isalpha()) or min(len(typed), len(meant)) < 3 or len(meant) < 4:
        return False
    if typed[0] != meant[0] and not _sounds_alike(typed, meant):
        return False
    distance = OSA.distance(typed, meant, score_cutoff=2)
    if distance == 1:
        if len(meant) > 4:
            return len(typed) > 3
        return (
            len(typed) == 5
            or (len(typed) == 4 and sorted(typed) == sorted(meant))
            or _DOUBLED.sub(r"\1", meant) == typed
        )
    two = distance == 2 and len(meant) >= 7 and meant not in COUNTRIES  # "Slavonia" is no Slovenia
    return two and skeleton(typed) == skeleton(meant)


def _sounds_alike(typed: str, meant: str) -> bool:
    heads = {typed[:2], meant[:2]}
    if typed[1:2] == meant[0] and typed[0] == meant[1:2]:  # the first two swapped
        return True
    firsts = {typed[0], meant[0]}
    return (
        (firsts == {"f", "p"} and "ph" in heads)
        or (firsts == {"c", "k"} and not heads & {"ch", "ce", "ci"})
        or (firsts <= {"i", "y", "j"} and len(firsts) == 2)
        or (firsts == {"x", "z"})
    )


def likeness(typed: str, meant: str, *, strict: bool = False, exact: bool = False) -> Likeness:
    """How one folded word stands to another.

    "same" for equal words and spelling variants, "form" for another ending of the same root, "typo"
    for a typing mistake, "none" otherwise.  `strict` forbids typos, `exact` typos and forms.
    """
    if typed == meant or stem(typed) == stem(meant):
        return "same"
    if exact:
        return "none"
    if len(meant) > 3 and len(typed) > 3 and root(typed) == root(meant):
        return "form"
    if strict or (not is_slip(stem(typed), stem(meant)) and not is_slip(typed, meant)):
        return "none"
    return "none" if is_word(typed) else "typo"


_FEMALE = re.compile(r"(?:a|ia|ina|ine|ette|elle)$")


def same_given_name(typed: str, meant: str) -> bool:
    """Whether two given names may be one person's: equal, initial, short form, or a misspelling.

    A misspelling keeps the consonants or swaps two letters; another last vowel is another name
    ("Mario", "Maria"), and so is the female form of a male one ("Paul", "Paula").
    """
    if typed == meant:
        return True
    if not typed or not meant or typed[0] != meant[0]:
        return typed in NICKNAMES.get(meant, ())
    if len(typed) == 1 or len(meant) == 1:
        return True
    if typed in NICKNAMES.get(meant, ()):
        return True
    short, long = sorted((typed, meant), key=len)
    if long.startswith(short):
        return not (len(short) > 2 and _FEMALE.fullmatch(long[len(short) :]))
    if typed in NICKNAMES and meant in NICKNAMES:
        return False
    if skeleton(typed) == skeleton(meant) and _CONSONANTS.sub("", typed) == _CONSONANTS.sub("", meant):
        return True  # "Marc", "Mark"
    if not is_slip(typed, meant):
        return False
    swapped = sorted(typed) == sorted(meant)
    other_end = typed[-1] != meant[-1] and {typed[-1], meant[-1]} <= set("aeiou")
    return swapped or (skeleton(typed) == skeleton(meant) and not other_end)
