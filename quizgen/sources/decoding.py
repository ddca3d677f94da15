"""From bytes to characters: UTF-8, UTF-16, UTF-32, and Windows-1252 where that is plausible.

Line ends stay as they came; a byte order mark is no character of the text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from contextlib import suppress

from quizgen.errors import SourceError

LARGEST_TEXT = 10 * 2**20
"""The most bytes of text that are read from one document."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]+")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x01-\x06\x0e-\x1a\x1c-\x1f]")


def decode(content: bytes, name: str) -> str:
    """The characters of a text document.

    Args:
        content: the bytes of the document.
        name: what a person calls it, for the sentence when it can't be read.

    Raises:
        SourceError: it is too large, binary, or in an encoding we do not know.
    """
    check_size(content, name)
    text = _decode(content, name)
    if len(_CONTROL.findall(text[:100_000])) > 1 + len(text[:100_000]) // 200:
        raise SourceError(f"{name} is binary, not text: give a text, a page or a document.")
    return check_characters(text, name)


def decode_declared(content: bytes, name: str, encodings: Iterable[str]) -> str:
    """The characters of a document that declares its encoding, and may be wrong about it.

    Characters that no encoding explains become U+FFFD, as in any browser.

    Raises:
        SourceError: it is too large or binary.
    """
    if not content.startswith(tuple(mark for mark, _ in _MARKS)):
        for encoding in encodings:
            # WHATWG, Encoding, 4.2: pages that say Latin-1 or ASCII mean Windows-1252.
            meant = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
            with suppress(LookupError, UnicodeError):
                if b"\0" not in content or "16" in encoding:
                    return check_characters(content.decode(meant.get(encoding.lower(), encoding)), name)
    try:
        return decode(content, name)
    except SourceError:
        if b"\0" in content or len(content) > LARGEST_TEXT:
            raise
        return content.decode("utf-8", "replace")


def check_characters(text: str, name: str) -> str:
    """The text itself, if it is not too large and every character of it can be written.

    Raises:
        SourceError: it is too large, or holds half of a pair of surrogates.
    """
    check_size(text, name)
    if _SURROGATE.search(text):
        raise SourceError(f"{name} holds broken characters (lone surrogates): save it as UTF-8.")
    return text


def check_size(content: bytes | str, name: str) -> None:
    """Refuse more text than `LARGEST_TEXT`.

    Raises:
        SourceError: there is more.
    """
    if len(content) > LARGEST_TEXT:
        raise SourceError(
            f"{name} holds more than {LARGEST_TEXT // 2**20} MB of text: split it into smaller files."
        )


def _decode(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(name, error, encoding.upper()) from None
    if (guess := _unmarked_utf16(content)) is not None:
        try:
            return content.decode(guess)
        except UnicodeDecodeError as error:
            raise _undecodable(name, error, "UTF-16") from None
    if b"\0" in content:
        raise SourceError(f"{name} is binary, not text: give a text, a page or a document.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(content) > 3 and error.start >= len(content) - 3 and "end of data" in error.reason:
            return content[: error.start].decode("utf-8")  # cut off in the middle of its last character
        if (text := _windows(content)) is not None:
            return text
        raise _undecodable(name, error, "UTF-8") from None


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without a mark shows in English by a zero byte in every other place."""
    sample = content[:4096]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _windows(content: bytes) -> str | None:
    """The text as Windows-1252, or None where that would give nonsense.

    Sequences that UTF-8 would make tell of damaged UTF-8, and text is mostly ASCII letters.
    """
    runs = _HIGH.findall(content)
    if not runs or sum(map(len, runs)) > len(content) * 0.2:
        return None
    if sum(bool(_UTF8_SEQUENCE.search(run)) for run in runs) * 4 > len(runs):
        return None
    if max(map(len, runs)) > 8:
        return None
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    readable = sum(map(str.isalpha, text)) + sum(map(str.isspace, text))
    return text if readable > len(text) * 0.7 else None


def _undecodable(name: str, error: UnicodeDecodeError, encoding: str) -> SourceError:
    return SourceError(
        f"{name} is not readable as {encoding} (byte {error.start + 1}): save it as UTF-8 text."
    )
