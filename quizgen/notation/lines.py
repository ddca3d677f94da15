"""Reading the notation line by line: passages with their questions, and sources."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NoReturn

from quizgen.errors import NotationError
from quizgen.notation.markdown import unescaped

QUESTION_FIELDS = {
    "Q": "prompt",
    "A": "answer",
    "Also": "accepted",
    "Wrong": "distractors",
    "Kind": "kind",
    "Difficulty": "difficulty",
    "Points": "points",
    "Status": "status",
}
SOURCE_FIELDS = {
    "Source": "id",
    "Title": "title",
    "Name": "name",
    "Url": "url",
    "Publisher": "publisher",
    "Author": "author",
    "Published": "published",
}
REPEATED = ("accepted", "distractors")
_SAME = {"question": "Q", "answer": "A"}  # what people write for them
_FIELD = re.compile(r"([A-Za-z]+)[ \t]*:(?:[ \t]+|$)(.*)")
_COMMENT = re.compile(r"<!--\s*(quizgen)?\s*(.*?)\s*-->", re.DOTALL)


@dataclass(slots=True)
class Record:
    """A question or a source while its lines are read.

    Attributes:
        mark: the id that a comment gives, if it is a question.
    """

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    mark: str = ""


@dataclass(slots=True)
class Passage:
    """A passage while its lines are read; line 0 is no passage at all."""

    line: int
    lines: list[str] = field(default_factory=list)
    gap: str = ""
    questions: list[Record] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its paragraphs, each on one line, with a blank line between them."""
        groups = groupby(self.lines, key=bool)
        return "\n\n".join(" ".join(lines) for written, lines in groups if written)


class Reader:
    """Reads line by line; each line is of one kind, told by how it begins.

    Raises:
        NotationError: on the first line that can't be read.
    """

    def __init__(self, text: str, where: str, *, quiz: bool) -> None:
        """Read a text; `quiz` tells whether it is one, or else examples."""
        self.where = where or "This text"
        self.quiz = quiz
        self.title: str | None = None
        self.about: dict[str, Any] = {}
        self.unseen: dict[str, dict[str, Any]] = {}
        self.sources: list[Record] = []
        self.passages: list[Passage] = []
        self.passage = Passage(0)
        self.record: Record | None = None  # the question or source that fields and comments belong to
        self.above = ""  # the kind of the line above: "passage", "field" or "" for all others
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        number = 0
        while number < len(lines):
            number += self._read(lines, number)
        self._close(len(lines))

    def at(self, line: int) -> str:
        """A place, as messages name it."""
        return f"{self.where}, line {line}"

    def _fail(self, line: int, message: str) -> NoReturn:
        raise NotationError(f"{self.at(line)}: {message}")

    def _read(self, lines: list[str], index: int) -> int:
        """Read what begins at a line; how many lines that took."""
        line, number = lines[index].strip(), index + 1
        if not line:
            self.above = ""
        elif line.startswith("<!--"):
            taken = next((n for n in range(index, len(lines)) if "-->" in lines[n]), None)
            if taken is None:
                self._fail(number, "this comment has no end: write --> behind it.")
            self._comment(" ".join(lines[index : taken + 1]), number)
            return taken - index + 1
        elif line.startswith(">"):
            self._quote(line.lstrip()[1:].strip(), number)
        elif line.startswith("#"):
            self._heading(line, number)
        else:
            self._field_or_prose(line, number)
        return 1

    def _quote(self, line: str, number: int) -> None:
        if self.above != "passage":
            self._close(number)
            self.passage = Passage(number)
            self.passages.append(self.passage)
            self.record = None
        self.passage.lines.append(unescaped(line))
        self.above = "passage"

    def _heading(self, line: str, number: int) -> None:
        self._close(number)
        self.record, self.above = None, ""
        level = len(line) - len(line.lstrip("#"))
        if level == 1 and self.title is None and not self.passages:
            self.title = unescaped(line[1:].strip())

    def _field_or_prose(self, line: str, number: int) -> None:
        found = _FIELD.fullmatch(line)
        label = _SAME.get(found[1].lower(), found[1].capitalize()) if found else ""
        value = unescaped(found[2].strip()) if found else ""
        if label in QUESTION_FIELDS:
            self._question_field(label, value, number)
        elif label == "Gap" and not self.quiz:
            self._gap(value, number)
        elif self.quiz and (label == "Source" or (label in SOURCE_FIELDS and self._in_source())):
            self._source_field(label, value, number)
        elif self.above:
            self._stray(label, number)
        else:
            self._close(number)
            self.record = None
            return
        self.above = "field"

    def _stray(self, label: str, number: int) -> NoReturn:
        from rapidfuzz import fuzz, process

        if self.above == "passage":
            self._fail(
                number, "a line that belongs to the passage begins with >; put a blank line before any other."
            )
        near = (
            process.extractOne(label, [*QUESTION_FIELDS, "Gap"], scorer=fuzz.ratio, score_cutoff=60)
            if label
            else None
        )
        meant = (
            f"did you mean {near[0]}:?"
            if near
            else "join it to the line above, or put a blank line before prose."
        )
        self._fail(number, f"this line belongs to no field; {meant}")

    def _question_field(self, label: str, value: str, number: int) -> None:
        name = QUESTION_FIELDS[label]
        if label == "Q":
            self._close(number)
            if not self.passages and self.quiz:
                self.passages.append(self.passage)  # questions of her own, without a quote
            if not self.passages:
                self._fail(
                    number,
                    "a question without a passage: write the passage above it, on lines that begin with >.",
                )
            self.record = Record(number)
            self.passage.questions.append(self.record)
        if self.record is None or self._in_source():
            self._fail(number, f"{label}: belongs to a question: write Q: and its question above it.")
        values = self.record.values
        if name in REPEATED:
            values.setdefault(name, []).append(value)
        elif name in values:
            self._fail(
                number,
                f"a second {label}: for the same question{': other right answers go on lines that begin with Also:' if label == 'A' else ''}.",
            )
        elif not value and label in ("Q", "A"):
            self._fail(number, f"nothing stands behind {label}: here; write it on the same line.")
        else:
            values[name] = value

    def _gap(self, value: str, number: int) -> None:
        if not self.passages:
            self._fail(
                number, "Gap: belongs to a passage: write the passage above it, on lines that begin with >."
            )
        if not value:
            self._fail(number, "nothing stands behind Gap: here; say why the passage is not read yet.")
        self.passage.gap = value

    def _in_source(self) -> bool:
        return self.record is not None and any(self.record is source for source in self.sources)

    def _source_field(self, label: str, value: str, number: int) -> None:
        if label == "Source":
            self._close(number)
            self.record = Record(number)
            self.sources.append(self.record)
        assert self.record is not None
        self.record.values[SOURCE_FIELDS[label]] = value

    def _comment(self, text: str, number: int) -> None:
        """Take in one of our comments; any other is prose."""
        found = _COMMENT.match(text)
        if not found or not found[1] or not self.quiz:
            return
        try:
            values = json.loads(found[2])
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict) and "ids" in values:
            self.about = values
        elif isinstance(values, dict) and isinstance(values.get("id"), str):
            self.unseen[values["id"]] = values
        elif isinstance(values, str) and self.record is not None:
            self.record.mark = values
        else:
            self._fail(
                number,
                "quizgen's comment is damaged or misplaced: restore it, or remove it to make the question your own.",
            )

    def _close(self, number: int) -> None:
        """Raise if the question so far is not whole."""
        if self.record is not None and not self._in_source() and "answer" not in self.record.values:
            self._fail(self.record.line, "this question has no answer: write A: and the answer below it.")
