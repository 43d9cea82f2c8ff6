"""What Telegram refuses: methods, parameters and types of the Bot API, markup, lengths, keyboards.

Belongs here: checking one request by itself. Does not: chats, messages, time (see `standin`).
The table of methods and types is a part of the Bot API specification, in botapi.json.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_DATA = 64

Types = list[str]
Values = dict[str, Any]


class Refused(Exception):
    """What Telegram answers in place of a result."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> Refused:
    """A refusal with code 400."""
    return Refused(400, f"Bad Request: {description}")


@cache
def specification() -> Mapping[str, Any]:
    """The table of methods and types."""
    table: Mapping[str, Any] = json.loads(Path(__file__).with_name("botapi.json").read_text(encoding="utf-8"))
    return table


def checked(method: str, given: Mapping[str, object]) -> Values:
    """The parameters of a request with their types, if the method allows them."""
    parameters = specification()["methods"].get(method)
    if parameters is None:
        raise Refused(404, "Not Found: method not found")
    for name in given:
        if name not in parameters:
            raise bad(f'unknown parameter "{name}" of {method}')
    for name, (_, required) in parameters.items():
        if required and name not in given:
            raise bad(f'parameter "{name}" of {method} is required')
    return {name: _typed(value, parameters[name][0], name) for name, value in given.items()}


def _typed(value: object, types: Types, where: str) -> Any:
    for kind in types:
        try:
            return _of_type(value, kind, where)
        except ValueError:
            continue
    raise bad(f'"{where}" must be {" or ".join(types)}')


def _of_type(value: object, kind: str, where: str) -> Any:
    """The value as this type; ValueError if it is none."""
    if kind == "String":
        if not isinstance(value, str):
            raise ValueError
        return value
    if kind == "InputFile":
        if not isinstance(value, bytes):
            raise ValueError
        return value
    if isinstance(value, str):
        value = json.loads(value)  # parameters of a form are text; inside them there is JSON
    if kind in ("Integer", "Float"):
        if isinstance(value, bool) or not isinstance(value, int if kind == "Integer" else (int, float)):
            raise ValueError
        return value
    if kind == "Boolean":
        if not isinstance(value, bool):
            raise ValueError
        return value
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            raise ValueError
        return [_typed(item, [kind.removeprefix("Array of ")], where) for item in value]
    return _object(value, kind, where)


def _object(value: object, kind: str, where: str) -> Values:
    if not isinstance(value, dict):
        raise ValueError
    described = specification()["types"][kind]
    if "subtypes" in described:
        found: Values = _typed(value, described["subtypes"], where)
        return found
    fields = described["fields"]
    for name in value:
        if name not in fields:
            raise bad(f'unknown field "{name}" of {kind}')
    for name, (_, required) in fields.items():
        if required and name not in value:
            raise bad(f'field "{name}" of {kind} is required')
    return {name: _typed(item, fields[name][0], f"{where}.{name}") for name, item in value.items()}


# --- text ------------------------------------------------------------------------------------------------------------

_ATTRIBUTES = r"""(?:\s+[\w-]+(?:="[^"<>]*"|='[^'<>]*')?)*"""
_PIECE = re.compile(rf"<(/?)([a-zA-Z][\w-]*){_ATTRIBUTES}\s*>|(<)|(&(?:lt|gt|amp|quot|#\d+);)")
_TAGS = frozenset(("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as people see it, and the styles in it."""

    text: str
    styles: tuple[tuple[str, str], ...] = ()


def shown(text: str, parse_mode: str | None, limit: int = LONGEST_TEXT) -> Shown:
    """The text as it will be shown; refused where Telegram refuses."""
    if parse_mode not in (None, "", "HTML"):
        raise bad("unsupported parse_mode")
    found = _parsed(text) if parse_mode == "HTML" else Shown(text)
    length = len(found.text.encode("utf-16-le")) // 2
    if length > limit:
        raise bad("message is too long" if limit == LONGEST_TEXT else "message caption is too long")
    return Shown(found.text.strip(), found.styles)


def _parsed(text: str) -> Shown:
    """The text of HTML as Telegram reads it."""
    out: list[str] = []
    open_tags: list[tuple[str, int]] = []
    styles: list[tuple[str, str]] = []
    position = 0
    for piece in _PIECE.finditer(text):
        out.append(text[position : piece.start()])
        position = piece.end()
        closing, tag, stray, entity = piece.groups()
        offset = len(text[: piece.start()].encode())
        if entity:
            out.append(unescape(entity))
        elif stray or tag.lower() not in _TAGS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag or ""}" at byte offset {offset}')
        elif not closing:
            open_tags.append((tag.lower(), len("".join(out))))
        elif not open_tags or open_tags[-1][0] != tag.lower():
            raise bad(f"can't parse entities: Unmatched end tag at byte offset {offset}")
        else:
            name, start = open_tags.pop()
            styles.append((name, "".join(out)[start:]))
    out.append(text[position:])
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\"")
    return Shown("".join(out), tuple(styles))


# --- keyboards -------------------------------------------------------------------------------------------------------

Rows = tuple[tuple[tuple[str, str], ...], ...]


def buttons(markup: Mapping[str, Any] | None) -> Rows:
    """Labels and callback data of an inline keyboard; refused where Telegram refuses."""
    if markup is None:
        return ()
    if "inline_keyboard" not in markup:
        raise bad("the stand-in knows inline keyboards only")
    return tuple(tuple(_button(button) for button in row) for row in markup["inline_keyboard"] if row)


def _button(button: Mapping[str, Any]) -> tuple[str, str]:
    label, data = str(button["text"]), button.get("callback_data")
    if not label.strip():
        raise bad("inline keyboard button text must be non-empty")
    if len(button) != 2 or data is None:
        raise bad("text buttons are unallowed in the inline keyboard")
    if not 1 <= len(data.encode()) <= LONGEST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    return label, data
