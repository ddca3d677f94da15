"""How many were aboard: "a ferry with 189 passengers aboard", "the plane, carrying 96 people,"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.extractors._amounts import measured
from quizgen.extractors._asking import subject_question
from quizgen.extractors._attribution import attribution
from quizgen.extractors._clauses import Clause, clauses
from quizgen.extractors._phrases import Phrase, Unclear, noun_phrase
from quizgen.extractors._quantities import Quantity
from quizgen.extractors._wording import wording
from quizgen.lexicon import is_people_noun
from quizgen.model import Sentence

#: What carries people.
VESSELS = frozenset(
    "ferry boat ship vessel plane jet airplane aeroplane aircraft airliner helicopter chopper bus coach minibus van truck lorry car taxi "
    "train tram yacht submarine liner dinghy raft spacecraft spaceship capsule shuttle tanker trawler barge canoe catamaran steamer "
    "tugboat speedboat sailboat motorboat balloon airship glider seaplane ambulance convoy vehicle flight lifeboat cruiser".split()
)
#: Those who are on it by what they are called.
ABOARD = frozenset("passenger crew crewman crewmember sailor seaman astronaut cosmonaut".split())


def aboard(sentence: Sentence) -> Iterator[tuple[Quantity, Token, Token]]:
    """The quantities that count people on a vessel, with the noun counted and the vessel's."""
    doc = sentence.span.doc
    for quantity in measured(sentence):
        if quantity.dimension != "count" or quantity.noun is None or quantity.values == (1.0,):
            continue
        people = doc[quantity.noun]
        if not is_people_noun(people.lemma_) or people.tag_ not in {"NNS", "NN"}:
            continue
        if people.dep_ == "pobj" and people.head.lower_ == "with":
            vessel: Token | None = _vessel(people.head.head)
            if vessel is None or not (_on_board(people) or people.lemma_ in ABOARD):
                continue
        elif people.dep_ == "dobj" and people.head.lower_ == "carrying" and people.head.dep_ == "acl":
            vessel = people.head.head if people.head.head.lemma_ in VESSELS else None
        else:
            continue
        if vessel is not None and vessel.i < quantity.start:
            yield quantity, people, vessel


def _vessel(head: Token) -> Token | None:
    """The vessel that "with ..." hangs on, directly or by its verb."""
    if head.pos_ == "VERB":
        head = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), head)
    return head if head.lemma_.lower() in VESSELS and head.tag_ in {"NN", "NNP"} else None


def _on_board(people: Token) -> bool:
    behind = [t.lower_ for t in people.doc[people.i + 1 : people.i + 5]]
    return "aboard" in behind or "board" in behind


def asked_aboard(
    quantity: Quantity, people: Token, vessel: Token, sentence: Sentence
) -> tuple[dict[str, str], float]:
    """The pieces of "How many passengers and crew were aboard the ferry?"."""
    doc = sentence.span.doc
    opening = people.head.i
    own = [t for t in noun_phrase(people) if t.i >= quantity.end and _named_so(t, people)]
    what = wording(own, sentence)
    clause = next((c for c in clauses(sentence) if c.subject.i == vessel.i and c.verb.i > people.i), None)
    ship = wording([t for t in noun_phrase(vessel) if t.i < opening and t.text != ","], sentence)
    name, doubt = ship.text, ship.doubt
    determiner, _, rest = name.partition(" ")
    if determiner.lower() in {"a", "an"}:
        name = f"the {rest}"
        if clause is not None and clause.shape in {"main", "reported", "conj"}:
            slots, more = subject_question(clause, also_drop=[people.head])
            name = f"{name} that {slots['verb']} {slots['rest']}".strip()
            doubt += more
        elif vessel.lemma_ not in sentence.references.title_words:
            raise Unclear("which one it was is not said")
    if quantity.end < len(doc) and any(t.lower_ == "including" for t in doc[quantity.end : people.i + 3]):
        raise Unclear("who is counted in is told behind")
    said_by = _said_by(people, vessel, clause, sentence)
    now = clause is not None and (clause.auxiliaries or [clause.verb])[0].tag_ in {"VBZ", "VBP"}
    return {
        "ask": f"How many {what.text}",
        "verb": "are" if now else "were",
        "rest": f"aboard {name}",
        "according": said_by.text,
    }, doubt + what.doubt + said_by.doubt + 0.03


def _named_so(token: Token, people: Token) -> bool:
    """Whether a word belongs to what the people are called, and not to where they are."""
    here = token
    while here.i != people.i:
        if here.dep_ not in {"conj", "cc", "compound", "amod", "nmod"}:
            return False
        here = here.head
    return True


def _said_by(people: Token, vessel: Token, clause: Clause | None, sentence: Sentence) -> Phrase:
    """Who vouches for the number: the one right behind it ("aboard according to its manifest"), or for the clause."""
    for token in people.subtree:
        if token.lower_ == "according" and token.i > people.i:
            to = next((c for c in token.children if c.lower_ == "to"), None)
            source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
            if source is None:
                raise Unclear("who says so is not certain")
            found = wording(noun_phrase(source), sentence, owner=vessel)
            return Phrase(f", according to {found.text}", found.doubt)
    if clause is None or clause.speaker is None:
        around = [c for c in clauses(sentence) if people.i in {t.i for t in c.verb.subtree}]
        clause = next((c for c in around if c.speaker is not None), clause)
    return attribution(clause) if clause is not None else Phrase("")
