"""Rules about ids: what an entry names must exist, be in use, and not lead back to itself.

Belongs here: rules for which only the references count. Does not: everything else (see `checks`, which runs them all).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from bot.knowledge import contract, retired
from bot.knowledge.library import Item, Library
from bot.knowledge.nodes import Where
from bot.knowledge.overlay import Entry
from bot.knowledge.problems import Problem, listed, near, shortened
from bot.knowledge.shape import Reference

HINTS = 200
"""So many unknown ids get a near match; whoever has more of them has moved or renamed a folder, and would wait long."""

_CALLED = {
    "stage": "maturity stage",
    "marks": "mark of a wicked problem",
    "domain": "domain",
    "challenge": "challenge",
    "practice": "practice",
    "case": "case",
    "source": "source",
    "example": "example",
}


def unknown_ids(library: Library) -> Iterator[Problem]:
    """Every id names something that exists."""
    told = 0
    for item, reference in _references(library):
        known = library.known.get(reference.kind)
        if known is None or reference.id in known:
            continue
        if reference.id not in library.gone.get(reference.kind, ()):
            told += 1
            remedy = hint(reference.id, known) if told <= HINTS else "correct the id, or add what it names"
            message = f"no {_called(reference)}; {remedy}"
            yield _at(item.entry, reference, "unknown-id", message)
        elif item.entry.owner(reference.where).overlay:
            message = f"{_called(reference)} is disabled by your overlay; remove one of the two"
            yield _at(item.entry, reference, "disabled-id", message)


def retired_ids(library: Library) -> Iterator[Problem]:
    """Nothing new should name a retired entry."""
    for item, reference in _references(library):
        new = library.now(reference.kind, reference.id)
        if new not in (reference.id, item.entry.id):
            message = f"{quoted(reference.id)} is retired; name {quoted(new)} instead"
            where, key = reference.where, reference.key
            yield item.entry.problem("warning", "retired-id", message, where, key=key)


def replacements(library: Library) -> Iterator[Problem]:
    """A retired entry names an existing one of its kind, and the way on never leads back."""
    written = retired.as_written(item.entry for item in library.items)
    for entry in (item.entry for item in library.items):
        kind, new = entry.kind.name, entry.value.get("replaced_by")
        known = library.known.get(kind)
        if not isinstance(new, str) or known is None or library.is_gone(entry):
            continue
        if new not in known:
            message = f"no {kind} {quoted(new)} to take this one's place; {hint(new, known)}"
            yield entry.problem("error", "unknown-id", message, ("replaced_by",))
        elif circle := _circle(entry.id, {id: (to,) for id, to in written.get(kind, {}).items()}):
            message = (
                f"retired entries replace each other in a circle: {' -> '.join(circle)}; one of them must stay in use"
            )
            yield entry.problem("error", "circular-replacement", message, ("replaced_by",))


def shared_retired_ids(library: Library) -> Iterator[Problem]:
    """The id of a retired challenge is no practice, nor the other way round: answers are led on by the id alone."""
    other = {"challenge": "practice", "practice": "challenge"}
    for item in library.items:
        id, kind = item.entry.id, item.entry.kind.name
        if kind in other and id in library.replaced.get(kind, {}) and id in library.known.get(other[kind], ()):
            message = f"there is a {other[kind]} {quoted(id)} too, and answers would be led astray; remove this file"
            yield item.entry.problem("error", "shared-id", message, ("replaced_by",))


def repeated_ids(library: Library) -> Iterator[Problem]:
    """A list names each id once."""
    for item in library.items:
        seen: set[tuple[Where, str]] = set()
        for reference in item.survey.references:
            if not reference.where or not isinstance(reference.where[-1], int):
                continue
            if (reference.where[:-1], reference.id) in seen:
                message = f"{quoted(reference.id)} is already in this list; remove one of them"
                yield item.entry.problem("warning", "repeated-id", message, reference.where)
            seen.add((reference.where[:-1], reference.id))


def self_references(library: Library) -> Iterator[Problem]:
    """No entry names itself."""
    for item in library.items:
        for reference in item.survey.references:
            if reference.kind == item.entry.kind.name and reference.id == item.entry.id:
                message = f"this {reference.kind} names itself here; remove this or name another one"
                yield _at(item.entry, reference, "names-itself", message)


def circular_needs(library: Library) -> Iterator[Problem]:
    """Practices that come first never wait for each other; each circle is told once, at its first practice.

    A retired need counts as the one that took its place, for that is what it becomes.
    """
    practices = {entry.id: (entry, practice) for entry, practice in library.live(contract.Practice)}
    written = {id: _needs(library, id, practice) for id, (_, practice) in practices.items()}
    needs = {id: tuple(places) for id, places in written.items()}
    told: set[str] = set()
    for id in _tangled(needs):
        circle = _circle(id, needs) if id not in told else ()
        if circle:
            told |= set(circle)
            steps = [(practices[here][1].needs[written[here][there]], there) for here, there in pairwise(circle)]
            led = "".join(f" ({quoted(old)} is now {quoted(new)})" for old, new in steps if old != new)
            message = (
                f"these practices need each other in a circle: {' -> '.join(circle)}{led}; remove one of the needs"
            )
            yield practices[id][0].problem("error", "circular-needs", message, ("needs", written[id][circle[1]]))


def _needs(library: Library, id: str, practice: contract.Practice) -> dict[str, int]:
    """What a practice needs in the end, with the place in its list; never itself."""
    found: dict[str, int] = {}
    for index, need in enumerate(practice.needs):
        found.setdefault(library.now("practice", need), index)
    found.pop(id, None)
    return found


# --- shared by the rules ---------------------------------------------------------------------------------------------


def _references(library: Library) -> Iterator[tuple[Item, Reference]]:
    for item in library.items:
        if not library.is_gone(item.entry):
            yield from ((item, reference) for reference in item.survey.references)


def _tangled(next_ones: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids that are part of a circle or lead to one, in order."""
    sorter = TopologicalSorter(next_ones)
    try:
        sorter.prepare()
    except CycleError:
        free: set[str] = set()
        while ready := sorter.get_ready():
            sorter.done(*ready)
            free.update(ready)
        return sorted(next_ones.keys() - free)
    return []


def _circle(start: str, next_ones: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The way from `start` back to itself, both ends included; empty when there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for id in next_ones.get(here, ()):
            if id == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return (*reversed(way), start)
            if id not in came_from:
                came_from[id] = here
                waiting.append(id)
    return ()


def _at(entry: Entry, reference: Reference, rule: str, message: str) -> Problem:
    return entry.problem("error", rule, message, reference.where, key=reference.key)


def _called(reference: Reference) -> str:
    """What is named, as people call it."""
    id = quoted(reference.id)
    return f"{_CALLED[reference.kind]} {id}" if reference.kind in _CALLED else f"option {id} of `{reference.kind}`"


def quoted(id: str) -> str:
    """An id inside a sentence."""
    return f'"{shortened(id)}"'


def hint(id: str, known: Iterable[str]) -> str:
    """Which id was probably meant, or which there are."""
    return _hint(id, frozenset(known))


@lru_cache(maxsize=1000)
def _hint(id: str, known: frozenset[str]) -> str:
    if meant := near(id, known):
        return f'did you mean "{meant}"?'
    if 0 < len(known) <= 12:
        return f"there are {listed(sorted(known), 'and')}"
    return "correct the id, or add what it names"
