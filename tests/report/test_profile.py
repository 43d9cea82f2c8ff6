"""The pictures: drawn from a specification alone, the same for the same data, in every language of the interface."""

import pytest

from bot.dialogue.reply import Specification
from bot.dialogue.wording import languages
from bot.report import draw
from tests.dialogue.talk import Talk
from tests.small import small_catalogue

PNG = b"\x89PNG\r\n\x1a\n"


def profile(language: str) -> Specification:
    """The profile that a conversation leads to."""
    talk = Talk(small_catalogue(), language=language)
    talk.say({"en": "every decision needs seven signatures", "nl": "mijn nota krijgt zeven parafen"}[language])
    talk.enter_until("result")
    return next(reply.picture for reply in talk.heard if reply.picture)


@pytest.mark.parametrize("language", languages())
def test_the_profile_is_drawn_and_its_words_say_the_same(language: str) -> None:
    specification = profile(language)

    assert draw(specification).startswith(PNG)
    assert specification.alternative.strip()
    assert draw(specification) == draw(specification)


def test_titles_with_signs_of_the_template_language_are_drawn_as_they_are() -> None:
    row = {"id": "x", "title": '#*_$ [a] <b> \\ "', "words": "@x //", "severity": 0.5, "confidence": 0.5}
    data = {"title": "# $", "note": "*", "rows": [row]}

    assert draw(Specification("profile", data, "en", "")).startswith(PNG)


@pytest.mark.parametrize(("severity", "confidence"), [(0.0, 0.0), (0.0, 1.0), (1.0, 0.01), (1.0, 1.0)])
def test_every_severity_and_confidence_can_be_drawn(severity: float, confidence: float) -> None:
    row = {"id": "x", "title": "t", "words": "w", "severity": severity, "confidence": confidence}

    assert draw(Specification("profile", {"title": "t", "note": "n", "rows": [row]}, "nl", "")).startswith(PNG)


def test_an_unknown_kind_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="no-such"):
        draw(Specification("no-such", {}, "en", ""))
