"""Now, next, later: when to do what, with prerequisites first.

Belongs here: horizons. Does not: which practice is worth doing (ranking), dates or reminders.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.advice.model import Catalogue, Recommendation

HORIZONS = ("now", "next", "later")
ROOM = (3, 4)
"""How many practices fit into "now" and into "next": a team that starts more than three things finishes none."""


def with_horizons(catalogue: Catalogue, ranked: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """The same list with horizons: in order, never more than fits, never earlier than what a practice needs."""
    placed: dict[str, int] = {}
    used = [0] * len(HORIZONS)
    for recommendation in ranked:
        needs = catalogue.practices[recommendation.practice].needs
        place = max((placed[need] + 1 for need in needs if need in placed), default=0)
        place = min(place, len(HORIZONS) - 1)
        while place < len(ROOM) and used[place] >= ROOM[place]:
            place += 1
        placed[recommendation.practice] = place
        used[place] += 1
    return tuple(replace(r, horizon=HORIZONS[placed[r.practice]]) for r in ranked)
