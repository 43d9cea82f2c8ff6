"""How long people wait for an answer while an admin reloads the knowledge base, beside how long they wait otherwise.

The real bot with the shipped content against the stand-in for Telegram on this machine: one person presses buttons one
after the other, first in peace (the baseline), then while an admin reloads again and again.
"""

import gc
import tempfile
import time
from pathlib import Path
from statistics import median

from bot import app
from bot.__main__ import FEW_COLLECTIONS
from bot.config import Settings, TelegramSettings
from tests.telegram.person import Person
from tests.telegram.running import running
from tests.telegram.standin import StandIn
from tests.telegram.wire import served

ADMIN, SOMEBODY = 42, 44
PRESSES = 60
RELOADS = 3
RELOADED = "Read again"


def run() -> dict[str, float | str]:
    """Milliseconds from a press to the changed screen, in peace and during reloads."""
    gc.set_threshold(FEW_COLLECTIONS)  # as the command does
    standin = StandIn()
    with tempfile.TemporaryDirectory() as folder, served(standin) as url:
        settings = Settings(database=Path(folder) / "kompas.db", telegram=TelegramSettings(admins=(ADMIN,)))
        bot = app.build(settings)
        admin, somebody = Person(standin, ADMIN), Person(standin, SOMEBODY)
        with running(bot, url):
            admin.say("/start")
            admin.hears(1)
            somebody.say("our system is forty years old and nobody dares to touch it")
            somebody.hears(2)
            peace = [_press(standin, somebody) for _ in range(PRESSES)]
            during: list[float] = []
            for round in range(RELOADS):
                admin.say("/reload")
                while sum(RELOADED in text for text in admin.chat.heard) <= round:
                    during.append(_press(standin, somebody))
        bot.close()
    return {
        "presses in peace": len(peace),
        "presses during reloads": len(during),
        "baseline: in peace, median ms": 1000 * median(peace),
        "baseline: in peace, longest ms": 1000 * max(peace),
        "during reloads, median ms": 1000 * median(during),
        "during reloads, longest ms": 1000 * max(during),
        "longest during reloads / longest in peace": max(during) / max(peace),
    }


def _press(standin: StandIn, person: Person) -> float:
    """Toggle the first challenge; the seconds until the screen has changed."""
    heard, started = len(person.chat.heard), time.perf_counter()
    person.press(person.screen.labels[0])
    standin.wait(lambda: len(person.chat.heard) > heard, 30)
    return time.perf_counter() - started
