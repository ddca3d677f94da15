"""Meaning: what an acronym stands for, and what a term that the text explains is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.lexicon import is_person_noun
from quizgen.model import Fact, Sentence
from quizgen.references import name_span, place_class


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "extravehicular activity (EVA)" and "UOKiK, the Polish anti-monopoly agency,"."""
    text = sentence.span.text
    doc = sentence.span.doc
    for short, long in sentence.references.glosses.items():
        place = max(
            text.find(f"{long} ({short})"), text.find(f"{long}'s ({short})"), text.find(f"{long}’s ({short})")
        )
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


CALLING = frozenset("call name nickname dub title entitle know codename rename term".split())


def _called(clause: Clause) -> Iterator[Fact]:
    """ "a mannequin nicknamed Ripley", "a program called ...", "known as ..."."""
    if clause.verb.lemma_ == "bear" and clause.passive:
        yield from _born_as(clause)
        return
    if clause.verb.lemma_ not in CALLING or not clause.passive:
        return
    name = clause.child("oprd", "attr", "dobj")
    gone: list[Token] = []
    if name is None and clause.verb.lemma_ == "know":
        pair = next(
            ((p, o) for p, o in clause.prepositions() if p.lower_ == "as" and p.head.i == clause.verb.i), None
        )
        if pair is not None:
            gone, name = [pair[0]], pair[1]
    if (
        name is None
        or name.i < clause.verb.i
        or (name.pos_ != "PROPN" and clause.doc[name.left_edge.i - 1].text not in QUOTES)
    ):
        return
    tokens = [t for t in noun_phrase(name) if t.text not in QUOTES]
    if clause.sentence.references.is_person(name_span(name)):
        return

    def build() -> tuple[dict[str, str], float]:
        slots, doubt = question(
            clause,
            [*gone, *name.subtree],
            also_drop=[p for p in clause.parts if p.dep_ == "prep" and p not in gone],
        )
        subject = slots["subject"]
        for article in ("a ", "an "):
            if subject.lower().startswith(article):
                slots["subject"] = "the " + subject[len(article) :]
        return {"ask": "What", **slots}, doubt

    yield fact("meaning", "called", clause.sentence, tokens, build)


def _born_as(clause: Clause) -> Iterator[Fact]:
    """ "Day was born Doris Mary Ann Kappelhoff": the name at birth."""
    name = clause.child("oprd", "attr", "dobj", "npadvmod")
    full = clause.sentence.references.person_at(clause.subject)
    if name is None or name.pos_ != "PROPN" or name.i < clause.verb.i or not full:
        return
    tokens = list(name_span(name))
    if len(tokens) < 2 or any(t.ent_type_ in {"DATE", "GPE"} for t in tokens):
        return
    slots = {
        "ask": "What",
        "aux": "was",
        "subject": f"{full}'s name at birth",
        "verb": "",
        "rest": "",
        "according": "",
    }
    yield fact("meaning", "called", clause.sentence, tokens, lambda: (slots, 0.0))


QUOTES = frozenset("\"“”'‘’")


def _explained(sentence: Sentence, noun: Token) -> Iterator[Fact]:
    head = noun.head
    name = name_span(head)
    if (
        sentence.references.is_person(name)
        or is_person_noun(noun.lemma_)
        or place_class(name.text)
        or head.ent_type_ in {"PERSON", "GPE", "DATE"}
    ):
        return
    if any(c.dep_ == "poss" for c in head.children) or sentence.span.doc[noun.left_edge.i - 1].text != ",":
        return
    tokens = [t for t in noun_phrase(noun) if t.i > head.i]
    if not tokens or tokens[0].lower_ not in {"a", "an", "the"} or not 3 <= len(tokens) <= 12:
        return

    def build() -> tuple[dict[str, str], float]:
        if head.dep_ in {"compound", "conj", "appos"}:
            raise Unclear("what is explained is part of another name")
        return {"term": name.text}, 0.08

    yield fact("meaning", "apposition", sentence, tokens, build)
