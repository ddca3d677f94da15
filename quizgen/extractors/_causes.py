"""What caused something, where the sentence is about the cause: "A gas leak caused the explosion"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lemminflect import getInflection
from spacy.tokens import Token

from quizgen.extractors._asking import fact, of_one, question, subject_question
from quizgen.extractors._clauses import Clause
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.extractors._verbs import past
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_person_noun, noun_class
from quizgen.model import Fact, Sentence

#: Words of a cause or a reason, at most.
LONGEST_ANSWER = 16
#: Verbs whose subject is the cause of their object.
CAUSING = frozenset("cause trigger spark prompt provoke force".split())
#: Nouns that name no cause by themselves.
EMPTY = frozenset("event factor issue change thing reason problem move step development".split())
#: Verbs that lead what happened back to its cause, with their preposition.
TRACING = frozenset(
    {
        ("attribute", "to"),
        ("ascribe", "to"),
        ("blame", "on"),
        ("link", "to"),
        ("trace", "to"),
        ("pin", "on"),
        ("result", "from"),
        ("stem", "from"),
    }
)


def causes(clause: Clause) -> Iterator[Fact]:
    """What caused, is blamed for, or is linked to what happened."""
    yield from _cause(clause)
    yield from _traced(clause)
    yield from _blamed(clause)


def _cause(clause: Clause) -> Iterator[Fact]:
    """ "A gas leak caused the explosion", "The protests were triggered by a rise in fuel prices": what caused it."""
    verb, agent = clause.verb, clause.child("agent")
    if clause.negation is not None or clause.shape == "participle" or clause.lent:
        return
    if clause.passive:
        noun = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
        told = verb.lemma_ in CAUSING and [a.lower_ for a in clause.auxiliaries] in (["was"], ["were"])
    else:
        noun = clause.subject
        behind = {p.lower_ for p in clause.parts if p.dep_ == "prep"}
        told = (
            (verb.lemma_ == "lead" and "to" in behind)
            or (verb.lemma_ == "result" and "in" in behind)
            or (verb.lemma_ in CAUSING and clause.child("dobj") is not None)
        )
    if not told or noun is None or noun.pos_ != "NOUN" or noun_class(noun.lemma_) in {"person", "group"}:
        return
    tokens = noun_phrase(noun)
    suspected = [t for t in tokens if t.i > noun.left_edge.i + 1] if _is_suspected(noun, clause) else []

    def build() -> tuple[dict[str, str], float]:
        if len(tokens) > LONGEST_ANSWER or noun.lemma_ in EMPTY or not _tells(noun):
            raise Unclear("the cause says too little or too much")
        if any(c.lower_ in SUPPOSED for c in noun.lefts) and _disputed(clause.sentence):
            raise Unclear("others claim another cause")
        wording(tokens, clause.sentence)
        if agent is None:
            slots, doubt = subject_question(clause)
            slots = slots if suspected else of_one(slots, clause)
            titled = clause.sentence.references.title_words & set(slots["rest"].lower().split())
            if titled:  # "led to an explosion", under a headline that tells of the explosion
                slots["rest"] = re.sub(
                    rf"\ban? (?=(?:{'|'.join(map(re.escape, titled))})\b)", "the ", slots["rest"]
                )
            if suspected:  # "What is suspected to have led to the explosion?"
                done = str(getInflection(verb.lemma_.lower(), tag="VBN")[0])
                return {
                    "ask": "What is suspected to have",
                    "aux": "",
                    "subject": "",
                    **slots,
                    "verb": done,
                }, doubt
            return {"ask": "What", "aux": "", "subject": "", **slots}, doubt
        slots, doubt = question(clause, list(agent.subtree))
        return {
            "ask": "What",
            **slots,
            "aux": "",
            "subject": past(verb.lemma_),
            "verb": slots["subject"],
        }, doubt

    yield fact("why", "cause", clause.sentence, suspected or tokens, build)


def _is_suspected(noun: Token, clause: Clause) -> bool:
    """ "A suspected gas leak led to the blast": the question says that it is suspected."""
    edge = noun.left_edge
    return (
        not clause.passive
        and edge.dep_ == "det"
        and edge.i + 2 <= noun.i
        and edge.nbor(1).lower_ == "suspected"
    )


#: Said of a cause that is not certain.
SUPPOSED = frozenset("suspected possible alleged apparent likely presumed probable".split())
_CLAIMS = re.compile(
    r"\b(?:claim(?:s|ed)?|blam(?:es|ed)|den(?:y|ies|ied)|ascribe[sd]?|rul(?:e|es|ed) out|disput)", re.I
)


def _disputed(sentence: Sentence) -> bool:
    """Whether the coverage tells of claims against one another: a cause that is only supposed is then one of several."""
    return any(_CLAIMS.search(p.text) for p in sentence.article.paragraphs if p.role == "text")


def _tells(noun: Token) -> bool:
    """Whether a cause says something: a noun with more than an article, and more than an adjective behind "the"."""
    the = noun.left_edge.lower_ == "the"
    return any(c.dep_ in {"prep", "compound", "acl"} or (c.dep_ == "amod" and not the) for c in noun.children)


def _traced(clause: Clause) -> Iterator[Fact]:
    """ "The crash was linked to the navigation system": what it was linked to."""
    for prep in clause.parts:
        if prep.dep_ != "prep" or (clause.verb.lemma_, prep.lower_) not in TRACING or prep.i < clause.verb.i:
            continue
        noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if (
            noun is None
            or noun.pos_ not in {"NOUN", "PROPN"}
            or is_person_noun(noun.lemma_)
            or clause.negation is not None
        ):
            continue
        if clause.subject.pos_ == "PROPN" and clause.passive:
            continue  # who or what is linked to whom is no cause
        tokens = _with_place(noun_phrase(noun), clause)
        yield fact("why", "traced", clause.sentence, tokens, partial(_what, clause, tokens))


def _blamed(clause: Clause) -> Iterator[Fact]:
    """ "The minister blamed drought for the famine": what was blamed."""
    thing = clause.child("dobj")
    behind = any(p.dep_ == "prep" and p.lower_ == "for" and p.i > clause.verb.i for p in clause.parts)
    if clause.verb.lemma_ != "blame" or not behind or clause.passive or clause.negation is not None:
        return
    if thing is None or thing.pos_ != "NOUN" or noun_class(thing.lemma_) in {"person", "group"}:
        return
    tokens = noun_phrase(thing)
    yield fact("why", "blamed", clause.sentence, tokens, partial(_what, clause, tokens))


def _what(clause: Clause, cause: list[Token]) -> tuple[dict[str, str], float]:
    if len(cause) > 10:
        raise Unclear("the cause takes too many words")
    wording(cause, clause.sentence, owner=clause.subject)
    slots, doubt = question(clause, cause)
    return {"ask": "What", **slots}, doubt


def _with_place(tokens: list[Token], clause: Clause) -> list[Token]:
    """A cause with where it was ("a fire at a substation"), which the parse may hang on the verb."""
    for part in clause.parts:
        if part.dep_ == "prep" and part.lower_ in {"at", "in", "near"} and part.i == tokens[-1].i + 1:
            place = next(
                (c for c in part.rights if c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"}), None
            )
            if place is not None:
                tokens = [*tokens, part, *noun_phrase(place)]
    return tokens
