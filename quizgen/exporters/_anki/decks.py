"""Names, ids and descriptions of decks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from quizgen import __version__
from quizgen.errors import ExportError
from quizgen.exporters._anki import text
from quizgen.model import Quiz, Source
from quizgen.rendering import render

ROOT = "quizgen"
"""The deck under which everything lies for which the teacher names no deck."""

_LONGEST = 100  # characters of a deck's own name, so that a headline stays one line in Anki


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck of a package; an empty description leaves alone the one that the collection has."""

    name: str
    description: str = ""

    @property
    def preferred_id(self) -> int:
        """Any number will do that is the same each time: Anki matches decks by name."""
        return 2**30 + int.from_bytes(sha256(self.name.encode()).digest()[:4], "big") % 2**30


def names(quizzes: Sequence[Quiz], deck: str | None) -> list[str]:
    """The deck of each quiz: the named one (else one below `quizgen`), sub-decks if there are several.

    Raises:
        ExportError: the given name is empty.
    """
    if deck is None:
        return [f"{ROOT}::{_own_name(quiz)}" for quiz in quizzes]
    parts = [part for part in (text.plain(part) for part in deck.split("::")) if part]
    if not parts:
        raise ExportError(f'A deck can\'t be called "{deck}": write a name such as "Biology 9::Week 03".')
    given = "::".join(parts)
    return [given] if len(quizzes) == 1 else [f"{given}::{_own_name(quiz)}" for quiz in quizzes]


def with_parents(named: Sequence[tuple[str, Quiz]], deck: str | None) -> list[Deck]:
    """Every deck with all decks above it, parents first; ours carry a description."""
    described: dict[str, str] = {}
    if deck is not None and len(named) > 1:
        shared = named[0][0].rpartition("::")[0]
        described[shared] = _description(shared.rpartition("::")[2], [quiz for _, quiz in named])
    for name in dict(named):
        mine = [quiz for deck_name, quiz in named if deck_name == name]
        described[name] = _description(text.plain(mine[0].title) or _own_name(mine[0]), mine)
    above = {"::".join(name.split("::")[:n]) for name in described for n in range(1, name.count("::") + 1)}
    return [Deck(name, described.get(name, "")) for name in sorted(described.keys() | above)]


def source_name(source: Source) -> str:
    """What a card calls a source: title and publisher."""
    title = text.plain(source.title or source.name or source.id)
    publisher = text.plain(source.publisher)
    return f"{title} ({publisher})" if publisher and publisher not in title else title


def _own_name(quiz: Quiz) -> str:
    name = text.plain(quiz.title).replace("::", ":").strip(": ") or "Untitled"
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def _description(title: str, quizzes: Sequence[Quiz]) -> str:
    sources = {source: None for quiz in quizzes for source in _cited(quiz)}
    days = sorted(source.published[:10] for source in sources if source.published)
    return render(
        "cards/deck.html.j2",
        title=title,
        count=len({question.id for quiz in quizzes for question in quiz.asked}),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        sources=[{"name": source_name(source), "link": _Safe(text.link(source.url))} for source in sources],
        version=__version__,
    )


def _cited(quiz: Quiz) -> Iterable[Source]:
    cited = {question.source for question in quiz.asked}
    return (source for source in quiz.sources if source.id in cited)


class _Safe(str):
    """A text that is HTML already."""

    __slots__ = ()

    def __html__(self) -> str:
        return self
