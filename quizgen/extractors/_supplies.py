"""How much there is of what can't be counted: "six minutes of oxygen", "$3 billion in aid"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._amounts import measured
from quizgen.extractors._asked_amounts import asked_about
from quizgen.extractors._asking import fact
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import noun_phrase
from quizgen.extractors._quantities import Quantity
from quizgen.extractors._wording import wording
from quizgen.lexicon import SAYING
from quizgen.model import Fact, Sentence

#: What there is for money, and nobody counts.
GRANTED = frozenset(
    "aid assistance relief help damage funding money cash credit support compensation debt investment business trade insurance revenue "
    "income profit spending equipment weaponry property jewellery jewelry cocaine heroin marijuana gold merchandise stock equity capital".split()
)
#: What one does with a supply that is measured by how long it lasts.
HOLDING = frozenset("have carry need contain hold use produce consume".split())


def _object_above(noun: Token, clause: Clause) -> bool:
    """Whether the noun stands in the clause's object."""
    here = noun
    while here.dep_ in {"pobj", "prep", "conj", "nsubj", "compound"} or here.tag_ == "NNS":
        if here.head.i in {clause.verb.i, here.i}:
            break
        here = here.head
    ranges = here.lower_ == "between"  # "caused between $2 and $3 of damage"
    return here.head.i == clause.verb.i and (here.dep_ in {"dobj", "ccomp"} or ranges)


def supply(sentence: Sentence) -> Iterator[Fact]:
    """ "she has 5.9 minutes of oxygen remaining": how much of something somebody has left."""
    for quantity in measured(sentence):
        found = held(quantity, sentence)
        if found is not None:
            span = sentence.span.doc[quantity.start : quantity.end]
            yield fact("how_much", "supply", sentence, span, partial(_supplied, *found))


def held(quantity: Quantity, sentence: Sentence) -> tuple[Clause, Token] | None:
    """The clause that says what is had of something, and the word for that."""
    if quantity.dimension not in {"time", "mass", "volume", "energy", "length", "area", "money"}:
        return None
    noun = _supply_of(quantity, sentence)
    if noun is None:
        return None
    for clause in sorted(clauses(sentence), key=lambda c: -c.verb.i):  # the nearest verb first
        if (
            clause.verb.lemma_ not in SAYING
            and (clause.verb.lemma_ in HOLDING or quantity.dimension != "time")
            and clause.verb.i < quantity.start
            and _object_above(noun, clause)
        ):
            return clause, noun
    return None


def _supply_of(quantity: Quantity, sentence: Sentence) -> Token | None:
    """What there is so much of ("six minutes of oxygen", "$3 billion in aid")."""
    doc = sentence.span.doc
    if quantity.end >= len(doc) or doc[quantity.end].lower_ not in {"of", "in"}:
        return None
    noun = next((c for c in doc[quantity.end].children if c.dep_ == "pobj"), None)
    if noun is None or noun.pos_ != "NOUN":
        return None
    if quantity.dimension == "money" or doc[quantity.end].lower_ == "in":
        mass = (
            noun.tag_ == "NN"
            and noun.lemma_ in GRANTED
            and not any(c.dep_ in {"det", "poss"} for c in noun.lefts)
        )
        return noun if mass and quantity.dimension == "money" else None
    return noun


def _supplied(clause: Clause, noun: Token) -> tuple[dict[str, str], float]:
    tokens = noun_phrase(noun)
    branch = noun
    while branch.head.i != clause.verb.i and branch.head != branch:
        branch = branch.head
    slots, doubt = asked_about(clause, list(branch.subtree))
    left = [t.text for t in branch.subtree if t.lower_ in {"remaining", "left"} and t.i > noun.i]
    if left:
        slots["rest"] = f"{slots['rest']} {left[0]}".strip()
    named = wording([t for t in tokens if t.lower_ not in {"remaining", "left"}], clause.sentence)
    name = named.text
    if noun.lemma_ in {"aid", "assistance", "help", "relief", "support"} and slots["rest"].startswith("to "):
        whom = re.match(r"to (?:the )?[A-Z]\S*(?: [A-Z]\S*)*", slots["rest"])  # "approved aid to Ukraine"
        if whom:
            name, slots["rest"] = f"{name} {whom[0]}", slots["rest"][whom.end() :].strip()
    return {"ask": f"How much {name}", **slots}, doubt + named.doubt + 0.05
