"""Recognising a message that asks for care before advice: by phrases and words, in every language.

Belongs here: finding the topic. Does not: what is said about it (the catalogue's care texts), or whether anything else
was recognised.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from bot.advice.model import CareText, Catalogue
from bot.advice.text import Language, tokens

ENDING = 2
"""So many letters at the end of a word are grammar. A stemmer takes off more, and even what stands in front: to it,
"integrity" is "integration", and the Dutch "geweld" (violence) is "wel" (yes). A phrase is saved by its other words."""

Form = Callable[[Language, str], str]
"""What a folded word is compared by."""
Known = tuple[tuple[Language, Mapping[tuple[str, ...], str]], ...]
"""For each language its phrases, word by word in the form in which they are compared, with the topic they point to."""


def care_topic(catalogue: Catalogue, text: str) -> str | None:
    """The care topic that a text is certainly about, or None; the first phrase in the text decides."""
    return _found(_phrases(catalogue), _stem, text)


def care_word(catalogue: Catalogue, text: str) -> str | None:
    """The care topic that a text touches, if only with a word: to be asked when nothing else is recognised in it."""
    return care_topic(catalogue, text) or _found(_words(catalogue), _light_stem, text)


@lru_cache(maxsize=2)
def _phrases(catalogue: Catalogue) -> Known:
    return _known(catalogue, _stem, lambda block: block.phrases)


@lru_cache(maxsize=2)
def _words(catalogue: Catalogue) -> Known:
    return _known(catalogue, _light_stem, lambda block: block.words)


def _known(catalogue: Catalogue, form: Form, said: Callable[[CareText], tuple[str, ...]]) -> Known:
    found = []
    for code, rules in catalogue.languages.items():
        language = Language(rules)
        topics: dict[tuple[str, ...], str] = {}
        for topic, texts in catalogue.care.items():
            for phrase in said(texts[code]) if code in texts else ():
                topics.setdefault(_forms(language, form, phrase), topic)
        topics.pop((), None)
        found.append((language, topics))
    return tuple(found)


def _stem(language: Language, folded: str) -> str:
    return language.stem(folded)


def _light_stem(language: Language, folded: str) -> str:
    """The stem where only an ending goes, the whole word where the stemmer does more."""
    stem = language.stem(folded)
    return stem if folded.startswith(stem) and len(folded) - len(stem) <= ENDING else folded


def _forms(language: Language, form: Form, text: str) -> tuple[str, ...]:
    return tuple(form(language, token.folded) for token in tokens(text))


def _found(known: Known, form: Form, text: str) -> str | None:
    """The topic of the first phrase in a text, the longest where several begin at the same word."""
    for language, topics in known:
        words = _forms(language, form, text)
        longest = max((len(phrase) for phrase in topics), default=0)
        for start in range(len(words)):
            for end in range(min(start + longest, len(words)), start, -1):
                if topic := topics.get(words[start:end]):
                    return topic
    return None
