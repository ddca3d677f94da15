"""`quizgen ask` and `quizgen kinds`."""

import json
from pathlib import Path

from quizgen import registry
from quizgen.notation import read_examples
from quizgen.paths import PACKAGE

from .conftest import Quizgen, one_sentence

SENTENCE = "The Harbour Bridge is 1.2 kilometres long."


def test_ask_prints_the_notation(quizgen: Quizgen) -> None:
    example = read_examples(quizgen("ask", SENTENCE).out)[0]
    assert example.passage == SENTENCE
    assert ("How long is the Harbour Bridge?", "1.2 kilometres") in [
        (q.prompt, q.answer) for q in example.questions
    ]


def test_ask_reads_standard_input(quizgen: Quizgen) -> None:
    assert quizgen("ask", stdin=SENTENCE).out == quizgen("ask", SENTENCE).out


def test_ask_why_tells_rule_and_score(quizgen: Quizgen) -> None:
    out = quizgen("ask", "--why", SENTENCE).out
    assert ", rule " in out
    assert "asked, quality 0." in out


def test_ask_why_tells_what_dropped_a_question(quizgen: Quizgen) -> None:
    assert "dropped: " in quizgen("ask", "--why", "It is 1.2 kilometres long.").out


def test_ask_why_with_nothing_found_says_so(quizgen: Quizgen) -> None:
    assert "No rule" in quizgen("ask", "--why", "Hello there.").err


def test_sentences_alone_are_asked_with_more_doubt_than_coverage(quizgen: Quizgen) -> None:
    assert "Q: How high is the bridge?" in quizgen("ask", "The bridge is 40 metres high.").out


def test_ask_with_nothing_to_ask_says_so(quizgen: Quizgen) -> None:
    result = quizgen("ask", "Hello there.")
    assert result.code == 0
    assert result.out == "> Hello there.\n"
    assert "--why" in result.err


def test_ask_with_a_file_says_how_to_give_it(quizgen: Quizgen, tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text("The bridge is 40 metres high.", encoding="utf-8")
    assert f"quizgen ask < {file}" in one_sentence(quizgen("ask", str(file)))


def test_ask_without_a_sentence(quizgen: Quizgen) -> None:
    one_sentence(quizgen("ask", "  "))


def test_kinds_lists_every_extractor(quizgen: Quizgen) -> None:
    assert [line.split()[0] for line in quizgen("kinds").out.splitlines()] == list(registry.extractors())


def test_kinds_gives_the_first_example_beside_an_extractor(quizgen: Quizgen) -> None:
    beside = {file.stem: read_examples(file.read_text()) for file in (PACKAGE / "extractors").glob("*.md")}
    first = {
        kind: next(pair.prompt for example in examples if not example.gap for pair in example.questions)
        for kind, examples in beside.items()
    }
    shown = {row["kind"]: row["question"] for row in json.loads(quizgen("kinds", "--json").out)}
    assert {kind: shown[kind] for kind in first} == first
