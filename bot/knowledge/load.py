"""A folder of YAML files -> the catalogue, or every problem that stands in its way.

Belongs here: the order in which things happen. Does not: rules (see `checks`), merging (see `overlay`).
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.advice.model import Catalogue
from bot.errors import KnowledgeError
from bot.knowledge import blank, build, checks, files, overlay, retired, sentences, shape
from bot.knowledge.library import Item, Library
from bot.knowledge.problems import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading gave: the catalogue, unless a problem is an error, and all problems in the order of their places.

    `library`: all that was read, each value with its place, for rules that look deeper.
    """

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    library: Library

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep it out of use."""
        return tuple(problem for problem in self.problems if problem.level == "error")


def read(folder: Path, overlay: Path | None = None, languages: Sequence[str] | None = None) -> Loaded:
    """Read a knowledge base with a site's overlay; whatever the files hold, this raises nothing."""
    with _no_collecting():
        return _read(folder, overlay, languages)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Reading makes a great many objects, all of which stay: looking for garbage among them only costs time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read(folder: Path, overlay: Path | None, languages: Sequence[str] | None) -> Loaded:
    library, problems = _library(folder, overlay, tuple(languages or ()))
    problems += checks.run(library)
    ordered = tuple(sorted(set(_one_cause_each(problems))))
    if any(problem.level == "error" for problem in ordered):
        return Loaded(None, ordered, library)
    return Loaded(build.catalogue(library), ordered, library)


def catalogue(folder: Path, overlay: Path | None = None, languages: Sequence[str] | None = None) -> Catalogue:
    """The catalogue of a knowledge base; raises KnowledgeError with all its errors when there is one."""
    loaded = read(folder, overlay, languages)
    if loaded.catalogue is None:
        raise KnowledgeError(loaded.errors)
    return loaded.catalogue


def is_whole(folder: Path) -> bool:
    """True for a whole knowledge base, False for an overlay, which holds only what a site does otherwise."""
    needed = [kind.place for kind in files.KINDS if kind.single and not kind.optional]
    return 2 * sum((folder / place).is_file() for place in needed) >= len(needed)  # one that is missing is told later


def shipped_folder() -> Path:
    """The knowledge base that comes with Kompas: beside the package in a checkout, inside it once installed."""
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "knowledge"
    return beside if (beside / "domains.yaml").is_file() or not (package / "content").is_dir() else package / "content"


ENOUGH = 100
"""So many wrong values of one file are told; more at once help nobody."""

_SAYS_ALL = frozenset({"blank", "bad-value", "bad-id", "key-not-text", "tag", "control-character"})
"""Rules that say all there is to say about a value: what later rules make of the same value only follows from it."""


def _one_cause_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    told: set[tuple[str, int, int]] = set()
    for problem in problems:
        place = (problem.path, problem.line, problem.column)
        if place not in told:
            yield problem
        if problem.rule in _SAYS_ALL:
            told.add(place)


def _library(folder: Path, site: Path | None, languages: tuple[str, ...]) -> tuple[Library, list[Problem]]:
    shipped = files.gather(folder, overlay=False)
    added = files.gather(site, overlay=True) if site is not None else files.Folder()
    merged = overlay.merge(shipped.documents, added.documents)
    problems = [*shipped.problems, *added.problems, *merged.problems]
    all_languages = next(
        (tuple(overlay.items_of(e, "languages")) for e in merged.entries if e.kind.name == "languages"), ()
    )
    replaced = retired.followed(merged.entries, merged.known)
    library = Library(merged.known, merged.gone, languages, all_languages, replaced=replaced)
    for entry in merged.entries:
        item = Item(entry)
        value = shape.survey(shape.shape_of(entry.kind.model), entry.value, item.survey)
        problems += blank.unfilled(entry)
        problems += _validated(item, value, all_languages)
        library.items.append(item)
    return library, problems


def _validated(item: Item, value: object, languages: Sequence[str]) -> Iterator[Problem]:
    """Fill in the model of an item, or say what is wrong with its values."""
    entry = item.entry
    try:
        item.model = entry.kind.model.model_validate(value)
    except ValidationError as found:
        errors = found.errors(include_url=False, include_context=False)
        if len(errors) > ENOUGH:
            more = len(errors) - ENOUGH
            message = f"{more:,} more values of this file are wrong; correct the first {ENOUGH} and look again"
            yield entry.problem("error", "more", message)
        for error in errors[:ENOUGH]:
            where, key = sentences.where_of(error), sentences.is_about_key(error)
            spot = None if key else entry.owner(where).spot_of(where)
            rule, message = sentences.explain(error, entry.kind.model, spot, languages)
            yield entry.problem("error", rule, message, where[:-1] if rule == "missing-key" else where, key=key)
