"""Everything that goes wrong between us and Telegram: nothing is lost, nothing is said twice, nobody else waits."""

import logging
import sqlite3
import time
from pathlib import Path

import pytest

from bot.app import Kompas
from bot.dialogue.reply import Button, Reply
from tests.support import small_bot
from tests.telegram.person import Person
from tests.telegram.running import running
from tests.telegram.standin import TOKEN, Fault, StandIn
from tests.telegram.wire import served

WORDS = "secret words of a person"


pytestmark = pytest.mark.usefixtures("impatient")


@pytest.mark.parametrize("fault", ["429", "500", "502", "drop before", "garbage"])
def test_what_was_not_accepted_is_sent_again(standin: StandIn, url: str, kompas: Kompas, fault: Fault) -> None:
    person = Person(standin, 42)
    standin.fault("sendMessage", fault)

    with running(kompas, url):
        person.say("one")
        person.say("two")
        person.say("three")
        assert person.hears(3) == ["1: one", "2: two", "3: three"]


def test_an_edit_that_was_accepted_unheard_is_done(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("hello")
        person.hears(1)
        standin.fault("editMessageText", "drop after")
        person.press("Yes")
        person.say("next")
        assert person.hears(3) == ["1: hello", "2: 1:yes", "3: next"]

    assert len(standin.refused("is not modified")) == 0
    assert len(standin.refused()) == 1


def test_too_many_requests_slow_only_that_chat(standin: StandIn, url: str, kompas: Kompas) -> None:
    slow, calm = Person(standin, 1), Person(standin, 2)
    standin.fault("sendMessage", "429", chat=1, retry_after=2)

    with running(kompas, url):
        began = time.monotonic()
        slow.say("hello")
        standin.wait(lambda: standin.count("sendMessage"))
        calm.say("hello")
        calm.hears(1, 1.5)
        slow.hears(1)

    assert slow.chat.accepted_at[0] - began >= 2


def test_markup_that_telegram_cannot_read_is_sent_as_plain_text(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("broken")
        assert person.hears(1) == ["a <b>broken<i> text"]

    assert person.screen.labels == ("Yes", "No")


def test_a_screen_that_is_gone_is_sent_anew(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("hello")
        person.hears(1)
        screen = person.screen
        del person.chat.messages[screen.id]
        person.press("Yes", screen)
        person.hears(2)

    (anew,) = person.replies
    assert (anew.text, anew.edits) == ("2: 1:yes", 0)


def test_an_expired_query_is_nobodys_loss(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("hello")
        person.hears(1)
        with standin.changed:
            person.press("Yes")
            standin.expire_queries()
        assert person.hears(2)[1] == "2: 1:yes"


def test_who_blocked_us_loses_only_their_own_letters(standin: StandIn, url: str, kompas: Kompas) -> None:
    person, other = Person(standin, 1), Person(standin, 2)
    person.chat.blocked = True

    with running(kompas, url):
        for _ in range(3):
            person.say("twice")
        other.say("hello")
        other.hears(1)
        standin.wait(lambda: standin.count("sendMessage") > 1)
        time.sleep(0.2)
        person.chat.blocked = False
        person.say("back again")

        assert person.hears(1)[-1] == "4: back again"


def test_a_chat_that_does_not_exist_blocks_nobody(standin: StandIn, url: str, kompas: Kompas) -> None:
    ghost, other = Person(standin, 1), Person(standin, 2)
    del standin.chats[1]

    with running(kompas, url):
        ghost.say("hello")
        other.say("hello")
        other.hears(1)
        standin.wait(lambda: standin.refused())

    assert standin.refused() == ["sendMessage: Bad Request: chat not found"]
    assert kompas.chats_waiting("telegram") == ()


@pytest.mark.parametrize("fault", ["500", "drop before", "drop after", "garbage", "429"])
def test_polling_goes_on_after_a_fault(
    standin: StandIn, url: str, kompas: Kompas, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    person = Person(standin, 42)
    standin.fault("getUpdates", fault)

    with running(kompas, url):
        person.say("one")
        person.hears(1)
        person.say("two")
        assert person.hears(2) == ["1: one", "2: two"]

    assert sum("receiving from Telegram" in record.getMessage() for record in caplog.records) == 2


def test_a_second_poller_is_said_once(
    standin: StandIn, url: str, kompas: Kompas, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    person = Person(standin, 42)

    with running(kompas, url):
        standin.wait(lambda: standin.count("setMyCommands") >= 3)
        time.sleep(0.2)
        assert standin.request(TOKEN, "getUpdates", {"timeout": "0"}, lambda: False) == []
        person.say("hello")
        assert person.hears(1) == ["1: hello"]

    assert caplog.text.count("another program polls with this token") == 1


def test_a_network_that_comes_late_is_waited_for(kompas: Kompas, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    standin = StandIn()
    person = Person(standin, 42)
    standin.fault("getMe", "drop before", 2)

    with served(standin) as url, running(kompas, url):
        person.say("hello")
        assert person.hears(1) == ["1: hello"]

    assert [r.getMessage() for r in caplog.records if "reaching" in r.getMessage()] == [
        "reaching Telegram: NetworkError",
        "reaching Telegram: works again",
    ]


def test_a_wrong_token_ends_it_with_one_sentence(
    standin: StandIn, url: str, kompas: Kompas, caplog: pytest.LogCaptureFixture
) -> None:
    with running(kompas, url, token="123456:wrong") as bot:
        standin.wait(lambda: bot.code is not None, 5)

    assert bot.code == 1
    assert len(caplog.records) == 1
    assert "KOMPAS_TELEGRAM_TOKEN" in caplog.text
    assert "wrong" not in caplog.text


def test_a_revoked_token_ends_it_and_loses_nothing(standin: StandIn, url: str, kompas: Kompas, tmp_path: Path) -> None:
    person = Person(standin, 42)
    with running(kompas, url) as bot:
        person.say("one")
        person.hears(1)
        standin.token = "123456:new"
        person.say("two")
        standin.wait(lambda: bot.code is not None, 5)
    assert bot.code == 1

    with running(small_bot(tmp_path), url, token="123456:new"):
        assert person.hears(2) == ["1: one", "2: two"]


def test_a_database_that_is_locked_or_full_is_waited_for(
    standin: StandIn, url: str, kompas: Kompas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.telegram.service.STORAGE_PAUSE", 0.1)
    kompas._db.rows("PRAGMA busy_timeout = 50")
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("one")
        person.hears(1)
        other = sqlite3.connect(tmp_path / "kompas.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        person.say("two")
        time.sleep(0.5)
        assert person.hears(1) == ["1: one"]
        other.execute("ROLLBACK")
        assert person.hears(2) == ["1: one", "2: two"]


def test_a_reply_telegram_never_takes_blocks_nothing(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)
    chat = kompas.chat("telegram", "42")

    with running(kompas, url):
        person.say("hello")
        person.hears(1)
    with kompas._db.writing():
        kompas._outbox.put(chat, Reply("bad", ((Button("x", "y" * 100),),)), 0.0)
        kompas._outbox.put(chat, Reply("good"), 0.0)

    with running(kompas, url):
        assert person.hears(2)[-1] == "good"

    assert standin.refused() == ["sendMessage: Bad Request: BUTTON_DATA_INVALID"]


def test_no_log_at_any_level_holds_words_ids_or_the_token(
    standin: StandIn, url: str, kompas: Kompas, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    person = Person(standin, 1234567890)
    faults: tuple[Fault, ...] = ("500", "429", "drop before", "garbage")
    for method in ("getMe", "sendMessage", "getUpdates", "answerCallbackQuery"):
        for fault in faults[:2] if method == "getMe" else faults[2:]:
            standin.fault(method, fault)

    with running(kompas, url):
        person.say(WORDS)
        person.hears(1, 20)
        person.press("Yes")
        person.say("boom")
        person.hears(3, 20)

    assert caplog.text
    for planted in (WORDS, "1234567890", TOKEN, TOKEN.partition(":")[2]):
        assert planted not in caplog.text
