"""Contract models -> the catalogue, ordered and with the hash of its content.

Belongs here: the translation from file format to domain types, and the choice of languages. Does not: checking.
Links to what the overlay disabled are left out silently here; everything else has been found right before.
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
    """Builds each part; `_texts` keeps the languages in use, `_kept` the ids that still exist."""

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
        )
        return dataclasses.replace(built, version=version_of(built))

    # --- helpers

    def _texts(self, texts: Mapping[str, T], make: Callable[[T], U]) -> dict[str, U]:
        return {code: make(texts[code]) for code in self._library.languages if code in texts}

    def _same(self, texts: Mapping[str, T]) -> dict[str, T]:
        return self._texts(texts, lambda text: text)

    def _kept(self, kind: str, ids: Iterable[str]) -> tuple[str, ...]:
        gone = self._library.gone.get(kind, frozenset())
        return tuple(dict.fromkeys(id for id in ids if id not in gone))

    def _each(self, kind: type[M], make: Callable[[str, M], U]) -> dict[str, U]:
        return {entry.id: make(entry.id, entry_model) for entry, entry_model in self._library.models(kind)}

    def _file(self, kind: type[M]) -> M:
        found = self._library.one(kind)
        assert found is not None, "a library without errors has every single file"
        return found[1]

    # --- entries

    def _challenge(self, id: str, given: contract.Challenge) -> model.Challenge:
        return model.Challenge(
            id=id,
            domain=given.domain,
            related=tuple(sorted(self._kept("challenge", given.related))),
            statements=self._statements(id, given),
            text=self._texts(given.text, self._challenge_text),
            replaced_by=given.replaced_by,
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

    def _challenge_text(self, given: contract.ChallengeText) -> model.ChallengeText:
        gone = self._library.gone.get("challenge", frozenset())
        return model.ChallengeText(
            title=given.title,
            summary=given.summary,
            signs=tuple(given.signs),
            not_signs=tuple(model.NotSign(n.text, n.instead) for n in given.not_signs if n.instead not in gone),
            keywords=tuple(given.keywords),
            discussion=given.discussion,
        )

    def _practice(self, id: str, given: contract.Practice) -> model.Practice:
        addresses = {challenge: given.addresses[challenge] for challenge in self._kept("challenge", given.addresses)}
        return model.Practice(
            id=id,
            domain=self._domain_of(addresses),
            addresses=dict(sorted(addresses.items())),
            effort=given.effort,
            first_result=given.first_result,
            cost=given.cost,
            agree=tuple(given.agree),
            needs=self._kept("practice", given.needs),
            not_yet_when=tuple(self._not_yet(one) for one in given.not_yet_when if self._possible(one.when)),
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
            replaced_by=given.replaced_by,
        )

    def _domain_of(self, addresses: Mapping[str, int]) -> str:
        """The domain of the strongest link, the first in the file if equal."""
        strongest = max(addresses, key=lambda challenge: addresses[challenge])
        return self._domain_by_challenge()[strongest]

    def _domain_by_challenge(self) -> Mapping[str, str]:
        if not hasattr(self, "_domains_found"):
            models = self._library.models(contract.Challenge)
            self._domains_found = {entry.id: challenge.domain for entry, challenge in models}
        return self._domains_found

    def _possible(self, when: contract.When) -> bool:
        """False when the condition names something that was disabled: it can never hold."""
        return all(self._kept(kind, [id]) for kind, id in _conditions(when))

    def _not_yet(self, given: contract.NotYet) -> model.NotYet:
        first = given.first if given.first is not None and self._kept("practice", [given.first]) else None
        return model.NotYet(model.When(_conditions(given.when)), first, self._same(given.text))

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
            id: self._texts(one.text, lambda t: model.CareText(t.title, tuple(t.phrases), t.message))
            for id, one in sorted(care.items())
        }

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
