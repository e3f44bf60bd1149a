"""Watching a learned score by what became of its forecasts: alarm, and a nightly correction."""

from __future__ import annotations

import math
from collections.abc import Sequence

# |z| beyond this on the last outcomes is an alarm (no false one in 81).
ALARM = 3.0
ALARM_WINDOWS = (50, 100)
# Recalibrated on so many outcomes, from so many on (docs/scoring.md).
RECALIBRATED_ON, FEWEST_FOR_CALIBRATION = 200, 50
_SHIFT_SPREAD, _STRETCH_SPREAD = 3.0, 0.2
_STEPS = 25
_LEAST_CHANCE = 1e-6


def surprise(chances: Sequence[float], won: Sequence[bool]) -> float:
    """z = (sum y - sum p) / sqrt(sum p (1 - p)): above 0 more were won than was said."""
    expected = sum(chances)
    spread = math.sqrt(sum(one * (1 - one) for one in chances))
    return (sum(won) - expected) / max(spread, 1e-9)


def alarm(chances: Sequence[float], won: Sequence[bool]) -> float | None:
    """The z of the first window of the latest outcomes that is beyond belief; None: all is well."""
    for window in ALARM_WINDOWS:
        if len(won) >= window:
            z = surprise(chances[-window:], won[-window:])
            if abs(z) > ALARM:
                return z
    return None


def recalibrated(chances: Sequence[float], won: Sequence[bool]) -> tuple[float, float]:
    """Shift and stretch of the logit by the latest outcomes: a ~ N(0, 3^2), b ~ N(1, 0.2^2)."""
    pairs = list(zip(chances, won, strict=True))[-RECALIBRATED_ON:]
    logits = [_logit(chance) for chance, _ in pairs]
    shift, stretch = 0.0, 1.0
    for _ in range(_STEPS):
        slope_a, slope_b = -shift / _SHIFT_SPREAD**2, -(stretch - 1) / _STRETCH_SPREAD**2
        aa, ab, bb = _SHIFT_SPREAD**-2, 0.0, _STRETCH_SPREAD**-2
        for logit, (_, outcome) in zip(logits, pairs, strict=True):
            said = 0.5 + 0.5 * math.tanh((shift + stretch * logit) / 2)
            weight = said * (1 - said)
            slope_a += outcome - said
            slope_b += (outcome - said) * logit
            aa += weight
            ab += weight * logit
            bb += weight * logit * logit
        determinant = aa * bb - ab * ab
        step_a = (bb * slope_a - ab * slope_b) / determinant
        step_b = (aa * slope_b - ab * slope_a) / determinant
        # Newton's step, never longer than a logit: far from the top it would overshoot.
        longest = max(1.0, abs(step_a), abs(step_b))
        shift, stretch = shift + step_a / longest, stretch + step_b / longest
        if max(abs(step_a), abs(step_b)) < 1e-9:
            break
    return shift, stretch


def _logit(chance: float) -> float:
    kept = min(max(chance, _LEAST_CHANCE), 1 - _LEAST_CHANCE)
    return math.log(kept / (1 - kept))
