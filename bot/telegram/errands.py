"""What admins asked for, done beside the conversation: fetch the file they sent, let the app do the job, ring the bell.

Belongs here: fetching from Telegram, one job after the other. Does not: what a job is.
"""

import asyncio
import json
import logging
import threading
from collections.abc import Callable
from contextlib import suppress

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.dialogue.post import Done, Job
from bot.telegram import faults
from bot.telegram.service import CHANNEL, Desk, Service

FETCH_TRIES = 4
"""Tries to fetch a file before the admin is asked to send it again."""

log = logging.getLogger(__name__)


class Errands:
    """Does what waits, and looks for more whenever a turn was made."""

    def __init__(self, bot: Bot, service: Service, desk: Desk, ring: Callable[[], None]) -> None:
        self._bot = bot
        self._service = service
        self._desk = desk
        self._ring = ring
        self._more = asyncio.Event()

    def look(self) -> None:
        """There may be a new job."""
        self._more.set()

    async def run(self) -> None:
        """Do jobs for ever; one that was begun before a crash is begun again."""
        while True:
            self._more.clear()
            while (job := await self._desk.insist(self._service.next_job, CHANNEL)) is not None:
                data = await self._fetched(job)
                done = await _beside(self._service.perform, job, data)
                await self._desk.insist(self._service.finish_job, CHANNEL, job, done)
                log.info("job done: %s", job.kind)
                self._ring()
            await self._more.wait()

    async def _fetched(self, job: Job) -> bytes | None:
        """The file that a job is about; None where there is none, or where it cannot be had."""
        if job.kind != "examine":
            return None
        for failures in range(FETCH_TRIES):
            try:
                file = await self._bot.get_file(str(json.loads(job.about)["file"]))
                return bytes(await file.download_as_bytearray())
            except (BadRequest, InvalidToken):
                return None
            except TelegramError as error:
                await asyncio.sleep(faults.pause(error, failures))
        return None


async def _beside(perform: Callable[[Job, bytes | None], Done], job: Job, data: bytes | None) -> Done:
    """The outcome of a job done in a thread of its own, which the end of the program does not wait for."""
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[Done] = loop.create_future()

    def work() -> None:
        done = perform(job, data)
        with suppress(RuntimeError):  # the loop has ended: the job is done again after the next start
            loop.call_soon_threadsafe(lambda: None if outcome.done() else outcome.set_result(done))

    threading.Thread(target=work, name="errand", daemon=True).start()
    return await outcome
