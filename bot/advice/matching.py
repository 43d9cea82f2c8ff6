"""From words to challenges: which challenges a text fits, how well, and which words and signs say so.

Belongs here: the matcher (the only user of rapidfuzz), the verdict. Does not: reading files, wording.

A challenge is one document of weighted terms (its title, signs, keywords, summary in every language), an anti-topic is
one too. A text's words become terms (stem in the text's language, else in another language, else repaired for typing
errors, plus the concepts they belong to), and every document gets a BM25 sum and a character n-gram cosine. For the
best candidates a few features are drawn from these, and one logistic rule turns them into a score that means the same
for every challenge. Deterministic: the same catalogue and text give the same answer.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.advice.index import GramIndex, TermIndex
from bot.advice.model import FITS, MAY_FIT, NOTHING_FITS, Because, Catalogue, Match
from bot.advice.text import Language, Token, fold, guess_language, passage, tokens

TITLE_WEIGHT = 2.0
SIGN_WEIGHT = 2.0
KEYWORD_WEIGHT = 3.0
SUMMARY_WEIGHT = 0.75
"""How much a word counts by where it stands: people's own words and chosen keywords above prose (MATCHING)."""

CONCEPT_WEIGHT = 0.5
"""A word of the same meaning says less than the same word."""

OTHER_LANGUAGE_WEIGHT = 0.9
"""A word known only in another language: mixed texts work, but the person's language goes first."""

REPAIRS = ((4, 1, 0.8), (8, 2, 0.55))
"""Typing errors: from this many letters, this many edits, weighted so (MATCHING)."""

SAME_FIRST_LETTER = 7
"""Up to this length a repaired word must begin with the same letter: short words have too many neighbours."""

REPEATED = 0.3
"""What each further occurrence of a word in the text adds: somebody who repeats a word means it, up to a point."""

MOST_REPEATS = 3
CANDIDATES = 16
MATCHES = 10
"""Documents looked at closely, and matches returned at most (DESIGN 4)."""

NOT_SIGN_OVERLAP = 0.6
"""From this share of a not-sign's weight found in the text, the text counts as said by the sibling."""

FITS_FROM = 0.5
MAY_FIT_FROM = 0.3
"""Scores from which a verdict holds; set on the examples so that "fits" is right in nine of ten (tests/bench)."""

UNDERSTOOD = 0.08
KNOWN_WORDS = 0.34
"""A text is in one of our languages when this share of its words are small words of it, or that share known terms."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the verdict is drawn from, for one challenge and one text."""

    terms: float
    sentence: float
    cosine: float
    sign: float
    hits: float
    covered: float
    lead: float
    not_sign: float
    length: float

    def values(self) -> tuple[float, ...]:
        """The numbers in the order of WEIGHTS."""
        return (
            self.terms,
            self.sentence,
            self.cosine,
            self.sign,
            self.hits,
            self.covered,
            self.lead,
            self.not_sign,
            self.length,
        )


BIAS = -4.2
WEIGHTS = (0.5, 0.7, 4.0, 2.0, 0.3, 1.0, 0.1, -2.0, -0.2)
"""The logistic rule over Features.values()."""


@dataclass(frozen=True, slots=True)
class TextMatch:
    """What was recognised in a text: the verdict of its best match, up to ten matches, best first, and its language.

    `understood` is False where the text is in none of the catalogue's languages.
    """

    verdict: str
    matches: tuple[Match, ...]
    language: str
    understood: bool


@dataclass(frozen=True, slots=True)
class _Heard:
    """One word of the text that means something here: its place and the terms it stands for, with weights."""

    index: int
    token: Token
    terms: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign's terms and text; `weight` is the sum of the terms' rarity."""

    text: str
    terms: frozenset[str]
    weight: float


class Matcher:
    """The index over one catalogue; built once, then only read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._languages = {code: Language(rules) for code, rules in catalogue.languages.items()}
        self._small = frozenset(word for language in self._languages.values() for word in language.small_words)
        self._concepts = self._concept_index(catalogue)
        self._challenges = tuple(catalogue.challenges)
        self._words: dict[str, dict[str, None]] = {code: {} for code in self._languages}
        documents: list[dict[str, float]] = []
        spelled: list[list[str]] = []
        for id in self._challenges:
            parts = list(_challenge_parts(catalogue, id))
            documents.append(self._document(parts))
            spelled.append([fold(token.surface) for _, text, _ in parts for token in tokens(text)])
        for texts in catalogue.anti_topics.values():
            parts = [
                (code, sign, SIGN_WEIGHT) for code, signs in texts.items() if code in self._languages for sign in signs
            ]
            documents.append(self._document(parts))
            spelled.append([fold(token.surface) for _, text, _ in parts for token in tokens(text)])
        self._terms = TermIndex(documents)
        self._grams = GramIndex(spelled)
        self._signs = tuple(self._signs_of(catalogue, id) for id in self._challenges)
        self._not_signs = tuple(self._not_signs_of(catalogue, id) for id in self._challenges)
        self._lengths = {code: _by_length(words) for code, words in self._words.items()}

    # --- building ----------------------------------------------------------------------------------------------------

    def _concept_index(self, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
        """Term -> the concepts it belongs to."""
        found: dict[str, list[str]] = defaultdict(list)
        for concept, texts in catalogue.concepts.items():
            for code, words in texts.items():
                for word in words if code in self._languages else ():
                    terms = self._content_terms(word, code)
                    if terms:
                        found["_".join(terms)].append(f"concept:{concept}")
        return {term: tuple(concepts) for term, concepts in found.items()}

    def _content_terms(self, text: str, code: str) -> list[str]:
        """The terms of a text known to be in one language, in order, without small words."""
        language = self._languages[code]
        return [
            f"{code}:{language.stem(token.folded)}" for token in tokens(text) if token.folded not in language.stop_words
        ]

    def _document(self, parts: Iterable[tuple[str, str, float]]) -> dict[str, float]:
        document: dict[str, float] = defaultdict(float)
        for code, text, weight in parts:
            language = self._languages[code]
            terms = self._content_terms(text, code)
            for token in tokens(text):
                if token.folded not in language.stop_words:
                    self._words[code][token.folded] = None
            for term in [*terms, *(_pairs(terms) if weight >= KEYWORD_WEIGHT else ())]:
                document[term] += weight
            for concept in self._concepts_in(terms):
                document[concept] += weight * CONCEPT_WEIGHT
        return dict(document)

    def _concepts_in(self, terms: Sequence[str]) -> Iterator[str]:
        for term in (*terms, *_pairs(terms)):
            yield from self._concepts.get(term, ())

    def _sign(self, text: str, code: str) -> _Sign:
        terms = frozenset(self._content_terms(text, code))
        return _Sign(text, terms, sum(self._terms.idf.get(term, 0.0) for term in terms))

    def _signs_of(self, catalogue: Catalogue, id: str) -> tuple[_Sign, ...]:
        texts = catalogue.challenges[id].text
        return tuple(
            self._sign(sign, code) for code in self._languages if code in texts for sign in _signs(catalogue, id, code)
        )

    def _not_signs_of(self, catalogue: Catalogue, id: str) -> tuple[_Sign, ...]:
        return tuple(
            self._sign(sign.text, code)
            for code, text in catalogue.challenges[id].text.items()
            if code in self._languages
            for sign in text.not_signs
        )

    # --- hearing -----------------------------------------------------------------------------------------------------

    def match(self, text: str, language: str | None = None) -> TextMatch:
        """The challenges a text fits, best first. `language` is the person's own; None: guess it from the text."""
        words = tokens(text)
        guessed, share = guess_language(words, self._languages)
        code = language if language in self._languages else guessed
        heard = list(self._hear(words, code))
        if code != guessed and len(heard) < KNOWN_WORDS * sum(1 for _ in self._spoken(words, code)):
            code, heard = guessed, list(self._hear(words, guessed))
        understood = self._understood(words, heard, share)
        matches = self._matches(text, words, heard) if heard and understood else ()
        return TextMatch(matches[0].verdict if matches else NOTHING_FITS, matches, code, understood)

    def _spoken(self, words: Sequence[Token], code: str) -> Iterator[tuple[int, Token]]:
        stop = self._languages[code].stop_words
        return ((index, token) for index, token in enumerate(words) if token.folded not in stop)

    def _understood(self, words: Sequence[Token], heard: Sequence[_Heard], share: float) -> bool:
        if len(words) < 4:
            return True
        exact = sum(any(weight >= OTHER_LANGUAGE_WEIGHT for _, weight in word.terms) for word in heard)
        return share >= UNDERSTOOD and (share >= 2 * UNDERSTOOD or exact >= KNOWN_WORDS * len(words))

    def _hear(self, words: Sequence[Token], code: str) -> Iterator[_Heard]:
        previous: str | None = None
        for index, token in self._spoken(words, code):
            term, weight = self._term(token.folded, code)
            if term is None:
                previous = None
                continue
            terms = [(term, weight)]
            pair = f"{previous}_{term}"
            if pair in self._terms:
                terms.append((pair, weight))
            for known in (term, pair):
                terms += [(concept, weight * CONCEPT_WEIGHT) for concept in self._concepts.get(known, ())]
            yield _Heard(index, token, tuple(terms))
            previous = term

    def _term(self, folded: str, code: str) -> tuple[str | None, float]:
        """The term a word stands for and its weight: known here, known in another language, or repaired."""
        for other in (code, *(c for c in self._languages if c != code)):
            language = self._languages[other]
            term = f"{other}:{language.stem(folded)}"
            if (term in self._terms or term in self._concepts) and (
                other == code or folded not in language.small_words
            ):
                return term, 1.0 if other == code else OTHER_LANGUAGE_WEIGHT
        if folded in self._languages[code].small_words:
            return None, 0.0
        return self._repaired(folded, code)

    def _repaired(self, folded: str, code: str) -> tuple[str | None, float]:
        """The nearest known word within the edits that its length allows."""
        for letters, edits, weight in REPAIRS:
            if len(folded) < letters:
                break
            near = [
                word
                for length in range(len(folded) - edits, len(folded) + edits + 1)
                for word in self._lengths[code].get(length, ())
                if len(folded) > SAME_FIRST_LETTER or word[0] == folded[0]
            ]
            found = process.extractOne(folded, near, scorer=OSA.distance, score_cutoff=edits)
            if found:
                return f"{code}:{self._languages[code].stem(found[0])}", weight
        return None, 0.0

    # --- comparing ---------------------------------------------------------------------------------------------------

    def _matches(self, text: str, words: Sequence[Token], heard: Sequence[_Heard]) -> tuple[Match, ...]:
        shares = self._shares(heard)
        terms = [sum(share[number] for share in shares) for number in range(self._terms.size)]
        cosines = self._grams.cosines([token.folded for token in words])
        best = max(terms) or 1.0
        closest = max(cosines) or 1.0
        count = len(self._challenges)
        order = sorted(range(count), key=lambda n: (-(terms[n] / best + cosines[n] / closest), self._challenges[n]))
        rival = max((*terms[count:], 0.0))
        total = sum(max(share[:count]) for share in shares) or 1.0
        found = []
        for number in order[:CANDIDATES]:
            features = self._features(number, heard, shares, terms[number], cosines[number], rival, total)
            found.append((probability(features), number))
        found.sort(key=lambda pair: (-pair[0], self._challenges[pair[1]]))
        return tuple(
            Match(
                self._challenges[number],
                round(score, 4),
                verdict(score),
                self._because(text, words, heard, shares, number),
            )
            for score, number in found[:MATCHES]
            if terms[number] > 0
        )

    def _shares(self, heard: Sequence[_Heard]) -> list[list[float]]:
        """For each word heard, what it adds to each document; a repeated word adds less each time."""
        seen: dict[str, int] = defaultdict(int)
        shares = []
        for word in heard:
            repeats = seen[word.terms[0][0]]
            seen[word.terms[0][0]] += 1
            factor = 1.0 if repeats == 0 else REPEATED if repeats < MOST_REPEATS else 0.0
            scores = [0.0] * self._terms.size
            for term, weight in word.terms:
                self._terms.add(scores, term, weight * factor)
            shares.append(scores)
        return shares

    def _features(
        self,
        number: int,
        heard: Sequence[_Heard],
        shares: Sequence[Sequence[float]],
        terms: float,
        cosine: float,
        rival: float,
        total: float,
    ) -> Features:
        clauses: dict[int, float] = defaultdict(float)
        for word, share in zip(heard, shares, strict=True):
            clauses[word.token.clause] += share[number]
        said = frozenset(term for word in heard for term, _ in word.terms)
        return Features(
            terms=math.log1p(terms),
            sentence=math.log1p(max(clauses.values(), default=0.0)),
            cosine=cosine,
            sign=max((self._overlap(sign, said) for sign in self._signs[number]), default=0.0),
            hits=math.log1p(
                len({word.terms[0][0] for word, share in zip(heard, shares, strict=True) if share[number] > 0})
            ),
            covered=terms / total,
            lead=math.log1p(terms) - math.log1p(rival),
            not_sign=max((self._overlap(sign, said) for sign in self._not_signs[number]), default=0.0),
            length=math.log1p(len(heard)),
        )

    def _overlap(self, sign: _Sign, said: frozenset[str]) -> float:
        """Which share of the sign's weight the text holds, 0..1."""
        shared = sum(self._terms.idf.get(term, 0.0) for term in sign.terms & said)
        return shared / sign.weight if sign.weight else 0.0

    def _because(
        self, text: str, words: Sequence[Token], heard: Sequence[_Heard], shares: Sequence[Sequence[float]], number: int
    ) -> Because:
        weights = {word.index: share[number] for word, share in zip(heard, shares, strict=True) if share[number] > 0}
        strongest = sorted(weights, key=lambda index: (-weights[index], index))[:4]
        said = frozenset(term for word in heard for term, _ in word.terms)
        nearest = max(self._signs[number], key=lambda sign: (self._overlap(sign, said), sign.weight), default=None)
        return Because(
            passage=passage(text, words, weights, self._small),
            words=tuple(dict.fromkeys(words[index].surface for index in sorted(strongest))),
            sign=nearest.text if nearest and self._overlap(nearest, said) > 0 else "",
        )


@lru_cache(maxsize=2)
def matcher(catalogue: Catalogue) -> Matcher:
    """The matcher of a catalogue, built once (two are kept: a reload answers while the old one is still in use)."""
    return Matcher(catalogue)


def probability(features: Features) -> float:
    """How likely an acceptable challenge is: the logistic rule."""
    z = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features.values(), strict=True))
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, z))))


def verdict(score: float) -> str:
    """The verdict that a score stands for."""
    return FITS if score >= FITS_FROM else MAY_FIT if score >= MAY_FIT_FROM else NOTHING_FITS


def _pairs(terms: Sequence[str]) -> list[str]:
    return [f"{first}_{second}" for first, second in pairwise(terms)]


def _by_length(words: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        lengths[len(word)].append(word)
    return {length: tuple(found) for length, found in lengths.items()}


def _signs(catalogue: Catalogue, id: str, code: str) -> tuple[str, ...]:
    """A challenge's signs, and its siblings' not-signs that name it: these are its signs too."""
    lent = (
        sign.text
        for other in catalogue.challenges.values()
        if code in other.text
        for sign in other.text[code].not_signs
        if sign.instead == id
    )
    return (*catalogue.challenges[id].text[code].signs, *lent)


def _challenge_parts(catalogue: Catalogue, id: str) -> Iterator[tuple[str, str, float]]:
    """Language, text and weight of everything a challenge is recognised by."""
    for code, text in catalogue.challenges[id].text.items():
        if code not in catalogue.languages:
            continue
        yield code, text.title, TITLE_WEIGHT
        yield code, text.summary, SUMMARY_WEIGHT
        yield from ((code, keyword, KEYWORD_WEIGHT) for keyword in text.keywords)
        yield from ((code, sign, SIGN_WEIGHT) for sign in _signs(catalogue, id, code))
