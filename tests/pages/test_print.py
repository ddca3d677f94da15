"""The sheet on paper: printed by Debian's chromium and by WeasyPrint, A4 and Letter."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.exporters import html
from quizgen.model import Quiz

from .conftest import hostile, longest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAPERS = ["A4", "Letter"]
WHOLE = ".question, .options li, .bank li, .key-item, .sources li, tr"
HEADINGS = "h1, h2, h3, h4, .how, .bank"

# Tiny text at both ends of each piece; where it comes out tells on which page the piece begins and ends.
MARK = """(whole) => {
  let count = 0;
  const put = (node, where, name) => {
    const mark = document.createElement("span");
    mark.textContent = `[${name}]`;
    mark.style.cssText = "position:absolute;font-size:2px;font-weight:400;line-height:1;left:0;white-space:nowrap;letter-spacing:0;text-indent:0;direction:ltr;" + where;
    node.append(mark);
  };
  for (const node of document.querySelectorAll(whole)) {
    if (!node.getClientRects().length) continue;
    if (getComputedStyle(node).position === "static") node.style.position = "relative";
    put(node, "top:0", `${count}a`);
    put(node, "bottom:0", `${count}z`);
    count += 1;
  }
  return count;
}"""
# What stands behind a heading: the first piece of text after it.
FOLLOW = """(headings) => {
  const names = [];
  for (const node of document.querySelectorAll(headings)) {
    if (!node.getClientRects().length || getComputedStyle(node).position === "absolute") continue;
    if (node.classList.contains("vh")) continue;
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    walker.currentNode = node.lastChild;
    let text = walker.nextNode();
    while (text && (node.contains(text) || !text.data.trim() || !text.parentElement.getClientRects().length
      || text.parentElement.closest(".vh, noscript"))) text = walker.nextNode();
    if (!text) continue;
    const put = (parent, before, name) => {
      const mark = document.createElement("span");
      mark.textContent = `[${name}]`;
      mark.style.cssText = "font-size:2px;line-height:1;letter-spacing:0;unicode-bidi:isolate;direction:ltr";
      parent.insertBefore(mark, before);
    };
    put(node, null, `${names.length}h`);
    put(text.parentElement, text, `${names.length}f`);
    names.push(node.textContent);
  }
  return names;
}"""


@pytest.fixture
def printed(browser: Browser, tmp_path: Path) -> Callable[..., tuple[list[str], Any]]:
    """Print a page; gives the text of every sheet of paper, and what the script in it returned."""

    def of(page: bytes, paper: str, script: str = "", argument: str = "") -> tuple[list[str], Any]:
        pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: pip install pypdf")
        file = tmp_path / "sheet.html"
        file.write_bytes(page)
        tab = browser.new_page()
        tab.goto(file.as_uri())
        tab.emulate_media(media="print")
        found = tab.evaluate(script, argument) if script else None
        pdf = tab.pdf(format=paper)
        tab.close()
        return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages], found

    return of


def pages_of(sheets: list[str]) -> dict[str, int]:
    return {
        name: number for number, text in enumerate(sheets) for name in re.findall(r"\[(\d+[azhf])\]", text)
    }


def cases(many: Callable[[int], Quiz]) -> dict[str, bytes]:
    return {
        "open": html.export([many(21)]),
        "mixed in large print": html.export([many(60)], style="mixed", large_print=True),
        "choices for dyslexics": html.export([many(60)], style="choice", dyslexia=True),
        "three versions": html.export([many(30)], style="mixed", versions=3, seed=42),
        "longest": html.export([longest()], style="choice"),
        "longest in large print": html.export([longest()], style="open", large_print=True),
        "hostile": html.export([hostile()], style="mixed", lang="de"),
        "checks itself": html.export([many(21)], style="mixed", self_check=True),
        "key": html.export([many(30)], sheet="key"),
    }


CASES = [
    "open",
    "mixed in large print",
    "choices for dyslexics",
    "three versions",
    "longest",
    "longest in large print",
    "hostile",
    "checks itself",
    "key",
]


@pytest.fixture(scope="session")
def case(many: Callable[[int], Quiz]) -> Callable[[str], bytes]:
    made = cases(many)
    return made.__getitem__


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", CASES)
def test_no_question_option_or_answer_is_torn_by_the_end_of_a_page(
    printed: Any, case: Any, name: str, paper: str
) -> None:
    sheets, count = printed(case(name), paper, MARK, WHOLE)
    where = pages_of(sheets)
    assert count > 0
    assert [i for i in range(count) if where[f"{i}a"] != where[f"{i}z"]] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", CASES)
def test_no_heading_is_left_alone_at_the_foot(printed: Any, case: Any, name: str, paper: str) -> None:
    sheets, names = printed(case(name), paper, FOLLOW, HEADINGS)
    where = pages_of(sheets)
    assert names
    assert [text for i, text in enumerate(names) if where[f"{i}h"] != where[f"{i}f"]] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["open", "three versions", "checks itself"])
def test_every_key_starts_a_page(printed: Any, case: Any, name: str, paper: str) -> None:
    sheets, _ = printed(case(name), paper)
    page = case(name).decode()
    starts = [text for text in sheets if re.match(r"(\s|Q\w{4}(-\w)?|Page \d+ of \d+)*Answer key", text)]
    assert len(starts) == page.count("data-answer-key")


def test_every_page_of_a_version_bears_its_id(printed: Any, case: Any) -> None:
    sheets, _ = printed(case("three versions"), "A4")
    ids = re.findall(r'"mark">.*\n?<span>(Q\w{4}-[ABC])<', case("three versions").decode())
    assert len(ids) == 3
    bare = [text for text in sheets if not any(name in text for name in ids)]
    assert all("The same question in each version" in text or "Question" in text for text in bare)
    assert len(bare) <= 2  # the table of all versions


def test_every_page_bears_its_number(printed: Any, case: Any) -> None:
    sheets, _ = printed(case("open"), "A4")
    for number, text in enumerate(sheets, 1):
        assert f"Page {number} of {len(sheets)}" in text


@pytest.mark.parametrize("name", CASES)
def test_nothing_needs_colour(browser: Browser, case: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / "sheet.html").write_bytes(case(name))
    tab = browser.new_page(color_scheme="dark")
    tab.goto((tmp_path / "sheet.html").as_uri())
    tab.emulate_media(media="print")
    inks = tab.evaluate(
        """() => [...new Set([...document.querySelectorAll("main *")].filter(n => n.getClientRects().length)
        .flatMap(n => { const s = getComputedStyle(n); return [s.color, "on " + s.backgroundColor]; }))]"""
    )
    tab.close()
    assert set(inks) <= {"rgb(0, 0, 0)", "rgb(51, 51, 51)", "on rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_runs_off_the_paper(browser: Browser, case: Any, tmp_path: Path, paper: str) -> None:
    """The page less its margins is 174 mm wide on A4 and 180 mm on Letter: so many pixels of 1/96 inch."""
    (tmp_path / "sheet.html").write_bytes(case("hostile"))
    tab = browser.new_page(viewport={"width": 680 if paper == "Letter" else 657, "height": 900})
    tab.goto((tmp_path / "sheet.html").as_uri())
    tab.emulate_media(media="print")
    assert tab.evaluate("document.documentElement.scrollWidth") <= tab.viewport_size["width"]
    tab.close()
