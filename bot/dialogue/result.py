"""The result: the profile, the first three recommendations with their reasons, more, and not yet (DESIGN 5.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from bot.advice.model import UNKNOWN, Recommendation
from bot.advice.ranking import tangled
from bot.dialogue import card
from bot.dialogue.event import SaveAssessment
from bot.dialogue.reasons import condition, how_sure, severity_words, short_reasons
from bot.dialogue.reply import Button, Specification
from bot.dialogue.room import Move, Note, Part, Room, Row, Screen, rows_of
from bot.dialogue.state import State
from bot.dialogue.wording import Markup, listed

FIRST = 3
"""Recommendations shown at once."""

STANDING_OUT = 3


def show(room: Room) -> Screen:
    """Three recommendations to do first, each with its reasons and the step for this week."""
    first = room.ordered[:FIRST]
    if not first:
        return _empty(room)
    lines = [room.say("result-title", count=len(first), sure=how_sure(room)), ""]
    for number, recommendation in enumerate(first, start=1):
        lines += [*_entry(room, number, recommendation), ""]
    return Screen("\n".join(lines).rstrip(), _rows(room, len(first)), f"open:{first[0].practice}")


def _entry(room: Room, number: int, recommendation: Recommendation) -> Iterator[str]:
    practice = room.catalogue.practices[recommendation.practice]
    text = room.of(practice.text)
    yield room.say("result-entry", number=number, title=text.title)
    yield short_reasons(room, recommendation)
    yield card.facts(room, practice)
    yield room.say("result-step", step=card.first_step(text.steps[0]))


def _rows(room: Room, shown: int) -> tuple[Row, ...]:
    numbers = tuple(room.numbered(n, r.practice) for n, r in enumerate(room.ordered[:shown], start=1))
    buttons = [room.button("button-more-advice", "more")] if len(room.ordered) > shown else []
    buttons += [room.button("button-not-yet", "notyet")] if room.advice.not_yet else []
    buttons += [room.button("button-plan", "plan"), room.button("button-forward", "forward")]
    buttons += [room.button("button-undo", "undo")] if room.state.changed else []
    buttons.append(room.button("button-adjust", "adjust"))
    if room.state.trail and not room.state.saved:  # looked at half-way: the questions go on
        buttons.append(room.button("button-back", "back"))
    return numbers, *rows_of(buttons)


def _empty(room: Room) -> Screen:
    """Nothing to advise: because all was done or must wait, nothing was known, or nothing points to a challenge."""
    if any(need > 0 for need in room.advice.needs.values()):
        key = "result-handled"
    elif UNKNOWN in room.state.ratings.values():
        key = "result-unknown"
    else:
        key = "result-empty"
    buttons = [room.button("button-describe", "describe"), room.button("button-questions", "questions")]
    buttons += [room.button("button-not-yet", "notyet")] if room.advice.not_yet else []
    buttons += [room.button("button-undo", "undo")] if room.state.changed else []
    buttons.append(room.button("button-back", "back"))
    return Screen(room.say(key), rows_of(buttons), "describe")


def press(room: Room, action: str, argument: str) -> Move | None:
    if opened := room.opened(action, argument):
        return opened
    if action == "adjust":
        return Move(room.state.to("focus"))
    if action == "undo" and room.state.changed:
        return undone(room, room.state.changed)
    targets = {"more": "more", "notyet": "notyet", "plan": "plan", "describe": "tell", "questions": "topics"}
    if action in targets:
        return Move(room.state.to(targets[action]))
    if action == "forward" and room.advice.recommendations:
        return Move(room.state, notes=(Note(forward(room)),))
    return None


def forward(room: Room) -> Markup:
    """One short message to forward to a colleague: no words of the person, only the advice."""
    lines = [room.say("forward-title")]
    for number, recommendation in enumerate(room.ordered[:FIRST], start=1):
        text = room.of(room.catalogue.practices[recommendation.practice].text)
        lines.append(room.say("forward-entry", number=number, title=text.title, step=card.first_step(text.steps[0])))
    lines.append(room.say("forward-end"))
    return Markup("\n".join(lines))


def arrival(room: Room) -> tuple[tuple[Note, ...], tuple[SaveAssessment, ...]]:
    """What is said and kept when the questions lead to a result: the profile, one paragraph, the result itself."""
    if not room.advice.recommendations:
        return (), ()
    text = f"{room.say('profile-title')}\n{paragraph(room)}"
    return (Note(text, profile(room)),), (SaveAssessment(saved(room), again=room.state.saved),)


def paragraph(room: Room) -> Markup:
    """What stands out, the stage, and whether the problem is tangled: one paragraph."""
    needs = room.advice.needs
    hardest = sorted(
        (id for id in needs if needs[id] > 0 and id not in room.state.put_aside), key=lambda id: (-needs[id], id)
    )[:STANDING_OUT]
    titles = [room.say("profile-challenge", title=room.title(id)) for id in hardest]
    parts = [room.say("profile-hardest", titles=listed(room.state.language, titles), count=len(titles))]
    if room.advice.stage:
        stage = room.of(room.catalogue.maturity.stages[room.advice.stage])
        parts.append(room.say("profile-stage", title=stage.title, advice=stage.advice))
    if tangled(room.state.situation(), room.catalogue):
        parts.append(room.say("profile-tangled"))
    return Markup(" ".join(parts))


def profile(room: Room) -> Specification:
    """The picture of the profile over the domains, with a text that says the same."""
    rows = []
    lines = []
    for id, measured in room.advice.profile.items():
        title = room.of(room.catalogue.domains[id].text).title
        words = severity_words(room, measured)
        rows.append({"id": id, "title": title, "words": str(words), **asdict(measured)})
        if measured.confidence:
            lines.append(room.say("profile-line", title=title, words=words))
    data = {"title": str(room.say("profile-picture")), "note": str(room.say("profile-picture-note")), "rows": rows}
    return Specification("profile", data, room.state.language, "\n".join(lines))


def saved(room: Room) -> dict[str, object]:
    """The result as it is kept: self-contained, with the catalogue's version, without any words of the person."""
    state, advice = room.state, room.advice
    return {
        "catalogue": room.catalogue.version,
        "language": state.language,
        "context": {question: list(chosen) for question, chosen in state.context.items()},
        "challenges": {m.challenge: m.score for m in state.matches if m.challenge in state.ticked},
        "ratings": dict(state.ratings),
        "stages": dict(state.stages),
        "marks": list(state.marks),
        "topics": list(state.topics),
        "put_aside": list(state.put_aside),
        "excluded": dict(state.excluded),
        "done": list(state.done),
        "profile": {id: asdict(measured) for id, measured in advice.profile.items()},
        "recommendations": [
            {
                "practice": r.practice,
                "title": room.practice(r.practice),
                "value": round(r.value, 6),
                "horizon": r.horizon,
            }
            for r in advice.recommendations
        ],
    }


# --- more, and not yet -----------------------------------------------------------------------------------------------

ON_A_PAGE = 5


def show_more(room: Room) -> Screen:
    """The recommendations after the first three, a page at a time."""
    rest = room.ordered[FIRST:]
    page = min(int(room.state.argument or 0), max(0, (len(rest) - 1) // ON_A_PAGE))
    here = rest[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    lines = [room.say("more-title"), ""]
    buttons = []
    for number, recommendation in enumerate(here, start=FIRST + page * ON_A_PAGE + 1):
        text = room.of(room.catalogue.practices[recommendation.practice].text)
        lines += [room.say("result-entry", number=number, title=text.title), short_reasons(room, recommendation), ""]
        buttons.append(room.numbered(number, recommendation.practice))
    further = (page + 1) * ON_A_PAGE < len(rest)
    ways = [room.button("button-further", f"page:{page + 1}")] if further else []
    ways.append(room.button("button-to-advice", "result"))
    return Screen("\n".join(lines).rstrip(), (*rows_of(buttons, ON_A_PAGE), tuple(ways)), ways[0].token)


def press_more(room: Room, action: str, argument: str) -> Move | None:
    if action == "page" and argument.isdecimal():
        return Move(room.state.to("more", argument))
    return press_list(room, action, argument)


def show_not_yet(room: Room) -> Screen:
    """What would help but would fail now, each with its condition and what takes it away."""
    lines = [room.say("not-yet-title"), ""]
    buttons = []
    for number, postponed in enumerate(room.advice.not_yet[:ON_A_PAGE], start=1):
        title = room.practice(postponed.practice)
        lines += [room.say("result-entry", number=number, title=title), condition(room, postponed), ""]
        buttons.append(room.numbered(number, postponed.practice))
    if not buttons:
        lines = [room.say("not-yet-nothing")]
    return Screen("\n".join(lines).rstrip(), (*_row(buttons), (room.button("button-to-advice", "result"),)), "result")


def _row(buttons: Sequence[Button]) -> tuple[Row, ...]:
    return (tuple(buttons),) if buttons else ()


def press_list(room: Room, action: str, argument: str) -> Move | None:
    return room.opened(action, argument) or (Move(room.state.to("result")) if action == "result" else None)


# --- already doing it, not for us ------------------------------------------------------------------------------------


def changed(before: Room, after: Room) -> Markup:
    """What moved in the first three after a practice was confirmed or rejected."""
    old = [r.practice for r in before.ordered[:FIRST]]
    new = [r.practice for r in after.ordered[:FIRST]]
    came = [after.practice(id) for id in new if id not in old]
    if came:
        return after.say(
            "changed-came", titles=listed(after.state.language, [Markup(after.say("quoted", text=t)) for t in came])
        )
    return after.say("changed-order" if new != old else "changed-nothing")


def press_card(room: Room, action: str, argument: str) -> Move | None:
    """What can be done with one practice: have it already, turn it down with a reason, or put it back."""
    id = room.state.argument
    if action == "done":
        return _changed_to(room, replace(room.state, done=(*room.state.done, id), changed=id))
    if action == "reason" and argument in card.REASONS:
        return _changed_to(room, replace(room.state, excluded={**room.state.excluded, id: argument}, changed=id))
    if action == "undo":
        return undone(room, id)
    targets = {"notforus": ("whynot", id), "plan": ("plan", "")}
    return Move(room.state.to(*targets[action])) if action in targets else press_list(room, action, argument)


def _changed_to(room: Room, state: State) -> Move:
    """Back to the result, which says what moved; Back does not lead to what was answered already."""
    trail = tuple(place for place in state.trail if place[0] not in ("practice", "whynot"))
    after = room.with_state(replace(state, screen="result", argument="", trail=trail))
    return Move(after.state, lead=changed(room, after))


def undone(room: Room, id: str) -> Move:
    """The practice counts again, as if it had never been turned down or done."""
    state = room.state
    excluded = {other: why for other, why in state.excluded.items() if other != id}
    done = tuple(other for other in state.done if other != id)
    return _changed_to(room, replace(state, done=done, excluded=excluded, changed=""))


PARTS = {
    "result": Part(show, press, group="result"),
    "more": Part(show_more, press_more, group="result"),
    "notyet": Part(show_not_yet, press_list, group="result"),
    "practice": Part(card.show, press_card, group="result"),
    "whynot": Part(card.show_why_not, press_card, group="result"),
}
