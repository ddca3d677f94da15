"""The screens above the desk: the form of a question, a choice, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, get_args

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList, Select, Static, TextArea
from textual.widgets.option_list import Option

from quizgen.errors import QuizgenError
from quizgen.model import Difficulty, Question
from quizgen.plaintext import plain

KEYS = """\
k  keep the question          d  drop it: it is never asked again
e or Enter  edit it           a  add a question of your own behind it
[ ]  move it up or down       h  next difficulty      + -  points
u  undo                       r  redo
/  search                     f  show only one kind or state
v  card and sheet             Esc  show all questions again
Tab  to the question, to scroll it
q  leave

Every step is saved at once; there is nothing to save when you leave.

+ kept    ~ edited    * your own    x dropped    ? its sentence is no longer in the coverage

Any key goes back."""


class Form(ModalScreen[None]):
    """The fields of a question, to be changed; what is wrong with them is told, and nothing typed is lost."""

    CSS = """
    Form { align: center middle; }
    #form { width: 90%; max-width: 110; height: 90%; border: round $primary; padding: 0 1; background: $surface; }
    #form Label { color: $text-muted; }
    #form TextArea { height: 4; }
    #form Input { height: 3; }
    #wrong { color: $error; }
    #keys { height: 1; color: $text-muted; dock: bottom; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("escape", "leave", "Back", priority=True),
    ]

    def __init__(
        self, title: str, question: Question | None, saved: Callable[[dict[str, Any]], None]
    ) -> None:
        """Show a question's fields, or empty ones for a new question.

        Args:
            saved: called with the fields that were changed; may raise a `QuizgenError`.
        """
        super().__init__()
        self.heading, self.saved = title, saved
        self.before = _texts(question)
        self.warned = False

    def compose(self) -> ComposeResult:
        """A label and a field for each."""
        with VerticalScroll(id="form"):
            yield Label(self.heading)
            yield Static(id="wrong")
            yield Label("Question")
            yield self._area("prompt")
            yield Label("Answer")
            yield Input(self.before["answer"], id="answer", select_on_focus=False)
            for name, label in (
                ("accepted", "Also right, one on each line"),
                ("distractors", "Wrong answers to choose from, one on each line"),
                ("quote", "The sentence that proves it"),
            ):
                yield Label(label)
                yield self._area(name)
            yield Label("Points")
            yield Input(
                self.before["points"], id="points", type="integer", max_length=5, select_on_focus=False
            )
            yield Label("Difficulty")
            choices = [(name, name) for name in get_args(Difficulty)]
            yield Select(choices, value=self.before["difficulty"], id="difficulty", allow_blank=False)
            yield Static("Ctrl+S saves   Tab next field   Esc back without saving", id="keys")

    def on_mount(self) -> None:
        """Begin with the question."""
        self.query_one("#prompt", TextArea).focus()

    def _area(self, name: str) -> TextArea:
        return TextArea(self.before[name], id=name, tab_behavior="focus", soft_wrap=True)

    def values(self) -> dict[str, str]:
        """What the fields hold."""
        values = {name: self.query_one(f"#{name}", Input).value for name in ("answer", "points")}
        areas = ("prompt", "accepted", "distractors", "quote")
        values |= {name: self.query_one(f"#{name}", TextArea).text for name in areas}
        return values | {"difficulty": str(self.query_one("#difficulty", Select).value)}

    def action_save(self) -> None:
        """Save what was changed, or say what is wrong with it."""
        try:
            changed = {name: text for name, text in self.values().items() if text != self.before[name]}
            if changed:
                self.saved({name: _value(name, text) for name, text in changed.items()})
        except QuizgenError as error:
            self.query_one("#wrong", Static).update(Text(plain(str(error))))
            self.query_one("#wrong").scroll_visible()
            return
        self.dismiss()

    def action_leave(self) -> None:
        """Go back; what was typed is only given up when Escape is pressed again."""
        if self.values() == self.before or self.warned:
            self.dismiss()
            return
        self.warned = True
        self.query_one("#wrong", Static).update("Not saved yet: Ctrl+S saves it, Esc again gives it up.")
        self.query_one("#wrong").scroll_visible()


class Choice(ModalScreen[str | None]):
    """One of several; None if the teacher goes back."""

    CSS = """
    Choice { align: center middle; }
    #choice { width: 50; max-width: 90%; height: auto; max-height: 80%; border: round $primary; background: $surface; }
    #choice OptionList { height: auto; max-height: 20; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]]) -> None:
        """Offer choices, each with what it gives and what it is called."""
        super().__init__()
        self.heading, self.choices = title, choices

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="choice"):
            yield Label(self.heading)
            yield OptionList(*(Option(Text(told)) for _, told in self.choices))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One was chosen."""
        self.dismiss(self.choices[event.option_index][0])


class Help(ModalScreen[None]):
    """The keys."""

    CSS = """
    Help { align: center middle; }
    #help { width: auto; max-width: 95%; height: auto; border: round $primary; padding: 1 2; background: $surface; }
    """

    def compose(self) -> ComposeResult:
        """All of them."""
        yield Static(Text(KEYS), id="help")

    def on_key(self) -> None:
        """Any key goes back."""
        self.dismiss()


def _texts(question: Question | None) -> dict[str, str]:
    """The fields as the form shows them."""
    if question is None:
        empty = dict.fromkeys(("prompt", "answer", "accepted", "distractors", "quote"), "")
        return empty | {"points": "1", "difficulty": "medium"}
    return {
        "prompt": plain(question.prompt),
        "answer": plain(question.answer),
        "accepted": "\n".join(map(plain, question.accepted)),
        "distractors": "\n".join(map(plain, question.distractors)),
        "quote": plain(question.evidence.quote),
        "points": str(question.points),
        "difficulty": question.difficulty,
    }


def _value(name: str, text: str) -> Any:
    """A field of a question from what was typed.

    Raises:
        QuizgenError: points are no number.
    """
    if name in ("accepted", "distractors"):
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    if name == "points":
        if not (text.isascii() and text.isdigit()):
            raise QuizgenError("Points are a whole number, such as 2.")
        return int(text)
    return " ".join(text.split())
