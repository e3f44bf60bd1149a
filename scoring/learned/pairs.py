"""Pairs of columns that say more together than each alone, found on what is left unexplained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from scoring.learned.logistic import Block, Codes, Fit, Floats, chances, fit, logits_of, sums_of

# From so many outcomes on (scoring.md, gate of the challenger).
FEWEST_OUTCOMES = 1_000
# A cell needs rows: one more group of bins for every ROWS_A_GROUP rows.
ROWS_A_GROUP = 1_500
FEWEST_GROUPS, MOST_GROUPS = 4, 14
MOST_CELLS = 400
# In a wide file only the columns that say most are tried with each other.
MOST_COLUMNS = 40
RARE_CELL = 5
ROUNDS, PAIRS_A_ROUND = 3, 3
# A pair must be e^5 times likelier than its absence: some 190 of them are tried at once.
EVIDENCE = 5.0
CELL_VARIANCES = (0.01, 0.03, 0.1, 0.3)
CELL_SCALE = 0.1


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
    cells: tuple[int | None, ...]
    variance: float
    block: Block


def group(block: Block) -> Grouped:
    """Merge neighbouring bins so that each group holds about as many rows; levels stay."""
    rows = np.bincount(block.codes, minlength=block.size + 1)[: block.bins]
    most = min(MOST_GROUPS, max(FEWEST_GROUPS, len(block.codes) // ROWS_A_GROUP))
    middles = (np.cumsum(rows) - rows / 2) / max(1, rows.sum())
    raw = np.minimum((middles * most).astype(int), most - 1)
    merged = np.unique(raw, return_inverse=True)[1].tolist()
    levels = range(len(set(merged)), len(set(merged)) + block.size - block.bins)
    groups = (*merged, *levels)
    count = max(groups) + 1
    return Grouped(groups, np.array([*groups, count])[block.codes], count)


def find_pairs(blocks: Sequence[Block], outcomes: Floats, fitted: Fit) -> tuple[list[Pair], Fit]:
    """Add the best pairs round by round, fitting all weights anew after each."""
    grouped = [group(block) for block in blocks]
    telling = sorted(range(len(blocks)), key=lambda place: -fitted.variances[place])
    candidates = sorted(telling[:MOST_COLUMNS])
    pairs: list[Pair] = []
    for _ in range(ROUNDS):
        everything = [*blocks, *(pair.block for pair in pairs)]
        chance = chances(logits_of(fitted, everything, len(outcomes)))
        taken = {(pair.first, pair.second) for pair in pairs}
        untried = [two for two in combinations(candidates, 2) if two not in taken]
        found = _best(grouped, untried, outcomes - chance, chance * (1 - chance))
        if not found:
            break
        for first, second, variance in found:
            pairs.append(_pair(grouped, first, second, variance))
        variances = [*fitted.variances, *(variance for _, _, variance in found)]
        fitted = fit([*blocks, *(pair.block for pair in pairs)], outcomes, variances)
    return pairs, fitted


def _best(
    grouped: Sequence[Grouped],
    untried: Sequence[tuple[int, int]],
    left: Floats,
    certainty: Floats,
) -> list[tuple[int, int, float]]:
    scored = []
    for first, second in untried:
        cells = grouped[first].count * grouped[second].count
        if cells > MOST_CELLS:
            continue
        codes = _cells(grouped[first], grouped[second])
        pull = sums_of(codes, left, cells)
        hold = sums_of(codes, certainty, cells)
        evidence, variance = max((_evidence(pull, hold, v), v) for v in CELL_VARIANCES)
        if evidence > EVIDENCE:
            scored.append((evidence, first, second, variance))
    scored.sort(reverse=True)
    return [(first, second, variance) for _, first, second, variance in scored[:PAIRS_A_ROUND]]


def _evidence(pull: Floats, hold: Floats, variance: float) -> float:
    """Laplace's evidence for cells of this variance against none, from one Newton step."""
    gained = np.sum(pull**2 / (hold + 1 / variance)) - np.sum(np.log1p(variance * hold))
    return float(gained) / 2


def _cells(first: Grouped, second: Grouped) -> Codes:
    nowhere = first.count * second.count
    outside = (first.codes == first.count) | (second.codes == second.count)
    codes: Codes = np.where(outside, nowhere, first.codes * second.count + second.codes)
    return codes


def _pair(grouped: Sequence[Grouped], first: int, second: int, variance: float) -> Pair:
    codes = _cells(grouped[first], grouped[second])
    cells = grouped[first].count * grouped[second].count
    common = np.flatnonzero(np.bincount(codes, minlength=cells + 1)[:-1] >= RARE_CELL)
    places = np.full(cells + 1, len(common))
    places[common] = np.arange(len(common))
    block = Block(places[codes], len(common), bins=0, scale=CELL_SCALE)
    kept = tuple(int(place) if place < len(common) else None for place in places[:-1])
    return Pair(first, second, kept, variance, block)
