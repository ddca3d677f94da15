"""How big: length, weight, area, temperature, pressure and other measures of a thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizgen.extractors._amounts import Amount, amounts
from quizgen.extractors._asking import fact, question
from quizgen.extractors._lengths import extent
from quizgen.extractors._phrases import Unclear
from quizgen.model import Fact, Sentence

#: How one asks for a measure behind "to", "at" and "of".
ASKED = {
    "pressure": "what pressure",
    "temperature": "what temperature",
    "mass": "what weight",
    "area": "what area",
    "volume": "what volume",
    "magnitude": "what magnitude",
    "power": "what power",
    "energy": "what energy",
}


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Measures of a thing ("1.2 kilometres long", "weighs 4 tonnes", "rise to 9 PSI")."""
    for way, found in extent(sentence):
        if way == "big":
            yield found
    for amount in amounts(sentence, *ASKED):
        yield fact("how_big", amount.quantity.dimension, sentence, amount.span, partial(_measure, amount))


def _measure(amount: Amount) -> tuple[dict[str, str], float]:
    clause, prep, dimension = amount.clause, amount.prep, amount.quantity.dimension
    gone = [*amount.span, *([prep] if prep is not None else [])]
    if clause.verb.lemma_ == "weigh" and amount.role in {"object", "adverbial", "complement"}:
        slots, doubt = question(clause, gone)
        return {"ask": "How much", **slots}, doubt
    if clause.links and amount.role == "complement":
        slots, doubt = question(clause, gone)
        return {"ask": "What", **slots}, doubt + 0.03
    if prep is not None and amount.role == "prepositional" and prep.lower_ in {"to", "at"}:
        slots, doubt = question(clause, gone)
        what = "what level" if dimension in slots["subject"].split() else ASKED[dimension]
        return {"ask": f"{prep.text.capitalize()} {what}", **slots}, doubt
    if amount.role == "object":
        slots, doubt = question(clause, list(amount.token.subtree))
        return {"ask": ASKED[dimension].capitalize(), **slots}, doubt + 0.06
    raise Unclear("the measure describes another noun")
