"""What admins asked for that takes longer than a turn: each job once, in order, until its outcome is in the inbox.

Belongs here: the tables `jobs` and `proposals`. Does not: doing a job.
"""

import json
from collections.abc import Mapping

from bot.dialogue.event import Event, Work
from bot.dialogue.post import Done, Job
from bot.storage.database import Database, stamp
from bot.storage.identity import Identity
from bot.storage.inbox import Inbox
from bot.storage.store import read


class Jobs:
    """The queue of jobs. All of it runs inside the transaction of the caller."""

    def __init__(self, db: Database, identity: Identity, inbox: Inbox) -> None:
        self._db = db
        self._identity = identity
        self._inbox = inbox

    def ask(self, channel: str, chat: str, work: Work, now: float) -> None:
        """Let a job wait."""
        self._db.run(
            "INSERT INTO jobs (channel, chat, kind, about, asked_at) VALUES (?, ?, ?, ?, ?)",
            *(channel, chat, work.kind, work.about, stamp(now)),
        )

    def next(self, channel: str) -> Job | None:
        """The job that waits longest."""
        row = self._db.row(
            "SELECT j.id, j.chat, c.address, j.kind, j.about, j.asked_at FROM jobs j JOIN chats c ON c.chat = j.chat "
            "WHERE j.channel = ? ORDER BY j.id LIMIT 1",
            channel,
        )
        if row is None:
            return None
        id, chat, address, kind, about, asked = row
        opened = self._identity.unseal(str(address))
        return Job(int(str(id)), str(chat), opened, str(kind), str(about), str(asked), self.proposal(str(chat)))

    def finish(self, channel: str, job: Job, done: Done, now: float) -> bool:
        """The outcome goes into the inbox, the job goes away; False when it is gone already, with its chat perhaps."""
        if not self._db.run("DELETE FROM jobs WHERE id = ?", job.id):
            return False
        if done.settled:
            self.discard(job.chat)
        if done.proposal is not None:
            text = json.dumps(done.proposal, ensure_ascii=False)
            self._db.run("INSERT OR REPLACE INTO proposals (chat, proposal) VALUES (?, ?)", job.chat, text)
        return self._inbox.receive(channel, None, job.address, Event(job.chat, "work", done.value, now))

    def proposal(self, chat: str) -> Mapping[str, object] | None:
        """The file that a chat sent and has not decided on."""
        row = self._db.row("SELECT proposal FROM proposals WHERE chat = ?", chat)
        return None if row is None else read(row[0])

    def discard(self, chat: str) -> None:
        """The file is not wanted any more."""
        self._db.run("DELETE FROM proposals WHERE chat = ?", chat)
