"""Where the coverage does not agree with itself: two spellings of a name, two values of one figure.

Nothing is merged on likeness alone: real people have like names too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from quizgen import measures
from quizgen.measures import Measure
from quizgen.model import Contradiction
from quizgen.persons import plain, untitled

# Of more namesakes than this only the first are compared with one another.
_MOST_NAMESAKES = 100
# A wording with more answers than this is ambiguous, whatever they are.
_MOST_ANSWERS = 12


def near_names(people: Mapping[str, Sequence[str]]) -> list[Contradiction]:
    """Pairs of names that are two spellings of one person, the better attested one as `asked`.

    Two full names are taken for one person if either the family names are the same and the given names
    sound the same ("Jon Smith", "John Smith"), or the given names are the same and the family names differ
    by two letters at most ("Sarah Gillis", "Sarah Ellis"); and if no sentence names both, no initial
    tells them apart, and one is a rarity beside the other.

    Args:
        people: name of a person as the coverage has it, also short ones ("Ms Ellis") → the sentence of each
            mention, in order.
    """
    quotes: dict[str, list[str]] = defaultdict(list)
    for name, sentences in people.items():
        quotes[untitled(name)] += sentences
    full = [name for name in quotes if len(name.split()) > 1]
    owners = Counter(plain(name.split()[-1]) for name in full)

    def attested(name: str) -> int:
        surname = name.split()[-1]
        short = len(quotes.get(surname, ())) if owners[plain(surname)] == 1 else 0
        return len(quotes[name]) + short

    found = []
    settled: set[str] = set()
    for one, other in sorted(_like(full), key=lambda pair: -attested(pair[0])):
        asked, rare = (one, other) if attested(one) >= attested(other) else (other, one)
        if asked in settled or rare in settled or not _one_person(asked, rare, quotes):
            continue
        if attested(rare) > max(2, attested(asked) / 2) or attested(rare) == attested(asked) > 2:
            continue
        settled.add(rare)
        found.append(Contradiction(asked, rare, _first_of_each(quotes[asked], quotes[rare]), spelling=True))
    return found


def _like(full: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of full names that could be one."""
    by_given: dict[str, list[str]] = defaultdict(list)
    by_sound: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in full:
        words = [plain(word) for word in name.split()]
        by_given[words[0]].append(name)
        by_sound[_sound(words[0]), words[-1]].append(name)
    seen = set()
    for group in (*by_given.values(), *by_sound.values()):
        for pair in combinations(group[:_MOST_NAMESAKES], 2):
            if pair not in seen and _spelt_alike(*pair):
                seen.add(pair)
                yield pair


def _spelt_alike(one: str, other: str) -> bool:
    first, last = [plain(word) for word in one.split()], [plain(word) for word in other.split()]
    if first == last or _initials(first) != _initials(last):
        return False
    if first[-1] == last[-1]:
        return first[0] != last[0] and _sound(first[0]) == _sound(last[0])
    if first[0] != last[0]:
        return False
    a, b = first[-1], last[-1]
    if min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 2:
        return False
    return _sound(a) == _sound(b) or (OSA.distance(a, b) <= 2 and fuzz.ratio(a, b) >= 70)


def _initials(words: Sequence[str]) -> list[str]:
    return [word[:1] for word in words[1:-1]]


def _sound(name: str) -> str:
    """Roughly how a name is spoken: spellings of one name agree in it ("Catherine", "Kathryn" do not)."""
    name = name.replace("ph", "f").replace("ck", "k").replace("c", "k").replace("y", "i").replace("z", "s")
    name = re.sub(r"(?<=.)h", "", name).replace("ie", "i").replace("ei", "i")
    return re.sub(r"(.)\1+", r"\1", name)


def _one_person(one: str, other: str, quotes: Mapping[str, Sequence[str]]) -> bool:
    """No sentence names both: who writes of two people tells them apart."""
    a, b = one.split()[-1], other.split()[-1]
    if a == b:
        a, b = one, other
    for sentence in (*quotes[one], *quotes[other]):
        if re.search(rf"\b{re.escape(a)}\b", sentence) and re.search(rf"\b{re.escape(b)}\b", sentence):
            return False
    return True


def _first_of_each(*quotes: Sequence[str]) -> tuple[str, ...]:
    return tuple(some[0] for some in quotes if some)


class Answered(NamedTuple):
    """A question as it would be asked: kind, wording, answer, the sentence, and its place in reading order."""

    kind: str
    prompt: str
    answer: str
    quote: str
    place: int


class Settlement(NamedTuple):
    """Which questions can't be asked: `overruled` by another value, or `ambiguous`; by index."""

    overruled: dict[int, Contradiction]
    ambiguous: frozenset[int]

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What the coverage does not agree on, each once."""
        found = {(each.asked, each.other): each for each in reversed(list(self.overruled.values()))}
        return tuple(reversed(found.values()))


def settle(questions: Sequence[Answered], spellings: Iterable[Contradiction] = ()) -> Settlement:
    """What to do with questions of the same wording and another answer.

    Answers of which one is a part, a rounding or another spelling of the other agree.  Figures of the
    same unit and magnitude are a contradiction: the value that more sentences give is asked, else the later
    one.  Other answers, and figures that are far apart, are an ambiguity: none can be asked.
    """
    other_names = {each.other: each.asked for each in spellings if each.spelling}
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, question in enumerate(questions):
        groups[question.kind, wording(question.prompt)].append(index)
    overruled: dict[int, Contradiction] = {}
    ambiguous: set[int] = set()
    for group in groups.values():
        if len({_key(questions[index].answer) for index in group}) > _MOST_ANSWERS:
            ambiguous.update(group)
            continue
        answers = _by_answer([(index, questions[index]) for index in group], other_names)
        if len(answers) < 2:
            continue
        if not _figures_that_differ([questions[same[0]].answer for same in answers]):
            ambiguous.update(group)
            continue
        best = max(
            answers, key=lambda same: (len({questions[i].quote for i in same}), questions[same[-1]].place)
        )
        asked = questions[best[-1]]
        for index in (index for same in answers if same is not best for index in same):
            other = questions[index]
            overruled[index] = Contradiction(asked.answer, other.answer, (asked.quote, other.quote))
    return Settlement(overruled, frozenset(ambiguous))


_EMPTY = frozenset(
    "a an the of in on at to for by with from did do does was were is are be been has have had about around roughly only just".split()
)


def wording(prompt: str) -> str:
    """What two wordings have in common that ask the same: the words that count, without endings, in order."""
    words = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", prompt.casefold())
    return " ".join(_stem(word) for word in words if word not in _EMPTY)


def _stem(word: str) -> str:
    return (
        re.sub(r"(?:['’]s|ies|es|s|ed|ing)$", "", word) if len(word) > 4 and not word.endswith("ss") else word
    )


def _by_answer(group: Sequence[tuple[int, Answered]], other_names: Mapping[str, str]) -> list[list[int]]:
    """The questions of one wording, those together whose answers agree."""
    found: list[tuple[str, list[int]]] = []
    for index, question in sorted(group, key=lambda pair: pair[1].place):
        answer = other_names.get(question.answer, question.answer)
        for known, same in found:
            if _agree(known, answer):
                same.append(index)
                break
        else:
            found.append((answer, [index]))
    return [same for _, same in found]


def _agree(one: str, other: str) -> bool:
    """The same answer, or the one a part or a rounding of the other."""
    a, b = _key(one), _key(other)
    if a == b:
        return True
    first, second = _figure(one), _figure(other)
    if first is None or second is None:
        short, long = sorted((a, b), key=len)
        return bool(short) and f" {short} " in f" {long} " and first is None and second is None
    if (first.unit, first.dimension) != (second.unit, second.dimension):
        return False
    if first.values == second.values:
        return True
    low, high = sorted((first.values[0], second.values[0]))
    hedged = bool(first.hedge or second.hedge)
    return hedged and low > 0 and high / low <= 1.1


def _figures_that_differ(answers: Sequence[str]) -> bool:
    """All are figures of one unit, none more than three times another."""
    figures = [_figure(answer) for answer in answers]
    known = [figure for figure in figures if figure is not None and not figure.vague]
    if len(known) < len(answers) or len({(figure.unit, figure.dimension) for figure in known}) > 1:
        return False
    values = [figure.values[-1] for figure in known]
    return min(values) > 0 and max(values) / min(values) <= 3


@lru_cache(4096)
def _figure(answer: str) -> Measure | None:
    found = measures.find(answer)
    return found[0] if len(found) == 1 and found[0].start <= 12 else None


def _key(answer: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", " ".join(re.findall(r"[\w.,%$£€-]+", answer.casefold())).strip(".,"))
