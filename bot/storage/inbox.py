"""What came in: each update once, in order, and nothing of the person once it is answered.

Belongs here: the table `inbox`. Does not: what an event means.
"""

from dataclasses import dataclass
from typing import get_args

from bot.dialogue.event import Event, Kind
from bot.storage.database import Database, Value, seconds, stamp
from bot.storage.identity import Identity

KEPT_SECONDS = 2 * 24 * 3600.0
"""How long the number of an answered update is kept: Telegram offers an update for 24 hours; twice that is safe."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event that is to be answered, with its place in the queue."""

    id: int
    event: Event


class Inbox:
    """The queue of what came in. All of it runs inside the transaction of the caller."""

    def __init__(self, db: Database, identity: Identity) -> None:
        self._db = db
        self._identity = identity

    def receive(self, channel: str, update: int | None, address: str, event: Event) -> bool:
        """Keep an event (its `chat` is filled in here); False when this update was seen before."""
        if self._seen(channel, update):
            return False
        chat = self._identity.chat(channel, address)
        when = stamp(event.now)
        if self._db.row("SELECT 1 FROM chats WHERE chat = ?", chat) is None:
            self._db.run(
                "INSERT INTO chats (chat, channel, address, seen_at) VALUES (?, ?, ?, ?)",
                *(chat, channel, self._identity.seal(address), when),
            )
        self._db.run(
            "INSERT INTO inbox (channel, update_id, chat, kind, value, language, received_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(channel, update, chat, event.kind, _storable(event.value), _storable(event.language), when),
        )
        return True

    def pass_over(self, channel: str, update: int, now: float) -> bool:
        """Keep only the number of an update that needs no answer; False when it was seen before."""
        if self._seen(channel, update):
            return False
        self._db.run(
            "INSERT INTO inbox (channel, update_id, received_at, done_at) VALUES (?, ?, ?, ?)",
            *(channel, update, stamp(now), stamp(now)),
        )
        return True

    def next(self, channel: str) -> Waiting | None:
        """The event that waits longest."""
        row = self._db.row(
            "SELECT id, chat, kind, value, received_at, language FROM inbox "
            "WHERE channel = ? AND done_at IS NULL ORDER BY id LIMIT 1",
            channel,
        )
        if row is None:
            return None
        id, chat, kind, value, received, language = row
        return Waiting(int(str(id)), Event(str(chat), _kind(kind), str(value), seconds(received), str(language)))

    def finish(self, waiting: Waiting, now: float, error: str | None = None) -> None:
        """The event was answered: keep the number of its update, wipe the rest. `error`: the reference in the log."""
        self._db.run(
            "UPDATE inbox SET chat = NULL, kind = NULL, value = NULL, language = NULL, done_at = ?, error = ? "
            "WHERE id = ?",
            *(stamp(now), error, waiting.id),
        )

    def prune(self, now: float) -> int:
        """Delete what was answered so long ago that it cannot come again; how many."""
        return self._db.run("DELETE FROM inbox WHERE done_at < ?", stamp(now - KEPT_SECONDS))

    def _seen(self, channel: str, update: int | None) -> bool:
        known = "SELECT 1 FROM inbox WHERE channel = ? AND update_id = ?"
        return update is not None and self._db.row(known, channel, update) is not None


def _storable(text: str) -> str:
    """Half a surrogate pair is no text that SQLite can hold: a question mark stands for it."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _kind(stored: Value) -> Kind:
    for kind in get_args(Kind):
        if kind == stored:
            return kind  # type: ignore[no-any-return]  # one of the literals, which get_args does not know
    return "other"
