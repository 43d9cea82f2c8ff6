"""What trying a catalogue out gave, kept as long as its content; and the file in which people agree to what fails.

Belongs here: the cache and proof.yaml. Does not: trying out (bot.advice.trial), judging (deep).
"""

import datetime
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from bot import advice
from bot.advice.model import Catalogue
from bot.advice.trial import Trial, measure

KEPT = 20
"""Results kept in the cache, the newest ones: a few kilobytes each."""

_measured = TypeAdapter(Trial)


def measured(catalogue: Catalogue, cache: Path) -> Trial:
    """What trying the catalogue out gives, from the cache if it was tried before."""
    found = remembered(catalogue, cache)
    if found is None:
        found = measure(catalogue)
        with suppress(OSError):  # a cache that cannot be written only costs time
            cache.mkdir(parents=True, exist_ok=True)
            (cache / _name(catalogue)).write_bytes(dumped(found))
            for old in sorted(cache.glob("*.json"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
                old.unlink()
    return found


def remembered(catalogue: Catalogue, cache: Path) -> Trial | None:
    """The same, only if it was tried before."""
    try:
        return _measured.validate_json((cache / _name(catalogue)).read_bytes())
    except (OSError, ValidationError):
        return None


def dumped(found: Trial) -> bytes:
    """A result as it is kept."""
    return _measured.dump_json(found)


def _name(catalogue: Catalogue) -> str:
    """A name that changes with the content, and with the rules by which it is tried."""
    digest = hashlib.sha256(catalogue.version.encode())
    for module in sorted(Path(next(iter(advice.__path__))).glob("*.py")):
        digest.update(module.read_bytes())
    return f"{digest.hexdigest()[:32]}.json"


HEAD = """\
# yaml-language-server: $schema={schema}
# What is not as it should be, and was agreed on, so that nothing gets worse unseen.
# Written by `kompas check --deep --agree`. Fewer lines are better.
"""

Written = Mapping[str, list[str] | dict[str, bool]]


def written(found: Trial, catalogue: Catalogue, below: Iterable[str], schema: str, today: datetime.date) -> str:
    """proof.yaml as it should be for this result.

    `below`: the known failures of the knowledge base under an overlay; what does not fail any more is switched off.
    """
    strays = Counter(stray.language for stray in found.strays)
    passing: Written = {id: {"disabled": True} for id in below if id not in found.failed}
    failing: Written = {id: list(failed) for id, failed in found.failed.items()}
    content = {
        "reviewed": today,
        "review": "draft",
        "stray_signs": {code: strays[code] for code in sorted(catalogue.languages)},
        "known_failures": dict(sorted({**passing, **failing}.items())),
    }
    return HEAD.format(schema=schema) + yaml.safe_dump(content, sort_keys=False, default_flow_style=None)
