"""Coverage of every kind becomes `Article`s.

    for article in quizgen.sources.read("story.txt"):
        for paragraph in article.paragraphs:
            print(paragraph.text)

A source is a file, a folder, a pattern ("news/*.txt"), "-" for standard input, or an address.  Places
of paragraphs count characters of the decoded text without its byte order mark; for formats that are not
text, characters of the text that was read out of them, a line for each paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Date
from pathlib import Path

from quizgen.errors import QuizgenError, SourceError
from quizgen.model import Article
from quizgen.sources import documents, fetching, formats, text
from quizgen.sources.composing import Told
from quizgen.sources.decoding import check_characters
from quizgen.sources.documents import Document

__all__ = ["read", "read_all", "read_bytes", "read_text"]


def read(
    source: str | Path,
    *,
    title: str = "",
    date: Date | None = None,
    publisher: str = "",
    author: str = "",
    url: str = "",
    latest: int | None = None,
    allow_private: bool = False,
) -> Iterator[Article]:
    """The articles of one source.

    Args:
        source: a file, folder, pattern, "-" or address.
        title, date, publisher, author, url: what the user knows better than the document.
        latest: of a feed, only so many of the newest entries.
        allow_private: whether private and loopback addresses may be fetched.

    Raises:
        SourceError: something can't be read; `read_all` goes on with the rest instead.
        MissingExtra: the packages for a format are not installed.
    """
    told = Told(title, date, author, publisher, url)
    for document in _documents(source, allow_private):
        if isinstance(document, QuizgenError):
            raise document
        for article in formats.articles(document, latest):
            if isinstance(article, QuizgenError):
                raise article
            yield told.on(article)


def read_all(
    sources: Iterable[str | Path],
    *,
    title: str = "",
    date: Date | None = None,
    publisher: str = "",
    author: str = "",
    url: str = "",
    latest: int | None = None,
    allow_private: bool = False,
) -> Iterator[Article | QuizgenError]:
    """The articles of many sources, and in its place each failure as the error that tells of it.

    Takes the same details as `read`.  Two documents of the same name get different `source`s.
    """
    told = Told(title, date, author, publisher, url)
    taken: set[str] = set()
    for source in sources:
        try:
            for document in _documents(source, allow_private):
                if isinstance(document, QuizgenError):
                    yield document
                    continue
                try:
                    for article in formats.articles(document, latest):
                        if isinstance(article, QuizgenError):
                            yield article
                        else:
                            yield _apart(told.on(article), document, taken)
                except QuizgenError as error:
                    yield error
        except QuizgenError as error:
            yield error


def read_bytes(content: bytes, *, name: str, told: Told | None = None) -> Iterator[Article]:
    """The articles of a document at hand; its kind shows in its first bytes or the suffix of its name.

    Raises:
        SourceError: it can't be read.
        MissingExtra: the packages for its format are not installed.
    """
    for article in formats.articles(documents.of_bytes(content, name=name)):
        if isinstance(article, QuizgenError):
            raise article
        yield (told or Told()).on(article)


def read_text(content: str, *, name: str = "text", told: Told | None = None) -> Article:
    """The article that a plain text at hand makes.

    Raises:
        SourceError: it is empty or too large.
    """
    check_characters(content, name)
    article = text.read_text(content, Document(b"", name, documents.as_slug(name)))
    return (told or Told()).on(article)


def _documents(source: str | Path, allow_private: bool) -> Iterator[Document | QuizgenError]:
    """The documents of a source, and the errors of those that can't be loaded."""
    if str(source) == "-":
        yield documents.standard_input()
    elif isinstance(source, str) and fetching.is_address(source):
        yield fetching.fetch(source, allow_private=allow_private)
    else:
        for path in documents.paths(source, formats.IN_FOLDERS):
            try:
                yield documents.load(path)
            except SourceError as error:
                yield error


def _apart(article: Article, document: Document, taken: set[str]) -> Article:
    """The article with a `source` that no other of this run has."""
    names = [
        article.source,
        f"{article.source}-{document.suffix.lstrip('.')}" if document.suffix else article.source,
    ]
    names += [f"{article.source}-{number}" for number in range(2, 3 + len(taken))]
    chosen = next(name for name in names if name not in taken)
    taken.add(chosen)
    return article if chosen == article.source else replace(article, source=chosen)
