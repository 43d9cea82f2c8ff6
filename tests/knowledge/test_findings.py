"""The whole of `kompas check`: what is tried and kept, what people agreed to, and the forms of the result."""

import datetime
import json
import os
import re
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.advice.trial import ADVICE, CHALLENGES, NOTHING, PRACTICES, Share, Trial
from bot.errors import InputError
from bot.knowledge import findings, load, proof
from bot.knowledge.findings import Findings, find, printed
from bot.knowledge.problems import Level, Problem
from tests.schemas import CHECK_ANSWER, check_answer_text
from tests.small import SMALL, fix_rule, small_catalogue


@pytest.fixture(autouse=True)
def rule(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_rule(monkeypatch)


TODAY = datetime.date(2026, 11, 22)
FAILING = """\
reviewed: 2026-11-22
review: draft
examples:
  "no": {lang: en, text: Our mainframe is forty years old., challenges: [slow-approval]}
  "1e3": {lang: nl, text: Ons mainframe is oud., challenges: [slow-approval], practices: [blameless-review]}
  should-be-nothing: {lang: en, text: Our mainframe is forty years old., challenges: []}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small knowledge base with three examples that fail, as `knowledge` in the current folder."""
    shutil.copytree(SMALL, tmp_path / "knowledge")
    (tmp_path / "knowledge" / "examples" / "failing.yaml").write_text(FAILING, "utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("knowledge")


@cache
def tried() -> Path:
    """Where the tests of this module keep what was tried: most of them look at the same content."""
    return Path(tempfile.mkdtemp())


def deep(folder: Path, overlay: Path | None = None, *, agree: bool = False) -> Findings:
    return find(folder, overlay, None, deep=True, agree=agree, cache=tried(), today=TODAY)


def rules(found: Findings) -> list[str]:
    return [problem.rule for problem in found.problems if problem.level == "error"]


# --- the cache -------------------------------------------------------------------------------------------------------

TINY = replace(
    small_catalogue(),
    version="tiny",
    challenges={id: small_catalogue().challenges[id] for id in ("old-systems", "long-waiting")},
    practices={id: small_catalogue().practices[id] for id in ("write-it-down", "backlog-day")},
    examples={},
)
"""Tried in no time."""

OTHER = Trial({"weather-en": ("challenges",)}, (), ("big-plan",))


def file_in(cache: Path) -> Path:
    (file,) = cache.glob("*.json")
    return file


def test_what_was_tried_before_is_read_and_the_same(tmp_path: Path) -> None:
    first = proof.measured(TINY, tmp_path)

    assert proof.remembered(TINY, tmp_path) == first
    assert proof.measured(TINY, tmp_path) == first

    file_in(tmp_path).write_bytes(proof.dumped(OTHER))
    assert proof.measured(TINY, tmp_path) == OTHER  # so it was read, not tried again


def test_other_content_is_tried_anew(tmp_path: Path, folder: Path) -> None:
    proof.measured(TINY, tmp_path / "cache")

    assert proof.remembered(load.catalogue(folder), tmp_path / "cache") is None


@pytest.mark.parametrize("content", [b"", b"\xff", b'{"failed": {}}'])
def test_a_broken_cache_only_costs_time(content: bytes, tmp_path: Path) -> None:
    first = proof.measured(TINY, tmp_path)
    file_in(tmp_path).write_bytes(content)

    assert proof.remembered(TINY, tmp_path) is None
    assert proof.measured(TINY, tmp_path) == first
    assert proof.remembered(TINY, tmp_path) == first


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert proof.measured(TINY, tmp_path / "file" / "cache").failed == {}
    assert proof.measured(TINY, tmp_path / "file").failed == {}
    assert (tmp_path / "file").read_text() == ""


def test_the_newest_results_are_kept(tmp_path: Path) -> None:
    for age in range(30):
        (tmp_path / f"{age}.json").write_text("{}")
        os.utime(tmp_path / f"{age}.json", (1_000_000 - age, 1_000_000 - age))

    proof.measured(TINY, tmp_path)

    kept = {path.stem for path in tmp_path.glob("*.json")}
    assert len(kept) == proof.KEPT
    assert {str(age) for age in range(proof.KEPT - 1)} < kept


# --- known failures --------------------------------------------------------------------------------------------------


def test_what_fails_is_an_error_until_it_is_agreed_to(folder: Path) -> None:
    before = deep(folder)
    agreed = deep(folder, agree=True)

    assert rules(before) == ["example-fails"] * 5
    assert agreed.errors == 0
    assert deep(folder) == agreed
    assert (
        agreed.scores
        == before.scores
        == {CHALLENGES: Share(2, 4), PRACTICES: Share(1, 2), ADVICE: Share(1, 2), NOTHING: Share(1, 2)}
    )


def test_agreeing_writes_the_same_file_again(folder: Path) -> None:
    deep(folder, agree=True)
    first = (folder / "proof.yaml").read_text("utf-8")
    deep(folder, agree=True)

    assert (folder / "proof.yaml").read_text("utf-8") == first
    assert first.startswith("# yaml-language-server: $schema=schemas/proof.json\n")
    assert yaml.safe_load(first) == {
        "reviewed": TODAY,
        "review": "draft",
        "stray_signs": {"en": 2, "nl": 1},
        "known_failures": {
            "1e3": ["challenges", "practices", "advice"],
            "no": ["challenges"],
            "should-be-nothing": ["challenges"],
        },
    }


def test_what_passes_must_leave_the_list(folder: Path) -> None:
    deep(folder, agree=True)
    examples = folder / "examples" / "failing.yaml"
    examples.write_text(FAILING.replace("[slow-approval]}", "[old-systems]}"), "utf-8")

    assert rules(deep(folder)) == ["example-passes"]
    assert deep(folder, agree=True).errors == 0


def test_agreeing_leaves_no_stray_sign_unagreed(folder: Path) -> None:
    (folder / "proof.yaml").unlink()

    agreed = deep(folder, agree=True)

    assert "stray-signs" not in {problem.rule for problem in agreed.problems}


def test_an_overlay_agrees_for_itself(folder: Path) -> None:
    deep(folder, agree=True)
    shipped = (folder / "proof.yaml").read_text("utf-8")
    Path("site/examples").mkdir(parents=True)
    Path("site/examples/ours.yaml").write_text(FAILING.replace("[slow-approval]}", "[old-systems]}"), "utf-8")
    Path("site/practices").mkdir()
    Path("site/practices/one-page-mandate.yaml").write_text("disabled: true\n")

    before = deep(folder, Path("site"))
    agreed = deep(folder, Path("site"), agree=True)

    assert "example-passes" in rules(before)
    assert (agreed.errors, rules(deep(folder, Path("site")))) == (0, [])
    assert (folder / "proof.yaml").read_text("utf-8") == shipped
    first, *_ = Path("site/proof.yaml").read_text("utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=../knowledge/schemas/proof.json"


def test_a_proof_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "proof.yaml").unlink()
    (folder / "proof.yaml").symlink_to("proof.yaml")  # what fails for everybody, root included

    with pytest.raises(InputError, match=r"proof\.yaml: cannot be written"):
        findings._agree(folder, None, OTHER, small_catalogue(), TODAY)


def test_content_with_errors_is_not_tried(folder: Path) -> None:
    (folder / "practices" / "big-plan.yaml").write_text("effort: [")
    before = (folder / "proof.yaml").read_text("utf-8")

    found = deep(folder, agree=True)

    assert (found.scores, rules(found)) == (None, ["syntax"])
    assert (folder / "proof.yaml").read_text("utf-8") == before
    assert printed(found, "text").endswith("examples: they can be tried once the errors are solved")


def test_a_plain_check_remembers_how_the_examples_came_out(folder: Path) -> None:
    unknown = find(folder, None, None, cache=Path("nothing-here"))
    looked = deep(folder)
    known = find(folder, None, None, cache=tried())

    assert (unknown.scores, known.scores) == (None, looked.scores)
    assert known.problems == unknown.problems == ()
    assert printed(unknown, "text").splitlines()[-1].startswith("examples: not tried")


def test_without_today_the_day_is_that_of_the_clock(folder: Path) -> None:
    (folder / "examples" / "failing.yaml").unlink()

    assert find(folder, None, None, deep=True, cache=tried()).errors == 0


# --- forms -----------------------------------------------------------------------------------------------------------

problems = st.builds(
    Problem,
    path=st.text(min_size=1),
    line=st.integers(1, 9999),
    column=st.integers(1, 200),
    level=st.sampled_from(["error", "warning", "note"]),
    rule=st.sampled_from(["blank", "long-sentence"]),
    message=st.text(),
)
scores = st.none() | st.just({CHALLENGES: Share(2, 3), PRACTICES: Share(0, 0), NOTHING: Share(1, 1)})
results = st.builds(Findings, st.lists(problems, max_size=5).map(tuple), scores)


CHECK_ANSWERS = jsonschema.Draft202012Validator(json.loads(CHECK_ANSWER.read_text("utf-8")))


@given(results)
def test_the_json_form_keeps_to_the_shipped_schema_and_loses_nothing(found: Findings) -> None:
    answer = json.loads(printed(found, "json"))

    CHECK_ANSWERS.validate(answer)
    assert tuple(Problem(**problem) for problem in answer["problems"]) == found.problems
    assert (answer["examples"] is None) == (found.scores is None)


def test_the_shipped_schema_is_current() -> None:
    is_current = CHECK_ANSWER.read_text("utf-8") == check_answer_text()

    assert is_current, "the model changed; renew the schemas with: python -m tests.schemas --write"


@given(results)
def test_the_github_form_has_one_line_for_each_problem(found: Findings) -> None:
    *lines, counts, score = re.split("[\r\n]", printed(found, "github"))

    assert len(lines) == len(found.problems)
    for line, problem in zip(lines, found.problems, strict=True):
        command, _, message = line.removeprefix("::").partition("::")
        fields = dict(field.split("=", 1) for field in command.partition(" ")[2].split(","))
        assert _unescaped(fields["file"]) == problem.path
        assert _unescaped(message) == problem.message
        assert (int(fields["line"]), int(fields["col"]), fields["title"]) == (
            problem.line,
            problem.column,
            problem.rule,
        )
    assert (counts, score.partition(":")[0]) == (findings._counts(found), "examples")


def _unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_the_commands_of_github_are_the_levels() -> None:
    found = Findings(
        tuple(Problem("a.yaml", 1, 2, level, "rule", "100%: a, b") for level in ("error", "warning", "note")), None
    )

    assert printed(found, "github").splitlines()[:3] == [
        "::error file=a.yaml,line=1,col=2,title=rule::100%25: a, b",
        "::warning file=a.yaml,line=1,col=2,title=rule::100%25: a, b",
        "::notice file=a.yaml,line=1,col=2,title=rule::100%25: a, b",
    ]


def test_in_text_errors_come_last_before_the_counts_and_the_score() -> None:
    levels: tuple[Level, ...] = ("error", "note", "warning")
    found = Findings(
        tuple(Problem("a.yaml", line, 1, level, "rule", "Said.") for line, level in enumerate(levels, 1)),
        {CHALLENGES: Share(9, 10), PRACTICES: Share(0, 0), NOTHING: Share(0, 0)},
    )

    assert printed(found, "text").splitlines() == [
        "a.yaml:2:1: note: Said. [rule]",
        "a.yaml:3:1: warning: Said. [rule]",
        "a.yaml:1:1: error: Said. [rule]",
        "1 errors, 1 warnings, 1 notes",
        "examples: an expected challenge among the first three 90.0% (9 of 10, 95% 59.6% to 98.2%)",
    ]


def test_without_examples_there_is_no_score() -> None:
    nothing = {CHALLENGES: Share(0, 0), PRACTICES: Share(0, 0), NOTHING: Share(0, 0)}

    assert printed(Findings((), nothing), "text") == "0 errors, 0 warnings, 0 notes\nexamples: there are none"


def test_of_many_notes_of_one_kind_the_first_are_printed_and_the_rest_counted() -> None:
    notes = tuple(Problem("a.yaml", line, 1, "note", "stray-sign", "look") for line in range(1, 31))
    error = Problem("b.yaml", 1, 1, "error", "blank", "fill in")

    text = printed(Findings((*notes, error), None), "text").splitlines()

    assert len([line for line in text if line.startswith("a.yaml")]) == 20
    assert text[20] == "… and 10 more notes of this kind; --format json has them all [stray-sign]"
    assert text[21] == str(error)
    assert printed(Findings((*notes, error), None), "json").count('"stray-sign"') == 30
