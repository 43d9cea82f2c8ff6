"""The shipped documents and those of a site's overlay -> entries, each of which knows whose file a part came from.

Belongs here: what replaces what, what is disabled, and which ids exist afterwards. Does not: rules about content.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.advice.model import MANY
from bot.knowledge.files import Document, Kind
from bot.knowledge.nodes import Plain, Where
from bot.knowledge.problems import Level, Problem, near

Ids = Mapping[str, frozenset[str]]
"""For each kind the ids that exist. A kind whose file could not be read is absent: nothing is said about its ids."""


@dataclass(slots=True)
class Entry:
    """One entry or single file as it counts; `overrides` are the items of it that the overlay replaced.

    `shipped` is what it was before the overlay touched it, if it did.
    """

    document: Document
    value: dict[str, Plain]
    overrides: dict[Where, Document] = field(default_factory=dict)
    shipped: dict[str, Plain] | None = None

    @property
    def kind(self) -> Kind:
        return self.document.kind

    @property
    def id(self) -> str:
        return self.document.id

    def owner(self, where: Where) -> Document:
        """The file that holds the value at `where`."""
        return self.overrides.get(where[:2], self.document)

    def problem(self, level: Level, rule: str, message: str, where: Where = (), *, key: bool = False) -> Problem:
        """A problem at a place of this entry, with the path of the file that holds it."""
        return self.owner(where).problem(level, rule, message, where, key=key)


@dataclass(slots=True)
class Merged:
    """What counts after the overlay; `known` the ids that exist, `gone` those that only the shipped folder has."""

    entries: list[Entry]
    known: Ids
    gone: Ids
    problems: list[Problem] = field(default_factory=list)


def merge(shipped: list[Document], overlay: list[Document]) -> Merged:
    """Lay the overlay over the shipped documents."""
    problems: list[Problem] = []
    entries = _merged(shipped, overlay, problems)
    if not overlay:
        return Merged(entries, _ids(entries, _broken(shipped)), {}, problems)
    before = _ids(_merged(shipped, [], []), _broken(shipped))
    broken = _broken(shipped) + _broken(overlay)
    after: Ids = _ids(entries, broken)
    gone: Ids = {kind: before[kind] - after[kind] for kind in after if kind in before}
    gone, after = _with_dependents(entries, gone, after)
    return Merged(entries, after, gone, problems)


def _broken(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if not isinstance(document.value, dict)]


def _merged(shipped: list[Document], overlay: list[Document], problems: list[Problem]) -> list[Entry]:
    entries = {
        (document.kind.name, document.id): Entry(document, dict(document.value))
        for document in shipped
        if isinstance(document.value, dict)
    }
    names = {(document.kind.name, document.id) for document in shipped}
    for document in overlay:
        if not isinstance(document.value, dict):
            continue
        key = (document.kind.name, document.id)
        if document.value.get("disabled") is True:
            problems += _disable(document, key in names, names)
            entries.pop(key, None)
        elif not document.kind.single and document.kind.items:
            _lay_examples(entries, document, problems)
        elif document.kind.items and key in entries:
            _lay_over(entries[key], document, problems)
        elif document.kind.items:
            entries[key] = _alone(document, problems)
        else:
            before = entries[key].value if key in entries else None
            entries[key] = Entry(document, dict(document.value), shipped=before)
    return list(entries.values())


def _disable(document: Document, exists: bool, names: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """What is wrong with an overlay file that switches an entry off."""
    value = document.value
    assert isinstance(value, dict)
    if document.kind.single:
        message = f"{document.kind.place} as a whole is always needed; disable single items of it"
        yield document.problem("error", "disabled", message, ("disabled",), key=True)
    yield from _stands_alone(document, value, ())
    if not exists:
        meant = near(document.id, [id for kind, id in names if kind == document.kind.name])
        hint = f'did you mean "{meant}"?' if meant else "remove this file"
        message = f'there is no {document.kind.name} "{document.id}" to disable; {hint}'
        yield document.problem("error", "unknown-id", message, ("disabled",), key=True)


def _stands_alone(document: Document, value: dict[str, Plain], where: Where) -> Iterator[Problem]:
    others = [key for key in value if key != "disabled"]
    if others:
        message = f"`disabled: true` stands alone; remove it, or remove `{others[0]}` and what follows"
        yield document.problem("error", "disabled", message, (*where, "disabled"), key=True)


# --- files that list items -------------------------------------------------------------------------------------------


def _lay_over(entry: Entry, document: Document, problems: list[Problem]) -> None:
    """Put the overlay's items in the place of those with the same id; new ones follow after them."""
    assert isinstance(document.value, dict)
    entry.shipped = dict(entry.value)
    for key, given in document.value.items():
        items = entry.value.get(key)
        if key not in entry.kind.items or not isinstance(given, dict) or not isinstance(items, dict):
            entry.value[key] = given
            entry.overrides |= _whole(document, key, given)
            continue
        merged = dict(items)
        for id, item in given.items():
            if _disabled(item):
                problems += _disable_item(document, (key, id), item, items)
                merged.pop(id, None)
            else:
                merged[id] = item
                entry.overrides[key, id] = document
        entry.value[key] = merged


def _whole(document: Document, key: str, given: Plain) -> dict[Where, Document]:
    """Everything below a key that the overlay replaced as it is."""
    below: Iterable[str | int] = (
        given if isinstance(given, dict) else range(len(given)) if isinstance(given, list) else ()
    )
    return {(key,): document} | {(key, step): document for step in below}


def _alone(document: Document, problems: list[Problem]) -> Entry:
    """An overlay file that lists items and has no shipped counterpart."""
    entry = Entry(document, {})
    _lay_over(Entry(document, entry.value), document, problems)
    for key in entry.kind.items:
        items = entry.value.get(key)
        if isinstance(items, dict):
            entry.value[key] = {id: item for id, item in items.items() if not _disabled(item)}
    return entry


def _disabled(item: Plain) -> bool:
    return isinstance(item, dict) and item.get("disabled") is True


def _disable_item(document: Document, where: Where, item: Plain, items: Mapping[str, Plain]) -> Iterator[Problem]:
    assert isinstance(item, dict)
    yield from _stands_alone(document, item, where)
    id = str(where[-1])
    if id not in items:
        meant = near(id, items)
        hint = f'did you mean "{meant}"?' if meant else "remove this"
        message = f'there is no "{id}" to disable; {hint}'
        yield document.problem("error", "unknown-id", message, where, key=True)


def _lay_examples(entries: dict[tuple[str, str], Entry], document: Document, problems: list[Problem]) -> None:
    """An example takes the place of the one with its id, whichever file that stands in."""
    assert isinstance(document.value, dict)
    mine = Entry(document, dict(document.value))
    given, others = items_of(mine, "examples"), [e for e in entries.values() if e.kind.name == "examples"]
    shipped = {id: item for entry in others for id, item in items_of(entry, "examples").items()}
    for id, item in given.items():
        if _disabled(item):
            problems += _disable_item(document, ("examples", id), item, shipped)
    for entry in others:
        if items := items_of(entry, "examples"):
            entry.value["examples"] = {id: item for id, item in items.items() if id not in given}
    if given:
        mine.value["examples"] = {id: item for id, item in given.items() if not _disabled(item)}
    entries[document.kind.name, document.path] = mine


# --- which ids there are ---------------------------------------------------------------------------------------------


def items_of(entry: Entry, key: str) -> Mapping[str, Plain]:
    """The items under a key of an entry; none when it is not a mapping."""
    items = entry.value.get(key)
    return items if isinstance(items, dict) else {}


def _ids(entries: Iterable[Entry], broken: Iterable[Document]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {"challenge": set(), "practice": set(), "case": set()}
    for entry in entries:
        if entry.kind.items:
            for kind, ids in _listed(entry):
                found.setdefault(kind, set()).update(ids)
        else:
            found[entry.kind.name].add(entry.id)
    for document in broken:
        if not document.kind.items:
            found[document.kind.name].add(document.id)
        for kind in _LISTS.get(document.kind.name, ()):
            found.pop(kind, None)
    return {kind: frozenset(ids) for kind, ids in found.items()}


_LISTS = {
    "domains": ("domain",),
    "sources": ("source",),
    "context": ("role", "level", "size", "mandate", "drivers"),
    "maturity": ("stage", "marks"),
    "languages": ("language",),
    "examples": ("example",),
}


def _listed(entry: Entry) -> Iterator[tuple[str, Iterable[str]]]:
    """The ids that a file with items brings, by kind."""
    match entry.kind.name:
        case "domains":
            yield "domain", items_of(entry, "domains")
        case "sources":
            yield "source", items_of(entry, "sources")
        case "languages":
            yield "language", items_of(entry, "languages")
        case "examples":
            yield "example", items_of(entry, "examples")
        case "maturity":
            yield "stage", items_of(entry, "stages")
            yield "marks", (*items_of(entry, "marks"), MANY)
        case "context":
            for question, value in items_of(entry, "questions").items():
                options = value.get("options") if isinstance(value, dict) else None
                if isinstance(options, dict):
                    yield question, options


def _with_dependents(entries: list[Entry], gone: Ids, known: Ids) -> tuple[Ids, Ids]:
    """Shipped entries that lost what they stand on go too: a challenge its domain, a practice all its challenges."""
    away = {kind: set(ids) for kind, ids in gone.items()}
    shipped = [entry for entry in entries if not entry.document.overlay]
    for kind in ("challenge", "practice", "case"):
        waiting = [entry for entry in shipped if entry.kind.name == kind and _is_orphan(entry, away)]
        while waiting:
            away[kind] |= {entry.id for entry in waiting}
            waiting = [e for e in shipped if e.kind.name == kind and e.id not in away[kind] and _is_orphan(e, away)]
    return (
        {kind: frozenset(ids) for kind, ids in away.items()},
        {kind: ids - away.get(kind, set()) for kind, ids in known.items()},
    )


def _is_orphan(entry: Entry, away: Mapping[str, set[str]]) -> bool:
    """True when what an entry stands on is away; a retired one stands on nothing but the one that took its place."""

    def lost(key: str, kind: str) -> bool:
        id = entry.value.get(key)
        return isinstance(id, str) and id in away.get(kind, ())

    if isinstance(entry.value.get("replaced_by"), str):
        return lost("replaced_by", entry.kind.name)
    if entry.kind.name == "challenge":
        return lost("domain", "domain")
    if entry.kind.name == "case":
        return lost("level", "level")
    addresses = entry.value.get("addresses")
    return isinstance(addresses, dict) and bool(addresses) and addresses.keys() <= away.get("challenge", set())
