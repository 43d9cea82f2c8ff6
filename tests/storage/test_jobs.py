"""What admins asked for waits until its outcome is in the inbox, and goes with the chat."""

from pathlib import Path

import pytest

from bot.dialogue.event import Event, Work
from bot.dialogue.post import Done
from bot.storage.database import Database
from bot.storage.identity import Identity, new_identity
from bot.storage.inbox import Inbox
from bot.storage.jobs import Jobs
from bot.storage.store import Store
from tests.support import NOW

CHANNEL = "telegram"


class Office:
    """A database with one chat in it."""

    def __init__(self, folder: Path) -> None:
        self.db = Database(folder / "kompas.db")
        who: Identity = new_identity()
        self.inbox, self.store = Inbox(self.db, who), Store(self.db)
        self.jobs = Jobs(self.db, who, self.inbox)
        self.chat = who.chat(CHANNEL, "42")
        with self.db.writing():
            self.inbox.receive(CHANNEL, 1, "42", Event("", "command", "/reload", NOW))
            waiting = self.inbox.next(CHANNEL)
            assert waiting is not None
            self.inbox.finish(waiting, NOW)

    def ask(self, kind: str = "reload") -> None:
        with self.db.writing():
            self.jobs.ask(CHANNEL, self.chat, Work(kind, "about"), NOW)  # type: ignore[arg-type]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_jobs_wait_in_the_order_in_which_they_were_asked_for(office: Office) -> None:
    office.ask("reload")
    office.ask("health")

    job = office.jobs.next(CHANNEL)

    assert job is not None
    assert (job.kind, job.about, job.address) == ("reload", "about", "42")
    assert office.jobs.next("terminal") is None


def test_a_finished_job_leaves_an_event_once(office: Office) -> None:
    office.ask()
    job = office.jobs.next(CHANNEL)
    assert job is not None

    with office.db.writing():
        assert office.jobs.finish(CHANNEL, job, Done("what came of it"), NOW)
        assert not office.jobs.finish(CHANNEL, job, Done("what came of it"), NOW)

    waiting = office.inbox.next(CHANNEL)
    assert waiting is not None
    assert (waiting.event.chat, waiting.event.kind, waiting.event.value) == (office.chat, "work", "what came of it")
    assert office.jobs.next(CHANNEL) is None


def test_a_proposal_is_kept_until_it_is_settled(office: Office) -> None:
    for done in (Done("", proposal={"place": "a"}), Done("", proposal={"place": "b"}, settled=True)):
        office.ask("examine")
        job = office.jobs.next(CHANNEL)
        assert job is not None
        with office.db.writing():
            office.jobs.finish(CHANNEL, job, done, NOW)

    assert office.jobs.proposal(office.chat) == {"place": "b"}
    with office.db.writing():
        office.jobs.discard(office.chat)
    assert office.jobs.proposal(office.chat) is None


def test_forgetting_a_chat_takes_its_jobs_proposals_and_gaps_along(office: Office) -> None:
    office.ask()
    job = office.jobs.next(CHANNEL)
    assert job is not None
    with office.db.writing():
        office.jobs.finish(CHANNEL, job, Done("", proposal={"place": "a"}), NOW)
        office.store.keep_gap(office.chat, "words", NOW)
    office.ask()

    with office.db.writing():
        office.store.forget(office.chat)

    assert office.jobs.next(CHANNEL) is None
    assert office.jobs.proposal(office.chat) is None
    assert office.store.gaps(10) == ()
    for table in ("jobs", "proposals", "gaps"):
        assert office.db.rows(f"SELECT * FROM {table}") == []


def test_gaps_come_newest_first_and_go_with_the_retention(office: Office) -> None:
    with office.db.writing():
        office.store.keep_gap(office.chat, "old", NOW - 30 * 24 * 3600)
        office.store.keep_gap(office.chat, "new", NOW)
        assert office.store.gaps(10) == ("new", "old")
        office.store.purge(NOW, 10)

    assert office.store.gaps(10) == ("new",)
