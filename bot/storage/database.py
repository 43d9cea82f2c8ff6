"""The file: opening it safely, one transaction at a time, and plain sentences for what can be wrong with it.

Belongs here: everything SQLite. Does not: what the tables mean (see `inbox`, `outbox`, `store`).
"""

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from sqlite_utils import Database as SqliteUtils

from bot.errors import StorageError
from bot.storage.migrations import migrations

try:
    import fcntl
except ImportError:  # where the system has no such locks, two programs are not kept apart
    fcntl = None  # type: ignore[assignment]

LOCK_PAUSE = 0.1
"""Seconds between two looks whether another Kompas has stopped."""

BUSY_SECONDS = 5.0
"""How long to wait for another program that is writing: longer than any transaction of ours, shorter than patience."""

Value = str | int | float | None
Row = tuple[Value, ...]


class Database:
    """An open database. Not for two threads at once: whoever uses threads lets one of them do all of it."""

    def __init__(self, path: Path | None) -> None:
        """Open (or create) the file at `path`, in memory without one; raises StorageError when it cannot be used."""
        self.path = path
        with self._plainly():
            self._db = _opened(path)
        try:
            self._migrate()
        except BaseException:
            self._db.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Everything inside happens, or nothing of it; the write lock is taken first, so that nobody comes between."""
        with self._plainly():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.rollback()
                raise
            try:
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Inside `writing`: a part that can fail without taking the rest with it."""
        with self._plainly(), self._db.atomic():
            yield

    def run(self, sql: str, *values: Value) -> int:
        """Execute one statement inside `writing`; the number of rows it changed."""
        with self._plainly():
            return self._db.execute(sql, values).rowcount

    def rows(self, sql: str, *values: Value) -> Sequence[Row]:
        """All rows of a query."""
        with self._plainly():
            found: list[Row] = self._db.execute(sql, values).fetchall()
            return found

    def row(self, sql: str, *values: Value) -> Row | None:
        """The first row of a query, if there is one."""
        with self._plainly():
            found: Row | None = self._db.execute(sql, values).fetchone()
            return found

    def empty_log(self) -> None:
        """Write the log into the file and empty it, so that nothing that was erased is left in it."""
        with self._plainly():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Close the file; afterwards this object is of no use."""
        self._db.close()

    def _migrate(self) -> None:
        with self._plainly():
            known = {migration.name for migration in migrations._migrations}
            newer = [step.name for step in migrations.applied(self._db) if step.name not in known]
            if newer:
                raise StorageError(
                    f'The database {self._name} was used by a newer Kompas (it has "{newer[0]}"); '
                    "update Kompas, or name another file in the key database."
                )
            if migrations.pending(self._db):
                migrations.apply(self._db)

    @property
    def _name(self) -> str:
        return str(self.path) if self.path else "in memory"

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        """Turn what SQLite says into a sentence with a remedy."""
        try:
            yield
        except _BUGS:
            raise
        except sqlite3.Error as error:
            raise StorageError(_sentence(error, self._name)) from error
        except OSError as error:
            raise StorageError(
                f"The database {self._name} cannot be made ({error.strerror}); name a file in a folder that may be "
                "written to in the key database."
            ) from error


def stamp(now: float) -> str:
    """The time as it is stored."""
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds")


def seconds(stored: Value) -> float:
    """The stored time in seconds since 1970."""
    return datetime.fromisoformat(str(stored)).timestamp()


def exclusive(path: Path) -> TextIO:
    """The lock of a program that sends from a database: two would both send what waits.

    It ends when the file is closed or its program ends, however that happens. Waits BUSY_SECONDS for another program to
    stop; raises StorageError when it does not.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.with_name(f"{path.name}.lock").open("a", encoding="ascii")
    except OSError as error:
        raise StorageError(f"The database {path} cannot be made: {error.strerror}.") from error
    for left in range(int(BUSY_SECONDS / LOCK_PAUSE) if fcntl else -1, -1, -1):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if left:
                time.sleep(LOCK_PAUSE)
        else:
            return lock
    if fcntl is None:
        return lock
    lock.close()
    raise StorageError(
        f"The database {path} is in use by another Kompas; stop that one first, "
        "or name another file in the key database."
    )


def _opened(path: Path | None) -> SqliteUtils:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # readable by its owner only: it holds what people told
    # used by the thread that made it and then by the writer thread, never by both at once
    connection = sqlite3.connect(path or ":memory:", timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        db = SqliteUtils(connection, execute_plugins=False)
        db.enable_wal()
        db.execute("PRAGMA synchronous=FULL")
        db.execute("PRAGMA foreign_keys=ON")
        db.execute("PRAGMA secure_delete=ON").fetchall()  # what is deleted is overwritten: erased means erased
    except BaseException:
        connection.close()
        raise
    return db


_BUGS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.DataError)
"""What SQLite says when we misuse it: no sentence helps there, and trying again neither."""

_SENTENCES = {
    sqlite3.SQLITE_NOTADB: "{path} is not a database of Kompas; name another file in the key database.",
    sqlite3.SQLITE_CORRUPT: "The database {path} is damaged; put back a backup.",
    sqlite3.SQLITE_CANTOPEN: "The database {path} cannot be opened; check that its folder exists and may be written "
    "to.",
    sqlite3.SQLITE_READONLY: "The database {path} cannot be written to; give this user the right to write the file "
    "and its folder.",
    sqlite3.SQLITE_FULL: "The disk of the database {path} is full; make room on it.",
    sqlite3.SQLITE_IOERR: "The disk of the database {path} fails or is full; check the disk.",
    sqlite3.SQLITE_BUSY: "The database {path} is kept busy by another program; stop that program, or wait.",
    sqlite3.SQLITE_PERM: "The database {path} may not be opened by this user; change the rights of the file.",
}


def _sentence(error: sqlite3.Error, path: str) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the lowest byte is the kind, the rest a detail
    sentence = _SENTENCES.get(code)
    return sentence.format(path=path) if sentence else f"The database {path} cannot be used ({type(error).__name__})."
