"""The overlay as a workshop: what is refused changes nothing, what is applied can be taken back."""

import json
import shutil
from pathlib import Path

import pytest

from bot.knowledge.workshop import HISTORY, Changed, Examined, Refusal, Workshop
from tests.small import SMALL

WHEN = "2026-11-22T12:00:00.000+00:00"
LATER = "2026-11-22T13:00:00.000+00:00"
DISABLED = "disabled: true\n"


def text(id: str) -> str:
    return (SMALL / "practices" / f"{id}.yaml").read_text(encoding="utf-8")


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    return tmp_path / "overlay"


@pytest.fixture
def workshop(overlay: Path) -> Workshop:
    return Workshop(SMALL, overlay, None)


def examined(workshop: Workshop, name: str, content: str) -> Examined:
    overlay = workshop._overlay
    assert overlay is not None
    overlay.mkdir(exist_ok=True)
    found = workshop.examine(name, content.encode())
    assert isinstance(found, Examined), found
    return found


def test_a_changed_entry_is_told_with_its_old_and_new_words(workshop: Workshop, overlay: Path) -> None:
    found = examined(workshop, "backlog-day.yaml", text("backlog-day").replace("Sort the pile on one day", "Sort it"))

    (change,) = found.comparison.changes
    assert (change.entry, change.before, change.after) == ("backlog-day", "Sort the pile on one day", "Sort it")
    assert found.comparison.one_sided == {("practices", "backlog-day"): ("nl",)}
    assert list(overlay.iterdir()) == []


def test_a_file_of_items_and_an_entry_switched_off_find_their_place(workshop: Workshop) -> None:
    assert examined(workshop, "care.yaml", (SMALL / "care.yaml").read_text() + "# mine\n").proposal.place == "care.yaml"
    assert examined(workshop, "backlog-day.yaml", DISABLED).proposal.place == "practices/backlog-day.yaml"


def test_applying_keeps_what_was_there_with_who_and_when(workshop: Workshop, overlay: Path) -> None:
    first = examined(workshop, "backlog-day.yaml", text("backlog-day").replace("effort: 2", "effort: 3"))
    assert isinstance(workshop.apply(first.proposal, "42", WHEN), Changed)
    second = examined(workshop, "backlog-day.yaml", text("backlog-day").replace("effort: 2", "effort: 4"))

    changed = workshop.apply(second.proposal, "43", LATER)

    assert isinstance(changed, Changed)
    assert changed.catalogue.practices["backlog-day"].effort == 4
    lines = [json.loads(line) for line in (overlay / HISTORY / "log.jsonl").read_text().splitlines()]
    assert [(line["who"], line["when"]) for line in lines] == [("42", WHEN), ("43", LATER)]
    assert (overlay / HISTORY / lines[1]["kept"]).read_text(encoding="utf-8") == first.proposal.text


def test_applying_twice_is_applying_once(workshop: Workshop, overlay: Path) -> None:
    found = examined(workshop, "backlog-day.yaml", text("backlog-day").replace("effort: 2", "effort: 3"))

    assert isinstance(workshop.apply(found.proposal, "42", WHEN), Changed)
    assert isinstance(workshop.apply(found.proposal, "42", WHEN), Changed)

    assert len((overlay / HISTORY / "log.jsonl").read_text().splitlines()) == 1


def test_a_link_that_leads_out_of_the_overlay_is_not_followed(
    workshop: Workshop, overlay: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    overlay.mkdir()
    (overlay / "practices").symlink_to(elsewhere)

    found = workshop.examine("backlog-day.yaml", text("backlog-day").replace("effort: 2", "effort: 3").encode())

    assert isinstance(found, Refusal)
    assert found.reason == "outside"
    assert list(elsewhere.iterdir()) == []


def test_what_fitted_when_it_was_looked_at_and_no_longer_does_is_refused(workshop: Workshop, overlay: Path) -> None:
    found = examined(workshop, "backlog-day.yaml", DISABLED)
    (overlay / "practices").mkdir()
    needs = text("write-it-down").replace("effort:", "needs: [backlog-day]\neffort:", 1)
    (overlay / "practices" / "now-needs-it.yaml").write_text(needs, encoding="utf-8")

    refused = workshop.apply(found.proposal, "42", WHEN)

    assert isinstance(refused, Refusal)
    assert refused.reason == "problems"
    assert any("now-needs-it.yaml" in problem.path for problem in refused.problems)
    assert not (overlay / "practices" / "backlog-day.yaml").exists()


def test_undo_that_would_break_what_came_after_is_refused(workshop: Workshop, overlay: Path) -> None:
    new = text("backlog-day")
    first = examined(workshop, "second-backlog-day.yaml", new)
    assert isinstance(workshop.apply(first.proposal, "42", WHEN), Changed)
    needs = text("write-it-down").replace("effort:", "needs: [second-backlog-day]\neffort:", 1)
    (overlay / "practices" / "now-needs-it.yaml").write_text(needs, encoding="utf-8")

    refused = workshop.undo("42", LATER)

    assert isinstance(refused, Refusal)
    assert refused.reason == "problems"
    assert (overlay / "practices" / "second-backlog-day.yaml").exists()


def test_a_line_of_the_log_that_a_crash_cut_short_is_passed_over(workshop: Workshop, overlay: Path) -> None:
    found = examined(workshop, "backlog-day.yaml", text("backlog-day").replace("effort: 2", "effort: 3"))
    assert isinstance(workshop.apply(found.proposal, "42", WHEN), Changed)
    with (overlay / HISTORY / "log.jsonl").open("a") as log:
        log.write('{"when": "2026-')

    assert isinstance(workshop.undo("42", LATER), Changed)
    assert not (overlay / "practices" / "backlog-day.yaml").exists()


def test_a_folder_that_may_not_be_written_to_is_said(workshop: Workshop, overlay: Path) -> None:
    found = examined(workshop, "backlog-day.yaml", text("backlog-day").replace("effort: 2", "effort: 3"))
    shutil.rmtree(overlay)
    overlay.mkdir()
    (overlay / "practices").write_text("a file where a folder should be")

    refused = workshop.apply(found.proposal, "42", WHEN)

    assert isinstance(refused, Refusal)
    assert refused.reason in ("problems", "unwritable")
