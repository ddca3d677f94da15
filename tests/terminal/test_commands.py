"""The commands beside `take`: due, results, forget, check, regrade."""

import csv
import io
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import quizfile
from quizgen.terminal import checking, results, words

from .conftest import MOON, ROOT, environment, mark, started, with_questions

Run = Callable[..., subprocess.CompletedProcess[str]]


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


class TestResults:
    def test_csv_has_one_row_for_each_answer(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, "--learner", "Ann", typed="the boss\nc\nh\nVictor Glover\n")
        one, two = table(quizgen("results").stdout)
        assert (one["learner"], one["quiz"], one["question_id"], one["typed"]) == (
            "Ann",
            "moon",
            "q1",
            "the boss",
        )
        assert (one["verdict"], one["score"], one["override"]) == ("wrong", "1.0", "yes")
        assert (two["typed"], two["verdict"], two["hints"]) == ("Victor Glover", "correct", "1")
        assert one["timestamp"].endswith("+00:00")

    def test_json_lines_hold_the_same(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="nobody\nVictor Glover\n")
        lines = quizgen("results", "--format", "jsonl").stdout.splitlines()
        assert [json.loads(line)["typed"] for line in lines] == ["nobody", "Victor Glover"]

    def test_sessions_have_one_row_each(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="Reid Wiseman\nnobody\n10 days\n")
        (row,) = table(quizgen("results", "--sessions").stdout)
        assert (row["answered"], row["earned"], row["percent"]) == ("3", "2.0", "66.7")

    def test_one_learner_can_be_chosen(self, quizgen: Run, moon: Path) -> None:
        for name in ("Ann", "Ben"):
            quizgen("take", moon, "--learner", name, typed="nobody\n")
        assert {row["learner"] for row in table(quizgen("results", "--learner", "Ben").stdout)} == {"Ben"}

    def test_one_quiz_can_be_chosen(self, quizgen: Run, moon: Path, tmp_path: Path) -> None:
        quizfile.write(MOON, tmp_path / "b.quiz.json")
        for quiz in (moon, "b.quiz.json"):
            quizgen("take", quiz, typed="nobody\n")
        assert {row["quiz"] for row in table(quizgen("results", "b.quiz.json").stdout)} == {"b"}

    def test_no_cell_is_a_formula(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, "--learner", "@evil", typed="=cmd|'/c calc'!A1\n\t+1+1\n-10 days\n")
        for row in csv.reader(io.StringIO(quizgen("results").stdout)):
            assert not any(cell.startswith(results.FORMULA) for cell in row)

    @pytest.mark.parametrize("start", ["=", "+", "-", "@"])
    def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(self, start: str) -> None:
        assert results.as_csv([{"typed": f"{start}1"}], ["typed"]) == f"typed\r\n'{start}1\r\n"

    def test_negative_numbers_of_ours_stay_numbers(self) -> None:
        assert results.as_csv([{"score": -1.5}], ["score"]) == "score\r\n-1.5\r\n"

    def test_a_file_for_a_spreadsheet_says_that_it_is_utf_8(
        self, quizgen: Run, moon: Path, tmp_path: Path
    ) -> None:
        quizgen("take", moon, "--learner", "Zoë", typed="nobody\n")
        quizgen("results", "-o", "r.csv")
        assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbftimestamp")
        quizgen("results", "-o", "r.jsonl")
        assert json.loads((tmp_path / "r.jsonl").read_text("utf-8"))["learner"] == "Zoë"

    def test_without_a_record_there_is_one_sentence(self, quizgen: Run) -> None:
        done = quizgen("results")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
        assert "take a quiz first" in done.stderr

    def test_a_place_that_can_not_be_written_is_told(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="nobody\n")
        done = quizgen("results", "-o", f"{moon}/r.csv")
        assert (done.returncode, "can't be written" in done.stderr) == (1, True)


class TestForget:
    def test_a_learner_is_forgotten(self, quizgen: Run, moon: Path) -> None:
        for name in ("Ann", "Ben"):
            quizgen("take", moon, "--learner", name, typed="nobody\n")
        assert quizgen("forget", "Ann", "--yes").stdout == "Forgot Ann: 1 step deleted.\n"
        assert [row["learner"] for row in table(quizgen("results").stdout)] == ["Ben"]

    def test_it_asks_first(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="nobody\n")
        assert quizgen("forget", "me", typed="n\n").returncode == 1
        assert len(table(quizgen("results").stdout)) == 1

    def test_an_unknown_learner_is_told(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, "--learner", "Ann", typed="nobody\n")
        done = quizgen("forget", "Zoe", "--yes")
        assert (done.returncode, "it knows Ann" in done.stderr) == (1, True)


class TestCheck:
    def test_a_fair_quiz_passes(self, quizgen: Run, moon: Path) -> None:
        done = quizgen("check", moon)
        assert (done.returncode, done.stdout) == (
            0,
            "3 questions, 4 right answers, 3 distractors: all marked as they ought to be.\n",
        )

    def test_a_distractor_that_is_right_is_told(self, quizgen: Run, tmp_path: Path) -> None:
        wrong = replace(MOON.questions[0], distractors=("reid wiseman", "Victor Glover", "Jeremy Hansen"))
        quizfile.write(with_questions(wrong), tmp_path / "w.quiz.json")
        done = quizgen("check", "w.quiz.json")
        assert done.returncode == 1
        assert 'distractor "reid wiseman" is marked correct' in done.stdout

    def test_an_accepted_answer_that_is_not_right_is_found(self) -> None:
        item = started().items["q1"]
        checks = checking.check(item, lambda item, typed: mark(item, typed + "?"))  # type: ignore[arg-type, return-value]
        assert [(one.text, one.verdict) for one in checks if not one.fair] == [
            ("Reid Wiseman", "close"),
            ("Wiseman", "wrong"),
        ]


class TestRegrade:
    def test_an_answer_that_was_added_counts_for_who_had_given_it(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, "--learner", "Ann", typed="the captain\n")
        more = replace(MOON.questions[0], accepted=("Wiseman", "the captain"))
        quizfile.write(with_questions(more, *MOON.questions[1:]), moon)
        assert "now correct" in quizgen("regrade", moon, "--dry-run").stdout
        assert table(quizgen("results").stdout)[0]["score"] == "0.0"
        done = quizgen("regrade", moon)
        assert done.stdout.endswith("1 step in the record, 1 marked otherwise.\n")
        assert table(quizgen("results").stdout)[0]["score"] == "1.0"

    def test_nothing_else_changes(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="Weisman\nnobody\nr\n")
        assert "0 marked otherwise" in quizgen("regrade", moon).stdout


class TestDue:
    def test_it_says_what_comes_back(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="nobody\nVictor Glover\n10 days\n")
        assert quizgen("due").stdout.startswith("Nothing is due.\n1 question comes back tomorrow.\n")

    def test_take_due_asks_what_is_due_from_every_quiz(
        self, quizgen: Run, moon: Path, tmp_path: Path
    ) -> None:
        """The record is made older by four days; one of the files is gone meanwhile."""
        import sqlite3

        other = replace(
            MOON, title="Other", questions=(replace(MOON.questions[0], id="z1", prompt="Who is z?"),)
        )
        quizfile.write(other, tmp_path / "z.quiz.json")
        quizgen("take", moon, typed="nobody\nVictor Glover\n10 days\n")
        quizgen("take", "z.quiz.json", typed="nobody\n")
        moon.unlink()
        with sqlite3.connect(tmp_path / "home" / "record.sqlite") as db:
            db.execute("UPDATE attempts SET at = strftime('%Y-%m-%dT%H:%M:%S+00:00', at, '-4 days')")
        assert "4 questions are due today." in quizgen("due").stdout
        shown = quizgen("take", "--due", typed="Reid Wiseman\n").stdout
        assert "From all your quizzes: 4 questions" in shown
        assert "1 of 1 right" in shown
        assert "3 questions are due today." in quizgen("due").stdout

    def test_with_nothing_due_take_says_so(self, quizgen: Run, moon: Path) -> None:
        quizgen("take", moon, typed="nobody\n")
        done = quizgen("take", "--due")
        assert (done.returncode, done.stdout) == (0, "Nothing is due. 1 question comes back tomorrow.\n")


def test_a_quiz_starts_in_about_twice_the_time_of_a_bare_typer_program(moon: Path, tmp_path: Path) -> None:
    """Processor time, the median of pairs run in turns: the aim is 2, the rest is for noise."""
    import resource

    def took(*command: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(tmp_path),
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    bare = tmp_path / "bare.py"
    bare.write_text(
        "import typer\n\ndef main(name: str = 'x') -> None:\n    print(name)\n\ntyper.run(main)\n"
    )
    ratios = [took("-m", "quizgen", "take", str(moon)) / took(str(bare)) for _ in range(7)]
    assert statistics.median(ratios) <= 2.5, ratios


def test_the_record_lies_where_the_system_keeps_such_files(moon: Path, tmp_path: Path) -> None:
    env = {**environment(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
    del env["QUIZGEN_HOME"]
    subprocess.run(
        [sys.executable, "-m", "quizgen", "take", str(moon)],
        input="nobody\n",
        text=True,
        env=env,
        capture_output=True,
    )
    found = [path for path in tmp_path.rglob("record.sqlite") if "quizgen" in os.fspath(path.parent)]
    assert len(found) == 1
    assert ROOT not in found[0].parents


@pytest.mark.parametrize("key", [key for key, _ in words.KEYS])
def test_every_key_is_documented(key: str) -> None:
    assert f"\n| {key} | " in (ROOT / "docs/taking.md").read_text("utf-8")


@pytest.mark.parametrize(("key", "meaning"), words.KEYS)
def test_the_keys_fit_a_small_terminal(key: str, meaning: str) -> None:
    assert len(f"{key}: {meaning}") < 40
    assert len(words.KEYS) < 11
