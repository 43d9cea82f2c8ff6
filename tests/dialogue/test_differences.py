"""A comparison as text: what an admin reads, line by line."""

from dataclasses import replace

import pytest

from bot.advice.comparison import Change, Comparison, Moved, Shift, compared
from bot.advice.trial import CHALLENGES, PRACTICES
from bot.dialogue.differences import printed
from tests.small import small_catalogue


def lines(*changes: Change, shifts: tuple[Shift, ...] = (), one_sided: tuple[str, ...] = ()) -> list[str]:
    sides = {(changes[0].kind, changes[0].entry): one_sided} if one_sided else {}
    return printed(Comparison(changes, sides, shifts, 3), small_catalogue()).splitlines()


def moved(from_place: int | None, to_place: int | None, challenge: str | None = None) -> str:
    shift = Shift("weather-en", ((), ()), (Moved("big-plan", from_place, to_place, challenge, 0.5, 0.25),), ((), ()))
    return lines(shifts=(shift,))[-1]


def test_without_a_difference_two_sentences_say_so() -> None:
    found = compared(small_catalogue(), replace(small_catalogue()))

    assert printed(found, small_catalogue()).splitlines() == [
        "The words are the same.",
        "",
        "0 of 3 examples change their first matches or their first five practices.",
    ]


def test_a_change_stands_under_its_entry_with_both_values() -> None:
    said = lines(
        Change("challenges", "old-systems", ("text", "en", "title"), "Old", "Too old"),
        Change("challenges", "old-systems", ("statements", "s1", "text", "en"), None, "A sentence."),
        Change("practices", "big-plan", ("effort",), "5", None),
        one_sided=("nl",),
    )

    assert said[:9] == [
        "challenges/old-systems",
        "  en.title",
        "  - Old",
        "  + Too old",
        "  statements.s1.en",
        "  + A sentence.",
        "  ! nl did not change; does it still say the same?",
        "practices/big-plan",
        "  effort",
    ]


def test_a_key_called_text_keeps_its_name() -> None:
    assert lines(Change("examples", "weather-en", ("text",), "a", "b"))[1] == "  text"


def test_an_entry_that_came_or_went_takes_one_line() -> None:
    said = lines(Change("cases", "a", (), None, "A title"), Change("cases", "b", (), "B title", None))

    assert said[:2] == ["new: cases/a  A title", "gone: cases/b  B title"]
    assert lines(Change("cases", "a", (), None, ""))[0] == "new: cases/a"


def test_a_text_of_several_lines_takes_one() -> None:
    assert lines(Change("practices", "a", ("why",), "one\ntwo", "one\n\n three\n"))[2:4] == [
        "  - one two",
        "  + one three",
    ]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((0, 2), "  big-plan: place 1 -> place 3 (others moved past it)"),
        ((2, 0), "  big-plan: place 3 -> place 1"),
        ((0, None), "  big-plan: place 1 -> not among the first (others moved past it)"),
        ((None, 0), "  big-plan: not among the first -> place 1"),
        ((None, 4), "  big-plan: not among the first -> place 5"),
    ],
)
def test_a_move_without_an_addend_says_whether_others_went_past(
    places: tuple[int | None, int | None], said: str
) -> None:
    assert moved(*places) == said


def test_a_move_with_an_addend_names_it() -> None:
    assert moved(0, 1, "old-systems") == "  big-plan: place 1 -> place 2 (old-systems 0.50 -> 0.25)"


def test_an_example_says_what_it_matches_now_and_whether_that_is_expected() -> None:
    shift = Shift("weather-en", ((), ("old-systems", "long-waiting")), (), ((PRACTICES,), (CHALLENGES,)))

    assert lines(shifts=(shift,))[-4:] == [
        "weather-en  What will the weather be tomorrow?",
        "  matches: nothing fits -> old-systems, long-waiting",
        "  challenges: no longer as expected",
        "  practices: as expected now",
    ]
