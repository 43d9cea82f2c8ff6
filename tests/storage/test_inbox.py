"""What came in: each update once, in order, and nothing of the person once it is answered."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.event import Event
from bot.storage.database import Database
from bot.storage.identity import new_identity
from bot.storage.inbox import Inbox
from tests.support import NOW

DAY = 24 * 3600.0


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return Database(tmp_path / "kompas.db")


def event(value: str, now: float = NOW) -> Event:
    return Event("", "text", value, now, "nl")


def test_events_come_back_as_they_were_and_in_order(db: Database) -> None:
    inbox = Inbox(db, new_identity())

    with db.writing():
        for number, value in enumerate(("one", "two", "three")):
            assert inbox.receive("telegram", number, "42", event(value))
        seen = []
        while waiting := inbox.next("telegram"):
            seen.append(waiting.event)
            inbox.finish(waiting, NOW)

    assert [(e.kind, e.value, e.language, e.now) for e in seen] == [
        ("text", value, "nl", NOW) for value in ("one", "two", "three")
    ]
    assert len({e.chat for e in seen}) == 1


def test_an_update_counts_once_before_and_after_it_was_answered(db: Database) -> None:
    inbox = Inbox(db, new_identity())

    with db.writing():
        assert inbox.receive("telegram", 7, "42", event("one"))
        assert not inbox.receive("telegram", 7, "42", event("one"))
        waiting = inbox.next("telegram")
        assert waiting is not None
        inbox.finish(waiting, NOW)
        assert not inbox.receive("telegram", 7, "42", event("one"))
        assert inbox.receive("other", 7, "42", event("another channel"))

        assert inbox.next("telegram") is None


def test_events_without_a_number_all_count(db: Database) -> None:
    inbox = Inbox(db, new_identity())

    with db.writing():
        assert inbox.receive("terminal", None, "here", event("yes"))
        assert inbox.receive("terminal", None, "here", event("yes"))

    assert db.row("SELECT count(*) FROM inbox") == (2,)


def test_an_update_that_needs_no_answer_is_known_and_waits_for_nothing(db: Database) -> None:
    inbox = Inbox(db, new_identity())

    with db.writing():
        assert inbox.pass_over("telegram", 8, NOW)
        assert not inbox.pass_over("telegram", 8, NOW)

        assert inbox.next("telegram") is None
    assert db.row("SELECT count(*) FROM chats") == (0,)


def test_nothing_of_the_person_stays_once_it_is_answered(db: Database) -> None:
    inbox = Inbox(db, new_identity())
    with db.writing():
        inbox.receive("telegram", 7, "42", event("my secret"))
        waiting = inbox.next("telegram")
        assert waiting is not None

        inbox.finish(waiting, NOW, "ABC123")

    kept = db.rows("SELECT update_id, chat, kind, value, language, error FROM inbox")
    assert kept == [(7, None, None, None, None, "ABC123")]


def test_numbers_are_kept_longer_than_telegram_offers_an_update(db: Database) -> None:
    inbox = Inbox(db, new_identity())
    with db.writing():
        inbox.pass_over("telegram", 1, NOW)
        inbox.receive("telegram", 2, "42", event("waits since long", NOW))

        assert inbox.prune(NOW + DAY) == 0
        assert not inbox.pass_over("telegram", 1, NOW)
        assert inbox.prune(NOW + 3 * DAY) == 1
        assert inbox.next("telegram") is not None


@given(st.text(max_size=50, alphabet=st.characters(codec=None)) | st.just("\ud83d half an emoji \x00"))
def test_whatever_people_type_can_be_kept(value: str) -> None:
    memory = Database(None)
    inbox = Inbox(memory, new_identity())

    with memory.writing():
        inbox.receive("telegram", 1, "42", event(value))
        waiting = inbox.next("telegram")

    assert waiting is not None
    assert len(waiting.event.value) == len(value)
    waiting.event.value.encode()
    memory.close()
