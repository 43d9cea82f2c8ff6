"""The time of `kompas check`'s rules, for the shipped content and for 5,000 entries made of it.

Baseline: PyYAML's C parser going through the same files. The 5,000 are copies under new ids: a third challenges, the
rest practices; every practice of a copy addresses challenges of that copy, and every text ends in the copy's number.
"""

import gc
import re
import shutil
import tempfile
import time
from pathlib import Path

import yaml

from bot.__main__ import FEW_COLLECTIONS
from bot.knowledge import load

ENTRIES = 5_000


def run() -> dict[str, float | str]:
    """Seconds, and ratios to the baseline."""
    folder = load.shipped_folder()
    gc.set_threshold(FEW_COLLECTIONS)  # as the command does
    figures = _measured("shipped", folder)
    with tempfile.TemporaryDirectory() as temporary:
        large = Path(temporary) / "knowledge"
        _generate(folder, large)
        figures |= _measured(f"{ENTRIES:,} entries", large)
    return figures


def _measured(name: str, folder: Path) -> dict[str, float | str]:
    files = list(folder.rglob("*.yaml"))
    started = time.perf_counter()
    for path in files:
        for _ in yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            pass
    parsed = time.perf_counter()
    found = load.read(folder)
    done = time.perf_counter()
    errors = sum(problem.level == "error" for problem in found.problems)
    return {
        f"{name}: files": len(files),
        f"{name}: errors": errors,
        f"{name}: baseline: parsing alone, s": parsed - started,
        f"{name}: reading and checking, s": done - parsed,
        f"{name}: checking / baseline": (done - parsed) / (parsed - started),
    }


def _generate(folder: Path, large: Path) -> None:
    """The shipped content, and copies of its challenges and practices until there are ENTRIES of them."""
    shutil.copytree(folder, large, ignore=shutil.ignore_patterns("examples", "proof.yaml", "schemas"))
    texts = {
        kind: {path.stem: path.read_text(encoding="utf-8") for path in sorted((large / kind).glob("*.yaml"))}
        for kind in ("challenges", "practices")
    }
    ids = {id for kind in texts.values() for id in kind}
    count, copy = len(ids), 0
    while count + len(ids) / 2 < ENTRIES:  # the last copy is whole, so that none names what is not there
        copy += 1
        for kind, entries in texts.items():
            for id, text in entries.items():
                (large / kind / f"{_renamed(id, copy)}.yaml").write_text(_copied(text, ids, copy), encoding="utf-8")
                count += 1


def _renamed(id: str, copy: int) -> str:
    return f"{id[:34].rstrip('-')}-c{copy}"


def _copied(text: str, ids: set[str], copy: int) -> str:
    """An entry whose ids are those of the copy, and whose signs and statements differ from the original's."""
    text = re.sub(r"[a-z0-9]+(?:-[a-z0-9]+)+", lambda m: _renamed(m[0], copy) if m[0] in ids else m[0], text)
    text = re.sub(r"^(    - )(?!\{)(['\"]?)", rf"\g<1>\g<2>c{copy} ", text, flags=re.MULTILINE)
    return re.sub(r"(\{text: ['\"]?)", rf"\g<1>c{copy} ", text)
