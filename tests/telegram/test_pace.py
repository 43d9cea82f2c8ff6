"""How fast we may send."""

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.pace import CHAT_BURST, MOST_KNOWN, Bucket, Pace


def test_a_burst_goes_at_once_and_then_one_each_second() -> None:
    bucket = Bucket(rate=1, burst=3)

    assert [bucket.reserve(100.0) for _ in range(5)] == [0, 0, 0, 1, 2]
    assert bucket.reserve(103.0) == 0
    assert bucket.reserve(103.0) == 1


def test_after_a_rest_the_burst_is_back_and_no_more() -> None:
    bucket = Bucket(rate=2, burst=2)
    for _ in range(10):
        bucket.reserve(0.0)

    assert [bucket.reserve(1000.0) for _ in range(3)] == [0, 0, 0.5]


@given(st.lists(st.floats(0, 3), min_size=1, max_size=60))
def test_no_window_ever_holds_more_than_it_may(gaps: list[float]) -> None:
    bucket, now, used = Bucket(rate=2, burst=4), 0.0, []

    for gap in gaps:
        now += gap
        used.append(now + bucket.reserve(now))

    for first in used:
        assert sum(first <= time < first + 5 - 1e-6 for time in used) <= 5 * 2 + 4


def test_one_busy_chat_does_not_slow_another() -> None:
    pace = Pace(per_second=30, per_chat=1)

    waits = [pace.wait_for_chat("busy", 0.0) for _ in range(CHAT_BURST + 5)]

    assert waits[-1] == 5
    assert pace.wait_for_chat("other", 0.0) == 0


def test_all_together_keep_the_limit() -> None:
    pace = Pace(per_second=30, per_chat=1)

    waits = [pace.wait_for_all(0.0) for _ in range(60)]

    assert waits[:15] == [0] * 15
    assert 1.4 < waits[-1] < 1.6


def test_chats_that_sent_nothing_lately_take_no_memory() -> None:
    pace = Pace(per_second=30, per_chat=1)

    for number in range(3 * MOST_KNOWN):
        pace.wait_for_chat(str(number), float(number))

    assert len(pace._chats) <= MOST_KNOWN
