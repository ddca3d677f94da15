"""What a question on time, place or reason does without: circumstances that do not tell which event is meant.

"Where was she born on 31 October 1950?" stuffs a date into a question that nobody needs it for.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from quizgen.extractors._branches import is_place, is_time
from quizgen.extractors._clauses import Clause
from quizgen.lexicon import MONTHS, noun_class

_CLOCK = re.compile(r"\d{1,2}([:.]\d\d)?|a\.?m\.?|p\.?m\.?|noon|midnight", re.I)
#: What comes once in a life, so that no time or place is needed to tell it from another.
ONCE = frozenset("bear die".split())
PLACES = frozenset({"location", "artifact", "object"})
#: What something goes by, or together with.
MEANS = frozenset("via aboard along alongside".split())
#: Circumstances of a clause, where something else behind the verb says what happened.
AROUND = frozenset("in at on near off outside inside from over across".split())


def dated_asides(clause: Clause) -> list[Token]:
    """Branches that tell a clock time or a date to the day, and what the event goes by: no `where` or `why` needs them."""
    return [
        p
        for p in clause.parts
        if _by_means(p) or _reason(p) or (_circumstance(p) and _exact(clause, p)) or _bounded(clause, p)
    ]


def chained_places(clause: Clause) -> list[Token]:
    """Chains of places ("in the states of Kansas, New Mexico and Colorado"), wherever they hang: no `why` needs them."""
    return [
        t
        for p in clause.parts
        if p.i > clause.verb.i and p.dep_ in {"prep", "dobj"}
        for t in p.subtree
        if t.dep_ == "prep"
        and t.lower_ in {"in", "at"}
        and is_place(list(t.subtree))
        and len(list(t.subtree)) > 5
    ]


def placed_asides(clause: Clause) -> list[Token]:
    """Branches that a `when` does without: chains of places, what it goes by, what was done before or after."""
    whole = clause.passive or clause.child("dobj") is not None
    asides: list[Token] = []
    for part in clause.parts:
        tokens = list(part.subtree)
        behind = part.dep_ == "prep" and part.i > clause.verb.i
        if (
            _by_means(part)
            or _reason(part)
            or (behind and part.lower_ in {"before", "after"} and len(tokens) > 3)
            or (behind and whole and part.lower_ in AROUND and _names_place(part) and len(tokens) > 5)
        ):
            asides.append(part)
    return asides


#: Words that tell what the writer thinks of it.
COMMENTS = frozenset(
    "tragically sadly unfortunately fortunately luckily happily regrettably surprisingly unsurprisingly astonishingly remarkably "
    "interestingly ironically famously notably amazingly incredibly curiously oddly strangely thankfully mercifully".split()
)
TEMPORAL = frozenset("when while as after before once until whenever".split())


def told_beside(clause: Clause) -> list[Token]:
    """What else a `when` does without: what happened at the same time, and what the writer thinks of it."""
    asides: list[Token] = []
    for part in clause.parts:
        mark = next((c for c in part.children if c.dep_ in {"mark", "advmod"} and c.i < part.i), None)
        beside = (
            part.dep_ == "advcl" and mark is not None and mark.lower_ in TEMPORAL and part.i > clause.verb.i
        )
        if beside or (part.dep_ == "advmod" and part.lower_ in COMMENTS):
            asides.append(part)
    return asides


def _names_place(prep: Token) -> bool:
    """Whether what stands behind the preposition is a place itself, not people who are somewhere."""
    return any(
        c.dep_ == "pobj" and (c.ent_type_ in {"GPE", "LOC", "FAC", "ORG"} or noun_class(c.lemma_) in PLACES)
        for c in prep.rights
    ) and is_place(list(prep.subtree))


def _bounded(clause: Clause, part: Token) -> bool:
    """ "before moving to London": what limits a deed that is told without it."""
    if part.dep_ != "prep" or part.i < clause.verb.i or part.lower_ not in {"before", "after"}:
        return False
    if any(c.lower_ in {"a", "an", "one"} for c in clause.subject.lefts):
        return False  # "one storm": the limit may tell which
    told = clause.passive or clause.child("dobj") is not None
    return told and not any(is_time([c]) for c in part.children) and len(list(part.subtree)) > 3


def _reason(part: Token) -> bool:
    if part.dep_ != "prep":
        return False
    if part.lower_ == "in" and any(c.lower_ == "order" for c in part.rights):
        return True  # "in order to clear the air"
    deed = part.i + 1 < len(part.doc) and part.nbor(1).lower_.endswith("ing")
    return part.lower_ in {"because", "due", "owing", "thanks", "amid", "despite"} or (
        part.lower_ in {"for", "over"}
        and deed
        and len(list(part.subtree)) > 4  # "jailed for hiding his assets"
    )


def _by_means(part: Token) -> bool:
    if part.dep_ not in {"prep", "advmod"}:
        return False
    numbered = part.lower_ == "on" and any(
        c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"} and re.search(r"[A-Z].*-\d", c.text)
        for c in part.rights
    )  # "lifted off on STS-1"
    return numbered or part.lower_ in MEANS


def _circumstance(part: Token) -> bool:
    return part.dep_ in {"prep", "npadvmod"} and part.lower_ not in {"until", "since", "before", "after"}


def _exact(clause: Clause, part: Token) -> bool:
    tokens = list(part.subtree)
    if not is_time(tokens):
        return False
    words = [t.text for t in tokens]
    clock = any(_CLOCK.fullmatch(w) and not w.isdigit() for w in words)
    dated = any(w in MONTHS for w in words) and any(w.isdigit() for w in words)
    return clause.verb.lemma_ in ONCE or clock or dated
