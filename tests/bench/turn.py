"""The time of one turn and of its parts, beside one bare commit to the same disk.

A turn: an event received and committed, the state loaded, the answer decided, everything committed, the reply taken
from the outbox. Baseline: one INSERT with its own commit, `synchronous=FULL`, in the same folder.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from bot import app
from bot.advice.assessment import Beliefs, advise
from bot.advice.matching import Matcher
from bot.advice.model import Situation
from bot.config import Settings
from bot.dialogue.event import Event
from bot.dialogue.reply import Reply
from bot.knowledge import load

PEOPLE = 8
TURNS = 26
SITUATIONS = (
    ("en", "every small decision goes up four floors and comes back as maybe, and my best people leave"),
    ("nl", "elke nota gaat langs vijf parafen, en intussen lopen de bezwaren op en vertrekken mijn beste mensen"),
)


def run() -> dict[str, float | str]:
    """Milliseconds, and ratios to the bare commit."""
    started = time.perf_counter()
    catalogue = load.catalogue(load.shipped_folder())
    loaded = time.perf_counter()
    matcher = Matcher(catalogue)
    for code in catalogue.languages:
        matcher.material(code)
    indexed = time.perf_counter()
    language, text = SITUATIONS[0]
    found = matcher.match(text, language)
    situation = Situation(matches=tuple(match for match in found.matches if match.verdict != "nothing fits"))
    with tempfile.TemporaryDirectory() as folder:
        commit = _timed(_bare_commits(Path(folder) / "bare.db"), 200)
        turns = _conversations(Path(folder) / "kompas.db")
    figures: dict[str, float | str] = {
        "turns": len(turns),
        "baseline: one bare commit, median ms": median(commit),
        "turn, median ms": median(turns),
        "turn, p99 ms": quantiles(turns, n=100)[98],
        "turn / baseline": median(turns) / median(commit),
        "part: match a situation, median ms": median(_timed(lambda: matcher.match(text, language), 50)),
        "part: choose the next statement, median ms": median(
            _timed(lambda: Beliefs(catalogue, situation).next_statement, 20)
        ),
        "part: stability (when to stop), median ms": median(
            _timed(lambda: Beliefs(catalogue, situation).stability, 20)
        ),
        "part: advise, median ms": median(_timed(lambda: advise(catalogue, situation), 20)),
        "start: load and check the knowledge base, s": loaded - started,
        "start: build the matcher for every language, s": indexed - loaded,
    }
    return figures


def _timed(action: Callable[[], object], times: int) -> list[float]:
    found = []
    for _ in range(times):
        before = time.perf_counter()
        action()
        found.append(1000 * (time.perf_counter() - before))
    return found


def _bare_commits(path: Path) -> Callable[[], object]:
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE t (x TEXT)")

    def commit() -> None:
        with db:
            db.execute("INSERT INTO t VALUES ('x')")

    return commit


def _conversations(path: Path) -> list[float]:
    """Whole conversations of several people, one after another: the situation, then always the step that moves on."""
    kompas = app.build(Settings(database=path))
    found = []
    try:
        for person in range(PEOPLE):
            language, text = SITUATIONS[person % len(SITUATIONS)]
            here = app.Here(kompas, "bench", str(person), language)
            event = Event("", "text", text, time.time())
            for _ in range(TURNS):
                before = time.perf_counter()
                replies: list[Reply] = list(here.hear(event))
                found.append(1000 * (time.perf_counter() - before))
                screen = next((reply for reply in reversed(replies) if reply.rows), None)
                if screen is None or screen.onward is None:
                    break
                event = Event("", "press", screen.onward, time.time())
    finally:
        kompas.close()
    return found
