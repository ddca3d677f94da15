"""Who said it: the speaker of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from spacy.tokens import Span, Token

from quizgen.extractors._asking import fact
from quizgen.extractors._evidence import evidence_of, passage_between
from quizgen.extractors._naming import in_full
from quizgen.extractors._phrases import SUBJECTS, Unclear
from quizgen.extractors._speech import Speech, beside, speeches, statement
from quizgen.extractors._standing import deeds
from quizgen.model import Evidence, Fact, Sentence
from quizgen.references import FEMALE, MALE, name_span

#: Deeds by which a reader comes to know somebody, so that the surname will do.
KNOWN = 3
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
    here, name = sentence.offset + sentence.span.start_char, _bare_name(name_span(speaker), full)
    try:
        name, first = in_full(name, sentence)
    except Unclear:
        return (name, 0.0, here) if _is_known(speaker, sentence) else None
    if first.paragraph is not sentence.paragraph or (" " in full and " " not in name.text):
        return None
    return name, 0.0, first.offset + first.span.start_char


def _is_known(speaker: Token, sentence: Sentence) -> bool:
    """Whether a speaker is one of those whom the coverage is about."""
    refs = sentence.references
    return deeds(refs.person_at(speaker), refs) >= KNOWN


def _bare_name(name: Span, full: str) -> Span:
    """The name without titles: the longest end of it that the full name ends with too."""
    start, end = name.start, name.end
    while end > start + 1 and name.doc[end - 1].text in {"'s", "’s"}:
        end -= 1
    while start < end - 1 and name.doc[start:end].text not in full:
        start += 1
    return name.doc[start:end]


def _tokens(speech: Speech, words: str, sentence: Sentence) -> list[Token]:
    """The tokens of the words that are repeated."""
    text = " ".join(sentence.paragraph.text.split())
    around = beside(sentence)
    place = max(0, text.find(" ".join(around[0].span.text.split())))
    begin = text.find(words, place)
    found = []
    for other in around:
        for token in other.span:
            at = text.find(token.text, place)
            place = at + len(token.text) if at >= 0 else place
            if begin <= at < begin + len(words):
                found.append(token)
    return found


#: Words that stand for what was spoken of before.
_OUTSIDE = frozenset("he she they him her them his their its this these those it that".split())


def _points_out(said: list[Token]) -> bool:
    """Whether a quotation holds a word for something that it does not name itself ("that was stressful")."""
    named = False
    for token in said:
        named = named or token.pos_ in {"NOUN", "PROPN"}
        if token.lower_ not in _OUTSIDE:
            continue
        if token.dep_ in {"mark", "expl"} or token.tag_ == "WDT" or token.pos_ == "SCONJ":
            continue  # "no longer say that ...", "there is"
        if (
            token.lower_ == "that"
            and token.dep_ in {"nsubj", "nsubjpass", "dobj"}
            and token.head.dep_ == "relcl"
        ):
            continue
        if token.lower_ == "it" and any(c.dep_ in {"xcomp", "ccomp", "advcl"} for c in token.head.children):
            continue  # "it is time to go"
        if token.lower_ in {"this", "these", "those", "that"} or not named:
            return True
    return False


#: What one feels or thinks, and says of oneself.
_FEELING = frozenset(
    "feel think believe hope love like enjoy want wish guess suppose know thank appreciate look regret fear mean".split()
)


def _of_feeling(said: list[Token]) -> bool:
    """Whether a quotation tells no more than what its speaker feels or thinks ("I'm exhausted", "it's fun")."""
    main = next(
        (
            t
            for t in said
            if t.pos_ in {"VERB", "AUX"} and any(c.dep_ in {*SUBJECTS, "expl"} for c in t.children)
        ),
        None,
    )
    if main is None:
        return True
    subject = next(c for c in main.children if c.dep_ in {*SUBJECTS, "expl"})
    own = subject.lower_ in {"i", "we"}
    if own and any(c.dep_ == "auxpass" and c.tag_ == "VBP" for c in main.children):
        return True  # "we are fed up", "I am thrilled"
    if own and (
        main.lemma_ in _FEELING or (main.lemma_ == "be" and any(c.dep_ == "acomp" for c in main.children))
    ):
        return True
    return subject.lower_ in {"it", "you"} or (subject.lower_ == "there" and main.tag_ != "VBD")


#: What is said to be so that was not so before.
_NEWS = frozenset(
    "complete over finished dead missing safe gone closed open ready available guilty innocent free".split()
)


def _claims(said: list[Token], sentence: Sentence) -> bool:
    """Whether a quotation states what happened, or something of what the coverage is about."""
    title = sentence.references.title_words
    if any(t.lower_ in {"may", "might", "can", "could", "would", "should", "must", "will"} for t in said):
        return any(t.lemma_.lower() in title for t in said) and any(
            t.dep_ == "neg" or t.lower_ == "no" for t in said
        )
    return any(
        t.tag_ == "VBD"
        or t.lower_ in _NEWS
        or (t.tag_ == "VBN" and any(c.lemma_ == "have" for c in t.children if c.dep_ == "aux"))
        for t in said
    )


def _build(speech: Speech, doubt: float, sentence: Sentence) -> tuple[dict[str, str], float]:
    words, more = statement(speech, sentence)
    if not words:
        raise Unclear("no statement of the quotation is short enough to repeat")
    content = [w for w in _LETTERS.findall(words.lower()) if w not in _EMPTY]
    if len(content) < 4:
        raise Unclear("the quotation says too little")
    said = _tokens(speech, words, sentence)
    if _points_out(said):
        raise Unclear("the quotation points to something outside")
    main = speech.speaker is not None and _is_known(speech.speaker, sentence)
    if not main and _of_feeling(said):
        raise Unclear("a feeling or an opinion")
    if not main and not _claims(said, sentence):
        more += 0.2  # a teacher asks for what somebody claims happened
    elif not main and not any(t.lemma_.lower() in sentence.references.title_words for t in said):
        more += 0.12  # nor for a claim beside what the coverage is about
    verb = (
        speech.verb.text
        if speech.verb is not None
        and speech.verb.tag_ == "VBD"
        and speech.verb.lemma_ in {"say", "tweet", "write", "warn", "announce", "comment"}
        else "said"
    )
    return {"verb": verb, "words": words.rstrip(".")}, doubt + more + (0.04 if words[:1].isupper() else 0.3)
