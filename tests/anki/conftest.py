"""Quizzes from three real articles, and a student with the real Anki to import them."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from quizgen import quizfile
from quizgen.model import Evidence, Question, Quiz, Source

HERE = Path(__file__).parent

Student = Callable[[Sequence[Sequence[Any]]], list[Any]]


@pytest.fixture(scope="session")
def student() -> Student:
    """Does steps of `driver.py` on a fresh collection and returns their results.

    Anki's backend lives in an environment of its own: QUIZGEN_ANKI_PYTHON names its Python, else
    `.venv-anki` beside this checkout is taken.
    """
    local = HERE.parent.parent / ".venv-anki" / "bin" / "python"
    python = os.environ.get("QUIZGEN_ANKI_PYTHON") or (str(local) if local.exists() else "")
    if not python:
        pytest.skip(
            "needs Anki's backend: python -m venv .venv-anki && .venv-anki/bin/pip install anki==26.9.3, "
            "or name a Python that has it in QUIZGEN_ANKI_PYTHON"
        )

    def do(steps: Sequence[Sequence[Any]]) -> list[Any]:
        done = subprocess.run(
            [python, str(HERE / "driver.py")],
            input=json.dumps(steps),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        results: list[Any] = json.loads(done.stdout)
        return results

    return do


@pytest.fixture(scope="session")
def articles() -> list[Quiz]:
    """Three quizzes, each from one real article."""
    return [quizfile.read(path) for path in sorted((HERE / "data").glob("*.quiz.json"))]


@pytest.fixture(scope="session")
def source() -> Source:
    return Source(
        id="bridge",
        title="A bridge opens",
        url="https://example.org/a?b=c&d=e",
        publisher="Example News",
        published="2026-09-22",
    )


@pytest.fixture
def ask(source: Source) -> Callable[..., Question]:
    """A question about a bridge; every field can be told otherwise."""

    def make(number: int = 1, **other: Any) -> Question:
        values: dict[str, Any] = {
            "id": f"q{number:04}",
            "kind": "how_long",
            "prompt": f"How long is bridge number {number}?",
            "answer": "1.2 kilometres",
            "evidence": Evidence(
                f"Bridge number {number} is 1.2 kilometres long.", number * 100, number * 100 + 40
            ),
            "cloze": f"Bridge number {number} is ____ long.",
            "source": source.id,
            "created": "2026-10-01T08:00:00Z",
            "modified": "2026-10-01T08:00:00Z",
        }
        return Question(**(values | other))

    return make
