"""Electronic books and magazines (EPUB): each chapter with prose in it is an article, in reading order."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from quizgen.errors import MissingExtra, SourceError
from quizgen.model import Article
from quizgen.sources import html
from quizgen.sources.archives import Archive, parse_xml, refuse_entities
from quizgen.sources.composing import Told, compose, lay_out
from quizgen.sources.dates import date_within
from quizgen.sources.decoding import decode_declared
from quizgen.sources.documents import Document, as_slug

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHAPTER_WORDS = 60
_MOST_CHAPTERS = 2000
_LARGEST_CHAPTER = 10 * 2**20
_BODY = re.compile(r"<body\b[^>]*>(.*)</body>", re.DOTALL | re.IGNORECASE)


def read(document: Document) -> Iterator[Article]:
    """The chapters of a book.

    Raises:
        SourceError: it is damaged, protected, harmful or holds no text.
        MissingExtra: the packages for books are not installed.
    """
    try:
        import lxml.html  # noqa: F401
    except ImportError:
        raise MissingExtra("reading a book", "web") from None
    archive = Archive(document.content, document.name)
    if "META-INF/rights.xml" in archive.names:
        raise SourceError(
            f"{document.name} is protected against reading by programs: get a copy without protection."
        )
    root = parse_xml(archive.read("META-INF/container.xml"), document.name)
    package = next((one.get("full-path", "") for one in root.iter("{*}rootfile")), "")
    book = parse_xml(archive.read(package), document.name)
    told = _told(book, document)
    chapters = list(_chapters(book, posixpath.dirname(package), archive, document))
    long = [
        chapter for chapter in chapters if sum(len(text.split()) for text, _, _ in chapter) >= _CHAPTER_WORDS
    ]
    chosen = long or chapters[:1]
    if not chosen:
        raise SourceError(f"{document.name} holds no chapter with text.")
    for number, pieces in enumerate(chosen, 1):
        yield _article(pieces, number, len(chosen) == 1, told, document)


def _article(pieces: list[html.Piece], number: int, only: bool, told: Told, document: Document) -> Article:
    original, blocks = lay_out(pieces)
    heading = next((text for text, role, _ in pieces[:3] if role == "heading"), "")
    title = told.title if only else heading or f"{told.title}, part {number}"
    return compose(
        original,
        blocks,
        source=document.slug
        if only
        else f"{document.slug}-{number:02}-{as_slug(heading)[:40]}".removesuffix("-article"),
        name=document.name,
        told=replace(told, title=title, publisher=told.publisher or ("" if only else told.title)),
        fallback=document.title,
        changed=document.changed,
    )


def _told(book: _Element, document: Document) -> Told:
    def first(name: str) -> str:
        element = next(book.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"), None)
        return " ".join("".join(element.itertext()).split()) if element is not None else ""

    return Told(
        first("title"), date_within(first("date")), first("creator"), first("publisher"), document.url
    )


def _chapters(
    book: _Element, folder: str, archive: Archive, document: Document
) -> Iterator[list[html.Piece]]:
    """The paragraphs of each document of the spine."""
    files = {item.get("id"): item.get("href", "") for item in book.iter("{*}item")}
    total = 0
    for reference in list(book.iter("{*}itemref"))[:_MOST_CHAPTERS]:
        href = unquote(files.get(reference.get("idref"), "")).partition("#")[0]
        part = posixpath.normpath(posixpath.join(folder, href))
        if href and part in archive.names:
            content = archive.read(part)
            total += len(content)
            if len(content) > _LARGEST_CHAPTER or total > 4 * _LARGEST_CHAPTER:
                raise SourceError(f"{document.name} holds more text than is read at once: give a part of it.")
            refuse_entities(content, document.name)
            text = decode_declared(content, document.name, [])
            body = _BODY.search(text)
            yield html.fragment(body[1] if body else re.sub(r"<\?xml[^>]*>", "", text, count=1))
