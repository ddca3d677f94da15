"""Who said it: the speaker of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from spacy.tokens import Span, Token

from quizgen.extractors._asking import fact
from quizgen.extractors._evidence import evidence_of, passage_between
from quizgen.extractors._phrases import SUBJECTS, Unclear
from quizgen.extractors._speech import Speech, speeches, statement
from quizgen.model import Evidence, Fact, Sentence
from quizgen.references import FEMALE, MALE, name_span

_LETTERS = re.compile(r"[\w'’]+")
#: Words that tell nothing of what was said.
_EMPTY = frozenset(
    "that was it is this the a an i we you they he she and but so really very good great cool".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Quotations of at least five words whose speaker is named in the same sentence, or two before it."""
    yield from _announced(sentence)
    for speech in speeches(sentence):
        if speech.speaker is None or len(speech.text.split()) < 5:
            continue
        named = _named(speech.speaker, sentence)
        if named is None:
            continue
        name, doubt, since = named
        evidence = passage_between(sentence, min(speech.start, since), max(speech.end, 0))
        yield fact(
            "who_said",
            "quotation" if doubt == 0 else "quotation_by_pronoun",
            sentence,
            name,
            partial(_build, speech, doubt, sentence),
            evidence=evidence,
        )
        return


def _announced(sentence: Sentence) -> Iterator[Fact]:
    """ "Muir Gray, adviser to the campaign, said:" and the words in the paragraph below, as press releases have it."""
    if not evidence_of(sentence).quote.endswith(":"):
        return
    refs = sentence.references
    following = refs.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].paragraph is sentence.paragraph or following[0].paragraph.role != "text":
        return
    verb = sentence.span.root
    speaker = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if verb.lemma_ not in {"say", "add", "comment", "explain", "state"} or speaker is None:
        return
    full = refs.person_at(speaker)
    if not full:
        return
    name = _bare_name(name_span(speaker), full)
    first, second = evidence_of(sentence), evidence_of(following[0])
    evidence = Evidence(f"{first.quote} {second.quote}", first.start, second.end)
    said = following[0]
    begin = said.offset + said.span.start_char
    speech = Speech(said.span.text.strip('“”" '), begin, said.offset + said.span.end_char, speaker, verb)
    yield fact(
        "who_said", "announced", sentence, name, partial(_build, speech, 0.02, said), evidence=evidence
    )


def _named(speaker: Token, sentence: Sentence) -> tuple[Span, float, int] | None:
    """The name that answers, the doubt, and where in the paragraph the evidence has to begin."""
    refs = sentence.references
    if speaker.lower_ in MALE | FEMALE:
        meant = refs.pronoun(speaker, sentence)
        if meant is None:
            return None
        for before in reversed(refs.sentences[max(0, sentence.index - 2) : sentence.index]):
            if before.paragraph is not sentence.paragraph:
                break
            for ent in before.span.ents:
                if refs.full_name(ent) == meant.text and refs.is_person(ent):
                    return (
                        _bare_name(ent, meant.text),
                        meant.doubt + 0.04,
                        before.offset + before.span.start_char,
                    )
        return None
    full = refs.person_at(speaker)
    if not full:
        return None
    name = name_span(speaker)
    return _bare_name(name, full), 0.0, sentence.offset + sentence.span.start_char


def _bare_name(name: Span, full: str) -> Span:
    """The name without titles: the longest end of it that the full name ends with too."""
    start, end = name.start, name.end
    while end > start + 1 and name.doc[end - 1].text in {"'s", "’s"}:
        end -= 1
    while start < end - 1 and name.doc[start:end].text not in full:
        start += 1
    return name.doc[start:end]


def _build(speech: Speech, doubt: float, sentence: Sentence) -> tuple[dict[str, str], float]:
    words, more = statement(speech, sentence)
    if not words:
        raise Unclear("no statement of the quotation is short enough to repeat")
    content = [w for w in _LETTERS.findall(words.lower()) if w not in _EMPTY]
    if len(content) < 4:
        raise Unclear("the quotation says too little")
    verb = (
        speech.verb.text
        if speech.verb is not None
        and speech.verb.tag_ == "VBD"
        and speech.verb.lemma_ in {"say", "tweet", "write", "warn", "announce", "comment"}
        else "said"
    )
    return {"verb": verb, "words": words.rstrip(".")}, doubt + more + (0.04 if words[:1].isupper() else 0.3)
