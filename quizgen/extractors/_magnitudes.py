"""Magnitudes of earthquakes: "a 7.8 magnitude quake", "an earthquake with a magnitude of 6.1"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from quizgen.extractors._amounts import measured
from quizgen.extractors._asking import subject_question
from quizgen.extractors._clauses import clauses
from quizgen.extractors._phrases import Unclear
from quizgen.extractors._quantities import Quantity
from quizgen.model import Sentence

#: What has a magnitude.
QUAKES = frozenset("earthquake quake aftershock foreshock tremor temblor".split())


def is_magnitude(quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the number is a magnitude, and counts nothing."""
    doc = sentence.span.doc
    behind = [t.lower_ for t in doc[quantity.end : quantity.end + 2] if t.text != "-"]
    return quantity.dimension == "magnitude" or behind[:1] == ["magnitude"]


def magnitudes(sentence: Sentence) -> Iterator[tuple[Span, Token]]:
    """The numbers, each with the word for the earthquake that has it."""
    doc = sentence.span.doc
    for quantity in measured(sentence):
        if not is_magnitude(quantity, sentence):
            continue
        numbers = [t for t in doc[quantity.start : quantity.end] if t.like_num]
        behind = [t for t in doc[quantity.end - 1 : quantity.end + 3] if t.lemma_ in QUAKES]
        before = list(doc[max(sentence.span.start, quantity.start - 6) : quantity.start])
        quakes = behind or [t for t in before if t.lemma_ in QUAKES and t.tag_ == "NN"][-1:]
        if numbers and quakes:
            yield doc[quantity.start : numbers[-1].i + 1], quakes[0]


def asked_magnitude(quake: Token, sentence: Sentence) -> tuple[dict[str, str], float]:
    """The pieces of "What was the magnitude of the earthquake that struck Chile?"."""
    definite = any(c.lower_ == "the" for c in quake.lefts)
    slots = {"ask": "What was the magnitude of", "subject": f"the {quake.lower_}", "verb": "", "rest": ""}
    known = sentence.references.title_words & QUAKES
    clause = next((c for c in clauses(sentence) if c.subject.i == quake.i and c.shape != "participle"), None)
    if definite and known:
        return {**slots, "according": ""}, 0.0
    if clause is None:
        raise Unclear("which earthquake it was is not said")
    told, doubt = subject_question(clause, also_drop=[c for c in quake.rights if c.dep_ == "prep"])
    slots["rest"] = f"that {told['verb']} {told['rest']}".strip()
    return {**slots, "according": told["according"]}, doubt + 0.02
