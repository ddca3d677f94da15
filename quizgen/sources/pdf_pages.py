"""The pages of a PDF as paragraphs in reading order: columns apart, running heads and page numbers dropped.

Runs in a process of its own, started by `quizgen.sources.pdf`: a PDF on standard input, JSON on standard
output: {"title", "author", "pieces": [[text, role], ...]}, or {"problem": which}.
"""

from __future__ import annotations

import io
import json
import logging
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles
from typing import Any

MEMORY = 2 * 2**30
"""Bytes that the process may use."""

_MARGIN = 0.11
_COLUMN_ROWS = 6
_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—]?", re.I
)
_ENDS = re.compile(r"[.!?:;]['\"”’)\]]*\s*$")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or some, in points from the lower left corner of its page."""

    left: float
    right: float
    bottom: float
    top: float
    size: float
    text: str


Row = list[Word]
"""Words on one line, from left to right."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column, in points from the lower left corner of its page.

    `depth` is how far down the page its middle is, 0 at the upper edge to 1 at the lower; lines of the
    same `box` stand below each other.
    """

    page: int
    box: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    text: str
    depth: float


def main() -> None:
    """Read a PDF from standard input and write what it holds to standard output."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # Windows and some Macs know no such limit; the time still has one
    logging.disable(logging.CRITICAL)
    sys.stdout.write(json.dumps(extract(sys.stdin.buffer.read())))


def extract(content: bytes) -> dict[str, Any]:
    """Title, author and paragraphs of a PDF, or the problem with it."""
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        info = PDFDocument(PDFParser(io.BytesIO(content))).info
        lines = list(_lines(content))
    except PDFPasswordIncorrect:
        return {"problem": "password"}
    except MemoryError:
        return {"problem": "large"}
    except Exception:  # pdfminer fails in as many ways as a PDF can be damaged
        return {"problem": "damaged"}
    if not lines:
        return {"problem": "empty"}
    kept = _without_running_heads(lines)
    pieces = [("".join(paragraph), role) for paragraph, role in _joined(_paragraphs(kept))]
    told = _told(info)
    words = " ".join(" ".join(text for text, _ in pieces).split()).lower()
    headline = _headline(kept)
    return {
        "title": told["Title"] if told["Title"] and told["Title"].lower() in words else headline,
        "author": told["Author"] if _NAME.fullmatch(told["Author"]) else "",
        "pieces": pieces,
    }


def _lines(content: bytes) -> Iterator[Line]:
    """Every line of every page in reading order."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams

    # Words fall apart at the least gap and are put together again here: in justified columns gaps within
    # a line may be wider than those between columns.
    layout = LAParams(char_margin=0.4, boxes_flow=None)
    gutter = None
    for number, page in enumerate(extract_pages(io.BytesIO(content), laparams=layout)):
        rows = _rows(list(_words(page)))
        gutter = _gutter(rows) or gutter
        yield from page_lines(rows, number, max(page.height, 1.0), gutter)


def _words(page: Iterable[Any]) -> Iterator[Word]:
    from pdfminer.layout import LTChar, LTTextBoxHorizontal

    for box in page:
        for line in box if isinstance(box, LTTextBoxHorizontal) else ():
            sizes = [char.size for char in line if isinstance(char, LTChar)]
            text = line.get_text().rstrip("\n")
            if sizes and text.strip():
                yield Word(line.x0, line.x1, line.y0, line.y1, median(sizes), text)


def page_lines(rows: list[Row], page: int, height: float, gutter: float | None) -> Iterator[Line]:
    """The lines of a page in reading order, columns one after the other.

    A page with too few rows to show its own gutter is parted at that of the page before.
    """
    for at, column in enumerate(_columns(rows, gutter)):
        for row in column:
            bottom, top = min(word.bottom for word in row), max(word.top for word in row)
            yield Line(
                page=page,
                box=at,
                left=row[0].left,
                right=row[-1].right,
                bottom=bottom,
                top=top,
                size=round(median(word.size for word in row for _ in word.text), 1),
                text=_spaced(row),
                depth=1 - (bottom + top) / 2 / height,
            )


def _rows(words: Sequence[Word]) -> list[Row]:
    """Words that stand on one line, from left to right; rows from top to bottom."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: -(word.bottom + word.top)):
        last = rows[-1][0] if rows else None
        if last and abs(word.bottom + word.top - last.bottom - last.top) < 0.7 * min(word.size, last.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _spaced(row: Row) -> str:
    text = row[0].text
    for last, word in pairwise(row):
        text += (" " if word.left - last.right > 0.12 * word.size else "") + word.text
    return " ".join(text.split())


def _columns(rows: list[Row], gutter: float | None) -> Iterator[list[Row]]:
    """Rows parted at gutters; what crosses a gutter stands between what is above and below it."""
    if gutter is None:
        if rows:
            yield rows
        return
    for crossing, band in _bands(rows, gutter):
        left = [part for row in band if (part := [word for word in row if word.right <= gutter])]
        right = [part for row in band if (part := [word for word in row if word.right > gutter])]
        if crossing or len(left) < 2 or len(right) < 2:
            yield band
        else:
            for side in (left, right):
                inner = _rows([word for row in side for word in row])
                yield from _columns(inner, _gutter(inner))


def _bands(rows: list[Row], gutter: float) -> Iterator[tuple[bool, list[Row]]]:
    """Runs of rows that cross a gutter and runs that do not, from top to bottom.

    The short last line of a paragraph that crosses belongs to it, though it does not reach the gutter.
    """
    crossing = False
    band: list[Row] = []
    for row in rows:
        crosses = _crosses(row, gutter)
        if crossing and not crosses and row[-1].right <= gutter:
            above = band[-1][0]
            crosses = (
                abs(above.left - row[0].left) < 0.5 * above.size
                and above.bottom - row[0].top < 0.5 * above.size
            )
        if band and crosses != crossing:
            yield crossing, band
            band = []
        crossing = crosses
        band.append(row)
    if band:
        yield crossing, band


def _crosses(row: Row, gutter: float) -> bool:
    return any(word.left < gutter < word.right for word in row)


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the most consecutive rows leave a strip free that has text on both its sides."""
    words = [word for row in rows for word in row]
    if len(rows) < _COLUMN_ROWS:
        return None
    left, right = min(word.left for word in words), max(word.right for word in words)
    strip = 0.8 * median(word.size for word in words)
    best, most = None, 0
    for at in range(int(left + 0.15 * (right - left)), int(right - 0.15 * (right - left)), 2):
        run = sides = longest = 0
        before = behind = 0
        for row in rows:
            if any(word.left < at + strip and word.right > at for word in row):
                run = before = behind = 0
                continue
            run += 1
            before += row[0].left < at
            behind += row[-1].right > at
            sides = min(before, behind)
            longest = max(longest, run if sides >= _COLUMN_ROWS / 2 else 0)
        if longest >= _COLUMN_ROWS and longest > most:
            best, most = at + strip / 2, longest
    return best


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers and without what stands at the edge of several pages alike."""

    def alike(line: Line) -> str:
        return re.sub(r"\d+", "#", line.text.lower())

    edge = [line for line in lines if line.depth < _MARGIN or line.depth > 1 - _MARGIN]
    pages = len({line.page for line in lines})
    seen = Counter(text for text, _ in {(alike(line), line.page) for line in edge})
    dropped = {
        id(line)
        for line in edge
        if _NUMBER.fullmatch(line.text) or (seen[alike(line)] >= max(2, pages * 0.3) and pages > 1)
    }
    return [line for line in lines if id(line) not in dropped]


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of a box that belong together: no gap, no indent, no other size between them."""
    edges = _edges(lines)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _parts(paragraph, line, edges[line.page, line.box]):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _edges(lines: Iterable[Line]) -> dict[tuple[int, int], float]:
    """Where full lines of each box end."""
    ends: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        ends.setdefault((line.page, line.box), []).append(line.right)
    return {box: quantiles(rights * 2, n=10)[-1] for box, rights in ends.items()}


def _parts(paragraph: Sequence[Line], line: Line, edge: float) -> bool:
    """Does a new paragraph begin with a line?  `edge` is where full lines of its box end."""
    last = paragraph[-1]
    if (line.page, line.box) != (last.page, last.box) or abs(line.size - last.size) > 0.1 * last.size:
        return True
    if last.bottom - line.top > 0.6 * last.size:
        return True
    left = min(one.left for one in paragraph)
    indented = line.left > left + 0.8 * line.size and len(paragraph) > 1
    word = (line.right - line.left) * len(line.text.split()[0]) / len(line.text)
    short = last.right + 0.3 * line.size + word < edge  # the next word would still have found room
    ended = bool(_ENDS.search(last.text))
    return (ended and (indented or short)) or (short and not line.text[:1].islower())


def _joined(paragraphs: Iterable[list[Line]]) -> Iterator[tuple[list[str], str | None]]:
    """Text and role of each paragraph; one that a column or page has cut is one again."""
    found = list(paragraphs)
    body = _body_size(line for paragraph in found for line in paragraph)
    edges = _edges(line for paragraph in found for line in paragraph)
    text: list[str] = []
    role: str | None = None
    last: Line | None = None
    for paragraph in found:
        first, words = paragraph[0], "\n".join(line.text for line in paragraph)
        kind = "heading" if first.size > body * 1.15 and len(words) < 250 else None
        kind = "aside" if first.size < body * 0.8 else kind
        open_end = bool(text) and kind == role and not _ENDS.search(text[-1])
        runs_on = last is not None and (
            words[:1].islower()
            or (kind == "heading" and _below(last, first))
            or (kind is None and _cut_off(last, first, edges[last.page, last.box]))
        )
        if open_end and runs_on:
            text += ["\n", words]
        else:
            if text:
                yield text, role
            text, role = [words], kind
        last = paragraph[-1]
    if text:
        yield text, role


def _cut_off(last: Line, first: Line, edge: float) -> bool:
    """Is a paragraph cut by the end of its column or page, in the middle of a full line?"""
    return (last.page, last.box) != (first.page, first.box) and last.right > edge - 0.12 * (edge - last.left)


def _below(last: Line, line: Line) -> bool:
    """Does a line of the same size stand right below another?"""
    return (
        last.page == line.page
        and abs(last.size - line.size) < 0.1 * line.size
        and -line.size < last.bottom - line.top < 0.6 * line.size
    )


def _body_size(lines: Iterable[Line]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _headline(lines: Sequence[Line]) -> str:
    """The largest text on the first page, if it is larger than the body."""
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    if largest <= _body_size(lines) * 1.15:
        return ""
    words: list[str] = []
    for line in first:
        if line.size > largest * 0.95:
            words.append(line.text)
        elif words:
            break
    return " ".join(words)[:300]


def _told(info: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Title and author as the file's own record gives them, "" where it gives none."""
    from pdfminer.utils import decode_text

    record = info[0] if info else {}
    told = {}
    for key in ("Title", "Author"):
        value = record.get(key, b"")
        told[key] = " ".join(decode_text(value).split()) if isinstance(value, bytes) else ""
    return told
