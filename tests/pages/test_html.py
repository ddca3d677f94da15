"""The page as a file: what it holds and, for the student, what it does not."""

import inspect
import os
import subprocess
import sys
import time
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest

from quizgen.errors import ExportError, TemplateError
from quizgen.exporters._sheet_forms import Style
from quizgen.exporters.html import export
from quizgen.model import Evidence, Quiz, Source

from .conftest import masts, question

STYLES = get_args(Style)


class Reader(HTMLParser):
    """The text of a page, its tags, and its addresses."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("src", "href", "action", "srcset", "data")
        ]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] not in (["style"], ["script"]):
            self.text += data


@pytest.mark.parametrize("versions", [1, 3])
def test_a_students_sheet_holds_no_answer_anywhere_in_its_source(versions: int) -> None:
    page = export([masts(12)], sheet="student", versions=versions).decode()
    assert "How high is mast number 3?" in page
    assert "secret" not in page
    assert "alias" not in page


@pytest.mark.parametrize("style", STYLES)
def test_a_students_sheet_holds_no_accepted_form_in_any_style(style: Style) -> None:
    assert "alias" not in export([masts(40)], sheet="student", style=style).decode()


def test_a_students_choices_do_not_tell_the_right_one() -> None:
    one = Quiz("t", (question(1),))
    page = export([one], sheet="student", style="choice").decode()
    line = next(line for line in page.splitlines() if "secret1" in line)
    other = next(line for line in page.splitlines() if "wrong1a" in line)
    assert line.replace("secret1", "wrong1a") == other


@pytest.mark.parametrize("sheet", ["key", "both"])
def test_a_key_holds_answer_accepted_forms_and_quote(sheet: str) -> None:
    text = Reader(export([masts(2)], sheet=sheet)).text
    for piece in ("secret1 metres", "alias1 m", "“The mast number 1 rises secret1 metres above the plain.”"):
        assert piece in text


def test_a_key_alone_asks_nothing() -> None:
    assert "How high" not in export([masts(2)], sheet="key").decode()


def test_every_version_has_its_key_and_there_is_one_table() -> None:
    page = export([masts(4)], versions=3).decode()
    assert page.count("data-answer-key") == 3
    assert page.count("<table>") == 1


def test_hostile_text_stays_text() -> None:
    nasty = "<script>alert(1)</script>{{ 7*7 }}{% x %}</style>&amp;\x1b[31m=cmd|'\u202eevil"
    quiz = Quiz(nasty, (question(1, prompt=nasty, answer=nasty, accepted=(nasty,), evidence=Evidence(nasty)),),
                (Source("masts", nasty, url=nasty, publisher=nasty, author=nasty, published=nasty),))  # fmt: skip
    shown = nasty.replace("\x1b", "").replace("\u202e", "")
    for self_check in (False, True):
        page = Reader(export([quiz], title=nasty, instructions=nasty, self_check=self_check))
        assert page.tags.count("script") == self_check
        assert page.text.count(shown) >= 8


def test_a_page_names_no_address_to_fetch() -> None:
    for self_check in (False, True):
        assert Reader(export([masts(3)], self_check=self_check)).addresses == ["data:,"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("self_check", [False, True])
def test_thirty_questions_stay_under_100_kB(
    many: Callable[[int], Quiz], style: Style, self_check: bool
) -> None:
    assert len(export([many(30)], style=style, self_check=self_check)) < 100_000


def test_a_thousand_questions_are_written_in_a_second(many: Callable[[int], Quiz]) -> None:
    quiz = many(1000)
    export([many(1)])  # templates are read once
    times = []
    for _ in range(3):
        start = time.process_time()
        export([quiz], style="mixed")
        times.append(time.process_time() - start)
    assert min(times) < 1


@pytest.mark.parametrize("style", STYLES)
def test_the_same_quiz_gives_the_same_bytes(quiz: Quiz, style: Style) -> None:
    assert export([quiz], style=style, versions=2, seed=7) == export([quiz], style=style, versions=2, seed=7)


@pytest.mark.parametrize(("paper", "size"), [(None, ""), ("a4", "size:A4"), ("Letter", "size:letter")])
def test_a_paper_is_fixed_only_if_asked_for(paper: str | None, size: str) -> None:
    page = export([masts(1)], paper=paper).decode()
    assert size in page
    assert page.count("size:A4") + page.count("size:letter") == bool(size)


def test_keys_of_versions_bear_the_seed() -> None:
    assert Reader(export([masts(2)], versions=2, seed=42)).text.count("Seed 42") == 2


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx"])
def test_every_option_can_be_given_on_the_command_line(suffix: str) -> None:
    from quizgen.cli import _outputs
    from quizgen.cli.export import export as command

    assert _outputs.options_of(suffix) <= set(inspect.signature(command).parameters)


def test_instructions_title_and_date_are_printed_as_given() -> None:
    text = Reader(export([masts(1)], title="My test", instructions="Use ink.", date="2026-11-22")).text
    for piece in ("My test", "Use ink.", "22 November 2026"):
        assert piece in text


def test_points_of_nothing_are_not_printed() -> None:
    text = Reader(export([masts(1)], points=0)).text
    assert "point" not in text
    assert "/ " not in text


def test_the_page_says_its_language_and_that_of_the_coverage() -> None:
    page = export([masts(1)], lang="de").decode()
    assert '<html lang="de" dir="ltr">' in page
    assert '<bdi lang="en">' in page


def test_sources_are_cited_by_number_where_there_are_several(quiz: Quiz) -> None:
    text = Reader(export([masts(1), quiz])).text
    assert "Source 1" in text
    assert "Source 2" in text


def test_citing_can_be_left_out(quiz: Quiz) -> None:
    assert "Source 1" not in Reader(export([masts(1), quiz], cite=False)).text


@pytest.mark.parametrize("wanted", [{"sheet": "student"}, {"sheet": "key"}, {"versions": 2}])
def test_a_page_that_checks_itself_refuses_what_does_not_go_with_it(wanted: dict[str, str]) -> None:
    with pytest.raises(ExportError, match="checks itself"):
        export([masts(1)], self_check=True, **wanted)


def test_a_teachers_own_template_wins(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "style.css").write_text("body { color: teal }", "utf-8")
    assert "color:teal" in export([masts(1)], templates=tmp_path).decode()


def test_a_template_that_fails_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "sheet.html").write_text("<!doctype html>\n{{ nonsense }}\n", "utf-8")
    with pytest.raises(TemplateError, match=r"sheet\.html, line 2"):
        export([masts(1)], templates=tmp_path)


@pytest.mark.parametrize("quote", ['"Go," she said.', 'She said: "Go."', "“Go,” she said."])
def test_a_quote_with_its_own_marks_gets_no_second_pair(quote: str) -> None:
    text = Reader(export([Quiz("t", (question(1, evidence=Evidence(quote)),))], sheet="key")).text
    assert quote in text
    assert f"“{quote}" not in text


def test_the_same_quiz_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    quiz = Path(__file__).parent / "data" / "crew_dragon.quiz.json"
    pages = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.html"
        command = [sys.executable, "-m", "quizgen", "export", str(quiz), "-o", str(file), "--self-check"]
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        pages.append(file.read_bytes())
    assert pages[0] == pages[1]
