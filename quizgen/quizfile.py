"""The quiz file, `NAME.quiz.json`: what the teacher decided and the learner's cards rely on.

Its shape is published as a JSON Schema beside this module (`quiz.schema.json`).  A teacher may edit
it by hand: optional fields may be missing, and a question without an id is taken as one of her own
and gets an id.  A field that this version does not know is refused, never dropped on the next save:
within one number of the format there are no others, so it is a slip of the pen or a newer quizgen.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

from quizgen import paths
from quizgen.errors import QuizFileError
from quizgen.model import (
    Contradiction,
    Difficulty,
    Evidence,
    Question,
    Quiz,
    Source,
    Status,
    question_id,
)

T = TypeVar("T")
Word = TypeVar("Word", bound=str)

FORMAT = "quizgen-quiz"
VERSION = 1
OWN_KIND = "own"
"""The kind of a question that a teacher adds without naming one."""

SCHEMA = paths.PACKAGE / "quiz.schema.json"
"""Where the JSON Schema of the quiz file lies."""

_KNOWN = {
    "the quiz": ("schema", "title", "sources", "questions", "contradictions"),
    "evidence": tuple(f.name for f in fields(Evidence)),
    "source": tuple(f.name for f in fields(Source)),
    "contradiction": tuple(f.name for f in fields(Contradiction)),
    "question": tuple(f.name for f in fields(Question)),
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read(path: Path) -> Quiz:
    """The quiz in a file.

    Raises:
        QuizFileError: the file is missing, unreadable, damaged, not ours, or of a newer format.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise QuizFileError(
            f"There is no quiz file {path}: check the name, or make one with quizgen build."
        ) from error
    except IsADirectoryError as error:
        raise QuizFileError(
            f"{path} is a folder, not a quiz file: name a file that ends in .quiz.json."
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise QuizFileError(f"{path} can't be read ({reason}): check its permissions.") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuizFileError(f"{path} is not a quiz file of quizgen: it is no UTF-8 text.") from error
    return loads(text, str(path))


def write(quiz: Quiz, path: Path) -> None:
    """Write a quiz to a file, whole or not at all.

    Raises:
        QuizFileError: the folder can't be written; what stood in the file before still stands there.
    """
    try:
        paths.write_whole(path, dumps(quiz).encode("utf-8"))
    except OSError as error:
        raise QuizFileError(
            f"{path} can't be written ({error.strerror}): choose another place or mend its permissions."
        ) from error


def dumps(quiz: Quiz) -> str:
    """A quiz as the text of a quiz file: the same quiz gives the same bytes."""
    data = {
        "schema": f"{FORMAT}/{VERSION}",
        "title": quiz.title,
        "sources": [_plain(source) for source in quiz.sources],
        "questions": [{**_plain(q), "evidence": _plain(q.evidence)} for q in quiz.questions],
        "contradictions": [_plain(contradiction) for contradiction in quiz.contradictions],
    }
    return (
        _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", json.dumps(data, ensure_ascii=False, indent=1))
        + "\n"
    )


def loads(text: str, where: str = "") -> Quiz:
    """The quiz that the text of a quiz file holds.

    Args:
        where: what messages call the text, usually the file's name.

    Raises:
        QuizFileError: the text is damaged, not ours, or of a newer format.
    """
    where = where or "This text"
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise QuizFileError(
            f"{where} is no whole quiz file: line {error.lineno}, column {error.colno}: {error.msg}. Mend it or build the quiz again."
        ) from error
    except (ValueError, RecursionError) as error:
        raise QuizFileError(
            f"{where} is not a quiz file of quizgen: it holds what no quiz holds. Build the quiz again."
        ) from error
    _check_format(data, where)
    table = _Table(data, "the quiz", where)
    sources = tuple(
        source_from(row, f"{where}, source {n}") for n, row in enumerate(table.rows("sources"), 1)
    )
    questions = [
        question_from(row, f"{where}, question {n}") for n, row in enumerate(table.rows("questions"), 1)
    ]
    contradictions = tuple(
        _contradiction(row, f"{where}, contradiction {n}")
        for n, row in enumerate(table.rows("contradictions"), 1)
    )
    return Quiz(table.text("title"), with_ids(questions), sources, contradictions)


def with_ids(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Give an id to each question that has none, or that repeats the id of one before it.

    The second happens when a teacher copies a question to write a similar one: the copy is hers.
    """
    every = list(questions)
    taken = {question.id for question in every}
    seen: set[str] = set()
    given = []
    for question in every:
        if question.id in seen and question.status == "new":
            question = replace(question, status="added")
        if not question.id or question.id in seen:
            question = replace(question, id=_free_id(question, taken))
            taken.add(question.id)
        seen.add(question.id)
        given.append(question)
    return tuple(given)


def _free_id(question: Question, taken: Container[str]) -> str:
    """The id of a question's fact, or where that is taken, one that follows from it."""
    answers = (question.answer + (f"\0{number}" if number > 1 else "") for number in count(1))
    ids = (question_id(question.source, question.kind, question.evidence.quote, answer) for answer in answers)
    return next(one for one in ids if one not in taken)


def _plain(item: Evidence | Source | Contradiction | Question) -> dict[str, Any]:
    """The fields of a dataclass in their order, tuples as lists."""
    values = ((f.name, getattr(item, f.name)) for f in fields(item))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values}


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _check_format(data: object, where: str) -> None:
    """Raise unless this is a quiz file of a format this version reads."""
    made = data.get("schema") if isinstance(data, dict) else None
    name, _, version = made.partition("/") if isinstance(made, str) else ("", "", "")
    if name != FORMAT or not re.fullmatch(r"[0-9]{1,6}", version):
        raise QuizFileError(
            f'{where} is not a quiz file of quizgen: it should begin with "schema": "{FORMAT}/{VERSION}".'
        )
    if int(version) > VERSION:
        raise QuizFileError(
            f"{where} was made by a newer quizgen (format {version}, this one reads {VERSION}): update quizgen."
        )


class _Table:
    """One JSON object, read field by field; each wrong value is told with the place it stands at."""

    def __init__(self, data: object, what: str, where: str) -> None:
        self.where = where
        if not isinstance(data, dict):
            raise QuizFileError(f"{where} should be an object in braces.")
        self.data: Mapping[str, object] = data
        for name in data:
            if name not in _KNOWN[what]:
                raise QuizFileError(
                    f'{where} has a field "{name[:60]}" that no {what.removeprefix("the ")} has{_meant(name, _KNOWN[what])}'
                )

    def _value(self, name: str, default: T, fits: Callable[[object], bool], should: str) -> T:
        value = self.data.get(name)
        if value is None:
            return default
        if not fits(value):
            raise QuizFileError(f'{self.where}: "{name}" should be {should}, not {_shown(value)}.')
        return cast("T", value)

    def text(self, name: str, default: str = "") -> str:
        return _clean(self._value(name, default, lambda value: isinstance(value, str), "text in quotes"))

    def needed(self, name: str) -> str:
        text = self.text(name)
        if not any(char.isprintable() and not char.isspace() for char in text):
            raise QuizFileError(f'{self.where} has no "{name}": write one, or remove the question.')
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        texts = self._value(
            name,
            cast("list[str]", []),
            lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
            "a list of texts",
        )
        return tuple(_clean(text) for text in texts)

    def rows(self, name: str) -> list[object]:
        return self._value(name, cast("list[object]", []), lambda value: isinstance(value, list), "a list")

    def whole(self, name: str, default: int) -> int:
        return self._value(name, default, _is_count, "a whole number from 0 up")

    def share(self, name: str, default: float) -> float:
        return float(self._value(name, default, _is_share, "a number from 0 to 1"))

    def flag(self, name: str) -> bool:
        return self._value(name, False, lambda value: isinstance(value, bool), "true or false")

    def one_of(self, name: str, default: Word, choices: tuple[Word, ...]) -> Word:
        return self._value(name, default, lambda value: value in choices, f"one of {', '.join(choices)}")

    def moment(self, name: str) -> str:
        text = self.text(name)
        try:
            return moment(text) if text else ""
        except ValueError:
            raise QuizFileError(
                f'{self.where}: "{name}" should be a time such as 2026-11-22T08:00:00Z, not {_shown(text)}.'
            ) from None

    def day(self, name: str) -> str:
        text = self.text(name)
        try:
            if text:
                (date if len(text) <= 10 else datetime).fromisoformat(text)
        except ValueError:
            raise QuizFileError(
                f'{self.where}: "{name}" should be a date such as 2026-11-22, not {_shown(text)}.'
            ) from None
        return text


def moment(text: str) -> str:
    """A time in any ISO 8601 form as the quiz file has it: UTC, to the second.

    Raises:
        ValueError: it is no such time.
    """
    read = datetime.fromisoformat(text)
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError as error:
        raise ValueError(text) from error


def source_from(data: object, where: str) -> Source:
    """A source from its JSON object.

    Raises:
        QuizFileError: a field is missing, wrong or unknown; the message begins with `where`.
    """
    table = _Table(data, "source", where)
    return Source(
        id=table.needed("id"),
        title=table.text("title"),
        name=table.text("name"),
        url=table.text("url"),
        publisher=table.text("publisher"),
        author=table.text("author"),
        published=table.day("published"),
        given=table.texts("given"),
    )


def question_from(data: object, where: str) -> Question:
    """A question from its JSON object; its id is "" if it has none.

    Raises:
        QuizFileError: a field is missing, wrong or unknown; the message begins with `where`.
    """
    table = _Table(data, "question", where)
    proof = _Table(table.data.get("evidence") or {}, "evidence", f"{where}, evidence")
    given = table.text("id").strip()
    return Question(
        id=given,
        kind=table.text("kind") or OWN_KIND,
        prompt=table.needed("prompt"),
        answer=table.needed("answer"),
        evidence=Evidence(
            proof.text("quote"), proof.whole("start", 0), proof.whole("end", 0), proof.text("paragraph")
        ),
        accepted=table.texts("accepted"),
        distractors=table.texts("distractors"),
        cloze=table.text("cloze"),
        source=table.text("source"),
        difficulty=table.one_of("difficulty", "medium", get_args(Difficulty)),
        difficulty_reason=table.text("difficulty_reason"),
        quality=table.share("quality", 0.5),
        points=table.whole("points", 1),
        context=table.text("context"),
        status=table.one_of("status", "new" if given else "added", get_args(Status)),
        vanished=table.flag("vanished"),
        created=table.moment("created"),
        modified=table.moment("modified"),
    )


def _contradiction(data: object, where: str) -> Contradiction:
    table = _Table(data, "contradiction", where)
    return Contradiction(
        table.text("asked"), table.text("other"), table.texts("quotes"), table.flag("spelling")
    )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def _is_share(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and 0 <= value <= 1
        and math.isfinite(value)
    )


def _clean(text: str) -> str:
    """JSON can hold half a character, which no file can."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _meant(name: str, known: tuple[str, ...]) -> str:
    """The end of the sentence on an unknown field."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=60)
    return (
        f': did you mean "{near[0]}"?' if near else ": remove it, or update quizgen if a newer one wrote it."
    )


def _shown(value: object) -> str:
    """A value as it stands in the file, short enough for a sentence."""
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= 40 else text[:37] + "..."
