"""The own learned score: honest chances, reasons that add up, gates, alarm, recalibration."""

from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.learned.metrics import Saving
from scoring.learned.own_model import Judge, from_json
from scoring.learned.own_training import Outcome, challenge, learn_own, may_fit, takes_over, trial
from scoring.learned.watch import alarm, recalibrated, surprise
from scoring.weights import Bands
from tests.work import work

NAMES = ("source", "budget", "warmth")
WORTH = 0.17


def outcomes(count: int, pull: float = 1.5, seed: int = 1) -> list[Outcome]:
    """Leads of which a friend's are won more often, by so many logits, than the crowd's."""
    dice = Random(seed)
    found = []
    for _ in range(count):
        source = dice.choice(("crowd", "search", "friend"))
        points = min(100.0, max(0.0, dice.gauss(35, 18)))
        logit = -1.2 + 0.6 * (points - 35) / 18
        logit += {"crowd": -pull, "search": 0.0, "friend": pull}[source]
        cells = (source, dice.choice(("positive", "unknown")), f"{30 * dice.random():.4g}")
        found.append(Outcome(cells, points, dice.random() < 1 / (1 + math.exp(-logit))))
    return found


MODEL = learn_own(NAMES, outcomes(400), WORTH)
JUDGE = Judge(MODEL)


def test_it_comes_back_from_its_text() -> None:
    again = from_json(MODEL.to_json())

    assert again == MODEL
    assert again.hash == MODEL.hash


def test_a_friend_is_likelier_than_the_crowd_and_points_count() -> None:
    friend = JUDGE.chance(("friend", "positive", "3"), 50)
    crowd = JUDGE.chance(("crowd", "positive", "3"), 50)
    low = JUDGE.chance(("friend", "positive", "3"), 10)

    assert friend.chance > 0.5 > 0.15 > crowd.chance
    assert friend.low < friend.chance < friend.high
    assert low.chance < friend.chance
    assert friend.effects[0].points > 0
    assert friend.effects[0].name == "source"


def test_less_is_sure_of_a_value_never_seen() -> None:
    known = JUDGE.chance(("friend", "positive", "3"), 50)
    strange = JUDGE.chance(("radio", "positive", "3"), 50)

    assert strange.high - strange.low > known.high - known.low


def test_few_outcomes_leave_the_points_as_they_are() -> None:
    few = learn_own(NAMES, outcomes(50, pull=0), WORTH)

    assert few.slope == pytest.approx(1, abs=0.5)


@pytest.mark.parametrize("bands", [Bands(), Bands(warm=20, hot=80)])
def test_the_thresholds_keep_their_meaning(bands: Bands) -> None:
    def logit(chance: float) -> float:
        return math.log(chance / (1 - chance))

    assert JUDGE.shown(logit(MODEL.hot), bands) == pytest.approx(bands.hot)
    assert JUDGE.shown(logit(MODEL.warm), bands) == pytest.approx(bands.warm)
    assert MODEL.hot >= WORTH
    assert MODEL.warm < MODEL.hot


@given(st.floats(-30, 30), st.floats(-30, 30))
def test_a_likelier_lead_is_never_shown_lower(one: float, other: float) -> None:
    less, more = sorted((one, other))

    assert 0 <= JUDGE.shown(less, Bands()) <= JUDGE.shown(more, Bands()) <= 100


# --- gates --------------------------------------------------------------------------------------


def test_below_fifty_outcomes_or_ten_of_a_kind_nothing_is_fitted() -> None:
    assert not may_fit(outcomes(49))
    assert not may_fit([Outcome(("a",), 1.0, place < 9) for place in range(100)])
    assert may_fit([Outcome(("a",), 1.0, place < 10) for place in range(100)])


def test_what_pays_on_later_outcomes_passes_and_what_does_not_does_not() -> None:
    strong = trial(NAMES, outcomes(400), WORTH, Bands())
    nothing = trial(NAMES, outcomes(400, pull=0), WORTH, Bands())
    early = trial(NAMES, outcomes(90), WORTH, Bands())

    assert strong.passes
    assert strong.saved.gain > 2 * strong.saved.error
    assert not nothing.passes
    assert not early.passes
    assert early.later < 50


def _crossed(count: int) -> list[Outcome]:
    """Who names a budget and comes from a friend, or neither, is won; nobody else."""
    dice = Random(5)
    found = []
    for one in outcomes(count, pull=0, seed=5):
        agrees = (one.cells[0] == "friend") == (one.cells[1] == "positive")
        found.append(replace(one, won=dice.random() < (0.7 if agrees else 0.1)))
    return found


def test_pairs_of_columns_take_over_only_where_they_pay_well() -> None:
    crossed = _crossed(1_200)

    assert takes_over(challenge(NAMES, crossed, WORTH))
    assert not takes_over(challenge(NAMES, outcomes(1_200), WORTH))
    assert challenge(NAMES, crossed[:999], WORTH) == Saving(0.0, 0.0)  # too few to try
    assert not takes_over(Saving(gain=0.009, error=0.001))
    assert not takes_over(Saving(gain=0.05, error=0.03))


def test_a_score_with_pairs_is_served_with_a_reason_for_each() -> None:
    model = learn_own(NAMES, _crossed(1_200), WORTH, pairs=True)
    judge = Judge(from_json(model.to_json()))

    good = judge.chance(("friend", "positive", "3"), 50)
    bad = judge.chance(("friend", "unknown", "3"), 50)

    assert good.chance > 0.55 > 0.25 > bad.chance
    assert good.low < good.chance < good.high
    (both,) = [one for one in good.effects if one.name == "source & budget"]
    assert both.points > 0
    assert both.label == "friend & positive"


# --- watch --------------------------------------------------------------------------------------


def test_the_alarm_is_the_z_of_the_latest_outcomes() -> None:
    chances = [0.1] * 100

    assert surprise(chances, [True] * 10 + [False] * 90) == pytest.approx(0)
    assert alarm(chances, [False] * 88 + [True] * 12) is not None  # twelve of the last fifty
    assert alarm(chances, ([True] + [False] * 9) * 10) is None
    assert alarm([0.1] * 49, [True] * 49) is None


def test_honest_forecasts_ring_no_alarm() -> None:
    dice = Random(3)
    rung = 0
    for _ in range(200):
        chances = [dice.uniform(0.05, 0.6) for _ in range(100)]
        rung += alarm(chances, [dice.random() < one for one in chances]) is not None

    assert rung <= 4


@settings(max_examples=30, deadline=None)
@given(st.floats(-1.5, 1.5), st.integers(0, 10))
def test_recalibration_finds_the_shift(shift: float, seed: int) -> None:
    dice = Random(seed)
    logits = [dice.gauss(-1, 1) for _ in range(200)]
    won = [dice.random() < 1 / (1 + math.exp(-(shift + one))) for one in logits]

    found, stretch = recalibrated([1 / (1 + math.exp(-one)) for one in logits], won)

    assert found == pytest.approx(shift, abs=0.75)
    assert 0.4 < stretch < 1.6


def test_forecasts_of_certainty_do_not_break_the_recalibration() -> None:
    shift, stretch = recalibrated([0.0, 1.0] * 30, [True, False] * 30)

    assert math.isfinite(shift)
    assert math.isfinite(stretch)


# --- serving ------------------------------------------------------------------------------------


def test_serving_needs_no_numpy() -> None:
    code = (
        "import sys; from scoring.learned.own_model import Judge, from_json;"
        "import handlers.score.weighing, handlers.score.replaying, handlers.score.upkeep;"
        "sys.exit('numpy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_one_chance_is_a_few_hundred_calls() -> None:
    assert work(lambda: JUDGE.chance(("friend", "positive", "3"), 50)) < 400


def test_a_broken_text_is_refused() -> None:
    with pytest.raises(ValueError, match="validation error"):
        from_json('{"slope": 1}')


def test_an_own_model_names_itself_by_its_content() -> None:
    assert replace(MODEL, shift=0.1).hash != MODEL.hash
