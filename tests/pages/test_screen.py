"""The page in a browser: valid, accessible, silent, narrow, usable by keyboard and without scripts."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.exporters import html
from quizgen.exporters._sheet import lay_out
from quizgen.model import Quiz

from .conftest import hostile, longest, masts, node_package, question

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CASES: dict[str, Callable[[Quiz], bytes]] = {
    "open": lambda quiz: html.export([quiz]),
    "mixed versions": lambda quiz: html.export([quiz], style="mixed", versions=2),
    "student": lambda quiz: html.export([quiz], sheet="student", style="cloze"),
    "key": lambda quiz: html.export([quiz], sheet="key", style="choice", large_print=True),
    "checks itself": lambda quiz: html.export([quiz], style="mixed", self_check=True),
    "checks itself, German": lambda quiz: html.export(
        [quiz], style="mixed", self_check=True, lang="de", dyslexia=True
    ),
    "hostile": lambda _: html.export([hostile()], style="mixed"),
    "hostile checks itself": lambda _: html.export(
        [hostile()], style="mixed", self_check=True, large_print=True
    ),
    "longest": lambda _: html.export([longest()], style="mixed", self_check=True),
    "several sources": lambda quiz: html.export([quiz, masts(3)], style="choice", points=2),
}


@pytest.fixture(scope="session")
def files(quiz: Quiz, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, make in CASES.items():
        made[name] = folder / f"{name}.html"
        made[name].write_bytes(make(quiz))
    return made


def test_the_nu_html_checker_reports_nothing(files: dict[str, Path]) -> None:
    jar = node_package("vnu-jar/build/dist/vnu.jar")
    if shutil.which("java") is None:
        pytest.skip("java is not installed: apt-get install default-jre-headless")
    command = ["java", "-jar", str(jar), "--stdout", "--format", "text", *map(str, files.values())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    reports = [line for line in done.stdout.splitlines() if ".html" in line]
    assert reports == []
    assert done.returncode == 0


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 900, "height": 800})
    yield page
    page.close()


def go(tab: Page, file: Path) -> None:
    """Open a page and wait until its script, if it has one, has begun."""
    tab.goto(file.as_uri())
    if tab.locator("body.practice").count():
        tab.locator("#mark-all").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", CASES)
def test_axe_finds_nothing(tab: Page, files: dict[str, Path], name: str, scheme: str) -> None:
    axe = node_package("axe-core/axe.min.js").read_text("utf-8")
    tab.emulate_media(color_scheme=scheme)
    go(tab, files[name])
    if tab.locator("#mark-all").is_visible():
        for box in tab.locator("input[type=text]").all():
            box.fill("something else")
        tab.locator("#mark-all").click()
        tab.locator("summary").first.click()
    tab.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = tab.evaluate("tags => axe.run({ runOnly: tags })", tags)
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []


@pytest.mark.parametrize("name", CASES)
def test_no_request_leaves_and_the_console_stays_silent(tab: Page, files: dict[str, Path], name: str) -> None:
    requests: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    address = files[name].as_uri()
    go(tab, files[name])
    if tab.locator("#mark-all").is_visible():
        tab.locator("#mark-all").click()
    tab.wait_for_timeout(100)
    assert [url for url in requests if url != address and not url.startswith("data:")] == []
    assert said == []


@pytest.mark.parametrize("name", CASES)
def test_a_narrow_screen_needs_no_sideways_scroll(tab: Page, files: dict[str, Path], name: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    go(tab, files[name])
    if tab.locator("#mark-all").is_visible():
        tab.locator("#mark-all").click()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    wide = "[...document.querySelectorAll('main *')].filter(n => n.getBoundingClientRect().right > 321).map(n => n.outerHTML)"
    assert tab.evaluate(wide) == []


@pytest.mark.parametrize("width", [320, 900])
def test_what_is_pressed_is_large_enough(tab: Page, files: dict[str, Path], width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    go(tab, files["checks itself"])
    small = "n => { const r = n.getBoundingClientRect(); return [n.outerHTML, Math.round(r.width), Math.round(r.height)]; }"
    found = tab.evaluate(
        f"[...document.querySelectorAll('input,select,button,summary')].filter(n => n.checkVisibility()).map({small})"
    )
    assert len(found) > 60
    assert [one for one in found if min(one[1:]) < 24] == []


@pytest.fixture
def check(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a page that checks itself; opened again, it is the same browser with its memory."""
    context: BrowserContext = browser.new_context(viewport={"width": 900, "height": 800})

    def opened(quiz: Quiz, **options: Any) -> Page:
        file = tmp_path / "check.html"
        file.write_bytes(html.export([quiz], self_check=True, **options))
        page = context.new_page()
        go(page, file)
        return page

    yield opened
    context.close()


def verdicts(page: Page) -> list[str]:
    return page.evaluate(
        "[...document.querySelectorAll('.verdict')].map(n => n.className.replace('verdict', '').trim())"
    )


def test_a_whole_quiz_is_done_by_keyboard(check: Any) -> None:
    page = check(masts(3))
    keys = page.keyboard
    keys.press("Tab")
    keys.type("secret0 metres")
    keys.press("Enter")
    assert verdicts(page)[0] == "correct"
    keys.press("Enter")  # on to the next
    keys.type("nonsense")
    keys.press("Enter")
    assert verdicts(page)[1] == "wrong"
    assert "The mast number 1 rises" in page.locator(".verdict").nth(1).inner_text()
    keys.press("Enter")
    keys.press("Enter")  # nothing typed
    assert verdicts(page)[2] == "empty"
    keys.type("alias2 m")
    for _ in range(10):
        keys.press("Tab")
        if page.evaluate("document.activeElement.id") == "mark-all":
            break
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "score"
    assert page.locator("#score").inner_text() == "2 of 3 points"
    keys.press("Tab")
    keys.press("Tab")
    assert page.evaluate("document.activeElement.id") == "retry"
    keys.press("Enter")
    assert page.locator("section.question").filter(visible=True).count() == 1
    keys.type("secret1 metres")
    keys.press("Enter")
    assert page.locator("#score").inner_text() == "3 of 3 points. Everything is right."


def test_choices_and_matches_are_done_by_keyboard(check: Any) -> None:
    people = [
        question(i, kind="who", answer=name, accepted=(), cloze="", distractors=())
        for i, name in enumerate(["Ada", "Alan", "Grace"])
    ]
    quiz = Quiz("t", (*people, question(9, distractors=(), cloze=""), question(7, cloze="")))
    items = lay_out([quiz], style="mixed").versions[0].items
    page = check(quiz, style="mixed")
    keys = page.keyboard
    for i, item in enumerate(items):
        page.locator("section.question").nth(i).locator("input, select").first.focus()
        if item.form == "match":
            keys.type(item.letter)
        elif item.form == "choice":
            for _ in range("ABCD".index(item.letter) or 4):
                keys.press("ArrowDown")
        else:
            keys.type(item.answer)
        keys.press("Enter")
    assert {item.form for item in items} == {"match", "choice", "open"}
    assert verdicts(page) == ["correct"] * 5


def test_a_choice_made_before_the_script_has_run_stays(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "check.html"
    file.write_bytes(html.export([masts(1)], self_check=True, style="choice"))
    page = browser.new_page()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { document.querySelectorAll('input')[1].checked = true; });"
    )
    go(page, file)
    page.locator(".question .mark").first.click()
    assert page.locator("input").nth(1).is_checked()
    assert verdicts(page)[0] in ("correct", "wrong")
    page.close()


def test_the_page_resumes_where_it_was_left(check: Any) -> None:
    page = check(masts(3))
    page.locator("input").nth(0).fill("secret0 metres")
    page.locator(".mark").nth(1).click()
    page.locator("input").nth(1).fill("half an ans")
    page.close()
    page = check(masts(3))
    assert [box.input_value() for box in page.locator("input").all()] == ["secret0 metres", "half an ans", ""]
    page.locator(".question .mark").first.click()
    page.close()
    page = check(masts(3))
    assert verdicts(page)[0] == "correct"


def test_another_quiz_starts_afresh(check: Any) -> None:
    page = check(masts(3))
    page.locator("input").nth(0).fill("secret0 metres")
    page.close()
    assert check(masts(2)).locator("input").nth(0).input_value() == ""


def test_starting_again_asks_first_and_then_forgets(check: Any) -> None:
    page = check(masts(2))
    page.locator("input").nth(0).fill("secret0 metres")
    page.locator("#mark-all").click()
    page.locator("#reset").click()
    assert page.locator("#reset").inner_text() == "Really delete all answers?"
    assert verdicts(page)[0] == "correct"
    page.locator("#reset").click()
    assert verdicts(page) == ["", ""]
    page.close()
    assert check(masts(2)).locator("input").nth(0).input_value() == ""


def test_a_student_overrules_the_mark(check: Any) -> None:
    page = check(masts(1))
    page.locator("input").fill("as high as a church")
    page.locator(".question .mark").click()
    page.locator(".override").click()
    assert verdicts(page) == ["correct"]
    assert page.locator("#score").inner_text() == "1 of 1 points. Everything is right."


def test_without_scripts_all_can_be_read_and_the_answers_opened(
    browser: Browser, files: dict[str, Path], quiz: Quiz
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(files["checks itself"].as_uri())
    assert page.get_by_text("This browser runs no scripts").is_visible()
    assert page.locator("button").filter(visible=True).count() == 0
    assert page.locator("section.question").filter(visible=True).count() == len(quiz.questions)
    for section in page.locator("section.question").all():
        assert section.locator(".stem").is_visible()
        section.locator("summary").click()
        assert section.locator("blockquote").is_visible()
    page.close()


def test_without_a_place_to_remember_the_page_still_marks(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(html.export([masts(1)], self_check=True))
    page = browser.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"
    )
    go(page, tmp_path / "page.html")
    page.locator("input").fill("secret0 metres")
    page.locator(".question .mark").click()
    assert verdicts(page) == ["correct"]
    page.close()
