"""What goes out: strictly in order per chat, until the channel has taken it."""

from pathlib import Path

import pytest

from bot.dialogue.event import Event
from bot.dialogue.reply import Button, Reply
from bot.storage.database import Database
from bot.storage.identity import Identity, new_identity
from bot.storage.inbox import Inbox
from bot.storage.outbox import Outbox
from tests.support import NOW, PICTURE

SCREEN = Reply("<b>Pick</b> “one”", ((Button("Eén", "1:a"),), (Button("Two", "1:b"),)), "1:a", True, 3, PICTURE)


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return Database(tmp_path / "kompas.db")


@pytest.fixture
def who() -> Identity:
    return new_identity()


@pytest.fixture
def outbox(db: Database, who: Identity) -> Outbox:
    with db.writing():
        for address in ("42", "43"):
            Inbox(db, who).receive("telegram", None, address, Event("", "text", "hello", NOW))
    return Outbox(db, who)


def test_a_reply_comes_back_as_it_was_with_its_address(db: Database, who: Identity, outbox: Outbox) -> None:
    with db.writing():
        outbox.put(who.chat("telegram", "42"), SCREEN, NOW)

    letter = outbox.next(who.chat("telegram", "42"))

    assert letter is not None
    assert (letter.reply, letter.address, letter.screen, letter.attempts) == (SCREEN, "42", None, 0)


def test_each_chat_gets_its_replies_in_order(db: Database, who: Identity, outbox: Outbox) -> None:
    one, two = who.chat("telegram", "42"), who.chat("telegram", "43")
    with db.writing():
        for chat, text in ((one, "a"), (two, "x"), (one, "b"), (two, "y")):
            outbox.put(chat, Reply(text), NOW)
    assert outbox.chats("telegram") == (one, two)

    said: dict[str, list[str]] = {one: [], two: []}
    for chat in (two, one):
        while letter := outbox.next(chat):
            said[chat].append(letter.reply.text)
            with db.writing():
                outbox.sent(letter, 5)

    assert said == {one: ["a", "b"], two: ["x", "y"]}
    assert outbox.chats("telegram") == ()


def test_the_message_that_shows_the_screen_is_remembered(db: Database, who: Identity, outbox: Outbox) -> None:
    chat = who.chat("telegram", "42")
    with db.writing():
        for reply in (SCREEN, Reply("without buttons"), Reply("next")):
            outbox.put(chat, reply, NOW)

    screens = []
    for message in (11, 12, 13):
        letter = outbox.next(chat)
        assert letter is not None
        screens.append(letter.screen)
        with db.writing():
            outbox.sent(letter, message)

    assert screens == [None, 11, 11]


def test_what_was_sent_leaves_no_words_behind(db: Database, who: Identity, outbox: Outbox) -> None:
    chat = who.chat("telegram", "42")
    with db.writing():
        outbox.put(chat, Reply("because you said: secret"), NOW)
        letter = outbox.next(chat)
        assert letter is not None

        outbox.sent(letter, 1)

    assert db.rows("SELECT * FROM outbox") == []


def test_how_far_a_letter_got_survives(db: Database, who: Identity, outbox: Outbox) -> None:
    chat = who.chat("telegram", "42")
    with db.writing():
        outbox.put(chat, SCREEN, NOW)
        letter = outbox.next(chat)
        assert letter is not None

        outbox.part_sent(letter, 2)
        outbox.failed(letter, "TimedOut", NOW + 8)
        again = outbox.next(chat)

    assert again is not None
    assert (again.parts_sent, again.attempts, again.retry_at) == (2, 1, NOW + 8)


def test_a_chat_that_is_gone_loses_only_its_own_letters(db: Database, who: Identity, outbox: Outbox) -> None:
    one, two = who.chat("telegram", "42"), who.chat("telegram", "43")
    with db.writing():
        for chat in (one, two, one):
            outbox.put(chat, Reply("x"), NOW)

        assert outbox.drop_all(one) == 2

    assert outbox.chats("telegram") == (two,)
