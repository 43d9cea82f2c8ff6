"""`kompas new`: a commented file to fill in, for each kind of entry; and the rule that says what is still blank.

Belongs here: the templates and the mark of a blank. Does not: whether what was filled in is right.
"""

import datetime
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.errors import InputError
from bot.knowledge.files import ID_LIMIT, ID_PATTERN, KINDS
from bot.knowledge.nodes import Plain, Where, parse
from bot.knowledge.overlay import Entry
from bot.knowledge.problems import Problem, listed, near

TEMPLATES = Path(__file__).parent / "templates"
BLANKS = frozenset({"FILL IN", "FILL-IN"})
"""What stands in a template where something must be written; the second where an id is wanted."""

NAMES = ("challenge", "practice", "case")
"""The kinds that have a template."""


def template(kind: str, languages: Sequence[str], schema: str, today: datetime.date) -> str:
    """The file to fill in for a kind of entry, with a block for each language; raises InputError for other kinds."""
    if kind not in NAMES:
        meant = near(kind, NAMES)
        hint = f'did you mean "{meant}"?' if meant else f"use {listed(NAMES)}."
        raise InputError(f'KIND: there is no "{kind}" to make; {hint}')
    text = (TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8").replace("TODAY", today.isoformat())
    head, _, block = text.partition("LANGUAGE:\n")
    blocks = "".join(f"{_key(code)}:\n{block}" for code in languages)
    return f"# yaml-language-server: $schema={schema}\n{head}{blocks}"


def _key(code: str) -> str:
    """A language code as a key: YAML takes the one of Norwegian for a truth value."""
    return code if parse(code).value == code else f'"{code}"'


def schema_of(kind: str, path: Path, shipped: Path) -> str:
    """The way from a file to the schema of its kind, as an editor wants it in the first line."""
    way = os.path.relpath((shipped / "schemas").resolve(), path.parent.resolve())
    return (Path(way) / f"{kind}.json").as_posix()


def write(kind: str, id: str, folder: Path, shipped: Path, languages: Sequence[str], today: datetime.date) -> Path:
    """Write the file to fill in into a knowledge base or overlay; raises InputError where that cannot be."""
    if not ID_PATTERN.fullmatch(id) or len(id) > ID_LIMIT:
        wanted = f"use a-z, 0-9 and single hyphens, at most {ID_LIMIT} characters, like weekly-demo"
        raise InputError(f'ID: "{id}" cannot be one; {wanted}.')
    place = next((one.place for one in KINDS if one.name == kind), "")
    path = folder / place / f"{id}.yaml"
    text = template(kind, languages, schema_of(kind, path, shipped), today)
    if not languages:
        raise InputError(f"{shipped / 'languages.yaml'}: lists no language that can be used; see `kompas check`.")
    if (taken := shipped / place / f"{id}.yaml").exists() and not path.exists():
        raise InputError(f"{taken}: has this id already; choose another one, or copy that file to change it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise InputError(f"{path}: is there already; open it, or choose another id.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); give a folder of yours with --into.") from None
    return path


def unfilled(entry: Entry) -> Iterator[Problem]:
    """What `kompas new` left blank and nobody has filled in yet."""
    if not any(document.blanks for document in (entry.document, *entry.overrides.values())):
        return
    for where, key in _blanks(entry.value, ()):
        message = "this is still blank; write what belongs here (the comment of this line says what)"
        yield entry.problem("error", "blank", message, where, key=key)


def _blanks(value: Plain, where: Where) -> Iterator[tuple[Where, bool]]:
    if isinstance(value, str):
        if value in BLANKS:
            yield where, False
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name in BLANKS:
                yield (*where, name), True
            else:
                yield from _blanks(inner, (*where, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _blanks(inner, (*where, place))
