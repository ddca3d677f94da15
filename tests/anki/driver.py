"""Runs steps on a fresh Anki collection with the real backend; started by the tests in Anki's environment.

Reads a list of steps `[name, argument...]` as JSON from standard input and prints the list of their
results.  Only this file imports `anki`.
"""

from __future__ import annotations

import contextlib
import html
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki import import_export_pb2
from anki.collection import Collection, ImportAnkiPackageRequest, ImportCsvRequest
from anki.scheduler_pb2 import CardAnswer


class Student:
    """A student's collection and what she does with it."""

    def __init__(self, folder: Path) -> None:
        self.collection = Collection(str(folder / "collection.anki2"))

    def do_import(self, path: str, everything: bool = False) -> dict[str, int]:
        """Import a package with the options of a fresh profile, or with all of them ticked; how notes fared."""
        options = import_export_pb2.ImportAnkiPackageOptions(
            merge_notetypes=everything, with_scheduling=everything, with_deck_configs=everything
        )
        request = ImportAnkiPackageRequest(package_path=path, options=options)
        return _counts(self.collection.import_anki_package(request).log)

    def do_table(self, path: str) -> dict[str, int]:
        """Import a text file as its headers say."""
        metadata = self.collection.get_csv_metadata(path, None)
        return _counts(self.collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log)

    def do_fsrs(self) -> None:
        """Schedule with FSRS."""
        self.collection.set_config("fsrs", True)

    def do_study(self, guids: list[str]) -> None:
        """Answer the first card of each note "Good" and let it be due in a month."""
        for guid in guids:
            self.collection.sched.set_due_date(self._cards(guid), "30")
            card = self.collection.get_card(self._cards(guid)[0])
            card.start_timer()
            states = self.collection._backend.get_scheduling_states(card.id)
            answer = self.collection.sched.build_answer(card=card, states=states, rating=CardAnswer.GOOD)
            self.collection.sched.answer_card(answer)

    def do_edit(self, guid: str, field: str, value: str, tag: str) -> None:
        """Write a remark of her own into a note."""
        note = self.collection.get_note(self._note(guid))
        note[field] = value
        note.add_tag(tag)
        self.collection.update_note(note)

    def do_dump(self) -> dict[str, Any]:
        """Every note by its guid, with its cards."""
        result = {}
        for note_id in self.collection.db.list("select id from notes order by id"):
            note = self.collection.get_note(note_id)
            result[note.guid] = {
                "id": note.id,
                "type": note.note_type()["name"],
                "mod": note.mod,
                "tags": note.tags,
                "fields": dict(note.items()),
                "cards": [
                    {
                        "deck": self.collection.decks.name(card.did),
                        "due": card.due,
                        "interval": card.ivl,
                        "factor": card.factor,
                        "reps": card.reps,
                        "type": card.type,
                        "queue": card.queue,
                        "memory": str(card.memory_state),
                        "reviews": self.collection.db.scalar(
                            "select count() from revlog where cid = ?", card.id
                        ),
                    }
                    for card in note.cards()
                ],
            }
        return result

    def do_render(self) -> list[dict[str, str]]:
        """Both sides of every card, as a reviewer shows them; what is typed is right."""
        pages = []
        for card_id in self.collection.db.list("select id from cards order by due, id"):
            card = self.collection.get_card(card_id)
            output = card.render_output()
            expected = dict(card.note().items()).get("Answer", "")
            typed = self.collection.compare_answer(expected, _words(expected), combining=False)
            question, answer = output.question_text, output.answer_text
            pages.append(
                {
                    "guid": card.note().guid,
                    "type": card.note_type()["name"],
                    "css": output.css,
                    "question": re.sub(r"\[\[type:[^\]]*\]\]", '<input id="typeans">', question),
                    "answer": re.sub(r"\[\[type:[^\]]*\]\]", f'<div id="typeans">{typed}</div>', answer),
                    "sounds": str(output.question_av_tags + output.answer_av_tags),
                }
            )
        return pages

    def do_compare(self, expected: str, typed: str) -> str:
        """What the reviewer shows for a typed answer."""
        return self.collection.compare_answer(expected, typed, combining=False)

    def do_decks(self) -> dict[str, str]:
        """Name and description of each deck with cards or sub-decks."""
        decks = self.collection.decks
        return {deck.name: str(decks.get(deck.id).get("desc", "")) for deck in decks.all_names_and_ids()}

    def do_note_types(self) -> dict[str, Any]:
        """Time, field names and ids of our note types."""
        return {
            found["name"]: {
                "id": found["id"],
                "mod": found["mod"],
                "fields": [field["name"] for field in found["flds"]],
                "field_ids": [field.get("id") for field in found["flds"]],
            }
            for found in self.collection.models.all()
            if found["name"].startswith("quizgen")
        }

    def do_check(self) -> str:
        """What the database check has to say, "" if all is well."""
        said, fine = self.collection.fix_integrity()
        return "" if fine else said

    def do_find(self, search: str) -> list[str]:
        """The notes that a search finds."""
        return [self.collection.get_note(note_id).guid for note_id in self.collection.find_notes(search)]

    def _note(self, guid: str) -> Any:
        return self.collection.db.scalar("select id from notes where guid = ?", guid)

    def _cards(self, guid: str) -> list[Any]:
        return self.collection.db.list("select id from cards where nid = ? order by ord", self._note(guid))


def _counts(log: Any) -> dict[str, int]:
    names = (
        "new",
        "updated",
        "duplicate",
        "conflicting",
        "missing_notetype",
        "missing_deck",
        "empty_first_field",
    )
    return {name: len(getattr(log, name)) for name in names if getattr(log, name)}


def _words(field: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", field))


def main() -> None:
    """Do the steps."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
        student = Student(Path(folder))
        results = [getattr(student, f"do_{name}")(*arguments) for name, *arguments in json.load(sys.stdin)]
        student.collection.close()
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
