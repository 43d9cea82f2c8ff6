"""Recognising a message that asks for care before advice: by phrases, word stem by word stem, in every language.

Belongs here: finding the topic. Does not: what is said about it (the catalogue's care texts).
"""

from collections.abc import Iterator
from functools import lru_cache

from bot.advice.model import Catalogue
from bot.advice.text import Language, tokens

Phrase = tuple[str, ...]


@lru_cache(maxsize=2)
def _phrases(catalogue: Catalogue) -> tuple[tuple[Language, dict[Phrase, str]], ...]:
    """For each language its phrases as stems, with the topic they point to."""
    found = []
    for code, rules in catalogue.languages.items():
        language = Language(rules)
        phrases: dict[Phrase, str] = {}
        for topic, texts in catalogue.care.items():
            for phrase in texts[code].phrases if code in texts else ():
                phrases.setdefault(tuple(_stems(language, phrase)), topic)
        phrases.pop((), None)
        found.append((language, phrases))
    return tuple(found)


def _stems(language: Language, text: str) -> Iterator[str]:
    return (language.stem(token.folded) for token in tokens(text))


def care_topic(catalogue: Catalogue, text: str) -> str | None:
    """The care topic a text touches, or None; the first phrase in the text decides."""
    for language, phrases in _phrases(catalogue):
        stems = tuple(_stems(language, text))
        longest = max((len(phrase) for phrase in phrases), default=0)
        for start in range(len(stems)):
            for end in range(start + 1, min(start + longest, len(stems)) + 1):
                if topic := phrases.get(stems[start:end]):
                    return topic
    return None
