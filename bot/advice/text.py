"""Text into tokens: words with their place, their stem in each language, and the language a text is written in.

Belongs here: everything that is done to a text before it is compared. Does not: comparing (index, matching).
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

import Stemmer

from bot.advice.model import LanguageRules

LONGEST_TEXT = 8_000
"""Characters of a text that are read; a situation told on a phone is far shorter, and a flood must not cost seconds."""

LONGEST_PASSAGE = 9
"""Words in a passage quoted back: more does not fit on one line of a phone beside a title."""

FEWEST_WORDS = 2
MOST_CLAUSES = 16
"""A clause is looked at by itself from so many words on, and at most so many of them: time grows with each."""

SHORT_REST = 3
"""So many words at the end of a clause are quoted with it: a thought is not cut off before its last word."""

FILLER = 0.15
"""What each further word of a passage costs, as a share of the heaviest word's weight."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.!?;:,\n()]|\s[-–—]+\s")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: as typed with its place, folded (lower case, no accents or apostrophes), and its clause."""

    surface: str
    start: int
    end: int
    folded: str
    clause: int


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower case, without accents and apostrophes: the form in which words are compared."""
    if word.isascii() and word.isalnum():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in decomposed if c.isalnum())


def tokens(text: str, conjunctions: Container[str] = ()) -> list[Token]:
    """The words of a text, in order; a clause ends at a mark or before a conjunction.

    Only the first LONGEST_TEXT characters are read.
    """
    text = text[:LONGEST_TEXT]
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    found: list[Token] = []
    clause = passed = 0
    for match in _WORD.finditer(text):
        word = fold(match[0])
        before = passed
        while passed < len(ends) and ends[passed] < match.start():
            passed += 1
        clause += passed > before or word in conjunctions
        if word:
            found.append(Token(match[0], match.start(), match.end(), word, clause))
    return found


def folded(text: str) -> list[str]:
    """The folded words of a text, in order, without their places."""
    return [word for piece in _WORD.findall(text[:LONGEST_TEXT]) if (word := fold(piece))]


def clauses(words: Sequence[Token]) -> list[Sequence[Token]]:
    """The clauses of a text that has more than one, without those of fewer than FEWEST_WORDS words."""
    found = [tuple(group) for _, group in groupby(words, key=lambda token: token.clause)]
    pieces = [piece for piece in found if len(piece) >= FEWEST_WORDS]
    return list(pieces[:MOST_CLAUSES]) if len(pieces) > 1 else []


@dataclass(frozen=True)
class Language:
    """What is known of one language: its stemmer and its small words."""

    rules: LanguageRules
    stop_words: frozenset[str] = field(init=False)
    negations: frozenset[str] = field(init=False)
    small_words: frozenset[str] = field(init=False)
    conjunctions: frozenset[str] = field(init=False)
    _stems: dict[str, str] = field(init=False, default_factory=dict, repr=False)
    _stemmer: Stemmer.Stemmer = field(init=False, repr=False)

    def __post_init__(self) -> None:
        negations = _folded(self.rules.negations)
        object.__setattr__(self, "negations", negations)
        object.__setattr__(self, "stop_words", _folded(self.rules.stop_words) - negations)
        object.__setattr__(self, "conjunctions", _folded(self.rules.conjunctions))
        object.__setattr__(self, "small_words", _folded(self.rules.detect) | self.stop_words | negations)
        object.__setattr__(self, "_stemmer", Stemmer.Stemmer(self.rules.stemmer))

    @property
    def code(self) -> str:
        """The language's code."""
        return self.rules.code

    def stem(self, folded: str) -> str:
        """The stem of a folded word."""
        found = self._stems.get(folded)
        if found is None:
            found = self._stems[folded] = self._stemmer.stemWord(folded)
            if len(self._stems) > 100_000:  # a running bot must not grow with every typing error it ever saw
                self._stems.clear()
        return found


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in folded(word))


def likely_languages(words: Sequence[Token], languages: Mapping[str, Language]) -> list[str]:
    """The languages by how many of the words are small words of theirs, most first; in their own order where equal."""
    return sorted(languages, key=lambda code: -sum(token.folded in languages[code].small_words for token in words))


def passage(
    text: str, words: Sequence[Token], weights: Mapping[int, float], small: Container[str], conjunctions: Container[str]
) -> str:
    """The stretch of one clause, at most LONGEST_PASSAGE words, that says most in the fewest words.

    `weights`: token index -> weight. A word without weight costs FILLER of the heaviest one, so that a stretch is not
    drawn out for a faint echo. The small words just before it belong to it ("the old mainframe"), and so does the rest
    of the clause where it is short.
    """
    filler = FILLER * max(weights.values(), default=0.0)
    best: tuple[float, int, int] = (0.0, 0, -1)
    for first in weights:
        total = 0.0
        for index in range(first, min(first + LONGEST_PASSAGE, len(words))):
            if words[index].clause != words[first].clause:
                break
            total += weights.get(index, 0.0) - filler
            if index in weights and total > best[0] + 1e-9:
                best = (total, first, index)
    _, first, last = best
    if last < first:
        return ""
    begin, end = _clause_of(words, first, conjunctions)
    if end - last <= SHORT_REST:
        last = end
    while first > begin and (words[first - 1].folded in small or first - begin == 1) and last - first < LONGEST_PASSAGE:
        first -= 1
    return " ".join(text[words[first].start : words[last].end].split())


def _clause_of(words: Sequence[Token], index: int, conjunctions: Container[str]) -> tuple[int, int]:
    """The first and last word of the clause around a word, without the conjunction that opens it."""
    first = last = index
    while first > 0 and words[first - 1].clause == words[index].clause:
        first -= 1
    while last + 1 < len(words) and words[last + 1].clause == words[index].clause:
        last += 1
    if words[first].folded in conjunctions and first < index:
        first += 1
    return first, last
