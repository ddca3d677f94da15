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
# Cities that news takes for known, near one another; each with what is written behind its comma.
_CITIES = """
London, England|Manchester, England|Birmingham, England|Edinburgh, Scotland|Glasgow, Scotland|Cardiff, Wales|Belfast, Northern Ireland|Dublin, Ireland
Paris, France|Lyon, France|Marseille, France|Brussels, Belgium|Amsterdam, Netherlands|Rotterdam, Netherlands|Geneva, Switzerland|Zurich, Switzerland
Berlin, Germany|Munich, Germany|Hamburg, Germany|Frankfurt, Germany|Cologne, Germany|Vienna, Austria|Prague, Czech Republic|Budapest, Hungary|Warsaw, Poland|Krakow, Poland
Madrid, Spain|Barcelona, Spain|Lisbon, Portugal|Rome, Italy|Milan, Italy|Naples, Italy|Turin, Italy|Athens, Greece
Stockholm, Sweden|Oslo, Norway|Copenhagen, Denmark|Helsinki, Finland|Riga, Latvia|Tallinn, Estonia|Vilnius, Lithuania|Reykjavik, Iceland
Moscow, Russia|Saint Petersburg, Russia|Yekaterinburg, Russia|Kazan, Russia|Novosibirsk, Russia|Chelyabinsk, Russia|Kyiv, Ukraine|Kharkiv, Ukraine|Odesa, Ukraine|Minsk, Belarus
Bucharest, Romania|Sofia, Bulgaria|Belgrade, Serbia|Zagreb, Croatia|Sarajevo, Bosnia and Herzegovina|Skopje, North Macedonia|Tirana, Albania
Istanbul, Turkey|Ankara, Turkey|Baghdad, Iraq|Mosul, Iraq|Basra, Iraq|Tehran, Iran|Damascus, Syria|Aleppo, Syria|Beirut, Lebanon|Amman, Jordan|Jerusalem, Israel|Tel Aviv, Israel
Riyadh, Saudi Arabia|Jeddah, Saudi Arabia|Dubai, United Arab Emirates|Abu Dhabi, United Arab Emirates|Doha, Qatar|Kuwait City, Kuwait|Sanaa, Yemen|Muscat, Oman
Cairo, Egypt|Alexandria, Egypt|Tripoli, Libya|Tunis, Tunisia|Algiers, Algeria|Casablanca, Morocco|Rabat, Morocco|Khartoum, Sudan
Lagos, Nigeria|Abuja, Nigeria|Accra, Ghana|Dakar, Senegal|Bamako, Mali|Abidjan, Ivory Coast|Freetown, Sierra Leone|Monrovia, Liberia
Nairobi, Kenya|Mombasa, Kenya|Kampala, Uganda|Kigali, Rwanda|Addis Ababa, Ethiopia|Mogadishu, Somalia|Dar es Salaam, Tanzania|Kinshasa, Democratic Republic of the Congo
Johannesburg, South Africa|Cape Town, South Africa|Durban, South Africa|Harare, Zimbabwe|Lusaka, Zambia|Luanda, Angola|Maputo, Mozambique
Delhi, India|Mumbai, India|Kolkata, India|Chennai, India|Bangalore, India|Karachi, Pakistan|Lahore, Pakistan|Islamabad, Pakistan|Dhaka, Bangladesh|Colombo, Sri Lanka|Kathmandu, Nepal|Kabul, Afghanistan
Beijing, China|Shanghai, China|Guangzhou, China|Shenzhen, China|Wuhan, China|Chengdu, China|Taipei, Taiwan
Tokyo, Japan|Osaka, Japan|Kyoto, Japan|Nagoya, Japan|Sapporo, Japan|Seoul, South Korea|Busan, South Korea|Pyongyang, North Korea
Bangkok, Thailand|Hanoi, Vietnam|Ho Chi Minh City, Vietnam|Jakarta, Indonesia|Manila, Philippines|Kuala Lumpur, Malaysia|Phnom Penh, Cambodia|Yangon, Myanmar
Sydney, Australia|Melbourne, Australia|Brisbane, Australia|Perth, Australia|Adelaide, Australia|Auckland, New Zealand|Wellington, New Zealand
Toronto, Canada|Montreal, Canada|Vancouver, Canada|Ottawa, Canada|Calgary, Canada|Edmonton, Canada|Winnipeg, Canada
Mexico City, Mexico|Guadalajara, Mexico|Monterrey, Mexico|Tijuana, Mexico|Havana, Cuba|Guatemala City, Guatemala|San Salvador, El Salvador|Panama City, Panama
Rio de Janeiro, Brazil|São Paulo, Brazil|Brasília, Brazil|Buenos Aires, Argentina|Montevideo, Uruguay|Santiago, Chile|Lima, Peru|Bogotá, Colombia|Caracas, Venezuela|Quito, Ecuador|La Paz, Bolivia
New York, New York|Boston, Massachusetts|Philadelphia, Pennsylvania|Pittsburgh, Pennsylvania|Baltimore, Maryland|Buffalo, New York|Newark, New Jersey
Chicago, Illinois|Detroit, Michigan|Cleveland, Ohio|Cincinnati, Ohio|Columbus, Ohio|Indianapolis, Indiana|Milwaukee, Wisconsin|Minneapolis, Minnesota|St. Louis, Missouri|Kansas City, Missouri
Atlanta, Georgia|Miami, Florida|Tampa, Florida|Orlando, Florida|Jacksonville, Florida|New Orleans, Louisiana|Nashville, Tennessee|Memphis, Tennessee|Charlotte, North Carolina|Richmond, Virginia
Houston, Texas|Dallas, Texas|Austin, Texas|San Antonio, Texas|Oklahoma City, Oklahoma|Phoenix, Arizona|Denver, Colorado|Albuquerque, New Mexico|Salt Lake City, Utah
Los Angeles, California|San Francisco, California|San Diego, California|Sacramento, California|San Jose, California|Seattle, Washington|Portland, Oregon|Las Vegas, Nevada
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
_CITY_PAIRS = [tuple(row.split("|")) for row in _CITIES.strip().splitlines()]


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
    """The others of the same part of the world, () for what is no country, state of the USA or known city.

    A city comes as it is written: alone, or with its country or state ("Baghdad, Iraq").
    """
    for row in _CITY_PAIRS:
        for written in (row, tuple(pair.partition(",")[0] for pair in row)):
            if name in written:
                return tuple(other for other in written if other != name)
    known = _known(name)
    group = _COUNTRIES.get(known) or _US.get(known) or ()
    return tuple(other for other in group if other.casefold() != known and _known(other) != known)
