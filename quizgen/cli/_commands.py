"""The commands of the package, each imported only when it is asked for.

`quizgen take` has to stand there at once; it does not wait for what the other commands load.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info

ORDER = ("build", "take", "review", "export", "push", "merge", "due", "results", "check", "ask", "kinds")
"""The order in which help lists the commands: as a teacher meets them; others follow by name."""


class Commands(Mapping[str, Any]):
    """Name → command, one for each module of this package without a leading underscore.

    Args:
        package: the name of this package; folder: where it lies; app: what its modules add to.
    """

    def __init__(self, package: str, folder: list[str], app: typer.Typer) -> None:
        self._package, self._app = package, app
        found = (module.name for module in pkgutil.iter_modules(folder))
        self._names = sorted((name for name in found if not name.startswith("_")), key=_place)
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        """The command of a module.

        Raises:
            KeyError: there is no such module.
        """
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            module = importlib.import_module(f"{self._package}.{name}")
            info = next(
                info for info in self._app.registered_commands if info.callback is getattr(module, name)
            )
            self._made[name] = get_command_from_info(
                info, pretty_exceptions_short=False, rich_markup_mode=None
            )
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """The names in the order of the help."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many commands there are."""
        return len(self._names)


class Group(TyperGroup):
    """The group of all commands; `all` is set once the application exists."""

    all: Mapping[str, Any]

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = self.all  # type: ignore[assignment]

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of the help."""
        return list(self.commands)


def _place(module: str) -> tuple[int, str]:
    return (ORDER.index(module) if module in ORDER else len(ORDER), module)
