"""What the shipped care texts must recognise, and what they must leave alone."""

import pytest

from bot.advice.care import care_topic, care_word
from tests.content.shipped import shipped


def test_every_phrase_and_word_points_to_the_topic_it_stands_under() -> None:
    catalogue = shipped()
    for topic, texts in catalogue.care.items():
        for code, block in texts.items():
            assert block.words, f"{topic}.{code} has no words"
            astray = [said for said in (*block.phrases, *block.words) if care_word(catalogue, said) != topic]
            assert astray == [], f"{topic}.{code}"


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("harassment", "harassment"),
        ("harassment", "what can I do about bullying"),
        ("harassment", "I feel unsafe at work"),
        ("harassment", "someone makes racist comments"),
        ("harassment", "discriminatie"),
        ("harassment", "pesten"),
        ("harassment", "mijn baas intimideert collega's"),
        ("harassment", "sociale veiligheid"),
        ("integrity", "corruption"),
        ("integrity", "integrity"),
        ("integrity", "how does whistle-blowing work"),
        ("integrity", "fraude door mijn chef"),
        ("integrity", "corruptie bij de inkoop"),
        ("integrity", "waar kan ik een misstand melden"),
        ("safety", "safety at work"),
        ("safety", "aggression against staff"),
        ("safety", "I got threats from a citizen"),
        ("safety", "suicide"),
        ("safety", "zelfmoord"),
        ("safety", "dreigementen"),
        ("burnout", "stress leave"),
        ("burnout", "burnout"),
        ("burnout", "ik ben overspannen"),
        ("burnout", "te veel stress"),
    ],
)
def test_a_message_of_a_few_words_finds_its_topic(topic: str, text: str) -> None:
    assert care_word(shipped(), text) == topic


@pytest.mark.parametrize("text", ["dank u wel", "integration", "our new portal works great", "is dit gelukt?"])
def test_small_talk_touches_no_topic(text: str) -> None:
    assert care_word(shipped(), text) is None


def test_what_kompas_is_not_for_touches_no_topic() -> None:
    catalogue = shipped()
    signs = [sign for texts in catalogue.anti_topics.values() for signs in texts.values() for sign in signs]

    assert [sign for sign in signs if care_word(catalogue, sign)] == []


def test_words_alone_are_never_enough_where_something_else_is_recognised() -> None:
    """`care_topic` is asked first for every message; were words in it, ordinary complaints would be cut off."""
    assert care_topic(shipped(), "everyone is exhausted by the constant upheaval") is None
