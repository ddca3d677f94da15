"""Choosing: what is dropped and why, one question a fact, and an order that gives nothing away."""

from __future__ import annotations

from itertools import pairwise

import pytest

from quizgen.choosing import FLOOR, LOW_FLOOR, Candidate, choose, flaw
from quizgen.choosing.words import gives_away
from quizgen.model import Evidence, Fact

TITLE = "Bridge opens in Lindau"


def candidate(
    prompt: str, answer: str, *, kind: str = "how_many", place: int = 0, doubt: float = 0.0, rule: str = ""
) -> Candidate:
    """A candidate whose sentence holds its answer."""
    quote = f"Sentence {place} of the coverage says {answer} somewhere."
    fact = Fact(kind, answer, {}, Evidence(quote, place * 100, place * 100 + 90), rule, doubt=doubt)
    return Candidate(fact=fact, prompt=prompt, position=place, of=20)


@pytest.mark.parametrize(
    ("prompt", "answer", "why"),
    [
        ("How many ships did it sink?", "nine", "a pronoun is the subject"),
        ("Why did the two officials from Lindau go?", "to ask", "the verb alone says nothing"),
        ("How many ships did Ann Lee lose when Ann Lee fled?", "nine", "a name stands twice"),
        ("How many ships sank last year?", "nine", "it tells a time that depends on the day of writing"),
        ("Which nine ships sank at Lindau?", "nine ships", "it gives its answer away"),
        ("What does the article say of Lindau?", "nothing", "it talks about the article"),
        ("What did the mayor (a Swiss) open there?", "a bridge", "stray punctuation"),
        ("Which program is a mannequin called?", "Ripley", "the parse went wrong"),
        ("Who opened the bridge at Lindau?", "another mayor", "the answer points to something else"),
        ("How many newer lamps has Lindau replaced it with?", "nine", "'it' stands for nothing"),
        ("How many?", "nine", "the question is too short or too long"),
    ],
)  # fmt: skip
def test_a_flaw_is_named(prompt: str, answer: str, why: str) -> None:
    assert flaw(candidate(prompt, answer)) == why


@pytest.mark.parametrize("answer", ["Critics", "critics of the plan"])
def test_who_is_not_answered_by_a_form_of_a_word_it_asks_with(answer: str) -> None:
    asked = candidate("Who was critical of the new bridge?", answer, kind="who")
    assert flaw(asked) == "it gives its answer away"


def test_a_sound_question_has_no_flaw() -> None:
    assert flaw(candidate("How many lamps does the bridge at Lindau have?", "forty")) == ""


def test_an_answer_that_is_not_in_its_sentence_is_a_flaw() -> None:
    made_up = candidate("How many lamps does the bridge at Lindau have?", "forty")
    made_up.fact = Fact("how_many", "fifty", {}, made_up.fact.evidence)
    assert flaw(made_up) == "the answer does not stand in the evidence"


def test_who_takes_a_singular_verb() -> None:
    asked = candidate(
        "Who were present at the opening in Lindau?", "two ministers", kind="who", rule="subject"
    )
    assert flaw(asked) == "'who' and 'what' take a singular verb"


def test_the_same_words_with_two_answers_are_not_asked() -> None:
    found = [
        candidate("How many lamps does the bridge at Lindau have?", "forty", place=1),
        candidate("How many lamps does the bridge at Lindau have?", "fifty", place=2),
    ]
    assert choose(found, title=TITLE) == []
    assert {c.dropped for c in found} == {"the same question has another answer elsewhere in the text"}


def test_one_fact_is_asked_once() -> None:
    found = [
        candidate("Which mayor opened the bridge at Lindau?", "Anna Roth", kind="which", place=1),
        candidate("Who opened the bridge at Lindau?", "Anna Roth", kind="who", place=1),
    ]
    assert len(choose(found, title=TITLE)) == 1


def test_a_number_that_another_question_tells_is_not_asked() -> None:
    found = [
        candidate("Which two mayors opened the bridge at Lindau?", "Roth and Frei", kind="which", place=1),
        candidate("How many mayors opened the bridge at Lindau?", "two", place=1),
    ]
    assert [c.fact.kind for c in choose(found, title=TITLE)] == ["which"]


def test_no_question_stands_beside_one_that_gives_its_answer_away() -> None:
    found = [
        candidate("How many lamps did Anna Roth count on the bridge?", "forty", place=1),
        candidate("Who opened the bridge at Lindau in May?", "Anna Roth", kind="who", place=2),
        candidate("How long is the bridge that Lindau has built?", "1.2 kilometres", kind="how_big", place=3),
        candidate("Where did the builders of the bridge rest?", "Bregenz", kind="where", place=4),
    ]
    ordered = choose(found, title=TITLE)
    for one, other in pairwise(ordered):
        assert not gives_away(one.prompt, other.fact.answer)
        assert not gives_away(other.prompt, one.fact.answer)


def test_what_the_headline_says_comes_last() -> None:
    found = [
        candidate("Where did Anna Roth open the bridge of the year?", "Lindau", kind="where", place=1),
        candidate("Where did the builders of the bridge come from?", "Bregenz", kind="where", place=2),
    ]
    assert choose(found, title=TITLE)[0].fact.answer == "Bregenz"


def test_as_many_as_asked_for() -> None:
    found = [
        candidate(f"How many lamps hang on side {n} of the Lindau bridge?", f"{n}0", place=n)
        for n in range(1, 9)
    ]
    assert len(choose(found, title=TITLE, questions=3)) == 3


def test_a_long_article_that_gives_little_gets_what_lies_below_the_floor() -> None:
    doubtful = candidate("How many lamps does the bridge at Lindau have?", "forty", place=9, doubt=0.45)
    assert choose([doubtful], title=TITLE) == []
    assert LOW_FLOOR <= doubtful.quality < FLOOR
    assert choose([doubtful], title=TITLE, words=500) == [doubtful]


def test_a_floor_that_is_given_holds() -> None:
    doubtful = candidate("How many lamps does the bridge at Lindau have?", "forty", place=9, doubt=0.45)
    assert choose([doubtful], title=TITLE, words=500, min_quality=0.5) == []
