"""Every file in tests/broken/ breaks one rule, and the rule is told at exactly the right place.

The first lines of such a file say where it belongs in a knowledge base and what is expected:
`# file: practices/new-one.yaml` and `# expect: LINE:COLUMN level rule: part of the message`.
"""

import re
import shutil
from pathlib import Path

import pytest

from bot.knowledge import load
from tests.small import SMALL

BROKEN = sorted((Path(__file__).parent.parent / "broken").glob("*.yaml"))
EXPECT = re.compile(r"# expect: (?P<place>\d+:\d+) (?P<level>\w+) (?P<rule>[\w-]+): (?P<phrase>.+)")


def expectations(text: str) -> tuple[str, list[tuple[str, ...]]]:
    """Where the file belongs, and (place, level, rule, phrase) of each expected problem."""
    target = re.match(r"# file: (\S+)", text)
    assert target is not None, "the first line must be `# file: ...`"
    return target.group(1), [match.group("place", "level", "rule", "phrase") for match in EXPECT.finditer(text)]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_each_broken_file_is_told_at_its_line(broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = broken.read_text(encoding="utf-8")
    target, expected = expectations(text)
    shutil.copytree(SMALL, tmp_path / "knowledge")
    (tmp_path / "knowledge" / target).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    loaded = load.read(Path("knowledge"))

    found = [(f"{p.line}:{p.column}", p.level, p.rule) for p in loaded.problems]
    assert found == [(place, level, rule) for place, level, rule, _ in expected], "\n".join(map(str, loaded.problems))
    for problem, (_, _, _, phrase) in zip(loaded.problems, expected, strict=True):
        assert phrase in problem.message
    assert (loaded.catalogue is None) == any(level == "error" for _, level, _, _ in expected)


def test_there_is_a_broken_file_for_most_rules() -> None:
    assert len(BROKEN) >= 40
