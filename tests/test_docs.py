"""What is written must stay true: the README against the commands and dependencies, the languages against each other.

The keys of the configuration are in tests/test_config.py.
"""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot import __version__
from bot.__main__ import main
from bot.dialogue.wording import COMMANDS, languages, say
from tests.transcript import renewed

ROOT = Path(__file__).parent.parent
WORDING = ROOT / "bot" / "dialogue" / "wording"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

FIRST_SCREEN = 60
"""Lines: what it is, the two commands and a conversation stand before this one."""


# --- the README ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", main.commands)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"\bkompas {command}\b", README)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_chat_command_is_in_the_readme_and_has_words_in_every_language(command: str) -> None:
    assert f"`/{command}`" in README
    for language in languages():
        assert say(language, f"command-{command}")


@pytest.mark.parametrize("last", ["kompas chat", "pytest"])
def test_one_line_sets_everything_up(last: str) -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv ") and f"/{last}" in line]

    assert len(lines) == 1
    assert lines[0] in README.splitlines()[:FIRST_SCREEN]
    assert not lines[0].endswith("\\")


def test_every_dependency_says_what_it_is_for() -> None:
    rows = {name.lower() for name in re.findall(r"^\| \[([^\]]+)\]\(https://[^)]+\) \| \S", README, re.MULTILINE)}
    needed = {
        re.split(r"[<>=!~\[; ]", requirement)[0].lower()
        for requirement in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    }

    assert rows == needed


def test_every_file_the_readme_points_to_exists() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_examples_for_programs_work() -> None:
    match_line, situation = re.findall(r"^echo '(\{.*?\})' \|", README, re.MULTILINE | re.DOTALL)

    found = CliRunner().invoke(main, ["match", "--batch", "-", "--json"], input=match_line, catch_exceptions=False)
    advice = CliRunner().invoke(main, ["advise", "-"], input=situation, catch_exceptions=False)

    assert json.loads(found.stdout)["matches"][0]["challenge"] == "legacy-systems"
    assert json.loads(advice.stdout)["recommendations"]


def test_the_conversation_in_the_readme_is_real() -> None:
    is_real = renewed(README) == README

    assert is_real, "content or wording changed; renew it with: python -m tests.transcript --write"


def test_the_version_is_the_same_everywhere() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## \[(\d[^\]]*)\] - (\d{4}-\d\d-\d\d)$", changelog, re.MULTILINE)
    publiccode = (ROOT / "publiccode.yml").read_text(encoding="utf-8")

    assert PROJECT["version"] == __version__
    assert released[0][0] == __version__
    assert f'softwareVersion: "{__version__}"' in publiccode
    assert f'releaseDate: "{released[0][1]}"' in publiccode


# --- the wording -----------------------------------------------------------------------------------------------------


class Variables(Visitor):
    """The variables of a message, and those of them that must be numbers."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.numbers: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        if isinstance(node.selector, ftl.VariableReference):
            self.numbers.add(node.selector.id.name)
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:
        self.numbers |= {a.id.name for a in node.arguments.positional if isinstance(a, ftl.VariableReference)}
        self.generic_visit(node)


def _messages(language: str) -> dict[str, Variables]:
    resource = FluentParser().parse((WORDING / f"{language}.ftl").read_text(encoding="utf-8"))
    found = {}
    for entry in resource.body:
        assert not isinstance(entry, ftl.Junk), f"{language}.ftl: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{language}.ftl: {entry.id.name} stands there twice"
            found[entry.id.name] = Variables()
            found[entry.id.name].visit(entry)
    return found


MESSAGES = {language: _messages(language) for language in languages()}
SENTENCES = [(language, key) for language, messages in MESSAGES.items() for key in messages]


class Tags(HTMLParser):
    """Checks that the tags of one line are ours and closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("b", "i", "a")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _rendered(language: str, key: str) -> Iterator[str]:
    """The sentence, filled in with no, one, two and many of everything."""
    variables = MESSAGES[language][key]
    for number in (0, 1, 2, 5):
        values: dict[str, object] = dict.fromkeys(variables.names, "Xyz & <co>")
        values |= dict.fromkeys(variables.numbers, number)
        yield say(language, key, **values)


def test_english_and_dutch_are_there() -> None:
    assert {"en", "nl"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_all_languages_have_the_same_sentences_with_the_same_variables(language: str) -> None:
    here = {key: sorted(variables.names) for key, variables in MESSAGES[language].items()}
    english = {key: sorted(variables.names) for key, variables in MESSAGES["en"].items()}

    assert here == english


@pytest.mark.parametrize(("language", "key"), SENTENCES)
def test_every_sentence_can_be_said(language: str, key: str) -> None:
    for text in _rendered(language, key):
        assert text.strip()
        assert "{" not in text
        assert "<co>" not in text
        for line in text.splitlines():
            tags = Tags()
            tags.feed(line)

            assert tags.open == [], f"markup across a line end: {line}"


def test_dutch_says_u() -> None:
    """What people type is theirs: the lists of typed words are left out."""
    familiar = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)

    found = [
        key
        for key in MESSAGES["nl"]
        if not key.startswith("typed-") and any(familiar.search(text) for text in _rendered("nl", key))
    ]

    assert found == []


def test_every_sentence_the_code_asks_for_exists() -> None:
    """Keys that are put together at run time are not seen here; the dialogue tests say them."""
    asked = {
        argument.value
        for path in (ROOT / "bot").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and (getattr(call.func, "attr", None) or getattr(call.func, "id", None)) in ("say", "button")
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and "-" in argument.value
    }

    assert asked
    assert asked - set(MESSAGES["en"]) == set()
