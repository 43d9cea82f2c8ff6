"""The plan as text: now, next, later, prerequisites first; and the end of the conversation."""

from bot.advice.plan import HORIZONS
from bot.dialogue.card import first_step
from bot.dialogue.reply import Button
from bot.dialogue.room import Move, Part, Room, Screen, rows_of


def show(room: Room) -> Screen:
    """What to do now, next and later."""
    recommendations = room.ordered
    if not recommendations:
        buttons = (room.button("button-describe", "describe"), room.button("button-back", "back"))
        return Screen(room.say("plan-empty"), rows_of(buttons), "describe")
    lines: list[str] = [room.say("plan-title")]
    numbers: list[Button] = []
    number = 0
    for horizon in HORIZONS:
        here = [r for r in recommendations if r.horizon == horizon]
        if here:
            lines += ["", room.say(f"plan-{horizon}")]
        for recommendation in here:
            number += 1
            text = room.of(room.catalogue.practices[recommendation.practice].text)
            lines.append(room.say("plan-entry", number=number, title=text.title))
            if horizon == HORIZONS[0]:
                lines.append(room.say("result-step", step=first_step(text.steps[0])))
                numbers.append(room.numbered(number, recommendation.practice))
    ways = (room.button("button-to-advice", "result"), room.button("button-finish", "finish"))
    return Screen("\n".join(lines), (tuple(numbers), ways), "finish")


def press(room: Room, action: str, argument: str) -> Move | None:
    targets = {"result": "result", "finish": "end", "describe": "tell"}
    return room.opened(action, argument) or (Move(room.state.to(targets[action])) if action in targets else None)


def show_end(room: Room) -> Screen:
    """Goodbye for now: nothing is pushed, everything can be found again."""
    buttons = (room.button("button-to-advice", "result"), room.button("button-again", "new"))
    return Screen(room.say("end-text"), rows_of(buttons))


def press_end(room: Room, action: str, _argument: str) -> Move | None:
    if action == "new":
        return Move(room.state.afresh())
    return Move(room.state.to("result")) if action == "result" else None


PARTS = {
    "plan": Part(show, press, group="result"),
    "end": Part(show_end, press_end, group="result"),
}
