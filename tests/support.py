"""A small bot for tests: the real app with the small knowledge base, a database in a folder, and a conversation that
only echoes, so that a test knows what must come out.

Belongs here: building it. Does not: any channel.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.advice.model import Catalogue
from bot.app import Kompas
from bot.dialogue.event import Event, Forget, SaveAssessment, View
from bot.dialogue.reply import Button, Reply, Specification, escape
from bot.dialogue.state import State
from bot.dialogue.step import Outcome
from bot.storage.database import Database
from bot.storage.identity import identity
from tests.small import small_catalogue

PICTURE = Specification("profile", {}, "en", "the picture in words")
PNG = b"\x89PNG\r\n\x1a\n test"
NOW = 1_700_000_000.0


def echo(catalogue: Catalogue, event: Event, state: State | None, view: View) -> Outcome:
    """Says back what it heard, with a count; some words make it do something."""
    state = state or State(language=event.language or "en")
    count = state.generation + 1
    text = f"{count}: {escape(event.value)}"
    rows = ((Button("Yes", f"{count}:yes"), Button("No", f"{count}:no")),)
    after = replace(state, generation=count)
    special: dict[str, Callable[[], Outcome]] = {
        "boom": _raise,
        "forget": lambda: Outcome(after, (Reply("farewell", rows, generation=count),), (Forget(),)),
        "save": lambda: Outcome(after, (Reply("saved"),), (SaveAssessment({"generation": count}),)),
        "history": lambda: Outcome(after, (Reply(f"{len(view.history)} assessments"),)),
        "picture": lambda: Outcome(after, (Reply("look", picture=PICTURE),)),
        "long": lambda: Outcome(after, (Reply("\n".join(f"line {n} of a long text" for n in range(500)), rows),)),
        "broken": lambda: Outcome(after, (Reply("a <b>broken<i> text", rows),)),
        "twice": lambda: Outcome(after, (Reply("first"), Reply("second", rows, generation=count))),
        "silence": lambda: Outcome(after, ()),
    }
    if event.kind == "text" and event.value in special:
        return special[event.value]()
    pressed = event.kind == "press"
    return Outcome(after, (Reply(text, rows, f"{count}:yes", replace=pressed, generation=count),))


def _raise() -> Outcome:
    raise ZeroDivisionError("secret words of a person")


def sorry(language: str, reference: str) -> Reply:
    """An apology that a test can recognise."""
    return Reply(f"sorry {language} {reference}")


def small_bot(folder: Path, draw: Callable[[Specification], bytes] | None = None) -> Kompas:
    """The app with the echo; the same folder gives the same database."""
    return Kompas(
        small_catalogue(),
        View(operator="Test", retention_days=30),
        Database(folder / "kompas.db"),
        identity(folder / "kompas.key"),
        step=echo,
        apology=sorry,
        draw=draw,
    )


def heard(kompas: Kompas, channel: str, address: str) -> list[str]:
    """Take every letter of a chat out of the outbox, as a channel that never fails would; their texts."""
    texts = []
    letter = kompas.next_letter(kompas.chat(channel, address))
    while letter is not None:
        texts.append(letter.reply.text)
        letter = kompas.sent(letter, message=len(texts))
    return texts
