"""Tests of a model's way into a file and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from scoring.learned.predictor import Predictor
from scoring.learned.record import ModelFileError, from_json, to_json
from scoring.learned.training import add_pairs, learn
from tests.scoring.learned.made_up import crossed, history

MODEL = learn(history(300)).model()
PAIRED = add_pairs(learn(crossed(2_000))).model()


def test_a_model_comes_back_equal_to_the_bit() -> None:
    assert from_json(to_json(MODEL)) == MODEL
    assert from_json(to_json(PAIRED)) == PAIRED


def test_a_model_read_back_predicts_the_same() -> None:
    cells = ("Friend", "12", "Huế")

    again = Predictor(from_json(to_json(MODEL)))

    assert again.predict(cells) == Predictor(MODEL).predict(cells)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "not JSON"),
        ("[1, 2]", "not a learned model"),
        ("{}", "not a learned model"),
        ('{"version": 99}', "version is 99"),
        ('{"version": 1}', "Field required"),
        ("\x00", "not JSON"),
    ],
)
def test_what_is_no_model_is_refused_in_words(text: str, complaint: str) -> None:
    with pytest.raises(ModelFileError, match=complaint):
        from_json(text)


def _text_for_a_number(fields: dict[str, Any]) -> None:
    fields["columns"][0]["weights"][0] = "heavy"


def _a_weight_too_few(fields: dict[str, Any]) -> None:
    fields["columns"][0]["weights"].pop()


def _cuts_that_fall(fields: dict[str, Any]) -> None:
    fields["columns"][1]["column"]["cuts"].reverse()


def _a_name_twice(fields: dict[str, Any]) -> None:
    fields["columns"][0]["column"]["name"] = "city"


def _a_negative_variance(fields: dict[str, Any]) -> None:
    fields["columns"][0]["variance"] = -1.0


def _an_endless_weight(fields: dict[str, Any]) -> None:
    fields["intercept"] = float("inf")


def _half_a_covariance(fields: dict[str, Any]) -> None:
    fields["covariance"].pop()


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (_text_for_a_number, r"columns\.0\.weights\.0"),
        (_a_weight_too_few, r"columns\.0\.weights: 2 for 3 parts"),
        (_cuts_that_fall, r"columns\.1\.column\.cuts: must rise"),
        (_a_name_twice, "a name stands twice"),
        (_a_negative_variance, "must not be negative"),
        (_an_endless_weight, "intercept: every number must be finite"),
        (_half_a_covariance, "covariance: must be a triangle"),
    ],
)
def test_a_damaged_model_is_refused_with_the_place(
    damage: Callable[[dict[str, Any]], None], complaint: str
) -> None:
    fields = json.loads(to_json(MODEL))
    damage(fields)

    with pytest.raises(ModelFileError, match=complaint):
        from_json(json.dumps(fields))


def _a_pair_of_strangers(fields: dict[str, Any]) -> None:
    fields["pairs"][0]["second"] = 9


def _groups_too_few(fields: dict[str, Any]) -> None:
    fields["pairs"][0]["first_groups"].pop()


def _a_cell_beyond(fields: dict[str, Any]) -> None:
    fields["pairs"][0]["cells"][0] = 77


@pytest.mark.parametrize("damage", [_a_pair_of_strangers, _groups_too_few, _a_cell_beyond])
def test_a_damaged_pair_is_refused(damage: Callable[[dict[str, Any]], None]) -> None:
    fields = json.loads(to_json(PAIRED))
    damage(fields)

    with pytest.raises(ModelFileError, match=r"pairs\.0"):
        from_json(json.dumps(fields))
