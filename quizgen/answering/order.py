"""Choosing without chance: what is taken depends on the question's id alone."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

WANTED = 3


def shuffled(texts: Iterable[str], id: str) -> list[str]:
    """Each text once, in an order that depends on the question only."""
    return sorted(dict.fromkeys(texts), key=lambda text: _hash(id, text))


def draw(id: str, below: int) -> int:
    """A whole number from 0 up to but not including `below`, the same for the same question."""
    return _hash(id, "draw")[0] % below


def _hash(id: str, text: str) -> bytes:
    return sha256(f"{id}\0{text}".encode("utf-8", "replace")).digest()
