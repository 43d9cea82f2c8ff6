"""Builds everything once and joins it: the one way of every message, for the terminal and Telegram alike.

`receive` puts what came in into the inbox; `turn` answers what waits longest, in one transaction; the channel takes the
letters from the outbox and says what became of them. Does not: decide, word, draw or send anything.
"""

import logging
import secrets
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from traceback import extract_tb
from typing import TextIO

from bot.advice.model import Catalogue
from bot.config import Settings
from bot.dialogue import step as conversation
from bot.dialogue.event import Discard, Effect, Event, Forget, KeepGap, SaveAssessment, View, Work
from bot.dialogue.post import Arrival, Done, Job, Letter, Purged, Turn
from bot.dialogue.reply import Reply, Specification
from bot.dialogue.state import State
from bot.dialogue.step import Outcome
from bot.errands import Errands, broken
from bot.errors import StorageError
from bot.storage.database import Database, exclusive
from bot.storage.identity import Identity, identity
from bot.storage.inbox import Inbox, Waiting
from bot.storage.jobs import Jobs
from bot.storage.outbox import Outbox
from bot.storage.store import Json, Store

Step = Callable[[Catalogue, Event, State | None, View], Outcome]
Apology = Callable[[str, str], Reply]
Draw = Callable[[Specification], bytes]

PACKAGE = Path(__file__).parent

PLACES = 12
"""How many places of a traceback are logged, the innermost ones: enough to find it, even in a recursion."""

MOST_GAPS = 30
"""So many of the latest gaps an admin is shown."""

LOG_SECONDS = 60.0
"""How long the database's own log may still hold what was wiped, while people are talking."""

log = logging.getLogger(__name__)


class Kompas:
    """The running bot. Not for two threads at once: a channel that uses threads lets one of them call it."""

    def __init__(
        self,
        catalogue: Catalogue,
        view: View,
        database: Database,
        who: Identity,
        *,
        step: Step = conversation.step,
        apology: Apology = conversation.apology,
        draw: Draw | None = None,
        lock: TextIO | None = None,
        errands: Errands | None = None,
        admins: Collection[str] = (),
    ) -> None:
        self.catalogue = catalogue
        self._errands = errands
        self._admins = frozenset(admins)
        self.draw = draw
        self._view = view
        self._db = database
        self._lock = lock
        self._identity = who
        self._step = step
        self._apology = apology
        self._inbox = Inbox(database, who)
        self._outbox = Outbox(database, who)
        self._jobs = Jobs(database, who, self._inbox)
        self._store = Store(database)
        self._log_emptied_at = 0.0
        with database.writing():
            self._store.recognise(who)

    # --- in ---------------------------------------------------------------------------------------------------------

    def chat(self, channel: str, address: str) -> str:
        """The key by which a chat is known here."""
        return self._identity.chat(channel, address)

    def receive(self, channel: str, *arrivals: Arrival) -> int:
        """Keep what came in, all of it or nothing; how many are new. After this, nothing of it can get lost."""
        with self._db.writing():
            return sum(self._received(channel, arrival) for arrival in arrivals)

    def _received(self, channel: str, arrival: Arrival) -> bool:
        if arrival.event is not None:
            return self._inbox.receive(channel, arrival.update, arrival.address, arrival.event)
        return arrival.update is not None and self._inbox.pass_over(channel, arrival.update, arrival.now)

    # --- the turn ---------------------------------------------------------------------------------------------------

    def turn(self, channel: str, now: float | None = None) -> Turn | None:
        """Answer what waits longest in a channel: state, effects, replies and its end together. None: nothing waits.

        Whatever goes wrong in the conversation ends in an apology, so that no event blocks the queue; StorageError
        means that nothing happened and the event still waits.
        """
        now = time.time() if now is None else now
        with self._db.writing():
            waiting = self._inbox.next(channel)
            if waiting is not None:
                forgotten, error = self._answered(channel, waiting, now)
                self._inbox.finish(waiting, now, error)
        if waiting is None:
            self._tidied(now)
            return None
        if forgotten:
            self._emptied(True)
        return Turn(waiting.event.chat, error)

    def _tidied(self, now: float) -> None:
        """Where nothing waits: what was wiped leaves the log too, at most once in LOG_SECONDS."""
        if now >= self._log_emptied_at + LOG_SECONDS:
            self._log_emptied_at = now
            self._emptied(True)

    def _answered(self, channel: str, waiting: Waiting, now: float) -> tuple[bool, str | None]:
        """Whether the chat was forgotten, and the reference if it ended in an apology."""
        if waiting.event.kind == "press" and self._store.leaving(waiting.event.chat):
            return False, None  # the second of two quick taps on "erase": nothing is begun again by it
        stored = self._store.state(waiting.event.chat)
        try:
            with self._db.attempt():
                outcome = self._step(self.catalogue, waiting.event, self._state(stored), self._seen_by(waiting.event))
                return self._keep(channel, waiting.event.chat, outcome, now), None
        except StorageError:
            raise
        except Exception as error:
            reference = _logged(error)
            language = self.language(waiting.event.chat, waiting.event.language)
            self._outbox.put(waiting.event.chat, self._sorry(language, reference), now)
            return False, reference

    def _sorry(self, language: str, reference: str) -> Reply:
        try:
            return self._apology(language, reference)
        except Exception as error:
            _logged(error)
            return Reply(reference)

    def _keep(self, channel: str, chat: str, outcome: Outcome, now: float) -> bool:
        """Write an outcome down; whether it forgets the chat."""
        forgotten = any(isinstance(effect, Forget) for effect in outcome.effects)
        if forgotten:
            self._store.forget(chat)
        else:
            self._store.save_state(chat, outcome.state.to_json(), now)
            for effect in outcome.effects:
                self._effect(channel, chat, effect, now)
        for reply in outcome.replies:
            self._outbox.put(chat, reply, now)
        if forgotten and not outcome.replies:
            self._store.depart(chat)
        return forgotten

    def _effect(self, channel: str, chat: str, effect: Effect, now: float) -> None:
        match effect:
            case SaveAssessment():
                self._store.save_assessment(chat, effect.result, now, again=effect.again)
            case KeepGap():
                self._store.keep_gap(chat, effect.text, now)
            case Work():
                self._jobs.ask(channel, chat, effect, now)
            case Discard():
                self._jobs.discard(chat)

    def _seen_by(self, event: Event) -> View:
        seen = replace(self._view, history=self._store.history(event.chat))
        if event.chat not in self._admins:
            return seen
        return replace(seen, admin=True, proposal=self._jobs.proposal(event.chat), gaps=self._store.gaps(MOST_GAPS))

    def _state(self, stored: Json | None) -> State | None:
        """The state as it was; a state that this version cannot read counts as none, so that nobody is shut out."""
        if stored is None:
            return None
        try:
            return State.from_json(stored)
        except Exception as error:
            _logged(error)
            return None

    def language(self, chat: str, hint: str) -> str:
        """The language of a chat: its state's, else the channel's hint, else the first we have."""
        stored = self._store.state(chat)
        for code in (str(stored.get("language")) if stored else "", hint.partition("-")[0].lower()):
            if code in self.catalogue.languages:
                return code
        return next(iter(self.catalogue.languages), "en")

    # --- out --------------------------------------------------------------------------------------------------------

    def chats_waiting(self, channel: str) -> tuple[str, ...]:
        """The chats with letters in the outbox, the longest wait first."""
        return self._outbox.chats(channel)

    def next_letter(self, chat: str) -> Letter | None:
        """The letter of a chat that is to be sent first; None when all were sent."""
        return self._outbox.next(chat)

    def sent(self, letter: Letter, message: int | None = None) -> Letter | None:
        """The channel took the letter, and shows it in `message`, if it knows messages; the next one of that chat."""
        with self._db.writing():
            self._outbox.sent(letter, message)
            following = self._outbox.next(letter.chat)
            departed = following is None and self._store.depart(letter.chat)
        self._emptied(departed)
        return following

    def part_sent(self, letter: Letter, parts: int) -> None:
        """The channel took so many messages of a letter that needs several."""
        with self._db.writing():
            self._outbox.part_sent(letter, parts)

    def failed(self, letter: Letter, problem: str, retry_at: float) -> None:
        """The channel did not take the letter, for a kind of reason; it is to be tried again at `retry_at`."""
        with self._db.writing():
            self._outbox.failed(letter, problem, retry_at)

    def dropped(self, letter: Letter) -> Letter | None:
        """The letter can never be sent; the next one of that chat."""
        with self._db.writing():
            self._outbox.drop(letter)
            following = self._outbox.next(letter.chat)
            departed = following is None and self._store.depart(letter.chat)
        self._emptied(departed)
        return following

    def gone(self, chat: str) -> int:
        """Nothing reaches this chat any more; how many letters were dropped."""
        with self._db.writing():
            dropped = self._outbox.drop_all(chat)
            departed = self._store.depart(chat)
        self._emptied(departed)
        return dropped

    def _emptied(self, departed: bool) -> None:
        if departed:
            with suppress(StorageError):
                self._db.empty_log()

    # --- errands of admins -------------------------------------------------------------------------------------------

    def next_job(self, channel: str) -> Job | None:
        """The job that waits longest."""
        return self._jobs.next(channel)

    def perform(self, job: Job, data: bytes | None = None) -> Done:
        """Do a job. Takes long, touches no database, and may run in another thread than everything else here."""
        assert self._errands is not None, "jobs come from admins, whom only `build` knows"
        try:
            return self._errands.perform(job, data)
        except Exception as error:
            return broken(job, _logged(error))

    def finish_job(self, channel: str, job: Job, done: Done, now: float | None = None) -> None:
        """What came of a job goes into the inbox; a new catalogue counts from the next turn on."""
        with self._db.writing():
            finished = self._jobs.finish(channel, job, done, time.time() if now is None else now)
        if finished and done.catalogue is not None:
            self.catalogue = done.catalogue

    # --- housekeeping -----------------------------------------------------------------------------------------------

    def purge(self, now: float | None = None) -> Purged:
        """Delete everything whose time has come."""
        now = time.time() if now is None else now
        with self._db.writing():
            chats, assessments = self._store.purge(now, self._view.retention_days)
            purged = Purged(chats, assessments, self._inbox.prune(now))
        self._emptied(True)
        return purged

    def close(self) -> None:
        """Close the database; afterwards this object is of no use."""
        self._db.close()
        if self._lock is not None:
            self._lock.close()


class Here:
    """A conversation in a channel that is here and now: what is handed in is answered before anything else."""

    def __init__(self, kompas: Kompas, channel: str, address: str, hint: str) -> None:
        self._kompas, self._channel, self._address, self._hint = kompas, channel, address, hint
        self._chat = kompas.chat(channel, address)

    def hear(self, event: Event) -> Iterator[Reply]:
        """Answer an event; each reply counts as shown when the next one is asked for."""
        told = replace(event, language=self._hint)
        self._kompas.receive(self._channel, Arrival(self._address, told, event.now))
        while self._kompas.turn(self._channel):
            pass
        letter = self._kompas.next_letter(self._chat)
        while letter is not None:
            yield letter.reply
            letter = self._kompas.sent(letter)

    @property
    def language(self) -> str:
        """The language the conversation is in now."""
        return self._kompas.language(self._chat, self._hint)


def build(settings: Settings, *, draw: Draw | None = None) -> Kompas:
    """Everything, built once. Raises ConfigError, KnowledgeError or StorageError, each with its remedy."""
    from bot.knowledge import load

    folder = settings.knowledge.path or load.shipped_folder()
    catalogue = load.catalogue(folder, settings.knowledge.overlay, settings.languages or None)
    who = identity(settings.key_file)
    view = View(
        settings.operator.name,
        settings.operator.contact,
        settings.retention_days,
        keepers=bool(settings.telegram.admins),
    )
    lock = exclusive(settings.database)
    errands = Errands(folder, settings.knowledge.overlay, settings.languages or None)
    admins = {who.chat("telegram", str(id)) for id in settings.telegram.admins}
    kompas = Kompas(
        catalogue, view, Database(settings.database), who, draw=draw, lock=lock, errands=errands, admins=admins
    )
    kompas.purge()
    return kompas


def _logged(error: Exception) -> str:
    """Log where something went wrong, without any words of people; the reference under which it can be found."""
    reference = secrets.token_hex(3).upper()
    frames = extract_tb(error.__traceback__)[-PLACES:]
    places = " < ".join(f"{_place(frame.filename)}:{frame.lineno}" for frame in reversed(frames))
    log.error("reference %s: %s at %s", reference, type(error).__name__, places)
    return reference


def _place(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(PACKAGE.parent)) if path.is_relative_to(PACKAGE) else path.name


__all__ = ["Arrival", "Here", "Kompas", "Letter", "Purged", "Turn", "build"]
