"""Tests of the figures that judge forecasts."""

from __future__ import annotations

from random import Random

import pytest
from sklearn.metrics import log_loss, roc_auc_score

from scoring.learned.metrics import auc, check, ece, lift


def test_auc_and_log_loss_agree_with_another_hand_ties_included() -> None:
    random = Random(4)
    chances = [round(random.uniform(0.05, 0.95), 1) for _ in range(500)]
    outcomes = [random.random() < chance for chance in chances]

    figures = check(outcomes, chances)

    assert figures.auc == pytest.approx(roc_auc_score(outcomes, chances))
    assert figures.log_loss == pytest.approx(log_loss(outcomes, chances))


def test_honest_forecasts_have_no_calibration_error() -> None:
    assert ece([True, False, False, False], [0.25] * 4) == pytest.approx(0)
    assert ece([True, True], [0.5, 0.5]) == pytest.approx(0.5)


def test_lift_compares_the_best_with_the_average() -> None:
    outcomes = [True] * 2 + [False] * 8
    chances = [0.9, 0.8] + [0.1] * 8

    assert lift(outcomes, chances, 0.2) == pytest.approx(5.0)


def test_one_kind_of_outcome_alone_says_nothing() -> None:
    assert auc([True, True], [0.1, 0.9]) == 0.5
    assert lift([False, False], [0.1, 0.9], 0.1) == 1.0
    assert check([True], [1.0]).log_loss == pytest.approx(0)
    assert check([False], [1.0]).log_loss < 25
