"""Plain text of any shape: with mail headers or without, wrapped or not, with a title or without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.model import Article
from quizgen.sources.composing import Told, compose
from quizgen.sources.dates import date_line, date_within
from quizgen.sources.decoding import decode
from quizgen.sources.documents import Document
from quizgen.sources.splitting import Block, split

_HEADER = re.compile(r"(?P<key>[A-Za-z][A-Za-z-]{1,30}): ?(?P<value>.*)")
_TELLING = {
    "title": "title",
    "headline": "title",
    "subject": "title",
    "date": "date",
    "published": "date",
    "author": "author",
    "from": "author",
    "publisher": "publisher",
    "source": "publisher",
    "url": "url",
    "link": "url",
}
_ADDRESS = re.compile(r"\s*[<(]?[^\s<>()]+@[^\s<>()]+[>)]?\s*")
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_SIGNATURE_LENGTH = 2000


def read(document: Document) -> Iterator[Article]:
    """The one article of a text."""
    text = decode(document.content, document.name)
    yield read_text(text, document)


def read_text(text: str, document: Document) -> Article:
    """The article that characters make; `document` tells names only."""
    head, told = _header(text)
    tail = _signature(text)
    blocks = [Block(start, end, "aside") for start, end in head]
    begin = head[-1][1] if head else 0
    for block in split(text[begin:tail]):
        blocks.append(Block(block.start + begin, block.end + begin, block.role, block.listed))
    for block in split(text[tail:]):
        blocks.append(Block(block.start + tail, block.end + tail, "aside"))
    return compose(
        text,
        blocks,
        source=document.slug,
        name=document.name,
        told=told.over(Told(url=document.url)),
        fallback=document.title,
        changed=document.changed,
    )


def _header(text: str) -> tuple[list[tuple[int, int]], Told]:
    """The places of the lines of a mail's header (or the like) and what it tells."""
    places: list[tuple[int, int]] = []
    found: dict[str, str] = {}
    at = len(text) - len(text.lstrip())
    while at < len(text) and len(places) < 100:
        stop = min((end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0), default=len(text))
        line = text[at:stop]
        match = _HEADER.fullmatch(line)
        if not match and not (places and line[:1] in (" ", "\t") and line.strip()):
            break
        if match and (kind := _TELLING.get(match["key"].lower())):
            found.setdefault(kind, match["value"].strip())
        places.append((at, stop))
        at = stop + 2 if text[stop : stop + 2] == "\r\n" else stop + 1
    if len(found) < 2 or (text[at : at + 1].strip() and len(places) < 3):
        return [], Told()
    author = _ADDRESS.sub(" ", found.get("author", "")).strip(" ()\"'")
    day = found.get("date", "")
    return places, Told(
        title=re.sub(r"^(?:(?:re|fwd?)\s*:\s*)+", "", found.get("title", ""), flags=re.I),
        published=date_line(day) or date_within(day),
        author=author,
        publisher=found.get("publisher", ""),
        url=found.get("url", "") if found.get("url", "").startswith(("http://", "https://")) else "",
    )


def _signature(text: str) -> int:
    """Where the signature of a mail begins: behind the last line of two dashes, if little follows."""
    last = max((match.start() for match in _SIGNATURE.finditer(text)), default=len(text))
    return last if len(text) - last <= _SIGNATURE_LENGTH else len(text)
