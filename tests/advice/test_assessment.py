"""Laws of the beliefs, and of the choice of the next statement."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice.assessment import BASELINE, FEWEST, MOST, PROFILES, RESPONSE, Beliefs, advise, expected
from bot.advice.model import LEVELS, Catalogue, Rating, Situation
from tests.advice.test_ranking import cases, told
from tests.situations import situations
from tests.small import small_catalogue

CASES = settings(max_examples=150, deadline=None)


def rated(situation: Situation, **ratings: Rating) -> Situation:
    changed = {**situation.ratings, **{id.replace("__", "/"): r for id, r in ratings.items()}}
    return replace(situation, ratings=changed)


def with_rating(situation: Situation, statement: str, rating: Rating) -> Situation:
    return replace(situation, ratings={**situation.ratings, statement: rating})


@CASES
@given(cases(), st.data())
def test_a_higher_rating_never_lowers_the_need_of_its_challenge(
    case: tuple[Catalogue, Situation], data: st.DataObject
) -> None:
    catalogue, situation = case
    ordinary = sorted(id for id, statement in catalogue.statements.items() if not statement.reversed)
    statement = data.draw(st.sampled_from(ordinary))
    challenge = catalogue.statements[statement].challenge

    needs = [
        Beliefs(catalogue, with_rating(situation, statement, rating)).needs.get(challenge, 0.0)
        for rating in range(LEVELS)
    ]

    assert all(high >= low - 1e-12 for low, high in pairwise(needs))


@CASES
@given(cases(), st.data())
def test_dont_know_changes_no_score(case: tuple[Catalogue, Situation], data: st.DataObject) -> None:
    catalogue, situation = case
    statement = data.draw(st.sampled_from(sorted(catalogue.statements)))
    without = replace(situation, ratings={id: r for id, r in situation.ratings.items() if id != statement})

    before, after = advise(catalogue, without), advise(catalogue, with_rating(without, statement, "unknown"))

    assert after.needs == before.needs
    assert after.recommendations == before.recommendations


@CASES
@given(cases(), st.data())
def test_does_not_apply_is_the_same_as_never_asked(case: tuple[Catalogue, Situation], data: st.DataObject) -> None:
    catalogue, situation = case
    statement = data.draw(st.sampled_from(sorted(catalogue.statements)))
    without = replace(situation, ratings={id: r for id, r in situation.ratings.items() if id != statement})

    assert advise(catalogue, with_rating(without, statement, "n/a")) == advise(catalogue, without)


@CASES
@given(cases())
def test_needs_rest_only_on_what_was_said_and_lie_between_0_and_1(case: tuple[Catalogue, Situation]) -> None:
    catalogue, situation = case
    needs = Beliefs(catalogue, situation).needs
    said = {m.challenge for m in situation.matches} | {id.partition("/")[0] for id in situation.ratings}

    assert set(needs) <= said
    assert all(0 <= need <= 1 for need in needs.values())


def test_the_response_table_is_a_distribution_over_ratings_at_every_level() -> None:
    for level in range(LEVELS):
        assert sum(RESPONSE[rating][level] for rating in range(LEVELS)) == pytest.approx(1)


def test_a_reversed_statement_counts_the_other_way_round() -> None:
    catalogue = small_catalogue()
    reversed = next(s for s in catalogue.statements.values() if s.reversed)

    agreed = Beliefs(catalogue, with_rating(Situation(), reversed.id, 4)).belief[reversed.challenge]
    denied = Beliefs(catalogue, with_rating(Situation(), reversed.id, 0)).belief[reversed.challenge]

    assert expected(agreed) < BASELINE < expected(denied)


def test_an_answer_given_without_being_sure_moves_less() -> None:
    catalogue = small_catalogue()
    sure = with_rating(Situation(), "old-systems/s1", 4)
    unsure = replace(sure, unsure=frozenset({"old-systems/s1"}))

    assert Beliefs(catalogue, unsure).needs["old-systems"] < Beliefs(catalogue, sure).needs["old-systems"]


def test_a_challenge_put_aside_keeps_three_tenths_of_its_need() -> None:
    catalogue = small_catalogue()
    all_of_it = told("old-systems", "slow-approval")
    focused = replace(all_of_it, put_aside=frozenset({"old-systems"}))

    before, after = Beliefs(catalogue, all_of_it).needs, Beliefs(catalogue, focused).needs
    assert after["old-systems"] == pytest.approx(0.3 * before["old-systems"])
    assert after["slow-approval"] == before["slow-approval"]


def test_evidence_reaches_a_related_challenge_and_no_other() -> None:
    catalogue = small_catalogue()
    rated_one = Beliefs(catalogue, with_rating(Situation(), "old-systems/s1", 4))
    untold = Beliefs(catalogue, Situation())

    moved = {id for id in catalogue.challenges if rated_one.belief[id] != untold.belief[id]}

    assert moved == {"old-systems", *catalogue.neighbours["old-systems"]}


@settings(max_examples=40, deadline=None)
@given(situations(small_catalogue()))
def test_the_next_statement_is_new_and_asking_always_ends(situation: Situation) -> None:
    catalogue = small_catalogue()
    for _ in range(MOST + 1):
        beliefs = Beliefs(catalogue, situation)
        statement = beliefs.next_statement
        if statement is None:
            break
        assert statement not in situation.ratings
        assert beliefs.asked < MOST
        assert 1 <= beliefs.remaining <= MOST
        situation = with_rating(situation, statement, len(situation.ratings) % LEVELS)
    assert Beliefs(catalogue, situation).next_statement is None


@settings(max_examples=25, deadline=None)
@given(situations(small_catalogue()))
def test_the_chosen_statement_gains_most_by_brute_force(situation: Situation) -> None:
    catalogue = small_catalogue()
    beliefs = Beliefs(catalogue, situation)
    if beliefs.next_statement is None:
        return

    def five(situation: Situation) -> set[str]:
        other = Beliefs(catalogue, situation)
        return set(other.first(other.needs, 5))

    def gain(id: str) -> float:
        statement = catalogue.statements[id]
        total = 0.0
        for severity in range(LEVELS):
            rating = LEVELS - 1 - severity if statement.reversed else severity
            belief = beliefs.belief[statement.challenge]
            likely = sum(share * RESPONSE[severity][level] for level, share in enumerate(belief))
            total += likely * len(five(with_rating(situation, id, rating)) - five(situation))
        return total

    gains: Mapping[str, float] = {id: gain(id) for id in beliefs.askable}
    assert beliefs.next_statement == min(beliefs.askable, key=lambda id: -round(gains[id], 9))


def test_stability_is_the_share_of_profiles_with_the_same_first_three() -> None:
    beliefs = Beliefs(small_catalogue(), told("old-systems"))

    now = set(beliefs.first(beliefs.needs, 3))
    same = sum(set(beliefs.first(beliefs._drawn(k), 3)) == now for k in range(PROFILES))

    assert beliefs.stability == same / PROFILES


def test_at_least_three_statements_are_asked() -> None:
    catalogue = small_catalogue()
    situation = told("old-systems")
    for _ in range(FEWEST):
        statement = Beliefs(catalogue, situation).next_statement
        assert statement is not None
        situation = with_rating(situation, statement, 4)


def test_neighbours_together_are_a_hint_that_never_outvotes_the_persons_own_answer() -> None:
    catalogue = small_catalogue()
    for id in catalogue.challenges:
        own = next(s for s in catalogue.challenges[id].statements if not s.reversed)
        situation = with_rating(Situation(), own.id, 0)
        for neighbour in catalogue.neighbours[id]:
            for statement in catalogue.challenges[neighbour].statements:
                situation = with_rating(situation, statement.id, 0 if statement.reversed else 4)

        assert Beliefs(catalogue, situation).needs[id] == 0


def test_questions_stay_with_what_was_told_and_its_neighbours() -> None:
    catalogue = small_catalogue()
    for id in catalogue.challenges:
        near = {id, *catalogue.neighbours[id]}

        assert set(Beliefs(catalogue, told(id)).in_play) <= near
