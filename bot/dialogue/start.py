"""The beginning, and what can be asked at any time: start, help, privacy, erase."""

from dataclasses import replace

from bot.dialogue import situation
from bot.dialogue.event import Forget
from bot.dialogue.reply import Button
from bot.dialogue.room import Move, Part, Room, Row, Screen, rows_of


def show_start(room: Room) -> Screen:
    """What Kompas does, how long it takes, what is stored and who runs it (DESIGN 5.1)."""
    text = "\n".join((about(room), "", room.say("start-invite")))
    buttons = [room.button("button-resume", "back")] if room.state.trail else []
    buttons += [
        room.button("button-describe", "describe"),
        room.button("button-questions", "questions"),
        room.button("button-topics", "browse"),
    ]
    return Screen(text, rows_of((*buttons, *language_buttons(room))), "back" if room.state.trail else "describe")


def about(room: Room) -> str:
    """What Kompas is, what is stored, and what not to type."""
    return "\n".join((room.say("start-what"), "", who(room), room.say("start-no-names")))


def hear(room: Room, text: str) -> Move:
    """At the start, free text is a new situation."""
    move = situation.hear(room.with_state(room.state.afresh()), text)
    understood = move.state.screen == "heard" or not room.state.trail
    return move if understood else replace(move, state=room.state)  # what was going on is not lost for a slip


def who(room: Room) -> str:
    """Who runs this bot, and what is kept for how long."""
    operator, days = room.view.operator, room.view.retention_days
    return room.say("start-who", operator=operator, days=days) if operator else room.say("start-stored", days=days)


def language_buttons(room: Room) -> Row:
    """A button for each language but the present one, in that language."""
    others = (rules for code, rules in room.catalogue.languages.items() if code != room.state.language)
    return tuple(Button(rules.name, f"language:{rules.code}") for rules in others)


def press_start(room: Room, action: str, argument: str) -> Move | None:
    if action == "describe":
        return Move(room.state.afresh().to("tell"))
    if action == "questions":
        return Move(room.state.afresh().to("topics"))
    if action == "browse":
        return Move(room.state.to("browse"))
    if action == "language":
        return speak(room, argument)
    return None


def speak(room: Room, language: str) -> Move | None:
    """The same screen in another language."""
    if language not in room.catalogue.languages:
        return None
    return Move(replace(room.state, language=language))


def show_language(room: Room) -> Screen:
    buttons = (*language_buttons(room), room.button("button-back", "back"))
    return Screen(room.say("language-question"), rows_of(buttons), "back")


def press_language(room: Room, action: str, argument: str) -> Move | None:
    if action != "language":
        return None
    move = speak(room, argument)
    return move and Move(move.state.back())


def show_help(room: Room) -> Screen:
    """What one can say at any time, and who to turn to."""
    lines = [room.say("help-how"), "", room.say("help-commands")]
    if room.view.contact:
        lines += ["", room.say("help-contact", contact=room.view.contact)]
    if room.view.admin:
        lines += ["", room.say("help-desk")]
    return Screen("\n".join(lines), _only_back(room), "back")


def show_privacy(room: Room) -> Screen:
    lines = [room.say("privacy-title"), "", room.say("privacy-kept", days=room.view.retention_days)]
    lines += ["", room.say("privacy-not"), "", room.say("privacy-rights")]
    if room.view.keepers:
        lines += ["", room.say("privacy-gaps")]
    if room.view.operator:
        lines += ["", room.say("privacy-operator", operator=room.view.operator)]
    if room.view.contact:
        lines.append(room.say("help-contact", contact=room.view.contact))
    return Screen("\n".join(lines), (*_only_back(room), (room.button("button-erase", "erase"),)), "back")


def press_privacy(room: Room, action: str, _argument: str) -> Move | None:
    return Move(room.state.to("forget")) if action == "erase" else None


def show_forget(room: Room) -> Screen:
    buttons = (room.button("button-keep", "back"), room.button("button-erase", "erase"))
    return Screen(room.say("forget-question"), rows_of(buttons), "back")


def press_forget(room: Room, action: str, _argument: str) -> Move | None:
    if action != "erase":
        return None
    return Move(room.state.afresh(), lead=room.say("forget-done"), effects=(Forget(),))


def _only_back(room: Room) -> tuple[Row, ...]:
    return ((room.button("button-back", "back"),),)


PARTS = {
    "start": Part(show_start, press_start, hear),
    "language": Part(show_language, press_language),
    "help": Part(show_help, group="aside"),
    "privacy": Part(show_privacy, press_privacy, group="aside"),
    "forget": Part(show_forget, press_forget, group="aside"),
}
