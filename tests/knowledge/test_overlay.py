"""A site's overlay: entry by entry over the shipped ones, item by item in single files, or disabled."""

import shutil
from pathlib import Path

import pytest

from bot.advice.model import Catalogue
from bot.knowledge import load
from tests.small import SMALL, small_catalogue


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty overlay folder, `site` in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("site").mkdir()
    return Path("site")


def put(site: Path, name: str, text: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, "utf-8")


def changed(name: str, *edits: tuple[str, str]) -> str:
    text = (SMALL / name).read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def read(site: Path) -> Catalogue:
    loaded = load.read(SMALL, site)
    assert loaded.catalogue is not None, "\n".join(map(str, loaded.problems))
    return loaded.catalogue


def test_an_empty_overlay_changes_nothing(site: Path) -> None:
    assert read(site).version == small_catalogue().version


def test_an_entry_replaces_the_shipped_one_with_its_id(site: Path) -> None:
    name = "practices/backlog-day.yaml"
    put(site, name, changed(name, ("effort: 2", "effort: 5\ncontacts: [Ann of the service desk]")))

    catalogue = read(site)

    assert catalogue.practices["backlog-day"].effort == 5
    assert catalogue.practices["backlog-day"].contacts == ("Ann of the service desk",)
    assert catalogue.version != small_catalogue().version
    assert len(catalogue.practices) == len(small_catalogue().practices)


def test_a_new_entry_is_added(site: Path) -> None:
    put(site, "practices/our-own.yaml", changed("practices/backlog-day.yaml"))

    assert "our-own" in read(site).practices


def test_a_single_file_is_laid_over_item_by_item(site: Path) -> None:
    put(
        site,
        "sources.yaml",
        "sources:\n  audit-report: {title: Ours, publisher: Us}\n  new: {title: N, publisher: P}\n",
    )

    sources = read(site).sources

    assert sources["audit-report"].title == "Ours"
    assert set(sources) == {"audit-report", "new", "service-handbook"}


def test_a_replaced_item_keeps_its_place_in_the_order(site: Path) -> None:
    put(site, "domains.yaml", "domains:\n  work:\n    en: {title: A, summary: A.}\n    nl: {title: B, summary: B.}\n")

    assert list(read(site).domains) == ["work", "systems", "citizens"]


def test_a_disabled_practice_is_gone_and_links_to_it_are_dropped(site: Path) -> None:
    put(site, "practices/named-owner.yaml", "disabled: true\n")

    catalogue = read(site)

    assert "named-owner" not in catalogue.practices
    assert catalogue.practices["small-release"].needs == ()


def test_a_disabled_challenge_takes_its_links_with_it(site: Path) -> None:
    put(site, "challenges/fear-of-mistakes.yaml", "disabled: true\n")

    catalogue = read(site)

    assert "blameless-review" not in catalogue.practices  # it served nothing else
    assert catalogue.practices["small-release"].not_yet_when == ()
    assert catalogue.challenges["slow-approval"].related == ("unclear-ownership",)
    assert catalogue.challenges["slow-approval"].text["en"].not_signs == ()
    assert catalogue.examples["mainframe-nl"].challenges == ("old-systems",)


def test_a_disabled_domain_takes_its_challenges_with_it(site: Path) -> None:
    put(site, "domains.yaml", "domains:\n  systems: {disabled: true}\n")

    catalogue = read(site)

    assert "old-systems" not in catalogue.challenges
    assert "write-it-down" not in catalogue.practices
    assert catalogue.practices["small-release"].domain == "citizens"
    assert catalogue.practices["one-register"].domain == "work"


def test_disabled_items_of_any_single_file_are_gone(site: Path) -> None:
    put(site, "sources.yaml", "sources: {service-handbook: {disabled: true}}\n")
    put(site, "care.yaml", "care: {burnout: {disabled: true}}\n")
    put(site, "maturity.yaml", "stages: {innovation: {disabled: true}}\nmarks: {value-conflicts: {disabled: true}}\n")

    catalogue = read(site)

    assert list(catalogue.care) == ["harassment"]
    assert catalogue.practices["small-release"].evidence == ()
    assert list(catalogue.maturity.axes["led"].options) == ["record", "engagement"]
    assert "stage" not in catalogue.practices["small-release"].fit


def test_options_that_a_site_leaves_out_are_dropped_from_shipped_entries(site: Path) -> None:
    options = "options:\n      own-work: {en: A, nl: A}\n      own-team: {en: B, nl: B}\n"
    question = (
        f"questions:\n  mandate:\n    en: {{question: Q?, short: S}}\n    nl: {{question: V?, short: K}}\n    {options}"
    )
    put(site, "context.yaml", question)

    catalogue = read(site)

    assert list(catalogue.context["mandate"].options) == ["own-work", "own-team"]
    assert catalogue.practices["one-page-mandate"].fit == {"mandate": {"own-work": 0.7}}


def test_an_overlay_entry_that_names_a_disabled_one_is_an_error_there(site: Path) -> None:
    put(site, "practices/named-owner.yaml", "disabled: true\n")
    put(site, "practices/small-release.yaml", changed("practices/small-release.yaml"))

    problems = load.read(SMALL, site).problems

    assert [(p.path, p.line, p.rule) for p in problems] == [("site/practices/small-release.yaml", 7, "disabled-id")]


def test_a_wrong_value_in_an_item_is_told_in_the_overlay(site: Path) -> None:
    put(site, "sources.yaml", "sources:\n  audit-report: {title: Ours, publisher: Us, year: 12}\n")

    (problem,) = load.read(SMALL, site).problems

    assert (problem.path, problem.line, problem.column) == ("site/sources.yaml", 2, 52)


def test_a_wrong_key_in_an_overlay_is_told_in_the_overlay(site: Path) -> None:
    put(site, "sources.yaml", "source:\n  audit-report: {title: Ours, publisher: Us}\n")

    (problem,) = load.read(SMALL, site).problems

    assert str(problem).startswith("site/sources.yaml:1:1: error: ")
    assert 'did you mean "sources"?' in problem.message


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("practices/named-ownr.yaml", "disabled: true\n", "unknown-id"),
        ("practices/named-owner.yaml", "disabled: true\neffort: 2\n", "disabled"),
        ("sources.yaml", "disabled: true\n", "disabled"),
        ("sources.yaml", "sources: {audit: {disabled: true}}\n", "unknown-id"),
        ("sources.yaml", "sources: {audit-report: {disabled: true, title: X}}\n", "disabled"),
        ("sources.yaml", "sources: {audit-report: {disabled: false}}\n", "unknown-key"),
    ],
)
def test_disabling_the_wrong_way_is_told(site: Path, name: str, text: str, rule: str) -> None:
    put(site, name, text)

    problems = load.read(SMALL, site).problems

    assert rule in [p.rule for p in problems]
    assert all(p.path == f"site/{name}" for p in problems)


def test_disabled_in_a_shipped_file_is_no_key(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "knowledge")
    put(tmp_path / "knowledge", "practices/backlog-day.yaml", "disabled: true\n")

    assert load.read(tmp_path / "knowledge").catalogue is None


def test_an_example_of_a_site_replaces_the_shipped_one_in_another_file(site: Path) -> None:
    put(
        site,
        "examples/ours.yaml",
        "reviewed: 2026-11-22\nreview: draft\nexamples:\n"
        "  weather-en: {lang: en, text: Is it raining?, challenges: []}\n  signatures-en: {disabled: true}\n",
    )

    examples = read(site).examples

    assert examples["weather-en"].text == "Is it raining?"
    assert set(examples) == {"weather-en", "mainframe-nl"}


def test_a_missing_overlay_folder_is_told() -> None:
    loaded = load.read(SMALL, Path("no-such-overlay"))

    assert [p.path for p in loaded.problems] == ["no-such-overlay"]
