"""The catalogue tried out: on its own examples, sign by sign, practice by practice, for `kompas check --deep`.

Belongs here: what a catalogue does with situations, as facts. Does not: whether that is good enough (deep), files,
wording. Everything depends on the catalogue alone, so that the result may be kept as long as its version.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.advice.assessment import advise
from bot.advice.matching import Matcher, matcher
from bot.advice.model import (
    FITS,
    LEVELS,
    NOTHING_FITS,
    Advice,
    Catalogue,
    Challenge,
    Example,
    Recommendation,
    Situation,
)

FIRST_CHALLENGES = 3
FIRST_PRACTICES = 5
"""Among so many the expected challenge, and the expected practices, must be."""

CHALLENGES, PRACTICES, ADVICE, NOTHING = "challenges", "practices", "advice", "nothing"
"""What an example can expect: one of some challenges, certain practices, or that nothing fits."""

Z = 1.96
"""Standard normal quantile of a 95% interval."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What the catalogue makes of one example: the first challenges, the advice, and what of the expected is absent.

    `failed` holds CHALLENGES where no acceptable challenge is among the first three (where none fits: where something
    fitted), PRACTICES where an expected practice is not among the first five, ADVICE where it is not even when the
    person rates the expected challenges highest: then it is not the understanding that fails, but the content.
    """

    example: str
    verdict: str
    challenges: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    failed: tuple[str, ...]

    @property
    def practices(self) -> tuple[str, ...]:
        """The ids of the first practices, best first."""
        return tuple(recommendation.practice for recommendation in self.recommendations[:FIRST_PRACTICES])


@dataclass(frozen=True, slots=True)
class Stray:
    """A sign that, taken out of its challenge, clearly fits a sibling first."""

    challenge: str
    language: str
    place: int
    sibling: str


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the 95% interval of the share."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """0..1; 0 of nothing is 0."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927)."""
        if not self.of:
            return 0.0, 1.0
        middle = self.share + Z**2 / (2 * self.of)
        wide = Z * math.sqrt(self.share * (1 - self.share) / self.of + Z**2 / (4 * self.of**2))
        scale = 1 + Z**2 / self.of
        low, high = (middle - wide) / scale, (middle + wide) / scale
        return max(0.0, min(low, self.share)), min(1.0, max(high, self.share))  # rounding leaves the share inside


# --- examples --------------------------------------------------------------------------------------------------------


def tried(catalogue: Catalogue, example: Example) -> Tried:
    """What the catalogue makes of an example, from its text alone."""
    found = matcher(catalogue).match(example.text, example.lang)
    told = tuple(match for match in found.matches if match.verdict != NOTHING_FITS)
    advice = advise(catalogue, Situation(matches=told))
    first = tuple(match.challenge for match in found.matches[:FIRST_CHALLENGES])
    result = Tried(example.id, found.verdict, first, advice.recommendations, ())
    return replace(result, failed=tuple(_failed(catalogue, example, result)))


def _failed(catalogue: Catalogue, example: Example, result: Tried) -> Iterator[str]:
    recognised = bool(set(example.challenges) & set(result.challenges))
    if not (recognised if example.challenges else result.verdict == NOTHING_FITS):
        yield CHALLENGES
    if not set(example.practices) <= set(result.practices):
        yield PRACTICES
    if example.practices and example.challenges:
        known = _rated(catalogue, example.challenges).recommendations[:FIRST_PRACTICES]
        if not set(example.practices) <= {recommendation.practice for recommendation in known}:
            yield ADVICE


def scores(catalogue: Catalogue, failed: Mapping[str, Iterable[str]]) -> Mapping[str, Share]:
    """How the examples came out: by what they expect, with NOTHING for those that nothing fits."""
    kinds = {
        CHALLENGES: [e.id for e in catalogue.examples.values() if e.challenges],
        PRACTICES: [e.id for e in catalogue.examples.values() if e.practices],
        ADVICE: [e.id for e in catalogue.examples.values() if e.practices and e.challenges],
        NOTHING: [e.id for e in catalogue.examples.values() if not e.challenges],
    }
    wanted = {CHALLENGES: CHALLENGES, PRACTICES: PRACTICES, ADVICE: ADVICE, NOTHING: CHALLENGES}
    return {
        kind: Share(sum(wanted[kind] not in failed.get(id, ()) for id in ids), len(ids)) for kind, ids in kinds.items()
    }


# --- signs -----------------------------------------------------------------------------------------------------------


def strays(catalogue: Catalogue) -> Iterator[Stray]:
    """The signs that lead to a sibling first when left out of their own challenge.

    The first sign of every challenge is left out together, then the second of every one, and so on: so each sign is
    heard by the real matcher, over a catalogue that does not hold it, at a tenth of the time.
    """
    for code in catalogue.languages:
        blocks = [challenge.text[code].signs for challenge in catalogue.challenges.values() if code in challenge.text]
        for place in range(max(map(len, blocks), default=0)):
            yield from _strays_at(catalogue, code, place)


def _strays_at(catalogue: Catalogue, code: str, place: int) -> Iterator[Stray]:
    without = {id: without_sign(challenge, code, place) for id, challenge in catalogue.challenges.items()}
    hearing = Matcher(replace(catalogue, challenges=without))
    for id, challenge in catalogue.challenges.items():
        signs = challenge.text[code].signs if code in challenge.text else ()
        if place < len(signs):
            found = hearing.match(signs[place], code)
            if found.verdict == FITS and found.matches[0].challenge != id:
                yield Stray(id, code, place, found.matches[0].challenge)


def without_sign(challenge: Challenge, code: str, place: int) -> Challenge:
    """The challenge without one of its signs in one language; as it is where it has no such sign."""
    if code not in challenge.text:
        return challenge
    block = challenge.text[code]
    kept = block.signs[:place] + block.signs[place + 1 :]
    return replace(challenge, text={**challenge.text, code: replace(block, signs=kept)})


# --- practices -------------------------------------------------------------------------------------------------------


def unreachable(catalogue: Catalogue, seen: Iterable[str]) -> tuple[str, ...]:
    """The practices that no situation tried ever recommends; `seen` are those the examples recommended.

    The situations: each challenge alone, each with a neighbour, and what each practice addresses, all rated highest.
    """
    missing = set(catalogue.practices) - set(seen)
    alone = [(id,) for id in catalogue.challenges]
    pairs = [(id, other) for id, others in catalogue.neighbours.items() for other in sorted(others) if id < other]
    for challenges in (*alone, *pairs):
        if missing:
            missing -= _recommended(_rated(catalogue, challenges))
    for id in sorted(missing):
        missing -= _recommended(_rated(catalogue, catalogue.practices[id].addresses))
    return tuple(sorted(missing))


def _rated(catalogue: Catalogue, challenges: Iterable[str]) -> Advice:
    """The advice for somebody who rates these challenges as hard as can be."""
    statements = [s for id in challenges for s in catalogue.challenges[id].statements]
    ratings = {statement.id: 0 if statement.reversed else LEVELS - 1 for statement in statements}
    return advise(catalogue, Situation(ratings=ratings))


def _recommended(advice: Advice) -> set[str]:
    return {recommendation.practice for recommendation in advice.recommendations}


# --- all of it -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """What trying a catalogue out gave: what failed in which example, the stray signs, the practices out of reach."""

    failed: Mapping[str, tuple[str, ...]]
    strays: tuple[Stray, ...]
    unreachable: tuple[str, ...]


def measure(catalogue: Catalogue) -> Trial:
    """Try everything. Takes some two minutes for 55 challenges with 50 signs in two languages."""
    results = [tried(catalogue, example) for example in catalogue.examples.values()]
    seen = {recommendation.practice for result in results for recommendation in result.recommendations}
    return Trial(
        failed={result.example: result.failed for result in results if result.failed},
        strays=tuple(strays(catalogue)),
        unreachable=unreachable(catalogue, seen),
    )
