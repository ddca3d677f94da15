"""How it is done: "by doing", "through doing", "via", "using"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizgen.extractors._asking import anchored, fact, question
from quizgen.extractors._branches import flat
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.model import Fact, Sentence

LONGEST_ANSWER = 14
#: "according to some 82%": what a part of the people asked think is no fact.
POLLED = re.compile(r"%|\bper ?cent\b")


#: What people make things known by: how they did so is said in passing.
CHANNELS = frozenset(
    "statement post tweet blog letter email e-mail mail message text website site page video phone telephone call broadcast account "
    "release interview link livestream stream radio television tv internet web app platform media network channel conference".split()
)
PASSING = 0.4


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Means that go with the verb."""
    for clause in clauses(sentence):
        yield from _means(clause)


def _means(clause: Clause) -> Iterator[Fact]:
    for part in clause.parts:
        if part.i < clause.verb.i:
            continue
        if part.dep_ in {"prep", "agent"} and part.lower_ in {"by", "through"}:
            inner = next((c for c in part.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
            if inner is not None:
                yield from _fact(clause, part.lower_, part, _ways(part, inner))
        elif part.dep_ == "prep" and part.lower_ == "via":
            obj = next((c for c in part.children if c.dep_ == "pobj"), None)
            if obj is not None:
                yield from _fact(clause, "via", part, [part, *noun_phrase(obj)])
        elif part.dep_ == "advcl" and part.lower_ == "using":
            yield from _fact(clause, "using", part, flat(part))


def _ways(prep: Token, first: Token) -> list[Token]:
    """The whole list of ways ("by halving its staff, closing shops and raising prices"), where it is one."""
    tokens = [prep, *flat(first)]
    last = max(t.i for t in tokens)
    return list(prep.doc[prep.i : prep.right_edge.i + 1]) if _goes_on(last, prep.doc) else tokens


def _goes_on(last: int, doc: Doc) -> bool:
    """Whether another participle follows behind a comma or "and", or a noun that the parse hung elsewhere."""
    place = last + 1
    while place < len(doc) and (doc[place].text == "," or doc[place].dep_ == "cc"):
        place += 1
    if not last + 1 < place < len(doc):
        return False
    stray = doc[place - 1].dep_ == "cc" and doc[place].dep_ == "conj" and doc[place].pos_ == "NOUN"
    return doc[place].tag_ == "VBG" or stray  # "by eating snow and berries"


def _channel(via: Token) -> bool:
    return any(c.dep_ == "pobj" and c.lemma_.lower() in CHANNELS for c in via.rights)


def _shared_object(clause: Clause) -> bool:
    """Whether the verb has its object from the next one ("testing and collecting information")."""
    if clause.child("dobj") is not None or clause.passive:
        return False
    after = [c for c in clause.verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    return any(c.i == clause.verb.i + 2 and any(o.dep_ == "dobj" for o in c.children) for c in after)


def _fact(clause: Clause, rule: str, branch: Token, tokens: list[Token]) -> Iterator[Fact]:
    tokens = sorted(tokens, key=lambda t: t.i)

    def build() -> tuple[dict[str, str], float]:
        if len(tokens) > LONGEST_ANSWER:
            raise Unclear("the means take too many words")
        if _goes_on(tokens[-1].i, clause.doc):
            raise Unclear("there are more ways than these")
        if _shared_object(clause):
            raise Unclear("the object stands with the next verb")
        if tokens[-1].i + 1 < len(clause.doc) and clause.doc[tokens[-1].i + 1].text == "(":
            raise Unclear("the means go on behind a bracket")
        if not anchored(tokens, clause):
            raise Unclear("a pronoun of the means stands for nothing in the question")
        slots, doubt = question(clause, list(branch.subtree))
        if POLLED.search(slots["according"]):
            raise Unclear("a share of those asked thinks so")
        return slots, doubt + (PASSING if rule == "via" and _channel(branch) else 0.0)

    yield fact("how", rule, clause.sentence, tokens, build)
