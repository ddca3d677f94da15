"""How long: durations of what happened or was to happen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from quizgen.extractors._amounts import Amount, amounts
from quizgen.extractors._asking import fact, question
from quizgen.extractors._phrases import Unclear, is_relative_time, noun_phrase
from quizgen.extractors._values import value, valued_noun
from quizgen.extractors._wording import wording
from quizgen.model import Fact, Sentence

LASTING = frozenset("last take spend serve run wait live go stay work continue endure survive".split())

SENTENCING = frozenset("sentence condemn".split())
FINISHING = frozenset("complete finish win reach build run swim row cover".split())


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "lasted an hour", "for 30 minutes", "over 18 months", "after 19 seconds"."""
    for amount in amounts(sentence, "time"):
        span = amount.span
        after = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
        if (
            after in {"ago", "old", "earlier", "later"}
            or (after == "of" and amount.clause.verb.lemma_ not in LASTING | SENTENCING)
            or (
                span.text.lower() in {"a day", "a year", "a week", "a month", "an hour"}
                and amount.role == "adverbial"
            )
        ):
            continue
        if is_relative_time(list(span)) or is_relative_time(
            list(span.doc[max(0, span.start - 2) : span.end])
        ):
            continue
        noun = valued_noun(amount)
        if noun is not None:
            yield fact("how_long", "value", sentence, span, partial(value, amount, noun))
            continue
        rule, ask = _asked(amount, after)
        if rule:
            yield fact("how_long", rule, sentence, span, partial(_build, amount, ask))


def _asked(amount: Amount, after: str) -> tuple[str, str]:
    clause, prep = amount.clause, amount.prep
    verb = clause.verb.lemma_
    chained = clause.child("xcomp")
    lasting = verb in LASTING or (chained is not None and chained.lemma_ in LASTING)
    if span_start(amount) == "every":
        return "every", "How often"
    if after in {"after", "before"} and amount.role in {"adverbial", "inner", "object"}:
        return "after", f"How long {after}"
    if amount.role in {"object", "adverbial"} and lasting:
        return "lasting", "How long"
    if amount.role == "prepositional" and prep is not None:
        if prep.lower_ in {"for", "over", "during"}:
            return "for", "For how long" if not lasting else "How long"
        if prep.lower_ == "within":
            return "within", "Within how long"
        if prep.lower_ == "after":
            return "after", "After how long"
        if prep.lower_ == "to" and verb in SENTENCING and not amount.quantity.article:
            noun = (
                clause.doc[amount.quantity.noun]
                if amount.quantity.noun is not None and after == "of"
                else None
            )
            of = f"of {clause.doc[noun.left_edge.i : noun.i + 1].text}" if noun is not None else ""
            return "sentence", f"To how many {amount.token.text} {of}".strip()
        if prep.lower_ == "in" and verb in FINISHING:
            return "in", "In what time"
    if (
        amount.role == "complement"
        and clause.links
        and clause.subject.lemma_
        in {"time", "duration", "length", "sentence", "term", "delay", "wait", "period"}
    ):
        return "complement", "How long" if clause.subject.lemma_ != "time" else "What"
    return "", ""


def span_start(amount: Amount) -> str:
    """The word the phrase begins with, be it inside or before the quantity."""
    span = amount.span
    first = span[0].lower_
    return first if first == "every" or not span.start else span.doc[span.start - 1].lower_


def _build(amount: Amount, ask: str) -> tuple[dict[str, str], float]:
    clause = amount.clause
    gone = [*amount.span, *([amount.prep] if amount.prep is not None else [])]
    if amount.quantity.noun is not None and amount.prep is not None:
        gone += amount.prep.subtree  # "of hard labour"
    extra = 0.0
    if ask in {"How long after", "How long before"}:
        marker = amount.span.doc[amount.span.end]
        obj = next((c for c in marker.children if c.dep_ == "pobj"), None)
        if obj is None:
            raise Unclear("after what is not said")
        phrase = wording(noun_phrase(obj), amount.sentence)
        ask, gone, extra = f"{ask} {phrase.text}", [*gone, *marker.subtree], phrase.doubt
    slots, doubt = question(clause, gone)
    if not slots["subject"]:
        raise Unclear("nothing to ask about")
    whole = next((c for c in amount.token.rights if c.lower_ == "of" and c.i >= amount.span.end), None)
    if amount.role == "object" and whole is not None and not slots["rest"]:
        of = wording(list(whole.subtree), amount.sentence, owner=clause.subject)
        slots["rest"], extra = of.text, extra + of.doubt  # "served eight years of a sixteen-year sentence"
    return {"ask": ask, **slots}, doubt + extra
