"""A reply: all that a channel needs to know to show it. Data only.

Text is in a small markup: `<b>`, `<i>` and `<a href="...">`, never nested, never across a line end; everything else
is literal, with `&`, `<` and `>` escaped (`escape`). It is a subset of Telegram's HTML.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

TOKEN_BYTES = 56
"""Telegram allows 64 bytes of callback data; the rest is for the screen's generation (`123456:`)."""


@dataclass(frozen=True, slots=True)
class Button:
    """A label of one to four words, and the short token that a press brings back."""

    label: str
    token: str


@dataclass(frozen=True, slots=True)
class Specification:
    """A picture or document, drawn when it is sent: kind, data to show, language, and a text that says the same."""

    kind: str
    data: Mapping[str, object]
    language: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One message. `replace`: it takes the place of the screen that was pressed, where the channel can do that.

    `rows` are the buttons; `onward` is the token that Enter alone stands for in the terminal. A reply with buttons is
    the chat's current *screen*; `generation` numbers the screens, so that a press on an older one is known as stale.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    onward: str | None = None
    replace: bool = False
    generation: int = 0
    picture: Specification | None = None

    def to_json(self) -> dict[str, object]:
        """Plain data for the outbox; `from_json` gives the same reply back."""
        picture = self.picture
        return {
            "text": self.text,
            "rows": [[[button.label, button.token] for button in row] for row in self.rows],
            "onward": self.onward,
            "replace": self.replace,
            "generation": self.generation,
            "picture": picture
            and {
                "kind": picture.kind,
                "data": picture.data,
                "language": picture.language,
                "alternative": picture.alternative,
            },
        }

    @staticmethod
    def from_json(data: Mapping[str, object]) -> "Reply":
        """The reply that `to_json` wrote, in this version or another: what is missing or strange is left out."""
        rows, picture, onward = data.get("rows"), data.get("picture"), data.get("onward")
        known = {"kind", "data", "language", "alternative"}
        return Reply(
            text=str(data.get("text", "")),
            rows=tuple(
                tuple(Button(str(label), str(token)) for label, token in row)
                for row in (rows if isinstance(rows, list) else [])
            ),
            onward=None if onward is None else str(onward),
            replace=bool(data.get("replace")),
            generation=int(str(data.get("generation", 0))),
            picture=Specification(**{key: picture[key] for key in known})
            if isinstance(picture, dict) and known <= picture.keys()
            else None,
        )


Style = Literal["", "b", "i", "a"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style; `href` for links."""

    text: str
    style: Style = ""
    href: str = field(default="")


_TAG = re.compile(r'<(b|i)>(.*?)</\1>|<a href="([^"]*)">(.*?)</a>')


def escape(text: str) -> str:
    """The text as literal markup: whatever people typed shows as they typed it."""
    return html.escape(text, quote=False)


def spans(markup: str) -> Iterator[Span]:
    """The markup cut into styled pieces of literal text, in order."""
    position = 0
    for tag in _TAG.finditer(markup):
        if tag.start() > position:
            yield Span(html.unescape(markup[position : tag.start()]))
        if tag[1]:
            yield Span(html.unescape(tag[2]), "b" if tag[1] == "b" else "i")
        else:
            yield Span(html.unescape(tag[4]), "a", html.unescape(tag[3]))
        position = tag.end()
    if position < len(markup):
        yield Span(html.unescape(markup[position:]))


def plain(markup: str) -> str:
    """The text alone, without any markup."""
    return "".join(span.text for span in spans(markup))


def choices(reply: Reply) -> tuple[tuple[str, Button], ...]:
    """The buttons with the number each can be typed as.

    A button whose label is a number keeps it; the others are numbered after the highest of these.
    """
    buttons = [button for row in reply.rows for button in row]
    own = {
        button: digits
        for button in buttons
        if (digits := "".join(c for c in button.label if c.isdecimal())) and not any(c.isalpha() for c in button.label)
    }
    number = max((int(digits) for digits in own.values()), default=0)
    found = []
    for button in buttons:
        if button in own:
            found.append((own[button], button))
        else:
            number += 1
            found.append((str(number), button))
    return tuple(found)
