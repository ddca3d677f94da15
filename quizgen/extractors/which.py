"""Which company, which rocket, which award: named things whose kind the text or the name tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import agentive, fact, question, subject_question
from quizgen.extractors._attribution import AGENCIES, BESTOWING, DEEDS, FINDINGS, PASSING, told
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._identity import identity
from quizgen.extractors._naming import ask_with
from quizgen.extractors._objects import (
    agent_of,
    belonging,
    concise,
    cut_short,
    prepositional,
    reachable,
    some_thing,
    source_of,
)
from quizgen.extractors._phrases import Unclear, subtree
from quizgen.model import Fact, Sentence

#: Letters by which two forms of a word are the same ("Book Fund", "books").
STEM = 4
WIRES = frozenset(name.removeprefix("the ") for name in AGENCIES.values())
HOUSED = frozenset("house locate base situate headquarter site set".split())
POLLING = frozenset("interview survey poll".split())
#: What happens to those who feel something.
FEELING = frozenset(
    "worry concern please disappoint delight thrill alarm satisfy convince frustrate surprise".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Named things as subject, agent and object."""
    for clause in clauses(sentence):
        yield from _subject(clause)
        yield from prepositional(clause, "which")
        yield from agent_of(clause, "which")
        yield from source_of(clause, "which")
        yield from belonging(clause)
        yield from _published_in(clause)
        yield from _objects(clause)
        yield from identity(clause, "which")


def _subject(clause: Clause) -> Iterator[Fact]:
    if clause.subject.ent_type_ in {"DATE", "TIME"}:
        return
    if clause.shape == "participle" or clause.subject.pos_ not in {"PROPN", "NOUN"}:
        return
    try:
        word, tokens, doubt = ask_with(clause.subject, clause.sentence, agent=agentive(clause))
    except Unclear:
        return
    if clause.passive and clause.child("agent") is not None:
        return
    if not word.startswith("Which") or (clause.verb.lemma_ == "be" and clause.child("attr") is not None):
        return

    def build() -> tuple[dict[str, str], float]:
        slots, more = subject_question(clause)
        if cut_short(clause):
            raise Unclear("a range or a distance is cut in two")
        if some_thing(clause, clause.child("dobj")):
            raise Unclear("which one it is, is not said")
        felt = clause.links or clause.verb.lemma_ in FEELING
        if felt and any(c.dep_ == "ccomp" for p in clause.parts for c in (p, *p.children)):
            raise Unclear("what a body feels is no news")  # "is worried the plan may fail"
        if " ".join(t.text for t in tokens if t.dep_ != "det") in WIRES:
            raise Unclear("a news agency reports")
        if clause.passive and clause.verb.lemma_ in HOUSED:
            raise Unclear("where it is, is the question")
        if clause.verb.lemma_ in POLLING and not clause.passive:
            raise Unclear("who asked people is no news")
        if clause.verb.lemma_ in BESTOWING and not clause.passive:
            more += 0.15  # whom it befell is the news
        if any(p.lower_ == "also" for p in clause.parts):
            more += 0.12  # others do so as well
        if half_told(tokens, word, slots["rest"]):
            raise Unclear("it gives its answer away")
        if clause.verb.lemma_ == "exist" or (clause.links and clause.child("attr", "acomp", "xcomp") is None):
            raise Unclear("being there says too little")
        if clause.shape == "relative" and clause.verb.tag_ == "VBZ" and not clause.passive:
            more += 0.25  # "X, which specializes in shoes": said of it in passing
        return {"ask": word, **told(slots, clause, DEEDS | FINDINGS)}, more + doubt

    yield fact("which", "subject", clause.sentence, tokens, build)


#: How research and news come out, in what, and first or last words of names that tell it.
PUBLISHING = frozenset("publish appear report describe detail release".split())
PERIODICALS = frozenset("journal magazine newspaper newsletter".split())
JOURNALS = frozenset("journal proceedings annals transactions".split())


def _published_in(clause: Clause) -> Iterator[Fact]:
    """ "published in the journal Nature": in which journal it was published."""
    if clause.verb.lemma_ not in PUBLISHING:
        return
    for prep, obj in clause.prepositions():
        if prep.lower_ != "in" or prep.head != clause.verb or prep.i < clause.verb.i:
            continue
        tokens = [t for t in obj.subtree if t.dep_ != "punct"]
        kind = next((t for t in tokens if t.lower_ in PERIODICALS and t.is_lower), None)
        if kind is not None:
            name, word = [t for t in tokens if t.i > kind.i], kind.text
        elif {t.lower_ for t in (*tokens[:2], tokens[-1])} & JOURNALS:
            name, word = tokens, "journal"
        else:
            continue
        if name and all(t.is_title or t.is_upper or t.pos_ in {"ADP", "DET", "CCONJ"} for t in name):
            yield fact("which", "journal", clause.sentence, name, partial(_journal, clause, prep, word))


def _journal(clause: Clause, prep: Token, word: str) -> tuple[dict[str, str], float]:
    slots, more = question(clause, list(prep.subtree), timeless=True)
    return {"ask": f"In which {word}", **slots}, more + 0.04


def half_told(answer: list[Token], word: str, rest: str) -> bool:
    """Whether a question says half of what is asked ("Which program managed the launch services?")."""
    asked = word.lower().split()
    told = {w[:STEM] for w in rest.lower().split()}
    names = [
        t.lower_[:STEM] for t in answer if t.text[:1].isupper() and t.dep_ != "det" and t.lower_ not in asked
    ]
    return bool(names) and 2 * sum(n in told for n in names) >= len(names)


def _objects(clause: Clause) -> Iterator[Fact]:
    for obj, deeper in reachable(clause):
        if clause.verb.lemma_ in PASSING:
            return  # "Which agency did he tell ...?"
        try:
            word, tokens, doubt = ask_with(obj, clause.sentence)
        except Unclear:
            continue
        if word.startswith("Which"):
            yield fact(
                "which",
                "object",
                clause.sentence,
                tokens,
                partial(_object, clause, obj, word, doubt + deeper),
            )


def _object(clause: Clause, obj: Token, word: str, doubt: float) -> tuple[dict[str, str], float]:
    slots, more = concise(clause, subtree(obj))
    if cut_short(clause):
        raise Unclear("a range or a distance is cut in two")
    return {"ask": word, **slots}, more + doubt
