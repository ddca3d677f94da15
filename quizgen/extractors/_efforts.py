"""What something takes: "it took six hours to put out the blaze", "the bridge took 12 years to build"."""

from __future__ import annotations

from spacy.tokens import Token

from quizgen.extractors._amounts import Amount
from quizgen.extractors._attribution import attribution
from quizgen.extractors._branches import flat
from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.extractors._verbs import inverted
from quizgen.extractors._wording import wording

#: Words at most of what took the effort.
LONGEST = 12


def impersonal(amount: Amount) -> bool:
    """Whether "it" stands for what comes behind: "it took a year to build the bridge"."""
    clause = amount.clause
    return (
        clause.subject.lower_ == "it"
        and clause.verb.lemma_ in {"take", "cost"}
        and clause.negation is None
        and deed(amount) is not None
    )


def deed(amount: Amount) -> Token | None:
    """The infinitive right behind an amount ("to build the bridge")."""
    doc, end = amount.clause.doc, amount.span.end
    if end + 1 >= len(doc) or doc[end].lower_ != "to":
        return None
    verb = doc[end].head
    return verb if verb.tag_ == "VB" and verb.left_edge.i >= end else None


def asked_effort(amount: Amount, ask: str) -> tuple[dict[str, str], float]:
    """The pieces of "How long did it take firefighters to put out the blaze?"."""
    clause, verb = amount.clause, deed(amount)
    if verb is None:
        raise Unclear("what took it is not said")
    aux, main = inverted(clause)
    done = wording(told(verb), amount.sentence)
    whom = _whom(clause, amount)
    for_whom = wording(noun_phrase(whom), amount.sentence) if whom is not None else None
    according = attribution(clause)
    slots = {
        "ask": ask,
        "aux": aux,
        "subject": "it",
        "verb": main,
        "rest": f"{for_whom.text} {done.text}" if for_whom is not None else done.text,
        "according": according.text,
    }
    return slots, done.doubt + according.doubt + (for_whom.doubt if for_whom is not None else 0.0)


def told(verb: Token) -> list[Token]:
    """The infinitive with what belongs to it."""
    tokens = flat(verb)
    if len(tokens) > LONGEST:
        raise Unclear("what took it takes too many words")
    return tokens


def _whom(clause: Clause, amount: Amount) -> Token | None:
    """Those whom it took so long."""
    others = [
        p
        for p in clause.parts
        if p.dep_ in {"dobj", "dative"} and clause.verb.i < p.i < amount.span.start and p.pos_ != "ADP"
    ]
    return others[0] if others else None
