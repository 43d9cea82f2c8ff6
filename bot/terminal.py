"""The same conversation at a prompt: buttons as numbers and words, Enter takes the step that moves on.

Belongs here: showing replies at any width, reading lines. Does not: choosing questions or words.
"""

import io
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol, TextIO

from rich.console import Console
from rich.text import Text

from bot.dialogue.event import Event
from bot.dialogue.reply import Reply, choices, plain, spans
from bot.dialogue.wording import say

WIDEST = 88
"""Columns: longer lines are hard to read, whatever the window."""

NARROWEST = 20
INDENT = 2

CHANNEL, ADDRESS = "terminal", "here"
"""One conversation per database: whoever sits at this prompt."""


class Conversation(Protocol):
    """The conversation at this prompt."""

    def hear(self, event: Event) -> Iterator[Reply]:
        """Hand an event in; each reply counts as shown when the next one is asked for."""

    @property
    def language(self) -> str:
        """The language it is in now."""


PLAIN_SIGNS = str.maketrans(
    {"☑": "x", "☐": "o", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "·": "-", "…": "...", "é": "e", "ë": "e"}
)
"""What stands for a sign where the terminal has no such letters; a ticked box and an empty one must stay apart."""

STYLES = {"b": "bold", "i": "italic", "a": "underline"}


class Screen:
    """Where replies are shown: plain lines in a pipe, a little style at a prompt."""

    def __init__(self, out: TextIO) -> None:
        self.console = Console(file=out, highlight=False, soft_wrap=False, emoji=False, markup=False)
        self.console.width = max(NARROWEST, min(self.console.width, WIDEST))
        self._signs = _has_signs(self.console.encoding)

    def show(self, reply: Reply, language: str) -> None:
        """One reply: its text, what its picture says, and its buttons."""
        self.console.print()
        for line in reply.text.split("\n"):
            self._line(line)
        if reply.picture is not None:
            for line in reply.picture.alternative.split("\n"):
                self._line(f"  {line}")
        if reply.rows:
            self.console.print()
            self.buttons(reply)
        if reply.onward is not None:
            labels = [b.label for row in reply.rows for b in row if b.token == reply.onward]
            if labels:
                self._line(f"<i>{plain_to_markup(say(language, 'terminal-enter', label=labels[0]))}</i>")

    def say(self, language: str, key: str) -> None:
        """A sentence of the terminal's own."""
        self.console.print()
        self._line(say(language, key))

    def _line(self, markup: str) -> None:
        text = Text()
        for span in spans(markup):
            text.append(span.text, STYLES.get(span.style, ""))
            if span.href and span.href != span.text:
                text.append(f" ({span.href})")
        self._print(text)

    def _print(self, text: Text) -> None:
        """The text with plain signs in place of those that the terminal has not."""
        if not self._signs:
            text.plain = text.plain.translate(PLAIN_SIGNS)
        self.console.print(text)

    def buttons(self, reply: Reply) -> None:
        """The buttons, numbered, as many on a line as fit, each whole."""
        numbers = {button.token: number for number, button in choices(reply)}
        for row in reply.rows:
            line = ""
            for button in row:
                number = numbers[button.token]
                label = "" if button.label == number else button.label
                piece = f"[{number}] {label}".rstrip()
                if line and len(line) + len(piece) + INDENT > self.console.width:
                    self._print(Text(line))
                    line = ""
                line = f"{line}{' ' * INDENT if line else ''}{piece}"
            self._print(Text(line))


def _has_signs(encoding: str) -> bool:
    try:
        "☑☐“”‘’".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def plain_to_markup(markup: str) -> str:
    """A sentence without styles of its own, so that it can stand inside one."""
    return plain(markup).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def opening(language: str | None, new: bool) -> Event:
    """The event that begins: go on where we were, or start afresh, in this language if one was asked for."""
    command = "/new" if new else "/resume"
    return Event("", "command", f"{command} {language}" if language else command, time.time())


def talk(here: Conversation, first: Event, stdin: TextIO, stdout: TextIO) -> None:
    """Hold the conversation until the input ends or the person leaves; every line is answered before the next."""
    screen = Screen(stdout)
    with suppress(KeyboardInterrupt):
        current = _told(screen, here, first, None)
        for line in _lines(screen, stdin, stdout):
            if line.strip():
                current = _told(screen, here, _typed(line.strip()), current)
            elif current is not None and current.onward is not None:
                current = _told(screen, here, Event("", "press", current.onward, time.time()), current)
            else:
                screen.say(here.language, "terminal-too-far")
                if current is not None:
                    screen.buttons(current)
    screen.say(here.language, "terminal-bye")


def _told(screen: Screen, here: Conversation, event: Event, current: Reply | None) -> Reply | None:
    """Show what an event leads to; the screen that can now be answered."""
    for reply in here.hear(event):
        screen.show(reply, here.language)
        current = reply if reply.rows else current
    return current


def _typed(line: str) -> Event:
    return Event("", "command" if line.startswith("/") else "text", line, time.time())


def _lines(screen: Screen, stdin: TextIO, stdout: TextIO) -> Iterator[str]:
    """The lines of a person or of a pipe; what a pipe says is shown too, so that the transcript can be read."""
    person = stdin.isatty()
    while True:
        screen.console.print()
        stdout.write("> ")
        stdout.flush()
        line = stdin.readline()
        if not line:
            stdout.write("\n")
            return
        if not person:
            stdout.write(line if line.endswith("\n") else f"{line}\n")
        yield line


def forgiving(stream: TextIO) -> TextIO:
    """The stream, made to read or write a substitute where it has no sign for a character."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream
