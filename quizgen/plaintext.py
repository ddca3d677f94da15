"""Plain text: made safe to show, and searched for whole words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor, clearing
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]"  # the other sequences of ECMA-48
)
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}
_MARKS_IN_A_ROW = 3


def plain(text: str) -> str:
    """One line of visible text: what a terminal shows of it is what it says.

    Escape sequences go whole; controls, text-direction marks, zero-width and private characters go;
    every run of white space becomes one space.  A pile of combining marks is cut to three, as many
    as any living orthography stacks.
    """
    kept: list[str] = []
    marks = 0
    for char in _ESCAPES.sub("", text):
        category = unicodedata.category(char)
        if char.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category not in _DROPPED:
            marks = marks + 1 if category in ("Mn", "Me") else 0
            if marks <= _MARKS_IN_A_ROW:
                kept.append(char)
    return " ".join("".join(kept).split())


def places(words: str, text: str) -> Iterator[int]:
    """Where words stand in a text, no letter or digit touching them.

    The words differ from question to question: a pattern for each would be compiled for each.
    """
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start
        start = text.find(words, start + 1)
