"""The full-screen front end: a Textual app for keyboard and mouse.

A learner types into one field and presses Enter, exactly as in the line modes; where nothing is to be
typed, the letters work at once.  Every button stands for the letter it names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Static

from quizgen.terminal import engine, views, words
from quizgen.terminal.engine import State
from quizgen.terminal.lines import Screen, styled
from quizgen.terminal.marking import options
from quizgen.terminal.sitting import Sitting, ending, farewell
from quizgen.terminal.views import Line


class Choice(Button):
    """A button that stands for a typed line."""

    def __init__(self, typed: str, label: Text) -> None:
        super().__init__(label, compact=True)
        self.typed = typed


class QuizApp(App[bool]):
    """A quiz on the full screen; returns True if it was broken off with Ctrl-C."""

    CSS = """
    Screen { background: $background; layout: vertical; }
    #head { height: 1; padding: 0 1; background: $primary-background; }
    #head Static { width: auto; }
    #progress { padding: 0 0 0 2; }
    #title { width: 1fr !important; text-style: bold; text-overflow: ellipsis; text-wrap: nowrap; }
    #body { height: 1fr; padding: 0 1; max-width: 90; scrollbar-size-vertical: 1; }
    #text, #options { height: auto; }
    #options { margin: 1 0 0 0; }
    #options Choice { width: 100%; text-align: left; content-align: left middle; }
    #field { height: 1; margin: 1 0 0 0; }
    #keys { height: 1; }
    #keys Choice { width: auto; min-width: 3; margin: 0 1 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "break_off", show=False, priority=True),
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("escape", "leave", show=False),
        Binding("ctrl+z", "type('u')", show=False, priority=True),
        Binding("f1", "type('?')", show=False),
        Binding("pageup", "scroll(-1)", show=False, priority=True),
        Binding("pagedown", "scroll(1)", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._seen: object = None

    def compose(self) -> ComposeResult:
        """Title and progress, text, options, the field, buttons: from top to bottom."""
        with Horizontal(id="head"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        with VerticalScroll(id="body", can_focus=False):
            yield Vertical(id="text")
            yield Vertical(id="options")
            yield Input(id="field", placeholder=words.PLACEHOLDER, compact=True, select_on_focus=False)
        yield Horizontal(id="keys")

    async def on_mount(self) -> None:
        """Show the first question."""
        opening = views.opening(self._sitting.state, self._sitting.title, words.APP_HINTS)
        self.query_one("#title", Static).update(styled(opening[0]))
        await self._refresh(opening[1:])
        if self._sitting.state.rules.limit is not None:
            self.set_interval(0.5, self._tick)

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field."""
        event.input.clear()
        await self._press(event.value)

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """A click, or Enter on a button."""
        if isinstance(event.button, Choice):
            await self._press(event.button.typed)

    async def on_key(self, event: events.Key) -> None:
        """A letter where nothing is to be typed."""
        if self._types():
            return
        if event.key == "enter" and not isinstance(self.focused, Button):
            event.stop()
            await self._press("")
        elif event.character and event.is_printable:
            event.stop()
            await self._press(event.character)

    async def action_type(self, line: str) -> None:
        """A key that stands for a line, also while an answer is being typed."""
        await self._press(line)

    def action_scroll(self, pages: int) -> None:
        """A page up or down, wherever the focus is."""
        body = self.query_one("#body", VerticalScroll)
        body.scroll_relative(y=pages * max(body.size.height - 1, 1), animate=False)

    def action_leave(self) -> None:
        """Stop here; the summary stands in the terminal afterwards."""
        self.exit(False)

    def action_break_off(self) -> None:
        """Ctrl-C, as in the line modes."""
        self.exit(True)

    async def _press(self, line: str) -> None:
        before = self._sitting.state
        reply = self._sitting.press(line)
        if reply.leave:
            self.exit(False)
            return
        said = views.keys(before) if reply.keys else []
        if reply.notice:
            said.append(Line("note", reply.notice))
        await self._refresh(said + views.step(before, self._sitting.state, self._sitting.unsaved))

    async def _tick(self) -> None:
        before = self._sitting.state
        left = self._sitting.seconds_left
        if left is not None and left <= 0:
            self._sitting.time_up()
            await self._refresh(views.step(before, self._sitting.state, self._sitting.unsaved))
        else:
            self._show_progress()

    async def _refresh(self, said: Sequence[Line]) -> None:
        """Show what was said, below the question or, where that has changed, around the new one."""
        state = self._sitting.state
        text = self.query_one("#text", Vertical)
        place = views.place(state)
        lines = list(said)
        if place is not None and place != self._seen:
            await text.remove_children()
            if state.phase == "done":
                lines += ending(self._sitting)
            else:
                question = views.asking(state, self._sitting.title)
                lines += [line for line in question if line.role not in ("progress", "option")]
                self._sitting.shown()
        self._seen = place
        widgets = [_widget(line) for line in lines if line.role != "option"]
        await text.mount_all(widgets)
        self._show_progress()
        await self._show_buttons()
        body = self.query_one("#body", VerticalScroll)
        if state.phase == "told" and widgets:
            # The verdict before its proof, once it is known how tall both are.
            self.call_after_refresh(body.scroll_to_widget, widgets[0], top=True, animate=False)
        else:
            self.call_after_refresh(body.scroll_end, animate=False)

    def _show_progress(self) -> None:
        number, count = views.progress(self._sitting.state)
        text = words.PROGRESS.format(number=number, count=count)
        left = self._sitting.seconds_left
        if left is not None:
            text = f"{words.SECONDS_LEFT.format(seconds=max(round(left), 0))}  {text}"
        self.query_one("#progress", Static).update(Text(text))

    async def _show_buttons(self) -> None:
        state = self._sitting.state
        field, bar, offered = (
            self.query_one("#field", Input),
            self.query_one("#keys", Horizontal),
            self.query_one("#options", Vertical),
        )
        await offered.remove_children()
        await bar.remove_children()
        choices: list[Choice] = []
        if state.phase == "asking" and state.mode == "choice" and state.current:
            choices = [
                Choice(str(number), styled(Line("option", words.OPTION.format(number=number, text=text))))
                for number, text in options(state.current, state.rules, state.hints).items()
            ]
        await offered.mount_all(choices)
        offered.display = bool(choices)
        await bar.mount_all(Choice(key, _label(key, name)) for key, name in _buttons(state))
        field.display = self._types()
        if self._types():
            field.focus()
        else:
            self.set_focus(None)

    def _types(self) -> bool:
        """Whether the learner is to type into the field."""
        return self._sitting.state.phase == "asking" and self._sitting.state.mode == "typed"


def run(sitting: Sitting, after: Screen) -> None:
    """Play on the full screen, then leave what matters in the terminal.

    Args:
        after: where the summary is printed once the full screen is gone.

    Raises:
        KeyboardInterrupt: the learner pressed Ctrl-C; everything answered is saved.
    """
    broken_off = QuizApp(sitting).run()
    if broken_off:
        raise KeyboardInterrupt
    over = engine.proceed(sitting.state, sitting.clock()).phase == "done"
    after.show(ending(sitting) if over else farewell(sitting))


def _widget(line: Line) -> Static:
    widget = Static(styled(line), markup=False)
    widget.styles.padding = (0, 0, 0, line.indent)
    if line.role in ("title", "question", "good", "part", "bad") and not line.indent:
        widget.styles.margin = (1, 0, 0, 0)
    return widget


def _label(key: str, name: str) -> Text:
    """The button's name with its key set off, put in front if the name does not begin with it."""
    if not key:
        return Text(name)
    label = Text(name if name.casefold().startswith(key) else f"{key} {name}".rstrip())
    label.stylize("bold underline", 0, 1)
    return label


def _buttons(state: State) -> Sequence[tuple[str, str]]:
    if state.phase == "done":
        return words.END_MISSED_BUTTONS if engine.missed(state) else words.END_BUTTONS
    if state.phase == "turned":
        return words.RATING_BUTTONS
    if state.phase == "told":
        last = state.last
        right = last is None or last.credit >= 1 or last.action != "answer"
        return words.TOLD_RIGHT_BUTTONS if right else words.TOLD_BUTTONS
    if state.rules.exam:
        return words.EXAM_BUTTONS
    return words.CARD_BUTTONS if state.mode == "cards" else words.ASKING_BUTTONS
