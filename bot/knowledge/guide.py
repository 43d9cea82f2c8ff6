"""The parts of knowledge/README.md that are made, not written: tables of fields and rules, lines of shipped entries.

A part stands between `<!-- name: arguments -->` and `<!-- end -->`; `python -m bot.knowledge.schemas` renews them all.
Belongs here: those parts, and one sentence for each rule. Does not: the words around them, the rules themselves.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from bot.knowledge import contract, sentences
from bot.knowledge.files import KINDS
from bot.knowledge.nodes import Spot, parse

MARKED = re.compile(r"<!-- (?P<name>[a-z]+): (?P<arguments>.+?) -->\n(?P<body>.*?)<!-- end -->", re.DOTALL)

# --- fields ----------------------------------------------------------------------------------------------------------

MODELS: Mapping[str, type[BaseModel]] = {
    **{kind.name: kind.model for kind in KINDS if not kind.items},
    "source": contract.Source,
    "example": contract.Example,
}
"""What has a table of its own; the fields of the other files stand together in one."""

ELSEWHERE = ("sources", "proof")
"""Single files without a row there: a source has its own table, and proof.yaml is written by `kompas check`."""

PLACEHOLDER = "ID"
"""Stands in the name of a field for an id that the writer chooses."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its name with the names around it, what it is, what it can hold."""

    name: str
    what: str
    limits: str


def rows(model: type[BaseModel], around: str = "") -> Iterator[Row]:
    """The fields of a model with those inside them; those of the language blocks come last."""
    hints = get_type_hints(model, include_extras=True)
    last: list[Row] = []
    for name, info in model.model_fields.items():
        if name == "text" and get_origin(hints[name]) is dict:
            last += _block(f"{around}en", info, get_args(hints[name])[1])
        else:
            yield Row(around + name, info.description or "", _limits(hints[name], info))
            yield from _inside(hints[name], around + name)
    yield from last


def _block(name: str, info: FieldInfo, hint: Any) -> Iterator[Row]:
    """The fields of a language block, or the block itself where it is a text."""
    if _is_model(hint):
        yield from rows(hint, f"{name}.")
    else:
        yield Row(name, info.description or "", f"needed; {_kind(hint)}")


def _inside(hint: Any, around: str) -> Iterator[Row]:
    """The fields of the models that lie in a field."""
    origin, arguments = get_origin(hint), get_args(hint)
    if _is_model(hint):
        yield from rows(hint, f"{around}.")
    elif origin in (Annotated, list):
        yield from _inside(arguments[0], around)
    elif origin is dict:
        yield from _inside(arguments[1], f"{around}.{_chosen(arguments[0])}")
    elif origin in (Union, UnionType):
        for one in arguments:
            yield from _inside(one, around)


def _chosen(key: Any) -> str:
    return {contract.StatementId: "s1", contract.Language: "en"}.get(key, PLACEHOLDER)


def _is_model(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, BaseModel)


def _limits(hint: Any, info: FieldInfo) -> str:
    """Whether a field is needed, how many it holds, and of what."""
    least = next((one.min_length for one in info.metadata if hasattr(one, "min_length")), None)
    most = next((one.max_length for one in info.metadata if hasattr(one, "max_length")), None)
    many = f"{least} to {most} " if least and most else f"{least} or more " if least else ""
    return f"{'needed' if info.is_required() else 'optional'}; {_kind(hint, many)}"


def _kind(hint: Any, many: str = "") -> str:
    """What a value of this type is, in words."""
    origin, arguments = get_origin(hint), get_args(hint)
    names = next((extra.kind for extra in arguments[1:] if isinstance(extra, contract.Names)), None)
    if origin is Annotated and names is not None:
        return f"the id of {NAMED.get(names, 'an answer to that question')}"
    if origin in (Union, UnionType):
        return next(_kind(one) for one in arguments if one is not NoneType)
    if origin is list:
        return f"a list: {many}x {_kind(arguments[0])}" if many else f"a list: {_kind(arguments[0])}"
    if origin is dict:
        return f"{many}pairs: {_kind(arguments[0])}, with {_kind(arguments[1])}"
    if _is_model(hint):
        return "fields of its own"
    said = sentences.expected(TypeAdapter(hint).json_schema())
    return {contract.Id: "an id"}.get(hint, said.replace("1000", "1,000"))


NAMED = {
    "challenge": "a challenge",
    "practice": "a practice",
    "case": "a case",
    "source": "a source",
    "domain": "a domain",
    "example": "an example",
    "stage": "a stage in maturity.yaml",
    "marks": "a mark in maturity.yaml",
    **{name: f"an answer to `{name}` in context.yaml" for name in ("role", "level", "size", "mandate", "drivers")},
}


def fields(name: str) -> str:
    """The table of one kind of entry; of what is in `every` one; or of all `other` files."""
    if name == "other":
        return _table(("file", "fields"), _others())
    found = rows(contract.Entry) if name == "every" else _own(MODELS[name])
    lines = ((f"`{row.name}`", row.what, row.limits) for row in found)
    return _table(("field", "what it is", "what it can hold"), lines)


def _own(model: type[BaseModel]) -> Iterator[Row]:
    return (row for row in rows(model) if row.name not in contract.Entry.model_fields)


def _others() -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        if kind.single and kind.name not in ELSEWHERE:
            found = (f"`{row.name}`: {row.what} ({row.limits})" for row in _own(kind.model))
            yield f"`{kind.place}`", "<br>".join(found)


def _table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in [heads, ["---"] * len(heads), *lines])


# --- rules -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as authors know it: by the word in brackets behind a problem. `deep`: only `check --deep` tells it."""

    id: str
    levels: tuple[str, ...]
    meaning: str
    deep: bool = False


ERROR, WARNING, NOTE = ("error",), ("warning",), ("note",)

RULES = (
    Rule("alias", ERROR, "Text starts with `&` or `*`, which YAML reads as a sign of its own. Put quotes around it."),
    Rule("axis-stages", ERROR, "A maturity question lacks an answer for one of the stages."),
    Rule(
        "bad-id", ERROR, "This cannot be an id or a key here: use lower-case words with hyphens, 40 characters at most."
    ),
    Rule("bad-value", ERROR, "This is written in a wrong way, such as a web address without https://."),
    Rule("blank", ERROR, "What `kompas new` left for you to write still says FILL IN."),
    Rule("circular-needs", ERROR, "Practices wait for each other in a circle through `needs`."),
    Rule("circular-replacement", ERROR, "Retired entries name each other in a circle through `replaced_by`."),
    Rule("common-keyword", WARNING, "This keyword stands at so many challenges that it tells none apart.", deep=True),
    Rule("control-character", ERROR, "An invisible character came along, often by pasting. Delete it."),
    Rule("disabled", ERROR, "`disabled: true` must stand alone, and never switches off a whole single file."),
    Rule("disabled-id", ERROR, "Your overlay names something that it switches off itself."),
    Rule("duplicate-id", ERROR, "This example has the same id as another one."),
    Rule("duplicate-key", ERROR, "The same key stands twice in one place; only one can count."),
    Rule("empty", ERROR, "There is nothing in this file."),
    Rule("empty-condition", ERROR, "`when` names no condition, so it would always hold."),
    Rule("encoding", ERROR, "The file is not saved as UTF-8. Save it again with that encoding."),
    Rule("example-fails", ERROR, "An example does not come out as expected, and nobody agreed to that.", deep=True),
    Rule("example-passes", ERROR, "An example in proof.yaml comes out right now. Take it off that list.", deep=True),
    Rule("few-practices", WARNING, "A challenge has too few practices to choose from.", deep=True),
    Rule("few-signs", WARNING, "A challenge has few signs, not-signs or keywords in one language.", deep=True),
    Rule("file-name", ERROR, "The name of the file cannot be an id, or does not end in .yaml."),
    Rule("jargon", WARNING, "A word of the trade that readers stumble over; a plain one is proposed."),
    Rule("key-not-text", ERROR, "YAML reads this key as something other than text. Put quotes around it."),
    Rule(
        "languages-differ", ERROR, "Statements, steps or pitfalls are not the same in number or ids in each language."
    ),
    Rule("length", ERROR, "A text is empty or too long, or a list has too few or too many items."),
    Rule("long-sentence", WARNING, "A sentence has more than 25 words. Make two of it."),
    Rule("merge-key", ERROR, "`<<` is not used here. Write the keys out."),
    Rule("missing-file", ERROR, "A file that every knowledge base needs is not there."),
    Rule("missing-key", ERROR, "A field that must be there is not."),
    Rule("missing-language", ERROR, "A text is not there in one of the languages in use."),
    Rule("more", ERROR, "This file has so many wrong values that only the first 100 are told."),
    Rule("names-itself", ERROR, "An entry names itself, for example in its own `related`."),
    Rule("never-cited", WARNING, "No entry names this source.", deep=True),
    Rule("never-recommended", WARNING, "No situation that was tried gets this practice as advice.", deep=True),
    Rule("no-free-practice", WARNING, "Every practice for a challenge needs the yes of somebody above.", deep=True),
    Rule("no-leadership", WARNING, "No practice for a challenge asks anything of those who lead.", deep=True),
    Rule("no-practice", WARNING, "No practice names this challenge in its `addresses`."),
    Rule("nothing-there", ERROR, "There are no challenges or no practices at all: probably the wrong folder."),
    Rule("out-of-range", ERROR, "A number is too small or too large."),
    Rule("outside", ERROR, "A link to a file leads out of the folder. Put the file itself here."),
    Rule("repeated-id", WARNING, "A list names the same id twice."),
    Rule("retired-id", WARNING, "This names a retired entry. Name the one that took its place."),
    Rule("reversed", ERROR, "More than one statement of a challenge is `reversed`."),
    Rule(
        "review-due", ("warning", "note"), "Nobody read this entry for a year, or `reviewed` is yet to come.", deep=True
    ),
    Rule("same-sign", WARNING, "The same sign stands twice."),
    Rule("same-statement", WARNING, "The same statement stands twice."),
    Rule("several-documents", ERROR, "A line with `---` starts a second document. Make two files."),
    Rule("shared-id", ERROR, "A retired challenge has the same id as a practice, or the other way round."),
    Rule("sister-language", WARNING, "You changed a shipped text in one language and not in the others.", deep=True),
    Rule("source-unchecked", ("warning", "note"), "Nobody looked this source up, or not for two years.", deep=True),
    Rule("stray-sign", NOTE, "Without this sign, its words lead to a sibling first. Perhaps it is unclear.", deep=True),
    Rule("stray-signs", ("warning", "note"), "The number of such signs is not the one in proof.yaml.", deep=True),
    Rule("syntax", ERROR, "This is no YAML: look at quotes, colons, brackets and indentation."),
    Rule("tag", ERROR, "Text starts with `!`, which YAML reads as a sign of its own. Put quotes around it."),
    Rule("too-deep", ERROR, "Far too many levels of brackets or indentation."),
    Rule("too-large", ERROR, "The file is too large to be an entry. Split it."),
    Rule("unexpected-file", ("error", "note"), "A file or folder that Kompas does not read stands here."),
    Rule("unknown-id", ERROR, "This id does not exist. Often it is mistyped; the nearest one is proposed."),
    Rule("unknown-key", ERROR, "This key does not exist here. Often it is mistyped; the nearest one is proposed."),
    Rule("unknown-language", ERROR, "This language is not in languages.yaml."),
    Rule("unknown-value", ERROR, "Only a few words are possible here, and this is none of them."),
    Rule("unreadable", ERROR, "A folder or file cannot be opened."),
    Rule("wrong-type", ERROR, "A text, number, date, list or mapping is needed here, and this is another of them."),
)


def rules(_: str) -> str:
    """The table of all rules."""
    lines = (
        (f"`{rule.id}`", " or ".join(rule.levels) + (", deep" if rule.deep else ""), rule.meaning) for rule in RULES
    )
    return _table(("rule", "level", "what it means"), lines)


# --- lines of shipped entries ----------------------------------------------------------------------------------------


def lines(arguments: str, folder: Path) -> str:
    """The lines of a shipped file from one key to the end of another: `practices/x.yaml en.title en.why`."""
    name, first, *others = arguments.split()
    text = (folder / name).read_text(encoding="utf-8")
    spot = parse(text).spot
    assert spot is not None, f"{name} cannot be read"
    start, end = _place(spot, first), _end(spot, others[-1] if others else first, text.count("\n") + 1)
    return "\n".join(["```yaml", *text.split("\n")[start - 1 : end - 1], "```"])


def _place(spot: Spot, path: str) -> int:
    """The line of a key."""
    *around, key = path.split(".")
    for step in around:
        spot = spot.below[step]
    return spot.keys[key][0]


def _end(spot: Spot, path: str, after: int) -> int:
    """The line after the value of a key: that of the next key, or what comes after all that is around it."""
    key, _, inner = path.partition(".")
    here = spot.keys[key][0]
    end = min((line for line, _ in spot.keys.values() if line > here), default=after)
    return _end(spot.below[key], inner, end) if inner else end


# --- the whole -------------------------------------------------------------------------------------------------------


def renewed(text: str, folder: Path) -> str:
    """The guide with every made part as it should be for the contract and the entries of `folder`."""
    parts: Mapping[str, Callable[[str], str]] = {
        "fields": fields,
        "rules": rules,
        "lines": lambda arguments: lines(arguments, folder),
    }

    def part(found: re.Match[str]) -> str:
        name, arguments = found.group("name", "arguments")
        return f"<!-- {name}: {arguments} -->\n{parts[name](arguments)}\n<!-- end -->"

    return MARKED.sub(part, text)


def write(folder: Path) -> None:
    """Renew the guide of a knowledge base."""
    path = folder / "README.md"
    path.write_text(renewed(path.read_text(encoding="utf-8"), folder), encoding="utf-8")
