"""The JSON Schemas of what `kompas match` and `kompas advise` read and give; renew: `python -m tests.schemas --write`.

Belongs here: making and writing them. Does not: checking them (tests/dialogue/test_interchange.py).
"""

import json
import sys
from pathlib import Path
from typing import Any

from bot.dialogue.interchange import SCHEMAS

FOLDER = Path(__file__).parent.parent / "bot" / "dialogue" / "schemas"


def schema(name: str) -> dict[str, Any]:
    """The schema of a request as it may come in, or of an answer as it goes out."""
    made = SCHEMAS[name].model_json_schema(mode="serialization" if name.endswith("-answer") else "validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def text_of(name: str) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    assert sys.argv[1:] == ["--write"], "usage: python -m tests.schemas --write"
    FOLDER.mkdir(exist_ok=True)
    for name in SCHEMAS:
        (FOLDER / f"{name}.json").write_text(text_of(name), encoding="utf-8")
