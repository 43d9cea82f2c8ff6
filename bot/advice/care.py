"""Recognising a message that asks for care before advice: by phrases, word stem by word stem, in every language.

Belongs here: finding the topic. Does not: what is said about it (the catalogue's care texts), or whether anything else
was recognised.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.advice.model import CareText, Catalogue
from bot.advice.text import Language, tokens

Phrase = tuple[str, ...]
Phrases = tuple[tuple[Language, Mapping[Phrase, str]], ...]
"""For each language its phrases as stems, with the topic they point to."""


def care_topic(catalogue: Catalogue, text: str) -> str | None:
    """The care topic that a text is certainly about, or None; the first phrase in the text decides."""
    return _found(_sure(catalogue), text)


def care_word(catalogue: Catalogue, text: str) -> str | None:
    """The care topic that a text touches with a phrase or only a word: to be asked where nothing else is recognised."""
    return _found(_sure(catalogue), text) or _found(_loose(catalogue), text)


@lru_cache(maxsize=2)
def _sure(catalogue: Catalogue) -> Phrases:
    return tuple(_stemmed(catalogue, loose=False))


@lru_cache(maxsize=2)
def _loose(catalogue: Catalogue) -> Phrases:
    return tuple(_stemmed(catalogue, loose=True))


def _stemmed(catalogue: Catalogue, *, loose: bool) -> Iterator[tuple[Language, Mapping[Phrase, str]]]:
    for code, rules in catalogue.languages.items():
        language = Language(rules)
        found: dict[Phrase, str] = {}
        for topic, texts in catalogue.care.items():
            for phrase in _said(texts[code], loose) if code in texts else ():
                found.setdefault(tuple(_stems(language, phrase)), topic)
        found.pop((), None)
        yield language, found


def _said(text: CareText, loose: bool) -> tuple[str, ...]:
    return text.words if loose else text.phrases


def _stems(language: Language, text: str) -> Iterator[str]:
    return (language.stem(token.folded) for token in tokens(text))


def _found(phrases: Phrases, text: str) -> str | None:
    for language, known in phrases:
        stems = tuple(_stems(language, text))
        longest = max((len(phrase) for phrase in known), default=0)
        for start in range(len(stems)):
            for end in range(start + 1, min(start + longest, len(stems)) + 1):
                if topic := known.get(stems[start:end]):
                    return topic
    return None
