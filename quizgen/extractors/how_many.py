"""How many: things and people that are counted."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._amounts import Amount, amounts, asked_part, counted
from quizgen.extractors._asking import fact, subject_question
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Counts as subject, object, complement or behind a preposition."""
    for amount in amounts(sentence, "count"):
        quantity = amount.quantity
        if (
            quantity.noun is None
            or (quantity.values == (1.0,) and not quantity.hedge)
            or (amount.role == "adverbial" and amount.token.lemma_ != "time")
        ):
            continue
        answer = number_of(amount)
        if amount.role == "subject":
            yield fact("how_many", "subject", sentence, answer, lambda a=amount: _subject(a))  # type: ignore[misc]
        else:
            yield fact("how_many", "object", sentence, answer, lambda a=amount: _object(a))  # type: ignore[misc]


def number_of(amount: Amount) -> list[Token]:
    """The number with its hedge, without the noun that it counts."""
    doc = amount.clause.doc
    quantity = amount.quantity
    end = quantity.end
    if quantity.noun is not None and quantity.start < quantity.noun < quantity.end:
        end = quantity.noun
    start = quantity.start
    while (
        start < end - 1
        and doc[start].lower_ in {"all", "the", "only", "just", "an", "a"}
        and doc[start + 1].lower_
        not in {
            "dozen",
            "hundred",
            "thousand",
            "million",
            "billion",
            "third",
            "half",
            "quarter",
            "few",
            "couple",
        }
        and quantity.hedge == ""
    ):
        start += 1
    while end > start + 1 and doc[end - 1].lower_ in {"of"}:
        end -= 1
    return list(doc[start:end])


def _small(amount: Amount) -> float:
    return 0.06 if amount.quantity.values and max(amount.quantity.values) <= 2 else 0.0


def _subject(amount: Amount) -> tuple[dict[str, str], float]:
    if amount.clause.shape in {"participle", "relative"}:
        raise Unclear("a count inside another phrase")
    noun = counted(amount)
    slots, doubt = subject_question(amount.clause)
    if amount.clause.links and not slots["rest"]:
        raise Unclear("nothing is said of them")
    return {"ask": f"How many {noun.text}", **slots}, doubt + noun.doubt + _small(amount)


def _object(amount: Amount) -> tuple[dict[str, str], float]:
    if amount.role == "inner" and amount.prep is None:
        raise Unclear("a count inside another phrase")
    if (
        amount.role == "inner"
        and amount.part is not None
        and amount.part.dep_ not in {"attr", "acomp", "dobj", "advmod"}
    ):
        raise Unclear("a count inside another phrase")
    if any(c.tag_ == "JJS" or c.lower_ in {"first", "last", "only"} for c in amount.token.children):
        raise Unclear("the count is part of a ranking")
    if amount.clause.links and amount.role == "complement" and amount.token.dep_ == "attr":
        raise Unclear("the count describes the subject")
    noun = counted(amount)
    more = 0.1 if amount.role == "inner" else 0.0
    slots, doubt = asked_part(
        amount,
        f"How many {noun.text}",
        [t for t in amount.token.subtree] if not amount.prep else noun_phrase(amount.token),
    )
    if amount.clause.verb.lemma_ in {"include", "be"} and amount.role == "object":
        more += 0.05
    return slots, doubt + noun.doubt + _small(amount) + more
