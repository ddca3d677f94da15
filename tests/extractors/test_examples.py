"""The examples beside each extractor: every passage gives exactly the questions below it, and no others.

A passage with `Gap:` does not give them yet.  It fails here as soon as it does: then its `Gap:` line goes.
"""

from pathlib import Path

import pytest

from quizgen import choosing, extractors, pipeline, reading, registry, wording
from quizgen.choosing import Candidate
from quizgen.notation import Example, read_examples

FILES = sorted(Path(extractors.__file__).parent.glob("*.md"))
EXAMPLES = {file.stem: read_examples(file.read_text(encoding="utf-8"), file.name) for file in FILES}
#: Fewer passages than these show neither what a rule does nor what it leaves alone.
ASKING, SILENT = 5, 3


def _cases() -> list[object]:
    return [
        pytest.param(
            kind,
            example,
            id=f"{kind}.md:{example.line} {' '.join(example.passage.split()[:6])}",
            marks=[pytest.mark.xfail(strict=True, reason=example.gap)] if example.gap else [],
        )
        for kind, examples in EXAMPLES.items()
        for example in examples
    ]


def asked(kind: str, passage: str) -> list[tuple[str, str]]:
    """Question and answer of everything that one extractor asks of a passage."""
    extractor = registry.load(registry.extractors()[kind])
    ((_, sentences),) = reading.read([pipeline.passage(passage)])
    candidates = [
        Candidate(fact, wording.prompt(fact))
        for sentence in sentences
        for fact in extractor.extract(sentence)
        if not fact.refused
    ]
    return [(c.prompt, c.fact.answer) for c in candidates if not choosing.flaw(c)]


@pytest.mark.parametrize(("kind", "example"), _cases())
def test_a_passage_gives_exactly_the_questions_below_it(kind: str, example: Example) -> None:
    assert asked(kind, example.passage) == [(pair.prompt, pair.answer) for pair in example.questions]


@pytest.mark.parametrize("kind", EXAMPLES)
def test_enough_passages_ask(kind: str) -> None:
    assert sum(bool(example.questions) and not example.gap for example in EXAMPLES[kind]) >= ASKING


@pytest.mark.parametrize("kind", EXAMPLES)
def test_enough_passages_must_not_ask(kind: str) -> None:
    assert sum(not example.questions and not example.gap for example in EXAMPLES[kind]) >= SILENT


@pytest.mark.parametrize("kind", EXAMPLES)
def test_examples_stand_beside_an_extractor(kind: str) -> None:
    assert kind in registry.extractors()
