"""Word documents (.docx): paragraphs and tables in order; headers, footers and notes are left out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.errors import MissingExtra, SourceError
from quizgen.model import Article, Role
from quizgen.sources.archives import Archive
from quizgen.sources.composing import Told, compose, lay_out
from quizgen.sources.documents import Document

if TYPE_CHECKING:
    from docx.document import Document as Word

_MOST_CELLS = 20_000


def read(document: Document) -> Iterator[Article]:
    """The one article of a Word document.

    Raises:
        SourceError: it is damaged, protected, harmful or holds no text.
        MissingExtra: the packages for Word documents are not installed.
    """
    try:
        import docx
    except ImportError:
        raise MissingExtra("reading a Word document", "docx") from None
    Archive(document.content, document.name).check_xml()
    try:
        word = docx.Document(io.BytesIO(document.content))
        pieces = list(_pieces(word))
        title, author = str(word.core_properties.title or ""), str(word.core_properties.author or "")
    except Exception as error:  # a damaged file fails in as many ways as it can be damaged
        raise SourceError(
            f"{document.name} is no Word document that can be read: {type(error).__name__}."
        ) from None
    original, blocks = lay_out(pieces)
    shown = next((text for text, role, _ in pieces if role == "heading"), "")
    yield compose(
        original,
        blocks,
        source=document.slug,
        name=document.name,
        told=Told(
            # The heading that a reader sees, before a title that a template may have left behind.
            title=shown if pieces and pieces[0][0] == shown else title if title in original else "",
            author="" if author.lower() in ("python-docx", "admin", "user", "owner") else author,
            url=document.url,
        ),
        fallback=document.title,
        changed=document.changed,
    )


def _pieces(word: Word) -> Iterator[tuple[str, Role | None, bool]]:
    from docx.table import Table

    cells = 0
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                cells += len(row.cells)
                if cells > _MOST_CELLS:
                    return
                yield " ".join(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)), None, True
            continue
        style = str(part.style.name or "") if part.style is not None else ""
        numbered = part._p.pPr is not None and part._p.pPr.numPr is not None
        role: Role | None = None
        if re.match(r"(?:heading|title)", style, re.I):
            role = "heading"
        elif re.match(r"(?:caption|header|footer|toc)", style, re.I):
            role = "aside"
        yield part.text, role, numbered or style.lower().startswith("list")
