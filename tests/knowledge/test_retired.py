"""Retired entries: not in the catalogue, and every link to one leads to the entry that took its place."""

import shutil
from pathlib import Path

import pytest

from bot.advice.model import Catalogue
from bot.knowledge import load
from bot.knowledge.problems import Problem
from tests.small import SMALL, small_catalogue


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small knowledge base, as `knowledge` in the current folder."""
    shutil.copytree(SMALL, tmp_path / "knowledge")
    monkeypatch.chdir(tmp_path)
    return Path("knowledge")


def retire(folder: Path, old: str, new: str, like: str = "") -> None:
    """Retire an entry (`challenges/old-one`); one that is not there is made as a copy of `like` (by default `new`)."""
    file = folder / f"{old}.yaml"
    source = file if file.exists() else file.with_name(f"{like or new}.yaml")
    file.write_text(source.read_text("utf-8").rstrip("\n") + f"\nreplaced_by: {new}\n", "utf-8")


def edit(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / f"{name}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def read(folder: Path, overlay: Path | None = None) -> Catalogue:
    loaded = load.read(folder, overlay)
    assert loaded.catalogue is not None, "\n".join(map(str, loaded.problems))
    return loaded.catalogue


def told(folder: Path) -> list[tuple[str, str]]:
    return [(problem.level, problem.rule) for problem in load.read(folder).problems]


def only_error(folder: Path) -> Problem:
    (problem,) = [problem for problem in load.read(folder).problems if problem.level == "error"]
    return problem


# --- what is in the catalogue ----------------------------------------------------------------------------------------


def test_retired_challenges_practices_and_cases_are_not_in_the_catalogue(folder: Path) -> None:
    retire(folder, "challenges/nobody-owns-it", "unclear-ownership")
    retire(folder, "practices/name-somebody", "named-owner")
    retire(folder, "cases/example-city", "example-town-releases")

    catalogue = read(folder)

    assert catalogue.challenges == small_catalogue().challenges
    assert catalogue.practices == small_catalogue().practices
    assert catalogue.cases == small_catalogue().cases
    assert list(catalogue.statements) == list(small_catalogue().statements)


def test_the_catalogue_says_what_took_the_place_of_challenges_and_practices(folder: Path) -> None:
    retire(folder, "practices/name-somebody", "named-owner")
    retire(folder, "challenges/nobody-owns-it", "unclear-ownership")
    retire(folder, "cases/example-city", "example-town-releases")

    catalogue = read(folder)

    assert catalogue.replaced == {"name-somebody": "named-owner", "nobody-owns-it": "unclear-ownership"}
    assert list(catalogue.replaced) == sorted(catalogue.replaced)
    assert small_catalogue().replaced == {}


def test_a_chain_of_retired_entries_leads_to_its_end(folder: Path) -> None:
    retire(folder, "practices/third", "named-owner")
    retire(folder, "practices/second", "third", like="named-owner")
    retire(folder, "practices/first", "second", like="named-owner")

    assert set(read(folder).replaced.values()) == {"named-owner"}


def test_the_version_follows_what_is_replaced(folder: Path) -> None:
    retire(folder, "practices/name-somebody", "named-owner")

    assert read(folder).version != small_catalogue().version


def test_a_retired_copy_of_its_replacement_is_nothing_to_complain_about(folder: Path) -> None:
    retire(folder, "challenges/nobody-owns-it", "unclear-ownership")

    assert told(folder) == []  # the same signs and statements, and no practice that addresses it


def test_a_challenge_is_addressed_when_a_practice_names_what_it_replaces(folder: Path) -> None:
    retire(folder, "challenges/stiff-data", "scattered-data")
    for practice in (folder / "practices").glob("*.yaml"):
        practice.write_text(practice.read_text("utf-8").replace("scattered-data:", "stiff-data:"), "utf-8")

    assert set(told(folder)) == {("warning", "retired-id")}


def test_a_challenge_that_only_a_retired_practice_addresses_is_told(folder: Path) -> None:
    retire(folder, "practices/blameless-review", "write-it-down")
    edit(folder, "practices/small-release", ", fear-of-mistakes: 1", "")

    assert ("warning", "no-practice") in told(folder)


# --- links -----------------------------------------------------------------------------------------------------------


def test_a_link_to_a_retired_challenge_keeps_the_larger_strength(folder: Path) -> None:
    retire(folder, "challenges/nobody-owns-it", "unclear-ownership")
    edit(
        folder,
        "practices/named-owner",
        "{unclear-ownership: 3, long-waiting: 1}",
        "{nobody-owns-it: 3, long-waiting: 1}",
    )
    edit(folder, "practices/one-page-mandate", "unclear-ownership: 2", "unclear-ownership: 1, nobody-owns-it: 2")
    edit(folder, "practices/one-register", "unclear-ownership: 1", "nobody-owns-it: 1, unclear-ownership: 2")

    practices = read(folder).practices

    assert practices["named-owner"].addresses == {"unclear-ownership": 3, "long-waiting": 1}
    assert practices["one-page-mandate"].addresses == {"slow-approval": 3, "unclear-ownership": 2}
    assert practices["one-register"].addresses["unclear-ownership"] == 2


def test_the_domain_of_a_practice_is_that_of_the_replacement(folder: Path) -> None:
    retire(folder, "challenges/slow-approval", "long-waiting")

    practices = read(folder).practices

    assert small_catalogue().practices["one-page-mandate"].domain == "work"
    assert practices["one-page-mandate"].domain == "citizens"
    assert practices["one-page-mandate"].addresses == {"long-waiting": 3, "unclear-ownership": 2}


def test_needs_lead_to_the_replacement_once_and_never_to_the_practice_itself(folder: Path) -> None:
    retire(folder, "practices/name-somebody", "named-owner")
    retire(folder, "practices/release-early", "small-release")
    edit(
        folder, "practices/small-release", "needs: [named-owner]", "needs: [name-somebody, named-owner, release-early]"
    )

    assert read(folder).practices["small-release"].needs == ("named-owner",)


def test_a_condition_follows_its_challenge_and_what_takes_it_away(folder: Path) -> None:
    retire(folder, "challenges/fear-of-mistakes", "slow-approval")
    retire(folder, "practices/blameless-review", "write-it-down")

    (condition,) = read(folder).practices["small-release"].not_yet_when

    assert condition.when.needs == (("challenge", "slow-approval"),)
    assert condition.first == "write-it-down"


def test_a_condition_is_not_taken_away_by_the_practice_itself(folder: Path) -> None:
    retire(folder, "practices/blameless-review", "small-release")

    (condition,) = read(folder).practices["small-release"].not_yet_when

    assert condition.first is None


def test_two_conditions_that_become_the_same_are_one(folder: Path) -> None:
    retire(folder, "challenges/blame", "fear-of-mistakes")
    same = "  - when: {challenge: blame}\n    first: blameless-review\n    en: People blame.\n    nl: Men verwijt.\n"
    edit(folder, "practices/small-release", "\nfit:\n", f"\n{same}fit:\n")

    (condition,) = read(folder).practices["small-release"].not_yet_when

    assert condition.text["en"].startswith("People are afraid")


def test_neighbours_and_siblings_lead_to_the_replacement_and_never_to_the_challenge_itself(folder: Path) -> None:
    retire(folder, "challenges/fear-of-mistakes", "unclear-ownership")

    challenge = read(folder).challenges["slow-approval"]

    assert challenge.related == ("unclear-ownership",)
    assert [not_sign.instead for not_sign in challenge.text["en"].not_signs] == ["unclear-ownership"]


def test_a_challenge_is_not_its_own_neighbour_or_sibling(folder: Path) -> None:
    retire(folder, "challenges/fear-of-mistakes", "slow-approval")

    challenge = read(folder).challenges["slow-approval"]

    assert challenge.related == ("unclear-ownership",)
    assert challenge.text["en"].not_signs == ()


def test_examples_expect_the_replacement(folder: Path) -> None:
    retire(folder, "challenges/slow-approval", "long-waiting")
    retire(folder, "practices/one-page-mandate", "write-it-down")

    example = read(folder).examples["signatures-en"]

    assert example.challenges == ("long-waiting",)
    assert example.practices == ("write-it-down",)


def test_a_practice_points_to_the_case_that_took_the_place_of_a_retired_one(folder: Path) -> None:
    retire(folder, "cases/example-city", "example-town-releases")
    edit(folder, "practices/small-release", "cases: [example-town-releases]", "cases: [example-city]")

    assert read(folder).practices["small-release"].cases == ("example-town-releases",)


# --- problems --------------------------------------------------------------------------------------------------------


def test_a_link_to_a_retired_entry_is_warned_about_with_the_end_of_the_chain(folder: Path) -> None:
    retire(folder, "practices/name-somebody", "named-owner")
    retire(folder, "practices/ask-somebody", "name-somebody", like="named-owner")
    edit(folder, "practices/small-release", "needs: [named-owner]", "needs: [ask-somebody]")

    (problem,) = load.read(folder).problems

    assert (problem.level, problem.rule, problem.line, problem.column) == ("warning", "retired-id", 7, 9)
    assert 'name "named-owner" instead' in problem.message


def test_a_need_that_becomes_circular_is_an_error(folder: Path) -> None:
    retire(folder, "practices/release-early", "small-release")
    edit(folder, "practices/named-owner", "needs: [one-page-mandate]", "needs: [one-page-mandate, release-early]")

    problem = only_error(folder)

    assert (problem.rule, problem.path, problem.line) == ("circular-needs", "knowledge/practices/named-owner.yaml", 7)
    assert 'named-owner -> small-release -> named-owner ("release-early" is now "small-release")' in problem.message
    assert problem.column == 27


def test_what_a_retired_practice_needs_is_no_circle(folder: Path) -> None:
    retire(folder, "practices/one-page-mandate", "write-it-down")
    edit(folder, "practices/one-page-mandate", "replaced_by:", "needs: [small-release]\nreplaced_by:")

    assert read(folder).practices["named-owner"].needs == ("write-it-down",)


def test_the_id_of_a_retired_challenge_is_no_practice(folder: Path) -> None:
    retire(folder, "challenges/named-owner", "unclear-ownership")

    problem = only_error(folder)

    assert (problem.rule, problem.path) == ("shared-id", "knowledge/challenges/named-owner.yaml")
    assert 'there is a practice "named-owner" too' in problem.message


# --- overlay ---------------------------------------------------------------------------------------------------------


def test_when_the_replacement_is_disabled_the_retired_entry_is_gone_with_it(folder: Path) -> None:
    retire(folder, "practices/name-somebody", "named-owner")
    edit(folder, "practices/small-release", "needs: [named-owner]", "needs: [name-somebody]")
    site = Path("site/practices")
    site.mkdir(parents=True)
    (site / "named-owner.yaml").write_text("disabled: true\n", "utf-8")

    catalogue = read(folder, Path("site"))

    assert catalogue.practices["small-release"].needs == ()
    assert catalogue.replaced == {}


def test_a_retired_challenge_outlives_its_domain(folder: Path) -> None:
    retire(folder, "challenges/old-systems", "slow-approval")
    retire(folder, "challenges/scattered-data", "slow-approval")
    Path("site").mkdir()
    Path("site/domains.yaml").write_text("domains:\n  systems: {disabled: true}\n", "utf-8")

    catalogue = read(folder, Path("site"))

    assert catalogue.replaced == {"old-systems": "slow-approval", "scattered-data": "slow-approval"}
    assert catalogue.practices["write-it-down"].addresses == {"slow-approval": 1}
