"""Which module reads which document: by what its first bytes say, else by its suffix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import islice

from quizgen.errors import QuizgenError, SourceError
from quizgen.model import Article
from quizgen.sources.documents import Document

BY_SUFFIX = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
    ".srt": "subtitles",
    ".vtt": "subtitles",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".jsonl": "jsonlines",
    ".ndjson": "jsonlines",
}
"""Suffix → name of the module in this package that reads it."""

IN_FOLDERS = frozenset(suffix for suffix, reader in BY_SUFFIX.items() if reader not in ("feed", "jsonlines"))
"""The suffixes of files that are taken from a folder; lists of articles are read where they are named."""

_BY_MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "text/markdown": "markdown",
    "text/vtt": "subtitles",
    "application/x-subrip": "subtitles",
    "application/jsonl": "jsonlines",
    "application/x-ndjson": "jsonlines",
    "application/epub+zip": "epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_PROTECTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_FEED = re.compile(
    rb"\s*(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*|<!doctype[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S
)
_BINARY_READERS = ("pdf", "docx", "epub")


def articles(document: Document, latest: int | None = None) -> Iterator[Article | QuizgenError]:
    """The articles of a document, and in its place each of them that can't be read.

    Args:
        document: what to read.
        latest: of a feed, only so many of the newest entries.

    Raises:
        SourceError: its format is unknown, or it can't be read.
        MissingExtra: the packages for its format are not installed.
    """
    reader = reader_of(document)
    found: Iterator[Article | QuizgenError] = import_module(f"quizgen.sources.{reader}").read(document)
    yield from islice(found, latest) if reader == "feed" else found


def reader_of(document: Document) -> str:
    """The name of the module that reads a document.

    Raises:
        SourceError: there is none.
    """
    told = _BY_MEDIA.get(document.media.partition(";")[0].strip().lower()) or BY_SUFFIX.get(document.suffix)
    shown = _by_content(document)
    if shown:
        return shown
    if told in _BINARY_READERS:
        raise SourceError(
            f"{document.name} is not what its name says ({document.suffix or told}): check the file."
        )
    if told is None and document.suffix and not document.url:
        known = ", ".join(BY_SUFFIX)
        raise SourceError(f"{document.name} is of a kind that can't be read: give one of {known}.")
    return told or "text"


def _by_content(document: Document) -> str | None:
    """What the first bytes leave no doubt about."""
    content = document.content
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/epub+zip" in head[:200] or b"META-INF/container.xml" in content:
            return "epub"
        if b"word/document" in content:
            return "docx"
        raise SourceError(f"{document.name} is an archive: unpack it and give what is inside.")
    if head.startswith(_PROTECTED):
        raise SourceError(
            f"{document.name} is protected by a password or of an old Word version: save it as an open .docx."
        )
    if _FEED.match(head):
        return "feed"
    return "html" if _PAGE.match(head) else None
