"""Which nouns and names are places, and how much of them an answer holds."""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizgen.extractors._phrases import noun_phrase
from quizgen.lexicon import noun_class
from quizgen.model import Sentence
from quizgen.references import class_of_name, is_month_or_day, name_span, place_class

#: What people are in or on rather than at.
VEHICLES = frozenset(
    "ferry boat ship vessel yacht tanker freighter submarine plane aircraft airplane aeroplane jet helicopter bus car van truck lorry "
    "train tram taxi motorcycle bicycle capsule spacecraft rocket shuttle ambulance minibus coach raft canoe".split()
)
MATTER = frozenset(
    "area part side end front region place way point post setting position field line level stage rank top bottom order".split()
)
#: Countries whose people are not called after the first letters of the name.
PEOPLES = {
    "UK": "british", "U.K.": "british", "United Kingdom": "british", "Britain": "british", "Great Britain": "british",
    "US": "american", "U.S.": "american", "USA": "american", "United States": "american", "Netherlands": "dutch",
    "Denmark": "danish", "France": "french", "Ireland": "irish", "Wales": "welsh", "Philippines": "filipino",
    "Myanmar": "burmese", "Ivory Coast": "ivorian", "Iceland": "icelandic",
}  # fmt: skip


#: Last words of the names of days ("on Boxing Day").
FEASTS = frozenset(
    "Day Eve Christmas Easter Thanksgiving Halloween Ramadan Eid Diwali Hanukkah Passover Epiphany".split()
)


def before_next_clause(tokens: list[Token]) -> list[Token]:
    """ "headed to Rome and the Swiss guards have a choice": the last of the list is the subject of what follows."""
    doc, after = tokens[-1].doc, tokens[-1].i + 1
    finite = after < len(doc) and doc[after].tag_ in {"VBZ", "VBP", "VBD", "MD"}
    joint = max((t.i for t in tokens if t.dep_ == "cc"), default=None)
    return [t for t in tokens if t.i < joint] if finite and joint is not None else tokens


def told(tokens: list[Token], sentence: Sentence) -> bool:
    """Whether the headline has every word of the answer that tells something."""
    words = [t for t in tokens if t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}]
    return bool(words) and all(t.lemma_.lower() in sentence.references.title_words for t in words)


def told_as_people(tokens: list[Token], sentence: Sentence) -> bool:
    """Whether the headline has the adjective of the country ("Danish" for Denmark)."""
    name = "".join(t.text_with_ws for t in tokens).strip().removeprefix("the ")
    if place_class(name) != "country":
        return False
    like = re.compile(rf"{re.escape(name[:4].lower())}\w*(?:an|ese|ish|i|ic|ch|ek)")
    words = sentence.references.title_words
    return PEOPLES.get(name, "") in words or any(like.fullmatch(w) for w in words)


def up_to_wider(tokens: list[Token]) -> list[Token]:
    """ "Beni and Katwa" of "Beni and Katwa in Congo"."""
    cut = next((t.i for t in tokens if t.dep_ == "prep" and t.lower_ == "in"), None)
    return [t for t in tokens if cut is None or t.i < cut]


def of_right_size(place: Token, tokens: list[Token]) -> list[Token]:
    """A place up to its state or country, without what is no place, and with where a numbered part of it lies."""
    doc = place.doc
    for token in tokens:
        if token.i <= place.i or token.dep_ != "prep":
            continue
        behind = next((c for c in token.rights if c.dep_ == "pobj"), None)
        wide = place_class(name_span(doc[token.i - 1]).text) in {"country", "state"}
        if (wide and token.lower_ == "in") or (
            token.lower_ in {"on", "for", "with", "by", "to"} and not _place(behind)
        ):
            return [t for t in tokens if t.i < token.i]
    at = doc[tokens[-1].i + 1] if tokens[-1].i + 1 < len(doc) else None
    if tokens[-1].like_num and at is not None and at.lower_ in {"at", "in"}:
        site = next((c for c in at.rights if c.dep_ == "pobj" and _place(c)), None)
        if site is not None:
            larger = with_wider(site, noun_phrase(site))
            whole = [*tokens, at, *larger]
            return whole if len(whole) <= LONGEST_PLACE else larger
    return tokens


#: Words of a place, at most, with what it is a part of.
LONGEST_PLACE = 9


def _place(noun: Token | None) -> bool:
    """Whether what stands behind a preposition may be a place."""
    if noun is None:
        return False
    if noun.pos_ == "PROPN" or noun.pos_ == "NUM":
        return is_a_place(noun)
    return noun_class(noun.lemma_) in {"location", "artifact", "object"}


def of_places(noun: Token) -> Token | None:
    """ "the states of Kansas and Colorado": the named places."""
    if noun.lemma_ not in {"state", "city", "town", "country", "village", "county", "province", "region"}:
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return (
        next((c for c in of.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
        if of is not None
        else None
    )


def is_a_place(noun: Token) -> bool:
    if noun.lemma_.lower() in VEHICLES:
        return False
    if noun.pos_ == "NOUN":
        inside = [t for t in noun.subtree if t.i > noun.i and t.ent_type_ in {"GPE", "LOC", "FAC"}]
        return (
            noun_class(noun.lemma_) in {"location", "artifact"}
            and bool(inside)
            and noun.lemma_ not in MATTER
            and len(list(noun.subtree)) <= 10
        ) or (
            noun_class(noun.lemma_) == "location"
            and any(c.dep_ in {"amod", "compound"} for c in noun.children)
            and noun.lemma_ not in MATTER
        )
    if noun.pos_ == "PROPN":
        name = name_span(noun)
        if is_month_or_day(noun.text) or (noun.text.isupper() and len(noun.text) > 3):
            return False
        if any(ch.isdigit() for ch in noun.text):
            return False
        if noun.head.lower_ == "on" and noun.text in FEASTS:
            return False
        labels = {t.ent_type_ for t in name}
        return (
            bool(labels & {"GPE", "LOC", "FAC"})
            or class_of_name(name.text)
            in {
                *"university hospital airport station museum island islands street avenue road crater stadium park".split(),
                *"college school bridge river lake valley".split(),
            }
            or name[-1].lower_ in {"center", "centre", "complex", "base", "camp", "gulf", "coast"}
        )
    return False


def with_wider(place: Token, tokens: list[Token]) -> list[Token]:
    """ "Vienna, Austria": the wider place behind the comma belongs to the answer."""
    last = tokens[-1]
    doc = place.doc
    while (
        last.i + 2 < len(doc)
        and doc[last.i + 1].text == ","
        and doc[last.i + 2].ent_type_ == "GPE"
        and doc[last.i + 2].pos_ == "PROPN"
    ):
        run = [doc[last.i + 1], doc[last.i + 2]]
        while (
            run[-1].i + 1 < len(doc)
            and doc[run[-1].i + 1].ent_type_ == "GPE"
            and doc[run[-1].i + 1].ent_iob_ == "I"
        ):
            run.append(doc[run[-1].i + 1])
        after = doc[run[-1].i + 1] if run[-1].i + 1 < len(doc) else None
        if (after is not None and after.text in {"and", "or"}) or (
            after is not None
            and after.text == ","
            and run[-1].i + 2 < len(doc)
            and doc[run[-1].i + 2].text in {"and", "or"}
        ):
            break
        tokens = [*tokens, *run]
        last = tokens[-1]
    return tokens
