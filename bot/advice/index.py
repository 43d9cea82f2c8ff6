"""Three inverted indexes: BM25 over terms, cosine over character n-grams, and the overlap with single signs.

Belongs here: counting and weighing. Does not: what a document or a term is (see matching).
Sources: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); log tf-idf and
cosine as in Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), chapter 6.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

K1 = 1.2
"""BM25's saturation: how soon a repeated term stops counting. The usual middle of 1.2..2.0."""

B = 0.3
"""BM25's length correction. Low: a challenge with more signs is better described, not wordier."""

GRAM_SIZES = (4,)
"""Characters in an n-gram. On the examples 4 alone does as well as 3 to 5 together, at a third of the size."""

COMMON_GRAM = 0.35
"""Grams found in more than this share of the documents tell nothing apart and cost the most time: skipped."""


MOST_COUNT = 100
LOGS = (0.0, *(1 + math.log(count) for count in range(1, MOST_COUNT + 1)))
"""1 + log of a count, looked up; further repeats say nothing more."""


class TermIndex:
    """BM25 over documents given as term -> weight (a weighted count). Documents are known by their place."""

    def __init__(self, documents: Sequence[Mapping[str, float]]) -> None:
        self.size = len(documents)
        lengths = [sum(document.values()) for document in documents]
        average = sum(lengths) / len(lengths) if any(lengths) else 1.0
        frequency = Counter(term for document in documents for term in document)
        self.idf = {
            term: math.log(1 + (self.size - count + 0.5) / (count + 0.5)) for term, count in sorted(frequency.items())
        }
        self.postings: dict[str, list[tuple[int, float]]] = {term: [] for term in self.idf}
        for number, document in enumerate(documents):
            norm = K1 * (1 - B + B * lengths[number] / average)
            for term, count in document.items():
                impact = self.idf[term] * count * (K1 + 1) / (count + norm)
                self.postings[term].append((number, impact))

    def __contains__(self, term: str) -> bool:
        return term in self.postings

    def add(self, scores: list[float], term: str, weight: float) -> None:
        """Add the term's contribution, times `weight`, to the score of every document that has it."""
        for number, impact in self.postings.get(term, ()):
            scores[number] += weight * impact


@lru_cache(maxsize=20_000)
def _grams(word: str) -> tuple[str, ...]:
    """The character n-grams inside a padded word."""
    padded = f" {word} "
    return tuple(padded[start : start + size] for size in GRAM_SIZES for start in range(len(padded) - size + 1))


def grams(words: Sequence[str]) -> dict[str, int]:
    """The character n-grams of some words, with their counts."""
    found: dict[str, int] = defaultdict(int)
    for word, count in Counter(words).items():
        for gram in _grams(word):
            found[gram] += count
    return found


class GramIndex:
    """Cosine of log tf-idf character n-grams; documents are given as their words."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        counted = [grams(document) for document in documents]
        frequency = Counter(gram for document in counted for gram in document)
        common = COMMON_GRAM * len(documents)
        self._idf = {
            gram: math.log((1 + len(documents)) / (1 + count)) + 1
            for gram, count in sorted(frequency.items())
            if count <= common or len(documents) < 5
        }
        self._size = len(documents)
        self._postings: dict[str, list[tuple[int, float]]] = {gram: [] for gram in self._idf}
        for number, document in enumerate(counted):
            for gram, weight in self._vector(document).items():
                self._postings[gram].append((number, weight))

    def _vector(self, counts: Mapping[str, int]) -> dict[str, float]:
        """The unit vector of known grams; empty where none is known."""
        idf = self._idf
        vector = {gram: LOGS[min(count, MOST_COUNT)] * idf[gram] for gram, count in counts.items() if gram in idf}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {gram: weight / length for gram, weight in vector.items()} if length else {}

    def cosines(self, words: Sequence[str]) -> list[float]:
        """The similarity 0..1 of these words with every document."""
        scores = [0.0] * self._size
        for gram, weight in self._vector(grams(words)).items():
            for number, other in self._postings[gram]:
                scores[number] += weight * other
        return scores


class SignIndex:
    """Which share of each sign's weight (the rarity of its terms) a text holds. Signs are known by owner and place."""

    def __init__(self, signs: Sequence[tuple[int, str, frozenset[str]]], idf: Mapping[str, float]) -> None:
        self._signs = tuple((owner, text) for owner, text, _ in signs)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, (_, _, terms) in enumerate(signs):
            weight = sum(idf.get(term, 0.0) for term in terms)
            for term in sorted(terms) if weight else ():
                self._postings[term].append((place, idf.get(term, 0.0) / weight))

    def best(self, said: Iterable[str]) -> dict[int, tuple[float, str]]:
        """For each owner with any overlap: the largest share 0..1, and the text of that sign."""
        shares: dict[int, float] = defaultdict(float)
        for term in said:
            for place, share in self._postings.get(term, ()):
                shares[place] += share
        found: dict[int, tuple[float, str]] = {}
        for place, share in sorted(shares.items()):
            owner, text = self._signs[place]
            if share > found.get(owner, (0.0, ""))[0] + 1e-9:
                found[owner] = (share, text)
        return found
