"""From features to a score and a verdict that mean the same for every challenge: one logistic rule.

Belongs here: the features, the fitted numbers, the thresholds. Does not: finding the features (matching).
The numbers are fitted by `python -m tests.bench fit` on the examples; change them only by running it again.
"""

import math
from typing import NamedTuple

from bot.advice.model import FITS, MAY_FIT, NOTHING_FITS

FITS_FROM = 0.5
MAY_FIT_FROM = 0.11
"""Scores from which a verdict holds; set on the examples so that "fits" is right in nine of ten (tests/bench)."""

BELOW_FITS = FITS_FROM - 0.01
"""The highest score that is still only "may fit"."""


class Features(NamedTuple):
    """What the verdict is drawn from, for one challenge and one text."""

    terms: float
    sentence: float
    cosine: float
    sign: float
    hits: float
    covered: float
    lead: float
    lead_cosine: float
    lead_sign: float
    known: float
    not_sign: float
    length: float


BIAS = -6.039
WEIGHTS = (2.251, 0.146, 2.301, 0.783, -0.029, 2.514, 0.939, 2.503, 0.689, -0.964, 0.495, -0.976)
"""The logistic rule over the features, in their order."""


def probability(features: Features) -> float:
    """How likely an acceptable challenge is: the logistic rule."""
    z = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features, strict=True))
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, z))))


def verdict(score: float) -> str:
    """The verdict that a score stands for."""
    return FITS if score >= FITS_FROM else MAY_FIT if score >= MAY_FIT_FROM else NOTHING_FITS
