"""From needs to an ordered list: which practice first, why, and what would fail now.

Belongs here: benefit, fit, bundles, the greedy choice, reasons. Does not: beliefs, horizons, wording.

Benefit is weighted coverage, chosen greedily: Nemhauser, Wolsey and Fisher, "An analysis of approximations for
maximizing submodular set functions" (1978). `kompas ranking` prints the constants.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from typing import Annotated

from bot.advice.model import (
    MANY,
    Catalogue,
    FitFactor,
    NotYet,
    Postponed,
    Practice,
    Reason,
    Recommendation,
    Situation,
)

LINK_WEIGHT: Annotated[
    Mapping[int, float],
    "What a link of strength 1 (helps), 2 (works on it), 3 (goes to the root) counts: a root is six helps.",
] = {1: 0.15, 2: 0.5, 3: 1.0}
COVERAGE: Annotated[
    float, "Share of a need that one practice of full strength takes away: none solves a challenge alone."
] = 0.7
EFFORT_LEVELS: Annotated[int, "Effort 1..5 is scaled to 0..1; benefit is divided by 1 + effort."] = 5
MOST_EFFORT: Annotated[float, "A bundle counts the sum of its efforts, at most this: long roads stay possible."] = 2.0
LEAST_FIT: Annotated[float, "Context may halve a practice's value, never decide alone."] = 0.5
MOST_FIT: Annotated[float, "Context may raise a practice's value a little: it is not a need."] = 1.2
PRESENT: Annotated[
    float, "From this need on, a challenge counts as present in a not_yet_when: more likely than not."
] = 0.5
MOST_RECOMMENDATIONS: Annotated[int, "Longer lists are not read."] = 12
MOST_NOT_YET: Annotated[int, "Longer lists are not read."] = 8

TINY = 1e-12
"""Differences below this are rounding, not reasons."""


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen bundle: its members in order of doing (the goal last), their value and addends by challenge."""

    members: tuple[str, ...]
    value: float
    addends: Mapping[str, float]


@dataclass(frozen=True)
class Field:
    """Everything about one situation that ranking needs, apart from the needs themselves; built once per answer."""

    catalogue: Catalogue
    situation: Situation

    @cached_property
    def open(self) -> Mapping[str, Practice]:
        """The practices that may still be advised: not done, not rejected."""
        closed = self.situation.done | self.situation.excluded
        return {id: p for id, p in self.catalogue.practices.items() if id not in closed}

    @cached_property
    def bundles(self) -> Mapping[str, tuple[str, ...]]:
        """Each open practice with everything that must come before it and is not done, in order of doing."""
        return {id: tuple(self._before(id)) for id in self.open}

    def _before(self, id: str) -> Iterator[str]:
        seen: set[str] = set()

        def visit(current: str) -> Iterator[str]:
            seen.add(current)
            for need in sorted(self.catalogue.practices[current].needs):
                if need not in seen and need not in self.situation.done and need in self.catalogue.practices:
                    yield from visit(need)
            yield current

        return visit(id)

    @cached_property
    def fits(self) -> Mapping[str, tuple[FitFactor, ...]]:
        """The context factors of each open practice that apply here."""
        return {id: tuple(_factors(self.catalogue, practice, self.situation)) for id, practice in self.open.items()}

    @cached_property
    def fit(self) -> Mapping[str, float]:
        """The product of a practice's factors, within LEAST_FIT..MOST_FIT."""
        return {id: _product(factors) for id, factors in self.fits.items()}

    @cached_property
    def effort(self) -> Mapping[str, float]:
        """Effort scaled to 0..1."""
        return {id: (p.effort - 1) / (EFFORT_LEVELS - 1) for id, p in self.catalogue.practices.items()}

    @cached_property
    def takes(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """For each practice, which share of which challenge's need it leaves."""
        return {
            id: tuple((challenge, 1 - COVERAGE * LINK_WEIGHT[s]) for challenge, s in sorted(p.addresses.items()))
            for id, p in self.catalogue.practices.items()
        }

    @cached_property
    def pull(self) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """For each challenge, the open practices whose bundle addresses it, with their value per unit of its need."""
        found: dict[str, list[tuple[str, float]]] = {}
        for id, members in self.bundles.items():
            unit = self.fit[id] / (1 + self.effort_of(members))
            every = {challenge: 1.0 for member in members for challenge, _ in self.takes[member]}
            for challenge, left in sorted(_left(self, members, every).items()):
                found.setdefault(challenge, []).append((id, (1 - left) * unit))
        return {challenge: tuple(pulls) for challenge, pulls in found.items()}

    def effort_of(self, members: Iterable[str]) -> float:
        """The effort of a bundle, 0..MOST_EFFORT."""
        return min(MOST_EFFORT, sum(self.effort[member] for member in members))

    @cached_property
    def holding(self) -> Mapping[str, tuple[str, ...]]:
        """For each practice, the open practices in whose bundle it is."""
        found: dict[str, list[str]] = {}
        for id, members in self.bundles.items():
            for member in members:
                found.setdefault(member, []).append(id)
        return {member: tuple(ids) for member, ids in found.items()}

    @cached_property
    def _conditions(self) -> tuple[tuple[str, tuple[NotYet, tuple[str, ...]]], ...]:
        """Each open practice's conditions that hold as far as the context goes, with the challenges they still need."""
        return tuple(
            (id, (condition, tuple(option for dimension, option in condition.when.needs if dimension == "challenge")))
            for id, practice in self.open.items()
            for condition in practice.not_yet_when
            if condition.first not in self.situation.done
            and all(
                _holds(dimension, option, self.situation, self.catalogue)
                for dimension, option in condition.when.needs
                if dimension != "challenge"
            )
        )

    def obstacles(self, needs: Mapping[str, float]) -> Mapping[str, NotYet]:
        """The practices that would fail now by a condition of their own, with that condition."""
        found: dict[str, NotYet] = {}
        for id, (condition, challenges) in self._conditions:
            if id not in found and all(needs.get(challenge, 0.0) >= PRESENT for challenge in challenges):
                found[id] = condition
        return found

    @cached_property
    def _never(self) -> frozenset[str]:
        """The open practices with something in their bundle that was excluded or retired."""
        return frozenset(id for id, members in self.bundles.items() if any(m not in self.open for m in members))

    def waiting(self, obstacles: Iterable[str]) -> frozenset[str]:
        """The open practices that must wait, for a condition of their own or of something in their bundle."""
        return self._never.union(*(self.holding.get(id, ()) for id in obstacles))

    def blocked(self, id: str, obstacles: Collection[str]) -> str | None:
        """The member of the practice's bundle for which it must wait, if any."""
        return next((m for m in reversed(self.bundles[id]) if m in obstacles or m not in self.open), None)


def _holds(dimension: str, option: str, situation: Situation, catalogue: Catalogue) -> bool:
    if dimension == "stage":
        return option == stage_of(catalogue, situation)
    if dimension == "marks":
        return tangled(situation, catalogue) if option == MANY else option in situation.marks
    return option in situation.context.get(dimension, ())


def stage_of(catalogue: Catalogue, situation: Situation) -> str | None:
    """The maturity stage: the lower of the axes' stages, since a body moves as fast as what holds it back."""
    order = list(catalogue.maturity.stages)
    chosen = [stage for stage in situation.stages.values() if stage in order]
    return min(chosen, key=order.index, default=None)


def tangled(situation: Situation, catalogue: Catalogue) -> bool:
    """Whether the problem is wicked: half of its marks or more (SEEDS S0, after Horn)."""
    marks = len(situation.marks & set(catalogue.maturity.marks))
    return 2 * marks >= len(catalogue.maturity.marks) > 0


def _factors(catalogue: Catalogue, practice: Practice, situation: Situation) -> Iterator[FitFactor]:
    for dimension in sorted(practice.fit):
        for option, factor in sorted(practice.fit[dimension].items()):
            if factor != 1 and _holds(dimension, option, situation, catalogue):
                yield FitFactor(dimension, option, factor)


def _product(factors: Sequence[FitFactor]) -> float:
    product = 1.0
    for factor in factors:
        product *= factor.factor
    return min(MOST_FIT, max(LEAST_FIT, product))


def choose(field: Field, needs: Mapping[str, float], most: int, present: Mapping[str, float]) -> list[Pick]:
    """The greedy choice: bundle by bundle the one with the largest value, until `most` practices are listed.

    `present`: the needs that conditions of practices look at.

    Lazily (Minoux 1978): coverage only shrinks as practices are chosen, so an old value is an upper bound, and only
    what comes to the top is computed anew; bundles that lost a member to the chosen set are computed anew at once.
    """
    residual = {challenge: need for challenge, need in needs.items() if need > 0}
    waiting = field.waiting(field.obstacles(present))
    keys = {
        id: (-round(v, 12), field.effort[id], id) for id, v in _bounds(field, residual).items() if id not in waiting
    }
    heap = sorted(keys.values())
    computed = dict.fromkeys(keys, 0)
    chosen: set[str] = set()
    picks: list[Pick] = []

    def renew(id: str) -> None:
        keys[id] = (-round(_value(field, id, residual, chosen), 12), field.effort[id], id)
        computed[id] = len(picks)
        heappush(heap, keys[id])

    while heap and len(chosen) < most:
        key = heappop(heap)
        id = key[2]
        if id in chosen or key != keys[id]:
            continue
        if computed[id] != len(picks):
            renew(id)
            continue
        members = tuple(member for member in field.bundles[id] if member not in chosen)
        if -key[0] <= TINY or len(members) > most - len(chosen):
            continue
        picks.append(Pick(members, _value(field, id, residual, chosen), _addends(field, members, residual)))
        chosen.update(members)
        for challenge, addend in picks[-1].addends.items():
            residual[challenge] -= addend
        for other in sorted({other for member in members for other in field.holding[member]}):
            if other in keys and other not in chosen:
                renew(other)
    return picks


def _bounds(field: Field, needs: Mapping[str, float]) -> dict[str, float]:
    """The value of every open practice's bundle while nothing is chosen."""
    values: dict[str, float] = {}
    for challenge, need in sorted(needs.items()):
        for id, pull in field.pull.get(challenge, ()):
            values[id] = values.get(id, 0.0) + need * pull
    return values


def _left(field: Field, members: Sequence[str], residual: Mapping[str, float]) -> dict[str, float]:
    """For each challenge with a need, which share of it these practices together leave."""
    left: dict[str, float] = {}
    for member in members:
        for challenge, share in field.takes[member]:
            if challenge in residual:
                left[challenge] = left.get(challenge, 1.0) * share
    return left


def _addends(field: Field, members: Sequence[str], residual: Mapping[str, float]) -> dict[str, float]:
    left = _left(field, members, residual)
    return {challenge: residual[challenge] * (1 - left[challenge]) for challenge in sorted(left)}


def _value(field: Field, id: str, residual: Mapping[str, float], chosen: Collection[str]) -> float:
    """Benefit x fit / (1 + effort) of the practice together with what must still come before it."""
    members = [member for member in field.bundles[id] if member not in chosen]
    benefit = sum(_addends(field, members, residual).values())
    return benefit * field.fit[id] / (1 + field.effort_of(members))


def recommendations(field: Field, picks: Sequence[Pick]) -> list[Recommendation]:
    """The picks as a flat list in order of doing; horizons are set by the plan."""
    found = []
    for pick in picks:
        total = sum(pick.addends.values())
        reasons = tuple(
            Reason(challenge, addend / total)
            for challenge, addend in sorted(pick.addends.items(), key=lambda item: (-item[1], item[0]))
            if addend > TINY
        )
        for member in pick.members:
            goal = None if member == pick.members[-1] else pick.members[-1]
            fit = field.fits[member]
            found.append(Recommendation(member, pick.value, total, "", reasons, fit, goal))
    return found


def not_yet(field: Field, needs: Mapping[str, float], present: Mapping[str, float]) -> list[Postponed]:
    """The practices that would help but must wait, most valuable first, each with what is in the way."""
    obstacles = field.obstacles(present)
    residual = {challenge: need for challenge, need in needs.items() if need > 0}
    found = []
    for id in field.open:
        blocker = field.blocked(id, obstacles)
        if blocker is None:
            continue
        value = _value(field, id, residual, ())
        if value > TINY:
            condition = obstacles.get(blocker)
            found.append(Postponed(id, value, condition, None if condition else blocker))
    found.sort(key=lambda postponed: (-round(postponed.value, 12), postponed.practice))
    return found[:MOST_NOT_YET]
