"""quizgen.toml: what it sets, which file wins, and that every mistake in it is a sentence."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from quizgen import config
from quizgen.cli import _settings, app
from quizgen.cli.settings import document
from quizgen.errors import SettingsError

KNOWN = {"build": ["questions", "also", "model"], "take": ["questions", "mode"]}


def load(tmp_path: Path, text: str, personal: str = "") -> config.Settings:
    (tmp_path / "here.toml").write_text(text, "utf-8")
    (tmp_path / "mine.toml").write_text(personal, "utf-8")
    return config.load([tmp_path / "here.toml", tmp_path / "mine.toml"], KNOWN)


def values(settings: config.Settings, command: str) -> dict[str, object]:
    return {name: setting.value for name, setting in settings.commands[command].items()}


def test_a_key_at_the_top_holds_for_each_command_that_has_it(tmp_path: Path) -> None:
    settings = load(tmp_path, 'questions = 5\nmode = "choice"')
    assert values(settings, "build") == {"questions": 5}
    assert values(settings, "take") == {"questions": 5, "mode": "choice"}


def test_a_key_of_a_command_wins_over_the_top(tmp_path: Path) -> None:
    settings = load(tmp_path, "questions = 5\n[take]\nquestions = 3")
    assert (values(settings, "build")["questions"], values(settings, "take")["questions"]) == (5, 3)


def test_the_first_file_wins_key_by_key(tmp_path: Path) -> None:
    settings = load(tmp_path, "[build]\nquestions = 5", '[build]\nquestions = 3\nmodel = "m"')
    assert values(settings, "build") == {"questions": 5, "model": "m"}


def test_no_file_sets_nothing(tmp_path: Path) -> None:
    assert values(config.load([tmp_path / "none.toml"], KNOWN), "build") == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("question = 5", 'has no setting "question": did you mean questions?'),
        ("[build]\nmode = 'x'", 'has no setting "mode": did you mean model?'),
        ("[biuld]\nquestions = 5", "no command [biuld]: did you mean [build]?"),
        ("xyz = 5", "docs/settings.md lists them all"),
        ("questions = = 5", "no TOML file: Invalid value (at line 1, column 13)"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=r"here\.toml") as raised:
        load(tmp_path, text)
    assert told in str(raised.value)


def test_a_file_of_bytes_is_told(tmp_path: Path) -> None:
    (tmp_path / "q.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="is no TOML file"):
        config.load([tmp_path / "q.toml"], KNOWN)


def test_every_setting_is_documented() -> None:
    written = (Path(__file__).parents[2] / "docs/settings.md").read_text("utf-8")
    assert written == document(typer.main.get_command(app)), (
        "write it anew: quizgen settings --all > docs/settings.md"
    )


@pytest.fixture
def quizgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """The command line in a folder of its own, with settings there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(_settings, "files", lambda: (Path(config.FILE),))

    def run(settings: str, *arguments: str):  # type: ignore[no-untyped-def]
        Path(config.FILE).write_text(settings, "utf-8")
        return CliRunner().invoke(app, arguments)

    return run


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('[build]\nquestions = "many"', '"questions" in [build]: '),
        ("[build]\nquestions = 0", '"questions" in [build]: '),
        ("[build]\nquestions = true", "should be one word or number"),
        ("[build]\nquiet = 'yes'", "should be true or false, not 'yes'"),
    ],
)
def test_a_wrong_value_is_told_with_its_file(quizgen, settings: str, told: str) -> None:  # type: ignore[no-untyped-def]
    result = quizgen(settings, "build")
    assert isinstance(result.exception, SettingsError)
    assert str(result.exception).startswith("quizgen.toml, ")
    assert told in str(result.exception)


def test_a_setting_is_the_default_of_its_option(quizgen) -> None:  # type: ignore[no-untyped-def]
    assert "nowhere.xyz" in str(quizgen('[build]\noutput = ["nowhere.xyz"]', "build").exception)


def test_an_option_wins_over_its_setting(quizgen) -> None:  # type: ignore[no-untyped-def]
    result = quizgen('[build]\noutput = ["nowhere.xyz"]', "build", "-o", "other.xyz")
    assert "other.xyz" in str(result.exception)


def test_what_is_set_is_told(quizgen) -> None:  # type: ignore[no-untyped-def]
    assert quizgen("[build]\nquestions = 5", "settings").output == "quizgen.toml\n[build] questions = 5\n"
