"""Direct speech: what stands between quotation marks, and who says it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from quizgen.extractors._phrases import SUBJECTS, Same, tokens_of
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


#: Sentences before and behind one that a quotation may reach.
REACH = 12


def beside(sentence: Sentence) -> list[Sentence]:
    """The sentences of a paragraph around one, with itself."""
    around = sentence.references.sentences[max(0, sentence.index - REACH) : sentence.index + REACH + 1]
    return [s for s in around if s.paragraph is sentence.paragraph]


def spoken(sentence: Sentence) -> frozenset[int]:
    """Indices of the tokens that stand in a quotation of a sentence or more (not in a quoted word or two)."""
    return _spoken(Same(sentence))


@lru_cache(maxsize=8)
def _spoken(key: Same) -> frozenset[int]:
    sentence = key.sentence
    stretches = _stretches(sentence.paragraph.text)
    begin = sentence.offset + sentence.span[0].idx
    here = bisect_right(stretches, begin, key=lambda stretch: stretch[1])
    inside: set[int] = set()
    for token in sentence.span:
        place = sentence.offset + token.idx
        while here < len(stretches) and stretches[here][1] <= place:
            here += 1
        if here < len(stretches) and stretches[here][0] <= place:
            inside.add(token.i)
    return frozenset(inside)


@lru_cache(maxsize=64)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Character ranges of quotations of more than four words in a paragraph."""
    found: list[tuple[int, int]] = []
    if "“" not in text and '"' not in text:
        return ()
    open_at: int | None = None
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
    verbs = [t for t in tokens_of(sentence) if t.lemma_ in SPOKEN and t.pos_ == "VERB" and t.i not in inside]
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


#: What opens a clause that says nothing alone ("Now that they can ...").
SUBORDINATE = frozenset({"advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "appos"})
#: A subject that only the sentence before can explain.
POINTERS = frozenset("he she they this that these those it him her them".split())
LONGEST_QUOTATION = 25
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”'’]?\s+|\s*\[(?:\.\.\.|…)\]\s*")
_CLAUSE_END = re.compile(r"[;:—–]\s|,\s(?=(?:and|so|because|which)\s)")


def statement(speech: Speech, sentence: Sentence) -> tuple[str, float]:
    """A quotation short enough for a question: its first whole sentences that state something, and the doubt.

    What comes before them (a greeting, a cry) is left out; a sentence too long is cut behind a whole
    clause, never before a "but" that takes it back.  "" if nothing fits.
    """
    text = sentence.paragraph.text
    tokens = [
        (s.offset + t.idx, t)
        for s in beside(sentence)
        for t in s.span
        if speech.start <= s.offset + t.idx < speech.end
    ]
    best, doubt, begun = "", 0.0, False
    for start, end in _pieces(text, speech.start, speech.end):
        words = _words(text[start:end])
        states, points = _states([t for place, t in tokens if start <= place < end])
        if not begun:
            if not states:
                continue
            if len(words.split()) > LONGEST_QUOTATION:
                cut = _CLAUSE_END.search(text, start, end)
                words = _words(text[start : cut.start()]) if cut else ""
                inside = [t for place, t in tokens if cut and start <= place < cut.start()]
                states, points = _states(inside)
                return (
                    (words, 0.12 * points)
                    if states and len(words.split()) <= LONGEST_QUOTATION
                    else ("", 0.0)
                )
            best, doubt, begun = words, 0.12 * points, True
        elif (
            len(f"{best} {words}".split()) <= LONGEST_QUOTATION
            and states
            and "]" not in text[start - 6 : start]
        ):
            best = f"{best} {words}"
        else:
            break
    return best.rstrip(" ,;:"), doubt


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of the sentences of a quotation, as its punctuation parts them."""
    while start < end and (text[start] in "\"“'‘" or text[start].isspace()):
        start += 1
    for mark in _SENTENCE_END.finditer(text, start, end):
        yield start, mark.start()
        start = mark.end()
    if start < end:
        yield start, end


def _words(text: str) -> str:
    """A piece of a quotation on one line, without its outer marks and the editor's "[,]" at its end."""
    text = " ".join(text.split()).strip('“”" ')
    return re.sub(r"\[[,.]\]$", "", text).strip()


def _states(tokens: list[Token]) -> tuple[bool, bool]:
    """Whether words make a whole statement, and whether its subject points outside."""
    inside = {t.i for t in tokens}
    for verb in tokens:
        if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in SUBORDINATE:
            continue
        children = list(verb.children)
        subject = next(
            (c for c in children if c.dep_ in {*SUBJECTS, "expl"} and c.i in inside and c.i < verb.i), None
        )
        finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or any(
            c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in children if c.dep_ in {"aux", "auxpass"}
        )
        marked = any(
            c.dep_ == "mark" or c.tag_ in {"WRB", "WP", "WDT"}
            for c in children
            if c.i < verb.i and c.i in inside
        )
        if subject is None or not finite or marked or subject.tag_ in {"WP", "WDT"}:
            continue
        if verb.dep_ == "ccomp" and verb.head.i in inside and verb.head.i < verb.i:
            continue
        fills = subject.lower_ == "it" and any(
            c.dep_ in {"xcomp", "ccomp", "advcl", "acomp", "attr"} for c in children
        )
        return True, subject.lower_ in POINTERS and not fills
    return False, False
