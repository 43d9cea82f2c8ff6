"""What Pydantic found -> a plain sentence that names the remedy, for people who know no Python.

Belongs here: wording of what a value must be. Does not: deciding whether it is valid.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.knowledge.nodes import Plain, Spot, Where, named
from bot.knowledge.problems import listed, near, shortened

Schema = Mapping[str, Any]
LANGUAGE_PATTERN = "^[a-z]{2}$"
"""What the contract wants a language code to be; it tells a place with language blocks from other mappings."""

_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "an id: lower-case words joined by hyphens, like weekly-demo",
    LANGUAGE_PATTERN: "a language code of two letters, like en",
    r"^https?://\S+$": "a web address that starts with https://",
    "^s[1-9]$": "one of s1, s2, s3",
    "^[A-Z]{2}$": "a country code of two capitals, like NL",
}


@cache
def schema_of(model: type[BaseModel]) -> Schema:
    """The JSON Schema of a contract model: it says for each place what is expected there."""
    return model.model_json_schema()


def where_of(error: ErrorDetails) -> Where:
    """The path of the value that an error is about."""
    return tuple(step for step in error["loc"] if step != "[key]")


def is_about_key(error: ErrorDetails) -> bool:
    """True when the fault is in a key, not in its value."""
    return error["loc"][-1:] == ("[key]",) or error["type"] == "extra_forbidden"


def explain(
    error: ErrorDetails, model: type[BaseModel], spot: Spot | None, languages: Sequence[str]
) -> tuple[str, str]:
    """The rule that was broken and the sentence to say; `spot` is how the value was written."""
    where, schema = where_of(error), schema_of(model)
    if error["type"] == "missing":
        return "missing-key", f"`{where[-1]}` is missing; add it: {expected(_at(schema, where))}"
    if error["type"] == "extra_forbidden":
        return "unknown-key", _unknown_key(where, schema, languages)
    if is_about_key(error):
        return _key(where, schema)
    return _value(error["input"], where, _at(schema, where), spot)


def _unknown_key(where: Where, schema: Schema, languages: Sequence[str]) -> str:
    key, parent = str(where[-1]), _at(schema, where[:-1])
    options = [name for name in parent.get("properties", {}) if name != "text"]
    if LANGUAGE_PATTERN in parent.get("properties", {}).get("text", {}).get("patternProperties", {}):
        options += languages
    return f'the key "{shortened(key)}" is not known here; {_instead(key, options)}'


def _instead(word: str, options: Sequence[str]) -> str:
    meant = near(word, options)
    return f'did you mean "{meant}"?' if meant else f"use {listed(options)}"


def _key(where: Where, schema: Schema) -> tuple[str, str]:
    key, parent = str(where[-1]), _at(schema, where[:-1])
    names = parent.get("propertyNames", {})
    if "enum" in names:
        return "unknown-key", f'the key "{shortened(key)}" is not known here; {_instead(key, names["enum"])}'
    pattern = next(iter(parent.get("patternProperties", {})), names.get("pattern", ""))
    if len(key) > 40 and pattern.startswith("^[a-z0-9]"):
        return "bad-id", f"this id has {len(key.encode())} bytes; shorten it to 40 or fewer"
    return "bad-id", f'the key "{shortened(key)}" must be {_PATTERNS.get(pattern, "an id")}'


def _value(given: Plain, where: Where, schema: Schema, spot: Spot | None) -> tuple[str, str]:
    """The sentence for a wrong value: of a wrong type, not one of the options, or out of bounds."""
    name, wanted = _name(where), expected(schema)
    kinds = {one.get("type") for one in _branches(schema)}
    if given is None:
        return "wrong-type", f"{name} has no value; write {wanted}, or remove the line"
    if any(one.get("format") == "date" for one in _branches(schema)):
        return "wrong-type", f"{name} must be {wanted}, not {_described(given, spot)}"
    options = [str(option) for option in _options(schema)]
    if options and not isinstance(given, list | dict):
        written = given if isinstance(given, str) else spot.written if spot else str(given)
        return "unknown-value", f'{name} cannot be "{shortened(written)}"; {_suggestion(written, options)}'
    if "string" in kinds and not isinstance(given, str | list | dict):
        written = shortened(spot.written if spot else str(given))
        return "wrong-type", f"{name} must be text, and YAML reads {written} as {named(given)}; put quotes around it"
    if isinstance(given, str) and "string" in kinds:
        return _text(name, given, schema, wanted)
    if isinstance(given, list | dict) and kinds & {"array", "object"}:
        return _amount(name, given, schema, wanted)
    in_bounds = isinstance(given, int | float) and not isinstance(given, bool) and kinds & {"integer", "number"}
    rule = "out-of-range" if in_bounds else "wrong-type"
    return rule, f"{name} must be {wanted}, not {_described(given, spot)}{_remedy(given, kinds, spot)}"


def _described(given: Plain, spot: Spot | None) -> str:
    """A wrong value as it was written, or what it is."""
    if isinstance(given, list | dict):
        return named(given)
    written = shortened(spot.written if spot else str(given))
    return f'the text "{written}"' if isinstance(given, str) else written


def _remedy(given: Plain, kinds: Collection[str | None], spot: Spot | None) -> str:
    """What to do about the commonest mixed-up types."""
    if isinstance(given, dict) and "string" in kinds:
        return '; put quotes around text that contains ": "'
    if isinstance(given, str) and "array" in kinds:
        return f"; write [{shortened(given)}]"
    if isinstance(given, str) and spot is not None and spot.quoted:
        return "; remove the quotes"
    return ""


def _suggestion(given: str, options: Sequence[str]) -> str:
    meant = near(given, options)
    return (
        f'did you mean "{meant}"? ' if meant else ""
    ) + f"{'The' if meant else 'the'} options are {listed(options, 'and')}"


def _text(name: str, given: str, schema: Schema, wanted: str) -> tuple[str, str]:
    rules = next((one for one in _branches(schema) if one.get("type") == "string"), {})
    length, limit = len(given.strip()), rules.get("maxLength")
    if not length:
        return "length", f"{name} is empty; write {wanted}, or remove the line"
    if limit and length > limit:
        return "length", f"{name} has {length} characters; shorten it to {limit} or fewer"
    if length < rules.get("minLength", 0):
        return "length", f"{name} has only {length} characters; write at least {rules['minLength']}"
    rule = "bad-id" if str(rules.get("pattern", "")).startswith("^[a-z0-9]") else "bad-value"
    return rule, f'{name} must be {wanted}, not "{shortened(given)}"'


def _amount(name: str, given: list[Plain] | dict[str, Plain], schema: Schema, wanted: str) -> tuple[str, str]:
    many = isinstance(given, list)
    kind = "array" if many else "object"
    rules = next((one for one in _branches(schema) if one.get("type") == kind), None)
    if rules is None:
        return "wrong-type", f"{name} must be {wanted}, not {named(given)}"
    least = rules.get("minItems" if many else "minProperties", 0)
    most = rules.get("maxItems" if many else "maxProperties")
    if len(given) < least:
        return "length", f"{name} has {len(given)} of at least {least} needed; add {least - len(given)}"
    if most is not None and len(given) > most:
        return "length", f"{name} has {len(given)}, and at most {most} fit; remove {len(given) - most}"
    return "wrong-type", f"{name} must be {wanted}"


# --- what is expected at a place -------------------------------------------------------------------------------------


def expected(schema: Schema) -> str:
    """What a value must be, as the middle of a sentence."""
    return listed(dict.fromkeys(_one(branch) for branch in _branches(schema) if branch.get("type") != "null"))


def _one(schema: Schema) -> str:
    kind = schema.get("type")
    if "enum" in schema:
        return f"one of {', '.join(str(option) for option in schema['enum'])}"
    if kind in ("integer", "number"):
        whole = "a whole number" if kind == "integer" else "a number"
        low, high = schema.get("minimum"), schema.get("maximum")
        bounds = f" from {low} to {high}" if high is not None else f" of {low} or more"
        return whole + (bounds if low is not None else "")
    if kind == "string":
        return _string(schema)
    if kind == "array":
        least = schema.get("minItems")
        return "a list (`- ...` lines, or [ ])" + (f" with {least} or more items" if least else "")
    return {"boolean": "true or false", "object": "a mapping (`key: value` lines)"}.get(str(kind), "something else")


def _string(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "a date like 2026-11-22, without quotes"
    if pattern := _PATTERNS.get(schema.get("pattern", "")):
        return pattern
    limit = schema.get("maxLength")
    return f"text of at most {limit} characters" if limit else "text"


def _name(where: Where) -> str:
    """How to call a place: by its key, and its number in a list."""
    keys = [step for step in where if isinstance(step, str) and step != "text"] or ["text"]
    if where and where[-1] == "text" and len(where) > 1:
        keys.append("text")
    numbers = where[-1:] if where and isinstance(where[-1], int) else ()
    return f"item {int(numbers[0]) + 1} of `{keys[-1]}`" if numbers else f"`{keys[-1]}`"


def _options(schema: Schema) -> list[Any]:
    return [
        option
        for branch in _branches(schema)
        for option in branch.get("enum", [branch["const"]] if "const" in branch else [])
    ]


def _branches(schema: Schema) -> list[Schema]:
    return list(schema.get("anyOf", [schema]))


def _at(root: Schema, where: Where) -> Schema:
    """The schema of the place at `where`."""
    schema = _resolved(root, root)
    for step in where:
        for branch in _branches(schema):
            inner = _inner(_resolved(root, branch), step)
            if inner is not None:
                schema = _resolved(root, inner)
                break
        else:
            return {}
    return schema


def _inner(schema: Schema, step: str | int) -> Schema | None:
    if isinstance(step, int):
        return schema.get("items")
    if step in schema.get("properties", {}):
        found: Schema = schema["properties"][step]
        return found
    pattern = next(iter(schema.get("patternProperties", {}).values()), None)
    more = schema.get("additionalProperties")
    return pattern if pattern is not None else more if isinstance(more, dict) else None


def _resolved(root: Schema, schema: Schema) -> Schema:
    """Follow a reference; a branch of `anyOf` keeps its own references until it is asked for."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
    if "anyOf" in schema:
        return {**schema, "anyOf": [_resolved(root, branch) for branch in schema["anyOf"]]}
    return schema
