"""Anki decks: a package that corrects what students have, and never costs them their progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from quizgen.exporters._anki import decks, notes
from quizgen.exporters._anki.package import package
from quizgen.exporters._anki.previous import moved_on, told
from quizgen.model import Quiz


def export(
    quizzes: Sequence[Quiz],
    *,
    deck: str | None = None,
    tags: Sequence[str] = (),
    cards: Literal["qa", "cloze", "both"] = "qa",
    choices: bool = False,
    typed: Literal["auto", "always", "never"] = "auto",
    previous: bytes | None = None,
    now: int = 0,
) -> bytes:
    """The package: the same quizzes and options give the same bytes.

    Args:
        deck: name of the deck, "::" between levels; several quizzes become decks below it.  Without it
            each quiz is a deck below "quizgen".
        tags: tags of the teacher's, besides ours.
        cards: ask the question, leave a gap in the sentence, or both; a question whose sentence can't
            have a gap is asked.
        choices: show wrong answers to choose from where a question has them.
        typed: have the answer typed never, always, or where it can be typed in one way only.
        previous: the deck that is written over; what differs from it is as new as `now`.
        now: seconds since 1970, for `previous` only.

    Raises:
        ExportError: nothing to export, a bad deck name, or two versions of one question.
    """
    names = decks.names(quizzes, deck)
    wanted = notes.Wanted(tuple(tags), cards, choices, typed)
    entries = notes.entries(quizzes, names, wanted)
    if previous is not None:
        entries = moved_on(entries, told(previous), now)
    return package(entries, decks.with_parents(list(zip(names, quizzes, strict=True)), deck))
