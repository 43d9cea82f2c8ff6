"""Whatever is done to valid files, reading, looking deeper and comparing never raise and always speak plainly."""

import datetime
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.advice.comparison import compared
from bot.advice.model import Catalogue
from bot.advice.trial import CHALLENGES, PRACTICES, Stray, Trial
from bot.dialogue import differences
from bot.knowledge import deep, load
from bot.knowledge.library import Library
from tests.small import SMALL, small_catalogue

TODAY = datetime.date(2026, 11, 22)
FILES = sorted(path.relative_to(SMALL) for path in SMALL.rglob("*.yaml"))
STRANGE: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, float("nan"), float("inf"), "", " ", "no", "x" * 3000, "Ünï cödé", "a: b", "<b>&",
    [], [None], [[]], {}, {"en": {}},
    {"text": {}}, {"disabled": True}, {"en": "x", "nl": "y"}, {"a": {"b": []}}, "many",
)  # fmt: skip
KEYS = (
    "en",
    "nl",
    "xx",
    "text",
    "disabled",
    "domain",
    "needs",
    "options",
    "replaced_by",
    "S1",
    "",
    "a b",
    "many",
    "<<",
    "0",
)
PIECES = (
    b"\x00", b"\t", b"\xff", b"&a ", b"*a", b"<<: ", b"!!python/object:os.system ", b"---\n", b"...\n", b"%YAML 9.9\n",
    b"? ", b": ", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"|\n", b">\n", b"\r", b"\xc2\x85",
    b"\xe2\x80\xa8", b"~", b"=",
    b"\xef\xbb\xbf", b"\\uD800", b'"\\uD800"', b"!!int x", b"!!binary x", b"!!null x", b"0x", b"1_0", b"12:30:45", b"#",
)  # fmt: skip


def places(value: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Every (container, key) in a value."""
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        found.append((value, key))
        places(value[key], found)
    return found


def bytes_changed(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(data) + 1), chance.choice((0, 0, 1, 5, 60))
        data = data[:at] + chance.choice((*PIECES, bytes([chance.randrange(256)]))) + data[at + length :]
    return data


def structure_changed(data: bytes, chance: random.Random) -> bytes:
    value = yaml.safe_load(data)
    for _ in range(chance.randint(1, 4)):
        container, key = chance.choice(places(value, []) or [({}, "")])
        action = chance.randrange(4)
        if action == 0:
            del container[key]
        elif action == 1 and isinstance(container, dict):
            container[chance.choice(KEYS)] = container.pop(key)
        elif action == 2 and isinstance(container, dict):
            container[chance.choice(KEYS)] = chance.choice(STRANGE)
        else:
            container[key] = chance.choice((*STRANGE, list(FILES[0].parts), value if False else "old-systems"))
    return yaml.dump(value, Dumper=NoAliases, allow_unicode=True, width=200).encode("utf-8", "replace")


class NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def look_deeper(library: Library, catalogue: Catalogue) -> None:
    """Everything failed, everything is out of reach, every first sign leads to a sibling; and what differs now."""
    strays = [
        Stray(id, code, 0, id) for id, challenge in catalogue.challenges.items() for code in sorted(challenge.text)
    ]
    failed = dict.fromkeys(catalogue.examples, (CHALLENGES, PRACTICES))
    for measured in (Trial({}, (), ()), Trial(failed, tuple(strays), tuple(catalogue.practices))):
        for problem in deep.run(deep.Look(library, catalogue, measured, TODAY)):
            assert str(problem).isprintable()
    for one, other in ((small_catalogue(), catalogue), (catalogue, small_catalogue())):
        text = differences.printed(compared(one, other), other)
        assert all(line.isprintable() for line in text.splitlines())


@pytest.mark.parametrize("change", [bytes_changed, structure_changed])
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("overlay", [False, True], ids=["shipped", "overlay"])
def test_no_change_of_a_valid_file_makes_reading_raise(
    change: Callable[[bytes, random.Random], bytes], seed: int, overlay: bool, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    shipped, site = tmp_path / "knowledge", tmp_path / "site"
    shutil.copytree(SMALL, shipped)
    for folder in ("challenges", "practices", "cases", "examples"):
        (site / folder).mkdir(parents=True)
    for _ in range(12):
        name = chance.choice(FILES)
        target = (site if overlay else shipped) / name
        target.write_bytes(change((SMALL / name).read_bytes(), chance))

        loaded = load.read(shipped, site)

        for problem in loaded.problems:
            assert str(problem).isprintable()
            assert "Input should" not in problem.message
            assert "something else" not in problem.message or problem.rule == "wrong-type"
        assert (loaded.catalogue is None) == any(p.level == "error" for p in loaded.problems)
        if loaded.catalogue is not None:
            look_deeper(loaded.library, loaded.catalogue)
        if chance.random() < 0.6:
            target.unlink() if overlay else shutil.copy(SMALL / name, target)
