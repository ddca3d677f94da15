"""Other right forms of an answer, and forms that would be wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answering import accepted
from quizgen.model import Contradiction

NAMES = dict.fromkeys(
    ["Jared Isaacman", "Isaacman", "Usman Khan", "Sadiq Khan", "Khan", "Doug Hurley", "Bob Behnken", "Anthony Fauci",
     "George W. Bush", "George H. W. Bush", "Kim Jong Un", "Kim", "Simone de Beauvoir"],
    "PERSON",
) | {"NASA": "ORG"}  # fmt: skip
GLOSSES = {"NASA": "National Aeronautics and Space Administration", "EVA": "extravehicular activity"}


def forms(answer: str, kind: str) -> tuple[str, ...]:
    return accepted(answer, kind, names=NAMES, glosses=GLOSSES)


@pytest.mark.parametrize(
    ("answer", "kind", "form"),
    [
        ("Jared Isaacman", "who", "Isaacman"),
        ("Mr Isaacman", "who", "Jared Isaacman"),
        ("Director Anthony Fauci", "who", "Anthony Fauci"),
        ("Doug Hurley and Bob Behnken", "who", "Hurley and Behnken"),
        ("Doug Hurley and Bob Behnken", "who", "Bob Behnken and Doug Hurley"),
        ("Simone de Beauvoir", "who", "de Beauvoir"),
        ("Kim Jong Un", "who", "Kim"),
        ("NASA", "who", "National Aeronautics and Space Administration"),
        ("an extravehicular activity", "meaning", "EVA"),
        ("International Space Station (ISS)", "which", "ISS"),
        ("the Kennedy Space Center", "where", "Kennedy Space Center"),
        ("in Vienna, Austria", "where", "Vienna"),
        ("the American state of Florida", "where", "Florida"),
        ("the Kennedy Space Center at Cape Canaveral, Florida", "where", "Kennedy Space Center"),
        ("in 2011", "when", "2011"),
        ("5 May 1961", "when", "May 5, 1961"),
        ("Thursday, May 5, 1961", "when", "5 May 1961"),
        ('"Pillow Talk"', "which", "Pillow Talk"),
        ("because it was no open race", "why", "it was no open race"),
        ("more than 400 miles", "how_high", "400 miles"),
        ("more than 400 miles", "how_high", "about 644 kilometres"),
        ("42.195 kilometers", "how_far", "42.195 km"),
        ("seven thousand feet", "how_high", "7,000 feet"),
        ("an hour and 46 minutes", "how_long", "106 minutes"),
        ("1 hour 59 minutes 40.2 seconds", "how_long", "1:59:40.2"),
        ("about 30 minutes", "how_long", "half an hour"),
        ("around 9 PSI", "how_much", "9 pounds per square inch"),
        ("nearly 70 percent", "how_much", "70%"),
        ("Ninety per cent", "how_much", "90%"),
        ("two thirds", "how_much", "two in three"),
        ("eight out of 10", "how_many", "8 in 10"),
        ("nearly a quarter of a million", "how_many", "250,000"),
        ("540 million", "how_many", "540,000,000"),
        ("39 people", "how_many", "39"),
        ("39", "how_many", "thirty-nine"),
        ("eleven-month-old", "how_old", "11 months"),
        ("28", "how_old", "28 years old"),
        ("900 million złotys", "how_much", "900 million zlotys"),
        ("US$80 million", "how_much", "80 million dollars"),
        ("minus 20 degrees Celsius", "how_big", "-20°C"),
    ],
)
def test_accepts(answer: str, kind: str, form: str) -> None:
    assert form in forms(answer, kind)


@pytest.mark.parametrize(
    ("answer", "kind", "form"),
    [
        ("Usman Khan", "who", "Khan"),
        ("George W. Bush", "who", "Bush"),
        ("Kim Jong Un", "who", "Un"),
        ("London Bridge", "where", "London"),
        ("Ministry of Emergencies", "who", "Emergencies"),
        ("more than 400 miles", "how_high", "400"),
        ("NASA", "who", "extravehicular activity"),
        ("May 5, 1961", "when", "1961"),
        ("39", "how_many", "39 people"),
    ],
)
def test_does_not_accept(answer: str, kind: str, form: str) -> None:
    assert form not in forms(answer, kind)


def test_another_spelling_in_the_text_counts() -> None:
    spelling = Contradiction("Sarah Gillis", "Sarah Ellis", spelling=True)
    assert "Sarah Ellis" in accepted("Sarah Gillis", "who", names={}, glosses={}, contradictions=(spelling,))


def test_another_spelling_of_the_surname_counts() -> None:
    spelling = Contradiction("Sarah Gillis", "Sarah Ellis", spelling=True)
    assert "Ellis" in accepted("Gillis", "who", names={}, glosses={}, contradictions=(spelling,))


def test_a_country_that_was_taken_for_a_person_has_no_surname() -> None:
    assert "Zealand" not in accepted("New Zealand", "first", names={"New Zealand": "PERSON"}, glosses={})


def test_what_the_question_names_is_no_answer() -> None:
    found = accepted(
        "extravehicular activity", "meaning", names={}, glosses=GLOSSES, prompt="What does EVA stand for?"
    )
    assert "EVA" not in found


def test_a_surname_alone_is_completed() -> None:
    assert "Anthony Fauci" in forms("Fauci", "who")


def test_another_value_in_the_text_does_not() -> None:
    value = Contradiction("39", "31")
    assert "31" not in accepted("39", "how_many", names={}, glosses={}, contradictions=(value,))


@given(st.text(max_size=60), st.sampled_from(["who", "when", "where", "why", "how_many", "how_long", "what"]))
def test_never_raises_nor_repeats_the_answer(answer: str, kind: str) -> None:
    found = forms(answer, kind)
    assert answer not in found
    assert len(set(found)) == len(found)
