"""How fast: speeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizgen.extractors._amounts import Amount, amounts
from quizgen.extractors._asked_amounts import asked_about
from quizgen.extractors._asking import fact
from quizgen.extractors._branches import flat
from quizgen.extractors._phrases import Unclear
from quizgen.extractors._values import value, valued_noun
from quizgen.extractors._wording import wording
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Speeds that go with the verb ("at around 15 mph", "reached 300 km/h")."""
    for amount in amounts(sentence, "speed"):
        noun = valued_noun(amount)
        if noun is not None:
            yield fact("how_fast", "value", sentence, amount.span, partial(value, amount, noun))
            continue
        yield fact("how_fast", amount.role, sentence, amount.span, partial(_build, amount))


def _build(amount: Amount) -> tuple[dict[str, str], float]:
    if _of_winds(amount):
        return _winds(amount)
    gone = [*amount.span, *([amount.prep] if amount.prep is not None else [])]
    if amount.role == "prepositional" and amount.prep is not None and amount.prep.lower_ in {"at", "to"}:
        slots, doubt = asked_about(amount.clause, gone)
        return {"ask": "How fast" if amount.prep.lower_ == "at" else "To what speed", **slots}, doubt
    if amount.role in {"object", "complement"}:
        slots, doubt = asked_about(amount.clause, gone)
        return {"ask": "What speed" if amount.role == "object" else "How fast", **slots}, doubt + 0.03
    raise Unclear("the speed describes another noun")


def _of_winds(amount: Amount) -> bool:
    prep, clause = amount.prep, amount.clause
    return (
        prep is not None
        and prep.lower_ == "of"
        and prep.head.lemma_ in {"wind", "gust"}
        and prep.head.dep_ == "dobj"
        and clause.verb.lemma_ == "have"
    )


def _winds(amount: Amount) -> tuple[dict[str, str], float]:
    """ "Hurricane Ida had winds of 150 mph": "How fast were Hurricane Ida's winds?"."""
    clause, prep = amount.clause, amount.prep
    assert prep is not None
    slots, doubt = asked_about(clause, list(prep.head.subtree))
    when = [p for p in clause.parts if p.dep_ == "advcl"]
    if slots["aux"] not in {"did", "does"} or slots["rest"] or len(when) > 1:
        raise Unclear("more is said of the winds")
    told = (
        wording(flat(when[0]), amount.sentence, owner=clause.subject, said=slots["subject"]) if when else None
    )
    kind = "".join(f"{c.lower_} " for c in prep.head.lefts if c.dep_ == "amod")
    owner = f"{slots['subject']}'" if slots["subject"].endswith("s") else f"{slots['subject']}'s"
    slots |= {
        "ask": "How fast",
        "aux": "were" if slots["aux"] == "did" else "are",
        "subject": f"{owner} {kind}{prep.head.text}",
        "verb": "",
        "rest": told.text if told is not None else "",
    }
    return slots, doubt + (told.doubt if told is not None else 0.0)
