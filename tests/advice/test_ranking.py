"""Laws of the ranking, over made-up catalogues and situations, and its arithmetic by hand on the small one."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice.assessment import Beliefs, advise
from bot.advice.model import Because, Catalogue, Match, Situation
from bot.advice.ranking import COVERAGE, LINK_WEIGHT, MOST_RECOMMENDATIONS, Field, _value, choose, tangled
from tests.situations import catalogues, situations
from tests.small import small_catalogue

CASES = settings(max_examples=150, deadline=None)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Catalogue, Situation]:
    catalogue = draw(catalogues())
    return catalogue, draw(situations(catalogue))


def told(*challenges: str, **more: object) -> Situation:
    """A situation in which these challenges were certainly described."""
    matches = tuple(Match(id, 1.0, "fits", Because("", (), "")) for id in challenges)
    return Situation(matches=matches, **more)  # type: ignore[arg-type]


@CASES
@given(cases())
def test_shares_of_every_recommendation_sum_to_one(case: tuple[Catalogue, Situation]) -> None:
    for recommendation in advise(*case).recommendations:
        assert sum(reason.share for reason in recommendation.reasons) == pytest.approx(1)


@CASES
@given(cases())
def test_a_practice_never_comes_before_what_it_needs(case: tuple[Catalogue, Situation]) -> None:
    catalogue, situation = case
    order = [r.practice for r in advise(catalogue, situation).recommendations]

    for place, id in enumerate(order):
        for need in catalogue.practices[id].needs:
            assert need in situation.done or need in order[:place]


@CASES
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_answers_does_not_matter(
    case: tuple[Catalogue, Situation], shuffled: random.Random
) -> None:
    catalogue, situation = case

    def mixed(mapping: dict) -> dict:  # type: ignore[type-arg]
        items = list(mapping.items())
        shuffled.shuffle(items)
        return dict(items)

    other = replace(
        catalogue,
        challenges=mixed(dict(catalogue.challenges)),
        practices={
            id: replace(p, addresses=mixed(dict(p.addresses)), needs=tuple(reversed(p.needs)))
            for id, p in mixed(dict(catalogue.practices)).items()
        },
    )
    same = replace(situation, ratings=mixed(dict(situation.ratings)), matches=tuple(reversed(situation.matches)))

    here, there = advise(catalogue, situation), advise(other, same)
    assert [r.practice for r in here.recommendations] == [r.practice for r in there.recommendations]
    assert here.needs == pytest.approx(there.needs)
    assert [p.practice for p in here.not_yet] == [p.practice for p in there.not_yet]


@CASES
@given(cases())
def test_nothing_is_advised_twice_or_that_was_done_or_rejected(case: tuple[Catalogue, Situation]) -> None:
    catalogue, situation = case
    advice = advise(catalogue, situation)
    order = [r.practice for r in advice.recommendations]

    assert len(order) == len(set(order)) <= MOST_RECOMMENDATIONS
    assert not set(order) & (situation.done | situation.excluded)
    assert not set(order) & {postponed.practice for postponed in advice.not_yet}
    assert all(r.value > 0 for r in advice.recommendations)


@CASES
@given(cases(), st.data())
def test_raising_a_need_never_lowers_the_value_of_what_addresses_it(
    case: tuple[Catalogue, Situation], data: st.DataObject
) -> None:
    catalogue, situation = case
    needs = {id: data.draw(st.floats(0.01, 0.9)) for id in catalogue.challenges}
    raised = data.draw(st.sampled_from(sorted(needs)))
    more = {**needs, raised: min(1.0, needs[raised] + data.draw(st.floats(0, 0.5)))}
    field = Field(catalogue, situation)

    for id, practice in field.open.items():
        if raised in practice.addresses:
            assert _value(field, id, more, ()) >= _value(field, id, needs, ()) - 1e-12


@CASES
@given(cases())
def test_the_greedy_choice_with_its_shortcut_equals_the_plain_one(case: tuple[Catalogue, Situation]) -> None:
    catalogue, situation = case
    beliefs = Beliefs(catalogue, situation)
    field, needs = beliefs.field, beliefs.needs
    present = beliefs.present(needs)
    obstacles = field.obstacles(present)

    residual = {c: n for c, n in needs.items() if n > 0}
    chosen: list[str] = []
    expected: list[tuple[str, ...]] = []
    while len(chosen) < 5:
        values = {
            id: _value(field, id, residual, chosen)
            for id in field.open
            if id not in chosen
            and field.blocked(id, obstacles) is None
            and len([m for m in field.bundles[id] if m not in chosen]) <= 5 - len(chosen)
        }
        values = {id: value for id, value in values.items() if value > 1e-12}
        if not values:
            break
        best = min(values, key=lambda id: (-round(values[id], 12), catalogue.practices[id].effort, id))
        members = [m for m in field.bundles[best] if m not in chosen]
        for challenge in residual:
            left = 1.0
            for member in members:
                left *= 1 - COVERAGE * LINK_WEIGHT.get(catalogue.practices[member].addresses.get(challenge, 0), 0)
            residual[challenge] *= left
        chosen += members
        expected.append(tuple(members))

    assert [pick.members for pick in choose(field, needs, 5, present)] == expected


def test_value_is_benefit_times_fit_over_one_plus_effort() -> None:
    catalogue = small_catalogue()
    needs = {"slow-approval": 0.8, "long-waiting": 0.1}

    first, second, *_ = choose(Field(catalogue, Situation()), needs, 3, needs)

    assert first.members == ("one-page-mandate",)  # effort 1 of 5: divided by 1
    assert first.value == pytest.approx(0.8 * 0.7)
    assert second.members == ("backlog-day",)  # effort 2 of 5; what the first one left, by a link of strength 1
    assert second.addends == pytest.approx({"long-waiting": 0.1 * 0.7, "slow-approval": 0.8 * 0.3 * 0.7 * 0.15})
    assert second.value == pytest.approx((0.1 * 0.7 + 0.8 * 0.3 * 0.7 * 0.15) / 1.25)


def test_a_practice_with_unmet_needs_competes_with_them_and_stands_right_after_them() -> None:
    advice = advise(small_catalogue(), told("scattered-data"))
    order = [r.practice for r in advice.recommendations]
    place = order.index("one-register")

    assert order[place - 1] == "named-owner"
    prerequisite = advice.recommendations[place - 1]
    assert prerequisite.goal == "one-register"
    assert [r.challenge for r in prerequisite.reasons] == ["scattered-data"]


def test_a_done_prerequisite_is_neither_advised_nor_counted() -> None:
    before = advise(small_catalogue(), told("scattered-data"))
    after = advise(small_catalogue(), told("scattered-data", done=frozenset({"named-owner", "one-page-mandate"})))
    values = [{r.practice: r.value for r in advice.recommendations} for advice in (before, after)]

    assert "named-owner" not in values[1]
    assert values[1]["one-register"] > values[0]["one-register"]


def test_an_excluded_prerequisite_sends_the_practice_to_not_yet_and_names_it() -> None:
    advice = advise(small_catalogue(), told("scattered-data", excluded=frozenset({"named-owner"})))
    waiting = {postponed.practice: postponed.missing for postponed in advice.not_yet}

    assert waiting["one-register"] == "named-owner"


def test_half_of_the_marks_make_a_problem_tangled() -> None:
    catalogue = small_catalogue()
    marks = sorted(catalogue.maturity.marks)
    half = -(-len(marks) // 2)

    assert tangled(Situation(marks=frozenset(marks[:half])), catalogue)
    assert not tangled(Situation(marks=frozenset(marks[: half - 1])), catalogue)


def test_horizons_follow_the_order_and_now_holds_three() -> None:
    advice = advise(small_catalogue(), told("old-systems", "slow-approval", "scattered-data", "long-waiting"))
    horizons = [r.horizon for r in advice.recommendations]

    assert horizons.count("now") <= 3
    order = {r.practice: ("now", "next", "later").index(r.horizon) for r in advice.recommendations}
    for id, place in order.items():
        assert all(order[need] <= place for need in small_catalogue().practices[id].needs if need in order)


def test_values_fall_along_the_list_for_a_single_need() -> None:
    advice = advise(small_catalogue(), told("old-systems"))

    for first, second in pairwise(advice.recommendations):
        assert first.value >= second.value - 1e-12 or second.goal or first.goal


def test_putting_a_challenge_aside_lifts_no_condition() -> None:
    catalogue = small_catalogue()
    waiting = {
        (id, challenge)
        for id, practice in catalogue.practices.items()
        for condition in practice.not_yet_when
        for dimension, challenge in condition.when.needs
        if dimension == "challenge"
    }
    for id, challenge in waiting:
        situation = told(challenge, *catalogue.practices[id].addresses)
        before = {p.practice for p in advise(catalogue, situation).not_yet}
        after = advise(catalogue, replace(situation, put_aside=frozenset({challenge})))

        assert id in before
        assert id not in {r.practice for r in after.recommendations}
