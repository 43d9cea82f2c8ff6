"""Nothing of the five documents got lost: every row of coverage.yaml is carried by entries that exist and cite it."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from tests.content.shipped import Row, shipped, table

ROOT = Path(__file__).parents[2]

ROWS = [pytest.param(row, id=row.id) for row in table().rows]

DOCUMENTS = {"s0", "s1", "s2", "s3", "s4"}
ROWS_OF_EACH = {"s0": 8, "s1": 7, "s2": 8, "s3": 2, "s4": 5}
"""The table may grow; a row that disappears has to be explained here."""


def _known() -> Mapping[str, Collection[str]]:
    catalogue = shipped()
    maturity = catalogue.maturity
    return {
        "challenges": catalogue.challenges,
        "practices": catalogue.practices,
        "cases": catalogue.cases,
        "stages": maturity.stages,
        "axes": {f"{axis.id}/{stage}" for axis in maturity.axes.values() for stage in axis.options},
        "marks": maturity.marks,
        "context": {
            f"{question.id}/{option}" for question in catalogue.context.values() for option in question.options
        },
        "domains": catalogue.domains,
    }


def _cited(kind: str, id: str) -> set[str]:
    if kind == "cases":
        return set(shipped().cases[id].sources)
    practice = shipped().practices[id]
    return {*practice.sources, *(evidence.source for evidence in practice.evidence)}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_carried_by_entries_that_exist(row: Row) -> None:
    known = _known()

    missing = [f"{kind}: {id}" for kind, id in row.entries if kind != "tests" and id not in known[kind]]

    assert row.entries, f"nothing carries {row.id}"
    assert not missing


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in table().rows if row.tests])
def test_a_row_about_behaviour_names_a_test_that_exists(row: Row) -> None:
    for address in row.tests:
        file, _, name = address.partition("::")

        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("row", ROWS)
def test_practices_and_cases_cite_where_a_row_comes_from(row: Row) -> None:
    wanted = {row.document, *row.primary}

    silent = [
        f"{id} cites neither of {', '.join(sorted(wanted))}"
        for kind, id in row.entries
        if kind in ("practices", "cases") and not _cited(kind, id) & wanted
    ]

    assert wanted <= set(shipped().sources)
    assert not silent


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in table().rows if row.figures])
def test_figures_stand_with_their_source_in_every_language(row: Row) -> None:
    for id, figures in row.figures.items():
        evidence = [e for e in shipped().practices[id].evidence if e.source in {row.document, *row.primary}]
        for language in shipped().languages:
            told = " ".join(e.text[language] for e in evidence)

            assert [figure for figure in figures if figure not in told] == [], f"{id} ({language})"


def test_no_row_of_a_document_got_lost() -> None:
    ids = [row.id for row in table().rows]

    assert len(ids) == len(set(ids))
    assert {row.document.partition("-")[0] for row in table().rows} == DOCUMENTS
    for document, least in ROWS_OF_EACH.items():
        assert sum(id.startswith(f"{document}-") for id in ids) >= least
    assert all(row.document.startswith(row.id.partition("-")[0]) for row in table().rows)


def test_every_case_is_an_example_of_some_practice() -> None:
    shown = {case for practice in shipped().practices.values() for case in practice.cases}

    assert set(shipped().cases) - shown == set()


def test_the_ten_areas_have_challenges_of_their_own() -> None:
    named = [id for challenges in table().areas.values() for id in challenges]

    assert len(table().areas) == 10
    assert len(named) == len(set(named))
    assert set(named) <= set(shipped().challenges)


@pytest.mark.parametrize("area", table().areas)
def test_an_area_is_reachable_as_a_recommendation(area: str) -> None:
    strong = {c for practice in shipped().practices.values() for c, link in practice.addresses.items() if link == 3}

    unreachable = [challenge for challenge in table().areas[area] if challenge not in strong]

    assert unreachable == []
