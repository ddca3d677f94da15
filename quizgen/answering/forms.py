"""Other right ways to say an answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizgen import measures
from quizgen.answering import figures, regions
from quizgen.answering.dates import MONTHS, SHORT_MONTHS
from quizgen.model import Contradiction
from quizgen.persons import family, given, plain, respelled, untitled

_PREPOSITION = re.compile(
    r"(?:in|on|at|from|to|for|by|of|within|after|since|until|during|near|outside|inside|every|with|over) ",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a|an) (?=\w)", re.IGNORECASE)
_QUOTES = "\"'“”‘’«»"
_MONTH = "|".join([*MONTHS, *map(re.escape, SHORT_MONTHS)])
_DATE = re.compile(
    rf"(?:(?P<weekday>\w+day),? )?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,? (?P<year>\d{{4}}))?\Z"
)
_ABOUT_PEOPLE = frozenset({"who", "who_said", "first", "role"})
_WORD = r"[\w.,$£€%]+"
_MOST = 10


def accepted(
    answer: str,
    kind: str,
    *,
    names: Mapping[str, str],
    glosses: Mapping[str, str],
    contradictions: Sequence[Contradiction] = (),
    prompt: str = "",
) -> tuple[str, ...]:
    """Other right forms of an answer, likeliest first; never one that fits somebody or something else.

    Args:
        answer: as the coverage has it.
        kind: the kind of question ("who", "how_long", ...).
        names: every name of the coverage, with spaCy's label of it ("PERSON", "ORG", "GPE", ...).
        glosses: acronym → expansion, as the coverage itself explains them.
        contradictions: those that are spellings give their other spelling.
        prompt: the question; what it names itself ("What does EVA stand for?") is no answer to it.
    """
    bare = re.sub(r"(?<!\.\w)[.,;]+$", "", answer.strip()).strip(_QUOTES)
    found = [bare, *_stripped(bare, kind)]
    for form in list(found):
        found += _persons(form, kind, names)
        found += _glossed(form, glosses)
        found += _dated(form)
        found += _places(form, kind)
        measure = measures.read(form)
        if measure is not None and kind != "when":
            found += figures.forms(form, measure)
            if kind == "how_old" and not measure.unit:
                found.append(f"{form} years old")
        elif kind.startswith("how_"):
            found += _led_by_a_figure(form)
    for contradiction in contradictions:
        if contradiction.spelling:
            other = [respelled(form, contradiction.asked, contradiction.other) for form in found]
            found = list(dict.fromkeys([*found, *other]))  # else each contradiction would double them
    found += [_folded(form) for form in list(found)]
    asked = f" {' '.join(re.findall(_WORD, prompt.casefold()))} "
    return tuple(
        form
        for form in _distinct(found, answer)
        if f" {' '.join(re.findall(_WORD, form.casefold()))} " not in asked
    )[:_MOST]


def _distinct(forms: Iterable[str], answer: str) -> Iterator[str]:
    seen = {answer.casefold(), ""}
    for form in forms:
        key = " ".join(form.split()).casefold()
        if key not in seen and re.search(r"\w", key):
            seen.add(key)
            yield " ".join(form.split())


def _stripped(answer: str, kind: str) -> Iterator[str]:
    """Without article, quotation marks, preposition or conjunction."""
    if _ARTICLE.match(answer) and measures.read(answer) is None:
        yield answer[_ARTICLE.match(answer).end() :]  # type: ignore[union-attr]
    if kind == "why":
        for lead in ("because of ", "because ", "due to ", "in order to ", "so that "):
            if answer.lower().startswith(lead):
                yield ("to " if lead == "in order to " else "") + answer[len(lead) :]
    if (kind in {"where", "when"} or kind.startswith("how_")) and _PREPOSITION.match(answer):
        rest = answer[_PREPOSITION.match(answer).end() :]  # type: ignore[union-attr]
        if not any(found.start == 0 for found in measures.find(answer)):
            yield rest
            if _ARTICLE.match(rest) and measures.read(rest) is None:
                yield rest[_ARTICLE.match(rest).end() :]  # type: ignore[union-attr]
    if any(mark in answer for mark in '"“”'):
        yield re.sub('["“”]', "", answer)


def _persons(answer: str, kind: str, names: Mapping[str, str]) -> Iterator[str]:
    """The surname where it fits one person only, the name without titles, a pair the other way round."""
    if kind not in _ABOUT_PEOPLE:
        return
    words = [plain(word) for word in answer.split()]
    people = [
        untitled(name)
        for name, label in names.items()
        if label == "PERSON" and any(word in name.casefold() for word in words)
    ]
    if " and " in answer and "," not in answer and answer.count(" and ") == 1:
        pair = answer.split(" and ")
        if all(_is_person(one, people) for one in pair):
            short = [next(iter(_surname(one, people)), "") for one in pair]
            if all(short):
                yield " and ".join(short)
            yield f"{pair[1]} and {pair[0]}"
        return
    name = untitled(answer)
    if not _is_person(name, people) or regions.kind(name):  # "New Zealand" has no surname
        return
    yield name
    yield from _surname(name, people)
    if len(name.split()) == 1:  # "Mr Isaacman": the full name, where there is only one
        full = {other for other in people if len(other.split()) > 1 and plain(family(other)) == plain(name)}
        if len(full) == 1:
            yield full.pop()


def _is_person(name: str, people: Sequence[str]) -> bool:
    words = [plain(word) for word in untitled(name).split()]
    theirs = [[plain(word) for word in other.split()] for other in people]
    return words in theirs or (len(words) == 1 and any(words == other[-1:] for other in theirs))


def _surname(name: str, people: Sequence[str]) -> Iterator[str]:
    short = [other for other in people if len(other.split()) == 1]
    surname, first = family(name, short), given(name, short)
    if not surname:
        return
    for other in people:
        if plain(other) == plain(name) or len(other.split()) < 2:
            continue
        same = plain(family(other, short)) == plain(surname)
        if same and plain(given(other, short)) != plain(first):
            return  # two people share it
        if same and len(other.split()) != len(name.split()):
            return  # "George W. Bush", "George H. W. Bush"
    yield surname


def _glossed(answer: str, glosses: Mapping[str, str]) -> Iterator[str]:
    """Acronym for expansion and back, by the text's own glosses; "Expansion (ABC)" as either."""
    both = re.fullmatch(r"(.{4,}?) \(([A-Z][\w.&-]{1,9})\)", answer)
    if both:
        yield from both.groups()
    core = _ARTICLE.sub("", answer, count=1)
    for acronym, expansion in glosses.items():
        if expansion.split(" ")[0] in {"of", "for", "and", "in"}:
            continue  # cut off: "of Islamic Cooperation"
        if core == acronym:
            yield expansion
        elif core.casefold() == _ARTICLE.sub("", expansion, count=1).casefold():
            yield acronym


def _dated(answer: str) -> Iterator[str]:
    """A date in the British and the American order, without its weekday."""
    match = _DATE.fullmatch(answer)
    if not match:
        return
    day, month, year = match["day"] or match["day2"], match["month"] or match["month2"], match["year"]
    if month in SHORT_MONTHS:
        month = MONTHS[SHORT_MONTHS.index(month)]
    yield f"{day} {month}" + (f" {year}" if year else "")
    yield f"{month} {day}" + (f", {year}" if year else "")


def _places(answer: str, kind: str) -> Iterator[str]:
    """ "Vienna" for "Vienna, Austria", "Oregon" for "the state of Oregon", a place without what it lies in."""
    if kind != "where":
        return
    for pattern in (
        r"((?:in |at |near )?[A-Z][\w’'. -]+), [A-Z][\w’'. -]+",
        r"(?:in )?(?:the )?(?:\w+ )?(?:state|city|town|country|village|island|province|county) of ([A-Z][\w’' -]+)",
        r"(?:the )?((?:[A-Z][\w’'.-]+ )+[A-Z][\w’'.-]+) (?:in|at|near|on) .+",
    ):
        match = re.fullmatch(pattern, answer)
        if match:
            yield match[1]


def _led_by_a_figure(answer: str) -> Iterator[str]:
    """ "39" for "39 people": the question has named what is counted."""
    found = measures.find(answer)
    if len(found) != 1 or answer[: found[0].start].strip():
        return
    rest = answer[found[0].end :]
    if re.fullmatch(r"(?: [\w’'-]+){1,4}", rest):
        figure = answer[: found[0].end]
        yield figure
        yield from figures.forms(figure, found[0])


# Letters that NFKD does not take apart.
_STROKES = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"})  # fmt: skip


def _folded(form: str) -> str:
    """Without accents, as a keyboard at school has it: "900 million zlotys"."""
    apart = unicodedata.normalize("NFKD", form.translate(_STROKES))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
