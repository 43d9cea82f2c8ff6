"""The deeper look of `kompas check --deep`: is there enough of everything, is it up to date, does it prove itself?

Belongs here: rules that need a date, a count, or what trying the catalogue out gave (bot.advice.trial). Does not: rules
that keep a catalogue out of use (see checks), the trying out, printing.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.advice.model import Catalogue
from bot.advice.trial import ADVICE, CHALLENGES, Trial
from bot.knowledge import contract
from bot.knowledge.library import Library
from bot.knowledge.links import quoted
from bot.knowledge.nodes import Plain, Where
from bot.knowledge.overlay import Entry
from bot.knowledge.problems import Problem, listed, shortened

ENOUGH_PRACTICES = 4
"""Practices for one challenge: enough to choose from when some are done, rejected or not possible yet."""

ENOUGH_SIGNS, ENOUGH_NOT_SIGNS, ENOUGH_KEYWORDS = 20, 4, 8
"""For each challenge and language: signs are what recognition rests on (tests/bench measures it)."""

MOST_CHALLENGES = 3
"""A keyword of more challenges than this tells none of them apart."""

REVIEW_DAYS = 365
"""Once a year somebody reads every entry again."""

SOURCE_DAYS = 2 * 365
"""Public pages move: after two years somebody looks whether a source is still there."""

FREE = frozenset({"self", "team"})
LEADERSHIP = frozenset({"management", "board", "minister"})
"""Who must agree: nobody outside the team, or somebody who leads."""


@dataclass(frozen=True)
class Look:
    """What the rules look at: what was read, what was built of it, what trying it out gave, and the day of today."""

    library: Library
    catalogue: Catalogue
    measured: Trial
    today: datetime.date

    @cached_property
    def challenges(self) -> Mapping[str, tuple[Entry, contract.Challenge]]:
        """The challenges in use."""
        return {entry.id: (entry, model) for entry, model in self.library.live(contract.Challenge)}

    @cached_property
    def practices(self) -> Mapping[str, tuple[Entry, contract.Practice]]:
        """The practices in use."""
        return {entry.id: (entry, model) for entry, model in self.library.live(contract.Practice)}

    @cached_property
    def examples(self) -> Mapping[str, Entry]:
        """The file of each example."""
        return {id: entry for entry, model in self.library.models(contract.Examples) for id in model.examples}


def run(look: Look) -> Iterator[Problem]:
    """Every problem that every rule finds."""
    for rule in RULES:
        yield from rule(look)


# --- enough ----------------------------------------------------------------------------------------------------------


def few_signs(look: Look) -> Iterator[Problem]:
    """A challenge has signs, not-signs and keywords enough to be told from its siblings."""
    enough = {"signs": ENOUGH_SIGNS, "not_signs": ENOUGH_NOT_SIGNS, "keywords": ENOUGH_KEYWORDS}
    for entry, challenge in look.challenges.values():
        for code in (code for code in look.library.languages if code in challenge.text):
            for key, least in enough.items():
                there = len(getattr(challenge.text[code], key))
                if there < least:
                    count = f"`{key}`: {there} of the {least} that recognition needs"
                    message = f"{count}; write {least - there} more, with new words"
                    yield entry.problem("warning", "few-signs", message, ("text", code, key), key=True)


def few_practices(look: Look) -> Iterator[Problem]:
    """A challenge has practices enough, one that needs nobody's permission and one that needs leadership."""
    agree: dict[str, list[frozenset[str]]] = defaultdict(list)
    for _, practice in look.practices.values():
        for id in {look.library.now("challenge", id) for id in practice.addresses}:
            agree[id].append(frozenset(practice.agree))
    for id, (entry, _) in look.challenges.items():
        if 0 < len(agree[id]) < ENOUGH_PRACTICES:
            there, more = len(agree[id]), ENOUGH_PRACTICES - len(agree[id])
            message = (
                f"practices for this challenge: {there} of the {ENOUGH_PRACTICES} that give a choice; add {more} more"
            )
            yield entry.problem("warning", "few-practices", message)
        if agree[id] and not any(who <= FREE for who in agree[id]):
            message = (
                "every practice for this challenge needs somebody's permission; add one that a team can just start"
            )
            yield entry.problem("warning", "no-free-practice", message)
        if agree[id] and not any(who & LEADERSHIP for who in agree[id]):
            message = "no practice for this challenge asks anything of those who lead; add one"
            yield entry.problem("warning", "no-leadership", message)


def common_keywords(look: Look) -> Iterator[Problem]:
    """A keyword belongs to few challenges."""
    for code in look.library.languages:
        places: dict[str, dict[str, tuple[Entry, Where]]] = defaultdict(dict)
        for entry, challenge in look.challenges.values():
            for place, word in enumerate(challenge.text[code].keywords if code in challenge.text else ()):
                places[word.casefold()].setdefault(entry.id, (entry, ("text", code, "keywords", place)))
        for word, found in places.items():
            if len(found) > MOST_CHALLENGES:
                entry, where = next(iter(found.values()))
                message = (
                    f'the keyword "{shortened(word)}" stands for {listed(found, "and")}; keep it where it says most'
                )
                yield entry.problem("warning", "common-keyword", message, where)


def unreachable(look: Look) -> Iterator[Problem]:
    """Every practice is recommended to somebody."""
    for id in look.measured.unreachable:
        message = "no situation that was tried ever gets this advice; raise what it addresses, or retire it"
        yield look.practices[id][0].problem("warning", "never-recommended", message)


# --- up to date ------------------------------------------------------------------------------------------------------


def old_reviews(look: Look) -> Iterator[Problem]:
    """Somebody read each entry within REVIEW_DAYS, and not tomorrow."""
    for item in look.library.items:
        entry, library = item.entry, look.library
        is_retired = library.now(entry.kind.name, entry.id) != entry.id
        if isinstance(item.model, contract.Entry) and not library.is_gone(entry) and not is_retired:
            days = (look.today - item.model.reviewed).days
            if days > REVIEW_DAYS:
                message = f"last read {days} days ago; read it again and write today's date"
                yield entry.problem("note", "review-due", message, ("reviewed",))
            if days < 0:
                message = f"{item.model.reviewed} is yet to come; write the day on which somebody read it"
                yield entry.problem("warning", "review-due", message, ("reviewed",))


def old_sources(look: Look) -> Iterator[Problem]:
    """Every source is cited, and somebody looked it up within SOURCE_DAYS."""
    cited = {r.id for item in look.library.items for r in item.survey.references if r.kind == "source"}
    for entry, sources in look.library.models(contract.Sources):
        for id, source in sources.sources.items():
            where = ("sources", id)
            if id not in cited:
                message = "no entry cites this source; cite it where it belongs, or remove it"
                yield entry.problem("warning", "never-cited", message, where, key=True)
            if source.checked is None:
                message = "nobody has looked this source up yet; do so and write `checked`"
                yield entry.problem("note", "source-unchecked", message, where, key=True)
            elif (look.today - source.checked.date).days > SOURCE_DAYS:
                message = f"last looked up on {source.checked.date}; see whether it is still there, and write the date"
                yield entry.problem("warning", "source-unchecked", message, (*where, "checked", "date"))
            elif source.checked.date > look.today:
                message = f"{source.checked.date} is yet to come; write the day on which somebody looked it up"
                yield entry.problem("warning", "source-unchecked", message, (*where, "checked", "date"))


def sister_languages(look: Look) -> Iterator[Problem]:
    """Where the overlay changes the words of a shipped entry in one language, the others were changed as well."""
    for item in look.library.items:
        shipped = item.entry.shipped
        if shipped is None:
            continue
        for where, codes in item.survey.blocks:
            mine, theirs = _at(item.entry.value, where), _at(shipped, where)
            if isinstance(mine, dict) and isinstance(theirs, dict):
                same = [code for code in codes if code in theirs and mine[code] == theirs[code]]
                other = [code for code in codes if code in theirs and mine[code] != theirs[code]]
                for code in same if other else ():
                    changed = listed((f"`{one}`" for one in other), "and")
                    message = f"{changed} is not as shipped any more, and `{code}` still is; do they say the same?"
                    yield item.entry.problem("warning", "sister-language", message, (*where, code), key=True)


def _at(value: Plain, where: Where) -> Plain:
    for step in where:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


# --- proof -----------------------------------------------------------------------------------------------------------


def failing_examples(look: Look) -> Iterator[Problem]:
    """Every example comes out as expected, unless it is known to fail; one known to fail does fail."""
    proof = look.library.one(contract.Proof)
    known = {} if proof is None else proof[1].known_failures
    for id, example in look.catalogue.examples.items():
        failed = look.measured.failed.get(id, ())
        for what in failed:
            if what not in known.get(id, ()):
                expected = example.challenges if what == CHALLENGES else example.practices
                message = f"{_expectation(what, expected)}; see `kompas match` and improve the content, or agree to it"
                yield look.examples[id].problem("error", "example-fails", message, ("examples", id), key=True)
        for place, what in enumerate(known.get(id, ())):
            if what not in failed and proof is not None:
                message = f"{quoted(id)} passes now ({what}); remove it from this list"
                yield proof[0].problem("error", "example-passes", message, ("known_failures", id, place))


def _expectation(what: str, expected: tuple[str, ...]) -> str:
    if not expected:
        return "something fits this text, and nothing should"
    if what == CHALLENGES:
        return f"{listed(expected)} should be among the first three matches"
    known = ", also when its challenges are rated highest" if what == ADVICE else ""
    return f"{listed(expected, 'and')} should be among the first five recommendations{known}"


def stray_signs(look: Look) -> Iterator[Problem]:
    """A sign leads to its own challenge even when it is not there itself; how many do not may only go down."""
    proof = look.library.one(contract.Proof)
    for stray in look.measured.strays:
        where = ("text", stray.language, "signs", stray.place)
        message = f"without this sign its words lead to {quoted(stray.sibling)} first; is it clear enough?"
        yield look.challenges[stray.challenge][0].problem("note", "stray-sign", message, where)
    if proof is not None:
        counted = Counter(stray.language for stray in look.measured.strays)
        for code in look.library.languages:
            agreed, now = proof[1].stray_signs.get(code, 0), counted[code]
            if now > agreed:
                message = (
                    f"signs of `{code}` that lead to a sibling: {now}, and agreed on: {agreed}; reword what is new"
                )
                yield proof[0].problem("warning", "stray-signs", message, ("stray_signs", code))
            elif now < agreed:
                message = f"signs of `{code}` that lead to a sibling: only {now} now; write {now} here"
                yield proof[0].problem("note", "stray-signs", message, ("stray_signs", code))


RULES = (
    few_signs,
    few_practices,
    common_keywords,
    unreachable,
    old_reviews,
    old_sources,
    sister_languages,
    failing_examples,
    stray_signs,
)
