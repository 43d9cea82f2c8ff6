"""The shipped knowledge base and the table of what it must carry, each read once.

Belongs here: handing them out. Does not: judging them.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from bot.advice.model import Catalogue
from bot.knowledge import load

TABLE = Path(__file__).with_name("coverage.yaml")


class Row(BaseModel):
    """One row of the table; see the head of coverage.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    document: str
    holds: str
    primary: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    figures: Mapping[str, tuple[str, ...]] = {}
    left_out: str | None = None

    @property
    def entries(self) -> tuple[tuple[str, str], ...]:
        """What carries the row: pairs of a kind and an id."""
        kinds = ("challenges", "practices", "cases", "stages", "axes", "marks", "context", "domains", "tests")
        return tuple((kind, id) for kind in kinds for id in getattr(self, kind))


class Table(BaseModel):
    """The whole table."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows: tuple[Row, ...]
    areas: Mapping[str, tuple[str, ...]]


@cache
def table() -> Table:
    """The table of coverage.yaml."""
    return Table.model_validate(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


@cache
def shipped() -> Catalogue:
    """The catalogue that comes with Kompas."""
    return load.catalogue(load.shipped_folder())
