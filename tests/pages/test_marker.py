"""The marker of the page against quizgen.grading: the shared vectors, and slips of real answers.

Each vector is marked with the words that a page of that one question would carry.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quizgen import paths
from quizgen.exporters._sheet import lay_out
from quizgen.exporters._sheet_marker import MARKER, marked_by
from quizgen.grading import grade
from quizgen.model import Quiz

from .conftest import question

HERE = Path(__file__).parent
VECTORS: list[dict[str, Any]] = json.loads((HERE.parent / "grading" / "vectors.json").read_text("utf-8"))


@cache
def words_for(answer: str, accepted: tuple[str, ...], prompt: str, others: tuple[str, ...]) -> dict[str, Any]:
    asked = question(1, answer=answer, accepted=accepted, prompt=prompt, distractors=others, cloze="")
    words: dict[str, Any] = marked_by(lay_out([Quiz("t", (asked,))]).versions[0].items)["lexicon"]
    return words


def marked_in_javascript(cases: list[dict[str, Any]]) -> list[tuple[str, float]]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: apt-get install nodejs")
    lines = []
    for case in cases:
        case = {"accepted": [], "prompt": "", "others": [], **case}
        case["lexicon"] = words_for(
            case["answer"], tuple(case["accepted"]), case["prompt"], tuple(case["others"])
        )
        lines.append(json.dumps(case))
    files = [str(paths.templates() / "pages" / f"{name}.js") for name in MARKER]
    command = [node, str(HERE / "marker.mjs"), *files]
    done = subprocess.run(
        command, input="\n".join(lines), capture_output=True, text=True, timeout=120, check=True
    )
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def marked() -> list[tuple[str, float]]:
    return marked_in_javascript(VECTORS)


@pytest.mark.parametrize(
    "number", range(len(VECTORS)), ids=lambda n: f"{VECTORS[n]['typed']}|{VECTORS[n]['answer']}"
)
def test_shared_vectors_hold_for_the_page(marked: list[tuple[str, float]], number: int) -> None:
    assert marked[number][0] == VECTORS[number]["verdict"]


def slips(text: str) -> list[str]:
    """What students do to an answer."""
    middle = len(text) // 2
    return [
        text.upper(),
        f"it was {text}.",
        f"not {text}",
        f"{text} or something else",
        text[:middle] + text[middle + 1 :],
        text[:middle] + text[middle : middle + 1] * 2 + text[middle + 1 :],
        text[:middle] + text[middle : middle + 2][::-1] + text[middle + 2 :],
        text.split()[0],
        text.split()[-1],
        f"about {text}",
        f"{text} {text}",
        "I don't know",
        "something quite different",
    ]


def cases_of_slips(quiz: Quiz) -> list[dict[str, Any]]:
    return [
        {"typed": typed, "answer": q.answer, "accepted": q.accepted, "prompt": q.prompt, "others": others}
        for q, other in zip(quiz.questions, (*quiz.questions[1:], quiz.questions[0]), strict=True)
        for others in [(other.answer, "Elon Musk")]
        for right in (q.answer, *q.accepted[:2], *q.distractors)
        for typed in [*slips(right), other.answer]
    ]


def cases_of_rules() -> list[dict[str, Any]]:
    """The tables of cases that quizgen.grading is tested with."""
    spec = importlib.util.spec_from_file_location("casebook", HERE.parent / "grading" / "casebook.py")
    assert spec
    assert spec.loader
    casebook = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(casebook)
    return [
        {
            "typed": case.typed,
            "answer": case.answer,
            "accepted": case.accepted,
            "prompt": case.prompt,
            "others": case.others,
        }
        for file in sorted(casebook.FOLDER.glob("*.txt"))
        for case in casebook.cases(file)
    ]


@pytest.mark.parametrize("source", ["slips", "rules"])
def test_what_students_type_is_marked_alike(quiz: Quiz, source: str) -> None:
    """The vectors bind without exception; here one in a hundred may wait for a new rule to be ported."""
    cases = cases_of_slips(quiz) if source == "slips" else cases_of_rules()
    assert len(cases) > 900
    differing = []
    for case, (verdict, score) in zip(cases, marked_in_javascript(cases), strict=True):
        python = grade(
            case["typed"], case["answer"], case["accepted"], prompt=case["prompt"], others=case["others"]
        )
        if (python.verdict, python.score) != (verdict, score):
            differing.append((case["typed"], case["answer"], python.verdict, verdict))
    assert len(differing) <= len(cases) / 100, differing


def test_every_file_of_the_marker_is_part_of_the_page() -> None:
    there = {f"marker/{file.stem}" for file in (paths.templates() / "pages" / "marker").glob("*.js")}
    assert there == set(MARKER)
