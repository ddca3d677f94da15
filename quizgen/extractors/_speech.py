"""Direct speech: what stands between quotation marks, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from quizgen.extractors._phrases import SUBJECTS, Same
from quizgen.lexicon import SAYING
from quizgen.model import Sentence

SPOKEN = (SAYING | {"speak", "joke", "recount", "continue"}) - {
    "describe",
    "call",
    "cite",
    "show",
    "find",
    "hope",
    "expect",
    "think",
    "believe",
    "estimate",
    "report",
    "indicate",
    "reveal",
}


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation: its words, its place in the paragraph (characters), the speaker and the verb of saying."""

    text: str
    start: int
    end: int
    speaker: Token | None
    verb: Token | None


def spoken(sentence: Sentence) -> frozenset[int]:
    """Indices of the tokens that stand in a quotation of a sentence or more (not in a quoted word or two)."""
    return _spoken(Same(sentence))


@lru_cache(maxsize=8)
def _spoken(key: Same) -> frozenset[int]:
    sentence = key.sentence
    inside: set[int] = set()
    for start, end in _stretches(sentence.paragraph.text):
        for token in sentence.span:
            place = sentence.offset + token.idx
            if start <= place < end:
                inside.add(token.i)
    return frozenset(inside)


@lru_cache(maxsize=64)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Character ranges of quotations of more than four words in a paragraph."""
    found, open_at = [], None
    for place, char in enumerate(text):
        if char == "“" or (char == '"' and open_at is None):
            open_at = place if open_at is None else open_at
        elif char in '”"' and open_at is not None:
            if len(text[open_at:place].split()) > 4:
                found.append((open_at, place + 1))
            open_at = None
    if open_at is not None:
        found.append((open_at, len(text)))
    return tuple(found)


def speeches(sentence: Sentence) -> Iterator[Speech]:
    """Quotations that a verb of saying in this sentence, outside of them, attributes to somebody.

    A quotation may have begun in a sentence before; `start` and `end` count characters of the paragraph.
    """
    text = sentence.paragraph.text
    here = (sentence.offset + sentence.span.start_char, sentence.offset + sentence.span.end_char)
    inside = spoken(sentence)
    verbs = [t for t in sentence.span if t.lemma_ in SPOKEN and t.pos_ == "VERB" and t.i not in inside]
    if not verbs:
        return
    for start, end in _stretches(text):
        if end <= here[0] or start >= here[1]:
            continue
        verb = min(
            verbs, key=lambda v: min(abs(sentence.offset + v.idx - start), abs(sentence.offset + v.idx - end))
        )
        yield Speech(text[start:end].strip('“”" '), start, end, _speaker(verb, sentence), verb)


def _speaker(verb: Token, sentence: Sentence) -> Token | None:
    inside = spoken(sentence)
    own = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i not in inside), None)
    if own is not None:
        return own
    # "tweeted Mayor of London Sadiq Khan": the parse is lost there, the name is not.
    for ent in sentence.span.ents:
        if (
            ent.label_ == "PERSON"
            and verb.i < ent.start <= verb.i + 6
            and not any(t.is_punct for t in verb.doc[verb.i : ent.start])
        ):
            return ent.root
    return None


def excerpt(text: str, longest: int = 22) -> str:
    """A quotation short enough for a question: its first whole sentences, else a whole clause; "" if none fits."""
    text = " ".join(text.split()).strip()
    text = re.sub(r"\[[,.]\]$|\[\.\.\.\]$", "", text).strip()
    pieces = re.split(r"(?<=[.!?…])\s+", text)
    best = ""
    for piece in pieces:
        longer = f"{best} {piece}".strip()
        if len(longer.split()) > longest:
            break
        best = longer
    if not best:
        clause = re.split(r"[;:—–]\s|,\s(?=and |but |so |because |which )", pieces[0])[0]
        best = clause if 4 <= len(clause.split()) <= longest else ""
    return best.rstrip(" ,;:")
