"""Acronyms and the words they stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

#: Abbreviations that a reader of news knows without being told.
HOUSEHOLD = frozenset(
    "NASA UN EU US USA UK BBC CNN NATO FBI CIA WHO UNESCO UNICEF AIDS HIV DNA IBM NBA NFL FIFA UEFA TV GPS CEO AM PM "
    "a.m. p.m. U.S. U.K. U.N. Ph.D. PhD COVID-19 AI IT UTC GMT EST EDT OPEC IMF NHS MP MPs SUV ISS".split()
)
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_WORD = re.compile(r"[\w'’.&-]+")
_SKIPPED = frozenset("of the and for on in de la du at to a an".split())


def glosses(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets, each with the words before it that it stands for."""
    for found in _ACRONYM.finditer(text):
        before = text[max(0, found.start() - 160) : found.start()]
        letters = found.group(1)
        long = expansion(letters, before) or _translated(letters, before) or _spoken(letters, before)
        if long := re.sub(r"['’]s$", "", long):
            yield found.group(1), long


def implied(text: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Letters that no bracket explains, with the one name in the text whose words begin with just these ("the DRC")."""
    for letters in set(re.findall(r"\b[A-Z]{3,6}\b", text)) - HOUSEHOLD - set(known):
        words = rf" (?:(?:{'|'.join(sorted(_SKIPPED))}) )*".join(
            rf"{letter}[a-z][\w’'-]*" for letter in letters
        )
        found = {
            m.group()
            for m in re.finditer(rf"(?<!\w )\b{words}\b|(?<=[a-z] )\b{words}\b", text)
            if not re.match(r" (?:(?:of|for) (?:the )?)?[A-Z]", text[m.end() :])
        }
        if len(found) == 1:
            yield letters, found.pop()


def _translated(acronym: str, before: str) -> str:
    """The name before letters that stand for it in another language: "Federal Security Service (FSB)".

    As many capitalised words as letters, the first of which agrees; "" if it is otherwise.
    """
    run = re.search(r"(?:[A-Z][a-z]+ (?:of |for |and |the )*){2,7}$", before)
    words = run.group().removeprefix("The ").split() if run else []
    names = [w for w in words if w[0].isupper()]
    if not acronym.isupper() or len(names) != len(acronym) or names[0][0] != acronym[0]:
        return ""
    return " ".join(words)


def _spoken(acronym: str, before: str) -> str:
    """The name before letters that are read as a word and written like one: "National Union of Teachers (Nut)"."""
    words = before.split()
    start, letters = len(words), acronym.lower()
    while letters and start:
        start -= 1
        if words[start].lower() in _SKIPPED:
            continue
        if words[start][0] != letters[-1].upper():
            return ""
        letters = letters[:-1]
    return " ".join(words[start:]) if not letters and acronym.istitle() and len(acronym) > 2 else ""


def expansion(acronym: str, before: str) -> str:
    """The words that an acronym in brackets stands for, "" if the letters do not bear it out.

    Schwartz and Hearst's rule ("A simple algorithm for identifying abbreviation definitions in
    biomedical text", 2003): match the letters from the right, the first one at a word's beginning,
    within min(|A| + 5, 2|A|) words; small words may stand between.
    """
    letters = [c.lower() for c in acronym if c.isalnum()]
    if len(letters) < 2 or sum(c.isupper() for c in acronym) < 2:
        return ""
    if letters[-1] == "s" and acronym.endswith("s"):
        letters = letters[:-1]
    tail = re.split(r"[.;:!?()\[\]\"“”]\s", before)[-1].rstrip()
    words = list(_WORD.finditer(tail))[-min(len(letters) + 5, len(letters) * 2) :]
    if not words:
        return ""
    text = tail[words[0].start() :]
    place, ended = len(text) - 1, 0
    for index in range(len(letters) - 1, -1, -1):
        letter = letters[index]
        while place >= 0 and (
            text[place].lower() != letter or (index == 0 and place > 0 and (text[place - 1].isalnum()))
        ):
            place -= 1
        if place < 0:
            return ""
        ended = ended or place
        place -= 1
    start = place + 1
    long = text[start:].strip(" ,-–—")
    if set("()[]/") & set(long):
        return ""
    content = [w for w in _WORD.findall(long) if w.lower() not in _SKIPPED]
    if (
        len(content) > 1
        and ended
        and text.rfind(content[0]) <= ended < text.rfind(content[0]) + len(content[0])
    ):
        return ""  # "Command System (CMD)": the letters are all the first word's
    if not 2 <= len(content) <= len(letters) + 2 and not (len(content) == 1 and len(letters) <= 3):
        return ""
    return long if len(long) > len(acronym) + 2 else ""
