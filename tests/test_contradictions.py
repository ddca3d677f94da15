"""Two spellings of one name, two values of one figure; and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.contradictions import Answered, near_names, settle
from quizgen.model import Contradiction


def mentions(**counts: int) -> dict[str, list[str]]:
    names = {key.replace("_", " "): count for key, count in counts.items()}
    return {name: [f"Sentence {n} names {name}." for n in range(count)] for name, count in names.items()}


@pytest.mark.parametrize(
    ("people", "asked", "other"),
    [
        (mentions(Sarah_Gillis=4, Sarah_Ellis=2, Ms_Ellis=1, Gillis=2), "Sarah Gillis", "Sarah Ellis"),
        (mentions(Sarah_Elis=1, Sarah_Ellis=3), "Sarah Ellis", "Sarah Elis"),
        (mentions(John_Smith=5, Jon_Smith=1), "John Smith", "Jon Smith"),
        (mentions(Mohamed_Salah=1, Mohammed_Salah=3), "Mohammed Salah", "Mohamed Salah"),
        (mentions(President_Volodymyr_Zelensky=3, Volodymyr_Zelenskyy=1), "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        (mentions(Eliud_Kipchoge=2, Eliud_Kipchogue=1), "Eliud Kipchoge", "Eliud Kipchogue"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_person(people: dict[str, list[str]], asked: str, other: str) -> None:
    (found,) = near_names(people)
    assert (found.asked, found.other, found.spelling) == (asked, other, True)
    assert len(found.quotes) == 2


@pytest.mark.parametrize(
    "people",
    [
        mentions(Usman_Khan=5, Sadiq_Khan=1),
        {"George W. Bush": ["a"] * 4, "George H. W. Bush": ["b"]},
        mentions(Maria_Lopez=4, Mario_Lopez=1),
        mentions(Laura_Ling=4, Lisa_Ling=1),
        mentions(Paul_Smith=4, Paula_Smith=1),
        mentions(David_Davis=4, David_Davies=4),
        mentions(Sarah_Gillis=4, Sarah_Thompson=1),
        mentions(Sarah_Lee=4, Sarah_Lees=1),
        mentions(Elon_Musk=4, Musk=3, Mr_Musk=1),
        {"John Brown": ["John Brown met John Bowen.", "a", "b", "c"], "John Bowen": ["John Brown met John Bowen."]},
    ],
)  # fmt: skip
def test_different_people(people: dict[str, list[str]]) -> None:
    assert near_names(people) == []


def test_a_thousand_namesakes_take_no_time() -> None:
    assert near_names({f"John Smith{n:04d}": ["x"] * 3 for n in range(1000)}) == []


def ask(*rows: tuple[str, str, str]) -> list[Answered]:
    return [
        Answered(kind, prompt, answer, f"Sentence {n}.", n) for n, (kind, prompt, answer) in enumerate(rows)
    ]


def test_a_toll_that_rises_is_reported_and_the_later_asked() -> None:
    prompt = "How many people died in the collapse?"
    found = settle(
        ask(("how_many", prompt, "14"), ("how_many", prompt, "at least 31"), ("how_many", prompt, "39"))
    )
    assert set(found.overruled) == {0, 1}
    assert [(c.asked, c.other) for c in found.contradictions] == [("39", "14"), ("39", "at least 31")]
    assert all(not c.spelling and len(c.quotes) == 2 for c in found.contradictions)


def test_the_better_attested_value_wins_over_the_later() -> None:
    prompt = "How many seats did Labour lose?"
    found = settle(
        ask(("how_many", prompt, "42"), ("how_many", prompt, "42 seats"), ("how_many", prompt, "40"))
    )
    assert [(c.asked, c.other) for c in found.contradictions] == [("42 seats", "40")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Khan", "Usman Khan"),
        ("39", "39"),
        ("more than 400 miles", "434.9 miles"),
        ("about 30 minutes", "30 minutes"),
    ],
)
def test_answers_that_agree_leave_both(first: str, second: str) -> None:
    found = settle(
        ask(
            ("how", "Who or what was it at the bridge?", first),
            ("how", "Who or what was it at the bridge?", second),
        )
    )
    assert found == ({}, frozenset())


@pytest.mark.parametrize(
    ("first", "second"),
    [("Usman Khan", "James Ford"), ("five minutes", "three hours"), ("2", "500"), ("in Vienna", "in Berlin")],
)
def test_an_ambiguity_is_not_asked(first: str, second: str) -> None:
    assert settle(ask(("x", "Who was injured?", first), ("x", "Who was injured?", second))) == ({}, {0, 1})


def test_another_spelling_is_no_other_answer() -> None:
    spelling = Contradiction("Sarah Gillis", "Sarah Ellis", spelling=True)
    rows = ask(("who", "Who exited second?", "Sarah Gillis"), ("who", "Who exited second?", "Sarah Ellis"))
    assert settle(rows, [spelling]) == ({}, frozenset())
    assert settle(rows).ambiguous == {0, 1}


def test_other_questions_are_left_alone() -> None:
    rows = ask(("who", "Who exited first?", "Jared Isaacman"), ("who", "Who exited second?", "Sarah Gillis"))
    assert settle(rows) == ({}, frozenset())


@given(
    st.lists(
        st.tuples(st.sampled_from(["who", "how_many"]), st.text(max_size=8), st.text(max_size=8)), max_size=6
    )
)
def test_never_raises(rows: list[tuple[str, str, str]]) -> None:
    found = settle(ask(*rows))
    assert {*found.overruled, *found.ambiguous} <= set(range(len(rows)))


@given(st.dictionaries(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=2), max_size=5))
def test_names_never_raise(people: dict[str, list[str]]) -> None:
    near_names(people)
