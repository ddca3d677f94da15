"""First: who or what was the first, the only or the most of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import fact, of_one, question, subject_question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._naming import ask_with
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.extractors._wording import wording
from quizgen.model import Fact, Sentence

RANKING = frozenset("first only last sole".split())
#: Words that tell which ranking is meant: "the largest lake in New Zealand", not "the largest one".
LEAST = 5


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "X became the first woman to ...", "X is the largest ..."."""
    for clause in clauses(sentence):
        attr = clause.child("attr")
        if attr is None or not clause.links:
            continue
        if not _ranks(attr):
            continue
        yield from _fact(clause, attr)
        yield from _won(clause, attr)
    for token in sentence.span:
        if token.dep_ == "appos" and token.pos_ == "NOUN" and token.i > token.head.i and _ranks(token):
            yield from _explained(token, sentence)


def _explained(rank: Token, sentence: Sentence) -> Iterator[Fact]:
    """ "Musk's company, the only firm capable of ...": what stands before the comma is it."""
    named, doc = rank.head, rank.doc
    words = noun_phrase(rank)
    behind = doc[words[-1].i + 1] if words[-1].i + 1 < len(doc) else None
    if (
        doc[rank.left_edge.i - 1].text != ","
        or doc[rank.left_edge.i].lower_ not in {"the", "its", "their"}
        or (behind is not None and not behind.is_punct)
        or any(c.dep_ in {"conj", "cc"} for c in rank.children)
    ):
        return
    try:
        word, tokens, doubt = ask_with(named, sentence, agent=True)
    except Unclear:
        return
    if not any(t.pos_ == "PROPN" for t in tokens):
        return

    def build() -> tuple[dict[str, str], float]:
        told = wording(words, sentence)
        if len(told.text.split()) < LEAST:
            raise Unclear("the ranking says too little")
        past = any(w.lower_ in {"first", "last"} for w in rank.children)
        ask = "Who" if word == "Who" and sentence.references.person_at(named) else "What"
        return {
            "ask": ask,
            "verb": "was" if past else "is",
            "rest": told.text,
            "according": "",
        }, doubt + told.doubt

    yield fact("first", "apposition", sentence, tokens, build)


def _won(clause: Clause, attr: Token) -> Iterator[Fact]:
    """ "She was the first woman to receive the Pritzker Prize": which prize it was."""
    for inner in attr.children:
        if (
            inner.dep_ not in {"relcl", "acl"}
            or inner.i < attr.i
            or not any(c.tag_ == "TO" for c in inner.children)
        ):
            continue
        obj = next(
            (c for c in inner.children if c.dep_ in {"dobj", "oprd"} and c.pos_ in {"PROPN", "NOUN"}), None
        )
        if obj is None:
            continue
        try:
            word, tokens, doubt = ask_with(obj, clause.sentence)
        except Unclear:
            continue
        if word.startswith("Which"):
            yield fact("first", "object", clause.sentence, tokens, partial(_object, clause, obj, word, doubt))


def _object(clause: Clause, obj: Token, word: str, doubt: float) -> tuple[dict[str, str], float]:
    slots, more = question(clause, list(obj.subtree))
    return {"ask": word, **slots}, more + doubt


def _ranks(noun: Token) -> bool:
    if noun.lemma_ in {"part", "way", "thing", "one", "time"}:
        return False
    words = [t for t in noun.children if t.i < noun.i]
    return any(w.lower_ in RANKING for w in words) or any(
        w.tag_ == "JJS" or (w.tag_ == "RBS") for n in [noun, *words] for w in n.children if w.i < noun.i
    )


def _fact(clause: Clause, attr: Token) -> Iterator[Fact]:
    several = next((c.text for c in attr.children if c.dep_ == "nummod"), "")
    try:
        if clause.subject.pos_ == "PRON":
            return
        if several and clause.sentence.references.person_at(clause.subject):
            # "Isaacman then engineer Gillis became the first two": all that stands before the verb.
            limit = min([clause.verb.i, *(a.i for a in clause.auxiliaries)])
            tokens = list(clause.doc[clause.subject.left_edge.i : limit])
            while tokens and tokens[0].i < clause.subject.i and not tokens[0].text[:1].isupper():
                tokens.pop(0)
            word, doubt = "Who", 0.05
        else:
            word, tokens, doubt = ask_with(clause.subject, clause.sentence, agent=True)
    except Unclear:
        try:
            tokens, doubt = noun_phrase(clause.subject), 0.08
        except Unclear:
            return
        if clause.subject.pos_ != "PROPN":
            return
        word = f"Which {attr.text}" if attr.tag_ == "NN" else "What"

    def build() -> tuple[dict[str, str], float]:
        if (
            len([t for t in tokens if t.dep_ != "det"]) == 1
            and tokens[-1].pos_ == "NOUN"
            and tokens[-1].is_lower
        ):
            raise Unclear("what the answer is the sentence before tells")
        if clause.negation is not None or any(a.tag_ == "MD" for a in clause.auxiliaries):
            raise Unclear("what may be so, or is not, has no rank")
        slots, more = subject_question(clause)
        # the ranking itself tells what kind of thing it is
        ask = "What" if word.startswith("Which") and word != "Which organization" else word
        if ask != "What":
            return {"ask": ask, **slots}, more + doubt
        slots = of_one(slots, clause)
        # "What became the first aircraft to fly there" is asked as "Which aircraft became the first to"
        if found := re.match(rf"the first {re.escape(attr.text)} (?=to )", slots["rest"]):
            return {
                "ask": f"Which {attr.text}",
                **slots,
                "rest": f"the first {slots['rest'][found.end() :]}",
            }, more + doubt
        return {"ask": ask, **slots}, more + doubt

    yield fact("first", "ranking", clause.sentence, tokens, build)
