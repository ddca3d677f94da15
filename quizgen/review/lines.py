"""The desk line by line: for pipes, screen readers, and those without Textual."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args

from quizgen.errors import QuizgenError
from quizgen.model import Difficulty, Question
from quizgen.plaintext import plain
from quizgen.review import showing
from quizgen.review.desk import Desk, State

HELP = """\
k  keep            d  drop            n or Enter  next     p  previous     7  question 7
e  edit            a  add your own    u  undo              r  redo         l  list
+  move down       -  move up         v  preview as card and on the sheet  q  leave
/words   only questions with these words          / alone: all of them
f kind   only this kind or state (undecided, kept, edited, own, dropped, vanished); f alone: all
Or write a line of our notation: Q: new question   A: new answer   Also: right | also right
Wrong: wrong | also wrong   Points: 2   Difficulty: hard   > the quoted sentence
Every step is saved at once."""

_FIELDS = {
    "Q": ("prompt", "Question"),
    "A": ("answer", "Answer"),
    "Also": ("accepted", "Also right, with | between"),
    "Wrong": ("distractors", "Wrong answers, with | between"),
    "Points": ("points", "Points"),
    "Difficulty": ("difficulty", "Difficulty (easy, medium, hard)"),
    ">": ("quote", "Quoted sentence"),
}
_NOTED = re.compile(r"(Q|A|Also|Wrong|Points|Difficulty)\s*:\s*(.*)|(>)\s*(.*)", re.IGNORECASE)


def run(desk: Desk, ask: Callable[[str], str | None], tell: Callable[[str], None]) -> None:
    """Go through a quiz until the teacher leaves or the input ends.

    Args:
        ask: shows a prompt and gives the line typed, None at the end of the input.
        tell: shows text.
    """
    _Lines(desk, ask, tell).run()


class _Lines:
    """Where the teacher is in the list, and what she has narrowed it to."""

    def __init__(self, desk: Desk, ask: Callable[[str], str | None], tell: Callable[[str], None]) -> None:
        self.desk, self.ask, self.tell = desk, ask, tell
        self.words = self.kind = ""
        self.states: tuple[State, ...] = ()
        self.place = desk.begin()
        self.keys: dict[str, Callable[[Question], None]] = {
            "k": lambda q: self.decide(desk.keep, q),
            "d": lambda q: self.decide(desk.drop, q),
            "e": self.edit,
            "v": self.preview,
            "+": lambda q: self.move(q, 1),
            "-": lambda q: self.move(q, -1),
        }
        self.anywhere: dict[str, Callable[[], None]] = {
            "": lambda: self.go(self.place + 1),
            "n": lambda: self.go(self.place + 1),
            "p": lambda: self.go(self.place - 1),
            "a": self.add,
            "u": lambda: self.back(desk.undo, "undone"),
            "r": lambda: self.back(desk.redo, "done again"),
            "l": self.list,
            "?": lambda: tell(HELP),
        }

    def run(self) -> None:
        self.tell(f"{plain(self.desk.quiz.title)}\n{showing.summary(self.desk.quiz)}\n? tells the keys.")
        self.show()
        while (line := self.ask("> ")) is not None and line.strip() not in ("q", "quit"):
            try:
                self.obey(line.strip())
            except QuizgenError as error:
                self.tell(str(error))
        self.tell(showing.summary(self.desk.quiz))

    @property
    def shown(self) -> list[Question]:
        return self.desk.find(self.words, kind=self.kind, states=self.states)

    def obey(self, line: str) -> None:
        question = self.shown[self.place] if self.place < len(self.shown) else None
        if line in self.anywhere:
            self.anywhere[line]()
        elif line.isascii() and line.isdigit():
            self.go(int(line) - 1)
        elif line.startswith("/"):
            self.words = line[1:].strip()
            self.narrowed()
        elif line == "f" or line.startswith("f "):
            self.filter(line[1:].strip())
        elif question is None:
            self.tell("No question is shown: / shows all of them again, ? tells the keys.")
        elif line in self.keys:
            self.keys[line](question)
        elif noted := _NOTED.fullmatch(line):
            label = (noted[1] or noted[3]).capitalize()
            self.desk.edit(question.id, **_change(label, noted[2] or noted[4] or ""))
            self.show()
        else:
            self.tell("That is no key: ? tells them.")

    def show(self) -> None:
        """The question at hand, or that there is none."""
        shown = self.shown
        if not shown:
            self.tell("No questions here.")
            return
        self.place = min(self.place, len(shown) - 1)
        question = shown[self.place]
        mark, kind, quality, prompt = showing.row(question)
        told = [f"\n{self.place + 1} of {len(shown)}   [{mark}] {kind}, quality {quality} %", f"Q: {prompt}"]
        told.append(f"A: {plain(question.answer)}")
        pieces = showing.passage(question)
        told.append(
            "> " + "".join(f"[{piece.text}]" if piece.role == "answer" else piece.text for piece in pieces)
        )
        told += [f"{label}: {value}" for label, value in showing.details(question)]
        self.tell("\n".join(told))

    def go(self, place: int) -> None:
        if 0 <= place < len(self.shown):
            self.place = place
            self.show()
        else:
            self.tell("That was the last one." if place > 0 else "This is the first one.")

    def decide(self, decision: Callable[[str], None], question: Question) -> None:
        decision(question.id)
        still_shown = any(other.id == question.id for other in self.shown)
        if still_shown and self.place + 1 < len(self.shown):
            self.place += 1
        self.show()

    def move(self, question: Question, by: int) -> None:
        self.desk.move(question.id, by, [other.id for other in self.shown])
        self.place = next(n for n, other in enumerate(self.shown) if other.id == question.id)
        self.tell(f"Now number {self.place + 1}.")

    def back(self, step: Callable[[], str], what: str) -> None:
        name = step()
        self.tell(f"{name}: {what}" if name else "There is nothing to take back.")
        if name:
            self.show()

    def list(self) -> None:
        rows = (showing.row(question) for question in self.shown)
        self.tell("\n".join(f"{n:3} [{mark}] {prompt}" for n, (mark, _, _, prompt) in enumerate(rows, 1)))
        self.tell(showing.LEGEND)

    def filter(self, name: str) -> None:
        self.kind, self.states = "", ()
        if name in get_args(State):
            self.states = (name,)  # type: ignore[assignment]
        elif name in self.desk.kinds():
            self.kind = name
        elif name:
            self.tell(
                f"There is no such kind or state; kinds here are {', '.join(map(plain, self.desk.kinds()))}."
            )
        self.narrowed()

    def narrowed(self) -> None:
        self.place = 0
        self.tell(f"{len(self.shown)} shown.")
        self.show()

    def preview(self, question: Question) -> None:
        front, back = showing.card(self.desk.quiz, question)
        self.tell(f"Card\n{front}\n---\n{back}\n\nSheet\n{showing.sheet_line(self.desk.quiz, question)}")

    def edit(self, question: Question) -> None:
        """Ask for each field; Enter leaves it, a lone dot empties it."""
        self.tell("Enter leaves a line as it is, a lone dot empties it.")
        changes: dict[str, Any] = {}
        for label, (name, meaning) in _FIELDS.items():
            value = question.evidence.quote if name == "quote" else getattr(question, name)
            now = " | ".join(map(plain, value)) if isinstance(value, tuple) else plain(str(value))
            line = self.ask(f"{meaning} [{now}]: ")
            if line is None:
                return
            if line.strip():
                changes |= _change(label, "" if line.strip() == "." else line.strip())
        self.desk.edit(question.id, **changes)
        self.show()

    def add(self) -> None:
        answers = []
        for what in ("Question", "Answer", "Sentence that proves it (Enter for none)"):
            line = self.ask(f"{what}: ")
            if line is None:
                return
            answers.append(line.strip())
        shown = self.shown
        behind = shown[self.place].id if self.place < len(shown) else None
        one = self.desk.add(answers[0], answers[1], answers[2], behind=behind)
        self.place = next((n for n, question in enumerate(self.shown) if question.id == one), self.place)
        self.show()


def _change(label: str, text: str) -> dict[str, Any]:
    """The change that a line of notation asks for.

    Raises:
        QuizgenError: points are no number, or the difficulty is none.
    """
    name, _ = _FIELDS[label]
    if name in ("accepted", "distractors"):
        return {name: tuple(part.strip() for part in text.split("|") if part.strip())}
    if name == "points":
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            raise QuizgenError("Points are a whole number, such as 2.")
        return {name: int(text)}
    if name == "difficulty" and text not in get_args(Difficulty):
        raise QuizgenError(f"The difficulty is one of {', '.join(get_args(Difficulty))}.")
    return {name: text}
