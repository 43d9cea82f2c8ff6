"""What a chat leaves behind, and how it is forgotten."""

from pathlib import Path

import pytest

from bot.dialogue.event import Event
from bot.dialogue.reply import Reply
from bot.errors import StorageError
from bot.storage.database import Database
from bot.storage.identity import Identity, new_identity
from bot.storage.inbox import Inbox
from bot.storage.outbox import Outbox
from bot.storage.store import DAY, Store
from tests.support import NOW

STATE = {"language": "nl", "texts": ["het systeem is veertig jaar oud"], "ratings": {"a/s1": 3, "b/s1": "n/a"}}


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return Database(tmp_path / "kompas.db")


@pytest.fixture
def who() -> Identity:
    return new_identity()


@pytest.fixture
def chat(db: Database, who: Identity) -> str:
    inbox = Inbox(db, who)
    with db.writing():
        inbox.receive("telegram", 1, "42", Event("", "text", "hello", NOW))
        waiting = inbox.next("telegram")
        assert waiting is not None
        inbox.finish(waiting, NOW)
    return who.chat("telegram", "42")


def test_a_state_comes_back_as_it_was(db: Database, chat: str) -> None:
    store = Store(db)
    assert store.state(chat) is None

    with db.writing():
        store.save_state(chat, {"language": "en"}, NOW)
        store.save_state(chat, STATE, NOW)

    assert store.state(chat) == STATE
    assert store.state("nobody") is None


def test_assessments_come_back_oldest_first(db: Database, chat: str) -> None:
    store = Store(db)

    with db.writing():
        for number in range(3):
            store.save_assessment(chat, {"number": number}, NOW + number)

    assert [result["number"] for result in store.history(chat)] == [0, 1, 2]
    assert {result["finished"] for result in store.history(chat)} == {"2023-11-14"}


def test_forgetting_leaves_only_the_way_to_say_farewell(db: Database, who: Identity, chat: str) -> None:
    store, outbox = Store(db), Outbox(db, who)
    with db.writing():
        store.save_state(chat, STATE, NOW)
        store.save_assessment(chat, {"number": 1}, NOW)
        outbox.put(chat, Reply("because you said ..."), NOW)

        store.forget(chat)
        outbox.put(chat, Reply("farewell"), NOW)

    letter = outbox.next(chat)
    assert letter is not None
    assert letter.reply.text == "farewell"
    assert (store.state(chat), store.history(chat)) == (None, ())
    with db.writing():
        assert not store.depart(chat)
        outbox.sent(letter, 1)
        assert store.depart(chat)
    assert db.row("SELECT count(*) FROM chats") == (0,)


def test_who_writes_again_before_the_farewell_is_not_erased_with_it(db: Database, who: Identity, chat: str) -> None:
    store = Store(db)
    with db.writing():
        store.forget(chat)
        store.save_state(chat, {"language": "en"}, NOW)

        assert not store.depart(chat)

    assert store.state(chat) == {"language": "en"}


def test_what_is_older_than_the_retention_goes_and_nothing_else(db: Database, who: Identity, chat: str) -> None:
    store, inbox = Store(db), Inbox(db, who)
    with db.writing():
        store.save_state(chat, STATE, NOW)
        store.save_assessment(chat, {"number": 1}, NOW - 20 * DAY)
        store.save_assessment(chat, {"number": 2}, NOW)
        inbox.receive("telegram", 2, "43", Event("", "text", "still waits", NOW - 90 * DAY))

        assert store.purge(NOW + 15 * DAY, 30) == (0, 1)
        assert [result["number"] for result in store.history(chat)] == [2]
        assert store.purge(NOW + 31 * DAY, 30) == (1, 1)

    assert db.rows("SELECT chat FROM chats") == [(who.chat("telegram", "43"),)]


def test_a_database_knows_its_key(db: Database, who: Identity) -> None:
    store = Store(db)
    with db.writing():
        store.recognise(who)
        store.recognise(who)

    with pytest.raises(StorageError, match="belongs to another secret key"), db.writing():
        store.recognise(new_identity())
