"""Quantities in plain text: what is found, with its hedge, value and unit, and what is none."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.measures import find, read
from quizgen.units import UNITS

# What pint calls otherwise; its plain barrel is one of water.
PINTS = {
    "decade": "10 years", "kilometre_per_hour": "km/hour", "metre_per_second": "m/s", "barrel": "oil_barrel",
    "pound_force_per_square_inch": "psi",
}  # fmt: skip


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()


FOUND = [
    ("more than 400 miles", "more than", (400,), "mile", "length"),
    ("an hour and 46 minutes", "", (106,), "minute", "time"),
    ("1 hour 59 minutes 40.2 seconds", "", (7180.2,), "second", "time"),
    ("1:59:40.2", "", (7180.2,), "second", "time"),
    ("two to three weeks", "", (2, 3), "week", "time"),
    ("a year and a half", "", (1.5,), "year", "time"),
    ("two and a half months", "", (2.5,), "month", "time"),
    ("two-and-a-half months", "", (2.5,), "month", "time"),
    ("half an hour", "", (0.5,), "hour", "time"),
    ("about a year", "about", (1,), "year", "time"),
    ("in 2 1/2 hours", "", (2.5,), "hour", "time"),
    ("between 36 and 40 people", "", (36, 40), "", "count"),
    ("10-12 people", "", (10, 12), "", "count"),
    ("four or five helicopters", "", (4, 5), "", "count"),
    ("some 20 to 30 cars", "some", (20, 30), "", "count"),
    ("540 million private records", "", (540e6,), "", "count"),
    ("nearly a quarter of a million people", "nearly", (250e3,), "", "count"),
    ("an estimated 11.9 million people", "an estimated", (11.9e6,), "", "count"),
    ("as many as 3,000 others", "as many as", (3000,), "", "count"),
    ("one hundred and five dead", "", (105,), "", "count"),
    ("twenty-five dead", "", (25,), "", "count"),
    ("two dozen cars", "", (24,), "", "count"),
    ("dozens of people", "", (12,), "", "count"),
    ("tens of thousands of people", "", (10_000,), "", "count"),
    ("5,000-plus", "plus", (5000,), "", "count"),
    ("$1.5 billion", "", (1.5e9,), "US_dollar", "money"),
    ("roughly US$80 million", "roughly", (80e6,), "US_dollar", "money"),
    ("one million rubles", "", (1e6,), "ruble", "money"),
    ("900 million złotys", "", (900e6,), "zloty", "money"),
    ("181 million pounds", "", (181e6,), "pound_sterling", "money"),
    ("£5m", "", (5e6,), "pound_sterling", "money"),
    ("$5-10 million", "", (5e6, 10e6), "US_dollar", "money"),
    ("$10,000 or more", "or more", (10_000,), "US_dollar", "money"),
    ("49%", "", (49,), "percent", "percent"),
    ("6% to 11%", "", (6, 11), "percent", "percent"),
    ("0 to 1/4 percent", "", (0, 0.25), "percent", "percent"),
    ("Ninety per cent", "", (90,), "percent", "percent"),
    ("53 percentage points", "", (53,), "percentage_point", "percent"),
    ("a 75-basis-point decrease", "", (75,), "basis_point", "percent"),
    ("a third of voters", "", (1 / 3,), "fraction", "percent"),
    ("two thirds of those", "", (2 / 3,), "fraction", "percent"),
    ("half of them", "", (0.5,), "fraction", "percent"),
    ("1 in 3 people", "", (1 / 3,), "fraction", "percent"),
    ("eight out of 10", "", (0.8,), "fraction", "percent"),
    ("9 PSI", "", (9,), "pound_force_per_square_inch", "pressure"),
    ("14 pounds per square inch", "", (14,), "pound_force_per_square_inch", "pressure"),
    ("weighs 500 pounds", "", (500,), "pound", "mass"),
    ("434.9 miles", "", (434.9,), "mile", "length"),
    ("42.195 kilometers", "", (42.195,), "kilometre", "length"),
    ("a five-foot tusk", "", (5,), "foot", "length"),
    ("thirty-thousand feet", "", (30_000,), "foot", "length"),
    ("6ft 2in", "", (74,), "inch", "length"),
    ("40,000 sq km", "", (40_000,), "square_kilometre", "area"),
    ("a ten-storey building", "", (10,), "storey", "other"),
    ("an eleven-month-old boy", "", (11,), "month", "age"),
    ("a 28-year-old", "", (28,), "year", "age"),
    ("40- to 60-year-olds", "", (40, 60), "year", "age"),
    ("35 mph", "", (35,), "mile_per_hour", "speed"),
    ("minus 20 degrees Celsius", "", (-20,), "degree_Celsius", "temperature"),
    ("fell to -20C", "", (-20,), "degree_Celsius", "temperature"),
    ("magnitude 6.1", "", (6.1,), "magnitude", "magnitude"),
    ("a 6.1-magnitude quake", "", (6.1,), "magnitude", "magnitude"),
    ("more than 5 times", "more than", (5,), "times", "rate"),
    ("raised by a quarter of a percentage point", "", (0.25,), "percentage_point", "percent"),
    ("five hundredths of a g", "", (0.05,), "g_force", "other"),
    ("three quarters of an hour", "", (0.75,), "hour", "time"),
    ("12 years, three months and four days", "", (4478.3125,), "day", "time"),
    ("a 3-nanometre process", "", (3,), "nanometre", "length"),
    ("in 9.79s", "", (9.79,), "second", "time"),
    ("nine g", "", (9,), "g_force", "other"),
]


@pytest.mark.parametrize(
    ("text", "hedge", "values", "unit", "dimension"), FOUND, ids=[row[0] for row in FOUND]
)
def test_reads(text: str, hedge: str, values: tuple[float, ...], unit: str, dimension: str) -> None:
    (measure,) = find(text)
    assert (measure.hedge, measure.unit, measure.dimension) == (hedge, unit, dimension)
    assert measure.values == pytest.approx(values)


@pytest.mark.parametrize(
    "text",
    [
        "the 1990s", "on May 5", "17 March", "March 17th", "at 2:00 p.m.", "at 6 am", "815 AM", "555-123-4567",
        "won 3-1", "a 6-4 majority", "COVID-19", "Amazon S3", "a 5K run", "2019/20", "2019-05-04", "10/09/2024",
        "number 72", "number forty four", "#2", "T+01:43", "in 12 May", "", "$", "half-lit", "in their 70s", "call 911", "0800 555 111",
    ],
)  # fmt: skip
def test_reads_nothing_into(text: str) -> None:
    assert find(text) == []


def test_a_change_is_no_range() -> None:
    assert [measure.values for measure in find("rose from fourteen to 31")] == [(14,), (31,)]


def test_a_rise_by_so_many_is_no_range() -> None:
    assert [measure.values for measure in find("grew by 2 million to 68.3 million")] == [(2e6,), (68.3e6,)]


def test_a_conversion_in_brackets_stands_apart() -> None:
    text = "900 million złotys (181 million pounds)"
    assert [text[m.start : m.end] for m in find(text)] == ["900 million złotys", "181 million pounds"]


def test_the_core_leaves_out_the_hedge() -> None:
    text = "up to 3 kilometers in a day"
    measure = find(text)[0]
    assert text[measure.start : measure.end] == "up to 3 kilometers"
    assert text[measure.core_start : measure.core_end] == "3 kilometers"


def test_read_wants_the_whole_phrase() -> None:
    assert read("about 30 minutes") is not None
    assert read("about 30 minutes of rest") is None


@pytest.mark.parametrize("name", [name for name, unit in UNITS.items() if unit.dimension not in {
    "money", "percent", "rate", "magnitude", "other", "temperature", "data"}])  # fmt: skip
def test_factors_are_those_of_pint(name: str) -> None:
    pytest.importorskip("pint")
    base = {"length": "m", "time": "s", "mass": "kg", "speed": "m/s", "pressure": "Pa", "area": "m**2",
            "volume": "m**3", "energy": "J", "power": "W"}[UNITS[name].dimension]  # fmt: skip
    theirs = _registry().parse_expression(
        PINTS.get(name, name.replace("square_", "square ").replace("cubic_", "cubic "))
    )
    assert UNITS[name].factor == pytest.approx(theirs.to(base).magnitude, rel=1e-5)


@example("0°\n0")
@given(
    st.text(alphabet="0123456789,.-–$£%/:½ \nabTtwohunredmilnfpkyg'’°", max_size=60) | st.text(max_size=40)
)
def test_never_raises_and_stays_inside_the_text(text: str) -> None:
    for measure in find(text):
        assert 0 <= measure.start <= measure.core_start < measure.core_end <= measure.end <= len(text)
