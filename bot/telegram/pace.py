"""How fast we may send: one message a second to a chat with a small burst, thirty a second to all together.

Belongs here: counting. Does not: a clock or waiting; both are the caller's.
"""

from dataclasses import dataclass

CHAT_BURST = 5
"""Messages a chat may get at once: the longest turn, and somebody who taps fast."""

MOST_KNOWN = 5_000
"""From so many chats on, those that sent nothing lately are forgotten: they start with a full burst anyway."""


@dataclass(slots=True)
class Bucket:
    """`rate` a second, of which up to `burst` at once. Times are any clock that only goes forward."""

    rate: float
    burst: int
    _full_at: float = 0.0

    def reserve(self, now: float) -> float:
        """Take one place; how many seconds to wait before using it."""
        self._full_at = max(self._full_at, now) + 1 / self.rate
        return max(0.0, self._full_at - now - self.burst / self.rate)

    def idle(self, now: float) -> bool:
        """Whether it is as good as new."""
        return self._full_at <= now


class Pace:
    """The places of all chats, and of all of them together."""

    def __init__(self, per_second: float, per_chat: float) -> None:
        self._all = Bucket(per_second, max(1, int(per_second / 2)))
        self._per_chat = per_chat
        self._chats: dict[str, Bucket] = {}

    def wait_for_chat(self, chat: str, now: float) -> float:
        """Take a place of this chat; the seconds to wait for it."""
        if chat not in self._chats:
            self._forget_idle(now)
            self._chats[chat] = Bucket(self._per_chat, CHAT_BURST)
        return self._chats[chat].reserve(now)

    def wait_for_all(self, now: float) -> float:
        """Take one of the places that all chats share; the seconds to wait for it."""
        return self._all.reserve(now)

    def _forget_idle(self, now: float) -> None:
        if len(self._chats) >= MOST_KNOWN:
            self._chats = {chat: bucket for chat, bucket in self._chats.items() if not bucket.idle(now)}
