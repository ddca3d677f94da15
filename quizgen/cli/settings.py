"""`quizgen settings`: what can be set in quizgen.toml, and what is."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from quizgen.cli import _settings, app

HEAD = """\
# Settings

What you would otherwise give as an option each time can stand in a file `quizgen.toml`, in the folder
where you run quizgen or in your configuration folder (`quizgen settings` says where that is). An option
on the command line wins over a setting, and the folder's file over yours, key by key.

A key at the top of the file holds for each command that has such an option; a key in the table of a
command holds for that command alone. Names are those of the options without the leading dashes. An
option that may be repeated takes a list, a switch `true` or `false`. A relative path counts from the
folder where you run quizgen. An unknown key or a wrong value is told, and nothing is done.

```toml
templates = "my-templates"

[build]
questions = 20
also = ["md"]

[export]
deck = "Biology 9::Week 03"
```
"""
"""How the documentation of the settings begins; a table for each command follows."""


@app.command()
def settings(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help="Document every key, as Markdown.")] = False,
) -> None:
    """Say what is set in quizgen.toml, and where that file may lie."""
    root: Any = ctx.find_root().command
    if every:
        typer.echo(document(root), nl=False)
        return
    for path in _settings.files():
        typer.echo(f"{path}{'' if path.exists() else ' (not there)'}")
    for command, values in _settings.read(root.commands).commands.items():
        for name, setting in values.items():
            typer.echo(f"[{command}] {name} = {json.dumps(setting.value, default=str)}")


def document(command: Any) -> str:
    """Every key of every command, as Markdown."""
    parts = [HEAD]
    for name, each in command.commands.items():
        options = _settings.names(each)
        if options:
            rows = [
                f"| `{key}` | {_kind(option)} | {_cell(option.help or '')} |"
                for key, option in options.items()
            ]
            parts.append(
                "\n".join([f"## [{name}]\n", "| key | value | meaning |", "| --- | --- | --- |", *rows])
                + "\n"
            )
    return "\n".join(parts)


def _kind(option: Any) -> str:
    if option.is_flag:
        return "true or false"
    return "list" if option.multiple else "one"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
