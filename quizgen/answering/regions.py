"""Countries by part of the world and states of the USA: neighbours to mix up with one another.

Told apart because an answer that is a city must not stand among countries.
"""

from __future__ import annotations

import re

_REGIONS = """
France|Germany|Italy|Spain|Portugal|Belgium|Netherlands|Switzerland|Austria|Ireland|United Kingdom|Luxembourg
Denmark|Norway|Sweden|Finland|Iceland|Estonia|Latvia|Lithuania
Poland|Czechia|Czech Republic|Slovakia|Hungary|Romania|Bulgaria|Slovenia|Croatia|Serbia|Bosnia and Herzegovina|Albania|North Macedonia|Montenegro|Kosovo|Greece|Moldova
Russia|Ukraine|Belarus|Georgia|Armenia|Azerbaijan|Kazakhstan|Uzbekistan|Turkmenistan|Kyrgyzstan|Tajikistan
Turkey|Syria|Lebanon|Israel|Jordan|Iraq|Iran|Saudi Arabia|Yemen|Oman|Qatar|Kuwait|Bahrain|United Arab Emirates|Cyprus
Egypt|Libya|Tunisia|Algeria|Morocco|Sudan|South Sudan|Mauritania
Nigeria|Ghana|Senegal|Mali|Niger|Burkina Faso|Ivory Coast|Liberia|Sierra Leone|Guinea|Togo|Benin|Gambia
Democratic Republic of the Congo|Uganda|Kenya|Tanzania|Rwanda|Burundi|Ethiopia|Somalia|Eritrea|Cameroon|Chad|Central African Republic|Gabon|Angola
South Africa|Namibia|Botswana|Zimbabwe|Zambia|Mozambique|Malawi|Madagascar|Lesotho|Eswatini
China|Japan|South Korea|North Korea|Mongolia|Taiwan
India|Pakistan|Bangladesh|Sri Lanka|Nepal|Bhutan|Afghanistan|Maldives
Thailand|Vietnam|Laos|Cambodia|Myanmar|Malaysia|Singapore|Indonesia|Philippines|Brunei|East Timor
Australia|New Zealand|Papua New Guinea|Fiji|Samoa|Tonga|Vanuatu|Solomon Islands
United States|Canada|Mexico
Guatemala|Honduras|El Salvador|Nicaragua|Costa Rica|Panama|Belize
Cuba|Haiti|Dominican Republic|Jamaica|Bahamas|Trinidad and Tobago|Barbados
Brazil|Argentina|Chile|Peru|Colombia|Venezuela|Ecuador|Bolivia|Paraguay|Uruguay|Guyana|Suriname
"""
_STATES = """
Washington|Oregon|California|Nevada|Idaho|Alaska|Hawaii
Arizona|New Mexico|Utah|Colorado|Wyoming|Montana
North Dakota|South Dakota|Nebraska|Kansas|Oklahoma|Texas
Minnesota|Iowa|Missouri|Wisconsin|Illinois|Indiana|Michigan|Ohio
Florida|Georgia|Alabama|Mississippi|Louisiana|Arkansas|Tennessee|Kentucky|South Carolina|North Carolina
Virginia|West Virginia|Maryland|Delaware|Pennsylvania|New Jersey
New York|Connecticut|Rhode Island|Massachusetts|Vermont|New Hampshire|Maine
"""
_OTHER_NAMES = {
    "us": "United States", "u.s.": "United States", "usa": "United States", "america": "United States",
    "united states of america": "United States", "uk": "United Kingdom", "britain": "United Kingdom",
    "great britain": "United Kingdom", "england": "United Kingdom", "scotland": "United Kingdom",
    "wales": "United Kingdom", "northern ireland": "United Kingdom", "drc": "Democratic Republic of the Congo",
    "congo": "Democratic Republic of the Congo", "uae": "United Arab Emirates", "burma": "Myanmar",
    "soviet union": "Russia", "ussr": "Russia", "holland": "Netherlands", "czechia": "Czech Republic",
    "palestine": "Israel", "gaza": "Israel",
}  # fmt: skip


def _table(rows: str) -> dict[str, tuple[str, ...]]:
    groups = [tuple(row.split("|")) for row in rows.strip().splitlines()]
    return {name.casefold(): group for group in groups for name in group}


_COUNTRIES = _table(_REGIONS)
_US = _table(_STATES)


def _known(name: str) -> str:
    bare = name.casefold().removeprefix("the ")
    return _OTHER_NAMES.get(bare, bare).casefold()


def kind(name: str) -> str:
    """ "country", "state" or "" for any other place (a city, a river, one we do not know)."""
    known = _known(name)
    return "country" if known in _COUNTRIES else "state" if known in _US else ""


def same(one: str, other: str) -> bool:
    """Whether two names may mean one country ("UK", "Britain"; a part of it counts as it)."""
    return kind(one) == "country" and _known(one) == _known(other)


def mentioned(name: str, text: str) -> bool:
    """The text names the country or state, under whichever of its names."""
    known = _known(name)
    names = {known, *(other for other, country in _OTHER_NAMES.items() if country.casefold() == known)}
    words = f" {re.sub(r'[^a-z.]+', ' ', text.casefold())} "
    return any(f" {other} " in words.replace(". ", " ") or f" {other} " in words for other in names)


def neighbours(name: str) -> tuple[str, ...]:
    """The others of the same part of the world, () for what is no country or state of the USA."""
    known = _known(name)
    group = _COUNTRIES.get(known) or _US.get(known) or ()
    return tuple(other for other in group if other.casefold() != known and _known(other) != known)
