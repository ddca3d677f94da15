"""What a page tells of itself: headline, date, author, publisher and address.

Structured data (JSON-LD after schema.org) and meta elements (Open Graph and the like) come first; a
headline must besides be one that a reader sees, and a date from the words of a page is taken only
where it stands by the headline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from quizgen.sources.composing import Told
from quizgen.sources.dates import date_line, date_within

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time og:published_time og:article:published_time date dc.date dc.date.issued dcterms.date "
    "dcterms.created dcterms.issued dc.date.created parsely-pub-date sailthru.date pubdate publishdate publish-date "
    "publish_date publication_date datepublished article.published article:published citation_date "
    "citation_publication_date date.created originalpublicationdate cxenseparse:recs:publishtime rnews:datepublished "
    "published published_time published-date release_date displaydate article_date_original dat:published"
).split()
_AUTHORS = "author article:author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author".split()
_ARTICLE = re.compile(r"Article|Posting|Report|Review|WebPage|BlogPost", re.I)
_SEPARATOR = re.compile(r"\s+[|»›·•–—:-]+\s+|\s*[|»›]\s*")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\b)")
_IN_ADDRESS_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})/", re.I)
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|de|da|del|van|von|der|den|bin|al|el|la|and|&))*")
# hCalendar and hCard mark the days of events and lives with these, never that of the page.
_OTHER_DAYS = {"bday", "dtstart", "dtend", "deathdate", "birthday", "duration"}
_CALLED_DATE = re.compile(r"date|time|publish|posted|byline|meta|dateline")
OTHER_PART = re.compile(
    r"comment|related|sidebar|widget|footer|nav|recommend|promo|teaser|most-?read|reference|citation|access-?date",
    re.I,
)
# What old pages put around a script, lest old browsers show it.
_WRAPPING = re.compile(
    r"^\s*(?:<!--|/\*|//)?\s*(?:<!\[CDATA\[)?(?:\*/)?|(?:/\*|//)?\s*(?:\]\]>)?\s*(?:\*/|-->)?\s*$"
)
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|by|people|profile|staff|contributors?|writers?|reporters?)/[^/]+/?$"
)
_LONGEST_HEADLINE = 300
_DEEPEST = 12
_NEAR = 40


def details(tree: HtmlElement, url: str) -> Told:
    """The details of a page.

    Args:
        tree: the page; it may be changed.
        url: its address, "" if it came from a file.
    """
    data = list(linked_data(tree))
    meta = _meta(tree)
    title = _headline(tree, meta, data)
    address = _address(tree, meta, url, title)
    return Told(
        title=title,
        published=_published(tree, meta, data, address, title),
        author=_author(tree, meta, data),
        publisher=_publisher(tree, meta, data, title),
        url=address,
    )


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that describe an article, at any depth."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            loaded = json.loads(_WRAPPING.sub("", script.text or ""))
        except (ValueError, RecursionError):
            continue
        stack = [(loaded, 0)]
        while stack:
            value, depth = stack.pop(0)
            if isinstance(value, list) and depth < _DEEPEST:
                stack += [(one, depth + 1) for one in value[:100]]
            elif isinstance(value, dict):
                kinds = value.get("@type")
                names = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds or "")
                if _ARTICLE.search(names):
                    yield value
                stack += [(value[key], depth + 1) for key in ("@graph", "mainEntity") if key in value]


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by name, property or itemprop in lower case; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            content = " ".join((element.get("content") or "").split())
            if content and element.get(attribute):
                found.setdefault(element.get(attribute, "").strip().lower(), content)
    return found


def _fold(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _headline(tree: HtmlElement, meta: dict[str, str], data: Iterable[dict[str, Any]]) -> str:
    """The headline: of what the page declares the part that a heading of the page confirms."""
    title = next((_words(node) for node in tree.iter("title")), "")
    declared = [_text(one.get(key)) for one in data for key in ("headline", "name")]
    declared += [meta.get("og:title", ""), meta.get("twitter:title", ""), meta.get("dc.title", ""), title]
    declared = [text[:_LONGEST_HEADLINE] for text in declared if text]
    headings = [
        text for node in tree.iter("h1", "h2", "h3") if 0 < len(text := _words(node)) <= _LONGEST_HEADLINE
    ][:200]
    site = _fold(meta.get("og:site_name", ""))
    for text in declared:
        told = f" {_fold(text)} "
        confirmed = [
            heading
            for heading in headings
            if (folded := _fold(heading))
            and folded != site
            and f" {folded} " in told
            and _is_segment(heading, text)
        ]
        if confirmed:
            return max(confirmed, key=len)
    if declared:
        segments = [part for part in _SEPARATOR.split(declared[0]) if part.strip() and _fold(part) != site]
        main = [_words(node) for node in tree.iter("h1") if _words(node)]
        if len(main) == 1 and len(main[0].split()) > 3 and _fold(main[0]) != site:
            return main[0][:_LONGEST_HEADLINE]
        if declared[0] != title:
            return declared[0] if not site or _fold(declared[0]) == site else _without(declared[0], site)
        return _best_segment(segments, title)
    return headings[0] if headings else ""


def _without(declared: str, site: str) -> str:
    """A declared headline without the name of its site behind it."""
    parts = re.split(r"(\s+[|»›·•–—-]+\s+)", declared)
    return "".join(parts[:-2]) if len(parts) > 2 and _fold(parts[-1]) == site else declared


def _best_segment(segments: Sequence[str], declared: str) -> str:
    """The headline of "Headline | Site" or "Site » Headline": the one of several words, mostly the first."""
    if not segments:
        return declared
    ordered = [segments[-1], *segments[:-1]] if "»" in declared else segments
    return next((part for part in ordered if len(part.split()) > 2), max(segments, key=len)).strip()


def _is_segment(heading: str, declared: str) -> bool:
    """Is a heading all of what is declared, or all between two separators (then not the site's name)?

    "Site » Headline" holds both; the longer one, or the one that is several words, is the headline.
    """
    parts = [_fold(part) for part in _SEPARATOR.split(declared) if _fold(part)]
    folded = _fold(heading)
    return folded == _fold(declared) or folded in parts or len(folded) > 0.5 * len(_fold(declared))


def _published(
    tree: HtmlElement, meta: dict[str, str], data: Iterable[dict[str, Any]], address: str, title: str
) -> date | None:
    told = [
        _text(one.get("datePublished") or one.get("dateCreated") or one.get("uploadDate")) for one in data
    ]
    told += [meta[name] for name in _PUBLISHED if name in meta]
    for text in told:
        if day := date_within(text):
            return day
    return (
        _by_element(tree)
        or in_address(address)
        or _by_headline(tree, title)
        or _by_class(tree)
        or _by_lone_line(tree)
    )


def in_address(address: str) -> date | None:
    """The day that an address tells: ".../2009/06/05/headline"."""
    match = _IN_ADDRESS.search(address)
    if match:
        return date_within("-".join(match.groups()))
    named = _IN_ADDRESS_NAMED.search(address)
    return date_within(f"{named[3]} {named[2]} {named[1]}") if named else None


def _by_element(tree: HtmlElement) -> date | None:
    """The day of an element that is marked as the day of publication."""
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        classes = set((node.get("class") or "").lower().split())
        marked = (node.get("itemprop") or "").lower() in (
            "datepublished",
            "datecreated",
        ) or "pubdate" in node.attrib
        if (
            not marked
            and not classes & {"published", "entry-date", "dt-published", "post-date", "publish-date"}
        ) or (classes & _OTHER_DAYS):
            continue
        for text in (node.get("datetime"), node.get("content"), node.get("title"), _words(node)):
            if text and len(text) < 100 and (day := date_within(text)):
                return day
    return None


def _by_headline(tree: HtmlElement, title: str) -> date | None:
    """The day that stands close by the headline, in a time element or a line of its own."""
    near = 0
    folded = _fold(title)
    for node in tree.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "table", "tr", "td", "th"):
            continue
        if not near and node.tag in ("h1", "h2", "h3") and folded and _fold(_words(node)) == folded:
            near = 1
        elif near:
            near += 1
            if node.tag == "time" and (day := _of_time(node)):
                return day
            if len(text := _words(node)) < 80 and _own(node) and (day := date_line(text)):
                return day
            if near > _NEAR:
                break
    days = {day for node in tree.iter("time") if (day := _of_time(node))}
    return days.pop() if len(days) == 1 else None


def _of_time(node: HtmlElement) -> date | None:
    return date_within(f"{node.get('datetime') or ''} {_words(node)}"[:100])


def _by_class(tree: HtmlElement) -> date | None:
    """The first day in a short text of an element that is called after dates, bylines and the like."""
    for node in tree.iter(
        "span", "div", "p", "li", "small", "abbr", "em", "strong", "time", "b", "h4", "h5", "h6"
    ):
        if not _CALLED_DATE.search(f"{node.get('class') or ''} {node.get('id') or ''}".lower()):
            continue
        text = _words(node)
        if len(text) < 80 and _own(node) and (day := date_line(text) or date_within(text)):
            return day
    return None


def _by_lone_line(tree: HtmlElement) -> date | None:
    """The day of the lines that are dates and nothing else, if all of them agree."""
    days = set()
    for node in tree.iter():
        if isinstance(node.tag, str) and len(node) == 0 and node.text and len(node.text) < 80:
            day = date_line(node.text)
            if day and _own(node):
                days.add(day)
    return days.pop() if len(days) == 1 else None


def _own(node: HtmlElement) -> bool:
    """Does a node speak for the page: not for other articles, readers, sources, or the matter in a box?"""
    if set((node.get("class") or "").lower().split()) & _OTHER_DAYS:
        return False
    for one in (node, *node.iterancestors()):
        called = f"{one.get('class') or ''} {one.get('id') or ''}"
        if one.tag in ("nav", "aside", "footer", "cite") or (
            one.tag not in ("body", "html") and OTHER_PART.search(called)
        ):
            return False
        # Boxes of facts are tables with headers, or called so; tables for layout are neither.
        if one.tag == "table" and (one.find(".//th") is not None or "infobox" in called.lower()):
            return False
    return True


def _author(tree: HtmlElement, meta: dict[str, str], data: Iterable[dict[str, Any]]) -> str:
    told = [_names(one.get("author") or one.get("creator")) for one in data]
    told += [meta.get(name, "") for name in _AUTHORS]
    for node in tree.iter():
        if isinstance(node.tag, str) and (
            "author" in (node.get("rel") or "").split()
            or node.get("itemprop") == "author"
            or {"byline", "byline-name", "author-name", "p-author", "post-author"}
            & set((node.get("class") or "").lower().split())
        ):
            told.append(_words(node))
    told += re.findall(r"/author/([a-z]+(?:-[a-z]+)+)/?$", meta.get("article:author", ""))
    for text in told:
        name = re.sub(
            r"^(?:(?:posted|written|story|words|text|reported)\s+)?by[:\s]+", "", text.strip(), flags=re.I
        )
        if 2 < len(name) <= 120 and _NAME.fullmatch(name):
            return name
    return _linked_author(tree)


def _linked_author(tree: HtmlElement) -> str:
    """The name of the first link to an author's page: one behind "by", or where there are but few."""
    links = [
        node
        for node in tree.iter("a")
        if _AUTHORS_PAGE.search(node.get("href") or "")
        and _NAME.fullmatch(_words(node))
        and not node.xpath("ancestor::*[self::footer or self::aside or self::nav]")
    ]
    for node in links:
        before = node.getprevious()
        ahead = (before.tail if before is not None else node.getparent().text) or ""
        if re.search(r"\bby[:\s]*$", ahead, re.I):
            return _words(node)
    return _words(links[0]) if links and len({_words(node) for node in links}) <= 3 else ""


def _publisher(tree: HtmlElement, meta: dict[str, str], data: Iterable[dict[str, Any]], title: str) -> str:
    for text in (
        meta.get("og:site_name", ""),
        *(_names(one.get("publisher")) for one in data),
        meta.get("application-name", ""),
        meta.get("dc.publisher", ""),
    ):
        if 1 < len(text) <= 80:
            return text
    whole = next((_words(node) for node in tree.iter("title")), "")
    rest = [part for part in _SEPARATOR.split(whole) if part.strip() and _fold(part) not in _fold(title)]
    return rest[-1].strip() if len(rest) == 1 and len(rest[0]) <= 60 and title in whole else ""


def _address(tree: HtmlElement, meta: dict[str, str], url: str, title: str) -> str:
    """The address that the page calls its own; a page may only speak for itself in full addresses."""
    links = [
        node.get("href") or "" for node in tree.iter("link") if "canonical" in (node.get("rel") or "").lower()
    ]
    for text in (*links, meta.get("og:url", ""), url):
        if re.match(r"https?://[^\s/]+\.", text) and len(text) < 2000:
            return text.strip()
    links = [
        node.get("href") or ""
        for heading in tree.iter("h1", "h2", "h3")
        if title and _fold(_words(heading)) == _fold(title)
        for node in heading.iter("a")
    ]
    return links[0] if links and links[0].startswith(("http://", "https://")) else url


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _names(value: object) -> str:
    """The names in a JSON-LD value: a text, an object with a name, or a list of them."""
    if isinstance(value, dict):
        return _text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(
            name for one in value[:10] if (name := _names(one) if not isinstance(one, list) else "")
        )
    return _text(value)
