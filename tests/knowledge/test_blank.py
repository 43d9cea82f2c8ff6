"""`kompas new`: a file whose only fault is what is still blank, and that is valid once it is filled in."""

import datetime
import re
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from bot.errors import InputError
from bot.knowledge import blank, contract, load
from bot.knowledge.files import KINDS
from bot.knowledge.nodes import parse
from tests.small import SMALL

TODAY = datetime.date(2026, 11, 22)
LANGUAGES = (("en",), ("nl",), ("en", "nl"), ("nl", "en"))
MODELS: dict[str, type[BaseModel]] = {kind.name: kind.model for kind in KINDS if kind.name in blank.NAMES}

FILLED = {
    "domain": "work",
    "addresses": "old-systems",
    "effort": "2",
    "first_result": "days",
    "cost": "none",
    "agree": "self",
    "country": "NL",
    "level": "municipality",
    "year": "2020",
    "outcome": "mixed",
    "sources": "service-handbook",
}
"""What to write where not any text will do."""

kinds = pytest.mark.parametrize("kind", blank.NAMES)
languages = pytest.mark.parametrize("codes", LANGUAGES, ids="-".join)


def new(kind: str, site: Path, codes: Sequence[str] = ("en", "nl")) -> Path:
    return blank.write(kind, "brand-new", site, SMALL, codes, TODAY)


def filled(text: str, kind: str) -> str:
    """The text with something in every blank, each time something else."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        key = line.partition(":")[0].strip()
        lines.append(re.sub("FILL[ -]IN", FILLED.get(key, f"Words of a {kind} {number}"), line.partition(" #")[0]))
    return "\n".join(lines) + "\n"


@languages
def test_new_files_are_only_blank(codes: tuple[str, ...], tmp_path: Path) -> None:
    paths = [new(kind, tmp_path, codes) for kind in blank.NAMES]

    found = load.read(SMALL, tmp_path, codes).problems

    texts = [re.sub("#.*", "", path.read_text("utf-8")) for path in paths]
    assert {problem.rule for problem in found} == {"blank"}
    assert len(found) == sum(len(re.findall("FILL[ -]IN", text)) for text in texts)


@languages
def test_new_files_are_valid_once_they_are_filled_in(codes: tuple[str, ...], tmp_path: Path) -> None:
    for kind in blank.NAMES:
        path = new(kind, tmp_path, codes)
        path.write_text(filled(path.read_text("utf-8"), kind), "utf-8")

    loaded = load.read(SMALL, tmp_path, codes)

    assert [problem.rule for problem in loaded.problems] == ["no-practice"]
    assert loaded.catalogue is not None
    assert {"brand-new"} <= loaded.catalogue.challenges.keys() & loaded.catalogue.practices.keys()
    assert "brand-new" in loaded.catalogue.cases


@kinds
def test_the_blocks_stand_in_the_order_of_the_languages(kind: str, tmp_path: Path) -> None:
    text = new(kind, tmp_path, ("nl", "en")).read_text("utf-8")

    assert re.findall("^(en|nl|LANGUAGE):$", text, re.MULTILINE) == ["nl", "en"]


@kinds
def test_a_language_that_yaml_takes_for_a_truth_value_is_quoted(kind: str) -> None:
    value = parse(blank.template(kind, ["no", "en"], "x.json", TODAY)).value

    assert isinstance(value, dict)
    assert list(value)[-2:] == ["no", "en"]


@kinds
def test_a_new_file_names_its_schema_from_where_it_is(kind: str, tmp_path: Path) -> None:
    shipped = tmp_path / "shipped"
    (shipped / "schemas").mkdir(parents=True)
    (shipped / "schemas" / f"{kind}.json").write_text("{}")

    path = blank.write(kind, "brand-new", tmp_path / "site", shipped, ["en"], TODAY)

    schema = path.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
    assert (path.parent / schema).is_file()


@kinds
def test_a_template_names_every_field_that_a_new_entry_can_have(kind: str) -> None:
    """A retired entry is never new, so that `replaced_by` is left out; lines that are commented out count."""
    model = MODELS[kind]
    block = get_args(model.model_fields["text"].annotation)[1]
    wanted = ({*model.model_fields} - {"text", "replaced_by"}) | {*block.model_fields}

    text = (blank.TEMPLATES / f"{kind}.yaml").read_text("utf-8")

    assert set(re.findall(r"^ *(?:# )?([a-z_]+):(?= )", text, re.MULTILINE)) == wanted


@kinds
def test_every_key_of_a_template_has_a_comment(kind: str) -> None:
    text = (blank.TEMPLATES / f"{kind}.yaml").read_text("utf-8")
    keys = [line for line in text.splitlines() if re.match(r"(# )?[a-z_]+: |  (# )?[a-z_]+:", line)]

    assert keys
    assert [line for line in keys if not re.search(r"\S +# \S", line)] == []


# --- what cannot be made ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "id", "said"),
    [
        ("practise", "brand-new", 'KIND: there is no "practise" to make; did you mean "practice"?'),
        ("sources", "brand-new", 'KIND: there is no "sources" to make; use challenge, practice or case.'),
        ("case", "Brand New", 'ID: "Brand New" cannot be one; use a-z, 0-9 and single hyphens'),
        ("case", "../escape", 'ID: "../escape" cannot be one'),
        ("case", "", 'ID: "" cannot be one'),
        ("case", "x" * 41, "at most 40 characters"),
        ("challenge", "old-systems", "old-systems.yaml: has this id already; choose another one"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(kind: str, id: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        blank.write(kind, id, tmp_path / "site", SMALL, ["en"], TODAY)

    assert not (tmp_path / "site").exists()


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = new("case", tmp_path)
    path.write_text("mine")

    with pytest.raises(InputError, match="is there already"):
        new("case", tmp_path)

    assert path.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(InputError, match="cannot be written"):
        new("case", tmp_path / "file")


def test_without_a_language_there_is_nothing_to_write(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"languages\.yaml"):
        new("case", tmp_path, ())


# --- what is blank ---------------------------------------------------------------------------------------------------


def test_words_around_the_mark_are_words() -> None:
    assert contract.NotSign(text="FILL IN the form", instead="old-systems").text not in blank.BLANKS
