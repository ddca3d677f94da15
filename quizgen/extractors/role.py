"""Role: who someone is, and who it is that holds an office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from spacy.tokens import Span, Token

from quizgen.extractors._asking import fact, question
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Unclear, noun_phrase
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_person_noun
from quizgen.model import Fact, Sentence
from quizgen.references import HONORIFICS, name_span


def extract(sentence: Sentence) -> Iterator[Fact]:
    """ "Dan Howarth, Head of Care at Diabetes UK" and "science correspondent Thomas Moore"."""
    refs = sentence.references
    for clause in clauses(sentence):
        yield from _served(clause)
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
            yield from _office(sentence, refs.full_name(name), name, noun_phrase(attr), attr)
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
            others = {
                t.i
                for c in appos.children
                if c.dep_ == "conj"
                and (
                    c.nbor(-1).text == ","
                    or is_person_noun(c.lemma_)
                    or not c.is_alpha
                    or c.nbor(1).text == "-"
                )
                for t in c.subtree
            }
            tokens = [t for t in noun_phrase(appos) if t.i > head.i and t.i not in others]
            while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc"):
                tokens.pop()
            behind = next(
                (c for c in head.children if c.dep_ == "prep" and tokens and c.i == tokens[-1].i + 1), None
            )
            if behind is not None:  # "Head of Care at Diabetes UK": the parse hangs "at" on the name
                tokens += [t for t in behind.subtree if not t.is_punct]
            yield from _office(sentence, full, name, tokens, appos)
        else:
            before = _title_before(name, sentence)
            if before:
                yield from _office(sentence, full, name, before, before[-1])


def _stated(sentence: Sentence, clause: Clause) -> Iterator[Fact]:
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
                yield from _office(sentence, refs.full_name(name), name, list(doc[start:end]), doc[i])
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


#: Titles that many hold at a time: "the Lieutenant" is nobody in particular.
RANKS = frozenset(
    "captain general colonel lieutenant major sergeant officer engineer scientist member professor spokesman spokeswoman "
    "spokesperson adviser advisor judge justice senator founder editor coach ambassador".split()
)
#: Nouns for persons that are no job.
NO_JOBS = frozenset(
    "man woman boy girl child person user member resident native citizen passenger victim survivor friend brother sister father mother "
    "son daughter husband wife partner fan rival opponent suspect patient neighbour neighbor viewer reader follower customer client "
    "witness hero star winner loser champion reader author co-author supporter critic lead".split()
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


def _office(sentence: Sentence, full: str, name: Span, tokens: list[Token], head: Token) -> Iterator[Fact]:
    text = [t.lower_ for t in tokens]
    says_where = (
        any(w in {"of", "at", "for", "in", "with"} for w in text)
        or len(tokens) >= 2
        or (
            len(tokens) == 1
            and tokens[0].pos_ == "NOUN"
            and tokens[0].is_lower
            and tokens[0].lower_ not in OFFICES
        )
    )
    if not says_where or len(tokens) > 12 or head.tag_ in {"NNS", "NNPS"}:
        return
    while (
        tokens and tokens[0].lower_ in {"the", "a", "an", "then", "former"} and tokens[0].lower_ != "former"
    ):
        tokens = tokens[1:]
    after = tokens[-1].doc[min(tokens[-1].i + 1, len(tokens[-1].doc) - 1)] if tokens else None
    if after is None or (
        after.is_title
        and after.i > tokens[-1].i
        and after.i not in range(name.start, name.end)
        and tokens[-1].i > name.start
    ):
        return
    if tokens[0].lower_ == "former" and len(tokens) > 1:
        tokens = tokens[1:]
    relative = any(t.tag_ == "PRP$" for t in tokens)
    if not relative:
        yield fact(
            "role",
            "office",
            sentence,
            tokens,
            lambda: (
                {
                    "name": full,
                    "thing": "position" if head.lemma_.lower() in OFFICES else "job",
                    "tense": "former" if "former" in text else "was" if _long_ago(head, sentence) else "is",
                },
                0.06
                if any(w in {"of", "at", "for"} for w in text) or any(t.pos_ == "PROPN" for t in tokens)
                else 0.16,
            ),
        )
    if (
        head.lemma_.lower() in OFFICES - RANKS
        and not _long_ago(head, sentence)
        and (
            any(w in {"of", "at", "for"} for w in text)
            or any(t.pos_ == "PROPN" or t.text in {"’s", "'s"} for t in tokens)
        )
    ):
        start = name.start
        while start < name.end - 1 and name.doc[start].text not in full.split():
            start += 1
        yield fact("role", "holder", sentence, name.doc[start : name.end], partial(_holder, tokens, sentence))


def _long_ago(noun: Token, sentence: Sentence) -> bool:
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


def _holder(tokens: list[Token], sentence: Sentence) -> tuple[dict[str, str], float]:
    if any(t.lower_ in {"a", "an", "one", "former"} for t in tokens[:1]):
        raise Unclear("others may hold it too")
    phrase = wording(tokens, sentence)
    article = (
        ""
        if tokens[0].lower_ in {"the"}
        or tokens[0].tag_ == "PRP$"
        or any(t.text in {"’s", "'s"} for t in tokens)
        else "the "
    )
    return {"office": f"{article}{phrase.text}"}, phrase.doubt + 0.04
