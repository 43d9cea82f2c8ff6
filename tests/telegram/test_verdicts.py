"""What Telegram's errors mean."""

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.faults import LONGEST_PAUSE, Verdict, pause, verdict


@pytest.mark.parametrize(
    ("error", "editing", "expected"),
    [
        (BadRequest("Message is not modified: specified new message content ..."), True, Verdict.DONE),
        (BadRequest("Can't parse entities: unsupported start tag"), False, Verdict.PLAIN),
        (BadRequest("Message to edit not found"), True, Verdict.NEW),
        (BadRequest("Message can't be edited"), True, Verdict.NEW),
        (BadRequest("Chat not found"), False, Verdict.GONE),
        (BadRequest("Message is too long"), False, Verdict.NEVER),
        (Forbidden("Forbidden: bot was blocked by the user"), False, Verdict.GONE),
        (ChatMigrated(-100), False, Verdict.GONE),
        (InvalidToken(), False, Verdict.TOKEN),
        (RetryAfter(3), False, Verdict.LATER),
        (TimedOut(), False, Verdict.LATER),
        (NetworkError("Bad Gateway"), False, Verdict.LATER),
    ],
)
def test_each_error_has_one_verdict(error: Exception, editing: bool, expected: Verdict) -> None:
    assert verdict(error, editing) is expected  # type: ignore[arg-type]


def test_pauses_grow_to_a_limit_and_follow_what_telegram_asks() -> None:
    pauses = [pause(TimedOut(), attempts) for attempts in range(8)]

    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (1, LONGEST_PAUSE)
    assert pause(RetryAfter(77), 0) == 77


def test_what_a_proxy_answers_is_not_taken_for_telegrams_word() -> None:
    for error in (Forbidden("x"), InvalidToken("x"), BadRequest("chat not found")):
        error.__cause__ = TelegramError("not JSON")

        assert verdict(error, editing=False) is Verdict.LATER
