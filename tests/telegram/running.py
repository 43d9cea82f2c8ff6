"""The real Telegram channel in a thread of the test, against the stand-in.

Belongs here: starting and stopping it. Does not: what it does.
"""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.config import TelegramSettings
from bot.telegram.run import serve
from bot.telegram.service import Service
from tests.telegram.standin import TOKEN

FAST = 10_000.0


@dataclass(slots=True)
class Running:
    """A channel at work; `code` is its exit code once it has ended."""

    code: int | None = None


@contextmanager
def running(
    service: Service, url: str, *, token: str = TOKEN, per_second: float = FAST, per_chat: float = FAST
) -> Iterator[Running]:
    """The channel serves inside this block, and is told to stop at its end, as SIGTERM would."""
    settings = TelegramSettings(api_url=url, messages_per_second=per_second, messages_per_chat=per_chat)
    state, ready = Running(), threading.Event()
    handle: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    async def main() -> None:
        stop = asyncio.Event()
        handle.append((asyncio.get_running_loop(), stop))
        ready.set()
        state.code = await serve(service, settings, token, stop)

    thread = threading.Thread(target=lambda: asyncio.run(main()))
    thread.start()
    ready.wait()
    try:
        yield state
    finally:
        loop, stop = handle[0]
        if thread.is_alive() and not loop.is_closed():
            loop.call_soon_threadsafe(stop.set)
        thread.join(15)
    assert not thread.is_alive(), "it does not stop"
