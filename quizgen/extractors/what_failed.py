"""What failed: what broke, was called off or went wrong, and what was done instead."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.extractors._asking import _flat, fact, subject_question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._naming import ask_with
from quizgen.extractors._phrases import Unclear, noun_phrase, wording
from quizgen.lexicon import CALLED_OFF, FAILING
from quizgen.model import Fact, Sentence

WORKING = frozenset("work function start open close respond operate fire deploy launch run".split())


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Subjects of failing, of being called off, of not working; then the remedy behind "so"."""
    found = clauses(sentence)
    for clause in found:
        if _fails(clause):
            yield from _failed(clause)
    for clause in found:
        if _troubled(clause):
            yield from _remedy(clause, found)


def _troubled(clause: Clause) -> bool:
    return (clause.negation is not None and clause.verb.lemma_ in WORKING) or (clause.verb.lemma_ in FAILING)


def _fails(clause: Clause) -> bool:
    if clause.negation is not None:
        return clause.verb.lemma_ in WORKING
    if clause.passive:
        return clause.verb.lemma_ in CALLED_OFF
    habit = clause.verb.tag_ in {"VBZ", "VBP"} and not clause.auxiliaries
    return clause.verb.lemma_ in FAILING and clause.child("dobj") is None and not habit


def _failed(clause: Clause) -> Iterator[Fact]:
    noun = clause.subject
    if noun.pos_ not in {"NOUN", "PROPN"} or clause.shape == "participle":
        return
    try:
        word, tokens, doubt = ask_with(noun, clause.sentence)
    except Unclear:
        return
    if word == "Who":
        return

    def build() -> tuple[dict[str, str], float]:
        slots, more = subject_question(clause)
        return {"ask": word, **slots}, more + doubt

    yield fact("what_failed", "called_off" if clause.passive else "failed", clause.sentence, tokens, build)


def _remedy(trouble: Clause, found: list[Clause]) -> Iterator[Fact]:
    """ "X wasn't working, so they had to Y": what had to be done."""
    doc = trouble.doc
    for clause in found:
        if clause.verb.i <= trouble.verb.i or clause.verb.lemma_ != "have":
            continue
        between = {t.lower_ for t in doc[trouble.verb.i : clause.subject.i]}
        chained = clause.child("xcomp")
        if "so" not in between or chained is None:
            continue
        tokens = [t for t in _flat(chained) if t.tag_ != "TO" or t.i > chained.i]
        if not 2 <= len(tokens) <= 10:
            continue

        def build() -> tuple[dict[str, str], float]:
            slots, more = subject_question(trouble)
            thing = wording(noun_phrase(trouble.subject), trouble.sentence)
            return {
                "ask": "What",
                "thing": thing.text,
                "verb": slots["verb"],
                "rest": slots["rest"],
                "according": "",
            }, more + thing.doubt + 0.05

        yield fact("what_failed", "remedy", trouble.sentence, tokens, build)
