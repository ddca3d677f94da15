"""The build on a real terminal."""

import os
import sys
from pathlib import Path

import pexpect

from .conftest import STORY


def test_a_terminal_sees_a_progress_bar_that_goes_when_it_is_done(tmp_path: Path) -> None:
    for name in "abcdef":
        (tmp_path / f"{name}.txt").write_text(STORY)
    running = pexpect.spawn(
        sys.executable, ["-m", "quizgen", "build", ".", "-o", "out/"], cwd=tmp_path, timeout=120,
        encoding="utf-8", dimensions=(24, 100), env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    running.expect("/6")
    running.expect(r"Quiz .*Questions")
    running.expect(pexpect.EOF)
    running.close()
    assert running.exitstatus == 0
