"""Plain language: where a sentence ends, how many words it has, and which words are of the trade."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import load
from bot.knowledge.library import Item, Library
from bot.knowledge.plain import MOST_WORDS, jargon, long_sentences
from bot.knowledge.problems import Problem
from tests.small import SMALL

LIBRARY = load.read(SMALL).library


def saying(text: str, code: str = "en") -> Library:
    """The small knowledge base as if this were the only text that people read in it."""
    shown = next(item for item in LIBRARY.items if item.entry.id == "write-it-down")
    item = Item(shown.entry)
    item.survey.prose.append(((code, "what"), text))
    rules = next(item for item in LIBRARY.items if item.entry.kind.name == "languages")
    silent = Item(rules.entry, model=rules.model)
    return Library(LIBRARY.known, LIBRARY.gone, LIBRARY.asked, LIBRARY.listed, [silent, item])


def long(text: str) -> list[Problem]:
    return list(long_sentences(saying(text)))


def words(number: int) -> str:
    return " ".join(["Word", *["word"] * (number - 1)])


@given(st.integers(1, 60))
def test_a_sentence_is_long_from_26_words_on(number: int) -> None:
    assert bool(long(f"{words(number)}.")) == (number > MOST_WORDS)


@given(
    st.lists(st.integers(1, MOST_WORDS), min_size=1, max_size=6), st.sampled_from([". ", "! ", "? ", "… ", ".\n", "\n"])
)
def test_short_sentences_stay_short_together(numbers: list[int], end: str) -> None:
    assert long(end.join(map(words, numbers))) == []


@pytest.mark.parametrize(
    "between",
    [
        ". “",
        ".” ",
        '." ',
        ".) ",
        ". (",
        "?! ",
        ".  ",
        ". 12 ",
        ". É",
        ". 's Avonds ",
        ". ’s Ochtends ",
        ". Ž",
        ". Ω",
    ],
)
def test_a_new_sentence_begins_after(between: str) -> None:
    assert long(words(20) + between + words(20)) == []


@pytest.mark.parametrize("between", [", ", "; ", " (", ". a", "e.g. the ", " – ", "d.w.z. ", "... en ", " 3.5 "])
def test_the_same_sentence_goes_on_after(between: str) -> None:
    assert len(long(words(20) + between + words(20).lower())) == 1


def test_words_joined_by_signs_are_one() -> None:
    joined = "state-of-the-art it's R&D and/or 3.5 e-mail"

    assert long(f"{words(MOST_WORDS - 6)} {joined}.") == []
    assert len(long(f"{words(MOST_WORDS - 5)} {joined}.")) == 1


def test_each_long_sentence_is_told_with_its_beginning() -> None:
    problems = long(f"First {words(30)}. Short one. Second {words(40)}.")

    assert [problem.message.split('"')[1][:6] for problem in problems] == ["First ", "Second"]
    assert "31 words" in problems[0].message


@pytest.mark.parametrize("piece", [". ", "a. ", '."', ".'", ".\n", ".…", "-", "a-", ". '"])
def test_a_giant_text_is_read_in_one_go(piece: str) -> None:
    list(long_sentences(saying(piece * 30_000 + "a")))


def test_spaces_without_end_are_read_in_one_go() -> None:
    list(long_sentences(saying("One." + " " * 100_000 + "two")))


# --- jargon ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["We leverage it.", "LEVERAGE", "Leverage's", "(leverage)", "the low-hanging fruit"])
def test_a_word_of_the_list_is_told_with_the_plain_one(text: str) -> None:
    (problem,) = jargon(saying(text))

    assert 'write for example "' in problem.message


@pytest.mark.parametrize("text", ["leveraged", "a leverage-ratio", "low hanging fruit", "quick win", "", "clever age"])
def test_other_words_are_free(text: str) -> None:
    assert list(jargon(saying(text))) == []


def test_a_word_is_told_once_for_each_text() -> None:
    assert len(list(jargon(saying("leverage and Leverage and low-hanging fruit")))) == 2


def test_a_word_is_jargon_in_its_own_language_only() -> None:
    assert len(list(jargon(saying("quick win", "nl")))) == 1
    assert list(jargon(saying("leverage", "nl"))) == []


def test_the_language_of_a_text_is_the_block_nearest_to_it() -> None:
    library = saying("quick win")
    library.items[1].survey.prose[:] = [(("en", "nl", "what"), "quick win")]

    assert len(list(jargon(library))) == 1


def test_letters_that_only_look_alike_in_capitals_do_no_harm(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "knowledge")
    languages = tmp_path / "knowledge" / "languages.yaml"
    languages.write_text(languages.read_text("utf-8").replace("leverage: use", "agile task: plan"), "utf-8")
    practice = tmp_path / "knowledge" / "practices" / "write-it-down.yaml"
    text = practice.read_text("utf-8").replace("who built it.", "with an agıle taſk, or an AGİLE TASK.")
    practice.write_text(text, "utf-8")

    rules = [problem.rule for problem in load.read(tmp_path / "knowledge").problems]

    assert set(rules) <= {"jargon"}


def test_signs_and_examples_are_other_peoples_words() -> None:
    prose = [where for item in LIBRARY.items for where, _ in item.survey.prose]

    assert prose
    assert not [where for where in prose if {"signs", "not_signs", "keywords", "examples", "phrases"} & set(where)]
