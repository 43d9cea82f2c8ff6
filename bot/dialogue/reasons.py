"""Reasons in people's words: which sentence of theirs and which answers are behind a share, and how sure we are.

Belongs here: wording the facts that the core gives. Does not: computing a share.
"""

from collections.abc import Mapping

from bot.advice.assessment import confidence
from bot.advice.model import NOTHING_FITS, UNKNOWN, Measured, Postponed, Recommendation
from bot.dialogue.room import Room
from bot.dialogue.statements import rating_label
from bot.dialogue.wording import Markup, listed

SHOWN_REASONS = 3
"""Reasons named in a list; the rest are summed up, so that the shares still add up to 100%."""

TELLING = 2
"""From this severity on, 0..4, an answer is named as a reason: a weaker one speaks rather against it."""

GOOD, FAIR = 0.55, 0.35
"""Average confidence from which advice is called good or fair; below, Kompas says that it rests on little."""


def because(room: Room, challenge: str, graded: int | None = None) -> Markup:
    """What was said about a challenge: the person's words first, then their answers, or the grade they gave it."""
    said = _words(room, challenge)
    if graded is None:
        said += _answers(room, challenge)
    else:
        said.append(room.say("because-graded", title=room.title(challenge), answer=rating_label(room, graded)))
    return listed(room.state.language, said) if said else room.say("because-topic", title=room.title(challenge))


def _words(room: Room, challenge: str) -> list[str]:
    for match in room.state.matches:
        if match.challenge == challenge and challenge in room.state.ticked and match.verdict != NOTHING_FITS:
            return [room.say("because-wrote", passage=match.because.passage)]
    return []


def _answers(room: Room, challenge: str) -> list[str]:
    return [
        room.say(
            "because-rated", text=room.of(statement.text), answer=rating_label(room, room.state.ratings[statement.id])
        )
        for statement, severity in room.beliefs.answers(challenge)
        if severity >= TELLING
    ]


def percentages(recommendation: Recommendation) -> Mapping[str, int]:
    """The shares as whole percentages that add up to 100 (largest remainder)."""
    exact = {reason.challenge: reason.share * 100 for reason in recommendation.reasons}
    whole = {id: int(share) for id, share in exact.items()}
    missing = 100 - sum(whole.values())
    for id in sorted(exact, key=lambda id: (whole[id] - exact[id], id))[:missing]:
        whole[id] += 1
    return whole


def short_reasons(room: Room, recommendation: Recommendation) -> Markup:
    """One sentence: because ... (58%), ... (27%) and ... (15%)."""
    shares = percentages(recommendation)
    named = [r.challenge for r in recommendation.reasons if shares[r.challenge] > 0][:SHOWN_REASONS]
    parts = [room.say("reason-part", because=because(room, id), share=shares[id]) for id in named]
    rest = 100 - sum(shares[id] for id in named)
    if rest > 0:
        parts.append(room.say("reason-rest", share=rest))
    key = "reason-goal" if recommendation.goal else "reason"
    goal = room.practice(recommendation.goal) if recommendation.goal else ""
    return room.say(key, reasons=listed(room.state.language, parts), goal=goal)


def condition(room: Room, postponed: Postponed) -> Markup:
    """Why a practice must wait."""
    if postponed.condition is None:
        return room.say("not-yet-missing", practice=room.practice(postponed.missing or postponed.practice))
    why = room.of(postponed.condition.text)
    if postponed.condition.first and postponed.condition.first in room.catalogue.practices:
        return room.say("not-yet-first", why=why, practice=room.practice(postponed.condition.first))
    return Markup(room.say("not-yet-why", why=why))


def how_sure(room: Room) -> Markup:
    """How sure the advice is, in a few words, with what it rests on."""
    needs = {id: need for id, need in room.advice.needs.items() if need > 0}
    total = sum(needs.values()) or 1.0
    sure = sum(need * confidence(room.beliefs.belief[id]) for id, need in needs.items()) / total
    rated = sum(isinstance(rating, int) for rating in room.state.ratings.values())
    unknown = sum(rating == UNKNOWN for rating in room.state.ratings.values())
    level = sureness(sure) if rated else "little"
    rests = room.say("sure-rests", texts=len(room.state.ticked), rated=rated, unknown=unknown)
    return room.say("sure", level=room.say(f"sure-{level}"), rests=rests)


def severity_words(room: Room, measured: Measured) -> Markup:
    """A severity as one of the five ratings, and how sure."""
    if measured.confidence == 0:
        return room.say("severity-none")
    level = min(4, round(measured.severity * 4))
    return room.say(
        "severity", level=room.say(f"severity-{level}"), sure=room.say(f"sure-{sureness(measured.confidence)}")
    )


def sureness(confidence: float) -> str:
    """The word for a confidence, 0..1."""
    return "good" if confidence >= GOOD else "fair" if confidence >= FAIR else "little"
