"""What was said: the object or complement of what somebody is reported to say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import _flat, fact, question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear, noun_phrase, subtree
from quizgen.lexicon import noun_class
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "Musk said the suit will have its own jetpack": asked with the attribution kept."""
    for clause in clauses(sentence):
        yield from _described(clause)
        if clause.speaker is None or (clause.links):
            continue
        obj = clause.child("dobj")
        if (
            obj is None
            or obj.pos_ != "NOUN"
            or clause.passive
            or noun_class(obj.lemma_) in {"quantity", "time", "person"}
        ):
            continue
        if any(c.dep_ == "nummod" for c in obj.children) or obj.ent_type_ in {
            "DATE",
            "MONEY",
            "PERCENT",
            "QUANTITY",
            "CARDINAL",
        }:
            continue
        tokens = noun_phrase(obj)
        if len(tokens) < 2 or len(tokens) > 10:
            continue
        yield fact("what_said", "object", sentence, tokens, partial(_build, clause, obj))


DESCRIBING = frozenset(
    "describe characterize characterise label brand hail denounce criticize criticise praise regard".split()
)


def _described(clause: Clause) -> Iterator[Fact]:
    """ "was described by The Guardian as the 'Queen of the curve'": how it was described."""
    if clause.verb.lemma_ not in DESCRIBING:
        return
    for prep in clause.verb.children:
        if prep.dep_ != "prep" or prep.lower_ != "as" or prep.i < clause.verb.i:
            continue
        tokens = [t for t in _flat(prep) if t.i > prep.i]
        while tokens and tokens[0].text in QUOTES:
            tokens.pop(0)
        while tokens and tokens[-1].text in QUOTES:
            tokens.pop()
        if 2 <= len(tokens) <= 12:
            yield fact("what_said", "described", clause.sentence, tokens, partial(_how, clause, prep))


def _how(clause: Clause, prep: Token) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, list(prep.subtree))
    if clause.passive and clause.child("agent") is None:
        doubt += 0.15
    return {"ask": "How", **slots}, doubt


QUOTES = frozenset("\"“”'‘’")


def _build(clause: Clause, obj: object) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, subtree(obj))  # type: ignore[arg-type]
    if not slots["according"]:
        raise Unclear("who says so is the one it is said of")
    return {"ask": "What", **slots}, doubt + 0.06
