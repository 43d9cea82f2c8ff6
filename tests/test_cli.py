"""The commands for programs and admins, from outside: what they print, where they stop, and that they never crash.

Belongs here: streams, files, exit codes. Does not: what the answers say (tests/dialogue/test_interchange.py).
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from tests.small import SMALL

ROOT = Path(__file__).parent.parent
SITUATION = {"lang": "en", "text": "Approvals take weeks.", "ratings": {"old-systems": 4, "long-waiting": 3}}
FITTING = {"id": "1", "text": "our mainframe is forty years old"}
DUTCH = {"id": "2", "text": "het valt tussen wal en schip: één loket"}
USAGE = 2


@pytest.fixture(autouse=True)
def _on_the_small_knowledge_base(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("KOMPAS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KOMPAS_KNOWLEDGE_PATH", str(SMALL))


def kompas(*arguments: str, given: bytes | str = "") -> Result:
    """A command within this process."""
    return CliRunner().invoke(main, arguments, input=given, catch_exceptions=False)


def lines(*objects: object) -> str:
    return "".join(f"{json.dumps(data)}\n" for data in objects)


def outside(line: str, given: bytes = b"", env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """A line of the shell, `kompas` in it being the real program."""
    program = f'kompas() {{ "{sys.executable}" -m bot "$@"; }}; {line}'
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", program],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        timeout=60,
        check=False,
    )


# --- what cannot be read ---------------------------------------------------------------------------------------------

UNREADABLE = {
    "not UTF-8": (b'{"lang": "en",\n "text": "caf\xe9"}', "2: is not text in UTF-8; save it as UTF-8."),
    "UTF-16": ('\ufeff{"lang": "en"}'.encode("utf-16-le"), "1: is not text in UTF-8; save it as UTF-8."),
    "empty": (b"", "1: is empty; give an object in JSON."),
    "blank": (b"\n\n", "1: is empty; give an object in JSON."),
    "not JSON": (b'{"lang": "en",\n}', "2: is not JSON at column "),
    "half a character": (rb'{"lang": "en", "text": "\ud800"}', "1: text: must be text in UTF-8; "),
    "half a character as a key": (rb'{"lang": "en", "\ud800": 1}', r"1: \ud800: unknown key; delete it."),
    "deep": (b"[" * 100_000, "1: is nested too deeply; "),
    "a long number": (
        b'{"lang": "en",\n"ratings": {\n"old-systems": ' + b"9" * 5000 + b"}}",
        "3: ratings.old-systems: ",
    ),
    "NaN": (b'{"lang": "en",\n"ratings": {"old-systems": NaN}}', "2: ratings.old-systems: NaN is no number in JSON; "),
    "Infinity": (b'{"lang": "en", "marks": [1,\n-Infinity]}', "2: marks.1: -Infinity is no number in JSON; "),
    "a key twice": (b'{"lang": "en",\n"lang": "nl"}', "2: lang: stands here for the second time; remove one."),
    "no object": (b"[]", "1: must be an object with the keys lang, "),
    "a wrong type": (b'{"lang": "en",\n"context": {\n"role": 5}}', "3: context.role: must be an option id or a list "),
    "an unknown id": (b'{"lang": "en",\n"ratings": {\n"old-systms": 5}}', "3: ratings.old-systms: must be a whole "),
}


@pytest.mark.parametrize(("raw", "sentence"), UNREADABLE.values(), ids=UNREADABLE)
def test_advise_names_file_and_line_of_what_it_cannot_use(raw: bytes, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "situation.json"
    file.write_bytes(raw)

    from_file, from_stdin = kompas("advise", str(file)), kompas("advise", "-", given=raw)

    assert from_file.exit_code == from_stdin.exit_code == 1
    assert from_file.stderr.startswith(f"{file}:{sentence}")
    assert from_stdin.stderr.startswith(f"<stdin>:{sentence}")
    assert from_file.stdout == from_stdin.stdout == ""
    assert len(from_file.stderr.splitlines()) == 1


BAD_LINES = {
    "not UTF-8": (b'{"id": "2", "text": "caf\xe9"}', "is not text in UTF-8; "),
    "not JSON": (b'{"id": "2"', "is not JSON at column "),
    "half a character": (rb'{"id": "\ud800", "text": "x"}', "id: must be text in UTF-8; "),
    "deep": (b"[" * 100_000, "is nested too deeply; "),
    "a long number": (b'{"id": ' + b"9" * 5000 + b"}", "id: a number of more than 4000 digits; "),
    "NaN": (b'{"id": NaN}', "id: NaN is no number in JSON; "),
    "an unknown language": (b'{"id": "2", "text": "x", "lang": "xx"}', 'lang: no language "xx"; use one of: en, nl.'),
    "an unknown key": (b'{"id": "2", "text": "x", "lng": "en"}', 'lng: unknown key; did you mean "lang"?'),
    "a missing key": (b'{"id": "2"}', "text: missing; give this key."),
}


@pytest.mark.parametrize(("raw", "sentence"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_batch_stops_at_its_first_bad_line_and_names_it(raw: bytes, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_bytes(lines(FITTING).encode() + b"\n" + raw + b"\n" + lines(FITTING).encode())

    result = kompas("match", "--batch", str(file), "--json")

    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["1"]
    assert result.stderr.startswith(f"{file}:3: {sentence}")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without", "with"])
def test_a_byte_order_mark_is_accepted(mark: bytes) -> None:
    advice = kompas("advise", "-", given=mark + json.dumps(SITUATION).encode())
    found = kompas("match", "--batch", "-", given=mark + lines(FITTING).encode())

    assert json.loads(advice.stdout)["recommendations"]
    assert json.loads(found.stdout)["id"] == "1"


@pytest.mark.parametrize("given", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_batch_gets_no_answer(given: bytes) -> None:
    result = kompas("match", "--batch", "-", given=given)

    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize("command", [("advise",), ("match", "--batch")])
def test_a_file_that_is_not_there_is_wrong_usage(command: tuple[str, ...], tmp_path: Path) -> None:
    missing = kompas(*command, str(tmp_path / "nothing.json"))
    folder = kompas(*command, str(tmp_path))

    assert missing.exit_code == folder.exit_code == USAGE
    assert "No such file or directory" in missing.stderr
    assert "Is a directory" in folder.stderr


@pytest.mark.parametrize("arguments", [("match",), ("match", "a text", "--batch", "-"), ("advise",), ("match", "--x")])
def test_wrong_usage_is_exit_code_two(arguments: tuple[str, ...]) -> None:
    assert kompas(*arguments).exit_code == USAGE


# --- streams ---------------------------------------------------------------------------------------------------------


def test_a_batch_answers_each_line_before_the_next_one_comes() -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "bot", "match", "--batch", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    with program:
        assert program.stdin is not None
        assert program.stdout is not None
        for asked in (FITTING, DUTCH, FITTING):
            program.stdin.write(lines(asked))
            program.stdin.flush()

            assert json.loads(program.stdout.readline())["id"] == asked["id"]
        program.stdin.close()

        assert program.wait(timeout=30) == 0


FAILING = [
    ("kompas advise - >/dev/full", 1, b"Input or output: No space left on device.\n"),
    ("kompas advise /proc/self/mem", 1, b"Input or output: Input/output error.\n"),
]
"""Linux has files that always fail."""


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("kompas advise - <&-", 1, b"<stdin>:1: is empty; give an object in JSON.\n"),
        ("kompas match --batch - <&-", 0, b""),
        ("kompas advise - >&-", 0, b""),
        ("kompas show | head -1 >/dev/null", 0, b""),
        ("kompas advise - | true", 0, b""),
        *(FAILING if sys.platform == "linux" else ()),
    ],
)
def test_a_closed_or_full_stream_is_no_stack_trace(line: str, code: int, said: bytes) -> None:
    result = outside(line, given=json.dumps(SITUATION).encode())

    assert (result.returncode, result.stderr) == (code, said)


def test_a_reader_that_leaves_is_no_stack_trace() -> None:
    result = outside("kompas match --batch - | head -1", given=lines(*[FITTING] * 3000).encode())

    assert result.stderr == b""
    assert json.loads(result.stdout)["id"] == "1"


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_an_output_that_knows_few_signs_still_gets_everything(env: dict[str, str]) -> None:
    plain = {**SITUATION, "lang": "nl", "text": DUTCH["text"]}

    here = outside("kompas advise -", given=json.dumps(plain).encode(), env={"PYTHONIOENCODING": "utf-8"})
    there = outside("kompas advise -", given=json.dumps(plain).encode(), env=env)
    read = outside(f"kompas match '{DUTCH['text']}'; kompas match 'één 🙂'; kompas show long-waiting", env=env)

    assert not here.stdout.isascii()
    assert json.loads(there.stdout) == json.loads(here.stdout)
    assert (there.stderr, read.stderr, read.returncode) == (b"", b"", 0)


def test_a_sign_outside_ascii_is_escaped_as_json_where_it_must() -> None:
    asked = {"id": "é🙂", "text": "x"}

    result = outside("kompas match --batch -", given=lines(asked).encode(), env={"PYTHONIOENCODING": "ascii"})

    assert b"\\u" in result.stdout
    assert json.loads(result.stdout)["id"] == "é🙂"


def test_a_text_on_the_command_line_that_is_not_utf_8_is_refused() -> None:
    result = outside(r"kompas match --json $'caf\xe9'", env={"PYTHONUTF8": "1"})

    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr == b"TEXT: is not text in UTF-8; write it in UTF-8.\n"


def test_the_same_situation_gives_the_same_bytes_in_another_process() -> None:
    whole = {**SITUATION, "marks": ["no-single-view", "linked-problems"], "context": {"drivers": ["technology"]}}

    answers = {
        outside("kompas advise -", given=json.dumps(whole).encode(), env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "4711")
    }

    assert len(answers) == 1
    assert json.loads(answers.pop())["recommendations"]


# --- match and show, for reading -------------------------------------------------------------------------------------


def test_match_says_its_verdict_in_words_and_one_line_for_each_match() -> None:
    first, *found = kompas("match", str(FITTING["text"])).stdout.splitlines()

    assert first == "Fits, the surest first:"
    assert "old-systems: our mainframe is forty years old · " in found[0]
    assert len(found) <= 10
    assert not any("nothing fits" in line for line in found)


@pytest.mark.parametrize("text", ["pizza for lunch", "", "where can I buy blue shoes"])
def test_match_names_no_challenge_where_nothing_fits(text: str) -> None:
    result = kompas("match", text)

    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing fits: ")
    assert len(result.stdout.splitlines()) == 1


def test_the_language_of_the_command_is_for_the_lines_without_one() -> None:
    silent = kompas("match", "--batch", "-", "--lang", "nl", given=lines({"id": "1", "text": "excel"}))
    spoken = kompas("match", "--batch", "-", given=lines({"id": "1", "text": "excel", "lang": "nl"}))

    assert silent.stdout == spoken.stdout


@pytest.mark.parametrize("arguments", [("match", "x"), ("match", "--batch", "-"), ("show",), ("show", "old-systems")])
def test_an_unknown_language_is_a_plain_sentence(arguments: tuple[str, ...]) -> None:
    result = kompas(*arguments, "--lang", "xx", given=lines(FITTING))

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == 'lang: no language "xx"; use one of: en, nl.\n'


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("old-systems", "challenge old-systems"),
        ("big-plan", "practice big-plan"),
        ("example-town-releases", "case example-town-releases"),
        ("audit-report", "source audit-report"),
        ("systems", "domain systems"),
    ],
)
@pytest.mark.parametrize("language", [(), ("--lang", "nl")])
def test_show_lays_out_an_entry_of_every_kind(id: str, expected: str, language: tuple[str, ...]) -> None:
    result = kompas("show", id, *language)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == expected
    assert ("  en:" in result.stdout.splitlines()) == (not language and id != "audit-report")


def test_show_knows_what_was_meant() -> None:
    result = kompas("show", "old-sistems")

    assert result.exit_code == 1
    assert result.stderr == 'No entry "old-sistems"; did you mean "old-systems"?\n'


# --- check, new and diff ---------------------------------------------------------------------------------------------


@pytest.fixture
def knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small knowledge base, as `knowledge` in the current folder, and a cache of its own."""
    shutil.copytree(SMALL, tmp_path / "knowledge")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("KOMPAS_KNOWLEDGE_PATH", "knowledge")
    monkeypatch.chdir(tmp_path)
    return Path("knowledge")


def expect_in_vain(folder: Path) -> None:
    """An example that cannot come out as expected."""
    file = folder / "examples" / "first.yaml"
    file.write_text(file.read_text("utf-8").replace("[one-page-mandate]", "[write-it-down]"), "utf-8")


@pytest.mark.parametrize("arguments", [(), ("knowledge",)])
def test_check_is_quiet_about_what_is_in_order(arguments: tuple[str, ...], knowledge: Path) -> None:
    result = kompas("check", *arguments)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "0 errors, 0 warnings, 0 notes"
    assert result.stderr == ""


def test_check_stops_at_an_error_and_not_at_a_warning(knowledge: Path) -> None:
    practice = knowledge / "practices" / "write-it-down.yaml"
    text = practice.read_text("utf-8")

    practice.write_text(text.replace("Interview the people", "Leverage the people"), "utf-8")
    warned = kompas("check")
    practice.write_text(text.replace("effort: 1", "effort: 9"), "utf-8")
    wrong = kompas("check")

    assert (warned.exit_code, wrong.exit_code) == (0, 1)
    assert warned.stdout.startswith("knowledge/practices/write-it-down.yaml:11:9: warning: ")
    assert wrong.stdout.startswith("knowledge/practices/write-it-down.yaml:3:9: error: ")


def test_a_deep_check_stops_at_an_example_until_it_is_agreed_to(knowledge: Path) -> None:
    expect_in_vain(knowledge)

    plain = kompas("check")
    fails = kompas("check", "--deep")
    agreed = kompas("check", "--deep", "--agree")
    passes = kompas("check", "--deep")

    assert [result.exit_code for result in (plain, fails, agreed, passes)] == [0, 1, 0, 0]
    assert "[example-fails]" in fails.stdout
    assert fails.stderr.startswith("Trying the content out")
    assert "signatures-en: [practices, advice]" in (knowledge / "proof.yaml").read_text("utf-8")


def test_json_is_json_whatever_is_found(knowledge: Path) -> None:
    (knowledge / "practices" / "été.yaml").write_text("")

    result = kompas("check", "--format", "json")
    elsewhere = outside(
        "kompas check --format json",
        env={"PYTHONIOENCODING": "ascii", "KOMPAS_KNOWLEDGE_PATH": str(knowledge.resolve())},
    )

    assert (result.exit_code, elsewhere.returncode) == (1, 1)
    assert {problem["rule"] for problem in json.loads(result.stdout)["problems"]} == {"file-name", "empty"}
    assert "été.yaml" in json.loads(elsewhere.stdout)["problems"][0]["path"]


def test_github_gets_annotations(knowledge: Path) -> None:
    (knowledge / "domains.yaml").unlink()

    result = kompas("check", "--format", "github")

    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=knowledge/domains.yaml,line=1,col=1,title=missing-file::")


@pytest.mark.parametrize(
    "arguments", [("check", "--agree"), ("check", "--format", "xml"), ("new",), ("new", "case"), ("diff", "knowledge")]
)
def test_what_cannot_be_meant_is_wrong_usage(arguments: tuple[str, ...], knowledge: Path) -> None:
    assert kompas(*arguments).exit_code == USAGE


def test_a_new_file_is_named_and_then_checked(knowledge: Path) -> None:
    made = kompas("new", "practice", "brand-new")
    again = kompas("new", "practice", "brand-new")
    checked = kompas("check")

    assert made.exit_code == 0
    assert made.stdout.startswith("knowledge/practices/brand-new.yaml: fill in ")
    assert (again.exit_code, again.stdout) == (1, "")
    assert checked.exit_code == 1
    assert "[blank]" in checked.stdout


def test_a_new_file_goes_into_the_overlay_or_where_it_is_told(knowledge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("site").mkdir()
    monkeypatch.setenv("KOMPAS_KNOWLEDGE_OVERLAY", "site")

    assert kompas("new", "case", "brand-new").stdout.startswith("site/cases/brand-new.yaml: ")
    assert kompas("new", "case", "brand-new", "--into", "else").stdout.startswith("else/cases/brand-new.yaml: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "practise", "x"), 'KIND: there is no "practise" to make; did you mean "practice"?'),
        (("new", "case", "X"), 'ID: "X" cannot be one; '),
        (("diff", "nowhere", "knowledge"), "nowhere:1:1: error: there is no such folder; "),
        (("diff", "knowledge", "nowhere"), "nowhere:1:1: error: there is no such folder; "),
    ],
)
def test_what_cannot_be_used_is_a_sentence(arguments: tuple[str, ...], said: str, knowledge: Path) -> None:
    result = kompas(*arguments)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(said)
    assert len(result.stderr.splitlines()) == 1


def test_a_knowledge_base_does_not_differ_from_itself(knowledge: Path) -> None:
    result = kompas("diff", "knowledge", "knowledge")

    assert result.exit_code == 0
    assert result.stdout.startswith("The words are the same.\n")


def test_an_overlay_is_compared_with_what_it_lies_over(knowledge: Path) -> None:
    Path("site/practices").mkdir(parents=True)
    text = (knowledge / "practices" / "big-plan.yaml").read_text("utf-8").replace("Replace the old", "Renew the old")
    Path("site/practices/big-plan.yaml").write_text(text.replace("old-systems: 3", "old-systems: 1"), "utf-8")

    said = kompas("diff", "knowledge", "site").stdout

    assert said.startswith("practices/big-plan\n")
    assert "  + Renew the old system in slices\n  ! nl did not change; does it still say the same?\n" in said
    assert re.search(r"^  big-plan: place 1 -> .* \(old-systems 0\.\d\d -> 0\.\d\d\)$", said, re.MULTILINE)
