"""A second opinion for small histories: many small steps, each parting one column in two."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.learned.logistic import Block, Codes, Fit, Floats, chances, fit, logits_of, sums_of

# Boosted stumps of Friedman's kind (2002), each on a fresh part of rows and columns. Measured at
# 50 to 1,000 outcomes of fifteen sets; neither more steps nor fewer, nor more columns, did better.
STEPS, LENGTH = 200, 0.06
SHARE_OF_ROWS, SHARE_OF_COLUMNS = 0.7, 0.15
FEWEST_ROWS = 5
# What a side's pull is held back by, in units of rows' p (1 - p): choosing among many levels is
# choosing among many accidents, so they are held back far more than bins or a plain yes and no.
HOLD, HOLD_OF_LEVELS = 0.25, 10.0
PLAIN_LEVELS = 4
COMMON = 10  # rows a level among many needs to be cut off; the rarer always go with the rest
# With few columns there is little to choose among, which is all that a step does better.
FEWEST_COLUMNS = 8
# A history counts as small, fully up to the first, and no longer from the second on.
SMALL, LARGE = 500, 2_000
# What the second opinion weighs in a small history. To let rows held back choose it, or how far
# the average is stretched, did worse: so few rows cannot tell a good share from a lucky one.
SAY = 0.5


@dataclass(frozen=True, slots=True)
class _Split:
    """The parts on one side, and how far each side is pulled."""

    gain: float
    parts: Codes
    inside: float
    outside: float


@dataclass(frozen=True, slots=True)
class _Sums:
    """By part of a column: the rows, their pull (outcome less chance) and their p (1 - p)."""

    rows: Floats
    pull: Floats
    hold: Floats

    def of(self, order: Codes) -> _Sums:
        """Of the first part of an order, the first two, and so on."""
        values = (self.rows, self.pull, self.hold)
        return _Sums(*(np.cumsum(one[order]) for one in values))


def smallness(outcomes: int) -> float:
    """How small a history is: 1 up to SMALL outcomes, 0 from LARGE on."""
    return min(1.0, max(0.0, (LARGE - outcomes) / (LARGE - SMALL)))


def averaged(
    fitted: Fit, blocks: Sequence[Block], outcomes: Floats, slope: Floats | None = None
) -> Fit:
    """The fit's weights averaged with boosted ones, where the history is small.

    Both are additive over the same parts, so their average is too. They err differently, and the
    average is as sure as two such errors together are. So many steps always find something: only
    the fit knows how much there is by evidence, so what the steps add spreads no wider over the
    rows than its corrections do.
    """
    say = SAY * smallness(len(outcomes))
    if len(blocks) < FEWEST_COLUMNS or not say:
        return fitted
    corrections = logits_of(fitted, blocks, len(outcomes))
    boosted = boosted_weights(blocks, outcomes, slope, most_spread=float(corrections.std()))
    return replace(
        fitted,
        weights=(1 - say) * fitted.weights + say * boosted,
        covariance=((1 - say) ** 2 + say**2) * fitted.covariance,
    )


def boosted_weights(
    blocks: Sequence[Block],
    outcomes: Floats,
    slope: Floats | None = None,
    most_spread: float = math.inf,
) -> Floats:
    """The intercept, then each block's weights, which average to zero over the rows.

    With a slope the steps start from what that score of before says, whose weight comes last.
    `most_spread` is the standard deviation, in logits over the rows, that all steps together may
    have; beyond it they are scaled down alike.
    """
    # A fixed seed: the same history always gives the same model.
    random = np.random.default_rng(0)
    count = len(outcomes)
    start = fit([], outcomes, slope=slope)
    before = logits_of(start, [], count, slope)
    logits = before.copy()
    # The last entry is for rows that fall in no part, and stays zero.
    weights = [np.zeros(block.size + 1) for block in blocks]
    tried = max(1, round(SHARE_OF_COLUMNS * len(blocks)))
    for _ in range(STEPS):
        rows = random.permutation(count)[: round(SHARE_OF_ROWS * count)]
        chance = chances(logits[rows])
        pull, hold = outcomes[rows] - chance, chance * (1 - chance)
        found = [
            (split, position)
            for position in random.permutation(len(blocks))[:tried].tolist()
            for split in _splits(blocks[position], rows, pull, hold)
        ]
        if not found:
            continue
        split, position = max(found, key=lambda one: one[0].gain)
        move = np.full(len(weights[position]), LENGTH * split.outside)
        move[split.parts] = LENGTH * split.inside
        move[-1] = 0.0
        weights[position] += move
        logits += move[blocks[position].codes]
    added = float((logits - before).std())
    share = most_spread / added if added > most_spread else 1.0
    means = [float(own[block.codes].mean()) for own, block in zip(weights, blocks, strict=True)]
    centred = [share * (own[:-1] - mean) for own, mean in zip(weights, means, strict=True)]
    intercept = float(start.weights[0]) + share * sum(means)
    return np.concatenate([[intercept], *centred, start.weights[1:]])


def _splits(block: Block, rows: Codes, pull: Floats, hold: Floats) -> Iterator[_Split]:
    """The best ways to part a column in two, one for each order its parts may be cut in."""
    codes = block.codes[rows]
    sums = _Sums(
        np.bincount(codes, minlength=block.size + 1)[: block.size].astype(np.float64),
        sums_of(codes, pull, block.size),
        sums_of(codes, hold, block.size),
    )
    parts = np.arange(block.size)
    if block.bins > 1:
        # What is no number, blank above all, may go with the large ones or with the small ones.
        yield from _cut(sums, parts, HOLD)
        if block.size > block.bins:
            yield from _cut(sums, np.roll(parts, block.size - block.bins), HOLD)
    elif block.size <= PLAIN_LEVELS:
        for best, gain, inside, outside in _best(sums, sums, HOLD):
            yield _Split(gain, parts[best : best + 1], inside, outside)
    else:
        common = np.flatnonzero(sums.rows >= COMMON)
        pulled = sums.pull[common] / (sums.hold[common] + HOLD_OF_LEVELS)
        ranked = common[np.argsort(pulled, kind="stable")]
        yield from _cut(sums, ranked, HOLD + HOLD_OF_LEVELS)
        yield from _cut(sums, ranked[::-1], HOLD + HOLD_OF_LEVELS)


def _cut(sums: _Sums, order: Codes, held: float) -> Iterator[_Split]:
    """The best of all cuts between the first parts of an order and everything else."""
    for best, gain, inside, outside in _best(sums, sums.of(order), held):
        yield _Split(gain, order[: best + 1], inside, outside)


def _best(sums: _Sums, within: _Sums, held: float) -> Iterator[tuple[int, float, float, float]]:
    """The best way to set some rows apart: its place, gain, and the pull of both sides.

    Nothing where each way leaves too few rows on a side, or none gains anything.
    """
    if not len(within.rows):
        return
    total, whole = sums.pull.sum(), sums.hold.sum()
    other_pull, other_hold = total - within.pull, whole - within.hold
    fair = (within.rows >= FEWEST_ROWS) & (sums.rows.sum() - within.rows >= FEWEST_ROWS)
    inside, outside = within.pull / (within.hold + held), other_pull / (other_hold + held)
    gains = within.pull * inside + other_pull * outside - total**2 / (whole + held)
    gains[~fair] = -np.inf
    best = int(gains.argmax())
    if gains[best] > 0:
        yield best, float(gains[best]), float(inside[best]), float(outside[best])
