"""Whether a capital tells of a name, or only of the beginning of a sentence."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizgen.lexicon import noun_class
from quizgen.model import Sentence
from quizgen.references import (
    OPENING,
    is_title_word,
)

#: What describes a name without being part of it.
BEFORE_NAMES = frozenset("former current late fellow veteran senior leading fired retired ousted".split())


def opens_name(token: Token) -> bool:
    """Whether a name goes on behind the capital that begins a sentence ("Electronic Arts had nine games")."""
    if token.pos_ not in {"ADJ", "NOUN", "VERB"} or token.lower_ in BEFORE_NAMES or not token.whitespace_:
        return False
    doc, behind = token.doc, token.i + 1
    return (
        behind < len(doc)
        and doc[behind].pos_ == "PROPN"
        and doc[behind].is_title
        and doc[behind].ent_type_ not in {"PERSON", "GPE", "NORP"}
        and not is_title_word(doc[behind].text)
    )


#: What happens, by its class of nouns.
HAPPENING = frozenset({"act", "event", "phenomenon"})


def happens(token: Token, sentence: Sentence) -> bool:
    """ "Wildfires in Chile killed 12": a plural of what happens, at the head of a sentence, which the parse takes for a name."""
    if not token.is_sent_start or not token.is_title or token.lower_[-1] != "s":
        return False
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else token
    singular = {token.lower_[:-1], token.lower_.removesuffix("es"), re.sub("ies$", "y", token.lower_)} - {
        token.lower_
    }
    return (
        token.text not in sentence.references.capitals
        and behind.is_lower
        and behind.pos_ in {"ADP", "VERB", "AUX", "SCONJ"}
        and any(noun_class(noun) in HAPPENING for noun in singular)
    )


def _one_of_a_kind(token: Token) -> bool:
    """ "a phone App": no name stands behind "a" and a common noun that says what kind of thing it is."""
    doc, place = token.doc, token.i
    return (
        place > 1
        and not token.ent_type_
        and token.tag_ in {"NNP", "NN"}
        and doc[place - 1].is_lower
        and doc[place - 1].dep_ == "compound"
        and doc[place - 1].head.i == place
        and doc[place - 2].lower_ in {"a", "an"}
    )


def is_common(token: Token, sentence: Sentence) -> bool:
    """Whether a capital says nothing: the article writes the word without one, and it is no part of a name."""
    refs = sentence.references
    if not token.is_title or token.text in refs.full_names:
        return False
    if _one_of_a_kind(token):
        return True
    doc, place = token.doc, token.i
    if token.is_sent_start and len(token) > 1 and place + 2 < len(doc) and doc[place + 1].text in {"-", "‑"}:
        return doc[place + 2].is_lower and not token.whitespace_ and not doc[place + 1].whitespace_
    if token.lower_ not in refs.lowers:
        return False
    beside = [doc[i] for i in (place - 1, place + 1) if 0 <= i < len(doc)]
    if any(n.pos_ == "PROPN" or (n.is_title and not n.is_sent_start) or n.text in {"-", "‑"} for n in beside):
        return False
    begins = token.is_sent_start or doc[place - 1].text in OPENING
    if begins:
        rarely = refs.lowers[token.lower_] > 2 * refs.capitals[token.text]
        return rarely and token.ent_type_ != "PERSON"
    return not token.ent_type_ and doc[place - 1].pos_ == "NOUN" and doc[place - 1].head.i == place
