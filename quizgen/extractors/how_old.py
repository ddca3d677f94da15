"""How old: ages of persons that the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._amounts import Amount, amounts, measured
from quizgen.extractors._asked_amounts import asked_about, asked_subject
from quizgen.extractors._asking import fact
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear
from quizgen.lexicon import is_person_noun
from quizgen.model import Fact, Sentence
from quizgen.references import name_span


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "28-year-old Usman Khan", "James Ford, 42," and "at age 12"."""
    doc = sentence.span.doc
    for quantity in measured(sentence):
        if quantity.dimension != "age":
            continue
        span = doc[quantity.start : quantity.end]
        if span[0].like_num and len(span) > 1 and span[0].text.isdigit() and span[1].text == "-":
            span = doc[span.start : span.start + 1]  # "28" of "28-year-old"
        named = _person_beside(quantity.start, quantity.end, sentence)
        if named is not None:
            yield fact("how_old", "named", sentence, span, partial(_named, named, sentence))
            continue
        if quantity.noun is not None:
            for clause in clauses(sentence):
                if clause.subject.i == quantity.noun and clause.shape == "main":
                    yield fact("how_old", "somebody", sentence, span, partial(_somebody, clause))
    for amount in amounts(sentence, "age"):
        if amount.prep is not None and amount.prep.lower_ == "at" and amount.role == "prepositional":
            yield fact("how_old", "at_age", sentence, amount.span, partial(_at_age, amount))


def _person_beside(start: int, end: int, sentence: Sentence) -> Token | None:
    doc = sentence.span.doc
    refs = sentence.references
    after = doc[end] if end < sentence.span.end else None
    if after is not None and after.text != ",":
        for ent in sentence.span.ents:
            if (
                ent.label_ == "PERSON"
                and end <= ent.start <= end + 2
                and refs.is_person(ent)
                and all(t.pos_ in {"NOUN", "ADJ", "PROPN"} for t in doc[end : ent.start])
            ):
                return ent.root
    if start >= sentence.span.start + 2 and doc[start - 1].text == "," and doc[start - 2].pos_ == "PROPN":
        name = name_span(doc[start - 2])
        if refs.is_person(name):
            return doc[start - 2]
    return None


#: What makes a person's age worth knowing, as subject or object of it.
BEFALLING = frozenset(
    "die drown kill murder slay shoot stab behead hang injure wound hurt paralyse bear win become arrest charge accuse convict sentence jail "
    "acquit elect appoint nominate attack rescue abduct kidnap disappear break retire crown inaugurate".split()
)


def _matters(name: Token, text: str, sentence: Sentence) -> bool:
    """Whether headline or beginning are about the person, or it is told what befell or was done by them."""
    refs = sentence.references
    last = text.split()[-1].lower()
    if sentence.index < 2 or last in {w.strip(".,:;'’").lower() for w in sentence.article.title.split()}:
        return True
    if last in refs.lead_words:
        return True
    head = name
    while head.dep_ in {"appos", "compound", "conj"} and head.head is not head:
        head = head.head
    return head.dep_ in {"nsubj", "nsubjpass", "dobj"} and head.head.lemma_ in BEFALLING


def _named(name: Token, sentence: Sentence) -> tuple[dict[str, str], float]:
    text = sentence.references.full_name(name_span(name))
    if len(text.split()) < 2:
        raise Unclear("the full name is not known")
    if not _matters(name, text, sentence):
        raise Unclear("the age of somebody in passing")
    return {"ask": "How old", "aux": "was", "subject": text, "verb": "", "rest": "", "according": ""}, 0.05


def _somebody(clause: Clause) -> tuple[dict[str, str], float]:
    """ "An eleven-month-old boy was rescued": "How old was the boy who was rescued"."""
    noun = clause.subject
    if not is_person_noun(noun.lemma_) or noun.tag_ != "NN" or clause.links:
        raise Unclear("whose age it is, is not said")
    if not any(c.lower_ in {"a", "an"} for c in noun.lefts) or any(c.dep_ == "conj" for c in noun.rights):
        raise Unclear("whose age it is, is not said")
    slots, doubt = asked_subject(clause)
    told = re.sub(
        r",? including .*", "", f"{slots['verb']} {slots['rest']}"
    )  # the boy is told from others by less
    rest = f"{noun.text} who {told}"
    return {
        "ask": "How old",
        "aux": "was",
        "subject": "the",
        "verb": "",
        "rest": rest,
        "according": slots["according"],
    }, doubt + 0.03


def _at_age(amount: Amount) -> tuple[dict[str, str], float]:
    slots, doubt = asked_about(amount.clause, list(amount.prep.subtree if amount.prep else amount.span))
    return {"ask": "At what age", **slots}, doubt
