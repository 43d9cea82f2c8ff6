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
    monkeypatch.setattr(verdict, "BIAS", -6.958)
    monkeypatch.setattr(
        verdict, "WEIGHTS", (2.565, 0.167, 2.198, 1.125, -0.057, 2.156, 0.724, 2.781, 0.303, -0.518, 0.507, -1.194)
    )
