"""Branches of a parse as the words that a question keeps, and whether they tell a time or a place."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from quizgen.extractors._phrases import is_relative_time, other_name
from quizgen.lexicon import MONTHS, WEEKDAYS, noun_class


def flat(head: Token) -> list[Token]:
    """A branch without comments, bracketed words and what stands behind a comma at its end."""
    dropped: set[int] = set()
    for token in head.subtree:
        if token.i in dropped:
            continue
        if (
            token.dep_ in {"parataxis", "appos", "intj", "meta"}
            or (
                token.dep_ in {"relcl", "advcl", "acl", "conj", "prep"}
                and token.i > head.i
                and token.doc[token.left_edge.i - 1].text in {",", "(", "–", "—", "-", ";", ":"}
                and token.head.i >= head.i
                and token.dep_ != "conj"
            )
            or (
                token.dep_ == "conj"
                and token.pos_ in {"VERB", "AUX"}
                and any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)
            )
            or (token.dep_ == "npadvmod" and token.i > head.i and is_relative_time(list(token.subtree)))
        ):
            dropped.update(t.i for t in token.subtree)
        elif token.dep_ == "conj" and other_name(token):
            dropped.update(range(token.left_edge.i - 1, token.right_edge.i + 1))
    # The commas around what was left out go with it.
    dropped |= {t.i for t in head.subtree if t.text == "," and {t.i - 1, t.i + 1} & dropped}
    return trimmed([t for t in head.subtree if t.i not in dropped])


def trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (
        tokens[-1].dep_ in {"cc", "preconj"}
        or (tokens[-1].is_punct and tokens[-1].text not in {'"', "”", "'", "’", "%"})
    ):
        tokens = tokens[:-1]
    while tokens and tokens[0].is_punct and tokens[0].text not in {'"', "“", "'", "‘"}:
        tokens = tokens[1:]
    return tokens


def is_time(tokens: Sequence[Token]) -> bool:
    """Whether a phrase tells when: a date or a clock time, by label or by word."""
    return any(
        t.ent_type_ in {"DATE", "TIME"} or t.text in MONTHS or t.text in WEEKDAYS
        for t in tokens
        if t.pos_ in {"NOUN", "PROPN", "NUM"}
    ) or any(t.dep_ == "pobj" and noun_class(t.lemma_) == "time" for t in tokens)


def is_place(tokens: Sequence[Token]) -> bool:
    """Whether a phrase tells where."""
    return any(t.ent_type_ in {"GPE", "LOC", "FAC"} for t in tokens) and tokens[0].lower_ in {
        "in",
        "at",
        "on",
        "near",
        "from",
        "to",
        "into",
        "outside",
        "inside",
        "off",
        "over",
        "across",
        "around",
        "along",
        "within",
        "above",
        "below",
    }
