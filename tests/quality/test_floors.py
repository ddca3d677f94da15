"""The regression gate: on a few openly licensed articles quality never falls below its floors.

`floors.json` may be raised whenever a change allows it.  Lowering a floor takes a reason in the same
commit.  The measures are those of `score.py` beside this file.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizgen import pipeline, sources
from tests.quality import score

HERE = Path(__file__).resolve().parent
FLOORS = json.loads((HERE / "floors.json").read_text("utf-8"))
ARTICLES = sorted((HERE / "data").glob("*.txt"))


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    """The measures over all articles, and the flaws by their names."""
    asked = gold_facts = hits = hits_in_ten = 0
    flaws: list[str] = []
    for path in ARTICLES:
        (article,) = sources.read(path)
        quiz = pipeline.quiz([article], made="2026-01-01T00:00:00Z")
        questions = [
            {
                "prompt": q.prompt,
                "answer": q.answer,
                "accepted": list(q.accepted),
                "quote": q.evidence.quote,
            }
            for q in quiz.questions
        ]
        asked += len(questions)
        text = path.read_text("utf-8")
        flaws += [f"{q['prompt']}: {flaw}" for q in questions for flaw in score.flaws(q, text)]
        for line in path.with_suffix(".jsonl").read_text("utf-8").splitlines():
            fact = json.loads(line)
            wanted = [fact["answer"], *fact.get("accept", [])]
            found = [
                place
                for place, q in enumerate(questions)
                if score.same_place(fact["evidence"], q["quote"])
                and score.answers_match(wanted, [q["answer"], *q["accepted"]])
            ]
            gold_facts += 1
            hits += bool(found)
            hits_in_ten += bool(found) and found[0] < 10
    return {
        "coverage": hits / gold_facts,
        "coverage_first_ten": hits_in_ten / gold_facts,
        "hits_per_question": hits / asked,
        "flawed": len(flaws),
        "flaws": flaws,  # type: ignore[dict-item]
    }


@pytest.mark.parametrize("measure", ["coverage", "coverage_first_ten", "hits_per_question"])
def test_quality_does_not_fall_below_its_floor(measure: str, measured: dict[str, float]) -> None:
    assert measured[measure] >= FLOORS[measure]


def test_no_question_has_a_mechanical_flaw(measured: dict[str, float]) -> None:
    assert measured["flaws"] == []
