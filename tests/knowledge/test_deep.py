"""Every file in tests/broken/deep/ breaks one rule of `kompas check --deep`, and is told at exactly the right place.

Such a file holds one or more files of a knowledge base (`# file: knowledge/...`) or of an overlay over it
(`# file: site/...`), each followed by what is expected of it, as in test_broken. Only the rules that are expected
somewhere in it are looked at: the small knowledge base is too small for some of the others.
"""

import datetime
import re
import shutil
from pathlib import Path

import pytest

from bot.advice.trial import Trial, measure
from bot.knowledge import deep, load
from bot.knowledge.problems import Problem
from tests.knowledge.test_broken import expectations
from tests.small import SMALL, fix_rule


@pytest.fixture(autouse=True)
def rule(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_rule(monkeypatch)


BROKEN = sorted((Path(__file__).parent.parent / "broken" / "deep").iterdir())
TODAY = datetime.date(2026, 11, 22)

TRIED = frozenset({"never-recommended", "example-fails", "example-passes", "stray-sign", "stray-signs"})
"""The rules that rest on trying the content out; for the others that time is saved."""

NOTHING = Trial({}, (), ())


def looked(
    folder: Path, overlay: Path | None = None, today: datetime.date = TODAY, *, tried: bool = False
) -> list[Problem]:
    """All problems of a knowledge base, the deep ones included."""
    loaded = load.read(folder, overlay)
    assert loaded.catalogue is not None, "\n".join(map(str, loaded.problems))
    measured = measure(loaded.catalogue) if tried else NOTHING
    look = deep.Look(loaded.library, loaded.catalogue, measured, today)
    return sorted({*loaded.problems, *deep.run(look)})


def laid_out(text: str) -> dict[str, list[tuple[str, ...]]]:
    """Write the files of a broken one into the current folder, over the small knowledge base; what each expects."""
    shutil.copytree(SMALL, "knowledge")
    expected = {}
    for section in re.split(r"^(?=# file: )", text, flags=re.MULTILINE)[1:]:
        target, expected_there = expectations(section)
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).write_text(section, encoding="utf-8")
        expected[target] = expected_there
    return expected


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_each_broken_file_is_told_at_its_line(broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    expected = laid_out(broken.read_text(encoding="utf-8"))
    rules = {rule for those in expected.values() for _, _, rule, _ in those}

    site = Path("site") if Path("site").is_dir() else None
    problems = looked(Path("knowledge"), site, tried=bool(rules & TRIED))

    for path, those in expected.items():
        mine = [problem for problem in problems if problem.path == path and problem.rule in rules]
        found = [(f"{p.line}:{p.column}", p.level, p.rule) for p in mine]
        assert found == [(place, level, rule) for place, level, rule, _ in those], "\n".join(map(str, mine))
        for problem, (_, _, _, phrase) in zip(mine, those, strict=True):
            assert phrase in problem.message


def test_every_deep_rule_has_a_broken_file() -> None:
    texts = [path.read_text(encoding="utf-8") for path in BROKEN]
    told = {rule for text in texts for rule in re.findall(r"^# expect: \S+ \w+ ([\w-]+):", text, re.MULTILINE)}
    written = set(re.findall(r'problem\("\w+", "([\w-]+)"', Path(deep.__file__).read_text(encoding="utf-8")))

    assert told == written


def test_a_challenge_without_any_practice_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    few = (BROKEN[0].parent / "few-practices.yaml").read_text(encoding="utf-8")
    laid_out(few.partition("# file: knowledge/practices")[0])

    problems = looked(Path("knowledge"))

    rules = [problem.rule for problem in problems if problem.path.endswith("no-trees.yaml")]
    assert "no-practice" in rules
    assert not {"few-practices", "no-free-practice", "no-leadership"} & set(rules)


def test_nothing_is_due_on_the_last_day_and_everything_the_day_after() -> None:
    last = TODAY + datetime.timedelta(days=deep.REVIEW_DAYS)

    due = [
        problem for problem in looked(SMALL, today=last + datetime.timedelta(days=1)) if problem.rule == "review-due"
    ]

    assert "review-due" not in {problem.rule for problem in looked(SMALL, today=last)}
    assert len(due) == len(list(SMALL.rglob("*.yaml")))


def test_nobody_has_to_read_a_retired_entry_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    due = (BROKEN[0].parent / "review-due.yaml").read_text(encoding="utf-8")
    laid_out(due.replace("review: draft\n", "review: draft\nreplaced_by: write-it-down\n"))

    assert "review-due" not in {problem.rule for problem in looked(Path("knowledge"))}


def test_an_overlay_that_says_the_same_in_both_languages_is_not_asked_about() -> None:
    assert "sister-language" not in {problem.rule for problem in looked(SMALL, SMALL)}


def test_without_proof_the_number_of_stray_signs_is_free(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "knowledge")
    (tmp_path / "knowledge" / "proof.yaml").unlink()

    rules = {problem.rule for problem in looked(tmp_path / "knowledge", tried=True)}

    assert "stray-sign" in rules
    assert "stray-signs" not in rules


def test_the_deep_look_at_the_small_knowledge_base_finds_no_error() -> None:
    assert [problem for problem in looked(SMALL, tried=True) if problem.level == "error"] == []
