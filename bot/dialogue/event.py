"""What comes in: an event. What must survive goes out as an effect; what the person sees, as a reply (reply.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "press", "command", "document", "work", "other", "due"]
WorkKind = Literal["reload", "examine", "apply", "undo", "health"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a chat.

    `kind`: `text` (value: what was typed), `press` (value: the token of the button), `command` (value: `/start x`
    without the bot's name), `document` (value: JSON with `file`, `name` and `size` in bytes), `work` (value: JSON, what
    came of a Work), `other` (value: voice, photo, sticker, location, ...), `due` (value: what was scheduled).
    `language` is the channel's hint for the first language, a code such as `nl` or `nl-BE`.
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
    `keepers`: there are people who keep the knowledge base; `admin`: this person is one of them; `proposal` is the
    file they sent and have not decided on, `gaps` what people wrote that nothing fitted, of those who agreed, newest
    first.
    """

    operator: str = ""
    contact: str = ""
    retention_days: int = 365
    history: tuple[Mapping[str, object], ...] = ()
    keepers: bool = False
    admin: bool = False
    proposal: Mapping[str, object] | None = None
    gaps: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Work:
    """Something for an admin that takes longer than a turn; what came of it returns as an event of kind `work`."""

    kind: WorkKind
    about: str = ""


@dataclass(frozen=True, slots=True)
class Discard:
    """The file that was sent is not wanted after all."""


@dataclass(frozen=True, slots=True)
class KeepGap:
    """Keep what nothing fitted, for those who keep the knowledge base: the person agreed."""

    text: str


Effect = SaveAssessment | Forget | Work | Discard | KeepGap
