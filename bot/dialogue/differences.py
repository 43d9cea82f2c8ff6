"""Two knowledge bases compared, laid out as text for an admin at the command line.

Belongs here: laying out a comparison. Does not: comparing (bot.advice.comparison), the preview in the chat (admin).
"""

from collections.abc import Iterator
from itertools import groupby

from bot.advice.comparison import Change, Comparison, Moved, Shift
from bot.advice.model import Catalogue
from bot.advice.trial import ADVICE, CHALLENGES, PRACTICES


def printed(found: Comparison, catalogue: Catalogue) -> str:
    """What changed in the words, then the dry run: which examples change, and which addend moved."""
    return "\n".join([*_words(found), "", *_dry_run(found, catalogue)])


def _words(found: Comparison) -> Iterator[str]:
    if not found.changes:
        yield "The words are the same."
    for (kind, entry), group in groupby(found.changes, key=lambda change: (change.kind, change.entry)):
        changes = tuple(group)
        if not changes[0].path:
            came, title = changes[0].before is None, _line(changes[0].after or changes[0].before)
            yield f"{'new' if came else 'gone'}: {kind}/{entry}  {title}".rstrip()
            continue
        yield f"{kind}/{entry}"
        yield from (line for change in changes for line in _change(change))
        for code in found.one_sided.get((kind, entry), ()):
            yield f"  ! {code} did not change; does it still say the same?"


def _change(change: Change) -> Iterator[str]:
    yield f"  {place(change)}"
    if change.before is not None:
        yield f"  - {_line(change.before)}"
    if change.after is not None:
        yield f"  + {_line(change.after)}"


def place(change: Change) -> str:
    """Where in its entry a value stands, as in the file: without the `text` around the languages."""
    *way, last = change.path or ("",)
    return ".".join([*(step for step in way if step != "text"), last])


def _line(text: str | None) -> str:
    """A text on one line, whatever lines its file has."""
    return " ".join((text or "").split())


def short(text: str, limit: int) -> str:
    """A text on one line, cut where it gets longer than so many characters."""
    line = _line(text)
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def _dry_run(found: Comparison, catalogue: Catalogue) -> Iterator[str]:
    yield f"{len(found.shifts)} of {found.tried} examples change their first matches or their first five practices."
    for shift in found.shifts:
        yield ""
        yield from _shift(shift, catalogue)


def _shift(shift: Shift, catalogue: Catalogue) -> Iterator[str]:
    yield f"{shift.example}  {short(catalogue.examples[shift.example].text, SHOWN)}"
    before, after = shift.challenges
    if before != after:
        yield f"  matches: {', '.join(before) or 'nothing fits'} -> {', '.join(after) or 'nothing fits'}"
    yield from (f"  {_moved(moved)}" for moved in shift.moved)
    for what in (CHALLENGES, PRACTICES, ADVICE):
        if (what in shift.failed[0]) != (what in shift.failed[1]):
            yield f"  {what}: " + ("as expected now" if what in shift.failed[0] else "no longer as expected")


SHOWN = 90
"""Characters of an example's text: enough to know it again."""


def _moved(moved: Moved) -> str:
    way = f"{moved.practice}: {_place(moved.from_place)} -> {_place(moved.to_place)}"
    if moved.challenge is None:
        fell = moved.to_place is None or (moved.from_place is not None and moved.to_place > moved.from_place)
        return f"{way} (others moved past it)" if fell else way
    return f"{way} ({moved.challenge} {moved.before:.2f} -> {moved.after:.2f})"


def _place(place: int | None) -> str:
    return "not among the first" if place is None else f"place {place + 1}"
