"""What Telegram's errors mean: one verdict for each, and nothing else.

Belongs here: reading errors. Does not: acting on them. Descriptions are read, never logged: they can quote people.
"""

from datetime import timedelta
from enum import Enum
from pathlib import Path
from traceback import extract_tb

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError


class Verdict(Enum):
    """What to do about an error."""

    DONE = "it had been done already"
    PLAIN = "send it without markup"
    NEW = "send a new message in place of editing"
    GONE = "nothing reaches this chat any more"
    LATER = "try again later"
    TOKEN = "the token is not valid any more"
    NEVER = "this can never be sent"


PLACES = 6
"""How many places of a traceback are logged: from the bug out to the part of this channel that ran into it."""

LONGEST_PAUSE = 30.0
"""Seconds: after an outage nobody waits longer than this, and a server in trouble is not hammered."""

_GONE = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "user not found",
    "chat was deleted",
    "bot was kicked",
)
_NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid", "no text in the message")


def verdict(error: TelegramError, editing: bool) -> Verdict:
    """What an error of a send or an edit asks for."""
    if not from_telegram(error):
        return Verdict.LATER
    if isinstance(error, InvalidToken):
        return Verdict.TOKEN
    if isinstance(error, Forbidden | ChatMigrated):
        return Verdict.GONE
    if isinstance(error, BadRequest):
        return _refused(error.message.lower(), editing)
    return Verdict.LATER


def from_telegram(error: TelegramError) -> bool:
    """Whether Telegram said so: an answer that is not JSON comes from something in between, such as a proxy."""
    return not isinstance(error.__cause__, TelegramError)


def _refused(description: str, editing: bool) -> Verdict:
    if editing and "message is not modified" in description:
        return Verdict.DONE
    if "can't parse entities" in description:
        return Verdict.PLAIN
    if any(words in description for words in _GONE):
        return Verdict.GONE
    if editing and any(words in description for words in _NOT_EDITABLE):
        return Verdict.NEW
    return Verdict.NEVER


def pause(error: TelegramError, attempts: int) -> float:
    """Seconds to wait before the next try: what Telegram asks for, else twice as long each time."""
    if isinstance(error, RetryAfter):
        asked = error.retry_after
        return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
    return min(LONGEST_PAUSE, 2.0 ** min(attempts, 5))


def name(error: BaseException) -> str:
    """The kind of an error, for the log: never its text."""
    return "second poller" if isinstance(error, Conflict) else type(error).__name__


def place(error: BaseException) -> str:
    """The kind of an error that is a bug of ours, and where it happened, the innermost place first."""
    frames = extract_tb(error.__traceback__)[-PLACES:]
    return f"{name(error)} at " + " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
