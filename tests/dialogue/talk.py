"""A person in a conversation, without any channel: says, presses a label, reads; every reply is checked on the way."""

import json
from dataclasses import dataclass, field

from bot.advice.model import Catalogue
from bot.dialogue.event import Effect, Event, Kind, View
from bot.dialogue.reply import TOKEN_BYTES, Reply, choices, plain
from bot.dialogue.state import State
from bot.dialogue.step import Outcome, step

LONGEST_MESSAGE = 4096
MOST_CALLBACK_BYTES = 64


@dataclass
class Talk:
    """One chat. `screen` is the last reply with buttons; `heard` all that was said in answer to the last event."""

    catalogue: Catalogue
    language: str = "en"
    view: View = field(default_factory=lambda: View("Province X", "kompas@example.org"))
    state: State | None = None
    screen: Reply | None = None
    heard: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    now: float = 1_000_000.0

    def event(self, kind: Kind, value: str) -> Outcome:
        """Hand in an event, as if after a restart: the state goes through JSON."""
        self.now += 10
        outcome = step(self.catalogue, Event("chat", kind, value, self.now, self.language), self.state, self.view)
        stored = json.loads(json.dumps(outcome.state.to_json()))
        assert State.from_json(stored) == outcome.state
        self.state = State.from_json(stored)
        self.heard, self.effects = outcome.replies, outcome.effects
        for reply in outcome.replies:
            check(reply)
            self.screen = reply if reply.rows else self.screen
        return outcome

    def say(self, text: str) -> str:
        """Type something; everything that was said back."""
        self.event("command" if text.startswith("/") else "text", text)
        return self.text

    def press(self, label: str) -> str:
        """Press the button with this label (marks aside)."""
        return self.push(next(t for name, t in self.labels() if label in (name, name.lstrip("☑☐ "))))

    def push(self, token: str) -> str:
        """Press whatever has this token."""
        self.event("press", token)
        return self.text

    def enter(self) -> str:
        """Take the step that moves on."""
        assert self.screen is not None
        assert self.screen.onward is not None
        return self.push(self.screen.onward)

    def enter_until(self, *screens: str, most: int = 60) -> str:
        """Take the steps that move on until one of these screens is reached."""
        for _ in range(most):
            assert self.state is not None
            if self.state.screen in screens:
                return self.text
            self.enter()
        raise AssertionError(f"{screens} not reached in {most} steps; at {self.state}")

    def labels(self) -> list[tuple[str, str]]:
        """The buttons on the screen: label and token."""
        assert self.screen is not None
        return [(button.label, button.token) for row in self.screen.rows for button in row]

    @property
    def text(self) -> str:
        """Everything that was said in answer to the last event, without markup."""
        return "\n".join(plain(reply.text) for reply in self.heard)


def check(reply: Reply) -> None:
    """What holds for every reply whatever was asked: it can be shown in any channel."""
    text = plain(reply.text)
    assert text.strip()
    assert Reply.from_json(json.loads(json.dumps(reply.to_json()))) == reply
    tokens = [button.token for row in reply.rows for button in row]
    assert len(tokens) == len(set(tokens))
    for row in reply.rows:
        assert row
        for button in row:
            assert button.label.strip()
            assert len(button.token.encode()) <= MOST_CALLBACK_BYTES
            assert len(button.token.partition(":")[2].encode()) <= TOKEN_BYTES
    if reply.onward is not None:
        assert reply.onward in tokens
    keys = [key for key, _ in choices(reply)]
    assert len(keys) == len(set(keys))
    for line in reply.text.split("\n"):
        assert line.count("<b>") == line.count("</b>")
        assert line.count("<i>") == line.count("</i>")
