"""PDF documents, read in a process of their own.

A PDF can be built to take forever or to unpack without end, and no reader of it is proof against that;
so another process (`quizgen.sources.pdf_pages`) reads it, with limits to its time and memory, and hands
over plain paragraphs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from quizgen.errors import MissingExtra, SourceError
from quizgen.model import Article
from quizgen.sources.composing import Told, compose, lay_out
from quizgen.sources.documents import Document

SECONDS = 90
"""Seconds that reading one PDF may take."""

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from quizgen.sources.pdf_pages import main; main()"
_SENTENCES = {
    "password": "is protected by a password: save it without one.",
    "damaged": "is no PDF that can be read: it is damaged, cut off or of another kind.",
    "large": "needs more than 2 GB of memory to be read and is not: give a part of it.",
    "empty": "holds no text, only pictures (a scan?): give the text itself.",
}


def read(document: Document) -> Iterator[Article]:
    """The one article of a PDF.

    Raises:
        SourceError: it is damaged, protected, holds no text, or takes too much time or memory.
        MissingExtra: the packages for PDF are not installed.
    """
    if find_spec("pdfminer") is None:
        raise MissingExtra("reading a PDF", "pdf")
    found = _in_another_process(document)
    original, blocks = lay_out((text, role, False) for text, role in found["pieces"])
    yield compose(
        original,
        blocks,
        source=document.slug,
        name=document.name,
        told=Told(title=found["title"], author=found["author"], url=document.url),
        fallback=document.title,
        changed=document.changed,
    )


def _in_another_process(document: Document) -> dict[str, Any]:
    """What the other process found.

    Raises:
        SourceError: it found nothing, or did not come to an end.
    """
    command = [sys.executable, "-c", _START, json.dumps(sys.path)]
    try:
        done = subprocess.run(command, input=document.content, capture_output=True, timeout=SECONDS)
        found: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"problem": "large"}
    except subprocess.TimeoutExpired:
        raise SourceError(
            f"{document.name} takes longer than {SECONDS} seconds to read: give a part of it."
        ) from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{document.name} can't be read: {type(error).__name__}.") from None
    if problem := found.get("problem"):
        raise SourceError(f"{document.name} {_SENTENCES[problem]}")
    return found
