"""Meaning: what an acronym stands for, and what a term that the text explains is."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extractors._asking import fact
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.lexicon import is_person_noun
from quizgen.model import Fact, Sentence
from quizgen.references import name_span, place_class


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "extravehicular activity (EVA)" and "UOKiK, the Polish anti-monopoly agency,"."""
    text = sentence.span.text
    doc = sentence.span.doc
    for short, long in sentence.references.glosses.items():
        place = text.find(f"{long} ({short})")
        if place < 0:
            continue
        start = sentence.span.start_char + place
        span = doc.char_span(start, start + len(long), alignment_mode="expand")
        if span is not None:
            yield fact("meaning", "acronym", sentence, span, lambda s=short: ({"term": s}, 0.0))  # type: ignore[misc]
    for token in sentence.span:
        if (
            token.dep_ == "appos"
            and token.pos_ == "NOUN"
            and token.head.pos_ == "PROPN"
            and token.head.i < token.i
        ):
            yield from _explained(sentence, token)


def _explained(sentence: Sentence, noun: object) -> Iterator[Fact]:
    head = noun.head  # type: ignore[attr-defined]
    name = name_span(head)
    if (
        sentence.references.is_person(name)
        or is_person_noun(noun.lemma_)
        or place_class(name.text)
        or head.ent_type_ in {"PERSON", "GPE", "DATE"}
    ):  # type: ignore[attr-defined]
        return
    if any(c.dep_ == "poss" for c in head.children) or sentence.span.doc[noun.left_edge.i - 1].text != ",":  # type: ignore[attr-defined]
        return
    tokens = [t for t in noun_phrase(noun) if t.i > head.i]  # type: ignore[arg-type]
    if not tokens or tokens[0].lower_ not in {"a", "an", "the"} or not 3 <= len(tokens) <= 12:
        return

    def build() -> tuple[dict[str, str], float]:
        if head.dep_ in {"compound", "conj", "appos"}:
            raise Unclear("what is explained is part of another name")
        return {"term": name.text}, 0.08

    yield fact("meaning", "apposition", sentence, tokens, build)
