"""What the contract says about a place in a file, apart from whether a value is valid.

Belongs here: where language blocks stand and which ids name something else, read off the contract's types once.
Does not: validation (the contract), rules (checks).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from bot.knowledge.contract import Names, Prose
from bot.knowledge.nodes import Plain, Where

BLOCK = re.compile("[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Shape:
    """The interesting part of a type: what its ids name, what lies in it, where language blocks and prose are."""

    names: str | None = None
    keys: str | None = None
    items: "Shape | None" = None
    fields: Mapping[str, "Shape"] = field(default_factory=lambda: MappingProxyType({}))
    blocks: bool = False
    prose: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """An id in a file that names a `kind`; `key` when it stands as the key of a mapping."""

    kind: str
    id: str
    where: Where
    key: bool = False


@dataclass(slots=True)
class Survey:
    """What was met in one file: ids that name something, places with language blocks, misplaced `text` keys, prose."""

    references: list[Reference] = field(default_factory=list)
    blocks: list[tuple[Where, tuple[str, ...]]] = field(default_factory=list)
    stray: list[Where] = field(default_factory=list)
    prose: list[tuple[Where, str]] = field(default_factory=list)


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The shape of a contract model."""
    return _model(model) or Shape()


def survey(shape: Shape, value: Plain, found: Survey, where: Where = ()) -> Plain:
    """The value with its language blocks gathered under `text`; what was met on the way is added to `found`."""
    if isinstance(value, dict):
        return _mapping(shape, value, found, where)
    if isinstance(value, list):
        inner = shape.items
        return value if inner is None else [survey(inner, item, found, (*where, i)) for i, item in enumerate(value)]
    if shape.names is not None and isinstance(value, str):
        found.references.append(Reference(shape.names, value, where))
    elif shape.prose and isinstance(value, str):
        found.prose.append((where, value))
    return value


def _mapping(shape: Shape, value: dict[str, Plain], found: Survey, where: Where) -> Plain:
    if shape.keys is not None:
        kind = shape.keys or str(where[-1])
        found.references += [Reference(kind, key, (*where, key), key=True) for key in value]
    result: dict[str, Plain] = {}
    texts: dict[str, Plain] = {}
    for key, item in value.items():
        inner = shape.fields.get(key, shape.items)
        if shape.blocks and key == "text":
            found.stray.append((*where, key))
            continue
        if shape.blocks and key not in shape.fields and BLOCK.fullmatch(key):
            texts[key] = _deeper(shape.fields.get("text"), item, found, (*where, key))
        else:
            result[key] = _deeper(inner, item, found, (*where, key))
    if shape.blocks:
        found.blocks.append((where, tuple(texts)))
        result["text"] = texts
    return result


def _deeper(shape: Shape | None, value: Plain, found: Survey, where: Where) -> Plain:
    return value if shape is None else survey(shape, value, found, where)


# --- reading the types -----------------------------------------------------------------------------------------------


def _model(model: type[BaseModel]) -> Shape | None:
    hints = get_type_hints(model, include_extras=True)
    fields: dict[str, Shape] = {}
    blocks = False
    for name in model.model_fields:
        hint = hints[name]
        if name == "text" and get_origin(hint) is dict:
            blocks = True
            if inner := _shape(get_args(hint)[1]):
                fields[name] = inner
        elif inner := _shape(hint):
            fields[name] = inner
    return Shape(fields=MappingProxyType(fields), blocks=blocks) if fields or blocks else None


def _shape(hint: object) -> Shape | None:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _model(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    return _READERS[origin](arguments) if origin in _READERS else None


def _annotated(arguments: tuple[object, ...]) -> Shape | None:
    names = [extra for extra in arguments[1:] if isinstance(extra, Names)]
    if names:
        return Shape(names=names[0].kind)
    return Shape(prose=True) if any(isinstance(extra, Prose) for extra in arguments[1:]) else _shape(arguments[0])


def _union(arguments: tuple[object, ...]) -> Shape | None:
    return next((shape for one in arguments if one is not NoneType and (shape := _shape(one))), None)


def _list(arguments: tuple[object, ...]) -> Shape | None:
    inner = _shape(arguments[0])
    return Shape(items=inner) if inner else None


def _dict(arguments: tuple[object, ...]) -> Shape | None:
    keys, items = _shape(arguments[0]), _shape(arguments[1])
    return Shape(keys=keys.names if keys else None, items=items) if keys or items else None


_READERS: Mapping[object, Callable[[tuple[object, ...]], Shape | None]] = {
    Annotated: _annotated,
    Union: _union,
    UnionType: _union,
    list: _list,
    dict: _dict,
}
