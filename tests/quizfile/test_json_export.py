"""A .json export is the quiz file."""

import pytest

from quizgen import quizfile
from quizgen.errors import ExportError
from quizgen.exporters import json
from quizgen.model import Quiz


def test_it_reads_back_as_the_quiz() -> None:
    assert quizfile.loads(json.export([Quiz("T", ())]).decode()) == Quiz("T", ())


def test_it_can_have_another_title() -> None:
    assert quizfile.loads(json.export([Quiz("T", ())], title="U").decode()).title == "U"


def test_several_quizzes_are_refused() -> None:
    with pytest.raises(ExportError, match="one quiz, not 2"):
        json.export([Quiz("T", ()), Quiz("U", ())])
