"""Tests of pairs of columns: how columns are grouped, and which pairs are found."""

from __future__ import annotations

import numpy as np

from scoring.learned.logistic import Block, Floats, fit
from scoring.learned.pairs import Resolution, find_pairs, group


def _levels(size: int, rows: int) -> tuple[Block, Floats]:
    """Levels 0, 1, 2 … with ever fewer rows, each weighing more than the one before."""
    codes = np.repeat(np.arange(size), np.linspace(rows, rows / size, size).astype(int))
    return Block(codes, size, bins=0, scale=0.2), np.arange(size, dtype=np.float64)


def test_levels_of_a_like_weight_stand_together() -> None:
    block, weights = _levels(6, 100)

    grouped = group(block, -weights, Resolution(2, by_weight=True))

    assert grouped.count == 2
    assert grouped.groups == (1, 1, 0, 0, 0, 0)


def test_common_levels_stand_alone_and_the_rest_as_one() -> None:
    block, weights = _levels(6, 100)

    grouped = group(block, weights, Resolution(3, by_weight=False))

    assert grouped.groups == (0, 1, 2, 2, 2, 2)


def test_only_neighbouring_bins_are_merged_and_blank_stands_beside_them() -> None:
    codes = np.repeat(np.arange(7), 50)  # six bins, then blank
    grouped = group(Block(codes, 7, bins=6, scale=0.2), np.zeros(7), Resolution(3, by_weight=True))

    assert grouped.groups == (0, 0, 1, 1, 2, 2, 3)


def test_a_row_in_no_part_is_in_no_group() -> None:
    block = Block(np.array([0, 1, 2]), 2, bins=0, scale=0.2)

    assert group(block, np.zeros(2), Resolution(2, by_weight=True)).codes.tolist() == [0, 1, 2]


def test_a_pair_is_found_that_only_few_large_cells_show() -> None:
    random = np.random.default_rng(1)
    rows = 1_500
    # Twenty levels each, too many cells for so few rows; two halves of each make the pair.
    first, second = random.integers(0, 20, rows), random.integers(0, 20, rows)
    both = (first < 10) == (second < 10)
    logits = 0.8 * (first < 10) + 0.8 * (second < 10) - 0.8 + np.where(both, 0.6, -0.6)
    outcomes = (random.random(rows) < 1 / (1 + np.exp(-logits))).astype(np.float64)
    blocks = [Block(codes, 20, bins=0, scale=0.2) for codes in (first, second)]

    pairs, fitted = find_pairs(blocks, outcomes, fit(blocks, outcomes))

    assert [(pair.first, pair.second) for pair in pairs] == [(0, 1)]
    assert len(pairs[0].cells) < 20
    assert fitted.variances[2] > 0.05


def test_columns_that_simply_add_up_make_no_pair() -> None:
    random = np.random.default_rng(2)
    first, second = random.integers(0, 4, 3_000), random.integers(0, 4, 3_000)
    logits = (first + second - 3) / 2
    outcomes = (random.random(3_000) < 1 / (1 + np.exp(-logits))).astype(np.float64)
    blocks = [Block(codes, 4, bins=0, scale=0.2) for codes in (first, second)]

    pairs, _ = find_pairs(blocks, outcomes, fit(blocks, outcomes))

    assert pairs == []
