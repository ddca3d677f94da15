"""Units of measure and currencies, as data: what a unit measures and how much of it.

A table of our own and not pint: pint takes 0.2 s to import, as long as `quizgen take` may use in all.
Factors are exact by definition (SI Brochure, 9th edition; International Yard and Pound Agreement 1959)
except months and years, which are the Gregorian mean.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `value * factor + offset` is the value in the dimension's base unit."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


# dimension; then one unit a line: factor (and offset), then its spellings, "_" for a space.
_TABLE = """
length
1 metre meter m metres meters
1000 kilometre kilometer km kms k klick
0.01 centimetre centimeter cm
0.001 millimetre millimeter mm
0.000001 micrometre micrometer micron um µm μm
0.000000001 nanometre nanometer nm
1609.344 mile mi
0.9144 yard yd yds
0.3048 foot feet ft '
0.0254 inch inches in "
1852 nautical_mile nmi
1.8288 fathom
149597870700 astronomical_unit au
9460730472580800 light-year light_year lightyear ly
area
1 square_metre square_meter sq_m sqm m2 m^2
1000000 square_kilometre square_kilometer sq_km km2 km^2
2589988.110336 square_mile sq_mi mi2
0.09290304 square_foot square_feet sq_ft ft2
0.83612736 square_yard sq_yd
10000 hectare ha
4046.8564224 acre
volume
1 litre liter l ltr
0.001 millilitre milliliter ml
0.01 centilitre centiliter cl
1000 cubic_metre cubic_meter m3 m^3
3.785411784 gallon gal
4.54609 gallon gal
0.473176473 pint
0.56826125 pint
158.987294928 barrel bbl
mass
1 kilogram kilogramme kg kgs kilo
0.001 gram gramme g gr
0.000001 milligram mg
1000 tonne t metric_ton metric_tonne ton
907.18474 ton short_ton
1016.0469088 ton long_ton
0.45359237 pound lb lbs
0.028349523125 ounce oz
6.35029318 stone st
time
1 second sec s
0.001 millisecond ms
60 minute min mins m
3600 hour hr hrs h
86400 day d
604800 week wk wks
1209600 fortnight
2629746 month mo mos mth mths
31556952 year yr yrs y
315569520 decade
3155695200 century centuries
31556952000 millennium millennia
speed
0.44704 mile_per_hour miles_per_hour mph mi/h miles_an_hour mile_an_hour
0.2777777777777778 kilometre_per_hour kilometres_per_hour kilometer_per_hour kilometers_per_hour km/h kph kmh kmph km_per_hour kilometres_an_hour kilometers_an_hour km_an_hour km/hr
1 metre_per_second metres_per_second meter_per_second meters_per_second m/s mps
1000 kilometres_per_second kilometers_per_second km/s
0.5144444444444445 knot kt kts kn
0.3048 feet_per_second ft/s fps
340.29 mach
temperature
1 celsius c °c ° degree degree_celsius degrees_celsius degrees_c degree_c centigrade degrees_centigrade degree_centigrade
0.5555555555555556,-17.77777777777778 fahrenheit f °f ° degree degree_fahrenheit degrees_fahrenheit degrees_f degree_f
1,-273.15 kelvin °k
angle
1 degree °
energy
1 joule j
1000 kilojoule kj
4184 kilocalorie kcal calorie
3600000 kilowatt_hour kilowatt-hour kwh
3600000000 megawatt_hour megawatt-hour mwh
power
1 watt w
1000 kilowatt kw
1000000 megawatt mw
1000000000 gigawatt gw
745.6998715822702 horsepower hp
data
1 byte
1000 kilobyte kb
1000000 megabyte mb
1000000000 gigabyte gb
1000000000000 terabyte tb
bit_rate
1000000 megabit_per_second megabits_per_second mbit/s mbps mbit
1000000000 gigabit_per_second gigabits_per_second gbit/s gbps
frequency
1 hertz hz
1000 kilohertz khz
1000000 megahertz mhz
1000000000 gigahertz ghz
pressure
1 pascal pa
100 hectopascal hpa millibar mb mbar
1000 kilopascal kpa
100000 bar
6894.757293168361 psi
percent
1 % percent per_cent pc
100 fraction
points
1 percentage_point pp ppt %_point %_pt percent_point percentage_pt
1 point pt
score
1 point pt
magnitude
1 magnitude richter_scale richter on_the_richter_scale
level
1 decibel db
"""
# Currencies: one a line, ISO 4217 code, then spellings; units that hold a hundred of which one ("cent")
# belong to several.
_CURRENCIES = """
USD us$ us_dollar usd american_dollar united_states_dollar u.s._dollar buck dollars_us
$ $ dollar
EUR € eur euro
GBP £ gbp pound pound_sterling pounds_sterling sterling british_pound quid
JPY ¥ jpy yen japanese_yen
CNY cny rmb yuan renminbi chinese_yuan
INR ₹ inr rupee indian_rupee rs
CAD ca$ c$ cad canadian_dollar
AUD a$ au$ aud australian_dollar
NZD nz$ nzd new_zealand_dollar
CHF chf franc swiss_franc
RUB ₽ rub rouble ruble
KRW ₩ krw won
SEK sek krona kronor
NOK nok krone kroner
ZAR zar rand
BRL r$ brl real reais
MXN mxn peso
ILS ₪ ils shekel
TRY ₺ try lira
UAH ₴ uah hryvnia
NGN ₦ ngn naira
PHP ₱ php
"""
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "$"})


def _spread(spelling: str) -> list[str]:
    spelling = spelling.replace("_", " ")
    plural = (
        len(spelling) > 2 and spelling[-1].isalpha() and not spelling.endswith(("s", "z", "ia", "ch", "feet"))
    )
    return [spelling, spelling + "s"] if plural else [spelling]


def _table() -> dict[str, tuple[Unit, ...]]:
    units: dict[str, list[Unit]] = {}
    dimension = ""
    for line in _TABLE.strip().splitlines():
        factor, _, spellings = line.partition(" ")
        if not spellings:
            dimension = factor
            continue
        number, _, offset = factor.partition(",")
        names = spellings.split()
        unit = Unit(names[0].replace("_", " "), dimension, float(number), float(offset or 0))
        for name in names:
            for spelling in _spread(name):
                units.setdefault(spelling, []).append(unit)
    for line in _CURRENCIES.strip().splitlines():
        code, *names = line.split()
        for name in names:
            for spelling in _spread(name):
                units.setdefault(spelling, []).append(Unit(code, "money"))
    for name in ("cent", "cents", "¢"):
        units.setdefault(name, []).extend((Unit("$", "money", 0.01), Unit("EUR", "money", 0.01)))
    for name in ("pence", "penny", "p"):
        units.setdefault(name, []).append(Unit("GBP", "money", 0.01))
    return {name: tuple(found) for name, found in units.items()}


UNITS = _table()


def same_kind(one: Unit, other: Unit) -> bool:
    """Whether a value in one unit can be told in the other; a bare dollar is any dollar."""
    if one.dimension != other.dimension:
        return False
    if one.dimension != "money" or one.name == other.name:
        return True
    return "$" in (one.name, other.name) and {one.name, other.name} <= DOLLARS
