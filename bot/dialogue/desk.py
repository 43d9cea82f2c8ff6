"""The desk of an admin: the state of the knowledge base, a file looked at and put in place, what nobody understood.

Belongs here: the commands and screens that only admins see. Does not: who is one (the view says so), doing the work
(an effect asks for it, an event of kind `work` brings what came of it).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from bot.advice.comparison import Comparison, Shift
from bot.advice.model import Catalogue
from bot.dialogue.differences import place, short
from bot.dialogue.event import Discard, Work, WorkKind
from bot.dialogue.incoming import as_list, as_map
from bot.dialogue.reply import escape
from bot.dialogue.room import Move, Note, Part, Room, Screen, rows_of
from bot.dialogue.wording import Markup

COMMANDS = ("reload", "health", "gaps", "undo")
"""To everybody else these are unknown."""

MOST_BYTES = 20 * 1024 * 1024
"""What a bot can fetch from Telegram at most; no entry comes near it."""

MOST_CHANGES, MOST_SHIFTS, MOST_MOVED, MOST_GAPS = 12, 6, 3, 10
"""Changes, examples, practices of each and gaps that are shown; the rest is counted."""

SHOWN = 200
"""Characters of a value, a text or a gap that are shown."""

COUNTED = ("challenges", "practices", "cases", "sources", "examples")
"""Of these an admin is told how many there are."""

Json = Mapping[str, object]


# --- what an admin says ----------------------------------------------------------------------------------------------


def commanded(room: Room, name: str) -> Move:
    """One of COMMANDS."""
    if name == "gaps":
        return Move(room.state.to("desk"), lead=_gaps(room))
    kinds: Mapping[str, WorkKind] = {"reload": "reload", "health": "health", "undo": "undo"}
    return _asked(room, Work(kinds[name]))


def received(room: Room, value: str) -> Move:
    """A file was sent; how big it is was said with it, so that a huge one is not even fetched."""
    given = json.loads(value)
    if int(given.get("size") or 0) > MOST_BYTES:
        return Move(room.state.to("desk"), lead=room.say("desk-refused-too-large", about="1 MB"))
    return _asked(room, Work("examine", value))


def _asked(room: Room, work: Work) -> Move:
    return Move(room.state.to("desk"), lead=room.say(f"desk-doing-{work.kind}"), effects=(work,))


def _gaps(room: Room) -> Markup:
    if not room.view.gaps:
        return room.say("desk-no-gaps")
    lines = [f"– {escape(short(text, SHOWN))}" for text in room.view.gaps[:MOST_GAPS]]
    return room.say("desk-gaps", gaps=Markup("\n".join(lines)), shown=len(lines), count=len(room.view.gaps))


# --- what came of it -------------------------------------------------------------------------------------------------


def finished(room: Room, value: str) -> Move:
    """What came of a job: on the desk where the admin is still there, else as a message beside what they are doing."""
    told = json.loads(value)
    if told["work"] == "examine" and told["outcome"] == "done":
        return Move(room.state.to("change"))
    text = _refused(room, told) if told["outcome"] == "refused" else _DONE[told["work"]](room, told)
    if room.state.screen in ("desk", "change"):
        state = room.state.back() if room.state.screen == "change" else room.state
        return Move(state.to("desk"), lead=text)
    return Move(room.state, notes=(Note(text),))


def _refused(room: Room, told: Json) -> Markup:
    said = room.say(f"desk-refused-{told['reason']}", about=str(told.get("about", "")))
    problems = _problems(room, told)
    return Markup(f"{said}\n\n{problems}" if problems else said)


def _problems(room: Room, told: Json) -> Markup:
    lines = [escape(str(problem)) for problem in as_list(told.get("problems"))]
    if more := int(str(told.get("more") or 0)):
        lines.append(room.say("desk-more", count=more))
    return Markup("\n".join(lines))


def _changed(room: Room, told: Json) -> Markup:
    undone = "desk-undone-new" if told.get("gone") else "desk-undone"
    key = {"reload": "desk-reloaded", "apply": "desk-applied", "undo": undone}[str(told["work"])]
    return room.say(
        key,
        place=str(told.get("place", "")),
        version=str(told["version"]),
        **{kind: int(str(told[kind])) for kind in COUNTED},
    )


def _health(room: Room, told: Json) -> Markup:
    levels, scores, rules = as_map(told["levels"]), as_map(told["scores"]), as_map(told["rules"])
    counts = {f"{level}s": int(str(levels.get(level, 0))) for level in ("error", "warning", "note")}
    lines = [room.say("desk-health", version=room.catalogue.version, **counts)]
    for kind, pair in scores.items():
        hits, of = (int(str(number)) for number in as_list(pair))
        if of:
            lines.append(room.say(f"desk-health-{kind}", hits=hits, of=of, percent=round(100 * hits / of)))
    named = sorted(rules, key=lambda rule: (-int(str(rules[rule])), rule))
    if named:
        lines.append(room.say("desk-health-rules", rules=", ".join(f"{rule} {rules[rule]}" for rule in named)))
    problems = _problems(room, told)
    return Markup("\n".join([*lines, *(["", problems] if problems else [])]))


_DONE = {"reload": _changed, "apply": _changed, "undo": _changed, "health": _health}


# --- screens ---------------------------------------------------------------------------------------------------------


def show_desk(room: Room) -> Screen:
    """What an admin can do here; the outcome of the last thing stands above it."""
    return Screen(room.say("desk-help"), ((room.button("button-back", "back"),),), "back")


def show_change(room: Room) -> Screen:
    """The file that was sent: what it would change, and the choice."""
    proposal = room.view.proposal
    if proposal is None:
        return Screen(room.say("desk-nothing-sent"), ((room.button("button-back", "back"),),), "back")
    told = as_map(proposal["told"])
    lines = [room.say("desk-preview", place=str(proposal["place"])), "", *_words(room, told)]
    if problems := _problems(room, told):
        lines += ["", room.say("desk-preview-problems"), problems]
    lines += ["", *_dry_run(room, told), "", room.say("desk-preview-choice")]
    buttons = (room.button("button-apply", "apply"), room.button("button-discard", "discard"))
    return Screen("\n".join(lines), rows_of((*buttons, room.button("button-back", "back"))), "back")


def press_change(room: Room, action: str, _argument: str) -> Move | None:
    if action == "apply" and room.view.proposal is not None:
        move = _asked(room, Work("apply"))
        return Move(room.state.back().to("desk"), lead=move.lead, effects=move.effects)
    if action == "discard":
        return Move(room.state.back().to("desk"), lead=room.say("desk-discarded"), effects=(Discard(),))
    return None


def _words(room: Room, told: Json) -> Iterator[str]:
    """What changes in the words people read."""
    changes = as_list(told["changes"])
    if not changes:
        yield room.say("desk-preview-same")
    for change in map(as_map, changes):
        before, after = change["before"], change["after"]
        key = "desk-change" if before and after else "desk-change-new" if after else "desk-change-gone"
        yield room.say(key, where=str(change["where"]), before=str(before or ""), after=str(after or ""))
    if more := int(str(told["more_changes"])):
        yield room.say("desk-more", count=more)
    for pair in map(as_list, as_list(told["one_sided"])):
        yield room.say("desk-one-sided", entry=str(pair[0]), languages=str(pair[1]))


def _dry_run(room: Room, told: Json) -> Iterator[str]:
    """What that does to the advice on the examples."""
    shifts = as_list(told["shifts"])
    count = len(shifts) + int(str(told["more_shifts"]))
    yield room.say("desk-dry-run", count=count, tried=int(str(told["tried"])))
    for shift in map(as_map, shifts):
        yield room.say("desk-shift", text=short(str(shift["text"]), 90))
        for moved in map(as_map, as_list(shift["moved"])):
            yield _moved(room, moved)
    if int(str(told["more_shifts"])):
        yield room.say("desk-more", count=int(str(told["more_shifts"])))


def _moved(room: Room, moved: Json) -> Markup:
    practice = str(moved["practice"])
    titles = as_map(moved["titles"])
    title = titles.get(room.state.language) or next(iter(titles.values()), None) or _known(room, practice)
    places = {
        name: room.say("desk-place", number=int(str(moved[name])) + 1)
        if moved[name] is not None
        else room.say("desk-no-place")
        for name in ("from_place", "to_place")
    }
    way = room.say("desk-moved", practice=str(title), **places)
    challenge = str(moved["challenge"] or "")
    if challenge not in room.catalogue.challenges:
        return way
    why = room.say(
        "desk-moved-why",
        challenge=room.title(challenge),
        before=f"{float(str(moved['before'])):.2f}",
        after=f"{float(str(moved['after'])):.2f}",
    )
    return Markup(f"{way} {why}")


def _known(room: Room, practice: str) -> str:
    """What a practice is called today; one that nobody knows, by its id."""
    return room.practice(practice) if practice in room.catalogue.practices else practice


# --- a comparison as data --------------------------------------------------------------------------------------------


def summary(found: Comparison, catalogue: Catalogue, entry: str) -> dict[str, object]:
    """A comparison as JSON, no longer than a message can be; `catalogue` is the new one, `entry` the one that was sent.

    Entries that come or go stand first: what follows from them is long, and less surprising.
    """
    ordered = sorted(found.changes, key=lambda change: (bool(change.path), change.entry != entry))
    changes = [
        {
            "where": f"{change.entry}/{place(change)}".rstrip("/"),
            "before": None if change.before is None else short(change.before, SHOWN),
            "after": None if change.after is None else short(change.after, SHOWN),
        }
        for change in ordered[:MOST_CHANGES]
    ]
    return {
        "changes": changes,
        "more_changes": len(found.changes) - len(changes),
        "one_sided": [[id, ", ".join(codes)] for (_, id), codes in found.one_sided.items() if id == entry],
        "shifts": [_shift(shift, catalogue) for shift in found.shifts[:MOST_SHIFTS]],
        "more_shifts": max(0, len(found.shifts) - MOST_SHIFTS),
        "tried": found.tried,
    }


def _shift(shift: Shift, catalogue: Catalogue) -> dict[str, object]:
    moved = [{**asdict(one), "titles": _titles(catalogue, one.practice)} for one in shift.moved[:MOST_MOVED]]
    return {"text": short(catalogue.examples[shift.example].text, SHOWN), "moved": moved}


def _titles(catalogue: Catalogue, practice: str) -> dict[str, str]:
    """What a practice will be called, in each language; nothing where it goes."""
    found = catalogue.practices.get(practice)
    return {} if found is None else {code: text.title for code, text in found.text.items()}


PARTS = {
    "desk": Part(show_desk, group="desk"),
    "change": Part(show_change, press_change, group="desk"),
}

__all__ = ["COMMANDS", "PARTS", "commanded", "finished", "received", "summary"]
