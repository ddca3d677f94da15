"""`quizgen kinds`: what can be asked, with one example each."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen import registry
from quizgen.cli import app

if TYPE_CHECKING:
    from quizgen.notation import Pair


@app.command()
def kinds(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for scripts.")] = False,
) -> None:
    """List what can be asked, with one example each."""
    from quizgen.plaintext import plain

    found = {kind: _example(module) for kind, module in registry.extractors().items()}
    if as_json:
        examples = [
            {"kind": kind, "question": pair.prompt if pair else "", "answer": pair.answer if pair else ""}
            for kind, pair in found.items()
        ]
        typer.echo(json.dumps(examples, ensure_ascii=False, indent=1))
        return
    width = max(map(len, found), default=0)
    for kind, pair in found.items():
        example = f"{plain(pair.prompt)} — {plain(pair.answer)}" if pair else ""
        typer.echo(f"{kind:<{width}}  {example}".rstrip())


def _example(module: str) -> Pair | None:
    """The first question of the examples beside an extractor, which is not loaded for it."""
    from quizgen.notation import read_examples

    spec = find_spec(module)
    beside = Path(spec.origin).with_suffix(".md") if spec and spec.origin else None
    if beside is None or not beside.is_file():
        return None
    examples = read_examples(beside.read_text("utf-8"), beside.name)
    return next((pair for example in examples if not example.gap for pair in example.questions), None)
