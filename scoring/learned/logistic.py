"""Bayesian logistic regression over parts: Newton's steps, each column's spread by evidence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

INTERCEPT_SPREAD = 3.0
# A score that was there before is believed as it stands, b ~ N(1, 0.5^2) (docs/scoring.md).
SLOPE, SLOPE_SPREAD = 1.0, 0.5
FIRST_VARIANCE = 0.25
LEAST_VARIANCE, MOST_VARIANCE = 1e-4, 9.0
# The prior of a column's variance is an inverse gamma with the block's scale and this shape:
# it lets each column speak for itself, a larger one holds columns to what is usual.
VARIANCE_SHAPE = 0.5
# Neighbouring bins differ little: a random walk whose variance from the first bin to the last is
# 1 / WALK of the column's variance; LEVEL ties the walk as a whole to zero. With 0.1 bins follow
# luck: 0.3 saves .0017 ± .0003 log loss at 100 outcomes (15 sets), .0010 ± .0004 at thousands.
WALK, LEVEL = 0.3, 0.01
MOST_ROUNDS, MOST_STEPS = 12, 8
# Enough: a variance that moves by less than e^0.05, a step that gains less than this likelihood.
SETTLED, GAINED = 0.05, 1e-4


@dataclass(frozen=True, slots=True)
class Block:
    """The parts of one column: which one each row falls in, the ordered bins first."""

    codes: Codes  # one a row; `size` where the row falls in no part
    size: int
    bins: int
    scale: float  # of the prior of the variance, see VARIANCE_SHAPE

    def structure(self) -> Floats:
        """The prior precision of the weights, but for their variance."""
        precision = np.eye(self.size)
        if self.bins > 1:
            walk = np.zeros((self.bins, self.bins))
            steps = np.arange(self.bins - 1)
            walk[steps, steps] += 1
            walk[steps + 1, steps + 1] += 1
            walk[steps, steps + 1] = walk[steps + 1, steps] = -1
            precision[: self.bins, : self.bins] = WALK * (self.bins - 1) * walk + LEVEL * np.eye(
                self.bins
            )
        return precision


@dataclass(frozen=True, slots=True)
class Fit:
    """What was learned: the intercept's weight comes first, then each block's in order."""

    weights: Floats
    covariance: Floats
    variances: tuple[float, ...]
    starts: tuple[int, ...]
    sloped: bool = False  # the last weight is that of the slope

    @property
    def slope(self) -> float:
        """What one unit of the slope's number adds to the logit."""
        return float(self.weights[-1]) if self.sloped else 0.0

    def of(self, position: int, size: int) -> Floats:
        start = self.starts[position]
        return self.weights[start : start + size]


class _Problem:
    """The rows to be explained, as counts by part: no row is ever spelled out as a vector."""

    def __init__(self, blocks: Sequence[Block], outcomes: Floats, slope: Floats | None) -> None:
        self.blocks = blocks
        self.outcomes = outcomes
        self.slope = slope
        self.structures = [block.structure() for block in blocks]
        sizes = [block.size for block in blocks]
        ends = np.cumsum([1, *sizes])
        self.starts = [int(end) for end in ends[:-1]]
        self.slices = [slice(s, s + size) for s, size in zip(self.starts, sizes, strict=True)]
        self.width = int(ends[-1]) + (slope is not None)
        won = float(outcomes.sum())
        self.prior = np.zeros(self.width)
        if slope is not None:
            self.prior[-1] = SLOPE
        self.prior[0] = math.log((won + 1) / (len(outcomes) - won + 1))

    def logits(self, weights: Floats) -> Floats:
        logits = np.full(len(self.outcomes), weights[0])
        for block, where in zip(self.blocks, self.slices, strict=True):
            logits += np.append(weights[where], 0.0)[block.codes]
        if self.slope is not None:
            logits += weights[-1] * self.slope
        return logits

    def precision(self, variances: Sequence[float]) -> Floats:
        precision = np.zeros((self.width, self.width))
        precision[0, 0] = INTERCEPT_SPREAD**-2
        for where, structure, variance in zip(self.slices, self.structures, variances, strict=True):
            precision[where, where] = structure / variance
        if self.slope is not None:
            precision[-1, -1] = SLOPE_SPREAD**-2
        return precision

    def by_part(self, values: Floats) -> Floats:
        """The sum of a value over the rows of each part, the sum over all rows first."""
        sums = [np.array([values.sum()])]
        for block in self.blocks:
            sums.append(sums_of(block.codes, values, block.size))
        if self.slope is not None:
            sums.append(np.array([values @ self.slope]))
        return np.concatenate(sums)

    def by_two_parts(self, values: Floats) -> Floats:
        """The same over the rows that are in two parts at once, for every two."""
        sums = self.by_part(values)
        table = np.diag(sums)
        table[0, :] = table[:, 0] = sums
        for i, (first, rows) in enumerate(zip(self.blocks, self.slices, strict=True)):
            for second, columns in zip(self.blocks[i + 1 :], self.slices[i + 1 :], strict=True):
                shape = (first.size + 1, second.size + 1)
                cells = np.bincount(
                    first.codes * shape[1] + second.codes, values, shape[0] * shape[1]
                )
                together = cells.reshape(shape)[:-1, :-1]
                table[rows, columns] = together
                table[columns, rows] = together.T
        if self.slope is not None:
            table[-1, :] = table[:, -1] = self.by_part(values * self.slope)
        return table

    def likelihood(self, logits: Floats, weights: Floats, precision: Floats) -> float:
        """The logarithm of the posterior, but for a constant."""
        signed = np.where(self.outcomes > 0, -logits, logits)
        away = weights - self.prior
        return float(-np.logaddexp(0.0, signed).sum() - 0.5 * away @ precision @ away)

    def step(self, weights: Floats, precision: Floats) -> tuple[Floats, Floats, float]:
        """One Newton step, halved until it helps: weights, curvature, likelihood promised."""
        logits = self.logits(weights)
        chance = chances(logits)
        slope = self.by_part(self.outcomes - chance) - precision @ (weights - self.prior)
        curvature = self.by_two_parts(chance * (1 - chance)) + precision
        move = np.linalg.solve(curvature, slope)
        before = self.likelihood(logits, weights, precision)
        length = 1.0
        while length > 1e-3:
            after = weights + length * move
            if self.likelihood(self.logits(after), after, precision) >= before:
                return after, curvature, float(slope @ move)
            length /= 2
        return weights, curvature, 0.0

    def new_variance(
        self, position: int, weights: Floats, covariance: Floats, variance: float
    ) -> float:
        """MacKay's update: weight used up, shared among the directions that the rows decided."""
        block, where = self.blocks[position], self.slices[position]
        structure, own = self.structures[position], weights[where]
        undecided = float(np.sum(structure * covariance[where, where])) / variance
        decided = max(block.size - undecided, 1e-3)
        used = float(own @ structure @ own)
        update = (used + 2 * block.scale) / (decided + 2 * VARIANCE_SHAPE)
        return min(max(update, LEAST_VARIANCE), MOST_VARIANCE)


def sums_of(codes: Codes, values: Floats, size: int) -> Floats:
    """The values summed by code; the code `size` is nowhere and left out."""
    return np.bincount(codes, values, size + 1)[:size].astype(np.float64)


def chances(logits: Floats) -> Floats:
    result: Floats = 1 / (1 + np.exp(-np.clip(logits, -700, 700)))
    return result


def fit(
    blocks: Sequence[Block],
    outcomes: Floats,
    variances: Sequence[float] = (),
    slope: Floats | None = None,
) -> Fit:
    """The posterior of the weights, with a Gaussian for its shape around the top.

    `slope` is a number a row, a score of before, whose weight is thought to be one.
    """
    problem = _Problem(blocks, outcomes, slope)
    found = [*variances, *[FIRST_VARIANCE] * (len(blocks) - len(variances))]
    weights = problem.prior.copy()
    for _ in range(MOST_ROUNDS):
        weights, curvature, _ = problem.step(weights, problem.precision(found))
        covariance: Floats = np.linalg.inv(curvature).astype(np.float64)
        before = found
        found = [
            problem.new_variance(i, weights, covariance, variance)
            for i, variance in enumerate(before)
        ]
        moved = (abs(math.log(new / old)) for new, old in zip(found, before, strict=True))
        if max(moved, default=0.0) < SETTLED:
            break
    precision = problem.precision(found)
    for _ in range(MOST_STEPS):
        weights, curvature, promised = problem.step(weights, precision)
        if promised < GAINED:
            break
    covariance = np.linalg.inv(curvature).astype(np.float64)
    starts = tuple(problem.starts)
    return Fit(weights, covariance, tuple(found), starts, slope is not None)


def logits_of(
    fitted: Fit, blocks: Sequence[Block], rows: int, slope: Floats | None = None
) -> Floats:
    """What the fit says of rows sorted into the same blocks, with the slope's number of each."""
    logits = np.full(rows, fitted.weights[0])
    if slope is not None:
        logits += fitted.slope * slope
    for position, block in enumerate(blocks):
        logits += np.append(fitted.of(position, block.size), 0.0)[block.codes]
    return logits
