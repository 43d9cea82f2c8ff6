"""Long polling: updates are on disk before Telegram hears that we have them.

Belongs here: getUpdates and answering queries. Does not: answering people (that is a turn's work).
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence

from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bot.telegram import faults
from bot.telegram.service import CHANNEL, Desk, Health, Service
from bot.telegram.translate import ALLOWED, Incoming, passed_over, translate

POLL_SECONDS = 30
"""How long Telegram may keep a request without news: longer saves little, and middleboxes begin to cut it off."""

READ_SECONDS = POLL_SECONDS + 15
"""How long we wait for the answer: a slow network comes on top."""

LONGEST_CONFLICT_PAUSE = 10.0
"""Seconds of stepping aside for another program with the same token, in the end: the two only disturb each other."""

QUERY_TRIES = 3
"""After so many tries the sign of waiting on the person's screen is gone by itself."""

QUERIES_SIDE_BY_SIDE = 8

log = logging.getLogger(__name__)


class PollingBot(Bot):
    """A Bot that also hands out updates as they came, so that one that cannot be read does not take others with it."""

    async def updates_as_they_came(self, offset: int | None) -> Sequence[Mapping[str, object]]:
        """The updates from `offset` on; waits for the first one for POLL_SECONDS."""
        asked = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": ALLOWED}
        found = await self._post("getUpdates", asked, read_timeout=READ_SECONDS)
        return [update for update in found if isinstance(update, dict)] if isinstance(found, list) else []


class Poller:
    """Fetches updates until it is cancelled; raises InvalidToken when Telegram does not know the token (any more).

    It begins without an offset: whatever Telegram still has comes again, known updates count once, and presses that
    were not answered before a crash are answered now. Telegram's numbers may also start anew after a quiet week.
    """

    def __init__(self, bot: PollingBot, service: Service, desk: Desk, ring: Callable[[], None]) -> None:
        self._bot = bot
        self._service = service
        self._desk = desk
        self._ring = ring
        self._queries = Queries(bot)
        self._health = Health("receiving from Telegram")

    async def run(self) -> None:
        """Poll for ever."""
        offset: int | None = None
        failures = 0
        while True:
            try:
                updates = await self._bot.updates_as_they_came(offset)
            except TelegramError as error:
                if isinstance(error, InvalidToken) and faults.from_telegram(error):
                    raise
                await asyncio.sleep(self._trouble(error, failures))
                failures += 1
            else:
                self._health.turned("")
                failures = 0
                offset = await self._taken(updates) or offset

    async def finish(self) -> None:
        """Wait until the last queries are answered."""
        await self._queries.idle()

    def _trouble(self, error: TelegramError, failures: int) -> float:
        """Say what is wrong, once; the seconds to wait."""
        if isinstance(error, Conflict):
            self._health.turned("another program polls with this token (or a webhook is set); waiting until it stops")
            return min(LONGEST_CONFLICT_PAUSE, faults.pause(error, failures))
        self._health.turned(faults.name(error))
        return faults.pause(error, failures)

    async def _taken(self, updates: Sequence[Mapping[str, object]]) -> int | None:
        """Put updates on disk; the offset that confirms them."""
        now = time.time()
        found = [
            self._understood(update, id, now) for update in updates if isinstance(id := update.get("update_id"), int)
        ]
        if not found:
            return None
        await self._desk.insist(self._service.receive, CHANNEL, *(incoming.arrival for incoming in found))
        self._ring()
        for incoming in found:
            if incoming.query is not None:
                self._queries.answer(incoming.query)
        return max(incoming.arrival.update or 0 for incoming in found) + 1

    def _understood(self, update: Mapping[str, object], id: int, now: float) -> Incoming:
        try:
            return translate(Update.de_json(dict(update), self._bot), now)
        except Exception as error:  # an update of a shape that the library does not know: never poll it for ever
            log.error("an update could not be read: %s", faults.place(error))
            return Incoming(passed_over(id, now))


class Queries:
    """Answers presses with nothing, so that the button stops waiting. An expired one is nobody's loss."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._slots = asyncio.Semaphore(QUERIES_SIDE_BY_SIDE)
        self._tasks: set[asyncio.Task[None]] = set()

    def answer(self, query: str) -> None:
        """Answer it soon."""
        task = asyncio.create_task(self._answer(query))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Wait until all are answered."""
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _answer(self, query: str) -> None:
        for failures in range(QUERY_TRIES):
            try:
                async with self._slots:
                    await self._bot.answer_callback_query(query)
                return
            except (BadRequest, InvalidToken):
                return
            except TelegramError as error:
                await asyncio.sleep(faults.pause(error, failures))
