"""The file of the learner's record: how it is opened, its tables, and what may be wrong with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quizgen.errors import RecordError

APPLICATION = 0x51_47_45_4E
"""SQLite's application_id of our files: "QGEN"."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE learners (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        )
        """,
        """
        CREATE TABLE quizzes (          -- content: the quiz file as it was last taken
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            content TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE sessions (         -- quiz: NULL for questions of several; ended: NULL while it can be resumed
            id INTEGER PRIMARY KEY,
            learner INTEGER NOT NULL REFERENCES learners ON DELETE CASCADE,
            quiz INTEGER REFERENCES quizzes,
            started TEXT NOT NULL,
            ended TEXT,
            options TEXT NOT NULL,
            questions TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE attempts (         -- prompt, answer, points: as they were when it was asked
            id INTEGER PRIMARY KEY,
            session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
            quiz INTEGER NOT NULL REFERENCES quizzes,
            number INTEGER NOT NULL,
            round INTEGER NOT NULL,
            question TEXT NOT NULL,
            prompt TEXT NOT NULL,
            answer TEXT NOT NULL,
            points INTEGER NOT NULL,
            action TEXT NOT NULL,
            typed TEXT NOT NULL,
            verdict TEXT NOT NULL,
            score REAL NOT NULL,
            reason TEXT NOT NULL,
            settled INTEGER NOT NULL,
            hints INTEGER NOT NULL,
            seconds REAL NOT NULL,
            at TEXT NOT NULL,
            counted INTEGER NOT NULL,
            rating INTEGER,
            undone INTEGER NOT NULL DEFAULT 0
        )
        """,
        "CREATE INDEX attempts_of_session ON attempts (session, number)",
        "CREATE INDEX sessions_of_learner ON sessions (learner, quiz)",
    ),
)
"""What leads from each version of the schema to the next; the version is how many were applied."""


def connect(path: Path | None, *, write: bool = True, patience: float = 5.0) -> sqlite3.Connection:
    """The record's database with the tables of this version.

    Args:
        path: the file, made if missing; None for memory.
        write: False opens an existing file for reading only.
        patience: seconds to wait for another program that is writing.

    Raises:
        RecordError: the file is locked, damaged, read-only, missing, not ours or of a newer version.
    """
    with explained(path):
        db = _open(path, write, patience)
        try:
            _prepare(db, path, write)
        except BaseException:
            db.close()
            raise
    return db


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turns what SQLite and the file system raise inside into one sentence.

    Raises:
        RecordError: the sentence.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise RecordError(_sentence(error, path)) from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """What is changed inside becomes part of the file as a whole, or not at all; may be nested."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite has rolled back by itself after some errors
            db.execute("ROLLBACK")
        raise


def _prepare(db: sqlite3.Connection, path: Path | None, write: bool) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    if not write:
        db.execute("BEGIN")
        if _version(db, path) < len(MIGRATIONS):
            raise RecordError(f"The record {path} holds nothing that this version can read yet: take a quiz.")
        db.execute("COMMIT")
        return
    # The transaction also finds out now whether the file can be written, and keeps out another
    # program that is about to make the same tables.
    with transaction(db):
        version = _version(db, path)
        for step, statements in enumerate(MIGRATIONS[version:], version + 1):
            for statement in statements:
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {step}")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")


def _version(db: sqlite3.Connection, path: Path | None) -> int:
    """How many migrations were applied.

    Raises:
        RecordError: the file is not ours, or newer than us.
    """
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
    if not ours and (version or db.execute("SELECT 1 FROM sqlite_master").fetchone()):
        raise RecordError(f"{path} is a database of another program: name another file with --db.")
    if version > len(MIGRATIONS):
        raise RecordError(
            f"The record {path} is from a newer quizgen: update quizgen, or name another file with --db."
        )
    return version


def _open(path: Path | None, write: bool, patience: float) -> sqlite3.Connection:
    if path is None:
        return sqlite3.connect(":memory:", isolation_level=None)
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(mode=0o600)  # names and answers are nobody else's business
        return sqlite3.connect(path, timeout=patience, isolation_level=None)
    if not path.is_file():
        raise RecordError(
            f"There is no record {path} yet: take a quiz first, or name another file with --db."
        )
    address = path.resolve().as_uri()
    try:
        db = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=patience, isolation_level=None)
        db.execute("PRAGMA user_version")
    except sqlite3.OperationalError:
        if path.with_name(path.name + "-wal").exists():
            raise
        # In a folder that can't be written SQLite can't make the files that write-ahead mode shares;
        # nobody else can write there either.
        db = sqlite3.connect(f"{address}?immutable=1", uri=True, timeout=patience, isolation_level=None)
    return db


def _sentence(error: sqlite3.Error | OSError, path: Path | None) -> str:
    if isinstance(error, OSError):
        return f"The record {path} can't be opened ({error.strerror}): mend that, or name another file with --db."
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"The record {path} is locked by another program: close that, or name another file with --db."
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return f"The record {path} is damaged: restore it from a backup or move it away, or name another file with --db."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"The record {path} can't be written: mend its permissions, or name another file with --db."
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return f"The record {path} can't be saved, the disk is full or fails: make room, or name another file with --db."
    return f"The record {path} can't be used ({error}): name another file with --db."
