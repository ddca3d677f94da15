"""What the deck that is written over told students, so that no change of it goes unnoticed.

A note also changes where its question does not: the quiz file was edited by hand, the source got a new
title, choices are offered now.  Students get such a change only if the note's time moves on.
"""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizgen.exporters._anki.notes import Entry


@dataclass(frozen=True, slots=True)
class Told:
    """A note as the deck has it: when it last changed, in seconds since 1970, its fields and its tags."""

    modified: int
    fields: str
    tags: str


def told(deck: bytes) -> dict[str, Told]:
    """The notes of a package by their guid; none if it is no package of the kind we write."""
    try:
        with zipfile.ZipFile(io.BytesIO(deck)) as archive:
            database = archive.read("collection.anki2")
        connection = sqlite3.connect(":memory:")
        try:
            connection.deserialize(database)
            found = connection.execute("SELECT guid, mod, flds, tags FROM notes").fetchall()
        finally:
            connection.close()
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, sqlite3.Error):
        return {}
    return {guid: Told(modified, fields, tags) for guid, modified, fields, tags in found}


def moved_on(entries: Iterable[Entry], before: dict[str, Told], now: int) -> list[Entry]:
    """The notes, each with a time that is later than the deck's if it differs from the deck's.

    Args:
        now: seconds since 1970.
    """
    return [_moved_on(entry, before.get(entry.note.guid), now) for entry in entries]


def _moved_on(entry: Entry, old: Told | None, now: int) -> Entry:
    if old is None or entry.modified > old.modified:
        return entry
    same = (entry.joined_fields, entry.joined_tags) == (old.fields, old.tags)
    return replace(entry, modified=old.modified if same else max(now, old.modified + 1))
