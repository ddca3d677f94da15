"""The question and its accepted answers, taken apart once and remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quizgen.grading.amounts import amount
from quizgen.grading.cleaning import clean, fold, spellings, squash
from quizgen.grading.dates import Clock, Day, is_clock, is_date
from quizgen.grading.lexicon import COUNTRIES
from quizgen.grading.lists import parts
from quizgen.grading.names import Person, asks_person, person
from quizgen.grading.phrases import content, phrase
from quizgen.grading.polarity import contest, yes_or_no
from quizgen.grading.quantities import Quantity
from quizgen.grading.words import stem

_SCORE = re.compile(
    r"\b(?:score|scoreline|result|ratio|odds|votes?|win|won|lose|lost|beat|game|match|final)\b"
)
_HOW_MUCH = re.compile(r"\bhow (?:long|many|much|far)\b")
_CLOCK = re.compile(r":|\d ?[ap]\.?m\b|o'?clock|noon|midnight|midday")


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the coverage around it.

    Attributes:
        folded: the question, folded.
        words: its content words and their stems, and "where" if it asks that.
        person: it asks for a person.
        people: the other names in the coverage that may be persons'.
        others: the content words of each other name.
        names: the other names, squashed.
    """

    folded: str
    words: frozenset[str]
    person: bool
    people: tuple[Person, ...]
    others: tuple[frozenset[str], ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Key:
    """An accepted answer: its text (cleaned) and what kind of answer it is, one field set at most."""

    given: str
    text: str
    yes: bool | None = None
    clock: Clock | None = None
    day: Day | None = None
    quantity: Quantity | None = None
    contest: tuple[str, str] | None = None
    parts: tuple[str, ...] = ()
    person: Person | None = None

    @property
    def folded(self) -> str:
        """The text without case and accents."""
        return fold(self.text)


@lru_cache(maxsize=512)
def question_of(prompt: str, others: tuple[str, ...]) -> Question:
    """The question of a prompt and the other names in its coverage."""
    folded = fold(clean(prompt))
    words = set(content(folded))
    cleaned = [clean(other) for other in others]
    return Question(
        folded=folded,
        words=frozenset(
            words | {stem(word) for word in words} | ({"where"} if "where" in folded.split() else set())
        ),
        person=asks_person(folded),
        people=tuple(found for name in cleaned if (found := person(name))),
        others=tuple(frozenset(content(fold(name))) for name in cleaned),
        names=frozenset(squash(fold(name)) for name in cleaned),
    )


@lru_cache(maxsize=4096)
def exactly(text: str) -> frozenset[str]:
    """What a text must be squashed to in order to be this answer exactly."""
    return frozenset(squash(spelling) for spelling in spellings(clean(text)))


@lru_cache(maxsize=4096)
def key_of(given: str, question: Question) -> Key:
    """An accepted answer as the question makes one read it."""
    text = clean(given)
    folded = fold(text)
    asks_yes = re.match(
        r"(?:was|were|is|are|did|does|do|has|have|had|can|could|will|would|should)\b", question.folded
    )
    if asks_yes and (yes := yes_or_no(folded)) is not None:
        return Key(given, text, yes=yes)
    said = re.match(r"(?:yes|no)(?:[,.;:!]|$)", folded) or folded in ("true", "false")
    if said and (yes := yes_or_no(folded)) is not None:
        return Key(given, text, yes=yes)
    if re.fullmatch(r"\d+:\d+", folded) and _SCORE.search(question.folded):
        return Key(given, text, quantity=amount(folded.replace(":", "-"), question.folded))
    if not _HOW_MUCH.search(question.folded):
        clock = is_clock(folded) if _CLOCK.search(folded) else None
        if clock:
            return Key(given, text, clock=clock)
        day = is_date(folded)
        number = re.fullmatch(r"\d{1,4}(?:[./]\d+)?", folded)
        if day and (day.year is not None or not number):
            return Key(given, text, day=day)
    quantity = amount(folded, question.folded)
    if quantity:
        return Key(given, text, quantity=quantity)
    someone = person(text) if question.person and not phrase(text).acronym else None
    if someone:
        return Key(given, text, person=someone)
    clause = contest(folded) if question.folded.startswith(("who", "which", "what")) else None
    if clause and all(clause):
        return Key(given, text, contest=clause)
    pieces = parts(text)
    where = "where" in question.words or fold(pieces[-1]) in COUNTRIES
    one_place = "," in text and len(pieces) <= (3 if where else 2) and not re.search(r"\band\b|[;&]", text)
    return Key(given, text, parts=pieces if len(pieces) > 1 and not one_place else ())
