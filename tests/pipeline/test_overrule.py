"""A figure that a later sentence replaces is not asked, nor stated by another question."""

from __future__ import annotations

from quizgen.choosing import Candidate
from quizgen.model import Evidence, Fact
from quizgen.pipeline import overrule


def candidate(kind: str, prompt: str, answer: str, quote: str, position: int) -> Candidate:
    evidence = Evidence(quote, start=position * 100)
    return Candidate(Fact(kind=kind, answer=answer, slots={}, evidence=evidence), prompt, position, 5)


def test_an_overruled_figure_is_refused_with_all_that_states_it() -> None:
    prompt = "How many people were killed in the blast in Kazan?"
    early, late = (
        "At least 14 people were killed in the blast in Kazan.",
        "The blast in Kazan killed 31 people.",
    )
    found = [
        candidate("how_many", prompt, "At least 14", early, 0),
        candidate("where", "Where were at least 14 people killed in the blast?", "Kazan", early, 0),
        candidate("how_many", prompt, "31", late, 4),
    ]
    (contradiction,) = overrule(found, [])
    assert (contradiction.asked, contradiction.other) == ("31", "At least 14")
    assert [bool(c.fact.refused) for c in found] == [True, True, False]
