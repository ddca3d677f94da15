"""A copy of the checkout to build from, so that building leaves nothing behind in ours."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
PARTS = ["pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "quizgen", "templates", "seeds"]


def run(*command: object, **options: object) -> str:
    """What a command prints; the test fails with everything it said if it does not leave with 0."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return str(done.stdout)


def pip(python: Path, *arguments: object) -> None:
    """Install without a network: nothing but what the arguments name, built with what we are tested with."""
    run(sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, "install",
        "--no-deps", "--no-build-isolation", "--ignore-installed", "--quiet", *arguments, env=lent())  # fmt: skip


def lent() -> dict[str, str]:
    """Our environment variables, and by PYTHONPATH our dependencies, but no package installed for editing."""
    return {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("checkout")
    for part in PARTS:
        here = TOP / part
        if here.is_dir():
            shutil.copytree(here, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(here, copy / part)
    return copy


@pytest.fixture(scope="session")
def built(checkout: Path) -> Path:
    """The folder with the wheel and the sdist of the checkout."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", checkout / "dist", checkout)
    return checkout / "dist"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The Python of an environment that holds nothing, not even pip."""
    venv.create(tmp_path / "venv", with_pip=False, symlinks=True)
    return tmp_path / "venv" / "bin" / "python"
