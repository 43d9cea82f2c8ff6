"""Browsing without an assessment: domains, their challenges, and what helps."""

from bot.dialogue.reply import Button
from bot.dialogue.room import Move, Part, Room, Screen, rows_of


def show(room: Room) -> Screen:
    lines = [room.say("browse-title"), ""]
    buttons = []
    for id, domain in room.catalogue.domains.items():
        text = room.of(domain.text)
        lines.append(room.say("topic-line", title=text.title, summary=text.summary))
        buttons.append(Button(text.title, f"domain:{id}"))
    return Screen("\n".join(lines), rows_of((*buttons, room.button("button-back", "back"))), "back")


def press(room: Room, action: str, argument: str) -> Move | None:
    if action == "domain" and argument in room.catalogue.domains:
        return Move(room.state.to("domain", argument))
    if action == "challenge" and argument in room.catalogue.challenges:
        return Move(room.state.to("challenge", argument))
    return room.opened(action, argument)


def show_domain(room: Room) -> Screen:
    domain = room.catalogue.domains[room.state.argument]
    text = room.of(domain.text)
    challenges = [c for c in room.catalogue.challenges.values() if c.domain == domain.id]
    lines = [room.say("browse-domain", title=text.title, summary=text.summary)]
    buttons = [(Button(room.of(c.text).title, f"challenge:{c.id}"),) for c in challenges]
    return Screen("\n".join(lines), (*buttons, (room.button("button-back", "back"),)), "back")


MOST_PRACTICES = 6


def show_challenge(room: Room) -> Screen:
    """What it is, and the practices that help most, strongest first."""
    challenge = room.catalogue.challenges[room.state.argument]
    text = room.of(challenge.text)
    practices = sorted(
        (p for p in room.catalogue.practices.values() if challenge.id in p.addresses),
        key=lambda p: (-p.addresses[challenge.id], p.effort, p.id),
    )[:MOST_PRACTICES]
    lines: list[str] = [room.say("browse-challenge", title=text.title, summary=text.summary)]
    if practices:
        lines += ["", room.say("browse-helps")]
    for number, practice in enumerate(practices, start=1):
        lines.append(room.say("browse-practice", number=number, title=room.of(practice.text).title))
    numbers = tuple(room.numbered(n, p.id) for n, p in enumerate(practices, start=1))
    rows = (numbers, (room.button("button-back", "back"),)) if numbers else ((room.button("button-back", "back"),),)
    return Screen("\n".join(lines), rows, "back")


PARTS = {
    "browse": Part(show, press),
    "domain": Part(show_domain, press),
    "challenge": Part(show_challenge, press),
}
