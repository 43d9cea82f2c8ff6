"""What the tests of this channel share: a stand-in that is served, a small bot beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import Kompas
from tests.support import small_bot
from tests.telegram.standin import StandIn
from tests.telegram.wire import served


@pytest.fixture
def standin() -> StandIn:
    return StandIn()


@pytest.fixture
def url(standin: StandIn) -> Iterator[str]:
    with served(standin) as address:
        yield address


@pytest.fixture
def kompas(tmp_path: Path) -> Iterator[Kompas]:
    bot = small_bot(tmp_path)
    yield bot
    bot.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses after a fault are short; those that Telegram asks for are not."""
    monkeypatch.setattr("bot.telegram.faults.LONGEST_PAUSE", 0.1)
