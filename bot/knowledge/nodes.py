"""YAML text -> plain values that remember their line.

Belongs here: everything that is true of any YAML file of ours, whatever it holds. Does not: the format of entries.

The parser's events are read one by one, without recursion: PyYAML's own `compose` recurses in C, so that a file of
a million brackets ends the process instead of raising an error (tried: a segmentation fault).
Anchors and aliases are refused when they are met, so nothing is ever expanded.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from bot.knowledge.faults import CONTROL, NO_ALIAS, Finding, control_character, syntax
from bot.knowledge.problems import shortened

Key = str | int
Where = tuple[Key, ...]
Plain = str | int | float | bool | datetime.date | None | list["Plain"] | dict[str, "Plain"]

DEPTH_LIMIT = 20
"""The format needs seven levels."""
NODE_LIMIT = 100_000
"""A rich challenge has some 120 values; a file of languages some 1,000. Beyond this it is not content."""

_TAG = "tag:yaml.org,2002:"
_BOOLEANS = yaml.constructor.SafeConstructor.bool_values


@dataclass(slots=True)
class Spot:
    """Where a value stands and how it was written, if it is a scalar."""

    line: int
    column: int
    written: str = ""
    quoted: bool = False

    @property
    def keys(self) -> dict[str, tuple[int, int]]:
        """The places of a mapping's keys."""
        return {}

    @property
    def below(self) -> dict[Key, "Spot"]:
        """The places of what lies in a collection."""
        return {}


class Branch(Spot):
    """Where a collection stands, and what lies in it."""

    __slots__ = ("_below", "_keys")

    def __init__(self, line: int, column: int) -> None:
        super().__init__(line, column)
        self._keys: dict[str, tuple[int, int]] = {}
        self._below: dict[Key, Spot] = {}

    @property
    def keys(self) -> dict[str, tuple[int, int]]:
        return self._keys

    @property
    def below(self) -> dict[Key, Spot]:
        return self._below


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been met yet."""

    value: list[Plain] | dict[str, Plain]
    spot: Spot
    key: str | None = None
    ignored: bool = False


class Unreadable(Exception):
    """Reading cannot go on after this finding."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


@dataclass(slots=True)
class Parsed:
    """The content of one file; `spot` is None when it could not be read to its end."""

    value: Plain = None
    spot: Spot | None = None
    findings: list[Finding] = field(default_factory=list)


def parse(text: str) -> Parsed:
    """Read one YAML document; every fault becomes a finding, none an exception."""
    builder = _Builder()
    try:
        for event in _events(text):
            builder.take(event)
    except Unreadable as stop:
        return Parsed(findings=[*builder.findings, stop.finding])
    except yaml.YAMLError as error:
        return Parsed(findings=[*builder.findings, syntax(error, text)])
    return Parsed(builder.value, builder.spot, builder.findings)


def _events(text: str) -> Iterator[yaml.Event]:
    loader = yaml.CSafeLoader(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            assert event is not None
            yield event
    finally:
        loader.dispose()


class _Builder:
    """Builds the value and its spots from events."""

    def __init__(self) -> None:
        self.value: Plain = None
        self.spot: Spot | None = None
        self.findings: list[Finding] = []
        self._open: list[_Open] = []
        self._nodes = 0
        self._resolver = yaml.resolver.Resolver()

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):  # most are; in a large knowledge base there are a million of them
            self._count(event)
            self._scalar(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, yaml.CollectionStartEvent):
            self._count(event)
            self._start(event)
        elif isinstance(event, yaml.AliasEvent):
            raise Unreadable(_found(event, "alias", NO_ALIAS.format(sign="*")))
        elif isinstance(event, yaml.DocumentStartEvent) and self.spot is not None:
            message = "a second document starts here; put it in its own file"
            raise Unreadable(_found(event, "several-documents", message))

    def _count(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if event.anchor is not None:
            raise Unreadable(_found(event, "alias", NO_ALIAS.format(sign="&")))
        if len(self._open) >= DEPTH_LIMIT:
            message = (
                f"this is nested more than {DEPTH_LIMIT} levels deep; close the brackets or lessen the indentation"
            )
            raise Unreadable(_found(event, "too-deep", message))
        if self._nodes > NODE_LIMIT:
            raise Unreadable(_found(event, "too-large", f"more than {NODE_LIMIT:,} values in one file; split it"))

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        mapping = isinstance(event, yaml.MappingStartEvent)
        expected = _TAG + ("map" if mapping else "seq")
        if event.tag not in (None, "!", expected):
            self._strange_tag(event)
        spot = Branch(*_place_of(event))
        if self._awaits_key():
            raise Unreadable(_found(event, "key-not-text", "a key must be a plain word, not a list or a mapping"))
        value: list[Plain] | dict[str, Plain] = {} if mapping else []
        self._place(value, spot)
        self._open.append(_Open(value, spot))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        spot = Spot(*_place_of(event), event.value, bool(event.style))
        value = self._plain(event)
        if isinstance(value, str) and not value.isprintable() and (match := CONTROL.search(value)):
            self._add(event, "control-character", control_character(match.group()))
            value = CONTROL.sub("", value)
        if self._awaits_key():
            self._key(event, value, spot)
        else:
            self._place(value, spot)

    def _plain(self, event: yaml.ScalarEvent) -> Plain:
        """The value of a scalar. What cannot be made of it is said, and stays text."""
        tag = event.tag
        if tag is None and event.value[:1] not in self._resolver.yaml_implicit_resolvers:
            return str(event.value)  # most text: nothing but text starts like this
        if tag is None or tag == "!":
            tag = str(self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit))  # type: ignore[no-untyped-call]
        kind = tag.removeprefix(_TAG)
        if kind not in _SCALARS:
            self._strange_tag(event)
            return str(event.value)
        if kind in ("str", "value", "merge"):
            return str(event.value)
        try:
            return _construct(kind, event.value)
        except (ValueError, KeyError, AttributeError, TypeError, OverflowError):
            shown = shortened(event.value)
            self._add(event, "bad-value", f'"{shown}" is no {_SCALARS[kind]}; correct it, or put quotes around text')
            return str(event.value)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _key(self, event: yaml.ScalarEvent, value: Plain, spot: Spot) -> None:
        top = self._open[-1]
        key = str(event.value) if not isinstance(value, str) else value
        merge = event.value == "<<" and not spot.quoted
        if merge:
            self._add(event, "merge-key", "`<<` (merging) is not used here; write the keys out")
        elif not isinstance(value, str):
            self._add(event, "key-not-text", f'YAML reads the key {key or "~"} as {named(value)}; write it as "{key}"')
        top.ignored = merge or key in top.spot.keys
        if key in top.spot.keys and not merge:
            line = top.spot.keys[key][0]
            message = f'"{shortened(key)}" already stands in line {line}; keep one of them'
            self._add(event, "duplicate-key", message)
        elif not merge:
            top.spot.keys[key] = (spot.line, spot.column)
        top.key = key

    def _place(self, value: Plain, spot: Spot) -> None:
        """Put a finished or freshly opened value where it belongs; the first of two equal keys counts."""
        if not self._open:
            self.value, self.spot = value, spot
            return
        top = self._open[-1]
        if isinstance(top.value, list):
            top.spot.below[len(top.value)] = spot
            top.value.append(value)
            return
        assert top.key is not None
        if not top.ignored:
            top.value[top.key], top.spot.below[top.key] = value, spot
        top.key = None

    def _strange_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        tag = shortened(str(event.tag).replace(_TAG, "!!"))
        self._add(
            event, "tag", f"`{tag}` is a YAML tag, and tags are not used here; remove it, or quote the whole text"
        )

    def _add(self, event: yaml.Event, rule: str, message: str) -> None:
        self.findings.append(_found(event, rule, message))


# --- scalars ---------------------------------------------------------------------------------------------------------

_SCALARS = {
    "str": "text",
    "value": "text",
    "merge": "text",
    "null": "empty value",
    "bool": "truth value (true, false)",
    "int": "number that can be used",
    "float": "number that can be used",
    "timestamp": "day of the calendar",
}
_constructor = yaml.constructor.SafeConstructor()


def _construct(kind: str, written: str) -> Plain:
    if kind == "null":
        return None
    if kind == "bool":
        return bool(_BOOLEANS[written.lower()])
    node = yaml.ScalarNode(_TAG + kind, written)
    value: Plain = getattr(_constructor, f"construct_yaml_{kind}")(node)
    return value


def named(value: Plain) -> str:
    """What YAML made of a value, in plain words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "a truth value"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, datetime.date):
        return "a date"
    return "text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"


# --- places ----------------------------------------------------------------------------------------------------------


def _place_of(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _found(event: yaml.Event, rule: str, message: str) -> Finding:
    return Finding(*_place_of(event), rule, message)
