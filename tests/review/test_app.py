"""The full-screen desk, driven as a teacher drives it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from quizgen import quizfile
from quizgen.errors import QuizFileError
from quizgen.model import Question, Quiz
from quizgen.review.app import Review
from quizgen.review.desk import Desk
from quizgen.review.forms import Form
from quizgen.review.saving import SavedQuiz
from tests.review.test_desk import NOW, QUIZ
from tests.review.test_showing import HOSTILE


@asynccontextmanager
async def opened(
    tmp_path: Path, quiz: Quiz = QUIZ, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """The app over a quiz file."""
    path = tmp_path / "a.quiz.json"
    quizfile.write(quiz, path)
    file = SavedQuiz(path)
    async with Review(Desk(file.read(), lambda: NOW, file.write)).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def on_disk(tmp_path: Path) -> tuple[Question, ...]:
    return quizfile.read(tmp_path / "a.quiz.json").questions


def text(pilot: Pilot[None], selector: str) -> str:
    return str(pilot.app.screen.query_one(selector, Static).render())


async def test_keep_and_drop_are_saved_and_go_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("k", "d")
        assert [q.status for q in on_disk(tmp_path)] == ["kept", "dropped", "new"]


async def test_the_question_at_hand_is_shown_with_its_proof(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("down")
        assert "Ann Lee built it." in text(pilot, "#question")


async def test_the_app_opens_where_the_teacher_left_off(tmp_path: Path) -> None:
    decided = replace(QUIZ, questions=(replace(QUIZ.questions[0], status="kept"), *QUIZ.questions[1:]))
    async with opened(tmp_path, decided) as pilot:
        await pilot.press("d")
        assert [q.status for q in on_disk(tmp_path)] == ["kept", "dropped", "new"]


async def test_undo_and_redo(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("d", "u")
        assert on_disk(tmp_path)[0].status == "new"
        await pilot.press("r")
        assert on_disk(tmp_path)[0].status == "dropped"


async def test_the_form_saves_what_was_changed(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("e")
        pilot.app.screen.query_one("#prompt", TextArea).text = "How long?"
        pilot.app.screen.query_one("#accepted", TextArea).text = "1200 m\n\n 1,200 metres "
        await pilot.press("ctrl+s")
        question = on_disk(tmp_path)[0]
        assert (question.prompt, question.accepted, question.status) == (
            "How long?",
            ("1200 m", "1,200 metres"),
            "edited",
        )


async def test_typing_in_the_form_never_replaces_the_whole_field(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("e", *"So: ", "tab", "end", *"!", "ctrl+s")
        question = on_disk(tmp_path)[0]
        assert (question.prompt, question.answer) == ("So: How long is the bridge?", "1.2 kilometres!")


async def test_a_form_left_alone_changes_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("enter", "ctrl+s")
        assert on_disk(tmp_path) == QUIZ.questions


async def test_a_form_with_a_mistake_stays_open_and_tells_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("e")
        pilot.app.screen.query_one("#answer", Input).value = " "
        await pilot.press("ctrl+s")
        assert isinstance(pilot.app.screen, Form)
        assert "The answer is empty" in text(pilot, "#wrong")


async def test_escape_gives_up_typed_words_only_when_pressed_twice(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("e", "x", "escape")
        assert isinstance(pilot.app.screen, Form)
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, Form)
        assert on_disk(tmp_path) == QUIZ.questions


async def test_a_question_of_her_own_is_added_behind_the_one_at_hand(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("a", *"Who?", "tab", *"Bob", "ctrl+s")
        question = on_disk(tmp_path)[1]
        assert (question.prompt, question.answer, question.status) == ("Who?", "Bob", "added")


async def test_brackets_move_the_question(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert [q.id for q in on_disk(tmp_path)] == ["q2", "q3", "q1"]
        await pilot.press("left_square_bracket")
        assert [q.id for q in on_disk(tmp_path)] == ["q2", "q1", "q3"]


async def test_points_and_difficulty_have_keys(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("plus", "plus", "minus", "h")
        assert (on_disk(tmp_path)[0].points, on_disk(tmp_path)[0].difficulty) == (2, "hard")


async def test_search_narrows_while_typing_and_escape_shows_all(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        app = pilot.app
        assert isinstance(app, Review)
        await pilot.press("slash", *"built", "enter")
        assert [q.id for q in app.shown] == ["q2"]
        await pilot.press("k", "escape")
        assert on_disk(tmp_path)[1].status == "kept"
        assert len(app.shown) == 3


async def test_the_filter_narrows_to_a_kind(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        assert isinstance(pilot.app, Review)
        await pilot.press("f", "down", "down", "enter")
        assert {q.kind for q in pilot.app.shown} == {"how_long"}


async def test_the_preview_shows_card_and_sheet(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("v")
        assert "Also accepted: 1,200 metres" in text(pilot, "#question")
        assert "1. How long is the bridge? (1 point)" in text(pilot, "#question")


async def test_help_tells_the_keys(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("question_mark")
        assert "keep the question" in text(pilot, "#help")
        await pilot.press("x")
        assert not pilot.app.screen.query("#help")


async def test_q_leaves(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        await pilot.press("q")
        assert not pilot.app.is_running


async def test_what_another_program_saved_is_shown_and_not_overwritten(tmp_path: Path) -> None:
    async with opened(tmp_path) as pilot:
        theirs = replace(QUIZ, questions=(replace(QUIZ.questions[0], prompt="Theirs?"),))
        quizfile.write(theirs, tmp_path / "a.quiz.json")
        await pilot.press("d")
        assert on_disk(tmp_path) == theirs.questions
        assert "Theirs?" in text(pilot, "#question")


async def test_a_file_that_cannot_be_written_is_told_and_the_app_goes_on(tmp_path: Path) -> None:
    def full(quiz: Quiz) -> None:
        raise QuizFileError("The disk is full.")

    async with Review(Desk(QUIZ, lambda: NOW, full)).run_test() as pilot:
        await pilot.press("d")
        assert pilot.app.is_running
        assert [str(notice.message) for notice in pilot.app._notifications] == ["The disk is full."]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_hostile_text_is_shown_plain_at_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    question = replace(QUIZ.questions[0], prompt=HOSTILE, answer=HOSTILE, kind=HOSTILE, accepted=(HOSTILE,))
    async with opened(tmp_path, Quiz(HOSTILE, (question,)), size) as pilot:
        shown = "[bold]<script>{{c1::x}}[/bold]"
        assert shown in text(pilot, "#question")
        await pilot.press("f", "escape", "e")
        assert pilot.app.screen.query_one("#prompt", TextArea).text == shown
        await pilot.press("ctrl+s")
        assert on_disk(tmp_path)[0] == question


async def test_an_empty_quiz_takes_a_first_question(tmp_path: Path) -> None:
    async with opened(tmp_path, Quiz("New", ())) as pilot:
        await pilot.press("k", "d", "e", "v", "u", "plus", "left_square_bracket")
        await pilot.press("a", *"Who?", "tab", *"Bob", "ctrl+s")
        assert [q.answer for q in on_disk(tmp_path)] == ["Bob"]
