"""Who or what it is that a noun tells of: "the winner of the race was Ann Lee", "the largest city is Lindau"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause
from quizgen.extractors._naming import ask_with
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.lexicon import is_person_noun
from quizgen.model import Fact
from quizgen.references import name_span

#: What a noun needs before or behind it to be one alone.
TELLING = frozenset({"poss", "prep", "relcl", "acl", "compound"})
#: Nouns that tell what something is called, or how it stands: asked by other rules, or by none.
EMPTY = frozenset(
    "name term word title nickname reason cause goal aim purpose result problem question answer truth fact thing way part "
    "point idea example case one time day date number amount price cost figure total rate place".split()
)


def identity(clause: Clause, kind: str) -> Iterator[Fact]:
    """The name behind "is" of a definite subject: `kind` "who" of people, "which" of all else."""
    named = clause.child("attr")
    if (
        named is None
        or named.pos_ != "PROPN"
        or clause.verb.lemma_ != "be"
        or clause.shape not in {"main", "conj", "reported"}
        or clause.negation is not None
        or any(a.tag_ == "MD" for a in clause.auxiliaries)
        or not _one_alone(clause.subject)
    ):
        return
    person = is_person_noun(clause.subject.lemma_)
    if person != (kind == "who"):
        return
    try:
        word, tokens, doubt = ask_with(named, clause.sentence)
    except Unclear:
        word, tokens, doubt = "", _name(named), 0.06
    if (word == "Who") != person and word:
        return
    if any(c.dep_ in {"conj", "cc"} for c in named.children):
        return
    ask = "Who" if person else "What"
    yield fact(kind, "identity", clause.sentence, tokens, partial(_asked, clause, tokens, ask, doubt))


def _name(named: Token) -> list[Token]:
    """The name without what explains it, and without the adjectives before it ("40-year-old Ann Lee")."""
    span = name_span(named)
    return [t for t in noun_phrase(named) if t.i >= span.start]


def _one_alone(noun: Token) -> bool:
    """Whether a noun with "the" or an owner is told well enough for there to be but one."""
    if noun.pos_ != "NOUN" or noun.tag_ != "NN" or noun.lemma_.lower() in EMPTY:
        return False
    definite = any(c.lower_ == "the" and c.dep_ == "det" for c in noun.lefts)
    owned = any(c.dep_ == "poss" for c in noun.lefts)
    told = any(c.dep_ in TELLING or c.tag_ == "JJS" for c in noun.children)
    return owned or (definite and told)


def _asked(clause: Clause, answer: list[Token], ask: str, doubt: float) -> tuple[dict[str, str], float]:
    named = clause.child("attr")
    gone: list[Token] = [*answer, *(named.subtree if named is not None else [])]
    slots, more = question(clause, gone)
    if slots["subject"].replace("’", "'").count("'s ") > 1:
        raise Unclear("whose it is, is not certain")  # "Norway's oldest port's largest town"
    return {"ask": ask, **slots}, doubt + more
