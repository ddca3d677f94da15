"""Phrases of a parse: which tokens belong to a noun, and what is left out of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Span, Token

from quizgen.lexicon import RELATIVE_TIME, WEEKDAYS, noun_class
from quizgen.model import Sentence


class Unclear(Exception):
    """A phrase needs what is not in it; the message says what."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a question in the making, and how much doubt they carry."""

    text: str
    doubt: float = 0.0


SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Same:
    """Caches by the identity of a sentence: all extractors ask for the same one in turn."""

    __slots__ = ("sentence",)

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence

    def __hash__(self) -> int:
        return id(self.sentence)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.sentence is self.sentence


_LAST = frozenset("last next this past coming previous recent following same that".split())
_COUNTS = frozenset("few several couple of many".split())
_OPEN, _CLOSE = "([{", ")]}"


def tokens_of(sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of a sentence, fetched from spaCy once: most extractors go through all of them."""
    return _tokens_of(Same(sentence))


@lru_cache(maxsize=4)
def _tokens_of(key: Same) -> tuple[Token, ...]:
    return tuple(key.sentence.span)


def subtree(token: Token, *, without: Iterable[Token] = ()) -> list[Token]:
    """The tokens below a token, without some branches."""
    dropped = {t.i for branch in without for t in branch.subtree}
    return [t for t in token.subtree if t.i not in dropped]


def noun_phrase(head: Token) -> list[Token]:
    """A noun phrase as a question or an answer may use it.

    Appositions, bracketed words and clauses behind a comma are left out; so are coordinated clauses
    that the parser hung below the noun.
    """
    return list(_noun_phrase(head))


@lru_cache(maxsize=64)  # the nouns of a sentence: each is asked for by several extractors
def _noun_phrase(head: Token) -> tuple[Token, ...]:
    dropped: set[int] = set()
    doc = head.doc
    for child in head.children:
        if child.i <= head.i:
            continue
        behind_comma = doc[child.left_edge.i - 1].text in {",", "(", "-", "–", "—", ";", ":"}
        if (
            child.dep_ in {"parataxis", "dep", "meta"}
            or child.dep_ == "appos"
            or (child.dep_ in {"relcl", "acl", "prep", "advcl", "advmod"} and behind_comma)
        ):
            if child.dep_ == "appos" and not behind_comma and child.pos_ == "PROPN":
                continue
            if (
                child.dep_ == "appos"
                and child.ent_type_ == head.ent_type_ == "GPE"
                and not list(child.rights)
            ):
                continue  # "Berlin, Germany"
            dropped.update(t.i for t in child.subtree)
        elif child.dep_ == "conj" and other_name(child):
            dropped.update(t.i for t in doc[child.left_edge.i - 1 : child.right_edge.i + 1])
        elif child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and head.pos_ not in {"VERB", "AUX"}:
            dropped.update(t.i for t in child.subtree)
    branch = list(head.subtree)
    for token in branch:
        if (
            token.i > head.i
            and token.i not in dropped
            and token.head.i != head.i
            and (_put_in(token) or _explains(token))
        ):
            dropped.update(t.i for t in token.subtree)
        elif (
            token.dep_ == "conj"
            and token.pos_ in {"NOUN", "PROPN"}
            and token.i > head.i
            and _starts_clause(token)
        ):
            dropped.update(range(token.left_edge.i - 1, token.right_edge.i + 1))
    tokens = [t for t in branch if t.i not in dropped]
    tokens = outside_brackets(tokens)
    while tokens and (
        (tokens[-1].is_punct and tokens[-1].text not in {"'", "’", '"', "”", ".", "%"})
        or tokens[-1].dep_ in {"cc", "preconj"}
    ):
        tokens.pop()
    while tokens and (tokens[0].is_punct and tokens[0].text not in {'"', "“", "'", "‘", "$"}):
        tokens.pop(0)
    if tokens and tokens[-1].text == "." and not tokens[-1].is_alpha:
        tokens.pop()
    return tuple(tokens)


def _explains(token: Token) -> bool:
    """Whether a noun with its article explains the one before a comma ("on STS-1, the first mission")."""
    edge = token.left_edge
    return token.dep_ == "appos" and edge.pos_ == "DET" and edge.i > 0 and edge.nbor(-1).text == ","


def _put_in(token: Token) -> bool:
    """Whether a branch is put in between commas ("the crew remaining inside, in their seats,")."""
    return (
        token.dep_ in {"relcl", "acl", "prep", "advcl"}
        and token.head.i < token.left_edge.i
        and token.doc[token.left_edge.i - 1].text == ","
    )


def _starts_clause(noun: Token) -> bool:
    """Whether a coordinated noun is the subject of the verb behind it ("works on capsules and its craft is ...")."""
    doc, place = noun.doc, noun.right_edge.i + 1
    if doc[noun.left_edge.i - 1].dep_ != "cc":
        return False
    while place < len(doc) and doc[place].pos_ in {"AUX", "ADV", "PART"} and doc[place].head.i > place:
        place += 1
    if place >= len(doc):
        return False
    verb = doc[place]
    return (
        verb.pos_ in {"VERB", "AUX"}
        and (verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.lefts))
        and verb.dep_ == "conj"
        and verb.head.i < noun.head.i
        and not any(c.dep_ in SUBJECTS for c in verb.children)
    )


def other_name(noun: Token) -> bool:
    """ "the explorer, or rover, ...": another word for the same, between commas."""
    doc, before, after = noun.doc, noun.left_edge.i - 1, noun.right_edge.i + 1
    return (
        before > 1
        and doc[before].lower_ == "or"
        and doc[before - 1].text == ","
        and doc[before - 2].i == noun.head.i
        and (after >= len(doc) or doc[after].text in {",", ".", ")"})
    )


def outside_brackets(tokens: list[Token]) -> list[Token]:
    depth, kept = 0, []
    for token in tokens:
        if token.text in _OPEN:
            depth += 1
        elif token.text in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(token)
    return kept


def contiguous(tokens: Sequence[Token]) -> Span:
    """The span of tokens that stand side by side.

    Raises:
        Unclear: there is a gap, so the words do not stand in the text as they would be given.
    """
    if not tokens:
        raise Unclear("nothing to answer with")
    first, last = tokens[0].i, tokens[-1].i
    if last - first + 1 != len(tokens):
        raise Unclear("the answer is in pieces")
    return tokens[0].doc[first : last + 1]


def is_relative_time(tokens: Sequence[Token]) -> bool:
    """Whether a phrase tells a time that depends on when the text was written."""
    words = [t.lower_ for t in tokens]
    if any(w in RELATIVE_TIME for w in words):
        return True
    counted = [w for w in words if w not in _COUNTS]  # "over the next few quarters"
    for word, after in pairwise(counted):
        if word in _LAST and (
            noun_class(after.rstrip("s")) == "time"
            or after.rstrip("s")
            in {
                "week",
                "quarter",
                "month",
                "year",
                "day",
                "night",
                "decade",
                "weekend",
                "summer",
                "winter",
                "spring",
                "autumn",
                "fall",
                "century",
            }
            or after.capitalize() in WEEKDAYS
        ):
            return True
    return False
