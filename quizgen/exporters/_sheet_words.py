"""The fixed words of a sheet, from the catalogue files `templates/pages/words/LANGUAGE.toml`.

A teacher's own folder may hold `pages/words/LANGUAGE.toml` too: a new language, or other words for
some keys of one of ours.  What a catalogue leaves out is taken from ours, and at last from English.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from quizgen import paths
from quizgen.errors import ExportError, TemplateError

FOLDER = Path("pages") / "words"


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words: `words["name"]`, and `words("question", number=3, total=9)` to fill in."""

    language: str
    texts: Mapping[str, Any]
    file: str

    def __getitem__(self, key: str) -> str:
        try:
            return str(self.texts[key])
        except KeyError:
            raise TemplateError(
                f"{self.file}: the word '{key}' is missing; add a line  {key} = \"...\""
            ) from None

    def __call__(self, key: str, **values: object) -> str:
        try:
            return self[key].format(**values)
        except (KeyError, ValueError, IndexError) as error:
            known = ", ".join(f"{{{name}}}" for name in values)
            raise TemplateError(
                f"{self.file}: '{key}' may use {known} and nothing else in braces ({error})."
            ) from None

    def points(self, number: int) -> str:
        """ "1 point", "3 points"."""
        return self("point" if number == 1 else "points", n=number)

    def day(self, iso: str) -> str:
        """A date as the language writes it; what is no ISO 8601 date is given back as it is."""
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        months = self.texts.get("months", ())
        if len(months) != 12:
            raise TemplateError(f"{self.file}: 'months' must hold the twelve names of the months.")
        return self("day", day=day.day, month=months[day.month - 1], year=day.year)

    def all(self, *keys: str) -> dict[str, str]:
        """Several words by their keys, for the script of the page."""
        return {key: self[key] for key in keys}


def words(language: str, overrides: Path | None = None) -> Words:
    """The catalogue of a language ("de"; of "de-AT" what is not there comes from "de").

    Raises:
        ExportError: there is no catalogue of that language.
        TemplateError: a catalogue is no TOML; the message names file and line.
    """
    ours = paths.templates() / FOLDER
    folders = [ours, *([overrides / FOLDER] if overrides else [])]
    tag = language.strip()
    names = [tag.partition("-")[0].lower(), tag] if "-" in tag else [tag.lower()]
    files = [folder / f"{name}.toml" for name in dict.fromkeys(names) for folder in folders]
    found = [file for file in files if name_is_plain(file) and file.is_file()]
    if not found:
        known = sorted({file.stem for folder in folders for file in folder.glob("*.toml")})
        raise ExportError(
            f"There are no words for the language '{language}': choose one of {', '.join(known)}, "
            f"or put {FOLDER.as_posix()}/{language}.toml into your templates folder."
        )
    texts: dict[str, Any] = {}
    for file in [ours / "en.toml", *found]:
        texts.update(_read(file))
    return Words(tag, texts, str(found[-1]))


def name_is_plain(file: Path) -> bool:
    """Whether a catalogue's name is a language tag, not a way out of the folder."""
    return file.stem.replace("-", "").isalnum()


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"{file}: {error}. Mend the catalogue or restore ours.") from error
    except OSError as error:
        raise TemplateError(f"{file} can't be read: {error.strerror}.") from error
