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
from quizgen.sources import documents, formats, text
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
) -> Iterator[Article]:
    """The articles of one source.

    Args:
        source: a file, folder, pattern, "-" or address.
        title, date, publisher, author, url: what the user knows better than the document.

    Raises:
        SourceError: something can't be read; `read_all` goes on with the rest instead.
    """
    told = Told(title, date, author, publisher, url)
    for document in _documents(source):
        if isinstance(document, QuizgenError):
            raise document
        yield from _articles(document, told)


def read_all(
    sources: Iterable[str | Path],
    *,
    title: str = "",
    date: Date | None = None,
    publisher: str = "",
    author: str = "",
    url: str = "",
) -> Iterator[Article | QuizgenError]:
    """The articles of many sources, and in its place each failure as the error that tells of it.

    Takes the same details as `read`.  Two documents of the same name get different `source`s.
    """
    told = Told(title, date, author, publisher, url)
    taken: set[str] = set()
    for source in sources:
        try:
            for document in _documents(source):
                if isinstance(document, QuizgenError):
                    yield document
                    continue
                try:
                    for article in _articles(document, told):
                        yield _apart(article, document, taken)
                except QuizgenError as error:
                    yield error
        except QuizgenError as error:
            yield error


def read_bytes(content: bytes, *, name: str, told: Told | None = None) -> Iterator[Article]:
    """The articles of a document at hand; its kind shows in the suffix of the name.

    Raises:
        SourceError: it can't be read.
    """
    yield from _articles(documents.of_bytes(content, name=name), told or Told())


def read_text(content: str, *, name: str = "text", told: Told | None = None) -> Article:
    """The article that a plain text at hand makes.

    Raises:
        SourceError: it is empty or too large.
    """
    check_characters(content, name)
    article = text.read_text(content, Document(b"", name, documents.slug(name)))
    return _override(article, told or Told())


def _documents(source: str | Path) -> Iterator[Document | QuizgenError]:
    """The documents of a source, and the errors of those that can't be loaded."""
    if str(source) == "-":
        yield documents.standard_input()
        return
    for path in documents.paths(source, formats.FOLDER_SUFFIXES):
        try:
            yield documents.load(path)
        except SourceError as error:
            yield error


def _articles(document: Document, told: Told) -> Iterator[Article]:
    for article in formats.articles(document):
        yield _override(article, told)


def _override(article: Article, told: Told) -> Article:
    """The article with what the user knows better."""
    return replace(
        article,
        title=told.title or article.title,
        published=told.published or article.published,
        author=told.author or article.author,
        publisher=told.publisher or article.publisher,
        url=told.url or article.url,
    )


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
