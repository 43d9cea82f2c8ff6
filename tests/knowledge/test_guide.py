"""The guide for authors, knowledge/README.md: what it says about the program is true."""

import datetime
import re
from pathlib import Path

import pytest

from bot import config
from bot.__main__ import main
from bot.advice import trial
from bot.dialogue import desk
from bot.dialogue.wording import COMMANDS, say
from bot.knowledge import blank, contract, guide, load
from bot.knowledge.files import KINDS
from tests.knowledge import emitted
from tests.knowledge.test_broken import BROKEN, expectations

SHIPPED = Path(__file__).parent.parent.parent / "knowledge"
GUIDE = (SHIPPED / "README.md").read_text(encoding="utf-8")
WRITTEN = guide.MARKED.sub("", GUIDE)
"""What people wrote of it."""

FENCED = re.compile(r"^(?P<indent> *)```yaml\n(?P<body>.*?)^ *```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"(?:`|^ *)kompas (?P<name>[a-z]+)(?P<rest>[^`\n]*)", re.MULTILINE)
ANCHOR = re.compile(r"\]\(#(?P<name>[^)]+)\)")


def examples() -> list[tuple[str, str]]:
    """The YAML blocks that people wrote: the file each belongs to, which its first line names, and its text."""
    found = []
    for block in FENCED.finditer(WRITTEN):
        text = re.sub(f"^{block['indent']}", "", block["body"], flags=re.MULTILINE)
        name = re.match(r"# (\S+\.yaml)\n", text)
        assert name, f"the first line must be a comment with the file it belongs to: {text[:80]}"
        found.append((name[1], text))
    return found


EXAMPLES = [example for example in examples() if example[0] != config.FILE]


def test_the_made_parts_are_current() -> None:
    assert guide.renewed(GUIDE, SHIPPED) == GUIDE, "run python -m bot.knowledge.schemas"


def test_a_part_that_is_not_current_is_renewed() -> None:
    old = "before\n<!-- fields: every -->\n| old |\n<!-- end -->\nafter"

    new = guide.renewed(old, SHIPPED)

    assert new == f"before\n<!-- fields: every -->\n{guide.fields('every')}\n<!-- end -->\nafter"


def test_lines_end_where_the_next_key_begins() -> None:
    small = Path(__file__).parent / "small"

    found = guide.lines("practices/backlog-day.yaml effort cost", small).split("\n")

    assert [line.partition(":")[0] for line in found] == ["```yaml", "effort", "first_result", "cost", "```"]
    assert guide.lines("practices/backlog-day.yaml nl.measure", small).count("\n") == 2


# --- fields ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", [*(kind.model for kind in KINDS), contract.Source, contract.Example])
def test_every_field_says_what_it_is(model: type[contract.Strict]) -> None:
    for row in guide.rows(model):
        assert row.what.endswith((".", "'.")), f"{row.name} lacks a description in contract.py: {row.what!r}"
        assert "|" not in row.what + row.limits


@pytest.mark.parametrize("name", ["every", "other", *guide.MODELS])
def test_the_fields_of_every_kind_are_in_the_guide(name: str) -> None:
    assert f"<!-- fields: {name} -->" in GUIDE


# --- rules -----------------------------------------------------------------------------------------------------------


def test_the_rules_in_the_guide_are_those_the_code_can_tell() -> None:
    told = emitted.rules()

    assert [rule.id for rule in guide.RULES] == sorted(told)
    assert {rule.id: set(rule.levels) for rule in guide.RULES} == {id: one.levels for id, one in told.items()}
    assert {rule.id for rule in guide.RULES if rule.deep} == {id for id, one in told.items() if one.deep}
    assert "<!-- rules: all -->" in GUIDE


def test_no_broken_file_breaks_a_rule_that_the_sources_do_not_show() -> None:
    expected = {(rule, level) for file in BROKEN for _, level, rule, _ in expectations(file.read_text("utf-8"))[1]}

    assert expected
    assert expected <= {(id, level) for id, one in emitted.rules().items() for level in one.levels}


def test_every_rule_named_in_the_text_exists() -> None:
    known = {rule.id for rule in guide.RULES}

    assert known >= set(re.findall(r" \[([a-z]+(?:-[a-z]+)+)\](?=\.|\n)", FENCED.sub("", WRITTEN))) > set()


# --- examples and commands -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_every_example_in_the_guide_is_right(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "mine" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")

    loaded = load.read(SHIPPED, tmp_path / "mine", ("en", "nl"))

    assert [str(problem) for problem in loaded.problems if Path(problem.path).name == file.name] == []


def test_the_situations_in_the_guide_come_out_as_they_say(tmp_path: Path) -> None:
    (text,) = [text for name, text in EXAMPLES if name.startswith("examples/")]
    file = tmp_path / "mine" / "examples" / "ours.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")

    catalogue = load.catalogue(SHIPPED, tmp_path / "mine", ("en", "nl"))

    ours = [example for id, example in catalogue.examples.items() if id.startswith("ours-")]
    assert len(ours) == 2
    assert [trial.tried(catalogue, example).failed for example in ours] == [(), ()]


def test_the_problem_in_the_guide_is_told_in_these_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (told,) = re.findall(r"^ *(mine/\S+: error: .+)$", WRITTEN, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    file = blank.write("practice", "hour-at-the-counter", Path("mine"), SHIPPED, ("en", "nl"), datetime.date.today())
    mistyped = re.findall(r'no challenge "([^"]+)"', told)[0]
    file.write_text(file.read_text("utf-8").replace("{FILL-IN: 3}", f"{{{mistyped}: 3}}"), encoding="utf-8")

    loaded = load.read(SHIPPED, Path("mine"))

    assert told in [str(problem) for problem in loaded.problems]


def test_the_configuration_in_the_guide_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (texts,) = [text for name, text in examples() if name == config.FILE]
    Path(config.FILE).write_text(texts, encoding="utf-8")

    overlay = config.load(None).knowledge.overlay

    assert overlay is not None
    assert overlay.resolve() == tmp_path.resolve() / "mine"


def test_every_command_in_the_guide_exists_with_its_options() -> None:
    named = [(found["name"], found["rest"]) for found in COMMAND.finditer(WRITTEN)]

    assert {name for name, _ in named} >= {"check", "new", "show", "match", "diff", "chat"}
    for name, rest in named:
        options = {option for parameter in main.commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[a-z]+", rest)) <= options, f"kompas {name}{rest}"


def test_the_chat_commands_and_buttons_in_the_guide_are_those_of_an_admin() -> None:
    chat = {*desk.COMMANDS, *COMMANDS}

    assert set(re.findall(r"`/([a-z]+)`", WRITTEN)) <= chat
    assert set(desk.COMMANDS) <= set(re.findall(r"`/([a-z]+)`", WRITTEN))
    for button in ("button-apply", "button-discard"):
        assert f"*{say('en', button)}*" in " ".join(WRITTEN.split())


def test_every_kind_that_the_guide_makes_anew_can_be_made() -> None:
    assert set(re.findall(r"kompas new ([a-z]+)", WRITTEN)) == set(blank.NAMES)


def test_every_place_the_guide_points_to_exists() -> None:
    heads = {re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in re.findall(r"^#+ (.+)$", GUIDE, re.M)}
    files = [target for target in re.findall(r"\]\(([^)#]+)\)", GUIDE) if "://" not in target]

    assert set(ANCHOR.findall(GUIDE)) <= heads
    assert [target for target in files if not (SHIPPED / target).exists()] == []


@pytest.mark.parametrize("id", sorted(set(re.findall(r"`(?:practices|challenges)/([a-z-]+)\.yaml`", WRITTEN))))
def test_every_entry_the_guide_names_is_shipped_or_its_own_example(id: str) -> None:
    shipped = any((SHIPPED / place / f"{id}.yaml").exists() for place in ("practices", "challenges"))

    assert shipped or f"kompas new practice {id}" in WRITTEN
