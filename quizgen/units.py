"""The units that coverage uses: how they are written, what they measure, and how big they are.

Names and factors are those of pint, and a test asks pint about each; pint itself needs a third of a second to
start, and takes "are", "hands" and "bars" for units wherever it meets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dimension = Literal[
    "count", "money", "percent", "length", "time", "mass", "temperature", "speed", "pressure", "area",
    "volume", "energy", "power", "age", "ordinal", "magnitude", "rate", "data", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under its canonical name, `factor` times as big as the SI unit of its dimension.

    Temperatures have a factor per degree only; currencies and shares are their own base (1.0).
    """

    name: str
    dimension: Dimension
    factor: float = 1.0
    abbreviation: str = ""
    plural: str = ""


# canonical name | dimension | factor to SI | abbreviation | plural | other ways to write it
_TABLE = """
metre|length|1|m|metres|meter meters
kilometre|length|1000|km|kilometres|kilometer kilometers kms
centimetre|length|0.01|cm|centimetres|centimeter centimeters
micrometre|length|0.000001|µm|micrometres|micrometer micrometers micron microns
nanometre|length|0.000000001|nm|nanometres|nanometer nanometers
millimetre|length|0.001|mm|millimetres|millimeter millimeters
mile|length|1609.344|mi|miles|statute-mile statute-miles
nautical_mile|length|1852|nmi|nautical miles|nautical-mile nautical-miles
yard|length|0.9144|yd|yards|
foot|length|0.3048|ft|feet|
inch|length|0.0254|in|inches|
light_year|length|9460730472580800|ly|light years|light-year light-years lightyear lightyears
second|time|1|s|seconds|sec secs
minute|time|60|min|minutes|mins
hour|time|3600|h|hours|hr hrs
day|time|86400||days|
week|time|604800||weeks|
fortnight|time|1209600||fortnights|
month|time|2629800||months|
year|time|31557600||years|yr yrs
decade|time|315576000||decades|
century|time|3155760000||centuries|
gram|mass|0.001||grams|gramme grammes
milligram|mass|0.000001|mg|milligrams|
kilogram|mass|1|kg|kilograms|kilo kilos kilogramme kilogrammes kgs
tonne|mass|1000||tonnes|metric-ton metric-tons metric-tonnes
ton|mass|907.18474||tons|
pound|mass|0.45359237|lb|pounds|lbs
ounce|mass|0.028349523125|oz|ounces|
stone|mass|6.35029318||stone|
degree_Celsius|temperature|1|°C|degrees Celsius|degree-celsius degrees-centigrade degree-c degrees-c celsius
degree_Fahrenheit|temperature|0.5555555555555556|°F|degrees Fahrenheit|degree-fahrenheit degree-f degrees-f fahrenheit
kelvin|temperature|1||kelvin|kelvins
kilometre_per_hour|speed|0.2777777777777778|km/h|kilometres per hour|kilometers-per-hour kilometres-an-hour kilometers-an-hour kph kmh kmph
mile_per_hour|speed|0.44704|mph|miles per hour|miles-an-hour mile-per-hour mile-an-hour
metre_per_second|speed|1|m/s|metres per second|meters-per-second metres-a-second meters-a-second
foot_per_second|speed|0.3048|ft/s|feet per second|feet-a-second
knot|speed|0.5144444444444445|kn|knots|
pascal|pressure|1|Pa|pascals|
hectopascal|pressure|100|hPa|hectopascals|
kilopascal|pressure|1000|kPa|kilopascals|
millibar|pressure|100|mb|millibars|
pound_force_per_square_inch|pressure|6894.757293168361|psi|pounds per square inch|pound-per-square-inch
square_metre|area|1|m²|square metres|square-metre square-meter square-meters
square_kilometre|area|1000000|km²|square kilometres|square-kilometre square-kilometer square-kilometers sq-km
square_mile|area|2589988.110336|sq mi|square miles|square-mile sq-mile sq-miles
square_foot|area|0.09290304|sq ft|square feet|square-foot
hectare|area|10000|ha|hectares|
acre|area|4046.8564224||acres|
litre|volume|0.001|L|litres|liter liters
millilitre|volume|0.000001|ml|millilitres|milliliter milliliters
cubic_metre|volume|1|m³|cubic metres|cubic-metre cubic-meter cubic-meters
cubic_kilometre|volume|1000000000|km³|cubic kilometres|cubic-kilometer cubic-kilometers
cubic_foot|volume|0.028316846592|cu ft|cubic feet|cubic-foot
gallon|volume|0.003785411784|gal|gallons|
pint|volume|0.000473176473||pints|
barrel|volume|0.158987294928|bbl|barrels|
joule|energy|1||joules|
kilojoule|energy|1000|kJ|kilojoules|
megajoule|energy|1000000|MJ|megajoules|
calorie|energy|4.184||calories|
kilowatt_hour|energy|3600000|kWh|kilowatt hours|kilowatt-hour kilowatthours
megawatt_hour|energy|3600000000|MWh|megawatt hours|megawatt-hour
gigawatt_hour|energy|3600000000000|GWh|gigawatt hours|gigawatt-hour
terawatt_hour|energy|3600000000000000|TWh|terawatt hours|terawatt-hour
watt|power|1|W|watts|
kilowatt|power|1000|kW|kilowatts|
megawatt|power|1000000|MW|megawatts|
gigawatt|power|1000000000|GW|gigawatts|
horsepower|power|745.6998715822702|hp|horsepower|
byte|data|1||bytes|
kilobyte|data|1000|KB|kilobytes|
megabyte|data|1000000|MB|megabytes|
gigabyte|data|1000000000|GB|gigabytes|
terabyte|data|1000000000000|TB|terabytes|
percent|percent|1|%|percent|per-cent pct
percentage_point|percent|1|pp|percentage points|percentage-point
basis_point|percent|0.01|bp|basis points|basis-point
degree|other|1|°|degrees|
g_force|other|1|g|g|
volt|other|1|V|volts|
hertz|other|1|Hz|hertz|
kilohertz|other|1000|kHz|kilohertz|
megahertz|other|1000000|MHz|megahertz|
gigahertz|other|1000000000|GHz|gigahertz|
decibel|other|1|dB|decibels|
storey|other|1||storeys|story
times|rate|1||times|
magnitude|magnitude|1||magnitude|
US_dollar|money|1|$|dollars|dollar US-dollars US-dollar usd
Australian_dollar|money|1|A$|Australian dollars|aud
Canadian_dollar|money|1|C$|Canadian dollars|cad
New_Zealand_dollar|money|1|NZ$|New Zealand dollars|nzd
Hong_Kong_dollar|money|1|HK$|Hong Kong dollars|hkd
Singapore_dollar|money|1|S$|Singapore dollars|sgd
pound_sterling|money|1|£|pounds|pounds-sterling sterling gbp
pence|money|0.01|p|pence|penny
cent|money|0.01|¢|cents|
euro|money|1|€|euros|eur
yen|money|1|¥|yen|jpy
yuan|money|1||yuan|renminbi cny rmb
rupee|money|1|₹|rupees|inr
ruble|money|1|₽|rubles|rouble roubles rub
zloty|money|1||złotys|złoty złotych zloty zlotys pln
won|money|1|₩|won|krw
lira|money|1|₺|lira|liras
naira|money|1|₦|naira|
peso|money|1|₱|pesos|
real|money|1|R$|reais|brl
franc|money|1||francs|Swiss-francs chf
krona|money|1||kronor|kronas krone kroner sek nok dkk
rand|money|1||rand|zar
shekel|money|1||shekels|
bitcoin|money|1||bitcoins|
"""

# Words that are a unit only behind a scale ("two billion won") or a hyphen ("ten-story").
BEHIND_SCALE = frozenset({"won", "real", "rand", "lira", "franc"})
BEHIND_HYPHEN = frozenset({"story", "second"})
# Abbreviations that are words of their own or names unless they touch the digits ("10in", "5C").
GLUED = frozenset("in p s h L V C F W m".split())


def _units() -> tuple[dict[str, Unit], dict[tuple[str, ...], str], dict[str, str]]:
    units: dict[str, Unit] = {}
    words: dict[tuple[str, ...], str] = {}
    signs: dict[str, str] = {
        "C": "degree_Celsius", "F": "degree_Fahrenheit", "PSI": "pound_force_per_square_inch",
        "US$": "US_dollar", "AU$": "Australian_dollar", "CA$": "Canadian_dollar", "lbs": "pound",
    }  # fmt: skip
    for row in _TABLE.strip().splitlines():
        name, dimension, factor, abbreviation, plural, others = row.split("|")
        units[name] = Unit(name, dimension, float(factor), abbreviation, plural)  # type: ignore[arg-type]
        if abbreviation:
            signs.setdefault(abbreviation, name)
        for surface in (
            plural,
            name.replace("_", " "),
            *(other.replace("-", " ") for other in others.split()),
        ):
            words.setdefault(tuple(surface.casefold().split()), name)
    return units, words, signs


UNITS, UNIT_WORDS, SIGNS = _units()
LONGEST = max(map(len, UNIT_WORDS))


def period(word: str) -> bool:
    """Whether a word is a unit of time ("hour", "weeks")."""
    name = UNIT_WORDS.get((word.casefold(),))
    return name is not None and UNITS[name].dimension == "time"
