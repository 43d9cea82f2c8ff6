"""Admins keep the knowledge base from their chat: the real app, the small knowledge base, an overlay, the stand-in."""

import json
import threading
from pathlib import Path

import pytest

from bot import app
from bot.app import Kompas
from bot.config import KnowledgeSettings, Settings, TelegramSettings
from tests.small import SMALL
from tests.telegram.person import Person
from tests.telegram.running import running
from tests.telegram.standin import StandIn

ADMIN, OTHER_ADMIN, SOMEBODY = 42, 43, 44

NEW = """\
addresses: {old-systems: 3}
effort: 1
first_result: days
cost: none
agree: [team]
reviewed: 2026-11-22
review: draft
en:
  title: Ask the man who built it
  what: An hour with the one who knows the system.
  why: What only one head holds, leaves with that head.
  steps: ["This week: ask for an hour.", Write down what you hear., Show it to a colleague.]
  pitfalls: [You wait too long.]
  measure: Two people can explain it.
nl:
  title: Vraag het de maker
  what: Een uur met wie het systeem kent.
  why: Wat in één hoofd zit, gaat met dat hoofd weg.
  steps: ["Deze week: vraag om een uur.", Schrijf op wat u hoort., Laat het een collega lezen.]
  pitfalls: [U wacht te lang.]
  measure: Twee mensen kunnen het uitleggen.
"""


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    folder = tmp_path / "overlay"
    folder.mkdir()
    return folder


@pytest.fixture
def bot(tmp_path: Path, overlay: Path) -> Kompas:
    return made(tmp_path, overlay)


def made(tmp_path: Path, overlay: Path | None) -> Kompas:
    settings = Settings(
        knowledge=KnowledgeSettings(path=SMALL, overlay=overlay),
        database=tmp_path / "kompas.db",
        telegram=TelegramSettings(admins=(ADMIN, OTHER_ADMIN)),
    )
    return app.build(settings)


class Admin(Person):
    """An admin who waits for what comes of each step."""

    def __init__(self, standin: StandIn, id: int = ADMIN) -> None:
        super().__init__(standin, id)

    def until(self, words: str, seconds: float = 30.0) -> str:
        """Wait until the bot has said something with these words; the newest message that has them."""
        self.standin.wait(
            lambda: any(words in text for text in self.chat.heard), seconds, lambda: f"{words}: {self.chat.heard}"
        )
        return [text for text in self.chat.heard if words in text][-1]

    def sends(self, name: str, text: str, then: str) -> str:
        self.send_file(name, text.encode())
        return self.until(then)


def test_a_new_practice_is_previewed_applied_and_advised_without_a_restart(
    standin: StandIn, url: str, bot: Kompas, overlay: Path
) -> None:
    admin, somebody = Admin(standin), Admin(standin, SOMEBODY)

    with running(bot, url):
        preview = admin.sends("ask-the-maker.yaml", NEW, "is in order")
        assert "practices/ask-the-maker.yaml" in preview
        assert "Ask the man who built it" in preview
        assert not (overlay / "practices").exists()
        admin.press("Put in place")
        admin.until("In place: practices/ask-the-maker.yaml")
        somebody.say("/start p_ask-the-maker")
        assert "An hour with the one who knows the system." in somebody.until("Ask the man who built it")

    assert (overlay / "practices" / "ask-the-maker.yaml").read_text(encoding="utf-8") == NEW
    assert standin.refused() == []


def test_a_wrong_file_is_told_at_its_line_and_changes_nothing(
    standin: StandIn, url: str, bot: Kompas, overlay: Path
) -> None:
    admin, before = Admin(standin), bot.catalogue

    with running(bot, url):
        told = admin.sends("ask-the-maker.yaml", NEW.replace("old-systems", "old-sistems"), "does not fit")

    assert 'practices/ask-the-maker.yaml:1:13: error: no challenge "old-sistems"; did you mean "old-systems"?' in told
    assert bot.catalogue is before
    assert list(overlay.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("Ask The Maker.yaml", NEW, "cannot be the name"),
        ("ask-the-maker.yml", NEW, "cannot be the name"),
        ("../practices/ask-the-maker.yaml", NEW, "cannot be the name"),
        ("practices/../../ask-the-maker.yaml", NEW, "cannot be the name"),
        ("..\\ask-the-maker.yaml", NEW, "cannot be the name"),
        ("ask-the-maker.yaml", "hello: there", "cannot tell what"),
        ("ask-the-maker.yaml", "disabled: true", "nothing to switch off"),
        ("ask-the-maker.yaml", "  \n", "is empty"),
        ("ask-the-maker.yaml", "x" * 1_100_000, "too large"),
        ("ask-the-maker.yaml", NEW + "  [", "does not fit"),
        ("", NEW, "cannot be the name"),
    ],
)
def test_an_odd_file_is_refused_with_the_reason(
    standin: StandIn, url: str, bot: Kompas, overlay: Path, name: str, data: str, said: str
) -> None:
    admin = Admin(standin)

    with running(bot, url):
        admin.sends(name, data, said)

    assert list(overlay.parent.rglob("ask-the-maker*")) == []


def test_what_is_no_text_and_what_telegram_does_not_give_is_refused(standin: StandIn, url: str, bot: Kompas) -> None:
    admin = Admin(standin)

    with running(bot, url):
        admin.send_file("ask-the-maker.yaml", b"\xff\xfe\x00")
        admin.until("is not text in UTF-8")
        admin.send_file("ask-the-maker.yaml", bytes(20 * 1024 * 1024 + 1))
        admin.until("too large")
        admin.send(document={"file_id": "gone", "file_unique_id": "gone", "file_name": "x.yaml"})
        admin.until("could not fetch")


def test_a_file_that_would_break_what_others_name_is_refused(standin: StandIn, url: str, bot: Kompas) -> None:
    admin, before = Admin(standin), bot.catalogue
    needed = next(need for practice in before.practices.values() for need in practice.needs)
    text = NEW.replace("effort: 1", f"effort: 1\nneeds: [{needed}]")

    with running(bot, url):
        admin.sends("ask-the-maker.yaml", text, "is in order")
        admin.press("Put in place")
        admin.until("In place: practices/ask-the-maker.yaml")
        told = admin.sends(f"{needed}.yaml", "disabled: true", "does not fit")

    assert "practices/ask-the-maker.yaml" in told
    assert needed in bot.catalogue.practices


def test_of_two_admins_at_once_the_second_is_told_that_it_changed(
    standin: StandIn, url: str, bot: Kompas, overlay: Path
) -> None:
    one, other = Admin(standin), Admin(standin, OTHER_ADMIN)

    with running(bot, url):
        one.sends("ask-the-maker.yaml", NEW, "is in order")
        other.sends("ask-the-maker.yaml", NEW.replace("effort: 1", "effort: 2"), "is in order")
        one.press("Put in place")
        one.until("In place")
        other.press("Put in place")
        other.until("Somebody else changed practices/ask-the-maker.yaml")

    assert (overlay / "practices" / "ask-the-maker.yaml").read_text(encoding="utf-8") == NEW
    assert bot.catalogue.practices["ask-the-maker"].effort == 1


def test_undo_takes_back_the_last_change_and_then_the_one_before(
    standin: StandIn, url: str, bot: Kompas, overlay: Path
) -> None:
    admin, path, changed = Admin(standin), overlay / "practices" / "ask-the-maker.yaml", NEW.replace("t: 1", "t: 2")

    with running(bot, url):
        admin.sends("ask-the-maker.yaml", NEW, "Ask the man who built it")
        admin.press("Put in place")
        admin.until("In place")
        admin.sends("ask-the-maker.yaml", changed, "ask-the-maker/effort")
        admin.press("Put in place")
        standin.wait(lambda: sum("In place" in text for text in admin.chat.heard) == 2)
        assert path.read_text(encoding="utf-8") == changed
        admin.say("/undo")
        admin.until("Taken back")
        assert path.read_text(encoding="utf-8") == NEW
        admin.say("/undo")
        admin.until("is gone again")
        assert not path.exists()
        admin.say("/undo")
        admin.until("nothing to take back")

    log = [json.loads(line) for line in (overlay / ".history" / "log.jsonl").read_text().splitlines()]
    assert [line["who"] for line in log] == [str(ADMIN)] * 4
    assert "ask-the-maker" not in bot.catalogue.practices


def test_undo_leaves_alone_what_somebody_changed_by_hand(
    standin: StandIn, url: str, bot: Kompas, overlay: Path
) -> None:
    admin, path = Admin(standin), overlay / "practices" / "ask-the-maker.yaml"

    with running(bot, url):
        admin.sends("ask-the-maker.yaml", NEW, "is in order")
        admin.press("Put in place")
        admin.until("In place")
        path.write_text(NEW.replace("days", "weeks"), encoding="utf-8")
        admin.say("/undo")
        admin.until("changed after that, outside this chat")

    assert "weeks" in path.read_text(encoding="utf-8")


def test_reload_reads_what_was_changed_by_hand_and_keeps_what_was_there_when_it_is_wrong(
    standin: StandIn, url: str, bot: Kompas, overlay: Path
) -> None:
    admin, path = Admin(standin), overlay / "practices" / "ask-the-maker.yaml"
    path.parent.mkdir()

    with running(bot, url):
        path.write_text(NEW, encoding="utf-8")
        admin.say("/reload")
        admin.until("Read again")
        good = bot.catalogue
        path.write_text("effort: [", encoding="utf-8")
        admin.say("/reload")
        told = admin.until("does not fit")

    assert "ask-the-maker" in good.practices
    assert bot.catalogue is good
    assert "\npractices/ask-the-maker.yaml:" in told


def test_discarding_forgets_the_file(standin: StandIn, url: str, bot: Kompas, overlay: Path) -> None:
    admin = Admin(standin)

    with running(bot, url):
        admin.sends("ask-the-maker.yaml", NEW, "is in order")
        screen = admin.screen
        admin.press("Discard")
        admin.until("Put aside")
        admin.press("Put in place", screen) if "Put in place" in screen.labels else None

    assert list(overlay.iterdir()) == []


def test_health_counts_what_the_deep_check_finds(standin: StandIn, url: str, bot: Kompas) -> None:
    admin = Admin(standin)

    with running(bot, url):
        admin.say("/health")
        told = admin.until("Examples with an expected challenge")

    assert f"Content {bot.catalogue.version}" in told
    assert "0 errors" in told


def test_an_error_in_another_file_is_not_blamed_on_the_one_that_was_sent(
    standin: StandIn, url: str, bot: Kompas, overlay: Path
) -> None:
    admin = Admin(standin)
    (overlay / "practices").mkdir()
    (overlay / "practices" / "half-done.yaml").write_text("effort: [", encoding="utf-8")

    with running(bot, url):
        told = admin.sends("ask-the-maker.yaml", NEW, "another file has an error")

    assert "practices/half-done.yaml:" in told


def test_advice_that_was_taken_back_is_said_aloud(standin: StandIn, url: str, bot: Kompas) -> None:
    admin, somebody = Admin(standin), Admin(standin, SOMEBODY)

    with running(bot, url):
        admin.sends("ask-the-maker.yaml", NEW, "is in order")
        admin.press("Put in place")
        admin.until("In place")
        somebody.say("our mainframe is forty years old and nobody dares to touch the cobol")
        somebody.until("Here is what I hear")
        somebody.say("/advice")
        somebody.until("Ask the man who built it")
        admin.say("/undo")
        admin.until("is gone again")
        somebody.say("/advice")
        somebody.until("you chose or were advised is no longer in it")
        somebody.say("/start p_ask-the-maker")
        somebody.until("not (or no longer) here")


@pytest.mark.parametrize("command", ["/reload", "/health", "/gaps", "/undo"])
def test_to_others_the_commands_of_admins_are_unknown(standin: StandIn, url: str, bot: Kompas, command: str) -> None:
    somebody = Person(standin, SOMEBODY)

    with running(bot, url):
        somebody.say("/start")
        somebody.hears(1)
        somebody.say("/nonsense")
        (_, unknown) = somebody.hears(2)
        somebody.say(command)
        (_, _, told) = somebody.hears(3)

    assert told == unknown


def test_a_file_from_somebody_else_is_only_another_kind_of_message(standin: StandIn, url: str, bot: Kompas) -> None:
    somebody = Person(standin, SOMEBODY)

    with running(bot, url):
        somebody.say("/start")
        somebody.hears(1)
        somebody.send_file("ask-the-maker.yaml", NEW.encode())
        (_, told) = somebody.hears(2)

    assert "YAML" not in told
    assert standin.count("getFile") == 0


def test_without_an_overlay_nothing_can_be_put_in_place(standin: StandIn, url: str, tmp_path: Path) -> None:
    admin = Admin(standin)

    with running(made(tmp_path, None), url):
        admin.sends("ask-the-maker.yaml", NEW, "knowledge.overlay")


def test_what_nobody_understood_is_kept_only_with_a_yes_and_goes_with_everything_else(
    standin: StandIn, url: str, bot: Kompas
) -> None:
    admin, silent, willing = Admin(standin), Admin(standin, SOMEBODY), Admin(standin, 45)

    with running(bot, url):
        for person, words in (
            (silent, "what is the best colour for an elephant"),
            (willing, "is it going to rain on the green whales"),
        ):
            person.say(words)
            person.until("May those who keep my knowledge")
        willing.press("You may read this")
        willing.until("Thank you. They can read that text")
        admin.say("/gaps")
        told = admin.until("What I did not recognise")
        assert "green whales" in told
        assert "elephants" not in told
        willing.say("/forget")
        willing.until("Shall I erase")
        willing.press("Erase everything")
        willing.until("erased")
        admin.say("/gaps")
        admin.until("Nothing yet")


def test_an_errand_that_a_crash_cut_short_is_done_after_the_next_start(
    standin: StandIn, url: str, tmp_path: Path, overlay: Path
) -> None:
    admin, first = Admin(standin), made(tmp_path, overlay)
    first.perform = lambda job, data=None: threading.Event().wait()  # type: ignore[assignment,return-value,method-assign]

    with running(first, url):
        admin.say("/reload")
        admin.until("I am reading the files again")
    first.close()

    with running(made(tmp_path, overlay), url):
        admin.until("Read again")
