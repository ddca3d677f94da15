"""Which extractors and exporters there are: ours by walking the folder, others' by entry point.

An extractor is a module of `quizgen.extractors` whose name is its kind and which has
`extract(sentence) -> Iterable[Fact]`; an exporter is a module of `quizgen.exporters` whose name is
the suffix it writes and which has `export(quizzes, **options) -> bytes`.  Other packages add theirs
under the entry point groups `quizgen.extractors` and `quizgen.exporters`, naming such a module.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType


@cache
def exporters() -> dict[str, str]:
    """Suffix (without dot) → name of the module that writes it, in alphabetical order."""
    return _modules("exporters")


@cache
def extractors() -> dict[str, str]:
    """Kind → name of the module that finds it, in alphabetical order."""
    return _modules("extractors")


def load(module: str) -> ModuleType:
    """Import one of them."""
    return importlib.import_module(module)


def _modules(folder: str) -> dict[str, str]:
    package = importlib.import_module(f"quizgen.{folder}")
    ours = {
        name: f"{package.__name__}.{name}"
        for _, name, _ in pkgutil.iter_modules(package.__path__)
        if not name.startswith("_")
    }
    theirs = {point.name: point.value for point in entry_points(group=f"quizgen.{folder}")}
    return dict(sorted({**theirs, **ours}.items()))
