"""Whether the score still fits the world: figures that are looked at every morning."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from scoring.lead import Temperature

# Beyond this the leads of today are others than those of before: a look, no alarm
# (docs/scoring.md).
LOOK = 0.25
# Of fewer leads on either side a difference is chance: with five groups a hundred against a
# hundred differ by (5 - 1) (1 / 100 + 1 / 100) = .08 when nothing has changed.
FEWEST_COMPARED = 100
_GROUPS = 5
_RARE = 0.05
_OTHER = "other"


def drift(
    names: Sequence[str], before: Sequence[Sequence[str]], now: Sequence[Sequence[str]]
) -> dict[str, float]:
    """How far each column has moved, as PSI; empty where there is too little to compare.

    `before` and `now` are leads, each a row of cells in the order of `names`.
    """
    if min(len(before), len(now)) < FEWEST_COMPARED:
        return {}
    return {
        name: psi([row[place] for row in before], [row[place] for row in now])
        for place, name in enumerate(names)
    }


def psi(before: Sequence[str], now: Sequence[str]) -> float:
    """Population stability index: sum of (q - p) ln(q / p) over the groups of a column.

    Numbers fall into fifths of those of before, words stand alone unless they are rare; half a
    lead is added to each group, so that an empty one is no infinite surprise.
    """
    group = _Grouping(before)
    told, found = Counter(map(group, before)), Counter(map(group, now))
    groups = told.keys() | found.keys()
    total = 0.0
    for one in groups:
        p = (told[one] + 0.5) / (len(before) + 0.5 * len(groups))
        q = (found[one] + 0.5) / (len(now) + 0.5 * len(groups))
        total += (q - p) * math.log(q / p)
    return total


class _Grouping:
    """A cell's group, by the cells of before."""

    def __init__(self, cells: Sequence[str]) -> None:
        numbers = [_number(one) for one in cells]
        known = sorted(one for one in numbers if one is not None)
        self._borders: list[float] = []
        if len(known) == len(cells):
            step = len(known) / _GROUPS
            self._borders = sorted({known[int(place * step)] for place in range(1, _GROUPS)})
        counts = Counter(cells)
        self._common = {one for one, count in counts.items() if count >= _RARE * len(cells)}

    def __call__(self, cell: str) -> str:
        number = _number(cell) if self._borders else None
        if number is not None:
            return str(bisect_right(self._borders, number))
        return cell if cell in self._common else _OTHER


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def unknown_shares(names: Sequence[str], states: Sequence[Sequence[str]]) -> dict[str, float]:
    """The share of leads of which nothing is known, for each of the slots `names`."""
    if not states:
        return {}
    return {
        name: sum(row[place] == "unknown" for row in states) / len(states)
        for place, name in enumerate(names)
    }


def flips(temperatures: Mapping[int, Sequence[Temperature]], weeks: Mapping[int, float]) -> float:
    """Changes of temperature a lead and week; 0 for no leads.

    Both are by lead: its temperatures in order, and how long it has been with us.
    """
    changes = sum(
        before is not after for one in temperatures.values() for before, after in pairwise(one)
    )
    lived = sum(weeks[lead_id] for lead_id in temperatures)
    return changes / lived if lived else 0.0
