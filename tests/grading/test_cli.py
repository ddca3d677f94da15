"""`quizgen grade` explains one verdict."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from quizgen.cli import app


def told(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["grade", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_verdict_comes_with_its_reason() -> None:
    assert told("Isacman", "Jared Isaacman", "-q", "Who led it?") == "correct: The surname is right.\n"


def test_a_partial_answer_shows_its_share() -> None:
    assert told("Chile", "Chile and Argentina").startswith("partial (50%)")


def test_the_accepted_answer_that_decided_is_named() -> None:
    assert "FAA" in told("faa", "Federal Aviation Administration", "--accept", "FAA")


def test_another_name_of_the_coverage_is_wrong() -> None:
    said = told("Gillis", "Jared Isaacman", "-q", "Who led it?", "--other", "Sarah Gillis")
    assert said.startswith("wrong")


def test_strict_is_passed_on() -> None:
    assert not told("Isacman", "Jared Isaacman", "-q", "Who led it?", "--strict").startswith("correct")


@pytest.mark.parametrize("module", ["spacy", "quizgen.grading.verdict", "rapidfuzz"])
def test_importing_the_package_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, quizgen.grading; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
