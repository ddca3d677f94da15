"""Text from a quiz or a learner, made safe to show: no escape codes, no invisible controls."""

from __future__ import annotations

import re
import unicodedata

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
