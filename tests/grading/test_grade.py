"""The marking against tables of cases and the vectors it shares with the page's script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quizgen.grading import grade
from tests.grading.casebook import FOLDER, Case, cases

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.verdict}: {c.typed[:30]!r} for {c.answer[:30]!r}")
def test_the_rule_holds(case: Case) -> None:
    given = grade(case.typed, case.answer, case.accepted, prompt=case.prompt, others=case.others)
    allowed = {"partial", "close", "wrong"} if case.verdict == "refused" else {case.verdict}
    assert given.verdict in allowed, f"{case.rule} — {given.verdict}: {given.reason}"


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['typed'][:30]!r} for {v['answer'][:30]!r}")
def test_shared_vectors_hold_for_python(vector: dict[str, Any]) -> None:
    given = grade(
        vector["typed"],
        vector["answer"],
        vector.get("accepted", ()),
        prompt=vector.get("prompt", ""),
        others=vector.get("others", ()),
    )
    assert given.verdict == vector["verdict"], given.reason


def test_there_are_cases_enough_to_trust_the_rules() -> None:
    assert len(CASES) >= 200


def test_strict_forgives_no_typing_mistake() -> None:
    assert grade("Isacman", "Jared Isaacman", prompt="Who led it?").verdict == "correct"
    assert grade("Isacman", "Jared Isaacman", prompt="Who led it?", strict=True).verdict != "correct"


@pytest.mark.parametrize("typed", ["Isaacman", "isaacman", "J. Isaacman"])
def test_strict_still_forgives_case_and_initials(typed: str) -> None:
    assert grade(typed, "Jared Isaacman", prompt="Who led it?", strict=True).verdict == "correct"


def test_a_mistyped_month_is_forgiven_but_not_when_strict() -> None:
    assert grade("Janurary 2026", "January 2026", prompt="When?").verdict == "correct"
    assert grade("Janurary 2026", "January 2026", prompt="When?", strict=True).verdict != "correct"


def test_a_partial_answer_scores_its_share() -> None:
    given = grade("France and Germany", "France, Germany, Poland and Spain")
    assert (given.verdict, given.score) == ("partial", 0.5)


def test_the_answer_that_decided_is_told() -> None:
    assert grade("faa", "Federal Aviation Administration", ["FAA"]).matched == "FAA"


def test_a_pasted_article_is_no_answer() -> None:
    given = grade("The door mechanism failed. " * 20, "the door mechanism", prompt="What failed?")
    assert given.verdict == "wrong"
    assert "few words" in given.reason


def test_what_lies_behind_two_thousand_characters_is_cut_not_refused() -> None:
    assert grade("Paris" + " " * 5000 + "x", "Paris").verdict == "correct"


@pytest.mark.parametrize("typed", ["", "  ", "?", "idk", "I don't know", "\x1b[31m\x1b[0m", "​"])
def test_no_attempt_is_empty(typed: str) -> None:
    assert grade(typed, "Paris").verdict == "empty"


@pytest.mark.parametrize("answer", ["?", "pass", "not guilty", "🍐", "none", "1/0", "to be or not to be"])
def test_an_answer_that_looks_like_no_answer_can_still_be_given(answer: str) -> None:
    assert grade(answer, answer).verdict == "correct"
