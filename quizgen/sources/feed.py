"""Feeds (RSS and Atom): each entry is an article, newest first.

Entries that hold only a summary are followed to their page where the feed itself was fetched; a feed
from a file never asks the network for anything.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from quizgen.errors import MissingExtra, QuizgenError, SourceError
from quizgen.model import Article
from quizgen.sources import html
from quizgen.sources.archives import refuse_entities
from quizgen.sources.composing import Told, compose, lay_out
from quizgen.sources.decoding import check_size, decode_declared
from quizgen.sources.documents import Document, as_slug

_ENOUGH_WORDS = 120
_MOST_ENTRIES = 2000


def read(document: Document) -> Iterator[Article | QuizgenError]:
    """The articles of a feed; an entry that can't be read is the error that tells of it.

    Raises:
        SourceError: it is no feed, or holds nothing.
        MissingExtra: the packages for feeds are not installed.
    """
    try:
        import feedparser
    except ImportError:
        raise MissingExtra("reading a feed", "feeds") from None
    check_size(document.content, document.name)
    text = decode_declared(document.content, document.name, [])
    content = text.encode()
    refuse_entities(content, document.name)
    try:
        feed = feedparser.parse(
            io.BytesIO(content), response_headers={"content-type": "application/xml; charset=utf-8"}
        )
    except Exception as error:  # its parsers fail in their own ways
        raise SourceError(f"{document.name} can't be read as a feed: {type(error).__name__}.") from None
    entries = [entry for entry in feed.entries[:_MOST_ENTRIES] if isinstance(entry, dict)]
    if not entries:
        raise SourceError(f"{document.name} holds no entries: is it a feed (RSS or Atom)?")
    entries.sort(key=lambda entry: _day(entry) or date.min, reverse=True)
    publisher = _plain(feed.feed.get("title"))
    for entry in entries:
        try:
            yield _article(entry, document, publisher)
        except SourceError as error:
            yield error


def _article(entry: dict[str, Any], document: Document, publisher: str) -> Article:
    title, link = _plain(entry.get("title")), str(entry.get("link") or "")
    link = link if link.startswith(("http://", "https://")) else ""
    told = Told(title, _day(entry), _plain(entry.get("author")), publisher, link)
    pieces = html.fragment(_longest(entry))
    if document.follow and link and sum(len(text.split()) for text, _, _ in pieces) < _ENOUGH_WORDS:
        try:
            page = next(html.read(document.follow(link)))
        except SourceError:
            pass  # the summary is better than nothing
        else:
            return _with(page, told)
    if not pieces:
        raise SourceError(f'{document.name} holds no text for "{title[:80] or link[:80]}".')
    if title:
        pieces.insert(0, (title, "heading", False))
    original, blocks = lay_out(pieces)
    return compose(
        original,
        blocks,
        source=f"{document.slug}-{as_slug(title or link)[:60]}",
        name=link or document.name,
        told=told,
        changed=_stamp(entry) or document.changed,
    )


def _with(page: Article, told: Told) -> Article:
    """A page, and what its feed knows where it tells nothing itself."""
    from dataclasses import replace

    return replace(
        page,
        published=page.published or told.published,
        author=page.author or told.author,
        publisher=page.publisher or told.publisher,
    )


def _longest(entry: dict[str, Any]) -> str:
    """The fullest text that an entry holds."""
    contents = [str(one.get("value") or "") for one in entry.get("content", []) if isinstance(one, dict)]
    return max([*contents, str(entry.get("summary") or "")], key=len)


def _day(entry: dict[str, Any]) -> date | None:
    stamp = _parsed(entry, "published") or _parsed(entry, "updated")
    try:
        return date(*stamp[:3]) if stamp else None
    except (TypeError, ValueError):
        return None


def _parsed(entry: dict[str, Any], which: str) -> Any:
    """A stamp as numbers; feedparser's own `get` would take one of these for the other, and warn."""
    return dict.get(entry, f"{which}_parsed")


def _stamp(entry: dict[str, Any]) -> str:
    stamp = _parsed(entry, "updated") or _parsed(entry, "published")
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*stamp[:6]) if stamp else ""


def _plain(value: object) -> str:
    """A title or name without markup."""
    return " ".join(text for text, _, _ in html.fragment(str(value))) if value else ""
