"""Numbers in words and in digits."""

from __future__ import annotations

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}


def spell(value: int) -> str:
    """A whole number in words, hyphens and "and" as British newspapers write them: "one hundred and five".

    Raises:
        ValueError: the number is negative or a trillion or more.
    """
    if not 0 <= value < 10**12:
        raise ValueError(f"{value} is too big or too small to spell")
    for scale, size in (("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("hundred", 100)):
        if value >= size:
            rest = value % size
            join = "" if not rest else " and " if rest < 100 else " "
            return f"{spell(value // size)} {scale}{join}{spell(rest) if rest else ''}"
    if value >= 20:
        return _WORD[value // 10 * 10] + (f"-{_WORD[value % 10]}" if value % 10 else "")
    return _WORD[value]


def digits(value: float, decimals: int = 0, *, grouped: bool = True) -> str:
    """A number in digits: "1,000", "5.9"."""
    return f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"


_WORD = {value: word for word, value in (SMALL | TENS).items()}
