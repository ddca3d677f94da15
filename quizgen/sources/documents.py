"""Finding documents: a file, the files of a folder or a pattern, or standard input."""

from __future__ import annotations

import glob
import re
import stat
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quizgen import notation
from quizgen.errors import SourceError

# Files that stand beside coverage in many folders: hidden ones, quizzes, notes on origin and rights.
_BESIDE = re.compile(
    r"\.|.*\.quiz\.\w+$|(?:readme|licen[cs]es?|copying|notice|changelog|contributing|authors|credits)\b", re.I
)

LARGEST = 100 * 2**20
"""The most bytes that are read of any document."""

_BEGINNING = 100_000
"""Bytes that show whether a text is a quiz: each of its questions says so."""


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one document and what its place tells about it.

    Attributes:
        content: the bytes.
        name: what a person calls it: the file's name or the address.
        slug: stable name for the article's `source`.
        suffix: in lower case, with its dot; "" if there is none.
        title: a title for want of a better one, made of the file's name.
        url: the address it came from.
        changed: when it last changed, ISO 8601 in UTC.
        media: the media type that a server told.
        follow: fetches a page that the document links to; None for what came without a network.
    """

    content: bytes
    name: str
    slug: str = "article"
    suffix: str = ""
    title: str = ""
    url: str = ""
    changed: str = ""
    media: str = ""
    follow: Callable[[str], Document] | None = None


def as_slug(name: str) -> str:
    """A name that fits into file names and stays the same: letters, digits, dots, dashes, underscores."""
    plain = unicodedata.normalize("NFKC", name)
    return re.sub(r"[^\w.]+", "-", plain).strip("-.")[:100].strip("-.") or "article"


def paths(source: str | Path, suffixes: frozenset[str]) -> list[Path]:
    """The files that a source names: itself, those of a folder with a known suffix, or of a pattern.

    Raises:
        SourceError: there is none.
    """
    if source == "":  # a path would take it for the working folder
        raise SourceError("a source has no name: name a file, a folder or an address.")
    path = Path(source)
    try:
        if path.is_dir():
            found = sorted(
                file
                for file in path.iterdir()
                if file.is_file()
                and file.suffix.lower() in suffixes
                and not _BESIDE.match(file.name)
                and not _is_quiz(file)
            )
            if not found:
                raise SourceError(f"the folder {source} holds nothing to read: put a text or a page into it.")
            return found
        if path.exists():
            return [path]
        names = glob.glob(str(source), recursive=True)  # noqa: PTH207 -- Path.glob takes no absolute pattern
        found = sorted(file for file in map(Path, names) if file.is_file())
    except (OSError, ValueError) as error:
        raise SourceError(f"{_shown(source)} can't be read: {_reason(error)}.") from None
    if not found:
        pattern = any(sign in str(source) for sign in "*?[")
        problem = "matches no file" if pattern else "does not exist"
        raise SourceError(f"{_shown(source)} {problem}: check the spelling.")
    return found


def _is_quiz(file: Path) -> bool:
    """Whether a file is a quiz in our notation, which lies in a folder beside its coverage."""
    if file.suffix.lower() not in (".md", ".markdown"):
        return False
    with file.open("rb") as opened:
        return notation.is_quiz(opened.read(_BEGINNING).decode("utf-8", "replace"))


def load(path: Path) -> Document:
    """The document in a file.

    Raises:
        SourceError: the file can't be read, or is too large.
    """
    try:
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISFIFO(found.st_mode)):
            raise SourceError(f"{_shown(path)} is neither a file nor a folder.")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(f"{_shown(path)} can't be read: {_reason(error)}.") from None
    changed = datetime.fromtimestamp(int(found.st_mtime), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    name = _shown(path.name)
    title = " ".join(re.split(r"[\s_-]+", _shown(path.stem))).strip()
    return of_bytes(
        content, name=name, slug=as_slug(path.stem), title=title[:1].upper() + title[1:], changed=changed
    )


def standard_input() -> Document:
    """The document on standard input.

    Raises:
        SourceError: it is closed, or too large.
    """
    try:
        content = sys.stdin.buffer.read(LARGEST + 1)
    except (OSError, ValueError, AttributeError) as error:
        raise SourceError(f"standard input can't be read: {_reason(error)}.") from None
    return of_bytes(content, name="standard input", slug="standard-input")


def of_bytes(
    content: bytes,
    *,
    name: str,
    slug: str = "",
    title: str = "",
    url: str = "",
    changed: str = "",
    media: str = "",
    suffix: str | None = None,
    follow: Callable[[str], Document] | None = None,
) -> Document:
    """A document from bytes at hand, checked to be neither empty nor too large.

    Raises:
        SourceError: it is one of both.
    """
    if len(content) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST // 2**20} MB: split it into smaller files.")
    if not content.strip():
        raise SourceError(f"{name} is empty.")
    return Document(
        content=content,
        name=name,
        slug=slug or as_slug(Path(name).stem),
        suffix=Path(name).suffix.lower() if suffix is None else suffix,
        title=title,
        url=url,
        changed=changed,
        media=media,
        follow=follow,
    )


def _shown(path: str | Path) -> str:
    """A path as characters that can be printed, whatever bytes the file system holds."""
    return str(path).encode("utf-8", "replace").decode("utf-8").replace("\0", "?")


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:] or type(error).__name__
