"""A small knowledge base for tests that should not depend on the shipped content.

Belongs here: handing it out. Content: tests/knowledge/small/, 3 domains, 6 challenges, 8 practices, 2 languages.
"""

from functools import cache
from pathlib import Path

from bot.advice.model import Catalogue
from bot.knowledge import load

SMALL = Path(__file__).parent / "knowledge" / "small"


@cache
def small_catalogue() -> Catalogue:
    """The catalogue of the small knowledge base, read once."""
    return load.catalogue(SMALL)
