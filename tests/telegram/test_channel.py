"""The channel against the stand-in, everything going well: in, answered, out."""

import threading
import time
from pathlib import Path

import pytest

from bot.app import Arrival, Kompas
from bot.dialogue.event import Event
from bot.dialogue.reply import Specification
from tests.support import PNG, small_bot
from tests.telegram.person import Person
from tests.telegram.running import running
from tests.telegram.standin import StandIn


def test_a_message_is_answered_and_nothing_is_refused(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("hello <b>you</b> & 😀")
        assert person.hears(1) == ["1: hello <b>you</b> & 😀"]

    assert standin.refused() == []


def test_a_press_edits_the_screen_in_place_and_is_answered(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("hello")
        person.hears(1)
        query = person.press("Yes")
        person.hears(2)
        standin.wait(lambda: query in standin.answered)

    (screen,) = person.replies
    assert (screen.text, screen.edits) == ("2: 1:yes", 1)


def test_a_press_after_a_restart_still_edits_the_same_screen(standin: StandIn, url: str, tmp_path: Path) -> None:
    person = Person(standin, 42)
    with running(small_bot(tmp_path), url):
        person.say("hello")
        person.hears(1)

    with running(small_bot(tmp_path), url):
        person.press("No")
        person.hears(2)

    assert len(person.replies) == 1


def test_commands_are_shown_in_each_language_and_for_everybody_else(standin: StandIn, url: str, kompas: Kompas) -> None:
    with running(kompas, url):
        standin.wait(lambda: {"", "en", "nl"} <= standin.commands.keys())

    assert standin.commands[""] == standin.commands[next(iter(kompas.catalogue.languages))]
    assert standin.commands["en"] != standin.commands["nl"]
    assert [name for name, _ in standin.commands["en"]] == [name for name, _ in standin.commands["nl"]]


def test_several_replies_come_in_order_and_the_buttons_stay_on_the_last(
    standin: StandIn, url: str, kompas: Kompas
) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        for _ in range(5):
            person.say("twice")
        heard = person.hears(10)

    assert heard == ["first", "second"] * 5
    assert person.screen is person.replies[-1]


def test_a_long_answer_arrives_whole(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("long")
        standin.wait(lambda: person.replies and person.replies[-1].rows)

    lines = "\n".join(reply.text for reply in person.replies).split("\n")
    assert lines == [f"line {n} of a long text" for n in range(500)]


def test_a_picture_is_drawn_when_it_is_sent(standin: StandIn, url: str, tmp_path: Path) -> None:
    person = Person(standin, 42)

    with running(small_bot(tmp_path, draw=lambda _: PNG), url):
        person.say("picture")
        person.hears(1)

    assert (person.replies[0].picture, person.replies[0].text) == (PNG, "look")


def broken(specification: Specification) -> bytes:
    raise OSError("no fonts")


@pytest.mark.parametrize("draw", [None, broken, lambda _: b"no picture at all"])
def test_a_picture_that_fails_is_told_in_words(standin: StandIn, url: str, tmp_path: Path, draw: object) -> None:
    person = Person(standin, 42)

    with running(small_bot(tmp_path, draw=draw), url):  # type: ignore[arg-type]
        person.say("picture")
        assert person.hears(1) == ["look\n\nthe picture in words"]


def test_a_text_is_not_lost_when_its_picture_was_sent_and_cannot_be_drawn_again(
    standin: StandIn, url: str, tmp_path: Path
) -> None:
    person = Person(standin, 42)
    kompas = small_bot(tmp_path)
    kompas.receive("telegram", Arrival("42", Event("", "text", "picture", time.time()), time.time()))
    turn = kompas.turn("telegram")
    assert turn is not None
    letter = kompas.next_letter(turn.chat)
    assert letter is not None
    kompas.part_sent(letter, 1)  # the picture went out, then the program was killed
    person.say("/start")

    with running(kompas, url):
        assert "look" in person.hears(2)[0]


def test_groups_and_edited_messages_are_confirmed_and_left_alone(standin: StandIn, url: str, kompas: Kompas) -> None:
    person, group = Person(standin, 42), Person(standin, -7, kind="group")

    with running(kompas, url):
        group.say("/start@KompasTestBot")
        standin.put(
            {"edited_message": {"message_id": 1, "date": 0, "chat": {"id": 42, "type": "private"}, "text": "x"}}
        )
        person.say("hello")
        assert person.hears(1) == ["1: hello"]
        standin.wait(lambda: not standin.updates)

    assert group.chat.heard == []


def test_an_update_nobody_can_read_takes_no_others_with_it(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        standin.put({"message": {"chat": 7}})
        standin.put({"message": None, "callback_query": "what"})
        person.say("hello")
        assert person.hears(1) == ["1: hello"]
        standin.wait(lambda: not standin.updates)


def test_people_do_not_wait_for_each_other_and_each_keeps_the_order(standin: StandIn, url: str, kompas: Kompas) -> None:
    people = [Person(standin, 100 + n) for n in range(10)]

    with running(kompas, url):
        for number in range(8):
            for person in people:
                person.say(f"message {number}")
        for person in people:
            assert person.hears(8) == [f"{n + 1}: message {n}" for n in range(8)]

    assert standin.refused() == []


def test_a_message_said_twice_by_telegram_is_answered_once(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 42)

    with running(kompas, url):
        person.say("hello")
        person.hears(1)
        with standin.changed:
            about = {"message_id": 1, "date": 0, "chat": {"id": 42, "type": "private"}, "text": "hello"}
            standin.updates.append({"update_id": 700_000_001, "message": about})
            standin.changed.notify_all()
        time.sleep(0.3)
        person.say("bye")

        assert person.hears(2) == ["1: hello", "2: bye"]


def test_an_erased_chat_hears_the_farewell_and_is_unknown_then(standin: StandIn, url: str, kompas: Kompas) -> None:
    person = Person(standin, 1234567890)

    with running(kompas, url):
        person.say("hello")
        person.hears(1)
        person.say("forget")
        person.hears(2)
        standin.wait(lambda: not kompas.chats_waiting("telegram"))

    assert person.chat.heard[-1] == "farewell"
    assert kompas._db.row("SELECT count(*) FROM chats") == (0,)


def test_the_pace_is_kept_for_one_and_for_all(standin: StandIn, url: str, kompas: Kompas) -> None:
    busy, calm = Person(standin, 1), Person(standin, 2)

    with running(kompas, url, per_second=100, per_chat=5):
        for _ in range(12):
            busy.say("hello")
        calm.say("hello")
        calm.hears(1, 1.0)
        busy.hears(12)

    times = busy.chat.accepted_at
    assert times[4] - times[0] < 0.6
    assert times[-1] - times[4] >= 7 / 5 - 0.15


def test_stopping_finishes_what_was_begun(standin: StandIn, url: str, kompas: Kompas) -> None:
    people = [Person(standin, 100 + n) for n in range(5)]

    with running(kompas, url) as bot:
        standin.wait(lambda: standin.polls)
        for person in people:
            person.say("twice")
        standin.wait(lambda: not standin.updates or standin.count("sendMessage"))

    assert bot.code == 0
    waiting = [person.chat.id for person in people if len(person.chat.heard) != 2]
    assert len(standin.updates) >= len(waiting)


def test_nothing_runs_on_after_the_end(standin: StandIn, url: str, kompas: Kompas) -> None:
    before = threading.active_count()

    with running(kompas, url):
        standin.wait(lambda: standin.polls)

    standin.wait(lambda: threading.active_count() <= before + 2)
