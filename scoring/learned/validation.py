"""Checking a fit as it would have been used: learn from earlier rows, forecast later ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.learned.history import History
from scoring.learned.metrics import Saving, check, saving, surprises
from scoring.learned.model import Check, CurvePoint, Model
from scoring.learned.predictor import Predictor
from scoring.learned.training import add_pairs, learn

# The borders of the blocks: each is forecast from all rows before it.
BORDERS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
FEWEST_ROWS = 40
FEWEST_OF_A_KIND = 5
CURVE_SIZES = (50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
CURVE_TEST_FROM = 0.8
# Pairs are found by the evidence of the earlier rows; later rows have a veto. They use it where
# pairs lose more than this many standard errors of log loss, as pairs do that mark a season.
VETO = 1.0


@dataclass(frozen=True, slots=True)
class Forecast:
    """One block of later rows: what came, what was said by columns alone and with pairs."""

    outcomes: Sequence[bool]
    alone: Sequence[float]
    with_pairs: Sequence[float]
    repeated: Sequence[bool]  # the very same row stands among the earlier ones


def borders(history: History) -> list[tuple[int, int]]:
    """Where the blocks start and end; none where there are too few rows to tell anything."""
    rows = len(history.rows)
    places = [round(rows * share) for share in BORDERS]
    earlier = history.outcomes[: places[0]]
    if rows < FEWEST_ROWS or min(sum(earlier), len(earlier) - sum(earlier)) < FEWEST_OF_A_KIND:
        return []
    return list(pairwise(places))


def forecast(history: History, start: int, end: int) -> Forecast:
    earlier, later = history.between(0, start), history.between(start, end)
    additive = learn(earlier)
    challenger = add_pairs(additive)
    alone = _chances(additive.model(), later)
    known = set(earlier.rows)
    return Forecast(
        outcomes=later.outcomes,
        alone=alone,
        with_pairs=_chances(challenger.model(), later) if challenger.pairs else alone,
        repeated=[row in known for row in later.rows],
    )


def saved_by_pairs(forecasts: Sequence[Forecast]) -> Saving:
    """The log loss that pairs save a row."""
    alone = (one for block in forecasts for one in surprises(block.outcomes, block.alone))
    paired = (one for block in forecasts for one in surprises(block.outcomes, block.with_pairs))
    return saving([*alone], [*paired])


def may_keep(pairs: Saving) -> bool:
    """Whether later rows leave the pairs that earlier ones found their place."""
    return pairs.gain > -VETO * pairs.error


def summary(forecasts: Sequence[Forecast], pairs: bool) -> tuple[Check | None, Check | None]:
    """How good the forecasts were: on all later rows, and on those that repeat no earlier one."""
    outcomes = [outcome for block in forecasts for outcome in block.outcomes]
    chances = [
        chance for block in forecasts for chance in (block.with_pairs if pairs else block.alone)
    ]
    repeated = [same for block in forecasts for same in block.repeated]
    if not outcomes:
        return None, None
    fresh = [place for place, same in enumerate(repeated) if not same]
    if not fresh or len(fresh) == len(outcomes):
        return check(outcomes, chances), None
    unseen = check([outcomes[place] for place in fresh], [chances[place] for place in fresh])
    return check(outcomes, chances), unseen


def curve_sizes(history: History) -> list[int]:
    """How many of the rows before the last fifth to learn from, step by step."""
    if not borders(history):
        return []
    earlier = history.outcomes[: round(len(history.rows) * CURVE_TEST_FROM)]
    sizes = [size for size in CURVE_SIZES if size < len(earlier)]
    return [size for size in sizes if 0 < sum(earlier[-size:]) < size]


def curve_point(history: History, size: int) -> CurvePoint:
    border = round(len(history.rows) * CURVE_TEST_FROM)
    later = history.between(border, len(history.rows))
    model = learn(history.between(border - size, border)).model()
    return CurvePoint(size, check(later.outcomes, _chances(model, later)))


def _chances(model: Model, later: History) -> list[float]:
    predictor = Predictor(model)
    return [predictor.probability(row) for row in later.rows]
