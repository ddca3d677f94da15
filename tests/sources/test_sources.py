"""Sources are files, folders and patterns; one that fails does not cost the others their articles."""

from __future__ import annotations

import io
import os
from datetime import date
from pathlib import Path

import pytest

from quizgen.errors import SourceError
from quizgen.model import Article
from quizgen.sources import read, read_all
from quizgen.sources.formats import BY_SUFFIX

PROSE = "Bridge opens to traffic\nThe bridge opened on Monday. It is 40 metres high.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(PROSE)
    return tmp_path


def test_a_folder_is_read_in_the_order_of_its_names(folder: Path) -> None:
    assert [article.name for article in read(folder)] == ["a.txt", "b.txt"]


def test_a_quiz_that_was_exported_into_a_folder_is_no_coverage(folder: Path) -> None:
    (folder / "quiz.md").write_text("> The bridge is red.\n\nQ: What is red?\nA: the bridge\n")
    (folder / "story.md").write_text(PROSE)
    assert [article.name for article in read(folder)] == ["a.txt", "b.txt", "story.md"]


def test_a_source_without_a_name_is_not_the_working_folder() -> None:
    with pytest.raises(SourceError, match="has no name"):
        list(read(""))


def test_a_pattern_names_the_files_it_matches(folder: Path) -> None:
    assert [article.name for article in read(str(folder / "a*.txt"))] == ["a.txt"]


def test_a_failure_stands_in_its_place_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "aa.txt").write_bytes(b"")
    kinds = [type(found) for found in read_all([folder, folder / "missing.txt"])]
    assert kinds == [Article, SourceError, Article, SourceError]


@pytest.mark.parametrize(
    ("name", "says"),
    [("missing.txt", "does not exist"), ("*.pdf", "matches no file"), ("x\0.txt", "can't be read|not exist")],
)
def test_a_source_that_is_not_there_is_told(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        list(read(str(tmp_path / name)))


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds nothing to read"):
        list(read(tmp_path))


def test_an_unknown_suffix_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text(PROSE)
    with pytest.raises(SourceError, match="can't be read"):
        list(read(tmp_path / "a.xyz"))


def test_the_slug_is_the_stem_and_two_of_a_name_differ(tmp_path: Path) -> None:
    for part in ("x", "y"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "Moon landing.txt").write_text(PROSE)
    slugs = [
        found.source for found in read_all([tmp_path / "x", tmp_path / "y"]) if isinstance(found, Article)
    ]
    assert slugs[0] == "Moon-landing"
    assert len(set(slugs)) == 2


def test_changed_is_the_time_of_the_file_in_utc(folder: Path) -> None:
    os.utime(folder / "a.txt", (0, 86_400))
    assert next(read(folder / "a.txt")).changed == "1970-01-02T00:00:00Z"


def test_what_the_user_tells_wins(folder: Path) -> None:
    article = next(
        read(
            folder / "a.txt", title="T", date=date(2020, 1, 2), publisher="P", author="A", url="https://e.org"
        )
    )
    assert (article.title, article.published, article.publisher, article.author, article.url) == (
        "T",
        date(2020, 1, 2),
        "P",
        "A",
        "https://e.org",
    )


def test_the_documentation_lists_every_suffix_that_is_read() -> None:
    told = (Path(__file__).parents[2] / "docs" / "coverage.md").read_text("utf-8")
    assert [suffix for suffix in BY_SUFFIX if f"`{suffix}`" not in told] == []


@pytest.mark.parametrize(
    "name", ["README.md", "LICENSES.md", ".hidden.txt", "a.quiz.md", "index.jsonl", "feed.xml"]
)
def test_what_stands_beside_coverage_in_a_folder_is_left_out(folder: Path, name: str) -> None:
    (folder / name).write_text(PROSE)
    assert [article.name for article in read(folder)] == ["a.txt", "b.txt"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PROSE.encode("utf-16"))))
    assert next(read("-")).title == "Bridge opens to traffic"
