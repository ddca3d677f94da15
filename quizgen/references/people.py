"""The people of one article: who is one, under which full name, and of which gender."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.contradictions import near_names
from quizgen.lexicon import NAMED_THINGS, countries, first_name, is_person_noun, us_states
from quizgen.references.names import HONORIFICS, bare, is_title_word, name_span, untitled

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.model import Article, Contradiction, Sentence

#: Pronouns of a man, and of a woman.
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
_BRANDED = re.compile(r"^(?!Mc|Mac|De|Di|La|Le|Van|O['’]).*[a-z][A-Z]")


def _names_thing(words: Sequence[str]) -> bool:
    """Whether a name is a thing's by its words ("Space Shuttle Challenger"); the first may be anything."""
    return any(w.lower() in NAMED_THINGS for w in (*words[1:-1], words[-1]))


@dataclass(slots=True)
class People:
    """Who is named in an article.

    Attributes:
        full_names: surname, first name or other spelling → the full name it stands for.
        genders: full name → "male", "female", or "" if nothing tells.
        persons: how often each full name occurs.
        attested: those who are persons by more than their label: a title, a job, a known first name.
        entities: name → how often it got which entity label.
        mentions: name of a person → the sentences that have it.
        contradictions: two spellings of one name.
    """

    article: Article
    sentences: list[Sentence] = field(default_factory=list)
    full_names: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    persons: Counter[str] = field(default_factory=Counter)
    attested: set[str] = field(default_factory=set)
    entities: dict[str, Counter[str]] = field(default_factory=dict)
    mentions: dict[str, list[str]] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()

    def learn_person(self, ent: Span, gender: str = "") -> None:
        """Take in the full name that a person's name gives, if it is one, and the `gender` if something told it."""
        words = bare(ent.text).split()
        before = ent.doc[ent.start - 1].text if ent.start else ""
        for title in (before, words[0] if words else ""):
            if title.rstrip(".") in {"Mr", "Sir", "Lord"}:
                gender = "male"
            elif title.rstrip(".") in {"Ms", "Mrs", "Miss", "Dame", "Lady"}:
                gender = "female"
        words = untitled(ent)
        if (
            len(words) < 2
            or len(words) > 4
            or not all(w[:1].isupper() or w in {"de", "van", "von", "bin", "al", "der", "la"} for w in words)
        ):
            return
        if any(ch.isdigit() for w in words for ch in w) or _names_thing(words):
            return
        if any(_BRANDED.search(w) or (w.isupper() and len(w) > 2) for w in words):
            return
        full = " ".join(words)
        self.persons[full] += 1
        if first_name(words[0]) or gender or (before and is_person_noun(before)) or before in HONORIFICS:
            self.attested.add(full)
        known = gender or {"male": "male", "female": "female"}.get(first_name(words[0]), "")
        if known or full not in self.genders:
            self.genders[full] = known or self.genders.get(full, "")

    def settle_people(self) -> None:
        """After the last paragraph: decide which full name each surname stands for."""
        for name in self.persons:
            # a surname that goes on alone is a person's
            if (
                len(self.mentions.get(name.split()[-1], ())) >= 2
                and self.entities.get(name, Counter(PERSON=1)).most_common(1)[0][0] == "PERSON"
            ):
                self.attested.add(name)
        by_last: dict[str, Counter[str]] = {}
        for name, count in self.persons.items():
            if name not in self.attested and count < 2:
                continue
            by_last.setdefault(name.split()[-1], Counter())[name] += count
            if name in self.attested:
                by_last.setdefault(name.split()[0], Counter())[name] += count
        for part, names in by_last.items():
            longest = sorted(names, key=lambda n: (-len(n.split()), n))
            best = longest[0]
            if all(set(other.split()) <= set(best.split()) for other in longest):
                self.full_names[part] = best
            elif len(names) == 2 and (owner := self._first_owner(part, list(names))):
                self.full_names[part] = owner
        self._settle_title()
        self._settle_spellings()

    def _first_owner(self, surname: str, names: list[str]) -> str:
        """Of two people with one surname, the one whom the bare surname stood for before the other came up."""
        order = list(self.mentions)
        if surname not in order or not all(name in order for name in names):
            return ""
        one, other = sorted(names, key=order.index)
        return one if order.index(one) < order.index(surname) < order.index(other) else ""

    def _settle_title(self) -> None:
        """An article that is headed by a name and goes on with "she" is about a person of that name."""
        words = self.article.title.split()
        if not 2 <= len(words) <= 3 or not all(w[:1].isupper() and w.isalpha() for w in words):
            return
        said = Counter(t.lower_ for s in self.sentences for t in s.span if t.lower_ in MALE | FEMALE)
        male, female = sum(said[w] for w in MALE), sum(said[w] for w in FEMALE)
        if max(male, female) >= 3 and max(male, female) > 2 * min(male, female):
            self.full_names[words[-1]] = self.article.title
            self.attested.add(self.article.title)
            self.persons[self.article.title] += max(male, female)
            self.genders[self.article.title] = "male" if male > female else "female"

    def _settle_spellings(self) -> None:
        """Of two spellings of one name the better attested one is used throughout."""
        people = {
            name: quotes
            for name, quotes in self.mentions.items()
            if name in self.attested or name.split()[0] in HONORIFICS or len(name.split()) == 1
        }
        self.contradictions = tuple(near_names(people))
        for pair in self.contradictions:
            for part in (pair.other, pair.other.split()[-1]):
                self.full_names[part] = pair.asked
            self.attested.add(pair.asked)

    def full_name(self, span: Span) -> str:
        """The full form of a person's name as this article gives it, else the name without titles."""
        words = untitled(span)
        if not words:
            return span.text
        if len(words) == 1:
            return self.full_names.get(words[0], words[0])
        text = " ".join(words)
        if text in self.full_names:
            return self.full_names[text]
        full = self.full_names.get(words[-1], "").split()
        with_middle_name = full[:1] == words[:1] and full[-1:] == words[-1:] and set(full) <= set(words)
        return (
            " ".join(full)
            if full and (with_middle_name or set(words) <= set(full))
            else text
            if self.is_person(span)
            else span.text
        )

    def is_person(self, span: Span) -> bool:
        """Whether a proper name is a person's, by more than the entity label alone."""
        words = untitled(span)
        if not words or _names_thing(words) or any(ch.isdigit() for w in words for ch in w):
            return False
        if span.text in countries() or span.text in us_states():
            return False
        titled = len(words) < len(bare(span.text).split()) and is_title_word(span[0].text)
        if span[0].text in HONORIFICS or (titled and not self._is_body(bare(span.text))):
            return True
        name = " ".join(words)
        if name in self.persons or self.full_names.get(name) in self.persons or name in self.full_names:
            full = name if name in self.persons else self.full_names[name]
            labels = self.entities.get(full, Counter()) + self.entities.get(full.split()[-1], Counter())
            most = labels.most_common(1)
            return full in self.attested or (bool(most) and most[0][0] == "PERSON" and labels["PERSON"] > 1)
        return len(words) >= 2 and bool(first_name(words[0])) and all(t.ent_type_ == "PERSON" for t in span)

    def _is_body(self, name: str) -> bool:
        """Whether a name is mostly a body's ("Northrop Grumman", though there was a Northrop)."""
        labels = self.entities.get(name)
        return labels is not None and labels.most_common(1)[0][0] == "ORG"

    def person_at(self, token: Token) -> str:
        """The full name of the person that a token names, "" if it names none.

        The surname of somebody named in full counts whatever its tag ("Day" is no day then).
        """
        if token.pos_ == "PROPN":
            name = name_span(token)
            return self.full_name(name) if self.is_person(name) else ""
        full = self.full_names.get(token.text, "") if token.is_title else ""
        return full if full in self.attested and full.split()[-1] == token.text else ""
