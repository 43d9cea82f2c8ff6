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


@dataclass(frozen=True, slots=True)
class Prose:
    """Text of ours that people read: it is held to plain language (see `plain`)."""


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
ExampleId = Annotated[Id, Names("example")]

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Story = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Sentence = Annotated[Story, Prose()]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Asked = Annotated[Line, Prose()]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=500)]

Dimension = Literal["role", "level", "size", "mandate", "drivers", "stage", "marks"]
Review = Literal["draft", "second-reader", "expert"]


class Strict(BaseModel):
    """Unknown keys are errors, and text is never made out of a number or a truth value."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Entry(Strict):
    """What every entry says about itself."""

    reviewed: datetime.date = Field(description="The day on which somebody last read the whole entry.")
    review: Review = Field(
        description="Who has read it: the writer alone, a second reader, or an expert of the subject."
    )
    replaced_by: Id | None = Field(None, description="Retires the entry: the id of the one that took its place.")


# --- challenges ------------------------------------------------------------------------------------------------------


class NotSign(Strict):
    text: Line = Field(description="A sentence that sounds like this challenge but belongs to a sibling.")
    instead: ChallengeId = Field(description="The id of that sibling.")


class StatementText(Strict):
    text: Asked = Field(description="A sentence a person can rate about their own organisation.")
    reversed: bool = Field(False, description="`true` where agreeing means that there is NO problem; at most once.")


StatementId = Annotated[str, StringConstraints(pattern=r"^s[1-9]$")]


class ChallengeText(Strict):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=60), Prose()] = Field(
        description="The problem in plain words; people read it on a button."
    )
    summary: Sentence = Field(description="Two or three short sentences: what it is and what people notice.")
    signs: list[Line] = Field(min_length=3, description="What people really say, each with new words; 20 or more.")
    not_signs: list[NotSign] = Field(
        default_factory=list, description="Sentences that sound like it and belong to a sibling; 4 or more."
    )
    keywords: list[Label] = Field(
        min_length=1, description="Roles, laws, abbreviations and things that point here; 8 or more."
    )
    statements: dict[StatementId, StatementText] = Field(
        min_length=2, max_length=3, description="Sentences to rate; the same ids in each language."
    )
    discussion: Sentence = Field(description="A question that starts a good talk in a group.")


class Challenge(Entry):
    """challenges/<id>.yaml: what holds an organisation back."""

    domain: DomainId = Field(description="The area it belongs to: an id in domains.yaml.")
    related: list[ChallengeId] = Field(
        default_factory=list, description="Neighbours, two to five: evidence for one is some for the other."
    )
    text: dict[Language, ChallengeText]


# --- practices -------------------------------------------------------------------------------------------------------

Strength = Annotated[int, Field(ge=1, le=3)]
Factor = Annotated[float, Field(ge=0.5, le=1.2, strict=False)]


class When(Strict):
    """A condition on the situation: all the keys given must hold."""

    challenge: ChallengeId | None = Field(None, description="True when this challenge is clearly present.")
    role: RoleId | None = Field(None, description="True when the person has this role.")
    level: LevelId | None = Field(None, description="True when the organisation is of this kind.")
    size: SizeId | None = Field(None, description="True when the organisation has this size.")
    mandate: MandateId | None = Field(None, description="True when the say of the person goes just so far.")
    drivers: DriverId | None = Field(None, description="True when this is one of the things that make it urgent.")
    stage: StageId | None = Field(None, description="True in this stage of maturity (the lower of the two answers).")
    marks: MarkId | None = Field(
        None, description="True when this mark of a wicked problem is ticked; `many`: half of them or more."
    )


class NotYet(Strict):
    when: When = Field(description="The condition; all keys given must hold.")
    first: PracticeId | None = Field(None, description="The practice that takes the condition away, if there is one.")
    text: dict[Language, Asked] = Field(description="One sentence: why it would fail now.")


class Evidence(Strict):
    source: SourceId = Field(description="Where it is reported.")
    text: dict[Language, Sentence] = Field(description="A figure or finding, with who reports it.")


class Link(Strict):
    title: Line = Field(description="The name of the page.")
    url: Url = Field(description="Its address.")


class PracticeText(Strict):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=70), Prose()] = Field(
        description="What to do, as an action."
    )
    what: Sentence = Field(description="What it is, in one or two sentences.")
    why: Sentence = Field(description="Why it helps, in one or two sentences.")
    steps: list[Sentence] = Field(
        min_length=3, max_length=6, description="What to do, in order. The first one is possible this week."
    )
    pitfalls: list[Sentence] = Field(
        min_length=1, max_length=5, description="How it goes wrong, and what prevents that."
    )
    measure: Sentence = Field(description="How to see that it works: something to count or to hear.")
    not_when: Sentence | None = Field(None, description="When not to do it at all.")


class Practice(Entry):
    """practices/<id>.yaml: something to do."""

    addresses: dict[ChallengeId, Strength] = Field(
        min_length=1, description="The challenges it helps against: 1 (helps), 2 (works on it) or 3 (goes to the root)."
    )
    effort: Annotated[int, Field(ge=1, le=5)] = Field(
        description="From 1 (a few hours of one person) to 5 (a programme of a year)."
    )
    first_result: Literal["days", "weeks", "months", "year"] = Field(description="When people first notice something.")
    cost: Literal["none", "low", "medium", "high"] = Field(description="Money to spend; working hours do not count.")
    agree: list[Literal["self", "team", "management", "board", "minister", "procurement", "works-council"]] = Field(
        min_length=1, description="Who must say yes; `self` alone: nobody else."
    )
    needs: list[PracticeId] = Field(default_factory=list, description="Practices that must come first; often none.")
    not_yet_when: list[NotYet] = Field(default_factory=list, description="Conditions under which it would fail now.")
    fit: dict[Dimension, dict[OptionId, Factor]] = Field(
        default_factory=dict,
        description="Where it fits better or worse: 0.5 (poor) to 1.2 (very good) for an option of a context question.",
    )
    evidence: list[Evidence] = Field(default_factory=list, description="Figures or findings, each with its source.")
    sources: list[SourceId] = Field(default_factory=list, description="Works that support it: ids in sources.yaml.")
    cases: list[CaseId] = Field(default_factory=list, description="Public examples of it: ids of cases.")
    contacts: list[Line] = Field(default_factory=list, description="Overlay: people of your own to ask.")
    links: list[Link] = Field(default_factory=list, description="Overlay: pages of your own.")
    text: dict[Language, PracticeText]


# --- cases and sources -----------------------------------------------------------------------------------------------


class CaseText(Strict):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=90), Prose()] = Field(
        description="What happened, in one line."
    )
    body: Line = Field(description="The public body it is about.")
    done: Sentence = Field(description="What was done.")
    result: Sentence = Field(description="What came of it, also when it failed.")
    lesson: Sentence | None = Field(None, description="What to learn from it.")


class Case(Entry):
    """cases/<id>.yaml: a public example."""

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        description="The country, by its ISO 3166 code."
    )
    level: LevelId = Field(description="What kind of organisation it was.")
    year: Annotated[int, Field(ge=1900, le=2100)] = Field(description="The year of the result.")
    outcome: Literal["worked", "mixed", "failed"] = Field(description="How it ended.")
    sources: list[SourceId] = Field(min_length=1, description="Where it can be read: ids in sources.yaml.")
    text: dict[Language, CaseText]


class Checked(Strict):
    date: datetime.date = Field(description="The day on which somebody looked it up.")
    how: Literal["live", "stored-copy"] = Field(description="On the page itself, or in a stored copy of it.")


class Source(Strict):
    """A published work. `checked` is left out while nobody has looked it up."""

    title: Line = Field(description="As it stands on the work itself.")
    publisher: Line = Field(description="Who published it.")
    year: Annotated[int, Field(ge=1900, le=2100)] | None = Field(None, description="When it was published.")
    url: Url | None = Field(None, description="Where it can be read.")
    checked: Checked | None = Field(None, description="When and how somebody looked it up; left out: nobody has yet.")


class Sources(Entry):
    """sources.yaml: published works, cited by their ids."""

    sources: dict[Id, Source] = Field(description="The works, each by its id.")


# --- domains, context, maturity --------------------------------------------------------------------------------------


class DomainText(Strict):
    title: Label = Field(description="The area in two or three words; people read it on a button.")
    summary: Sentence = Field(description="What it is about.")


class Domain(Strict):
    text: dict[Language, DomainText]


class Domains(Entry):
    """domains.yaml, in the order in which they are shown."""

    domains: dict[Id, Domain] = Field(min_length=1, description="The areas, each by its id.")


class Option(Strict):
    text: dict[Language, Label] = Field(description="A button label: one to four words.")


class QuestionText(Strict):
    question: Asked = Field(description="The question as it is asked.")
    short: Label = Field(description="The word for it in a list: 'Role'.")


class Question(Strict):
    text: dict[Language, QuestionText]
    several: bool = Field(False, description="`true` when more than one may be chosen.")
    options: dict[Id, Option] = Field(min_length=2, max_length=8, description="The answers, each by its id.")


class Context(Entry):
    """context.yaml, in the order in which they are asked."""

    questions: dict[Literal["role", "level", "size", "mandate", "drivers"], Question] = Field(
        description="The questions about somebody's situation."
    )


class StageText(Strict):
    title: Label = Field(description="The stage in two or three words.")
    summary: Sentence = Field(description="What an organisation in this stage looks like.")
    advice: Sentence = Field(description="What that means for what to do next.")


class Stage(Strict):
    text: dict[Language, StageText]


class AxisText(Strict):
    question: Asked = Field(description="The question as it is asked.")


class AxisOptionText(Strict):
    label: Label = Field(description="The answer in a few words; people read it on a button.")
    statement: Sentence = Field(description="The same answer, spelled out.")


class AxisOption(Strict):
    text: dict[Language, AxisOptionText]


class Axis(Strict):
    text: dict[Language, AxisText]
    options: dict[StageId, AxisOption] = Field(description="The answers, one for each stage.")


class Mark(Strict):
    text: dict[Language, Asked] = Field(description="A sentence that a person can tick.")


class Maturity(Entry):
    """maturity.yaml: the stages, the two axes, the marks of a wicked problem."""

    stages: dict[Id, Stage] = Field(min_length=2, description="The stages, the earliest first.")
    axes: dict[Id, Axis] = Field(min_length=1, description="The questions by which the stage is found.")
    marks: dict[Id, Mark] = Field(min_length=2, description="The marks of a wicked problem.")


# --- language and understanding --------------------------------------------------------------------------------------


class LanguageRules(Strict):
    name: Label = Field(description="The name of the language, in that language.")
    stemmer: Label = Field(description="The Snowball stemmer that cuts words to their stems, such as `french`.")
    stop_words: list[Label] = Field(description="Words so common that they say nothing.")
    negations: list[Label] = Field(description="Words like `no` and `never`, which are kept.")
    conjunctions: list[Label] = Field(
        default_factory=list, description="Words that begin another thought: a quotation does not run across them."
    )
    detect: list[Label] = Field(description="Very common words by which the language is recognised.")
    jargon: dict[Annotated[str, StringConstraints(min_length=2, max_length=40)], Label] = Field(
        default_factory=dict, description="Words we do not use, each with the plain word to write instead."
    )


class Languages(Entry):
    """languages.yaml; the first language is the one used when nothing else is known."""

    languages: dict[Language, LanguageRules] = Field(min_length=1, description="The languages, each by its code.")


class Concept(Strict):
    text: dict[Language, list[Label]] = Field(description="Words that mean the same.")


class Concepts(Entry):
    """concepts.yaml: words that mean the same, so that one stands for the others."""

    concepts: dict[Id, Concept] = Field(description="The groups of words, each by its id.")


class AntiTopicText(Strict):
    signs: list[Line] = Field(min_length=1, description="What people write about it, in their own words.")


class AntiTopic(Strict):
    """What people also write to a government bot, and that no challenge fits."""

    text: dict[Language, AntiTopicText]


class AntiTopics(Entry):
    """anti-topics.yaml: what people also write to a government bot, and that no challenge fits."""

    topics: dict[Id, AntiTopic] = Field(description="The topics, each by its id.")


class CareText(Strict):
    title: Label = Field(description="What it is about.")
    phrases: list[Line] = Field(min_length=1, description="Phrases that point here whatever else is said.")
    words: list[Label] = Field(
        default_factory=list, description="Words that point here only when nothing else is recognised in a message."
    )
    message: Sentence = Field(description="The calm answer: where to go.")


class Care(Strict):
    text: dict[Language, CareText]


class Cares(Entry):
    """care.yaml: messages that need a person and not advice, and where to go with them."""

    care: dict[Id, Care] = Field(description="What needs care, each by its id.")


# --- examples --------------------------------------------------------------------------------------------------------


class Example(Strict):
    lang: Language = Field(description="The language of the text.")
    text: Story = Field(description="What somebody wrote, mistakes and all.")
    challenges: list[ChallengeId] = Field(
        description="Any of these must be among the first three; empty: nothing fits."
    )
    practices: list[PracticeId] = Field(
        default_factory=list, description="All of these must be among the first five recommended."
    )


class Examples(Entry):
    """examples/<name>.yaml: situations that prove the content. They are never matching material."""

    examples: dict[Id, Example] = Field(description="The situations; no other file may use the same id.")


# --- proof -----------------------------------------------------------------------------------------------------------


class Proof(Entry):
    """proof.yaml: what failed when the content was last agreed on, so that nothing gets worse unseen.

    `kompas check --deep --agree` writes it.
    """

    known_failures: dict[ExampleId, list[Literal["challenges", "practices", "advice"]]] = Field(
        default_factory=dict, description="Examples allowed to fail, and in what; one that passes must leave this list."
    )
    stray_signs: dict[Language, Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict, description="So many signs lead to a sibling first when left out of their challenge."
    )
