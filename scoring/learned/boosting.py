"""A second opinion for small histories: many small steps, each parting one column in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.learned.logistic import Block, Codes, Fit, Floats, chances, fit, sums_of

# Boosted stumps of Friedman's kind (2002), each on a fresh part of rows and columns. Measured at
# 50 to 500 outcomes of the three public sets; neither more nor longer steps did better on all.
STEPS, LENGTH = 200, 0.06
SHARE_OF_ROWS, SHARE_OF_COLUMNS = 0.7, 0.3
FEWEST_ROWS = 5
# What a side's pull is held back by, in units of rows' p (1 - p): choosing among many levels is
# choosing among many accidents, so they are held back far more than bins or a plain yes and no.
HOLD, HOLD_OF_LEVELS = 0.25, 10.0
PLAIN_LEVELS = 4
COMMON = 10  # rows a level among many needs to be cut off; the rarer always go with the rest
# With few columns there is little to choose among, which is all that a step does better.
FEWEST_COLUMNS = 8
# A history counts as small, fully up to the first, and no longer from the second on.
SMALL, LARGE = 250, 1_000
# What the second opinion may weigh, each forecast by the others' fits, in so many parts.
SAYS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
FOLDS = 3


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


def smallness(outcomes: int) -> float:
    """How small a history is: 1 up to SMALL outcomes, 0 from LARGE on."""
    return min(1.0, max(0.0, (LARGE - outcomes) / (LARGE - SMALL)))


def averaged(fitted: Fit, blocks: Sequence[Block], outcomes: Floats) -> Fit:
    """The fit's weights averaged with boosted ones, where the history is small.

    Both are additive over the same parts, so their average is too, and it is as sure as two such
    errors together are. They err differently; how much the second is heard, its forecasts of rows
    it has not seen decide.
    """
    if len(blocks) < FEWEST_COLUMNS or not smallness(len(outcomes)):
        return fitted
    say = _say(blocks, outcomes)
    return replace(
        fitted,
        weights=(1 - say) * fitted.weights + say * boosted_weights(blocks, outcomes),
        covariance=_doubt(say) * fitted.covariance,
    )


def _doubt(say: float) -> float:
    """What is left of the variance when two that err independently are averaged."""
    return (1 - say) ** 2 + say**2


def _say(blocks: Sequence[Block], outcomes: Floats) -> float:
    """The mean of SAYS, each as likely as it makes the outcomes that were held back."""
    count = len(outcomes)
    order = np.random.default_rng(0).permutation(count)
    surprise = np.zeros(len(SAYS))
    for fold in range(FOLDS):
        later = order[fold::FOLDS]
        earlier = np.setdiff1d(order, later)
        past, future = _some(blocks, earlier), _some(blocks, later)
        fitted = fit(past, outcomes[earlier])
        boosted = boosted_weights(past, outcomes[earlier])
        rows = _spread(future, len(later))
        signed = np.where(outcomes[later] > 0, -1.0, 1.0)
        variance = ((rows @ fitted.covariance) * rows).sum(axis=1)
        for place, say in enumerate(SAYS):
            logits = rows @ ((1 - say) * fitted.weights + say * boosted)
            # The unsure are shrunk as in serving, see `predictor.shrunk`.
            logits /= np.sqrt(1 + np.pi / 8 * _doubt(say) * variance)
            surprise[place] += np.logaddexp(0.0, signed * logits).sum()
    likely = np.exp(surprise.min() - surprise)
    return float(likely @ np.array(SAYS) / likely.sum())


def _some(blocks: Sequence[Block], rows: Codes) -> list[Block]:
    return [replace(block, codes=block.codes[rows]) for block in blocks]


def _spread(blocks: Sequence[Block], count: int) -> Floats:
    """A row of weights' places for each: 1 for the intercept and every part it falls in."""
    sides = [np.ones((count, 1))]
    sides.extend(np.eye(block.size + 1)[block.codes][:, :-1] for block in blocks)
    return np.hstack(sides)


def boosted_weights(blocks: Sequence[Block], outcomes: Floats) -> Floats:
    """The intercept, then each block's weights, which average to zero over the rows."""
    # A fixed seed: the same history always gives the same model.
    random = np.random.default_rng(0)
    count = len(outcomes)
    won = float(outcomes.sum())
    intercept = float(np.log((won + 1) / (count - won + 1)))
    logits = np.full(count, intercept)
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
    means = [float(own[block.codes].mean()) for own, block in zip(weights, blocks, strict=True)]
    centred = [own[:-1] - mean for own, mean in zip(weights, means, strict=True)]
    return np.concatenate([[intercept + sum(means)], *centred])


def _splits(block: Block, rows: Codes, pull: Floats, hold: Floats) -> Iterator[_Split]:
    """The best ways to part a column in two, one for each order its parts may be cut in."""
    codes = block.codes[rows]
    sums = _Sums(
        sums_of(codes, np.ones(len(rows)), block.size),
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
        for part in range(block.size):
            yield from _cut(sums, parts[part : part + 1], HOLD)
    else:
        common = np.flatnonzero(sums.rows >= COMMON)
        pulled = sums.pull[common] / (sums.hold[common] + HOLD_OF_LEVELS)
        ranked = common[np.argsort(pulled, kind="stable")]
        yield from _cut(sums, ranked, HOLD + HOLD_OF_LEVELS)
        yield from _cut(sums, ranked[::-1], HOLD + HOLD_OF_LEVELS)


def _cut(sums: _Sums, order: Codes, held: float) -> Iterator[_Split]:
    """The best of all cuts between the first parts of an order and everything else."""
    rows, pull, hold = (np.cumsum(values[order]) for values in (sums.rows, sums.pull, sums.hold))
    other_pull, other_hold = sums.pull.sum() - pull, sums.hold.sum() - hold
    fair = (rows >= FEWEST_ROWS) & (sums.rows.sum() - rows >= FEWEST_ROWS)
    if not fair.any():
        return
    whole = sums.pull.sum() ** 2 / (sums.hold.sum() + held)
    gains = pull**2 / (hold + held) + other_pull**2 / (other_hold + held) - whole
    best = int(np.where(fair, gains, -np.inf).argmax())
    if gains[best] > 0:
        yield _Split(
            float(gains[best]),
            order[: best + 1],
            float(pull[best] / (hold[best] + held)),
            float(other_pull[best] / (other_hold[best] + held)),
        )
