"""Tests of serving: probability, points and reasons of a row."""

from __future__ import annotations

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.learned.model import Model
from scoring.learned.predictor import Predictor
from scoring.learned.training import add_pairs, learn
from tests.scoring.learned.made_up import crossed, history

ADDITIVE = learn(history(800)).model()
PAIRED = add_pairs(learn(crossed(3_000))).model()


def test_friends_and_frequent_visitors_rank_first() -> None:
    predictor = Predictor(ADDITIVE)

    best = predictor.predict(("Friend", "29", "Huế"))
    worst = predictor.predict(("Facebook", "0", "Huế"))

    assert best.probability > 0.9
    assert worst.probability < 0.1
    assert best.points > 0 > worst.points


def test_the_points_are_the_sum_of_the_reasons_and_reasons_read_as_words() -> None:
    prediction = Predictor(ADDITIVE).predict(("Friend", "29", "Huế"))

    assert prediction.points == sum(reason.points for reason in prediction.reasons)
    texts = [reason.text for reason in prediction.main_reasons()]
    assert any(text.startswith("source Friend: +") for text in texts)
    assert any(text.startswith("visits ≥ 2") for text in texts)


def test_raising_reasons_come_first_then_lowering_ones_strongest_first() -> None:
    prediction = Predictor(ADDITIVE).predict(("Friend", "0", "Huế"))

    points = [reason.points for reason in prediction.main_reasons()]
    raising = [value for value in points if value > 0]
    lowering = [value for value in points if value < 0]

    assert points == [*sorted(raising, reverse=True), *sorted(lowering)]
    assert raising
    assert lowering


def test_a_blank_and_a_value_never_seen_are_answered_too() -> None:
    predictor = Predictor(ADDITIVE)

    known = predictor.predict(("Friend", "20", "Huế"))
    blank = predictor.predict(("Friend", "", "Huế"))
    strange = predictor.predict(("Đài phát thanh", "20", "Huế"))

    assert 0 < blank.probability < known.probability
    # What was never seen says nothing, and leaves less sure of the rest.
    assert strange.points == sum(reason.points for reason in strange.reasons)
    assert not any("Đài" in reason.text for reason in strange.reasons)


def test_the_variance_is_that_of_the_whole_covariance_and_shrinks() -> None:
    model = ADDITIVE
    cells = ("Friend", "20", "Huế")
    logit, place, places = model.intercept, 1, [0]
    for effect, cell in zip(model.columns, cells, strict=True):
        part = effect.column.part(cell)
        assert part is not None
        logit += effect.weights[part]
        places.append(place + part)
        place += len(effect.weights)
    covariance = np.zeros((place, place))
    for i, row in enumerate(model.covariance):
        covariance[i, : i + 1] = covariance[: i + 1, i] = row
    variance = covariance[np.ix_(places, places)].sum()

    served = Predictor(model).predict(cells).probability

    shrunk = logit / math.sqrt(1 + math.pi * variance / 8)
    assert served == pytest.approx(1 / (1 + math.exp(-shrunk)))


def test_a_pair_is_a_reason_of_its_own() -> None:
    assert [(pair.first, pair.second) for pair in PAIRED.pairs] == [(0, 1)]
    predictor = Predictor(PAIRED)

    together = predictor.predict(("a", "x", "m"))
    apart = predictor.predict(("a", "y", "m"))

    assert together.probability == pytest.approx(0.85, abs=0.05)
    assert apart.probability == pytest.approx(0.15, abs=0.05)
    assert together.main_reasons()[0].text.startswith("letter a & sign x: +")


@pytest.mark.parametrize("model", [ADDITIVE, PAIRED])
def test_probability_alone_is_the_same_number(model: Model) -> None:
    predictor = Predictor(model)

    assert predictor.probability(("a", "3", "")) == predictor.predict(("a", "3", "")).probability


@settings(max_examples=50)
@given(st.tuples(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8)))
def test_any_row_gets_a_probability_and_points_that_add_up(cells: tuple[str, str, str]) -> None:
    prediction = Predictor(ADDITIVE).predict(cells)

    assert 0 < prediction.probability < 1
    assert prediction.points == sum(reason.points for reason in prediction.reasons)


def test_taking_a_named_reason_away_moves_the_probability_the_stated_way() -> None:
    predictor = Predictor(ADDITIVE)
    cells = ("Friend", "29", "Huế")
    told = predictor.predict(cells)

    without = predictor.predict(("something never seen", "29", "Huế"))

    assert told.main_reasons()[0].points > 0
    assert without.probability < told.probability


def test_serving_needs_no_numpy() -> None:
    code = "import sys, handlers.score.learning; print('numpy' in sys.modules)"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"
