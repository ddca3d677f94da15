"""Who said it: the speaker of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.extractors._asking import fact
from quizgen.extractors._phrases import Unclear
from quizgen.extractors._speech import Speech, excerpt, speeches
from quizgen.model import Fact, Sentence
from quizgen.references import name_span

_EMPTY = frozenset(
    "that was it is this the a an i we you they he she and but so really very good great cool".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Quotations of at least five words whose speaker is named in the same sentence."""
    for speech in speeches(sentence):
        speaker = speech.speaker
        if speaker is None or speaker.pos_ != "PROPN" or len(speech.text.split()) < 5:
            continue
        name = name_span(speaker)
        if not sentence.references.is_person(name):
            continue
        full = sentence.references.full_name(name).split()
        start = name.start
        while start < name.end - 1 and name.doc[start].text not in full:
            start += 1
        yield fact("who_said", "quotation", sentence, name.doc[start : name.end], lambda s=speech: _build(s))  # type: ignore[misc]
        return


def _build(speech: Speech) -> tuple[dict[str, str], float]:
    words = excerpt(speech.text)
    if not words:
        raise Unclear("the quotation is too long to repeat")
    content = [w for w in re.findall(r"[\w'’]+", words.lower()) if w not in _EMPTY]
    if len(content) < 4:
        raise Unclear("the quotation says too little")
    verb = (
        speech.verb.text
        if speech.verb is not None
        and speech.verb.tag_ == "VBD"
        and speech.verb.lemma_ in {"say", "tweet", "write", "warn", "announce", "comment"}
        else "said"
    )
    return {"verb": verb, "words": words.rstrip(".")}, 0.04 if words[:1].isupper() else 0.12
