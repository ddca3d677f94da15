"""What must hold for any answer: the properties that the rules promise."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizgen.grading import grade
from tests.grading.casebook import FOLDER, cases

QUESTIONS = sorted({(case.prompt, case.answer) for path in FOLDER.glob("*.txt") for case in cases(path)})
question = st.sampled_from(QUESTIONS)
anything = st.text(max_size=120)


CLAUSE = re.compile(r"(?:(?:yes|no|it|they|he|she|because|the|a|an|in|on|at|off|to|not)\b)")


def right(typed: str, prompt: str, answer: str) -> bool:
    return grade(typed, answer, prompt=prompt).verdict == "correct"


@given(anything, anything, anything)
def test_marking_twice_gives_the_same_grade(typed: str, answer: str, prompt: str) -> None:
    assert grade(typed, answer, prompt=prompt) == grade(typed, answer, prompt=prompt)


@given(anything, st.lists(anything, max_size=3), anything, st.data())
def test_every_accepted_answer_is_correct(
    answer: str, accepted: list[str], prompt: str, data: st.DataObject
) -> None:
    typed = data.draw(st.sampled_from([answer, *accepted]))
    assume(any(not character.isspace() and character.isprintable() for character in typed))
    assume(any(unicodedata.category(character)[0] in "LN" for character in typed))
    assert grade(typed, answer, accepted, prompt=prompt).verdict == "correct"


@given(question, st.data())
def test_case_does_not_matter(case: tuple[str, str], data: st.DataObject) -> None:
    prompt, answer = case
    flags = data.draw(st.lists(st.booleans(), min_size=len(answer), max_size=len(answer)))
    typed = "".join(c.upper() if up else c.lower() for c, up in zip(answer, flags, strict=True))
    assert right(typed, prompt, answer)


@given(question, st.data())
def test_accents_do_not_matter(case: tuple[str, str], data: st.DataObject) -> None:
    prompt, answer = case
    marks = data.draw(
        st.lists(
            st.sampled_from(["", "", "\u0301", "\u0300", "\u0302"]),
            min_size=len(answer),
            max_size=len(answer),
        )
    )
    typed = "".join(c + mark if c.isalpha() else c for c, mark in zip(answer, marks, strict=True))
    assert right(typed, prompt, answer)


@given(question, st.integers(1, 4), st.sampled_from([" ", "\t", "\u00a0", "\n"]))
def test_spacing_does_not_matter(case: tuple[str, str], count: int, space: str) -> None:
    prompt, answer = case
    assert right(space * count + answer.replace(" ", space * count) + space, prompt, answer)


@given(question, st.sampled_from(["the ", "The ", "a ", "It was ", "I think ", "it was the "]))
def test_articles_and_frames_do_not_matter(case: tuple[str, str], frame: str) -> None:
    prompt, answer = case
    assume(not CLAUSE.match(answer.lower()))  # "it was he was released" is nobody's answer
    assert right(frame + answer, prompt, answer)


@given(st.integers(1, 10**7), st.sampled_from(["", " miles", " km", " kg", " people", "%"]), st.data())
def test_an_edited_digit_is_never_correct(number: int, unit: str, data: st.DataObject) -> None:
    answer = str(number)
    place = data.draw(st.integers(0, len(answer) - 1))
    digit = data.draw(
        st.sampled_from([d for d in "123456789" if d != answer[place]])
    )  # a zero may be rounding
    typed = answer[:place] + digit + answer[place + 1 :]
    assert not right(typed + unit, "How many were there?", answer + unit)


@given(question, st.data())
def test_an_inserted_not_never_stays_correct(case: tuple[str, str], data: st.DataObject) -> None:
    prompt, answer = case
    words = answer.split()
    place = data.draw(st.integers(0, len(words)))
    typed = " ".join([*words[:place], "not", *words[place:]])
    assert not right(typed, prompt, answer)


@given(
    anything,
    anything,
    st.lists(anything, max_size=4),
    anything,
    st.lists(anything, max_size=4),
    st.booleans(),
)
@settings(max_examples=300)
def test_any_input_gets_a_grade(
    typed: str, answer: str, accepted: list[str], prompt: str, others: list[str], strict: bool
) -> None:
    result = grade(typed, answer, accepted, prompt=prompt, others=others, strict=strict)
    assert result.verdict in ("correct", "partial", "close", "wrong", "empty")
    assert 0 <= result.score <= 1
    assert result.reason.endswith(".")


NASTY = [
    "a" * 2000, "1" * 2000, "1 " * 1000, "a, " * 600, "1/" * 1000, "(" * 2000, "<" * 2000, "[" * 2000, "-" * 2000,
    "not " * 500, "a" * 59 + " " + "b" * 59, "one hundred " * 160, "'" * 2000, "\x1b[" * 1000, "é" * 2000, "½" * 2000,
    "1:" * 1000, "a.b." * 500, "and " * 500, " or ".join("ab" * 600), "1,000" * 400, "<a " * 600, "[a" * 1000, "🤷" * 2000,
]  # fmt: skip


@pytest.mark.parametrize("typed", NASTY, ids=lambda text: repr(text[:8]))
@pytest.mark.parametrize(("prompt", "answer"), QUESTIONS[::15])
def test_two_thousand_nasty_characters_are_marked_at_once(typed: str, prompt: str, answer: str) -> None:
    grade("warm", answer, prompt=prompt)
    times = []
    for _ in range(3):
        begin = time.process_time()
        grade(typed, answer, prompt=prompt)
        times.append(time.process_time() - begin)
    assert min(times) < 0.02  # 5 ms is the aim; a slow machine gets room


@given(st.text(min_size=500, max_size=2000), question)
@settings(max_examples=50, deadline=None)
def test_long_input_gets_a_grade(typed: str, case: tuple[str, str]) -> None:
    prompt, answer = case
    assert grade(typed, answer, prompt=prompt).verdict in ("wrong", "empty", "partial", "close")
