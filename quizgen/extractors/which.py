"""Which company, which rocket, which award: named things whose kind the text or the name tells."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extractors._asking import agentive, fact, past, question, subject_question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._naming import ask_with
from quizgen.extractors._objects import prepositional
from quizgen.extractors._phrases import Unclear, subtree
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Named things as subject, agent and object."""
    for clause in clauses(sentence):
        yield from _subject(clause)
        yield from prepositional(clause, "which")
        yield from _other(clause)


def _subject(clause: Clause) -> Iterator[Fact]:
    if clause.shape == "participle" or clause.subject.pos_ not in {"PROPN", "NOUN"}:
        return
    try:
        word, tokens, doubt = ask_with(clause.subject, clause.sentence, agent=agentive(clause))
    except Unclear:
        return
    if not word.startswith("Which") or (clause.verb.lemma_ == "be" and clause.child("attr") is not None):
        return


    def build() -> tuple[dict[str, str], float]:
        slots, more = subject_question(clause)
        return {"ask": word, **slots}, more + doubt

    yield fact("which", "subject", clause.sentence, tokens, build)


def _other(clause: Clause) -> Iterator[Fact]:
    agent = clause.child("agent")
    if clause.passive and agent is not None:
        obj = next((c for c in agent.children if c.dep_ == "pobj"), None)
        if obj is not None and obj.pos_ in {"PROPN", "NOUN"}:
            try:
                word, tokens, doubt = ask_with(obj, clause.sentence, agent=True)
            except Unclear:
                return
            if word.startswith("Which"):

                def build() -> tuple[dict[str, str], float]:
                    slots, more = question(clause, [agent, *subtree(obj)])
                    if (slots["aux"] not in {"was", "were"} and not clause.added) or " " in slots["verb"]:
                        return {"ask": f"By {word[0].lower()}{word[1:]}", **slots}, more + doubt + 0.1
                    verb = past(clause.verb.lemma_.lower())
                    return {
                        "ask": word,
                        "aux": "",
                        "subject": "",
                        "verb": f"{verb} {slots['subject']}",
                        "rest": slots["rest"],
                        "according": slots["according"],
                    }, more + doubt

                yield fact("which", "agent", clause.sentence, tokens, build)
    obj = clause.child("dobj", "oprd")
    if (
        obj is not None
        and obj.pos_ in {"PROPN", "NOUN"}
        and not (clause.passive and obj.dep_ == "dobj" and clause.verb.lemma_ not in {"award", "give"})
    ):
        try:
            word, tokens, doubt = ask_with(obj, clause.sentence)
        except Unclear:
            return
        if word.startswith("Which"):
            yield fact("which", "object", clause.sentence, tokens, lambda: _object(clause, obj, word, doubt))


def _object(clause: Clause, obj: object, word: str, doubt: float) -> tuple[dict[str, str], float]:
    slots, more = question(clause, subtree(obj))  # type: ignore[arg-type]
    return {"ask": word, **slots}, more + doubt
