"""Tests of the fit itself."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from scoring.learned.logistic import Block, Floats, fit, logits_of


def _two_levels(rows: int, chance_of: tuple[float, float]) -> tuple[Block, Floats]:
    random = np.random.default_rng(3)
    codes = random.integers(0, 2, rows)
    outcomes = (random.random(rows) < np.array(chance_of)[codes]).astype(np.float64)
    return Block(codes, 2, bins=0, scale=0.4), outcomes


def test_with_many_rows_the_fit_finds_the_rates() -> None:
    block, outcomes = _two_levels(20_000, (0.2, 0.7))

    logits = logits_of(fit([block], outcomes), [block], len(outcomes))

    chances = 1 / (1 + np.exp(-logits))
    assert chances[block.codes == 0][0] == pytest.approx(0.2, abs=0.01)
    assert chances[block.codes == 1][0] == pytest.approx(0.7, abs=0.01)


def test_it_agrees_with_another_hand_at_the_same_prior() -> None:
    block, outcomes = _two_levels(500, (0.3, 0.6))
    rows = np.eye(2)[block.codes]

    ours = fit([block], outcomes)
    theirs = LogisticRegression(C=ours.variances[0], tol=1e-8).fit(rows, outcomes)

    assert ours.of(0, 2) == pytest.approx(theirs.coef_[0], abs=0.02)


def test_a_column_that_separates_all_still_gets_a_finite_weight() -> None:
    codes = np.repeat([0, 1], 50)
    block = Block(codes, 2, bins=0, scale=0.4)

    fitted = fit([block], codes.astype(np.float64))

    assert np.all(np.isfinite(fitted.weights))
    assert fitted.of(0, 2)[1] > 1


def test_noise_gets_a_smaller_spread_than_a_real_effect() -> None:
    real, outcomes = _two_levels(3_000, (0.2, 0.8))
    noise = Block(np.random.default_rng(5).integers(0, 6, 3_000), 6, bins=0, scale=0.4)

    fitted = fit([real, noise], outcomes)

    assert fitted.variances[1] < fitted.variances[0]
    assert np.abs(fitted.of(1, 6)).max() < 0.3


def test_neighbouring_bins_lend_each_other_strength() -> None:
    # The bin in the middle has no row at all: it must lie between its neighbours.
    codes = np.repeat([0, 1, 3, 4], 100)
    outcomes = np.tile(np.arange(100) < 10, 4)
    outcomes[200:] = np.tile(np.arange(100) < 80, 2)
    block = Block(codes, 5, bins=5, scale=0.4)

    weights = fit([block], outcomes.astype(np.float64)).of(0, 5)

    assert weights[1] < weights[2] < weights[3]


def test_fewer_rows_leave_the_fit_less_sure() -> None:
    few, few_outcomes = _two_levels(50, (0.3, 0.6))
    many, many_outcomes = _two_levels(5_000, (0.3, 0.6))

    unsure = fit([few], few_outcomes).covariance
    sure = fit([many], many_outcomes).covariance

    unsure_row, sure_row = unsure[:2, :2].sum(), sure[:2, :2].sum()
    assert unsure_row > 5 * sure_row


def test_the_same_rows_give_the_same_weights_to_the_bit() -> None:
    block, outcomes = _two_levels(300, (0.3, 0.6))

    assert np.array_equal(fit([block], outcomes).weights, fit([block], outcomes).weights)
