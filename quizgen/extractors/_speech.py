"""Direct speech: what stands between quotation marks, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from quizgen.extractors._clauses import SUBJECTS, _Key
from quizgen.lexicon import SAYING
from quizgen.model import Sentence

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,600})[”\"]?")
SPOKEN = (SAYING | {"speak", "joke", "recount", "continue"}) - {
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
    """A quotation in a sentence: its words, their places in the document, and the speaker."""

    text: str
    start: int
    end: int
    speaker: Token | None
    verb: Token | None


def spoken(sentence: Sentence) -> frozenset[int]:
    """Indices of the tokens that stand in a quotation of a sentence or more (not in a quoted word or two)."""
    return _spoken(_Key(sentence))


@lru_cache(maxsize=8)
def _spoken(key: _Key) -> frozenset[int]:
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
    """Quotations of a sentence whose speaker the same sentence names."""
    doc = sentence.span.doc
    verbs = [
        t for t in sentence.span if t.lemma_ in SPOKEN and t.pos_ == "VERB" and t.i not in spoken(sentence)
    ]
    if not verbs:
        return
    for match in _QUOTED.finditer(sentence.span.text):
        text = match.group(1).strip()
        first = doc.char_span(
            sentence.span.start_char + match.start(1),
            sentence.span.start_char + match.end(1),
            alignment_mode="expand",
        )
        if first is None:
            continue
        near = sorted(verbs, key=lambda v: min(abs(v.i - first.start), abs(v.i - first.end)))
        for verb in near[:1]:
            speaker = next(
                (c for c in verb.children if c.dep_ in SUBJECTS and c.i not in spoken(sentence)), None
            )
            if speaker is None:
                # "tweeted Mayor of London Sadiq Khan": the parse is lost there, the name is not.
                behind = [
                    e
                    for e in sentence.span.ents
                    if e.label_ == "PERSON"
                    and verb.i < e.start <= verb.i + 6
                    and not any(t.is_punct for t in doc[verb.i : e.start])
                ]
                speaker = behind[0].root if behind else None
            yield Speech(text, first.start, first.end, speaker, verb)


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
