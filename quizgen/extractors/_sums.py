"""Numbers put in between commas behind a share: "half of the crew, 12 people, drowned"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._amounts import measured
from quizgen.extractors._asked_amounts import asked_subject
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import noun_phrase
from quizgen.extractors._quantities import Quantity
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_people_noun
from quizgen.model import Sentence


def put_in(sentence: Sentence) -> Iterator[tuple[Quantity, Clause, Token]]:
    """Counts of people behind a share of them, with its clause and the noun that the share is of."""
    doc = sentence.span.doc
    for quantity in measured(sentence):
        people = doc[quantity.noun] if quantity.noun is not None else None
        if quantity.dimension != "count" or people is None or not is_people_noun(people.lemma_):
            continue
        edge = people.right_edge.i + 1
        closed = doc[quantity.start - 1].text == "," and edge < len(doc) and doc[edge].text == ","
        share = people.head
        of = next((c for c in share.rights if c.lower_ == "of" and c.i < quantity.start), None)
        whole = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        clause = next((c for c in clauses(sentence) if c.subject.i == share.i), None)
        if people.dep_ == "appos" and closed and whole is not None and clause is not None:
            yield quantity, clause, whole


def asked_put_in(clause: Clause, whole: Token) -> tuple[dict[str, str], float]:
    """The pieces of "How many of the passengers drowned when the ferry sank?"."""
    named = wording(noun_phrase(whole), clause.sentence, owner=clause.subject, asked_owner=True)
    slots, doubt = asked_subject(clause)
    return {"ask": f"How many of {named.text}", **slots}, doubt + named.doubt
