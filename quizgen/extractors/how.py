"""How it is done: "by doing", "via", "using"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._asking import _flat, fact, question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.model import Fact, Sentence


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Means that go with the verb."""
    for clause in clauses(sentence):
        yield from _means(clause)


def _means(clause: Clause) -> Iterator[Fact]:
    for part in clause.parts:
        if part.i < clause.verb.i:
            continue
        if part.dep_ in {"prep", "agent"} and part.lower_ == "by":
            inner = next((c for c in part.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
            if inner is not None:
                yield from _fact(clause, "by", part, [part, *_flat(inner)])
        elif part.dep_ == "prep" and part.lower_ == "via":
            obj = next((c for c in part.children if c.dep_ == "pobj"), None)
            if obj is not None:
                yield from _fact(clause, "via", part, [part, *noun_phrase(obj)])
        elif part.dep_ == "advcl" and part.lower_ == "using":
            yield from _fact(clause, "using", part, _flat(part))


def _fact(clause: Clause, rule: str, branch: Token, tokens: list[Token]) -> Iterator[Fact]:
    def build() -> tuple[dict[str, str], float]:
        if len(tokens) > 14:
            raise Unclear("the means take too many words")
        return question(clause, list(branch.subtree))

    yield fact("how", rule, clause.sentence, sorted(tokens, key=lambda t: t.i), build)
