"""What goes out: the replies of each chat, strictly in order, until the channel has taken them.

Belongs here: the table `outbox`, and which message shows a chat's screen. Does not: sending, waiting, giving up.
"""

import json

from bot.dialogue.post import Letter
from bot.dialogue.reply import Reply
from bot.storage.database import Database, seconds, stamp
from bot.storage.identity import Identity


class Outbox:
    """The replies that wait. All writing runs inside the transaction of the caller."""

    def __init__(self, db: Database, identity: Identity) -> None:
        self._db = db
        self._identity = identity

    def put(self, chat: str, reply: Reply, now: float) -> None:
        """Let a reply wait behind the others of its chat."""
        self._db.run(
            "INSERT INTO outbox (channel, chat, reply, written_at) "
            "SELECT channel, chat, ?, ? FROM chats WHERE chat = ?",
            *(json.dumps(reply.to_json(), ensure_ascii=False), stamp(now), chat),
        )

    def chats(self, channel: str) -> tuple[str, ...]:
        """The chats with replies waiting, the longest wait first."""
        found = self._db.rows("SELECT chat FROM outbox WHERE channel = ? GROUP BY chat ORDER BY min(id)", channel)
        return tuple(str(chat) for (chat,) in found)

    def next(self, chat: str) -> Letter | None:
        """The reply of this chat that is to be sent first."""
        row = self._db.row(
            "SELECT o.id, c.address, o.reply, o.parts_sent, o.attempts, o.retry_at, c.screen_message "
            "FROM outbox o JOIN chats c USING (chat) WHERE o.chat = ? ORDER BY o.id LIMIT 1",
            chat,
        )
        if row is None:
            return None
        id, address, reply, parts, attempts, retry, screen = row
        return Letter(
            id=int(str(id)),
            chat=chat,
            address=self._identity.unseal(str(address)),
            reply=Reply.from_json(json.loads(str(reply))),
            parts_sent=int(str(parts)),
            attempts=int(str(attempts)),
            retry_at=None if retry is None else seconds(retry),
            screen=None if screen is None else int(str(screen)),
        )

    def sent(self, letter: Letter, message: int | None) -> None:
        """The channel took it: it leaves the outbox, and a screen remembers in which message it is shown."""
        if letter.reply.rows:
            self._db.run(
                "UPDATE chats SET screen_message = ?, screen_generation = ? WHERE chat = ?",
                *(message, letter.reply.generation, letter.chat),
            )
        self._db.run("DELETE FROM outbox WHERE id = ?", letter.id)

    def part_sent(self, letter: Letter, parts: int) -> None:
        """So many messages of this reply were taken; the rest follows."""
        self._db.run("UPDATE outbox SET parts_sent = ? WHERE id = ?", parts, letter.id)

    def failed(self, letter: Letter, problem: str, retry_at: float) -> None:
        """It was not taken. `problem` is a kind of failure, never anybody's words."""
        self._db.run(
            "UPDATE outbox SET attempts = attempts + 1, problem = ?, retry_at = ? WHERE id = ?",
            *(problem, stamp(retry_at), letter.id),
        )

    def drop(self, letter: Letter) -> None:
        """It can never be sent: it leaves the outbox unsent."""
        self._db.run("DELETE FROM outbox WHERE id = ?", letter.id)

    def drop_all(self, chat: str) -> int:
        """Nothing reaches this chat any more: delete what waits for it; how many."""
        return self._db.run("DELETE FROM outbox WHERE chat = ?", chat)
