"""What stands on a worksheet, before it is a page, a PDF or a Word file.

A `Sheet` has one or more `Version`s (A, B, C ...) of the same questions; a version has `Part`s (a run
of questions answered in the same way), a part has `Item`s.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quizgen.errors import ExportError
from quizgen.exporters._sheet_chance import balanced, short_id, shuffled
from quizgen.exporters._sheet_forms import (
    LETTERS,
    Form,
    Style,
    by_form,
    falsehood,
    oldest_first,
    right_answers,
    wrong_answers,
)
from quizgen.model import Question, Quiz, Source

Which = Literal["both", "student", "key"]


# Handwriting takes about 4.5 mm a letter: 38 on a line of 170 mm.
LINE = 38
LINES_AT_MOST = 8  # with a long question they still fit on one page in large print


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from; in a bank, `owner` is the id of the question it answers."""

    letter: str
    text: str
    right: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A question as it stands on one version.

    Attributes:
        number: from 1, through all parts of the version.
        text: what the student reads: prompt, statement, or sentence with a gap.
        answer: what the key says, in the sheet's words.
        letter: the letter to choose, "" where nothing is chosen.
        options: in the order of this version.
        room: "short", "medium" or "long": how much of a line the answer needs.
        lines: how many lines it needs.
        source: number of its source in the list, 0 if it has none.
    """

    number: int
    form: Form
    question: Question
    text: str
    answer: str
    points: int
    letter: str = ""
    options: tuple[Option, ...] = ()
    room: Literal["short", "medium", "long"] = "long"
    lines: int = 1
    source: int = 0

    @property
    def narrow(self) -> bool:
        """Whether the options are short enough to stand in two columns."""
        return all(len(option.text) <= 32 for option in self.options)


@dataclass(frozen=True, slots=True)
class Part:
    """Questions answered in the same way; `bank` is what to choose from in all of them."""

    form: Form
    items: tuple[Item, ...]
    bank: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One arrangement of the sheet: its letter ("" if there is only one), its id, its parts."""

    letter: str
    id: str
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All its questions, as numbered."""
        return tuple(item for part in self.parts for item in part.items)

    @property
    def total(self) -> int:
        """The points to be had."""
        return sum(item.points for item in self.items)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: title, sources as numbered, versions."""

    title: str
    sources: tuple[Source, ...]
    versions: tuple[Version, ...]

    def table(self) -> list[tuple[Question, list[Item]]]:
        """Which question of each version is which: by the first version's numbers."""
        places = [{item.question.id: item for item in version.items} for version in self.versions]
        return [
            (item.question, [place[item.question.id] for place in places]) for item in self.versions[0].items
        ]


def lay_out(
    quizzes: Sequence[Quiz],
    *,
    questions: int | None = None,
    kinds: Sequence[str] = (),
    style: Style = "open",
    points: int | None = None,
    title: str | None = None,
    versions: int = 1,
    seed: int = 0,
    bank: bool = True,
) -> Sheet:
    """Choose the questions, give each its form, and arrange them for each version.

    Args:
        questions: at most so many, the first of the quiz; None for all.
        kinds: only these kinds; none for all.
        points: for every question instead of its own.
        bank: give the words that fill the gaps in a list to choose from.

    Raises:
        ExportError: nothing is left to ask, or a number makes no sense.
    """
    if questions is not None and questions < 1:
        raise ExportError(f"A sheet of {questions} questions can't be made: ask for 1 or more.")
    if not 1 <= versions <= len(LETTERS):
        raise ExportError(f"{versions} versions can't be lettered: ask for 1 to {len(LETTERS)}.")
    if points is not None and points < 0:
        raise ExportError(f"A question can't be worth {points} points: give 0 or more.")
    chosen = _chosen(quizzes, kinds)[:questions]
    sources = _sources(quizzes, chosen)
    head = plain(title) if title else _title(quizzes)
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    told = {head.casefold(), *(source.title.casefold() for source in sources)}
    chosen = [replace(q, context="") if q.context.casefold() in told else q for q in chosen]
    parts = by_form(chosen, style, seed)
    mark = short_id(seed, [question.id for question in chosen])
    letters = list(LETTERS[:versions]) if versions > 1 else [""]
    arranged = tuple(
        Version(
            letter,
            f"{mark}-{letter}" if letter else mark,
            _arranged(parts, letter, seed, points, numbers, bank),
        )
        for letter in letters
    )
    return Sheet(head, sources, arranged)


def plain(text: str) -> str:
    """Text as a page can hold it: composed, on one line, without what a parser refuses or what changes other text."""
    composed = unicodedata.normalize("NFC", text)
    kept = (" " if c in "\t\n\r\x0b\x0c\x85\u2028\u2029" else c for c in composed if _stands(c))
    return re.sub(" {2,}", " ", "".join(kept)).strip()


# Embeddings, overrides and isolates of the bidirectional algorithm: they turn round what follows.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _stands(c: str) -> bool:
    if c < "\x7f":
        return c >= " " or c in "\t\n\r\x0b\x0c"
    return c == "\x85" or (unicodedata.category(c) not in ("Cc", "Cs", "Cn") and c not in TURNING)


def _plain_question(question: Question) -> Question:
    return replace(
        question,
        prompt=plain(question.prompt),
        answer=plain(question.answer),
        accepted=tuple(map(plain, question.accepted)),
        distractors=tuple(map(plain, question.distractors)),
        cloze=plain(question.cloze),
        context=plain(question.context),
        evidence=replace(question.evidence, quote=plain(question.evidence.quote)),
    )


def _plain_source(source: Source) -> Source:
    return replace(
        source,
        title=plain(source.title),
        name=plain(source.name),
        url=plain(source.url),
        publisher=plain(source.publisher),
        author=plain(source.author),
        published=plain(source.published),
    )


def _chosen(quizzes: Sequence[Quiz], kinds: Sequence[str]) -> list[Question]:
    asked = {question.id: _plain_question(question) for quiz in quizzes for question in quiz.asked}
    if not asked:
        raise ExportError(
            "The quiz has no question to ask: build it from coverage, or add questions of your own."
        )
    chosen = [question for question in asked.values() if not kinds or question.kind in kinds]
    if not chosen:
        there = ", ".join(sorted({question.kind for question in asked.values()}))
        raise ExportError(f"The quiz has no question of the kind {' or '.join(kinds)}: it has {there}.")
    return chosen


def _sources(quizzes: Sequence[Quiz], chosen: Iterable[Question]) -> tuple[Source, ...]:
    cited = {question.source for question in chosen}
    found = {
        source.id: _plain_source(source) for quiz in quizzes for source in quiz.sources if source.id in cited
    }
    return tuple(found.values())


def _title(quizzes: Sequence[Quiz]) -> str:
    titles = list(dict.fromkeys(plain(quiz.title) for quiz in quizzes if quiz.title.strip()))
    return " · ".join(titles[:3]) + (" …" if len(titles) > 3 else "") or "Quiz"


# --- one version ---------------------------------------------------------------------------------


def _arranged(
    parts: Sequence[tuple[Form, list[Question]]],
    letter: str,
    seed: int,
    points: int | None,
    numbers: dict[str, int],
    bank: bool,
) -> tuple[Part, ...]:
    arranged = []
    number = 0
    places = _places(parts, letter, seed)
    for form, questions in parts:
        # The only version keeps the teacher's order.
        ordered = shuffled(questions, _id, seed, "order", letter) if letter else questions
        words = _bank(form, questions, letter, seed) if form == "match" or (form == "gap" and bank) else ()
        items = []
        for question in ordered:
            number += 1
            items.append(
                _item(
                    number,
                    form,
                    question,
                    place=places.get(question.id, 0),
                    bank=words,
                    letter=letter,
                    seed=seed,
                    points=question.points if points is None else points,
                    source=numbers.get(question.source, 0),
                )
            )
        arranged.append(Part(form, tuple(items), words))
    return tuple(arranged)


def _id(question: Question) -> str:
    return question.id


def _places(parts: Sequence[tuple[Form, list[Question]]], letter: str, seed: int) -> dict[str, int]:
    """Where the right option stands: by age, so that a question added later moves none of the others."""
    places: dict[str, int] = {}
    for form, questions in parts:
        if form not in ("choice", "truth"):
            continue
        by_age = oldest_first(questions)
        names = [question.id for question in by_age]
        sizes = [2 if form == "truth" else len(wrong_answers(question)) + 1 for question in by_age]
        # True stays true in all versions: the statement itself is not shuffled.
        key = ("place", letter) if form == "choice" else ("truth",)
        places.update(zip(names, balanced(names, sizes, seed, *key), strict=True))
    return places


def _bank(form: Form, questions: Sequence[Question], letter: str, seed: int) -> tuple[Option, ...]:
    """The answers of all the questions and, to leave no last one over, one that fits none."""
    owners = {question.id: question.answer for question in questions}
    right = set().union(*(right_answers(question) for question in questions))
    spare = [
        text for question in questions for text in wrong_answers(question) if text.casefold() not in right
    ]
    entries = [(text, owner) for owner, text in owners.items()]
    if form == "gap":
        entries = [(text, "") for text in dict.fromkeys(owners.values())]
    entries += [(text, "") for text in shuffled(spare, str, seed, "spare")[:1]]
    mixed = shuffled(entries, "\x1f".join, seed, "bank", letter)
    return tuple(Option(LETTERS[i], text, owner=owner) for i, (text, owner) in enumerate(mixed))


def _item(
    number: int,
    form: Form,
    question: Question,
    *,
    place: int,
    bank: Sequence[Option],
    letter: str,
    seed: int,
    points: int,
    source: int,
) -> Item:
    answer = question.answer
    text, chosen = question.prompt, ""
    options: tuple[Option, ...] = ()
    if form == "choice":
        texts = shuffled(wrong_answers(question), str, seed, "options", letter, question.id)
        texts.insert(place, answer)
        options = tuple(Option(LETTERS[i], text, i == place) for i, text in enumerate(texts))
        chosen = LETTERS[place]
    elif form == "truth":
        text = question.evidence.quote if place == 0 else falsehood(question, seed)
        options = (Option("true", "", place == 0), Option("false", "", place == 1))
        chosen = options[place].letter
    elif form == "match":
        chosen = next(option.letter for option in bank if option.owner == question.id)
    elif form == "gap":
        text = question.cloze
    longest = max(len(answer), 1)
    return Item(
        number=number,
        form=form,
        question=question,
        text=text,
        answer=answer,
        points=points,
        letter=chosen,
        options=options,
        room="short" if longest <= 10 else "medium" if longest <= 22 else "long",
        lines=min(-(-longest // LINE), LINES_AT_MOST),
        source=source,
    )
