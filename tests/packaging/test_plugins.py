"""Another package's extractors and exporters come in by the same door as ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXPORTER = """
def export(quizzes, *, loud: bool = False) -> bytes:
    return "\\n".join(q.prompt for quiz in quizzes for q in quiz.asked).encode()
"""
EXTRACTOR = """
def extract(sentence):
    return ()
"""
EXAMPLES = """\
> The paint is green.

Q: Which colour is the paint?
A: green
"""
POINTS = """\
[quizgen.exporters]
plain = quizgen_plain.exporter
broken = quizgen_plain.nowhere

[quizgen.extractors]
which_colour = quizgen_plain.which_colour
"""


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """A folder with an installed distribution that adds an exporter and an extractor."""
    package, info = tmp_path / "quizgen_plain", tmp_path / "quizgen_plain-1.0.dist-info"
    package.mkdir()
    info.mkdir()
    (package / "__init__.py").touch()
    (package / "exporter.py").write_text(EXPORTER)
    (package / "which_colour.py").write_text(EXTRACTOR)
    (package / "which_colour.md").write_text(EXAMPLES)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: quizgen-plain\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(POINTS)
    return tmp_path


def quizgen(plugin: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    here = {**os.environ, "PYTHONPATH": os.pathsep.join([str(plugin), str(Path.cwd())])}
    command = [sys.executable, "-m", "quizgen", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=here, check=False)


@pytest.fixture
def quiz(tmp_path: Path) -> str:
    file = tmp_path / "a.quiz.json"
    file.write_text(
        '{"schema": "quizgen-quiz/1", "title": "T", "questions": [{"prompt": "Who?", "answer": "Ada"}]}'
    )
    return str(file)


def test_its_suffix_can_be_written(plugin: Path, quiz: str) -> None:
    assert quizgen(plugin, "export", quiz, "-o", str(plugin / "a.plain")).returncode == 0
    assert (plugin / "a.plain").read_text() == "Who?"


def test_its_options_are_checked_like_ours(plugin: Path, quiz: str) -> None:
    done = quizgen(plugin, "export", quiz, "-o", str(plugin / "a.plain"), "--lang", "de")
    assert done.returncode == 2
    assert "--lang does nothing for .plain" in done.stderr


def test_a_broken_one_is_named(plugin: Path, quiz: str) -> None:
    done = quizgen(plugin, "export", quiz, "-o", str(plugin / "a.broken"))
    assert done.returncode == 1
    assert "quizgen_plain.nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_its_kind_is_listed_with_its_example(plugin: Path) -> None:
    assert "which_colour  " in (said := quizgen(plugin, "kinds").stdout)
    assert "Which colour is the paint? — green" in said
