"""What every screen gets and gives: the room it stands in, the screen it shows, the move that an answer makes.

Belongs here: the shared shapes of the parts of the conversation. Does not: any particular screen.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.advice.assessment import Beliefs, advise
from bot.advice.model import Advice, Catalogue, Recommendation, T, Texts
from bot.advice.plan import HORIZONS
from bot.dialogue.event import Effect, View
from bot.dialogue.reply import Button, Specification
from bot.dialogue.state import State
from bot.dialogue.wording import Markup, say

Row = tuple[Button, ...]


@dataclass(frozen=True)
class Room:
    """Everything that a screen may look at."""

    catalogue: Catalogue
    state: State
    view: View

    def say(self, key: str, /, **values: object) -> Markup:
        """A sentence of the interface in the person's language."""
        return say(self.state.language, key, **values)

    def of(self, texts: Texts[T]) -> T:
        """The block of the person's language, or the first one there is."""
        return texts[self.state.language] if self.state.language in texts else next(iter(texts.values()))

    def button(self, key: str, token: str, /, **values: object) -> Button:
        """A button with a label of the interface."""
        return Button(str(self.say(key, **values)), token)

    def toggle(self, on: bool, title: str, token: str) -> Button:
        """A button that shows whether something is on; its title is no markup."""
        return Button(str(self.say("toggle-on" if on else "toggle-off", title=Markup(title))), token)

    def numbered(self, number: int, practice: str) -> Button:
        """A button that opens a practice by its number."""
        return Button(str(self.say("button-number", number=number)), f"open:{practice}")

    def opened(self, action: str, argument: str) -> "Move | None":
        """The move to a practice, where that is what was pressed."""
        is_open = action == "open" and argument in self.catalogue.practices
        return Move(self.state.to("practice", argument)) if is_open else None

    def with_state(self, state: State) -> "Room":
        """The same room in another state."""
        return replace(self, state=state)

    @cached_property
    def beliefs(self) -> Beliefs:
        """What is believed after the answers so far."""
        return Beliefs(self.catalogue, self.state.situation())

    @cached_property
    def advice(self) -> Advice:
        """What would be advised now."""
        return advise(self.catalogue, self.state.situation())

    def title(self, challenge: str) -> str:
        """A challenge's title."""
        return self.of(self.catalogue.challenges[challenge].text).title

    @cached_property
    def ordered(self) -> tuple[Recommendation, ...]:
        """The recommendations in order of doing: what is for now first, then next, then later."""
        return tuple(sorted(self.advice.recommendations, key=lambda r: HORIZONS.index(r.horizon)))

    def practice(self, id: str) -> str:
        """A practice's title."""
        return self.of(self.catalogue.practices[id].text).title


@dataclass(frozen=True, slots=True)
class Screen:
    """What is asked or shown: text in markup, rows of buttons, and the token that Enter alone stands for."""

    text: str
    rows: tuple[Row, ...] = ()
    onward: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A message without buttons that stays, said before the screen."""

    text: str
    picture: Specification | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Where an answer leads: the new state, a line above the next screen, messages that stay, and effects."""

    state: State
    lead: str = ""
    notes: tuple[Note, ...] = ()
    effects: tuple[Effect, ...] = ()


def _no_press(_room: Room, _action: str, _argument: str) -> Move | None:
    return None


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of screen: how it looks, what a press does, what free text does (None: not meant for it).

    `group`: a screen takes the place of the one before it only within its group, so that results stay.
    """

    show: Callable[[Room], Screen]
    press: Callable[[Room, str, str], Move | None] = field(default=_no_press)
    hear: Callable[[Room, str], Move] | None = None
    group: str = "questions"


def rows_of(buttons: Iterable[Button], wide: int = 2, room: int = 34) -> tuple[Row, ...]:
    """Buttons in rows of at most `wide`, fewer where their labels together need more than `room` characters."""
    rows: list[list[Button]] = []
    for button in buttons:
        fits = rows and len(rows[-1]) < wide and sum(len(b.label) + 3 for b in rows[-1]) + len(button.label) <= room
        if fits:
            rows[-1].append(button)
        else:
            rows.append([button])
    return tuple(tuple(row) for row in rows)


def toggled(chosen: Sequence[str], item: str) -> tuple[str, ...]:
    """The chosen items with `item` added, or without it when it was there."""
    return tuple(other for other in chosen if other != item) if item in chosen else (*chosen, item)
