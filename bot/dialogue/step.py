"""The one way of a message: `step(catalogue, event, state, view) -> Outcome(state, replies, effects)`."""

from dataclasses import dataclass

from bot.advice.model import Catalogue
from bot.dialogue.event import Effect, Event, View
from bot.dialogue.reply import Reply
from bot.dialogue.state import State


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one event leads to: the chat's new state, what is said, and what must be kept or done beside it."""

    state: State
    replies: tuple[Reply, ...]
    effects: tuple[Effect, ...] = ()


def step(catalogue: Catalogue, event: Event, state: State | None, view: View) -> Outcome:
    """Answer one event. Never raises for anything a person can do; the same input gives the same outcome."""
    raise NotImplementedError
