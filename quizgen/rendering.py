"""Render a template: the user's own first, then ours."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from quizgen import paths
from quizgen.errors import TemplateError


@lru_cache(maxsize=8)
def environment(overrides: Path | None = None) -> jinja2.Environment:
    """The Jinja environment: HTML is escaped, a missing value is an error, blocks leave no blank lines.

    Args:
        overrides: a folder laid out like ours (`questions/`, `pages/`, `cards/`) whose files win.
    """
    folders = [str(folder) for folder in (overrides, paths.templates()) if folder is not None]
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=jinja2.select_autoescape(["html", "html.j2", "xml"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # a template is looked up for every question: no stat of its file each time
    )
    return made


def render(name: str, overrides: Path | None = None, /, **values: Any) -> str:
    """The text a template gives.

    Raises:
        TemplateError: the template is missing, malformed, or uses a value that is not there; the
            message names the file and, where Jinja knows it, the line.
    """
    try:
        return environment(overrides).get_template(name).render(**values)
    except jinja2.TemplateNotFound as error:
        raise TemplateError(
            f"There is no template {error.name}: restore it or remove what asks for it."
        ) from error
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            f"{error.filename or error.name or name}, line {error.lineno}: {error.message}. Mend the template."
        ) from error
    except jinja2.TemplateError as error:
        line = _line_of(error, name)
        raise TemplateError(f"{line}: {error.message}. Mend the template or restore ours.") from error


def _line_of(error: BaseException, name: str) -> str:
    """File and line of the template frame in which an error arose."""
    where = name
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get(
            "__jinja_template__"
        ) is not None or trace.tb_frame.f_code.co_filename.endswith((".j2", ".html")):
            where = f"{trace.tb_frame.f_code.co_filename}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return where
