"""Fits the logistic rule of `bot/advice/verdict.py` to the examples, and says how well the examples then come out.

Half of the examples (by a hash of their id) fit the rule that is judged on the other half; the rule to keep is fitted
to all of them. Prints the numbers to put into verdict.py. Logistic regression by Newton's method with a small ridge.
"""

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.advice import verdict as rule
from bot.advice.matching import Matcher
from bot.advice.model import Catalogue, Example
from bot.knowledge import load

RIDGE = 1.0
ROUNDS = 15
KEPT = 0.95


@dataclass(frozen=True)
class Seen:
    """An example with the features of each challenge that was looked at closely."""

    example: Example
    candidates: tuple[tuple[str, tuple[float, ...]], ...]


def run() -> dict[str, float | str]:
    """Figures on the half that was not fitted, then the numbers fitted to all."""
    catalogue = load.catalogue(load.shipped_folder())
    seen = features(catalogue)
    halves = ([s for s in seen if _half(s) == 0], [s for s in seen if _half(s) == 1])
    figures: dict[str, float | str] = {
        "examples": len(seen),
        "that nothing fits": sum(not s.example.challenges for s in seen),
    }
    for name, fitted, judged in (("other half A", halves[0], halves[1]), ("other half B", halves[1], halves[0])):
        figures |= {f"{name}: {key}": value for key, value in judge(fit(fitted), judged).items()}
    best = fit(seen)
    figures["BIAS"] = round(best[0], 3)
    figures["WEIGHTS"] = str(tuple(round(weight, 3) for weight in best[1:]))
    present = (rule.BIAS, *rule.WEIGHTS)
    figures["largest difference to verdict.py"] = max(abs(a - b) for a, b in zip(best, present, strict=True))
    return figures


def features(catalogue: Catalogue) -> list[Seen]:
    """What the matcher sees in each example's text as a whole."""
    matcher = Matcher(catalogue)
    return [Seen(e, tuple(matcher.observed(e.text, e.lang))) for e in catalogue.examples.values()]


def _half(seen: Seen) -> int:
    return hashlib.sha256(seen.example.id.encode()).digest()[0] % 2


def fit(seen: Iterable[Seen]) -> list[float]:
    """Bias and weights."""
    rows = [
        ((1.0, *values), 1.0 if challenge in s.example.challenges else 0.0)
        for s in seen
        for challenge, values in s.candidates
    ]
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [-RIDGE * w if place else 0.0 for place, w in enumerate(weights)]
        hessian = [[RIDGE if i == j and i else 0.0 for j in range(size)] for i in range(size)]
        for row, label in rows:
            p = _logistic(sum(w * value for w, value in zip(weights, row, strict=True)))
            for i in range(size):
                gradient[i] += (label - p) * row[i]
                for j in range(size):
                    hessian[i][j] += p * (1 - p) * row[i] * row[j]
        step = _solved(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-7:
            break
    return weights


def _logistic(z: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, z))))


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Gaussian elimination with pivoting."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(size):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def judge(weights: Sequence[float], seen: Iterable[Seen]) -> dict[str, float]:
    """How well a rule does: among the first three, refusing while 95% of the others are kept, "fits" being right."""
    inside: list[float] = []
    outside: list[float] = []
    any_three = strict_three = fits = right = 0
    for s in seen:
        scored = sorted(
            (
                (_logistic(sum(w * v for w, v in zip(weights, (1.0, *values), strict=True))), c)
                for c, values in s.candidates
            ),
            reverse=True,
        )
        top = scored[0][0] if scored else 0.0
        (inside if s.example.challenges else outside).append(top)
        three = [challenge for _, challenge in scored[:3]]
        if s.example.challenges:
            strict_three += s.example.challenges[0] in three
            any_three += any(challenge in s.example.challenges for challenge in three)
        if top >= rule.FITS_FROM:
            fits += 1
            right += three[0] in s.example.challenges
    threshold = sorted(inside)[int((1 - KEPT) * len(inside))]
    return {
        "any acceptable in the first three": any_three / len(inside),
        "best label in the first three": strict_three / len(inside),
        "refused while 95% kept": sum(score < threshold for score in outside) / len(outside),
        '"fits" is right': right / max(1, fits),
    }
