"""Who is who, without knowing it."""

import threading
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage.identity import identity, new_identity


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "kompas.key"

    first, second = identity(path), identity(path)

    assert path.stat().st_mode & 0o777 == 0o600
    assert first.fingerprint == second.fingerprint
    assert first.chat("telegram", "42") == second.chat("telegram", "42")
    assert [file.name for file in path.parent.iterdir()] == ["kompas.key"]


def test_two_programs_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(identity(tmp_path / "kompas.key").fingerprint)) for _ in range(8)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_chat_is_known_by_channel_and_address_only_with_the_key() -> None:
    mine, other = new_identity(), new_identity()

    assert len({mine.chat("telegram", "42"), mine.chat("terminal", "42"), mine.chat("telegram", "43")}) == 3
    assert mine.chat("telegram", "42") != other.chat("telegram", "42")
    assert "1234567890" not in mine.seal("1234567890")
    assert mine.unseal(mine.seal("1234567890")) == "1234567890"


def test_an_address_of_another_key_is_refused() -> None:
    with pytest.raises(StorageError, match="another secret key"):
        new_identity().unseal(new_identity().seal("42"))


@pytest.mark.parametrize("content", ["", "abc", "zz" * 32, "é" * 32])
def test_a_file_that_holds_no_key_is_refused_and_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "kompas.key"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(StorageError, match="does not hold a key of Kompas"):
        identity(path)

    assert path.read_text(encoding="utf-8") == content


def test_a_place_where_no_key_can_be_written_is_said() -> None:
    with pytest.raises(StorageError, match="secret_key_file"):
        identity(Path("/proc/kompas/kompas.key"))
