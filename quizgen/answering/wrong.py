"""Wrong answers to choose from: of the answer's own kind and form, from the same coverage first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from rapidfuzz import fuzz

from quizgen import measures
from quizgen.answering import dates, figures, regions
from quizgen.measures import Measure
from quizgen.numerals import spell
from quizgen.persons import family, plain, untitled
from quizgen.units import UNITS

_WANTED = 3
_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"}
)
_SHARES = ("a fifth", "a quarter", "a third", "half", "two thirds", "three quarters")
_VAGUE = ("dozens", "hundreds", "thousands", "millions")
# What the last number of a compound may be: "an hour and 24 minutes", "five feet two inches".
_LAST = {"minute": (7, 12, 18, 24, 33, 38, 51, 57), "second": (4, 11, 18, 23, 32, 37, 49, 56), "inch": range(1, 12),
         "ounce": range(1, 16), "month": range(2, 12), "day": range(2, 7), "hour": range(2, 24), "week": (2, 3)}  # fmt: skip
_FACTORS = (0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 1.2, 1.25, 1.4, 1.5, 1.6, 1.8, 2.0, 2.5, 3.0, 4.0, 5.0)


class Candidate(NamedTuple):
    """Something of the coverage that could be an answer.

    `label` is spaCy's label of a name ("PERSON", "GPE", ...), or the kind of question that a phrase answers.
    """

    text: str
    label: str


def distractors(
    answer: str,
    pool: Sequence[Candidate],
    *,
    id: str,
    kind: str,
    label: str = "",
    prompt: str = "",
    evidence: str = "",
    coverage: str = "",
    accepted: Sequence[str] = (),
    right: Callable[[str], bool] | None = None,
) -> tuple[str, ...]:
    """Three wrong answers, or none where three good ones can't be had.

    Args:
        answer: the right answer.
        pool: names, figures and answers of the same coverage.
        id: the question's; decides, with no chance involved, which of many are taken.
        kind: the kind of question.
        label: spaCy's label of the answer if it is a name; looked up in the pool if "".
        prompt: the question; nothing that it names is offered.
        evidence: the sentence; a name in it might be right as well.
        coverage: the whole text, for years and for places inside one another.
        accepted: other right answers.
        right: tells whether the grading takes a wording for right.
    """
    label = label or next((c.label for c in pool if _key(c.text) == _key(answer)), "")
    taken: list[str] = []
    for text in _offers(answer, pool, id, kind, label, evidence, coverage):
        if _fits(text, answer, taken, prompt, accepted) and not (right is not None and right(text)):
            taken.append(text)
            if len(taken) == _WANTED:
                return tuple(taken)
    return ()


def _offers(
    answer: str, pool: Sequence[Candidate], id: str, kind: str, label: str, evidence: str, coverage: str
) -> Iterator[str]:
    """Wrong answers, best first."""
    if kind == "when":
        years = frozenset(int(year) for year in dates.YEAR.findall(coverage))
        latest = max([*years, *(int(year) for year in dates.YEAR.findall(answer))], default=0)
        yield from dates.variations(answer, years=years, latest=latest)
        return
    measure = _figure_of(answer, kind)
    if measure is not None:
        yield from _figures(answer, measure, pool, id)
    elif label in _NAMES:
        yield from _names(answer, label, pool, id, evidence, coverage)
    elif label == kind == "why" or label == kind == "role":
        yield from _phrases(answer, kind, pool, id)


def _figure_of(answer: str, kind: str) -> Measure | None:
    """The one quantity that an answer is, a few small words around it ("all four", "12 years in prison")."""
    measure = measures.read(answer)
    if measure is None and kind.startswith("how_"):
        found = measures.find(answer)
        if len(found) == 1:
            head, tail = answer[: found[0].start], answer[found[0].end :]
            if re.fullmatch(r"(?:[a-z]+ ){0,3}", head) and re.fullmatch(r"(?:[ -][\w’'-]+){0,5}", tail):
                measure = found[0]
    if measure is not None and kind == "how_old" and not measure.unit:
        return replace(measure, unit="year", dimension="age")
    return measure


def _fits(text: str, answer: str, taken: Sequence[str], prompt: str, accepted: Sequence[str]) -> bool:
    """Unlike every right answer, unlike those already taken, not given in the question, of like length."""
    key = _key(text)
    if not key or any(_overlap(key, _key(other)) for other in (answer, *accepted)):
        return False
    if any(
        _overlap(key, _key(other)) or (fuzz.ratio(key, _key(other)) > 90 and not re.search(r"\d", key))
        for other in taken
    ):
        return False
    if prompt and re.search(rf"(?<![\w.,]){re.escape(key)}(?![\w]|[.,]\d)", _key(prompt)):
        return False
    return len(text) <= 2.5 * len(answer) + 6 and len(answer) <= 2.5 * len(text) + 6


def _overlap(one: str, other: str) -> bool:
    """One is the other, or a part of it in whole words."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    if re.search(r"\d", short) and re.search(r"\d", long):
        return short == long
    return f" {short} " in f" {long} "


def _key(text: str) -> str:
    text = " ".join(re.sub(r"[^\w\s.,%$£€°:/-]", " ", text.casefold()).split()).strip(" .,")
    return re.sub(r"^(?:the|a|an) (?=\D)", "", text)


def _shuffled(texts: Iterable[str], id: str) -> list[str]:
    """In an order that depends on the question only."""
    return sorted(dict.fromkeys(texts), key=lambda text: sha256(f"{id}\0{text}".encode()).digest())


# -- names --------------------------------------------------------------------------------------


def _names(
    answer: str, label: str, pool: Sequence[Candidate], id: str, evidence: str, coverage: str
) -> Iterator[str]:
    if re.search(r" and |,", answer):
        return  # several at once: one of them in a wrong answer would be half right
    same = [c.text for c in pool if c.label == label and "\n" not in c.text]
    beside = _key(evidence)
    if label == "PERSON":
        same = _persons(answer, same)
    if label in {"GPE", "LOC"}:
        same = [
            text for text in same
            if regions.kind(text) == regions.kind(answer) and not regions.same(text, answer)
            and not _inside(text, answer, coverage)
        ]  # fmt: skip
    same = [_articled(text, answer, coverage) for text in same if f" {_key(text)} " not in f" {beside} "]
    words = len(answer.split())
    close = [text for text in same if abs(len(text.split()) - words) <= 1 and _cased(text) == _cased(answer)]
    yield from _shuffled(close, id)
    yield from _shuffled((text for text in same if text not in close and _cased(text) == _cased(answer)), id)
    if label in {"GPE", "LOC"}:
        yield from _shuffled((text for text in regions.neighbours(answer) if _key(text) not in beside), id)


def _persons(answer: str, names: Iterable[str]) -> list[str]:
    """Each person once, by the longest name the coverage gives; as many parts as the answer has if possible."""
    people = sorted({untitled(name) for name in names}, key=lambda name: (-len(name.split()), name))
    longest: list[str] = []
    for name in people:
        words = {plain(word) for word in name.split()}
        if not any(words <= {plain(word) for word in other.split()} for other in longest):
            longest.append(name)
    mine = {plain(word) for word in untitled(answer).split()}
    others = [name for name in longest if not mine & {plain(word) for word in name.split()[-1:]}]
    if len(untitled(answer).split()) > 1:
        return [name for name in others if len(name.split()) > 1]
    return [family(name) or name for name in others]


def _inside(text: str, answer: str, coverage: str) -> bool:
    """The coverage writes "Vienna, Austria" or "Baghdad in Iraq": the one holds the other."""
    a, b = re.escape(text), re.escape(answer)
    return bool(re.search(rf"{a}(?:,| in| \() ?(?:the )?{b}|{b}(?:,| in| \() ?(?:the )?{a}", coverage))


def _articled(text: str, answer: str, coverage: str) -> str:
    """With "the" if the answer has it and the coverage uses it, without otherwise."""
    bare = re.sub(r"^[Tt]he ", "", text)
    if re.match(r"[Tt]he ", answer) and f"the {bare}" in coverage:
        return f"{answer[:3]} {bare}"
    return bare


def _cased(text: str) -> str:
    """Acronyms go with acronyms, names with names."""
    bare = re.sub(r"^[Tt]he ", "", text)
    return "acronym" if bare.isupper() and " " not in bare else "name" if bare[:1].isupper() else "word"


# -- phrases ------------------------------------------------------------------------------------


def _phrases(answer: str, kind: str, pool: Sequence[Candidate], id: str) -> Iterator[str]:
    """Other answers to the same kind of question that fit the same sentence."""
    others = [c.text for c in pool if c.label == kind and _shape(c.text) == _shape(answer)]
    yield from _shuffled(others, id)


def _shape(text: str) -> str:
    first = text.split(" ")[0].casefold()
    if first in {"to", "because", "for", "by", "in", "so", "due"}:
        return first
    if first in {"a", "an", "the", "his", "her", "its", "their"}:
        return "noun"
    return "ing" if first.endswith("ing") else "other"


# -- figures ------------------------------------------------------------------------------------


def _figures(answer: str, measure: Measure, pool: Sequence[Candidate], id: str) -> Iterator[str]:
    """Other values in the same words, near enough to be believed and far enough to be wrong."""
    special = _unnumbered(answer, measure)
    if special is not None:
        yield from _shuffled(special, id)
        return
    if measure.form == "compound":
        yield from _shuffled(
            (figures.restyled(answer, measure, value) for value in _LAST.get(measure.unit, ())), id
        )
        return
    value = measure.values[-1]
    theirs = [
        other for candidate in pool if (other := _figure_of(candidate.text, candidate.label)) is not None
        and other.unit == measure.unit and other.dimension == measure.dimension and other.form == "single"
    ]  # fmt: skip
    covered = [other.values[0] for other in theirs if measure.form == "single" and not other.vague]
    yield from _balanced(answer, measure, [v for v in covered if _believable(v, value, measure)], id)
    yield from _balanced(
        answer, measure, [v for v in _made_up(value, measure, answer) if _believable(v, value, measure)], id
    )


def _unnumbered(answer: str, measure: Measure) -> list[str] | None:
    """For shares, orders of magnitude and "an hour", which have no number to change."""
    core = answer[measure.core_start : measure.core_end]
    others: list[str] | None = None
    if measure.unit == "fraction":
        few = re.fullmatch(r"(\w+)( (?:out of|in) )(\w+)", core)
        if few:
            number = measures.read(few[3])
            under = int(number.values[0]) if number else 0
            over = round(measure.values[0] * under)
            counts = [n for n in range(1, under) if n != over and abs(n - over) <= 4] if under <= 20 else []
            others = [(str(n) if few[1].isdigit() else spell(n)) + few[2] + few[3] for n in counts]
        else:
            others = [share for share in _SHARES if measures.find(share + " of")[0].values != measure.values]
    elif measure.vague:
        others = [word for word in _VAGUE if word != core.casefold()] if core.casefold() in _VAGUE else []
    elif measure.article or core.casefold().startswith("half "):
        unit = UNITS[measure.unit]
        others = (
            [f"{count} {unit.plural}" for count in ("two", "three", "four", "five")] if unit.plural else []
        )
    if others is None:
        return None
    if core[:1].isupper():
        others = [other[0].upper() + other[1:] for other in others]
    return [answer[: measure.core_start] + other + answer[measure.core_end :] for other in others]


def _believable(other: float, value: float, measure: Measure) -> bool:
    """Of the same magnitude, clearly different, and false: "more than 300" would be true of 400."""
    if other < 0 and value < 0:
        return _believable(-other, -value, measure)
    if other <= 0 or value <= 0 or other == value:
        return False
    if (measure.dimension == "percent" and other >= 100) or (measure.dimension == "age" and other > 110):
        return False
    if measure.dimension == "magnitude" and not 1 <= other <= 9.5:
        return False
    if (other < value and _bound(measure.hedge) == "least") or (
        other > value and _bound(measure.hedge) == "most"
    ):
        return False
    if value <= 12 and value == int(value) and other == int(other):
        return abs(other - value) <= max(4, value) and not (other == 1 and value > 1)
    ratio = max(other, value) / min(other, value)
    least = 1.05 if measure.dimension in {"age", "magnitude"} else 1.12
    return least <= ratio <= 5


def _bound(hedge: str) -> str:
    """ "least" if the hedge leaves room above ("more than"), "most" if below ("up to"), "" if it does neither."""
    words = set(hedge.split())
    if words & {"more", "over", "above", "greater", "excess", "upwards", "plus", "older"}:
        return "most" if words & {"no", "not"} else "least"
    if words & {"less", "fewer", "under", "below", "younger", "short"}:
        return "least" if words & {"no", "not"} else "most"
    if words & {"least", "minimum", "few", "little", "low", "young"}:
        return "least"
    return (
        "most"
        if words & {"most", "maximum", "up", "within", "many", "much", "high", "long", "far", "old"}
        else ""
    )


def _made_up(value: float, measure: Measure, answer: str) -> list[float]:
    """Values as round as the real one."""
    if value < 0:
        return [-other for other in _made_up(-value, measure, answer)]
    if value == int(value) and value <= 12 and "." not in answer:
        return [value + step for step in (-4, -3, -2, -1, 1, 2, 3, 4, 5, 6)]
    if measure.dimension == "age":
        return [value + step for step in (-13, -9, -6, -4, 3, 5, 8, 11)]
    if measure.dimension == "magnitude":
        return [round(value + step, 1) for step in (-1.4, -0.9, -0.6, 0.5, 0.8, 1.2)]
    digits = f"{value:.6g}" if value < 1e6 else f"{value:.0f}"
    figures_kept = max(len(digits.replace(".", "").strip("0")), 1)
    made = [float(f"{value * factor:.{figures_kept}g}") for factor in _FACTORS]
    if figures_kept == 2 and digits.replace(".", "").strip("0").endswith("5"):
        step = 5 * 10 ** (len(digits.partition(".")[0]) - 2)
        made = [round(other / step) * step for other in made]
    return made


def _balanced(answer: str, measure: Measure, values: Iterable[float], id: str) -> Iterator[str]:
    """In words, apart from one another, so many below the answer as the question's id says."""
    order = {text: n for n, text in enumerate(_shuffled((repr(v) for v in values), id))}
    unique = sorted(set(values), key=lambda v: order[repr(v)])
    value = measure.values[-1]
    chosen: list[float] = []
    apart = 1.001 if measure.dimension in {"age", "magnitude"} else 1.1
    for v in unique:
        ratios = [max(v / c, c / v) for c in chosen]
        if all(ratio >= (apart if abs(v) > 12 else 1.001) for ratio in ratios):
            chosen.append(v)
    below, above = [v for v in chosen if v < value], [v for v in chosen if v > value]
    few = sha256(f"{id}\0below".encode()).digest()[0] % (_WANTED + 1)
    picked = below[:few] + above[: _WANTED - few]
    for v in [*picked, *(v for v in chosen if v not in picked)]:
        yield figures.restyled(answer, measure, v)
