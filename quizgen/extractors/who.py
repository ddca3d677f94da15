"""Who did it: persons, people and bodies of people as subject, agent or object."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from spacy.tokens import Token

from quizgen.extractors._asking import AS, agentive, fact, of_one, question, subject_question
from quizgen.extractors._attribution import BESTOWING, DEEDS, PASSING, told
from quizgen.extractors._branches import is_time
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._identity import identity
from quizgen.extractors._naming import ask_with
from quizgen.extractors._objects import CALLING, agent_of, prepositional, reachable, some_thing, source_of
from quizgen.extractors._phrases import SUBJECTS, Same, Unclear, subtree
from quizgen.extractors._standing import WORDS, deeds
from quizgen.lexicon import is_person_noun
from quizgen.model import Fact, Sentence

#: Verbs that say nothing without what somebody is to do.
INCOMPLETE = frozenset(
    "invite ask urge persuade allow help force encourage order tell want send enable".split()
)


def extract(sentence: Sentence) -> Iterator[Fact]:
    """Subjects ("Who stabbed ...?"), agents of a passive and persons as object."""
    for clause in clauses(sentence):
        yield from _subject(clause)
        yield from prepositional(clause, "who")
        yield from agent_of(clause, "who")
        yield from source_of(clause, "who")
        yield from _object(clause)
        yield from identity(clause, "who")


def _subject(clause: Clause) -> Iterator[Fact]:
    if clause.subject.ent_type_ in {"DATE", "TIME"}:
        return
    if clause.shape == "participle" or clause.subject.pos_ == "PRON":
        return
    try:
        word, tokens, doubt = ask_with(clause.subject, clause.sentence, agent=agentive(clause))
    except Unclear:
        return
    attr = clause.child("attr")
    if attr is not None and attr.tag_ == "NNS" and clause.subject.tag_ == "NNP":
        return  # "Isaacman, then Gillis, became the first two": he alone is half an answer
    if word != "Who":
        return
    if (
        clause.passive
        and (agent := clause.child("agent")) is not None
        and not (clause.subject.pos_ == "PROPN" and all(t.pos_ != "PROPN" for t in agent.subtree))
    ):
        return  # "Who was briefed by the minister?" is asked from the wrong end, unless only the one is named
    if clause.links and clause.child("attr") is not None and clause.verb.lemma_ == "be":
        return  # "X is the director": asked by `role` and `first`

    def build() -> tuple[dict[str, str], float]:
        slots, more = subject_question(clause, also_drop=_before(clause))
        if clause.verb.lemma_ == "bear" and clause.passive:
            raise Unclear("everybody was born")
        if some_thing(clause, clause.child("dobj")):
            raise Unclear("which one it is, is not said")
        if (thing := clause.child("dobj")) is not None and _empty(clause, thing):
            raise Unclear("what was said in it is not told")
        if clause.verb.lemma_ in BESTOWING and not clause.passive:
            more += 0.15  # whom it befell is the news
        if clause.verb.lemma_ == "make" and _bare_infinitive(clause):
            raise Unclear("it is somebody who was made to do so")
        thing = clause.child("dobj")
        if thing is not None and thing.lemma_ in SHARES:
            raise Unclear("others have the rest of it")
        if _of_others(clause, tokens):
            raise Unclear("the same is told of somebody else")
        if _habit(clause):
            more += 0.12
        if _quoted(clause, slots["rest"]):
            raise Unclear("words of a quotation without its marks")
        if clause.passive and all(is_time(list(p.subtree)) for p in clause.parts if p.dep_ != "advmod"):
            raise Unclear("where, how or by whom is not said")
        purpose = [p for p in clause.parts if p.dep_ == "advcl" and any(c.tag_ == "TO" for c in p.children)]
        if any(p.text not in slots["rest"].split() for p in purpose):
            raise Unclear("what for is not said")
        if clause.links and clause.child("attr", "acomp", "xcomp") is None:
            raise Unclear("being somewhere says too little")
        if any(a.lower_ in {"can", "could"} for a in clause.auxiliaries):
            more += 0.2  # others may be able to
        state = clause.child("acomp")
        if clause.links and state is not None:
            if any(c.lower_ in {"too", "so", "very", "far", "strangely"} for c in state.subtree):
                raise Unclear("an opinion")
            if not any(
                p.dep_ == "prep" and p.i > state.i for p in [*clause.parts, *state.children]
            ) and not any(c.dep_ == "xcomp" for c in state.children):
                raise Unclear("a state says too little")
        if len(slots["rest"].split()) > 17:
            raise Unclear("so much is told that the question is not read to its end")
        office = clause.child("oprd")
        appointed = office is not None and is_person_noun(office.lemma_)  # "was named chief executive"
        if clause.verb.lemma_ in CALLING and clause.passive and not appointed:
            raise Unclear("the name is asked, not who bears it")
        if clause.verb.lemma_ == "include":
            raise Unclear("what includes is no who")
        if clause.verb.lemma_ in {"have", "get", "see"} and not clause.auxiliaries:
            more += 0.1
        slots = told(slots, clause, DEEDS)
        if clause.child("ccomp") is not None and not any(t.pos_ == "PROPN" for t in tokens):
            raise Unclear("who told it has no name")
        return {"ask": word, **of_one(slots, clause)}, more + doubt

    yield fact("who", "subject", clause.sentence, tokens, build)


#: Parts of something of which others have the rest.
SHARES = frozenset("half third quarter share part portion".split())
#: What has a content that is told elsewhere.
DECREES = frozenset("order decree directive instruction ruling warning notice command".split())
GIVING = frozenset("issue release make deliver give publish post put".split())
MARKS = frozenset('"“”')


def _empty(clause: Clause, thing: Token) -> bool:
    """ "issued a statement on the matter", "issued an order of the general": what it said is not told."""
    if clause.verb.lemma_ not in GIVING:
        return False
    if thing.lemma_ in WORDS:
        return True
    told = {"to", "against", "on", "for"}
    return thing.lemma_ in DECREES and not any(
        c.dep_ in {"acl", "relcl", "compound", "amod"} or (c.dep_ == "prep" and c.lower_ in told)
        for c in [*thing.children, *clause.parts]
    )


def _bare_infinitive(clause: Clause) -> bool:
    """ "was questioned and made to sign": the parse takes "made" for the past tense."""
    deed = clause.child("xcomp", "advcl", "ccomp")
    return (
        clause.child("dobj") is None
        and deed is not None
        and any(c.tag_ == "TO" and c.i == clause.verb.i + 1 for c in deed.children)
    )


def _habit(clause: Clause) -> bool:
    """ "Ann Lee uses it to watch her cows": what one person does as others may, under a headline that does not name them."""
    full = clause.sentence.references.person_at(clause.subject)
    titled = full and full.split()[-1].lower() in clause.sentence.references.title_words
    return (
        clause.verb.tag_ == "VBZ"
        and not clause.auxiliaries
        and not titled
        and deeds(full, clause.sentence.references) < 3
    )


def _of_others(clause: Clause, answer: list[Token]) -> bool:
    """Whether the article tells the same of somebody else: that Cole, too, was convicted of murder."""
    refs = clause.sentence.references
    if not refs.person_at(clause.subject):
        return False
    own = {t.text for t in answer}
    told = {
        t.lemma_.lower()
        for p in clause.parts
        if p.dep_ in {"prep", "dobj", "xcomp"}
        for t in p.subtree
        if t.pos_ in {"NOUN", "PROPN", "VERB"} and not is_time([t])
    }
    if not told:
        return False
    deeds_told = _told(Same(refs.sentences[0])).get(clause.verb.lemma_, ())
    return any(
        verb != clause.verb and not own & doer and told <= everything for verb, doer, everything in deeds_told
    )


@lru_cache(maxsize=2)
def _told(first: Same) -> dict[str, list[tuple[Token, set[str], set[str]]]]:
    """What named people and bodies do in an article: lemma of the verb → the verb, the doer's words, all lemmas below it."""
    found: dict[str, list[tuple[Token, set[str], set[str]]]] = {}
    for sentence in first.sentence.references.sentences:
        for verb in sentence.span:
            if verb.pos_ != "VERB":
                continue
            doer = next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN"), None)
            if doer is not None:
                words = {t.text for t in doer.subtree}
                found.setdefault(verb.lemma_, []).append(
                    (verb, words, {t.lemma_.lower() for t in verb.subtree})
                )
    return found


def _quoted(clause: Clause, rest: str) -> bool:
    """Whether a phrase of the question stands in a quotation that the question does not mark."""
    doc, span = clause.doc, clause.sentence.span
    if any(mark in rest for mark in MARKS):
        return False
    inside, open_ = set(), False
    for token in doc[span.start : span.end]:
        if token.text in MARKS:
            open_ = not open_
        elif open_:
            inside.add(token.i)
    return any(p.i in inside and p.text in rest.split() for p in clause.parts)


def _before(clause: Clause) -> list[Token]:
    """What the one who is asked for did besides ("Before launching a league, ...")."""
    return [
        p
        for p in clause.parts
        if p.i < clause.subject.i and p.dep_ == "prep" and any(c.dep_ == "pcomp" for c in p.children)
    ]


def _object(clause: Clause) -> Iterator[Fact]:
    for obj, deeper in reachable(clause):
        if clause.verb.lemma_ in PASSING:
            return  # "Whom did he tell ...?"
        if obj.pos_ != "PROPN":
            continue
        try:
            word, tokens, doubt = ask_with(obj, clause.sentence)
        except Unclear:
            continue
        if word == "Who" and not (clause.passive and obj.dep_ == "oprd"):
            yield fact("who", "object", clause.sentence, tokens, partial(_whom, clause, obj, doubt + deeper))


def _whom(clause: Clause, obj: Token, doubt: float) -> tuple[dict[str, str], float]:
    slots, more = question(clause, subtree(obj))
    if clause.verb.lemma_ in AS and " as " not in f" {slots['rest']} ":
        raise Unclear("what it was described as is not in the clause")
    if not any(
        p.i > obj.i and p.dep_ not in {"npadvmod", "advmod"} and not is_time(list(p.subtree))
        for p in clause.everything()
    ):
        if clause.verb.lemma_ in INCOMPLETE:
            raise Unclear("to what they were asked is not in the clause")
        doubt += 0.15  # "Whom did he spot in 1985?": says little
    return {"ask": "Whom", **slots}, more + doubt + 0.02
