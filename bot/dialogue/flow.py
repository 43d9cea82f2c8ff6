"""What comes after what in an assessment: situation, context, statements, maturity, focus, result (DESIGN 5)."""

from bot.dialogue.room import Room
from bot.dialogue.state import Place

TANGLED_CHALLENGES, TANGLED_DOMAINS, CLEAR_NEED = 5, 3, 0.4
"""The marks of a wicked problem are asked about where this many challenges, in this many domains, are clearly there."""

WORTH_CHOOSING = 2
"""From this many challenges on it is worth asking which to work on now."""


def after_situation(room: Room) -> Place:
    """The first question about the context."""
    return ("context", next(iter(room.catalogue.context))) if room.catalogue.context else after_context(room, "")


def after_context(room: Room, question: str) -> Place:
    """The next question about the context, or the first statement."""
    following = _after(tuple(room.catalogue.context), question)
    return ("context", following) if following else after_statement(room)


def after_statement(room: Room) -> Place:
    """The next statement worth asking, or on to maturity."""
    statement = room.beliefs.next_statement
    return ("statement", statement) if statement else after_statements(room)


def after_statements(room: Room) -> Place:
    """The first axis of maturity."""
    axes = tuple(room.catalogue.maturity.axes)
    return ("axis", axes[0]) if axes else after_axis(room, "")


def after_axis(room: Room, axis: str) -> Place:
    """The next axis; then the marks of a wicked problem, where the picture is tangled; then the focus."""
    following = _after(tuple(room.catalogue.maturity.axes), axis)
    if following:
        return "axis", following
    return ("marks", "") if looks_tangled(room) else after_marks(room)


def looks_tangled(room: Room) -> bool:
    """Whether so much is going on, in so many domains, that the marks of a wicked problem are worth asking about."""
    clear = [id for id, need in room.beliefs.needs.items() if need >= CLEAR_NEED]
    domains = {room.catalogue.challenges[id].domain for id in clear}
    return len(clear) >= TANGLED_CHALLENGES and len(domains) >= TANGLED_DOMAINS


def after_marks(room: Room) -> Place:
    """Which challenges to work on now, where there is a choice; then the result."""
    standing = [need for need in room.beliefs.needs.values() if need > 0]
    return ("focus", "") if len(standing) >= WORTH_CHOOSING else ("result", "")


def _after(items: tuple[str, ...], item: str) -> str | None:
    place = items.index(item) + 1 if item in items else 0
    return items[place] if place < len(items) else None
