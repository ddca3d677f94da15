"""The desk as a full-screen app."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, get_args

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import DataTable, Footer, Input, Static

from quizgen.errors import QuizgenError
from quizgen.model import Difficulty, Question
from quizgen.plaintext import plain
from quizgen.review import showing
from quizgen.review.desk import Desk, State
from quizgen.review.forms import Choice, Form, Help

STYLES = {"around": "dim", "quote": "", "answer": "bold reverse"}
DIFFICULTIES: tuple[Difficulty, ...] = get_args(Difficulty)


class Review(App[None]):
    """The list of questions, and beside it the one at hand with its proof."""

    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 (Textual declares it without ClassVar)
    CSS = """
    #desk { layout: horizontal; }
    #left { width: 50%; }
    #right { width: 50%; padding: 0 2; border-left: solid $primary; }
    .-narrow #desk { layout: vertical; }
    .-narrow #left { width: 100%; height: 45%; }
    .-narrow #right { width: 100%; height: 55%; border-left: none; border-top: solid $primary; padding: 0 1; }
    #title { height: 1; background: $primary; color: $text; padding: 0 1; }
    #status { height: 1; color: $text-muted; padding: 0 1; }
    #search { display: none; height: 3; }
    #search.asked { display: block; }
    DataTable { height: 1fr; overflow-x: hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "decide('keep')", "Keep"),
        Binding("d", "decide('drop')", "Drop"),
        Binding("e,enter", "edit", "Edit"),
        Binding("a", "add", "Add"),
        Binding("u", "undo", "Undo"),
        Binding("r", "redo", "Redo"),
        Binding("slash", "search", "Search", key_display="/"),
        Binding("f", "filter", "Filter"),
        Binding("v", "preview", "Preview"),
        Binding("left_square_bracket", "move(-1)", "Up", key_display="["),
        Binding("right_square_bracket", "move(1)", "Down", key_display="]"),
        Binding("h", "difficulty", "Difficulty", show=False),
        Binding("plus", "points(1)", "More points", show=False),
        Binding("minus", "points(-1)", "Fewer points", show=False),
        Binding("escape", "everything", "All", show=False),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Show a quiz; every step is saved by the desk."""
        super().__init__()
        self.desk = desk
        self.words = self.kind = ""
        self.states: tuple[State, ...] = ()
        self.view: Literal["proof", "card and sheet"] = "proof"
        self.shown: list[Question] = []

    def compose(self) -> ComposeResult:
        """Title, list, question, keys."""
        yield Static(id="title")
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                yield Input(placeholder="Search questions, answers and quotes", id="search")
                table: DataTable[Text] = DataTable(cursor_type="row", zebra_stripes=True, id="list")
                yield table
                yield Static(id="status")
            with VerticalScroll(id="right"):
                yield Static(id="question")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the list."""
        for label, width in ((" ", 1), ("kind", 12), ("quality", 7), ("question", None)):
            self.table.add_column(label, width=width)
        self.table.focus()
        self.refill()
        self.table.move_cursor(row=self.desk.begin(), animate=False)

    @property
    def table(self) -> DataTable[Text]:
        """The list of questions."""
        return self.query_one("#list", DataTable)

    @property
    def current(self) -> Question | None:
        """The question at hand."""
        row = self.table.cursor_row
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def refill(self, one: str | None = None) -> None:
        """Show the list anew, with the cursor on the question of this id, or where it was."""
        row = self.table.cursor_row
        self.shown = self.desk.find(self.words, kind=self.kind, states=self.states)
        self.table.clear()
        for question in self.shown:
            self.table.add_row(
                *(Text(cell, style=_style(question), no_wrap=True) for cell in showing.row(question))
            )
        places = [n for n, question in enumerate(self.shown) if question.id == one]
        self.table.move_cursor(row=places[0] if places else min(row, len(self.shown) - 1), animate=False)
        self.retell()

    def retell(self) -> None:
        """Show title, state and the question at hand anew."""
        self.query_one("#title", Static).update(
            Text(
                f"{showing.summary(self.desk.quiz)}  ·  {plain(self.desk.quiz.title)}",
                no_wrap=True,
                overflow="ellipsis",
            )
        )
        narrowed = [f"“{plain(self.words)}”"] if self.words else []
        narrowed += [plain(name) for name in (self.kind, *self.states) if name]
        filtered = (
            f"{len(self.shown)} shown: {', '.join(narrowed)} (Esc: all)" if narrowed else showing.LEGEND
        )
        self.query_one("#status", Static).update(Text(filtered, no_wrap=True, overflow="ellipsis"))
        self.query_one("#question", Static).update(self._told())

    def _told(self) -> Text:
        question = self.current
        if question is None:
            return Text("No questions here. Esc shows all of them, a adds your own.")
        if self.view == "card and sheet":
            return self._preview(question)
        text = Text()
        text.append(f"{plain(question.prompt)}\n\n", style="bold")
        text.append("Answer  ", style="dim")
        text.append(f"{plain(question.answer)}\n\n", style="bold")
        for piece in showing.passage(question):
            text.append(piece.text, style=STYLES[piece.role])
        text.append("\n")
        if cited := showing.cite(self.desk.quiz, question):
            text.append(f"\n— {cited}\n", style="italic")
        for label, value in showing.details(question):
            text.append(f"\n{label}  ", style="dim")
            text.append(value)
        return text

    def _preview(self, question: Question) -> Text:
        front, back = showing.card(self.desk.quiz, question)
        text = Text("Card\n\n", style="dim")
        text.append(f"{front}\n", style="bold")
        text.append(f"{'─' * 24}\n{back}\n\n", style="not dim")
        text.append("Sheet\n\n", style="dim")
        text.append(showing.sheet_line(self.desk.quiz, question), style="not dim")
        return text

    def on_data_table_row_highlighted(self) -> None:
        """Another question is at hand."""
        self.retell()

    def on_data_table_row_selected(self) -> None:
        """Enter or a click on the question at hand."""
        self.action_edit()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        if event.input.id == "search":
            self.words = event.value
            self.refill()

    def on_input_submitted(self) -> None:
        """Back to the list, with what the search found."""
        self.table.focus()

    def attempt(self, step: Any, *arguments: Any, **more: Any) -> Any:
        """Take a step; where that is impossible, say so. None if it was."""
        try:
            return step(*arguments, **more)
        except QuizgenError as error:
            self.say(str(error), "error")
            self.refill()
            return None

    def say(self, text: str, severity: Literal["information", "warning", "error"] = "information") -> None:
        """Tell the teacher something, as plain text."""
        self.notify(plain(text), severity=severity, markup=False)

    def action_decide(self, decision: Literal["keep", "drop"]) -> None:
        """Keep or drop the question at hand and go on to the next."""
        if (question := self.current) is None:
            return
        row = self.table.cursor_row
        self.attempt(self.desk.keep if decision == "keep" else self.desk.drop, question.id)
        after = next((other.id for other in self.shown[row + 1 : row + 2]), question.id)
        self.refill(after)

    def action_edit(self) -> None:
        """Edit the question at hand in a form."""
        if (question := self.current) is None:
            return

        def saved(changes: dict[str, Any]) -> None:
            self.desk.edit(question.id, **changes)
            self.refill(question.id)

        self.push_screen(Form("Edit the question", question, saved))

    def action_add(self) -> None:
        """Add a question of the teacher's own behind the one at hand."""
        behind = self.current

        def saved(changes: dict[str, Any]) -> None:
            one = self.desk.add(
                changes.pop("prompt", ""),
                changes.pop("answer", ""),
                changes.pop("quote", ""),
                behind=behind.id if behind else None,
                **changes,
            )
            self.refill(one)

        self.push_screen(Form("Add a question of your own", None, saved))

    def action_undo(self) -> None:
        """Take the last step back."""
        self._back(self.desk.undo, "Undone")

    def action_redo(self) -> None:
        """Take the last undo back."""
        self._back(self.desk.redo, "Done again")

    def _back(self, step: Any, what: str) -> None:
        name = self.attempt(step)
        if name is not None:
            self.say(f"{what}: {name}" if name else "There is nothing to take back.")
            self.refill(self.current.id if self.current else None)

    def action_move(self, by: int) -> None:
        """Move the question at hand up or down."""
        if (question := self.current) is not None:
            self.attempt(self.desk.move, question.id, by, [other.id for other in self.shown])
            self.refill(question.id)

    def action_points(self, by: int) -> None:
        """Give the question at hand a point more or less."""
        if (question := self.current) is not None:
            self.attempt(self.desk.edit, question.id, points=max(question.points + by, 0))
            self.refill(question.id)

    def action_difficulty(self) -> None:
        """Go to the next difficulty."""
        if (question := self.current) is not None:
            after = DIFFICULTIES[(DIFFICULTIES.index(question.difficulty) + 1) % len(DIFFICULTIES)]
            self.attempt(self.desk.edit, question.id, difficulty=after)
            self.refill(question.id)

    def action_search(self) -> None:
        """Ask for words to search for."""
        search = self.query_one("#search", Input)
        search.add_class("asked")
        search.focus()

    def action_filter(self) -> None:
        """Ask for a kind or a state to narrow the list to."""
        questions = self.desk.quiz.questions
        choices = [("", f"all ({len(questions)})")]
        for name in get_args(State):
            if count := len(self.desk.find(states=[name])):
                choices.append((f"state {name}", f"{name} ({count})"))
        choices += [
            (f"kind {kind}", f"{plain(kind)} ({len(self.desk.find(kind=kind))})")
            for kind in self.desk.kinds()
        ]

        def chosen(choice: str | None) -> None:
            if choice is not None:
                what, _, name = choice.partition(" ")
                self.kind = name if what == "kind" else ""
                self.states = (name,) if what == "state" else ()  # type: ignore[assignment]
                self.refill(self.current.id if self.current else None)

        self.push_screen(Choice("Show only", choices), chosen)

    def action_everything(self) -> None:
        """End search and filter."""
        here = self.current
        search = self.query_one("#search", Input)
        self.words = self.kind = search.value = ""
        self.states = ()
        search.remove_class("asked")
        self.table.focus()
        self.refill(here.id if here else None)

    def action_preview(self) -> None:
        """Change between the proof and what a student gets."""
        self.view = "card and sheet" if self.view == "proof" else "proof"
        self.retell()

    def action_help(self) -> None:
        """Tell the keys."""
        self.push_screen(Help())


def _style(question: Question) -> str:
    return "dim strike" if question.status == "dropped" else "dim" if question.retired else ""
