"""Plain text of any shape, split into the stretches that make its paragraphs.

Two shapes are common: a paragraph on each line, and lines wrapped at some width with blank lines
between paragraphs.  Which one a text has shows in how often a line goes on in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizgen.model import Role

LARGEST_PARAGRAPH = 2_000_000
"""Characters of one paragraph beyond which a text is refused: nobody writes so, only machines do."""

LONGEST_PARAGRAPH = 100_000
"""Characters after which a paragraph is parted at the next best place, so that reading it stays cheap."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the original that makes one paragraph.

    Attributes:
        start, end: its place in the original, without what only marks it (bullets, indentation).
        role: what the form says it is; None where only the words can tell.
        listed: it is an item of a list.
    """

    start: int
    end: int
    role: Role | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its place, without white space at its ends and without a mark of quotation."""

    start: int
    end: int
    indent: int
    text: str


_LINE = re.compile(r"([^\n\r\v\f\u2028\u2029]*)(?:\r\n|[\n\r\v\f\u2028\u2029]|\Z)")
_QUOTED = re.compile(r"\s*(?:>\s?){1,20}")
_BULLET = re.compile(r"(?:[-*+•·‣▪◦■□●○▶►–█]+\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)(?=\S)")
_UNDERLINE = re.compile(r"[=\-~_*#^]{3,}")
_ENDS = re.compile(r"[.!?:;]['\"”’»)\]]*$")
_DRAWING = re.compile(r"[\\/|_]{2}.*[\\/|_]|\s{3,}[\\/|_]")
_COLUMNS = re.compile(r"[^\s.!?:](?:\t|\s{3,})\S")
_WIDEST = 120


def split(text: str) -> list[Block]:
    """The paragraphs of a plain text, in order."""
    chunks = list(_chunks(text))
    width = _wrapped_at(chunks)
    return [block for chunk in chunks for block in _paragraphs(chunk, width)]


def _chunks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines without a blank one between."""
    chunk: list[_Line] = []
    for match in _LINE.finditer(text):
        start, stop = match.span(1)
        quoted = _QUOTED.match(text, start, stop)
        begin = quoted.end() if quoted else start
        line = text[begin:stop].strip("\ufeff\u200b")
        inner = line.strip()
        if inner:
            begin = text.index(inner, begin)
            indent = len(text[start:begin].expandtabs()) if begin - start < 1000 else 0
            chunk.append(_Line(begin, begin + len(inner), indent, inner))
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _wrapped_at(chunks: Sequence[Sequence[_Line]]) -> int:
    """The width at which lines are wrapped, 0 for a text with a paragraph on each line."""
    pairs = [pair for chunk in chunks for pair in pairwise(chunk)]
    running = [line for line, after in pairs if _runs_on(line, after)]
    if not running or len(running) < 0.2 * len(pairs):
        return 0
    lengths = sorted(line.indent + len(line.text) for line in running)
    width = lengths[int(len(lengths) * 0.95)]
    return width if width <= _WIDEST else 0


def _runs_on(line: _Line, after: _Line) -> bool:
    """Does a sentence visibly go on in the next line?"""
    return after.text[:1].islower() and not _ENDS.search(line.text[-4:]) and not _BULLET.match(after.text)


def _paragraphs(chunk: Sequence[_Line], width: int) -> Iterator[Block]:
    """The lines of a chunk put together as paragraphs."""
    left = min(line.indent for line in chunk)
    items = bool(_BULLET.match(chunk[0].text))
    begin = 0
    for at in range(1, len(chunk) + 1):
        if at < len(chunk) and _joins(chunk[at - 1], chunk[at], left, width, items):
            continue
        yield from _block(chunk[begin:at])
        begin = at
        items = items or (at < len(chunk) and bool(_BULLET.match(chunk[at].text)))


def _joins(line: _Line, after: _Line, left: int, width: int, items: bool) -> bool:
    """Is the next line the same paragraph?  `items` tells that the chunk holds a list."""
    ended = bool(_ENDS.search(line.text[-4:]))
    reach = line.indent + len(line.text) + 1 + len(after.text.split(None, 1)[0])
    if _UNDERLINE.fullmatch(after.text) or _UNDERLINE.fullmatch(line.text):
        return False
    if _BULLET.match(after.text):
        # "at the age of / 12. She" and "the Moon / - and Mars" are no items: the line before was full.
        return width > 0 and not items and not ended and reach > width * 0.85
    if any(_drawn(text) for text in (line.text, after.text)):
        return not width and _runs_on(line, after)
    if not width:
        return _runs_on(line, after) and len(line.text) > 30 and after.text[1:2].islower()
    if _runs_on(line, after):
        return True
    if _set_apart(line, left, width) or _set_apart(after, left, width):
        return False
    if after.indent > (line.indent if items else left) + 1 and not _BULLET.match(line.text):
        return False
    if ended:
        return reach > width - 2
    return len(line.text) > width * 0.6 or reach > width


def _drawn(text: str) -> bool:
    """Is a line a row of a table or a part of a drawing, which never runs on?"""
    return len(text) <= 2 * _WIDEST and bool(_DRAWING.search(text) or _COLUMNS.search(text))


def _set_apart(line: _Line, left: int, width: int) -> bool:
    """Is a line centred, as headings of wrapped texts are?"""
    return line.indent >= left + 8 and line.indent + len(line.text) <= width and len(line.text) < width * 0.7


def _block(lines: Sequence[_Line]) -> Iterator[Block]:
    first, last = lines[0], lines[-1]
    if _UNDERLINE.fullmatch(first.text):
        yield Block(first.start, first.end, "aside")
        return
    bullet = _BULLET.match(first.text)
    start = first.start + (bullet.end() if bullet else 0)
    columns = not bullet and len(lines) == 1 and _drawn(first.text)
    yield Block(start, last.end, listed=bool(bullet) or columns)


def shortened(block: Block, text: str) -> Iterator[Block]:
    """A block, parted where it is too long to be read at once: behind a sentence, else at a space."""
    start = block.start
    while block.end - start > LONGEST_PARAGRAPH:
        limit = start + LONGEST_PARAGRAPH
        stop = max(text.rfind(mark, start, limit) + 1 for mark in (". ", "? ", "! "))
        stop = stop or text.rfind(" ", start, limit)
        stop = stop if stop > start else limit
        yield Block(start, stop, block.role, block.listed)
        start = stop
    yield Block(start, block.end, block.role, block.listed)
