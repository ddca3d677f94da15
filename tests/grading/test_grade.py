"""The marking against tables of cases and shared vectors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quizgen.grading import grade

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


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
