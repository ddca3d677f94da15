"""Lengths by what they measure: height, distance, extent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial

from spacy.tokens import Token

from quizgen.extractors._amounts import Amount, amounts, measured
from quizgen.extractors._asked_amounts import asked_about
from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause, clauses, is_plural
from quizgen.extractors._phrases import Phrase, Same, Unclear, is_relative_time, noun_phrase
from quizgen.extractors._quantities import Quantity
from quizgen.extractors._wording import wording
from quizgen.model import Fact, Sentence

UP = frozenset("above over overhead".split())
APART = frozenset(
    "above below beneath under from away off beyond outside inland offshore north south east west northeast northwest southeast southwest "
    "north-east north-west south-east south-west west-southwest east-northeast south-southwest north-northeast apart behind ahead short".split()
)
COMPASS = frozenset("north south east west northeast northwest southeast southwest".split())
HIGH_WORDS = frozenset("high tall".split())
RISING = frozenset("climb rise ascend soar fly hover reach ascend descend".split())
GOING = frozenset("fly travel drive walk swim run sail march move drift go trek hike ride cover".split())
EXTENT = {
    "long": "How long",
    "wide": "How wide",
    "deep": "How deep",
    "thick": "How thick",
    "high": "How high",
    "tall": "How tall",
    "across": "How wide",
}


def extent(sentence: Sentence) -> tuple[tuple[str, Fact], ...]:
    """Facts with the way they are asked ("high", "far", "big")."""
    return _extent(Same(sentence))


@lru_cache(maxsize=8)  # three extractors ask for the same sentence in turn
def _extent(key: Same) -> tuple[tuple[str, Fact], ...]:
    return tuple(_measured(key.sentence))


def _measured(sentence: Sentence) -> Iterator[tuple[str, Fact]]:
    for amount in amounts(sentence, "length"):
        word = next((w for w in _following(amount.quantity, sentence)[:1]), None)
        clause = amount.clause
        if word is not None and word.lower_ == "across" and any(c.dep_ == "pobj" for c in word.children):
            word = None  # "travelled 100 metres across the plain"
        if amount.span.start and amount.span[0].nbor(-1).lower_ == "the":
            continue  # "ran the 100 metres": the name of a race
        if word is not None and word.lower_ in EXTENT and amount.role in {"complement", "adverbial", "inner"}:
            kind = "high" if word.lower_ in HIGH_WORDS else "big"
            yield (
                kind,
                fact(_KIND[kind], word.lower_, sentence, amount.span, partial(_is_long, amount, word)),
            )
        elif (
            clause.links
            and amount.role == "complement"
            and clause.subject.lemma_
            in {
                "height",
                "altitude",
                "elevation",
                "depth",
                "length",
                "width",
                "distance",
                "diameter",
                "range",
                "size",
            }
        ):
            kind = (
                "high"
                if clause.subject.lemma_ in {"height", "altitude", "elevation"}
                else "far"
                if clause.subject.lemma_ in {"distance", "range"}
                else "big"
            )
            yield kind, fact(_KIND[kind], "value", sentence, amount.span, partial(_value, amount))
        elif (
            clause.links
            and amount.role == "complement"
            and clause.subject.lemma_
            in {"flight", "journey", "trip", "walk", "route", "jump", "race", "drive", "march", "swim"}
        ):
            yield (
                "far",
                fact("how_far", "journey", sentence, amount.span, partial(_simple, amount, "How far")),
            )
        elif (
            amount.role == "prepositional"
            and amount.prep is not None
            and amount.prep.lower_ in {"to", "at"}
            and (
                clause.verb.lemma_ in RISING
                or (
                    clause.child("xcomp", "ccomp") is not None
                    and any(c.lemma_ in RISING for c in clause.parts)
                )
            )
        ):
            yield (
                "high",
                fact(
                    "how_high",
                    "rising",
                    sentence,
                    amount.span,
                    partial(
                        _simple,
                        amount,
                        "How high"
                        if amount.prep is not None and amount.prep.lower_ == "to"
                        else "At what height",
                    ),
                ),
            )
        elif (
            clause.verb.lemma_ in GOING
            and amount.role in {"object", "adverbial"}
            and (word is None or word.lower_ not in APART | UP)
        ) or (
            clause.verb.lemma_ in GOING
            and amount.role == "prepositional"
            and amount.prep is not None
            and amount.prep.lower_ in {"for", "up"}
        ):
            yield (
                "far",
                fact("how_far", "going", sentence, amount.span, partial(_simple, amount, "How far")),
            )
        elif (
            amount.role == "prepositional"
            and amount.prep is not None
            and word is not None
            and amount.prep.lower_ == "within"
            and word.lower_ == "of"
        ):
            yield "far", fact("how_far", "within", sentence, amount.span, partial(_within, amount, word))
    yield from _at_heights(sentence)
    yield from _apart(sentence)


def _at_heights(sentence: Sentence) -> Iterator[tuple[str, Fact]]:
    """ "lives at an altitude of more than 2,700 metres": the height behind its name."""
    doc = sentence.span.doc
    for quantity in measured(sentence):
        unit = doc[quantity.end - 1]
        height = unit.head.head if unit.dep_ == "pobj" and unit.head.lower_ == "of" else None
        at = height.head if height is not None and height.dep_ == "pobj" else None
        if quantity.dimension != "length" or height is None or at is None or at.lower_ != "at":
            continue
        clause = next((c for c in clauses(sentence) if c.verb.i == at.head.i), None)
        if height.lemma_ in HEIGHTS and clause is not None:
            span = doc[quantity.start : quantity.end]
            way = "big" if height.lemma_ == "depth" else "high"
            yield way, fact(_KIND[way], "at", sentence, span, partial(_at, clause, at, height))


def _at(clause: Clause, at: Token, height: Token) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, list(at.subtree))
    return {"ask": f"At what {height.text}", **slots}, doubt + 0.02


def _within(amount: Amount, of: Token) -> tuple[dict[str, str], float]:
    """ "within two miles of the coast"."""
    place = next((c for c in of.children if c.dep_ == "pobj"), None)
    if place is None:
        raise Unclear("within reach of what is not said")
    near = Phrase("each other") if place.lower_ == "other" else wording(noun_phrase(place), amount.sentence)
    slots, doubt = asked_about(
        amount.clause, [*(amount.prep.subtree if amount.prep is not None else [])], placeless=True
    )
    return {"ask": f"How close to {near.text}", **slots}, doubt + near.doubt


#: Names of heights and depths at which something is or goes on.
HEIGHTS = frozenset("altitude height elevation depth".split())
#: Participles that say where something lies.
LYING = frozenset("locate situate centre center base position".split())
_KIND = {"high": "how_high", "far": "how_far", "big": "how_big"}


def _following(quantity: Quantity, sentence: Sentence) -> list[Token]:
    return list(sentence.span.doc[quantity.end : min(quantity.end + 2, sentence.span.end)])


def _simple(amount: Amount, ask: str) -> tuple[dict[str, str], float]:
    gone = [*amount.span, *([amount.prep] if amount.prep is not None else [])]
    slots, doubt = asked_about(amount.clause, gone)
    if slots["aux"] == "would" and amount.quantity.hedge == "up to":
        slots["aux"] = "could"  # so far at most, should it ever go
    return {"ask": ask, **slots}, doubt


def _value(amount: Amount) -> tuple[dict[str, str], float]:
    slots, doubt = asked_about(amount.clause, list(amount.span))
    return {"ask": "What", **slots}, doubt


def _is_long(amount: Amount, word: Token) -> tuple[dict[str, str], float]:
    if not amount.clause.links:
        raise Unclear("the measure describes another noun")
    slots, doubt = asked_about(amount.clause, [*amount.span, word])
    return {"ask": EXTENT[word.lower_], **slots}, doubt


def _apart(sentence: Sentence) -> Iterator[tuple[str, Fact]]:
    """ "434.9 miles below him", "more than 400 miles above Earth": a distance with its point of reference."""
    doc = sentence.span.doc
    for quantity in measured(sentence):
        if quantity.dimension != "length" or quantity.end >= sentence.span.end:
            continue
        unit = doc[quantity.end - 1]
        if unit.head.lower_ == "of" and unit.head.head.lemma_ in HEIGHTS:
            continue  # "at a depth of 3,000 metres off Peru"
        word = doc[quantity.end]
        if word.lower_ not in APART:
            continue
        kind = "high" if word.lower_ in UP else "far"
        span = doc[quantity.start : quantity.end]
        yield (
            kind,
            fact(_KIND[kind], "apart", sentence, span, partial(_distance, sentence, quantity, word)),
        )


def _distance(sentence: Sentence, quantity: Quantity, word: Token) -> tuple[dict[str, str], float]:
    doc = sentence.span.doc
    reference = _reference(word, sentence)
    last = max([t.i for t in reference], default=word.i)
    point = wording(reference, sentence) if reference else None
    if point is None:
        raise Unclear("from where is not said")
    ask = f"How {'high' if word.lower_ in UP else 'far'} {point.text}"
    before = doc[quantity.start - 1] if quantity.start > sentence.span.start else None
    # "with the planet glittering 434.9 miles below him": a thing and its participle right before.
    if before is not None and before.tag_ in {"VBG", "VBN"} and before.i > sentence.span.start:
        noun = doc[before.i - 1]
        if before.tag_ == "VBN" and noun.pos_ == "AUX":
            noun = None  # type: ignore[assignment]
        if noun is not None and noun.pos_ in {"NOUN", "PROPN"}:
            tokens = [t for t in noun_phrase(noun) if t.i <= noun.i]
            thing = wording(tokens, sentence)
            plural = is_plural(noun)
            return {
                "ask": ask,
                "aux": "were" if plural else "was",
                "subject": thing.text,
                "verb": "",
                "rest": "",
                "according": "",
            }, point.doubt + thing.doubt + (0.05 if noun.pos_ == "PROPN" else 0.2)
    place = doc[quantity.start - 2] if before is not None and before.text == "," else None
    if (
        place is not None
        and place.pos_ == "PROPN"
        and place.dep_ == "pobj"
        and place.head.head.pos_ != "VERB"
    ):
        raise Unclear("what lies there is told inside another phrase")
    measure = {t.i for t in doc[quantity.start : last + 1]}
    candidates = [
        c
        for c in clauses(sentence)
        if c.verb.i < quantity.start and (c.shape in {"main", "conj", "reported"} or c.verb.lemma_ in LYING)
    ]
    inside = [c for c in candidates if measure & {t.i for t in c.verb.subtree}]
    if before is None or before.text not in {"-", "–", "—"}:  # behind a dash it is said of all before
        inside = [c for c in inside if not _in_other_clause(doc[quantity.core_end - 1], c.verb)]
    if not inside:
        raise Unclear("what lies there is not certain")
    clause = inside[-1] if word.lower_ not in UP or len(inside) == 1 else inside[0]
    gone = [doc[i] for i in sorted(measure)]
    slots, doubt = asked_about(clause, gone, also_drop=[p for p in clause.parts if p.dep_ in {"advcl"}])
    slots["subject"] = re.sub(r"^an? ", "the ", slots["subject"])  # one asks of that one
    return {"ask": ask, **slots}, doubt + point.doubt + 0.06


def _in_other_clause(measure: Token, verb: Token) -> bool:
    """Whether the measure belongs to a clause below the verb ("sank as it approached a terminal 40 miles away")."""
    here = measure
    while here.i != verb.i and here.head.i != here.i:
        if here.pos_ in {"VERB", "AUX"} and here.dep_ in {"advcl", "relcl", "acl", "ccomp", "pcomp"}:
            return True
        here = here.head
    return False


def _reference(word: Token, sentence: Sentence) -> list[Token]:
    """The words from "above" to the end of what it is above of."""
    doc = word.doc
    if word.lower_ == "apart":
        return [word]
    tokens = [word]
    here = word
    while here.i + 1 < sentence.span.end and (
        (doc[here.i + 1].lower_ in {"from", "of"} and doc[here.i + 1].pos_ == "ADP")
        or doc[here.i + 1].lower_ in COMPASS
        or (doc[here.i + 1].text == "-" and not here.whitespace_)  # "west-southwest"
    ):
        here = doc[here.i + 1]
        tokens.append(here)
    nxt = doc[here.i + 1] if here.i + 1 < sentence.span.end else None
    if nxt is None or nxt.is_punct:
        return []
    obj = next((c for c in here.children if c.dep_ == "pobj"), None) or next(
        (c for t in tokens for c in t.children if c.dep_ == "pobj"), None
    )
    if obj is None:
        return []
    phrase = [t for t in noun_phrase(obj) if t.i > here.i]
    if is_relative_time(phrase):
        return []
    return [*tokens, *phrase]
