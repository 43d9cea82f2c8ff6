"""People who use the bot: they read what is on the screen, type, and press buttons by their labels.

Belongs here: what a person does. Does not: what the server does (see `standin`).
"""

import time

from tests.telegram.botapi import Values
from tests.telegram.standin import Chat, Message, StandIn


class Person:
    """Somebody with a private chat."""

    def __init__(self, standin: StandIn, id: int, language: str = "en", kind: str = "private") -> None:
        self.standin = standin
        self.chat = Chat(id, language, kind)
        standin.chats[id] = self.chat

    def say(self, text: str) -> int:
        """Type something; the number of the update."""
        return self.send(text=text)

    def send(self, **content: object) -> int:
        """Send a message of any kind; the number of the update."""
        with self.standin.changed:
            message = Message(self.standin.new_id(), str(content.get("text", "")), mine=True)
            self.chat.messages[message.id] = message
            return self.standin.put({"message": {**self._about(message.id), **content}})

    def send_file(self, name: str, data: bytes) -> int:
        """Send a file; the number of the update."""
        file = f"file{len(self.standin.files)}"
        self.standin.files[file] = data
        about = {"file_id": file, "file_unique_id": file, "file_name": name, "file_size": len(data)}
        return self.send(document=about)

    def press(self, label: str, message: Message | None = None) -> str:
        """Press the button with this label (or that begins with it); the number of the query."""
        with self.standin.changed:
            on = message or self.screen
            data = next((d for row in on.rows for shown, d in row if shown.startswith(label)), None)
            assert data is not None, f"no button {label!r} among {on.labels}"
            return self.press_data(data, on)

    def press_data(self, data: str, message: Message) -> str:
        """Press a button with this data, forged or not."""
        about = {**self._about(message.id), "from": {"id": 123456, "is_bot": True, "first_name": "Kompas"}}
        return self.standin.query({"from": self._me(), "data": data, "message": {**about, "text": message.text}})

    @property
    def screen(self) -> Message:
        """The newest message with buttons."""
        return [message for message in self.chat.messages.values() if message.rows][-1]

    @property
    def replies(self) -> list[Message]:
        """What the bot wrote, as it stands now."""
        return [message for message in self.chat.messages.values() if not message.mine]

    def hears(self, count: int, seconds: float = 10.0) -> list[str]:
        """Wait until so many messages appeared or changed, in all; what they said."""
        self.standin.wait(
            lambda: len(self.chat.heard) >= count, seconds, lambda: f"{count} messages: {self.chat.heard}"
        )
        return list(self.chat.heard)

    def _me(self) -> Values:
        return {"id": self.chat.id, "is_bot": False, "first_name": "P", "language_code": self.chat.language}

    def _about(self, message: int) -> Values:
        chat = {"id": self.chat.id, "type": self.chat.kind, "first_name": "P", "title": "T"}
        return {"message_id": message, "date": int(time.time()), "chat": chat, "from": self._me()}
