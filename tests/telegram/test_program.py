"""The real program as a process: whole conversations of several people, also when it is killed in the middle."""

import random
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.telegram.person import Person
from tests.telegram.program import Program, Walker
from tests.telegram.standin import TOKEN, StandIn

SITUATIONS = {
    "en": "our core system is forty years old and nobody dares to touch it, and every approval takes weeks",
    "nl": "ons systeem is veertig jaar oud en niemand durft eraan te komen, en elke goedkeuring duurt weken",
}
KILLS = 3


@pytest.fixture
def program(tmp_path: Path, url: str) -> Iterator[Program]:
    running = Program(tmp_path, url)
    yield running
    running.process.kill()
    running.process.wait()


def walkers(standin: StandIn, count: int) -> list[Walker]:
    languages = [("en", "nl")[n % 2] for n in range(count)]
    return [Walker(Person(standin, 1234500 + n, lang), SITUATIONS[lang]) for n, lang in enumerate(languages)]


def walk_all(people: list[Walker]) -> None:
    with ThreadPoolExecutor(len(people)) as pool:
        for walk in [pool.submit(person.walk) for person in people]:
            walk.result()


def test_several_people_reach_their_advice_at_once(standin: StandIn, program: Program) -> None:
    people = walkers(standin, 6)

    walk_all(people)
    code = program.stop()

    assert code == 0, program.log
    assert standin.refused() == []
    for person in people:
        assert person.generations == list(range(1, person.said + 1))
    presses = sum(person.said - 1 for person in people)
    assert len(standin.answered) == presses
    english, dutch = people[0].person.chat.heard[-1], people[1].person.chat.heard[-1]
    assert english != dutch


def test_a_kill_in_the_middle_loses_nothing_and_doubles_nothing(standin: StandIn, program: Program) -> None:
    people = walkers(standin, 6)
    chance = random.Random(7)
    done = threading.Event()

    def said() -> int:
        return sum(person.said for person in people)

    def kill_now_and_then() -> None:
        for _ in range(KILLS):
            more = said() + 3
            standin.wait(lambda more=more: said() > more or done.is_set(), 30)  # type: ignore[misc]
            time.sleep(chance.random() * 0.05)
            program.kill()

    killer = threading.Thread(target=kill_now_and_then)
    killer.start()
    walk_all(people)
    done.set()
    killer.join()
    assert program.stop() == 0, program.log

    twice = 0
    for person in people:
        seen = person.generations
        assert seen == sorted(seen)
        assert set(seen) == set(range(1, person.said + 1))
        twice += len(seen) - len(set(seen))
    assert twice <= KILLS  # accepted by Telegram, and killed before that could be written down
    assert standin.refused(but="is not modified") == []


def test_messages_sent_while_it_is_down_are_answered_when_it_is_back(standin: StandIn, program: Program) -> None:
    people = [Person(standin, 100 + n) for n in range(3)]
    people[0].say("/start")
    people[0].hears(1)
    time.sleep(0.5)  # until it is written down that this was accepted
    program.process.kill()
    program.process.wait()

    for person in people:
        person.say("/help")
        person.say("/topics")
    program.kill()

    for person in people:
        person.hears(3)  # the start and two answers, or, for who comes in now, what is kept and two answers
    assert program.stop() == 0
    assert [len(person.chat.heard) for person in people] == [3, 3, 3]


def test_old_buttons_and_forged_ones_do_no_harm(standin: StandIn, program: Program) -> None:
    person = Person(standin, 42)
    person.say("/start")
    person.hears(1)
    first = person.screen
    person.press_data(first.rows[0][0][1], first)
    person.hears(2)

    forged = ("1:browse", "999:go", "x", "2:erase", ":", "2:open:../../etc/passwd", "é" * 30)
    for count, data in enumerate(forged, start=3):
        person.press_data(data, first)
        person.hears(count)

    assert person.screen.rows
    standin.wait(lambda: len(standin.answered) == len(forged) + 1)
    assert program.stop() == 0
    assert standin.refused() == []


def test_the_log_holds_no_words_no_ids_and_no_token(standin: StandIn, tmp_path: Path, url: str) -> None:
    program = Program(tmp_path, url, KOMPAS_LOG_LEVEL="DEBUG")
    person = Walker(Person(standin, 1234567890), "planted words: " + SITUATIONS["en"])

    person.walk()
    assert program.stop() == 0

    assert "serving" in program.log
    assert "stopped" in program.log
    for planted in ("planted", "1234567890", TOKEN, TOKEN.partition(":")[2]):
        assert planted not in program.log
    kept = subprocess.run(["grep", "-c", "1234567890", tmp_path / "kompas.db"], capture_output=True, check=False)
    assert kept.stdout.strip() == b"0"


def test_without_a_token_one_sentence_says_how_to_get_one(tmp_path: Path, url: str) -> None:
    program = Program(tmp_path, url, KOMPAS_TELEGRAM_TOKEN="")

    assert program.end() == 1
    (line,) = program.log.splitlines()
    for word in ("@BotFather", "telegram.token", "KOMPAS_TELEGRAM_TOKEN"):
        assert word in line


@pytest.mark.parametrize("token", ["123456:wrong", "not even/a token"])
def test_a_token_that_telegram_does_not_know_is_said(tmp_path: Path, url: str, token: str) -> None:
    program = Program(tmp_path, url, KOMPAS_TELEGRAM_TOKEN=token)

    assert program.end() == 1
    assert "Telegram does not know this token" in program.log
    assert token not in program.log
    assert "Traceback" not in program.log


def test_it_can_be_stopped_while_telegram_cannot_be_reached(tmp_path: Path) -> None:
    program = Program(tmp_path, "http://127.0.0.1:9")
    deadline = time.monotonic() + 20
    while "reaching Telegram" not in program.log and time.monotonic() < deadline:
        time.sleep(0.05)

    assert program.stop() == 0
