"""Quizzes to print: one of real coverage, and builders for what coverage can do to a page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizgen import quizfile
from quizgen.model import Evidence, Question, Quiz, Source

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def quiz() -> Quiz:
    """Twenty-one questions on one article."""
    return quizfile.read(DATA / "crew_dragon.quiz.json")


@pytest.fixture(scope="session")
def many(quiz: Quiz) -> Callable[[int], Quiz]:
    """The same questions over and over, each time with other ids."""

    def of(number: int) -> Quiz:
        pool = quiz.questions
        questions = (replace(pool[i % len(pool)], id=f"n{i}") for i in range(number))
        return replace(quiz, questions=tuple(questions))

    return of


def question(number: int, **values: object) -> Question:
    """A question whose every text is its own, so that it can be found in a page or be missed there."""
    quote = f"The mast number {number} rises secret{number} metres above the plain."
    made = Question(
        id=f"q{number}",
        kind="how_high",
        prompt=f"How high is mast number {number}?",
        answer=f"secret{number} metres",
        evidence=Evidence(quote),
        accepted=(f"alias{number} m",),
        distractors=(f"wrong{number}a metres", f"wrong{number}b metres", f"wrong{number}c metres"),
        cloze=quote.replace(f"secret{number} metres", "____"),
        source="masts",
    )
    return replace(made, **values)  # type: ignore[arg-type]


def masts(number: int) -> Quiz:
    """A quiz of such questions."""
    source = Source(
        "masts",
        "Masts of the plain",
        url="https://example.org/masts",
        publisher="The Plain",
        published="2026-03-05",
    )
    return Quiz("Masts", tuple(question(i) for i in range(number)), (source,))


NODE_MODULES = Path(__file__).parent / "node_modules"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's chromium, as a teacher's browser.

    Playwright holds the event loop of the process as long as it runs: it has to be gone before the
    asynchronous tests of another module begin.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed: apt-get install chromium")
    driver = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install playwright"
    )
    with driver.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


def node_package(path: str) -> Path:
    """A file of an npm package that tests/pages/package.json names."""
    file = NODE_MODULES / path
    if not file.exists():
        pytest.skip(f"{path} is not installed: npm install --prefix tests/pages")
    return file


RTL = "مرحبا بالعالم «العربية» 12 متر"
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% x %} </style> &amp; \x1b[31m =1+1 \u202edesrever"


def hostile() -> Quiz:
    """What coverage may hold: markup, template marks, escape codes, text from right to left, long words."""
    texts = (HOSTILE, RTL, "incomprehensibilities" * 12, "the crew went home on the ship")
    made = []
    for i, text in enumerate(texts * 2):
        quote = f"{text} then {i} {text} again {text}."
        made.append(
            question(
                i,
                kind="who" if i < 4 else "when",
                prompt=f"{text}?",
                answer=f"{text} {i}",
                accepted=(text,),
                evidence=Evidence(quote),
                distractors=(f"a {text}", f"b {text}", f"c {text}"),
                cloze=f"{text} then ____ {text} again.",
                context=text,
            )
        )
    source = Source(
        "masts",
        HOSTILE,
        name=RTL,
        url="https://example.org/" + "a" * 300,
        publisher=RTL,
        author=HOSTILE,
        published="soon",
    )
    return Quiz(HOSTILE, tuple(made), (source,))


def longest() -> Quiz:
    """Prompts, answers, options and quotes as long as a paragraph."""
    text = "a rather long answer that goes on and on without ever saying much more than before " * 6
    made = (
        question(
            i,
            prompt=f"What, {text}?",
            answer=f"{i} {text}",
            evidence=Evidence(f"{i} {text}." * 2),
            distractors=tuple(f"{n} {text}" for n in "abc"),
            cloze=f"____ {text}",
        )
        for i in range(9)
    )
    return replace(masts(0), questions=tuple(made))
