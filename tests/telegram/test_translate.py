"""Which updates are for us, and what each is."""

import json
from typing import Any

import pytest
from telegram import Bot, Update

from bot.telegram.translate import ATTACHMENTS, Incoming, translate

BOT = Bot("1:x")
ME: dict[str, Any] = {"id": 42, "is_bot": False, "first_name": "P", "language_code": "nl"}


def message(**content: object) -> dict[str, Any]:
    return {"message_id": 1, "date": 0, "chat": {"id": 42, "type": "private"}, "from": ME, **content}


def read(**update: object) -> Incoming:
    return translate(Update.de_json({"update_id": 7, **update}, BOT), 5.0)


def meaning(**content: object) -> tuple[str, str] | None:
    event = read(message=message(**content)).arrival.event
    return None if event is None else (event.kind, event.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hello", ("text", "hello")),
        ("/start", ("command", "/start")),
        ("/start c_legacy-systems", ("command", "/start c_legacy-systems")),
        ("/start@KompasBot  x y", ("command", "/start  x y")),
        ("/START", ("command", "/START")),
        ("/ what", ("text", "/ what")),
        ("/etc/passwd", ("text", "/etc/passwd")),
        ("a /start", ("text", "a /start")),
        ("<b>bold</b> & more", ("text", "<b>bold</b> & more")),
        ("/help\nplease", ("command", "/help\nplease")),
    ],
)
def test_text_and_commands_are_told_apart(text: str, expected: tuple[str, str]) -> None:
    assert meaning(text=text) == expected


def test_an_arrival_knows_where_it_came_from() -> None:
    arrival = read(message=message(text="hello")).arrival

    assert (arrival.update, arrival.address, arrival.now) == (7, "42", 5.0)
    assert arrival.event is not None
    assert (arrival.event.language, arrival.event.now) == ("nl", 5.0)


def test_what_is_no_text_is_named() -> None:
    file = {"file_id": "f", "file_unique_id": "u"}

    assert meaning(voice={**file, "duration": 1}) == ("other", "voice")
    assert meaning(photo=[{**file, "width": 1, "height": 1}], caption="look") == ("other", "photo")
    assert meaning(location={"latitude": 1.0, "longitude": 1.0}) == ("other", "location")
    assert "animation" in ATTACHMENTS


def test_a_file_comes_with_what_is_needed_to_fetch_it() -> None:
    file = {"file_id": "f", "file_unique_id": "u"}
    told = json.dumps({"file": "f", "name": "x.yaml", "size": 7})

    assert meaning(document={**file, "file_name": "x.yaml", "file_size": 7}) == ("document", told)
    assert meaning(document=file, animation={**file, "width": 1, "height": 1, "duration": 1}) == ("other", "animation")


@pytest.mark.parametrize(
    "update",
    [
        {"edited_message": message(text="hello")},
        {"message": message(text="hello", chat={"id": -1, "type": "group", "title": "g"})},
        {"message": message(text="hello", chat={"id": -1, "type": "supergroup", "title": "g"})},
        {"message": message(delete_chat_photo=True)},
        {"message": message()},
        {},
    ],
)
def test_what_needs_no_answer_is_only_counted(update: dict[str, Any]) -> None:
    found = read(**update)

    assert found.arrival.event is None
    assert found.arrival.update == 7


def test_a_press_brings_its_token_and_the_query_to_be_answered() -> None:
    query = {"id": "q", "from": ME, "chat_instance": "1", "data": "3:yes", "message": message(text="old")}

    found = read(callback_query=query)

    assert found.query == "q"
    assert found.arrival.event is not None
    assert (found.arrival.event.kind, found.arrival.event.value) == ("press", "3:yes")


def test_a_press_on_a_message_that_is_too_old_to_be_shown_still_counts() -> None:
    old = {"message_id": 1, "date": 0, "chat": {"id": 42, "type": "private"}}
    query = {"id": "q", "from": ME, "chat_instance": "1", "data": "3:yes", "message": old}

    found = read(callback_query=query)

    assert found.arrival.address == "42"
    assert found.arrival.event is not None


GROUP = message(chat={"id": -1, "type": "group", "title": "g"})


@pytest.mark.parametrize("change", [{"data": None}, {"message": None}, {"message": GROUP}])
def test_a_press_that_is_not_for_us_is_answered_all_the_same(change: dict[str, Any]) -> None:
    query = {"id": "q", "from": ME, "chat_instance": "1", "data": "3:yes", "message": message(text="x"), **change}

    found = read(callback_query={key: value for key, value in query.items() if value is not None})

    assert found.query == "q"
    assert found.arrival.event is None
