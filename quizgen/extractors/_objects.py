"""Objects of prepositions that are neither place nor time: "sold to Tesco", "relied on a robotic arm"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._asking import fact, is_place, is_time, question
from quizgen.extractors._clauses import Clause
from quizgen.extractors._naming import ask_with
from quizgen.extractors._phrases import Unclear, noun_phrase, subtree
from quizgen.lexicon import noun_class
from quizgen.model import Fact

ASKABLE = frozenset(
    "with by to from for on into against via aboard under about through opposite among between".split()
)
#: Prepositions whose noun says how or when rather than what.
VAGUE = frozenset(
    "basis way manner part time end term addition order case fact result account behalf favour favor terms effect need use side mind place thing things aid help hand foot heart care charge view light turn".split()
)
WHOM = {"Who": "whom"}


def prepositional(clause: Clause, kind: str) -> Iterator[Fact]:
    """Facts of one kind ("who", "which" or "what") behind a preposition of the clause."""
    for prep, obj in clause.prepositions():
        if (
            prep.lower_ not in ASKABLE
            or clause.doc[prep.i - 1].is_punct
            or (prep.lower_ == "from" and any(t.lower_ == "to" for t in obj.subtree))
            or prep.dep_ == "agent"
            or prep.i < clause.verb.i
            or obj.lemma_.lower() in VAGUE
        ):
            continue
        tokens = noun_phrase(obj)
        if (
            is_time(tokens)
            or (obj.pos_ == "PROPN" and is_place([prep, *tokens]))
            or noun_class(obj.lemma_) in {"time", "quantity"}
        ):
            continue
        if prep.head.i not in {clause.verb.i} and prep.head.dep_ not in {"xcomp"}:
            continue
        try:
            word, answer, doubt = ask_with(
                obj,
                clause.sentence,
                agent=prep.lower_ in {"to", "by", "with", "against", "from"} and obj.pos_ == "PROPN",
            )
        except Unclear:
            continue
        found = "who" if word == "Who" else "which" if word.startswith("Which") else "what"
        if found != kind or (found == "what" and not _says_something(obj)):
            continue
        yield fact(
            kind,
            "preposition",
            clause.sentence,
            answer,
            lambda p=prep, o=obj, w=word, d=doubt: _build(clause, p, o, w, d),
        )  # type: ignore[misc]
        return


def _says_something(noun: Token) -> bool:
    return any(c.dep_ in {"amod", "compound", "prep", "poss", "nmod", "acl", "relcl"} for c in noun.children)


def _build(clause: Clause, prep: Token, obj: Token, word: str, doubt: float) -> tuple[dict[str, str], float]:
    slots, more = question(clause, [prep, *subtree(obj)])
    last = not any(
        p.i > prep.i and p.dep_ in {"prep", "npadvmod", "xcomp", "advmod", "ccomp"}
        for p in clause.everything()
    )
    if last and word == "What":
        slots["rest"] = f"{slots['rest']} {prep.text}".strip()
        return {"ask": word, **slots}, more + doubt + 0.06
    asked = WHOM.get(word, word[:1].lower() + word[1:])
    return {"ask": f"{prep.text.capitalize()} {asked}", **slots}, more + doubt + (
        0.1 if word == "What" else 0.04
    )
