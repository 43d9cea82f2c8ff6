"""Everything that was read, before it is known to be right: what the checks look at and the catalogue is built from.

Belongs here: the parts and how to find them. Does not: rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from bot.knowledge.overlay import Entry, Ids
from bot.knowledge.retired import Replaced
from bot.knowledge.shape import Survey

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Item:
    """An entry or single file: where it stands, what it refers to, and its model unless a value in it is wrong."""

    entry: Entry
    survey: Survey = field(default_factory=Survey)
    model: BaseModel | None = None


@dataclass(slots=True)
class Library:
    """All items, with the ids that exist; `asked` are the languages the site wants, none: all of `listed`.

    `replaced` leads from the id of a retired entry to the one in use that took its place.
    """

    known: Ids
    gone: Ids
    asked: tuple[str, ...]
    listed: tuple[str, ...]
    items: list[Item] = field(default_factory=list)
    replaced: Replaced = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in use, the preferred one first."""
        return tuple(code for code in dict.fromkeys(self.asked) if code in self.listed) or self.listed

    def models(self, model: type[M]) -> Iterator[tuple[Entry, M]]:
        """The valid entries of one kind that are in use, ordered by id."""
        for item in sorted(self.items, key=lambda item: item.entry.id):
            if isinstance(item.model, model) and not self.is_gone(item.entry):
                yield item.entry, item.model

    def live(self, model: type[M]) -> Iterator[tuple[Entry, M]]:
        """The same without those that are retired."""
        return ((entry, one) for entry, one in self.models(model) if self.now(entry.kind.name, entry.id) == entry.id)

    def now(self, kind: str, id: str) -> str:
        """The id in use that an id leads to: itself, unless it is retired."""
        return self.replaced.get(kind, {}).get(id, id)

    def one(self, model: type[M]) -> tuple[Entry, M] | None:
        """The single file of one kind, if it is there and valid."""
        return next(self.models(model), None)

    def is_gone(self, entry: Entry) -> bool:
        """True when the overlay took away what this entry stands on."""
        return entry.id in self.gone.get(entry.kind.name, frozenset())
