"""Tests of the second opinion that small histories get."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.learned.boosting import LARGE, averaged, boosted_weights, smallness
from scoring.learned.logistic import Block, Floats, fit, logits_of


def _levels(rows: int, levels: int, seed: int = 3) -> tuple[Block, Floats]:
    """Levels that say nothing, and outcomes by chance."""
    random = np.random.default_rng(seed)
    block = Block(random.integers(0, levels, rows), levels, bins=0, scale=0.2)
    return block, (random.random(rows) < 0.4).astype(np.float64)


def _one_telling_among_many(rows: int, seed: int) -> tuple[list[Block], Floats]:
    """Two levels decide by a threshold, nine columns of eight levels are noise."""
    random = np.random.default_rng(seed)
    telling = Block(random.integers(0, 12, rows), 12, bins=12, scale=0.2)
    noise = [Block(random.integers(0, 8, rows), 8, bins=0, scale=0.2) for _ in range(9)]
    chance = np.where(telling.codes > 6, 0.85, 0.15)
    return [telling, *noise], (random.random(rows) < chance).astype(np.float64)


def _log_loss(logits: Floats, outcomes: Floats) -> float:
    return float(np.logaddexp(0.0, np.where(outcomes > 0, -logits, logits)).mean())


def test_two_opinions_forecast_better_where_few_columns_matter_and_outcomes_are_few() -> None:
    later, later_outcomes = _one_telling_among_many(2_000, seed=99)
    gains = []
    for seed in range(4):
        blocks, outcomes = _one_telling_among_many(80, seed)
        one = fit(blocks, outcomes)
        two = averaged(one, blocks, outcomes)
        gains.append(
            _log_loss(logits_of(one, later, 2_000), later_outcomes)
            - _log_loss(logits_of(two, later, 2_000), later_outcomes)
        )

    assert np.mean(gains) > 0.005


def test_where_little_is_to_be_learned_the_second_opinion_is_as_shy_as_the_fit() -> None:
    random = np.random.default_rng(6)
    blocks = [Block(random.integers(0, 12, 100), 12, bins=12, scale=0.2) for _ in range(10)]
    outcomes = (random.random(100) < 0.1).astype(np.float64)
    one = fit(blocks, outcomes)

    alone = replace(one, weights=boosted_weights(blocks, outcomes))
    two = averaged(one, blocks, outcomes)

    spread = [float(logits_of(fitted, blocks, 100).std()) for fitted in (one, alone, two)]
    assert spread[1] > 1.5 * spread[0]
    assert spread[2] <= spread[0]


def test_steps_held_back_are_all_held_back_alike_and_keep_to_the_rate() -> None:
    blocks, outcomes = _one_telling_among_many(200, seed=1)

    free = boosted_weights(blocks, outcomes)
    held = boosted_weights(blocks, outcomes, most_spread=0.5)

    start = fit([], outcomes).weights[0]
    ratio = (held[0] - start) / (free[0] - start)
    assert 0 < ratio < 1
    assert held[1:] == pytest.approx(ratio * free[1:])


def test_the_second_opinion_makes_surer_never_less_sure() -> None:
    blocks, outcomes = _one_telling_among_many(80, seed=1)
    one = fit(blocks, outcomes)

    two = averaged(one, blocks, outcomes)

    shares = np.diag(two.covariance) / np.diag(one.covariance)
    assert shares == pytest.approx(np.full(len(shares), shares[0]))
    assert 0.5 <= shares[0] < 1


def test_large_histories_and_few_columns_hear_the_fit_alone() -> None:
    block, outcomes = _levels(LARGE, 3)
    many, few = fit([block] * 8, outcomes), fit([block], outcomes[:])

    assert averaged(many, [block] * 8, outcomes) is many
    assert averaged(few, [block], outcomes) is few
    assert [smallness(rows) for rows in (50, 500, 1_250, LARGE, 50_000)] == [1, 1, 0.5, 0, 0]


def test_weights_average_to_zero_over_the_rows_and_repeat_to_the_bit() -> None:
    block, outcomes = _levels(200, 3)
    outcomes[block.codes == 1] = 1

    weights = boosted_weights([block], outcomes)

    assert weights[1:][block.codes].mean() == pytest.approx(0, abs=1e-12)
    assert weights[2] > weights[1]
    assert np.array_equal(weights, boosted_weights([block], outcomes))


@pytest.mark.parametrize("bought", [0, 4])
def test_blanks_beside_bins_may_go_with_either_end(bought: int) -> None:
    codes = np.repeat([0, 1, 2, 3, 4, 5], 30)  # five bins, then blank
    block = Block(codes, 6, bins=5, scale=0.2)
    outcomes = np.isin(codes, [bought, 5]).astype(np.float64)

    weights = boosted_weights([block], outcomes)[1:]

    assert min(weights[bought], weights[5]) > weights[2] + 1


def test_rows_in_no_part_and_columns_of_one_part_are_borne() -> None:
    block, outcomes = _levels(100, 3)
    partly = Block(block.codes, 2, bins=0, scale=0.2)  # the code 2 is no part of it
    alone = Block(np.zeros(100, dtype=np.int64), 1, bins=0, scale=0.2)

    weights = boosted_weights([partly, alone], outcomes)

    assert len(weights) == 1 + 2 + 1
    assert np.all(np.isfinite(weights))
