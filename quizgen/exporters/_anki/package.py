"""Notes and decks → the bytes of an .apkg file.

genanki stamps everything with the time of the export and lets the clock into the zip; both cost
students their corrections or their remarks.  So its objects and its schema are used, and the writing
is ours: the same notes give the same bytes (under one version of SQLite).
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.exporters._anki.decks import Deck
from quizgen.exporters._anki.notes import Entry
from quizgen.exporters._anki.notetypes import TEMPLATE_MOD

_NEVER_SYNCED = -1  # Anki's update sequence number of what is yet to be sent
_SQLITE_VERSION = 3_040_001  # written into the header for whatever version wrote the file
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def package(entries: Sequence[Entry], decks: Sequence[Deck]) -> bytes:
    """The whole file; new cards are due in the order of the entries."""
    deck_ids = _deck_ids(decks)
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(
            f"PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; {APKG_SCHEMA}{APKG_COL}"
        )
        _fill(connection, entries, deck_ids)
        _describe(connection, entries, decks, deck_ids)
        connection.commit()
        connection.execute("VACUUM")
        database = bytearray(connection.serialize())
    finally:
        connection.close()
    # The counters of changes and the writer's version number are all that differs between equal databases.
    for start, value in ((24, 1), (92, 1), (96, _SQLITE_VERSION)):
        database[start : start + 4] = value.to_bytes(4, "big")
    return _zipped({"collection.anki2": bytes(database), "media": b"{}"})


def _deck_ids(decks: Sequence[Deck]) -> dict[str, int]:
    """A number for each deck; two decks with one number would become one."""
    ids: dict[str, int] = {}
    for deck in decks:
        number = deck.preferred_id
        while number in ids.values():
            number += 1
        ids[deck.name] = number
    return ids


def _fill(connection: sqlite3.Connection, entries: Sequence[Entry], deck_ids: Mapping[str, int]) -> None:
    """Write notes and cards: a note's id is when it was made, in milliseconds, plus one on a tie."""
    places = {id(entry): place for place, entry in enumerate(entries, 1)}
    notes, cards = [], []
    note_id = card_id = 0
    for entry in sorted(entries, key=lambda entry: entry.created):
        note = entry.note
        note_id = max(entry.created * 1000, note_id + 1)
        notes.append(
            (
                note_id,
                note.guid,
                note.model.model_id,
                entry.modified,
                _NEVER_SYNCED,
                entry.joined_tags,
                entry.joined_fields,
                note.fields[0],
            )
        )
        for card in note.cards:
            card_id = max(note_id + 1 + card.ord, card_id + 1)
            due = places[id(entry)]
            cards.append(
                (card_id, note_id, deck_ids[entry.deck], card.ord, entry.modified, _NEVER_SYNCED, due)
            )
    connection.executemany("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')", notes)
    connection.executemany(
        "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')", cards
    )


def _describe(
    connection: sqlite3.Connection,
    entries: Sequence[Entry],
    decks: Sequence[Deck],
    deck_ids: Mapping[str, int],
) -> None:
    """Write note types and decks into the row about the collection."""
    changed = max(entry.modified for entry in entries)
    models = {entry.note.model.model_id: entry.note.model for entry in entries}
    root = deck_ids[decks[0].name]
    (known,) = connection.execute("SELECT decks FROM col").fetchone()
    listed = json.loads(known) | {
        str(deck_ids[deck.name]): _deck_json(deck, deck_ids, changed) for deck in decks
    }
    connection.execute(
        "UPDATE col SET mod = ?, scm = ?, decks = ?, models = ?",
        (
            changed * 1000,
            changed * 1000,
            _json(listed),
            _json({str(number): models[number].to_json(TEMPLATE_MOD, root) for number in sorted(models)}),
        ),
    )


def _deck_json(deck: Deck, deck_ids: Mapping[str, int], changed: int) -> dict[str, Any]:
    """A deck as genanki has it, less what it claims was studied in 2015."""
    made: dict[str, Any] = genanki.Deck(deck_ids[deck.name], deck.name, deck.description).to_json()
    return {name: [0, 0] if name.endswith("Today") else value for name, value in made.items()} | {
        "mod": changed
    }


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in their order, stored: what compresses differs from machine to machine."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.create_system = 3  # Unix, wherever it runs
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target.getvalue()
