"""The full-screen app, driven by keys and clicks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static

from quizgen.model import Evidence, Quiz
from quizgen.terminal import engine
from quizgen.terminal.app import QuizApp
from quizgen.terminal.engine import Rules, State
from quizgen.terminal.sitting import Sitting

from .conftest import MOON, START, mark, started, with_questions

TYPED = Rules()


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def go(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def sitting(rules: Rules = TYPED, quiz: Quiz = MOON, clock: Callable[[], datetime] | None = None) -> Sitting:
    saved: list[State] = []
    return Sitting(
        title=quiz.title,
        state=started(rules, quiz),
        mark=mark,  # type: ignore[arg-type]
        clock=clock or Clock(),
        save=lambda before, after, at: saved.append(after),
    )


def text(app: App[bool]) -> str:
    return "\n".join(str(widget.render()) for widget in app.query(Static))


async def type_(pilot: Pilot[bool], answer: str) -> None:
    await pilot.press(
        *[{" ": "space", "?": "question_mark"}.get(letter, letter) for letter in answer], "enter"
    )
    await pilot.pause()


async def click(pilot: Pilot[bool], label: str) -> None:
    button = next(b for b in pilot.app.query(Button) if str(b.label).endswith(label))
    await pilot.click(button)
    await pilot.pause()


@pytest.mark.asyncio
async def test_a_whole_quiz_by_keyboard() -> None:
    playing = sitting()
    app = QuizApp(playing)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Who commands the mission?" in text(app)
        await type_(pilot, "Wiseman")
        assert "+ Correct" in text(app)
        assert "https://www.nasa.gov/artemis-ii" in text(app)
        await pilot.press("enter")
        await type_(pilot, "nobody")
        assert "x Not right" in text(app)
        await pilot.press("c")
        assert "Counted as right" in text(app)
        await pilot.press("enter")
        await type_(pilot, "10 days")
        await pilot.press("enter")
        assert "3 of 3 right (100 %)" in text(app)
        await pilot.press("enter")
    assert [result.credit for result in engine.results(playing.state)] == [1.0, 1.0, 1.0]


@pytest.mark.asyncio
async def test_a_whole_quiz_by_mouse() -> None:
    playing = sitting(Rules(mode="choice", seed=1), with_questions(MOON.questions[0]))
    app = QuizApp(playing)
    async with app.run_test(size=(80, 24)) as pilot:
        await click(pilot, "Hint")
        await click(pilot, "Reid Wiseman")
        assert "+ Correct" in text(app)
        await click(pilot, "Next")
        assert "1 of 1 right" in text(app)
        await click(pilot, "Undo")
        assert "Who commands" in text(app)
        await click(pilot, "Skip")
        await click(pilot, "Next")
        await click(pilot, "Retry missed")
        assert playing.state.round == 1
        await click(pilot, "Quit")
    assert app.return_value is False


@pytest.mark.asyncio
async def test_cards_are_turned_and_rated() -> None:
    playing = sitting(Rules(mode="cards"))
    app = QuizApp(playing)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Reid" not in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Answer: Reid Wiseman" in text(app)
        await pilot.press("3")
        await pilot.pause()
        assert "Who pilots" in text(app)
        await click(pilot, "Turn")
        await click(pilot, "No")
    assert [step.rating for step in playing.state.log] == [3, 1]


@pytest.mark.asyncio
async def test_a_letter_and_enter_is_a_key_while_typing() -> None:
    app = QuizApp(sitting())
    async with app.run_test(size=(80, 24)) as pilot:
        await type_(pilot, "h")
        assert "Hint: R... W......" in text(app)
        await type_(pilot, "?")
        assert "these keys" in text(app)


@pytest.mark.asyncio
async def test_undo_works_on_the_summary() -> None:
    playing = sitting(quiz=with_questions(MOON.questions[0]))
    app = QuizApp(playing)
    async with app.run_test(size=(80, 24)) as pilot:
        await type_(pilot, "nobody")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        assert (playing.state.phase, playing.state.log) == ("asking", ())
        assert isinstance(app.focused, Input)


@pytest.mark.asyncio
async def test_time_runs_out() -> None:
    clock = Clock()
    app = QuizApp(sitting(Rules(limit=30), clock=clock))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "30 s left" in text(app)
        clock.go(31)
        await pilot.pause(0.7)
        assert "Too late" in text(app)


@pytest.mark.asyncio
async def test_markup_is_shown_as_it_is() -> None:
    evil = "[red]Who[/red] [@click=app.quit]here[/] \x1b[31m?"
    quiz = with_questions(replace(MOON.questions[0], prompt=evil, distractors=("[b]x[/b]", "y[", "z")))
    app = QuizApp(sitting(Rules(mode="choice"), replace(quiz, title="[blink]T")))
    async with app.run_test(size=(80, 24)):
        assert "[red]Who[/red] [@click=app.quit]here[/] ?" in text(app)
        assert "[blink]T: 1 question" in text(app)
        assert any("[b]x[/b]" in str(button.label) for button in app.query(Button))


@pytest.mark.asyncio
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_every_button_fits(size: tuple[int, int]) -> None:
    app = QuizApp(sitting())
    async with app.run_test(size=size) as pilot:
        for line in ("", "nobody"):
            if line:
                await type_(pilot, line)
            for button in app.query(Button):
                assert button.region.x >= 0
                assert button.region.right <= size[0]
                assert button.region.bottom <= size[1]


@pytest.mark.asyncio
async def test_ctrl_c_breaks_off() -> None:
    app = QuizApp(sitting())
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c")
    assert app.return_value is True


@pytest.mark.asyncio
async def test_the_verdict_is_in_sight_on_a_small_terminal() -> None:
    long = replace(MOON.questions[0], evidence=Evidence("Commander Reid Wiseman will lead the crew. " * 12))
    app = QuizApp(sitting(quiz=with_questions(long)))
    async with app.run_test(size=(40, 12)) as pilot:
        await type_(pilot, "nobody")
        verdict = next(widget for widget in app.query(Static) if "Not right" in str(widget.render()))
        assert 0 < verdict.region.y < 11
