"""The extractor that CONTRIBUTING adds in ten minutes works as it stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.notation import Example, read_examples

from .conftest import TOP

BLOCKS = dict(
    re.findall(
        r"^```(markdown|python|jinja)\n(.*?)^```$",
        (TOP / "CONTRIBUTING.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)
EXAMPLES = read_examples(BLOCKS["markdown"])


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the extractor as an installed distribution, and its wording."""
    folder = tmp_path_factory.mktemp("added")
    info = folder / "colour-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: colour\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[quizgen.extractors]\nwhat_colour = what_colour\n")
    (folder / "what_colour.py").write_text(BLOCKS["python"])
    (folder / "questions").mkdir()
    (folder / "questions" / "what_colour.j2").write_text(BLOCKS["jinja"])
    return folder


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.passage)
def test_its_examples_hold(example: Example, added: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "ask", "--kind", "what_colour", "--templates", str(added), example.passage],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(added), str(TOP)])},
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    asked = read_examples(done.stdout)[0].questions
    assert [(q.prompt, q.answer) for q in asked] == [(q.prompt, q.answer) for q in example.questions]
