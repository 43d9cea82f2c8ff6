"""What a chat remembers between two messages: raw answers and match scores, never derived beliefs."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """The state of one chat."""

    language: str

    def to_json(self) -> dict[str, object]:
        """Plain data; `from_json` gives the same state back."""
        return {"language": self.language}

    @staticmethod
    def from_json(data: Mapping[str, object]) -> "State":
        """The state that `to_json` wrote; fields unknown to this version are ignored."""
        return State(str(data["language"]))
