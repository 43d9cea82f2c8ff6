"""What admins ask for that takes longer than a turn: reading the files again, looking at a file, putting it in place.

Belongs here: doing a job and saying what came of it as data. Does not: the queue of jobs (storage), who may ask, words.
It runs beside the conversation: what takes very long (trying the content out) in a process of its own, so that nobody
waits for it; what ends in a new catalogue in a thread.
"""

import json
import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ParamSpec, TypeVar

from bot.advice.matching import matcher
from bot.advice.model import Catalogue
from bot.dialogue.desk import COUNTED, summary
from bot.dialogue.post import Done, Job
from bot.knowledge import findings
from bot.knowledge.problems import Problem
from bot.knowledge.workshop import Changed, Proposal, Refusal, Workshop

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE = 900.0
"""Seconds for a job in a process of its own: trying out a large knowledge base takes minutes, never this long."""

MOST_PROBLEMS = 15
"""Problems told in a message; more at once help nobody."""

Json = Mapping[str, object]


class Errands:
    """Does jobs, one at a time; `folder`, `overlay` and `languages` as in the configuration."""

    def __init__(self, folder: Path, overlay: Path | None, languages: Sequence[str] | None) -> None:
        self._where = (folder, overlay, tuple(languages or ()) or None)
        self._workshop = Workshop(*self._where)

    def perform(self, job: Job, data: bytes | None) -> Done:
        """What came of a job; `data` is the file that was sent. Raises for nothing that an admin can do."""
        match job.kind:
            case "reload":
                return self._reload(job)
            case "examine":
                return self._examine(job, data)
            case "apply":
                return self._apply(job)
            case "undo":
                return self._changed(job, self._workshop.undo(job.address, job.asked_at))
            case _:
                return Done(_told(job, "done", **beside(_health, *self._where)))

    def _reload(self, job: Job) -> Done:
        loaded = self._workshop.load()
        if loaded.catalogue is None:
            return _refused(job, Refusal("problems", problems=loaded.errors))
        return Done(_told(job, "done", **_counts(loaded.catalogue)), catalogue=_ready(loaded.catalogue))

    def _examine(self, job: Job, data: bytes | None) -> Done:
        if data is None:
            return _refused(job, Refusal("not-fetched"))
        found, proposal = beside(_examined, *self._where, str(json.loads(job.about)["name"]), data)
        return Done(_told(job, **found), proposal=proposal, settled=True)

    def _apply(self, job: Job) -> Done:
        given = job.proposal
        if given is None:
            return _refused(job, Refusal("no-proposal"))
        proposal = Proposal(str(given["place"]), str(given["text"]), str(given["before"]))
        return self._changed(job, self._workshop.apply(proposal, job.address, job.asked_at))

    def _changed(self, job: Job, found: Changed | Refusal) -> Done:
        if isinstance(found, Refusal):
            return _refused(job, found)
        value = _told(job, "done", place=found.place, gone=found.gone, **_counts(found.catalogue))
        return Done(value, settled=job.kind == "apply", catalogue=_ready(found.catalogue))


def broken(job: Job, reference: str) -> Done:
    """What is said of a job that went wrong unexpectedly; the reference is in the log."""
    return _refused(job, Refusal("failed", reference))


def _ready(catalogue: Catalogue) -> Catalogue:
    """The catalogue with its indexes built, so that nobody's answer waits for them."""
    for code in catalogue.languages:
        matcher(catalogue).material(code)
    return catalogue


def _counts(catalogue: Catalogue) -> dict[str, object]:
    return {"version": catalogue.version, **{kind: len(getattr(catalogue, kind)) for kind in COUNTED}}


def _refused(job: Job, refusal: Refusal) -> Done:
    return Done(_told(job, **_refusal(refusal)), settled=job.kind == "apply" and refusal.reason != "failed")


def _refusal(refusal: Refusal) -> dict[str, object]:
    return {"outcome": "refused", "reason": refusal.reason, "about": refusal.about, **_problems(refusal.problems)}


def _problems(problems: Sequence[Problem]) -> dict[str, object]:
    told = [str(problem) for problem in problems[:MOST_PROBLEMS]]
    return {"problems": told, "more": len(problems) - len(told)}


def _told(job: Job, outcome: object, **facts: object) -> str:
    return json.dumps({"work": job.kind, "outcome": outcome, **facts}, ensure_ascii=False)


# --- in a process of their own ---------------------------------------------------------------------------------------


def beside(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of a call made in another process: it costs no answer a millisecond, and may even break."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_sent, args=(theirs, call, args, kwargs), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(PATIENCE):
            raise TimeoutError
        result: T = ours.recv()
        return result
    finally:
        process.kill()
        process.join()


def _sent(pipe: Connection, call: Callable[..., object], args: Sequence[object], kwargs: Mapping[str, object]) -> None:
    pipe.send(call(*args, **kwargs))


def _examined(
    folder: Path, overlay: Path | None, languages: Sequence[str] | None, name: str, data: bytes
) -> tuple[dict[str, object], Json | None]:
    """What came of looking at a file, and the proposal to keep if it can be applied."""
    found = Workshop(folder, overlay, languages).examine(name, data)
    if isinstance(found, Refusal):
        return _refusal(found), None
    told = {**summary(found.comparison, found.catalogue, Path(found.proposal.place).stem), **_problems(found.problems)}
    return {"outcome": "done"}, {**asdict(found.proposal), "told": told}


def _health(folder: Path, overlay: Path | None, languages: Sequence[str] | None) -> dict[str, object]:
    """How the content is: what `kompas check --deep` counts."""
    found = findings.find(folder, overlay, languages, deep=True)
    by_rule: dict[str, int] = {}
    for problem in found.problems:
        by_rule[problem.rule] = by_rule.get(problem.rule, 0) + 1
    levels = {level: sum(problem.level == level for problem in found.problems) for level in findings.LEVELS}
    scores = {kind: [share.hits, share.of] for kind, share in (found.scores or {}).items()}
    worst = [problem for problem in found.problems if problem.level != "note"]
    return {"levels": levels, "rules": by_rule, "scores": scores, **_problems(worst)}
