"""What comes after what in an assessment: situation, context, statements, maturity, focus, result (DESIGN 5)."""

from dataclasses import replace

from bot.dialogue.room import Room
from bot.dialogue.state import State

TANGLED_CHALLENGES, TANGLED_DOMAINS, CLEAR_NEED = 5, 3, 0.4
"""The marks of a wicked problem are asked about where this many challenges, in this many domains, are clearly there."""

WORTH_CHOOSING = 2
"""From this many challenges on it is worth asking which to work on now."""


def after_situation(room: Room) -> State:
    """To the first question about the context."""
    return after_context(room, "")


def after_context(room: Room, question: str) -> State:
    """To the next question about the context, or the first statement."""
    following = _after(tuple(room.catalogue.context), question)
    return room.state.to("context", following) if following else after_statement(room)


def after_statement(room: Room) -> State:
    """To the next statement worth asking, with about how many will come after it; or on to maturity."""
    statement = room.beliefs.next_statement
    if statement is None:
        return after_statements(room)
    return replace(room.state, more=room.beliefs.remaining - 1).to("statement", statement)


def after_statements(room: Room) -> State:
    """To the first axis of maturity."""
    return after_axis(room, "")


def after_axis(room: Room, axis: str) -> State:
    """To the next axis; then the marks of a wicked problem, where the picture is tangled; then the focus."""
    following = _after(tuple(room.catalogue.maturity.axes), axis)
    if following:
        return room.state.to("axis", following)
    tangled = room.catalogue.maturity.marks and looks_tangled(room)
    return room.state.to("marks") if tangled else after_marks(room)


def looks_tangled(room: Room) -> bool:
    """Whether so much is going on, in so many domains, that the marks of a wicked problem are worth asking about."""
    clear = [id for id, need in room.beliefs.needs.items() if need >= CLEAR_NEED]
    domains = {room.catalogue.challenges[id].domain for id in clear}
    return len(clear) >= TANGLED_CHALLENGES and len(domains) >= TANGLED_DOMAINS


def after_marks(room: Room) -> State:
    """To the choice of what to work on now, where there is one; then the result."""
    standing = [need for need in room.beliefs.needs.values() if need > 0]
    if len(standing) >= WORTH_CHOOSING:
        return room.state.to("focus")
    return to_result(room.with_state(replace(room.state, put_aside=())))


def to_result(room: Room) -> State:
    """To the result, which the questions have now led to."""
    return replace(room.state, arriving=True).to("result")


def _after(items: tuple[str, ...], item: str) -> str | None:
    place = items.index(item) + 1 if item in items else 0
    return items[place] if place < len(items) else None
