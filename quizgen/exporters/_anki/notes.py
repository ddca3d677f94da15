"""Question → note: its fields, its identity, its times, its place among the new cards."""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Literal

import genanki

from quizgen.errors import ExportError
from quizgen.exporters._anki import decks, notetypes, text
from quizgen.model import Question, Quiz, Source
from quizgen.rendering import render

Cards = Literal["qa", "cloze", "both"]
Typing = Literal["auto", "always", "never"]

ROOT_TAG = "quizgen"
_TYPED_WORDS = 4
_TYPED_CHARACTERS = 40
# Typing is compared letter by letter, so what can be written in two ways is not asked to be typed:
# brackets, lists, thousands separators, abbreviations, alternatives, a number that begins with "a".
_TWO_WAYS = re.compile(r"[()\[\]{}/;,|±≈~]")
_ABBREVIATION = re.compile(r"\.(?!\d)")
_VAGUE = frozenset({"a", "an", "about", "around", "some"})
# Typographic signs that no keyboard has → what a student types.
_KEYBOARD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """How notes are to be made; see `quizgen.exporters.apkg.export`."""

    tags: tuple[str, ...] = ()
    cards: Cards = "qa"
    choices: bool = False
    typed: Typing = "auto"


@dataclass(frozen=True, slots=True)
class Entry:
    """A note with what genanki's does not hold: its deck and, in seconds since 1970, its times."""

    note: genanki.Note
    deck: str
    created: int
    modified: int

    @property
    def joined_fields(self) -> str:
        """The fields as Anki stores them."""
        return "\x1f".join(self.note.fields)

    @property
    def joined_tags(self) -> str:
        """The tags as Anki stores them."""
        return f" {' '.join(self.note.tags)} "


def entries(quizzes: Sequence[Quiz], names: Sequence[str], wanted: Wanted) -> list[Entry]:
    """The notes of all quizzes in reading order, each once.

    Args:
        names: the deck of each quiz.

    Raises:
        ExportError: there is nothing to write, or one question stands in two quizzes in two versions.
    """
    made: dict[str, Entry] = {}
    teacher = tuple(slug for slug in (_teacher_tag(tag) for tag in wanted.tags) if slug)
    for quiz, deck in zip(quizzes, names, strict=True):
        sources = {source.id: source for source in quiz.sources}
        for question in _in_reading_order(quiz):
            source = sources.get(question.source)
            for entry in _notes(question, source, deck, teacher, wanted):
                other = made.setdefault(entry.note.guid, entry)
                if other.note.fields == entry.note.fields or not entry.note.cards:
                    continue
                if not other.note.cards:  # withdrawn from one quiz only
                    made[entry.note.guid] = entry
                else:
                    raise ExportError(
                        f"Question {question.id} stands in these quizzes in two versions, and Anki could not "
                        "tell them apart: export the quizzes one by one, or drop it from one of them."
                    )
    if not made:
        raise ExportError("There is no question to export: keep or add some in the quiz first.")
    # What hides an answer that was just asked for comes after all that is asked.
    return sorted(made.values(), key=_is_cloze) if wanted.cards == "both" else list(made.values())


def _is_cloze(entry: Entry) -> bool:
    return bool(entry.note.model.model_type == genanki.Model.CLOZE)


def guid(note_type: notetypes.Type, question_id: str) -> str:
    """The identity of a note in every collection: of the fact and the kind of note, never of its words.

    75 bits in letters and digits only; Anki's own alphabet holds "#" and "<", which its text import drops.
    """
    digest = sha256(f"quizgen\0{note_type}\0{question_id}".encode()).digest()
    return "q" + b32encode(digest[:10]).decode("ascii")[:15].lower()


def _in_reading_order(quiz: Quiz) -> list[Question]:
    """As the coverage tells it; questions without a place in it come last."""
    order = {source.id: place for place, source in enumerate(quiz.sources)}

    def place(question: Question) -> tuple[int, bool, int]:
        evidence = question.evidence
        return order.get(question.source, len(order)), evidence.end == 0, evidence.start

    return sorted(quiz.questions, key=place)


def _notes(
    question: Question, source: Source | None, deck: str, teacher: tuple[str, ...], wanted: Wanted
) -> Iterator[Entry]:
    """One note, or two where both kinds are wanted; a question that has no cloze is asked instead."""
    with_gap = _text_with_gap(question) if wanted.cards != "qa" else None
    tags = (*_tags(question.kind, question.difficulty, source, question.retired), *teacher)
    modified = _seconds(question.modified or question.created, question)
    created = min(_seconds(question.created or question.modified, question), modified)
    if wanted.cards != "cloze" or with_gap is None:
        yield Entry(_note("qa", question, _asked(question, source, wanted), tags), deck, created, modified)
    if with_gap is not None:
        fields = _filled(question, source, with_gap)
        yield Entry(_note("cloze", question, fields, tags), deck, created, modified)


def _note(
    note_type: notetypes.Type, question: Question, values: dict[str, str], tags: Sequence[str]
) -> genanki.Note:
    note = genanki.Note(
        notetypes.model(note_type),
        [values.get(name, "") for name in notetypes.FIELDS[note_type]],
        tags=tags,
        guid=guid(note_type, question.id),
    )
    # A withdrawn note reaches those who have its card, and gives no card to those who have not: import
    # leaves existing cards alone and makes none.
    note.cards = [] if question.retired else [genanki.Card(0)]
    return note


def _asked(question: Question, source: Source | None, wanted: Wanted) -> dict[str, str]:
    """The fields of a question-and-answer note."""
    choices = _choices(question) if wanted.choices else ""
    never = bool(choices) or question.retired or wanted.typed == "never"
    answer = text.plain(question.answer)
    typeable = _keyed(answer).removeprefix("the ")
    typed = not never and (wanted.typed == "always" or _is_typed(typeable, question.accepted))
    quote = text.plain(question.evidence.quote)
    places = text.gaps(text.plain(question.cloze), quote)
    if not places:
        place = text.place_of(answer, quote)
        places = [place] if place else []
    return {
        "Question": text.escaped(text.plain(question.prompt)),
        "Answer": text.escaped(typeable if typed else answer),
        "Also accepted": text.escaped(text.plain("; ".join(question.accepted))),
        "Choices": choices,
        "Typed": "y" if typed else "",
        "Quote": text.around(quote, places, "<mark>", "</mark>"),
        **_common(question, source, answer),
    }


def _filled(question: Question, source: Source | None, with_gap: tuple[str, str]) -> dict[str, str]:
    """The fields of a cloze note; the quote stands apart only if it is not what the filled text says."""
    cloze, full = with_gap
    quote = text.plain(question.evidence.quote)
    return {
        "Text": cloze,
        "Quote": "" if quote == full else text.escaped(quote),
        **_common(question, source, text.plain(question.answer)),
    }


def _text_with_gap(question: Question) -> tuple[str, str] | None:
    """The cloze in Anki's notation, and what it says when filled; None where there is none.

    All gaps are one card's: they hide the same answer.
    """
    cloze, quote, answer = (
        text.plain(part) for part in (question.cloze, question.evidence.quote, question.answer)
    )
    if text.GAP not in cloze or not cloze.replace(text.GAP, "").strip() or not answer:
        return None
    places = text.gaps(cloze, quote)
    if not places:  # the teacher's own sentence
        quote = cloze.replace(text.GAP, answer)
        places = text.gaps(cloze, quote)
    if not places:
        return None
    return text.around(quote, places, "{{c1::", "}}"), quote


def _common(question: Question, source: Source | None, answer: str) -> dict[str, str]:
    """The fields that both note types have; a context that tells the answer is left out."""
    if question.retired:
        context = _withdrawn("withdrawn_short", False)
    else:
        context = "" if text.place_of(answer, text.plain(question.context)) else text.field(question.context)
    return {
        **(_citation(source) if source else {}),
        "Kind": text.field(question.kind).replace("_", " "),
        "Difficulty": question.difficulty,
        "Extra": _withdrawn("withdrawn", question.vanished) if question.retired else "",
        "ID": text.escaped(text.plain(question.id)),
        "Context": context,
    }


@lru_cache(maxsize=256)
def _citation(source: Source) -> dict[str, str]:
    return {
        "Source": text.field(decks.source_name(source)),
        "URL": text.link(source.url),
        "Date": text.field(source.published[:10]),
    }


@lru_cache(maxsize=16)
def _withdrawn(name: str, vanished: bool) -> str:
    """The notice on a withdrawn note."""
    return " ".join(render(f"cards/{name}.html.j2", vanished=vanished).split())


def _choices(question: Question) -> str:
    """The choices as list items, in an order that is the same each time and hides the right one."""
    if not question.distractors:
        return ""
    choices = {text.plain(choice): None for choice in (question.answer, *question.distractors)}
    mixed = sorted(choices, key=lambda choice: sha256(f"{question.id}\0{choice}".encode()).digest())
    return "".join(f'<li dir="auto">{text.escaped(choice)}</li>' for choice in mixed)


def _keyed(answer: str) -> str:
    """An answer as a keyboard writes it."""
    return answer if answer.isascii() else answer.translate(_KEYBOARD)


def _is_typed(answer: str, accepted: Sequence[str]) -> bool:
    """Can a student who knows it type it letter for letter?  Not if it is also right in other words."""
    words = answer.lower().split()
    return (
        0 < len(words) <= _TYPED_WORDS
        and len(answer) <= _TYPED_CHARACTERS
        and words[0] not in _VAGUE
        and "or" not in words
        and not _TWO_WAYS.search(answer)
        and not ("." in answer and _ABBREVIATION.search(answer))
        and all(text.place_of(answer, _keyed(other)) for other in accepted)
    )


@lru_cache(maxsize=256)
def _tags(kind: str, difficulty: str, source: Source | None, retired: bool) -> tuple[str, ...]:
    """Our tags: nothing in them changes from one export to the next."""
    tags = [ROOT_TAG, f"{ROOT_TAG}::kind::{_slug(kind)}", f"{ROOT_TAG}::difficulty::{difficulty}"]
    if source:
        tags.append(f"{ROOT_TAG}::source::{_slug(source.publisher or source.id)}")
        if re.match(r"\d{4}-\d{2}", source.published):
            tags.append(f"{ROOT_TAG}::date::{source.published[:7]}")
    if retired:
        tags.append(f"{ROOT_TAG}::retired")
    return tuple(tags)


def _slug(words: str) -> str:
    return re.sub(r"[\W_]+", "-", text.plain(words).casefold()).strip("-") or "other"


def _teacher_tag(tag: str) -> str:
    """A tag as the teacher wrote it, less what Anki does not allow in one."""
    parts = (re.sub(r"[\s,\"']+", "-", text.plain(part)).strip("-:") for part in tag.split("::"))
    return "::".join(part for part in parts if part)


@lru_cache(maxsize=256)
def _parsed(moment: str) -> int:
    read = datetime.fromisoformat(moment)
    return int((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp())


def _seconds(moment: str, question: Question) -> int:
    """A time of the quiz file; one that has none was made before anything we ever shipped."""
    try:
        return _parsed(moment) if moment else notetypes.TEMPLATE_MOD
    except ValueError as error:
        raise ExportError(
            f'Question {question.id} has the time "{moment[:40]}": write one such as 2026-11-22T08:00:00Z.'
        ) from error
