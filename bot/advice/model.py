"""The domain types, all frozen: the catalogue that was loaded, and the situation that a person told.

Belongs here: what things are. Does not: parsing (see `bot.knowledge`), deciding (see the other modules).
`text` is always a mapping from a language code to that language's block.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, TypeVar

T = TypeVar("T")
Texts = Mapping[str, T]

LEVELS = 5
"""A severity is one of five levels, 0 (not at all) .. 4 (fully); a rating uses the same scale."""

UNKNOWN: Final = "unknown"
NOT_APPLICABLE: Final = "n/a"
Rating = int | Literal["unknown", "n/a"]
"""0..4, or `unknown` (changes no score), or `n/a` (the statement counts as never asked)."""

MANY = "many"
"""The option of the dimension `marks` that holds from half of the marks of a wicked problem on."""


# --- the catalogue ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence a person rates to grade one challenge. `id` is `challenge-id/s1`."""

    id: str
    challenge: str
    reversed: bool
    text: Texts[str]


@dataclass(frozen=True, slots=True)
class NotSign:
    """A sentence that sounds like this challenge and belongs to the sibling `instead`."""

    text: str
    instead: str


@dataclass(frozen=True, slots=True)
class ChallengeText:
    title: str
    summary: str
    signs: tuple[str, ...]
    not_signs: tuple[NotSign, ...]
    keywords: tuple[str, ...]
    discussion: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """What holds an organisation back."""

    id: str
    domain: str
    related: tuple[str, ...]
    statements: tuple[Statement, ...]
    text: Texts[ChallengeText]


@dataclass(frozen=True, slots=True)
class When:
    """A condition on the situation: pairs of a dimension and an option, all of which must hold.

    Dimensions: those of the context questions, `stage`, `marks` and `challenge`.
    """

    needs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NotYet:
    """A practice fails now while `when` holds; `first` names the practice that takes it away."""

    when: When
    first: str | None
    text: Texts[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    source: str
    text: Texts[str]


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class PracticeText:
    title: str
    what: str
    why: str
    steps: tuple[str, ...]
    pitfalls: tuple[str, ...]
    measure: str
    not_when: str | None


@dataclass(frozen=True, slots=True)
class Practice:
    """Something to do."""

    id: str
    domain: str
    addresses: Mapping[str, int]
    effort: int
    first_result: str
    cost: str
    agree: tuple[str, ...]
    needs: tuple[str, ...]
    not_yet_when: tuple[NotYet, ...]
    fit: Mapping[str, Mapping[str, float]]
    text: Texts[PracticeText]
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseText:
    title: str
    body: str
    done: str
    result: str
    lesson: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A public example."""

    id: str
    country: str
    level: str
    year: int
    outcome: str
    sources: tuple[str, ...]
    text: Texts[CaseText]


@dataclass(frozen=True, slots=True)
class Source:
    """A published work. `checked` is the ISO date on which somebody looked it up, `how` live or stored-copy."""

    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None
    checked: str | None
    how: str | None


@dataclass(frozen=True, slots=True)
class DomainText:
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Domain:
    id: str
    text: Texts[DomainText]


@dataclass(frozen=True, slots=True)
class QuestionText:
    question: str
    short: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question about the context; `options` maps an option id to its label per language."""

    id: str
    several: bool
    options: Mapping[str, Texts[str]]
    text: Texts[QuestionText]


@dataclass(frozen=True, slots=True)
class StageText:
    title: str
    summary: str
    advice: str


@dataclass(frozen=True, slots=True)
class AxisOptionText:
    label: str
    statement: str


@dataclass(frozen=True, slots=True)
class Axis:
    """One question about maturity; `options` maps a stage id to its label and statement per language."""

    id: str
    options: Mapping[str, Texts[AxisOptionText]]
    text: Texts[str]


@dataclass(frozen=True, slots=True)
class Maturity:
    """The stages in order, the axes, and the marks of a wicked problem (id -> sentence per language)."""

    stages: Mapping[str, Texts[StageText]]
    axes: Mapping[str, Axis]
    marks: Mapping[str, Texts[str]]


@dataclass(frozen=True, slots=True)
class LanguageRules:
    code: str
    name: str
    stemmer: str
    stop_words: frozenset[str]
    negations: frozenset[str]
    detect: frozenset[str]
    conjunctions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CareText:
    """A topic that needs a person. `phrases` always point to it, `words` only where nothing else is recognised."""

    title: str
    phrases: tuple[str, ...]
    message: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A situation with what is expected of it: any of `challenges` (none: nothing fits), and some `practices`."""

    id: str
    lang: str
    text: str
    challenges: tuple[str, ...]
    practices: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The loaded, validated knowledge base. `version` is the hash of all its content; equal only to itself.

    All mappings are ordered by id, whatever the order of the files, except those whose order has a meaning
    (domains, context, maturity): these keep the order in which they were written.
    Retired challenges and practices are not in it; `replaced` leads from their id to the one that took their place.
    """

    version: str
    languages: Mapping[str, LanguageRules]
    domains: Mapping[str, Domain]
    challenges: Mapping[str, Challenge]
    practices: Mapping[str, Practice]
    cases: Mapping[str, Case]
    sources: Mapping[str, Source]
    context: Mapping[str, Question]
    maturity: Maturity
    concepts: Mapping[str, Texts[tuple[str, ...]]]
    anti_topics: Mapping[str, Texts[tuple[str, ...]]]
    care: Mapping[str, Texts[CareText]]
    examples: Mapping[str, Example] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Every statement of every challenge, by its full id."""
        return {s.id: s for challenge in self.challenges.values() for s in challenge.statements}

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """For each challenge the ids related to it, whichever side named the link."""
        found: dict[str, set[str]] = {id: set() for id in self.challenges}
        for challenge in self.challenges.values():
            for other in challenge.related:
                if other in found:
                    found[challenge.id].add(other)
                    found[other].add(challenge.id)
        return {id: frozenset(others) for id, others in found.items()}


# --- the situation ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Because:
    """What a match rests on, for explaining it: the person's own passage, the words, the sign nearest to it."""

    passage: str
    words: tuple[str, ...]
    sign: str


@dataclass(frozen=True, slots=True)
class Match:
    """A challenge recognised in a text. `score` is 0..1, comparable between challenges; `verdict` one of VERDICTS."""

    challenge: str
    score: float
    verdict: str
    because: Because


FITS, MAY_FIT, NOTHING_FITS = "fits", "may fit", "nothing fits"
VERDICTS = (FITS, MAY_FIT, NOTHING_FITS)


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that advice may depend on: raw answers and match scores, never derived beliefs.

    `matches` are those the person left standing, `confirmed` those of them that they said are right, `rejected` the
    ones they unticked; `topics` are domains to be asked about.
    `context` maps a question id to the chosen options, `stages` an axis to a stage.
    `put_aside` are challenges the person does not want to work on now.
    """

    matches: tuple[Match, ...] = ()
    confirmed: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    stages: Mapping[str, str] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    put_aside: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()


# --- the advice ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """One addend of a recommendation's benefit; the shares of one recommendation sum to 1."""

    challenge: str
    share: float


@dataclass(frozen=True, slots=True)
class FitFactor:
    """A context factor that entered the ranking: dimension, option, and the number multiplied in."""

    dimension: str
    option: str
    factor: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A practice with its priority (`value`), horizon and reasons. `goal` is set where it only prepares another."""

    practice: str
    value: float
    benefit: float
    horizon: str
    reasons: tuple[Reason, ...]
    fit: tuple[FitFactor, ...] = ()
    goal: str | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """A practice that would help but would fail now: the condition (`text`, or the prerequisite that is excluded)."""

    practice: str
    value: float
    condition: NotYet | None
    missing: str | None


@dataclass(frozen=True, slots=True)
class Measured:
    """How hard one challenge or domain is: expected severity 0..1, and how sure we are of it, 0..1."""

    severity: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Advice:
    """The outcome of ranking: what to do in order, what not yet, and the profile behind it."""

    recommendations: tuple[Recommendation, ...]
    not_yet: tuple[Postponed, ...]
    profile: Mapping[str, Measured]
    needs: Mapping[str, float]
    stage: str | None
