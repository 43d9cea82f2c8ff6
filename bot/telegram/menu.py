"""What Telegram must know before the first message: that we poll, and the menu of commands in each language.

Belongs here: the calls at the start. Does not: the words of the menu.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from telegram import Bot, BotCommand
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.dialogue.wording import commands
from bot.telegram import faults
from bot.telegram.service import Health

log = logging.getLogger(__name__)


async def prepare(bot: Bot) -> None:
    """Make ready; raises InvalidToken when Telegram does not know the token, and waits while it cannot be reached."""
    health = Health("reaching Telegram")
    await _insistently(health, bot.get_me)
    await _insistently(health, bot.delete_webhook)


async def show_menu(bot: Bot, languages: Iterable[str]) -> None:
    """Put the commands into the menu, in each language; the first one is also for those whose language we lack."""
    health = Health("the menu of commands")
    try:
        for number, code in enumerate(languages):
            menu = [BotCommand(name, description) for name, description in commands(code)]
            if number == 0:
                await _insistently(health, partial(bot.set_my_commands, menu))
            await _insistently(health, partial(bot.set_my_commands, menu, language_code=code))
    except BadRequest as error:
        log.error("Telegram refused the menu of commands: %s", faults.name(error))


async def _insistently(health: Health, call: Callable[[], Awaitable[object]]) -> None:
    """Call until it works; a refusal is final."""
    failures = 0
    while True:
        try:
            await call()
        except TelegramError as error:
            if isinstance(error, InvalidToken | BadRequest) and faults.from_telegram(error):
                raise
            health.turned(faults.name(error))
            await asyncio.sleep(faults.pause(error, failures))
            failures += 1
        else:
            health.turned("")
            return
