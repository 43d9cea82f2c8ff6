"""The catalogue and the ranking laid out as text, for an admin or a trainer at the command line.

Belongs here: laying out what the catalogue holds. Does not: reading it, judging it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Annotated, get_args, get_origin, get_type_hints

from bot.advice import assessment, ranking
from bot.advice.model import FITS, MAY_FIT, NOTHING_FITS, Catalogue
from bot.dialogue import incoming
from bot.dialogue.interchange import MatchAnswer, check_language
from bot.errors import InputError

KINDS = ("challenges", "practices", "cases", "sources", "domains")


def shown(catalogue: Catalogue, id: str, language: str | None) -> str:
    """The entry with this id, in one language or all; raises InputError with a near match when there is none."""
    _check(catalogue, language)
    found = [
        f"{kind[:-1]} {id}\n" + "\n".join(_lines(entries[id], language, 1))
        for kind, entries in _entries(catalogue).items()
        if id in entries
    ]
    if found:
        return "\n\n".join(found)
    if id in catalogue.replaced:
        raise InputError(f'"{id}" is retired; see "{catalogue.replaced[id]}", which took its place.')
    known = [other for entries in _entries(catalogue).values() for other in entries]
    raise InputError(f'No entry "{incoming.shown(id)}"{incoming.remedy(id, known)}')


def _check(catalogue: Catalogue, language: str | None) -> None:
    if language is not None:
        check_language(catalogue, language)


def listed(catalogue: Catalogue, language: str | None) -> str:
    """Every id with its title, by kind, in one language or the first one there is."""
    _check(catalogue, language)
    lines = [f"catalogue {catalogue.version}"]
    for kind, entries in _entries(catalogue).items():
        lines += ["", f"{kind} ({len(entries)})"]
        lines += [f"  {id}  {_title(entry, language)}" for id, entry in entries.items()]
    return "\n".join(lines)


def matched(answer: MatchAnswer) -> str:
    """A text's matches for reading: the verdict in words, then one line for each that fits or may fit."""
    if answer.verdict == NOTHING_FITS:
        return NOTHING
    lines = [WORDS[answer.verdict]]
    for found in answer.matches:
        if found.verdict != NOTHING_FITS:
            lines.append(f"{found.score:6.3f}  {found.verdict:7}  {found.challenge}: {' · '.join(found.because)}")
    return "\n".join(lines)


WORDS = {FITS: "Fits, the surest first:", MAY_FIT: "May fit, not sure; the likeliest first:"}
NOTHING = "Nothing fits: the text says nothing that a challenge is known by. (--json shows what came nearest.)"


def constants() -> str:
    """The constants behind the order of the advice, each with its value and its reason."""
    lines = []
    for module in (ranking, assessment):
        for name, hint in get_type_hints(module, include_extras=True).items():
            if get_origin(hint) is Annotated:
                lines += [f"{name} = {getattr(module, name)}", f"    {get_args(hint)[1]}"]
    return "\n".join(lines)


def _entries(catalogue: Catalogue) -> Mapping[str, Mapping[str, object]]:
    return {kind: getattr(catalogue, kind) for kind in KINDS}


def _title(entry: object, language: str | None) -> str:
    texts = getattr(entry, "text", None)
    if not isinstance(texts, Mapping):
        return str(getattr(entry, "title", ""))
    block = texts.get(language) if language in texts else next(iter(texts.values()))
    return str(getattr(block, "title", block))


def _lines(value: object, language: str | None, depth: int) -> Iterator[str]:
    """A value as indented lines; empty fields are left out."""
    pad = "  " * depth
    for name, inner in _parts(value):
        if name == "text" and isinstance(inner, Mapping):
            chosen = {code: block for code, block in inner.items() if language in (None, code)}
            for code, block in (chosen or inner).items():
                yield f"{pad}{code}:" if not isinstance(block, str) else f"{pad}{code}: {block}"
                if not isinstance(block, str):
                    yield from _lines(block, language, depth + 1)
        elif isinstance(inner, Mapping | list | tuple) or is_dataclass(inner):
            yield f"{pad}{name}:"
            yield from _lines(inner, language, depth + 1)
        else:
            yield f"{pad}{name}: {inner}" if name else f"{pad}- {inner}"


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        yield from ((name, inner) for name, inner in pairs if inner not in (None, (), {}, ""))
    elif isinstance(value, Mapping):
        yield from ((str(key), inner) for key, inner in value.items())
    elif isinstance(value, list | tuple):
        yield from (("" if not is_dataclass(item) else "-", item) for item in value)
