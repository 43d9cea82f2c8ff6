"""The format of the knowledge base, as Pydantic models: what a file may hold, field by field.

The JSON Schemas for editors are generated from these models. A *language block* (`en:`, `nl:`, ...) stands in the
file beside the other fields; the loader gathers the blocks of one mapping under `text` before validating it.
An id that names something else says so in its type (`ChallengeId`), so that the checks find every reference.

Belongs here: what one file may hold by itself. Does not: what it must agree on with other files (see `checks`).
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


@dataclass(frozen=True, slots=True)
class Names:
    """The id of this type must be the id of an existing `kind`; PARENT_KEY: the key of the mapping around it."""

    kind: str


PARENT_KEY = ""

ChallengeId = Annotated[Id, Names("challenge")]
PracticeId = Annotated[Id, Names("practice")]
CaseId = Annotated[Id, Names("case")]
SourceId = Annotated[Id, Names("source")]
DomainId = Annotated[Id, Names("domain")]
StageId = Annotated[Id, Names("stage")]
MarkId = Annotated[Id, Names("marks")]
RoleId = Annotated[Id, Names("role")]
LevelId = Annotated[Id, Names("level")]
SizeId = Annotated[Id, Names("size")]
MandateId = Annotated[Id, Names("mandate")]
DriverId = Annotated[Id, Names("drivers")]
OptionId = Annotated[Id, Names(PARENT_KEY)]

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=500)]

Dimension = Literal["role", "level", "size", "mandate", "drivers", "stage", "marks"]
Review = Literal["draft", "second-reader", "expert"]


class Strict(BaseModel):
    """Unknown keys are errors, and text is never made out of a number or a truth value."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Entry(Strict):
    """What every entry says about itself."""

    reviewed: datetime.date = Field(description="Day on which somebody last read the whole entry: YYYY-MM-DD.")
    review: Review = Field(description="How far it got: draft, second-reader or expert.")
    replaced_by: Id | None = Field(None, description="A retired entry names the one that took its place.")


# --- challenges ------------------------------------------------------------------------------------------------------


class NotSign(Strict):
    text: Line = Field(description="A sentence that sounds like this challenge but belongs to a sibling.")
    instead: ChallengeId = Field(description="The id of that sibling.")


class StatementText(Strict):
    text: Line = Field(description="A sentence a person can rate about their own organisation.")
    reversed: bool = Field(False, description="true when agreeing means that there is NO problem.")


StatementId = Annotated[str, StringConstraints(pattern=r"^s[1-9]$")]


class ChallengeText(Strict):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=60)]
    summary: Sentence = Field(description="Two or three short sentences: what it is and what people notice.")
    signs: list[Line] = Field(min_length=3, description="What people really say, each with new words.")
    not_signs: list[NotSign] = Field(default_factory=list)
    keywords: list[Label] = Field(min_length=1, description="Roles, laws, abbreviations and things that point here.")
    statements: dict[StatementId, StatementText] = Field(min_length=2, max_length=3)
    discussion: Sentence = Field(description="A question that starts a good talk in a group.")


class Challenge(Entry):
    """challenges/<id>.yaml: what holds an organisation back."""

    domain: DomainId = Field(description="The id of one of the domains in domains.yaml.")
    related: list[ChallengeId] = Field(
        default_factory=list, description="Neighbours: evidence for one is some for the other."
    )
    text: dict[Language, ChallengeText]


# --- practices -------------------------------------------------------------------------------------------------------

Strength = Annotated[int, Field(ge=1, le=3)]
Factor = Annotated[float, Field(ge=0.5, le=1.2, strict=False)]


class When(Strict):
    """A condition on the situation: all the keys given must hold."""

    challenge: ChallengeId | None = Field(None, description="True when this challenge is clearly present.")
    role: RoleId | None = None
    level: LevelId | None = None
    size: SizeId | None = None
    mandate: MandateId | None = None
    drivers: DriverId | None = None
    stage: StageId | None = Field(None, description="The maturity stage: the lower of the two axes.")
    marks: MarkId | None = Field(None, description="A mark of a wicked problem, or `many`: from half of them on.")


class NotYet(Strict):
    when: When
    first: PracticeId | None = Field(None, description="The practice that takes the condition away, if there is one.")
    text: dict[Language, Line] = Field(description="One sentence: why it would fail now.")


class Evidence(Strict):
    source: SourceId = Field(description="The id of a source in sources.yaml.")
    text: dict[Language, Sentence] = Field(description="A figure or finding, with who reports it.")


class Link(Strict):
    title: Line
    url: Url


class PracticeText(Strict):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=70)]
    what: Sentence
    why: Sentence
    steps: list[Sentence] = Field(min_length=3, max_length=6, description="The first one is possible this week.")
    pitfalls: list[Sentence] = Field(min_length=1, max_length=5)
    measure: Sentence = Field(description="How to see that it works.")
    not_when: Sentence | None = Field(None, description="When not to do it at all.")


class Practice(Entry):
    """practices/<id>.yaml: something to do."""

    addresses: dict[ChallengeId, Strength] = Field(
        min_length=1, description="challenge: 1 (helps) .. 3 (goes to the root)"
    )
    effort: Annotated[int, Field(ge=1, le=5)]
    first_result: Literal["days", "weeks", "months", "year"]
    cost: Literal["none", "low", "medium", "high"]
    agree: list[Literal["self", "team", "management", "board", "minister", "procurement", "works-council"]] = Field(
        min_length=1, description="Who must agree; `self` alone: nobody else."
    )
    needs: list[PracticeId] = Field(default_factory=list, description="Practices that must come first.")
    not_yet_when: list[NotYet] = Field(default_factory=list)
    fit: dict[Dimension, dict[OptionId, Factor]] = Field(
        default_factory=dict, description="0.5 (poor) .. 1.2 (very good) per option of a context question."
    )
    evidence: list[Evidence] = Field(default_factory=list)
    sources: list[SourceId] = Field(default_factory=list)
    cases: list[CaseId] = Field(default_factory=list)
    contacts: list[Line] = Field(default_factory=list, description="A site's own people to ask (overlay).")
    links: list[Link] = Field(default_factory=list, description="A site's own pages (overlay).")
    text: dict[Language, PracticeText]


# --- cases and sources -----------------------------------------------------------------------------------------------


class CaseText(Strict):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=90)]
    body: Line = Field(description="The public body it is about.")
    done: Sentence = Field(description="What was done.")
    result: Sentence = Field(description="What came of it.")
    lesson: Sentence | None = None


class Case(Entry):
    """cases/<id>.yaml: a public example."""

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(description="ISO 3166 code.")
    level: LevelId = Field(description="An option of the context question `level`.")
    year: Annotated[int, Field(ge=1900, le=2100)]
    outcome: Literal["worked", "mixed", "failed"]
    sources: list[SourceId] = Field(min_length=1)
    text: dict[Language, CaseText]


class Checked(Strict):
    date: datetime.date
    how: Literal["live", "stored-copy"]


class Source(Strict):
    """A published work. `checked` is left out while nobody has looked it up."""

    title: Line
    publisher: Line
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    url: Url | None = None
    checked: Checked | None = None


class Sources(Entry):
    """sources.yaml"""

    sources: dict[Id, Source]


# --- domains, context, maturity --------------------------------------------------------------------------------------


class DomainText(Strict):
    title: Label
    summary: Sentence


class Domain(Strict):
    text: dict[Language, DomainText]


class Domains(Entry):
    """domains.yaml, in the order in which they are shown."""

    domains: dict[Id, Domain] = Field(min_length=1)


class Option(Strict):
    text: dict[Language, Label] = Field(description="A button label: one to four words.")


class QuestionText(Strict):
    question: Line
    short: Label = Field(description="The word for it in a list: 'Role'.")


class Question(Strict):
    text: dict[Language, QuestionText]
    several: bool = Field(False, description="true when more than one option may be chosen.")
    options: dict[Id, Option] = Field(min_length=2, max_length=8)


class Context(Entry):
    """context.yaml, in the order in which they are asked."""

    questions: dict[Literal["role", "level", "size", "mandate", "drivers"], Question]


class StageText(Strict):
    title: Label
    summary: Sentence = Field(description="What an organisation in this stage looks like.")
    advice: Sentence = Field(description="What that means for what to do next.")


class Stage(Strict):
    text: dict[Language, StageText]


class AxisText(Strict):
    question: Line


class AxisOptionText(Strict):
    label: Label
    statement: Sentence


class AxisOption(Strict):
    text: dict[Language, AxisOptionText]


class Axis(Strict):
    text: dict[Language, AxisText]
    options: dict[StageId, AxisOption] = Field(description="One per stage, keyed by the stage.")


class Mark(Strict):
    text: dict[Language, Line] = Field(description="A sentence that a person can tick.")


class Maturity(Entry):
    """maturity.yaml: the stages, the two axes, the marks of a wicked problem."""

    stages: dict[Id, Stage] = Field(min_length=2)
    axes: dict[Id, Axis] = Field(min_length=1)
    marks: dict[Id, Mark] = Field(min_length=2)


# --- language and understanding --------------------------------------------------------------------------------------


class LanguageRules(Strict):
    name: Label = Field(description="The language's own name for itself.")
    stemmer: Label = Field(description="Name of the Snowball stemmer.")
    stop_words: list[Label]
    negations: list[Label]
    conjunctions: list[Label] = Field(
        default_factory=list, description="Words that begin another thought: a quotation does not run across them."
    )
    detect: list[Label] = Field(description="Very common words by which the language is recognised.")


class Languages(Entry):
    """languages.yaml; the first language is the one used when nothing else is known."""

    languages: dict[Language, LanguageRules] = Field(min_length=1)


class Concept(Strict):
    text: dict[Language, list[Label]] = Field(description="Words that mean the same.")


class Concepts(Entry):
    """concepts.yaml"""

    concepts: dict[Id, Concept]


class AntiTopicText(Strict):
    signs: list[Line] = Field(min_length=1)


class AntiTopic(Strict):
    """What people also write to a government bot, and that no challenge fits."""

    text: dict[Language, AntiTopicText]


class AntiTopics(Entry):
    """anti-topics.yaml"""

    topics: dict[Id, AntiTopic]


class CareText(Strict):
    title: Label
    phrases: list[Line] = Field(min_length=1, description="Phrases that point here whatever else is said.")
    words: list[Label] = Field(
        default_factory=list, description="Words that point here only when nothing else is recognised in a message."
    )
    message: Sentence = Field(description="The calm answer: where to go.")


class Care(Strict):
    text: dict[Language, CareText]


class Cares(Entry):
    """care.yaml"""

    care: dict[Id, Care]


# --- examples --------------------------------------------------------------------------------------------------------


class Example(Strict):
    lang: Language
    text: Sentence
    challenges: list[ChallengeId] = Field(description="Any of these may come first; empty: nothing fits.")
    practices: list[PracticeId] = Field(default_factory=list, description="Expected among the first five.")


class Examples(Entry):
    """examples/<name>.yaml: situations that prove the content. They are never matching material."""

    examples: dict[Id, Example]
