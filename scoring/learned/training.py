"""From a history to a model: columns, then pairs of columns, fitted and frozen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.learned.boosting import averaged
from scoring.learned.columns import Column, learn_column, most_parts
from scoring.learned.history import History
from scoring.learned.logistic import Block, Fit, Floats, fit
from scoring.learned.model import VERSION, ColumnEffect, Model, PairEffect, Validation
from scoring.learned.pairs import FEWEST_OUTCOMES, Pair, find_pairs
from scoring.learned.text_column import text_column

# The scale of the inverse gamma of a column's variance: weights of about half a logit are usual.
VARIANCE_SCALE = 0.2
# Digits kept of a covariance: far more than the shrinkage can show.
COVARIANCE_DIGITS = 4

UNCHECKED = Validation(check=None, unseen=None, curve=())


@dataclass(frozen=True, slots=True)
class Learned:
    """A fit with everything it was fitted on."""

    history: History
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]
    fitted: Fit
    slope: Floats | None = None  # the score of before, where there is one

    def model(self, validation: Validation = UNCHECKED) -> Model:
        return Model(
            version=VERSION,
            target=self.history.target,
            positive=self.history.positive,
            outcomes=len(self.history.outcomes),
            won=sum(self.history.outcomes),
            intercept=float(self.fitted.weights[0]),
            columns=tuple(self._column_effect(i) for i in range(len(self.columns))),
            pairs=tuple(self._pair_effect(i) for i in range(len(self.pairs))),
            covariance=_triangle(
                self.fitted.covariance[:-1, :-1] if self.fitted.sloped else self.fitted.covariance
            ),
            validation=validation,
        )

    def _column_effect(self, position: int) -> ColumnEffect:
        block = self.blocks[position]
        weights = self.fitted.of(position, block.size)
        return ColumnEffect(
            column=self.columns[position],
            weights=tuple(weights.tolist()),
            mean=_mean(weights, block),
            variance=float(self.fitted.variances[position]),
        )

    def _pair_effect(self, position: int) -> PairEffect:
        pair = self.pairs[position]
        weights = self.fitted.of(len(self.blocks) + position, pair.block.size)
        return PairEffect(
            first=pair.first,
            second=pair.second,
            first_groups=pair.first_groups,
            second_groups=pair.second_groups,
            cells=pair.cells,
            weights=tuple(weights.tolist()),
            mean=_mean(weights, pair.block),
        )


def learn(history: History, slope: Floats | None = None) -> Learned:
    """The additive fit: each column by itself, on top of a score of before where `slope` is it.

    A small history is judged by two learners, see `boosting.py`.
    """
    outcomes = _numbers(history.outcomes)
    columns: list[Column] = []
    blocks: list[Block] = []
    most = most_parts(len(history.names))
    for name, cells in history.columns():
        texts = text_column(cells)
        column = learn_column(name, texts.counts(), most)
        columns.append(column)
        blocks.append(Block(texts.codes(column), column.size, column.bins, VARIANCE_SCALE))
    fitted = averaged(fit(blocks, outcomes, slope=slope), blocks, outcomes, slope)
    return Learned(history, tuple(columns), tuple(blocks), (), fitted, slope)


def add_pairs(learned: Learned) -> Learned:
    """The challenger; the same again where no pair of columns has evidence for it."""
    outcomes = _numbers(learned.history.outcomes)
    if len(outcomes) < FEWEST_OUTCOMES:
        return learned
    pairs, fitted = find_pairs(learned.blocks, outcomes, learned.fitted, learned.slope)
    return replace(learned, pairs=tuple(pairs), fitted=fitted)


def _numbers(outcomes: Sequence[bool]) -> Floats:
    return np.array(outcomes, dtype=np.float64)


def _mean(weights: Floats, block: Block) -> float:
    return float(np.append(weights, 0.0)[block.codes].mean())


def _triangle(covariance: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(float(f"{value:.{COVARIANCE_DIGITS}g}") for value in row[: i + 1])
        for i, row in enumerate(covariance.tolist())
    )
