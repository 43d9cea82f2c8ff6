"""Retired entries (`replaced_by`) and the ones in use that took their place.

Belongs here: following the way on. Does not: telling where it leads nowhere (`links`), using it (`build`).
"""

from collections.abc import Iterable, Mapping

from bot.knowledge.overlay import Entry, Ids

Replaced = Mapping[str, Mapping[str, str]]
"""For each kind: the id of a retired entry -> the id of another one of that kind."""


def as_written(entries: Iterable[Entry]) -> Replaced:
    """What each retired entry says itself, right or wrong."""
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        new = entry.value.get("replaced_by")
        if isinstance(new, str) and not entry.kind.items:
            found.setdefault(entry.kind.name, {})[entry.id] = new
    return found


def followed(entries: Iterable[Entry], known: Ids) -> Replaced:
    """Where each retired entry leads in the end; those that lead round in a circle or to nothing are left out."""
    found: dict[str, dict[str, str]] = {}
    for kind, written in as_written(entries).items():
        ends = {id: _end(id, written) for id in written}
        found[kind] = {id: end for id, end in ends.items() if end in known.get(kind, frozenset())}
    return found


def _end(id: str, written: Mapping[str, str]) -> str | None:
    seen: set[str] = set()
    while id in written:
        if id in seen:
            return None
        seen.add(id)
        id = written[id]
    return id
