"""What travels between a channel and the app: arrivals on their way in, letters on their way out. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.advice.model import Catalogue
from bot.dialogue.event import Event
from bot.dialogue.reply import Reply


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a channel hands in: where it came from, and the event (its `chat` is filled in by the app).

    `update` is the channel's own number of it, by which a repeat is known; None where a channel has no repeats.
    Without an event only the number is kept: an update that needs no answer.
    """

    address: str
    event: Event | None
    now: float
    update: int | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A reply on its way: to whom, and how far it got.

    `parts_sent` counts the messages that were accepted of a reply that takes several; `screen` is the message that
    shows the chat's screen now, if the channel knows messages; `retry_at` (seconds since 1970) is set after a failure.
    """

    id: int
    chat: str
    address: str
    reply: Reply
    parts_sent: int = 0
    attempts: int = 0
    retry_at: float | None = None
    screen: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One event was answered: the chat whose outbox now has letters, and the reference if something went wrong."""

    chat: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Purged:
    """How much was deleted because its time had come."""

    chats: int
    assessments: int
    updates: int


@dataclass(frozen=True, slots=True)
class Job:
    """A Work that waits: for whom, of what kind, about what, since when (ISO 8601), and the chat's proposal."""

    id: int
    chat: str
    address: str
    kind: str
    about: str
    asked_at: str
    proposal: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: the value of the event that says so, and what follows from it.

    `proposal` is to be kept, `settled` says that the one before is done with, `catalogue` is to go on with.
    """

    value: str
    proposal: Mapping[str, object] | None = None
    settled: bool = False
    catalogue: Catalogue | None = None
