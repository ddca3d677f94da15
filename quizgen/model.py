"""The types a quiz is made of, in the order in which they come to be.

Article → Sentence → Fact → Question → Quiz.  All are frozen; only `Sentence` holds spaCy objects,
so that exporting, playing and marking need no language model.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Span

    from quizgen.references import References

Role = Literal["text", "heading", "point", "foreign", "aside"]
Status = Literal["new", "kept", "edited", "added", "dropped"]
Difficulty = Literal["easy", "medium", "hard"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where questions come from, as a citation gives it.

    `id` is a slug that is stable for the same document (file stem, or host and path of an address);
    `name` is what a person calls it (the file's name or the address); `published` is ISO 8601; `given`
    names the fields that a person set, which another build leaves alone.
    """

    id: str
    title: str
    name: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article as a reader sees it: repaired, on one line.

    Attributes:
        text: the paragraph, with spacing, encoding and glued words repaired.
        heading: the nearest heading above it, "" if there is none.
        role: "text" for prose, "heading" for a title or headline, "point" for a key point or list
            item, "foreign" for words in another language, which are coverage but not read, "aside" for what
            is no coverage (byline, caption, credit, dateline, boilerplate).
        anchors: pairs (offset in `text`, offset in the original), ascending in both; between two
            anchors characters stand one to one.
        end: offset in the original just behind the paragraph.
    """

    text: str
    heading: str = ""
    role: Role = "text"
    anchors: tuple[tuple[int, int], ...] = ((0, 0),)
    end: int = 0

    def place(self, offset: int) -> int:
        """The place in the original, in characters, of a character of `text`."""
        index = max(bisect_right(self.anchors, offset, key=lambda pair: pair[0]) - 1, 0)
        here, there = self.anchors[index]
        limit = self.anchors[index + 1][1] if index + 1 < len(self.anchors) else self.end
        return min(there + max(offset - here, 0), max(limit, there))


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of coverage in reading order.

    `source` is the stable slug and `name` what a person calls the document (see `Source`);
    `changed` is when the document last changed, ISO 8601 in UTC, "" if that is unknown.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    source: str = "article"
    name: str = ""
    url: str = ""
    published: date | None = None
    author: str = ""
    publisher: str = ""
    changed: str = ""

    def cite(self) -> Source:
        """The citation that goes into the quiz file."""
        return Source(
            id=self.source,
            title=self.title,
            name=self.name,
            url=self.url,
            publisher=self.publisher,
            author=self.author,
            published=self.published.isoformat() if self.published else "",
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove an answer: the quote, and its place in characters of the original.

    `paragraph` is the text around it as a reader sees it, "" if that is unknown or the quote itself.
    """

    quote: str
    start: int = 0
    end: int = 0
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence of an article, with what a reader knows when reaching it.

    The only type that holds spaCy.  `index` counts sentences of the article from 0.
    """

    span: Span
    paragraph: Paragraph
    article: Article
    index: int
    offset: int  # of the span's document inside paragraph.text
    references: References


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a sentence states, ready to be asked: plain text from here on.

    Attributes:
        kind: the extractor's name.
        answer: word for word from the sentence.
        slots: what the wording of this kind may use.
        evidence: the sentence and its place.
        rule: which rule of the extractor found it.
        doubt: 0 for what the sentence says outright, more for each inference on the way.
        refused: why the fact can't be asked, "" if it can; kept for `ask --why`.
    """

    kind: str
    answer: str
    slots: Mapping[str, str]
    evidence: Evidence
    rule: str = ""
    doubt: float = 0.0
    refused: str = ""


def question_id(source: str, kind: str, quote: str, answer: str) -> str:
    """The identity of a fact: the same for the same words, however they are spaced or asked.

    Minted once, when a question first comes to be; afterwards the quiz file remembers it.
    """
    words = "\0".join(" ".join(part.split()).casefold() for part in (source, kind, quote, answer))
    return "q" + sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a quiz.

    Attributes:
        id: identity of the fact, never of its wording; minted once, then kept in the quiz file.
        accepted: other right answers; distractors: three wrong ones of the same kind, or none.
        cloze: the evidence with the answer replaced by "____", "" where that is impossible.
        source: id of the `Source` in the quiz.
        quality: 0 to 1, how sure we are that it is worth asking.
        status: what the teacher decided; "new" while undecided, "added" for a question of her own.
        vanished: the sentence is no longer in the coverage.
        created, modified: ISO 8601 in UTC, to the second ("2026-11-22T08:00:00Z").
    """

    id: str
    kind: str
    prompt: str
    answer: str
    evidence: Evidence
    accepted: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    cloze: str = ""
    source: str = ""
    difficulty: Difficulty = "medium"
    difficulty_reason: str = ""
    quality: float = 0.5
    points: int = 1
    context: str = ""
    status: Status = "new"
    vanished: bool = False
    created: str = ""
    modified: str = ""

    @property
    def retired(self) -> bool:
        """Not asked any more: dropped by the teacher, or vanished before she decided on it."""
        return self.status == "dropped" or (self.vanished and self.status == "new")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of the coverage that do not agree.

    `asked` is the value that questions use, `other` the one they do not; `spelling` tells that both
    name the same thing, so that the other counts as right.
    """

    asked: str
    other: str
    quotes: tuple[str, ...] = ()
    spelling: bool = False


@dataclass(frozen=True, slots=True)
class Quiz:
    """Questions, best first, with the sources they come from."""

    title: str
    questions: tuple[Question, ...]
    sources: tuple[Source, ...] = ()
    contradictions: tuple[Contradiction, ...] = field(default=())

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are put to a student: all but the retired ones."""
        return tuple(q for q in self.questions if not q.retired)

    def source(self, question: Question) -> Source | None:
        """The source a question cites."""
        return next((s for s in self.sources if s.id == question.source), None)
