"""A reply -> the messages that carry it, within Telegram's limits.

Belongs here: lengths, cutting, keyboards. Does not: sending.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.dialogue.reply import Reply, Span, escape, plain, spans

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
"""Telegram's limits, in UTF-16 units of the text without its markup."""


_WORD = re.compile(r"[^ ]+ *| +")


@dataclass(frozen=True, slots=True)
class Part:
    """One message: its text as markup, a picture above it, the buttons below it."""

    text: str
    picture: bytes | None = None
    keyboard: InlineKeyboardMarkup | None = None


def parts(reply: Reply, picture: bytes | None) -> tuple[Part, ...]:
    """The messages that carry a reply, in order; without a drawn picture, the text that says the same stands for it."""
    text = reply.text
    if reply.picture is not None and picture is None:
        text = f"{text}\n\n{reply.picture.alternative}"
    captioned = picture is not None and units(plain(text)) <= LONGEST_CAPTION
    found = [Part(text if captioned else "", picture)] if picture is not None else []
    if not captioned:
        found += [Part(piece) for piece in cut(text)]
    if not found:
        return ()
    last = found[-1]
    return (*found[:-1], Part(last.text, last.picture, keyboard(reply)))


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """The buttons, if there are any."""
    rows = [[InlineKeyboardButton(b.label, callback_data=b.token) for b in row] for row in reply.rows]
    return InlineKeyboardMarkup(rows) if rows else None


def units(text: str) -> int:
    """The length as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(markup: str, limit: int = LONGEST_TEXT) -> tuple[str, ...]:
    """Markup in pieces that each fit: cut at line ends, and inside a line only where that line alone is too long."""
    pieces: list[str] = []
    lines: list[str] = []
    length = 0
    for line in _short_lines(markup, limit):
        more = units(plain(line)) + 1
        if lines and length + more > limit:
            pieces.append("\n".join(lines))
            lines, length = [], 0
        lines.append(line)
        length += more
    pieces.append("\n".join(lines))
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _short_lines(markup: str, limit: int) -> Iterator[str]:
    """The lines, each of which fits with the line end after it."""
    for line in markup.split("\n"):
        if units(plain(line)) < limit:
            yield line
        else:
            yield from _pieces_of_line(line, limit - 1)


def _pieces_of_line(line: str, limit: int) -> Iterator[str]:
    """A line that is too long: in pieces, every style opened and closed within its piece."""
    done, length = "", 0
    for span in spans(line):
        for chunk in _chunks(span.text, limit):
            more = units(chunk)
            if done and length + more > limit:
                yield done
                done, length = "", 0
            done += _marked(Span(chunk, span.style, span.href))
            length += more
    if done:
        yield done


def _chunks(text: str, limit: int) -> Iterator[str]:
    """Words with the spaces after them, and words cut where one alone is too long."""
    step = limit // 2  # in characters, of which each takes at most two units
    for word in _WORD.findall(text):
        for start in range(0, len(word), step):
            yield word[start : start + step]


def _marked(span: Span) -> str:
    text = escape(span.text)
    if span.style == "a":
        return f'<a href="{escape(span.href).replace(chr(34), "&quot;")}">{text}</a>'
    return f"<{span.style}>{text}</{span.style}>" if span.style else text
