"""What `make quiz` must ask of the live blog in seeds/, and what it must never ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen import pipeline, sources
from quizgen.model import Quiz

SEED = Path(__file__).parents[2] / "seeds" / "spacewalk_live.txt"


@pytest.fixture(scope="module")
def seed() -> Quiz:
    return pipeline.quiz(list(sources.read(SEED)), made="2026-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("kinds", "answer", "quote"),
    [
        ("first who", "Sarah Gillis", "became the first two civilians"),
        ("how_high", "more than 400 miles", "carried out the world's first private spacewalk"),
        ("how_far", "434.9 miles", "glittering 434.9 miles below"),
        ("how_long", "about 30 minutes", "scheduled to last"),
        ("how_long", "an hour and 46 minutes", "lasted an hour and 46 minutes"),
        ("what_failed", "automatic door mechanism", "wasn't working properly"),
        ("what_failed", "manual opening", "wasn't working properly"),
        ("how_much how_long", "5.9 minutes", "oxygen supply remaining"),
        ("how_much how_big", "9 PSI", "rise to around 9 PSI"),
        ("meaning", "extravehicular activity", "extravehicular activity (EVA)"),
        ("who", "Musk", "wants thousands"),
        ("who_said", "Isaacman", "perfect world"),
    ],
)
def test_a_reader_is_asked(seed: Quiz, kinds: str, answer: str, quote: str) -> None:
    assert [
        q for q in seed.asked if q.kind in kinds.split() and answer in q.answer and quote in q.evidence.quote
    ]


def test_one_person_has_one_name(seed: Quiz) -> None:
    assert not [q for q in seed.asked if "Ellis" in q.prompt + q.answer]
    assert {"Sarah Gillis", "Sarah Ellis"} in [{c.asked, c.other} for c in seed.contradictions]
    assert [q for q in seed.asked if any("Ellis" in other for other in q.accepted)]


def test_there_is_enough_for_a_lesson(seed: Quiz) -> None:
    assert len(seed.asked) >= 20
