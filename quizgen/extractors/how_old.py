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
        if span[-1].lower_ == "old" and "-" in span.text:
            if not span[0].like_num or "year" not in span.text.lower():
                yield fact("how_old", "hyphens", sentence, span, _months)
                continue
            span = doc[span.start : span.start + 1]  # "28" of "28-year-old"
        named = _person_beside(quantity.start, quantity.end, sentence)
        if named is not None:
            yield fact(
                "how_old",
                "named",
                sentence,
                span,
                partial(_named, named, max(quantity.values, default=0.0), sentence),
            )
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


def _months() -> tuple[dict[str, str], float]:
    raise Unclear("an age in months or a hyphened one answers no 'how old'")


#: What makes the age of whoever undergoes it worth knowing.
DYING = frozenset(
    "die drown perish kill murder slay shoot stab strangle behead hang execute bear pass".split()
)
#: What is news of a child.
OF_CHILDREN = DYING | frozenset(
    "rescue abduct kidnap disappear injure wound hurt win become arrest charge convict sentence attack enter graduate".split()
)
#: Until when one is a child.
OF_AGE = 18


def _matters(name: Token, age: float, sentence: Sentence) -> bool:
    """Whether the age is news: of one who died, of a child, of the youngest or oldest."""
    head = name
    while head.dep_ in {"appos", "compound", "conj"} and head.head is not head:
        head = head.head
    if any(t.lower_ in {"youngest", "oldest"} for t in sentence.span):
        return True
    told = OF_CHILDREN if age < OF_AGE else DYING
    return head.dep_ in {"nsubj", "nsubjpass", "dobj"} and head.head.lemma_ in told


def _named(name: Token, age: float, sentence: Sentence) -> tuple[dict[str, str], float]:
    text = sentence.references.full_name(name_span(name))
    if len(text.split()) < 2:
        raise Unclear("the full name is not known")
    if not _matters(name, age, sentence):
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
    slots["front"] = ""  # the year of it tells no more than the age
    return {"ask": "At what age", **slots}, doubt
