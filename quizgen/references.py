"""Who and what is meant: full names, glosses, pronouns and definite phrases of one article.

Everything here errs on the side of not knowing: a reference is resolved only where one candidate
fits by number, gender and nearness; else the caller drops its question.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgen.lexicon import (
    MONTHS,
    NAMED_THINGS,
    WEEKDAYS,
    countries,
    first_name,
    is_person_noun,
    noun_class,
    us_states,
)

from quizgen.contradictions import near_names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from quizgen.model import Article, Contradiction, Sentence

HONORIFICS = frozenset("Mr Mrs Ms Miss Mr. Mrs. Ms. Dr Dr. Sir Dame Lord Lady Prof Prof. Professor".split())
#: Abbreviations that a reader of news knows without being told.
HOUSEHOLD = frozenset(
    "NASA UN EU US USA UK BBC CNN NATO FBI CIA WHO UNESCO UNICEF AIDS HIV DNA IBM NBA NFL FIFA UEFA TV GPS CEO AM PM "
    "a.m. p.m. U.S. U.K. U.N. Ph.D. PhD COVID-19 AI IT UTC GMT EST EDT OPEC IMF NHS MP MPs SUV ISS".split()
)
MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
ITS = frozenset("it its itself".split())
THEIRS = frozenset("they them their theirs themselves".split())
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_WORD = re.compile(r"[\w'’.&-]+")
_BRANDED = re.compile(r"^(?!Mc|Mac|De|Di|La|Le|Van|O['’]).*[a-z][A-Z]")
_SKIPPED = frozenset("of the and for on in de la du at to a an".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """What a pronoun or name stands for: words that can take its place, and how sure that is."""

    text: str
    person: bool
    plural: bool = False
    doubt: float = 0.0


@dataclass(slots=True)
class References:
    """What an article's reader knows of the names and things in it."""

    article: Article
    sentences: list[Sentence] = field(default_factory=list)
    title_words: frozenset[str] = frozenset()
    lead_words: frozenset[str] = frozenset()
    full_names: dict[str, str] = field(default_factory=dict)  # surname or first name → full name
    genders: dict[str, str] = field(default_factory=dict)  # full name → male | female | ""
    persons: Counter[str] = field(default_factory=Counter)
    attested: set[str] = field(
        default_factory=set
    )  # persons by more than their label: title, job, first name
    glosses: dict[str, str] = field(default_factory=dict)  # acronym → expansion
    things: dict[str, Counter[str]] = field(default_factory=dict)  # noun → its fuller forms
    entities: dict[str, Counter[str]] = field(default_factory=dict)  # name → labels
    described: dict[str, str] = field(default_factory=dict)  # name → what it is ("cybersecurity firm")
    capitals: set[str] = field(default_factory=set)  # words written with a capital inside a sentence
    nouns: Counter[str] = field(default_factory=Counter)  # how often each common noun occurs
    mentions: dict[str, list[str]] = field(default_factory=dict)  # name → the sentences that have it
    contradictions: tuple[Contradiction, ...] = ()
    known: dict[tuple[int, int], Referent | None] = field(default_factory=dict)  # pronouns settled so far

    # Learning: one pass over the parsed paragraphs ------------------------------------------------

    def learn(self, doc: Doc) -> None:
        """Take in names, glosses and named things of a parsed paragraph."""
        self._learn_glosses(doc.text)
        for ent in doc.ents:
            label = ent.label_
            if label == "PERSON":
                self._learn_person(ent)
                self.mentions.setdefault(bare(ent.text), []).append(" ".join(ent.sent.text.split()))
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
                self.entities.setdefault(bare(ent.text), Counter())[label] += 1
        for token in doc:
            if token.is_title and not token.is_sent_start:
                self.capitals.add(token.text)
            if token.pos_ == "NOUN":
                self.nouns[token.lemma_.lower()] += 1
            if token.dep_ == "compound" and token.pos_ == "PROPN" and token.head.pos_ == "NOUN":
                head = token.head
                if not is_person_noun(head.lemma_):
                    start = head.i
                    while (
                        start > 0
                        and doc[start - 1].dep_ in {"compound", "nmod"}
                        and doc[start - 1].head.i == head.i
                    ):
                        start -= 1
                    self.things.setdefault(head.lemma_.lower(), Counter())[doc[start : head.i + 1].text] += 1
            elif token.dep_ == "appos" and token.pos_ == "NOUN" and token.head.pos_ == "PROPN":
                self.described.setdefault(name_span(token.head).text, described_as(token))
            elif token.dep_ == "attr" and token.pos_ == "NOUN" and token.head.lemma_ == "be":
                subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
                if subject is not None and subject.pos_ == "PROPN":
                    self.described.setdefault(name_span(subject).text, described_as(token))

    def settle(self, title_doc_words: frozenset[str], lead_words: frozenset[str]) -> None:
        """After the last paragraph: decide which full name each surname stands for."""
        self.title_words = title_doc_words
        self.lead_words = lead_words
        for name in self.persons:
            # a surname that goes on alone is a person's
            if len(self.mentions.get(name.split()[-1], ())) >= 2 and self.entities.get(name, Counter(PERSON=1)).most_common(1)[0][0] == "PERSON":
                self.attested.add(name)
        by_last: dict[str, Counter[str]] = {}
        for name, count in self.persons.items():
            if name not in self.attested and count < 2:
                continue
            by_last.setdefault(name.split()[-1], Counter())[name] += count
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

    def _learn_person(self, ent: Span) -> None:
        words = bare(ent.text).split()
        gender = ""
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
        if any(ch.isdigit() for w in words for ch in w) or words[-1].lower() in NAMED_THINGS:
            return
        if any(_BRANDED.search(w) or w.isupper() and len(w) > 2 for w in words):
            return
        full = " ".join(words)
        self.persons[full] += 1
        if first_name(words[0]) or gender or (before and is_person_noun(before)) or before in HONORIFICS:
            self.attested.add(full)
        known = gender or {"male": "male", "female": "female"}.get(first_name(words[0]), "")
        if known or full not in self.genders:
            self.genders[full] = known or self.genders.get(full, "")

    def _learn_glosses(self, text: str) -> None:
        for found in _ACRONYM.finditer(text):
            long = expansion(found.group(1), text[max(0, found.start() - 160) : found.start()])
            if long := re.sub(r"['’]s$", "", long):
                self.glosses.setdefault(found.group(1), long)

    # Asking ---------------------------------------------------------------------------------------

    def full_name(self, span: Span) -> str:
        """The full form of a person's name as this article gives it, the span's own text if it has none."""
        words = untitled(span)
        if not words:
            return span.text
        if len(words) == 1:
            return self.full_names.get(words[0], words[0])
        text = " ".join(words)
        if text in self.full_names:
            return self.full_names[text]
        return (
            self.full_names.get(words[-1], text)
            if words[-1] in self.full_names and set(words) <= set(self.full_names[words[-1]].split())
            else span.text
        )

    def is_person(self, span: Span) -> bool:
        """Whether a proper name is a person's, by more than the entity label alone."""
        words = untitled(span)
        if not words or words[-1].lower() in NAMED_THINGS or any(ch.isdigit() for w in words for ch in w):
            return False
        if span.text in countries() or span.text in us_states():
            return False
        if span[0].text in HONORIFICS or (len(words) < len(bare(span.text).split()) and is_title_word(span[0].text)):
            return True
        name = " ".join(words)
        if name in self.persons or self.full_names.get(name) in self.persons or name in self.full_names:
            full = name if name in self.persons else self.full_names[name]
            labels = self.entities.get(full, Counter()) + self.entities.get(full.split()[-1], Counter())
            most = labels.most_common(1)
            return full in self.attested or (bool(most) and most[0][0] == "PERSON" and labels["PERSON"] > 1)
        return len(words) >= 2 and bool(first_name(words[0])) and all(t.ent_type_ == "PERSON" for t in span)

    def person_at(self, token: Token) -> str:
        """The full name of the person that a token names, "" if it names none.

        The surname of somebody named in full counts whatever its tag ("Day" is no day then).
        """
        if token.pos_ == "PROPN":
            name = name_span(token)
            return self.full_name(name) if self.is_person(name) else ""
        full = self.full_names.get(token.text, "") if token.is_title else ""
        return full if full in self.attested and full.split()[-1] == token.text else ""

    def pronoun(self, token: Token, sentence: Sentence) -> Referent | None:
        """What a personal pronoun stands for, None where that is not safe."""
        key = (id(token.doc), token.i)
        if key not in self.known:
            self.known[key] = None  # a chain of pronouns that ends in itself stands for nothing
            word = token.lower_
            if word in MALE or word in FEMALE:
                self.known[key] = self._person_before(token, sentence, "male" if word in MALE else "female")
            elif word in ITS:
                self.known[key] = self._thing_before(token, sentence, plural=False)
            elif word in THEIRS:
                self.known[key] = self._source_of(token, sentence) or self._thing_before(token, sentence, plural=True)
        return self.known[key]

    def _source_of(self, token: Token, sentence: Sentence) -> Referent | None:
        """"According to police, they received ...": the source that the sentence opens with."""
        first = sentence.span[0]
        if first.lower_ != "according" or token.head.dep_ != "ROOT":
            return None
        for word in sentence.span[1 : min(len(sentence.span), 12)]:
            if word.dep_ == "pobj" and word.i < token.i and word.head.lower_ == "to":
                return Referent(self._fuller(word), person=True, plural=True, doubt=0.06)
        return None

    def _fits(self, name: str, gender: str) -> bool:
        return self.genders.get(name, "") in {"", gender}

    def _persons_in(self, span: Span, token: Token) -> list[str]:
        """Persons named in a span before a token, but not the subject of the token's own verb."""
        own = {
            t.i
            for subject in token.head.children
            if subject.dep_ in {"nsubj", "nsubjpass"} and subject.i < token.i and token.dep_ != "nsubj"
            for t in [subject, *(c for c in subject.children if c.dep_ in {"compound", "appos"})]
        }
        return list(
            dict.fromkeys(
                self.full_name(ent)
                for ent in span.ents
                if ent.label_ == "PERSON"
                and (ent.doc is not token.doc or ent.end <= token.i)
                and ent.root.i not in own
                and self.is_person(ent)
            )
        )

    def _person_before(self, token: Token, sentence: Sentence, gender: str) -> Referent | None:
        window = self._window(sentence, back=2)
        for place in reversed(window):
            span = place.span
            here = [n for n in self._persons_in(span, token) if self._fits(n, gender)]
            subject = next(
                (t for t in span if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT"), None
            )
            if subject is not None and token.dep_ != "poss" and _objects_verb(token) == subject.head:
                subject = None  # "Zenghelis described her": not herself
            chain = None
            if (
                subject is not None
                and (span.doc is not token.doc or subject.i < token.i)
                and subject.i != token.i
            ):
                if subject.lower_ in (MALE if gender == "male" else FEMALE):
                    chain = self.pronoun(subject, place)
                elif self._fits(self.person_at(subject) or "?", gender) and self.person_at(subject):
                    chain = Referent(self.person_at(subject), person=True, doubt=0.05)
            if chain is not None and (
                not here or here == [chain.text] or span.doc is not token.doc or subject.i < token.i
            ):  # type: ignore[union-attr]
                others = [n for n in here if n != chain.text and self.genders.get(n, "") == gender]
                return (
                    None
                    if others and place is sentence
                    else Referent(chain.text, person=True, doubt=chain.doubt + 0.03 * len(here))
                )
            if len(here) == 1:
                return Referent(here[0], person=True, doubt=0.06 if " " in here[0] else 0.2)
            if here:
                return None
        lead = self.persons.most_common(2)
        if (
            lead
            and lead[0][0].split()[-1].lower() in self.title_words
            and (len(lead) == 1 or lead[0][1] > lead[1][1])
            and self._fits(lead[0][0], gender)
        ):
            return Referent(lead[0][0], person=True, doubt=0.12)
        return None

    def _thing_before(self, token: Token, sentence: Sentence, *, plural: bool) -> Referent | None:
        """The subject of the sentence (or clause) just before, if one alone fits: subjects tend to go on."""
        for place in reversed(self._window(sentence, back=1)):
            span = place.span
            inside = span.doc is token.doc and span.start <= token.i < span.end
            subjects = [
                t
                for t in span
                if t.dep_ in {"nsubj", "nsubjpass"}
                and (t.head.dep_ in {"ROOT", "conj"} or (inside and t.head.dep_ == "advcl"))
                and (not inside or t.head.i < token.i)
                and t.head != token.head
            ]
            if not subjects:
                if inside:
                    continue
                return None
            found = [r for t in subjects if (r := self._thing(t, place, plural=plural)) is not None]
            if inside and not found:
                continue
            texts = {r.text for r in found}
            if len(texts) != 1:
                return None
            return replace(found[0], doubt=0.07) if inside else found[0]
        return None

    def _thing(self, head: Token, place: Sentence, *, plural: bool) -> Referent | None:
        """A subject as what "it" or "they" may stand for, None if it does not fit."""
        if head.pos_ == "PRON":
            if head.lower_ not in (THEIRS if plural else ITS):
                return None
            before = self.pronoun(head, place)
            return None if before is None else Referent(before.text, before.person, plural, before.doubt + 0.05)
        is_plural = head.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in head.children)
        person = is_person_noun(head.lemma_) or bool(self.person_at(head))
        if plural and noun_class(head.lemma_) == "group":
            is_plural = True
        if plural != is_plural or (not plural and person):
            return None
        text = self._fuller(head)
        if len(text.split()) > 9 or not self._stands(head):
            return None
        if head.i == head.left_edge.i + 1 and head.doc[head.left_edge.i].lower_ == "the" and head.tag_ == "NN":
            text = f"the {self.fuller(head.lemma_) or head.text}"
        lowered = head.doc[head.left_edge.i].pos_ == "DET"
        return Referent(text[:1].lower() + text[1:] if lowered else text, person, is_plural, 0.16)

    def _stands(self, head: Token) -> bool:
        """Whether a noun phrase can be said without the sentence before it."""
        if head.pos_ == "PROPN":
            return True
        words = [c for c in head.children if c.i < head.i]
        if any(
            c.tag_ == "PRP$"
            or c.lower_ in {"this", "that", "these", "those", "such", "another", "other", "some", "one"}
            for c in words
        ):
            return False
        named = any(c.pos_ == "PROPN" for c in words) or any(
            c.dep_ in {"prep", "relcl", "acl"} for c in head.children
        )
        lemma = head.lemma_.lower()
        return named or lemma in self.title_words or self.nouns[lemma] >= 2 or bool(self.fuller(lemma))

    def _fuller(self, head: Token) -> str:
        words = phrase_tokens(head)
        return "".join(t.text_with_ws for t in words).strip()

    def _window(self, sentence: Sentence, back: int) -> list[Sentence]:
        start = max(0, sentence.index - back)
        return [
            s
            for s in self.sentences[start : sentence.index + 1]
            if s.paragraph is sentence.paragraph or s is sentence
        ]

    def fuller(self, noun: str) -> str:
        """The named form of a definite thing ("capsule" → "Crew Dragon capsule"), "" if none stands out."""
        forms = self.things.get(noun.lower())
        if not forms:
            return ""
        ranked = sorted(forms.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))
        if len(ranked) > 1 and ranked[0][1] == ranked[1][1] and ranked[1][0] not in ranked[0][0]:
            return ""
        longer = [form for form, _ in ranked if form.endswith(ranked[0][0])]
        return max(longer, key=len)


def _objects_verb(token: Token) -> Token | None:
    """The verb whose object a pronoun is, directly or behind a preposition."""
    if token.dep_ in {"dobj", "dative"}:
        return token.head
    return token.head.head if token.dep_ == "pobj" else None


def bare(name: str) -> str:
    """A name without article and possessive."""
    name = re.sub(r"^(the|The)\s+", "", name)
    return re.sub(r"['’]s$", "", name).strip()


def untitled(span: Span) -> list[str]:
    """The words of a name without the titles and jobs before it ("NASA Administrator Bill Nelson")."""
    words = bare(span.text).split()
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
        and word.lower() not in {"day", "young"}
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
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].dep_ in {"compound", "nmod"}
        and doc[start - 1].head.i in range(start, head.i + 1)
    ):
        start -= 1
    while (
        end + 1 < len(doc)
        and doc[end + 1].pos_ in {"PROPN", "NUM"}
        and doc[end + 1].ent_iob_ == "I"
        and doc[end].ent_type_
    ):
        end += 1
    return doc[start : end + 1]


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


def expansion(acronym: str, before: str) -> str:
    """The words that an acronym in brackets stands for, "" if the letters do not bear it out.

    Schwartz and Hearst's rule ("A simple algorithm for identifying abbreviation definitions in
    biomedical text", 2003): match the letters from the right, the first one at a word's beginning,
    within min(|A| + 5, 2|A|) words; small words may stand between.
    """
    letters = [c.lower() for c in acronym if c.isalnum()]
    if len(letters) < 2 or sum(c.isupper() for c in acronym) < 2:
        return ""
    if letters[-1] == "s" and acronym.endswith("s"):
        letters = letters[:-1]
    tail = re.split(r"[.;:!?()\[\]\"“”]\s", before)[-1].rstrip()
    words = list(_WORD.finditer(tail))[-min(len(letters) + 5, len(letters) * 2) :]
    if not words:
        return ""
    text = tail[words[0].start() :]
    place = len(text) - 1
    for index in range(len(letters) - 1, -1, -1):
        letter = letters[index]
        while place >= 0 and (
            text[place].lower() != letter or (index == 0 and place > 0 and (text[place - 1].isalnum()))
        ):
            place -= 1
        if place < 0:
            return ""
        place -= 1
    start = place + 1
    long = text[start:].strip(" ,-–—")
    content = [w for w in _WORD.findall(long) if w.lower() not in _SKIPPED]
    if not 2 <= len(content) <= len(letters) + 2 and not (len(content) == 1 and len(letters) <= 3):
        return ""
    return long if len(long) > len(acronym) + 2 else ""


def is_month_or_day(word: str) -> bool:
    """Whether a word is the name of a month or a day of the week."""
    return word in MONTHS or word in WEEKDAYS


def place_class(name: str) -> str:
    """ "country", "state" or "" for the name of a place."""
    plain = bare(name)
    if plain in countries():
        return "country"
    if plain in us_states():
        return "state"
    return ""


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
    return NAMED_THINGS.get(words[-1], "") if words else ""


def kind_of_noun(lemma: str) -> str:
    """The WordNet class of a noun, for those that do not import the lexicon."""
    return noun_class(lemma)
