"""Repairs of characters and spacing that no reader would miss, each kept traceable."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Set

import ftfy
from ftfy.badness import is_bad

from quizgen.sources.tracing import Traced

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});")
_FOREIGN_RUN = re.compile(r"[^\x00-\x7f]+(?:(?<=Ã) )?")
# A line's end with what mail and quotations put in front of the next line.
_LINE_END = re.compile(r"(?:\r\n|[\n\r\v\f\u2028\u2029])[\s>|]*")
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]*(?:\r\n|[\n\r\v\f])[\s>|]*(?=[^\W\d_])")
_BROKEN_HALVES = re.compile(r"(?<![^\W\d_])[^\W\d_]+[-\u2010\u00ad][ \t]*(?:\r\n|[\n\r\v\f])[\s>|]*[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(
    r"ing|ings|ion|ions|tion|sion|ment|ments|ness|able|ible|ful|less|ers|est|ity|ies|ance|ence|ally"
)
# What stands first or last in words that own a hyphen, and is hardly ever a mere syllable.
_FIRST = frozenset(
    """self well half high cross two three four five six seven eight nine twenty thirty forty fifty sixty seventy
    eighty ninety second third fourth""".split()
)
_LAST = frozenset(
    "based related owned backed term hour scale sized driven funded powered profile founder year".split()
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[@-Z\\-_])?")
# Controls, soft hyphens, zero-width spaces and marks of direction: nobody sees them, and they mislead
# terminals and matching.  Joiners stay between characters that are not ASCII, where scripts need them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    r"\ufeff\ufff9-\ufffb]+|(?<=[\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d](?=[\x00-\x7f])"
)
_SPACES = re.compile(r"\s+")
_COMBINING = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, without the halves of those that a line's end has broken."""
    if _BROKEN_WORD.search(text):
        text = _BROKEN_HALVES.sub(" ", text)
    return frozenset(match.group().lower() for match in WORD.finditer(text))


def mend(traced: Traced, words: Set[str]) -> Traced:
    """A paragraph as a reader sees it: on one line, without mojibake, entities and unseen characters.

    Args:
        traced: the paragraph as it came.
        words: words of the whole document in lower case, to tell at a line's end "inter-national"
            from "knife-wielding".
    """
    text = traced.text
    if "&" in text:
        traced = traced.sub(_ENTITY, lambda match: html.unescape(match.group()))
    if not traced.text.isascii():
        if is_bad(traced.text):
            traced = traced.sub(_FOREIGN_RUN, lambda match: ftfy.fix_encoding(match.group()))
        traced = traced.sub(_LIGATURE, lambda match: unicodedata.normalize("NFKC", match.group()))
        traced = traced.sub(_COMBINING, lambda match: unicodedata.normalize("NFC", match.group()))
    traced = traced.sub(_ESCAPE, "")
    traced = traced.sub(_BROKEN_WORD, lambda match: _hyphen(match, words))
    traced = traced.sub(_LINE_END, " ")
    traced = traced.sub(_UNSEEN, "")
    return traced.sub(_SPACES, " ").strip()


def _hyphen(match: re.Match[str], words: Set[str]) -> str:
    """What stands at a word that a line's end has broken: nothing, or the hyphen that it owns."""
    text = match.string
    before = _WORD_BEFORE.search(text[max(match.start() - 40, 0) : match.start()])
    behind = WORD.match(text[match.end() : match.end() + 40])
    left, right = before.group() if before else "", behind.group() if behind else ""
    if match.group()[0] == "\u00ad" or (left + right).lower() in words:
        return ""
    if not right[:1].islower():
        return "-"
    owned = left.lower() in _FIRST or right in _LAST
    both = left.lower() in words and right.lower() in words
    if (owned or both) and min(len(left), len(right)) > 2 and not _ENDING.fullmatch(right):
        return "-"
    return ""
