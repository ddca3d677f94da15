"""Plain text → one field of a note, which Anki takes for HTML."""

from __future__ import annotations

import html
import re
import unicodedata
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
# A spreadsheet that opens the text file would calculate these; as an entity they stay text everywhere.
_FORMULA = re.compile(r"\A[=+\-@]")
_SPECIAL = re.compile(r"[&<>\"'{}\[]|\A[=+\-@]")


def plain(text: str) -> str:
    """The text on one line, NFC, without control and invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip()
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))


def escaped(text: str) -> str:
    """Text as HTML which Anki shows word for word: no tag, cloze, sound, formula or template in it."""
    if not _SPECIAL.search(text):
        return text
    safe = html.escape(text, quote=True).replace("{", "&#123;").replace("}", "&#125;")
    return _FORMULA.sub(lambda sign: f"&#{ord(sign[0])};", _COMMAND.sub("&#91;", safe))


def field(text: str) -> str:
    """Any text as a field."""
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


def gap_place(cloze: str, quote: str) -> tuple[int, int] | None:
    """Which characters of the quote the gap of its cloze stands for."""
    start = cloze.find(GAP)
    while start >= 0:
        before, after = cloze[:start], cloze[start + len(GAP) :]
        if quote.startswith(before) and quote.endswith(after) and len(before) + len(after) < len(quote):
            return start, len(quote) - len(after)
        start = cloze.find(GAP, start + 1)
    return None


def around(text: str, place: tuple[int, int] | None, opening: str, closing: str) -> str:
    """A text as a field, with markup of ours around one place in it."""
    if place is None:
        return escaped(text)
    start, end = place
    return f"{escaped(text[:start])}{opening}{escaped(text[start:end])}{closing}{escaped(text[end:])}"


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
