"""Which person or thing a pronoun stands for.

Everything here errs on the side of not knowing: a pronoun is resolved only where one candidate fits
by number, gender and nearness.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.lexicon import is_person_noun, noun_class
from quizgen.references.names import at_birth, phrase_tokens
from quizgen.references.people import FEMALE, MALE

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.model import Sentence
    from quizgen.references import References

ITS = frozenset("it its itself".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
THEIRS = frozenset("they them their theirs themselves".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun stands for: words that can take its place, and how unsure that is.

    `spoken_of` tells that a pronoun before had taken the place of the name already: the text goes on about it.
    """

    text: str
    person: bool
    plural: bool = False
    doubt: float = 0.0
    spoken_of: bool = False


def resolve(refs: References, token: Token, sentence: Sentence) -> Referent | None:
    """What a personal pronoun stands for, None where that is not safe."""
    word = token.lower_
    if word in MALE or word in FEMALE:
        return _person_before(refs, token, sentence, "male" if word in MALE else "female")
    if word in ITS:
        return _called(token, sentence) or _thing_before(refs, token, sentence, plural=False)
    if word in THEIRS:
        return _source_of(refs, token, sentence) or _thing_before(refs, token, sentence, plural=True)
    return None


def _called(token: Token, sentence: Sentence) -> Referent | None:
    """ "Called the Ineos Challenge, it featured ...": the name that the sentence opens with."""
    first = sentence.span[0]
    if first.lemma_.lower() not in {"call", "name", "dub", "know", "nickname"} or first.dep_ != "advcl":
        return None
    start = first.i + (2 if first.nbor().lower_ == "as" else 1)
    comma = next((t.i for t in sentence.span if t.text == ","), start)
    name = token.doc[start:comma]
    if comma >= token.i or not 0 < len(name) <= 7 or not any(t.pos_ == "PROPN" for t in name):
        return None
    return Referent(name.text, person=False, doubt=0.06) if token.dep_ == "nsubj" else None


def _source_of(refs: References, token: Token, sentence: Sentence) -> Referent | None:
    """ "According to police, they received ...": the source that the sentence opens with."""
    first = sentence.span[0]
    if first.lower_ != "according" or token.head.dep_ != "ROOT":
        return None
    for word in sentence.span[1 : min(len(sentence.span), 12)]:
        if word.dep_ == "pobj" and word.i < token.i and word.head.lower_ == "to":
            return Referent(_fuller(word), person=True, plural=True, doubt=0.06)
    return None


def _persons_in(refs: References, span: Span, token: Token) -> list[str]:
    """Persons named in a span before a token, but not the subject of the token's own verb."""
    own = {
        t.i
        for subject in token.head.children
        if subject.dep_ in SUBJECTS and subject.i < token.i and token.dep_ != "nsubj"
        for t in [subject, *(c for c in subject.children if c.dep_ in {"compound", "appos"})]
    }
    return list(
        dict.fromkeys(
            refs.full_name(ent)
            for ent in span.ents
            if (ent.label_ == "PERSON" or refs.full_names.get(ent.text) in refs.attested)
            and (ent.doc is not token.doc or ent.end <= token.i)
            and ent.root.i not in own
            and not at_birth(ent)
            and refs.is_person(ent)
        )
    )


def _person_before(refs: References, token: Token, sentence: Sentence, gender: str) -> Referent | None:
    aloud = _in_quotation(token, sentence)  # the subject before may well be the one who speaks
    not_meant = {name for i in _not_meant(token) if (name := _who(refs, token.doc[i], sentence))}
    for place in (
        [] if aloud else reversed(_paragraph_before(refs, sentence) + _window(refs, sentence, back=2))
    ):
        here = [
            n for n in _persons_in(refs, place.span, token) if _fits(refs, n, gender) and n not in not_meant
        ]
        chain = _subject_goes_on(refs, token, place, gender)
        if chain is not None and chain.text not in not_meant:
            others = {n for n in here if n != chain.text}
            if not chain.spoken_of and any(refs.genders.get(n, "") == gender for n in others):
                return None
            return replace(chain, doubt=chain.doubt + 0.03 * len(here) + 0.04 * len(others))
        if len(here) == 1:
            return Referent(here[0], person=True, doubt=0.06 if " " in here[0] else 0.2)
        if here:
            return None
    lead = refs.persons.most_common(2)
    if (
        lead
        and lead[0][0] not in not_meant
        and lead[0][0].split()[-1].lower() in refs.title_words
        and (len(lead) == 1 or lead[0][1] > lead[1][1])
        and _fits(refs, lead[0][0], gender)
    ):
        return Referent(lead[0][0], person=True, doubt=0.12)
    return None


def _in_quotation(token: Token, sentence: Sentence) -> bool:
    """Whether a token stands between quotation marks."""
    before = sentence.paragraph.text[: sentence.offset + token.idx]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _subject_goes_on(refs: References, token: Token, place: Sentence, gender: str) -> Referent | None:
    """The person whom the main subject of a sentence names, if it stands before the pronoun and fits."""
    subject = next((t for t in place.span if t.dep_ in SUBJECTS and t.head.dep_ == "ROOT"), None)
    if subject is None or (place.span.doc is token.doc and subject.i >= token.i):
        return None
    if subject.lower_ in (MALE if gender == "male" else FEMALE):
        before = refs.pronoun(subject, place)
        return None if before is None else replace(before, spoken_of=True)
    name = refs.person_at(subject)
    return Referent(name, person=True, doubt=0.05) if name and _fits(refs, name, gender) else None


def _who(refs: References, subject: Token, sentence: Sentence) -> str:
    """The person that a subject names or stands for, "" if none."""
    if subject.lower_ in MALE | FEMALE:
        meant = refs.pronoun(subject, sentence)
        return meant.text if meant is not None else ""
    return refs.person_at(subject)


def _thing_before(refs: References, token: Token, sentence: Sentence, *, plural: bool) -> Referent | None:
    """The subject of the sentence (or clause) just before, if one alone fits: subjects tend to go on."""
    others_own = _not_meant(token)
    for place in reversed(_window(refs, sentence, back=1)):
        span = place.span
        inside = span.doc is token.doc and span.start <= token.i < span.end
        subjects = [
            t
            for t in span
            if t.dep_ in SUBJECTS
            and (t.head.dep_ in {"ROOT", "conj"} or (inside and t.head.dep_ == "advcl"))
            and (not inside or t.head.i < token.i)
            and t.head != token.head
            and not (inside and t.i in others_own)
        ]
        if not subjects:
            if inside:
                continue
            return None
        found = [r for t in subjects if (r := _thing(refs, t, place, plural=plural)) is not None]
        if inside and not found:
            continue
        texts = {r.text for r in found}
        if len(texts) != 1:
            return None
        return replace(found[0], doubt=0.07) if inside else found[0]
    return None


def _thing(refs: References, head: Token, place: Sentence, *, plural: bool) -> Referent | None:
    """A subject as what "it" or "they" may stand for, None if it does not fit."""
    if head.pos_ == "PRON":
        if head.lower_ not in (THEIRS if plural else ITS):
            return None
        before = refs.pronoun(head, place)
        return None if before is None else Referent(before.text, before.person, plural, before.doubt + 0.05)
    is_plural = head.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in head.children)
    person = bool(refs.person_at(head)) or (head.pos_ != "PROPN" and is_person_noun(head.lemma_))
    if plural and noun_class(head.lemma_) == "group":
        is_plural = True
    if plural != is_plural or (not plural and person):
        return None
    text = _fuller(head)
    if len(text.split()) > 9 or not _stands(refs, head):
        return None
    if head.i == head.left_edge.i + 1 and head.doc[head.left_edge.i].lower_ == "the" and head.tag_ == "NN":
        text = f"the {refs.fuller(head.lemma_) or head.text}"
    first = head.doc[head.left_edge.i]
    lowered = first.pos_ == "DET" or (
        first.is_sent_start and first.tag_ in {"NN", "NNS", "JJ"} and not first.ent_type_
    )
    return Referent(text[:1].lower() + text[1:] if lowered else text, person, is_plural, 0.16)


def _stands(refs: References, head: Token) -> bool:
    """Whether a noun phrase can be said without the sentence before it."""
    if head.pos_ == "PROPN":
        return True
    words = [c for c in head.children if c.i < head.i]
    if any(
        c.tag_ == "PRP$"
        or c.lower_ in {"this", "that", "these", "those", "such", "another", "other", "some", "one"}
        for c in words
    ):
        return False
    named = any(c.pos_ == "PROPN" for c in words) or any(
        c.dep_ in {"prep", "relcl", "acl"} for c in head.children
    )
    lemma = head.lemma_.lower()
    return named or lemma in refs.title_words or refs.nouns[lemma] >= 2 or bool(refs.fuller(lemma))


def _fuller(head: Token) -> str:
    words = phrase_tokens(head)
    return "".join(t.text_with_ws for t in words).strip()


def _window(refs: References, sentence: Sentence, back: int) -> list[Sentence]:
    """The sentences of the paragraph just before a sentence, and the sentence itself."""
    start = max(0, sentence.index - back)
    return [
        s
        for s in refs.sentences[start : sentence.index + 1]
        if s.paragraph is sentence.paragraph or s is sentence
    ]


def _paragraph_before(refs: References, sentence: Sentence) -> list[Sentence]:
    """The last sentence of the paragraph before, for the first sentence of one: news breaks its lines often."""
    before = refs.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph is sentence.paragraph:
        return []
    if before.paragraph.role != "text" or sentence.paragraph.role != "text":
        return []
    return [before]


def _fits(refs: References, name: str, gender: str) -> bool:
    return refs.genders.get(name, "") in {"", gender}


def _not_meant(token: Token) -> set[int]:
    """Subjects that an object can't stand for: of its own verb, and of the verb from which that one takes its subject.

    "Zenghelis described her", "NASA will fly over the cities, working with them".
    """
    if token.dep_ == "poss" or token.lower_.endswith(("self", "selves")):
        return set()
    verb = (
        token.head if token.dep_ in {"dobj", "dative"} else token.head.head if token.dep_ == "pobj" else None
    )
    while verb is not None:
        subjects = {c.i for c in verb.children if c.dep_ in SUBJECTS}
        if subjects:
            return subjects
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        verb = above if verb.dep_ in {"advcl", "xcomp", "conj", "pcomp"} and above != verb else None
    return set()
