"""Hostile text is shown as what it says."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.plaintext import plain
from quizgen.terminal.views import Line


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone", "gone"),
        ("\x1bPq#0~\x1b\\sixel", "sixel"),
        ("\u202eevil\u202c", "evil"),
        ("a\u200bb\u200db\ufeff", "abb"),
        ("two\r\nlines\tand\x0bmore", "two lines and more"),
        ("a\u2028b\u2029c", "a b c"),
        ("\x00nul\x7f", "nul"),
        ("[red]markup[/red] :smile:", "[red]markup[/red] :smile:"),
        ("<script>alert(1)</script> {{c1::x}} =cmd", "<script>alert(1)</script> {{c1::x}} =cmd"),
        ("Zoë 東京 🚀", "Zoë 東京 🚀"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 3),
        ("\x1b", ""),
        ("\x1b]unfinished", "unfinished"),
    ],
)
def test_it_is_shown_as_what_it_says(hostile: str, shown: str) -> None:
    assert plain(hostile) == shown


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in plain(text))


@given(st.text())
def test_a_line_is_plain_whatever_it_was_made_from(text: str) -> None:
    assert Line("quote", text).text == plain(text) == plain(plain(text))
