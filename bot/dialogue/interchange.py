"""The same advice as data: JSON in, JSON out, for other programs (DESIGN 11).

The JSON Schemas in `schemas/` are made from these models: `python -m tests.schemas --write`.

Belongs here: the shape of what goes in and comes out, and whether the catalogue knows what it names. Does not: reading
JSON (incoming), files, printing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from bot.advice.matching import matcher
from bot.advice.model import LEVELS, NOTHING_FITS, Catalogue, Match, Rating, Recommendation
from bot.dialogue.event import View
from bot.dialogue.incoming import Place, Problem, Refused, Right, Shape, remedy, shown, validated, whole
from bot.dialogue.reasons import because, condition
from bot.dialogue.reply import plain
from bot.dialogue.room import Room
from bot.dialogue.state import State


def _integer(value: object) -> object:
    """4.0 is a whole number in JSON Schema, so it is one here."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Severity = Annotated[int, Field(ge=0, le=LEVELS - 1), BeforeValidator(_integer)]
Answer = Severity | Literal["unknown", "n/a"]
Answers = Annotated[
    dict[str, Answer],
    Right("must be an object", f'must be a whole number from 0 to {LEVELS - 1}, "unknown" or "n/a"'),
]
Text = Annotated[str, AfterValidator(whole)]
TEXT = Right("must be text")
Ids = Annotated[list[str], Right("must be a list of ids")]

MOST_MATCHES = 10
"""Matches in an answer (DESIGN 4)."""


class MatchRequest(Shape):
    """One line of `kompas match --batch`; without `lang` the language is guessed."""

    id: Annotated[Text, TEXT]
    text: Annotated[Text, TEXT]
    lang: Annotated[Text | None, TEXT] = None

    def speaking(self, lang: str | None) -> "MatchRequest":
        """The same in this language, unless it names one itself."""
        return self if lang is None or self.lang is not None else self.model_copy(update={"lang": lang})


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

    lang: Annotated[Text, TEXT]
    text: Annotated[Text | None, TEXT] = None
    context: Annotated[
        dict[str, str | list[str]], Right("must be an object", "must be an option id or a list of them")
    ] = Field(default_factory=dict, description="question: the chosen option, or a list of options.")
    ratings: Answers = Field(
        default_factory=dict, description="challenge: how strong it is, 0..4; stands for every statement of it."
    )
    statements: Answers = Field(default_factory=dict, description="challenge/s1: the rating as typed, 0..4.")
    unsure: Ids = Field(default_factory=list, description="Statements, or challenges, rated without being sure.")
    maturity: Annotated[dict[str, str], Right("must be an object", "must be a stage id")] = Field(
        default_factory=dict, description="axis: stage"
    )
    marks: Ids = Field(default_factory=list, description="Marks of a wicked problem that were seen.")
    focus: Annotated[list[str] | None, Right("must be a list of ids")] = Field(
        default=None, description="Challenges to work on now; the others count less. None or empty: all count."
    )
    exclude: Ids = Field(default_factory=list, description="Practices that are not for us.")
    done: Ids = Field(default_factory=list, description="Practices that are done already.")


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
    """The request in `data`; raises Refused, which names every key that is wrong."""
    return validated(MatchRequest, data)


def match(catalogue: Catalogue, request: MatchRequest) -> MatchAnswer:
    """What a text fits; raises Refused where the language is unknown."""
    if request.lang is not None:
        check_language(catalogue, request.lang)
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
    """The request in `data`; raises Refused, which names every key that is wrong."""
    return validated(AdviseRequest, data)


def advise(catalogue: Catalogue, request: AdviseRequest) -> AdviseAnswer:
    """The advice for a situation given as data, always the same for the same; raises Refused for unknown ids."""
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
        recommendations=[_given(room, request, recommendation) for recommendation in advice.recommendations],
        not_yet=[
            NotYetGiven(practice=postponed.practice, condition=plain(condition(room, postponed)))
            for postponed in advice.not_yet
        ],
    )


def _given(room: Room, request: AdviseRequest, recommendation: Recommendation) -> RecommendationGiven:
    horizon = recommendation.horizon
    return RecommendationGiven(
        practice=recommendation.practice,
        score=round(recommendation.value, 6),
        horizon="now" if horizon == "now" else "next" if horizon == "next" else "later",
        reasons=[
            ReasonGiven(challenge=r.challenge, share=r.share, because=_said(room, request, r.challenge))
            for r in recommendation.reasons
        ],
    )


def _said(room: Room, request: AdviseRequest, challenge: str) -> str:
    """What was said about a challenge; a rating of the challenge as a whole is no answer to its statements."""
    rating = request.ratings.get(challenge)
    return plain(because(room, challenge, rating if isinstance(rating, int) else None))


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
        put_aside=tuple(id for id in catalogue.challenges if request.focus and id not in request.focus),
        excluded=dict.fromkeys(request.exclude, ""),
        done=tuple(request.done),
    )


def _statements_of(catalogue: Catalogue, ids: Iterable[str]) -> Iterator[str]:
    for id in ids:
        if id in catalogue.challenges:
            yield from (statement.id for statement in catalogue.challenges[id].statements)
        else:
            yield id


def check_language(catalogue: Catalogue, language: str) -> None:
    """Raises Refused where the catalogue has no such language."""
    unknown = tuple(_unknown(("lang",), [language], catalogue.languages, "language"))
    if unknown:
        raise Refused(unknown)


def _check(catalogue: Catalogue, request: AdviseRequest) -> None:
    """Every id must be one of the catalogue's."""
    unknown = (
        *_unknown(("lang",), [request.lang], catalogue.languages, "language"),
        *_unknown_context(catalogue, request.context),
        *_unknown(("ratings",), request.ratings, catalogue.challenges, "challenge"),
        *_unknown(("statements",), request.statements, catalogue.statements, "statement"),
        *_unknown(("unsure",), request.unsure, {**catalogue.statements, **catalogue.challenges}, "statement"),
        *_unknown_maturity(catalogue, request.maturity),
        *_unknown(("marks",), request.marks, catalogue.maturity.marks, "mark"),
        *_unknown(("focus",), request.focus or (), catalogue.challenges, "challenge"),
        *_unknown(("exclude",), request.exclude, catalogue.practices, "practice"),
        *_unknown(("done",), request.done, catalogue.practices, "practice"),
    )
    if unknown:
        raise Refused(unknown)


def _unknown_context(catalogue: Catalogue, context: Mapping[str, str | list[str]]) -> Iterator[Problem]:
    yield from _unknown(("context",), context, catalogue.context, "question")
    for question, options in context.items():
        if question in catalogue.context:
            chosen = [options] if isinstance(options, str) else options
            yield from _unknown(("context", question), chosen, catalogue.context[question].options, "option")


def _unknown_maturity(catalogue: Catalogue, maturity: Mapping[str, str]) -> Iterator[Problem]:
    yield from _unknown(("maturity",), maturity, catalogue.maturity.axes, "axis")
    for axis, stage in maturity.items():
        if axis in catalogue.maturity.axes:
            yield from _unknown(("maturity", axis), [stage], catalogue.maturity.stages, "stage")


def _unknown(place: Place, ids: Collection[str], known: Mapping[str, object], what: str) -> Iterator[Problem]:
    for index, id in enumerate(ids):
        if id not in known:
            at = (*place, id if isinstance(ids, Mapping) else index)
            yield Problem(place, f'no {what} "{shown(id)}"{remedy(id, known)}', at=at)
