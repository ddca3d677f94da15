"""Events that a noun tells of, with the date that hangs on it: the 2019 election."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._acts import DOING, DONE, act_of
from quizgen.extractors._asking import fact
from quizgen.extractors._clauses import Clause
from quizgen.extractors._dates import date_words
from quizgen.extractors._phrases import Unclear, noun_phrase, tokens_of
from quizgen.extractors._wording import wording
from quizgen.model import Fact, Sentence

#: Events of which one may ask when they "took place".
TAKING_PLACE = frozenset(
    "war battle election referendum vote revolution coup uprising rebellion riot protest demonstration strike massacre attack bombing "
    "shooting explosion blast fire wildfire earthquake quake tsunami hurricane typhoon cyclone storm flood eruption landslide avalanche "
    "disaster accident crash collision derailment outbreak epidemic pandemic famine drought crisis launch landing spacewalk mission "
    "trial hearing verdict ceremony festival concert tournament championship final race match game olympics wedding funeral summit "
    "conference debate raid siege robbery heist".split()
)
HAPPENING = frozenset("occur happen begin start end open close".split())


def events(sentence: Sentence, asked: set[int]) -> Iterator[Fact]:
    """ "the retirement of the shuttles in 2011", "her July 2021 confirmation", "the disaster which occurred at 6am"."""
    for noun in tokens_of(sentence):
        if noun.tag_ != "NN" or not tells_event(noun):
            continue
        for prep, head in _times_of(noun):
            tokens, ask = date_words(prep, head)
            if ask and not asked & {t.i for t in tokens}:
                gone = {t.i for t in tokens} | ({prep.i} if prep is not None else set())
                yield fact("when", "event", sentence, tokens, partial(_event, noun, gone, ask, sentence))
                break
        for verb in noun.rights:
            if verb.dep_ == "relcl" and verb.lemma_ in HAPPENING and verb.tag_ == "VBD":
                for prep, head in [
                    (p, o) for p in verb.rights if p.dep_ == "prep" for o in p.rights if o.dep_ == "pobj"
                ]:
                    tokens, ask = date_words(prep, head)
                    if ask and not asked & {t.i for t in tokens}:
                        yield fact(
                            "when",
                            "occurring",
                            sentence,
                            tokens,
                            partial(_occurring, noun, verb, ask, sentence),
                        )
                        break


def _times_of(noun: Token) -> Iterator[tuple[Token | None, Token]]:
    """The times that hang on a noun: before it, behind it, or behind what it is of."""
    for child in noun.lefts:
        if child.dep_ in {"nmod", "compound", "nummod"} and child.ent_type_ == "DATE":
            yield None, child
    holders = [noun, *(o for p in noun.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj")]
    for holder in holders:
        for prep in holder.rights:
            if prep.dep_ == "prep" and prep.lower_ in {"in", "on"}:
                yield from ((prep, o) for o in prep.rights if o.dep_ == "pobj" and o.ent_type_ == "DATE")


def _event(noun: Token, gone: set[int], ask: str, sentence: Sentence) -> tuple[dict[str, str], float]:
    slots = {"ask": ask, "aux": "did", "verb": "take place", "rest": "", "according": ""}
    if gone and min(gone) < noun.i and noun.doc[min(gone) - 1].text == ",":
        raise Unclear("the date is not all there")
    act = act_of(noun, gone, sentence)
    if act is not None:
        told = {"aux": act.aux, "subject": act.subject, "verb": act.verb, "rest": act.rest}
        # "the seat has, since its creation in 1950, always ...": told in passing
        passing = any(c.lower_ in {"its", "their"} for c in noun.lefts)
        return {**slots, **told}, act.doubt + (0.16 if passing else 0.04)
    named = any(
        (c.lower_ == "of" and c.dep_ == "prep")
        or c.dep_ == "poss"
        or (c.dep_ == "compound" and c.pos_ == "PROPN" and c.i not in gone)
        for c in noun.children
    )
    placed = any(
        c.lower_ in {"in", "at", "off", "near", "on"}
        and any(o.ent_type_ in {"GPE", "LOC"} for o in c.children)
        for c in noun.rights
    )
    first = next(iter(noun.lefts), None)
    if first is None or not (named or placed) or (first.lower_ != "the" and first.dep_ != "poss"):
        raise Unclear("which event is meant is not said")
    called = any(c.dep_ == "compound" and c.pos_ == "PROPN" and c.i not in gone for c in noun.lefts)
    if called:  # "the unfathomable Miller verdict": its name tells which, the rest is comment
        gone = gone | {c.i for c in noun.lefts if c.dep_ == "amod"}
    # "the March 23, 2019, attack": the comma that ended the date goes with it
    tokens = [t for t in noun_phrase(noun) if t.i not in gone and not (t.text == "," and t.i - 1 in gone)]
    subject = wording(tokens, sentence)
    if noun.lemma_ == "verdict":
        slots |= {"aux": "was", "verb": "handed down"}
    return {**slots, "subject": subject.text}, subject.doubt + 0.06


def _occurring(noun: Token, verb: Token, ask: str, sentence: Sentence) -> tuple[dict[str, str], float]:
    tokens = [t for t in noun_phrase(noun) if t.i < verb.left_edge.i and not t.is_punct]
    if not any(t.lower_ == "the" for t in tokens):
        raise Unclear("which event is meant is not said")
    subject = wording(tokens, sentence)
    return {
        "ask": ask,
        "aux": "did",
        "subject": subject.text,
        "verb": verb.lemma_,
        "rest": "",
        "according": "",
    }, subject.doubt + 0.04


def becoming(clause: Clause, named: Token) -> bool:
    """ "was the first woman to receive the prize, in 2004": then she became it."""
    first = any(c.lower_ == "first" for c in named.lefts)
    act = next((c for c in named.rights if c.tag_ == "VB" and c.i > named.i), None)
    return clause.verb.lower_ in {"was", "were"} and not clause.auxiliaries and first and act is not None


def tells_event(noun: Token) -> bool:
    return bool({noun.lemma_.lower()} & (TAKING_PLACE | DONE.keys() | DOING.keys()))
