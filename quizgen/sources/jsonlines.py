"""JSON lines: an object a line with title, text, url and date (and author, publisher), each an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quizgen.errors import QuizgenError, SourceError
from quizgen.model import Article
from quizgen.sources import text
from quizgen.sources.composing import Told
from quizgen.sources.dates import date_within
from quizgen.sources.decoding import check_characters, decode
from quizgen.sources.documents import Document, as_slug


def read(document: Document) -> Iterator[Article | QuizgenError]:
    """The articles of the lines; a line that can't be read is the error that tells of it."""
    for number, line in enumerate(decode(document.content, document.name).split("\n"), 1):
        if line.strip():
            try:
                yield _article(line, number, document)
            except SourceError as error:
                yield error


def _article(line: str, number: int, document: Document) -> Article:
    where = f"{document.name}, line {number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise SourceError(
            f"{where} is no JSON: give an object with title, text, url and date a line."
        ) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not row["text"].strip():
        raise SourceError(f'{where} has no text: give it under the key "text".')
    url = _field(row, "url", where)
    told = Told(
        title=_field(row, "title", where),
        published=date_within(_field(row, "date", where)),
        author=_field(row, "author", where),
        publisher=_field(row, "publisher", where) or _field(row, "source", where),
        url=url if url.startswith(("http://", "https://")) else "",
    )
    article = text.read_text(check_characters(row["text"], where), replace(document, name=where))
    return replace(
        told.on(article),
        source=f"{document.slug}-{as_slug(told.title)[:60]}" if told.title else f"{document.slug}-{number}",
        name=url or where,
    )


def _field(row: dict[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return check_characters(" ".join(str(value).split()), where) if value else ""
