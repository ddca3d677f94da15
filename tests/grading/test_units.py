"""Our table of units against pint's, which is the larger and the slower one."""

from __future__ import annotations

import pytest

from quizgen.grading.units import UNITS

pint = pytest.importorskip("pint")

PAIRS = [
    ("mile", "metre", "mile"), ("yard", "metre", "yard"), ("foot", "metre", "foot"), ("inch", "metre", "inch"),
    ("nautical mile", "metre", "nautical_mile"), ("light year", "metre", "light_year"),
    ("hectare", "m**2", "hectare"), ("square mile", "m**2", "mile**2"), ("barrel", "litre", "oil_barrel"),
    ("tonne", "kg", "metric_ton"), ("pound", "kg", "pound"), ("ounce", "kg", "ounce"), ("stone", "kg", "stone"),
    ("week", "second", "week"), ("fortnight", "second", "fortnight"), ("mph", "m/s", "mile/hour"),
    ("knot", "m/s", "knot"), ("kilowatt hour", "joule", "kWh"), ("psi", "pascal", "psi"), ("hectare", "m**2", "hectare"),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "base", "theirs"), PAIRS)
def test_a_factor_is_the_one_that_pint_knows(ours: str, base: str, theirs: str) -> None:
    expected = pint.UnitRegistry().Quantity(1, theirs).to(base).magnitude
    assert UNITS[ours][0].factor == pytest.approx(expected, rel=1e-6)


def test_fahrenheit_has_its_offset() -> None:
    unit = UNITS["fahrenheit"][0]
    assert 212 * unit.factor + unit.offset == pytest.approx(100)
