"""Who did it: persons, people and bodies of people as subject, agent or object."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extractors._asking import agentive, fact, past, question, subject_question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._naming import ask_with
from quizgen.extractors._objects import prepositional
from quizgen.extractors._phrases import Phrase, Unclear, noun_phrase, subtree, wording
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Subjects ("Who stabbed ...?"), agents of a passive and persons as object."""
    for clause in clauses(sentence):
        yield from _subject(clause)
        yield from prepositional(clause, "who")
        yield from _agent(clause)
        yield from _object(clause)


def _subject(clause: Clause) -> Iterator[Fact]:
    if clause.shape == "participle" or clause.subject.pos_ == "PRON":
        return
    try:
        word, tokens, doubt = ask_with(clause.subject, clause.sentence, agent=agentive(clause))
    except Unclear:
        return
    if word != "Who":
        return
    if clause.links and clause.child("attr") is not None and clause.verb.lemma_ == "be":
        return  # "X is the director": asked by `role` and `first`

    def build() -> tuple[dict[str, str], float]:
        slots, more = subject_question(clause)
        if clause.verb.tag_ == "VBP" and not clause.auxiliaries:
            raise Unclear("'who' with a plural verb")
        if clause.verb.lemma_ == "bear" and clause.passive:
            raise Unclear("everybody was born")
        if clause.verb.lemma_ == "include":
            raise Unclear("what includes is no who")
        if clause.verb.lemma_ in {"have", "get", "see"} and not clause.auxiliaries:
            more += 0.1
        return {"ask": word, **slots}, more + doubt

    yield fact("who", "subject", clause.sentence, tokens, build)


def _agent(clause: Clause) -> Iterator[Fact]:
    if not clause.passive:
        return
    agent = clause.child("agent")
    obj = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    if agent is None or obj is None or clause.verb.tag_ != "VBN":
        return
    try:
        word, tokens, doubt = ask_with(obj, clause.sentence, agent=True)
    except Unclear:
        return
    if word != "Who":
        return

    def build() -> tuple[dict[str, str], float]:
        # "The suit was designed by X" → "Who designed the suit?"
        if len(clause.auxiliaries) > 1 or (
            clause.auxiliaries and clause.auxiliaries[0].tag_ not in {"VBD", "VBZ", "VBP"}
        ):
            slots, more = question(clause, [agent, *subtree(obj)])
            return {"ask": "By whom", **slots}, more + doubt + 0.15
        slots, more = question(clause, [agent, *subtree(obj)])
        verb = (
            past(clause.verb.lemma_.lower())
            if clause.added or slots["aux"] in {"was", "were"}
            else None
        )
        if verb is None:
            raise Unclear("the tense of the active is not certain")
        return {
            "ask": word,
            "aux": "",
            "verb": f"{verb} {slots['subject']}",
            "subject": "",
            "rest": slots["rest"],
            "according": slots["according"],
        }, more + doubt + 0.02

    yield fact("who", "agent", clause.sentence, tokens, build)


def _object(clause: Clause) -> Iterator[Fact]:
    obj = clause.child("dobj")
    if obj is None or clause.passive or obj.pos_ != "PROPN":
        return
    try:
        word, tokens, doubt = ask_with(obj, clause.sentence)
    except Unclear:
        return
    if word != "Who":
        return

    def build() -> tuple[dict[str, str], float]:
        slots, more = question(clause, subtree(obj))
        return {"ask": "Whom", **slots}, more + doubt + 0.02

    yield fact("who", "object", clause.sentence, tokens, build)


def named(clause: Clause) -> Phrase:
    """The subject as words."""
    return wording(noun_phrase(clause.subject), clause.sentence)
