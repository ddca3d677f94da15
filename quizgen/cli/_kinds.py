"""Kinds of questions as options name them."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from quizgen import registry
from quizgen.cli._outputs import meant


def complete() -> list[str]:
    """What the shell offers."""
    return list(registry.extractors())


def chosen(given: Iterable[str]) -> tuple[str, ...]:
    """Kinds given one by one or with commas between them.

    Raises:
        typer.BadParameter: there is no such kind.
    """
    kinds = tuple(kind.strip() for text in given for kind in text.split(",") if kind.strip())
    known = registry.extractors()
    for kind in kinds:
        if kind not in known:
            raise typer.BadParameter(f"There is no kind {kind}{meant(kind, known)}")
    return kinds
