"""Plain language (CEFR B1), as far as a program can see it: short sentences, and no words of the trade.

Belongs here: rules about how our own texts are written. Does not: signs and examples, which are other people's words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.knowledge import contract
from bot.knowledge.library import Item, Library
from bot.knowledge.nodes import Where
from bot.knowledge.problems import Problem, shortened

MOST_WORDS = 25
"""Words of one sentence. Above it readers at B1 lose the thread (Content design guidance of GOV.UK: 25 words)."""

_END = re.compile(r"(?<=[.!?…])[\"'”’»)\]]{0,3}\s++(?:(?=['’]\w\s)|(?!\W{0,3}[a-zß-öø-ÿ]))|\n+")
"""After a mark that ends a sentence no small letter begins the next one, but for Dutch: "'s Avonds". Every repetition
is bounded: a file of a million marks must not keep the check busy."""

_WORD = re.compile(r"\w+(?:[-'’./&]\w+)*")


def long_sentences(library: Library) -> Iterator[Problem]:
    """No sentence of ours has more than MOST_WORDS words."""
    for item, where, text in _prose(library):
        for sentence in _END.split(text) if len(text) > 2 * MOST_WORDS else ():  # so many words need more than that
            words = len(_WORD.findall(sentence))
            if words > MOST_WORDS:
                said = f'this sentence has {words} words: "{shortened(sentence)}"'
                message = f"{said}; make two of it, of {MOST_WORDS} words at most"
                yield item.entry.problem("warning", "long-sentence", message, where)


def jargon(library: Library) -> Iterator[Problem]:
    """No text of ours uses a word that languages.yaml lists as jargon."""
    file = library.one(contract.Languages)
    rules = {} if file is None else {code: one.jargon for code, one in file[1].languages.items() if one.jargon}
    searches = {code: _search(tuple(words)) for code, words in rules.items()}
    telling = {code: frozenset(_telling(word) for word in words) for code, words in rules.items()}
    for item, where, text in _prose(library):
        code = next((str(step) for step in reversed(where) if step in library.listed), "")
        if telling.get(code, _NONE).isdisjoint(text.casefold().translate(_MARKS).split()):
            continue  # nearly every text, and quicker than to search
        for word in dict.fromkeys(_listed(found, rules[code]) for found in searches[code].findall(text)):
            message = f'"{word}" is jargon; write for example "{rules[code][word]}"'
            yield item.entry.problem("warning", "jargon", message, where)


_NONE: frozenset[str] = frozenset()
_MARKS = dict.fromkeys(map(ord, ".,;:!?()[]\"'“”‘’…/"), " ")


def _telling(phrase: str) -> str:
    """The longest word of a phrase: where it is absent, so is the phrase."""
    return max(phrase.casefold().translate(_MARKS).split() or [""], key=len)


def _prose(library: Library) -> Iterator[tuple[Item, Where, str]]:
    """Every text that people read, with its place."""
    for item in library.items:
        if not library.is_gone(item.entry):
            yield from ((item, where, text) for where, text in item.survey.prose)


@lru_cache(maxsize=100)
def _search(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


def _listed(found: str, words: Iterable[str]) -> str:
    """The word of the list that was found, whatever capitals it was written with."""
    return next(word for word in words if re.fullmatch(re.escape(word), found, re.IGNORECASE))
