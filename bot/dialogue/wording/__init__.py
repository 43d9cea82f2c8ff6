"""Every sentence the bot says, one Fluent file per language beside this one; `say` fills one in.

Belongs here: looking a sentence up and filling it in. Does not: deciding which. Values are escaped on their way in,
unless they are `Markup`, so that whatever people typed shows as they typed it.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from bot.dialogue.reply import escape

FALLBACK = "en"
"""The language of the interface where a catalogue has a language that this folder has no file for."""


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


@cache
def languages() -> tuple[str, ...]:
    """The languages the interface speaks."""
    return tuple(sorted(f.name.removesuffix(".ftl") for f in files(__package__).iterdir() if f.name.endswith(".ftl")))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    name = f"{language if language in languages() else FALLBACK}.ftl"
    bundle.add_resource(FluentResource(files(__package__).joinpath(name).read_text(encoding="utf-8")))
    return bundle


def say(language: str, key: str, /, **values: object) -> Markup:
    """The sentence `key` in a language, filled in with values (text is escaped, numbers follow the language)."""
    bundle = _bundle(language)
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(key)
    filled = {name: _value(value) for name, value in values.items()}
    text, errors = bundle.format_pattern(message.value, filled)
    if errors:
        raise KeyError(f"{key}: {errors[0]}")
    return Markup(text)


def _value(value: object) -> str | int | float:
    if isinstance(value, Markup):
        return str(value)
    return value if isinstance(value, int | float) else escape(str(value))


def words(language: str, key: str) -> tuple[str, ...]:
    """The comma-separated words of `key`."""
    return tuple(word.strip() for word in say(language, key).split(",") if word.strip())


def listed(language: str, items: Sequence[str]) -> Markup:
    """The items as running text: one, two and three. They are markup already."""
    if len(items) < 2:
        return Markup("".join(items))
    return say(language, "list-end", head=Markup(", ".join(items[:-1])), last=Markup(items[-1]))


def commands(language: str) -> tuple[tuple[str, str], ...]:
    """The commands of the menu with their descriptions, likely ones first."""
    return tuple((name, say(language, f"command-{name}")) for name in COMMANDS)


COMMANDS = ("start", "new", "advice", "plan", "history", "topics", "language", "help", "privacy", "forget")
"""The commands in the menu: what each does is decided in step.py."""
