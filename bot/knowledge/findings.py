"""The whole of `kompas check`: read, check, on wish look deeper, and lay it out for people, programs or GitHub.

Belongs here: the order of things and the forms of the result. Does not: rules.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import BaseModel, Field

from bot.advice import trial
from bot.advice.model import Catalogue
from bot.advice.trial import Share
from bot.errors import InputError
from bot.knowledge import blank, contract, load, proof
from bot.knowledge import deep as deeper
from bot.knowledge.problems import Problem

LEVELS = ("note", "warning", "error")
"""In the order in which they are printed: what matters most stands last, where a terminal shows it."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All problems, and how the examples came out if this content was tried out."""

    problems: tuple[Problem, ...]
    scores: Mapping[str, Share] | None

    @property
    def errors(self) -> int:
        """How many problems keep the content out of use, or break what was agreed on."""
        return sum(problem.level == "error" for problem in self.problems)


def find(
    folder: Path,
    overlay: Path | None,
    languages: Sequence[str] | None,
    *,
    deep: bool = False,
    agree: bool = False,
    cache: Path | None = None,
    today: datetime.date | None = None,
) -> Findings:
    """Check a knowledge base; with `deep` also try it out, with `agree` also write down what fails (see proof)."""
    cache = cache or user_cache_path("kompas", appauthor=False) / "tried"
    today = today or datetime.date.today()
    loaded = load.read(folder, overlay, languages)
    catalogue = loaded.catalogue
    if catalogue is None:
        return Findings(loaded.problems, None)
    if not deep:
        known = proof.remembered(catalogue, cache)
        return Findings(loaded.problems, None if known is None else trial.scores(catalogue, known.failed))
    measured = proof.measured(catalogue, cache)
    if agree:
        _agree(folder, overlay, measured, catalogue, today)
        loaded = load.read(folder, overlay, languages)
    look = deeper.Look(loaded.library, catalogue, measured, today)
    problems = tuple(sorted({*loaded.problems, *deeper.run(look)}))
    return Findings(problems, trial.scores(catalogue, measured.failed))


def _agree(folder: Path, overlay: Path | None, measured: trial.Trial, catalogue: Catalogue, day: datetime.date) -> None:
    """Write down what fails: in the overlay, if there is one, so that the shipped folder stays as it came."""
    path = (overlay or folder) / "proof.yaml"
    below = load.read(folder).library.one(contract.Proof) if overlay else None
    known = below[1].known_failures if below else {}
    schema = blank.schema_of("proof", path, folder)
    try:
        path.write_text(proof.written(measured, catalogue, known, schema, day), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); correct its rights.") from None


# --- forms -----------------------------------------------------------------------------------------------------------


def printed(found: Findings, form: str) -> str:
    """The result as `text`, `json`, or `github` (annotations of a workflow run)."""
    return {"text": _text, "json": _json, "github": _github}[form](found)


def _text(found: Findings) -> str:
    ordered = [problem for level in LEVELS for problem in found.problems if problem.level == level]
    return "\n".join([*_lines(ordered), _counts(found), _score(found)])


MOST_NOTES = 20
"""Notes of one rule that are printed as text; `--format json` has all of them."""


def _lines(ordered: Sequence[Problem]) -> Iterator[str]:
    """The problems, a line each; of many notes of one rule the first ones, and how many more there are."""
    notes = Counter(problem.rule for problem in ordered if problem.level == "note")
    told: Counter[str] = Counter()
    for problem in ordered:
        told[problem.rule] += problem.level == "note"
        if problem.level != "note" or told[problem.rule] <= MOST_NOTES:
            yield str(problem)
        elif told[problem.rule] == notes[problem.rule]:
            more = notes[problem.rule] - MOST_NOTES
            yield f"… and {more} more notes of this kind; --format json has them all [{problem.rule}]"


def _counts(found: Findings) -> str:
    counts = Counter(problem.level for problem in found.problems)
    return f"{counts['error']} errors, {counts['warning']} warnings, {counts['note']} notes"


def _score(found: Findings) -> str:
    if found.scores is not None:
        return "examples: " + ("; ".join(_shares(found.scores)) or "there are none")
    if found.errors:
        return "examples: they can be tried once the errors are solved"
    return "examples: not tried on this content; `kompas check --deep` does"


def _shares(scores: Mapping[str, Share]) -> Iterator[str]:
    said = {
        trial.CHALLENGES: "an expected challenge among the first three",
        trial.PRACTICES: "all expected practices among the first five",
        trial.ADVICE: "the same once the challenge is known",
        trial.NOTHING: "nothing fits, as expected",
    }
    for kind, share in ((kind, share) for kind, share in scores.items() if share.of):
        low, high = share.interval
        yield f"{said[kind]} {share.share:.1%} ({share.hits} of {share.of}, 95% {low:.1%} to {high:.1%})"


class ScoreGiven(BaseModel):
    """How many examples of one sort came out as expected."""

    hits: int
    of: int
    share: float = Field(description="0..1; 0 of nothing is 0.")
    interval: tuple[float, float] = Field(description="The 95% interval of the share.")


class CheckAnswer(BaseModel):
    """The result as JSON; its schema is shipped as check-answer.json."""

    problems: list[Problem]
    examples: dict[str, ScoreGiven] | None = Field(description="By what they expect; null: not tried.")


def _json(found: Findings) -> str:
    scores = None if found.scores is None else {kind: _given(share) for kind, share in found.scores.items()}
    return CheckAnswer(problems=list(found.problems), examples=scores).model_dump_json(indent=2)


def _given(share: Share) -> ScoreGiven:
    low, high = share.interval
    return ScoreGiven(
        hits=share.hits, of=share.of, share=round(share.share, 4), interval=(round(low, 4), round(high, 4))
    )


def _github(found: Findings) -> str:
    commands = {"error": "error", "warning": "warning", "note": "notice"}
    lines = (
        f"::{commands[p.level]} file={_property(p.path)},line={p.line},col={p.column},title={_property(p.rule)}::"
        + _data(p.message)
        for p in found.problems
    )
    return "\n".join([*lines, _counts(found), _score(found)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
