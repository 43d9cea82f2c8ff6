"""What a chat leaves behind: its state, its finished assessments; and how both are forgotten.

Belongs here: the tables `chats`, `assessments`, `due`, `gaps` and `meta`. Does not: what a state or a result means.
"""

import json
from collections.abc import Mapping

from bot.errors import StorageError
from bot.storage.database import Database, Value, stamp
from bot.storage.identity import Identity

Json = Mapping[str, object]
DAY = 24 * 3600.0


class Store:
    """What is known of each chat. All writing runs inside the transaction of the caller."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def state(self, chat: str) -> Json | None:
        """The state as it was saved; None for a chat that is new or was forgotten."""
        row = self._db.row("SELECT state FROM chats WHERE chat = ?", chat)
        return None if row is None else read(row[0])

    def save_state(self, chat: str, state: Json, now: float) -> None:
        """Keep the state in place of the one before."""
        self._db.run(
            "UPDATE chats SET state = ?, seen_at = ?, leaving = 0 WHERE chat = ?",
            *(json.dumps(state, ensure_ascii=False), stamp(now), chat),
        )

    def history(self, chat: str) -> tuple[Json, ...]:
        """The finished assessments of a chat, oldest first, each with `finished`: the day in ISO 8601."""
        rows = self._db.rows("SELECT result, finished_at FROM assessments WHERE chat = ? ORDER BY id", chat)
        results = ((read(text), str(finished)[:10]) for text, finished in rows)
        return tuple({**result, "finished": finished} for result, finished in results if result is not None)

    def save_assessment(self, chat: str, result: Json, now: float, *, again: bool = False) -> None:
        """Keep a finished assessment; `again`: in place of the chat's latest."""
        if again:
            latest = "SELECT max(id) FROM assessments WHERE chat = ?"
            self._db.run(f"DELETE FROM assessments WHERE id = ({latest})", chat)
        self._db.run(
            "INSERT INTO assessments (chat, finished_at, result) VALUES (?, ?, ?)",
            *(chat, stamp(now), json.dumps(result, ensure_ascii=False)),
        )

    def forget(self, chat: str) -> None:
        """Erase all of a chat but the way to say farewell, which `depart` erases once that was said."""
        for table in ("assessments", "due", "outbox", "gaps", "jobs", "proposals"):
            self._db.run(f"DELETE FROM {table} WHERE chat = ?", chat)
        self._db.run("UPDATE chats SET state = NULL, leaving = 1 WHERE chat = ?", chat)

    def keep_gap(self, chat: str, text: str, now: float) -> None:
        """Keep what nothing fitted, of somebody who agreed."""
        self._db.run("INSERT INTO gaps (chat, text, kept_at) VALUES (?, ?, ?)", chat, text, stamp(now))

    def gaps(self, most: int) -> tuple[str, ...]:
        """What nothing fitted, of everybody who agreed, newest first."""
        rows = self._db.rows("SELECT text FROM gaps ORDER BY id DESC LIMIT ?", most)
        return tuple(str(text) for (text,) in rows)

    def leaving(self, chat: str) -> bool:
        """Whether a chat was forgotten and only its farewell is still to be sent."""
        return self._db.row("SELECT 1 FROM chats WHERE chat = ? AND leaving = 1", chat) is not None

    def depart(self, chat: str) -> bool:
        """Erase the last trace of a forgotten chat, unless something still waits for it; whether that happened."""
        return (
            self._db.run(
                "DELETE FROM chats WHERE chat = ? AND leaving = 1 "
                "AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.chat = chats.chat) "
                "AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.chat = chats.chat)",
                chat,
            )
            > 0
        )

    def purge(self, now: float, days: int) -> tuple[int, int]:
        """Delete what is older than the retention: chats that were silent for so long, and assessments."""
        limit = stamp(now - days * DAY)
        assessments = self._db.run("DELETE FROM assessments WHERE finished_at < ?", limit)
        self._db.run("DELETE FROM gaps WHERE kept_at < ?", limit)
        chats = self._db.run(
            "DELETE FROM chats WHERE seen_at < ? AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.chat = chats.chat)",
            limit,
        )
        return chats, assessments

    def recognise(self, identity: Identity) -> None:
        """Tie a new database to its key; raises StorageError when it belongs to another one."""
        row = self._db.row("SELECT value FROM meta WHERE key = 'secret key fingerprint'")
        if row is None:
            self._db.run("INSERT INTO meta VALUES ('secret key fingerprint', ?)", identity.fingerprint)
        elif row[0] != identity.fingerprint:
            raise StorageError(
                f"The database {self._db.path} belongs to another secret key; put back the key file it was made with, "
                "or start with a new database file."
            )


def read(text: Value) -> Json | None:
    """What was stored; what somebody spoiled by hand counts as nothing, so that it holds up nobody else."""
    try:
        found = json.loads(str(text)) if text is not None else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
