"""Bytes, names and places of files: whatever lies in the folder, reading gives problems, never an exception."""

import os
import shutil
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge import load
from bot.knowledge.problems import Problem
from tests.small import SMALL


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small knowledge base, as `knowledge` in the current folder."""
    shutil.copytree(SMALL, tmp_path / "knowledge")
    monkeypatch.chdir(tmp_path)
    return Path("knowledge")


def only(folder: Path) -> Problem:
    """The one problem of a folder."""
    problems = load.read(folder).problems
    assert len(problems) == 1, "\n".join(map(str, problems))
    return problems[0]


def with_practice(folder: Path, data: bytes) -> Path:
    (folder / "practices" / "write-it-down.yaml").write_bytes(data)
    return folder


def test_the_small_knowledge_base_has_no_problem(folder: Path) -> None:
    loaded = load.read(folder)

    assert loaded.problems == ()
    assert loaded.catalogue is not None


def test_a_problem_is_one_line_that_editors_understand(folder: Path) -> None:
    file = folder / "practices" / "write-it-down.yaml"
    file.write_text(file.read_text("utf-8").replace("old-systems: 1", "old-sistems: 1"), "utf-8")

    assert str(only(folder)) == (
        "knowledge/practices/write-it-down.yaml:2:13: error: "
        'no challenge "old-sistems"; did you mean "old-systems"? [unknown-id]'
    )


def test_all_problems_of_all_files_come_at_once_and_in_order(folder: Path) -> None:
    with_practice(folder, b"a: [")
    file = folder / "challenges" / "old-systems.yaml"
    file.write_text(file.read_text("utf-8").replace("domain: systems", "domain: x-y").replace("review: s", "review: t"))

    problems = load.read(folder).problems

    assert [p.rule for p in problems] == ["unknown-id", "unknown-value", "syntax"]
    assert list(problems) == sorted(problems)


def test_a_catalogue_with_errors_is_refused_with_all_of_them(folder: Path) -> None:
    with_practice(folder, b"a: [")

    with pytest.raises(KnowledgeError) as caught:
        load.catalogue(folder)

    assert "write-it-down.yaml:2:1: error: " in str(caught.value)


def test_an_empty_file_is_told(folder: Path) -> None:
    for data in (b"", b"\n\n", b"# only a comment\n", b"\xef\xbb\xbf"):
        assert only(with_practice(folder, data)).rule == "empty"


def test_text_that_is_not_utf8_is_told_at_its_place(folder: Path) -> None:
    problem = only(with_practice(folder, "effort: 1\ncost: é".encode("latin-1")))

    assert (problem.line, problem.column, problem.rule) == (2, 7, "encoding")
    assert "UTF-8" in problem.message


def test_utf16_is_told_as_an_encoding(folder: Path) -> None:
    assert only(with_practice(folder, "effort: 1".encode("utf-16"))).rule == "encoding"


def test_a_byte_order_mark_does_no_harm(folder: Path) -> None:
    file = folder / "practices" / "write-it-down.yaml"
    with_practice(folder, b"\xef\xbb\xbf" + file.read_bytes())

    assert load.read(folder).problems == ()


def test_line_ends_of_windows_do_no_harm(folder: Path) -> None:
    before = load.catalogue(folder).version
    for file in folder.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert load.catalogue(folder).version == before


def test_a_nul_character_is_told_at_its_place(folder: Path) -> None:
    problem = only(with_practice(folder, b"effort: 1\n\x00"))

    assert (problem.line, problem.column, problem.rule) == (2, 1, "control-character")


def test_a_giant_file_is_refused_with_its_size_and_the_limit(folder: Path) -> None:
    problem = only(with_practice(folder, b"#" * 1_048_577))

    assert problem.rule == "too-large"
    assert "1,048,577 bytes, and the limit is 1,048,576" in problem.message


def test_too_many_values_are_refused(folder: Path) -> None:
    assert only(with_practice(folder, b"a: [" + b"1," * 200_000 + b"]")).rule == "too-large"


@pytest.mark.parametrize("piece", [b"[", b"{", b"- ", b"? ", b"[a: ", b"- - ? ", b"!!map {a: "])
def test_deep_nesting_is_a_problem_and_not_a_crash(folder: Path, piece: bytes) -> None:
    problem = only(with_practice(folder, piece * (1_000_000 // len(piece))))

    assert problem.rule in ("too-deep", "key-not-text")


@pytest.mark.parametrize(
    "bomb",
    [
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
        b"a: &a [*a]\n",
        b"&a a: *a\n",
        b"&a {*a : *a}\n",
        b"x: &a\n",
    ],
)
def test_anchors_and_aliases_are_never_expanded(folder: Path, bomb: bytes) -> None:
    assert only(with_practice(folder, bomb)).rule == "alias"


def test_an_ampersand_inside_text_is_only_text(folder: Path) -> None:
    file = folder / "challenges" / "old-systems.yaml"
    file.write_text(file.read_text("utf-8").replace("the vendor stopped", "the R&D *vendor* & co stopped"), "utf-8")

    assert load.read(folder).problems == ()


def test_a_missing_single_file_is_told(folder: Path) -> None:
    (folder / "domains.yaml").unlink()

    problem = only(folder)

    assert (problem.path, problem.rule) == ("knowledge/domains.yaml", "missing-file")


def test_a_folder_that_does_not_exist_is_told() -> None:
    assert only(Path("no-such-folder")).rule == "unreadable"


def test_a_file_in_place_of_the_folder_is_told(folder: Path) -> None:
    assert only(folder / "domains.yaml").rule == "unreadable"


def test_a_folder_without_practices_is_told(folder: Path) -> None:
    shutil.rmtree(folder / "practices")
    (folder / "examples" / "first.yaml").unlink()

    assert "nothing-there" in [p.rule for p in load.read(folder).problems]


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: hunter2")
    (folder / "practices" / "secret.yaml").symlink_to(secret)

    problem = only(folder)

    assert problem.rule == "outside"
    assert "hunter2" not in str(problem)


def test_a_link_to_nowhere_or_to_itself_is_told(folder: Path) -> None:
    (folder / "practices" / "gone.yaml").symlink_to("nowhere.yaml")
    (folder / "practices" / "loop.yaml").symlink_to("loop.yaml")

    assert {p.rule for p in load.read(folder).problems} == {"unreadable"}


def test_a_folder_or_pipe_in_place_of_a_file_is_told(folder: Path) -> None:
    (folder / "practices" / "folder.yaml").mkdir()
    os.mkfifo(folder / "practices" / "pipe.yaml")

    assert [p.rule for p in load.read(folder).problems] == ["unreadable", "unreadable"]


def test_a_file_that_cannot_be_opened_is_told(folder: Path) -> None:
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").symlink_to("sources.yaml")  # what fails for everybody, root included

    assert only(folder).rule == "unreadable"


def test_names_that_no_terminal_can_print_are_told_safely(folder: Path) -> None:
    (folder / "practices" / os.fsdecode(b"\xff\x1b[31m.yaml")).write_bytes(b"")

    problems = load.read(folder).problems

    assert {p.rule for p in problems} == {"file-name", "empty"}
    assert all(str(p).isprintable() for p in problems)


def test_a_readme_a_licence_and_hidden_files_are_welcome(folder: Path) -> None:
    for name in ("README.md", "LICENSE", ".gitignore", "practices/README.md", "practices/.DS_Store"):
        (folder / name).write_text("hello")
    (folder / "schemas").mkdir()

    assert load.read(folder).problems == ()


def test_a_mistyped_folder_is_told(folder: Path) -> None:
    (folder / "practises").mkdir()

    assert 'did you mean "practices"?' in only(folder).message


def test_retired_entries_that_replace_each_other_in_a_circle_are_told(folder: Path) -> None:
    for name, other in (("write-it-down", "backlog-day"), ("backlog-day", "write-it-down")):
        file = folder / "practices" / f"{name}.yaml"
        file.write_text(file.read_text("utf-8") + f"replaced_by: {other}\n", "utf-8")

    problems = load.read(folder).problems

    assert [p.rule for p in problems] == ["circular-replacement"] * 2
    assert "backlog-day -> write-it-down -> backlog-day" in problems[0].message


def test_a_long_circle_of_needs_is_told_once_and_whole(folder: Path) -> None:
    file = folder / "practices" / "one-page-mandate.yaml"
    file.write_text(file.read_text("utf-8") + "needs: [small-release]\n", "utf-8")

    problem = only(folder)

    assert "named-owner -> one-page-mandate -> small-release -> named-owner" in problem.message


def test_outside_the_current_folder_paths_are_shown_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = with_practice(folder, b"").resolve() / "practices" / "write-it-down.yaml"
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")

    assert str(file) in [p.path for p in load.read(file.parent.parent).problems]


def test_a_broken_list_of_languages_is_told_once_and_not_in_every_file(folder: Path) -> None:
    file = folder / "languages.yaml"
    file.write_text(file.read_text("utf-8").replace("  en:\n", "  english:\n"), "utf-8")

    assert only(folder).rule == "bad-id"


def test_an_id_that_no_terminal_can_print_is_told_safely(folder: Path) -> None:
    file = folder / "sources.yaml"
    file.write_text(file.read_text("utf-8").replace("audit-report:", '"audit\\treport\\e[31m":'), "utf-8")

    problems = load.read(folder).problems

    assert problems
    assert all(str(problem).isprintable() for problem in problems)


def test_thousands_of_wrong_values_in_one_file_are_told_shortly(folder: Path) -> None:
    problems = load.read(with_practice(folder, b"".join(b"k%d: 1\n" % number for number in range(5000)))).problems

    assert len(problems) < 200
    assert "more" in {problem.rule for problem in problems}
