"""Words around a quantity that widen it: "more than", "about", "or so"."""

from __future__ import annotations

from quizgen.measures.lexemes import Lexemes

_BEFORE: dict[str, list[tuple[str, ...]]] = {}  # by their last word, the longest first
for _hedge in (
    "more than|less than|fewer than|greater than|over|under|above|below|about|around|roughly|approximately|approx|"
    "circa|some|nearly|almost|close to|at least|at most|up to|upwards of|in excess of|no more than|not more than|"
    "no less than|no fewer than|as many as|as much as|as few as|as little as|as high as|as low as|as long as|"
    "as far as|as old as|as young as|an estimated|estimated|just over|just under|just above|just below|just about|"
    "just short of|well over|well under|a little over|a little under|a little more than|a little less than|"
    "slightly more than|slightly less than|slightly over|slightly under|nearer|exactly|precisely|a minimum of|"
    "a maximum of|within|barely|much more than|far more than|far over|somewhere around"
).split("|"):
    _words = tuple(_hedge.split())
    _BEFORE.setdefault(_words[-1], []).append(_words)
    _BEFORE[_words[-1]].sort(key=len, reverse=True)
_OUTER = frozenset(
    {("up", "to"), ("at", "least"), ("at", "most"), ("as", "many", "as"), ("no", "more", "than")}
)
_AFTER = (("or", "more"), ("or", "so"), ("or", "less"), ("or", "fewer"), ("or", "older"), ("or", "younger"),
          ("or", "above"), ("or", "over"), ("at", "least"), ("at", "most"), ("plus",), ("+",), ("odd",),
          ("and", "over"), ("and", "above"), ("and", "counting"))  # fmt: skip

_GLUED = frozenset({"plus", "+", "odd"})


def before(lexemes: Lexemes, first: int, behind: int, *, length: bool) -> tuple[str, int]:
    """The hedges that end in front of a quantity, and the place where they begin.

    Args:
        lexemes: the text.
        first: the place where the quantity begins.
        behind: no hedge reaches back before this place.
        length: the quantity is a length; "within" hedges nothing else.
    """
    words: list[str] = []
    found = True
    while found:
        found = False
        for hedge in _BEFORE.get(lexemes.lower(first - 1), ()):
            start = first - len(hedge)
            if start < behind or not lexemes.are(start, hedge):
                continue
            if any(lexemes.kind(k + 1) == "dash" for k in range(start, first)):
                continue
            if (hedge == ("within",) and not length) or (words and hedge not in _OUTER):
                continue
            words.insert(0, " ".join(hedge))
            first, found = start, True
            break
    return " ".join(words), first


def after(lexemes: Lexemes, end: int) -> tuple[str, int]:
    """The hedge right behind a quantity, and the place behind that."""
    start = end + 1 if lexemes.hyphen(end) and lexemes.lower(end + 1) in _GLUED else end
    for hedge in _AFTER:
        if not lexemes.are(start, hedge) or (hedge[0] in _GLUED and not lexemes.glued(end)):
            continue
        if hedge[0] == "at" and lexemes.kind(start + 2) in {"number", "money"}:
            continue  # "at least" belongs to the next
        return " ".join(hedge), start + len(hedge)
    return "", end
