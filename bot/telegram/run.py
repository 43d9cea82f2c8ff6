"""`kompas run`: from the token to the last letter.

Belongs here: joining the parts of this channel, its start and its end. Does not: what any part does.
"""

import asyncio
import logging
import signal
from contextlib import suppress

from telegram.error import InvalidToken
from telegram.request import HTTPXRequest

from bot.config import Settings, TelegramSettings
from bot.errors import ConfigError
from bot.telegram import faults
from bot.telegram.errands import Errands
from bot.telegram.menu import prepare, show_menu
from bot.telegram.pace import Pace
from bot.telegram.poll import Poller, PollingBot
from bot.telegram.sender import SIDE_BY_SIDE, Sender
from bot.telegram.service import CHANNEL, Desk, Service

DRAIN_SECONDS = 7.0
LAST_CALL_SECONDS = 2.0
"""Together under the ten seconds after which systemd and Docker stop being patient."""

PURGE_SECONDS = 3600.0
"""Nothing is kept more than an hour longer than promised."""

CALL_SECONDS = 20.0
"""A call that was given up too early may have been accepted, and would be sent twice: so rather patient."""

LOUD_LIBRARIES = ("httpx", "httpcore", "hpack", "telegram", "asyncio")
"""They log addresses with the token in it, and what people wrote: they are silenced at every level."""

log = logging.getLogger(__name__)


def run(service: Service, settings: Settings) -> int:
    """Serve Telegram until SIGTERM or SIGINT; the exit code. Raises ConfigError without a token."""
    token = settings.telegram.token.get_secret_value().strip() if settings.telegram.token else ""
    if not token:
        raise ConfigError(
            "There is no Telegram token: ask @BotFather on Telegram for one with /newbot, and put it into the key "
            "telegram.token of config.yaml or into the environment as KOMPAS_TELEGRAM_TOKEN."
        )
    logging.basicConfig(level=settings.log.level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if not token.isprintable() or not token.isascii() or any(sign in token for sign in " /?#"):
        log.error(BAD_TOKEN)
        return 1
    return asyncio.run(_until_signal(service, settings, token))


BAD_TOKEN = (
    "Telegram does not know this token: copy it again from @BotFather into telegram.token or KOMPAS_TELEGRAM_TOKEN, "
    "and check telegram.api_url if you set it."
)


async def _until_signal(service: Service, settings: Settings, token: str) -> int:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows has none of this: Ctrl-C ends the program there
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return await serve(service, settings.telegram, token, stop)


async def serve(service: Service, settings: TelegramSettings, token: str, stop: asyncio.Event) -> int:
    """Serve until told to stop; the exit code."""
    for library in LOUD_LIBRARIES:
        logging.getLogger(library).setLevel(logging.CRITICAL)
    requests = _request(SIDE_BY_SIDE * 3), _request(1)
    bot = PollingBot(
        token,
        f"{settings.api_url}/bot",
        f"{settings.api_url}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    )
    serving = Serving(service, bot, Pace(settings.messages_per_second, settings.messages_per_chat))
    try:
        code = await serving.until(stop)
        await serving.end(drain=code == 0)
    finally:
        for request in requests:
            await request.shutdown()
    return code


def _request(connections: int) -> HTTPXRequest:
    return HTTPXRequest(connections, read_timeout=CALL_SECONDS, write_timeout=CALL_SECONDS, pool_timeout=CALL_SECONDS)


class Serving:
    """The parts of this channel at work."""

    def __init__(self, service: Service, bot: PollingBot, pace: Pace) -> None:
        self._service = service
        self._bot = bot
        self._desk = Desk()
        self._bell = asyncio.Event()
        self._sender = Sender(bot, service, self._desk, pace)
        self._poller = Poller(bot, service, self._desk, self._bell.set)
        self._errands = Errands(bot, service, self._desk, self._bell.set)

    async def until(self, stop: asyncio.Event) -> int:
        """Work until told to stop, or until it makes no sense any more; the exit code."""
        work, told = asyncio.create_task(self._work()), asyncio.create_task(stop.wait())
        await asyncio.wait((work, told), return_when=asyncio.FIRST_COMPLETED)
        if told.done():
            work.cancel()
        told.cancel()
        try:
            await work
        except asyncio.CancelledError:
            log.info("stopping")
            return 0
        except InvalidToken:
            log.error(BAD_TOKEN)
        except Exception as error:  # nothing is lost: what is not done yet is on disk
            log.error("stopping after an error: %s", faults.place(error))
        return 1

    async def end(self, *, drain: bool) -> None:
        """Answer and send what is left, for some seconds; the rest stays on disk for the next start."""
        if drain:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._finish(), DRAIN_SECONDS)
        await self._sender.halt(LAST_CALL_SECONDS)
        self._desk.close()
        log.info("stopped")

    async def _work(self) -> None:
        await prepare(self._bot)
        log.info("serving")
        await self._sender.wake_all()
        menu = show_menu(self._bot, self._service.catalogue.languages)
        parts = (
            self._poller.run(),
            self._turns(),
            self._purges(),
            self._errands.run(),
            self._sender.revoked(),
            menu,
        )
        tasks = [asyncio.create_task(part) for part in parts]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _turns(self) -> None:
        """Answer whatever waits, whenever the bell rings."""
        while True:
            self._bell.clear()
            await self._answer_all()
            await self._bell.wait()

    async def _answer_all(self) -> None:
        while (turn := await self._desk.insist(self._service.turn, CHANNEL)) is not None:
            self._sender.wake(turn.chat)
            self._errands.look()

    async def _purges(self) -> None:
        while True:
            await asyncio.sleep(PURGE_SECONDS)
            purged = await self._desk.insist(self._service.purge)
            log.info("purged: %d chats, %d assessments, %d updates", purged.chats, purged.assessments, purged.updates)

    async def _finish(self) -> None:
        await self._answer_all()
        await self._sender.wake_all()
        await self._sender.idle()
        await self._poller.finish()
