"""Classes of words: what a noun denotes, what a verb does, which names are places.

The nouns come from WordNet 3.0 (see `WORDNET-LICENSE` beside this file), each under the lexicographer
file of its commonest sense; the short lists of function words and news verbs are our own.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent


@cache
def _nouns() -> dict[str, str]:
    classes: dict[str, str] = {}
    for line in (HERE / "nouns.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, _, words = line.partition(": ")
        classes.update(dict.fromkeys(words.split(), name))
    return classes


def noun_class(lemma: str) -> str:
    """The WordNet class of a noun ("person", "artifact", ...), "" for an unknown one."""
    word = lemma.lower()
    known = _nouns().get(word, "")
    if not known and "-" in word:
        known = _nouns().get(word.rsplit("-", 1)[-1], "")
    return OVERRIDES.get(word, known)


def is_person_noun(lemma: str) -> bool:
    """Whether a common noun is said of people ("rescuer", "crew member"), so that one asks "who"."""
    return noun_class(lemma) == "person"


def is_people_noun(lemma: str) -> bool:
    """Whether a plural or collective noun is said of people in numbers ("people", "police", "women")."""
    word = lemma.lower()
    return word in PEOPLE or noun_class(word) == "person"


PEOPLE = frozenset(
    "people police person man woman child boy girl men women children crew family staff public adult youth "
    "voter human individual civilian victim passenger member resident survivor employee worker soldier troop".split()
)

#: Commonest senses in news that differ from WordNet's first.
OVERRIDES = {
    **dict.fromkeys(
        "head chief star model founder spokesman spokeswoman spokesperson lawmaker frontman ceo co-founder teen "
        "veteran suspect attacker gunman youngster midfielder striker goalkeeper defender runner driver rancher "
        "farmer director chairman chairwoman chair president minister secretary coach captain officer official "
        "expert analyst researcher scientist billionaire engineer correspondent commander presenter candidate "
        "nominee counsel speaker leader man woman boy girl child person teenager infant baby".split(),
        "person",
    ),
    **dict.fromkeys(
        "government company firm agency ministry party team crew police parliament council committee commission "
        "court university organization organisation group union bank board army navy club department office "
        "people public administration bureau institute foundation association federation airline retailer chain "
        "contractor insurer lender carrier distributor supplier maker giant competitor manufacturer startup operator provider nonprofit charity network station band".split(),
        "group",
    ),
    **dict.fromkeys(
        "city town village country state region province county district island street area capital site".split(),
        "location",
    ),
    **dict.fromkeys(
        "capsule spacecraft rocket satellite helicopter aircraft plane ship vessel".split(), "artifact"
    ),
    **dict.fromkeys(
        "browser server scanner printer router tracker launcher lander rover orbiter processor sensor tanker freighter cruiser "
        "bomber thruster booster container".split(),
        "artifact",
    ),
    **dict.fromkeys("event incident".split(), "event"),
    **dict.fromkeys("percent percentage share rate ratio".split(), "quantity"),
    **dict.fromkeys(
        "flight launch landing liftoff retirement confirmation verdict vote ruling".split(), "act"
    ),
    **dict.fromkeys("disaster collapse".split(), "event"),
}

#: What the last word of a proper name tells of the thing named: the noun one asks with.
NAMED_THINGS = {
    "university": "university", "college": "college", "school": "school", "academy": "academy",
    "party": "party", "committee": "committee", "council": "council", "commission": "commission",
    "court": "court", "bank": "bank", "agency": "agency", "institute": "institute", "institution": "institution",
    "museum": "museum", "gallery": "gallery", "hospital": "hospital", "church": "church", "club": "club",
    "association": "association", "foundation": "foundation", "ministry": "ministry", "bureau": "bureau",
    "department": "department", "society": "society", "union": "union", "federation": "federation",
    "corporation": "company", "inc": "company", "ltd": "company", "plc": "company", "corp": "company",
    "airlines": "airline", "airways": "airline", "motors": "company", "technologies": "company",
    "pharmaceuticals": "company", "biotherapeutics": "company", "industries": "company",
    "river": "river", "lake": "lake", "island": "island", "islands": "islands", "mountain": "mountain",
    "street": "street", "avenue": "avenue", "road": "road", "airport": "airport", "bridge": "bridge",
    "stadium": "stadium", "park": "park", "station": "station", "crater": "crater", "valley": "valley",
    "award": "award", "prize": "prize", "medal": "medal", "oscar": "award", "act": "law", "treaty": "treaty",
    "cup": "competition", "championship": "championship", "championships": "championships", "league": "league",
    "festival": "festival", "telescope": "telescope", "observatory": "observatory", "laboratory": "laboratory",
    "hotel": "hotel", "theatre": "theatre", "theater": "theater", "cathedral": "cathedral", "palace": "palace",
    "parliament": "parliament", "senate": "body", "congress": "body", "campaign": "campaign",
    "rover": "rover", "rocket": "rocket", "spacecraft": "spacecraft", "satellite": "satellite", "shuttle": "shuttle", "ferry": "ferry", "submarine": "submarine",
    "county": "county", "province": "province", "ocean": "ocean", "sea": "sea", "desert": "desert",
    "challenge": "event", "olympics": "Games", "trial": "trial", "scandal": "scandal", "mission": "mission",
}  # fmt: skip

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

#: Words for a time that depends on when the text was written.
RELATIVE_TIME = frozenset(
    "today yesterday tomorrow tonight currently now recently ago nowadays presently meanwhile soon earlier later".split()
)

SAYING = frozenset(
    "say tell announce state report claim add explain confirm warn estimate note argue suggest believe reveal "
    "indicate declare admit insist predict stress promise comment write tweet describe call cite conclude observe "
    "acknowledge maintain assert mention remark recall testify reply emphasize emphasise caution expect think hope find show".split()
)
#: Verbs of saying that do not vouch for what is said.
UNVOUCHED = frozenset(
    "deny doubt question dispute fear imagine joke wonder wish pretend hope threaten suspect refuse".split()
)

FAILING = frozenset(
    "fail break malfunction crash collapse explode burst leak stall jam overheat misfire shatter snap capsize derail sink".split()
)
CALLED_OFF = frozenset(
    "cancel delay postpone suspend abandon halt scrap scrub abort destroy damage injure block reject interrupt ground "
    "close misconfigure overturn revoke disqualify recall withdraw shelve disrupt".split()
)

#: Verbs whose subject is somebody, or a body of people.
AGENTIVE = SAYING | frozenset(
    "win lose buy sell found establish build design develop create discover invent lead head host direct write publish "
    "release launch award fund operate own acquire manage plan decide vote elect nominate appoint approve reject sign "
    "sue arrest charge convict kill shoot stab attack rescue treat study research test receive donate send visit meet "
    "ban pass introduce order ask call hire fire defeat beat play perform sing direct star produce organize organise "
    "join leave resign retire run want seek intend agree refuse deny offer provide conduct investigate identify contact email notify alert invite negotiate interview criticize criticise praise".split()
)


@cache
def countries() -> frozenset[str]:
    """Names of countries, in the forms news uses."""
    return frozenset((HERE / "countries.txt").read_text("utf-8").splitlines())


@cache
def us_states() -> frozenset[str]:
    """Names of the states of the USA."""
    return frozenset((HERE / "us_states.txt").read_text("utf-8").splitlines())


@cache
def _first_names() -> dict[str, str]:
    genders: dict[str, str] = {}
    for line in (HERE / "first_names.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            gender, _, names = line.partition(": ")
            genders.update(dict.fromkeys(names.split(), gender))
    return genders


def first_name(word: str) -> str:
    """Who bears a first name: "male", "female", "both", or "" if it is not a known first name.

    Source: the 1990 US Census lists, so a name missing here says nothing.
    """
    return _first_names().get(word, "")
