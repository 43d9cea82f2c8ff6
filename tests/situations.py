"""Hypothesis strategies: any situation a person can bring about, and any small catalogue an admin can write."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from hypothesis import strategies as st

from bot.advice.model import (
    LEVELS,
    Because,
    Catalogue,
    Challenge,
    ChallengeText,
    Match,
    NotYet,
    Practice,
    PracticeText,
    Situation,
    Statement,
    When,
)
from bot.advice.verdict import verdict
from tests.small import small_catalogue


def ratings_of(catalogue: Catalogue) -> st.SearchStrategy[Mapping[str, int | str]]:
    """Answers to some of the statements."""
    answer = st.one_of(st.integers(0, LEVELS - 1), st.sampled_from(["unknown", "n/a"]))
    return st.dictionaries(st.sampled_from(sorted(catalogue.statements)), answer, max_size=12)


@st.composite
def situations(draw: st.DrawFn, catalogue: Catalogue) -> Situation:
    """Any situation over a catalogue's ids."""
    challenges, practices = sorted(catalogue.challenges), sorted(catalogue.practices)
    heard = draw(st.lists(st.sampled_from(challenges), unique=True, max_size=5))
    scores = draw(st.lists(st.floats(0.3, 1), min_size=len(heard), max_size=len(heard)))
    ratings = draw(ratings_of(catalogue))
    marks = sorted(catalogue.maturity.marks)
    stages = sorted(catalogue.maturity.stages)
    return Situation(
        matches=tuple(Match(c, s, verdict(s), Because("", (), "")) for c, s in zip(heard, scores, strict=True)),
        confirmed=frozenset(heard) if draw(st.booleans()) else frozenset(),
        rejected=draw(st.frozensets(st.sampled_from(challenges), max_size=2)),
        context={
            q: tuple(draw(st.lists(st.sampled_from(sorted(question.options)), unique=True, max_size=2)))
            for q, question in catalogue.context.items()
        },
        ratings=ratings,  # type: ignore[arg-type]
        unsure=draw(st.frozensets(st.sampled_from(sorted(catalogue.statements)), max_size=3)),
        stages={axis: draw(st.sampled_from(stages)) for axis in catalogue.maturity.axes if draw(st.booleans())},
        marks=draw(st.frozensets(st.sampled_from(marks))) if marks else frozenset(),
        topics=draw(st.frozensets(st.sampled_from(sorted(catalogue.domains)), max_size=2)),
        put_aside=draw(st.frozensets(st.sampled_from(challenges), max_size=2)),
        excluded=draw(st.frozensets(st.sampled_from(practices), max_size=2)),
        done=draw(st.frozensets(st.sampled_from(practices), max_size=2)),
    )


def _challenge(id: str, related: tuple[str, ...], reversed: bool) -> Challenge:
    statements = (
        Statement(f"{id}/s1", id, False, {"en": f"{id} one"}),
        Statement(f"{id}/s2", id, reversed, {"en": f"{id} two"}),
    )
    text = ChallengeText(id, id, (f"sign of {id}",), (), (id,), "?")
    return Challenge(id, next(iter(small_catalogue().domains)), related, statements, {"en": text})


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """A catalogue of made-up challenges and practices: any links, chains of needs without a circle, conditions."""
    ids = [f"c{n}" for n in range(draw(st.integers(1, 6)))]
    challenges = {
        id: _challenge(id, tuple(draw(st.lists(st.sampled_from(ids), unique=True, max_size=2))), draw(st.booleans()))
        for id in ids
    }
    practices: dict[str, Practice] = {}
    for number in range(draw(st.integers(1, 8))):
        id = f"p{number}"
        needs = draw(st.lists(st.sampled_from(sorted(practices)), unique=True, max_size=2)) if practices else []
        practices[id] = _practice(draw, id, ids, tuple(needs))
    return replace(
        small_catalogue(), version="made-up", challenges=challenges, practices=MappingProxyType(practices), cases={}
    )


def _practice(draw: st.DrawFn, id: str, challenges: list[str], needs: tuple[str, ...]) -> Practice:
    links = draw(st.dictionaries(st.sampled_from(challenges), st.integers(1, 3), min_size=1, max_size=3))
    condition = draw(st.one_of(st.none(), st.sampled_from(challenges)))
    not_yet = () if condition is None else (NotYet(When((("challenge", condition),)), None, {"en": "not now"}),)
    return Practice(
        id=id,
        domain=next(iter(small_catalogue().domains)),
        addresses=links,
        effort=draw(st.integers(1, 5)),
        first_result="days",
        cost="none",
        agree=("self",),
        needs=needs,
        not_yet_when=not_yet,
        fit={},
        text={"en": PracticeText(id, id, id, (id, id, id), (id,), id, None)},
    )
