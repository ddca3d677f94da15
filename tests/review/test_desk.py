"""The desk: each step does one thing, is saved, and can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from quizgen import quizfile
from quizgen.errors import QuizgenError
from quizgen.model import Evidence, Question, Quiz, Source
from quizgen.review.desk import Desk, SavedByAnother, state
from quizgen.review.saving import SavedQuiz

THEN, NOW = "2026-11-20T08:00:00Z", "2026-11-22T08:00:00Z"
BRIDGE = Question(
    "q1",
    "how_long",
    "How long is the bridge?",
    "1.2 kilometres",
    Evidence("The bridge is 1.2 kilometres long.", 10, 44),
    accepted=("1,200 metres",),
    cloze="The bridge is ____ long.",
    source="news",
    difficulty_reason="one number",
    created=THEN,
    modified=THEN,
)
ANN = Question(
    "q2", "who", "Who built it?", "Ann Lee", Evidence("Ann Lee built it."), source="news", modified=THEN
)
COST = Question(
    "q3", "how_much", "How much was it?", "£3", Evidence("It was £3."), source="news", modified=THEN
)
QUIZ = Quiz("Bridges", (BRIDGE, ANN, COST), (Source("news", "News"),))


@pytest.fixture
def saved() -> list[Quiz]:
    return []


@pytest.fixture
def desk(saved: list[Quiz]) -> Desk:
    return Desk(QUIZ, lambda: NOW, saved.append)


def ids(desk: Desk) -> list[str]:
    return [question.id for question in desk.quiz.questions]


def test_keeping_approves(desk: Desk) -> None:
    desk.keep("q1")
    assert desk.question("q1") == replace(BRIDGE, status="kept")


def test_keeping_an_edited_question_leaves_it_edited(desk: Desk) -> None:
    desk.edit("q1", prompt="How long?")
    desk.keep("q1")
    assert desk.question("q1").status == "edited"


def test_dropping_ends_asking(desk: Desk) -> None:
    desk.drop("q1")
    assert desk.quiz.asked == (ANN, COST)


def test_keeping_a_dropped_question_asks_it_again(desk: Desk) -> None:
    desk.drop("q1")
    desk.keep("q1")
    assert desk.question("q1").status == "kept"


def test_editing_makes_a_question_hers(desk: Desk) -> None:
    desk.edit("q1", prompt="How long?")
    assert desk.question("q1") == replace(BRIDGE, prompt="How long?", status="edited", modified=NOW)


def test_another_answer_makes_another_cloze(desk: Desk) -> None:
    desk.edit("q1", answer="1.2 kilometres long")
    assert desk.question("q1").cloze == "The bridge is ____."


def test_another_quote_has_no_place_yet(desk: Desk) -> None:
    desk.edit("q1", quote="It is 1.2 kilometres long.")
    question = desk.question("q1")
    assert (question.evidence, question.cloze) == (Evidence("It is 1.2 kilometres long."), "It is ____ long.")


def test_another_difficulty_drops_our_reason(desk: Desk) -> None:
    desk.edit("q1", difficulty="hard")
    assert desk.question("q1").difficulty_reason == ""


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"prompt": " "}, "The question is empty"),
        ({"answer": "\u200b"}, "The answer is empty"),
        ({"distractors": ("1,200 METRES",)}, "can't be both a right and a wrong answer"),
    ],
)
def test_what_nobody_could_answer_is_refused(desk: Desk, changes: dict[str, object], told: str) -> None:
    with pytest.raises(QuizgenError, match=told):
        desk.edit("q1", **changes)
    assert desk.quiz == QUIZ


def test_a_question_of_her_own_stands_behind_the_one_at_hand(desk: Desk) -> None:
    one = desk.add("Who paid?", "Bob", "Bob paid.", behind="q1")
    assert ids(desk) == ["q1", one, "q2", "q3"]
    question = desk.question(one)
    assert (question.status, question.source, question.cloze) == ("added", "news", "____ paid.")


def test_moving_changes_the_order(desk: Desk) -> None:
    desk.move("q3", -1)
    assert ids(desk) == ["q1", "q3", "q2"]


def test_moving_in_a_narrowed_list_passes_the_next_one_shown(desk: Desk) -> None:
    desk.move("q1", 1, ["q1", "q3"])
    assert ids(desk) == ["q2", "q3", "q1"]


@pytest.mark.parametrize(("one", "by"), [("q1", -1), ("q3", 1)])
def test_moving_beyond_the_ends_is_no_step(desk: Desk, saved: list[Quiz], one: str, by: int) -> None:
    desk.move(one, by)
    assert saved == []


def test_every_step_is_saved(desk: Desk, saved: list[Quiz]) -> None:
    desk.keep("q1")
    desk.move("q1", 1)
    desk.undo()
    assert len(saved) == 3
    assert saved[-1] == desk.quiz


def test_undo_takes_back_and_redo_does_again(desk: Desk) -> None:
    desk.drop("q1")
    assert (desk.undo(), desk.question("q1").status) == ("drop", "new")
    assert (desk.redo(), desk.question("q1").status) == ("drop", "dropped")
    assert desk.redo() == ""


def test_an_undone_wording_is_a_newer_wording(desk: Desk) -> None:
    """Cards may have been made in between: they must learn of the old words, too."""
    desk.edit("q1", prompt="How long?")
    desk.undo()
    assert desk.question("q1") == replace(BRIDGE, modified="2026-11-22T08:00:01Z")


def test_a_step_that_cannot_be_saved_has_not_happened() -> None:
    def full(quiz: Quiz) -> None:
        raise QuizgenError("The disk is full.")

    desk = Desk(QUIZ, lambda: NOW, full)
    with pytest.raises(QuizgenError):
        desk.drop("q1")
    assert (desk.quiz, desk.undo()) == (QUIZ, "")


def test_what_another_program_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.quiz.json"
    quizfile.write(QUIZ, path)
    file = SavedQuiz(path)
    desk = Desk(file.read(), lambda: NOW, file.write)
    theirs = replace(QUIZ, questions=(replace(BRIDGE, status="dropped"), ANN))
    quizfile.write(theirs, path)
    with pytest.raises(SavedByAnother):
        desk.keep("q2")
    assert (quizfile.read(path), desk.quiz) == (theirs, theirs)
    desk.keep("q2")
    assert quizfile.read(path).questions[1].status == "kept"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bridge", ["q1"]),
        ("BUILT ann", ["q2"]),
        ("metres", ["q1"]),
        ("brigde", ["q1"]),
        ("", ["q1", "q2", "q3"]),
        ("xyzzy", []),
    ],
)
def test_search_looks_everywhere_and_forgives_a_slip(desk: Desk, words: str, found: list[str]) -> None:
    assert [question.id for question in desk.find(words)] == found


def test_filters_narrow_by_kind_and_state(desk: Desk) -> None:
    desk.keep("q2")
    assert [q.id for q in desk.find(kind="who")] == ["q2"]
    assert [q.id for q in desk.find(states=["undecided"])] == ["q1", "q3"]


def test_a_vanished_sentence_shows_until_the_question_is_dropped() -> None:
    gone = replace(ANN, vanished=True, status="kept")
    assert (state(gone), state(replace(gone, status="dropped"))) == ("vanished", "dropped")


class AnyDay(RuleBasedStateMachine):
    """Any steps, any undoing: the file holds what the desk shows, and undoing all leads back to the start."""

    @initialize()
    def start(self) -> None:
        self.saved = [QUIZ]
        self.desk = Desk(QUIZ, lambda: NOW, self.saved.append)

    @rule(place=st.integers(0, 2), by=st.sampled_from([-1, 1]))
    def move(self, place: int, by: int) -> None:
        self.desk.move(self.desk.quiz.questions[place].id, by)

    @rule(place=st.integers(0, 2), step=st.sampled_from(["keep", "drop"]))
    def decide(self, place: int, step: str) -> None:
        getattr(self.desk, step)(self.desk.quiz.questions[place].id)

    @rule(
        place=st.integers(0, 2),
        name=st.sampled_from(["prompt", "answer", "quote"]),
        text=st.sampled_from("abc"),
    )
    def edit(self, place: int, name: str, text: str) -> None:
        self.desk.edit(self.desk.quiz.questions[place].id, **{name: text})

    @rule()
    def add(self) -> None:
        self.desk.add("Why?", "So")

    @rule()
    def undo(self) -> None:
        self.desk.undo()

    @rule()
    def redo(self) -> None:
        self.desk.redo()

    @invariant()
    def saved_as_shown(self) -> None:
        assert self.saved[-1] == self.desk.quiz
        assert quizfile.loads(quizfile.dumps(self.desk.quiz)) == self.desk.quiz

    def teardown(self) -> None:
        while self.desk.undo():
            pass
        assert [replace(q, modified="") for q in self.desk.quiz.questions] == [
            replace(q, modified="") for q in QUIZ.questions
        ]


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
