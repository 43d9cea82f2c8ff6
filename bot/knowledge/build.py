"""Contract models -> the catalogue, ordered and with the hash of its content.

Belongs here: the translation from file format to domain types, and the choice of languages. Does not: checking.
Links to what the overlay disabled are left out silently here, those to a retired entry lead to the one in its place;
everything else has been found right before.
"""

import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from bot.advice import model
from bot.knowledge import contract
from bot.knowledge.library import Library, M

T = TypeVar("T")
U = TypeVar("U")

DIMENSIONS = ("challenge", "role", "level", "size", "mandate", "drivers", "stage", "marks")


def catalogue(library: Library) -> model.Catalogue:
    """The catalogue of a library without errors."""
    return _Builder(library).catalogue()


def version_of(catalogue: model.Catalogue) -> str:
    """A hash of all content, the same whatever the order of files, the comments and the layout."""
    plain = {name: _plain(value) for name, value in vars(catalogue).items() if name in _HASHED}
    text = json.dumps(plain, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


_HASHED = frozenset(field.name for field in dataclasses.fields(model.Catalogue)) - {"version"}


def _plain(value: object) -> Any:
    """Lists instead of mappings, for their order is content; sets in a fixed order."""
    if isinstance(value, Mapping):
        return [[key, _plain(item)] for key, item in value.items()]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    return value


class _Builder:
    """Builds each part; `_texts` keeps the languages in use, `_kept` the ids in use that the given ones lead to."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def catalogue(self) -> model.Catalogue:
        built = model.Catalogue(
            version="",
            languages=self._languages(),
            domains=self._domains(),
            challenges=self._each(contract.Challenge, self._challenge),
            practices=self._each(contract.Practice, self._practice),
            cases=self._each(contract.Case, self._case),
            sources=self._sources(),
            context=self._context(),
            maturity=self._maturity(),
            concepts=self._concepts(),
            anti_topics=self._anti_topics(),
            care=self._care(),
            examples=self._examples(),
            replaced=self._replaced(),
        )
        return dataclasses.replace(built, version=version_of(built))

    # --- helpers

    def _texts(self, texts: Mapping[str, T], make: Callable[[T], U]) -> dict[str, U]:
        return {code: make(texts[code]) for code in self._library.languages if code in texts}

    def _same(self, texts: Mapping[str, T]) -> dict[str, T]:
        return self._texts(texts, lambda text: text)

    def _kept(self, kind: str, ids: Iterable[str], but: str = "") -> tuple[str, ...]:
        """Each id once; `but` is the entry itself, which a retired id may lead back to."""
        out = {but, *self._library.gone.get(kind, ())}
        now = (self._library.now(kind, id) for id in ids)
        return tuple(dict.fromkeys(id for id in now if id not in out))

    def _one(self, kind: str, id: str | None, but: str = "") -> str | None:
        return next(iter(self._kept(kind, [] if id is None else [id], but)), None)

    def _each(self, kind: type[M], make: Callable[[str, M], U]) -> dict[str, U]:
        return {entry.id: make(entry.id, entry_model) for entry, entry_model in self._library.live(kind)}

    def _file(self, kind: type[M]) -> M:
        found = self._library.one(kind)
        assert found is not None, "a library without errors has every single file"
        return found[1]

    # --- entries

    def _challenge(self, id: str, given: contract.Challenge) -> model.Challenge:
        return model.Challenge(
            id=id,
            domain=given.domain,
            related=tuple(sorted(self._kept("challenge", given.related, but=id))),
            statements=self._statements(id, given),
            text=self._texts(given.text, lambda text: self._challenge_text(id, text)),
        )

    def _statements(self, id: str, given: contract.Challenge) -> tuple[model.Statement, ...]:
        texts = self._same(given.text)
        first = next(iter(texts.values())).statements
        return tuple(
            model.Statement(
                id=f"{id}/{name}",
                challenge=id,
                reversed=first[name].reversed,
                text={code: text.statements[name].text for code, text in texts.items()},
            )
            for name in sorted(first)
        )

    def _challenge_text(self, id: str, given: contract.ChallengeText) -> model.ChallengeText:
        siblings = ((not_sign.text, self._one("challenge", not_sign.instead, but=id)) for not_sign in given.not_signs)
        not_signs = (model.NotSign(text, instead) for text, instead in siblings if instead is not None)
        return model.ChallengeText(
            title=given.title,
            summary=given.summary,
            signs=tuple(given.signs),
            not_signs=tuple(dict.fromkeys(not_signs)),
            keywords=tuple(given.keywords),
            discussion=given.discussion,
        )

    def _practice(self, id: str, given: contract.Practice) -> model.Practice:
        addresses = self._addresses(given.addresses)
        return model.Practice(
            id=id,
            domain=self._domain_of(addresses),
            addresses=dict(sorted(addresses.items())),
            effort=given.effort,
            first_result=given.first_result,
            cost=given.cost,
            agree=tuple(given.agree),
            needs=self._kept("practice", given.needs, but=id),
            not_yet_when=self._not_yet_when(id, given.not_yet_when),
            fit=self._fit(given.fit),
            text=self._texts(given.text, _practice_text),
            evidence=tuple(
                model.Evidence(one.source, self._same(one.text))
                for one in given.evidence
                if self._kept("source", [one.source])
            ),
            sources=self._kept("source", given.sources),
            cases=self._kept("case", given.cases),
            contacts=tuple(given.contacts),
            links=tuple(model.Link(link.title, link.url) for link in given.links),
        )

    def _addresses(self, given: Mapping[str, int]) -> dict[str, int]:
        """The strength for each challenge, the larger one where two ids lead to it, in the order of the file."""
        found: dict[str, int] = {}
        for challenge, strength in given.items():
            id = self._one("challenge", challenge)
            if id is not None and strength > found.get(id, 0):
                found.pop(id, None)
                found[id] = strength
        return found

    def _domain_of(self, addresses: Mapping[str, int]) -> str:
        """The domain of the strongest link, the first in the file if equal."""
        strongest = max(addresses, key=lambda challenge: addresses[challenge])
        return self._domain_by_challenge()[strongest]

    def _domain_by_challenge(self) -> Mapping[str, str]:
        if not hasattr(self, "_domains_found"):
            models = self._library.live(contract.Challenge)
            self._domains_found = {entry.id: challenge.domain for entry, challenge in models}
        return self._domains_found

    def _not_yet_when(self, id: str, given: Iterable[contract.NotYet]) -> tuple[model.NotYet, ...]:
        """The conditions that can hold, each once: when, and what takes it away."""
        found: dict[tuple[model.When, str | None], model.NotYet] = {}
        for one in given:
            when, first = self._when(one.when), self._one("practice", one.first, but=id)
            if when is not None:
                found.setdefault((when, first), model.NotYet(when, first, self._same(one.text)))
        return tuple(found.values())

    def _when(self, given: contract.When) -> model.When | None:
        """None when the condition names something that was disabled: it can never hold."""
        pairs = [(dimension, self._one(dimension, id)) for dimension, id in _conditions(given)]
        kept = tuple((dimension, id) for dimension, id in pairs if id is not None)
        return model.When(kept) if len(kept) == len(pairs) else None

    def _fit(self, given: Mapping[contract.Dimension, Mapping[str, float]]) -> dict[str, dict[str, float]]:
        kept = {kind: sorted(self._kept(kind, options)) for kind, options in sorted(given.items())}
        return {kind: {id: float(given[kind][id]) for id in ids} for kind, ids in kept.items() if ids}

    def _case(self, id: str, given: contract.Case) -> model.Case:
        return model.Case(
            id=id,
            country=given.country,
            level=given.level,
            year=given.year,
            outcome=given.outcome,
            sources=self._kept("source", given.sources),
            text=self._texts(given.text, lambda t: model.CaseText(t.title, t.body, t.done, t.result, t.lesson)),
        )

    # --- single files

    def _languages(self) -> dict[str, model.LanguageRules]:
        rules = self._file(contract.Languages).languages
        return {
            code: model.LanguageRules(
                code=code,
                name=rules[code].name,
                stemmer=rules[code].stemmer,
                stop_words=frozenset(rules[code].stop_words),
                negations=frozenset(rules[code].negations),
                detect=frozenset(rules[code].detect),
                conjunctions=frozenset(rules[code].conjunctions),
            )
            for code in self._library.languages
        }

    def _domains(self) -> dict[str, model.Domain]:
        return {
            id: model.Domain(id, self._texts(domain.text, lambda t: model.DomainText(t.title, t.summary)))
            for id, domain in self._file(contract.Domains).domains.items()
        }

    def _sources(self) -> dict[str, model.Source]:
        return {
            id: model.Source(
                id=id,
                title=source.title,
                publisher=source.publisher,
                year=source.year,
                url=source.url,
                checked=source.checked.date.isoformat() if source.checked else None,
                how=source.checked.how if source.checked else None,
            )
            for id, source in sorted(self._file(contract.Sources).sources.items())
        }

    def _context(self) -> dict[str, model.Question]:
        return {
            id: model.Question(
                id=id,
                several=question.several,
                options={option: self._same(given.text) for option, given in question.options.items()},
                text=self._texts(question.text, lambda t: model.QuestionText(t.question, t.short)),
            )
            for id, question in self._file(contract.Context).questions.items()
        }

    def _maturity(self) -> model.Maturity:
        given = self._file(contract.Maturity)
        return model.Maturity(
            stages={
                id: self._texts(stage.text, lambda t: model.StageText(t.title, t.summary, t.advice))
                for id, stage in given.stages.items()
            },
            axes={id: self._axis(id, axis, given) for id, axis in given.axes.items()},
            marks={id: self._same(mark.text) for id, mark in given.marks.items()},
        )

    def _axis(self, id: str, axis: contract.Axis, given: contract.Maturity) -> model.Axis:
        options = {
            stage: self._texts(axis.options[stage].text, lambda t: model.AxisOptionText(t.label, t.statement))
            for stage in given.stages
        }
        return model.Axis(id, options, self._texts(axis.text, lambda t: t.question))

    def _concepts(self) -> dict[str, dict[str, tuple[str, ...]]]:
        concepts = self._file(contract.Concepts).concepts
        return {id: self._texts(concept.text, lambda words: tuple(words)) for id, concept in sorted(concepts.items())}

    def _anti_topics(self) -> dict[str, dict[str, tuple[str, ...]]]:
        topics = self._file(contract.AntiTopics).topics
        return {id: self._texts(topic.text, lambda t: tuple(t.signs)) for id, topic in sorted(topics.items())}

    def _care(self) -> dict[str, dict[str, model.CareText]]:
        care = self._file(contract.Cares).care
        return {
            id: self._texts(one.text, lambda t: model.CareText(t.title, tuple(t.phrases), t.message, tuple(t.words)))
            for id, one in sorted(care.items())
        }

    def _replaced(self) -> dict[str, str]:
        """Challenges and practices, without those whose replacement was disabled."""
        retired = ((kind, old) for kind in ("challenge", "practice") for old in self._library.replaced.get(kind, ()))
        leads = ((old, self._one(kind, old)) for kind, old in retired)
        return dict(sorted((old, new) for old, new in leads if new is not None))

    def _examples(self) -> dict[str, model.Example]:
        found: dict[str, model.Example] = {}
        for _, examples in self._library.models(contract.Examples):
            for id, given in examples.examples.items():
                challenges = self._kept("challenge", given.challenges)
                if given.lang in self._library.languages and bool(challenges) == bool(given.challenges):
                    practices = self._kept("practice", given.practices)
                    found[id] = model.Example(id, given.lang, given.text, challenges, practices)
        return dict(sorted(found.items()))


def _practice_text(given: contract.PracticeText) -> model.PracticeText:
    return model.PracticeText(
        title=given.title,
        what=given.what,
        why=given.why,
        steps=tuple(given.steps),
        pitfalls=tuple(given.pitfalls),
        measure=given.measure,
        not_when=given.not_when,
    )


def _conditions(when: contract.When) -> tuple[tuple[str, str], ...]:
    """The pairs of a condition, in a fixed order."""
    pairs = ((dimension, getattr(when, dimension)) for dimension in DIMENSIONS)
    return tuple((dimension, id) for dimension, id in pairs if id is not None)
