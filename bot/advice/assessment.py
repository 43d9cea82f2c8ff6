"""What we believe after these answers, which statement to ask next, and when to stop.

Belongs here: beliefs, needs, the choice of questions. Does not: matching, the order of practices (ranking), wording.

The severity of each challenge is a belief over five levels (0..4). A rating multiplies it by a fixed response table
(a graded response model: van der Linden and Glas, "Elements of Adaptive Testing", 2010); a neighbour's rating does so
to the power SPREAD. The next statement is the one whose answer is expected to change the advice most (value of
information: Howard, "Information Value Theory", 1966).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Annotated

from bot.advice.model import LEVELS, Advice, Catalogue, Measured, Rating, Situation, Statement
from bot.advice.plan import with_horizons
from bot.advice.ranking import MOST_RECOMMENDATIONS, Field, choose, not_yet, recommendations, stage_of

Belief = tuple[float, ...]

UNTOLD: Annotated[Belief, "A challenge nobody mentioned: most organisations do not have most challenges."] = (
    0.80,
    0.10,
    0.05,
    0.03,
    0.02,
)

TOPIC: Annotated[Belief, "A challenge of a domain the person chose to be asked about: worth asking, nothing more."] = (
    0.50,
    0.18,
    0.14,
    0.10,
    0.08,
)

TOLD: Annotated[Belief, "A challenge that the person certainly described: serious enough to write about it."] = (
    0.02,
    0.06,
    0.20,
    0.36,
    0.36,
)

REJECTED: Annotated[Belief, "A challenge we thought we heard and the person unticked."] = (0.90, 0.06, 0.02, 0.01, 0.01)

CONFIRMED: Annotated[
    float,
    "How far a match that the person confirmed moves the belief from UNTOLD to TOLD at least; else its score does.",
] = 0.7

SPREAD_OF_ANSWERS: Annotated[float, "Standard deviation of a rating around the true level, in levels."] = 0.9
SPREAD_WHEN_UNSURE: Annotated[float, "The same when the person is not sure: such an answer says half as much."] = 1.8

SPREAD: Annotated[
    float, "Which power of the neighbours' evidence counts along `related`, all of it together: a hint."
] = 0.15

PUT_ASIDE: Annotated[float, "What is left of a need that the person does not want to work on now (DESIGN 6)."] = 0.3

FIRST: Annotated[int, "Questions are chosen for what they change in so many first recommendations."] = 5
FEWEST: Annotated[int, "Statements asked at least: below this, an answer by mistake decides."] = 3
MOST: Annotated[int, "Statements asked at most: five minutes on a phone."] = 12
IN_PLAY: Annotated[int, "Challenges that are considered for the next statement."] = 20
PROFILES: Annotated[int, "Fixed profiles drawn from the belief to see whether the advice still moves."] = 64
SAME_TOP: Annotated[int, "The advice stands when so many first recommendations stay the same ..."] = 3
STABLE: Annotated[float, "... in at least this share of the profiles."] = 0.8

GOLDEN = (math.sqrt(5) - 1) / 2


def _response(spread: float) -> tuple[Belief, ...]:
    """Rating -> how likely that rating is at each level: a Gaussian over the ratings, normalised per level."""
    rows = [
        [math.exp(-((rating - level) ** 2) / (2 * spread**2)) for rating in range(LEVELS)] for level in range(LEVELS)
    ]
    totals = [sum(row) for row in rows]
    return tuple(tuple(rows[level][rating] / totals[level] for level in range(LEVELS)) for rating in range(LEVELS))


RESPONSE = _response(SPREAD_OF_ANSWERS)
UNSURE = _response(SPREAD_WHEN_UNSURE)


def expected(belief: Belief) -> float:
    """The expected severity, 0..1."""
    return sum(level * share for level, share in enumerate(belief)) / (LEVELS - 1)


BASELINE = expected(UNTOLD)


def confidence(belief: Belief) -> float:
    """How sure a belief is, 0..1: one minus its entropy over the largest possible."""
    entropy = -sum(share * math.log(share) for share in belief if share > 0)
    return 1 - entropy / math.log(LEVELS)


def _times(belief: Belief, likelihood: Belief, power: float = 1.0) -> Belief:
    product = [
        share * (value if power == 1.0 else value**power) for share, value in zip(belief, likelihood, strict=True)
    ]
    total = sum(product)
    return tuple(value / total for value in product)


@lru_cache(maxsize=256)
def _prior(heard: float) -> Belief:
    return tuple((1 - heard) * untold + heard * told for untold, told in zip(UNTOLD, TOLD, strict=True))


@dataclass(frozen=True)
class Beliefs:
    """What follows from one situation; everything is computed when first asked for."""

    catalogue: Catalogue
    situation: Situation

    @cached_property
    def heard(self) -> Mapping[str, float]:
        """The challenges that stand from the person's words: the match's score, more where the person confirmed it."""
        return {
            match.challenge: max(match.score, CONFIRMED if match.challenge in self.situation.confirmed else 0.0)
            for match in self.situation.matches
            if match.challenge in self.catalogue.challenges and match.challenge not in self.situation.rejected
        }

    @cached_property
    def rated(self) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """For each challenge its rated statements, as (statement, severity 0..4), reversed ones turned round."""
        found: dict[str, list[tuple[str, int]]] = {}
        for id, rating in sorted(self.situation.ratings.items()):
            statement = self.catalogue.statements.get(id)
            if statement is not None and isinstance(rating, int):
                severity = LEVELS - 1 - rating if statement.reversed else rating
                found.setdefault(statement.challenge, []).append((id, severity))
        return {challenge: tuple(answers) for challenge, answers in found.items()}

    def answers(self, challenge: str) -> tuple[tuple[Statement, int], ...]:
        """The challenge's rated statements with the severity 0..4 that each rating stands for."""
        return tuple((self.catalogue.statements[id], severity) for id, severity in self.rated.get(challenge, ()))

    @cached_property
    def belief(self) -> Mapping[str, Belief]:
        """The belief about every challenge."""
        return {id: self._belief(id) for id in self.catalogue.challenges}

    def _belief(self, id: str) -> Belief:
        belief = self._prior_of(id)
        for likelihood in self._evidence(id):
            belief = _times(belief, likelihood)
        hints = [hint for neighbour in sorted(self.catalogue.neighbours[id]) for hint in self._evidence(neighbour)]
        for hint in hints:
            belief = _times(belief, hint, SPREAD / len(hints))
        return belief

    def _prior_of(self, id: str) -> Belief:
        if id in self.situation.rejected:
            return REJECTED
        if id in self.heard:
            return _prior(self.heard[id])
        return TOPIC if self.catalogue.challenges[id].domain in self.situation.topics else UNTOLD

    def _evidence(self, id: str) -> Iterator[Belief]:
        for statement, severity in self.rated.get(id, ()):
            yield (UNSURE if statement in self.situation.unsure else RESPONSE)[severity]

    @cached_property
    def needs(self) -> Mapping[str, float]:
        """need(c), 0..1: expected severity above that of a challenge nobody mentioned.

        Only challenges with evidence of their own count, words or a rating: advice rests on nothing that was not said.
        """
        own = sorted({*self.heard, *self.rated})
        return {id: self._need(id, expected(self.belief[id])) for id in own}

    def _need(self, id: str, severity: float) -> float:
        weight = PUT_ASIDE if id in self.situation.put_aside else 1.0
        return weight * max(0.0, (severity - BASELINE) / (1 - BASELINE))

    def present(self, needs: Mapping[str, float]) -> Mapping[str, float]:
        """The needs as they are, whatever the person wants to work on: what conditions of practices look at."""
        return {id: need / PUT_ASIDE if id in self.situation.put_aside else need for id, need in needs.items()}

    @cached_property
    def profile(self) -> Mapping[str, Measured]:
        """Each domain by its hardest challenge with evidence; without any, severity and confidence are 0."""
        found = dict.fromkeys(self.catalogue.domains, Measured(0.0, 0.0))
        for id in sorted({*self.heard, *self.rated}):
            domain = self.catalogue.challenges[id].domain
            measured = Measured(expected(self.belief[id]), confidence(self.belief[id]))
            if (measured.severity, measured.confidence) > (found[domain].severity, found[domain].confidence):
                found[domain] = measured
        return found

    @cached_property
    def field(self) -> Field:
        """The ranking's view of the situation."""
        return Field(self.catalogue, self.situation)

    # --- which statement next ----------------------------------------------------------------------------------------

    @cached_property
    def in_play(self) -> tuple[str, ...]:
        """The challenges that could still matter: told, rated, chosen as a topic, or next to one of these.

        Ordered by how severe they may turn out (mean plus one standard deviation), at most IN_PLAY of them.
        """

        def reach(id: str) -> float:
            belief = self.belief[id]
            mean = expected(belief)
            variance = sum(share * (level / (LEVELS - 1) - mean) ** 2 for level, share in enumerate(belief))
            return mean + math.sqrt(variance)

        near = {*self.heard, *self.rated}
        near |= {other for id in near for other in self.catalogue.neighbours[id]}
        near |= {id for id, c in self.catalogue.challenges.items() if c.domain in self.situation.topics}
        open = (id for id in near or self.catalogue.challenges if id not in self.situation.rejected)
        return tuple(sorted(open, key=lambda id: (-round(reach(id), 9), id))[:IN_PLAY])

    @cached_property
    def askable(self) -> tuple[str, ...]:
        """The first statement of each challenge in play that was not asked yet.

        What the person told is graded before its neighbours are looked at: questions must not seem to change the
        subject. A neighbour of which somebody knows nothing is not asked about again.
        """
        open = {id: self._unasked(id) for id in self.in_play}
        told = [open[id] for id in self.in_play if id in self.heard and not self._answered(id)]
        rest = [open[id] for id in self.in_play if id in self.heard or id in self.rated or not self._answered(id)]
        return tuple(statement for statement in (told if any(told) else rest) if statement)

    def _unasked(self, challenge: str) -> str | None:
        statements = self.catalogue.challenges[challenge].statements
        return next((s.id for s in statements if s.id not in self.situation.ratings), None)

    def _answered(self, challenge: str) -> bool:
        """Whether any statement of the challenge was answered, in whatever way."""
        return any(s.id in self.situation.ratings for s in self.catalogue.challenges[challenge].statements)

    def first(self, needs: Mapping[str, float], count: int) -> tuple[str, ...]:
        """The first `count` practices for these needs; a bundle that does not fit in is passed over."""
        return tuple(
            member for pick in choose(self.field, needs, count, self.present(needs)) for member in pick.members
        )

    @cached_property
    def first_five(self) -> frozenset[str]:
        """The practices that would be recommended first now."""
        return frozenset(self.first(self.needs, FIRST))

    def after(self, statement: str, rating: int) -> frozenset[str]:
        """The first five if this statement were rated so (0..4, as typed)."""
        ratings: dict[str, Rating] = {**self.situation.ratings, statement: rating}
        told = Beliefs(self.catalogue, replace(self.situation, ratings=ratings))
        challenge = self.catalogue.statements[statement].challenge
        touched = {challenge, *self.catalogue.neighbours[challenge]}
        needs = dict(self.needs)
        for id in touched & {*told.heard, *told.rated}:
            needs[id] = told._need(id, expected(told._belief(id)))
        return frozenset(self.first(dict(sorted(needs.items())), FIRST))

    def gain(self, statement: str) -> float:
        """The expected number of members of the first five that the answer to this statement replaces."""
        asked = self.catalogue.statements[statement]
        belief = self.belief[asked.challenge]
        gained = 0.0
        for severity in range(LEVELS):
            likely = sum(share * RESPONSE[severity][level] for level, share in enumerate(belief))
            rating = LEVELS - 1 - severity if asked.reversed else severity
            gained += likely * len(self.after(statement, rating) - self.first_five)
        return gained

    @cached_property
    def gains(self) -> Mapping[str, float]:
        """The expected gain of every statement that could be asked next."""
        return {statement: self.gain(statement) for statement in self.askable}

    @cached_property
    def asked(self) -> int:
        """How many statements were answered, in any way."""
        return sum(id in self.catalogue.statements for id in self.situation.ratings)

    @cached_property
    def stability(self) -> float:
        """Which share of PROFILES fixed quantile profiles of the belief gives the same first three, 0..1."""
        now = frozenset(self.first(self.needs, SAME_TOP))
        same = sum(frozenset(self.first(self._drawn(k), SAME_TOP)) == now for k in range(PROFILES))
        return same / PROFILES

    def _drawn(self, number: int) -> Mapping[str, float]:
        """The needs in one profile: each challenge in play at a fixed quantile of its belief (Kronecker sequence)."""
        needs = {}
        for place, id in enumerate(self.in_play):
            quantile = ((number + 0.5) / PROFILES + (place + 1) * GOLDEN * (number + 1)) % 1.0
            if id in self.needs or quantile > 0.5:
                needs[id] = self._need(id, _quantile(self.belief[id], quantile) / (LEVELS - 1))
        return needs

    @cached_property
    def next_statement(self) -> str | None:
        """The statement to ask now, or None when there is enough to advise on; of equals the one most in play."""
        if self.asked >= MOST or not self.askable:
            return None
        if self.asked >= FEWEST and self.stability >= STABLE:
            return None
        return min(self.askable, key=lambda id: -round(self.gains[id], 9))

    @cached_property
    def remaining(self) -> int:
        """About how many statements are still to come, the next one included."""
        if self.next_statement is None:
            return 0
        unsettled = max(0.0, STABLE - self.stability) / STABLE
        guess = max(FEWEST - self.asked, 1 + round(unsettled * (MOST - FEWEST) * 0.6))
        return max(1, min(MOST - self.asked, len(self.askable), guess))


def _quantile(belief: Sequence[float], quantile: float) -> int:
    total = 0.0
    for level, share in enumerate(belief):
        total += share
        if quantile < total:
            return level
    return len(belief) - 1


def advise(catalogue: Catalogue, situation: Situation) -> Advice:
    """The advice for a situation: the same input gives the same output, whatever the order of files or answers."""
    beliefs = Beliefs(catalogue, situation)
    present = beliefs.present(beliefs.needs)
    picks = choose(beliefs.field, beliefs.needs, MOST_RECOMMENDATIONS, present)
    ranked = with_horizons(catalogue, recommendations(beliefs.field, picks))
    return Advice(
        recommendations=ranked,
        not_yet=tuple(not_yet(beliefs.field, beliefs.needs, present)),
        profile=beliefs.profile,
        needs=beliefs.needs,
        stage=stage_of(catalogue, situation),
    )
