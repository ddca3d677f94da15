"""Settings: `quizgen.toml` holds what a user would otherwise give as options each time.

A key at the top of the file holds for every command that has such an option, a key in the table of a
command (`[build]`) for that command alone.  What options there are is told by the command line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.errors import SettingsError

FILE = "quizgen.toml"


@dataclass(frozen=True, slots=True)
class Setting:
    """The value of one option, and the place it stands at, for messages."""

    value: object
    where: str


@dataclass(frozen=True, slots=True)
class Settings:
    """For each command, the options that are set."""

    commands: Mapping[str, Mapping[str, Setting]] = field(default_factory=dict)


def load(files: Sequence[Path], known: Mapping[str, Iterable[str]]) -> Settings:
    """The settings in those of the files that exist.

    Args:
        files: of two that set the same key the first one wins.
        known: the options of each command, as they are written without the leading dashes.

    Raises:
        SettingsError: a file can't be read, or holds a key that is no option.
    """
    options = {command: frozenset(names) for command, names in known.items()}
    commands: dict[str, dict[str, Setting]] = {command: {} for command in options}
    for path in reversed(files):
        for command, settings in _read(path, options).items():
            commands[command].update(settings)
    return Settings(commands)


def _read(path: Path, known: Mapping[str, frozenset[str]]) -> dict[str, dict[str, Setting]]:
    """What one file sets for each command."""
    general: dict[str, Setting] = {}
    special: dict[str, dict[str, Setting]] = {}
    everything = frozenset[str]().union(*known.values())
    for key, value in _table(path).items():
        if isinstance(value, dict):
            if key not in known:
                raise SettingsError(f"{path}: there is no command [{key}]{_meant(key, known, '[]')}")
            special[key] = {
                name: Setting(setting, f'{path}, "{name}" in [{key}]')
                for name, setting in _named(value, known[key], f"{path}: [{key}]")
            }
        else:
            general |= {
                name: Setting(setting, f'{path}, "{name}"')
                for name, setting in _named({key: value}, everything, f"{path}:")
            }
    return {
        command: {name: setting for name, setting in general.items() if name in names}
        | special.get(command, {})
        for command, names in known.items()
    }


def _table(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise SettingsError(
            f"{path} can't be read ({error.strerror}): mend its permissions or remove it."
        ) from error
    except (ValueError, RecursionError) as error:  # no TOML, or no UTF-8
        reason = f": {error}" if isinstance(error, tomllib.TOMLDecodeError) else ""
        raise SettingsError(
            f"{path} is no TOML file{reason}. Mend it, or remove it to do without settings."
        ) from error


def _named(table: Mapping[str, object], known: frozenset[str], where: str) -> Iterable[tuple[str, object]]:
    """The pairs of a table, each under the name of its option; words may be joined by - or _."""
    for key, value in table.items():
        name = key.replace("_", "-")
        if name not in known:
            raise SettingsError(f'{where} has no setting "{key}"{_meant(name, known, "")}')
        yield name, value


def _meant(word: str, known: Iterable[str], brackets: str) -> str:
    """The end of a sentence about an unknown word."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=50)
    opening, closing = brackets[:1], brackets[1:]
    return (
        f": did you mean {opening}{near[0]}{closing}?"
        if near
        else ": remove it; docs/settings.md lists them all."
    )
