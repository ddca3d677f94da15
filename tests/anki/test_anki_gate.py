"""The export gate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quizgen import gate
from quizgen.model import Evidence, Question, Quiz, Source

Ask = Callable[..., Question]


def rules(*questions: Question, source: Source, **how: Any) -> list[int]:
    return [warning.rule for warning in gate.check([Quiz("Q", questions, (source,))], **how)]


GOOD = {
    "a quantity of several units": {"answer": "2 hours, 3 minutes and 4 seconds"},
    "a full date": {"prompt": "When did the bridge open?", "answer": "Tuesday, October 9, 2024"},
    "a place in a place": {"prompt": "Where is the bridge?", "answer": "Paris, Texas"},
    "a pair": {"prompt": "Who built the bridge?", "answer": "Hurley and Behnken"},
    "it that means nothing": {"prompt": "How long did it take to build the bridge?"},
    "a pronoun that somebody said": {"prompt": 'Who said "what is it worth" of the bridge?'},
    "one negation": {"prompt": "Why was the bridge not opened in 2019?"},
    "a year with the office": {"prompt": "Who was president of France in 2019?"},
}


@pytest.mark.parametrize("other", GOOD.values(), ids=GOOD.keys())
def test_a_good_card_passes(ask: Ask, source: Source, other: dict[str, str]) -> None:
    answer = other.get("answer", "1.2 kilometres")
    question = ask(evidence=Evidence(f"The bridge: {answer}."), **other)
    assert rules(question, source=source) == []


BAD: dict[str, tuple[dict[str, Any], int]] = {
    "an answer of nine words": ({"answer": "one two three four five six seven eight nine"}, 4),
    "a question of 400 characters": ({"prompt": f"What {'is ' * 140}it worth?"}, 4),
    "an answer that lists three": ({"answer": "France, Spain and Italy"}, 9),
    "an answer that lists with semicolons": ({"answer": "France; Spain; Italy"}, 9),
    "a question for a list": ({"prompt": "Which of the following are rivers?"}, 10),
    "no question": ({"prompt": "The bridge is long"}, 12),
    "filler": ({"prompt": "Can you tell me how long the bridge is?"}, 12),
    "no said twice": ({"prompt": "Why was the bridge not built without money?"}, 12),
    "the article": ({"prompt": "How long is the bridge in the article?"}, 16),
    "a pronoun": ({"prompt": "How long is it?"}, 16),
    "no quote": ({"evidence": Evidence("")}, 18),
    "a quote without the answer": ({"evidence": Evidence("It is long.")}, 18),
    "no source": ({"source": "elsewhere"}, 18),
    "the day of writing": ({"prompt": "How long is the bridge currently?"}, 19),
    "the day of writing as answer": ({"answer": "last week", "evidence": Evidence("It was last week.")}, 19),
    "any Monday": ({"answer": "on Monday", "evidence": Evidence("It was on Monday.")}, 19),
    "who is president": ({"prompt": "Who is the president of France?"}, 19),
    "the answer on the front": ({"prompt": "How long is the bridge of 1.2 kilometres?"}, 0),
}


@pytest.mark.parametrize(("other", "rule"), BAD.values(), ids=BAD.keys())
def test_a_bad_card_is_warned_of(ask: Ask, source: Source, other: dict[str, Any], rule: int) -> None:
    assert rule in rules(ask(**other), source=source)


def test_a_warning_names_the_question_and_what_to_do(ask: Ask, source: Source) -> None:
    (warning,) = gate.check([Quiz("Q", (ask(7, prompt="How long is it?"),), (source,))])
    assert str(warning) == 'q0007 "How long is it?": a pronoun stands for what it asks about: name it'


def test_a_warning_holds_no_control_codes(ask: Ask, source: Source) -> None:
    (warning,) = gate.check([Quiz("Q", (ask(prompt="How long\x1b[31m is it?"),), (source,))])
    assert str(warning).isprintable()


def test_two_questions_with_one_wording_are_told_apart(ask: Ask, source: Source) -> None:
    same = {"prompt": "How long is the bridge?"}
    assert rules(ask(1, **same), ask(2, **same), source=source) == [11]


def test_nearly_the_same_question_with_another_answer_is_warned_of(ask: Ask, source: Source) -> None:
    one = ask(1, prompt="How many people were hurt in the accident?")
    other = ask(
        2, prompt="How many people were hurt in the accidents?", answer="2", evidence=Evidence("2 were.")
    )
    assert rules(one, other, source=source) == [11]


def test_questions_on_two_names_are_told_apart(ask: Ask, source: Source) -> None:
    one = ask(1, prompt="What does NFP stand for in the report of 2019?")
    other = ask(
        2, prompt="What does NFQ stand for in the report of 2019?", answer="2", evidence=Evidence("2")
    )
    assert rules(one, other, source=source) == []


def test_what_is_not_asked_is_not_warned_of(ask: Ask, source: Source) -> None:
    assert rules(ask(prompt="How long is it?", status="dropped"), source=source) == []


def test_the_forty_first_question_on_one_source_is_warned_of(ask: Ask, source: Source) -> None:
    topics = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
    questions = [ask(n, prompt=f"How long is {topic * 40}?") for n, topic in enumerate(topics[:41])]
    assert 20 in rules(*questions, source=source)
    assert 20 not in rules(*questions[:40], source=source)


def test_a_sentence_that_tells_what_its_gap_hides_is_warned_of(ask: Ask, source: Source) -> None:
    question = ask(answer="Paris", evidence=Evidence("In Paris, Paris won."), cloze="In ____, Paris won.")
    assert rules(question, source=source, cards="both") == [5]


def test_a_gap_in_a_sentence_on_somebody_unnamed_is_warned_of(ask: Ask, source: Source) -> None:
    question = ask(answer="9", evidence=Evidence("His age was 9."), cloze="His age was ____.")
    assert rules(question, source=source, cards="cloze") == [16]
    assert rules(question, source=source, cards="qa") == []


def test_three_gaps_are_warned_of(ask: Ask, source: Source) -> None:
    question = ask(answer="a", evidence=Evidence("a a a"), cloze="____ ____ ____")
    assert rules(question, source=source, cards="cloze") == [5]


def test_a_wrong_choice_that_is_right_is_warned_of(ask: Ask, source: Source) -> None:
    question = ask(accepted=("1200 metres",), distractors=("2 km", "1200 Metres", "3 km"))
    assert rules(question, source=source, choices=True) == [0]
    assert rules(question, source=source) == []
