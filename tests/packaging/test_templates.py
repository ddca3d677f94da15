"""The templates are found wherever the package is installed from."""

import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from .conftest import TOP, lent, pip, run

SHOW = "import quizgen.paths as p; print(p.PACKAGE); print(p.templates())"


def ours() -> set[str]:
    """Every file under templates/, relative to it."""
    folder = TOP / "templates"
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def below(names: list[str], folder: str) -> set[str]:
    """What of an archive lies below the folder, relative to it."""
    return {name.split(folder, 1)[1] for name in names if folder in name and not name.endswith("/")}


def found(python: Path) -> tuple[Path, Path]:
    """Package and templates as an environment's Python sees them, from a folder that is no checkout."""
    package, templates = run(python, "-c", SHOW, cwd=python.parent, env=lent()).split()
    return Path(package), Path(templates)


def listing(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_there_are_templates_to_look_for() -> None:
    assert ours()


def test_the_wheel_holds_every_template(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert below(wheel.namelist(), "quizgen/templates/") == ours()


def test_the_wheel_holds_every_file_of_the_package(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("quizgen/")}
    here = {f"quizgen/{name}" for name in listing(TOP / "quizgen") if "__pycache__" not in name}
    assert here - packed == set()


def test_the_sdist_holds_every_template(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        assert below(sdist.getnames(), "/templates/") >= ours()


def test_the_wheel_holds_nothing_that_is_not_ours(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"quizgen"}


@pytest.mark.parametrize("suffix", ["whl", "tar.gz"])
def test_an_installed_package_finds_them_inside_itself(built: Path, fresh: Path, suffix: str) -> None:
    pip(fresh, next(built.glob(f"*.{suffix}")))
    package, templates = found(fresh)
    assert package.is_relative_to(fresh.parents[1])
    assert templates == package / "templates"
    assert listing(templates) >= ours()


def test_an_editable_install_finds_them_in_the_checkout(checkout: Path, fresh: Path) -> None:
    pip(fresh, "--editable", checkout)
    package, templates = found(fresh)
    assert package == checkout / "quizgen"
    assert listing(templates) == ours()


def test_a_plain_checkout_finds_them_beside_the_package(checkout: Path) -> None:
    _, templates = run(sys.executable, "-c", SHOW, cwd=checkout).split()
    assert listing(Path(templates)) == ours()
