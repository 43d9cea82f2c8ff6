"""An earlier result beside what the same answers would give today, when the knowledge base has changed since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.advice.model import Because, Match
from bot.advice.verdict import verdict
from bot.dialogue.incoming import as_list, as_map
from bot.dialogue.room import Part, Room, Screen
from bot.dialogue.state import State, without_vanished
from bot.dialogue.wording import Markup

SHOWN = 5
"""Recommendations of the earlier result that are looked at."""

FIRST = 3
"""What comes among so many today and was not there before, is told."""

KEPT = ("context", "ratings", "stages", "marks", "topics", "put_aside", "excluded", "done")
"""Answers that an earlier result holds under the same names as the state."""

Json = Mapping[str, object]


def show(room: Room) -> Screen:
    """The last finished assessment; without one, how to get there."""
    back = ((room.button("button-back", "back"),),)
    if not room.view.history:
        return Screen(room.say("history-nothing"), back, "back")
    return Screen("\n".join(_lines(room, room.view.history[-1])), back, "back")


def _lines(room: Room, result: Json) -> Iterator[str]:
    given = [as_map(one) for one in as_list(result.get("recommendations"))][:SHOWN]
    same = result.get("catalogue") == room.catalogue.version
    yield room.say("history-title", date=_date(room, str(result.get("finished", ""))))
    if same:
        yield room.say("history-same")
        yield ""
        yield from (room.say("history-entry", number=n, title=str(one["title"])) for n, one in enumerate(given, 1))
        return
    state, gone = without_vanished(_state(room, result), room.catalogue)
    today = [r.practice for r in room.with_state(state).ordered]
    yield room.say("history-changed")
    yield ""
    for number, one in enumerate(given, 1):
        yield room.say(
            "history-now", number=number, title=str(one["title"]), now=_now(room, str(one["practice"]), today)
        )
    before = {room.catalogue.replaced.get(id, id) for id in (str(one["practice"]) for one in given)}
    for id in today[:FIRST]:
        if id not in before:
            yield room.say("history-new", title=room.practice(id), number=today.index(id) + 1)
    if gone:
        yield room.say("history-gone", count=len(gone))


def _now(room: Room, id: str, today: Sequence[str]) -> Markup:
    """What became of a practice that was recommended: its place today, its successor, or that it is gone."""
    new = room.catalogue.replaced.get(id, id)
    if new not in room.catalogue.practices:
        return room.say("history-is-gone")
    if new != id:
        return room.say("history-is-replaced", title=room.practice(new))
    if new not in today:
        return room.say("history-is-out")
    return room.say("history-is-place", number=today.index(new) + 1)


def _state(room: Room, result: Json) -> State:
    """The answers behind an earlier result, as far as they were kept: all but the words."""
    scores = {id: float(str(score)) for id, score in as_map(result.get("challenges")).items()}
    matches = tuple(Match(id, score, verdict(score), Because("", (), "")) for id, score in scores.items())
    kept = {key: result[key] for key in KEPT if key in result}
    state = State.from_json({**kept, "language": room.state.language, "matches": [], "trail": []})
    return replace(state, matches=matches, ticked=tuple(scores), confirmed=True)


def _date(room: Room, finished: str) -> Markup:
    year, month, day = (int(part) for part in (finished[:10] or "1970-01-01").split("-"))
    return room.say("date", year=year, month=month, day=day)


PARTS = {"history": Part(show, group="aside")}
