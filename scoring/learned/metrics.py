"""How good forecasts are: ranking, honesty, and what the best leads are worth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from scoring.learned.model import Check

RELIABILITY_BINS = 10
# A forecast of exactly 0 or 1 would make one surprise infinitely bad.
SMALLEST_CHANCE = 1e-9


def auc(outcomes: Sequence[bool], chances: Sequence[float]) -> float:
    """How often a win is ranked above a loss; ties count half, and 0.5 where one is missing."""
    won = sum(outcomes)
    lost = len(outcomes) - won
    if not won or not lost:
        return 0.5
    ordered = sorted(zip(chances, outcomes, strict=True))
    losses_below = 0
    pairs = 0.0
    for _, tied in groupby(ordered, key=lambda pair: pair[0]):
        results = [outcome for _, outcome in tied]
        wins = sum(results)
        losses = len(results) - wins
        pairs += wins * (losses_below + losses / 2)
        losses_below += losses
    return pairs / (won * lost)


def surprises(outcomes: Sequence[bool], chances: Sequence[float]) -> list[float]:
    """The log loss of each row."""
    return [
        -math.log(max(SMALLEST_CHANCE, chance if outcome else 1 - chance))
        for outcome, chance in zip(outcomes, chances, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Saving:
    """Log loss that one way of forecasting saves against another, a row, with its standard error.

    Above 0 it is better.
    """

    gain: float
    error: float

    def is_sure(self, errors: float) -> bool:
        """Whether it is better by more than so many standard errors."""
        return self.gain > 0 and self.gain > errors * self.error


def saving(before: Sequence[float], after: Sequence[float]) -> Saving:
    """What the second saves, from the surprises of both on the same rows; nothing on no rows."""
    saved = [old - new for old, new in zip(before, after, strict=True)]
    if not saved:
        return Saving(0.0, 0.0)
    gain = sum(saved) / len(saved)
    spread = sum((one - gain) ** 2 for one in saved) / max(1, len(saved) - 1)
    return Saving(gain, math.sqrt(spread / len(saved)))


def ece(outcomes: Sequence[bool], chances: Sequence[float]) -> float:
    """How far forecasts lie from what happened, by tenths of the probability scale."""
    gaps = [0.0] * RELIABILITY_BINS
    for outcome, chance in zip(outcomes, chances, strict=True):
        gaps[min(int(chance * RELIABILITY_BINS), RELIABILITY_BINS - 1)] += outcome - chance
    return sum(abs(gap) for gap in gaps) / len(outcomes)


def lift(outcomes: Sequence[bool], chances: Sequence[float], share: float) -> float:
    """How many times more often the best-ranked share was won than the average row."""
    best = max(1, round(len(outcomes) * share))
    ranked = sorted(zip(chances, outcomes, strict=True), key=lambda pair: -pair[0])
    won = sum(outcomes)
    if not won:
        return 1.0
    return (sum(outcome for _, outcome in ranked[:best]) / best) / (won / len(outcomes))


def check(outcomes: Sequence[bool], chances: Sequence[float]) -> Check:
    return Check(
        rows=len(outcomes),
        won=sum(outcomes),
        auc=auc(outcomes, chances),
        log_loss=sum(surprises(outcomes, chances)) / len(outcomes),
        ece=ece(outcomes, chances),
        lift_10=lift(outcomes, chances, 0.1),
        lift_20=lift(outcomes, chances, 0.2),
    )
