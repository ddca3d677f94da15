"""Chance that can be told in advance: shuffles and places keyed on the seed and on what is shuffled.

Every draw is the SHA-256 of the seed, the version's letter and the id of the very thing that is
placed, so it is the same on every machine, and adding a question leaves the order of the others as
it was.  Python's own generator promises neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def draw(seed: int, *key: object) -> int:
    """A number below 2**64 that depends on the seed and the key alone."""
    text = "\x1f".join(str(part) for part in (seed, *key))
    return int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big")


def shuffled(things: Iterable[T], name: Callable[[T], str], seed: int, *key: object) -> list[T]:
    """The things in an order in which each has its own drawn place, whatever else is among them."""
    return sorted(things, key=lambda thing: (draw(seed, *key, name(thing)), name(thing)))


def balanced(names: Sequence[str], sizes: Sequence[int], seed: int, *key: object) -> list[int]:
    """For each name a place below its size, so that among equal sizes no place leads by more than two.

    Each takes the place it draws unless that one is already two ahead; so what comes first in
    `names` is not moved by what is added behind it.  Strict turns would be a pattern to guess from.
    """
    taken: dict[int, Counter[int]] = {}
    places = []
    for name, size in zip(names, sizes, strict=True):
        counts = taken.setdefault(size, Counter())
        least = min(counts[place] for place in range(size))
        wanted = sorted(range(size), key=lambda place: draw(seed, *key, name, place))
        place = next(place for place in wanted if counts[place] < least + 2)
        counts[place] += 1
        places.append(place)
    return places


def short_id(seed: int, names: Iterable[str]) -> str:
    """What tells one sheet from another at a glance: Q and four letters or digits ("Q7F3K").

    Letters and digits that are mistaken for each other in handwriting (0 O, 1 I L) are left out.
    """
    alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    number = draw(seed, "sheet", *names)
    letters = []
    for _ in range(4):
        number, rest = divmod(number, len(alphabet))
        letters.append(alphabet[rest])
    return "Q" + "".join(letters)
