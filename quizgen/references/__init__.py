"""Who and what is meant: full names, glosses, pronouns and definite phrases of one article.

Everything here errs on the side of not knowing: a reference is resolved only where one candidate
fits by number, gender and nearness; else the caller drops its question.

`names` reads names as they are written, `people` settles who is who, `pronouns` whom "she" means,
`glosses` what acronyms stand for, `places` which names are countries and states.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.lexicon import is_person_noun
from quizgen.references.glosses import HOUSEHOLD, expansion, glosses
from quizgen.references.names import (
    HONORIFICS,
    at_birth,
    bare,
    class_of_name,
    described_as,
    is_hyphenated,
    is_title_word,
    name_span,
)
from quizgen.references.people import FEMALE, MALE, People
from quizgen.references.places import is_month_or_day, place_class
from quizgen.references.pronouns import ITS, THEIRS, Referent, resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from quizgen.model import Sentence

__all__ = [
    "FEMALE",
    "HONORIFICS",
    "HOUSEHOLD",
    "ITS",
    "MALE",
    "OPENING",
    "THEIRS",
    "References",
    "Referent",
    "bare",
    "class_of_name",
    "expansion",
    "is_hyphenated",
    "is_month_or_day",
    "is_title_word",
    "name_span",
    "place_class",
]


#: What stands before an apposition that explains.
SETTING_OFF = frozenset({",", "(", "–", "—"})


#: What a word gets a capital behind, be it a name or not.
OPENING = frozenset('"“‘:')


#: spaCy's labels of places and peoples.
PLACES = frozenset({"GPE", "LOC", "NORP"})
#: Nouns that tell whether somebody is "he" or "she".
GENDERS = {"man": "male", "boy": "male", "father": "male", "son": "male", "husband": "male", "brother": "male",
           "woman": "female", "girl": "female", "mother": "female", "daughter": "female", "wife": "female",
           "sister": "female", "actress": "female", "businessman": "male", "businesswoman": "female"}  # fmt: skip
#: What the entity recogniser takes names of people for that it does not know.
MISTAKEN = frozenset({"ORG", "GPE", "WORK_OF_ART", "PRODUCT", "FAC", "LOC", "NORP", "EVENT"})


#: Words of a name behind which it goes on with what it is of ("Prize in Physics"): the last is no short form.
LINKING = frozenset("of in for and the de la at on to".split())


def _named_somebody(ent: Span) -> bool:
    """Whether a name stands right behind what somebody is ("rapper Toomaj Salehi")."""
    before = ent.doc[ent.start - 1] if ent.start else None
    return (
        before is not None
        and before.pos_ == "NOUN"
        and before.is_lower
        and before.dep_ in {"compound", "nmod"}
        and before.head.i in range(ent.start, ent.end)
        and is_person_noun(before.lemma_)
        and 2 <= len(ent) <= 3
        and all(t.pos_ == "PROPN" and t.is_title for t in ent)
        and class_of_name(ent.text) == ""
    )


#: Shortened first words that the entity recogniser leaves off a name.
_SHORTENED = frozenset("St. Mt. Ft. St Mt Ft".split())


def _whole(ent: Span) -> str:
    """The text of an entity with the shortened word before it ("St. Louis Rams")."""
    doc, start = ent.doc, ent.start
    return doc[start - 1 : ent.end].text if start and doc[start - 1].text in _SHORTENED else ent.text


@dataclass(slots=True)
class References(People):
    """What an article's reader knows of the names and things in it.

    Attributes:
        title_words, lead_words: lemmas of the headline, and of the nouns in the first two sentences.
        glosses: acronym → expansion.
        things: noun → its fuller forms ("capsule" → "Crew Dragon capsule").
        described: name → what it is ("cybersecurity firm").
        capitals: how often a word is written with a capital inside a sentence.
        lowers: how often it is written without any.
        nouns: how often each common noun occurs.
        ending_in: word → the names of several words that end in it ("Rams": "St. Louis Rams").
        first_told: common noun and heading → the index of the first sentence below the heading that has it.
        known: pronouns settled so far.
    """

    title_words: frozenset[str] = frozenset()
    lead_words: frozenset[str] = frozenset()
    glosses: dict[str, str] = field(default_factory=dict)
    things: dict[str, Counter[str]] = field(default_factory=dict)
    described: dict[str, str] = field(default_factory=dict)
    capitals: Counter[str] = field(default_factory=Counter)
    lowers: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    ending_in: dict[str, set[str]] = field(default_factory=dict)
    first_told: dict[tuple[str, str], int] = field(default_factory=dict)
    known: dict[tuple[int, int], Referent | None] = field(default_factory=dict)

    def learn(self, doc: Doc) -> None:
        """Take in names, glosses and named things of a parsed paragraph."""
        for acronym, long in glosses(doc.text):
            self.glosses.setdefault(acronym, long)
        for ent in doc.ents:
            label = ent.label_
            if label == "PERSON" and _whole(ent) == ent.text and not at_birth(ent):
                self.learn_person(ent)
                self.mentions.setdefault(bare(ent.text), []).append(" ".join(ent.sent.text.split()))
            elif label in MISTAKEN and _named_somebody(ent):
                self.learn_person(ent)
            if label in {
                "PERSON",
                "ORG",
                "GPE",
                "LOC",
                "FAC",
                "PRODUCT",
                "EVENT",
                "WORK_OF_ART",
                "NORP",
                "LAW",
            }:
                self.entities.setdefault(bare(_whole(ent)), Counter())[label] += 1
        for token in doc:
            if (
                token.is_title
                and not token.is_sent_start
                and (not token.i or doc[token.i - 1].text not in OPENING)
            ):
                self.capitals[token.text] += 1
            elif token.is_lower:
                self.lowers[token.text] += 1
            if token.pos_ == "NOUN":
                self.nouns[token.lemma_.lower()] += 1
            if token.dep_ == "compound" and token.pos_ == "PROPN" and token.head.pos_ == "NOUN":
                head = token.head
                if (
                    not is_person_noun(head.lemma_)
                    and head.lemma_ != "name"
                    and token.ent_type_ not in {"GPE", "NORP"}
                ):
                    start = head.i
                    while (
                        start > 0
                        and doc[start - 1].dep_ in {"compound", "nmod"}
                        and doc[start - 1].head.i in range(start, head.i + 1)
                    ):
                        start -= 1
                    if (
                        start == 0 or doc[start - 1].text != ","
                    ):  # "Plankton, Aerosol, ocean Ecosystem satellite" is cut
                        named = doc[start : head.i + 1].text
                        self.things.setdefault(head.lemma_.lower(), Counter())[named] += 1
            elif (
                token.dep_ == "appos"
                and token.pos_ == "NOUN"
                and token.head.pos_ == "PROPN"
                and doc[token.left_edge.i - 1].text in SETTING_OFF
            ):
                name = name_span(token.head)
                self.described.setdefault(name.text, described_as(token))
                if is_person_noun(token.lemma_) and name.root.ent_type_ in PLACES:
                    self.learn_person(name, GENDERS.get(token.lemma_.lower(), ""))  # "Valeska Paris, a woman"
            elif (
                token.dep_ == "appos"
                and token.pos_ == "PROPN"
                and token.head.pos_ == "NOUN"
                and token.head.tag_ == "NN"
            ):
                if doc[token.left_edge.i - 1].text in SETTING_OFF or token.left_edge.i == token.head.i + 1:
                    self.described.setdefault(name_span(token).text, described_as(token.head))
            elif token.dep_ == "attr" and token.pos_ == "NOUN" and token.head.lemma_ == "be":
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
                if subject is not None and subject.pos_ == "PROPN":
                    self.described.setdefault(name_span(subject).text, described_as(token))

    def settle(self, title_words: frozenset[str], lead_words: frozenset[str]) -> None:
        """After the last paragraph: decide which full name each surname stands for."""
        self.title_words = title_words
        self.lead_words = lead_words
        for sentence in self.sentences:
            for token in sentence.span:
                if token.pos_ == "NOUN":
                    place = token.lemma_.lower(), sentence.paragraph.heading
                    self.first_told.setdefault(place, sentence.index)
        named = (form.rsplit(" ", 1)[0] for forms in self.things.values() for form in forms)
        for name in (*self.entities, *named):  # "the Mars Chopper rotorcraft" names the Mars Chopper
            if " " in name and not set(name.lower().split()) & LINKING:
                self.ending_in.setdefault(name.rsplit(" ", 1)[1], set()).add(name)
        self.settle_people()

    def pronoun(self, token: Token, sentence: Sentence) -> Referent | None:
        """What a personal pronoun stands for, None where that is not safe."""
        key = (id(token.doc), token.i)
        if key not in self.known:
            self.known[key] = None  # a chain of pronouns that ends in itself stands for nothing
            self.known[key] = resolve(self, token, sentence)
        return self.known[key]

    def told_before(self, noun: str, sentence: Sentence) -> bool:
        """Whether a sentence before, below the same heading, has a common noun: "the" means that one, most likely."""
        place = noun.lower(), sentence.paragraph.heading
        return self.first_told.get(place, sentence.index) < sentence.index

    def whole_name(self, name: str) -> str:
        """The one longer name that ends in a name of one word ("Rams": "St. Louis Rams"), "" if there is none.

        Names of people and places have rules of their own, and the headline's need no more words.
        """
        if (
            name.lower() in self.title_words
            or name.lower() in self.lowers
            or set(self.entities.get(name, ())) & PLACES
        ):
            return ""
        longer = self.ending_in.get(name, set())
        if len(longer) != 1:
            return ""
        (whole,) = longer
        labels = self.entities.get(whole)
        return "" if labels and labels.most_common(1)[0][0] in PLACES | {"PERSON", "DATE"} else whole

    def fuller(self, noun: str) -> str:
        """The named form of a definite thing ("capsule" → "Crew Dragon capsule"), "" if none stands out."""
        forms = self.things.get(noun.lower())
        if not forms:
            return ""
        ranked = sorted(forms.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1] and ranked[1][0] not in ranked[0][0]:
            return ""
        known = self.title_words | self.lead_words
        if ranked[0][1] < 2 and not any(w.lower() in known for w in ranked[0][0].split()[:-1]):
            return ""  # named once, in passing: "the aircraft" may be another
        longer = [form for form, _ in ranked if form.endswith(ranked[0][0])]
        return max(longer, key=len)
