"""The one way of every message: in, answered once in one transaction, out."""

import logging
import time
from pathlib import Path

import pytest

from bot.app import Arrival, Kompas, build
from bot.config import Settings
from bot.dialogue.event import Event
from bot.errors import KnowledgeError, StorageError
from bot.storage.database import Database
from tests.small import SMALL
from tests.support import NOW, heard, small_bot

WORDS = "secret words of a person"


def tell(kompas: Kompas, value: str, address: str = "42", update: int | None = None, language: str = "en") -> int:
    event = Event("", "text", value, NOW, language)
    return kompas.receive("test", Arrival(address, event, NOW, update))


def answer_all(kompas: Kompas) -> list[str | None]:
    errors = []
    while turn := kompas.turn("test", NOW):
        errors.append(turn.error)
    return errors


def test_a_message_is_answered_once_however_often_it_comes(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)

    assert tell(kompas, "hello", update=7) == 1
    assert tell(kompas, "hello", update=7) == 0
    answer_all(kompas)
    assert tell(kompas, "hello", update=7) == 0
    answer_all(kompas)

    assert heard(kompas, "test", "42") == ["1: hello"]


def test_everything_survives_a_restart_at_any_point(tmp_path: Path) -> None:
    tell(small_bot(tmp_path), "one", update=1)
    assert small_bot(tmp_path).turn("test", NOW) is not None
    tell(small_bot(tmp_path), "two", update=2)
    assert tell(small_bot(tmp_path), "two", update=2) == 0
    assert small_bot(tmp_path).turn("test", NOW) is not None

    assert heard(small_bot(tmp_path), "test", "42") == ["1: one", "2: two"]


def test_chats_and_channels_do_not_mix(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)

    for address in ("1", "2", "1"):
        tell(kompas, f"from {address}", address)
    kompas.receive("other", Arrival("1", Event("", "text", "elsewhere", NOW), NOW))
    answer_all(kompas)

    assert heard(kompas, "test", "1") == ["1: from 1", "2: from 1"]
    assert heard(kompas, "test", "2") == ["1: from 2"]
    assert heard(kompas, "other", "1") == []


def test_an_unexpected_failure_ends_in_an_apology_and_never_comes_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kompas = small_bot(tmp_path)
    for value in ("hallo", "boom", "verder"):
        tell(kompas, value, language="nl")

    errors = answer_all(kompas)

    assert [error is None for error in errors] == [True, False, True]
    assert heard(kompas, "test", "42") == ["1: hallo", f"sorry nl {errors[1]}", "2: verder"]
    assert answer_all(small_bot(tmp_path)) == []
    assert str(errors[1]) in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "support.py" in caplog.text
    assert WORDS not in caplog.text


def test_a_failing_apology_still_gives_the_reference(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    kompas._apology = lambda language, reference: 1 / 0  # type: ignore[assignment,return-value]
    tell(kompas, "boom")

    (error,) = answer_all(kompas)

    assert heard(kompas, "test", "42") == [error]


def test_a_database_that_fails_loses_nothing_and_blames_nobody(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    tell(kompas, "long")
    db = kompas._db
    size = db.row("PRAGMA page_count")
    assert size is not None
    db.rows(f"PRAGMA max_page_count = {size[0]}")

    with pytest.raises(StorageError, match="is full"):
        kompas.turn("test", NOW)

    db.rows("PRAGMA max_page_count = 1000000")
    assert answer_all(kompas) == [None]
    assert len(heard(kompas, "test", "42")) == 1


def test_a_state_that_cannot_be_read_shuts_nobody_out(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    tell(kompas, "one")
    answer_all(kompas)
    with kompas._db.writing():
        kompas._db.run("""UPDATE chats SET state = '{"language": "nl", "matches": [{"x": 1}]}'""")

    tell(kompas, "two")

    assert answer_all(kompas) == [None]
    assert heard(kompas, "test", "42") == ["1: one", "1: two"]


def test_assessments_are_kept_and_shown_to_the_conversation(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)

    for value in ("save", "save", "history"):
        tell(kompas, value)
    tell(kompas, "history", address="somebody else")
    answer_all(kompas)

    assert heard(kompas, "test", "42")[-1] == "2 assessments"
    assert heard(kompas, "test", "somebody else") == ["0 assessments"]


def test_forgetting_erases_everything_once_the_farewell_was_sent(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    tell(kompas, f"{WORDS} one", address="1234567890", update=1)
    tell(kompas, "save", address="1234567890", update=2)
    tell(kompas, "forget", address="1234567890", update=3)
    tell(kompas, "stays", address="43", update=4)

    answer_all(kompas)

    assert heard(kompas, "test", "1234567890") == ["farewell"]
    assert heard(kompas, "test", "43") == ["1: stays"]
    tables = {table: kompas._db.row(f"SELECT count(*) FROM {table}") for table in ("chats", "assessments", "outbox")}
    assert tables == {"chats": (1,), "assessments": (0,), "outbox": (0,)}
    everything = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert WORDS.encode() not in everything
    assert b"1234567890" not in everything
    assert kompas.chat("test", "1234567890").encode() not in everything


def test_after_forgetting_the_conversation_begins_anew(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    for value in ("one", "forget", "two"):
        tell(kompas, value)

    answer_all(kompas)

    assert heard(kompas, "test", "42") == ["farewell", "1: two"]
    assert kompas._db.row("SELECT leaving FROM chats") == (0,)


def test_who_blocked_us_after_forgetting_is_erased_too(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    for value in ("one", "forget"):
        tell(kompas, value)
    answer_all(kompas)

    assert kompas.gone(kompas.chat("test", "42")) == 1

    assert kompas._db.row("SELECT count(*) FROM chats") == (0,)


def test_rows_can_be_read_by_a_person_but_say_not_who(tmp_path: Path) -> None:
    import sqlite_utils

    kompas = small_bot(tmp_path)
    tell(kompas, "hello", address="1234567890", update=5)
    answer_all(kompas)

    rows = {name: list(sqlite_utils.Database(tmp_path / "kompas.db")[name].rows) for name in ("chats", "outbox")}

    assert rows["chats"][0]["state"].startswith('{"language": "en"')
    assert rows["chats"][0]["seen_at"] == "2023-11-14T22:13:20.000+00:00"
    assert '"text": "1: hello"' in rows["outbox"][0]["reply"]
    assert "1234567890" not in str(rows)


def test_the_real_conversation_is_built_from_settings(tmp_path: Path) -> None:
    database = tmp_path / "data" / "kompas.db"
    kompas = build(Settings(database=database, knowledge={"path": SMALL}, operator={"name": "City of Test"}))  # type: ignore[arg-type]

    kompas.receive("test", Arrival("1", Event("", "command", "/start", time.time(), "nl"), time.time()))
    assert kompas.turn("test") is not None

    assert kompas.language(kompas.chat("test", "1"), "") == "nl"
    assert "City of Test" in heard(kompas, "test", "1")[0]
    assert (tmp_path / "data" / "kompas.key").is_file()
    kompas.close()


def test_a_database_of_another_key_is_refused(tmp_path: Path) -> None:
    small_bot(tmp_path)
    (tmp_path / "kompas.key").unlink()

    with pytest.raises(StorageError, match="another secret key"):
        small_bot(tmp_path)


def test_a_broken_knowledge_base_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError):
        build(Settings(database=tmp_path / "kompas.db", knowledge={"path": tmp_path}))  # type: ignore[arg-type]


def test_logs_hold_no_words_at_any_level(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    kompas = small_bot(tmp_path)

    for value in (WORDS, "boom", "save", "forget"):
        tell(kompas, value, address="1234567890")
    answer_all(kompas)
    heard(kompas, "test", "1234567890")

    assert WORDS not in caplog.text
    assert "1234567890" not in caplog.text


def test_purging_follows_the_retention(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    tell(kompas, "hello")
    answer_all(kompas)
    heard(kompas, "test", "42")

    purged = kompas.purge(NOW + 31 * 24 * 3600)

    assert (purged.chats, purged.updates) == (1, 1)
    assert Database(tmp_path / "kompas.db").row("SELECT count(*) FROM chats") == (0,)


# --- what a reviewer found -------------------------------------------------------------------------------------------


def test_a_second_program_on_the_same_database_is_told_to_wait_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.database.BUSY_SECONDS", 0.2)
    settings = Settings.model_validate({"database": tmp_path / "kompas.db", "knowledge": {"path": SMALL}})
    first = build(settings)

    with pytest.raises(StorageError, match="in use by another Kompas"):
        build(settings)

    first.close()
    build(settings).close()


def test_a_state_that_somebody_spoiled_by_hand_holds_up_nobody(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    tell(kompas, "one", "1")
    answer_all(kompas)
    kompas._db._db.execute("UPDATE chats SET state = '{bro'")
    kompas._db._db.conn.commit()
    tell(kompas, "two", "1")
    tell(kompas, "hello", "2")

    assert answer_all(kompas) == [None, None]


def test_what_was_wiped_leaves_the_databases_log_too(tmp_path: Path) -> None:
    kompas = small_bot(tmp_path)
    tell(kompas, WORDS)
    answer_all(kompas)
    heard(kompas, "test", "42")
    kompas.turn("test", NOW + 3600)

    log = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.name.endswith("-wal"))
    assert WORDS.encode() not in log
