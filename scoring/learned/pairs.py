"""Pairs of columns that say more together than each alone, found on what is left unexplained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from scoring.learned.logistic import Block, Codes, Fit, Floats, chances, fit, logits_of, sums_of

# From so many outcomes on (docs/scoring.md).
FEWEST_OUTCOMES = 1_000
MOST_CELLS = 400
# In a wide file only the columns that say most are tried with each other.
MOST_COLUMNS = 40
RARE_CELL = 5
# Twelve at most: each is one more look-up a row, and serving has to stay under 100 µs.
ROUNDS, PAIRS_A_ROUND = 4, 3
# A pair must be e times likelier than its absence. What slips through by luck does little harm:
# the fit that follows gives it a small variance. With less evidence asked, pairs come in that
# mark a season: they save at random what they lose in time order.
EVIDENCE = 1.0
CELL_VARIANCES = (0.003, 0.01, 0.03, 0.1, 0.3)
CELL_SCALE = 0.1
# A column of numbers may have levels beside its bins: blank, and all others.
GROUPS_BESIDE_BINS = 2


@dataclass(frozen=True, slots=True)
class Resolution:
    """How finely columns are seen in a pair, and which levels then stand together."""

    groups: int
    by_weight: bool  # levels of a like weight; otherwise the common ones alone, the rest as one


# A pair of few cells shows in few rows, one of many says more: the evidence chooses. On X
# Education the finest alone found nothing, all together saved .0029 ± .0006 (12 random splits).
RESOLUTIONS = (
    Resolution(2, by_weight=True),
    Resolution(4, by_weight=True),
    Resolution(8, by_weight=True),
    Resolution(5, by_weight=False),
    Resolution(12, by_weight=False),
)


@dataclass(frozen=True, slots=True)
class Grouped:
    """A column's parts merged into few groups."""

    groups: tuple[int, ...]  # the group of each part
    codes: Codes  # the group of each row; `count` where the row falls in no part
    count: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns whose groups meet in cells, each cell a weight."""

    first: int
    second: int
    first_groups: tuple[int, ...]
    second_groups: tuple[int, ...]
    cells: tuple[int | None, ...]
    variance: float
    block: Block


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Two columns at their best resolution, with the evidence for them."""

    evidence: float
    variance: float
    places: tuple[int, int]
    sides: tuple[Grouped, Grouped]


def group(block: Block, weights: Floats, how: Resolution) -> Grouped:
    """Merge neighbouring bins, and levels, so that each group holds about as many rows."""
    rows = np.bincount(block.codes, minlength=block.size + 1)[: block.size]
    bins = np.arange(block.bins)
    levels = np.arange(block.bins, block.size)
    most = min(how.groups, GROUPS_BESIDE_BINS) if block.bins else how.groups
    groups = np.zeros(block.size, dtype=np.int64)
    groups[bins] = _merged(rows[bins], how.groups)
    above = int(groups.max(initial=-1)) + 1 if block.bins else 0
    if how.by_weight:
        ranked = levels[np.argsort(weights[levels], kind="stable")]
        groups[ranked] = above + _merged(rows[ranked], most)
    else:
        ranked = levels[np.argsort(-rows[levels], kind="stable")]
        groups[ranked] = above + np.minimum(np.arange(len(ranked)), most - 1)
    count = int(groups.max(initial=-1)) + 1
    return Grouped(tuple(groups.tolist()), np.append(groups, count)[block.codes], count)


def _merged(rows: npt.NDArray[np.int64], most: int) -> npt.NDArray[np.int64]:
    """The group of each part, the parts in their order, about as many rows to each."""
    middles = (np.cumsum(rows) - rows / 2) / max(1, rows.sum())
    raw = np.minimum((middles * most).astype(np.int64), most - 1)
    return np.unique(raw, return_inverse=True)[1].astype(np.int64)


def find_pairs(
    blocks: Sequence[Block], outcomes: Floats, fitted: Fit, slope: Floats | None = None
) -> tuple[list[Pair], Fit]:
    """Add the best pairs round by round, fitting all weights anew after each."""
    grouped = [
        [group(block, fitted.of(place, block.size), how) for how in RESOLUTIONS]
        for place, block in enumerate(blocks)
    ]
    telling = sorted(range(len(blocks)), key=lambda place: -fitted.variances[place])
    candidates = sorted(telling[:MOST_COLUMNS])
    pairs: list[Pair] = []
    for _ in range(ROUNDS):
        everything = [*blocks, *(pair.block for pair in pairs)]
        chance = chances(logits_of(fitted, everything, len(outcomes), slope))
        taken = {(pair.first, pair.second) for pair in pairs}
        untried = [two for two in combinations(candidates, 2) if two not in taken]
        found = _best(grouped, untried, outcomes - chance, chance * (1 - chance))
        if not found:
            break
        pairs.extend(_pair(candidate) for candidate in found)
        variances = [*fitted.variances, *(candidate.variance for candidate in found)]
        blocks_and_pairs = [*blocks, *(pair.block for pair in pairs)]
        fitted = fit(blocks_and_pairs, outcomes, variances, slope)
    return pairs, fitted


def _best(
    grouped: Sequence[Sequence[Grouped]],
    untried: Sequence[tuple[int, int]],
    left: Floats,
    certainty: Floats,
) -> list[_Candidate]:
    scored = []
    for first, second in untried:
        tried = [
            _candidate((first, second), sides, left, certainty)
            for sides in zip(grouped[first], grouped[second], strict=True)
            if sides[0].count * sides[1].count <= MOST_CELLS
        ]
        scored.extend(sorted(tried, key=lambda candidate: -candidate.evidence)[:1])
    scored.sort(key=lambda candidate: -candidate.evidence)
    return [one for one in scored[:PAIRS_A_ROUND] if one.evidence > EVIDENCE]


def _candidate(
    places: tuple[int, int], sides: tuple[Grouped, Grouped], left: Floats, certainty: Floats
) -> _Candidate:
    codes = _cells(*sides)
    cells = sides[0].count * sides[1].count
    pull = sums_of(codes, left, cells)
    hold = sums_of(codes, certainty, cells)
    evidence, variance = max((_evidence(pull, hold, v), v) for v in CELL_VARIANCES)
    return _Candidate(evidence, variance, places, sides)


def _evidence(pull: Floats, hold: Floats, variance: float) -> float:
    """Laplace's evidence for cells of this variance against none, from one Newton step."""
    gained = np.sum(pull**2 / (hold + 1 / variance)) - np.sum(np.log1p(variance * hold))
    return float(gained) / 2


def _cells(first: Grouped, second: Grouped) -> Codes:
    nowhere = first.count * second.count
    outside = (first.codes == first.count) | (second.codes == second.count)
    codes: Codes = np.where(outside, nowhere, first.codes * second.count + second.codes)
    return codes


def _pair(found: _Candidate) -> Pair:
    first, second = found.sides
    codes = _cells(first, second)
    cells = first.count * second.count
    common = np.flatnonzero(np.bincount(codes, minlength=cells + 1)[:-1] >= RARE_CELL)
    places = np.full(cells + 1, len(common))
    places[common] = np.arange(len(common))
    return Pair(
        first=found.places[0],
        second=found.places[1],
        first_groups=first.groups,
        second_groups=second.groups,
        cells=tuple(int(place) if place < len(common) else None for place in places[:-1]),
        variance=found.variance,
        block=Block(places[codes], len(common), bins=0, scale=CELL_SCALE),
    )
