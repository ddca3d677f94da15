"""What a teacher does with a quiz, step by step: each step is saved, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from rapidfuzz import fuzz

from quizgen.editing import cloze, decided, edited, stamped
from quizgen.errors import QuizgenError
from quizgen.model import Evidence, Question, Quiz, Status
from quizgen.quizfile import OWN_KIND, with_ids

State = Literal["undecided", "kept", "edited", "own", "dropped", "vanished"]
"""What a list of questions can be narrowed to."""

NEAR = 80.0
"""From this likeness on (0 to 100) a search finds words that are spelled otherwise."""


def state(question: Question) -> State:
    """How far the teacher has come with a question; that its sentence vanished comes first."""
    if question.vanished and question.status != "dropped":
        return "vanished"
    names: dict[Status, State] = {"new": "undecided", "added": "own"}
    return names.get(question.status, question.status)  # type: ignore[arg-type]


class SavedByAnother(QuizgenError):
    """The file has changed since it was last read or saved; `quiz` is what it holds now."""

    def __init__(self, quiz: Quiz) -> None:
        super().__init__(
            "Another program has changed the quiz file: it is shown as it is now; please do that again."
        )
        self.quiz = quiz


@dataclass(slots=True)
class Desk:
    """A quiz under the teacher's hands.

    Attributes:
        quiz: as it stands.
        now: tells the time, ISO 8601 in UTC.
        save: called with the quiz after each step; if it raises, the step has not happened.

    Each step raises what `save` raises.
    """

    quiz: Quiz
    now: Callable[[], str]
    save: Callable[[Quiz], None]
    _done: list[tuple[str, Quiz]] = field(default_factory=list)
    _undone: list[tuple[str, Quiz]] = field(default_factory=list)

    def question(self, one: str) -> Question:
        """The question with this id.

        Raises:
            KeyError: there is none.
        """
        return self.quiz.questions[self.index(one)]

    def index(self, one: str) -> int:
        """The place of the question with this id, counted from 0.

        Raises:
            KeyError: there is none.
        """
        for index, question in enumerate(self.quiz.questions):
            if question.id == one:
                return index
        raise KeyError(one)

    def keep(self, one: str) -> None:
        """Approve of a question; one that was dropped is asked again."""
        question = self.question(one)
        if question.status in ("new", "dropped"):
            self._step("keep", decided(question, "kept", self.now()))

    def drop(self, one: str) -> None:
        """Have a question never asked again, whatever is built."""
        question = self.question(one)
        if question.status != "dropped":
            self._step("drop", decided(question, "dropped", self.now()))

    def edit(self, one: str, **changes: Any) -> None:
        """Change fields of a question; `quote` stands for its evidence.

        Raises:
            QuizgenError: the question would have no words, no answer, or an answer both right and wrong.
        """
        question = self.question(one)
        quote = changes.pop("quote", question.evidence.quote)
        if quote != question.evidence.quote:
            changes["evidence"] = replace(question.evidence, quote=quote)
        after = edited(question, self.now(), **changes)
        _check(after)
        if after != question:
            self._step("change", after)

    def add(
        self, prompt: str, answer: str, quote: str = "", *, behind: str | None = None, **more: Any
    ) -> str:
        """Add a question of the teacher's own; its id.

        Args:
            behind: id of the question it follows; it comes last if None.
            more: further fields of `Question`.

        Raises:
            QuizgenError: question or answer is missing, or the answer is both right and wrong.
        """
        now = self.now()
        sources = self.quiz.sources
        near = (
            self.question(behind).source if behind is not None else sources[0].id if len(sources) == 1 else ""
        )
        question = Question(
            "",
            OWN_KIND,
            prompt,
            answer,
            Evidence(quote),
            source=near,
            status="added",
            created=now,
            modified=now,
        )
        question = replace(question, cloze=cloze(quote, answer), **more)
        _check(question)
        place = len(self.quiz.questions) if behind is None else self.index(behind) + 1
        questions = with_ids([*self.quiz.questions[:place], question, *self.quiz.questions[place:]])
        self._become("add", replace(self.quiz, questions=questions))
        return questions[place].id

    def move(self, one: str, by: int, among: Sequence[str] | None = None) -> None:
        """Move a question up (`by` = -1) or down (1) past its neighbour.

        Args:
            among: the ids that are shown, in their order; a question moves past the next one shown.
        """
        shown = list(among) if among is not None else [question.id for question in self.quiz.questions]
        there = shown.index(one) + by
        if 0 <= there < len(shown):
            place = self.index(shown[there])
            questions = [question for question in self.quiz.questions if question.id != one]
            questions.insert(place, self.question(one))
            self._become("move", replace(self.quiz, questions=tuple(questions)))

    def undo(self) -> str:
        """Take the last step back; what it was, "" if there was none."""
        return self._back(self._done, self._undone)

    def redo(self) -> str:
        """Take back the last undo; which step it was, "" if there was none."""
        return self._back(self._undone, self._done)

    def find(self, words: str = "", *, kind: str = "", states: Iterable[State] = ()) -> list[Question]:
        """The questions with all of these words, or nearly, that are of this kind and in one of these states."""
        wanted, allowed = words.casefold().split(), set(states)
        return [
            question
            for question in self.quiz.questions
            if (not kind or question.kind == kind)
            and (not allowed or state(question) in allowed)
            and all(_tells(question, word) for word in wanted)
        ]

    def begin(self) -> int:
        """Where to go on: the place of the first undecided question, 0 if there is none."""
        return next(
            (n for n, question in enumerate(self.quiz.questions) if state(question) == "undecided"), 0
        )

    def kinds(self) -> list[str]:
        """The kinds of the questions, in alphabetical order."""
        return sorted({question.kind for question in self.quiz.questions})

    def _save(self, quiz: Quiz) -> None:
        """Save; where another program has saved meanwhile, go on from what that left."""
        try:
            self.save(quiz)
        except SavedByAnother as error:
            self.quiz = error.quiz
            self._done.clear()
            self._undone.clear()
            raise

    def _step(self, what: str, after: Question) -> None:
        questions = tuple(after if question.id == after.id else question for question in self.quiz.questions)
        self._become(what, replace(self.quiz, questions=questions))

    def _become(self, what: str, quiz: Quiz) -> None:
        before = self.quiz
        self._save(quiz)
        self.quiz = quiz
        self._done.append((what, before))
        self._undone.clear()

    def _back(self, out: list[tuple[str, Quiz]], into: list[tuple[str, Quiz]]) -> str:
        """Exchange the quiz for the last one laid aside.

        What a student sees differently has changed once more: it must not carry an older time than
        the cards that were made in between.
        """
        if not out:
            return ""
        what, quiz = out[-1]
        here, now = {question.id: question for question in self.quiz.questions}, self.now()
        questions = tuple(
            stamped(here[question.id], question, now) if question.id in here else question
            for question in quiz.questions
        )
        quiz = replace(quiz, questions=questions)
        self._save(quiz)
        out.pop()
        into.append((what, self.quiz))
        self.quiz = quiz
        return what


def _tells(question: Question, word: str) -> bool:
    """Whether a word, or one spelled nearly like it, stands in a question."""
    text = " ".join(
        [question.prompt, question.answer, *question.accepted, question.evidence.quote, question.kind]
    )
    folded = text.casefold()
    return word in folded or (
        len(word) > 3 and any(fuzz.ratio(word, other) >= NEAR for other in folded.replace("_", " ").split())
    )


def _check(question: Question) -> None:
    """Raise if nobody could answer the question, or it would be marked against itself."""
    for text, what in ((question.prompt, "question"), (question.answer, "answer")):
        if not any(char.isprintable() and not char.isspace() for char in text):
            raise QuizgenError(f"The {what} is empty: write one, or drop the question.")
    right = {text.casefold() for text in (question.answer, *question.accepted)}
    both = next((text for text in question.distractors if text.casefold() in right), None)
    if both is not None:
        raise QuizgenError(f"“{both}” can't be both a right and a wrong answer: take it out of one of them.")
