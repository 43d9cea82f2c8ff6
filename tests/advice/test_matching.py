"""The matcher on the small knowledge base: what it recognises, what it refuses, what it says about it."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice import verdict as rule
from bot.advice.care import care_topic
from bot.advice.matching import Matcher, matcher
from bot.advice.model import FITS, MAY_FIT, NOTHING_FITS
from bot.advice.text import clauses, fold, passage, tokens
from tests.small import small_catalogue

MATCHER = matcher(small_catalogue())
SIGNS = [
    (challenge.id, code, sign)
    for challenge in small_catalogue().challenges.values()
    for code, text in challenge.text.items()
    for sign in text.signs
]


@pytest.mark.parametrize(("challenge", "code", "sign"), SIGNS)
def test_every_sign_finds_its_own_challenge_first(challenge: str, code: str, sign: str) -> None:
    assert MATCHER.match(sign, code).matches[0].challenge == challenge


@pytest.mark.parametrize(("challenge", "code", "sign"), SIGNS)
def test_a_text_in_the_other_language_than_the_persons_is_recognised_too(challenge: str, code: str, sign: str) -> None:
    other = "nl" if code == "en" else "en"
    found = MATCHER.match(f"{sign}, {sign}", other)

    assert challenge in [match.challenge for match in found.matches[:2]]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "nl", "xx", None]))
def test_no_text_raises_and_scores_are_ordered_probabilities(text: str, language: str | None) -> None:
    found = MATCHER.match(text, language)

    assert all(0 <= match.score <= 1 for match in found.matches)
    assert all(first.score >= second.score for first, second in pairwise(found.matches))
    assert len({match.challenge for match in found.matches}) == len(found.matches)
    assert found.verdict == (found.matches[0].verdict if found.matches else NOTHING_FITS)


def test_the_same_text_gives_the_same_answer_from_another_matcher() -> None:
    text = "every decision needs seven signatures and nobody dares to touch the old mainframe"
    assert Matcher(small_catalogue()).match(text, "en") == MATCHER.match(text, "en")


def test_a_typing_error_in_a_long_word_is_repaired() -> None:
    right = MATCHER.match("every decision needs seven signatures", "en").matches[0]
    wrong = MATCHER.match("every decison needs seven sgnatures", "en").matches[0]

    assert wrong.challenge == right.challenge
    assert wrong.score > 0.5 * right.score


def test_short_words_are_not_repaired_into_others() -> None:
    assert MATCHER.match("zzz qqq xxx", "en").matches == ()


def test_a_match_names_the_persons_own_words_and_the_nearest_sign() -> None:
    text = "Hello there. Every decision needs seven signatures, honestly."
    because = MATCHER.match(text, "en").matches[0].because

    assert because.passage in text
    assert "signatures" in because.words
    signs = small_catalogue().challenges["slow-approval"].text["en"].signs
    assert because.sign in signs


def test_a_second_thing_told_does_not_drown_in_the_first() -> None:
    first = "every decision needs seven signatures and every letter climbs to the director"
    second = "nobody dares to touch the old mainframe"
    found = [match.challenge for match in MATCHER.match(f"{first}. {second}", "en").matches[:3]]

    assert {"slow-approval", "old-systems"} <= set(found)


def test_a_clause_alone_is_never_enough_for_fits() -> None:
    text = "one, two, three, " + ", ".join(sign for _, code, sign in SIGNS if code == "en")
    whole = {m.challenge: m for m in MATCHER._matches(text, *_told(text))}

    for match in MATCHER.match(text, "en").matches:
        if match.verdict == FITS:
            assert whole[match.challenge].score == match.score


def _told(text: str):  # type: ignore[no-untyped-def]
    words = tokens(text, MATCHER._conjunctions)
    heard = MATCHER._heard(words, "en")
    return words, words, tuple(zip(heard, MATCHER._shares(heard), strict=True)), "en"


@pytest.mark.parametrize(
    "text", ["Unser altes System läuft seit vierzig Jahren nicht mehr richtig", "これは何ですか 私たち の 組織"]
)
def test_a_third_language_is_not_understood_rather_than_matched(text: str) -> None:
    found = MATCHER.match(text, "en")

    assert not found.understood or found.verdict == NOTHING_FITS


def test_a_not_sign_speaks_for_the_sibling() -> None:
    for challenge in small_catalogue().challenges.values():
        for code, block in challenge.text.items():
            for sign in block.not_signs:
                order = [match.challenge for match in MATCHER.match(sign.text, code).matches]
                assert order[0] == sign.instead


def test_a_giant_text_is_read_in_part_only() -> None:
    words = random.Random(1).choices([sign for _, code, sign in SIGNS if code == "en"], k=3000)
    assert MATCHER.match(" ".join(words), "en").matches


def test_the_verdicts_are_ordered_thresholds() -> None:
    assert rule.verdict(1.0) == FITS
    assert rule.verdict(rule.BELOW_FITS) == MAY_FIT
    assert rule.verdict(0.0) == NOTHING_FITS


# --- text ------------------------------------------------------------------------------------------------------------


def test_words_are_compared_without_case_accents_and_apostrophes() -> None:
    assert [fold(word) for word in ("Café", "DON’T", "geïnformeerd", "e-mail")] == [
        "cafe",
        "dont",
        "geinformeerd",
        "email",
    ]


def test_a_clause_ends_at_a_mark_or_before_a_conjunction() -> None:
    words = tokens("the queue grows, letters pile up and people leave", frozenset({"and"}))

    assert [" ".join(t.surface for t in clause) for clause in clauses(words)] == [
        "the queue grows",
        "letters pile up",
        "and people leave",
    ]


def test_a_passage_stays_within_its_clause_and_ends_with_its_thought() -> None:
    text = "honestly every small decision goes up four floors and comes back as maybe"
    words = tokens(text, frozenset({"and"}))
    weights = {index: 1.0 for index, token in enumerate(words) if token.surface in ("decision", "four", "back")}

    assert passage(text, words, weights, {"every"}, {"and"}).endswith("four floors")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokens(text, frozenset({"and"})):
        assert text[token.start : token.end] == token.surface


# --- care ------------------------------------------------------------------------------------------------------------


def test_every_care_phrase_is_found_inside_a_sentence_in_both_languages() -> None:
    catalogue = small_catalogue()
    for topic, texts in catalogue.care.items():
        for block in texts.values():
            for phrase in block.phrases:
                assert care_topic(catalogue, f"well, {phrase}, since monday") == topic


def test_ordinary_complaints_touch_no_care_topic() -> None:
    for _, _, sign in SIGNS:
        assert care_topic(small_catalogue(), sign) is None
