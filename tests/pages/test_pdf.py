"""The sheet as WeasyPrint sets it, without a browser."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from quizgen.errors import ExportError, MissingExtra
from quizgen.exporters import docx, html, pdf
from quizgen.model import Quiz

from .conftest import hostile, longest, masts

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="session")
def weasyprint() -> Any:
    return pytest.importorskip(
        "weasyprint", reason="weasyprint is not installed: pip install 'quizgen[pdf]'", exc_type=OSError
    )


def torn(page: Any) -> set[str]:
    """The elements on one sheet of paper that must not go on on the next; a table's head may come again."""
    whole = {"question", "key-item"}
    return {
        id(box.element)
        for box in page._page_box.descendants()
        if getattr(box, "element", None) is not None
        and (whole & set((box.element.get("class") or "").split()) or box.element_tag in ("li", "td"))
    }


CASES: dict[str, Callable[[Quiz], bytes]] = {
    "open": lambda quiz: html.export([quiz]),
    "mixed in large print": lambda quiz: html.export([quiz], style="mixed", large_print=True),
    "versions": lambda quiz: html.export([quiz], style="mixed", versions=2, dyslexia=True),
    "longest": lambda _: html.export([longest()], style="choice"),
    "hostile": lambda _: html.export([hostile()], style="mixed"),
}


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("name", CASES)
def test_no_question_option_or_answer_is_torn_by_the_end_of_a_page(
    weasyprint: Any, quiz: Quiz, name: str, paper: str
) -> None:
    size = weasyprint.CSS(string=f"@page {{ size: {paper} }}")
    document = weasyprint.HTML(string=CASES[name](quiz).decode()).render(stylesheets=[size])
    sheets = [torn(page) for page in document.pages]
    assert len(sheets) > 1
    assert [both for one, two in pairwise(sheets) for both in one & two] == []


@pytest.fixture(scope="session")
def read(weasyprint: Any) -> Callable[[bytes], Any]:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: pip install pypdf")
    return lambda content: pypdf.PdfReader(io.BytesIO(content))


def test_a_pdf_is_tagged_and_says_its_language_and_title(read: Any, quiz: Quiz) -> None:
    document = read(pdf.export([quiz], lang="de"))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert document.metadata.title == quiz.title
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


@pytest.mark.parametrize(("paper", "size"), [(None, (595, 842)), ("A4", (595, 842)), ("Letter", (612, 792))])
def test_a_pdf_has_the_size_of_its_paper(read: Any, paper: str | None, size: tuple[int, int]) -> None:
    box = read(pdf.export([masts(2)], paper=paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_students_pdf_holds_no_answer(read: Any) -> None:
    text = "".join(page.extract_text() for page in read(pdf.export([masts(4)], sheet="student")).pages)
    assert "mast number 3" in text
    assert "secret" not in text


def test_the_key_starts_a_page(read: Any) -> None:
    last = read(pdf.export([masts(4)])).pages[-1].extract_text()
    assert last.index("Answer key") < last.index("secret0 metres")
    assert "How high" not in last


def test_the_same_quiz_gives_the_same_bytes(weasyprint: Any, quiz: Quiz) -> None:
    assert pdf.export([quiz]) == pdf.export([quiz])


@pytest.mark.parametrize("exporter", [html, pdf, docx])
def test_an_unknown_paper_is_said(quiz: Quiz, exporter: Any) -> None:
    with pytest.raises(ExportError, match="choose A4 or letter"):
        exporter.export([quiz], paper="A5")


def test_without_weasyprint_one_sentence_says_what_to_install(
    quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingExtra, match=r"pip install 'quizgen\[pdf\]'"):
        pdf.export([quiz])


def test_no_text_ends_in_a_space(quiz: Quiz) -> None:
    """Behind which WeasyPrint breaks a line too early ("From / where was ...")."""
    assert (
        re.findall(r"\s</(?:p|legend|h\d|bdi|td)>", html.export([quiz], style="mixed", versions=2).decode())
        == []
    )
