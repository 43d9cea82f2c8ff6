"""JSON Schemas for editors, generated from the contract: `python -m bot.knowledge.schemas` writes knowledge/schemas/.

The same command renews what is made of the contract in knowledge/README.md (see `guide`).
Belongs here: how the contract looks to an editor (language blocks beside the other fields, `disabled: true`).
Does not: validation; `kompas check` decides, and says more.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.knowledge import guide
from bot.knowledge.files import KINDS, Kind
from bot.knowledge.load import shipped_folder
from bot.knowledge.sentences import LANGUAGE_PATTERN

Schema = dict[str, Any]

SHOWN = ("en", "nl")
"""The language blocks that an editor proposes; any other code of two letters is welcome too."""


def schemas() -> Mapping[str, Schema]:
    """The schema of each kind of file, by the name of the schema's file."""
    return {f"{kind.name}.json": _schema(kind) for kind in KINDS}


def text_of(schema: Schema) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write(folder: Path) -> None:
    """Write all schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(text_of(schema), encoding="utf-8")


def _schema(kind: Kind) -> Schema:
    schema = _for_editors(kind.model.model_json_schema())
    definitions = schema.pop("$defs", {})
    for key in kind.items:
        _allow_disabled_items(schema["properties"][key])
    if kind.items:  # an overlay holds only what differs
        schema.pop("required", None)
        body = schema
    else:
        body = _or_disabled(schema)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **body, "$defs": definitions}


def _for_editors(value: Any) -> Any:
    """The schema as people write: no `text`, no generated titles, no keys that nobody reads."""
    if isinstance(value, list):
        return [_for_editors(item) for item in value]
    if not isinstance(value, dict):
        return value
    schema = {key: _inside(key, item) for key, item in value.items() if key not in ("title", "default")}
    text = schema.get("properties", {}).get("text", {})
    if LANGUAGE_PATTERN in text.get("patternProperties", {}):
        _put_blocks(schema, text)
    if "patternProperties" in schema and "properties" not in schema:
        schema["additionalProperties"] = False
    return schema


def _inside(key: str, value: Any) -> Any:
    """Names of properties are not keywords: a field may well be called `title`."""
    if key in ("properties", "patternProperties", "$defs"):
        return {name: _for_editors(item) for name, item in value.items()}
    return _for_editors(value)


def _put_blocks(schema: Schema, text: Schema) -> None:
    """Language blocks in the place of `text`."""
    block = text["patternProperties"][LANGUAGE_PATTERN]
    if "description" in text and "$ref" not in block:
        block = {"description": text["description"], **block}
    del schema["properties"]["text"]
    schema["properties"] |= dict.fromkeys(SHOWN, block)
    schema["patternProperties"] = {f"^(?!({'|'.join(SHOWN)})$)[a-z]{{2}}$": block}
    schema["required"] = [name for name in schema.get("required", []) if name != "text"]


def _or_disabled(schema: Schema) -> Schema:
    """Either the entry, or `disabled: true` alone (in an overlay)."""
    off = {
        "properties": {"disabled": {"const": True, "description": "Overlay: switches the shipped entry off."}},
        "additionalProperties": False,
    }
    return {"if": {"type": "object", "required": ["disabled"]}, "then": off, "else": schema}


def _allow_disabled_items(items: Schema) -> None:
    items.pop("minProperties", None)
    for key in ("patternProperties", "additionalProperties"):
        if key == "additionalProperties" and isinstance(items.get(key), dict):
            items[key] = _or_disabled(items[key])
        elif key == "patternProperties":
            items[key] = {pattern: _or_disabled(item) for pattern, item in items.get(key, {}).items()}
    if not items["patternProperties"]:
        del items["patternProperties"]


if __name__ == "__main__":
    write(shipped_folder() / "schemas")
    guide.write(shipped_folder())
