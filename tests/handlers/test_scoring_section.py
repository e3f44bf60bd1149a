"""The section `scoring` of the business file: every number, and what contradicts itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.business import SAMPLE
from handlers.business_file.scoring import Scoring
from handlers.owners_file import BusinessFileError, load
from handlers.score.rules import rules_of
from scoring.weights import Bands, Weights
from tests.house import SAMPLE_BUSINESS


def _with(folder: Path, section: str) -> Path:
    """The sample company with this section `scoring`."""
    text = SAMPLE.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("scoring:")]
    file = folder / "business.yaml"
    file.write_text("\n".join([*lines, section]) + "\n", encoding="utf-8")
    return file


def test_left_out_numbers_are_those_of_the_design() -> None:
    assert Scoring().weights == Weights()
    assert Scoring().bands == Bands()


def test_every_number_can_be_set(tmp_path: Path) -> None:
    section = """scoring:
  hot: 70
  warm: 40
  hot_for: 24h
  need: {specific: 16, stated: 5}
  events:
    reply: {points: 2, most: 8, half_life: 3d}
    no_reply: {points: -5, most: -10, half_life: 7d}
  penalties: {out_of_area: 35}
  daily_most: 5"""

    rules = rules_of(load(_with(tmp_path, section))).rules

    assert rules.bands == Bands(40, 70, 5, 24)
    assert rules.weights.need == (16, 5)
    assert (rules.weights.kinds["reply"].cap, rules.weights.kinds["reply"].half_life_days) == (8, 3)
    assert rules.weights.kinds["no_reply"].weight == -5
    assert rules.weights.kinds["visit"] == Weights().kinds["visit"]
    assert rules.weights.penalties["out_of_area"] == 35
    assert rules.weights.daily_most == 5


@pytest.mark.parametrize(
    ("section", "place"),
    [
        ("scoring: {hot: 35, warm: 65}", "scoring.warm"),
        ("scoring: {hot: 40, warm: 36}", "scoring.warm"),
        ("scoring: {warm: 5, slack: 5}", "scoring.slack"),
        ("scoring: {hot: nóng}", "scoring.hot"),
        ("scoring: {hot: 101}", "scoring.hot"),
        ("scoring: {need: {specific: 3}}", "scoring.need"),
        ("scoring: {events: {reply: {points: 4, most: 2, half_life: 7d}}}", "events.reply.most"),
        ("scoring: {events: {reply: {points: 4, most: 8, half_life: 0d}}}", "reply.half_life"),
        ("scoring: {events: {telepathy: {points: 4}}}", "events.telepathy"),
        ("scoring: {penalties: {spam: -5}}", "penalties.spam"),
    ],
)
def test_a_number_that_cannot_be_is_told_with_its_place(
    tmp_path: Path, section: str, place: str
) -> None:
    with pytest.raises(BusinessFileError) as raised:
        load(_with(tmp_path, section))

    (fault,) = [one for one in raised.value.faults if place in one]
    assert fault.startswith("business.yaml:")


def test_the_same_numbers_are_the_same_rules_and_others_are_not() -> None:
    dearer = SAMPLE_BUSINESS.model_copy(update={"scoring": Scoring(daily_most=7)})

    assert rules_of(SAMPLE_BUSINESS) is rules_of(SAMPLE_BUSINESS)
    assert rules_of(dearer).hash != rules_of(SAMPLE_BUSINESS).hash
