"""The line modes as a person and a pipe meet them."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pexpect
import pytest

from quizgen import quizfile
from quizgen.model import Evidence
from quizgen.terminal.record import Record

from .conftest import MOON, environment, with_questions

Run = Callable[..., subprocess.CompletedProcess[str]]
Spawn = Callable[..., "pexpect.spawn[str]"]
RIGHT = "Reid Wiseman\nVictor Glover\n10 days\n"
ESCAPE = "\x1b"


def typed(home: Path) -> list[str]:
    with Record(home / "record.sqlite", write=False) as record:
        return [entry.attempt.typed for entry in record.logged()]


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Spawn]:
    """Someone at a terminal."""
    spawned: list[pexpect.spawn[str]] = []

    def sit_down(*arguments: object, size: tuple[int, int] = (24, 80), **env: str) -> "pexpect.spawn[str]":
        child = pexpect.spawn(
            sys.executable,
            ["-m", "quizgen", *map(str, arguments)],
            env=environment(tmp_path / "home", **env),
            cwd=str(tmp_path),
            dimensions=size,
            encoding="utf-8",
            timeout=20,
        )
        child.delaybeforesend = None
        spawned.append(child)
        return child

    yield sit_down
    for child in spawned:
        child.close(force=True)


class TestPipe:
    def test_right_answers_give_full_marks(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("take", moon, typed=RIGHT)
        assert done.returncode == 0
        assert "3 of 3 right (100 %)" in done.stdout
        assert done.stderr == ""

    def test_every_question_is_followed_by_its_proof(self, quizgen: Run, moon: Path) -> None:
        shown = quizgen("take", moon, typed="nobody\n").stdout
        assert '"Commander Reid Wiseman will lead the crew of four."' in shown
        assert "NASA, Crew named" in shown
        assert "https://www.nasa.gov/artemis-ii" in shown

    def test_it_ends_with_a_summary_when_the_lines_end(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("take", moon, typed="Reid Wiseman\n")
        assert done.returncode == 0
        assert "So far: 1 of 1 right" in done.stdout
        assert f"Go on later with: quizgen take {moon}" in done.stdout

    def test_no_input_at_all_ends_at_once(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("take", moon, typed="")
        assert (done.returncode, "Nothing was answered." in done.stdout) == (0, True)

    def test_a_closed_standard_input_ends_at_once(self, moon: Path, tmp_path: Path) -> None:
        command = f"{sys.executable} -m quizgen take {moon} <&-"
        done = subprocess.run(
            ["sh", "-c", command],
            capture_output=True,
            text=True,
            timeout=30,
            env=environment(tmp_path / "home"),
        )
        assert (done.returncode, "Nothing was answered." in done.stdout, done.stderr) == (0, True, "")

    def test_a_reader_that_goes_away_is_no_error(self, moon: Path, tmp_path: Path) -> None:
        command = f"yes nobody | {sys.executable} -m quizgen take {moon} | head -n 1"
        done = subprocess.run(
            ["sh", "-c", command],
            capture_output=True,
            text=True,
            timeout=30,
            env=environment(tmp_path / "home"),
        )
        assert "Traceback" not in done.stderr

    def test_it_goes_on_where_it_stopped(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="Reid Wiseman\n")
        done = quizgen("take", moon, typed="Victor Glover\n10 days\n")
        assert "1 of 3 are answered" in done.stdout
        assert "3 of 3 right" in done.stdout

    def test_fresh_starts_over(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="Reid Wiseman\n")
        assert "1 of 3\nWho commands" in quizgen("take", moon, "--fresh", typed="").stdout

    def test_undo_works_after_the_last_question(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("take", moon, typed="Reid Wiseman\nVictor Glover\nnobody\nu\n10 days\n")
        assert "3 of 3 right (100 %)" in done.stdout

    def test_an_override_counts(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("take", moon, typed="the boss\nc\nVictor Glover\n10 days\n")
        assert "3 of 3 right (100 %)" in done.stdout
        assert "Counted on your word: 1" in done.stdout

    def test_what_was_missed_can_be_retried(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("take", moon, typed="nobody\nVictor Glover\n10 days\nr\nReid Wiseman\n")
        assert "Once more: 1 of 1\nWho commands the mission?" in done.stdout
        assert "Once more: 1 of 1 are right now." in done.stdout

    def test_hints_come_in_two_steps(self, quizgen: Run, moon: Path) -> None:
        shown = quizgen("take", moon, typed="h\nh\nh\n").stdout
        assert "Hint: R... W......" in shown
        assert "Hint: Commander ____ will lead the crew of four." in shown
        assert "There is no further hint." in shown

    def test_an_exam_tells_nothing_before_its_end(self, quizgen: Run, moon: Path) -> None:
        shown = quizgen("take", moon, "--exam", typed="nobody\nh\nVictor Glover\n10 days\n").stdout
        before, after = shown.split("Your answers:")
        assert "Reid Wiseman" not in before
        assert "Not in an exam." in before
        assert "Reid Wiseman" in after

    def test_a_choice_offers_numbers(self, quizgen: Run, moon: Path) -> None:
        shown = quizgen("take", moon, "--mode", "choice", "--seed", 1, "--no-shuffle").stdout
        assert re.search(r"^1\) .*\n2\) .*\n3\) .*\n4\) ", shown, re.M)

    def test_cards_are_turned_and_rated(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("take", moon, "--mode", "cards", typed="\n3\n\n1\n\n4\n")
        assert "2 of 3 right" in done.stdout

    def test_the_same_seed_gives_the_same_order(self, quizgen: Run, moon: Path) -> None:
        orders = {
            quizgen("take", moon, "--seed", 5, "--db", ":memory:", typed="r\nr\nr\n").stdout for _ in range(2)
        }
        assert len(orders) == 1

    def test_n_limits_the_questions(self, quizgen: Run, moon: Path) -> None:
        assert "Artemis II: 2 questions" in quizgen("take", moon, "-n", 2).stdout

    def test_kind_chooses_questions(self, quizgen: Run, tmp_path: Path) -> None:
        one = replace(MOON.questions[2], kind="how_long")
        quizfile.write(with_questions(*MOON.questions[:2], one), tmp_path / "k.quiz.json")
        shown = quizgen("take", "k.quiz.json", "--kind", "how_long").stdout
        assert "1 question\n" in shown
        assert "How long" in shown

    def test_missed_asks_what_went_wrong(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="Reid Wiseman\nnobody\n10 days\n")
        shown = quizgen("take", moon, "--missed").stdout
        assert "1 of 1\nWho pilots" in shown

    def test_strict_forgives_no_typing_error(self, quizgen: Run, moon: Path) -> None:
        answers = ["take", moon, "--db", ":memory:", "-n", 1]
        assert "1 of 1 right" in quizgen(*answers, typed="Reid Wisemann\n").stdout
        assert "Correct" not in quizgen(*answers, "--strict", typed="Reid Wisemann\nnobody\n").stdout

    def test_no_escape_codes_are_written(self, quizgen: Run, moon: Path) -> None:
        assert ESCAPE not in quizgen("take", moon, typed=RIGHT, FORCE_COLOR="1").stdout

    def test_bytes_that_are_no_text_are_survived(self, moon: Path, tmp_path: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "quizgen", "take", str(moon)],
            input=b"\xff\xfe\x00\nReid Wiseman\n",
            capture_output=True,
            timeout=30,
            env=environment(tmp_path / "home"),
        )
        assert (done.returncode, done.stderr) == (0, b"")

    def test_output_that_can_not_hold_a_letter_replaces_it(self, quizgen: Run, tmp_path: Path) -> None:
        quiz = with_questions(replace(MOON.questions[0], prompt="Wer ist Łukasz 東京?"))
        quizfile.write(quiz, tmp_path / "t.quiz.json")
        done = quizgen("take", "t.quiz.json", PYTHONIOENCODING="ascii")
        assert (done.returncode, "Wer ist ?ukasz ???" in done.stdout) == (0, True)

    def test_hostile_text_is_shown_as_plain_text(self, quizgen: Run, tmp_path: Path) -> None:
        evil = "[red]\x1b]0;x\x07<b>{{x}}\u202e"
        quiz = with_questions(
            replace(MOON.questions[0], prompt=f"Who {evil}?", evidence=Evidence(f"It is {evil}."))
        )
        quizfile.write(replace(quiz, title=evil), tmp_path / "e.quiz.json")
        done = quizgen("take", "e.quiz.json", typed="\x1b[31mnobody\u202e\n")
        assert "Who [red]<b>{{x}}?" in done.stdout
        assert "You: nobody" in done.stdout
        assert not re.search("[\x1b\x07\u202e]", done.stdout)

    def test_a_missing_file_is_one_sentence(self, quizgen: Run) -> None:
        done = quizgen("take", "nowhere.quiz.json")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)

    @pytest.mark.parametrize(
        "wrong",
        [
            [],
            ["x", "--mode", "sing"],
            ["x", "--tui"],
            ["x", "--exam", "--mode", "cards"],
            ["x", "-n", "0"],
            ["x", "--learner", "\u200b"],
        ],
        ids=" ".join,
    )
    def test_wrong_usage_leaves_with_2(self, quizgen: Run, wrong: list[str]) -> None:
        assert quizgen("take", *wrong).returncode == 2

    def test_a_damaged_record_is_one_sentence_and_an_offer(
        self, quizgen: Run, moon: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "bad.sqlite").write_bytes(b"not a database" * 100)
        done = quizgen("take", moon, "--db", "bad.sqlite", typed=RIGHT)
        assert done.returncode == 1
        assert "damaged" in done.stderr
        assert "--db :memory:" in done.stderr

    def test_memory_saves_nothing(self, quizgen: Run, moon: Path, tmp_path: Path) -> None:
        done = quizgen("take", moon, "--db", ":memory:", typed=RIGHT)
        assert "3 of 3 right" in done.stdout
        assert not (tmp_path / "home").exists()

    def test_two_who_begin_at_once_do_not_disturb_each_other(self, moon: Path, tmp_path: Path) -> None:
        learners = [
            subprocess.Popen(
                [sys.executable, "-m", "quizgen", "take", str(moon), "--learner", name],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                env=environment(tmp_path / "home"),
            )
            for name in ("Ann", "Ben", "Cy")
        ]
        said = [one.communicate("nobody\n", timeout=60)[1] for one in learners]
        assert said == ["", "", ""]
        assert typed(tmp_path / "home") == ["nobody"] * 3

    def test_the_language_model_is_not_loaded(self, moon: Path, tmp_path: Path) -> None:
        code = (
            "import sys; from quizgen.cli import app\n"
            f"try: app(['take', {str(moon)!r}])\n"
            "except SystemExit: pass\n"
            "print([m for m in ('spacy', 'textual', 'jinja2', 'genanki') if m in sys.modules])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=RIGHT,
            capture_output=True,
            text=True,
            timeout=60,
            env=environment(tmp_path),
        )
        assert done.stdout.splitlines()[-1] == "[]"


class TestPerson:
    def test_a_whole_quiz(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon)
        child.expect("1 of 3")
        child.expect("Who commands the mission")
        child.expect("> ")
        child.sendline("Reid Wiseman")
        child.expect("Correct")
        child.expect("Enter: next")
        child.sendline("")
        child.expect("Who pilots")
        child.sendline("nobody")
        child.expect("Not right")
        child.sendline("c")
        child.expect("Counted as right")
        child.sendline("")
        child.expect("How long")
        child.sendline("10 days")
        child.expect("Correct")
        child.sendline("")
        child.expect("3 of 3 right")
        child.expect("Enter: end")
        child.sendline("")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0

    def test_question_mark_shows_the_keys(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon)
        child.expect("Who commands")
        child.sendline("?")
        child.expect("undo, also at the end")

    def test_ctrl_c_says_how_to_go_on(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon)
        child.expect("Who commands")
        child.sendline("Reid Wiseman")
        child.expect("Enter: next")
        child.sendintr()
        child.expect("Go on with: quizgen take")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 130

    def test_ctrl_c_at_the_end_offers_nothing_to_go_on_with(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon, "-n", 1)
        child.expect("Who commands")
        child.sendline("Reid Wiseman")
        child.expect("Enter: next")
        child.sendline("")
        child.expect("Enter: end")
        child.sendintr()
        child.expect("Stopped; every answer is saved")

    def test_ctrl_d_ends_with_a_summary(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon)
        child.expect("Who commands")
        child.sendline("Reid Wiseman")
        child.expect("Enter: next")
        child.sendeof()
        child.expect("So far: 1 of 1 right")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0

    def test_a_killed_quiz_loses_no_answer(self, person: Spawn, moon: Path, tmp_path: Path) -> None:
        child = person("take", moon)
        child.expect("Who commands")
        child.sendline("Reid Wiseman")
        child.expect("Correct")
        child.sendline("")
        child.expect("Who pilots")
        child.sendline("nobody at all")
        child.expect("Not right")
        child.kill(signal.SIGKILL)
        child.wait()
        assert typed(tmp_path / "home") == ["Reid Wiseman", "nobody at all"]
        again = person("take", moon)
        again.expect("2 of 3 are answered")
        again.expect("How long")

    @pytest.mark.parametrize("wait", [0.0, 0.002, 0.005, 0.01, 0.02])
    def test_killed_at_any_moment_the_record_stays_whole(
        self, moon: Path, tmp_path: Path, wait: float
    ) -> None:
        """What was marked on the screen is in the record, whenever the kill comes."""
        child = subprocess.Popen(
            [sys.executable, "-u", "-m", "quizgen", "take", str(moon)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(tmp_path / "home"),
        )
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("nobody\nnobody\nnobody\nr\n" + "nobody\n" * 3)
        child.stdin.flush()
        marked = 0
        for line in child.stdout:
            if line.startswith("x "):
                marked += 1
                time.sleep(wait)
                child.kill()
                break
        marked += sum(line.startswith("x ") and "You:" not in line for line in child.stdout)
        child.wait()
        assert len(typed(tmp_path / "home")) >= marked

    def test_without_colour_there_are_no_colour_codes(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon, NO_COLOR="1")
        child.expect("Who commands")
        child.sendline("nobody")
        child.expect("Enter: next")
        assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", child.before or "")

    def test_with_colour_the_verdict_has_one(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon, TERM="xterm-256color")
        child.expect("Who commands")
        child.sendline("nobody")
        child.expect("Enter: next")
        assert re.search(r"\x1b\[[0-9;]*31m", child.before or "")

    @pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"arguments": "--plain"}], ids=["dumb", "plain"])
    def test_bare_terminals_get_no_escape_codes(self, person: Spawn, moon: Path, env: dict[str, str]) -> None:
        arguments = [env.pop("arguments")] if "arguments" in env else []
        child = person("take", moon, *arguments, **env)
        child.expect("Who commands")
        shown = child.before or ""
        child.sendline("Reid Wiseman")
        child.expect("Enter: next")
        shown += child.before or ""
        child.sendline("q")
        child.expect(pexpect.EOF)
        assert ESCAPE not in (shown + (child.before or "")).replace("\x1b[?2004h", "").replace(
            "\x1b[?2004l", ""
        )

    def test_a_small_terminal_is_enough(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon, size=(12, 40), NO_COLOR="1", TERM="dumb")
        child.expect("Who commands")
        shown = child.before or ""
        child.sendline("nobody")
        child.expect("Enter: next")
        shown += child.before or ""
        assert max(len(line) for line in shown.splitlines()) <= 40
        assert not any(
            "crew o" in line and not line.rstrip().endswith(("crew of", 'four."'))
            for line in shown.splitlines()
        )

    def test_a_damaged_record_offers_to_go_on_in_memory(
        self, person: Spawn, moon: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "bad.sqlite").write_bytes(b"not a database" * 100)
        child = person("take", moon, "--db", "bad.sqlite")
        child.expect("is damaged")
        child.expect("Go on without saving")
        child.sendline("y")
        child.expect("Who commands")
        child.sendline("Reid Wiseman")
        child.expect("Correct")
        assert (tmp_path / "bad.sqlite").read_bytes() == b"not a database" * 100

    def test_a_record_that_gets_locked_does_not_stop_the_quiz(
        self, person: Spawn, moon: Path, tmp_path: Path
    ) -> None:
        import sqlite3

        child = person("take", moon)
        child.expect("Who commands")
        other = sqlite3.connect(tmp_path / "home" / "record.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        child.sendline("Reid Wiseman")
        child.expect("not saved yet")
        child.expect("Correct")
        other.execute("ROLLBACK")
        other.close()
        child.sendline("")
        child.expect("Who pilots")
        child.sendline("Victor Glover")
        child.expect("Correct")
        assert typed(tmp_path / "home") == ["Reid Wiseman", "Victor Glover"]

    def test_time_runs_out(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon, "--timed", 1)
        child.expect("Who commands")
        child.expect("Too late")
        child.sendline("")
        child.expect("Who pilots")
        child.sendline("Victor Glover")
        child.expect("Correct")


class TestFullScreen:
    def test_the_summary_stays_in_the_terminal(self, person: Spawn, moon: Path, tmp_path: Path) -> None:
        child = person("take", moon, "--tui", TERM="xterm-256color")
        child.expect("Who commands")
        child.send("nobody\r")
        child.expect("Not right")
        child.send("q")
        child.expect("So far: 0 of 1 right")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        assert typed(tmp_path / "home") == ["nobody"]

    def test_ctrl_c_says_how_to_go_on(self, person: Spawn, moon: Path) -> None:
        child = person("take", moon, "--tui", TERM="xterm-256color")
        child.expect("Who commands")
        child.send("nobody\r")
        child.expect("Not right")
        child.sendintr()
        child.expect("Go on with: quizgen take")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 130


def test_a_typed_letter_can_be_taken_back(person: Spawn, moon: Path) -> None:
    child = person("take", moon)
    child.expect("Who commands")
    child.send("Reid Wisemann\x7f\r")
    child.expect("Correct")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a terminal of Unix")
def test_standard_output_may_be_a_file(moon: Path, tmp_path: Path) -> None:
    with (tmp_path / "out.txt").open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "quizgen", "take", str(moon)],
            input=RIGHT,
            text=True,
            stdout=out,
            timeout=30,
            env=environment(tmp_path / "home"),
        )
    assert (done.returncode, "3 of 3 right" in (tmp_path / "out.txt").read_text()) == (0, True)
