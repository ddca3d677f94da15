"""Where settings lie, and how they become the defaults of options (see `quizgen.config`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import platformdirs
import typer

from quizgen import config
from quizgen.config import Setting, Settings
from quizgen.errors import SettingsError

PERSONAL = ("help", "version", "install-completion", "show-completion")
"""Options that make no sense as settings."""


def files() -> tuple[Path, Path]:
    """The settings of the working directory, which win, and those of the user."""
    return Path(config.FILE), Path(platformdirs.user_config_dir("quizgen", appauthor=False)) / config.FILE


def names(command: Any) -> dict[str, Any]:
    """The options of a command under the names that settings give them: without the dashes."""
    return {
        name: option
        for option in command.params
        if option.param_type_name == "option"
        if (name := _name(option)) not in PERSONAL
    }


def read(commands: Mapping[str, Any]) -> Settings:
    """All settings for these commands.

    Raises:
        SettingsError: a file of settings can't be read, or sets something unknown.
    """
    return config.load(files(), {name: names(command) for name, command in commands.items()})


def defaults(ctx: typer.Context) -> None:
    """Make the settings the defaults of the command that is about to run.

    Raises:
        SettingsError: a file of settings can't be read, or sets something unknown or wrong.
    """
    if not any(file.exists() for file in files()):
        return  # so that the other commands need not be loaded
    if not any(path.exists() for path in files()):
        return  # and no command is loaded only to know its options
    commands: Mapping[str, Any] = getattr(ctx.command, "commands", {})
    settings, invoked = read(commands), ctx.invoked_subcommand
    if invoked is not None and invoked in commands:
        options = names(commands[invoked])
        values = {
            options[name].name: _value(ctx, options[name], setting)
            for name, setting in settings.commands[invoked].items()
        }
        ctx.default_map = {invoked: values}


def _name(option: Any) -> str:
    """The long form of an option as it stands on the command line, without its dashes."""
    long = next((form for form in option.opts if form.startswith("--")), str(option.name))
    return long.lstrip("-").replace("_", "-")


def _value(ctx: typer.Context, option: Any, setting: Setting) -> object:
    """A setting as the command line would give it.

    Raises:
        SettingsError: the option takes no such value.
    """
    value = setting.value
    if option.is_flag:
        if not isinstance(value, bool):
            raise SettingsError(f"{setting.where} should be true or false, not {value!r}.")
        return value
    if option.multiple:
        given: object = [_word(one, setting) for one in (value if isinstance(value, list) else [value])]
    else:
        given = _word(value, setting)
    try:
        option.process_value(ctx, given)
    except typer.BadParameter as error:
        raise SettingsError(f"{setting.where}: {error.message.rstrip('.')}. Mend it or remove it.") from error
    return given


def _word(value: object, setting: Setting) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        raise SettingsError(
            f"{setting.where} should be one word or number, or a list of them where several are allowed."
        )
    return str(value)
