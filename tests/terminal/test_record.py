"""The learner's record: one transaction a step, and a sentence for whatever may be wrong with the file."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.errors import RecordError
from quizgen.terminal import history, keys
from quizgen.terminal.database import MIGRATIONS
from quizgen.terminal.engine import State
from quizgen.terminal.record import Record

from .conftest import MOON, at, mark, started


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "record.sqlite"


@pytest.fixture
def record(file: Path) -> Iterator[Record]:
    with Record(file) as opened:
        yield opened


def session(record: Record, learner: str = "Ann", mode: str = "typed", **options: object) -> int:
    record.quiz("moon", MOON)
    return record.begin(learner, "moon", {"mode": mode, **options}, ["q1", "q2", "q3"], at())


def play(record: Record, number: int, *lines: str) -> State:
    """Type lines, saving after each."""
    state = started()
    for n, line in enumerate(lines):
        after = keys.respond(state, line, at(n + 1), mark).state
        record.save(number, state, after, at(n + 1))
        state = after
    return state


def test_what_was_logged_is_read_back(record: Record) -> None:
    state = play(record, session(record), "Wiseman", "", "h", "Victor Glover?", "nobody", "c", "", "s")
    assert tuple(entry.attempt for entry in record.logged()) == state.log


def test_an_undone_step_is_no_longer_read(record: Record) -> None:
    play(record, session(record), "nobody", "u")
    assert record.logged() == []


def test_an_undone_step_stays_in_the_file(record: Record, file: Path) -> None:
    play(record, session(record), "nobody", "u")
    assert sqlite3.connect(file).execute("SELECT typed, undone FROM attempts").fetchall() == [("nobody", 1)]


def test_an_answer_given_again_takes_the_place(record: Record) -> None:
    play(record, session(record), "nobody", "u", "Wiseman")
    assert [(e.attempt.number, e.attempt.typed) for e in record.logged()] == [(0, "Wiseman")]


def test_steps_that_could_not_be_saved_are_saved_with_the_next(record: Record) -> None:
    number, first = session(record), started()
    one = keys.respond(first, "nobody", at(1), mark).state
    two = keys.respond(keys.respond(one, "u", at(2), mark).state, "Wiseman", at(3), mark).state
    record.save(number, one, two, at(4))  # the step to `one` had failed
    assert [entry.attempt.typed for entry in record.logged()] == ["Wiseman"]


def test_an_override_is_logged(record: Record) -> None:
    play(record, session(record), "nobody", "c")
    step = record.logged()[0].attempt
    assert (step.verdict, step.counted, step.credit) == ("wrong", True, 1.0)


def test_an_unfinished_session_is_found(record: Record) -> None:
    number = session(record, mode="typed")
    state = play(record, number, "Wiseman")
    found = record.unfinished("Ann", "moon", {})
    assert found is not None
    assert (found.id, found.questions, found.log) == (number, ("q1", "q2", "q3"), state.log)


def test_one_with_other_options_is_not(record: Record) -> None:
    play(record, session(record, mode="typed", n=2), "Wiseman")
    assert record.unfinished("Ann", "moon", {"mode": "choice"}) is None
    assert record.unfinished("Ann", "moon", {"n": 2}) is not None


def test_one_without_an_answer_is_not(record: Record) -> None:
    session(record)
    assert record.unfinished("Ann", "moon", {}) is None


def test_a_finished_one_is_not(record: Record) -> None:
    play(record, session(record), "r", "", "r", "", "r", "")
    assert record.unfinished("Ann", "moon", {}) is None


def test_undo_at_the_end_opens_it_again(record: Record) -> None:
    play(record, session(record), "r", "", "r", "", "r", "", "u")
    assert record.unfinished("Ann", "moon", {}) is not None


def test_a_retry_does_not_open_it_again(record: Record) -> None:
    play(record, session(record), "r", "", "r", "", "r", "", "r", "Wiseman")
    assert record.unfinished("Ann", "moon", {}) is None


def test_learners_are_kept_apart(record: Record) -> None:
    play(record, session(record, "Ann"), "Wiseman")
    play(record, session(record, "Ben"), "nobody")
    assert [entry.attempt.typed for entry in record.logged(learner="Ben")] == ["nobody"]


class TestForget:
    def test_one_learner_goes_and_the_others_stay(self, record: Record) -> None:
        play(record, session(record, "Ann"), "Wiseman")
        play(record, session(record, "Ben"), "nobody")
        assert record.forget("Ann") == 1
        assert record.learners() == ["Ben"]
        assert [entry.learner for entry in record.logged()] == ["Ben"]

    def test_nothing_is_left_in_the_file(self, file: Path) -> None:
        with Record(file) as record:
            play(record, session(record, "Annabelle"), "my secret thought")
            record.forget("Annabelle")
        left = b"".join(path.read_bytes() for path in file.parent.iterdir())
        assert b"Annabelle" not in left
        assert b"secret" not in left

    def test_an_unknown_learner_is_told(self, record: Record) -> None:
        assert record.forget("Zoe") is None


class TestTheFile:
    def test_it_is_in_write_ahead_mode(self, record: Record, file: Path) -> None:
        assert sqlite3.connect(file).execute("PRAGMA journal_mode").fetchone() == ("wal",)

    def test_nobody_else_may_read_it(self, record: Record, file: Path) -> None:
        assert file.stat().st_mode & 0o077 == 0

    def test_it_knows_its_version(self, record: Record, file: Path) -> None:
        assert sqlite3.connect(file).execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)

    def test_an_older_one_is_brought_up_to_date(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with Record(file) as record:
            play(record, session(record), "Wiseman")
        newer = (*MIGRATIONS, ("ALTER TABLE learners ADD COLUMN class TEXT",))
        monkeypatch.setattr("quizgen.terminal.database.MIGRATIONS", newer)
        with Record(file) as record:
            assert len(record.logged()) == 1
        db = sqlite3.connect(file)
        assert db.execute("PRAGMA user_version").fetchone() == (len(newer),)
        assert db.execute("SELECT class FROM learners").fetchall() == [(None,)]

    def test_a_migration_that_fails_leaves_the_file_as_it_was(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Record(file).close()
        broken = (*MIGRATIONS, ("CREATE TABLE half (id INTEGER)", "NONSENSE"))
        monkeypatch.setattr("quizgen.terminal.database.MIGRATIONS", broken)
        with pytest.raises(RecordError):
            Record(file)
        monkeypatch.undo()
        with Record(file) as record:
            assert record.learners() == []
        assert not sqlite3.connect(file).execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone()

    def test_a_newer_one_is_refused(self, file: Path) -> None:
        Record(file).close()
        sqlite3.connect(file).execute("PRAGMA user_version = 99")
        with pytest.raises(RecordError, match="newer quizgen"):
            Record(file)

    def test_a_damaged_one_is_refused(self, file: Path) -> None:
        Record(file).close()
        file.write_bytes(b"no database " * 1000)
        with pytest.raises(RecordError, match="damaged"):
            Record(file)

    def test_a_locked_one_is_refused(self, file: Path) -> None:
        Record(file).close()
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordError, match="locked"):
            Record(file, patience=0.05)
        other.close()

    def test_one_that_can_not_be_written_is_refused(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Record(file).close()
        sqlite3.connect(file).execute("PRAGMA journal_mode = DELETE")

        def read_only(*_: object) -> sqlite3.Connection:  # for a tester who is root, file modes don't count
            return sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)

        monkeypatch.setattr("quizgen.terminal.database._open", read_only)
        with pytest.raises(RecordError, match="can't be written"):
            Record(file)

    def test_another_program_s_database_is_refused(self, file: Path) -> None:
        file.parent.mkdir()
        db = sqlite3.connect(file)
        db.execute("CREATE TABLE bookmarks (id)")
        db.commit()
        with pytest.raises(RecordError, match="another program"):
            Record(file)

    def test_a_folder_in_its_place_is_refused(self, file: Path) -> None:
        file.mkdir(parents=True)
        with pytest.raises(RecordError, match="can't be written"):
            Record(file)

    def test_reading_makes_no_file(self, file: Path) -> None:
        with pytest.raises(RecordError, match="no record"):
            Record(file, write=False)
        assert not file.exists()

    def test_it_can_be_read_while_a_quiz_is_taken(self, record: Record, file: Path) -> None:
        play(record, session(record), "Wiseman")
        with Record(file, write=False) as reader:
            assert len(reader.logged()) == 1

    def test_memory_leaves_no_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with Record(None) as record:
            play(record, session(record), "Wiseman")
        assert list(tmp_path.iterdir()) == []


def test_a_session_s_score_takes_the_better_try_and_leaves_retries_out(record: Record) -> None:
    play(record, session(record), "Reid Wiseman?", "no", "", "Victor Glover", "", "r", "", "r", "Wiseman", "")
    (past,) = history.sessions(record.logged())
    assert (past.answered, past.earned, past.points) == (3, 1.5, 3)


def test_the_missed_ones_are_those_that_went_wrong_last(record: Record) -> None:
    play(record, session(record), "no", "", "no", "", "no", "", "r", "Wiseman", "")
    assert history.missed(record.logged()) == {"q2", "q3"}


def test_the_question_is_kept_as_it_was_asked(record: Record) -> None:
    play(record, session(record), "Wiseman")
    record.quiz("moon", replace(MOON, questions=()))
    assert record.logged()[0].prompt == "Who commands the mission?"
