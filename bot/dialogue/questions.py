"""The questions with a few options: the context, the maturity axes, the marks of a wicked problem, the focus."""

from dataclasses import replace

from bot.dialogue import flow
from bot.dialogue.reply import Button
from bot.dialogue.room import Move, Part, Room, Screen, rows_of, toggled
from bot.dialogue.state import State
from bot.dialogue.wording import Markup

MOST_FOCUS = 7
"""Challenges offered at "good enough?": with the way on and back that fills a phone screen."""


# --- context ---------------------------------------------------------------------------------------------------------


def show_context(room: Room) -> Screen:
    question = room.catalogue.context[room.state.argument]
    chosen = room.state.context.get(question.id, ())
    numbers = {"number": list(room.catalogue.context).index(question.id) + 1, "of": len(room.catalogue.context)}
    text = room.say("context-question", question=room.of(question.text).question, **numbers)
    if question.several:
        text = Markup(f"{text}\n{room.say('several')}")
    options = [
        room.toggle(id in chosen, room.of(texts), f"option:{id}")
        if question.several or chosen
        else Button(room.of(texts), f"option:{id}")
        for id, texts in question.options.items()
    ]
    way_on = room.button("button-go-on" if chosen else "button-skip", "go")
    return Screen(text, (*rows_of(options), (way_on, room.button("button-back", "back"))), "go")


def press_context(room: Room, action: str, argument: str) -> Move | None:
    question = room.catalogue.context[room.state.argument]
    if action == "option" and argument in question.options:
        chosen = room.state.context.get(question.id, ())
        answers = toggled(chosen, argument) if question.several else (argument,)
        state = replace(room.state, context={**room.state.context, question.id: answers})
        return Move(state) if question.several else _on(room, state, question.id)
    return _on(room, room.state, question.id) if action == "go" else None


def _on(room: Room, state: State, question: str) -> Move:
    told = room.with_state(state)
    return Move(flow.after_context(told, question))


# --- maturity --------------------------------------------------------------------------------------------------------


def show_axis(room: Room) -> Screen:
    axis = room.catalogue.maturity.axes[room.state.argument]
    chosen = room.state.stages.get(axis.id)
    lines = [room.say("axis-question", question=room.of(axis.text)), ""]
    buttons = []
    for stage, texts in axis.options.items():
        option = room.of(texts)
        lines.append(room.say("axis-option", label=option.label, statement=option.statement))
        plain = Button(option.label, f"stage:{stage}")
        buttons.append(plain if chosen is None else room.toggle(stage == chosen, option.label, f"stage:{stage}"))
    way_on = room.button("button-go-on" if chosen else "button-skip", "go")
    return Screen("\n".join(lines), (*rows_of(buttons), (way_on, room.button("button-back", "back"))), "go")


def press_axis(room: Room, action: str, argument: str) -> Move | None:
    axis = room.catalogue.maturity.axes[room.state.argument]
    state = room.state
    if action == "stage" and argument in axis.options:
        state = replace(state, stages={**state.stages, axis.id: argument})
    elif action != "go":
        return None
    told = room.with_state(state)
    return Move(flow.after_axis(told, axis.id))


MARKS_ON_A_SCREEN = 7


def show_marks(room: Room) -> Screen:
    """The marks, as numbered sentences with a toggle each; two screens, since eight buttons fill a phone."""
    ids = _marks_here(room)
    all_ids = list(room.catalogue.maturity.marks)
    lines = [room.say("marks-question"), ""]
    toggles = []
    for id in ids:
        number = all_ids.index(id) + 1
        key = "mark-on" if id in room.state.marks else "mark-off"
        lines.append(room.say(key, number=number, text=room.of(room.catalogue.maturity.marks[id])))
        toggles.append(room.toggle(id in room.state.marks, str(number), f"mark:{id}"))
    way_on = room.button("button-go-on", "go")
    return Screen("\n".join(lines), (*rows_of(toggles, 4), (way_on, room.button("button-back", "back"))), "go")


def _marks_here(room: Room) -> list[str]:
    page = int(room.state.argument or 0)
    return list(room.catalogue.maturity.marks)[page * MARKS_ON_A_SCREEN : (page + 1) * MARKS_ON_A_SCREEN]


def press_marks(room: Room, action: str, argument: str) -> Move | None:
    if action == "mark" and argument in _marks_here(room):
        return Move(replace(room.state, marks=toggled(room.state.marks, argument)))
    if action != "go":
        return None
    page = int(room.state.argument or 0) + 1
    if page * MARKS_ON_A_SCREEN < len(room.catalogue.maturity.marks):
        return Move(room.state.to("marks", str(page)))
    return Move(flow.after_marks(room))


# --- good enough? ----------------------------------------------------------------------------------------------------


def offered(room: Room) -> list[str]:
    """The challenges with a need, hardest first, whatever was put aside."""
    bare = room.with_state(replace(room.state, put_aside=())).beliefs.needs
    return sorted((id for id, need in bare.items() if need > 0), key=lambda id: (-bare[id], id))[:MOST_FOCUS]


def show_focus(room: Room) -> Screen:
    """Which challenges to work on now; the rest is kept, not pushed (DESIGN 5.6)."""
    aside = room.state.put_aside
    toggles = [(room.toggle(id not in aside, room.title(id), f"focus:{id}"),) for id in offered(room)]
    way_on = room.button("button-advice", "go")
    return Screen(room.say("focus-question"), (*toggles, (way_on, room.button("button-back", "back"))), "go")


def press_focus(room: Room, action: str, argument: str) -> Move | None:
    ids = offered(room)
    if action == "focus" and argument in ids:
        return Move(replace(room.state, put_aside=toggled(room.state.put_aside, argument)))
    if action != "go":
        return None
    if set(ids) <= set(room.state.put_aside):
        return Move(replace(room.state, put_aside=()), lead=room.say("focus-none"))
    return Move(flow.to_result(room))


PARTS = {
    "context": Part(show_context, press_context),
    "axis": Part(show_axis, press_axis),
    "marks": Part(show_marks, press_marks),
    "focus": Part(show_focus, press_focus),
}
