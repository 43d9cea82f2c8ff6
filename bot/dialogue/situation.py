"""The situation: told in the person's own words, and what Kompas heard in it (DESIGN 5.2)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.advice.matching import matcher
from bot.advice.model import FITS, NOTHING_FITS, Match
from bot.dialogue import flow
from bot.dialogue.reply import Button, escape
from bot.dialogue.room import Move, Part, Room, Screen, rows_of, toggled
from bot.dialogue.state import SHOWN
from bot.dialogue.wording import Markup

LONGEST_SITUATION = 6_000
"""Characters of a situation that are kept; more is not read on a phone and not needed."""

TICKED_FROM = 0.25
"""Score from which a match is ticked beforehand; the best always is. Unticking is one tap: rather one too many."""


def show_tell(room: Room) -> Screen:
    buttons = (room.button("button-questions", "questions"), room.button("button-back", "back"))
    return Screen(room.say("tell-prompt"), rows_of(buttons), "questions")


def press_tell(room: Room, action: str, _argument: str) -> Move | None:
    return Move(room.state.to("topics")) if action == "questions" else None


def hear(room: Room, text: str) -> Move:
    """Free text is the situation, or one more message of it."""
    texts = _within((*room.state.texts, text.strip()))
    found = matcher(room.catalogue).match("\n".join(texts), room.state.language)
    if not found.understood:
        return Move(room.state, lead=room.say("tell-other-language", languages=_names(room)))
    if found.verdict == NOTHING_FITS:
        return _nothing(room, texts)
    known = {match.challenge for match in room.state.matches}
    matches = tuple(match for match in found.matches if match.verdict != NOTHING_FITS)
    ticked = _ticked(matches)
    if room.state.screen == "heard":  # what the person ticked or unticked before stays so
        ticked = tuple(id for id in ticked if id in room.state.ticked or id not in known)
        ticked += tuple(id for id in room.state.ticked if id not in ticked and id in {m.challenge for m in matches})
    state = replace(room.state, texts=texts, matches=matches, ticked=ticked, confirmed=False)
    return Move(state if state.screen == "heard" else state.to("heard"))


def _within(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The latest messages that fit into LONGEST_SITUATION."""
    kept: list[str] = []
    left = LONGEST_SITUATION
    for text in reversed(texts):
        if left <= 0:
            break
        kept.append(text[:left])
        left -= len(text)
    return tuple(reversed(kept))


def _ticked(matches: Sequence[Match]) -> tuple[str, ...]:
    shown = matches[:SHOWN]
    return tuple(match.challenge for place, match in enumerate(shown) if place == 0 or match.score >= TICKED_FROM)


def _nothing(room: Room, texts: tuple[str, ...]) -> Move:
    """Nothing fits: say so, and offer the domains; one more try in other words counts together with this one."""
    again = len(room.state.texts) > 0
    lead = room.say("nothing-fits-again" if again else "nothing-fits")
    return Move(replace(room.state, texts=texts, matches=(), ticked=()).to("topics"), lead=lead)


def _names(room: Room) -> Markup:
    return Markup(", ".join(escape(rules.name) for rules in room.catalogue.languages.values()))


def show_heard(room: Room) -> Screen:
    """Up to six challenges as toggles, best first, each with the person's own words."""
    shown = room.state.matches[:SHOWN]
    best = shown[0].verdict if shown else NOTHING_FITS
    lines = [room.say("heard-title" if best == FITS else "heard-maybe"), ""]
    for match in shown:
        key = "heard-ticked" if match.challenge in room.state.ticked else "heard-unticked"
        lines.append(room.say(key, title=room.title(match.challenge), passage=match.because.passage))
    toggles = tuple((_toggle(room, match),) for match in shown)
    buttons = [room.button("button-right", "right")] if room.state.ticked else []
    buttons += [
        room.button("button-more", "more"),
        room.button("button-none", "none"),
        room.button("button-back", "back"),
    ]
    return Screen("\n".join(lines), (*toggles, *rows_of(buttons)), "right" if room.state.ticked else "none")


def _toggle(room: Room, match: Match) -> Button:
    key = "toggle-on" if match.challenge in room.state.ticked else "toggle-off"
    return Button(str(room.say(key, title=Markup(room.title(match.challenge)))), f"toggle:{match.challenge}")


def press_heard(room: Room, action: str, argument: str) -> Move | None:
    if action == "toggle" and argument in {match.challenge for match in room.state.matches[:SHOWN]}:
        return Move(replace(room.state, ticked=toggled(room.state.ticked, argument)))
    if action == "right" and room.state.ticked:
        return Move(flow.after_situation(room.with_state(replace(room.state, confirmed=True))))
    if action == "more":
        return Move(room.state.to("tell"))
    if action == "none":
        return Move(replace(room.state, ticked=()).to("topics"), lead=room.say("none-of-these"))
    return None


def show_topics(room: Room) -> Screen:
    """The domains, to be asked about; several may be chosen."""
    chosen = room.state.topics
    lines = [room.say("topics-question"), ""]
    lines += [_domain_line(room, id) for id in room.catalogue.domains]
    toggles = [
        Button(
            str(room.say("toggle-on" if id in chosen else "toggle-off", title=Markup(room.of(domain.text).title))),
            f"topic:{id}",
        )
        for id, domain in room.catalogue.domains.items()
    ]
    onward = room.button("button-go-on" if chosen else "button-all-topics", "go")
    return Screen("\n".join(lines), (*rows_of(toggles), (onward, room.button("button-back", "back"))), "go")


def _domain_line(room: Room, id: str) -> str:
    text = room.of(room.catalogue.domains[id].text)
    return room.say("topic-line", title=text.title, summary=text.summary)


def press_topics(room: Room, action: str, argument: str) -> Move | None:
    if action == "topic" and argument in room.catalogue.domains:
        return Move(replace(room.state, topics=toggled(room.state.topics, argument)))
    if action == "go":
        topics = room.state.topics or tuple(room.catalogue.domains)
        chosen = room.with_state(replace(room.state, topics=topics))
        return Move(flow.after_situation(chosen))
    return None


PARTS = {
    "tell": Part(show_tell, press_tell, hear),
    "heard": Part(show_heard, press_heard, hear),
    "topics": Part(show_topics, press_topics, hear),
}
