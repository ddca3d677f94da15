"""The words of an article that prove an answer, and their place."""

from __future__ import annotations

from functools import lru_cache

from quizgen.extractors._phrases import Same
from quizgen.model import Evidence, Sentence


def evidence_of(sentence: Sentence) -> Evidence:
    """The sentence as the reader sees it, and its place in the original."""
    return _evidence_of(Same(sentence))


@lru_cache(maxsize=8)
def _evidence_of(key: Same) -> Evidence:
    sentence = key.sentence
    span = sentence.span
    text = span.text
    lead = len(text) - len(text.lstrip())
    quote = text.strip()
    start = sentence.offset + span.start_char + lead
    end = start + len(quote)
    quote, around = " ".join(quote.split()), sentence.paragraph.text
    return Evidence(
        quote=quote,
        start=sentence.paragraph.place(start),
        end=sentence.paragraph.place(end),
        paragraph=around if around != quote else "",
    )


def evidence_from(first: Sentence, sentence: Sentence) -> Evidence:
    """The sentences from one that names somebody in full to the one that tells the fact, also over paragraphs."""
    if first is sentence:
        return evidence_of(sentence)
    between = [evidence_of(s) for s in sentence.references.sentences[first.index : sentence.index + 1]]
    return Evidence(" ".join(e.quote for e in between), between[0].start, between[-1].end)


def passage_between(sentence: Sentence, start: int, end: int) -> Evidence:
    """The sentences of a paragraph from one place to another (characters), the given sentence among them."""
    spans = [
        (s.offset + s.span.start_char, s.offset + s.span.end_char)
        for s in sentence.references.sentences
        if s.paragraph is sentence.paragraph
    ]
    here = sentence.offset + sentence.span.start_char
    touched = [(a, b) for a, b in spans if a == here or (a < end and b > start)]
    first, last = touched[0][0], touched[-1][1]
    text = sentence.paragraph.text[first:last]
    if len(text.split()) > 90:
        return evidence_of(sentence)
    quote = text.strip()
    first += len(text) - len(text.lstrip())
    return Evidence(
        " ".join(quote.split()), sentence.paragraph.place(first), sentence.paragraph.place(first + len(quote))
    )
