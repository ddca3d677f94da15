"""How big: length, weight, area, temperature, pressure and other measures of a thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizgen.extractors._amounts import Amount, amounts
from quizgen.extractors._asked_amounts import asked_about
from quizgen.extractors._asking import fact
from quizgen.extractors._lengths import extent
from quizgen.extractors._magnitudes import asked_magnitude, is_magnitude, magnitudes
from quizgen.extractors._phrases import Unclear
from quizgen.model import Fact, Sentence

#: How one asks for a measure behind "to", "at" and "of".
ASKED = {
    "pressure": "what pressure",
    "temperature": "what temperature",
    "mass": "what weight",
    "area": "what area",
    "volume": "what volume",
    "power": "what power",
    "energy": "what energy",
}


#: What a level does.
CHANGING = frozenset("rise fall climb drop sink increase decrease go".split())


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Measures of a thing ("1.2 kilometres long", "weighs 4 tonnes", "rise to 9 PSI")."""
    for way, found in extent(sentence):
        if way == "big":
            yield found
    for number, quake in magnitudes(sentence):
        yield fact("how_big", "quake", sentence, number, partial(asked_magnitude, quake, sentence))
    for amount in amounts(sentence, *ASKED):
        if is_magnitude(amount.quantity, sentence):
            continue
        yield fact("how_big", amount.quantity.dimension, sentence, amount.span, partial(_measure, amount))


def _measure(amount: Amount) -> tuple[dict[str, str], float]:
    clause, prep, dimension = amount.clause, amount.prep, amount.quantity.dimension
    gone = [*amount.span, *([prep] if prep is not None else [])]
    if clause.verb.lemma_ == "weigh" and amount.role in {"object", "adverbial", "complement"}:
        slots, doubt = asked_about(clause, gone)
        return {"ask": "How much", **slots}, doubt
    if clause.links and amount.role == "complement":
        slots, doubt = asked_about(clause, gone)
        return {"ask": "What", **slots}, doubt + 0.03
    if prep is not None and amount.role == "prepositional" and prep.lower_ in {"to", "at"}:
        slots, doubt = asked_about(clause, gone)
        changing = {clause.verb.lemma_, *(p.lemma_ for p in clause.parts if p.dep_ == "xcomp")} & CHANGING
        if dimension == "pressure" and changing and dimension not in slots["subject"]:
            slots["subject"] = f"the pressure in {slots['subject']}"  # a cabin does not rise to a pressure
        what = "what level" if dimension in slots["subject"].split() else ASKED[dimension]
        return {"ask": f"{prep.text.capitalize()} {what}", **slots}, doubt
    if amount.role == "object":
        doc, end = clause.doc, amount.span.end
        if end < len(doc) and doc[end].lower_ == "of":
            raise Unclear("it is an amount of something")  # asked as how much
        slots, doubt = asked_about(clause, list(amount.token.subtree))
        said = dimension in slots["subject"]  # "temperatures reached 40 degrees"
        return {"ask": "What level" if said else ASKED[dimension].capitalize(), **slots}, doubt + 0.06
    raise Unclear("the measure describes another noun")
