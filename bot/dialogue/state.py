"""What a chat remembers between two messages: raw answers and match scores, never derived beliefs."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace

from bot.advice.model import Because, Catalogue, Match, Rating, Situation

Place = tuple[str, str]
"""A screen and its argument: `("statement", "legacy-systems/s1")`."""

LONGEST_TRAIL = 60
"""How many screens Back can walk: more than an assessment has."""


@dataclass(frozen=True, slots=True)
class State:
    """The state of one chat; everything about one assessment is raw, as the person gave it.

    `screen` and `argument` say what is on the screen, `trail` where Back leads, `generation` numbers the screens.
    `texts` holds the situation in the person's words while the assessment lasts, `let_read` whether the person let
    those who keep the knowledge base read what nothing fitted; `ticked` the challenges left standing
    among `matches`, `confirmed` whether the person said that these are right, `rejected` what they unticked,
    `put_aside` what they do not want to work on now; `asked` the statements in the order in which they were shown,
    `more` about how many were to come after the last one; `excluded` a practice with the person's reason, `changed`
    the practice last turned down or done, `advised` the practices that were shown first; `arriving` whether the
    questions have just led to the result, `saved` whether one of this assessment was kept; `pressed` the last press
    that was answered, and when.
    """

    language: str
    screen: str = "start"
    argument: str = ""
    generation: int = 0
    trail: tuple[Place, ...] = ()
    catalogue: str = ""
    texts: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    ticked: tuple[str, ...] = ()
    let_read: bool = False
    confirmed: bool = False
    rejected: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    more: int = 0
    stages: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    put_aside: tuple[str, ...] = ()
    excluded: Mapping[str, str] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    arriving: bool = False
    saved: bool = False
    changed: str = ""
    advised: tuple[str, ...] = ()
    pressed: str = ""
    pressed_at: float = 0.0

    @property
    def place(self) -> Place:
        """What is on the screen now."""
        return self.screen, self.argument

    def to(self, screen: str, argument: str = "") -> "State":
        """On to another screen; Back will lead here."""
        if (screen, argument) == self.place:
            return self
        trail = (*self.trail, self.place)[-LONGEST_TRAIL:]
        return replace(self, screen=screen, argument=argument, trail=trail)

    def back(self) -> "State":
        """To the screen before; at the start it stays where it is."""
        if not self.trail:
            return replace(self, screen="start", argument="")
        screen, argument = self.trail[-1]
        return replace(self, screen=screen, argument=argument, trail=self.trail[:-1])

    def afresh(self) -> "State":
        """A new assessment: nothing of the old one but the language and the number of the screen."""
        return State(language=self.language, generation=self.generation)

    def situation(self) -> Situation:
        """What the advice may depend on."""
        return Situation(
            matches=tuple(match for match in self.matches if match.challenge in self.ticked),
            confirmed=frozenset(self.ticked if self.confirmed else ()),
            rejected=frozenset(self.rejected) - set(self.ticked),
            topics=frozenset(self.topics),
            context=self.context,
            ratings=self.ratings,
            unsure=frozenset(self.unsure),
            stages=self.stages,
            marks=frozenset(self.marks),
            put_aside=frozenset(self.put_aside),
            excluded=frozenset(self.excluded),
            done=frozenset(self.done),
        )

    def to_json(self) -> dict[str, object]:
        """Plain data; `from_json` gives the same state back."""
        return asdict(self)

    @staticmethod
    def from_json(data: Mapping[str, object]) -> "State":
        """The state that `to_json` wrote, also after a trip through JSON; fields not known here are ignored."""
        known = {f.name for f in fields(State)}
        values: dict[str, object] = {key: _frozen(value) for key, value in data.items() if key in known}
        values["matches"] = tuple(_match(match) for match in _items(data.get("matches")))
        values["trail"] = tuple((str(screen), str(argument)) for screen, argument in _items(data.get("trail")))
        return State(**values)  # type: ignore[arg-type]  # the fields' types are those that to_json wrote


SHOWN = 6
"""How many matches are shown as toggles (DESIGN 5.2)."""


def _items(value: object) -> list[dict[str, object]]:
    return list(value) if isinstance(value, list | tuple) else []


def _frozen(value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value


def _match(data: Mapping[str, object]) -> Match:
    because = data["because"]
    assert isinstance(because, dict)
    return Match(
        challenge=str(data["challenge"]),
        score=float(str(data["score"])),
        verdict=str(data["verdict"]),
        because=Because(str(because["passage"]), tuple(because["words"]), str(because["sign"])),
    )


def _moved_on(state: State, catalogue: Catalogue) -> State:
    """The state with every retired entry's successor in its place; statements have none, their wording is their own."""
    new = catalogue.replaced

    def renamed(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new.get(id, id) for id in ids))

    matches: dict[str, Match] = {}
    for match in state.matches:  # best first: of two that became one, the better stays
        matches.setdefault(new.get(match.challenge, match.challenge), match)
    return replace(
        state,
        matches=tuple(replace(match, challenge=id) for id, match in matches.items()),
        ticked=renamed(state.ticked),
        rejected=renamed(state.rejected),
        put_aside=renamed(state.put_aside),
        excluded={new.get(id, id): why for id, why in state.excluded.items()},
        done=renamed(state.done),
        advised=renamed(state.advised),
    )


def without_vanished(state: State, catalogue: Catalogue) -> tuple[State, tuple[str, ...]]:
    """The state without ids that the catalogue no longer has, and which ids these are (to be said aloud)."""
    state = _moved_on(state, catalogue)
    gone = [
        *(m.challenge for m in state.matches if m.challenge not in catalogue.challenges),
        *(id for id in state.ratings if id not in catalogue.statements),
        *(id for id in (*state.excluded, *state.done, *state.advised) if id not in catalogue.practices),
        *(id for id in state.topics if id not in catalogue.domains),
    ]
    kept = replace(
        state,
        catalogue=catalogue.version,
        matches=tuple(m for m in state.matches if m.challenge in catalogue.challenges),
        ticked=tuple(id for id in state.ticked if id in catalogue.challenges),
        topics=tuple(id for id in state.topics if id in catalogue.domains),
        context={
            q: tuple(o for o in chosen if o in catalogue.context[q].options)
            for q, chosen in state.context.items()
            if q in catalogue.context
        },
        ratings={id: rating for id, rating in state.ratings.items() if id in catalogue.statements},
        unsure=tuple(id for id in state.unsure if id in catalogue.statements),
        asked=tuple(id for id in state.asked if id in catalogue.statements),
        stages={
            axis: stage
            for axis, stage in state.stages.items()
            if axis in catalogue.maturity.axes and stage in catalogue.maturity.stages
        },
        marks=tuple(id for id in state.marks if id in catalogue.maturity.marks),
        rejected=tuple(id for id in state.rejected if id in catalogue.challenges),
        put_aside=tuple(id for id in state.put_aside if id in catalogue.challenges),
        excluded={id: why for id, why in state.excluded.items() if id in catalogue.practices},
        done=tuple(id for id in state.done if id in catalogue.practices),
        advised=tuple(id for id in state.advised if id in catalogue.practices),
    )
    return kept, tuple(dict.fromkeys(gone))
