"""The real program as a process, and people who hold a whole conversation with it.

Belongs here: starting, killing, walking through screens. Does not: knowing what the screens say.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.small import SMALL
from tests.telegram.person import Person
from tests.telegram.standin import TOKEN, Message

ONWARD = ("right", "go", "rate:3", "unknown", "describe")
"""Tokens that move on, best first; without any of them, the first button is pressed."""

RESULT = "open:"
"""A screen with such a button shows advice."""

MOST_STEPS = 60


class Program:
    """`python -m bot run` against a stand-in, with its database in a folder; the same folder goes on."""

    def __init__(self, folder: Path, url: str, **environment: str) -> None:
        self._folder = folder
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("KOMPAS_")},
            "KOMPAS_TELEGRAM_API_URL": url,
            "KOMPAS_TELEGRAM_TOKEN": TOKEN,
            "KOMPAS_TELEGRAM_MESSAGES_PER_SECOND": "1000",
            "KOMPAS_TELEGRAM_MESSAGES_PER_CHAT": "100",
            "KOMPAS_DATABASE": str(folder / "kompas.db"),
            "KOMPAS_SECRET_KEY_FILE": str(folder / "kompas.key"),
            "KOMPAS_KNOWLEDGE_PATH": str(SMALL),
            **environment,
        }
        self.process = self._start(self._environment)

    def _start(self, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], cwd=self._folder, env=environment, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """End it as a power cut would, and start it again."""
        self.process.kill()
        self.process.wait()
        self.process = self._start(self._environment)

    def stop(self) -> int:
        """Ask it to end, as systemd does; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(12)

    def end(self) -> int:
        """Wait for its own end; the exit code."""
        return self.process.wait(12)

    @property
    def log(self) -> str:
        return (self._folder / "log").read_text(encoding="utf-8")


class Walker:
    """Somebody who tells a situation and presses on until there is advice, one step after each answer."""

    def __init__(self, person: Person, situation: str) -> None:
        self.person = person
        self.situation = situation
        self.said = 0

    def walk(self) -> None:
        """To the advice; AssertionError if it does not come."""
        self.said += 1
        self.person.say(self.situation)
        for _ in range(MOST_STEPS):
            screen = self._answer()
            if any(self._token(data).startswith(RESULT) for row in screen.rows for _, data in row):
                return
            self.said += 1
            self.person.press_data(self._onward(screen), screen)
        raise AssertionError(f"no advice after {MOST_STEPS} steps: {self.person.chat.heard[-3:]}")

    @property
    def generations(self) -> list[int]:
        """The numbers of the screens in the order in which they appeared."""
        return [int(rows[0][0][1].partition(":")[0]) for rows in self.person.chat.screens]

    def _answer(self) -> Message:
        self.person.standin.wait(
            lambda: self.said in self.generations, 30, lambda: f"screen {self.said} of {self.generations}"
        )
        return self.person.screen

    def _onward(self, screen: Message) -> str:
        found = [data for row in screen.rows for _, data in row]
        return next((data for token in ONWARD for data in found if self._token(data) == token), found[0])

    @staticmethod
    def _token(data: str) -> str:
        return data.partition(":")[2]
