"""Wrong answers: of the same kind and form, and never right."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.answering import Rival, distractors

PEOPLE = [Rival(name, "PERSON") for name in
          ("Jared Isaacman", "Isaacman", "Sarah Gillis", "Elon Musk", "Scott Poteet", "Anna Menon", "Thomas Moore")]  # fmt: skip


def wrong(answer: str, kind: str, pool: list[Rival] | None = None, **more: str) -> tuple[str, ...]:
    return distractors(answer, pool or [], id="q-1", kind=kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "kind", "shape"),
    [
        ("about 30 minutes", "how_long", r"about \d0 minutes"),
        ("more than 400 miles", "how_high", r"more than [\d,]+00 miles"),
        ("US$80 million", "how_much", r"US\$\d+ million"),
        ("900 million złotys", "how_much", r"\d00 million złotys"),
        ("one million rubles", "how_much", r"(two|three|four|five) million rubles"),
        ("49%", "how_much", r"\d\d%"),
        ("39", "how_many", r"\d+"),
        ("seven", "how_many", r"[a-z]+"),
        ("Seven", "how_many", r"[A-Z][a-z]+"),
        ("Eight out of 10", "how_many", r"[A-Z][a-z]+ out of 10"),
        ("an hour and 46 minutes", "how_long", r"an hour and \d+ minutes"),
        ("an hour", "how_long", r"(two|three|four|five) hours"),
        ("between 36 and 40", "how_many", r"between \d+ and \d+"),
        ("two to three weeks", "how_long", r"\w+ to \w+ weeks"),
        ("eleven-month-old", "how_old", r"\w+-month-old"),
        ("28", "how_old", r"\d\d"),
        ("minus 20 degrees Celsius", "how_big", r"minus \d+ degrees Celsius"),
        ("magnitude 6.1", "how_big", r"magnitude \d\.\d"),
        ("for 12 years", "how_long", r"for \d+ years"),
        ("a third", "how_much", r"(a|two|three) \w+|half"),
        ("thousands", "how_many", r"\w+s"),
        ("in 2011", "when", r"in (19|20)\d\d"),
        ("5 May 1961", "when", r"\d+ \w+ 19\d\d"),
        ("on Tuesday, March 17th", "when", r"on Tuesday, \w+ \d+(th|st|nd|rd)"),
        ("Friday", "when", r"\w+day"),
        ("the 2016/17 season", "when", r"the 201[1-9]/1\d season"),
        ("1:33 a.m. EST", "when", r"\d+:\d\d a\.m\. EST"),
    ],
)
def test_keep_form_and_unit(answer: str, kind: str, shape: str) -> None:
    found = wrong(answer, kind, coverage="1995 and 2019")
    assert len(set(found)) == 3
    assert answer not in found
    assert all(re.fullmatch(shape, text) for text in found), found


@pytest.mark.parametrize(("answer", "years"), [("1769–70", 1), ("from 1914–1918", 4), ("in 1998-99", 1)])
def test_a_span_of_years_keeps_its_length_and_overlaps_with_no_wrong_one(answer: str, years: int) -> None:
    begins = [int(year) for year in re.findall(r"1\d{3}|20\d\d", answer)][:1]
    for text in wrong(answer, "when", coverage="2024"):
        first, last = re.findall(r"\d+", text)
        assert (int(last) - int(first)) % 100 == years
        begins.append(int(first))
    assert len(begins) == 4
    assert all(abs(begin - begins[0]) > years for begin in begins[1:])


@pytest.mark.parametrize(("answer", "suffixed"), [("June 5", False), ("June 5th", True)])
def test_no_date_stands_out_or_stands_twice(answer: str, suffixed: bool) -> None:
    found = wrong(answer, "when", coverage="It began on June 4th. On June 4 and June 7 it went on.")
    assert found[:2] == (("June 4th", "June 7th") if suffixed else ("June 4", "June 7"))
    assert all(bool(re.search(r"(st|nd|rd|th)$", text)) == suffixed for text in found)


def test_a_country_that_was_taken_for_a_person_gets_countries() -> None:
    found = wrong("New Zealand", "first", [*PEOPLE, Rival("New Zealand", "PERSON"), Rival("Tonga", "GPE")])
    assert len(found) == 3
    assert not {rival.text for rival in PEOPLE} & set(found)


def test_temperatures_differ_by_what_one_would_feel() -> None:
    found = wrong("2.3 degrees Celsius", "how_big")
    assert len(found) == 3
    assert all(abs(float(text.split()[0]) - 2.3) > 3 for text in found)


def test_a_lower_bound_is_not_undercut() -> None:
    """More than 300 would be true of what is more than 400."""
    values = [int(text.split()[2].replace(",", "")) for text in wrong("more than 400 miles", "how_high")]
    assert min(values) > 400


def test_an_upper_bound_is_not_topped() -> None:
    values = [int(text.split()[2]) for text in wrong("up to 70 kilometers", "how_far")]
    assert max(values) < 70


def test_shares_stay_below_a_hundred() -> None:
    assert all(int(text.rstrip("%")) < 100 for text in wrong("90%", "how_much"))


def test_figures_of_the_coverage_come_first() -> None:
    pool = [Rival(text, "how_many") for text in ("48", "68", "31")]
    assert sorted(wrong("39", "how_many", pool)) == ["31", "48", "68"]


def test_a_rounded_answer_stands_among_rounded_ones() -> None:
    pool = [Rival(number, "how_many") for number in ("231", "277", "500")]
    found = wrong("nearly 400", "how_many", pool)
    assert "nearly 500" in found
    assert not set(found) & {"nearly 231", "nearly 277"}


def test_a_year_is_no_count() -> None:
    assert "about 1995" not in wrong("about 5000", "how_many", [Rival("1995", "how_many")])


def test_two_spellings_of_a_place_do_not_stand_side_by_side() -> None:
    pool = [Rival(name, "GPE") for name in ("Magnitogorsk", "Magnitigorsk", "Moscow", "Chelyabinsk", "Ufa")]
    found = wrong("Moscow", "where", pool)
    assert len(found) == 3
    assert len(set(found) & {"Magnitogorsk", "Magnitigorsk"}) < 2


def test_people_come_with_full_names_once_each() -> None:
    found = wrong("Sarah Gillis", "who", PEOPLE)
    assert len(found) == 3
    assert all(len(text.split()) == 2 for text in found)


def test_no_name_from_the_question_or_the_evidence() -> None:
    found = wrong(
        "Sarah Gillis", "who", PEOPLE, prompt="Who followed Jared Isaacman?", evidence="Elon Musk saw Gillis."
    )
    assert not {"Jared Isaacman", "Elon Musk"} & set(found)


@pytest.mark.parametrize(
    ("prompt", "count"), [("Which cybersecurity firm found them?", 3), ("Which rocket rose?", 0)]
)
def test_firms_stand_for_one_another_where_a_firm_is_asked_for(prompt: str, count: int) -> None:
    pool = [Rival(name, "ORG") for name in ("UpGuard", "Facebook", "Amazon", "Reuters")]
    assert len(distractors("UpGuard", pool, id="q", kind="which", prompt=prompt)) == count


def test_dates_of_the_coverage_come_first() -> None:
    coverage = (
        "On January 10, again on January 14, and on February 21 they wrote; on 3 March nothing came in 2019."
    )
    assert set(wrong("on January 28", "when", coverage=coverage)) == {
        "on January 10", "on January 14", "on February 21",
    }  # fmt: skip


def test_two_days_at_once_are_not_varied_by_halves() -> None:
    assert wrong("April 22 and 23", "when") == ()


def test_a_maiden_name_does_not_stand_beside_the_name() -> None:
    pool = [*PEOPLE, Rival("Doris Day", "PERSON"), Rival("Doris Kappelhoff", "PERSON")]
    found = {
        text
        for n in range(20)
        for text in distractors("Elon Musk", pool, id=str(n), kind="who", prompt="Who met Day?")
    }
    assert "Doris Kappelhoff" not in found


def test_a_city_with_its_country_stands_among_such() -> None:
    pool = [Rival("Vienna", "GPE")]
    found = distractors("Vienna, Austria", pool, id="q", kind="where", label="GPE")
    assert len(found) == 3
    assert all(", " in text for text in found)


def test_positions_are_those_of_other_people() -> None:
    pool = [
        Rival("company founder", "role", "What is Elon Musk's position?"),
        Rival("NASA administrator", "role", "What is Jim Bridenstine's position?"),
        Rival("record producer", "role", "What is Terry Melcher's position?"),
        Rival("science correspondent", "role", "What is Thomas Moore's position?"),
    ]
    found = distractors("SpaceX engineer", pool, id="q", kind="role", prompt="What was Elon Musk's position?")
    assert sorted(found) == ["NASA administrator", "record producer", "science correspondent"]


def test_none_where_three_cannot_be_had() -> None:
    assert wrong("Sarah Gillis", "who", PEOPLE[:3]) == ()


def test_nothing_that_the_grading_takes_for_right() -> None:
    found = distractors("Sarah Gillis", PEOPLE, id="q", kind="who", right=lambda text: text == "Elon Musk")
    assert "Elon Musk" not in found


def test_cities_do_not_stand_among_countries() -> None:
    pool = [Rival(name, "GPE") for name in ("Kenya", "Vienna", "Berlin", "Germany")]
    found = wrong("Kenya", "where", pool)
    assert "Vienna" not in found
    assert len(found) == 3


def test_a_place_that_holds_the_answer_is_not_offered() -> None:
    pool = [Rival(name, "GPE") for name in ("Vienna", "Berlin", "Paris", "Rome", "Lower Austria")]
    assert "Lower Austria" not in wrong("Vienna", "where", pool, coverage="in Vienna, Lower Austria")


def test_the_same_question_gets_the_same() -> None:
    assert wrong("39", "how_many") == wrong("39", "how_many")


@given(
    st.text(max_size=40),
    st.sampled_from(["who", "when", "where", "how_many", "how_long", "how_old"]),
    st.text(max_size=8),
)
def test_three_or_none_and_never_the_answer(answer: str, kind: str, id: str) -> None:
    found = distractors(answer, PEOPLE, id=id, kind=kind)
    assert len(found) in {0, 3}
    assert answer not in found
