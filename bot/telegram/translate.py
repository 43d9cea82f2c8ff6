"""A Telegram update -> an arrival.

Belongs here: which updates are for us, and what kind of event each is. Does not: any answer.
"""

import json
import re
from dataclasses import dataclass

from telegram import CallbackQuery, Message, Update

from bot.dialogue.event import Event, Kind
from bot.dialogue.post import Arrival

ALLOWED = ("message", "callback_query")
"""The kinds of update we ask for: edited messages, groups' affairs and the rest need no answer."""

ATTACHMENTS = (
    "voice",
    "photo",
    "sticker",
    "animation",
    "video",
    "video_note",
    "audio",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
    "story",
    "paid_media",
    "checklist",
    "game",
    "invoice",
)
"""What people can send that is no text; other messages without text (a pinned message, say) need no answer."""

_COMMAND = re.compile(r"(/[A-Za-z0-9_]{1,32})(?:@\w+)?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Incoming:
    """An arrival, and the query behind it that Telegram wants answered, if it was a press."""

    arrival: Arrival
    query: str | None = None


def translate(update: Update, now: float) -> Incoming:
    """What an update means for us; an arrival without an event for what needs no answer."""
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query, now)
    if update.message is not None:
        return Incoming(_message(update.update_id, update.message, now))
    return Incoming(passed_over(update.update_id, now))


def passed_over(update: int, now: float) -> Arrival:
    """Only the number: this update is known, and needs no answer."""
    return Arrival("", None, now, update)


def _press(update: int, query: CallbackQuery, now: float) -> Incoming:
    """Only presses in private chats; a query is answered even where the press is not."""
    chat = query.message.chat if query.message is not None else None
    if chat is None or chat.type != "private" or not query.data:
        return Incoming(passed_over(update, now), query.id)
    language = query.from_user.language_code or ""
    return Incoming(Arrival(str(chat.id), Event("", "press", query.data, now, language), now, update), query.id)


def _message(update: int, message: Message, now: float) -> Arrival:
    kind, value = _meaning(message)
    if message.chat.type != "private" or not value:
        return passed_over(update, now)
    language = (message.from_user.language_code if message.from_user else None) or ""
    return Arrival(str(message.chat.id), Event("", kind, value, now, language), now, update)


def _meaning(message: Message) -> tuple[Kind, str]:
    """The kind of event and its value; no value: it needs no answer."""
    if message.text:
        command = _COMMAND.match(message.text)
        if command is None:
            return "text", message.text
        return "command", (command[1] + message.text[command.end() :]).strip()
    if message.document is not None and message.animation is None:
        file = message.document
        return "document", json.dumps({"file": file.file_id, "name": file.file_name or "", "size": file.file_size or 0})
    return "other", next((name for name in ATTACHMENTS if getattr(message, name, None)), "")
