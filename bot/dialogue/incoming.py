"""JSON from other programs, made into checked shapes; whatever is wrong becomes a sentence with its line and key.

Belongs here: decoding, the shape of what came in, near matches, lines. Does not: reading files, knowing the catalogue.
"""

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from bot.errors import InputError

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("context", "role")`."""

MOST_PROBLEMS = 20
"""Sentences said about one input: more are not read."""

MOST_LISTED = 12
"""Names listed where none is near; where there are more, `kompas show` lists them."""

LONGEST_SHOWN = 60
"""Characters of a name that is said back: somebody may have put a whole text where an id belongs."""

MOST_DIGITS = 4_000
"""Digits of a number: Python reads few more, since reading them takes time that grows with their square."""

DIGITS = "-0123456789"

BOM = b"\xef\xbb\xbf"

LONE = re.compile("[\ud800-\udfff]")
"""Half of a character: JSON can write it (`\\ud800`), but no output can."""

S = TypeVar("S", bound="Shape")


class Shape(BaseModel):
    """Unknown keys are refused, and nothing is made out of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Right:
    """What is right for a key, and for what stands inside its value: `Annotated[list[str], Right("must be ...")]`."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and what would be right.

    It is said of `place`; its line is `line`, or that of `at`, a place inside.
    """

    place: Place
    sentence: str
    line: int | None = None
    at: Place = ()

    def __str__(self) -> str:
        key = ".".join(shown(str(part)) for part in self.place)
        return f"{key}: {self.sentence}" if self.place else self.sentence


class Refused(InputError):
    """What came in cannot be used; `problems` holds every reason at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@contextmanager
def named(file: str, raw: bytes, line: int = 1) -> Iterator[None]:
    """Put file and line before every sentence about `raw`, which begins on this line of the file."""
    try:
        yield
    except Refused as refused:
        problems = refused.problems[:MOST_PROBLEMS]
        lines = {} if all(p.line for p in problems) else _lines(raw)
        said = [f"{file}:{line - 1 + (p.line or _line_of(p.at or p.place, lines))}: {p}" for p in problems]
        more = len(refused.problems) - len(problems)
        raise InputError("\n".join([*said, *([f"{file}: and {more} more."] if more else [])])) from None


# --- text to data ----------------------------------------------------------------------------------------------------


def anything(raw: bytes) -> bool:
    """Whether there is more than white space."""
    return bool(raw.removeprefix(BOM).strip())


def parsed(raw: bytes) -> object:
    """The data that is written here as JSON in UTF-8, a byte order mark before it or not; raises Refused."""
    text = _text(raw)
    if not text.strip():
        raise Refused([Problem((), "is empty; give an object in JSON.", 1)])
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        sentence = f"is not JSON at column {error.colno} ({error.msg}); correct it there."
        raise Refused([Problem((), sentence, error.lineno)]) from None
    except RecursionError:
        raise Refused([Problem((), "is nested too deeply; no key needs more than lists in objects.", 1)]) from None
    except (ValueError, _Wrong):  # ValueError: more digits than Python reads
        raise Refused(_wrong(text)) from None


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Refused([Problem((), "is not text in UTF-8; save it as UTF-8.", line)]) from None


class _Wrong(Exception):
    """The text is JSON for Python's parser, and not for us; `_wrong` finds the place."""


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Wrong
    return found


def _no_number(_name: str) -> object:
    raise _Wrong


def _wrong(text: str) -> Iterator[Problem]:
    """The first key that is repeated, or number that is none: which value would count depends on the reader."""
    seen: set[Place] = set()
    for spot in _spots(text):
        if spot.is_key and spot.place in seen:
            yield Problem(spot.place, "stands here for the second time; remove one.", spot.line)
            return
        if spot.token in ("NaN", "Infinity", "-Infinity"):
            yield Problem(spot.place, f"{spot.token} is no number in JSON; give one or leave the key out.", spot.line)
            return
        if spot.token[0] in DIGITS and len(spot.token) > MOST_DIGITS:
            yield Problem(spot.place, f"a number of more than {MOST_DIGITS} digits; give a shorter one.", spot.line)
            return
        if spot.is_key:
            seen.add(spot.place)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A key or value in JSON text: its place, its line, and how it is written."""

    place: Place
    line: int
    token: str
    is_key: bool


_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],]|[^\s{}\[\],:"]+')


def _spots(text: str) -> Iterator[_Spot]:
    """Every key and value of a text that is JSON as far as it is read."""
    inside: list[str | int | None] = []  # for each open object the key at hand, None before it; for each list the index
    line, read = 1, 0
    for found in _TOKEN.finditer(text):
        line, read = line + text.count("\n", read, found.start()), found.start()
        token = found[0]
        if token in ("}", "]"):
            inside.pop()
        elif token == ",":
            inside[-1] = inside[-1] + 1 if isinstance(inside[-1], int) else None
        elif inside and inside[-1] is None:
            inside[-1] = str(json.loads(token))
            yield _Spot(_open(inside), line, token, True)
        else:
            yield _Spot(_open(inside), line, token, False)
            inside += [None] if token == "{" else [0] if token == "[" else []


def _open(inside: Sequence[str | int | None]) -> Place:
    return tuple(part for part in inside if part is not None)


def _lines(raw: bytes) -> Mapping[Place, int]:
    """On which line each place stands, a key on its own."""
    lines: dict[Place, int] = {}
    for spot in _spots(_text(raw)):
        lines.setdefault(spot.place, spot.line)
    return lines


def _line_of(place: Place, lines: Mapping[Place, int]) -> int:
    """The line of a place, or of what it would stand in."""
    return next((lines[place[:n]] for n in range(len(place), -1, -1) if place[:n] in lines), 1)


# --- data to shapes --------------------------------------------------------------------------------------------------


def validated(model: type[S], data: object) -> S:
    """The data in this shape; raises Refused with everything that is wrong."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise Refused(_problem(model, data, found) for found in error.errors(include_url=False)) from None


def _problem(model: type[Shape], data: object, error: ErrorDetails) -> Problem:
    place = _place(error["loc"], data)
    if error["type"] == "missing":
        return Problem(error["loc"], "missing; give this key.")
    if error["type"] == "extra_forbidden":
        return Problem(place, f"unknown key{remedy(str(place[-1]), model.model_fields)}")
    if error["type"] == "string_unicode" and isinstance(data, dict):  # all that pydantic says of a key half there
        return Problem(tuple(key for key in data if LONE.search(key))[:1], "unknown key; delete it.")
    if not place:
        return Problem(place, f"must be an object with the keys {', '.join(model.model_fields)}.")
    if error["type"] == "value_error":
        return Problem(place, f"{error['ctx']['error']}.")
    right = next(item.sentences for item in model.model_fields[str(place[0])].metadata if isinstance(item, Right))
    return Problem(place[: len(right)], f"{right[min(len(place), len(right)) - 1]}.")


def _place(loc: Place, data: object) -> Place:
    """The part of pydantic's place that is in the data; the rest names the branches of its unions."""
    for depth, part in enumerate(loc):
        inside = dict(enumerate(data)) if isinstance(data, list) else data
        if not isinstance(inside, dict) or part not in inside:
            return loc[:depth]
        data = inside[part]
    return loc


def whole(text: str) -> str:
    """The text, when it can be written out; raises ValueError."""
    if LONE.search(text):
        raise ValueError("must be text in UTF-8; a character in it is only half there (such as \\ud800)")
    return text


# --- names -----------------------------------------------------------------------------------------------------------


def remedy(name: str, names: Iterable[str]) -> str:
    """What to do about an unknown name: the near match, else what there is."""
    known = tuple(names)
    near = difflib.get_close_matches(name[: 2 * LONGEST_SHOWN], known, n=1)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f"; use one of: {', '.join(known)}." if len(known) <= MOST_LISTED else "; `kompas show` lists what there is."


def shown(name: str) -> str:
    """A name as it can be said back: on one line, not too long, nothing invisible in it."""
    cut = name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…"
    return json.dumps(cut, ensure_ascii=not cut.isprintable())[1:-1]


def as_list(value: object) -> Sequence[object]:
    """A value out of JSON that should be a list; anything else is an empty one."""
    return value if isinstance(value, list | tuple) else ()


def as_map(value: object) -> Mapping[str, object]:
    """A value out of JSON that should be an object; anything else is an empty one."""
    return value if isinstance(value, Mapping) else {}
