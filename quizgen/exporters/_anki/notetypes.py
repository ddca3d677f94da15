"""The two note types, frozen: what a student's collection already holds must go on matching.

Anki refuses every update of a note whose type has other fields or card templates than the one in the
collection.  So names, order and number of fields and templates never change under one model id; new
ideas go into the field Extra, and the unused Spare may be renamed, for fields are matched by their id.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Literal

import genanki

from quizgen import paths
from quizgen.errors import TemplateError

Type = Literal["qa", "cloze"]

TEMPLATE_MOD = 1795305600  # 2026-11-22
"""When templates and style were last released, seconds since 1970.

Anki takes over templates and style only if this is newer than what the collection has, so it changes
when they do, and never otherwise: a student's own styling would be overwritten.
"""

MODEL_ID: Mapping[Type, int] = {"qa": 1720000001, "cloze": 1720000002}
NAME: Mapping[Type, str] = {"qa": "quizgen Q&A (v1)", "cloze": "quizgen Cloze (v1)"}
FIELDS: Mapping[Type, tuple[str, ...]] = {
    "qa": (
        "Question",
        "Answer",
        "Also accepted",
        "Choices",
        "Typed",
        "Quote",
        "Source",
        "URL",
        "Date",
        "Kind",
        "Difficulty",
        "Extra",
        "ID",
        "Context",
        "Spare",
    ),
    "cloze": (
        "Text",
        "Quote",
        "Source",
        "URL",
        "Date",
        "Kind",
        "Difficulty",
        "Extra",
        "ID",
        "Context",
        "Spare",
    ),
}
_KIND: Mapping[Type, int] = {"qa": genanki.Model.FRONT_BACK, "cloze": genanki.Model.CLOZE}


@cache
def model(note_type: Type) -> genanki.Model:
    """The note type as genanki has it.

    Raises:
        TemplateError: a file of templates/cards is missing.
    """
    return genanki.Model(
        MODEL_ID[note_type],
        NAME[note_type],
        fields=[
            {"name": name, "id": _stable_id(note_type, "field", place)}
            for place, name in enumerate(FIELDS[note_type])
        ],
        templates=[
            {
                "name": "Card 1",
                "id": _stable_id(note_type, "template", 0),
                "qfmt": _template(f"{note_type}.front.html"),
                "afmt": _template(f"{note_type}.back.html"),
            }
        ],
        css=_template("cards.css"),
        model_type=_KIND[note_type],
    )


def _stable_id(note_type: str, part: str, place: int) -> int:
    """63 bits that name a field or template whatever it is called, so that it may be renamed."""
    digest = sha256(f"quizgen\0{note_type}\0v1\0{part}\0{place}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def _template(name: str) -> str:
    """A template in Anki's own language, as it stands: no value of ours goes into it."""
    path = paths.templates() / "cards" / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise TemplateError(f"The card template {path} can't be read: install quizgen again.") from error
