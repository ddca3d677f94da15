"""Role: who someone is, and who it is that holds an office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from spacy.tokens import Span, Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Same, Unclear, noun_phrase
from quizgen.extractors._standing import acts
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_person_noun
from quizgen.model import Fact, Sentence
from quizgen.references import HONORIFICS, HOUSEHOLD, name_span


@dataclass(frozen=True, slots=True)
class Office:
    """What a text says somebody is: the full name, the name as it stands there, and the words of the office.

    `stated`: a sentence says just that, rather than a title or an apposition.
    """

    full: str
    name: Span
    tokens: list[Token]
    head: Token
    stated: bool = False


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "Dan Howarth, Head of Care at Diabetes UK" and "science correspondent Thomas Moore"."""
    for clause in clauses(sentence):
        yield from _served(clause)
    for office in _offices(Same(sentence)):
        yield from _office(sentence, office)


@lru_cache(maxsize=4)
def _offices(key: Same) -> tuple[Office, ...]:
    """All that a sentence says somebody is."""
    sentence = key.sentence
    return (*_linked(sentence), *_put_beside(sentence))


@lru_cache(maxsize=2)
def _held_by(first: Same) -> dict[str, set[str]]:
    """The offices and jobs that an article gives to each person, by their nouns."""
    found: dict[str, set[str]] = {}
    for sentence in first.sentence.references.sentences:
        for office in _offices(Same(sentence)):
            found.setdefault(office.full, set()).add(office.head.lemma_.lower())
    return found


def _linked(sentence: Sentence) -> Iterator[Office]:
    """ "NAME is the director of ..."."""
    refs = sentence.references
    for clause in clauses(sentence):
        attr = clause.child("attr")
        if (
            attr is None
            or clause.verb.tag_ not in {"VBZ", "VBP"}
            or clause.verb.lemma_ != "be"
            or clause.subject.pos_ != "PROPN"
            or not _is_office(attr)
        ):
            yield from _stated(sentence, clause)
            continue
        name = name_span(clause.subject)
        if refs.is_person(name) and not any(
            c.dep_ == "det" and c.lower_ in {"a", "an", "one"} for c in attr.children
        ):
            yield Office(refs.full_name(name), name, noun_phrase(attr), attr, stated=True)


def _put_beside(sentence: Sentence) -> Iterator[Office]:
    """ "NAME, director of ..." and "director NAME"."""
    refs = sentence.references
    for ent in sentence.span.ents:
        if ent.label_ != "PERSON":
            continue
        head = ent.root
        name = name_span(head)
        if not refs.is_person(name):
            continue
        full = refs.full_name(name)
        if len(full.split()) < 2:
            continue
        appos = next(
            (c for c in head.children if c.dep_ == "appos" and c.i > head.i and _is_office(c)),
            None,
        )
        if appos is not None and sentence.span.doc[appos.left_edge.i - 1].text == ",":
            yield Office(full, name, _behind(head, appos), appos)
        else:
            before = _title_before(name, sentence)
            if before:
                yield Office(full, name, before, before[-1])


def _behind(head: Token, appos: Token) -> list[Token]:
    """The words of an office that stands behind the name, up to another that is joined to it."""
    others = {
        t.i
        for c in appos.children
        if c.dep_ == "conj"
        and (c.nbor(-1).text == "," or is_person_noun(c.lemma_) or not c.is_alpha or c.nbor(1).text == "-")
        for t in c.subtree
    }
    tokens = [t for t in noun_phrase(appos) if t.i > head.i and t.i not in others]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc"):
        tokens.pop()
    behind = next((c for c in head.children if c.dep_ == "prep" and tokens and c.i == tokens[-1].i + 1), None)
    if behind is not None:  # "Head of Care at Diabetes UK": the parse hangs "at" on the name
        tokens += [t for t in behind.subtree if not t.is_punct]
    return tokens


def _stated(sentence: Sentence, clause: Clause) -> Iterator[Office]:
    """ "NAME is Deputy Director of ..." where the parse takes the office for a part of what follows it."""
    doc = clause.doc
    if clause.verb.lemma_ != "be" or clause.verb.tag_ not in {"VBZ", "VBP"} or clause.subject.pos_ != "PROPN":
        return
    refs = sentence.references
    name = name_span(clause.subject)
    if not refs.is_person(name):
        return
    start = clause.verb.i + 1
    for i in range(start, min(start + 5, sentence.span.end - 1)):
        if doc[i].lower_ in OFFICES and doc[i + 1].lower_ in {"of", "at", "for"}:
            end = i + 2
            while (
                end < sentence.span.end
                and not doc[end].is_punct
                and doc[end].pos_ not in {"VERB", "AUX", "SCONJ"}
            ):
                end += 1
            if end - start <= 12 and doc[start].lower_ not in {"a", "an", "one"}:
                yield Office(refs.full_name(name), name, list(doc[start:end]), doc[i])
            return


def _served(clause: Clause) -> Iterator[Fact]:
    """ "serves as the Deputy Secretary of Labor": the office held."""
    holding = clause.verb.lemma_ in {"serve", "act", "work"}
    if clause.passive or not (holding or clause.verb.lemma_ in {"begin", "start", "continue", "end"}):
        return
    for prep, obj in clause.prepositions():
        if prep.lower_ == "as" and prep.head.i == clause.verb.i and _is_office(obj):
            tokens = [
                t
                for t in noun_phrase(obj)
                if t.dep_ != "det" or t.i > obj.i or t.lower_ not in {"the", "a", "an"}
            ]
            yield fact("role", "served", clause.sentence, tokens, partial(_held, clause, prep, obj))
            return


def _held(clause: Clause, prep: Token, obj: Token) -> tuple[dict[str, str], float]:
    slots, doubt = question(clause, [prep, *obj.subtree])
    verb = slots["verb"].removesuffix(clause.verb.lemma_).removesuffix(clause.verb.text)
    if clause.verb.lemma_ not in {"serve", "act", "work"}:
        return {"ask": "In what position", **slots}, doubt + 0.03
    if clause.verb.lemma_ == "work" and slots["rest"]:
        raise Unclear("what goes with working does not go with a position")
    held = "held" if clause.verb.tag_ == "VBN" else "holding" if clause.verb.tag_ == "VBG" else "hold"
    return {**slots, "verb": f"{verb} {held}".strip()}, doubt


def _is_office(noun: Token) -> bool:
    """A job or title: a common noun for persons, or a capitalised one that is no name of a work."""
    return (
        is_person_noun(noun.lemma_)
        and noun.lemma_.lower() not in NO_JOBS
        and (
            noun.pos_ == "NOUN"
            or (noun.ent_type_ not in {"WORK_OF_ART", "PERSON"} and noun.lemma_.lower() in OFFICES)
        )
    )


#: Titles that are written with a capital.
OFFICES = frozenset(
    "director secretary president minister head chief chairman chairwoman chair professor governor mayor adviser advisor ceo officer commander "
    "editor manager administrator spokesman spokeswoman spokesperson commissioner ambassador senator counsel founder executive leader dean judge "
    "justice captain general colonel lieutenant major sergeant scientist engineer coach principal treasurer vice-president deputy member".split()
)


#: Offices of which a country, a town or a body has one, so that one asks who holds it.
HIGH = frozenset(
    "president minister governor mayor chancellor secretary ceo executive chairman chairwoman chair commissioner manager".split()
)
#: Heads of states, of whom everybody has heard.
HEADS = frozenset("president leader king queen emperor pope premier chancellor sultan".split())
#: Ranks in a force say how high somebody stands, not what they do.
MILITARY = frozenset(
    "captain general colonel lieutenant major sergeant corporal private brigadier admiral ensign".split()
)
#: Nouns for persons that are no job: kin, sides, guests, owners, those who are judged, ranked or only heard.
NO_JOBS = frozenset(
    "man woman boy girl child person user member resident native citizen passenger victim survivor friend brother sister father mother "
    "son daughter husband wife partner fan rival opponent suspect patient neighbour neighbor viewer reader follower customer client "
    "witness hero star winner loser champion author co-author supporter critic lead visitor tourist shopper guest attendee spectator "
    "onlooker bystander pedestrian commuter traveller traveler tenant homeowner landlord voter protester protestor demonstrator "
    "candidate contender nominee founder co-founder cofounder owner co-owner shareholder donor student pupil graduate alumnus veteran "
    "refugee migrant hostage prisoner inmate defendant plaintiff relative widow widower uncle aunt cousin nephew niece grandfather "
    "grandmother parent millionaire billionaire genius newcomer expert legend favourite favorite ally colleague counterpart successor "
    "predecessor worshipper parishioner pilgrim holidaymaker local namesake descendant heir heiress icon pioneer teenager youth teen pensioner believer activist volunteer participant "
    # who tells the news is no part of it
    "journalist reporter correspondent columnist commentator blogger presenter broadcaster analyst spokesman spokeswoman spokesperson".split()
)


def _title_before(name: Span, sentence: Sentence) -> list[Token]:
    doc = name.doc
    start = name.start
    words = sentence.references.full_name(name).split()
    while start < name.end - 1 and doc[start].text not in words:
        start += 1
    end = start
    while (
        start > sentence.span.start
        and doc[start - 1].pos_ in {"NOUN", "PROPN", "ADJ"}
        and doc[start - 1].dep_ in {"compound", "amod", "nmod"}
        and doc[start - 1].text not in HONORIFICS
    ):
        start -= 1
    tokens = list(doc[start:end])
    if (
        not tokens
        or (start > 0 and doc[start - 1].text in {"-", "/"})
        or len(tokens) > 7
        or tokens[-1].lemma_.lower() in NO_JOBS
        or any(t.ent_type_ == "WORK_OF_ART" for t in tokens)
        or not (
            (tokens[-1].pos_ == "NOUN" and is_person_noun(tokens[-1].lemma_)) or tokens[-1].lower_ in OFFICES
        )
    ):
        return []
    return tokens


def _office(sentence: Sentence, office: Office) -> Iterator[Fact]:
    tokens, head = list(office.tokens), office.head
    if not tokens or len(tokens) > 12 or head.tag_ in {"NNS", "NNPS"}:
        return
    former = any(t.lower_ == "former" for t in tokens)
    while tokens and tokens[0].lower_ in {"the", "a", "an", "then", "new", "current", "veteran", "longtime"}:
        tokens = tokens[1:]
    if not tokens or not _says_where(tokens) or _goes_on(tokens[-1], office.name):
        return
    if tokens[0].lower_ == "former" and len(tokens) > 1:
        tokens = tokens[1:]
    if not any(t.tag_ == "PRP$" for t in tokens):
        yield fact(
            "role", "office", sentence, tokens, partial(_what_office, sentence, office, tokens, former)
        )
    if head.lemma_.lower() in HIGH and not former:
        start = office.name.start
        while start < office.name.end - 1 and office.name.doc[start].text not in office.full.split():
            start += 1
        name = office.name.doc[start : office.name.end]
        yield fact("role", "holder", sentence, name, partial(_holder, sentence, office, tokens))


def _says_where(tokens: list[Token]) -> bool:
    """Whether an office says of what it is: "President" alone does not, "rancher" needs not."""
    return len(tokens) >= 2 or (
        tokens[0].pos_ == "NOUN" and tokens[0].is_lower and tokens[0].lower_ not in OFFICES
    )


def _goes_on(last: Token, name: Span) -> bool:
    """Whether the words of an office are cut within a name."""
    after = last.doc[min(last.i + 1, len(last.doc) - 1)]
    return (
        after.is_title
        and after.i > last.i
        and after.i not in range(name.start, name.end)
        and last.i > name.start
    )


def _worth_asking(sentence: Sentence, office: Office) -> None:
    """A teacher asks what somebody is only where they matter to the news, or a sentence is spent on it.

    Raises:
        Unclear: the person is heard in passing, or more than one office is told of them.
    """
    refs = sentence.references
    if not acts(office.full, refs, sentence) and not (office.stated and office.head.lemma_.lower() in HIGH):
        raise Unclear("somebody who is only heard")
    if office.head.lemma_.lower() in refs.title_words and office.full.split()[-1].lower() in refs.title_words:
        raise Unclear("the headline tells it")
    if len(_held_by(Same(refs.sentences[0])).get(office.full, ())) > 1:
        raise Unclear("the text gives more than one office or job")
    if _of_history(office.head, sentence):
        raise Unclear("somebody of history has no job")


def _what_office(
    sentence: Sentence, office: Office, tokens: list[Token], former: bool
) -> tuple[dict[str, str], float]:
    _worth_asking(sentence, office)
    head = office.head.lemma_.lower()
    text = [t.lower_ for t in tokens]
    if head in MILITARY and "of" not in text:
        raise Unclear("a rank is no position")
    if any(t.text.isupper() and 2 <= len(t) <= 6 and t.text not in HOUSEHOLD for t in tokens):
        raise Unclear("the answer holds letters that a reader may not know")
    if head in HEADS or text[-2:] == ["prime", "minister"]:
        raise Unclear("everybody knows who heads a state")
    placed = any(w in {"of", "at", "for"} for w in text) or any(t.pos_ == "PROPN" for t in tokens)
    return {
        "name": office.full,
        "thing": "position" if head in OFFICES else "job",
        "tense": "former" if former else "is",
    }, 0.06 if placed else 0.16


def _of_history(noun: Token, sentence: Sentence) -> bool:
    """Whether somebody belongs to history, by the job or by the year that the sentence gives."""
    return noun.lemma_.lower() in {
        "explorer",
        "king",
        "queen",
        "emperor",
        "pharaoh",
        "navigator",
        "conqueror",
    } or any(
        t.ent_type_ == "DATE" and t.shape_ == "dddd" and "1000" <= t.text < "1930" for t in sentence.span
    )


def _holder(sentence: Sentence, office: Office, tokens: list[Token]) -> tuple[dict[str, str], float]:
    _worth_asking(sentence, office)
    if any(t.lower_ in {"deputy", "vice", "assistant", "acting"} for t in tokens):
        raise Unclear("others may hold it too")
    if not any(
        t.lower_ in {"of", "at", "for"} or t.pos_ == "PROPN" or t.text in {"’s", "'s"} for t in tokens
    ):
        raise Unclear("of what is not said")
    phrase = wording(tokens, sentence)
    owned = any(t.tag_ == "PRP$" or t.text in {"’s", "'s"} for t in tokens)
    return {"office": f"{'' if owned else 'the '}{phrase.text}"}, phrase.doubt + 0.04
