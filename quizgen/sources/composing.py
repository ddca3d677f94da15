"""From stretches of an original to an `Article`: repair, roles, headings, title, date and author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quizgen.errors import SourceError
from quizgen.model import Article, Paragraph, Role
from quizgen.sources.boilerplate import byline
from quizgen.sources.dates import date_line, date_within
from quizgen.sources.gluing import Vocabulary, unglue
from quizgen.sources.mending import mend, words_of
from quizgen.sources.roles import assign, is_headline, is_label_of_points
from quizgen.sources.splitting import LARGEST_PARAGRAPH, Block, shortened
from quizgen.sources.tracing import Traced

LARGEST_ARTICLE = 3_000_000
"""Characters of text that one article may have: two thick books, and minutes of reading for the model."""

_LONGEST_TITLE = 300
_STAMP = re.compile(
    r"(?:T[+-]\d{1,3}:\d{2}(?::\d{2})?|\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?)"
    r"(?:\s*[:|–—-])?\s+(?=['\"“‘(]?[A-Z])(?![A-Z]{2,4}$)"
)
# "LONDON, March 3 (Reuters) - ": a place in capitals, maybe more, and a dash.
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,}(?: [A-Z][A-Z'’.-]+){0,3}(?:/[A-Z]+)?(?:, [A-Z][\w. ]{1,20}?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?:,? \d{4})?(?: ?\([A-Z][\w ./-]{1,30}\))?\s*(?:—|–|--|(?<=\s)-)\s*(?=['\"“‘(]?[A-Z][a-z ])"
    # "Sacramento, California — ", "(CNN) -- "
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}, [A-Z][\w.]+(?: [A-Z][a-z]+)?\s(?:—|–|--)\s(?=['\"“‘(]?[A-Z][a-z ])"
    r"|\([A-Z][\w ./-]{1,30}\)\s*(?:—|–|--|-)\s+(?=['\"“‘(]?[A-Z][a-z ])"
    # "HOUSTON The mayor": the dash got lost
    r"|[A-Z]{4,}(?: [A-Z]{3,})?\s(?=(?:The|An?|In|At|On|After|When|It|Two|Three|Four|Five|More|Police|Officials) [\w$£€])"
)
_STAMPS_OF_A_LIVE_BLOG = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells of itself beside its text, or its user about it; "" and None: nothing."""

    title: str = ""
    published: date | None = None
    author: str = ""
    publisher: str = ""
    url: str = ""

    def over(self, other: Told) -> Told:
        """These details, and the other's where these tell nothing."""
        return Told(
            self.title or other.title,
            self.published or other.published,
            self.author or other.author,
            self.publisher or other.publisher,
            self.url or other.url,
        )

    def on(self, article: Article) -> Article:
        """The article with these details in place of its own, where they tell something."""
        return replace(
            article,
            title=self.title or article.title,
            published=self.published or article.published,
            author=self.author or article.author,
            publisher=self.publisher or article.publisher,
            url=self.url or article.url,
        )


def compose(
    original: str,
    blocks: Iterable[Block],
    *,
    source: str,
    name: str,
    told: Told,
    fallback: str = "",
    changed: str = "",
) -> Article:
    """The article that blocks of an original make.

    Args:
        original: the characters that places refer to.
        blocks: its paragraphs, ascending, without overlap.
        source, name, changed: as in `Article`.
        told: what the document tells of itself.
        fallback: the title where nothing reads as one; else the first words are taken.

    Raises:
        SourceError: there is no paragraph at all, or text beyond all measure.
    """
    blocks = list(blocks)
    if any(block.end - block.start > LARGEST_PARAGRAPH for block in blocks):
        raise SourceError(f"{name} holds a line of more than {LARGEST_PARAGRAPH:,} characters: is it a text?")
    if sum(block.end - block.start for block in blocks) > LARGEST_ARTICLE:
        raise SourceError(
            f"{name} holds more than {LARGEST_ARTICLE:,} characters of text: give a part of it."
        )
    words = words_of(original)
    pairs = [
        (traced, block)
        for long in blocks
        for block in shortened(long, original)
        if (traced := mend(Traced.of(original, block.start, block.end), words)).text
    ]
    if not pairs:
        raise SourceError(f"{name} holds no text.")
    vocabulary = Vocabulary.of(traced.text for traced, _ in pairs)
    pairs = list(_without_stamps([(unglue(traced, vocabulary), block) for traced, block in pairs]))
    texts = [traced.text for traced, _ in pairs]
    roles = assign(texts, [block for _, block in pairs])
    title = told.title or _title(texts, roles) or fallback or _first_words(texts, roles)
    return Article(
        title=_clean(title)[:_LONGEST_TITLE],
        paragraphs=tuple(_paragraphs([traced for traced, _ in pairs], roles)),
        source=source,
        name=name,
        url=told.url,
        published=told.published or _published(texts, roles) or date_within(title),
        author=_clean(told.author) or _author(texts, roles),
        publisher=_clean(told.publisher),
        changed=changed,
    )


def lay_out(pieces: Iterable[tuple[str, Role | None, bool]]) -> tuple[str, list[Block]]:
    """An original for formats whose files are not text: the pieces, a line end between them, and their blocks.

    Args:
        pieces: text, role (None: only the words can tell) and whether it is an item of a list.
    """
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    for text, role, listed in pieces:
        paragraph = text.strip()
        if paragraph:
            lines.append(paragraph)
            blocks.append(Block(at, at + len(paragraph), role, listed))
            at += len(paragraph) + 1
    return "\n".join(lines), blocks


def _clean(text: str) -> str:
    """A title or name as it is shown: repaired, on one line."""
    return mend(Traced.of(text, 0, len(text)), frozenset()).text


def _without_stamps(pairs: Sequence[tuple[Traced, Block]]) -> Iterable[tuple[Traced, Block]]:
    """Part from first sentences the time of an entry in a live blog, and the dateline of an agency."""
    stamps = [_STAMP.match(traced.text) for traced, _ in pairs]
    live = sum(stamp is not None for stamp in stamps) >= _STAMPS_OF_A_LIVE_BLOG
    for (traced, block), time in zip(pairs, stamps, strict=True):
        stamp = time if live else _DATELINE.match(traced.text)
        if stamp and block.role is None and stamp.end() < len(traced.text):
            yield traced.cut(0, len(stamp.group().rstrip())), Block(block.start, block.end, "aside")
            yield traced.cut(stamp.end(), len(traced.text)), block
        else:
            yield traced, block


def _paragraphs(traced: Sequence[Traced], roles: Sequence[Role]) -> Iterable[Paragraph]:
    heading = ""
    for part, role in zip(traced, roles, strict=True):
        yield Paragraph(part.text, heading, role, part.anchors, part.end)
        if role == "heading":
            heading = part.text


def _title(texts: Sequence[str], roles: Sequence[Role]) -> str:
    """The headline above the prose; under "Key points" the first of them that reads as one."""
    for text, role in zip(texts, roles, strict=True):
        if role == "text":
            return ""
        if role == "heading" and not is_label_of_points(text):
            return text.rstrip(":")
        if role == "point" and is_headline(text) and len(text.split()) > 3:
            return text
    return ""


def _first_words(texts: Sequence[str], roles: Sequence[Role]) -> str:
    text = next(
        (text for text, role in zip(texts, roles, strict=True) if role not in ("aside", "foreign")), texts[0]
    )
    if len(text) <= 60:
        return text.rstrip(".")
    return text[:60].rsplit(" ", 1)[0].rstrip(",;:-– ") + "…"


def _published(texts: Sequence[str], roles: Sequence[Role]) -> date | None:
    """The day of a line above the prose; one further down belongs to something else."""
    for text, role in zip(texts, roles, strict=True):
        if role == "text":
            return None
        if role == "aside" and (day := date_line(text)):
            return day
    return None


def _author(texts: Sequence[str], roles: Sequence[Role]) -> str:
    """The name of a byline above the prose; one further down belongs to a part of the text."""
    for text, role in zip(texts, roles, strict=True):
        if role == "text":
            return ""
        if role == "aside" and (name := byline(text)):
            return name
    return ""
