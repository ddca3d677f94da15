"""What the code imports is declared, so that an installation from nothing can run it."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from .conftest import TOP

DECLARED = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]


def canonical(requirement: str) -> str:
    """The name in a requirement as package indexes compare it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def imported() -> dict[str, str]:
    """Top-level package → a file that imports it, for all that is neither ours nor Python's own."""
    found = {}
    for file in sorted((TOP / "quizgen").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                found[name.split(".")[0]] = str(file.relative_to(TOP))
    return {name: file for name, file in found.items() if name not in {*sys.stdlib_module_names, "quizgen"}}


@pytest.mark.parametrize(("package", "file"), imported().items())
def test_an_import_is_declared(package: str, file: str) -> None:
    extras = [need for extra in DECLARED["optional-dependencies"].values() for need in extra]
    declared = {canonical(need) for need in [*DECLARED["dependencies"], *extras]}
    providers = {canonical(name) for name in packages_distributions().get(package, [package])}
    assert providers & declared, f"{file} imports {package}, which pyproject.toml does not name"
