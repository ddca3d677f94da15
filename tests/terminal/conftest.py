"""A small quiz, a clock that is set by hand, and a marker that knows only right, close and wrong."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizgen import quizfile
from quizgen.model import Evidence, Question, Quiz, Source
from quizgen.terminal import engine, picking
from quizgen.terminal.engine import Item, Rules, State

ROOT = Path(__file__).parents[2]
START = datetime(2026, 4, 6, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Verdict:
    verdict: str
    score: float
    reason: str = ""


def mark(item: Item, typed: str) -> Verdict:
    """`answer` is right, `answer?` is close, `half answer` is partly right, a blank is empty."""
    answer = item.question.answer
    if not typed.strip():
        return Verdict("empty", 0.0, "nothing was typed")
    if typed in (answer, *item.question.accepted):
        return Verdict("correct", 1.0)
    if typed == f"{answer}?":
        return Verdict("close", 0.5, "look at the spelling")
    if typed == f"half {answer}":
        return Verdict("partial", 0.5, "1 of 2")
    return Verdict("wrong", 0.0)


def question(name: str, prompt: str, answer: str, quote: str, **more: object) -> Question:
    return Question(name, "who", prompt, answer, Evidence(quote), **more)  # type: ignore[arg-type]


MOON = Quiz(
    "Artemis II",
    (
        question(
            "q1",
            "Who commands the mission?",
            "Reid Wiseman",
            "Commander Reid Wiseman will lead the crew of four.",
            source="nasa",
            accepted=("Wiseman",),
            distractors=("Victor Glover", "Jeremy Hansen", "Christina Koch"),
        ),
        question(
            "q2", "Who pilots the capsule?", "Victor Glover", "Victor Glover will pilot it.", source="nasa"
        ),
        question(
            "q3",
            "How long does the mission last?",
            "10 days",
            "The mission will last 10 days.",
            source="bbc",
        ),
    ),
    (
        Source("nasa", "Crew named", "nasa.txt", "https://www.nasa.gov/artemis-ii", "NASA"),
        Source("bbc", "What to know", "bbc.html", "https://www.bbc.co.uk/news/moon", "BBC News"),
    ),
)


def at(seconds: float = 0) -> datetime:
    return START + timedelta(seconds=seconds)


def started(rules: Rules = Rules(), quiz: Quiz = MOON) -> State:  # noqa: B008
    return engine.begin(picking.items(quiz, "moon"), rules, START)


@pytest.fixture
def moon(tmp_path: Path) -> Path:
    """The quiz as a file."""
    path = tmp_path / "moon.quiz.json"
    quizfile.write(MOON, path)
    return path


def with_questions(*questions: Question) -> Quiz:
    return replace(MOON, questions=questions)


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a learner's shell has, with a record of its own and nothing of the person who tests."""
    kept = {
        name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH") if name in os.environ
    }
    paths = os.pathsep.join([str(ROOT), kept.pop("PYTHONPATH", "")])
    base = {"LANG": "C.UTF-8", "TERM": "xterm", "PYTHONPATH": paths, "QUIZGEN_HOME": str(home)}
    return {**kept, **base, **more}


@pytest.fixture
def quizgen(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command as a program, with what is piped into it."""

    def run(*arguments: object, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quizgen", *map(str, arguments)],
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
            env=environment(tmp_path / "home", **env),
            cwd=tmp_path,
        )

    return run
