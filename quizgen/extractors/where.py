"""Where it happened: places that the verb's own prepositional phrases name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import clauses
from quizgen.extractors._phrases import noun_phrase, subtree
from quizgen.lexicon import noun_class
from quizgen.model import Fact, Sentence
from quizgen.references import class_of_name, is_month_or_day, name_span, place_class

AT = frozenset("in at on near outside inside off over along aboard beneath under above across around".split())
MOVING = frozenset(
    "go fly move travel return arrive flee sail drive head come run send take bring transfer transport carry relocate emigrate fall".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Places behind "in", "at", "on", "from", "to"."""
    for clause in clauses(sentence):
        seen = False
        for prep, place in clause.prepositions():
            if seen:
                break
            if (not _is_place(place) and _of_places(place) is None) or (
                clause.verb.lemma_ in {"be"} and clause.child("attr", "acomp") is not None
            ):
                continue
            lower = prep.lower_
            name = name_span(place).text if place.pos_ == "PROPN" else ""
            several = any(c.dep_ == "conj" for c in place.children)
            rule, ask = "", ""
            inner = _of_places(place)
            if inner is not None and lower == "in":
                ask = f"In which {place.text}"
                yield fact(
                    "where", "of", sentence, noun_phrase(inner), partial(_build, clause, prep, place, ask)
                )
                seen = True
                continue
            if lower in AT:
                kind = place_class(name) or (class_of_name(name) if lower == "at" else "")
                rule, ask = (
                    ("named", f"{prep.text.capitalize()} which {kind}")
                    if kind and lower in {"in", "at"} and not several
                    else ("at", "Where")
                )
            elif lower == "from" and clause.verb.lemma_ not in {
                "suffer",
                "benefit",
                "recover",
                "range",
                "differ",
            }:
                rule, ask = "from", "From where"
            elif lower in {"to", "into"} and clause.verb.lemma_ in MOVING:
                rule, ask = "to", "Where"
            if not rule:
                continue
            if clause.verb.i > prep.i and clause.subject.i > prep.i and len(list(prep.subtree)) > 8:
                continue
            tokens = _with_wider(place, noun_phrase(place))
            if rule == "at" and lower not in {"in", "at", "on", "aboard"}:
                tokens = [prep, *tokens]  # "near the lake" is not "the lake"
            yield fact(
                "where",
                rule,
                sentence,
                tokens,
                partial(_build, clause, prep, place, ask),
            )
            seen = True


def _build(clause: object, prep: Token, place: Token, ask: str) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, [prep, *subtree(place)], placeless=True)  # type: ignore[arg-type]
    return {"ask": ask, **slots}, doubt


def _of_places(noun: Token) -> Token | None:
    """ "the states of Kansas and Colorado": the named places."""
    if noun.lemma_ not in {"state", "city", "town", "country", "village", "county", "province", "region"}:
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return (
        next((c for c in of.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
        if of is not None
        else None
    )


def _is_place(noun: Token) -> bool:
    if noun.pos_ == "NOUN":
        inside = [t for t in noun.subtree if t.i > noun.i and t.ent_type_ in {"GPE", "LOC", "FAC"}]
        return (
            noun_class(noun.lemma_) in {"location", "artifact"}
            and bool(inside)
            and len(list(noun.subtree)) <= 10
        ) or (
            noun_class(noun.lemma_) == "location"
            and any(c.dep_ in {"amod", "compound"} for c in noun.children)
            and noun.lemma_ not in {"area", "part", "side", "end", "front", "region", "place", "way", "point"}
        )
    if noun.pos_ == "PROPN":
        name = name_span(noun)
        if is_month_or_day(noun.text) or (noun.text.isupper() and len(noun.text) > 3):
            return False
        labels = {t.ent_type_ for t in name}
        return bool(labels & {"GPE", "LOC", "FAC"}) or class_of_name(name.text) in {
            "university",
            "hospital",
            "airport",
            "station",
            "museum",
            "island",
            "street",
            "avenue",
            "road",
            "crater",
            "stadium",
            "park",
            "college",
            "school",
            "bridge",
            "river",
            "lake",
            "valley",
        }
    return False


def _with_wider(place: Token, tokens: list[Token]) -> list[Token]:
    """ "Vienna, Austria": the wider place behind the comma belongs to the answer."""
    last = tokens[-1]
    doc = place.doc
    while (
        last.i + 2 < len(doc)
        and doc[last.i + 1].text == ","
        and doc[last.i + 2].ent_type_ == "GPE"
        and doc[last.i + 2].pos_ == "PROPN"
    ):
        run = [doc[last.i + 1], doc[last.i + 2]]
        while (
            run[-1].i + 1 < len(doc)
            and doc[run[-1].i + 1].ent_type_ == "GPE"
            and doc[run[-1].i + 1].ent_iob_ == "I"
        ):
            run.append(doc[run[-1].i + 1])
        after = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
        if (after is not None and after.text in {"and", "or"}) or (
            after is not None
            and after.text == ","
            and run[-1].i + 2 < len(doc)
            and doc[run[-1].i + 2].text in {"and", "or"}
        ):
            break
        tokens = [*tokens, *run]
        last = tokens[-1]
    return tokens
