"""The worksheet as a PDF: the same page, set by WeasyPrint, tagged for screen readers (PDF/UA-1)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quizgen.errors import MissingExtra
from quizgen.exporters import html
from quizgen.exporters._sheet import Which
from quizgen.exporters._sheet_forms import Style
from quizgen.model import Quiz


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
    lang: str | None = None,
    templates: Path | None = None,
) -> bytes:
    """The file.

    Args:
        paper: "A4" or "letter"; None for A4.

    The other options as in `quizgen.exporters.html.export`.

    Raises:
        MissingExtra: WeasyPrint, or a library it needs, is not installed.
        ExportError, TemplateError: as for HTML.
    """
    page = html.export(
        quizzes,
        sheet=sheet,
        questions=questions,
        kinds=kinds,
        style=style,
        points=points,
        instructions=instructions,
        title=title,
        date=date,
        paper=paper or "A4",
        large_print=large_print,
        dyslexia=dyslexia,
        versions=versions,
        seed=seed,
        word_bank=word_bank,
        cite=cite,
        lang=lang,
        templates=templates,
    )
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: Pango is not there
        raise MissingExtra("A PDF", "pdf") from error
    document = weasyprint.HTML(string=page.decode("utf-8"), url_fetcher=_fetch_nothing)
    written = document.write_pdf(pdf_variant="pdf/ua-1")
    assert isinstance(written, bytes)
    return written


def _fetch_nothing(url: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(f"a sheet fetches nothing, not even {url}")
