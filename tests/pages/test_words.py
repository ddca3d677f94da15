"""The catalogues of fixed words, ours and the teacher's."""

import string
import tomllib
from pathlib import Path

import pytest

from quizgen import paths
from quizgen.errors import ExportError, TemplateError
from quizgen.exporters._sheet_words import FOLDER, words

OURS = {
    file.stem: tomllib.loads(file.read_text("utf-8")) for file in (paths.templates() / FOLDER).glob("*.toml")
}


def fields(text: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(text)) if name}


def test_there_are_six_languages() -> None:
    assert set(OURS) >= {"en", "de", "fr", "es", "it", "pt"}


@pytest.mark.parametrize("language", sorted(OURS))
def test_every_language_has_every_word(language: str) -> None:
    assert set(OURS[language]) == set(OURS["en"])


@pytest.mark.parametrize("language", sorted(OURS))
def test_every_language_fills_in_the_same(language: str) -> None:
    for key, text in OURS["en"].items():
        assert fields(OURS[language][key]) == fields(text), key


def test_a_day_is_written_as_the_language_does() -> None:
    assert words("de").day("2019-03-05") == "5. März 2019"


def test_what_is_no_day_stays_as_it_is() -> None:
    assert words("en").day("spring 2019") == "spring 2019"


def test_a_regional_language_falls_back_on_its_language() -> None:
    assert words("de-AT")["key"] == "Lösungen"


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match="choose one of de, en, es, fr, it, pt"):
        words("tlh")


@pytest.mark.parametrize("language", ["../en", "", "/etc/passwd", "words/en"])
def test_a_language_is_no_way_to_another_file(language: str) -> None:
    with pytest.raises(ExportError):
        words(language)


def own(folder: Path, name: str, text: str) -> Path:
    (folder / FOLDER).mkdir(parents=True)
    (folder / FOLDER / name).write_text(text, "utf-8")
    return folder


def test_a_teacher_changes_one_word(tmp_path: Path) -> None:
    mine = words("de", own(tmp_path, "de.toml", 'key = "Erwartungshorizont"'))
    assert (mine["key"], mine["name"]) == ("Erwartungshorizont", "Name")


def test_a_teacher_adds_a_language(tmp_path: Path) -> None:
    mine = words("gd", own(tmp_path, "gd.toml", 'name = "Ainm"'))
    assert (mine["name"], mine["key"]) == ("Ainm", "Answer key")


def test_a_damaged_catalogue_names_file_and_line(tmp_path: Path) -> None:
    folder = own(tmp_path, "de.toml", 'name = "Name"\nkey = "offen\n')
    with pytest.raises(TemplateError, match=r"de\.toml.*line 2"):
        words("de", folder)


def test_an_unknown_brace_names_the_known_ones(tmp_path: Path) -> None:
    mine = words("en", own(tmp_path, "en.toml", 'part = "Part {nr}"'))
    with pytest.raises(TemplateError, match=r"'part' may use \{number\}, \{title\}"):
        mine("part", number=1, title="x")
