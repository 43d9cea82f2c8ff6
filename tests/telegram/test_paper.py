"""A reply as messages within Telegram's limits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.reply import Button, Reply, escape, plain
from bot.telegram.paper import LONGEST_CAPTION, LONGEST_TEXT, cut, parts, units
from tests.support import PICTURE, PNG
from tests.telegram.botapi import shown

ROWS = ((Button("Yes", "1:yes"), Button("No", "1:no")), (Button("Back", "1:back"),))

texts = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=80).map(escape)
styled = st.one_of(
    texts,
    texts.filter(str.strip).map("<b>{}</b>".format),
    texts.filter(str.strip).map('<a href="https://example.org/?a=1&amp;b=2">{}</a>'.format),
)
markups = st.lists(st.lists(styled, max_size=6).map("".join), max_size=12).map("\n".join)


def test_a_short_reply_is_one_message_with_its_buttons() -> None:
    (part,) = parts(Reply("hello", ROWS), None)

    assert part.text == "hello"
    assert part.keyboard is not None
    found = [[(b.text, b.callback_data) for b in row] for row in part.keyboard.inline_keyboard]
    assert found == [[("Yes", "1:yes"), ("No", "1:no")], [("Back", "1:back")]]


def test_a_long_reply_is_cut_at_line_ends_with_the_buttons_on_the_last() -> None:
    lines = [f"line {n} 😀" for n in range(1000)]

    found = parts(Reply("\n".join(lines), ROWS), None)

    assert len(found) > 2
    assert "\n".join(part.text for part in found).split("\n") == lines
    assert all(units(part.text) <= LONGEST_TEXT for part in found)
    assert [part.keyboard is not None for part in found] == [False] * (len(found) - 1) + [True]


def test_a_line_that_is_too_long_is_cut_between_words_with_its_styles_kept() -> None:
    found = cut("<b>" + "word " * 2000 + "</b> &amp; end")

    assert len(found) == 3
    assert all(piece.startswith("<b>word") for piece in found)
    assert not any(plain(piece).startswith("ord") for piece in found)
    assert found[-1].endswith("</b> &amp; end")


def test_the_limit_counts_as_telegram_does() -> None:
    assert units("aé😀") == 4
    assert len(cut("😀" * 2047)) == 1
    assert len(cut("😀" * 2100)) == 2
    assert len(cut("&amp;" * 4000)) == 1


@settings(max_examples=60, deadline=None)
@given(markups, st.integers(20, 200))
def test_pieces_hold_every_word_and_are_markup_that_fits(markup: str, limit: int) -> None:
    found = cut(markup, limit)

    assert "".join(plain("".join(found)).split()) == "".join(plain(markup).split())
    for piece in found:
        assert units(shown(piece, "HTML").text) <= limit


def test_a_picture_carries_a_short_text_as_its_caption() -> None:
    (part,) = parts(Reply("look", ROWS, picture=PICTURE), PNG)

    assert (part.text, part.picture, part.keyboard is not None) == ("look", PNG, True)


def test_a_picture_comes_before_a_text_that_is_no_caption() -> None:
    first, second = parts(Reply("x" * (LONGEST_CAPTION + 1), ROWS, picture=PICTURE), PNG)

    assert (first.text, first.picture, first.keyboard) == ("", PNG, None)
    assert (second.picture, second.keyboard is not None) == (None, True)


def test_without_the_picture_there_is_the_text_that_says_the_same() -> None:
    (part,) = parts(Reply("look", picture=PICTURE), None)

    assert part.text == "look\n\nthe picture in words"


def test_a_reply_without_words_is_no_message() -> None:
    assert parts(Reply("  \n "), None) == ()
