"""Quantities in their clause: which part of the verb they are, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from spacy.tokens import Span, Token

from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import (
    SUBJECTS,
    Phrase,
    Same,
    Unclear,
    noun_phrase,
    tokens_of,
)
from quizgen.extractors._pronominal import POINTING
from quizgen.extractors._quantities import Quantity, quantities
from quizgen.extractors._wording import wording
from quizgen.model import Sentence

Role = Literal["subject", "object", "complement", "prepositional", "adverbial", "inner"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity as a part of a clause.

    Attributes:
        token: the noun counted, or the unit.
        role: what it is to the verb; "inner" for one inside another phrase.
        prep: the preposition it stands behind.
        part: the part of the clause that holds it.
    """

    quantity: Quantity
    clause: Clause
    token: Token
    role: Role
    prep: Token | None = None
    part: Token | None = None

    @property
    def span(self) -> Span:
        """The quantity's own words, with hedge and unit."""
        return self.clause.doc[self.quantity.start : self.quantity.end]

    @property
    def sentence(self) -> Sentence:
        """The sentence it stands in."""
        return self.clause.sentence


def amounts(sentence: Sentence, *dimensions: str) -> list[Amount]:
    """The quantities of these dimensions that are part of a clause."""
    return [a for a in _amounts(Same(sentence)) if a.quantity.dimension in dimensions]


def measured(sentence: Sentence) -> list[Quantity]:
    """All quantities of a sentence."""
    return _quantities(Same(sentence))


#: Words behind a counted noun, at most, that a question may carry before its verb.
CARRIED = 4
#: So many at most are spoken of as known ("the two islands").
FEW = 3


@lru_cache(maxsize=4)
def _quantities(key: Same) -> list[Quantity]:
    if not any(
        t.like_num
        or t.text[-1].isdigit()
        or t.text in "$£€%"
        or t.pos_ == "NUM"
        or t.lower_ in {"half", "dozens", "thousands", "hundreds", "millions", "a", "an"}
        for t in tokens_of(key.sentence)
    ):
        return []
    return quantities(key.sentence.span)


@lru_cache(maxsize=4)
def _amounts(key: Same) -> list[Amount]:
    sentence = key.sentence
    found: list[Amount] = []
    for quantity in _quantities(key):
        doc = sentence.span.doc
        token = (
            doc[quantity.noun]
            if quantity.dimension == "count" and quantity.noun is not None
            else doc[quantity.core_end - 1]
        )
        if quantity.dimension == "money":
            # "$9.9 million": the parse hangs the symbol or the number, whichever it likes.
            token = max(
                doc[quantity.core_start : quantity.core_end],
                key=lambda t: (t.head.i < quantity.start or t.head.i >= quantity.end, t.i),
            )
        elif quantity.dimension != "count":
            inside = [
                t
                for t in doc[quantity.core_start : quantity.core_end]
                if t.head.i < quantity.start or t.head.i >= quantity.end
            ]
            token = inside[-1] if inside else token
            if quantity.dimension == "age" and token.head.lemma_ == "age" and token.dep_ == "nummod":
                token = token.head  # "at age nine"
        if (
            quantity.dimension == "count"
            and quantity.noun is not None
            and token.dep_ == "pobj"
            and token.head.lower_ == "of"
            and quantity.start <= token.head.head.i < quantity.end
        ):
            token = token.head.head  # "two of the victims": the number stands for them
        elif token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "total":
            token = token.head.head  # "a total of 39 people"
        read = [
            (steps, clause.shape == "relative", place, amount)
            for place, clause in enumerate(clauses(sentence))
            for steps, amount in _role(clause, quantity, token)
        ]
        if read:
            found.append(min(read, key=lambda found: found[:3])[3])  # the nearest verb says what it is
    return found


def _role(clause: Clause, quantity: Quantity, token: Token) -> Iterator[tuple[int, Amount]]:
    """What a quantity is to a clause, with the steps from its noun up to the verb; nothing if it is not in it."""
    if token.i == clause.subject.i:
        # a noun may be the object of one verb and the subject of a clause that hangs on it
        near = -1 if all_of_them(clause, token) else 0 if clause.subject.dep_ in SUBJECTS else 9
        yield near, Amount(quantity, clause, token, "subject")
        return
    heads = {p.i: p for p in clause.everything()}
    prep: Token | None = None
    here = token
    for steps in range(5):
        if here.i in heads:
            part = heads[here.i]
            role: Role
            if prep is not None and clause.astray(prep) and part.i == prep.i:
                return
            if prep is not None:
                role = "prepositional" if part.i == prep.i or _detached(prep, part) else "inner"
            elif here.i != token.i:
                role = "inner"
            else:
                role = _OF_DEPENDENCY.get(part.dep_, "inner")
            yield steps, Amount(quantity, clause, token, role, prep, part)
            return
        if here.dep_ == "pobj" and prep is None and here.i == token.i:
            prep = here.head
        elif here.dep_ not in _INSIDE:
            return
        here = here.head


def all_of_them(clause: Clause, noun: Token) -> bool:
    """Whether a participle tells at length which things are counted, and the number is of all of them.

    "The party passed the 326 seats needed for a majority in Parliament" is asked by "How many seats were needed ...?".
    """
    return (
        clause.shape == "participle"
        and clause.passive
        and clause.verb.dep_ == "acl"
        and clause.doc[clause.verb.left_edge.i - 1].i == noun.i
        and any(c.dep_ == "det" and c.lower_ == "the" for c in noun.lefts)
        and len(list(clause.verb.subtree)) > CARRIED
    )


_OF_DEPENDENCY: dict[str, Role] = {
    "dobj": "object",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
    "npadvmod": "adverbial",
    "advmod": "adverbial",
}
_INSIDE = frozenset("prep pobj nummod npadvmod quantmod nmod advmod amod compound".split())


def _detached(prep: Token, part: Token) -> bool:
    """A phrase of time that the parse hangs on the object may as well belong to the verb ("began its descent after 19 seconds")."""
    return (
        prep.head.i == part.i
        and part.dep_ == "dobj"
        and prep.lower_ in {"after", "for", "within", "over", "by"}
        and any(t.ent_type_ in {"TIME", "DATE", "PERCENT"} for t in prep.subtree)
    )


_HEDGED = re.compile(
    r"\b(?:more than|less than|fewer than|over|under|about|around|roughly|approximately|nearly|almost|close to|at least|up to|"
    r"just over|just under|an estimated) (?=(?P<opens>\W*\w+))",
    re.I,
)
#: Characters behind a hedge that hold the figure and what it counts.
_BEHIND = 80


@lru_cache(maxsize=2)
def _hedged_in(first: Same) -> dict[str, list[str]]:
    """What stands behind each "more than" and the like in an article, by the word that it opens with."""
    found: dict[str, list[str]] = {}
    for paragraph in first.sentence.article.paragraphs:
        for hedge in _HEDGED.finditer(paragraph.text):
            behind = paragraph.text[hedge.end() : hedge.end() + _BEHIND]
            found.setdefault(hedge["opens"].lower(), []).append(behind)
    return found


def check_exact(amount: Amount) -> None:
    """Refuse a bare figure that another sentence gives with "more than" or "about" before it.

    Raises:
        Unclear: it is not as exact as this sentence has it.
    """
    quantity, doc = amount.quantity, amount.clause.doc
    if quantity.hedge:
        return
    counts = quantity.dimension == "count"
    if counts and quantity.noun is None:
        return
    figure = doc[quantity.core_start : quantity.core_end].text
    opens = re.match(r"\W*\w+", figure)
    hedged = _hedged_in(Same(amount.sentence.references.sentences[0]))
    behind = hedged.get(opens[0].lower(), []) if opens else []
    if not behind:
        return
    of = r"(?:\W+\w+){0,2}?\W+" + re.escape(doc[quantity.noun or 0].text) if counts else r"(?![\w%]|[.,]\d)"
    if any(re.match(re.escape(figure) + of, text, re.I) for text in behind):
        raise Unclear("another sentence gives the figure with a hedge")


def counted(amount: Amount) -> Phrase:
    """What is counted, without its number and determiner ("crew members" of "all four crew members").

    Raises:
        Unclear: the noun points elsewhere, or is not there.
    """
    quantity, noun, doc = amount.quantity, amount.token, amount.clause.doc
    if quantity.noun is not None and noun.i != quantity.noun:
        whole = doc[quantity.noun]
        if doc[quantity.end].lower_ != "of":  # "a quarter of a million people", "a total of 39 people"
            return wording(
                [t for t in noun_phrase(whole) if t.i >= quantity.end],
                amount.sentence,
                owner=amount.clause.subject,
            )
        if whole.head.i not in {quantity.end - 1, quantity.end}:
            raise Unclear("the number is part of another one")
        return wording(_with_of(whole), amount.sentence, owner=amount.clause.subject)
    ends = [c.left_edge.i for c in noun.children if c.dep_ in {"conj", "cc"} and c.i > noun.i]
    if all_of_them(amount.clause, noun):
        ends.append(amount.clause.verb.left_edge.i)
    if amount.role == "object" or leaves_behind(amount):
        ends += [t.left_edge.i for t in moved(noun)]
    stop = min(ends, default=noun.right_edge.i + 1)
    # "two instruments, X and Y": what follows a comma tells which
    stop = min([stop, *(t.i for t in doc[noun.i : stop] if t.text in {",", ":", ";", "#"})])
    tokens = [
        t
        for t in noun_phrase(noun)
        if t.i < stop and (t.i == noun.i or t.i >= quantity.end or t.i < quantity.start)
    ]
    before = [t for t in tokens if t.i < quantity.start]
    if any(t.tag_ == "PRP$" and t.head.i == noun.i for t in tokens):
        raise Unclear("whose they are is not said")
    few = max(quantity.values, default=9) <= FEW
    if few and amount.prep is not None and any(t.lower_ == "the" and t.head.i == noun.i for t in before):
        raise Unclear("the reader is taken to know how many there are")  # "names for the two islands"
    if any(t.lower_ in POINTING and t.pos_ in {"DET", "PRON"} for t in before):
        raise Unclear("which ones are meant is not said")
    kept = {
        t.i
        for t in before
        if t.head.i == noun.i and t.pos_ in {"ADJ", "NOUN", "PROPN"} and t.dep_ not in {"det", "predet"}
    }
    tokens = [t for t in tokens if t.i > quantity.core_start or (t.i in kept and t.i >= quantity.start - 2)]
    if any(t.text in {",", "#", ":", ";"} for t in tokens):
        raise Unclear("what is counted is a list")
    if amount.role == "object" and any(
        c.dep_ in {"acl", "relcl"} and c in tokens and len(list(c.subtree)) > CARRIED for c in noun.rights
    ):
        raise Unclear("what is counted takes a clause to tell")
    if not any(t.i == noun.i for t in tokens):
        raise Unclear("what is counted is not said")
    return wording(tokens, amount.sentence, owner=amount.clause.subject)


def _with_of(noun: Token) -> list[Token]:
    """ "of Khan's victims", but "fans" of "thousands of fans"."""
    tokens = noun_phrase(noun)
    certain = any(t.dep_ in {"det", "poss", "predet"} or t.tag_ == "PRP$" for t in tokens if t.i < noun.i)
    return [noun.head, *tokens] if certain or noun.pos_ in {"PRON", "PROPN"} else tokens


#: Prepositions of place and time.
PLACING = frozenset("from in at on near to across throughout during into inside outside off".split())


def moved(noun: Token) -> list[Token]:
    """The places behind a counted noun, which read better behind the verb: "How many did they free from it?"."""
    return [
        c
        for c in noun.rights
        if c.dep_ == "prep"
        and c.lower_ in PLACING
        and c.doc[c.left_edge.i - 1].text != ","
        and any(g.dep_ == "pobj" for g in c.children)
    ]


#: Prepositions that stay behind the verb ("How many people did it speak to?"): in front they sound stilted.
LEFT_BEHIND = frozenset("from to with on at for into against".split())
#: Words between the verb and a preposition left behind, at most.
REACH = 6


def _of_object(prep: Token, clause: Clause) -> bool:
    """Whether a phrase may as well belong to the object right before it ("evaluated scans on 158 species")."""
    return prep.lower_ in {"on", "for", "against"} and any(
        p.dep_ == "dobj" and p.right_edge.i == prep.i - 1 for p in clause.parts
    )


def leaves_behind(amount: Amount) -> bool:
    """Whether the preposition may stay where it stands, the question being asked for what it governs."""
    clause, prep = amount.clause, amount.prep
    return (
        prep is not None
        and prep.lower_ in LEFT_BEHIND
        and amount.role == "prepositional"
        and any(p.i == prep.i for p in clause.parts)
        and 0 <= prep.i - clause.verb.i - 1 <= REACH
        and not _of_object(prep, clause)
        and not (prep.lower_ == "for" and clause.passive)  # "for how many homes was power restored"
        and not any(t.text in {",", ";", "(", "–", "—"} for t in clause.doc[clause.verb.i : prep.i])
        and not any(
            p.dep_ in {"agent", "prep", "npadvmod"} or any(t.like_num for t in p.subtree if t.i < prep.i)
            for p in clause.parts
            if clause.verb.i < p.i < prep.i
        )
    )
