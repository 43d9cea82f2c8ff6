"""The same advice as data: JSON in, JSON out, for other programs (DESIGN 11). The schemas are made from these models.

Belongs here: the shape of what goes in and comes out, and checking it. Does not: reading files, printing.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.advice.matching import matcher
from bot.advice.model import LEVELS, NOTHING_FITS, Catalogue, Match, Rating, Recommendation
from bot.dialogue.event import View
from bot.dialogue.reasons import because, condition
from bot.dialogue.reply import plain
from bot.dialogue.room import Room
from bot.dialogue.state import State
from bot.errors import InputError

Severity = Annotated[int, Field(ge=0, le=LEVELS - 1)]
Answer = Severity | Literal["unknown", "n/a"]


MOST_MATCHES = 10
"""Matches in an answer (DESIGN 4)."""

S = TypeVar("S", bound="Shape")


class Shape(BaseModel):
    """Unknown keys are refused, and nothing is made out of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class MatchRequest(Shape):
    """One line of `kompas match --batch`; without `lang` the language is guessed."""

    id: str
    text: str
    lang: str | None = None


class MatchFound(Shape):
    challenge: str
    score: Annotated[float, Field(ge=0, le=1)]
    verdict: Literal["fits", "may fit", "nothing fits"]
    because: list[str] = Field(description="The words of the text, then the nearest sign.")


class MatchAnswer(Shape):
    """One line that `kompas match --json` gives, best match first, up to ten."""

    id: str
    verdict: Literal["fits", "may fit", "nothing fits"]
    matches: list[MatchFound] = Field(max_length=MOST_MATCHES)


class AdviseRequest(Shape):
    """What `kompas advise` reads."""

    lang: str
    text: str | None = None
    context: dict[str, str | list[str]] = Field(default_factory=dict)
    ratings: dict[str, Answer] = Field(
        default_factory=dict, description="challenge: how strong it is, 0..4; stands for every statement of it."
    )
    statements: dict[str, Answer] = Field(default_factory=dict, description="challenge/s1: the rating as typed, 0..4.")
    unsure: list[str] = Field(default_factory=list, description="Statements, or challenges, rated without being sure.")
    maturity: dict[str, str] = Field(default_factory=dict, description="axis: stage")
    marks: list[str] = Field(default_factory=list)
    focus: list[str] | None = None
    exclude: list[str] = Field(default_factory=list)
    done: list[str] = Field(default_factory=list)


class Measure(Shape):
    severity: Annotated[float, Field(ge=0, le=1)]
    confidence: Annotated[float, Field(ge=0, le=1)]


class ReasonGiven(Shape):
    challenge: str
    share: Annotated[float, Field(ge=0, le=1)]
    because: str


class RecommendationGiven(Shape):
    practice: str
    score: Annotated[float, Field(ge=0)]
    horizon: Literal["now", "next", "later"]
    reasons: list[ReasonGiven]


class NotYetGiven(Shape):
    practice: str
    condition: str


class AdviseAnswer(Shape):
    """What `kompas advise` gives; at most twelve recommendations."""

    catalogue: str
    profile: dict[str, Measure]
    stage: str | None
    recommendations: list[RecommendationGiven] = Field(max_length=12)
    not_yet: list[NotYetGiven]


SCHEMAS: Mapping[str, type[Shape]] = {
    "match-request": MatchRequest,
    "match-answer": MatchAnswer,
    "advise-request": AdviseRequest,
    "advise-answer": AdviseAnswer,
}


# --- matching --------------------------------------------------------------------------------------------------------


def match_request(data: object) -> MatchRequest:
    """The request in `data`, or an InputError that names the key."""
    return _validated(MatchRequest, data)


def match(catalogue: Catalogue, request: MatchRequest) -> MatchAnswer:
    """What a text fits."""
    _known("lang", [request.lang] if request.lang else [], catalogue.languages, "language")
    found = matcher(catalogue).match(request.text, request.lang)
    return MatchAnswer(
        id=request.id,
        verdict=_verdict(found.verdict),
        matches=[
            MatchFound(challenge=m.challenge, score=m.score, verdict=_verdict(m.verdict), because=list(_because(m)))
            for m in found.matches[:MOST_MATCHES]
        ],
    )


def _verdict(verdict: str) -> Literal["fits", "may fit", "nothing fits"]:
    return "fits" if verdict == "fits" else "may fit" if verdict == "may fit" else "nothing fits"


def _because(found: Match) -> Iterator[str]:
    because = found.because
    yield from dict.fromkeys(part for part in (because.passage, *because.words, because.sign) if part)


# --- advice ----------------------------------------------------------------------------------------------------------


def advise_request(data: object) -> AdviseRequest:
    """The request in `data`, or an InputError that names the key."""
    return _validated(AdviseRequest, data)


def advise(catalogue: Catalogue, request: AdviseRequest) -> AdviseAnswer:
    """The advice for a situation given as data; the same input gives the same output."""
    _check(catalogue, request)
    room = Room(catalogue, _state(catalogue, request), View())
    advice = room.advice
    return AdviseAnswer(
        catalogue=catalogue.version,
        profile={
            id: Measure(severity=round(measured.severity, 6), confidence=round(max(0.0, measured.confidence), 6))
            for id, measured in advice.profile.items()
        },
        stage=advice.stage,
        recommendations=[_given(room, recommendation) for recommendation in advice.recommendations],
        not_yet=[
            NotYetGiven(practice=postponed.practice, condition=plain(condition(room, postponed)))
            for postponed in advice.not_yet
        ],
    )


def _given(room: Room, recommendation: Recommendation) -> RecommendationGiven:
    horizon = recommendation.horizon
    return RecommendationGiven(
        practice=recommendation.practice,
        score=round(recommendation.value, 6),
        horizon="now" if horizon == "now" else "next" if horizon == "next" else "later",
        reasons=[
            ReasonGiven(challenge=r.challenge, share=r.share, because=plain(because(room, r.challenge)))
            for r in recommendation.reasons
        ],
    )


def _state(catalogue: Catalogue, request: AdviseRequest) -> State:
    found = matcher(catalogue).match(request.text or "", request.lang)
    matches = tuple(m for m in found.matches if m.verdict != NOTHING_FITS)
    ratings: dict[str, Rating] = {}
    for challenge, answer in request.ratings.items():
        for statement in catalogue.challenges[challenge].statements:
            turned = isinstance(answer, int) and statement.reversed
            ratings[statement.id] = LEVELS - 1 - int(answer) if turned else answer
    ratings.update(request.statements)
    return State(
        language=request.lang,
        texts=(request.text,) if request.text else (),
        matches=matches,
        ticked=tuple(m.challenge for m in matches),
        context={q: (o,) if isinstance(o, str) else tuple(o) for q, o in request.context.items()},
        ratings=ratings,
        unsure=tuple(_statements_of(catalogue, request.unsure)),
        stages=request.maturity,
        marks=tuple(request.marks),
        focus=None if request.focus is None else tuple(request.focus),
        excluded=dict.fromkeys(request.exclude, ""),
        done=tuple(request.done),
    )


def _statements_of(catalogue: Catalogue, ids: Iterable[str]) -> Iterator[str]:
    for id in ids:
        if id in catalogue.challenges:
            yield from (statement.id for statement in catalogue.challenges[id].statements)
        else:
            yield id


def _check(catalogue: Catalogue, request: AdviseRequest) -> None:
    """Every id must be one of the catalogue's."""
    maturity = catalogue.maturity
    _known("lang", [request.lang], catalogue.languages, "language")
    _known("context", request.context, catalogue.context, "question")
    for question, options in request.context.items():
        chosen = [options] if isinstance(options, str) else options
        _known(f"context.{question}", chosen, catalogue.context[question].options, "option")
    _known("ratings", request.ratings, catalogue.challenges, "challenge")
    _known("statements", request.statements, catalogue.statements, "statement")
    _known("unsure", request.unsure, {**catalogue.statements, **catalogue.challenges}, "statement")
    _known("maturity", request.maturity, maturity.axes, "axis")
    for axis, stage in request.maturity.items():
        _known(f"maturity.{axis}", [stage], maturity.stages, "stage")
    _known("marks", request.marks, maturity.marks, "mark")
    _known("focus", request.focus or [], catalogue.challenges, "challenge")
    _known("exclude", request.exclude, catalogue.practices, "practice")
    _known("done", request.done, catalogue.practices, "practice")


def _known(key: str, ids: Iterable[str], known: Iterable[str], what: str) -> None:
    names = tuple(known)
    for id in ids:
        if id not in names:
            raise InputError(f'{key}: no {what} "{id}"{_remedy(id, names)}')


def _remedy(name: str, names: Iterable[str]) -> str:
    names = tuple(names)
    near = difflib.get_close_matches(name, names, n=1)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f"; use one of: {', '.join(names)}." if len(names) <= 12 else "; `kompas show` lists what there is."


def _validated(model: type[S], data: object) -> S:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise InputError("\n".join(dict.fromkeys(_plain(model, e["loc"], e["type"]) for e in error.errors()))) from None


def _plain(model: type[Shape], place: tuple[int | str, ...], kind: str) -> str:
    """A pydantic error as a sentence that names the key and the remedy."""
    key = ".".join(str(part) for part in place if part not in ("int", "constrained-int", "literal['unknown','n/a']"))
    if kind == "extra_forbidden":
        return f"{key}: unknown key{_remedy(str(place[-1]), model.model_fields)}"
    if kind == "missing":
        return f"{key}: missing; give this key."
    if not place:
        return f"Not an object; give an object with the keys {', '.join(model.model_fields)}."
    if place[0] in ("ratings", "statements") and len(place) > 1:
        return f'{place[0]}.{place[1]}: must be a whole number from 0 to {LEVELS - 1}, "unknown" or "n/a".'
    return f"{key}: wrong type ({kind.replace('_', ' ')}); see the JSON Schema of the input."
