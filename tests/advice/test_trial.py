"""Trying a catalogue out: the share with its interval, the examples, the signs left out, the practices out of reach."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice.model import FITS, Catalogue, Challenge, Example
from bot.advice.trial import (
    ADVICE,
    CHALLENGES,
    NOTHING,
    PRACTICES,
    Share,
    measure,
    scores,
    strays,
    tried,
    unreachable,
    without_sign,
)
from tests.situations import catalogues
from tests.small import fix_rule, small_catalogue


@pytest.fixture(autouse=True)
def rule(monkeypatch: pytest.MonkeyPatch) -> None:
    fix_rule(monkeypatch)


MAINFRAME = "Our mainframe is forty years old."


def example(text: str = MAINFRAME, challenges: tuple[str, ...] = (), practices: tuple[str, ...] = ()) -> Example:
    return Example("example", "en", text, challenges, practices)


# --- shares ----------------------------------------------------------------------------------------------------------


@st.composite
def shares(draw: st.DrawFn) -> Share:
    of = draw(st.integers(0, 100_000))
    return Share(draw(st.integers(0, of)), of)


@given(shares())
def test_an_interval_holds_its_share_and_lies_in_0_to_1(share: Share) -> None:
    low, high = share.interval

    assert 0 <= low <= share.share <= high <= 1


@given(shares(), st.integers(2, 20))
def test_more_examples_with_the_same_share_narrow_the_interval(share: Share, times: int) -> None:
    more = Share(share.hits * times, share.of * times)

    assert _width(more) < _width(share) or share.of == 0


@given(shares())
def test_failures_mirror_hits(share: Share) -> None:
    low, high = share.interval
    failures = Share(share.of - share.hits, share.of)

    assert failures.interval == pytest.approx((1 - high, 1 - low))


def test_the_interval_is_that_of_the_textbook() -> None:
    """Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662."""
    assert Share(81, 263).interval == pytest.approx((0.2553, 0.3662), abs=0.00005)


def test_nothing_of_nothing_says_nothing() -> None:
    assert (Share(0, 0).share, Share(0, 0).interval) == (0.0, (0.0, 1.0))


def _width(share: Share) -> float:
    low, high = share.interval
    return high - low


# --- examples --------------------------------------------------------------------------------------------------------


def test_one_of_the_acceptable_challenges_is_enough() -> None:
    assert tried(small_catalogue(), example(challenges=("slow-approval", "old-systems"))).failed == ()
    assert tried(small_catalogue(), example(challenges=("slow-approval",))).failed == (CHALLENGES,)


def test_every_expected_practice_is_needed() -> None:
    first = tried(small_catalogue(), example(challenges=("old-systems",))).practices
    absent = sorted(set(small_catalogue().practices) - set(first))[0]

    assert tried(small_catalogue(), example(challenges=("old-systems",), practices=first)).failed == ()
    assert tried(small_catalogue(), example(challenges=("old-systems",), practices=(*first, absent))).failed == (
        PRACTICES,
        ADVICE,
    )


def test_it_is_told_apart_whether_the_understanding_fails_or_the_content() -> None:
    unheard = example(MAINFRAME, challenges=("long-waiting",), practices=("backlog-day",))

    assert set(tried(small_catalogue(), unheard).failed) - {CHALLENGES} == {PRACTICES}


def test_where_nothing_should_fit_something_that_fits_is_a_failure() -> None:
    assert tried(small_catalogue(), example("What will the weather be tomorrow?")).failed == ()
    assert tried(small_catalogue(), example(MAINFRAME)).failed == (CHALLENGES,)


def test_scores_count_each_sort_of_example_by_itself() -> None:
    catalogue = replace(
        small_catalogue(),
        examples={
            "recognised": example(challenges=("old-systems",)),
            "advised": example(challenges=("old-systems",), practices=("big-plan",)),
            "silent": example(),
        },
    )
    catalogue = replace(catalogue, examples={id: replace(e, id=id) for id, e in catalogue.examples.items()})

    counted = scores(catalogue, {"advised": (PRACTICES,), "silent": (CHALLENGES,)})

    assert counted == {CHALLENGES: Share(2, 2), PRACTICES: Share(0, 1), ADVICE: Share(1, 1), NOTHING: Share(0, 1)}


# --- signs -----------------------------------------------------------------------------------------------------------

CHALLENGE = small_catalogue().challenges["slow-approval"]


@given(st.sampled_from(["en", "nl", "xx"]), st.integers(0, 12))
def test_leaving_out_a_sign_changes_no_other_one(code: str, place: int) -> None:
    less = without_sign(CHALLENGE, code, place)

    for other in CHALLENGE.text:
        kept = list(CHALLENGE.text[other].signs)
        if other == code:
            del kept[place : place + 1]
        assert list(less.text[other].signs) == kept
    assert _but_signs(less) == _but_signs(CHALLENGE)


def _but_signs(challenge: Challenge) -> Challenge:
    return replace(challenge, text={code: replace(block, signs=()) for code, block in challenge.text.items()})


def test_a_sign_that_stands_alone_with_its_words_is_a_stray_once_a_sibling_uses_them() -> None:
    found = {
        (stray.challenge, stray.place, stray.sibling) for stray in strays(small_catalogue()) if stray.language == "en"
    }

    assert ("old-systems", 1, "fear-of-mistakes") in found
    assert small_catalogue().challenges["old-systems"].text["en"].signs[1] == "nobody dares to touch the cobol"


@settings(max_examples=15, deadline=None)
@given(catalogues())
def test_a_stray_sign_exists_and_leads_elsewhere(catalogue: Catalogue) -> None:
    for stray in strays(catalogue):
        assert stray.place < len(catalogue.challenges[stray.challenge].text[stray.language].signs)
        assert stray.sibling in catalogue.challenges
        assert stray.sibling != stray.challenge


# --- practices -------------------------------------------------------------------------------------------------------


def test_a_practice_that_always_waits_for_what_it_helps_with_is_out_of_reach() -> None:
    catalogue = small_catalogue()
    alone = replace(catalogue.challenges["fear-of-mistakes"], related=())
    others = {id: replace(one, related=()) for id, one in catalogue.challenges.items()}
    waiting = catalogue.practices["small-release"]
    waiting = replace(waiting, addresses={"fear-of-mistakes": 1}, needs=())
    changed = replace(
        catalogue,
        challenges={**others, "fear-of-mistakes": alone},
        practices={**catalogue.practices, "small-release": waiting},
    )

    assert unreachable(changed, ()) == ("small-release",)
    assert unreachable(changed, ("small-release",)) == ()
    assert unreachable(catalogue, ()) == ()


@settings(max_examples=15, deadline=None)
@given(catalogues())
def test_what_an_example_gets_is_never_out_of_reach(catalogue: Catalogue) -> None:
    assert unreachable(catalogue, catalogue.practices) == ()
    assert set(unreachable(catalogue, ())) <= set(catalogue.practices)


def test_measuring_gives_the_same_each_time() -> None:
    first = measure(small_catalogue())

    assert measure(small_catalogue()) == first
    assert first.failed == {}
    assert tried(small_catalogue(), example()).verdict == FITS
