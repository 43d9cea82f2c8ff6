"""A folder -> its documents: which files there are, and the text in them.

Belongs here: names, places, sizes and encodings of files. Does not: what a valid entry is, references, merging.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from bot.knowledge import contract
from bot.knowledge.faults import CONTROL, control_character
from bot.knowledge.nodes import Plain, Spot, Where, parse
from bot.knowledge.problems import Level, Problem, near, printable

SIZE_LIMIT = 1024 * 1024
"""Bytes. The richest entry we know has some 15 KB, so that a megabyte is never content."""
BLANK = "FILL"
"""Where this stands nowhere in a file, nothing in it was left blank (see blank)."""
ID_LIMIT = 40
"""Bytes of an id: it travels in Telegram callback data, which holds 64."""
ID_PATTERN = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: `place` is its folder or its name, `items` the keys under which it lists its items.

    A single file that is not `optional` must be there."""

    name: str
    model: type[BaseModel]
    place: str
    items: tuple[str, ...] = ()
    optional: bool = False

    @property
    def single(self) -> bool:
        return self.place.endswith(".yaml")


KINDS = (
    Kind("challenge", contract.Challenge, "challenges"),
    Kind("practice", contract.Practice, "practices"),
    Kind("case", contract.Case, "cases"),
    Kind("examples", contract.Examples, "examples", ("examples",)),
    Kind("domains", contract.Domains, "domains.yaml", ("domains",)),
    Kind("sources", contract.Sources, "sources.yaml", ("sources",)),
    Kind("context", contract.Context, "context.yaml", ("questions",)),
    Kind("maturity", contract.Maturity, "maturity.yaml", ("stages", "axes", "marks")),
    Kind("languages", contract.Languages, "languages.yaml", ("languages",)),
    Kind("concepts", contract.Concepts, "concepts.yaml", ("concepts",)),
    Kind("anti-topics", contract.AntiTopics, "anti-topics.yaml", ("topics",)),
    Kind("care", contract.Cares, "care.yaml", ("care",)),
    Kind("proof", contract.Proof, "proof.yaml", ("known_failures", "stray_signs"), optional=True),
)
_PLACES = {kind.place: kind for kind in KINDS}
_WELCOME = frozenset({"README.md", "LICENSE", "schemas", "__pycache__", "__init__.py"})


@dataclass(slots=True)
class Document:
    """One file: its content, where each part of it stands, whether it belongs to the overlay, and may hold blanks."""

    kind: Kind
    id: str
    path: str
    overlay: bool
    value: Plain = None
    spot: Spot = field(default_factory=lambda: Spot(1, 1))
    blanks: bool = False

    def problem(self, level: Level, rule: str, message: str, where: Where = (), *, key: bool = False) -> Problem:
        """A problem of the value at `where`, or of its key; where that is missing, of what is nearest around it."""
        spot, place = self.spot, (self.spot.line, self.spot.column)
        for step in where:
            below = spot.below.get(step)
            if below is None:
                if step == "text":  # language blocks are gathered under `text`, which the file itself does not have
                    continue
                place = spot.keys.get(str(step), place)
                break
            at_key = spot.keys.get(str(step)) if key else None
            spot, place = below, at_key or (below.line, below.column)
        return Problem(self.path, *place, level, rule, printable(message))

    def spot_of(self, where: Where) -> Spot | None:
        """Where a value stands and how it was written, if the file has it."""
        spot: Spot | None = self.spot
        for step in where:
            if spot is None:
                return None
            spot = spot.below.get(step, spot if step == "text" else None)
        return spot


@dataclass(slots=True)
class Folder:
    """What was found in one folder."""

    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def shown(path: Path) -> str:
    """A path as people see it: relative to the current folder where possible, and always printable."""
    relative = os.path.relpath(path)
    text = str(path) if relative.startswith("..") else relative
    return printable(os.fsencode(text).decode("utf-8", "replace"))


def gather(root: Path, *, overlay: bool) -> Folder:
    """Read every file of a knowledge base, or of an overlay, which need not be complete."""
    found = Folder()
    names = _names(root, found)
    if names is None:
        return found
    for name in names:
        kind = _PLACES.get(name)
        if kind is not None and kind.single:
            _document(root, root / name, kind, overlay, found)
        elif kind is not None:
            for inner in _names(root / name, found) or ():
                if _is_content(root / name / inner, kind, found):
                    _document(root, root / name / inner, kind, overlay, found)
        elif name not in _WELCOME:
            found.problems += _unexpected(root / name)
    if not overlay:
        found.problems += _missing(root, names)
    return found


def _names(folder: Path, found: Folder) -> list[str] | None:
    """The names in a folder, hidden ones left out; None when there is nothing to read."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except FileNotFoundError:
        message = "there is no such folder; correct the path in the command or in config.yaml"
    except NotADirectoryError:
        message = "this is a file, and a folder is needed; give the folder that holds domains.yaml"
    except (OSError, ValueError) as error:
        message = f"this folder cannot be read ({_reason(error)}); correct its rights"
    found.problems.append(_at(folder, "error", "unreadable", message))
    return None


def _missing(root: Path, names: list[str]) -> Iterator[Problem]:
    for kind in KINDS:
        if kind.single and not kind.optional and kind.place not in names:
            message = f"{kind.place} is missing; restore it from the knowledge base that came with Kompas"
            yield _at(root / kind.place, "error", "missing-file", message)


def _unexpected(path: Path) -> Iterator[Problem]:
    """What to say of a name in the top folder that means nothing to us."""
    if path.suffix == ".yaml" and not path.is_dir():
        meant = near(path.name, [place for place in _PLACES if place.endswith(".yaml")])
        hint = f'did you mean "{meant}"?' if meant else "move an entry into its folder, for example practices/"
        yield _at(path, "error", "unexpected-file", f"no file of this name is read here; {hint}")
    elif path.suffix.lower() in (".yml", ".yaml"):
        yield _at(path, "error", "file-name", f'rename this file to "{path.stem}.yaml"; otherwise it is not read')
    elif path.is_dir() and (meant := near(path.name, [place for place in _PLACES if not place.endswith(".yaml")])):
        yield _at(path, "error", "unexpected-file", f'no folder of this name is read; did you mean "{meant}"?')
    else:
        yield _at(path, "note", "unexpected-file", "this is not read; move it elsewhere if it is in the way")


def _is_content(path: Path, kind: Kind, found: Folder) -> bool:
    """True for a file that should be read as an entry; what is wrong with its name is said."""
    if path.suffix != ".yaml":
        if path.name not in _WELCOME:
            found.problems += _unexpected(path)
        return False
    id = path.name.removesuffix(".yaml")
    if len(os.fsencode(id)) > ID_LIMIT:
        size = len(os.fsencode(id))
        message = f"the file name is the id, and this one has {size} bytes; shorten it to {ID_LIMIT} or fewer"
        found.problems.append(_at(path, "error", "file-name", message))
    elif not ID_PATTERN.fullmatch(id):
        message = "the file name is the id: use only a-z, 0-9 and single hyphens, like weekly-demo.yaml"
        found.problems.append(_at(path, "error", "file-name", message))
    return True


def _document(root: Path, path: Path, kind: Kind, overlay: bool, found: Folder) -> None:
    document = Document(kind, path.name.removesuffix(".yaml"), shown(path), overlay)
    found.documents.append(document)
    text, problem = _text(root, path)
    if problem is not None:
        found.problems.append(problem)
        return
    document.blanks = BLANK in text
    parsed = parse(text)
    for finding in parsed.findings:
        found.problems.append(
            Problem(document.path, finding.line, finding.column, "error", finding.rule, finding.message)
        )
    if parsed.spot is not None:
        document.value, document.spot = parsed.value, parsed.spot
    elif not parsed.findings:
        found.problems.append(_at(path, "error", "empty", "this file is empty; write the entry, or delete the file"))
    if parsed.spot is not None and not isinstance(parsed.value, dict):
        message = "a file holds keys with values, like `effort: 2`; this one holds something else"
        found.problems.append(document.problem("error", "wrong-type", message))


# --- text ------------------------------------------------------------------------------------------------------------


def _text(root: Path, path: Path) -> tuple[str, Problem | None]:
    """The text of a file, or why there is none."""
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return "", _at(path, "error", "outside", "this link leads out of the folder; put the file itself here")
        if not stat.S_ISREG(path.stat().st_mode):
            return "", _at(path, "error", "unreadable", "this is not a file; remove it or give it another name")
        with path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
        size = max(len(data), path.stat().st_size)
    except (OSError, ValueError, RuntimeError) as error:
        return "", _at(
            path, "error", "unreadable", f"this file cannot be read ({_reason(error)}); correct its rights or the link"
        )
    if size > SIZE_LIMIT:
        message = (
            f"this file has {size:,} bytes, and the limit is {SIZE_LIMIT:,}; split it or remove what is not content"
        )
        return "", _at(path, "error", "too-large", message)
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> tuple[str, Problem | None]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        message = "this character is not UTF-8; save the file again with the encoding UTF-8"
        return "", _at(path, "error", "encoding", message, before)
    if match := CONTROL.search(text):
        return "", _at(path, "error", "control-character", control_character(match.group()), text[: match.start()])
    return text, None


def _at(path: Path, level: Level, rule: str, message: str, before: str = "") -> Problem:
    """A problem of a file as a whole, or right after the text `before`."""
    line = before.count("\n") + 1
    return Problem(shown(path), line, len(before) - (before.rfind("\n") + 1) + 1, level, rule, message)


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or type(error).__name__).lower()
