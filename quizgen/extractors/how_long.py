"""How long: durations of what happened or was to happen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._amounts import CARRIED, Amount, amounts
from quizgen.extractors._asked_amounts import asked_about
from quizgen.extractors._asking import fact
from quizgen.extractors._clauses import Clause
from quizgen.extractors._efforts import asked_effort, deed, impersonal, told
from quizgen.extractors._phrases import Unclear, is_relative_time, noun_phrase
from quizgen.extractors._values import value, valued_noun
from quizgen.extractors._wording import wording
from quizgen.model import Fact, Sentence

LASTING = frozenset("last take spend serve run wait live go stay work continue endure survive".split())

#: What one does or undergoes when something has gone on for so long.
ENDING = frozenset(
    "end stop finish conclude close fail collapse break die resign quit retire leave return release free rescue find surrender reach agree "
    "win recover resume reopen abandon cancel dissolve expire".split()
)
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
        before = [t for t in span.doc[max(0, span.start - 2) : span.end] if t.pos_ not in {"VERB", "AUX"}]
        if {t.lower_ for t in before} & {"next", "coming", "last", "past"}:
            continue  # counted from the day of writing
        if is_relative_time(list(span)) or is_relative_time(
            list(span.doc[max(0, span.start - 2) : span.end])
        ):
            continue
        noun = valued_noun(amount)
        if noun is not None:
            yield fact("how_long", "value", sentence, span, partial(value, amount, noun))
            continue
        if impersonal(amount):
            yield fact("how_long", "effort", sentence, span, partial(asked_effort, amount, "How long"))
            continue
        rule, ask = _asked(amount, after)
        if rule == "sentence":
            yield fact("how_long", rule, sentence, span, partial(_sentenced, amount))
        elif rule == "partly":
            yield fact("how_long", rule, sentence, span, partial(_partly, amount))
        elif rule:
            yield fact("how_long", rule, sentence, span, partial(_build, amount, ask))


def _asked(amount: Amount, after: str) -> tuple[str, str]:
    clause, prep = amount.clause, amount.prep
    verb = clause.verb.lemma_
    chained = clause.child("xcomp")
    due = amount.part.head if amount.part is not None and amount.part.head.dep_ == "xcomp" else None
    lasting = (
        verb in LASTING
        or (chained is not None and chained.lemma_ in LASTING)
        or (due is not None and due.lemma_ in LASTING)
    )
    if span_start(amount) == "every":
        return "every", "How often"
    if after in {"after", "before"} and amount.role in {"adverbial", "inner", "object"}:
        return "after", f"How long {after}"
    if amount.role == "object" and lasting and after == "of":
        return "partly", ""
    if amount.role in {"object", "adverbial"} and lasting:
        return "lasting", "How long"
    if amount.role == "prepositional" and prep is not None:
        if prep.lower_ in {"for", "over", "during"}:
            if clause.doc[prep.i + 1].lower_ == "the":
                return "", ""  # "rose for the three months to December"
            return "for", "For how long" if not lasting else "How long"
        if prep.lower_ == "within":
            return "within", "Within how long"
        if prep.lower_ == "after" and verb in ENDING:
            return "after", "After how long"
        if prep.lower_ == "to" and verb in SENTENCING and not amount.quantity.article:
            return "sentence", ""
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


def _nearest(amount: Amount) -> Clause:
    """The clause of the verb that the time belongs to ("exploded" of "was lost when it exploded 73 seconds after liftoff")."""
    clause = amount.clause
    verb = next((t for t in amount.token.ancestors if t.pos_ in {"VERB", "AUX"}), clause.verb)
    if verb.i == clause.verb.i or verb.dep_ != "advcl":
        return clause
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i]
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    told = {"when", "after", "as", "because"} & {t.lower_ for t in verb.lefts}
    if (
        len(own) != 1
        or not told
        or verb.tag_ not in {"VBD", "VBN"}
        or (verb.tag_ == "VBN") != bool(auxiliaries)
    ):
        raise Unclear("it belongs to another verb")
    return replace(
        clause,
        verb=verb,
        subject=own[0],
        auxiliaries=auxiliaries,
        parts=[c for c in verb.rights if c.dep_ in KEPT_BY_VERB],
        passive=own[0].dep_ == "nsubjpass",
        negation=next((c for c in verb.children if c.dep_ == "neg"), None),
        doubt=clause.doubt + 0.04,
    )


#: What stays with a verb that has a clause of its own.
KEPT_BY_VERB = frozenset("prt dobj attr acomp oprd xcomp agent prep".split())


def _reference(noun: Token) -> list[Token]:
    """What the time is counted from, without the date that it was on."""
    dates = [
        c
        for c in noun.rights
        if c.i > noun.i and any(t.ent_type_ == "DATE" and not (t.is_digit and len(t) == 4) for t in c.subtree)
    ]
    dated = {t.i for c in dates for t in c.subtree}
    tokens = [t for t in noun_phrase(noun) if t.i not in dated]
    return [t for t in tokens if t.lower_ != "back" or t.i < noun.i]


def _counted_from(amount: Amount, ask: str) -> tuple[dict[str, str], float]:
    """The pieces of "How long after liftoff did it explode?": no more than who did what, and the point of reference."""
    clause, marker = _nearest(amount), amount.span.doc[amount.span.end]
    if clause.links or any(c.lower_ == "still" for c in clause.verb.children):
        raise Unclear("it was so before and after")  # "was still without power two days after the quake"
    obj = next((c for c in marker.children if c.dep_ == "pobj"), None)
    if obj is None:
        raise Unclear("after what is not said")
    phrase = wording(_reference(obj), amount.sentence)
    owned = next((c.lower_ for c in obj.children if c.tag_ == "PRP$"), "")
    behind = [p for p in clause.parts if p.i > amount.span.start]
    slots, doubt = asked_about(clause, [*amount.span, *marker.subtree], also_drop=behind)
    own, asked = slots["subject"], f"{ask} {phrase.text}"
    if f" {own}" in asked and owned:
        asked = re.sub(rf" {re.escape(own)}['’]s?\b", f" {owned}", asked, count=1)  # "before his death"
    return {"ask": asked, **slots}, doubt + phrase.doubt


def _build(amount: Amount, ask: str) -> tuple[dict[str, str], float]:
    if ask in {"How long after", "How long before"}:
        return _counted_from(amount, ask)
    clause = amount.clause
    gone = [*amount.span, *([amount.prep] if amount.prep is not None else [])]
    verb = deed(amount) if clause.verb.lemma_ == "take" else None
    how = [p for p in clause.parts if p.lower_ == "with" and p.i > amount.span.start]
    slots, doubt = asked_about(
        clause, [*gone, *(verb.subtree if verb is not None else [])], also_drop=[*how, *_told_of_post(clause)]
    )
    if verb is not None and not slots["rest"]:
        done = wording(told(verb), amount.sentence, owner=clause.subject)  # "took 12 years to build"
        slots["rest"], doubt = done.text, max(0.0, doubt - 0.12) + done.doubt
    if not slots["subject"]:
        raise Unclear("nothing to ask about")
    return {"ask": ask, **slots}, doubt


def _told_of_post(clause: Clause) -> list[Token]:
    """What is told at length of a post that somebody held ("spent 17 years as an attorney representing ...")."""
    posts = [p for p in clause.parts if p.dep_ == "prep" and p.lower_ == "as"]
    return [
        c
        for p in posts
        for obj in p.children
        for c in obj.rights
        if c.dep_ in {"acl", "relcl"} and len(list(c.subtree)) > CARRIED
    ]


#: Where a sentence is served, behind its length.
SERVED = frozenset("prison jail custody detention imprisonment probation labor labour solitary".split())


def _sentenced(amount: Amount) -> tuple[dict[str, str], float]:
    """ "sentenced to 12 years of hard labour": "How many years of hard labour were they sentenced to?"."""
    clause, prep, doc = amount.clause, amount.prep, amount.clause.doc
    assert prep is not None
    served: list[Token] = []
    if amount.span.end < len(doc) and doc[amount.span.end].lower_ in {"of", "in"}:
        of = doc[amount.span.end]
        place = next((c for c in of.children if c.dep_ == "pobj"), None)
        if place is not None and place.lower_ in SERVED:
            served = [t for t in noun_phrase(place) if t.i <= place.i]
            served = [of, *served]
    slots, doubt = asked_about(
        clause, [*(t for t in prep.subtree if t.i != prep.i), *served], also_drop=served[:1]
    )
    if prep.lower_ not in slots["rest"].split():
        raise Unclear("what they were sentenced to stands elsewhere")
    where = "".join(f" {t.text}" for t in served)
    return {"ask": f"How many {amount.token.text}{where}", **slots}, doubt


def _partly(amount: Amount) -> tuple[dict[str, str], float]:
    """ "served eight years of a sixteen-year sentence": "How many years of a sixteen-year sentence did he serve?"."""
    clause = amount.clause
    of = clause.doc[amount.span.end]
    whole = wording(list(of.subtree), amount.sentence, owner=clause.subject)
    if amount.token.tag_ != "NNS":
        raise Unclear("one would not ask how many")
    slots, doubt = asked_about(clause, [*amount.span, *amount.token.subtree, *of.subtree])
    return {"ask": f"How many {amount.token.text} {whole.text}", **slots}, doubt + whole.doubt
