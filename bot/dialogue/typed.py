"""Everything a person can press they can also type: a label, its number, or a word that means the same."""

import difflib
import re
from collections.abc import Iterator

from bot.advice.model import LEVELS
from bot.dialogue.reply import Button, Reply, choices
from bot.dialogue.wording import languages, words

CLOSE = 0.8
"""Similarity from which a mistyped word counts: "somtimes" is "sometimes", "no" is not "not"."""

SHORTEST_START, SHORTEST_GUESS = 3, 4
"""Shorter words are not taken for the beginning of a label, or guessed at: too many others are near."""

_NOT_A_WORD = re.compile(r"[^\w\s']+")
ANYWHERE = ("back", "help", "privacy", "language", "new", "start", "plan", "advice", "history", "topics", "forget")
"""What can be typed on any screen, with or without a slash; the words are in the wording."""


def simple(text: str) -> str:
    """Lower case, without marks or doubled spaces."""
    return " ".join(_NOT_A_WORD.sub(" ", text.casefold()).split())


def token_for(screen: Reply, text: str, free: bool) -> str | None:
    """The token of the button that the text stands for, or None.

    `free`: the screen also takes free text, so a guess is made only at a word or two.
    """
    said = simple(text)
    if not said:
        return None
    known = dict(_labels(screen))
    for key, button in choices(screen):
        known.setdefault(key, button.token)
    if said in known:
        return known[said]
    if free and len(said.split()) > 2:
        return None
    if len(said) >= SHORTEST_START:
        starts = sorted({token for label, token in known.items() if label.startswith(said)})
        if len(starts) == 1:
            return starts[0]
    if len(said) >= SHORTEST_GUESS:
        near = difflib.get_close_matches(said, known, n=1, cutoff=CLOSE)
        return known[near[0]] if near else None
    return None


SYNONYMS = (
    *((f"rate:{rating}", f"typed-rating-{rating}") for rating in range(LEVELS)),
    ("unknown", "typed-rating-unknown"),
    ("na", "typed-rating-na"),
    ("right", "typed-yes"),
    ("none", "typed-no"),
    ("erase", "typed-yes"),
    ("why", "typed-why"),
    ("unsure", "typed-unsure"),
    ("enough", "typed-enough"),
    ("go", "typed-go"),
    ("back", "typed-back"),
)
"""Which words, in every language, stand for a button: its token and the key of the words in the wording."""


def _labels(screen: Reply) -> Iterator[tuple[str, str]]:
    buttons = [button for row in screen.rows for button in row]
    tokens = {bare(button): button.token for button in buttons}
    synonyms = [*SYNONYMS, *([("back", "typed-no")] if "erase" in tokens else [])]
    for token, key in synonyms:
        if token in tokens:
            for language in languages():
                yield from ((simple(word), tokens[token]) for word in words(language, key))
    yield from ((simple(button.label), button.token) for button in buttons)


def bare(button: Button) -> str:
    """A button's token without the screen's generation."""
    return button.token.partition(":")[2]


def command_for(text: str) -> str | None:
    """The command that a text alone stands for in any language: "help", "terug", "nieuw"."""
    said = simple(text)
    for language in languages():
        for command in ANYWHERE:
            if said in {simple(word) for word in words(language, f"typed-{command}")}:
                return command
    return None
