"""Names as they are written: their extent in a parse, their titles, and what their words tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.lexicon import NAMED_THINGS, first_name, is_person_noun

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

HONORIFICS = frozenset("Mr Mrs Ms Miss Mr. Mrs. Ms. Dr Dr. Sir Dame Lord Lady Prof Prof. Professor".split())

#: Words of a name that tell a body, whatever place stands behind them.
BODIES = frozenset(
    "society association foundation institute university college museum agency council federation".split()
)

#: Letters behind a name that honour it.
POSTNOMINALS = frozenset("DBE OBE MBE CBE KBE GBE RA QC KC FRS MP PhD Ph.D. MD".split())


def bare(name: str) -> str:
    """A name without article and possessive."""
    name = re.sub(r"^(the|The)\s+", "", name)
    return re.sub(r"['’]s$", "", name).strip()


def untitled(span: Span) -> list[str]:
    """The words of a name without the titles and jobs before it ("NASA Administrator Bill Nelson")."""
    words = bare(span.text).split()
    while len(words) > 2 and words[-1].strip(",") in POSTNOMINALS:
        words.pop()
    for index in range(len(words) - 3, -1, -1):
        if is_title_word(words[index]) or words[index] in HONORIFICS:
            words = words[index + 1 :]
            break
    while len(words) > 1 and (words[0] in HONORIFICS or is_title_word(words[0])):
        words = words[1:]
    return [w for w in words if w not in HONORIFICS] or words


def is_title_word(word: str) -> bool:
    """Whether a capitalised word before a name is a title or a job ("President", "Billionaire")."""
    return (
        word[:1].isupper()
        and is_person_noun(word)
        and not first_name(word)
        and word.lower() not in {"day", "young", "national", "human", "native", "independent"}
    )


def name_span(head: Token) -> Span:
    """The unbroken run of proper nouns that a token heads ("Sarah Gillis" of "Gillis")."""
    doc = head.doc
    start = end = head.i
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].ent_iob_ != "O"
        and doc[start].ent_iob_ == "I"
    ):
        start -= 1
    if (
        start > 1
        and doc[start - 1].text == "-"
        and doc[start - 1].ent_iob_ == "I"
        and not doc[start - 2].whitespace_
    ):
        start -= 2  # "Jean-Jacques"
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].dep_ in {"compound", "nmod"}
        and doc[start - 1].head.i in range(start, head.i + 1)
    ):
        start -= 1
    while start > 1 and is_hyphenated(doc[start]) and doc[start - 2].pos_ == "PROPN":
        start -= 2
    while (
        end + 1 < len(doc)
        and doc[end + 1].pos_ in {"PROPN", "NUM"}
        and doc[end + 1].ent_iob_ == "I"
        and doc[end].ent_type_
    ):
        end += 1
    return doc[start : end + 1]


def at_birth(ent: Span) -> bool:
    """Whether a name is the one that somebody was born with: nobody goes by it."""
    return ent.start > 0 and ent.doc[ent.start - 1].lower_ in {"born", "née", "nee"}


def is_hyphenated(token: Token) -> bool:
    """Whether a word hangs on the one before by a hyphen ("Jacques" of "Jean-Jacques")."""
    if token.i < 2:
        return False
    hyphen, first = token.doc[token.i - 1], token.doc[token.i - 2]
    return hyphen.text in {"-", "‑", "–"} and not hyphen.whitespace_ and not first.whitespace_


def described_as(noun: Token) -> str:
    """A noun with the adjectives and nouns before it, without article ("cybersecurity firm")."""
    doc = noun.doc
    start = noun.i
    while (
        start > 0
        and doc[start - 1].dep_ in {"amod", "compound", "nmod", "punct"}
        and doc[start - 1].head.i in range(start - 1, noun.i + 1)
        and doc[start - 1].text not in {",", "(", "–", "—"}
    ):
        start -= 1
    words = doc[start : noun.i + 1]
    if not noun.text.isalpha():
        return ""
    return words.text if all(t.is_lower or t.is_punct or t.pos_ == "ADJ" for t in words) else noun.text


def phrase_tokens(head: Token) -> list[Token]:
    """A noun phrase without apposition, comment and non-restrictive clause."""
    dropped: set[int] = set()
    for child in head.children:
        if (
            child.i > head.i
            and child.dep_ in {"appos", "relcl", "acl", "punct", "parataxis"}
            and (child.dep_ in {"appos", "punct", "parataxis"} or head.doc[child.left_edge.i - 1].is_punct)
        ):
            dropped.update(t.i for t in child.subtree)
    return [t for t in head.subtree if t.i not in dropped]


def class_of_name(name: str) -> str:
    """What the words of a proper name tell of the thing named, "" if they tell nothing."""
    words = [w.strip(".,").lower() for w in bare(name).split()]
    if not words:
        return ""
    if words[0] in {"hurricane", "university", "lake", "mount", "operation", "cape", "fort", "storm"}:
        return {"mount": "mountain", "fort": "fort"}.get(words[0], words[0])
    for small in ("of", "for"):
        if small in words[1:]:
            words = words[: words.index(small, 1)]
            break
    body = next((w for w in words[1:-1] if w in BODIES), "")  # "Humane Society Silicon Valley"
    return NAMED_THINGS.get(body or words[-1], "") if words else ""
