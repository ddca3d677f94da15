"""Is this English?  A cheap test by the commonest words, enough to set a translation aside."""

from __future__ import annotations

import re
from typing import Literal

ENGLISH = frozenset(
    """a about after all also an and are as at be because been before but by can could did do does for from
    had has have he her here him his how i if in into is it its just like more most my new no not now of on
    one only or other our out over said says she so some such than that the their them then there these they
    this those through to two under until up was we were what when where which while who will with would you
    your""".split()
)
# The commonest words of languages that news is translated into, without those that English shares.
_FOREIGN = frozenset(
    """el la los las del al que y en un una unos unas por para con su sus se lo es fue como más pero este esta
    le les des du et est une dans qui sur pas plus au aux ce cette sont avec pour par il elle nous vous ont
    der die das und den dem ist nicht mit von zu sich auf für im ein eine einer auch werden wird bei nach
    o os da dos das em um uma não com na ao pelo pela são foi mais mas ele ela
    di che il gli della delle nel non è sono per anche più dal dei
    de het een van dat niet zijn op te voor met aan door
    och att det som är på av till inte har för""".split()
) - {"die", "on", "as", "do", "no", "a", "an", "in", "was", "he", "her", "me", "at", "or", "of", "over"}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 8


def language(text: str) -> Literal["english", "foreign", "unclear"]:
    """What a paragraph is written in; a line of a few words is often unclear."""
    written = [match.group() for match in _WORD.finditer(text[:2000])]
    words = [word.lower() for word in written]
    if not words:
        return "unclear"
    letters = "".join(words)
    latin = sum(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" for letter in letters)
    if latin < len(letters) / 2:
        return "foreign"
    ours = sum(word in ENGLISH for word in words)
    # In front of a capital such a word may belong to a name: "Pérez de la Cruz", "Los Angeles".
    theirs = sum(
        word in _FOREIGN and not after[0].isupper()
        for word, after in zip(words, [*written[1:], "."], strict=True)
    )
    told = theirs > 1 or (theirs == 1 and len(words) < _ENOUGH and not letters.isascii())
    if "¿" in text or "¡" in text:
        return "foreign"
    if told and theirs > ours and theirs >= len(words) * 0.12:
        return "foreign"
    return "english" if ours else "unclear"
