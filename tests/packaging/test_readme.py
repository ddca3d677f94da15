"""What the documentation tells people to type works, and prints what it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import TOP

README = (TOP / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(README) if kind == language]


COMMANDS = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("quizgen ")]
TARGETS = [
    line.split()[1] for block in blocks("sh") for line in block.splitlines() if line.startswith("make ")
]
SESSIONS = [
    (command, said)
    for block in blocks("console")
    for command, said in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which `quizgen` is this checkout's."""
    command = tmp_path / "bin" / "quizgen"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m quizgen "$@"\n')
    command.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{command.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(TOP),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(TOP / "seeds", tmp_path / "seeds")
    return tmp_path


def test_it_begins_with_what_a_newcomer_types() -> None:
    first = blocks("sh")[0]
    assert [line.split("#")[0].strip() for line in first.splitlines()] == [
        "make quiz",
        "make test",
        "pip install .",
    ]


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_target(target: str) -> None:
    subprocess.run(["make", "--dry-run", target], cwd=TOP, check=True, capture_output=True)


def test_the_commands_work_in_their_order(folder: Path, shell: dict[str, str]) -> None:
    assert COMMANDS
    for command in COMMANDS:
        done = subprocess.run(
            command, shell=True, cwd=folder, env=shell, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
        )  # fmt: skip
        assert done.returncode == 0, f"{command}\n{done.stderr}"


@pytest.mark.parametrize(("command", "said"), SESSIONS)
def test_a_session_prints_what_it_says(command: str, said: str, folder: Path, shell: dict[str, str]) -> None:
    done = subprocess.run(
        command, shell=True, cwd=folder, env=shell, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == said.strip(), "README.md shows something else: write it anew"


@pytest.mark.parametrize("block", blocks("python"))
def test_the_python_runs(block: str, folder: Path, shell: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=folder, env=shell, capture_output=True, text=True, check=True
    )
    assert done.stdout.count("\n") > 10


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_links_lead_somewhere(document: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (TOP / document).read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (TOP / link).exists()] == []


def test_every_extra_is_explained() -> None:
    import tomllib

    extras = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    explained = set(re.findall(r"`(\w+)`", README.split("## Installing more")[1].split("##")[0]))
    assert set(extras) - {"all", "test", "lint"} <= explained
