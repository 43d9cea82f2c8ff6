"""What becomes of valid files: order, languages, version, and the domain of a practice."""

import random
import re
import shutil
import time
from pathlib import Path

import pytest
import yaml

from bot.knowledge import load
from tests.small import SMALL, small_catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "knowledge")
    return tmp_path / "knowledge"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_version_ignores_comments_layout_and_the_order_of_keys(folder: Path) -> None:
    for file in folder.glob("*/*.yaml"):
        content = yaml.safe_load(file.read_text("utf-8"))
        turned = dict(reversed(content.items()))
        file.write_text("# new\n" + yaml.safe_dump(turned, allow_unicode=True, sort_keys=False, width=60), "utf-8")

    assert load.catalogue(folder).version == small_catalogue().version


def test_the_version_ignores_the_order_of_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.knowledge import files

    def shuffled(names: list[str]) -> list[str]:
        mixed = list(names)
        random.Random(7).shuffle(mixed)
        return mixed

    monkeypatch.setattr(files, "sorted", shuffled, raising=False)

    catalogue = load.catalogue(folder)

    assert catalogue.version == small_catalogue().version
    assert list(catalogue.challenges) == sorted(catalogue.challenges)
    assert list(catalogue.practices) == sorted(catalogue.practices)


def test_the_version_follows_every_change_of_content(folder: Path) -> None:
    edit(folder / "challenges" / "old-systems.yaml", "the vendor stopped support", "the vendor left")

    assert load.catalogue(folder).version != small_catalogue().version


def test_a_new_review_date_is_no_new_content(folder: Path) -> None:
    edit(folder / "challenges" / "old-systems.yaml", "2026-11-22", "2027-01-01")

    assert load.catalogue(folder).version == small_catalogue().version


def test_domains_stages_and_questions_keep_the_order_in_which_they_were_written() -> None:
    catalogue = small_catalogue()

    assert list(catalogue.domains) == ["work", "systems", "citizens"]
    assert list(catalogue.maturity.stages) == ["record", "engagement", "innovation"]
    assert list(catalogue.context) == ["role", "level", "size", "mandate", "drivers"]


def test_a_practice_belongs_to_the_domain_of_its_strongest_link_and_the_first_if_equal() -> None:
    practices = small_catalogue().practices

    assert practices["one-page-mandate"].domain == "work"
    assert practices["small-release"].domain == "systems"
    assert practices["backlog-day"].domain == "citizens"


def test_languages_can_be_chosen_and_ordered() -> None:
    assert list(load.catalogue(SMALL, None, ["nl", "en"]).languages) == ["nl", "en"]

    dutch = load.catalogue(SMALL, None, ["nl"])

    assert list(dutch.languages) == ["nl"]
    assert list(dutch.challenges["old-systems"].text) == ["nl"]
    assert list(dutch.statements["old-systems/s1"].text) == ["nl"]
    assert list(dutch.examples) == ["mainframe-nl"]


def test_a_language_that_nobody_uses_may_be_missing(folder: Path) -> None:
    edit(folder / "sources.yaml", "review:", "review:")
    file = folder / "cases" / "example-town-releases.yaml"
    file.write_text(re.sub(r"(?ms)^nl:.*", "", file.read_text("utf-8")), "utf-8")

    assert load.read(folder).catalogue is None
    assert load.read(folder, None, ["en"]).catalogue is not None


def test_a_language_that_nobody_uses_is_still_checked(folder: Path) -> None:
    edit(folder / "cases" / "example-town-releases.yaml", "  body: Voorbeeldstad\n", "")

    assert [p.rule for p in load.read(folder, None, ["en"]).problems] == ["missing-key"]


def test_a_language_that_is_not_listed_cannot_be_asked_for() -> None:
    (problem,) = load.read(SMALL, None, ["en", "fr"]).problems

    assert problem.path.endswith("languages.yaml")
    assert '"fr"' in problem.message


def test_a_third_language_needs_only_its_blocks(folder: Path) -> None:
    rules = "  fy: {name: Frysk, stemmer: dutch, stop_words: [de], negations: [net], detect: [fan]}\n"
    (folder / "languages.yaml").write_text((folder / "languages.yaml").read_text("utf-8") + rules, "utf-8")
    for file in folder.rglob("*.yaml"):
        text = file.read_text("utf-8")
        text = (
            re.sub(r"(?m)^( *)nl:((?:.*)(?:\n\1 +.*)*)", r"\1nl:\2\n\1fy:\2", text)
            if file.stem != "languages"
            else text
        )
        text = re.sub(r"(, nl: )((?:\[[^]]*\]|[^}])*)\}", r"\1\2, fy: \2}", text)
        file.write_text(text, "utf-8")

    loaded = load.read(folder)

    assert loaded.problems == ()
    assert loaded.catalogue is not None
    assert list(loaded.catalogue.challenges["old-systems"].text) == ["en", "nl", "fy"]


def test_the_shipped_folder_is_found() -> None:
    assert load.shipped_folder().name in ("knowledge", "content")


def test_reading_takes_time_in_proportion_to_the_number_of_files(folder: Path) -> None:
    practice = (folder / "practices" / "backlog-day.yaml").read_text("utf-8")
    for number in range(400):
        (folder / "practices" / f"p-{number}.yaml").write_text(practice, "utf-8")

    started = time.process_time()
    loaded = load.read(folder)

    assert loaded.catalogue is not None
    assert time.process_time() - started < 6  # about 1 on a quiet machine; anything quadratic takes minutes
