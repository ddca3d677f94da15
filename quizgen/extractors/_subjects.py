"""The subject of a question: its words, and what speaks against asking of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from quizgen.extractors._clauses import Clause
from quizgen.extractors._naming import answer_name
from quizgen.extractors._phrases import SUBJECTS, Unclear, noun_phrase
from quizgen.lexicon import is_person_noun, noun_class
from quizgen.references import name_span


def of_several(clause: Clause, subject: list[Token]) -> bool:
    """Whether a subject is the last or the first of those who did it ("her daughters, Kim, Ann and Rachel Lee, will sing")."""
    first, last = subject[0].i, subject[-1].i
    if clause.subject.left_edge.i < first < clause.verb.i and clause.doc[first - 1].dep_ == "cc":
        return True
    return clause.shape in {"main", "reported", "conj"} and any(
        c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"} and last < c.i < clause.verb.i
        for c in clause.subject.rights
    )


#: Sides of a country or of the world, which tell nothing by themselves.
SIDES = frozenset("North South East West".split())
DASH = re.compile(r"\s[-–—]{1,2}\s")


def behind_others(clause: Clause) -> bool:
    """ "in a part of the park, crowned by shows": whether the participle goes with part, park or all that was said."""
    noun, edge = clause.subject, clause.verb.left_edge.i
    if clause.shape != "participle" or edge < 2 or clause.doc[edge - 1].text != "," or noun.i >= edge - 2:
        return False
    between = clause.doc[noun.i + 1 : edge - 1]
    return noun.dep_ not in SUBJECTS and any(t.dep_ == "pobj" for t in between)


def bare_subject(subject: Token, tokens: list[Token]) -> list[Token]:
    """A long subject up to its noun, where what stands before it tells enough ("NASA's satellite mission to ...")."""
    if not any(c.dep_ == "poss" and c.pos_ == "PROPN" for c in subject.lefts):
        return []
    return [t for t in tokens if t.i <= subject.i] if tokens[-1].i > subject.i else []


def disagrees(clause: Clause) -> bool:
    """Whether a plural subject has a singular verb: a slip of the text, or of the parse."""
    subject, first = clause.subject, (clause.auxiliaries or [clause.verb])[0]
    return (
        clause.shape == "main"
        and not clause.added
        and first.lower_ in {"has", "is", "was", "does"}
        and (subject.tag_ == "NNS" or subject.lower_ in {"people", "police"})
        and (subject.lemma_ != subject.lower_ or subject.lower_ in {"people", "police"})
        and noun_class(subject.lemma_) not in {"time", "quantity"}
        and not any(c.pos_ in {"SYM", "PROPN"} or c.dep_ == "appos" for c in subject.children)
    )


def is_somebody(noun: Token, clause: Clause) -> bool:
    """Whether a noun or name is a person."""
    if noun.pos_ == "PRON":
        return noun.lower_ in {"he", "she", "him", "her"}
    return is_person_noun(noun.lemma_) or bool(clause.sentence.references.person_at(noun))


def mixed(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a plural and the names behind its comma were read as one ("both analysts, Lee and Cole, are paid")."""
    refs, noun = clause.sentence.references, clause.subject
    named = any(t.pos_ == "PROPN" and refs.person_at(t) for t in tokens if t.i > noun.i)
    return noun.tag_ == "NNS" and named and any(t.text == "," for t in tokens)


def subject_phrase(clause: Clause) -> list[Token]:
    """The subject's noun phrase, without what hangs behind the verb."""
    subject = clause.subject
    tokens = noun_phrase(subject)
    limit = (
        min([clause.verb.i, *(a.i for a in clause.auxiliaries)])
        if clause.shape not in {"relative", "participle"}
        else None
    )
    lost = [c for c in clause.verb.children if c.dep_ in SUBJECTS and subject.i < c.i < clause.verb.i]
    if limit is not None and lost:
        tokens = list(
            clause.doc[subject.left_edge.i : limit]
        )  # "the procedures ... to finish it safely lasted"
    elif limit is not None:
        tokens = [t for t in tokens if t.i < limit] if subject.i < limit else tokens
    else:
        own = {t.i for t in clause.verb.subtree}
        tokens = [
            t
            for t in tokens
            if t.i not in own and (t.i < clause.verb.left_edge.i or clause.verb.i < subject.i)
        ]
        while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in {"cc", "mark"}):
            tokens.pop()
    while len(tokens) > 1 and tokens[0].lower_ in SINGLED_OUT:
        tokens = tokens[1:]
    comma = next((k for k, t in enumerate(tokens) if t.text == "," and t.i > subject.i), None)
    if (
        comma is not None
        and tokens[comma + 1].pos_ == "ADP"
        and not any(t.dep_ in {"cc", "conj", "relcl"} or t.text == "," for t in tokens[comma + 1 :])
    ):
        tokens = tokens[:comma]  # a comment whose second comma the verb took
    if not tokens:
        raise Unclear("no subject")
    if tokens[0].pos_ == "ADP" and tokens[0].i != subject.i:
        raise Unclear("the subject begins with a preposition")
    if subject.pos_ == "NUM" and not any(c.dep_ == "prep" for c in subject.children):
        raise Unclear("a number of what is not said")
    if tokens[0].lower_ in {"only", "even", "just"}:
        if limit is not None and tokens[0].lower_ != "even":
            raise Unclear("what holds for these alone is asked of them")
        tokens = tokens[1:]
    named = next(
        (c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c in tokens), None
    )
    ranked = _ranked_name(subject)
    if ranked is not None:
        tokens = noun_phrase(ranked)
    if (
        named is not None
        and any(t.text == "," for t in tokens)
        and clause.sentence.references.person_at(named)
    ):
        tokens = list(name_span(named))  # "US singer, actor, and advocate Doris Day"
        if clause.doc[tokens[0].i - 1].dep_ == "cc":
            raise Unclear(
                "the subject is one of several"
            )  # "her daughters, Kim, Ann and Rachel Lee, will sing"
    if clipped(subject):
        raise Unclear("an article is missing")
    if (
        subject.pos_ == "PROPN"
        and subject.i == tokens[-1].i
        and len(tokens) > 5
        and clause.sentence.references.person_at(subject)
    ):
        tokens = answer_name(name_span(subject), tokens, clause.sentence)
    people = {clause.sentence.references.person_at(t) for t in tokens if t.pos_ == "PROPN"} - {""}
    if any(t.text == "," for t in tokens) and people == {clause.sentence.references.person_at(tokens[-1])}:
        tokens = list(name_span(tokens[-1]))  # "singer, actor, and advocate Doris Day"
    return tokens


def _ranked_name(subject: Token) -> Token | None:
    """The name behind a comma that tells which one it is ("the second largest party, Labour,")."""
    if subject.pos_ != "NOUN" or not any(
        c.tag_ == "JJS" or c.lower_ in {"first", "second", "third"} for c in subject.lefts
    ):
        return None
    return next(
        (
            c
            for c in subject.rights
            if c.dep_ == "appos" and c.pos_ == "PROPN" and c.doc[c.left_edge.i - 1].text == ","
        ),
        None,
    )


#: Words that single out a subject against what was expected, and say nothing of it.
SINGLED_OUT = frozenset("even especially notably particularly".split())


def clipped(noun: Token) -> bool:
    """Whether a single person is named without an article, as radio talk and notes do ("Pilot reports")."""
    return (
        noun.tag_ == "NN"
        and noun.lower_ not in {"police", "parliament", "staff", "crew", "congress"}
        and is_person_noun(noun.lemma_)
        and not any(
            c.dep_ in {"det", "poss", "nummod", "predet", "compound", "amod"} or c.tag_ in {"DT", "PRP$"}
            for c in noun.lefts
        )
    )


def anybody(subject: Token, clause: Clause) -> bool:
    """Whether the subject is one of many that nothing sets apart ("one storm", "a man")."""
    if subject.pos_ != "NOUN" or subject.lemma_.lower() in clause.sentence.references.title_words:
        return False
    marks = [c for c in subject.children if c.i < subject.i]
    if not list(subject.children) and subject.lower_ in {
        "people",
        "officials",
        "experts",
        "critics",
        "sources",
        "observers",
    }:
        return True
    if not any(c.lower_ in {"a", "an", "one", "some", "several", "many"} for c in marks):
        return False
    return not any(
        c.pos_ == "PROPN" or c.dep_ in {"compound", "relcl", "acl", "prep"} for c in subject.children
    )


def is_expletive(clause: Clause) -> bool:
    return clause.verb.lemma_ in {"take", "seem", "appear", "rain", "snow", "turn"} or any(
        p.dep_ in {"ccomp", "acomp"} for p in clause.parts if clause.links
    )
