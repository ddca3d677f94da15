"""The sheet as a Word file."""

from __future__ import annotations

import io
import sys
from typing import Any, get_args

import pytest

from quizgen.errors import MissingExtra
from quizgen.exporters import docx
from quizgen.exporters._sheet_forms import Style
from quizgen.model import Quiz

from .conftest import HOSTILE, hostile, longest, masts


def read(content: bytes) -> Any:
    word = pytest.importorskip("docx", reason="python-docx is not installed: pip install 'quizgen[docx]'")
    return word.Document(io.BytesIO(content))


def text_of(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.mark.parametrize("style", get_args(Style))
def test_every_question_is_asked_and_answered(quiz: Quiz, style: Style) -> None:
    document = read(docx.export([quiz], style=style))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings[-1] == "Answer key"
    numbers = [p.text.partition(".")[0] for p in document.paragraphs if p.text.partition(".")[0].isdigit()]
    assert sorted(map(int, numbers)) == sorted(
        [*range(1, 22), *range(1, 22), 1]
    )  # asked, answered, one source


def test_a_students_file_holds_no_answer_anywhere() -> None:
    import zipfile

    content = docx.export([masts(5)], sheet="student")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert not any(
            b"secret" in packed.read(name) or b"alias" in packed.read(name) for name in packed.namelist()
        )


def test_a_key_holds_answer_accepted_forms_and_quote() -> None:
    text = text_of(read(docx.export([masts(2)], sheet="key")))
    for piece in ("secret1 metres", "alias1 m", "“The mast number 1 rises secret1 metres above the plain.”"):
        assert piece in text
    assert "How high" not in text


def test_a_question_is_held_together_with_its_lines_and_options() -> None:
    for style in ("open", "choice"):
        document = read(docx.export([masts(3)], sheet="student", style=style))
        asked = [i for i, p in enumerate(document.paragraphs) if "How high" in p.text]
        for first in asked:
            assert document.paragraphs[first].paragraph_format.keep_with_next
            assert document.paragraphs[first].paragraph_format.keep_together


def test_each_version_and_each_key_is_a_section_with_its_id() -> None:
    sections = read(docx.export([masts(3)], versions=2)).sections
    feet = [section.footer.paragraphs[0].text.split("\t")[0] for section in sections]
    assert [foot[-2:] for foot in feet[:4]] == ["-A", "-B", "-A", "-B"]


def test_the_table_of_versions_has_a_row_for_each_question() -> None:
    document = read(docx.export([masts(4)], versions=2))
    assert len(document.tables[-1].rows) == 5


def test_hostile_text_stays_text() -> None:
    assert HOSTILE.replace("\x1b", "").replace("\u202e", "") in text_of(
        read(docx.export([hostile()], style="mixed"))
    )


def test_the_longest_texts_can_be_written() -> None:
    assert len(read(docx.export([longest()], style="mixed", large_print=True)).paragraphs) > 20


def test_large_print_is_eighteen_point() -> None:
    assert read(docx.export([masts(1)], large_print=True)).styles["Normal"].font.size.pt == 18


def test_the_same_quiz_gives_the_same_bytes(quiz: Quiz) -> None:
    assert docx.export([quiz], versions=2, seed=1) == docx.export([quiz], versions=2, seed=1)


def test_without_python_docx_one_sentence_says_what_to_install(
    quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra, match=r"pip install 'quizgen\[docx\]'"):
        docx.export([quiz])
