"""A worksheet as one page of HTML: for paper, or with `self_check` to be done on the screen.

The page is `templates/pages/sheet.html` with `style.css` and, if it checks itself, the folder `marker`, `check.js` and `unpack.js`; it
asks nothing of the network and holds all it needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from quizgen.errors import ExportError
from quizgen.exporters._sheet import Item, Part, Sheet, Version, Which, lay_out, plain
from quizgen.exporters._sheet_forms import BLANK, Style
from quizgen.exporters._sheet_marker import packed
from quizgen.exporters._sheet_words import Words, words
from quizgen.model import Question, Quiz, Source
from quizgen.rendering import render

SANS = 'Calibri, Carlito, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif'
# The British Dyslexia Association's style guide: plain sans serif of 12 to 14 points, wider spacing,
# line height 1.5, no italics, no pure white.
DYSLEXIA = '"Atkinson Hyperlegible", Lexend, Verdana, "DejaVu Sans", Arial, sans-serif'
MARKS = ('"', "“", "”", "«", "»", "„")
COVERAGE = "en"  # the language that quizgen reads


def export(
    quizzes: Sequence[Quiz],
    *,
    sheet: Which = "both",
    questions: int | None = None,
    kinds: Sequence[str] = (),
    style: Style = "open",
    points: int | None = None,
    instructions: str | None = None,
    title: str | None = None,
    date: str | None = None,
    paper: str | None = None,
    large_print: bool = False,
    dyslexia: bool = False,
    versions: int = 1,
    seed: int = 0,
    word_bank: bool = True,
    cite: bool = True,
    self_check: bool = False,
    lang: str | None = None,
    templates: Path | None = None,
) -> bytes:
    """One page with all the questions, UTF-8.

    Args:
        sheet: what the student gets, what the teacher keeps, or both one behind the other; a student's
            page has no answer anywhere in its source.
        questions: at most so many, the first of the quiz.
        kinds: only questions of these kinds.
        style: how to answer: on lines, by choosing, by filling gaps, or a part of each.
        points: what every question is worth; 0 prints none; None takes the quiz's.
        instructions: in place of ours.
        date: ISO 8601, printed in the head in place of the day on which the source appeared.
        paper: "A4" or "letter"; None leaves it to the printer, as both come out well.
        large_print: 18 point.
        versions: so many shuffled versions, lettered from A, with a key each.
        seed: of the shuffling.
        word_bank: print the words that fill the gaps.
        cite: print the number of its source at each question, where there are several.
        self_check: a page that marks what is typed, in the browser; it holds the answers.
        lang: of the fixed words; None for English.
        templates: the teacher's own templates, which win over ours.

    Raises:
        ExportError: nothing to ask, or options that do not go together.
        TemplateError: a template or a catalogue of words fails; the message names file and line.
    """
    if self_check and sheet != "both":
        raise ExportError(
            f"A page that checks itself holds the answers: leave out --sheet {sheet} or --self-check."
        )
    if self_check and versions > 1:
        raise ExportError("A page that checks itself has one version: leave out --versions or --self-check.")
    size = paper_size(paper)
    laid = lay_out(
        quizzes,
        questions=questions,
        kinds=kinds,
        style=style,
        points=points,
        title=title,
        versions=versions,
        seed=seed,
        bank=word_bank,
    )
    fixed = words(lang or COVERAGE, templates)
    page = render(
        "pages/sheet.html",
        templates,
        sheet=laid,
        which=sheet,
        w=fixed,
        credit=lambda source: credit(source, fixed),
        blank=BLANK,
        theirs="" if fixed.language.split("-")[0] == COVERAGE else Markup(f' lang="{COVERAGE}"'),
        how=lambda part: how(part, fixed, screen=self_check),
        numbered=lambda item, version: numbered(item, version, fixed),
        quoted=quoted,
        page_title=page_title(laid, sheet, fixed),
        byline=byline(laid, date, fixed),
        instructions=plain(instructions) if instructions else fixed["instructions"],
        cite=cite,
        show_points=points != 0,
        self_check=self_check,
        looks=" ".join(
            name
            for name, on in (("practice", self_check), ("large", large_print), ("dyslexia", dyslexia))
            if on
        ),
        style=_style(laid, fixed, size, large_print, dyslexia, templates),
        seed=seed,
        packed=Markup(_packed(laid, fixed, templates)) if self_check else "",
    )
    return re.sub(r"\n\s*", "\n", page).encode("utf-8", "replace")


def paper_size(paper: str | None) -> str:
    """The paper as CSS names it, "" if none is wanted.

    Raises:
        ExportError: we know no such paper.
    """
    sizes = {"a4": "A4", "letter": "letter"}
    if paper and paper.lower() not in sizes:
        raise ExportError(f"There is no paper '{paper}' here: choose A4 or letter.")
    return sizes[paper.lower()] if paper else ""


def how(part: Part, fixed: Words, *, screen: bool = False) -> str:
    """The sentence that says how a part is answered, with a pen or on the screen."""
    if screen and part.form in ("choice", "truth", "match"):
        return fixed[f"{part.form}_screen"]
    if part.form == "gap" and part.bank:
        return fixed["gap_how_bank"]
    if part.form == "match" and all(option.owner for option in part.bank):
        return fixed["match_how_even"]
    return fixed[f"{part.form}_how"]


def numbered(item: Item, version: Version, fixed: Words) -> tuple[str, str]:
    """ "Question 5 of 16 (1 point)" in two halves: what stands before and behind the number."""
    spoken = fixed("question", number="\x00", total=len(version.items))
    before, _, after = spoken.partition("\x00")
    return before, after + (f" ({fixed.points(item.points)})" if item.points else "")


def page_title(laid: Sheet, sheet: Which, fixed: Words) -> str:
    """The title of the window: which sheet, which versions."""
    parts = [laid.title]
    if len(laid.versions) > 1:
        parts.append(fixed("versions", letters=", ".join(version.letter for version in laid.versions)))
    if sheet == "key":
        parts.append(fixed["key"])
    return " – ".join(parts)


def byline(laid: Sheet, date: str | None, fixed: Words) -> str:
    """Publisher and day of the only source, or the day asked for."""
    only = laid.sources[0] if len(laid.sources) == 1 else None
    day = fixed.day(date) if date else fixed.day(only.published) if only and only.published else ""
    return ", ".join(text for text in (only.publisher if only else "", day) if text)


def credit(source: Source, fixed: Words) -> str:
    """Author, publisher and day, as far as known."""
    day = fixed.day(source.published) if source.published else ""
    return ", ".join(text for text in (source.author, source.publisher, day) if text)


def quoted(question: Question) -> Markup:
    """The quote with its marks; the answer in it, where it stands there word for word, is bold."""
    quote, answer = question.evidence.quote, question.answer
    at = quote.find(answer) if answer else -1
    # Words that bring marks of their own get no second pair around them.
    lead, trail = ("", "") if quote[:1] in MARKS or quote[-1:] in MARKS else ("“", "”")
    if at < 0:
        return Markup("<bdi>{}{}{}</bdi>").format(lead, quote, trail)
    end = at + len(answer)
    return Markup("<bdi>{}{}<b>{}</b>{}{}</bdi>").format(lead, quote[:at], quote[at:end], quote[end:], trail)


def _style(
    laid: Sheet, fixed: Words, paper: str, large_print: bool, dyslexia: bool, templates: Path | None
) -> Markup:
    before, _, rest = fixed("page", page="\x00", pages="\x01").partition("\x00")
    between, _, after = rest.partition("\x01")
    many = len(laid.versions) > 1
    text = render(
        "pages/style.css",
        templates,
        paper=paper,
        small="14pt" if large_print else "9pt",
        size="18pt" if large_print else "13pt" if dyslexia else "11.5pt",
        screen_size="19px" if dyslexia else "17px",
        leading="1.5" if large_print or dyslexia else "1.38",
        pitch="12mm" if large_print else "8.5mm",
        font=DYSLEXIA if dyslexia else SANS,
        spacing="letter-spacing: .035em; word-spacing: .1em;" if dyslexia else "",
        foot=_css_string(laid.versions[0].id.partition("-")[0]),
        pages=f"{_css_string(before)} counter(page) {_css_string(between)} counter(pages) {_css_string(after)}",
        versions=laid.versions if many else (),
    )
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return Markup(_tight(re.sub(r"\s*([{};])\s*|(?<=[:,])\s+", r"\1", bare)))


def _css_string(text: str) -> str:
    return '"' + re.sub(r'["\\<>\n]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'


def _packed(laid: Sheet, fixed: Words, templates: Path | None) -> str:
    version = laid.versions[0]
    return packed(version.items, {"id": version.id, "words": fixed.all(*SCRIPT_WORDS)}, templates)


def _tight(text: str) -> str:
    return re.sub(r"\n\s*", "\n", text).lstrip()


# What the script says; the rest stands in the page.
SCRIPT_WORDS = (
    "correct", "partial", "close", "wrong", "empty", "long", "overridden", "score_line", "your_answer", "choose", "mark", "override", "all_right", "left", "reset_sure",
)  # fmt: skip
