"""Two catalogues side by side: what differs in their words, and what that does to the advice on the examples.

Belongs here: the differences as facts. Does not: wording, files.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import zip_longest

from bot.advice.model import NOTHING_FITS, Catalogue
from bot.advice.trial import Tried, tried

# --- what the advice becomes ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moved:
    """A practice that changed its place among the first five (0 is the first; None: not among them).

    `challenge` is the addend of its benefit that changed most, `before` and `after` that addend; None: none changed,
    so that others moved past it, or its fit or effort did.
    """

    practice: str
    from_place: int | None
    to_place: int | None
    challenge: str | None
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Shift:
    """An example of which two catalogues make something different."""

    example: str
    challenges: tuple[tuple[str, ...], tuple[str, ...]]
    moved: tuple[Moved, ...]
    failed: tuple[tuple[str, ...], tuple[str, ...]]


def shifts(old: Catalogue, new: Catalogue) -> Iterator[Shift]:
    """The examples of the new catalogue that change their first challenges or their first five practices, and why."""
    for example in new.examples.values():
        before, after = tried(old, example), tried(new, example)
        moved = tuple(_moved(before, after))
        challenges = (_said(before), _said(after))
        if moved or challenges[0] != challenges[1] or before.failed != after.failed:
            yield Shift(example.id, challenges, moved, (before.failed, after.failed))


def _said(result: Tried) -> tuple[str, ...]:
    return () if result.verdict == NOTHING_FITS else result.challenges


def _moved(before: Tried, after: Tried) -> Iterator[Moved]:
    for id in dict.fromkeys((*after.practices, *before.practices)):
        old, new = _place(before, id), _place(after, id)
        if old != new:
            yield Moved(id, old, new, *_addend(before, after, id))


def _place(result: Tried, id: str) -> int | None:
    return result.practices.index(id) if id in result.practices else None


TOO_LITTLE = 0.005
"""An addend that changed less than this is rounding in the eyes of a reader."""


def _addend(before: Tried, after: Tried, id: str) -> tuple[str | None, float, float]:
    """The addend of a practice's benefit that changed most, and its two values."""
    old, new = _addends(before, id), _addends(after, id)
    changes = {challenge: new.get(challenge, 0.0) - old.get(challenge, 0.0) for challenge in {**old, **new}}
    most = max(sorted(changes), key=lambda challenge: abs(changes[challenge]), default=None)
    if most is None or abs(changes[most]) < TOO_LITTLE:
        return None, 0.0, 0.0
    return most, old.get(most, 0.0), new.get(most, 0.0)


def _addends(result: Tried, id: str) -> dict[str, float]:
    found = next((r for r in result.recommendations if r.practice == id), None)
    return {} if found is None else {reason.challenge: reason.share * found.benefit for reason in found.reasons}


# --- what the entries say ---------------------------------------------------------------------------------------------

Way = tuple[str, ...]
Difference = tuple[Way, str | None, str | None]
"""Where two values differ inside an entry, and the two values as text; None: not there."""

EVERY, ORDER = "*", "order"
"""Stand for all entries of a kind, and for the order of what a mapping holds."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value of an entry that differs: `path` names it inside the entry, empty where a whole entry came or went."""

    kind: str
    entry: str
    path: Way
    before: str | None
    after: str | None


KINDS = (
    "challenges",
    "practices",
    "cases",
    "sources",
    "domains",
    "context",
    "maturity",
    "care",
    "concepts",
    "anti_topics",
    "languages",
    "examples",
    "replaced",
)


def changes(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    """Everything that differs between two catalogues, kind by kind, entry by entry, value by value.

    Nothing differs exactly where their version is the same.
    """
    codes = frozenset((*old.languages, *new.languages))
    for kind in KINDS:
        before, after = _entries(old, kind), _entries(new, kind)
        yield from (Change(kind, EVERY, *rest) for rest in _reordered((), before, after, frozenset()))
        for id in sorted({**before, **after}):
            if id not in before:
                yield Change(kind, id, (), None, _title(after[id]))
            elif id not in after:
                yield Change(kind, id, (), _title(before[id]), None)
            else:
                yield from (Change(kind, id, *rest) for rest in _differences((), before[id], after[id], codes))


def _entries(catalogue: Catalogue, kind: str) -> Mapping[str, object]:
    if kind == "replaced":
        return {old: {"replaced_by": new} for old, new in catalogue.replaced.items()}
    return _inside(getattr(catalogue, kind)) or {}


def _title(entry: object) -> str:
    """What to call an entry: its title in the first language, or what comes nearest to one."""
    texts = entry if isinstance(entry, Mapping) else getattr(entry, "text", None)
    block = next(iter(texts.values()), "") if isinstance(texts, Mapping) else texts or entry
    named = (getattr(block, name, None) for name in ("title", "question", "name"))
    return next((name for name in named if isinstance(name, str)), _text(block) or "")


def _differences(path: Way, before: object, after: object, codes: Set[str]) -> Iterator[Difference]:
    """The places at which two values differ; `codes` are the languages, whose order means nothing inside an entry."""
    before, after = _plain(before), _plain(after)
    old, new = _inside(before), _inside(after)
    if isinstance(before, tuple) and isinstance(after, tuple):
        yield from _of_lists(path, before, after, codes)
    elif old is None or new is None:
        if before != after:
            yield path, _text(before), _text(after)
    else:
        yield from _reordered(path, old, new, codes)
        for key in dict.fromkeys((*old, *new)):
            yield from _differences((*path, key), old.get(key), new.get(key), codes)


def _reordered(
    path: Way, old: Mapping[str, object], new: Mapping[str, object], codes: Set[str]
) -> Iterator[Difference]:
    """Another order of what both mappings hold: people see domains, options and stages in it."""
    before, after = [key for key in old if key in new], [key for key in new if key in old]
    if before != after and not set(before) <= codes:
        yield (*path, ORDER), _text(tuple(before)), _text(tuple(after))


def _of_lists(
    path: Way, before: tuple[object, ...], after: tuple[object, ...], codes: Set[str]
) -> Iterator[Difference]:
    """Of two lists, what went and what came, side by side; where only the order differs, what stands elsewhere now."""
    gone, come = _without(before, after), _without(after, before)
    if not gone and not come:
        moved = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        gone, come = [one for one, _ in moved], [other for _, other in moved]
    for one, other in zip_longest(gone, come):
        if _inside(one) is None or _inside(other) is None:
            yield path, _text(one), _text(other)
        else:
            yield from _differences(path, one, other, codes)


def _without(items: Iterable[object], others: Iterable[object]) -> list[object]:
    """The items that the others lack, each as often as it is there more."""
    left, found = list(others), []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            found.append(item)
    return found


def _plain(value: object) -> object:
    """A list of things with ids as a mapping, words without an order as a list."""
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if isinstance(value, tuple) and value and all(hasattr(item, "id") for item in value):
        return {item.id.rpartition("/")[2]: item for item in value}
    return value


def _inside(value: object) -> Mapping[str, object] | None:
    """What a mapping or one of our types holds, by name."""
    if isinstance(value, Mapping):
        return {str(key): item for key, item in value.items()}
    names = getattr(value, "__dataclass_fields__", None)
    return None if names is None else {name: getattr(value, name) for name in names}


def _text(value: object) -> str | None:
    """A value in words; of what holds others, all that is there."""
    if value is None:
        return None
    value = _plain(value)
    held = value if isinstance(value, tuple) else _inside(value)
    if held is None:
        return str(value)
    return ", ".join(filter(None, map(_text, held.values() if isinstance(held, Mapping) else held)))


def one_sided(found: Iterable[Change], languages: Iterable[str]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The entries whose words changed in some languages only, with the languages that stayed as they were."""
    codes = tuple(languages)
    touched: dict[tuple[str, str], set[str]] = {}
    for change in found:
        touched.setdefault((change.kind, change.entry), set()).update(code for code in codes if code in change.path)
    return {
        place: tuple(code for code in codes if code not in changed)
        for place, changed in touched.items()
        if changed and len(changed) < len(codes)
    }


# --- both ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two catalogues; `tried` is the number of examples looked at."""

    changes: tuple[Change, ...]
    one_sided: Mapping[tuple[str, str], tuple[str, ...]]
    shifts: tuple[Shift, ...]
    tried: int


def compared(old: Catalogue, new: Catalogue) -> Comparison:
    """Compare two catalogues; takes about 20 milliseconds for each example of the new one."""
    found = tuple(changes(old, new))
    both = [code for code in new.languages if code in old.languages]
    return Comparison(found, one_sided(found, both), tuple(shifts(old, new)), len(new.examples))
