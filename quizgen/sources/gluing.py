"""Words that lost the space between them, parted again where the text itself is the evidence.

Pages drop the space beside a link: "aSpaceXcapsule".  That this is three words shows where the
inner name stands on its own elsewhere in the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.sources.languages import ENGLISH
from quizgen.sources.mending import WORD
from quizgen.sources.tracing import Edit, Traced

_CHUNK = re.compile(r"\S+")
_NO_PROSE = re.compile(r"[@/\\_#=<>{}]|www\.")
_COMMA = re.compile(r"(?<=[^\W\d_]{2}[,;])(?=[^\W\d_]{2})")
_COLON = re.compile(r"(?<=[^\W\d_A-Z]{3}:)(?=[A-Z][a-z]+)")
_STOP = re.compile(r"(?<=[a-z]{2}[.!?])(?=([A-Z][a-z]*)\b(?!\.\w))")
_CURLY = re.compile(r"(?<=[A-Za-z,.!?])(?=“[A-Za-z])|(?<=”)(?=[A-Za-z])")
# Words that part from what follows even where no capital shows it.  Only these two: English has hardly
# a word that is one of them with another word behind it, but many like "another", "today", "island".
_UNMISTAKABLE = ("the", "of")
_ENDINGS = frozenset("s n an ns ans ian ians ese ish er ers i is y ies ic ist ists ism".split())
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What stands on its own in a text.

    Attributes:
        words: every word as written.
        folded: the same in lower case.
    """

    words: frozenset[str]
    folded: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The words of some texts."""
        words = frozenset(match.group() for text in texts for match in WORD.finditer(text))
        return cls(words, frozenset(word.lower() for word in words))

    def knows(self, word: str) -> bool:
        """Does this word, in small letters, stand on its own (or is it one of the commonest)?"""
        return (word in self.words or word in ENGLISH) and (len(word) > 1 or word == "a")


def unglue(traced: Traced, vocabulary: Vocabulary) -> Traced:
    """A paragraph with the missing spaces put in."""
    edits: list[Edit] = []
    for chunk in _CHUNK.finditer(traced.text):
        text = chunk.group()
        if text.isalpha() and (text.istitle() or (text.islower() and not text.startswith(_UNMISTAKABLE))):
            continue  # nothing can be missing in a plain word, and most are
        if len(text) > 3 and not _NO_PROSE.search(text):
            edits += ((at, at, " ") for at in sorted(_breaks(chunk, vocabulary)))
    return traced.edit(edits) if edits else traced


def _breaks(chunk: re.Match[str], vocabulary: Vocabulary) -> set[int]:
    """Where spaces are missing in a stretch without spaces, as offsets in the whole text."""
    text, start = chunk.group(), chunk.start()
    found = {
        start + match.start() for pattern in (_COMMA, _COLON, _CURLY) for match in pattern.finditer(text)
    }
    found |= {
        start + match.start()
        for match in _STOP.finditer(text)
        if match[1].lower() in ENGLISH or match[1] in vocabulary.words
    }
    for match in WORD.finditer(text):
        if 3 < len(match.group()) <= _LONGEST_WORD:
            found |= {start + match.start() + at for at in _part(match.group(), vocabulary)}
    return found


def _part(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Where a word falls apart: "aSpaceXcapsule" at 1 and 7; nowhere without evidence."""
    if word.islower():
        return _part_small(word, vocabulary)
    first = next(at for at, letter in enumerate(word) if not letter.islower())
    if 0 < first < 3 and not vocabulary.knows(word[:first]):
        return ()  # "iPhone", "eBay"
    rest = word[first:]
    before = (first,) if first else ()
    if first and rest in vocabulary.words:
        return before
    for length in range(len(rest) - 1, 2, -1):
        name, after = rest[:length], rest[length:]
        if name not in vocabulary.words or not after.islower():
            continue
        if _odd(name) and (len(after) > 3 or vocabulary.knows(after)):
            return (*before, first + length)
        if first and after in _ENDINGS:
            return before  # "theAmericans" where the text knows "American"
        if first and vocabulary.knows(after):
            return (first, first + length)
    return ()


def _odd(name: str) -> bool:
    """Does a name end so that small letters behind it can't be its own ("SpaceX", "NASA")?"""
    return name[-1].isupper()


def _part_small(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    for first in _UNMISTAKABLE:
        rest = word.removeprefix(first)
        if rest != word and len(rest) > 3 and rest[0] != "f" and rest in vocabulary.folded:
            return (len(first),)
    return ()
