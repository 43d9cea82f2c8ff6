"""The one way of a message: `step(catalogue, event, state, view) -> Outcome(state, replies, effects)`.

Belongs here: which part of the conversation an event is for, and turning its move into replies. Does not: any screen.
"""

from dataclasses import dataclass, replace

from bot.advice.care import care_topic
from bot.advice.matching import matcher
from bot.advice.model import FITS, Catalogue
from bot.dialogue import browse, desk, history, plan, questions, result, situation, start, statements, typed
from bot.dialogue.event import Effect, Event, Forget, View
from bot.dialogue.reply import Button, Reply
from bot.dialogue.room import Move, Note, Part, Room, Screen
from bot.dialogue.state import State, without_vanished
from bot.dialogue.wording import COMMANDS, say

PARTS: dict[str, Part] = {
    **start.PARTS,
    **situation.PARTS,
    **questions.PARTS,
    **statements.PARTS,
    **result.PARTS,
    **plan.PARTS,
    **browse.PARTS,
    **desk.PARTS,
    **history.PARTS,
}

LONG_ENOUGH = 5
MORE_WELCOME = ("context", "statement", "axis", "marks", "focus")
"""From so many words on, text typed at a question may be more of the situation, where a challenge clearly fits it;
at a result it is a new one, which begins with /new."""

DOUBLE_TAP = 3.0
"""Seconds within which the same press again is taken for a double tap."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one event leads to: the chat's new state, what is said, and what must be kept or done beside it."""

    state: State
    replies: tuple[Reply, ...]
    effects: tuple[Effect, ...] = ()


def step(catalogue: Catalogue, event: Event, state: State | None, view: View) -> Outcome:
    """Answer one event. Never raises for anything a person can do; the same input gives the same outcome."""
    if state and event.kind == "press" and event.value == state.pressed and event.now < state.pressed_at + DOUBLE_TAP:
        return Outcome(state, ())  # the second of two quick taps: it was answered already
    first = state is None
    state, lead = _opened(catalogue, event, state)
    room = _standing(Room(catalogue, state, view))
    if event.kind == "press" and room.state.place != state.place:  # what was pressed is no longer there
        move, current = Move(room.state, lead=room.say("moved-on")), False
    else:
        move, current = _moved(room, event)
    if first and move.state.screen != "start":
        move = replace(move, notes=(Note(start.about(room.with_state(move.state))), *move.notes))
    if lead:
        move = replace(move, lead=f"{lead}\n{move.lead}" if move.lead else lead)
    return _told(room, move, current)


def apology(language: str, reference: str) -> Reply:
    """What is said when something unexpected went wrong; the reference is in the log."""
    return Reply(say(language, "apology", reference=reference))


# --- before: where the conversation stands ---------------------------------------------------------------------------


def _opened(catalogue: Catalogue, event: Event, state: State | None) -> tuple[State, str]:
    """The state to go on from, and what must be said about it first."""
    if state is None:
        code = event.language.partition("-")[0].lower()
        language = code if code in catalogue.languages else next(iter(catalogue.languages))
        return State(language=language, catalogue=catalogue.version), ""
    if state.language not in catalogue.languages:
        state = replace(state, language=next(iter(catalogue.languages)))
    if state.catalogue == catalogue.version:
        return state, ""
    state, gone = without_vanished(state, catalogue)
    return state, say(state.language, "knowledge-changed", count=len(gone)) if gone else ""


def _standing(room: Room) -> Room:
    """The room with a screen that exists: what a new catalogue no longer has is walked back from."""
    state = room.state
    while not _exists(room, state):
        state = state.back()
    return room.with_state(state)


def _exists(room: Room, state: State) -> bool:
    """Whether the screen and its argument are still there."""
    catalogue = room.catalogue
    known = {
        "statement": catalogue.statements,
        "context": catalogue.context,
        "axis": catalogue.maturity.axes,
        "practice": catalogue.practices,
        "whynot": catalogue.practices,
        "domain": catalogue.domains,
        "challenge": catalogue.challenges,
    }
    if state.screen in ("desk", "change"):
        return room.view.admin
    if state.screen in ("marks", "more"):
        return not state.argument or state.argument.isdecimal()
    if state.screen == "heard":
        return bool(state.matches)
    return state.argument in known[state.screen] if state.screen in known else state.screen in PARTS


# --- the event -------------------------------------------------------------------------------------------------------


def _moved(room: Room, event: Event) -> tuple[Move, bool]:
    """The move an event leads to, and whether it came from a press on the current screen."""
    if event.kind == "press":
        return _pressed(room, event)
    if event.kind == "command":
        return _commanded(room, event.value), False
    if event.kind == "text":
        return _heard(room, event.value), False
    if event.kind == "document" and room.view.admin:
        return desk.received(room, event.value), False
    if event.kind == "work" and room.view.admin:
        return desk.finished(room, event.value), False
    known = event.kind in ("other", "document")
    return Move(room.state, lead=room.say("other-kind")) if known else Move(room.state), False


def _pressed(room: Room, event: Event) -> tuple[Move, bool]:
    generation, _, token = event.value.partition(":")
    if room.state.generation == 0:  # a chat that is new or was erased: whatever was pressed, this is the beginning
        return Move(room.state), False
    if generation != str(room.state.generation) or token not in _tokens(room):
        return Move(room.state, lead=room.say("moved-on")), False
    pressed = room.with_state(replace(room.state, pressed=event.value, pressed_at=event.now))
    return _acted(pressed, token), True


def _tokens(room: Room) -> set[str]:
    return {button.token for row in PARTS[room.state.screen].show(room).rows for button in row}


def _acted(room: Room, token: str) -> Move:
    """What a button of the current screen does."""
    if token == "back":
        return Move(room.state.back())
    action, _, argument = token.partition(":")
    move = PARTS[room.state.screen].press(room, action, argument)
    return move or Move(room.state, lead=room.say("moved-on"))


def _heard(room: Room, text: str) -> Move:
    """Typed text: a button's label or number first, then care, a command's word, or the situation."""
    part = PARTS[room.state.screen]
    token = typed.token_for(_reply(room, part.show(room)), text, part.hear is not None)
    if token is not None:
        return _acted(room, token.partition(":")[2])
    if topic := care_topic(room.catalogue, text):
        return situation.care(room, topic, matcher(room.catalogue).match(text, room.state.language))
    command = typed.command_for(text)
    if command and (command != "start" or room.state.screen == "start"):
        return _commanded(room, f"/{command}")
    if not text.strip():
        return Move(room.state, lead=room.say("other-kind"))
    if part.hear is not None and not command:
        return part.hear(room, text)
    if len(text.split()) < LONG_ENOUGH:
        return Move(room.state, lead=room.say("not-understood"))
    if room.state.screen not in MORE_WELCOME:
        return Move(room.state, lead=room.say("new-first"))
    clear = matcher(room.catalogue).match(text, room.state.language).verdict == FITS
    return situation.hear(room, text) if clear else Move(room.state, lead=room.say("not-understood"))


KNOWN_COMMANDS = {*COMMANDS, "resume", "back", "cancel"}
"""What `_commanded` answers; the words for them in each language are in the wording."""


def _commanded(room: Room, value: str) -> Move:
    """A command; the same words work without the slash."""
    name, _, argument = value.lstrip("/").partition(" ")
    name = name.casefold()
    if room.view.admin and name in desk.COMMANDS:
        return desk.commanded(room, name)
    if name not in KNOWN_COMMANDS:
        name = typed.command_for(name) or name
    state = room.state
    if name == "start":
        return _started(room, argument.strip())
    if name in ("new", "resume"):
        return _begun(room, name == "new", argument.strip())
    if name == "language":
        return start.speak(room, argument.strip().casefold()) or Move(state.to("language"))
    if name == "back":
        return Move(state.back())
    if name in ("advice", "plan"):
        screen = {"advice": "result", "plan": "plan"}[name]
        return Move(state.to(screen if room.beliefs.needs else "tell"))
    screens = {
        "topics": "browse",
        "history": "history",
        "help": "help",
        "privacy": "privacy",
        "forget": "forget",
        "cancel": "start",
    }
    if name in screens:
        return Move(state.to(screens[name]))
    return Move(state, lead=room.say("unknown-command"))


def _begun(room: Room, afresh: bool, language: str) -> Move:
    """A new assessment, or the present one where it stands; in another language where one is named."""
    state = room.state.afresh() if afresh else room.state
    if language in room.catalogue.languages:
        state = replace(state, language=language)
    resumed = not afresh and room.state.generation > 0
    return Move(state, lead=say(state.language, "resumed") if resumed else "")


def _started(room: Room, payload: str) -> Move:
    """`/start`, or a deep link to an entry: `p_<practice>` or `c_<challenge>`."""
    kind, _, id = payload.partition("_")
    if kind == "p" and id in room.catalogue.practices:
        return Move(room.state.to("practice", id))
    if kind == "c" and id in room.catalogue.challenges:
        return Move(room.state.to("challenge", id))
    lead = room.say("link-unknown") if kind in ("p", "c") and id else ""
    return Move(room.state.to("start"), lead=lead)


# --- after: what is said ---------------------------------------------------------------------------------------------


def _told(room: Room, move: Move, current: bool) -> Outcome:
    """The replies and effects of a move: messages that stay, then the screen."""
    before = room.state
    notes, effects = move.notes, move.effects
    after = _standing(room.with_state(move.state))
    if after.state.screen == "result" and after.state.arriving:
        arrived, kept = result.arrival(after)
        notes, effects = (*notes, *arrived), (*effects, *kept)
        after = after.with_state(replace(after.state, arriving=False, saved=after.state.saved or bool(kept)))
    same_group = PARTS[before.screen].group == PARTS[after.state.screen].group
    state = replace(after.state, generation=before.generation + 1, catalogue=room.catalogue.version)
    after = after.with_state(state)
    screen = PARTS[state.screen].show(after)
    if state.screen == "result":
        state = replace(state, advised=tuple(r.practice for r in after.ordered[: result.FIRST]))
    if move.lead:
        screen = replace(screen, text=f"{move.lead}\n\n{screen.text}")
    shown = replace(_reply(after, screen), replace=current and same_group and not notes)
    replies = (*(Reply(note.text, picture=note.picture) for note in notes), shown)
    if any(isinstance(effect, Forget) for effect in effects):
        state = State(language=state.language, generation=state.generation)
    return Outcome(state, replies, effects)


def _reply(room: Room, screen: Screen) -> Reply:
    generation = room.state.generation
    rows = tuple(tuple(Button(b.label, f"{generation}:{b.token}") for b in row) for row in screen.rows)
    onward = None if screen.onward is None else f"{generation}:{screen.onward}"
    return Reply(screen.text, rows, onward, generation=generation)


__all__ = ["COMMANDS", "PARTS", "Outcome", "apology", "step"]
