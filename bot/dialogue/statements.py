"""The statements: one on a screen, rated on five steps, with a way out that counts as an answer (DESIGN 5.4)."""

from dataclasses import replace

from bot.advice.assessment import FEWEST
from bot.advice.model import LEVELS, NOT_APPLICABLE, UNKNOWN, Rating
from bot.dialogue import flow
from bot.dialogue.reply import Button
from bot.dialogue.room import Move, Part, Room, Screen, toggled
from bot.dialogue.state import State
from bot.dialogue.wording import Markup

UNKNOWNS_IN_A_ROW = 4
"""After so many "don't know" in a row Kompas stops asking: more of the same would cost patience and bring nothing."""


def show(room: Room) -> Screen:
    """The statement with its number, the five ratings, and the other answers."""
    id = room.state.argument
    number = _number(room)
    lines = [room.say("statement-progress", number=number, more=_more(room)), ""]
    lines.append(room.say("statement-text", text=room.of(room.catalogue.statements[id].text)))
    given = room.state.ratings.get(id)
    if given is not None:
        lines += ["", room.say("statement-given", answer=rating_label(room, given))]
    if id in room.state.unsure:
        lines += ["", room.say("statement-unsure")]
    return Screen("\n".join(lines), _rows(room), "unknown" if given is None else "keep")


def _rows(room: Room) -> tuple[tuple[Button, ...], ...]:
    ratings = [Button(rating_label(room, rating), f"rate:{rating}") for rating in range(LEVELS)]
    others = [room.button("button-unknown", "unknown"), room.button("button-not-applicable", "na")]
    is_unsure = room.state.argument in room.state.unsure
    others.append(room.button("button-sure" if is_unsure else "button-unsure", "unsure"))
    ways = [room.button("button-go-on", "keep")] if room.state.argument in room.state.ratings else []
    ways += [room.button("button-back", "back"), room.button("button-why", "why")]
    if _number(room) >= FEWEST:
        ways.append(room.button("button-enough", "enough"))
    return tuple(ratings[:3]), tuple(ratings[3:]), tuple(others), tuple(ways)


def _number(room: Room) -> int:
    id = room.state.argument
    return room.state.asked.index(id) + 1 if id in room.state.asked else len(room.state.asked) + 1


def _more(room: Room) -> int:
    """About how many statements come after this one, those already answered after it included."""
    asked, id = room.state.asked, room.state.argument
    return room.state.more + (len(asked) - asked.index(id) if id in asked else 0)


def rating_label(room: Room, rating: Rating) -> str:
    """The words for a rating."""
    if rating == UNKNOWN:
        return str(room.say("button-unknown"))
    if rating == NOT_APPLICABLE:
        return str(room.say("button-not-applicable"))
    return str(room.say(f"rating-{rating}"))


def press(room: Room, action: str, argument: str) -> Move | None:
    if action == "rate" and argument.isdecimal() and int(argument) < LEVELS:
        return _answer(room, int(argument))
    if action == "unknown":
        return _answer(room, UNKNOWN)
    if action == "na":
        return _answer(room, NOT_APPLICABLE)
    if action == "unsure":
        return Move(replace(room.state, unsure=toggled(room.state.unsure, room.state.argument)))
    if action == "keep" and room.state.argument in room.state.ratings:
        return _answer(room, room.state.ratings[room.state.argument])
    if action == "why":
        return Move(room.state, lead=why(room))
    if action == "enough" and _number(room) >= FEWEST:
        return Move(flow.after_statements(room))
    return None


def _answer(room: Room, rating: Rating) -> Move:
    id = room.state.argument
    asked = room.state.asked if id in room.state.asked else (*room.state.asked, id)
    state = replace(room.state, ratings={**room.state.ratings, id: rating}, asked=asked)
    told = room.with_state(state)
    if _lost(state):
        return Move(flow.after_statements(told), lead=room.say("statement-many-unknown"))
    place = asked.index(id) + 1
    if place < len(asked):  # an earlier answer was changed: on to the next of those already given
        return Move(state.to("statement", asked[place]))
    return Move(flow.after_statement(told))


def _lost(state: State) -> bool:
    last = [state.ratings.get(id) for id in state.asked[-UNKNOWNS_IN_A_ROW:]]
    return len(last) == UNKNOWNS_IN_A_ROW and all(rating == UNKNOWN for rating in last)


def why(room: Room) -> Markup:
    """Why this statement: what it would change in the first steps."""
    id = room.state.argument
    challenge = room.catalogue.statements[id].challenge
    beliefs = room.beliefs
    if_so = [beliefs.after(id, rating) for rating in range(LEVELS)]
    coming = sorted({practice for after in if_so for practice in after - beliefs.first_five})
    going = sorted({practice for after in if_so for practice in beliefs.first_five - after})
    title = room.title(challenge)
    if coming and going:
        return room.say("why-between", first=room.practice(going[0]), other=room.practice(coming[0]))
    if coming:
        return room.say("why-brings", title=title, other=room.practice(coming[0]))
    return room.say("why-sure", title=title)


PARTS = {"statement": Part(show, press)}
