"""A quiz in the notation, to be changed in a text editor and read back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from quizgen import editing, quizfile
from quizgen.errors import NotationError, QuizFileError
from quizgen.model import Question, Quiz, Source, Status
from quizgen.notation.lines import QUESTION_FIELDS, SOURCE_FIELDS, Passage, Reader, Record
from quizgen.notation.markdown import comment, escaped, fields, one_line, quoted


@dataclass(frozen=True, slots=True)
class EditedQuiz:
    """A quiz as it comes back from a text editor.

    Attributes:
        changed: ids of the questions that are not as they were written.
        deleted: ids of the questions that were written and are gone.
    """

    quiz: Quiz
    changed: frozenset[str] = frozenset()
    deleted: tuple[str, ...] = ()


def is_quiz(text: str) -> bool:
    """Whether a Markdown text is a quiz in our notation rather than coverage.

    Ours says so in a comment; one written by hand has quoted passages, and an answer to each question.
    """
    if re.search(r"^<!-- quizgen [\"{]", text, re.MULTILINE):
        return True
    asked = len(re.findall(r"^Q[ \t]*:", text, re.MULTILINE))
    return (
        asked > 0
        and asked == len(re.findall(r"^A[ \t]*:", text, re.MULTILINE))
        and bool(re.search("^>", text, re.MULTILINE))
    )


def read_quiz(text: str, where: str, now: str) -> EditedQuiz:
    """The quiz in a text that `write_quiz` wrote and a teacher may have edited, or that she wrote herself.

    A question whose words she changed has the status "edited" unless she gave it another; one without
    a comment is her own.

    Args:
        where: the file's name, for messages and in place of a missing title.
        now: the time that changed questions get, ISO 8601 in UTC.

    Raises:
        NotationError: a line can't be read; the message names file and line.
    """
    reader = Reader(text, where, quiz=True)
    try:
        sources = tuple(_read_sources(reader))
        only = sources[0].id if len(sources) == 1 else ""
        read = [
            _read_question(record, passage, reader.unseen.get(record.mark), only, now, reader.at(record.line))
            for passage in reader.passages
            for record in passage.questions
        ]
        rest = quizfile.loads(
            json.dumps(
                {
                    "schema": f"{quizfile.FORMAT}/{quizfile.VERSION}",
                    "title": Path(where).stem
                    if reader.title is None
                    else _exact(reader.title, reader.about.get("title")),
                    "contradictions": reader.about.get("contradictions", []),
                }
            ),
            where,
        )
    except QuizFileError as error:
        raise NotationError(str(error)) from error
    quiz = replace(rest, sources=sources, questions=quizfile.with_ids([question for question, _ in read]))
    changed = {
        question.id
        for question, (before, changed) in zip(quiz.questions, read, strict=True)
        if changed or question.id != before.id
    }
    here = {question.id for question in quiz.questions}
    ids = reader.about.get("ids", [])
    written = [one for one in ids if isinstance(one, str)] if isinstance(ids, list) else []
    return EditedQuiz(quiz, frozenset(changed), tuple(one for one in written if one not in here))


def write_quiz(quiz: Quiz) -> str:
    """A quiz as text for a text editor; `read_quiz` gives back the very same quiz."""
    about: dict[str, Any] = {"ids": [question.id for question in quiz.questions]}
    if one_line(quiz.title) != quiz.title:
        about["title"] = quiz.title
    written = json.loads(quizfile.dumps(replace(quiz, questions=())))
    about |= {name: written[name] for name in ("sources", "contradictions") if written[name]}
    parts = [f"# {escaped(one_line(quiz.title))}".rstrip() + "\n"]
    parts += [_source(source) for source in quiz.sources]
    parts += [_question(question) for question in quiz.questions]
    parts.append("<!-- From here on stands what quizgen remembers: please leave it as it is. -->\n")
    parts.append(comment(about) + "\n")
    parts += [comment(_unseen(question)) + "\n" for question in quiz.questions]
    return "\n".join(parts)


def _source(source: Source) -> str:
    values = {
        label: getattr(source, name)
        for label, name in SOURCE_FIELDS.items()
        if getattr(source, name) or name == "id"
    }
    return "\n".join(fields(values)) + "\n"


def _question(question: Question) -> str:
    quote = quoted(one_line(question.evidence.quote))
    values = {label: getattr(question, name) for label, name in QUESTION_FIELDS.items()}
    return "\n".join([f"> {quote}".rstrip(), "", *fields(values), comment(question.id)]) + "\n"


def _unseen(question: Question) -> dict[str, Any]:
    """What the lines of a question do not say."""
    unseen = {
        "id": question.id,
        "source": question.source,
        "status": question.status,
        "difficulty": question.difficulty,
        "quality": question.quality,
        "start": question.evidence.start,
        "end": question.evidence.end,
        "paragraph": question.evidence.paragraph,
        "cloze": question.cloze,
        "context": question.context,
        "difficulty_reason": question.difficulty_reason,
        "vanished": question.vanished,
        "created": question.created,
        "modified": question.modified,
        "words": _words(question),
        "exact": _inexact(
            {name: getattr(question, name) for name in QUESTION_FIELDS.values()}
            | {"quote": question.evidence.quote}
        ),
    }
    return {
        name: value for name, value in unseen.items() if value not in ("", 0, False, {}) or name == "quality"
    }


def _inexact(values: Mapping[str, object]) -> dict[str, Any]:
    """Those values that a line can't hold."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        texts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) and one_line(text) != text for text in texts):
            found[name] = value
    return found


def _words(question: Question) -> list[str]:
    """What tells whether a teacher changed quote or answer, and whether she changed anything."""
    texts = [question.evidence.quote, question.answer]
    rest = [
        question.prompt,
        *question.accepted,
        "",
        *question.distractors,
        "",
        question.kind,
        question.difficulty,
        str(question.points),
    ]
    return [_print(texts), _print(texts + rest)]


def _print(texts: Sequence[str]) -> str:
    return sha256(json.dumps([one_line(text) for text in texts]).encode()).hexdigest()[:8]


def _read_sources(reader: Reader) -> Iterator[Source]:
    """The sources; a field that is not as it was written was given by the teacher."""
    rows = reader.about.get("sources", [])
    written = [
        quizfile.source_from(row, f"{reader.where}, comment at the end")
        for row in rows
        if isinstance(rows, list)
    ]
    for record in reader.sources:
        source = quizfile.source_from(record.values, reader.at(record.line))
        was = next((one for one in written if one_line(one.id) == source.id), None)
        if was is not None:
            written.remove(was)
            names = [
                name
                for name in SOURCE_FIELDS.values()
                if one_line(getattr(was, name)) != getattr(source, name)
            ]
            changes: dict[str, Any] = {name: getattr(source, name) for name in names}
            source = replace(
                was, **changes, given=(*was.given, *(name for name in names if name not in was.given))
            )
        yield source


def _read_question(
    record: Record,
    passage: Passage,
    remembered: Mapping[str, Any] | None,
    only_source: str,
    now: str,
    at: str,
) -> tuple[Question, bool]:
    """The question, and whether it is not as it was written.

    Args:
        remembered: what `_unseen` wrote of it; None if it is new, or if that was taken out.
    """
    unseen = dict(remembered or {})
    exact, words = unseen.pop("exact", None), unseen.pop("words", None)
    place: dict[str, Any] = {
        name: unseen.pop(name) for name in ("start", "end", "paragraph") if name in unseen
    }
    shown: dict[str, Any] = {**record.values, "quote": passage.text}
    values = _restored(shown, exact)
    evidence = {"quote": values.pop("quote"), **place}
    source = only_source if remembered is None else ""
    data: dict[str, Any] = {"id": record.mark, "source": source, **unseen, **values, "evidence": evidence}
    points = str(values.get("points", ""))
    if points.isascii() and points.isdigit():
        data["points"] = int(points)
    question = quizfile.question_from(data, at)
    if not record.mark:
        gapped = editing.cloze(question.evidence.quote, question.answer)
        status: Status = "dropped" if question.status == "dropped" else "added"
        return replace(question, cloze=gapped, status=status, created=now, modified=now), True
    if question.difficulty != unseen.get("difficulty", question.difficulty):
        question = replace(question, difficulty_reason="")
    was = quizfile.question_from({**data, "status": unseen.get("status", "new")}, at)
    after = _judged(question, was, words, now)
    return after, after != was


def _judged(question: Question, was: Question, words: object, now: str) -> Question:
    """The question with what follows from the changes that its comment betrays."""
    told = words if isinstance(words, list) and len(words) == 2 else ["", ""]
    proof, everything = _words(question)
    after = question
    if told[0] != proof:
        after = replace(
            after,
            cloze=editing.cloze(after.evidence.quote, after.answer),
            evidence=editing.moved(after.evidence),
        )
    if told[1] != everything:
        return replace(
            after,
            status="edited" if after.status in ("new", "kept") else after.status,
            modified=editing.later(now, was.modified),
        )
    return editing.stamped(was, after, now)


def _restored(values: Mapping[str, Any], kept: object) -> dict[str, Any]:
    """The values, with the exact ones in place of those lines that were left alone."""
    exact = kept if isinstance(kept, dict) else {}
    return {name: _exact(value, exact.get(name)) for name, value in values.items()}


def _exact(shown: Any, exact: Any) -> Any:
    if isinstance(exact, str) and one_line(exact) == shown:
        return exact
    if (
        isinstance(exact, list)
        and all(isinstance(text, str) for text in exact)
        and [one_line(text) for text in exact] == shown
    ):
        return exact
    return shown
