"""What comes in: an event. What must survive goes out as an effect; what the person sees, as a reply (reply.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "press", "command", "other", "due"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a chat.

    `kind`: `text` (value: what was typed), `press` (value: the token of the button), `command` (value: `/start x`
    without the bot's name), `other` (value: voice, photo, sticker, location, file, ...), `due` (value: what was
    scheduled). `language` is the channel's hint for the first language, a code such as `nl` or `nl-BE`.
    `now` is seconds since 1970, UTC.
    """

    chat: str
    kind: Kind
    value: str
    now: float
    language: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What `step` may know beside the state, read in the same transaction.

    `operator` and `contact` come from the configuration: who runs this bot, and how to reach them.
    `history` holds the finished assessments of this chat, oldest first.
    """

    operator: str = ""
    contact: str = ""
    retention_days: int = 365
    history: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class SaveAssessment:
    """Keep the result: self-contained, without any free text of the person.

    `again`: it takes the place of the one kept before, since it is the same assessment with other answers.
    """

    result: Mapping[str, object]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase everything of this chat, at once."""


Effect = SaveAssessment | Forget
