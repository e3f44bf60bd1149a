"""What a human touch is worth: leads called by lot against those that were left alone."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scoring.calibration import Rate, wilson

# The middle 95 % of a normal curve.
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Uplift:
    """Both sides of the draw; `lift` is the share won more for the call, .2 being a fifth.

    `low` and `high` hold it 19 times of 20. All three are None where one side has won nothing.
    """

    called: Rate
    left: Rate
    lift: float | None
    low: float | None
    high: float | None


def uplift(called: tuple[int, int], left: tuple[int, int]) -> Uplift:
    """Each side is (won, count). By whom the lot meant to call, called or not: nobody chose.

    The interval is that of the logarithm of the ratio of two shares.
    """
    one, other = wilson(*called), wilson(*left)
    if not one.won or not other.won:
        return Uplift(one, other, None, None, None)
    ratio = one.share / other.share
    spread = math.sqrt(1 / one.won - 1 / one.count + 1 / other.won - 1 / other.count)
    low, high = (ratio * math.exp(sign * _Z * spread) - 1 for sign in (-1, 1))
    return Uplift(one, other, ratio - 1, low, high)
