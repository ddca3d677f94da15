"""Wrong names: others of the coverage that name the same sort of thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from quizgen import lexicon
from quizgen.answering import regions
from quizgen.answering.order import shuffled
from quizgen.persons import family, plain, untitled
from quizgen.plaintext import places

# Labels of the names that answer a kind of question; with any other label one of the two is wrong.
_PLACES = ("GPE", "LOC", "FAC")
_THINGS = ("ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")
ASKED_FOR = {
    "who": ("PERSON", "ORG", "GPE"), "who_said": ("PERSON", "ORG"), "first": ("PERSON", "ORG", "GPE"),
    "role": ("PERSON",), "where": _PLACES, "which": _THINGS, "what": _THINGS,
}  # fmt: skip

_ASKS_FOR_A_FIRM = re.compile(
    r"\b[Ww]hich (?:[\w-]+ ){0,2}(?:firm|company|organi[sz]ation|business|group|corporation|retailer|airline|agency)\b"
)

_SEVERAL = re.compile(r"\bWho (?:have|are|were|do) ")


def wrong_names(
    answer: str, label: str, kind: str, names: Sequence[str], *, beside: str, coverage: str, id: str
) -> Iterator[str]:
    """Other names, likeliest first.

    Args:
        answer: a single name.
        label: spaCy's label of it.
        kind: the kind of question.
        names: those of the coverage with the same label.
        beside: prompt and evidence; what they name might be right as well.
        coverage: the whole text.
        id: the question's.
    """
    near = {plain(word) for word in re.findall(r"[\w'’-]+", beside)}
    if label != "PERSON" and "," in answer:  # "Baghdad, Iraq"
        yield from shuffled((name for name in regions.neighbours(answer) if not _named(name, near)), id)
        return
    if re.search(r" and |,", answer):
        return  # several at once: one of them in a wrong answer would be half right
    others = [
        _articled(name, answer, coverage) for name in map(_clean, names) if name and not _named(name, near)
    ]
    if label == "PERSON" and (_SEVERAL.search(beside) or not answer.startswith(untitled(answer))):
        return  # a group, or a name with a title that no other would have
    if label == "PERSON":
        alone = _sole_bearers(names)
        people = [name for name in others if _personal(name) and untitled(name).split()[0] in alone]
        yield from _persons(answer, people, coverage, id)
        return
    others = [name for name in others if not _inside(name, answer, coverage)]
    here = regions.kind(answer)
    if label in {"GPE", "LOC"} and here:
        for countries in (others, regions.neighbours(answer)):
            alike = [
                name for name in countries if regions.kind(name) == here and not regions.same(name, answer)
            ]
            yield from shuffled((name for name in alike if not regions.mentioned(name, beside)), id)
        return
    head = _class(answer)
    asked = label == "ORG" and _ASKS_FOR_A_FIRM.search(beside)
    if not head and kind in {"which", "what"} and label not in {"GPE", "LOC"} and not asked:
        return  # "which university", "which rocket": the names alone do not tell what they name
    alike = [name for name in others if _class(name) == head and _cased(name) == _cased(answer)]
    alike = [name for name in alike if not regions.kind(name)]
    if label in {"GPE", "LOC"}:
        alike = [name for name in alike if _located(name, coverage)]
    close = [name for name in alike if abs(len(name.split()) - len(answer.split())) <= 1]
    yield from shuffled(close, id)
    yield from shuffled((name for name in alike if name not in close), id)
    if label in {"GPE", "LOC"}:
        yield from shuffled((name for name in regions.neighbours(answer) if not _named(name, near)), id)


def _clean(name: str) -> str:
    """A name without possessive, "" if the language model cut it badly."""
    name = re.sub(r"['’]s?$", "", name.strip(" -–—•*"))
    if not name or re.search(r"\d|[^\w\s.'’&-]| [-–] |\n", name) or not name[-1].isalnum():
        return ""
    last = name.split()[-1]
    return "" if last.islower() and len(last) <= 3 and " " in name else name


def _named(name: str, words: Set[str]) -> bool:
    """A word of the name is one of these."""
    return any(plain(word) in words for word in name.split() if word[:1].isupper())


def _class(name: str) -> str:
    """The common noun that tells what a name names: "university", "party"; "" for most names."""
    words: list[str] = re.findall(r"[\w-]+", re.sub(r"^[Tt]he ", "", name))
    if len(words) < 2:
        return ""
    if words[0] in {"Cape", "Mount", "Lake", "Fort", "Port", "Gulf", "Isle", "Camp"}:
        return words[0].casefold()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head.casefold() if lexicon.noun_class(head.casefold()) else ""


def _sole_bearers(names: Sequence[str]) -> set[str]:
    """The given names that only one surname goes with: of two surnames one may be a maiden name."""
    surnames: dict[str, set[str]] = defaultdict(set)
    for words in (untitled(name).split() for name in names):
        if words:
            surnames[words[0]].add(plain(words[-1]))
    return {given for given, last in surnames.items() if len(last) == 1}


def _personal(name: str) -> bool:
    """The name may be a person's: "Karl Marx Avenue" and "Polaris Dawn" are none, whatever their label."""
    words = untitled(name).split()
    common = bool(words) and bool(lexicon.noun_class(words[-1].casefold()))
    return len(words) > 0 and not (common and (len(words) > 2 or not lexicon.first_name(words[0])))


def _called_by_surname(name: str, coverage: str) -> bool:
    """The coverage uses the surname alone, as it does of people."""
    *before, last = untitled(name).split()
    given = f"{' '.join(before)} "
    return any(not coverage[:start].endswith(given) for start in places(last, coverage))


_BEFORE_PLACE = re.compile(
    r"(?:\b(?:in|at|near|from|to|through|outside|across|off|into|around|of|leaving)|,) (?:the )?$"
)


def _located(name: str, coverage: str) -> bool:
    """The coverage says "in", "from" or "to" it, as of places."""
    return any(_BEFORE_PLACE.search(coverage, max(0, start - 14), start) for start in places(name, coverage))


def _persons(answer: str, names: Sequence[str], coverage: str, id: str) -> Iterator[str]:
    """Each person once, by the fullest name; those first that are people for sure, and may be of the same sex."""
    people = sorted({untitled(name) for name in names}, key=lambda name: (-len(name.split()), name))
    fullest: list[str] = []
    for name in people:
        words = {plain(word) for word in name.split()}
        if not any(words <= {plain(word) for word in other.split()} for other in fullest):
            fullest.append(name)
    mine = untitled(answer).split()
    others = [name for name in fullest if mine and plain(name.split()[-1]) != plain(mine[-1])]
    others = [name for name in others if 1 < len(name.split()) <= 4]
    sex = lexicon.first_name(mine[0]) if len(answer.split()) > 1 else ""
    known = [name for name in others if lexicon.first_name(name.split()[0])]
    likely = [name for name in known if {sex, lexicon.first_name(name.split()[0])} != {"male", "female"}]
    short = [name for name in others if _called_by_surname(name, coverage)]
    for group in (likely, known, short):
        for name in shuffled(group, id):
            yield name if len(answer.split()) > 1 else family(name) or name


def _inside(name: str, answer: str, coverage: str) -> bool:
    """The coverage writes "Vienna, Austria" or "Baghdad in Iraq": the one holds the other."""
    joints = (", ", " in ", " (", ", the ", " in the ")
    return any(name + joint + answer in coverage or answer + joint + name in coverage for joint in joints)


def _articled(name: str, answer: str, coverage: str) -> str:
    """With "the" if the answer has it and the coverage uses it, without otherwise."""
    bare = re.sub(r"^[Tt]he ", "", name)
    if re.match(r"[Tt]he ", answer) and f"the {bare}" in coverage:
        return f"{answer[:3]} {bare}"
    return bare


def _cased(name: str) -> str:
    """Acronyms go with acronyms, names with names."""
    bare = re.sub(r"^[Tt]he ", "", name)
    return "acronym" if bare.isupper() and " " not in bare else "name" if bare[:1].isupper() else "word"
