"""What `quizgen build` says at its end: a table for people, or JSON for scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli import _outputs
from quizgen.model import Contradiction, Quiz
from quizgen.plaintext import plain
from quizgen.updating import Changes

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one quiz.

    Attributes:
        kinds: kind → how many questions of it are asked.
        changes: against the quiz that was there before; one built for the first time only adds.
        written: the files.
    """

    title: str
    kinds: dict[str, int]
    changes: Changes
    written: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]

    @classmethod
    def of(cls, quiz: Quiz, changes: Changes | None, written: tuple[str, ...]) -> Built:
        """The report on a quiz; `changes` are None if it is built for the first time."""
        kinds = dict(Counter(question.kind for question in quiz.asked).most_common())
        counts = changes or Changes(added=len(quiz.questions))
        return cls(quiz.title, kinds, counts, written, quiz.contradictions)

    @property
    def asked(self) -> int:
        """How many questions a student meets."""
        return sum(self.kinds.values())


def as_json(built: Sequence[Built], failed: Sequence[str]) -> str:
    """The report for scripts; `failed` are the sentences about what could not be built."""
    quizzes = [
        {
            "title": one.title,
            "asked": one.asked,
            "kinds": one.kinds,
            **asdict(one.changes),
            "written": list(one.written),
            "contradictions": [
                {"asked": c.asked, "other": c.other, "spelling": c.spelling, "quotes": list(c.quotes)}
                for c in one.contradictions
            ],
        }
        for one in built
    ]
    return json.dumps({"quizzes": quizzes, "failed": list(failed)}, ensure_ascii=False, indent=1)


def show(built: Sequence[Built], console: Console) -> None:
    """The table of what was asked and written, then the contradictions of the coverage; nothing of nothing."""
    if not built:
        return
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    def indented(text: str, style: str = "") -> Padding:
        return Padding(Text(text, style, overflow="fold"), (0, 0, 0, 4))

    updated = any(one.changes != Changes(added=one.changes.added) for one in built)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    table.add_column("Quiz", ratio=1)
    table.add_column("Questions", justify="right", no_wrap=True)
    for change in fields(Changes) if updated else ():
        table.add_column(change.name, justify="right", no_wrap=True)
    for one in built:
        kinds = ", ".join(f"{kind} {count}" for kind, count in one.kinds.items())
        cell = Group(
            Text(plain(one.title), no_wrap=True, overflow="ellipsis"),
            indented(kinds, "dim"),
            *([indented(_together(one.written))] if one.written else []),
        )
        table.add_row(cell, str(one.asked), *(str(count) for count in astuple(one.changes) if updated))
    console.print(table)
    for one in built:
        for found in one.contradictions:
            relation = "also spelled" if found.spelling else "but it also says"
            console.print(
                Text(f"\nThe coverage does not agree with itself: {plain(one.title)}", style="bold"),
                indented(f"asked is “{plain(found.asked)}”, {relation} “{plain(found.other)}”"),
                *(indented(f"> {plain(quote)}", "dim") for quote in found.quotes),
                sep="\n",
            )


def _together(written: Sequence[str]) -> str:
    """Files as a person would name them: those that differ only in their suffix in one word."""
    stems: dict[str, list[str]] = {}
    for name in written:
        suffix = _outputs.suffix(Path(name))
        stems.setdefault(name.removesuffix(f".{suffix}"), []).append(f".{suffix}")
    return "\n".join(f"{stem}{', '.join(suffixes)}" for stem, suffixes in stems.items())
