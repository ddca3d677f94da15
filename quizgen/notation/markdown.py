"""One line of Markdown that shows a text as it is, and the text back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]+")
"""What a line of text can't hold, or a terminal would obey."""

_MARKDOWN = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~]|$)      # a backslash that would escape something
      | [`*<~]                       # code, emphasis, HTML, strikethrough
      | (?<![^\W_])_+ | _+(?![^\W_]) # underscores that could be emphasis: not those inside a word
      | &(?=\#?\w+;)                 # entities
      | \[(?=.*\][(\[]) | \](?=[(\[]) # links and images
      | \#+$                         # the end of a heading
    """,
    re.VERBOSE,
)
_BLOCK = re.compile(r"(?:([0-9]{1,9})(?=[.)](?:\s|$)))|(?=[-+#>=|\[])")


def one_line(text: str) -> str:
    """A text as one line can show it."""
    return UNPRINTABLE.sub(" ", text).strip()


def escaped(text: str) -> str:
    """A line with a backslash before what Markdown would take for its own."""
    return _MARKDOWN.sub(lambda found: "".join(f"\\{char}" for char in found[0]), text)


def quoted(text: str) -> str:
    """A line of a block quote, which at its start could also be taken for a list, a heading and so on."""
    line = escaped(text)
    return _BLOCK.sub(r"\1\\", line, count=1) if _BLOCK.match(line) else line


def unescaped(text: str) -> str:
    """The text that an escaped line shows."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def comment(values: Mapping[str, Any] | str) -> str:
    """A comment of ours, which nothing in it can end and which holds nothing a terminal would obey."""
    text = json.dumps(values, ensure_ascii=False)
    text = UNPRINTABLE.sub(lambda found: "".join(f"\\u{ord(char):04x}" for char in found[0]), text)
    return f"<!-- quizgen {text.replace('--', '-' + chr(92) + 'u002d').replace('>', chr(92) + 'u003e')} -->"


def fields(values: Mapping[str, object]) -> list[str]:
    """Label and value on a line each; the items of a tuple on a line each."""
    lines = []
    for label, value in values.items():
        for one in value if isinstance(value, tuple) else (value,):
            lines.append(f"{label}: {escaped(one_line(str(one)))}".rstrip())
    return lines
