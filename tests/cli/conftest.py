"""The command line as a user meets it, run in this process so that the model is loaded once."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgen.cli import main

STORY = """\
Bridge opens after two years

The Harbour Bridge is 1.2 kilometres long and stands 40 metres above the river.

Maria Lopez opened the bridge on 4 March 2021. The builders worked on the bridge for two years.
"""


@dataclass(frozen=True)
class Result:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


class Quizgen:
    """Runs `quizgen ARGUMENTS` in the test's own folder."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self.monkeypatch, self.capfd = folder, monkeypatch, capfd

    def __call__(self, *arguments: object, stdin: str = "") -> Result:
        self.monkeypatch.setattr(sys, "argv", ["quizgen", *map(str, arguments)])
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        self.capfd.readouterr()
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = self.capfd.readouterr()
        code = leaving.value.code
        assert code is None or isinstance(code, int)
        return Result(code or 0, out, err)


@pytest.fixture
def quizgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Quizgen:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Quizgen(tmp_path, monkeypatch, capfd)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small piece of coverage, as a relative path: the tests run in the folder that holds it."""
    (tmp_path / "bridge.txt").write_text(STORY)
    return Path("bridge.txt")


def one_sentence(result: Result) -> str:
    """What a failed command said, checked to be one sentence and no traceback."""
    lines = result.err.strip().splitlines()
    assert len(lines) == 1, result.err
    assert lines[0].startswith("quizgen: ")
    assert lines[0].endswith((".", "?"))
    assert result.code == 1
    return lines[0]
