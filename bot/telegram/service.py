"""What this channel needs of the app, and the one thread in which all of it happens.

Belongs here: the boundary with the app. Does not: anything of Telegram.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, Protocol, TypeVar

from bot.dialogue.post import Arrival, Done, Job, Letter, Purged, Turn
from bot.dialogue.reply import Specification
from bot.errors import StorageError

P = ParamSpec("P")
T = TypeVar("T")

CHANNEL = "telegram"

STORAGE_PAUSE = 2.0
"""Seconds between two tries while the database cannot be used: a full disk or a lock does not pass faster."""

log = logging.getLogger(__name__)


class Languages(Protocol):
    """The part of the catalogue that this channel knows: which languages are spoken."""

    @property
    def languages(self) -> Mapping[str, object]:
        """By code, the first being the default."""


class Service(Protocol):
    """The app, as far as this channel sees it. Each call is on disk when it returns; StorageError: nothing happened."""

    @property
    def catalogue(self) -> Languages: ...

    @property
    def draw(self) -> Callable[[Specification], bytes] | None: ...

    def receive(self, channel: str, *arrivals: Arrival) -> int: ...

    def turn(self, channel: str) -> Turn | None: ...

    def chats_waiting(self, channel: str) -> tuple[str, ...]: ...

    def next_letter(self, chat: str) -> Letter | None: ...

    def sent(self, letter: Letter, message: int | None = None) -> Letter | None: ...

    def part_sent(self, letter: Letter, parts: int) -> None: ...

    def failed(self, letter: Letter, problem: str, retry_at: float) -> None: ...

    def dropped(self, letter: Letter) -> Letter | None: ...

    def gone(self, chat: str) -> int: ...

    def next_job(self, channel: str) -> Job | None: ...

    def perform(self, job: Job, data: bytes | None = None) -> Done:
        """The only call that may be made beside the others; it takes long."""

    def finish_job(self, channel: str, job: Job, done: Done) -> None: ...

    def purge(self) -> Purged: ...


class Health:
    """Whether something works: each change gets one line in the log, however often it was tried."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._trouble = ""

    def turned(self, trouble: str) -> None:
        """How it went this time; no trouble: it works."""
        if trouble == self._trouble:
            return
        self._trouble = trouble
        if trouble:
            log.warning("%s: %s", self._name, trouble)
        else:
            log.info("%s: works again", self._name)


class Desk:
    """The one writer: all calls of the app, one after the other, beside the event loop and never blocking it."""

    def __init__(self) -> None:
        self._health = Health("the database")
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    async def do(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of a call, made when its turn has come."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(call, *args, **kwargs))

    async def insist(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `do`, and again while the database cannot be used: nothing is lost, everything waits until it can."""
        while True:
            try:
                result = await self.do(call, *args, **kwargs)
            except StorageError as error:
                self._health.turned(str(error))
                await asyncio.sleep(STORAGE_PAUSE)
            else:
                self._health.turned("")
                return result

    def close(self) -> None:
        """Wait for the call that runs, and take no more."""
        self._thread.shutdown(wait=True, cancel_futures=True)
