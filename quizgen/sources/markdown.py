"""Markdown: headings, paragraphs, lists, quotations and tables; code and HTML are left out.

Details may stand at the top between lines of dashes, as many tools write them: "title: ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quizgen.errors import SourceError
from quizgen.model import Article, Role
from quizgen.sources.composing import Told, compose, lay_out
from quizgen.sources.dates import date_line, date_within
from quizgen.sources.decoding import decode
from quizgen.sources.documents import Document

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+)$", re.MULTILINE)


def read(document: Document) -> Iterator[Article]:
    """The one article of a Markdown document.

    Raises:
        SourceError: it holds no text.
    """
    text = decode(document.content, document.name)
    front = _FRONT.match(text)
    told = _told(front[1]) if front else Told()
    try:
        tokens = (
            MarkdownIt("commonmark", {"maxNesting": 40})
            .enable("table")
            .parse(text[front.end() if front else 0 :])
        )
    except (RecursionError, ValueError) as error:
        raise SourceError(f"{document.name} can't be read as Markdown: {type(error).__name__}.") from None
    original, blocks = lay_out(_pieces(tokens))
    yield compose(
        original,
        blocks,
        source=document.slug,
        name=document.name,
        told=told.over(Told(title=_title(tokens), url=document.url)),
        fallback=document.title,
        changed=document.changed,
    )


def _pieces(tokens: list[Token]) -> Iterator[tuple[str, Role | None, bool]]:
    role: Role | None = None
    items = 0
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "heading_open":
                role = "heading"
            case "heading_close":
                role = None
            case "list_item_open":
                items += 1
            case "list_item_close":
                items -= 1
            case "tr_open":
                cells = []
            case "tr_close":
                yield " ".join(cells or []), None, True
                cells = None
            case "inline" if cells is not None:
                cells.append(_words(token))
            case "inline" if not _only_images(token):
                yield _words(token), role, items > 0


def _words(token: Token) -> str:
    """The words of a line without its marks."""
    shown = []
    for child in token.children or []:
        if child.type in ("text", "code_inline"):
            shown.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            shown.append("\n")
    return "".join(shown)


def _only_images(token: Token) -> bool:
    kinds = {child.type for child in token.children or [] if child.content.strip() or child.type == "image"}
    return kinds == {"image"}


def _title(tokens: list[Token]) -> str:
    """The first heading of the highest level, if no prose stands above it."""
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            return _words(inside).replace("\n", " ")
        if token.type == "paragraph_open" and not date_line(inside.content):
            return ""
    return ""


def _told(front: str) -> Told:
    fields = {match[1].lower(): match[2].strip().strip("\"'") for match in _FIELD.finditer(front)}
    url = fields.get("url") or fields.get("link") or ""
    return Told(
        title=fields.get("title", ""),
        published=date_within(fields.get("date") or fields.get("published") or ""),
        author=fields.get("author", ""),
        publisher=fields.get("publisher") or fields.get("source") or "",
        url=url if url.startswith(("http://", "https://")) else "",
    )
