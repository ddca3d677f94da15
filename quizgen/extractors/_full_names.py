"""A name in full, as an article first gives it, with the article that it needs."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizgen.extractors._phrases import SUBJECTS, Unclear
from quizgen.lexicon import first_name, is_person_noun, noun_class
from quizgen.model import Sentence
from quizgen.references import (
    HOUSEHOLD,
    References,
    is_hyphenated,
    is_title_word,
)


def name_in_full(token: Token, sentence: Sentence, included: set[int]) -> tuple[str, int, float]:
    """A name in full, the index of its last token, and the doubt."""
    refs = sentence.references
    doc = token.doc
    end = token.i
    while end + 1 in included and end + 1 < len(doc):
        if doc[end + 1].pos_ == "PROPN" and doc[end].whitespace_ and not doc[end].is_punct:
            end += 1
        elif end + 2 in included and is_hyphenated(doc[end + 2]) and doc[end + 2].pos_ == "PROPN":
            end += 2  # "Wingfield-Hayes"
        else:
            break
    span = doc[token.i : end + 1]
    text = span.text
    titles = [t.text for t in span if is_title_word(t.text)]
    surname = doc[token.i + len(titles) : end + 1].text
    if titles and span.text.startswith(" ".join(titles)) and surname in refs.full_names:
        return f"{' '.join(titles)} {refs.full_names[surname]}", end, 0.0  # "Judge Clancy"
    if token.text in refs.glosses:
        long = refs.glosses[token.text]
        sayable = token.text not in HOUSEHOLD and "," not in long and len(long.split()) <= 6
        if sayable:
            return f"the {long}" if needs_article(long, token) else long, token.i, 0.0
        known = token.text in HOUSEHOLD or token.lower_ in refs.title_words
        return token.text, token.i, 0.0 if known else 0.25 if says_its_kind(token, included) else 0.3
    if len(span) > 1 and text in refs.full_names and refs.full_names[text] != text:
        return refs.full_names[text], end, 0.0  # another spelling of a better attested name
    if len(span) == 1 and text in refs.full_names and refs.full_names[text] != text:
        full = refs.full_names[text]
        if refs.is_person(span) or text == full.split()[-1]:
            before = doc[token.i - 1].text if token.i else ""
            if first_is(before, full):
                return text, end, 0.0
            return full, end, 0.0
    if (
        re.fullmatch(r"[A-Z][A-Z&.]{1,6}s?|[A-Z]{1,2}-?\d{1,2}|[A-Za-z]{2,}\d{2,}", text)
        and text not in HOUSEHOLD
        and text.lower() not in refs.title_words
        and not (end + 1 in included and doc[end + 1].text in {"-", "‑"})  # "REGN-EB3" is a name
    ):
        return text, end, 0.25 if says_its_kind(doc[end], included) else 0.35
    if (
        len(span) == 1
        and token.i
        and doc[token.i - 1].lower_ == "the"
        and token.dep_ not in {"compound", "nmod"}
        and not any(c.lower_ == "of" for c in token.rights)
        and not (token.i > 2 and doc[token.i - 2].lower_ == "of" and doc[token.i - 3].pos_ == "PROPN")
        and noun_class(token.lower_)
        and not (end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I")  # the name goes on
    ):
        # "the Committee": the fuller name that the article gives it, if there is but one
        forms = [
            n for n in refs.entities if token.text in n.split() and len(n.split()) > 1 and not n.isupper()
        ]
        return (forms[0], end, 0.03) if len(set(forms)) == 1 else (text, end, 0.25)
    named = {n for n in refs.ending_in.get(text, ()) if first_name(n.split()[0]) and "&" not in n}
    if (
        len(span) == 1
        and token.ent_type_ in {"PERSON", "ORG", ""}
        and text not in refs.full_names
        and len(named) > 1
    ):
        raise Unclear("several people have that name")
    alone = not token.i or (
        doc[token.i - 1].pos_ not in {"PROPN", "CCONJ"} and doc[token.i - 1].tag_ != "POS"
    )
    if len(span) == 1 and alone and (whole := refs.whole_name(text)):
        return whole, end, 0.03
    if (
        len(span) == 1
        and token.ent_type_ == "PERSON"
        and text not in refs.full_names
        and text.lower() not in refs.title_words
    ):
        return _fuller_person(text, refs), end, 0.2
    return text, end, 0.0


def _fuller_person(name: str, refs: References) -> str:
    """A person's name in full where the article has it in one way, or in two spellings of one ("Kim Jong Un", "Kim Jong-Un").

    Raises:
        Unclear: several people have that name.
    """
    longer = [
        n
        for n, labels in refs.entities.items()
        if labels["PERSON"] and name in n.split()[:: len(n.split()) - 1 or 1]
    ]
    longer = [n for n in longer if n != name]
    if len({n.replace("-", " ").casefold() for n in longer}) > 1:
        raise Unclear("a surname alone")
    return max(longer, key=lambda n: refs.entities[n].total(), default=name)


def says_its_kind(letters: Token, included: set[int]) -> bool:
    """ "the PALM trial" says what it is, if not what the letters stand for; "C8" alone says nothing."""
    return letters.dep_ in {"compound", "nmod"} and letters.head.pos_ == "NOUN" and letters.head.i in included


#: Bodies whose names want an article where letters go without.
BODIES = frozenset(
    "association union agency society federation department ministry bureau council committee commission organization organisation "
    "institute administration service authority party league board fund foundation alliance coalition confederation centre center".split()
)


def needs_article(long: str, letters: Token) -> bool:
    """Whether the name that letters stand for needs an article that they do without ("Defra said")."""
    words = long.lower().split()
    body = words[-1] in BODIES or (" of " in long and words[words.index("of") - 1] in BODIES)
    bare = letters.dep_ in {*SUBJECTS, "dobj", "pobj", "poss"} and letters.left_edge.i == letters.i
    return body and bare and words[0] != "the"


def lacks_article(first: Token, end: int, sentence: Sentence) -> bool:
    """Whether a name is a plural of people that headlines and tables give bare ("Liberal Democrats", "Charlotte Hornets")."""
    last = first.doc[end]
    return (
        last.tag_ == "NNPS"
        and first.i < end
        and last.dep_ in {*SUBJECTS, "dobj", "pobj", "conj"}
        and last.left_edge.i == first.i
        and is_person_noun(last.lower_.removesuffix("s"))
        and not any(c.dep_ in {"conj", "prep", "cc"} for c in last.children)
    )


def first_is(before: str, full: str) -> bool:
    """Whether the word before a surname already belongs to the name."""
    return before in full.split()
