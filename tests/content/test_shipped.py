"""What the shipped knowledge base must be able to do: advise on the situations it was made for, in both languages."""

import pytest

from bot.advice.model import FITS, NOTHING_FITS
from bot.dialogue.interchange import AdviseRequest, MatchRequest, advise, match
from bot.knowledge import load
from tests.content.shipped import shipped, table

AGENCY = {
    "en": (
        "We are a public agency and we want better digital services for citizens. "
        "Staff resist the change, and many colleagues lack the digital skills for the new way of working. "
        "Our units each work for themselves and still pass paper files around. "
        "There is no clear digital strategy, several boards talk but nobody decides, and no one owns a service from "
        "start to end. "
        "Our stakeholders disagree about what should happen, and we hardly use data when we take decisions. "
        "Projects take years before anything is delivered, and what comes out is far from what citizens need."
    ),
    "nl": (
        "Wij zijn een uitvoeringsorganisatie en willen betere digitale diensten voor inwoners. "
        "Medewerkers verzetten zich tegen de verandering, en veel collega's missen de digitale vaardigheden voor de "
        "nieuwe manier van werken. "
        "De afdelingen werken elk voor zich en geven nog papieren dossiers door. "
        "Er is geen duidelijke digitale strategie, er wordt in allerlei overleggen gepraat maar niemand beslist, en "
        "niemand is van begin tot eind eigenaar van een dienst. "
        "Onze belanghebbenden zijn het niet eens over wat er moet gebeuren, en bij besluiten gebruiken we nauwelijks "
        "gegevens. "
        "Projecten duren jaren voordat er iets wordt opgeleverd, en het resultaat staat ver af van wat inwoners nodig "
        "hebben."
    ),
}
"""The situation for which the advisory service of the third document gives its ten areas."""


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_situation_of_the_advisory_service_reaches_nine_of_its_ten_areas(language: str) -> None:
    answer = advise(shipped(), AdviseRequest(lang=language, text=AGENCY[language]))

    named = {reason.challenge for given in answer.recommendations for reason in given.reasons}
    missing = [area for area, challenges in table().areas.items() if not named & set(challenges)]
    assert 3 <= len(answer.recommendations) <= 12
    assert len(missing) <= 1, f"not covered: {missing}"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_reason_comes_from_what_the_person_said_and_the_shares_sum_to_one(language: str) -> None:
    answer = advise(shipped(), AdviseRequest(lang=language, text=AGENCY[language]))

    for given in answer.recommendations:
        assert sum(reason.share for reason in given.reasons) == pytest.approx(1)
        assert all(reason.because for reason in given.reasons)


def test_an_old_core_system_is_recognised() -> None:
    found = match(
        shipped(), MatchRequest(id="1", text="our core system is forty years old and nobody dares to touch it")
    )

    assert found.matches[0].challenge == "legacy-systems"
    assert found.matches[0].verdict == FITS
    assert found.verdict == FITS


@pytest.mark.parametrize("text", ["how do I renew my passport", "hoe verleng ik mijn paspoort"])
def test_a_citizens_question_fits_nothing(text: str) -> None:
    found = match(shipped(), MatchRequest(id="1", text=text))

    assert found.verdict == NOTHING_FITS
    assert len(found.matches) <= 10


def test_the_shipped_content_has_no_errors_and_no_warnings() -> None:
    loaded = load.read(load.shipped_folder())

    assert [str(problem) for problem in loaded.problems if problem.level in ("error", "warning")] == []


def test_the_shipped_content_is_enough_to_advise_on() -> None:
    catalogue = shipped()

    assert len(catalogue.challenges) >= 26
    assert len(catalogue.practices) >= 36
    assert len(catalogue.cases) >= 9
    assert len(catalogue.maturity.stages) == 4
    assert len(catalogue.maturity.marks) == 14
    assert len(catalogue.context["drivers"].options) == 5
    assert set(catalogue.languages) == {"en", "nl"}


def test_every_challenge_has_a_practice_that_fits_it_well() -> None:
    best = {
        id: max((practice.addresses.get(id, 0) for practice in shipped().practices.values()), default=0)
        for id in shipped().challenges
    }

    assert [id for id, link in best.items() if link < 3] == []


def test_many_marks_turn_the_advice_to_small_steps_together() -> None:
    marks = sorted(shipped().maturity.marks)
    plain = AdviseRequest(lang="en", ratings=dict.fromkeys(AT_STAKE, 3))
    tangled = plain.model_copy(update={"marks": marks[: len(marks) // 2]})

    before, after = _order(plain), _order(tangled)

    assert min(_places(after, ITERATIVE)) < min(_places(after, BIG_PLANS))
    assert sum(_places(after, ITERATIVE)) < sum(_places(before, ITERATIVE))
    assert sum(_places(after, BIG_PLANS)) > sum(_places(before, BIG_PLANS))


AT_STAKE = ("wicked-cross-agency-problems", "no-digital-strategy", "resistance-to-change")
ITERATIVE = ("pdia-problem-breakdown", "safe-to-fail-experiments", "stakeholder-dialogue-table")
BIG_PLANS = ("structured-change-plan", "strategy-on-a-page")


def _order(request: AdviseRequest) -> list[str]:
    return [given.practice for given in advise(shipped(), request).recommendations]


def _places(order: list[str], practices: tuple[str, ...]) -> list[int]:
    """The place of each of these practices; after the last one when it is not there."""
    return [order.index(id) if id in order else len(order) for id in practices]
