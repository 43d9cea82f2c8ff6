"""The outbox on its way: each chat strictly in order, chats side by side, until Telegram has taken every letter.

Belongs here: when to send, and what to do when it fails. Does not: what a message looks like (see `paper`).
"""

import asyncio
import logging
import time
from dataclasses import replace

from telegram import Bot, InputFile, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.dialogue.post import Letter
from bot.dialogue.reply import plain
from bot.telegram import faults
from bot.telegram.faults import Verdict
from bot.telegram.pace import Pace
from bot.telegram.paper import Part, parts
from bot.telegram.service import CHANNEL, Desk, Health, Service

SIDE_BY_SIDE = 8
"""Calls at the same time: at 0.1 s a call this is more than twice what Telegram lets through."""

LONGEST_OLD_PAUSE = 300.0
"""Seconds that a pause from before a restart can last at most: the clock may have been set since."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = logging.getLogger(__name__)


class Halted(Exception):
    """The program ends: what is not sent yet stays in the outbox."""


PICTURE_TRIES = 3
"""After so many tries a picture goes without: its text says the same, and the rest of the chat waits behind it."""


class Sender:
    """Sends what waits in the outbox; `wake` it for a chat that has letters."""

    def __init__(self, bot: Bot, service: Service, desk: Desk, pace: Pace) -> None:
        self._bot = bot
        self._service = service
        self._desk = desk
        self._pace = pace
        self._slots = asyncio.Semaphore(SIDE_BY_SIDE)
        self._workers: dict[str, asyncio.Task[None]] = {}
        self._woken: set[str] = set()
        self._halt = asyncio.Event()
        self._health = Health("sending to Telegram")
        self._revoked: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def wake(self, chat: str) -> None:
        """There is something to send to this chat."""
        self._woken.add(chat)
        if chat not in self._workers:
            self._workers[chat] = asyncio.create_task(self._work(chat))

    async def wake_all(self) -> None:
        """Send what an earlier run left."""
        for chat in await self._desk.insist(self._service.chats_waiting, CHANNEL):
            self.wake(chat)

    async def revoked(self) -> None:
        """Waits for ever, unless Telegram stops knowing the token: then it raises InvalidToken."""
        await asyncio.shield(self._revoked)

    async def idle(self) -> None:
        """Wait until nothing is left to be sent."""
        while self._workers:
            await asyncio.wait(self._workers.values())

    async def halt(self, seconds: float) -> None:
        """Begin no more calls, and give those that run so many seconds to be accepted and marked."""
        self._halt.set()
        if self._workers:
            _, late = await asyncio.wait(self._workers.values(), timeout=seconds)
            for worker in late:
                worker.cancel()

    # --- one chat ---------------------------------------------------------------------------------------------------

    async def _work(self, chat: str) -> None:
        try:
            while chat in self._woken:
                self._woken.discard(chat)
                letter = await self._desk.insist(self._service.next_letter, chat)
                while letter is not None:
                    letter = await self._deliver(letter)
        except Halted:
            pass
        except InvalidToken as error:
            if not self._revoked.done():
                self._revoked.set_exception(error)
        except Exception as error:  # a bug of ours: the letters stay, the other chats go on
            log.error("sending stopped for a chat: %s", faults.place(error))
        finally:
            self._workers.pop(chat, None)

    async def _deliver(self, letter: Letter, drawn: bool = True) -> Letter | None:
        """Send one letter, all of its parts; the letter to send after it."""
        if letter.retry_at is not None:
            await self._pause(min(letter.retry_at - time.time(), LONGEST_OLD_PAUSE))
        picture = await self._picture(letter) if drawn else None
        found = parts(letter.reply, picture)
        message: int | None = None
        # a part that was sent may have been the picture, which is missing now: rather a text twice than never
        missing = letter.reply.picture is not None and picture is None
        for number in range(max(0, letter.parts_sent - missing), len(found)):
            try:
                message = await self._send(letter, found[number], replace=letter.reply.replace and len(found) == 1)
            except TelegramError as error:
                return await self._failed(letter, error, drawn)
            self._health.turned("")
            if number + 1 < len(found):
                letter = replace(letter, parts_sent=number + 1)
                await self._desk.insist(self._service.part_sent, letter, number + 1)
        return await self._desk.insist(self._service.sent, letter, message)

    async def _failed(self, letter: Letter, error: TelegramError, drawn: bool) -> Letter | None:
        """What becomes of a letter that Telegram did not take; the letter to send next."""
        match faults.verdict(error, editing=False):
            case Verdict.TOKEN:
                raise error
            case Verdict.GONE:
                await self._desk.insist(self._service.gone, letter.chat)
                return None
            case Verdict.LATER if not (drawn and letter.reply.picture and letter.attempts >= PICTURE_TRIES):
                return await self._later(letter, error)
        if drawn and letter.reply.picture is not None:
            return await self._deliver(replace(letter, retry_at=None), drawn=False)
        log.error("a letter was refused and dropped: %s", faults.name(error))
        return await self._desk.insist(self._service.dropped, letter)

    async def _later(self, letter: Letter, error: TelegramError) -> Letter | None:
        """Wait, and take what is first then: it may have been erased meanwhile."""
        seconds = faults.pause(error, letter.attempts)
        if not isinstance(error, RetryAfter):  # that concerns this chat only
            self._health.turned(faults.name(error))
        await self._desk.insist(self._service.failed, letter, faults.name(error), time.time() + seconds)
        await self._pause(seconds)
        again = await self._desk.insist(self._service.next_letter, letter.chat)
        return again and replace(again, retry_at=None)

    async def _picture(self, letter: Letter) -> bytes | None:
        """The picture of a letter; None where there is none, or it cannot be drawn: the text says the same."""
        draw, specification = self._service.draw, letter.reply.picture
        if draw is None or specification is None:
            return None
        try:
            return await asyncio.to_thread(draw, specification)
        except Exception as error:  # whatever drawing runs into, people get their answer
            log.error("a picture could not be drawn (%s): %s", specification.kind, faults.place(error))
            return None

    # --- one message ------------------------------------------------------------------------------------------------

    async def _send(self, letter: Letter, part: Part, *, replace: bool) -> int | None:
        """Send one message at its time, or edit the screen; the message that shows it now."""
        await self._pause(self._pace.wait_for_chat(letter.chat, time.monotonic()))
        await self._pause(self._pace.wait_for_all(time.monotonic()))
        editing, marked = replace and letter.screen is not None, True
        while True:
            try:
                return await self._call(letter, part, editing, marked)
            except TelegramError as error:
                found = faults.verdict(error, editing)
                if found is Verdict.DONE:
                    return letter.screen
                if found is Verdict.PLAIN and marked:
                    marked = False
                elif editing and found in (Verdict.NEW, Verdict.NEVER):
                    editing = False
                else:
                    raise

    async def _call(self, letter: Letter, part: Part, editing: bool, marked: bool) -> int | None:
        chat, text = int(letter.address), part.text if marked else plain(part.text)
        mode = ParseMode.HTML if marked else None
        async with self._slots:
            if self._halt.is_set():
                raise Halted
            if part.picture is not None:
                file = InputFile(part.picture, filename="kompas.png")
                message = await self._bot.send_photo(
                    chat, file, caption=text or None, parse_mode=mode, reply_markup=part.keyboard
                )
                return message.message_id
            if editing:
                edited = await self._bot.edit_message_text(
                    text,
                    chat_id=chat,
                    message_id=letter.screen,
                    parse_mode=mode,
                    reply_markup=part.keyboard,
                    link_preview_options=NO_PREVIEW,
                )
                return edited.message_id if isinstance(edited, Message) else letter.screen
            message = await self._bot.send_message(
                chat, text, parse_mode=mode, reply_markup=part.keyboard, link_preview_options=NO_PREVIEW
            )
            return message.message_id

    async def _pause(self, seconds: float) -> None:
        """Wait, unless the program ends."""
        if seconds > 0:
            try:
                await asyncio.wait_for(self._halt.wait(), seconds)
            except TimeoutError:
                return
        if self._halt.is_set():
            raise Halted
