"""The quiz as a state machine: what each step does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.terminal import engine, keys, views, words
from quizgen.terminal.engine import Rules, State

from .conftest import MOON, at, mark, started


def press(state: State, *lines: str) -> State:
    for n, line in enumerate(lines):
        state = keys.respond(state, line, at(n + 1), mark).state
    return state


def credits(state: State, round: int = 0) -> list[float]:
    return [result.credit for result in engine.results(state, round)]


def test_a_right_answer_settles_the_question() -> None:
    state = press(started(), "Wiseman")
    assert (state.phase, credits(state)) == ("told", [1.0])


def test_a_wrong_answer_settles_the_question() -> None:
    state = press(started(), "nobody")
    assert (state.phase, credits(state)) == ("told", [0.0])


def test_a_close_answer_gets_a_second_try() -> None:
    state = press(started(), "Reid Wiseman?")
    assert (state.phase, state.tries, engine.results(state)) == ("asking", 1, ())


def test_a_second_try_settles_the_question() -> None:
    assert credits(press(started(), "Reid Wiseman?", "Reid Wiseman")) == [1.0]


def test_a_second_close_try_settles_the_question() -> None:
    state = press(started(), "Reid Wiseman?", "Reid Wiseman?")
    assert (state.phase, credits(state)) == ("told", [0.5])


def test_a_second_try_never_costs_what_the_first_earned() -> None:
    assert credits(press(started(), "Reid Wiseman?", "nobody")) == [0.5]


def test_it_is_told_that_the_first_try_counts() -> None:
    told = [line.text for line in views.told(press(started(), "Reid Wiseman?", "nobody"))]
    assert told[:2] == ["x Not right", "Your first try counts."]


def test_a_partial_answer_earns_its_part() -> None:
    assert credits(press(started(), "half Reid Wiseman")) == [0.5]


def test_an_empty_answer_changes_nothing() -> None:
    state = started()
    assert press(state, "") is state


def test_the_last_question_ends_the_quiz() -> None:
    assert press(started(), "Wiseman", "", "Victor Glover", "", "10 days", "").phase == "done"


def test_no_questions_are_over_at_once() -> None:
    assert engine.begin((), Rules(), at()).phase == "done"


def test_seconds_run_from_when_the_question_was_shown() -> None:
    state = engine.answer(engine.shown(started(), at(5)), "Wiseman", at(12.5), mark)
    assert state.log[0].seconds == 7.5


def test_a_clock_set_back_gives_no_negative_time() -> None:
    assert engine.answer(started(), "Wiseman", at(-60), mark).log[0].seconds == 0


def test_a_very_long_answer_is_cut() -> None:
    assert len(press(started(), "x" * 5000).log[0].typed) == engine.LONGEST


class TestSkip:
    def test_the_question_comes_again_at_the_end(self) -> None:
        assert press(started(), "s").queue == ("q2", "q3", "q1")

    def test_skipped_again_it_is_left_open(self) -> None:
        state = press(started(), "s", "Victor Glover", "", "10 days", "", "s")
        assert [result.skipped for result in engine.results(state)] == [False, False, True]

    def test_the_only_question_left_is_left_open_at_once(self) -> None:
        state = press(started(), "Wiseman", "", "Victor Glover", "", "s", "")
        assert (state.phase, credits(state)) == ("done", [1.0, 1.0, 0.0])

    def test_tries_and_hints_begin_anew(self) -> None:
        state = press(started(), "h", "Reid Wiseman?", "s")
        assert (state.tries, state.hints) == (0, 0)


class TestHint:
    def test_hints_are_logged_with_the_answer(self) -> None:
        assert press(started(), "h", "h", "Wiseman").log[0].hints == 2

    def test_there_are_two(self) -> None:
        assert press(started(), "h", "h", "h").hints == 2

    def test_the_next_question_begins_without(self) -> None:
        assert press(started(), "h", "Wiseman", "").hints == 0


class TestReveal:
    def test_it_earns_nothing(self) -> None:
        state = press(started(), "r")
        assert (state.phase, credits(state), state.log[0].action) == ("told", [0.0], "reveal")

    def test_it_can_not_be_counted(self) -> None:
        assert credits(press(started(), "r", "c")) == [0.0]


class TestCount:
    def test_a_wrong_answer_counts(self) -> None:
        assert credits(press(started(), "nobody", "c")) == [1.0]

    def test_the_verdict_stays_in_the_log(self) -> None:
        last = press(started(), "nobody", "c").log[0]
        assert (last.verdict, last.score, last.counted) == ("wrong", 0.0, True)

    def test_it_works_after_the_next_question_is_shown(self) -> None:
        assert credits(press(started(), "nobody", "", "c")) == [1.0]

    def test_it_works_at_the_end(self) -> None:
        state = press(started(), "Wiseman", "", "Victor Glover", "", "nobody", "", "c")
        assert credits(state) == [1.0, 1.0, 1.0]

    def test_a_right_answer_has_nothing_to_count(self) -> None:
        state = press(started(), "Wiseman")
        assert press(state, "c") is state

    def test_between_two_tries_there_is_nothing_to_count(self) -> None:
        state = press(started(), "Reid Wiseman?")
        assert press(state, "c") is state


class TestUndo:
    def test_an_answer(self) -> None:
        state = press(started(), "nobody", "u")
        assert (state.phase, state.log, state.queue[0]) == ("asking", (), "q1")

    def test_from_the_next_question(self) -> None:
        assert press(started(), "nobody", "", "u").queue[0] == "q1"

    def test_the_first_of_two_tries(self) -> None:
        assert press(started(), "Reid Wiseman?", "u").tries == 0

    def test_an_override(self) -> None:
        state = press(started(), "nobody", "c", "u")
        assert (state.phase, credits(state)) == ("told", [0.0])

    def test_a_skip(self) -> None:
        assert press(started(), "s", "u").queue == ("q1", "q2", "q3")

    def test_after_the_last_question(self) -> None:
        state = press(started(), "Wiseman", "", "Victor Glover", "", "nobody", "", "u")
        assert (state.phase, state.queue) == ("asking", ("q3",))

    def test_everything_one_by_one(self) -> None:
        state = press(started(), "nobody", "", "s", "10 days?", "10 days", "", "r", "u", "u", "u", "u", "u")
        assert state.log == ()

    def test_at_the_beginning_there_is_nothing(self) -> None:
        state = started()
        assert press(state, "u") is state


class TestRetry:
    END = ("Wiseman", "", "nobody", "", "nothing", "")

    def test_it_asks_what_was_missed(self) -> None:
        assert press(started(), *self.END, "r").queue == ("q2", "q3")

    def test_it_has_results_of_its_own(self) -> None:
        state = press(started(), *self.END, "r", "Victor Glover", "")
        assert (credits(state, 0), credits(state, 1)) == ([1.0, 0.0, 0.0], [1.0])

    def test_it_repeats_until_all_is_known(self) -> None:
        state = press(started(), *self.END, "r", "Victor Glover", "", "no", "", "r")
        assert (state.round, state.queue) == (2, ("q3",))

    def test_with_nothing_missed_there_is_none(self) -> None:
        state = press(started(), "Wiseman", "", "Victor Glover", "", "10 days", "")
        assert press(state, "r") is state


class TestExam:
    RULES = Rules(exam=True)

    def test_answers_are_not_told(self) -> None:
        state = press(started(self.RULES), "nobody")
        assert (state.phase, state.queue) == ("asking", ("q2", "q3"))

    def test_a_close_answer_gets_no_second_try(self) -> None:
        assert press(started(self.RULES), "Reid Wiseman?").queue[0] == "q2"

    @pytest.mark.parametrize("key", ["h", "r", "c"])
    def test_helping_keys_do_nothing(self, key: str) -> None:
        state = press(started(self.RULES), "nobody")
        assert press(state, key) is state

    def test_an_answer_can_be_taken_back(self) -> None:
        assert press(started(self.RULES), "nobody", "u").queue[0] == "q1"

    def test_the_retry_afterwards_is_practice(self) -> None:
        state = press(started(self.RULES), "no", "no", "no", "r")
        assert (state.queue, state.rules.exam) == (("q1", "q2", "q3"), False)


class TestChoice:
    RULES = Rules(mode="choice", seed=3)

    def number(self, text: str) -> str:
        from quizgen.terminal.marking import options

        state = started(self.RULES)
        assert state.current is not None
        return next(str(n) for n, option in options(state.current, self.RULES).items() if option == text)

    def test_the_right_number_is_right(self) -> None:
        assert credits(press(started(self.RULES), self.number("Reid Wiseman"))) == [1.0]

    def test_a_wrong_number_is_wrong(self) -> None:
        assert credits(press(started(self.RULES), self.number("Jeremy Hansen"))) == [0.0]

    def test_the_words_of_an_option_do_as_well(self) -> None:
        assert credits(press(started(self.RULES), "reid wiseman")) == [1.0]

    def test_another_number_is_no_answer(self) -> None:
        state = started(self.RULES)
        assert press(state, "7") is state

    def test_a_hint_takes_a_wrong_one_away(self) -> None:
        from quizgen.terminal.marking import options

        item = started(self.RULES).items["q1"]
        assert set(options(item, self.RULES, 1).items()) < set(options(item, self.RULES).items())
        assert "Reid Wiseman" in options(item, self.RULES, 2).values()

    def test_without_options_it_is_typed(self) -> None:
        state = press(started(self.RULES), "reid wiseman", "")
        assert state.mode == "typed"


class TestCards:
    RULES = Rules(mode="cards")

    def test_enter_turns_the_card(self) -> None:
        assert press(started(self.RULES), "").phase == "turned"

    @pytest.mark.parametrize(("key", "credit"), [("1", 0.0), ("2", 1.0), ("3", 1.0), ("4", 1.0)])
    def test_the_learner_rates(self, key: str, credit: float) -> None:
        state = press(started(self.RULES), "", key)
        assert (credits(state), state.log[0].rating, state.queue[0]) == ([credit], int(key), "q2")

    def test_the_last_rating_ends_it(self) -> None:
        assert press(started(self.RULES), "", "3", "", "3", "", "1").phase == "done"

    def test_a_rating_can_be_taken_back(self) -> None:
        state = press(started(self.RULES), "", "3", "u")
        assert (state.phase, state.queue[0]) == ("turned", "q1")


class TestTime:
    RULES = Rules(limit=30)

    def test_an_answer_in_time_counts(self) -> None:
        assert credits(engine.answer(started(self.RULES), "Wiseman", at(30), mark)) == [1.0]

    def test_an_answer_too_late_does_not(self) -> None:
        assert credits(engine.answer(started(self.RULES), "Wiseman", at(31), mark)) == [0.0]

    def test_when_time_is_up_the_question_is_settled(self) -> None:
        assert engine.out_of_time(started(self.RULES), at(31)).phase == "told"

    def test_every_question_has_its_own_time(self) -> None:
        state = engine.answer(started(self.RULES), "Wiseman", at(29), mark)
        state = engine.answer(engine.proceed(state, at(50)), "Victor Glover", at(75), mark)
        assert credits(state) == [1.0, 1.0]


def test_a_letter_that_is_the_answer_is_an_answer() -> None:
    quiz = replace(MOON, questions=(replace(MOON.questions[0], answer="C", accepted=()),))
    assert credits(press(started(quiz=quiz), "C")) == [1.0]


@pytest.mark.parametrize(("name", "key"), words.KEY_NAMES.items())
def test_a_key_may_be_typed_in_full(name: str, key: str) -> None:
    state = press(started(), "nobody", "")
    assert keys.respond(state, name.title(), at(9), mark) == keys.respond(state, key, at(9), mark)


lines = st.sampled_from(
    [
        "",
        "Wiseman",
        "Reid Wiseman?",
        "nobody",
        "half 10 days",
        "h",
        "s",
        "r",
        "c",
        "e",
        "u",
        "?",
        "1",
        "3",
        "zzz",
    ]
)
rules = st.builds(
    Rules,
    mode=st.sampled_from(["typed", "choice", "cards"]),
    limit=st.none() | st.just(4.0),
    exam=st.booleans(),
).filter(lambda r: not (r.exam and r.mode == "cards"))


@given(rules, st.lists(lines, max_size=40))
def test_whatever_is_typed_each_question_is_settled_once_or_still_to_ask(
    rules: Rules, typed: list[str]
) -> None:
    state = press(started(rules), *typed)
    settled = [result.item.question.id for result in engine.results(state)]
    assert len(set(settled)) == len(settled)
    assert set(settled).isdisjoint(state.queue)
    if not state.round:
        assert {*settled, *state.queue} == {"q1", "q2", "q3"}


@given(rules, st.lists(lines, max_size=40))
def test_a_log_leads_back_to_where_it_was_written(rules: Rules, typed: list[str]) -> None:
    state = press(started(rules), *(line for line in typed if line != "r"))
    if state.phase == "turned" or state.round:
        return
    again = engine.resume(started(rules), state.log, at(99))
    there = engine.proceed(state, at(99))
    assert (again.log, again.queue, again.tries, again.phase) == (
        there.log,
        there.queue,
        there.tries,
        there.phase,
    )


@given(st.lists(lines, max_size=30))
def test_numbers_of_steps_rise_by_one(typed: list[str]) -> None:
    log = press(started(), *typed).log
    assert [step.number for step in log] == list(range(len(log)))


def test_steps_on_questions_that_are_gone_stay_in_the_log_only() -> None:
    log = press(started(), "Wiseman", "", "Victor Glover").log
    shorter = replace(MOON, questions=MOON.questions[1:])
    state = engine.resume(started(quiz=shorter), log, at(9))
    assert (state.log, state.queue, len(engine.results(state))) == (log, ("q3",), 1)
