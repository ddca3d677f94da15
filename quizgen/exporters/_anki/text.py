"""Plain text → one field of a note, which Anki takes for HTML."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

GAP = "____"
"""What stands in `Question.cloze` for the answer."""

# Invisible characters, less those that words are spelled with: the joiners of Persian, Indic and emoji.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# What Anki acts upon wherever it stands in a rendered card: [sound:x], [anki:play:q:0], [latex], [$], [[type:x]].
_COMMAND = re.compile(r"\[(?=/?(?:sound:|anki:|latex\]|\$|type:))", re.IGNORECASE)
# What makes a cloze and its hint.
_CLOZE = (("{", "&#123;"), ("}", "&#125;"), ("::", "&#58;&#58;"))
# A spreadsheet that opens the text file would calculate these; as an entity they stay text everywhere.
_FORMULA = tuple("=+-@")
_SPECIAL = re.compile(r"[&<>\"'{}\[:]")  # nothing else need be escaped; most text has none of it


def plain(text: str) -> str:
    """The text on one line, NFC, without control and invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))


def escaped(text: str) -> str:
    """Text as HTML which Anki shows word for word: no tag, cloze, sound, formula or template in it."""
    safe = text
    if _SPECIAL.search(text):
        safe = html.escape(text, quote=True)
        for sign, entity in _CLOZE:
            safe = safe.replace(sign, entity)
        safe = _COMMAND.sub("&#91;", safe)
    return f"&#{ord(safe[0])};{safe[1:]}" if safe.startswith(_FORMULA) else safe


@lru_cache(maxsize=1024)
def field(text: str) -> str:
    """Any text as a field; headlines and the like come again and again."""
    return escaped(plain(text))


def place_of(words: str, text: str) -> tuple[int, int] | None:
    """Where whole words first stand in a text, whatever their case."""
    low, sought = text.lower(), words.lower()
    if len(low) != len(text):  # lowering made a letter two, so that places would not fit
        low, sought = text, words
    start = low.find(sought) if sought else -1
    while start >= 0:
        end = start + len(sought)
        if not (_is_word(low[start - 1 : start]) or _is_word(low[end : end + 1])):
            return start, end
        start = low.find(sought, start + 1)
    return None


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def gaps(cloze: str, quote: str) -> list[tuple[int, int]]:
    """Which characters of the quote the gaps of its cloze stand for, [] if it is no cloze of this quote."""
    first, *parts = cloze.split(GAP)
    if not parts or not quote.startswith(first):
        return []
    places = []
    start = len(first)
    for number, part in enumerate(parts, 1):
        last = number == len(parts)
        end = len(quote) - len(part) if last else quote.find(part, start + 1)
        if end <= start or not quote.startswith(part, end):
            return []
        if quote[start:end] != GAP:  # else the coverage itself has it
            places.append((start, end))
        start = end + len(part)
    return places


def around(text: str, places: Sequence[tuple[int, int]], opening: str, closing: str) -> str:
    """A text as a field, with markup of ours around some places in it, given in order."""
    done, pieces = 0, []
    for start, end in places:
        pieces += [escaped(text[done:start]), opening, escaped(text[start:end]), closing]
        done = end
    return "".join([*pieces, escaped(text[done:])])


def link(url: str) -> str:
    """A web address that may stand in an attribute, "" for anything else."""
    try:
        parts = urlsplit(plain(url))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        return ""
    rest = (quote(part, safe="/%:@!$&()*+,;=?~-._") for part in (parts.path, parts.query, parts.fragment))
    return html.escape(urlunsplit((parts.scheme, quote(host, safe=":@.[]%"), *rest)), quote=True)
