"""Which module reads which document: by what its first bytes say, else by its suffix."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from quizgen.errors import SourceError
from quizgen.model import Article
from quizgen.sources.documents import Document

BY_SUFFIX = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
"""Suffix → name of the module in this package that reads it."""

FOLDER_SUFFIXES = frozenset(BY_SUFFIX) - {""}
"""The suffixes of files that are taken from a folder."""


def articles(document: Document) -> Iterator[Article]:
    """The articles of a document.

    Raises:
        SourceError: its format is unknown, or it can't be read.
        MissingExtra: the packages for its format are not installed.
    """
    reader = BY_SUFFIX.get(document.suffix)
    if reader is None:
        known = ", ".join(suffix for suffix in BY_SUFFIX if suffix)
        raise SourceError(f"{document.name} is of a kind that can't be read: give one of {known}.")
    yield from import_module(f"quizgen.sources.{reader}").read(document)
