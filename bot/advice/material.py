"""What challenges are recognised by in one language: weighted documents, signs, the words they are made of.

Belongs here: turning the catalogue's words of one language into indexes. Does not: reading a person's text (matching).
A challenge is one document (its title, signs, keywords, summary), and so is an anti-topic; documents are numbered the
same in every language.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from bot.advice.index import GramIndex, SignIndex, TermIndex
from bot.advice.model import Catalogue
from bot.advice.text import Language, folded

TITLE_WEIGHT = 1.0
SIGN_WEIGHT = 1.0
KEYWORD_WEIGHT = 2.0
SUMMARY_WEIGHT = 0.75
PART_WEIGHT = 1.0
"""How much a word counts by where it stands: people's own words and chosen keywords above prose (MATCHING). The parts
of a keyword of several words count less than the whole: "data centre" is not about data."""

PAIR_WEIGHT = 1.0
"""Two neighbouring words of a sign say more than both alone: "sign off", "nobody dares". With these pairs 0.893 of the
examples found an acceptable challenge among the first three, without them 0.871 (measured when they came)."""

CONCEPT_WEIGHT = 0.5
"""A word of the same meaning says less than the same word."""

Part = tuple[str, float]
"""A text and its weight."""


class Material:
    """One language's documents, signs and words, indexed; built once, then only read."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self.language = language
        self._concepts = self._concept_index(catalogue)
        words: set[str] = set()
        sources = [*_challenge_parts(catalogue, language.code), *_anti_topic_parts(catalogue, language.code)]
        self.terms = TermIndex([self._document(parts, words) for parts in sources])
        self.grams = GramIndex([[word for text, _ in parts for word in self.spoken(folded(text))] for parts in sources])
        owners = {id: number for number, id in enumerate((*catalogue.challenges, *map(_anti, catalogue.anti_topics)))}
        self.signs = self._sign_index(_signs(catalogue, language.code), owners)
        self.not_signs = self._sign_index(_not_signs(catalogue, language.code), owners)
        self.words_by_length = _by_length(words)

    def spoken(self, words: Iterable[str]) -> Iterator[str]:
        """The folded words that are not small ones."""
        return (word for word in words if word not in self.language.stop_words)

    def term(self, folded_word: str) -> str | None:
        """The term of a word, if any document or concept has it."""
        term = self.language.stem(folded_word)
        return term if term in self.terms or term in self._concepts else None

    def concepts(self, terms: Iterable[str]) -> Iterator[str]:
        """The concepts that terms belong to."""
        for term in terms:
            yield from self._concepts.get(term, ())

    def _terms_of(self, text: str) -> list[str]:
        return [self.language.stem(word) for word in self.spoken(folded(text))]

    def _concept_index(self, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
        """Term -> the concepts it belongs to."""
        found: dict[str, list[str]] = defaultdict(list)
        for concept, texts in catalogue.concepts.items():
            for word in texts.get(self.language.code, ()):
                if terms := self._terms_of(word):
                    found["_".join(terms)].append(f"concept:{concept}")
        return {term: tuple(concepts) for term, concepts in found.items()}

    def _document(self, parts: Iterable[Part], words: set[str]) -> dict[str, float]:
        """Term -> weighted count; the words it is made of are added to `words`."""
        document: dict[str, float] = defaultdict(float)
        for text, weight in parts:
            said = list(self.spoken(folded(text)))
            words.update(said)
            terms = [self.language.stem(word) for word in said]
            keyword = weight >= KEYWORD_WEIGHT
            pairs = pairs_of(terms)
            for term in pairs if weight >= SIGN_WEIGHT else ():
                document[term] += weight if keyword else PAIR_WEIGHT
            for term in terms:
                document[term] += PART_WEIGHT if keyword and pairs else weight
            for concept in self.concepts((*terms, *pairs)):
                document[concept] += weight * CONCEPT_WEIGHT
        return dict(document)

    def _sign_index(self, signs: Iterable[tuple[str, str]], owners: Mapping[str, int]) -> SignIndex:
        told = [(owners[id], text, frozenset(self._terms_of(text))) for id, text in signs if id in owners]
        return SignIndex(told, self.terms.idf)


def pairs_of(terms: Sequence[str]) -> list[str]:
    """Neighbouring terms as one."""
    return [f"{first}_{second}" for first, second in pairwise(terms)]


def _by_length(words: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        lengths[len(word)].append(word)
    return {length: tuple(found) for length, found in lengths.items()}


def _anti(topic: str) -> str:
    """An anti-topic's name among the documents: no challenge can have it."""
    return f"anti-topic:{topic}"


def _signs(catalogue: Catalogue, code: str) -> Iterator[tuple[str, str]]:
    """Owner and text of every sign; a not-sign is a sign of the sibling it belongs to."""
    for id, challenge in catalogue.challenges.items():
        if code in challenge.text:
            yield from ((id, sign) for sign in challenge.text[code].signs)
            yield from ((sign.instead, sign.text) for sign in challenge.text[code].not_signs)
    for id, texts in catalogue.anti_topics.items():
        yield from ((_anti(id), sign) for sign in texts.get(code, ()))


def _not_signs(catalogue: Catalogue, code: str) -> Iterator[tuple[str, str]]:
    for id, challenge in catalogue.challenges.items():
        if code in challenge.text:
            yield from ((id, sign.text) for sign in challenge.text[code].not_signs)


def _challenge_parts(catalogue: Catalogue, code: str) -> Iterator[list[Part]]:
    """Text and weight of everything each challenge is recognised by."""
    signs: dict[str, list[Part]] = defaultdict(list)
    for id, text in _signs(catalogue, code):
        signs[id].append((text, SIGN_WEIGHT))
    for id, challenge in catalogue.challenges.items():
        parts: list[Part] = []
        if code in challenge.text:
            block = challenge.text[code]
            parts += [(block.title, TITLE_WEIGHT), (block.summary, SUMMARY_WEIGHT)]
            parts += [(keyword, KEYWORD_WEIGHT) for keyword in block.keywords]
        yield parts + signs[id]


def _anti_topic_parts(catalogue: Catalogue, code: str) -> Iterator[list[Part]]:
    for texts in catalogue.anti_topics.values():
        yield [(sign, SIGN_WEIGHT) for sign in texts.get(code, ())]
