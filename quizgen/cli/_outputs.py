"""Where a command writes: the suffix of the output chooses the exporter."""

from __future__ import annotations

import inspect
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import typer

from quizgen import paths, registry
from quizgen.errors import ExportError
from quizgen.model import Quiz

STDOUT = "-"
QUIZ = "quiz.json"


def suffix(path: Path) -> str:
    """The suffix that says what to write, in lower case and without its dot: "html", "quiz.json"."""
    name = path.name.lower()
    return QUIZ if name.endswith(QUIZ) else Path(name).suffix.lstrip(".")


def is_folder(output: str) -> bool:
    """Whether an output names a folder: it ends in a slash, is one, or has no suffix."""
    return output.endswith(("/", "\\")) or Path(output).is_dir() or not Path(output).suffix


def check_suffix(wanted: str, where: object) -> None:
    """Raise unless some exporter writes files of this suffix.

    Raises:
        ExportError: none does; the message names those that are known, the likeliest first.
    """
    known = list(registry.exporters())
    if wanted in known or wanted == QUIZ:
        return
    raise ExportError(f"{where} has a suffix that can't be written{meant(wanted, [*known, QUIZ], '.')}")


def meant(word: str, known: Iterable[str], prefix: str = "") -> str:
    """The end of a sentence about an unknown word: the likeliest known one, or all of them."""
    from rapidfuzz import fuzz, process

    choices = list(known)
    near = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=50)
    if near:
        return f": did you mean {prefix}{near[0]}?"
    return f": known are {', '.join(prefix + choice for choice in choices)}."


def options_of(wanted: str) -> set[str]:
    """The names of the options that the exporter of this suffix takes."""
    signature = inspect.signature(_exporter(wanted).export)
    return {name for name, option in signature.parameters.items() if option.kind is option.KEYWORD_ONLY}


def encode(
    quizzes: Sequence[Quiz], wanted: str, options: Mapping[str, object], over: Path | None = None
) -> bytes:
    """The file of this suffix, as bytes.

    Args:
        over: the file that will be written; an exporter that wants to know gets what stands in it now.
    """
    if over is not None and "previous" in options_of(wanted) and over.is_file():
        options = {**options, "previous": _read(over), "now": int(time.time())}
    content = _exporter(wanted).export(quizzes, **options)
    assert isinstance(content, bytes), f"the exporter of .{wanted} gave no bytes"
    return content


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExportError(f"{path} can't be read ({error.strerror}): mend its permissions.") from error


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        ExportError: the place can't be written.
    """
    try:
        paths.write_whole(path, content)
    except OSError as error:
        raise ExportError(
            f"{path} can't be written ({error.strerror}): choose another place or mend its permissions."
        ) from error


def print_bytes(content: bytes, wanted: str) -> None:
    """Write a file to standard output.

    Raises:
        ExportError: it is no text and standard output is a terminal.
    """
    if sys.stdout.isatty():
        try:
            content.decode()
        except UnicodeDecodeError as error:
            raise ExportError(f"A .{wanted} file is no text to show: give -o a file's name.") from error
    typer.echo(content, nl=False)


def _exporter(wanted: str) -> ModuleType:
    module = registry.exporters()[wanted]
    try:
        loaded = registry.load(module)
    except ImportError as error:
        raise ExportError(f"The exporter of .{wanted} ({module}) can't be loaded: {error}.") from error
    if not callable(getattr(loaded, "export", None)):
        raise ExportError(f"The exporter of .{wanted} ({module}) has no function export: mend that package.")
    return loaded
