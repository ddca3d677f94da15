"""The gap: once, as whole words, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answering import cloze, difficulty


@pytest.mark.parametrize(
    ("quote", "answer", "gap"),
    [
        ("Police shot Usman Khan dead.", "Usman Khan", "Police shot ____ dead."),
        ("It lasted about 30 minutes.", "about 30 minutes", "It lasted ____."),
        ("It cost US$1.5 billion in all.", "US$1.5 billion", "It cost ____ in all."),
        ("The rate rose to 49% that year.", "49%", "The rate rose to ____ that year."),
        ("Crew Dragon docked on Sunday.", "Dragon", "Crew ____ docked on Sunday."),
    ],
)
def test_leaves_a_gap(quote: str, answer: str, gap: str) -> None:
    assert cloze(quote, answer) == gap


@pytest.mark.parametrize(
    ("quote", "answer"),
    [
        ("Khan fled, and police shot Khan dead.", "Khan"),
        ("The suit fits; Suit makers are glad.", "suit"),
        ("The Khanate fell in that year.", "Khan"),
        ("It was 434.9 miles above us.", "434"),
        ("It cost $50 a year.", "50"),
        ("It lasted an hour.", "two hours"),
        ("Police said so.", "Police said so"),
        ("Police said so.", ""),
    ],
)
def test_leaves_none(quote: str, answer: str) -> None:
    assert cloze(quote, answer) == ""


@given(st.text(max_size=60), st.text(max_size=10))
def test_never_raises(quote: str, answer: str) -> None:
    assert cloze(quote, answer).count("____") <= 1


@pytest.mark.parametrize(
    ("level", "answer", "more"),
    [
        ("easy", "Jared Isaacman", {"mentions": 5}),
        ("easy", "Crew Dragon", {"headline": "Crew Dragon capsule docks"}),
        ("medium", "a gas leak", {}),
        ("hard", "434.9 miles", {}),
        ("hard", "Sarah Gillis", {"likes": 6}),
        ("hard", "two of them had already shown considerable progress in treating it", {}),
        ("medium", "more than 400 miles", {}),
    ],
)
def test_difficulty(level: str, answer: str, more: dict[str, object]) -> None:
    found, reason = difficulty(answer, **more)  # type: ignore[arg-type]
    assert found == level
    assert reason
