"""A small knowledge base for tests that should not depend on the shipped content.

Belongs here: handing it out. Content: tests/knowledge/small/, 3 domains, 6 challenges, 8 practices, 2 languages.
"""

from functools import cache
from pathlib import Path

import pytest

from bot.advice import verdict
from bot.advice.model import Catalogue
from bot.knowledge import load

SMALL = Path(__file__).parent / "knowledge" / "small"


@cache
def small_catalogue() -> Catalogue:
    """The catalogue of the small knowledge base, read once."""
    return load.catalogue(SMALL)


def fix_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge matches by the numbers of one day, so that what the small knowledge base makes of a text stays the same
    when the rule is fitted anew to the shipped one."""
    monkeypatch.setattr(verdict, "BIAS", -7.324)
    monkeypatch.setattr(
        verdict, "WEIGHTS", (1.965, 0.421, 3.11, 1.913, -0.277, 1.853, 0.507, 3.993, 0.15, -0.088, 1.014, -0.83)
    )
