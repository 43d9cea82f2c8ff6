"""The JSON Schemas of what `match`, `advise` and `check` read and give; renew: `python -m tests.schemas --write`.

Belongs here: making and writing them. Does not: checking them (tests/dialogue/test_interchange.py and
tests/knowledge/test_findings.py).
"""

import json
import sys
from pathlib import Path
from typing import Any

from bot.dialogue.interchange import SCHEMAS
from bot.knowledge.findings import CheckAnswer

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BOT = Path(__file__).parent.parent / "bot"
FOLDER = BOT / "dialogue" / "schemas"
CHECK_ANSWER = BOT / "knowledge" / "check-answer.json"


def schema(name: str) -> dict[str, Any]:
    """The schema of a request as it may come in, or of an answer as it goes out."""
    made = SCHEMAS[name].model_json_schema(mode="serialization" if name.endswith("-answer") else "validation")
    return {"$schema": DIALECT, **made}


def text_of(name: str) -> str:
    """A schema as it stands in its file."""
    return _written(schema(name))


def check_answer_text() -> str:
    """The schema of what `kompas check --format json` gives, as it stands in its file."""
    return _written({"$schema": DIALECT, **CheckAnswer.model_json_schema(mode="serialization")})


def _written(made: dict[str, Any]) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    assert sys.argv[1:] == ["--write"], "usage: python -m tests.schemas --write"
    FOLDER.mkdir(exist_ok=True)
    for name in SCHEMAS:
        (FOLDER / f"{name}.json").write_text(text_of(name), encoding="utf-8")
    CHECK_ANSWER.write_text(check_answer_text(), encoding="utf-8")
