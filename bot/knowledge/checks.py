"""What must be true of the knowledge base as a whole: one small rule per function, each yielding problems.

Belongs here: rules that need more than one value, entry or file. Does not: reading files, printing, opinions on advice.
"""

from collections.abc import Iterator, Mapping

import Stemmer

from bot.advice.model import MANY
from bot.knowledge import contract, links, plain
from bot.knowledge.library import Library
from bot.knowledge.nodes import Where
from bot.knowledge.overlay import Entry
from bot.knowledge.problems import Problem, listed


def run(library: Library) -> Iterator[Problem]:
    """Every problem that every rule finds."""
    for rule in RULES:
        yield from rule(library)


# --- languages -------------------------------------------------------------------------------------------------------


def asked_languages(library: Library) -> Iterator[Problem]:
    """The languages of the configuration are listed in languages.yaml."""
    for item in library.items:
        if item.entry.kind.name == "languages" and library.listed:
            for code in library.asked:
                if code not in library.listed:
                    known = listed(library.listed)
                    message = f"the configuration asks for language {links.quoted(code)}; add it here, or use {known}"
                    yield item.entry.problem("error", "unknown-language", message, ("languages",), key=True)


def language_blocks(library: Library) -> Iterator[Problem]:
    """Every text stands in all languages in use, and in no language that is not listed."""
    if not library.listed or library.one(contract.Languages) is None:
        return
    for item in library.items:
        for where in item.survey.stray:
            message = (
                f"`text` is not written here; write the language blocks themselves: {listed(library.listed, 'and')}"
            )
            yield item.entry.problem("error", "unknown-key", message, where, key=True)
        for where, codes in item.survey.blocks:
            missing = [code for code in library.languages if code not in codes]
            if missing and not item.survey.stray:
                names = " and ".join(f"`{code}:`" for code in missing)
                message = f"{names} is missing here; write the text in that language too, or take it out of `languages`"
                yield item.entry.problem("error", "missing-language", message, where)
            for code in codes:
                if code not in library.listed:
                    known = listed(library.listed)
                    message = f"{links.quoted(code)} is no language of languages.yaml; use {known}, or add it there"
                    yield item.entry.problem("error", "unknown-language", message, (*where, code), key=True)


def example_languages(library: Library) -> Iterator[Problem]:
    """An example is written in a listed language."""
    if library.one(contract.Languages) is None:
        return
    for entry, examples in library.models(contract.Examples):
        for id, example in examples.examples.items():
            if example.lang not in library.listed:
                message = f"{links.quoted(example.lang)} is no language of languages.yaml; use {listed(library.listed)}"
                yield entry.problem("error", "unknown-language", message, ("examples", id, "lang"))


def same_statements(library: Library) -> Iterator[Problem]:
    """The statements of a challenge have the same ids and the same direction in each language."""
    for entry, challenge in library.models(contract.Challenge):
        first, *others = _ordered(library, challenge.text) or [""]
        for code in others:
            mine, theirs = challenge.text[code].statements, challenge.text[first].statements
            where: Where = ("text", code, "statements")
            if mine.keys() != theirs.keys():
                both = f"`{code}` has {listed(sorted(mine), 'and')}, and `{first}` {listed(sorted(theirs), 'and')}"
                message = f"{both}; use the same ids"
                yield entry.problem("error", "languages-differ", message, where, key=True)
            for id in sorted(mine.keys() & theirs.keys()):
                if mine[id].reversed != theirs[id].reversed:
                    message = f"{id} is `reversed` in only one of `{first}` and `{code}`; make them the same"
                    yield entry.problem("error", "languages-differ", message, (*where, id), key=True)


def same_lists(library: Library) -> Iterator[Problem]:
    """Steps and pitfalls of a practice are as many in each language."""
    for entry, practice in library.models(contract.Practice):
        first, *others = _ordered(library, practice.text) or [""]
        for code in others:
            for key in ("steps", "pitfalls"):
                mine, theirs = len(getattr(practice.text[code], key)), len(getattr(practice.text[first], key))
                if mine != theirs:
                    message = f"`{code}` has {mine} {key} and `{first}` has {theirs}; make them the same number"
                    yield entry.problem("error", "languages-differ", message, ("text", code, key), key=True)


def stemmers(library: Library) -> Iterator[Problem]:
    """Every language names a stemmer that exists."""
    available = Stemmer.algorithms()
    for entry, file in library.models(contract.Languages):
        for code, rules in file.languages.items():
            if rules.stemmer not in available:
                message = f"no stemmer {links.quoted(rules.stemmer)}; {links.hint(rules.stemmer, available)}"
                yield entry.problem("error", "unknown-value", message, ("languages", code, "stemmer"))


# --- entries ---------------------------------------------------------------------------------------------------------


def one_reversed(library: Library) -> Iterator[Problem]:
    """At most one statement of a challenge is reversed."""
    for entry, challenge in library.models(contract.Challenge):
        for code in _ordered(library, challenge.text)[:1]:
            text = challenge.text[code]
            turned = [id for id, statement in text.statements.items() if statement.reversed]
            if len(turned) > 1:
                message = f"only one statement may be `reversed`; {listed(turned, 'and')} are: reword one"
                yield entry.problem("error", "reversed", message, ("text", code, "statements", turned[1], "reversed"))


def conditions(library: Library) -> Iterator[Problem]:
    """A condition says on what it depends."""
    for entry, practice in library.models(contract.Practice):
        for index, one in enumerate(practice.not_yet_when):
            if not one.when.model_dump(exclude_none=True):
                message = "this condition is empty, so that it would always hold; name a challenge or an option"
                yield entry.problem("error", "empty-condition", message, ("not_yet_when", index, "when"))


def axes(library: Library) -> Iterator[Problem]:
    """The options of each maturity axis are the stages. (Options that are no stage are unknown ids.)"""
    for entry, maturity in library.models(contract.Maturity):
        for id, axis in maturity.axes.items():
            missing = [stage for stage in maturity.stages if stage not in axis.options]
            if missing:
                message = f"this axis lacks an option for the stage {listed(missing, 'and')}; add it"
                yield entry.problem("error", "axis-stages", message, ("axes", id, "options"), key=True)
        if MANY in maturity.marks:
            message = f'"{MANY}" already means "half of the marks or more"; give this mark another id'
            yield entry.problem("error", "bad-id", message, ("marks", MANY), key=True)


def example_ids(library: Library) -> Iterator[Problem]:
    """An example id is used once in all files."""
    seen: dict[str, Entry] = {}
    for entry, examples in library.models(contract.Examples):
        for id in examples.examples:
            if id in seen:
                other = seen[id].document.path
                message = f"the example id {links.quoted(id)} is also used in {other}; give this one another id"
                yield entry.problem("error", "duplicate-id", message, ("examples", id), key=True)
            seen.setdefault(id, entry)


def enough(library: Library) -> Iterator[Problem]:
    """There is something to recognise and something to advise."""
    domains = next((item for item in library.items if item.entry.kind.name == "domains"), None)
    for kind in ("challenge", "practice"):
        if domains is not None and not library.known.get(kind):
            message = f"there is no {kind} at all; is this the right folder?"
            yield domains.entry.problem("error", "nothing-there", message)


def unaddressed(library: Library) -> Iterator[Problem]:
    """Every challenge in use has a practice."""
    practices = library.live(contract.Practice)
    addressed = {library.now("challenge", id) for _, practice in practices for id in practice.addresses}
    if any(item.model is None and item.entry.kind.name == "practice" for item in library.items):
        return
    for entry, _ in library.live(contract.Challenge):
        if entry.id not in addressed and library.known.get("practice"):
            message = "no practice addresses this challenge; add it to `addresses` of a practice"
            yield entry.problem("warning", "no-practice", message)


def same_signs(library: Library) -> Iterator[Problem]:
    """A sign points to one challenge."""
    yield from _repeated(library, "signs", "sign")


def same_texts(library: Library) -> Iterator[Problem]:
    """A statement is asked for one challenge."""
    yield from _repeated(library, "statements", "statement")


def _repeated(library: Library, key: str, called: str) -> Iterator[Problem]:
    seen: dict[tuple[str, str], tuple[Entry, Where]] = {}
    for entry, challenge in library.live(contract.Challenge):
        for code, text in challenge.text.items():
            for where, sentence in _sentences(text, code, key):
                before = seen.setdefault((code, " ".join(sentence.casefold().split()).strip(" .!?")), (entry, where))
                if before != (entry, where):
                    other = before[0].document.path if before[0] is not entry else "this file"
                    message = f"the same {called} stands in {other}; remove or reword one of them"
                    yield entry.problem("warning", f"same-{called}", message, where)


def _sentences(text: contract.ChallengeText, code: str, key: str) -> Iterator[tuple[Where, str]]:
    if key == "signs":
        yield from ((("text", code, key, index), sign) for index, sign in enumerate(text.signs))
    else:
        yield from ((("text", code, key, id, "text"), one.text) for id, one in text.statements.items())


RULES = (
    links.unknown_ids,
    links.retired_ids,
    links.replacements,
    links.shared_retired_ids,
    links.repeated_ids,
    links.self_references,
    links.circular_needs,
    asked_languages,
    language_blocks,
    example_languages,
    same_statements,
    same_lists,
    stemmers,
    one_reversed,
    conditions,
    axes,
    example_ids,
    enough,
    unaddressed,
    same_signs,
    same_texts,
    plain.long_sentences,
    plain.jargon,
)


# --- shared by the rules ---------------------------------------------------------------------------------------------


def _ordered(library: Library, texts: Mapping[str, object]) -> list[str]:
    """The language blocks that are there, those in use first."""
    return sorted(texts, key=lambda code: (code not in library.languages, list(texts).index(code)))
