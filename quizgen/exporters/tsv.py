"""Anki's text import: a table for spreadsheets that also corrects notes, whatever their times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quizgen.exporters._anki import decks, notes, notetypes
from quizgen.model import Quiz


def export(
    quizzes: Sequence[Quiz],
    *,
    deck: str | None = None,
    tags: Sequence[str] = (),
    cards: Literal["qa", "cloze", "both"] = "qa",
    choices: bool = False,
    typed: Literal["auto", "always", "never"] = "auto",
) -> bytes:
    """The table: guid, note type, deck and tags, then the fields of the note type in their order.

    Import an .apkg once before: Anki's text import brings no note types.  Only the .apkg tells of withdrawn
    questions: a row would give a card to students who never had one.  For the options and errors see
    `quizgen.exporters.apkg.export`.
    """
    names = decks.names(quizzes, deck)
    wanted = notes.Wanted(tuple(tags), cards, choices, typed)
    rows = [
        (entry.note.guid, entry.note.model.name, entry.deck, " ".join(entry.note.tags), *entry.note.fields)
        for entry in notes.entries(quizzes, names, wanted)
        if entry.note.cards
    ]
    widest = max(notetypes.FIELDS.values(), key=len)
    lines = [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:4",
        "#if matches:update current",
        "\t".join(("#columns:GUID", "Note type", "Deck", "Tags", *widest)),
        *("\t".join(_quoted(cell) for cell in row) for row in rows),
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _quoted(cell: str) -> str:
    """A cell; quoted, because a row that begins with "#" would be a comment."""
    return '"{}"'.format(cell.replace('"', '""'))
