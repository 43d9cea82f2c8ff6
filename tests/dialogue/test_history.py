"""An earlier result beside today's knowledge."""

from dataclasses import replace

from bot.advice.model import Catalogue
from bot.dialogue.event import SaveAssessment, View
from tests.dialogue.talk import Talk
from tests.small import small_catalogue


def finished(catalogue: Catalogue) -> tuple[Talk, dict[str, object]]:
    talk = Talk(catalogue)
    talk.say("/start")
    talk.say("our system is older than me and nobody dares to touch it")
    talk.enter_until("result")
    kept = [effect.result for effect in talk.effects if isinstance(effect, SaveAssessment)]
    return talk, {**kept[-1], "finished": "2026-11-22"}


def test_without_a_result_it_says_how_to_get_one() -> None:
    talk = Talk(small_catalogue())

    talk.say("/history")

    assert "no finished result" in talk.text


def test_with_the_same_knowledge_the_result_is_told_as_it_was() -> None:
    talk, result = finished(small_catalogue())
    talk.view = View(history=(result,))

    talk.say("/history")

    assert "Your result of 22 November 2026" in talk.text
    assert "My knowledge has not changed since" in talk.text
    assert str(result["recommendations"][0]["title"]) in talk.text  # type: ignore[index]


def test_with_other_knowledge_each_recommendation_is_shown_where_it_would_stand_today() -> None:
    catalogue = small_catalogue()
    talk, result = finished(catalogue)
    first = str(result["recommendations"][0]["practice"])  # type: ignore[index]
    left = {id: practice for id, practice in catalogue.practices.items() if id != first}
    needed = {id: replace(p, needs=tuple(n for n in p.needs if n != first)) for id, p in left.items()}
    talk.catalogue = replace(catalogue, version="another", practices=needed)
    talk.view = View(history=(result,))

    talk.say("/history")

    assert "no longer in my knowledge" in talk.text
    assert "now place" in talk.text
