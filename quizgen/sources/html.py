"""Web pages: the article without navigation, captions, comments and "read also".

trafilatura finds the body; what it drops although a reader of a live blog needs it (the key points,
the time of each entry) is taken from the page itself.  Details are read in `quizgen.sources.details`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.errors import MissingExtra, SourceError
from quizgen.model import Article, Role
from quizgen.sources.boilerplate import byline, is_boilerplate, is_caption
from quizgen.sources.composing import Told, compose, lay_out
from quizgen.sources.dates import date_line
from quizgen.sources.decoding import check_size, decode_declared
from quizgen.sources.documents import Document
from quizgen.sources.roles import is_label_of_points

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Piece = tuple[str, Role | None, bool]
"""The text of a paragraph, its role (None: only the words can tell), and whether it is a list's item."""

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_LARGEST_TREE = 100_000
_FOOTNOTE = re.compile(r"\[?(?:\d{1,3}|[a-z]|[*†‡]|(?:note|nb|n|fn) ?\d{1,3})\]?")
_FOOTNOTE_MARK = re.compile(r"(?<=\S)\[(?:\d{1,3}|(?:note|nb|n|fn) ?\d{1,3}|edit|citation needed)\]")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?", re.I)
# Elements that begin a paragraph: trafilatura's own (after TEI), then HTML's.
_BREAKING = frozenset(
    """p head item row quote list table div lb code body main
    h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote br hr tr section article header footer figure pre""".split()
)
_HEADINGS = ("head", "h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = ("cell", "td", "th")
_UNREAD = frozenset(
    "script style code graphic figure figcaption nav aside footer template svg noscript rt rp".split()
)
_BESIDE = (
    "ancestor-or-self::*[self::nav or self::aside or self::footer or self::header[not(ancestor::article)]]"
)
_LIVE_ENTRIES = 3
_THIN = 400
"""Characters below which a body is compared with what else the page offers."""


def read(document: Document) -> Iterator[Article]:
    """The one article of a page.

    Raises:
        SourceError: no article is found in it.
        MissingExtra: the packages for pages are not installed.
    """
    try:
        import trafilatura  # noqa: F401 -- the first to be missing; everything below is imported where it is used
    except ImportError:
        raise MissingExtra("reading a web page", "web") from None
    from quizgen.sources.details import details

    page = page_text(document)
    pieces, told = body(page, document.name), details(parsed(page, document.name), document.url)
    if told.title and not any(role == "heading" and text == told.title for text, role, _ in pieces[:1]):
        pieces.insert(0, (told.title, "heading", False))
    original, blocks = lay_out(pieces)
    yield compose(
        original,
        blocks,
        source=document.slug,
        name=document.name,
        told=told.over(Told(url=document.url)),
        fallback=document.title,
        changed=document.changed,
    )


def page_text(document: Document) -> str:
    """The characters of a page in the encoding that it, or its server, declares.

    Raises:
        SourceError: it is too large or binary.
    """
    check_size(document.content, document.name)
    served = re.search(r"charset=[\"']?([\w-]+)", document.media, re.I)
    declared = _CHARSET.search(document.content[:4096])
    names = [served[1]] if served else []
    names += [declared[1].decode("ascii")] if declared else []
    return decode_declared(document.content, document.name, names)


def parsed(page: str, name: str) -> HtmlElement:
    """The tree of a page.

    Raises:
        SourceError: it is no page, or has more elements than any page needs.
    """
    from trafilatura import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = load_html(page.replace("\0", ""))
    except Exception as error:  # a parser's own errors are as many as its versions
        raise SourceError(f"{name} can't be read as a web page: {type(error).__name__}.") from None
    if tree is None:
        raise SourceError(f"{name} is no web page that can be read: save the page again as HTML.")
    if sum(1 for _ in zip(tree.iter(), range(_LARGEST_TREE + 1), strict=False)) > _LARGEST_TREE:
        raise SourceError(f"{name} has more than {_LARGEST_TREE} elements: save only the article.")
    return tree


def body(page: str, name: str) -> list[Piece]:
    """The paragraphs of a page's article, in order.

    Raises:
        SourceError: none is found.
    """
    from trafilatura import bare_extraction

    tree = parsed(page, name)
    _without_footnotes(tree)
    times, points = _times(tree), _key_points(tree)
    try:
        found = bare_extraction(tree, include_comments=False, include_links=False, with_metadata=False)
    except Exception as error:
        raise SourceError(f"{name} can't be read as a web page: {type(error).__name__}.") from None
    extracted = list(paragraphs(found.body)) if found is not None and not isinstance(found, dict) else []
    if _length(extracted) < _THIN:
        extracted = max(extracted, list(_told(parsed(page, name))), key=_length)
    if _length(extracted) < _THIN / 4:
        extracted = max(extracted, list(_plain(parsed(page, name))), key=_length)
    known = {text for text, _, _ in extracted}
    extracted[:0] = [piece for piece in points if piece[0] not in known]
    pieces: list[Piece] = []
    for text, role, listed in extracted:
        hour = times.pop(_key(text), "")
        if hour and not (pieces and hour in pieces[-1][0][:30]):
            pieces.append((hour, "aside", False))
        if not (is_boilerplate(text) and len(text.split()) < 6 if role == "heading" else _beside(text)):
            pieces.append((text, role, listed))
    if not any(role != "aside" for _, role, _ in pieces):
        raise SourceError(
            f"no article is found in {name}: save the page with its text, or give the text itself."
        )
    return pieces


def _beside(text: str) -> bool:
    """Is a paragraph of a page no part of its article?"""
    return bool(is_boilerplate(text) or is_caption(text) or byline(text) or date_line(text))


def _without_footnotes(tree: HtmlElement) -> None:
    """Drop the marks of footnotes and the links for editing a section, which no reader reads out."""
    for element in list(tree.iter("sup")):
        if _FOOTNOTE.fullmatch("".join(element.itertext()).strip()) and element.find(".//a") is not None:
            element.drop_tree()


def paragraphs(body: HtmlElement) -> Iterator[Piece]:
    """The paragraphs of a tree (HTML, or what trafilatura makes of it); text between them makes its own.

    The walk keeps its own stack, so that no page can nest too deep for it.
    """
    words: list[str] = []
    state: tuple[Role | None, bool] = (None, False)
    stack: list[tuple[str, HtmlElement, tuple[Role | None, bool]]] = [("open", body, state)]

    def flush() -> Iterator[Piece]:
        text = _FOOTNOTE_MARK.sub("", " ".join("".join(words).split()))
        words.clear()
        if text:
            yield text, *state

    while stack:
        step, node, inherited = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if step == "close":
            if tag in _BREAKING:
                yield from flush()
            elif tag in _CELLS:
                words.append(" ")
            state = inherited
            if node.tail and node is not body:
                words.append(node.tail)
            continue
        if tag in _BREAKING:
            yield from flush()
        stack.append(("close", node, state))
        state = _state(tag, state)
        if tag in _CELLS:
            words.append(" ")
        if tag and tag not in _UNREAD:
            words.append(node.text or "")
            stack.extend(("open", child, state) for child in reversed(node))
    yield from flush()


def _state(tag: str, state: tuple[Role | None, bool]) -> tuple[Role | None, bool]:
    """Role and list membership inside an element."""
    if tag in _HEADINGS:
        return "heading", False
    if tag in ("item", "row", "li", "tr"):
        return None, True
    return state


def _key(text: str) -> str:
    """What is compared of a paragraph: its first letters, whatever the spacing."""
    return re.sub(r"\W+", "", text)[:60]


def _times(tree: HtmlElement) -> dict[str, str]:
    """The hour of each entry of a live blog, under the paragraph that it stands above."""
    found: dict[str, str] = {}
    for node in tree.iter("time", "p", "span", "div", "small", "abbr", "strong", "b", "a"):
        text = " ".join("".join(node.itertext()).split()) if len(node) < 4 else ""
        hour = _CLOCK.search(text) if node.tag == "time" else len(text) < 30 and _CLOCK.fullmatch(text)
        after = (
            node.xpath("following::*[self::h1 or self::h2 or self::h3 or self::h4 or self::p][1]")
            if hour
            else []
        )
        if hour and after:
            found.setdefault(_key("".join(after[0].itertext())), hour.group())
    return found if len(found) >= _LIVE_ENTRIES else {}


def _key_points(tree: HtmlElement) -> list[Piece]:
    """The list under a heading such as "Key points", which sums up a live blog."""
    for heading in tree.iter("h1", "h2", "h3", "h4", "strong", "b", "p"):
        label = " ".join("".join(heading.itertext()).split())
        if len(label) > 60 or not is_label_of_points(label) or heading.xpath(_BESIDE):
            continue
        for node in heading.xpath("following::*[position() < 6][self::ul or self::ol][1]"):
            items = [" ".join("".join(item.itertext()).split()) for item in node.iter("li")]
            if items:
                return [(label, "heading", False), *((item, None, True) for item in items if item)]
    return []


def _length(pieces: list[Piece]) -> int:
    return sum(len(text) for text, _, _ in pieces)


def _told(tree: HtmlElement) -> Iterator[Piece]:
    """The text that a page tells in its structured data, for pages that scripts would fill."""
    from quizgen.sources.details import linked_data

    for one in linked_data(tree):
        updates = one.get("liveBlogUpdate")
        for entry in updates if isinstance(updates, list) else [one]:
            if not isinstance(entry, dict) or not isinstance(entry.get("articleBody"), str):
                continue
            hour = re.search(r"T(\d\d:\d\d)", str(entry.get("datePublished"))) if entry is not one else None
            if hour:
                yield hour[1], "aside", False
            if entry is not one and isinstance(entry.get("headline"), str):
                yield entry["headline"], "heading", False
            for line in entry["articleBody"].split("\n"):
                yield from fragment(line) if line.strip() else ()


def _plain(tree: HtmlElement) -> Iterator[Piece]:
    """Every paragraph that is not beside the article, for pages too short to be recognised."""
    from quizgen.sources.details import OTHER_PART

    for node in list(tree.iter("div", "section", "ul", "ol", "p", "table", "form")):
        called = f"{node.get('class') or ''} {node.get('id') or ''}"
        linked = sum(len("".join(link.itertext())) for link in node.iter("a"))
        if (
            OTHER_PART.search(called) or linked > 0.6 * len("".join(node.itertext()))
        ) and node.getparent() is not None:
            node.drop_tree()
    return paragraphs(next(tree.iter("body"), tree))


def fragment(markup: str) -> list[Piece]:
    """The paragraphs of a piece of HTML, as feeds and books hold them; plain text is one too."""
    from lxml import etree
    from lxml.html import fragment_fromstring

    try:
        tree = fragment_fromstring(markup.replace("\0", ""), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return []
    _without_footnotes(tree)
    return [piece for piece in paragraphs(tree) if piece[1] == "heading" or not _beside(piece[0])]
