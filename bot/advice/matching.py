"""From words to challenges: which challenges a text fits, how well, and which words and signs say so.

Belongs here: the matcher (the only user of rapidfuzz), the verdict. Does not: reading files, wording.

A text's words become terms (stem in the text's language, else repaired for typing errors, plus the concepts they belong
to; where many words are strange also stems of another language), and every document (see material) gets a BM25 sum and
a character n-gram cosine. For the best candidates a few features are drawn from these, and one logistic rule turns them
into a score that means the same for every challenge (see verdict). Deterministic: the same catalogue and text give the
same answer.
"""

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.advice.material import CONCEPT_WEIGHT, Material
from bot.advice.model import NOTHING_FITS, Because, Catalogue, Match
from bot.advice.text import Language, Token, clauses, likely_languages, passage, tokens
from bot.advice.verdict import BELOW_FITS, Features, probability, verdict

OTHER_LANGUAGE_WEIGHT = 0.9
"""A word known only in another language: mixed texts work, but the person's language goes first."""

REPAIRS = ((4, 1, 0.8), (8, 2, 0.55))
"""Typing errors: from this many letters, this many edits, weighted so (MATCHING)."""

SAME_FIRST_LETTER = 7
"""Up to this length a repaired word must begin with the same letter: short words have too many neighbours."""

REPEATED = 0.3
"""What each further occurrence of a word in the text adds: somebody who repeats a word means it, up to a point."""

MOST_REPEATS = 3
CLAUSE_FROM, CLAUSE_WEIGHT = 0.5, 0.5
MANY_CLAUSES, MANY_WEIGHT = 5, 0.8
FIRST_OF_WHOLE = 3
"""A clause that by itself scores so much counts this share of it, more in a long story: people tell several things at
once, and the second must not drown in the first. Never enough for "fits", and in a long story never before the first
three of the whole text: its side details are many, and its point is one (10 of 260 examples, tests/bench)."""

CANDIDATES = 20
MATCHES = 20
STRONGEST = 4
"""Documents looked at closely, matches returned at most (ten for one thing told; a long story holds several), and
words named for each."""

MOST_REMEMBERED = 20_000
"""Words whose terms are remembered: a few megabytes at most, whatever people type."""

LEAST = 0.0001
"""Scores have four decimals: one less is the next place."""

STRANGE_WORDS = 0.34
"""From this share of unknown words on, the other languages are asked too."""

UNDERSTOOD, FEWEST_TO_JUDGE = 0.4, 4
"""A text is in a language when this share of its words is known, or when it is very short. The person's own language is
tried first, then the one it looks like."""


CLEARLY_MORE = 2
"""So many more small words of another language show that a text is in that one, whatever the person chose."""


@dataclass(frozen=True, slots=True)
class TextMatch:
    """What was recognised in a text: the verdict of its best match, up to MATCHES matches, best first, its language.

    `understood` is False where the text is in none of the catalogue's languages; then nothing fits.
    """

    verdict: str
    matches: tuple[Match, ...]
    language: str
    understood: bool


@dataclass(frozen=True, slots=True)
class _Heard:
    """One word of the text that means something here: its place, and the terms of a language it stands for."""

    index: int
    token: Token
    code: str
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
        self._catalogue = catalogue
        self._languages = {code: Language(rules) for code, rules in catalogue.languages.items()}
        self._conjunctions = frozenset(word for language in self._languages.values() for word in language.conjunctions)
        self._small = frozenset(word for language in self._languages.values() for word in language.small_words)
        self._challenges = tuple(catalogue.challenges)
        self._materials: dict[str, Material] = {}
        self._found: dict[tuple[str, str], tuple[str | None, float]] = {}

    def material(self, code: str) -> Material:
        """The indexes of a language, built when it is first spoken."""
        if code not in self._materials:
            self._materials[code] = Material(self._catalogue, self._languages[code])
        return self._materials[code]

    # --- hearing -----------------------------------------------------------------------------------------------------

    def match(self, text: str, language: str | None = None) -> TextMatch:
        """The challenges a text fits, best first. `language` is the person's own; None: guess it from the text."""
        words = tokens(text, self._conjunctions)
        for code in self._tried(words, language):
            heard = self._heard(words, code)
            if self._understood(words, heard, code):
                matches = self._merged(text, words, heard, code)
                return TextMatch(matches[0].verdict if matches else NOTHING_FITS, matches, code, True)
        code = next(self._tried(words, language))
        matches = self._merged(text, words, self._heard(words, code), code)
        return TextMatch(NOTHING_FITS, tuple(replace(m, verdict=NOTHING_FITS) for m in matches), code, False)

    def _tried(self, words: Sequence[Token], language: str | None) -> Iterator[str]:
        """The languages a text may be in: the person's own, unless it clearly looks like another, then the others."""
        likely = likely_languages(words, self._languages)
        if language not in self._languages:
            return iter(likely)
        small = {code: sum(token.folded in self._languages[code].small_words for token in words) for code in likely}
        clearly = small[likely[0]] >= small[str(language)] + CLEARLY_MORE
        return iter(likely if clearly else [str(language), *(code for code in likely if code != language)])

    def _merged(self, text: str, words: Sequence[Token], heard: Sequence[_Heard], code: str) -> tuple[Match, ...]:
        """The matches of the whole text and of each of its clauses; for each challenge the best of them."""
        told = self._told(heard)
        whole = self._matches(text, words, words, told, code)
        best = {found.challenge: found for found in whole}
        parts = clauses(words)
        story = len(parts) >= MANY_CLAUSES
        weight = MANY_WEIGHT if story else CLAUSE_WEIGHT
        most = whole[FIRST_OF_WHOLE - 1].score - LEAST if story and len(whole) >= FIRST_OF_WHOLE else BELOW_FITS
        for clause in parts:
            part = tuple(pair for pair in told if pair[0].token.clause == clause[0].clause)
            for found in self._matches(text, words, clause, part, code):
                score = round(min(found.score * weight, most, BELOW_FITS), 4)
                known = best.get(found.challenge)
                if found.score >= CLAUSE_FROM and (known is None or score > known.score):
                    best[found.challenge] = replace(found, score=score, verdict=verdict(score))
        return tuple(sorted(best.values(), key=lambda match: (-match.score, match.challenge))[:MATCHES])

    def _spoken(self, words: Sequence[Token], code: str) -> Iterator[tuple[int, Token]]:
        stop = self._languages[code].stop_words
        return ((index, token) for index, token in enumerate(words) if token.folded not in stop)

    def _understood(self, words: Sequence[Token], heard: Sequence[_Heard], code: str) -> bool:
        """Whether enough of the words are small words of the language or known as they stand."""
        small = self._languages[code].small_words
        known = {word.index for word in heard if word.code == code and word.terms[0][1] == 1.0}
        clear = sum(token.folded in small or index in known for index, token in enumerate(words))
        return len(words) < FEWEST_TO_JUDGE or clear >= UNDERSTOOD * len(words)

    def _heard(self, words: Sequence[Token], code: str) -> list[_Heard]:
        """The words that mean something in a language; where many do not, also those that do in another one."""
        heard = list(self._hear(words, code))
        known = {word.index for word in heard}
        strange = [(index, token) for index, token in self._spoken(words, code) if index not in known]
        if len(strange) < STRANGE_WORDS * (len(known) + len(strange)):
            return heard
        for other in (other for other in self._languages if other != code):
            small = self._languages[other].small_words
            foreign = ((index, token) for index, token in strange if token.folded not in small and index not in known)
            for index, token in foreign:
                if term := self.material(other).term(token.folded):
                    heard.append(_Heard(index, token, other, ((term, OTHER_LANGUAGE_WEIGHT),)))
                    known.add(index)
        return sorted(heard, key=lambda word: word.index)

    def _hear(self, words: Sequence[Token], code: str) -> Iterator[_Heard]:
        material = self.material(code)
        previous: str | None = None
        for index, token in self._spoken(words, code):
            term, weight = self._term(token.folded, code)
            if term is None:
                previous = None
                continue
            pair = f"{previous}_{term}"
            terms = [(term, weight), *([(pair, weight)] if pair in material.terms else [])]
            terms += [(concept, weight * CONCEPT_WEIGHT) for concept in material.concepts((term, pair))]
            yield _Heard(index, token, code, tuple(terms))
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
        """The term as it is known, or that of the nearest known word."""
        if term := self.material(code).term(folded):
            return term, 1.0
        return (None, 0.0) if folded in self._small else self._repaired(folded, code)

    def _repaired(self, folded: str, code: str) -> tuple[str | None, float]:
        """The nearest known word within the edits that its length allows."""
        material = self.material(code)
        for letters, edits, weight in REPAIRS:
            if len(folded) < letters:
                break
            near = [
                word
                for length in range(len(folded) - edits, len(folded) + edits + 1)
                for word in material.words_by_length.get(length, ())
                if len(folded) > SAME_FIRST_LETTER or word[0] == folded[0]
            ]
            found = process.extractOne(folded, near, scorer=OSA.distance, score_cutoff=edits)
            if found:
                return material.language.stem(found[0]), weight
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
        material = self.material(code)
        said = {term: None for word, _ in told for term, _ in word.terms}
        return _Hearing(
            count=len(self._challenges),
            spoken=max(len(told), sum(1 for _ in self._spoken(part, code))),
            heard=tuple(word for word, _ in told),
            shares=tuple(share for _, share in told),
            terms=[sum(column) for column in zip(*(share for _, share in told), strict=True)],
            cosines=material.grams.cosines([token.folded for _, token in self._spoken(part, code)]),
            signs=material.signs.best(said),
            not_signs=material.not_signs.best(said),
        )

    def _looked_at(self, hearing: _Hearing) -> Iterator[tuple[int, Features]]:
        """The challenges that deserve a closer look, with their features."""
        if not hearing.heard or not hearing.count:
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
        hearing = self._hearing(words, self._told(self._heard(words, language)), language)
        yield from ((self._challenges[number], features) for number, features in self._looked_at(hearing))

    def _told(self, heard: Sequence[_Heard]) -> tuple[Told, ...]:
        """Each word heard, with what it adds to each document."""
        return tuple(zip(heard, self._shares(heard), strict=True))

    def _shares(self, heard: Sequence[_Heard]) -> list[list[float]]:
        """For each word heard, what it adds to each document; a repeated word adds less each time."""
        seen: dict[str, int] = defaultdict(int)
        shares = []
        for word in heard:
            repeats = seen[word.terms[0][0]]
            seen[word.terms[0][0]] += 1
            factor = 1.0 if repeats == 0 else REPEATED if repeats < MOST_REPEATS else 0.0
            terms = self.material(word.code).terms
            scores = [0.0] * terms.size
            for term, weight in word.terms:
                terms.add(scores, term, weight * factor)
            shares.append(scores)
        return shares


@lru_cache(maxsize=2)
def matcher(catalogue: Catalogue) -> Matcher:
    """The matcher of a catalogue, built once (two are kept: a reload answers while the old one is still in use)."""
    return Matcher(catalogue)
