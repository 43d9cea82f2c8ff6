"""A problem is data with an address; printing it is somebody else's job.

Belongs here: what a problem is, its one-line form, the "did you mean". Does not: finding problems.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
"""An error keeps the catalogue out of use; a warning should be mended; a note is only worth knowing."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in the knowledge base that needs a person; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    level: Level
    rule: str
    message: str

    def __str__(self) -> str:
        """The line that editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message} [{self.rule}]"


def near(word: str, options: Iterable[str]) -> str | None:
    """The option that was probably meant by a mistyped word, if any."""
    meant, some = word.casefold()[:_LONGEST], sorted(options)
    if len(some) > _MANY:  # comparing is slow: only with what begins or ends like it, and is about as long
        some = [o for o in some if abs(len(o) - len(meant)) <= 4 and (o[:1] == meant[:1] or o[-3:] == meant[-3:])]
    found = difflib.get_close_matches(meant, some, n=1, cutoff=0.6)
    return found[0] if found else None


_LONGEST = 80
_MANY = 300


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as a person would list them: `a, b or c`."""
    *front, end = list(words) or [""]
    return f"{', '.join(front)} {last} {end}" if front else end


def printable(text: str) -> str:
    """A text on one line that no terminal stumbles over."""
    return text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)


def shortened(text: str, limit: int = 40) -> str:
    """A stranger's text on one line, safe to print, cut where it gets long."""
    line = printable(text[: limit + 1])
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
