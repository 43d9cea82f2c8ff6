"""The JSON Schemas for editors: current, and right about the small knowledge base."""

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.knowledge.files import KINDS
from bot.knowledge.schemas import schemas, text_of
from tests.small import SMALL

SHIPPED = Path(__file__).parent.parent.parent / "knowledge" / "schemas"


def content(text: str) -> Any:
    """A file as an editor sees it: dates are text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=datetime.date.isoformat))


def test_the_schemas_in_the_repository_are_current() -> None:
    for name, schema in schemas().items():
        assert (SHIPPED / name).read_text("utf-8") == text_of(schema), "run python -m bot.knowledge.schemas"
    assert {path.name for path in SHIPPED.iterdir()} == set(schemas())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_small_file_fits_its_schema(kind: Any) -> None:
    schema = schemas()[f"{kind.name}.json"]
    jsonschema.Draft7Validator.check_schema(schema)
    files = [SMALL / kind.place] if kind.single else sorted((SMALL / kind.place).glob("*.yaml"))

    for file in files:
        text = file.read_text("utf-8")
        assert text.startswith("# yaml-language-server: $schema=")
        assert text.splitlines()[0].endswith(f"/{kind.name}.json")
        jsonschema.validate(content(text), schema, jsonschema.Draft7Validator)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("challenge", "disabled: true"),
        ("sources", "sources: {one: {disabled: true}}"),
        ("domains", "domains: {work: {disabled: true}}"),
    ],
)
def test_disabling_in_an_overlay_fits(name: str, text: str) -> None:
    jsonschema.validate(content(text), schemas()[f"{name}.json"], jsonschema.Draft7Validator)


@pytest.mark.parametrize(
    ("old", "new"),
    [("effort: 2", "effort: 7"), ("nl:\n", "text:\n"), ("cost: none", "cots: none"), ("  why: ", "  wy: ")],
)
def test_a_wrong_file_does_not_fit(old: str, new: str) -> None:
    text = (SMALL / "practices" / "backlog-day.yaml").read_text("utf-8").replace(old, new)

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content(text), schemas()["practice.json"], jsonschema.Draft7Validator)


def test_a_third_language_fits() -> None:
    text = (SMALL / "practices" / "backlog-day.yaml").read_text("utf-8").replace("nl:\n", "fr:\n")

    jsonschema.validate(content(text), schemas()["practice.json"], jsonschema.Draft7Validator)
