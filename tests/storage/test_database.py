"""The file: opened safely, or refused in a plain sentence."""

import os
import sqlite3
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage.database import Database, seconds, stamp
from bot.storage.migrations import migrations


def note_and_fail(db: Database, key: str) -> None:
    db.run("INSERT INTO meta VALUES (?, '1')", key)
    raise ZeroDivisionError


def test_a_new_file_gets_every_table_and_can_be_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "kompas.db"

    Database(path).close()
    db = Database(path)

    names = {row[0] for row in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"chats", "inbox", "outbox", "assessments", "due", "meta"} <= names
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    db = Database(tmp_path / "kompas.db")

    assert db.row("PRAGMA journal_mode") == ("wal",)
    assert db.row("PRAGMA synchronous") == (2,)
    assert db.row("PRAGMA foreign_keys") == (1,)


def test_an_empty_database_in_memory_works() -> None:
    db = Database(None)

    with db.writing():
        db.run("INSERT INTO meta VALUES ('a', 'b')")

    assert db.row("SELECT value FROM meta") == ("b",)


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    db = Database(tmp_path / "kompas.db")

    with pytest.raises(ZeroDivisionError), db.writing():
        note_and_fail(db, "lost")

    assert db.row("SELECT * FROM meta") is None


def test_an_attempt_that_fails_leaves_the_rest_of_its_transaction(tmp_path: Path) -> None:
    db = Database(tmp_path / "kompas.db")

    with db.writing():
        db.run("INSERT INTO meta VALUES ('kept', '1')")
        with pytest.raises(ZeroDivisionError), db.attempt():
            note_and_fail(db, "lost")

    assert db.rows("SELECT key FROM meta") == [("kept",)]


def test_a_database_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kompas.db"
    db = Database(path)
    with db.writing():
        db.run("INSERT INTO _sqlite_migrations VALUES (999, 'kompas', 'm999_from_the_future', '2099')")
    db.close()

    with pytest.raises(StorageError, match=r"newer Kompas.*update Kompas"):
        Database(path)


def test_migrations_are_named_in_order_and_only_appended() -> None:
    names = [step.name for step in migrations._migrations]

    assert names == sorted(names)
    assert names[0] == "m001_first_tables"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kompas.db"
    path.write_text("this is a shopping list, not a database\n" * 100)

    with pytest.raises(StorageError, match="is not a database of Kompas"):
        Database(path)

    assert path.read_text().startswith("this is a shopping list")


def test_a_folder_that_may_not_be_written_to_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    path = Path("/proc/kompas/kompas.db") if os.geteuid() == 0 else folder / "kompas.db"  # root may write anywhere

    with pytest.raises(StorageError, match="folder that may be written to in the key database"):
        Database(path)


def test_a_folder_in_place_of_a_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="database"):
        Database(tmp_path)


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path: Path) -> None:
    db = Database(tmp_path / "kompas.db")
    pages = db.row("PRAGMA page_count")
    assert pages is not None
    db.rows(f"PRAGMA max_page_count = {pages[0]}")

    with pytest.raises(StorageError, match="is full; make room"), db.writing():
        db.run("INSERT INTO meta VALUES ('big', ?)", "x" * 1_000_000)

    db.rows("PRAGMA max_page_count = 100000")
    with db.writing():
        db.run("INSERT INTO meta VALUES ('small', 'x')")
    assert db.rows("SELECT key FROM meta") == [("small",)]


def test_a_database_that_another_program_keeps_busy_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.storage.database.BUSY_SECONDS", 0.05)
    db = Database(tmp_path / "kompas.db")
    other = sqlite3.connect(tmp_path / "kompas.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageError, match="kept busy"), db.writing():
        pass

    other.execute("ROLLBACK")
    with db.writing():
        pass


def test_times_are_stored_so_that_they_sort_as_text_and_come_back() -> None:
    times = [0.0, 999_999_999.999, 1_700_000_000.123]

    assert sorted(map(stamp, times)) == [stamp(time) for time in times]
    assert [seconds(stamp(time)) for time in times] == pytest.approx(times, abs=0.001)
