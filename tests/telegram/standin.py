"""A Bot API server on this machine that refuses what Telegram refuses, with people who read screens and press buttons.

Belongs here: chats, messages, updates, queries, scripted faults. Does not: HTTP (see `wire`), the rules for one request
by itself (see `botapi`).
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.telegram import botapi
from tests.telegram.botapi import Refused, Rows, Values, bad

TOKEN = "123456:stand-in-token"
BOT = {"id": 123456, "is_bot": True, "first_name": "Kompas", "username": "KompasTestBot"}

LARGEST_DOWNLOAD = 20 * 1024 * 1024

Fault = Literal["429", "500", "502", "drop before", "drop after", "garbage"]


@dataclass(slots=True)
class Message:
    """A message as it stands on the screen of a person."""

    id: int
    text: str
    rows: Rows = ()
    mine: bool = False
    picture: bytes | None = None
    edits: int = 0
    styles: tuple[tuple[str, str], ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for row in self.rows for label, _ in row)


@dataclass(slots=True)
class Chat:
    """What one person sees. `heard` are the texts in the order in which they appeared, `screens` the keyboards."""

    id: int
    language: str
    kind: str = "private"
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)
    screens: list[Rows] = field(default_factory=list)
    accepted_at: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Call:
    """A request and what came of it."""

    method: str
    given: Mapping[str, object]
    refused: str | None


class StandIn:
    """The server's memory. All of it is guarded by `changed`, which is notified whenever anything happens."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.changed = threading.Condition(threading.RLock())
        self.chats: dict[int, Chat] = {}
        self.calls: list[Call] = []
        self.commands: dict[str, list[tuple[str, str]]] = {}
        self.answered: list[str] = []
        self.updates: deque[Values] = deque()
        self.files: dict[str, bytes] = {}
        self.closed = False
        self._queries: dict[str, float] = {}
        self._faults: list[tuple[str, int | None, Fault, int]] = []
        self._next_message = 100
        self._next_update = 700_000_000
        self.polls = 0

    # --- for tests --------------------------------------------------------------------------------------------------

    def fault(
        self, method: str, fault: Fault, times: int = 1, *, chat: int | None = None, retry_after: int = 1
    ) -> None:
        """Let the next requests of a method (to one chat) go wrong."""
        with self.changed:
            self._faults += [(method, chat, fault, retry_after)] * times

    def refused(self, but: str = "\0") -> list[str]:
        """What was refused so far, but for descriptions that hold `but`."""
        with self.changed:
            return [f"{c.method}: {c.refused}" for c in self.calls if c.refused and but not in c.refused]

    def count(self, method: str) -> int:
        """How often a method was called."""
        with self.changed:
            return sum(call.method == method for call in self.calls)

    def wait(self, condition: Callable[[], object], seconds: float = 10.0, what: Callable[[], str] = str) -> None:
        """Wait until a condition holds; AssertionError, saying for what, when it does not."""
        with self.changed:
            deadline = time.monotonic() + seconds
            while not (held := condition()) and time.monotonic() < deadline:
                self.changed.wait(0.05)  # some conditions are about more than what is notified
        assert held, f"waited {seconds} s in vain for {what()}; refused: {self.refused()}"

    def put(self, update: Values) -> int:
        """Let an update wait for the bot; its number."""
        with self.changed:
            self._next_update += 1
            self.updates.append({"update_id": self._next_update, **update})
            self.changed.notify_all()
            return self._next_update

    def query(self, data: Values) -> str:
        """Let a press wait for the bot; the number of its query."""
        with self.changed:
            number = str(len(self._queries) + 5_000)
            self._queries[number] = time.monotonic()
            self.put({"callback_query": {"id": number, "chat_instance": "1", **data}})
            return number

    def expire_queries(self) -> None:
        """All presses so far are too old to be answered."""
        with self.changed:
            self._queries = dict.fromkeys(self._queries, float("-inf"))

    def new_id(self) -> int:
        """The number of the next message."""
        with self.changed:
            self._next_message += 1
            return self._next_message

    # --- requests ---------------------------------------------------------------------------------------------------

    def request(self, token: str, method: str, given: Mapping[str, object], gone: Callable[[], bool]) -> object:
        """The result of a request, or Refused, or a dropped connection. `gone`: whether the caller hung up."""
        refused: str | None = None
        try:
            with self.changed:
                if token != self.token:
                    raise Refused(401, "Unauthorized")
                fault = self._fault(method, given)
                if fault is not None and fault[0] != "drop after":
                    _fail(*fault)
                values = botapi.checked(method, given)
            result = self._updates(values, gone) if method == "getUpdates" else self._act(method, values)
            if fault is not None:
                _fail(*fault)
            return result
        except Refused as error:
            refused = error.description
            raise
        finally:
            with self.changed:
                self.calls.append(Call(method, given, refused))
                self.changed.notify_all()

    def _fault(self, method: str, given: Mapping[str, object]) -> tuple[Fault, int] | None:
        for number, (of, chat, fault, retry_after) in enumerate(self._faults):
            if of == method and (chat is None or str(chat) == str(given.get("chat_id"))):
                del self._faults[number]
                return fault, retry_after
        return None

    def _act(self, method: str, values: Values) -> object:
        actions: dict[str, Callable[[Values], object]] = {
            "getMe": lambda _: BOT,
            "deleteWebhook": lambda _: True,
            "setMyCommands": self._set_commands,
            "sendMessage": self._send_message,
            "sendPhoto": self._send_photo,
            "editMessageText": self._edit,
            "answerCallbackQuery": self._answer_query,
            "getFile": self._get_file,
        }
        with self.changed:
            return actions[method](values)

    def _updates(self, values: Values, gone: Callable[[], bool]) -> list[Values]:
        """Long polling: a newer poll ends the one that hangs; a caller that hung up gets nothing."""
        deadline = time.monotonic() + values.get("timeout", 0)
        with self.changed:
            self.polls += 1
            mine = self.polls
            self.changed.notify_all()
            while "offset" in values and self.updates and self.updates[0]["update_id"] < values["offset"]:
                self.updates.popleft()
            while not self.updates and time.monotonic() < deadline and not self.closed and not gone():
                self.changed.wait(0.05)
                if mine != self.polls:
                    raise Refused(409, "Conflict: terminated by other getUpdates request")
            return list(self.updates)[: values.get("limit", 100)]

    def _set_commands(self, values: Values) -> bool:
        for command in values["commands"]:
            if not (1 <= len(command["command"]) <= 32 and command["command"].islower()):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        pairs = [(command["command"], command["description"]) for command in values["commands"]]
        self.commands[values.get("language_code", "")] = pairs
        return True

    def _chat(self, values: Values) -> Chat:
        chat = self.chats.get(int(values["chat_id"]))
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        return chat

    def _send_message(self, values: Values) -> Values:
        chat = self._chat(values)
        found = botapi.shown(values["text"], values.get("parse_mode"))
        if not found.text:
            raise bad("message text is empty")
        rows = botapi.buttons(values.get("reply_markup"))
        return self._appear(chat, Message(self.new_id(), found.text, rows, styles=found.styles))

    def _send_photo(self, values: Values) -> Values:
        chat = self._chat(values)
        found = botapi.shown(values.get("caption", ""), values.get("parse_mode"), botapi.LONGEST_CAPTION)
        if not values["photo"].startswith(b"\x89PNG"):
            raise bad("IMAGE_PROCESS_FAILED")
        rows = botapi.buttons(values.get("reply_markup"))
        return self._appear(chat, Message(self.new_id(), found.text, rows, picture=values["photo"]))

    def _edit(self, values: Values) -> Values:
        chat = self._chat(values)
        message = chat.messages.get(values.get("message_id", 0))
        if message is None:
            raise bad("message to edit not found")
        if message.mine:
            raise bad("message can't be edited")
        if message.picture is not None:
            raise bad("there is no text in the message to edit")
        found = botapi.shown(values.get("text", ""), values.get("parse_mode"))
        if not found.text:
            raise bad("message text is empty")
        rows = botapi.buttons(values.get("reply_markup"))
        if (found.text, found.styles, rows) == (message.text, message.styles, message.rows):
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a "
                "current content and reply markup of the message"
            )
        message.text, message.rows, message.styles = found.text, rows, found.styles
        message.edits += 1
        return self._appear(chat, message)

    def _appear(self, chat: Chat, message: Message) -> Values:
        chat.messages[message.id] = message
        chat.heard.append(message.text)
        chat.screens += [message.rows] if message.rows else []
        chat.accepted_at.append(time.monotonic())
        about = {"id": chat.id, "type": chat.kind, "first_name": "P"}
        return {"message_id": message.id, "date": int(time.time()), "chat": about, "text": message.text}

    def _get_file(self, values: Values) -> Values:
        data = self.files.get(values["file_id"])
        if data is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(data) > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        path = f"documents/{values['file_id']}"
        return {"file_id": values["file_id"], "file_unique_id": "u", "file_size": len(data), "file_path": path}

    def file(self, token: str, path: str) -> bytes | None:
        """The bytes of a file that getFile told the path of."""
        return self.files.get(path.removeprefix("documents/")) if token == self.token else None

    def _answer_query(self, values: Values) -> bool:
        asked = self._queries.get(values["callback_query_id"])
        if asked is None or time.monotonic() - asked > 30:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self.answered.append(values["callback_query_id"])
        return True


class Dropped(Exception):
    """The connection ends without an answer."""


class Garbage(Exception):
    """The answer is no JSON: some proxy speaks."""


def _fail(fault: Fault, retry_after: int) -> None:
    if fault == "429":
        raise Refused(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
    if fault in ("500", "502"):
        raise Refused(int(fault), "Internal Server Error" if fault == "500" else "Bad Gateway")
    raise Garbage if fault == "garbage" else Dropped
