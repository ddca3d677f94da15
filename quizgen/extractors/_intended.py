"""What a thing was meant to do: "a mission meant to push the boundaries", "a scheme aimed at cutting waste"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Token

from quizgen.extractors._asking import fact
from quizgen.extractors._branches import flat
from quizgen.extractors._phrases import Phrase, Unclear, is_relative_time
from quizgen.extractors._wording import wording
from quizgen.model import Fact, Sentence

MEANT = frozenset("mean design intend".split())
AIMED = frozenset("aim direct".split())
#: Words of an aim: fewer say too little, more are too long for an answer.
LEAST, MOST = 3, 16


def intended(sentence: Sentence) -> Iterator[Fact]:
    """Participles that tell the aim of the noun before them."""
    for verb in sentence.span:
        if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.pos_ != "NOUN" or verb.head.i > verb.i:
            continue
        aim = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
        at = next((c for c in verb.children if c.lower_ == "at" and c.i == verb.i + 1), None)
        if verb.lemma_ in MEANT and aim is not None and aim.tag_ == "VB" and aim.nbor(-1).lower_ == "to":
            words = [t for t in flat(aim) if t.i >= aim.i]
            yield fact("why", "meant", sentence, words, partial(_asked, verb, words, sentence, "meant to do"))
        elif verb.lemma_ in AIMED and at is not None:
            doing = next((c for c in at.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
            if doing is not None:
                words = flat(doing)
                asked = f"{verb.text} at"
                yield fact("why", "meant", sentence, words, partial(_asked, verb, words, sentence, asked))


def _asked(verb: Token, aim: list[Token], sentence: Sentence, asked: str) -> tuple[dict[str, str], float]:
    if not LEAST <= len(aim) <= MOST:
        raise Unclear("the aim says too little or too much")
    behind = verb.doc[aim[-1].i + 1] if aim[-1].i + 1 < len(verb.doc) else None
    if behind is not None and not behind.is_punct:
        raise Unclear("the aim goes on")
    if any(t.dep_ == "prep" and is_relative_time(list(t.subtree)) for t in aim):
        raise Unclear("when that was depends on the day of writing")
    thing = _named(verb.head, sentence)
    plural = verb.head.tag_ == "NNS"
    aux = "were" if plural else "was"
    return {"ask": "What", "aux": aux, "subject": thing.text, "verb": asked, "rest": "", "according": ""}, (
        thing.doubt + 0.04
    )


def _named(noun: Token, sentence: Sentence) -> Phrase:
    """The thing by its name, or by a noun of the headline, which the reader sees."""
    words = [t for t in noun.subtree if t.i <= noun.i and not (t.dep_ == "det" and t.head.i == noun.i)]
    named = any(t.pos_ == "PROPN" for t in words)
    if noun.lemma_.lower() not in sentence.references.title_words and not named:
        raise Unclear(f"which {noun.text} is not said")
    told = wording(words, sentence)
    return told if words[0].dep_ == "poss" else Phrase(f"the {told.text}", told.doubt)
