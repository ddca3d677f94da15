"""What turns an answer into its opposite: negation, prefixes, antonyms, who beat whom."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from quizgen.grading.lexicon import ANTONYMS, NEGATIONS, NEGATIVE_PREFIXES, NO, YES
from quizgen.grading.words import root, stem

_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_HARMLESS = re.compile(
    r"\b(?:not (?:enough|sufficient)|not only|no doubt|no(?:t)? (?:fewer|less|more|later|earlier|sooner) than|no more than|why not|whether or not|not over|not quite|no\.? (?=\d))\b"
)


@lru_cache(maxsize=4096)
def negations(folded: str) -> int:
    """How many negating words a folded text holds; bounds such as "no fewer than" are none."""
    text = re.sub(r"\bneither\b(.+)\bnor\b", r"not\1", _HARMLESS.sub(" ", folded))  # one, not two
    return sum(word.replace("'", "") in NEGATIONS or word.endswith("n't") for word in _WORDS.findall(text))


def yes_or_no(folded: str) -> bool | None:
    """True for yes, False for no, None for neither: "it did", "nope", "no, it didn't"."""
    words = [word.replace("'", "") for word in _WORDS.findall(folded)]
    if not words:
        return None
    if words[0] in ("nobody", "none", "nothing", "noone"):
        return False
    if words[0] in NO and words[1:2] != ["not"]:
        return False
    if words[0] in YES:
        return None if any(word in NEGATIONS for word in words[1:]) else True
    if len(words) <= 5 and re.search(
        r"\b(?:did|does|do|is|was|were|are|has|have|had|will|would|can|could)(?:n't|nt| not)?$",
        folded.strip(" .!"),
    ):
        return not negations(folded)
    if len(words) <= 3 and words[-1] in YES | NO:  # "it was no"
        return (words[-1] in YES) != ("not" in words)
    return None


@lru_cache(maxsize=4096)
def bare(word: str) -> tuple[str, str]:
    """A word without its polarity prefix, and the prefix: ("pressurized", "de"), ("crewed", "un")."""
    for prefix in NEGATIVE_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            return word[len(prefix) :], prefix
    return word, ""


def opposed(typed: str, meant: str) -> bool:
    """Whether two folded words are opposites: rise and fall, or one word with and without "un-"."""
    if meant in ANTONYMS.get(typed, ()) or stem(meant) in ANTONYMS.get(stem(typed), ()):
        return True
    one, other = root(typed), root(meant)
    if one == other:
        return False
    first, second = bare(one), bare(other)
    return (
        one == second[0]
        or other == first[0]
        or (first[0] == second[0] and bool(first[1]) and bool(second[1]))
    )


def opposite(word: str, words: Collection[str]) -> bool:
    """Whether the word is the opposite of any of the words without being one of them."""
    return word not in words and any(opposed(word, other) for other in words)


# "A beat B"

_BEAT = r"(?:beats?|defeat(?:s|ed)?|thrash(?:es|ed)?|overc[ao]mes?|edge[sd]?(?: past)?|down(?:s|ed)|won against|wins against|win against|(?:wins|won) over|saw off|knocked out|eliminate[sd]?)"
_LOST = r"(?:lost (?:out )?to|loses to|lose to|(?:was|were|is|are|got) (?:beaten|defeated|thrashed|knocked out|eliminated) by|lost against|fell to)"
_CONTEST = re.compile(rf"^(?P<a>.+?) (?:(?P<beat>{_BEAT})|(?P<lost>{_LOST})) (?P<b>.+?)[.!]?$")
_WON = re.compile(
    r"^(?P<a>.+?) (?:(?P<won>won|wins|win|triumphed|did)|(?P<lost>lost|loses|lose|was beaten|were beaten|was defeated|were defeated))\b.*$"
)


def contest(folded: str) -> tuple[str, str] | None:
    """(winner, loser) of a clause such as "Brazil beat Argentina" or "Brazil won"; "" for one not named."""
    found = _CONTEST.match(folded)
    if found:
        return (found["a"], found["b"]) if found["beat"] else (found["b"], found["a"])
    found = _WON.match(folded)
    if found and len(found["a"].split()) <= 4:
        return (found["a"], "") if found["won"] else ("", found["a"])
    return None
