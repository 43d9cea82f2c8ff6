"""Our exceptions: facts as attributes, and a plain sentence that names the remedy.

KompasError
├── ConfigError        a setting is wrong or missing
├── KnowledgeError     the knowledge base has problems (all of them, in `.problems`)
├── InputError         what was handed to a command cannot be used
└── StorageError       the database cannot be used as it is
"""

from collections.abc import Sequence


class KompasError(Exception):
    """The root: whoever catches this catches every expected failure of Kompas."""


class ConfigError(KompasError):
    """A setting is wrong or missing; the message names the key and the remedy."""


class KnowledgeError(KompasError):
    """The knowledge base cannot be used; `problems` holds every reason at once."""

    def __init__(self, problems: Sequence[object]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class InputError(KompasError):
    """What was handed to a command cannot be used; the message names the place and the remedy."""


class StorageError(KompasError):
    """The database cannot be used as it is; the message says what to do."""
