"""Care topics: phrases always count, words only when the caller asks for them."""

from dataclasses import replace

import pytest

from bot.advice.care import care_topic, care_word
from bot.advice.model import CareText, Catalogue
from tests.small import small_catalogue


def with_words(*words: str, phrases: tuple[str, ...] = ("never said",)) -> Catalogue:
    """The small catalogue with one care topic, recognised by English words."""
    return replace(small_catalogue(), care={"topic": {"en": CareText("Topic", phrases, "Talk.", words)}})


def test_every_word_points_to_its_topic_only_when_words_are_asked_for() -> None:
    catalogue = small_catalogue()
    for topic, texts in catalogue.care.items():
        for block in texts.values():
            assert block.words
            for word in block.words:
                assert care_word(catalogue, f"well, {word.upper()}, since monday") == topic
                assert care_topic(catalogue, word) is None


def test_phrases_count_as_words_too() -> None:
    catalogue = small_catalogue()
    for topic, texts in catalogue.care.items():
        for block in texts.values():
            for phrase in block.phrases:
                assert care_word(catalogue, phrase) == topic


def test_a_phrase_goes_before_a_word_that_stands_earlier() -> None:
    assert care_word(small_catalogue(), "I feel unsafe and burned out") == "burnout"


def test_a_text_without_such_words_touches_no_topic() -> None:
    assert care_word(small_catalogue(), "the weather is fine and I leave at five") is None
    assert care_word(small_catalogue(), "") is None


def test_the_topic_of_the_longest_phrase_counts_where_several_begin() -> None:
    catalogue = small_catalogue()
    blocks = {
        "a": {"en": CareText("A", ("never said",), "A.", ("social",))},
        "b": {"en": CareText("B", ("never said",), "B.", ("social safety",))},
    }

    assert care_word(replace(catalogue, care=blocks), "no social safety here") == "b"


@pytest.mark.parametrize("text", ["a threat", "many threats"])
def test_an_ending_makes_no_difference_to_a_word(text: str) -> None:
    assert care_word(with_words("threats"), text) == "topic"


@pytest.mark.parametrize("text", ["integration", "we integrate systems"])
def test_a_word_is_not_another_word_of_the_same_stem(text: str) -> None:
    assert care_word(with_words("integrity"), "integrity!") == "topic"
    assert care_word(with_words("integrity"), text) is None


def test_a_language_without_words_still_has_its_phrases() -> None:
    assert care_word(with_words(phrases=("my boss touches me",)), "my boss touches me") == "topic"
