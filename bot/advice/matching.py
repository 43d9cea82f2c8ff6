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
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.advice.index import GramIndex, SignIndex, TermIndex
from bot.advice.model import NOTHING_FITS, Because, Catalogue, Match
from bot.advice.text import Language, Token, clauses, folded, guess_language, passage, tokens
from bot.advice.verdict import BELOW_FITS, Features, probability, verdict

TITLE_WEIGHT = 2.0
SIGN_WEIGHT = 2.0
KEYWORD_WEIGHT = 3.0
SUMMARY_WEIGHT = 0.75
PART_WEIGHT = 1.0
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
CLAUSE_FROM, CLAUSE_WEIGHT = 0.3, 0.5
MANY_CLAUSES, MANY_WEIGHT = 6, 0.8
"""A clause that by itself scores so much counts this share of it, more in a long story: people tell several things at
once, and the second must not drown in the first. Never enough for "fits": the whole text says most (measured on the
examples: no loss on texts about one thing)."""

CANDIDATES = 20
MATCHES = 20
STRONGEST = 4
"""Documents looked at closely, matches returned at most (ten for one thing told; a long story holds several), and
words named for each."""

MOST_REMEMBERED = 20_000
"""Words whose terms are remembered: a few megabytes at most, whatever people type."""

UNDERSTOOD = 0.08
KNOWN_WORDS = 0.34
"""A text is in one of our languages when this share of its words are small words of it, or that share known terms."""


Part = tuple[str, str, float]
"""Language, text and weight."""


NONE = Match("", 0.0, NOTHING_FITS, Because("", (), ""))


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


Told = tuple[_Heard, list[float]]
"""A word that was heard, and what it adds to each document."""


@dataclass(frozen=True, slots=True)
class _Hearing:
    """What one text adds up to: per word and document (`shares`), per document (`terms`, `cosines`), per sign.

    `spoken`: how many of its words are not small ones; documents from `count` on are the anti-topics.
    """

    count: int
    spoken: int
    heard: Sequence[_Heard]
    shares: Sequence[Sequence[float]]
    terms: Sequence[float]
    cosines: Sequence[float]
    signs: Mapping[int, tuple[float, str]]
    not_signs: Mapping[int, tuple[float, str]]

    def rival(self) -> tuple[float, float, float]:
        """The best anti-topic's sum of terms, cosine and sign."""
        signs = (share for number, (share, _) in self.signs.items() if number >= self.count)
        return max((*self.terms[self.count :], 0.0)), max((*self.cosines[self.count :], 0.0)), max((*signs, 0.0))

    def features(self, number: int, rival: tuple[float, float, float], total: float) -> Features:
        """The features of one challenge; `total`: the best sum of terms that a document could have."""
        clauses: dict[int, float] = defaultdict(float)
        hits: set[str] = set()
        for word, share in zip(self.heard, self.shares, strict=True):
            if share[number] > 0:
                clauses[word.token.clause] += share[number]
                hits.add(word.terms[0][0])
        terms = self.terms[number]
        return Features(
            terms=math.log1p(terms),
            sentence=math.log1p(max(clauses.values(), default=0.0)),
            cosine=self.cosines[number],
            sign=self.signs.get(number, (0.0, ""))[0],
            hits=math.log1p(len(hits)),
            covered=terms / total,
            lead=math.log1p(terms) - math.log1p(rival[0]),
            lead_cosine=self.cosines[number] - rival[1],
            lead_sign=self.signs.get(number, (0.0, ""))[0] - rival[2],
            known=len(self.heard) / self.spoken,
            not_sign=self.not_signs.get(number, (0.0, ""))[0],
            length=math.log1p(len(self.heard)),
        )

    def because(
        self, number: int, text: str, words: Sequence[Token], small: Container[str], conjunctions: Container[str]
    ) -> Because:
        """The passage, the strongest words and the nearest sign behind a match."""
        weights = {
            word.index: share[number] for word, share in zip(self.heard, self.shares, strict=True) if share[number] > 0
        }
        strongest = sorted(weights, key=lambda index: (-weights[index], index))[:STRONGEST]
        return Because(
            passage=passage(text, words, weights, small, conjunctions),
            words=tuple(dict.fromkeys(words[index].surface for index in sorted(strongest))),
            sign=self.signs.get(number, (0.0, ""))[1],
        )


class Matcher:
    """The index over one catalogue; built once, then only read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._languages = {code: Language(rules) for code, rules in catalogue.languages.items()}
        self._conjunctions = frozenset(word for language in self._languages.values() for word in language.conjunctions)
        self._small = frozenset(word for language in self._languages.values() for word in language.small_words)
        self._concepts = self._concept_index(catalogue)
        self._challenges = tuple(catalogue.challenges)
        self._found: dict[tuple[str, str], tuple[str | None, float]] = {}
        self._words: dict[str, dict[str, None]] = {code: {} for code in self._languages}
        sources = [*_challenge_parts(catalogue), *_anti_topic_parts(catalogue)]
        self._terms = TermIndex([self._document(parts) for parts in sources])
        self._grams = GramIndex(
            [[word for code, text, _ in parts for word in self._said(text, code)] for parts in sources]
        )
        owners = {id: number for number, id in enumerate((*self._challenges, *map(_anti, catalogue.anti_topics)))}
        self._signs = SignIndex(self._signs_of(_signs(catalogue), owners), self._terms.idf)
        self._not_signs = SignIndex(self._signs_of(_not_signs(catalogue), owners), self._terms.idf)
        self._lengths = {code: _by_length(words) for code, words in self._words.items()}

    # --- building ----------------------------------------------------------------------------------------------------

    def _concept_index(self, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
        """Term -> the concepts it belongs to."""
        found: dict[str, list[str]] = defaultdict(list)
        for concept, texts in catalogue.concepts.items():
            for code, words in texts.items():
                for word in words if code in self._languages else ():
                    terms = self._content_terms(folded(word), code)
                    if terms:
                        found["_".join(terms)].append(f"concept:{concept}")
        return {term: tuple(concepts) for term, concepts in found.items()}

    def _said(self, text: str, code: str) -> Iterator[str]:
        """The folded words of a text that are not small words."""
        stop = self._languages[code].stop_words
        return (word for word in folded(text) if word not in stop)

    def _content_terms(self, words: Iterable[str], code: str) -> list[str]:
        """The terms of folded words known to be in one language, in order, without small words."""
        language = self._languages[code]
        return [f"{code}:{language.stem(word)}" for word in words if word not in language.stop_words]

    def _document(self, parts: Iterable[Part]) -> dict[str, float]:
        document: dict[str, float] = defaultdict(float)
        for code, text, weight in parts:
            words = folded(text)
            terms = self._content_terms(words, code)
            stop = self._languages[code].stop_words
            self._words[code].update((word, None) for word in words if word not in stop)
            pairs = _pairs(terms) if weight >= KEYWORD_WEIGHT else []
            for term in pairs:
                document[term] += weight
            for term in terms:
                document[term] += PART_WEIGHT if pairs else weight
            for concept in self._concepts_in(terms):
                document[concept] += weight * CONCEPT_WEIGHT
        return dict(document)

    def _concepts_in(self, terms: Sequence[str]) -> Iterator[str]:
        for term in (*terms, *_pairs(terms)):
            yield from self._concepts.get(term, ())

    def _signs_of(
        self, signs: Iterable[tuple[str, str, str]], owners: Mapping[str, int]
    ) -> list[tuple[int, str, frozenset[str]]]:
        return [
            (owners[id], text, frozenset(self._content_terms(folded(text), code)))
            for id, code, text in signs
            if code in self._languages
        ]

    # --- hearing -----------------------------------------------------------------------------------------------------

    def match(self, text: str, language: str | None = None) -> TextMatch:
        """The challenges a text fits, best first. `language` is the person's own; None: guess it from the text."""
        words = tokens(text, self._conjunctions)
        guessed, share = guess_language(words, self._languages)
        code = language if language in self._languages else guessed
        heard = list(self._hear(words, code))
        if code != guessed and len(heard) < KNOWN_WORDS * sum(1 for _ in self._spoken(words, code)):
            code, heard = guessed, list(self._hear(words, guessed))
        understood = self._understood(words, heard, share)
        matches = self._merged(text, words, heard, code) if heard and understood else ()
        return TextMatch(matches[0].verdict if matches else NOTHING_FITS, matches, code, understood)

    def _merged(self, text: str, words: Sequence[Token], heard: Sequence[_Heard], code: str) -> tuple[Match, ...]:
        """The matches of the whole text and of each of its clauses; for each challenge the best of them."""
        told = tuple(zip(heard, self._shares(heard), strict=True))
        best = {found.challenge: found for found in self._matches(text, words, words, told, code)}
        parts = clauses(words)
        weight = MANY_WEIGHT if len(parts) >= MANY_CLAUSES else CLAUSE_WEIGHT
        for clause in parts:
            part = tuple(pair for pair in told if pair[0].token.clause == clause[0].clause)
            for found in self._matches(text, words, clause, part, code):
                score = round(min(found.score * weight, BELOW_FITS), 4)
                if found.score >= CLAUSE_FROM and score > best.get(found.challenge, NONE).score:
                    best[found.challenge] = replace(found, score=score, verdict=verdict(score))
        return tuple(sorted(best.values(), key=lambda match: (-match.score, match.challenge))[:MATCHES])

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
        """The term a word stands for and its weight, remembered, since people repeat words and errors."""
        found = self._found.get((folded, code))
        if found is None:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            found = self._found[folded, code] = self._looked_up(folded, code)
        return found

    def _looked_up(self, folded: str, code: str) -> tuple[str | None, float]:
        """The term as known here, known in another language, or repaired."""
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

    def _matches(
        self, text: str, words: Sequence[Token], part: Sequence[Token], told: Sequence[Told], code: str
    ) -> tuple[Match, ...]:
        """The matches of one part of the text's words, from what was heard in it."""
        hearing = self._hearing(part, told, code)
        found = [(probability(features), number) for number, features in self._looked_at(hearing)]
        found.sort(key=lambda pair: (-pair[0], self._challenges[pair[1]]))
        return tuple(
            Match(
                self._challenges[number],
                round(score, 4),
                verdict(score),
                hearing.because(number, text, words, self._small, self._conjunctions),
            )
            for score, number in found[:MATCHES]
        )

    def _hearing(self, part: Sequence[Token], told: Sequence[Told], code: str) -> _Hearing:
        """What one part of a text adds up to."""
        said = {term: None for word, _ in told for term, _ in word.terms}
        return _Hearing(
            count=len(self._challenges),
            spoken=max(len(told), sum(1 for _ in self._spoken(part, code))),
            heard=tuple(word for word, _ in told),
            shares=tuple(share for _, share in told),
            terms=[sum(column) for column in zip(*(share for _, share in told), strict=True)],
            cosines=self._grams.cosines([token.folded for _, token in self._spoken(part, code)]),
            signs=self._signs.best(said),
            not_signs=self._not_signs.best(said),
        )

    def _looked_at(self, hearing: _Hearing) -> Iterator[tuple[int, Features]]:
        """The challenges that deserve a closer look, with their features."""
        if not hearing.heard:
            return
        terms, cosines = hearing.terms, hearing.cosines
        best, closest = max(terms) or 1.0, max(cosines) or 1.0
        rival = hearing.rival()
        total = sum(max(share[: hearing.count]) for share in hearing.shares) or 1.0
        order = sorted(range(hearing.count), key=lambda n: (-(terms[n] / best + cosines[n] / closest), n))
        for number in order[:CANDIDATES]:
            if terms[number] > 0:
                yield number, hearing.features(number, rival, total)

    def observed(self, text: str, language: str) -> Iterator[tuple[str, Features]]:
        """The features of the challenges looked at for a text as a whole: what the verdict's rule is fitted to."""
        words = tokens(text, self._conjunctions)
        heard = list(self._hear(words, language))
        told = tuple(zip(heard, self._shares(heard), strict=True))
        hearing = self._hearing(words, told, language)
        yield from ((self._challenges[number], features) for number, features in self._looked_at(hearing))

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


@lru_cache(maxsize=2)
def matcher(catalogue: Catalogue) -> Matcher:
    """The matcher of a catalogue, built once (two are kept: a reload answers while the old one is still in use)."""
    return Matcher(catalogue)


def _pairs(terms: Sequence[str]) -> list[str]:
    return [f"{first}_{second}" for first, second in pairwise(terms)]


def _by_length(words: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        lengths[len(word)].append(word)
    return {length: tuple(found) for length, found in lengths.items()}


def _signs(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Challenge, language and text of every sign; a not-sign is a sign of the sibling it belongs to."""
    for id, challenge in catalogue.challenges.items():
        for code, text in challenge.text.items():
            yield from ((id, code, sign) for sign in text.signs)
            yield from ((sign.instead, code, sign.text) for sign in text.not_signs)
    for id, texts in catalogue.anti_topics.items():
        yield from ((_anti(id), code, sign) for code, signs in texts.items() for sign in signs)


def _anti(topic: str) -> str:
    """An anti-topic's name among the documents: no challenge can have it."""
    return f"anti-topic:{topic}"


def _not_signs(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    for id, challenge in catalogue.challenges.items():
        for code, text in challenge.text.items():
            yield from ((id, code, sign.text) for sign in text.not_signs)


def _challenge_parts(catalogue: Catalogue) -> Iterator[list[Part]]:
    """Language, text and weight of everything each challenge is recognised by."""
    signs: dict[str, list[Part]] = defaultdict(list)
    for id, code, text in _signs(catalogue):
        if code in catalogue.languages and id in catalogue.challenges:
            signs[id].append((code, text, SIGN_WEIGHT))
    for id, challenge in catalogue.challenges.items():
        parts: list[Part] = []
        for code in (code for code in catalogue.languages if code in challenge.text):
            block = challenge.text[code]
            parts += [(code, block.title, TITLE_WEIGHT), (code, block.summary, SUMMARY_WEIGHT)]
            parts += [(code, keyword, KEYWORD_WEIGHT) for keyword in block.keywords]
        yield parts + signs[id]


def _anti_topic_parts(catalogue: Catalogue) -> Iterator[list[Part]]:
    for texts in catalogue.anti_topics.values():
        yield [(code, sign, SIGN_WEIGHT) for code in catalogue.languages for sign in texts.get(code, ())]
