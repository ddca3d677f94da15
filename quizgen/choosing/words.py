"""The words of questions and answers, as choosing compares them."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_COMMON = frozenset(
    "who whom what when where why which how did does do was were is are has have had can could will would the a an of in on at to for by "
    "with from and or as that according many much long far high old be been not it its his her their into after before".split()
)
#: Words that only blur a figure.
HEDGES = frozenset(
    "more less than about around some nearly almost roughly over under least most approximately only just".split()
)


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers."""
    return [w.lower().replace("’", "'").removesuffix("'s") for w in _WORD.findall(text.replace(",", ""))]


@lru_cache(maxsize=16_384)
def content(text: str) -> tuple[str, ...]:
    """The words that carry meaning."""
    return tuple(w for w in tokens(text) if w not in _COMMON)


def gives_away(prompt: str, answer: str) -> bool:
    """Whether a question holds the words of an answer."""
    words = content(answer)
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(content(prompt))} "
