"""Learning from the business's own outcomes, and whether what was learned may be used."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.calibration import FIRST_MEAN, FIRST_SPREAD, HOT_SHARE, WARM_SHARE
from scoring.learned.history import History
from scoring.learned.logistic import Floats, fit
from scoring.learned.metrics import ece, surprises
from scoring.learned.own_model import Judge, OwnModel
from scoring.learned.training import learn
from scoring.weights import Bands

# Gates of scoring.md, Design 3.
FEWEST_OUTCOMES, FEWEST_OF_A_KIND, FEWEST_LATER = 50, 10, 50
STANDARD_ERRORS, MOST_ECE = 2.0, 0.12
# The score's own mean and spread are trusted from so many leads on.
FEWEST_FOR_SPREAD = 50
# Between the two thresholds lies at least so much, in logits.
_APART = 0.2
_LEAST, _MOST = 0.005, 0.99
# Tiers of fewer forecasts prove nothing about their order.
_FEWEST_IN_A_TIER = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """One lead as it was when it was scored, and what became of it."""

    cells: tuple[str, ...]
    points: float
    won: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """How the learned score fared on later outcomes, against the points made a chance."""

    outcomes: int
    later: int
    gain: float  # of log loss, an outcome
    error: float
    ece: float
    rising: bool  # hot wins more often than warm, warm than cold

    @property
    def passes(self) -> bool:
        """Whether it may take over (scoring.md, Design 3)."""
        proven = self.gain > 0 and self.gain > STANDARD_ERRORS * self.error
        return self.later >= FEWEST_LATER and proven and self.ece <= MOST_ECE and self.rising


def may_fit(outcomes: Sequence[Outcome]) -> bool:
    won = sum(one.won for one in outcomes)
    return len(outcomes) >= FEWEST_OUTCOMES and min(won, len(outcomes) - won) >= FEWEST_OF_A_KIND


def learn_own(
    names: tuple[str, ...],
    outcomes: Sequence[Outcome],
    worth: float,
    capacity: float | None = None,
) -> OwnModel:
    """Fit on outcomes, oldest first.

    `worth` is the chance from which a rep's time pays, `capacity` the share of leads, 0 to 1, for
    which there is such time; None where nobody knows.
    """
    mean, spread = _scale(outcomes)
    slope = np.array([(one.points - mean) / spread for one in outcomes])
    learned = learn(_history(names, outcomes), slope)
    model = OwnModel(
        corrections=learned.model(),
        mean=mean,
        spread=spread,
        slope=learned.fitted.slope,
        slope_covariance=tuple(float(f"{one:.6g}") for one in learned.fitted.covariance[-1]),
        warm=0.3,
        hot=0.6,
    )
    judge = Judge(model)
    chances = [judge.chance(one.cells, one.points).chance for one in outcomes]
    return with_thresholds(model, chances, worth, capacity)


def with_thresholds(
    model: OwnModel, chances: Sequence[float], worth: float, capacity: float | None = None
) -> OwnModel:
    """Hot is what pays and can be called, or ranks among the best; warm is the next."""
    share = HOT_SHARE if capacity is None else capacity
    ranked = sorted(chances, reverse=True)
    last = len(ranked) - 1
    hot = max(worth, ranked[math.ceil(share * last)])
    warm = ranked[math.ceil(min(1.0, share + WARM_SHARE) * last)]
    hot = min(max(hot, 2 * _LEAST), _MOST)
    below = _chance(_logit(hot) - _APART)
    return replace(model, hot=hot, warm=max(_LEAST, min(warm, below)))


def trial(
    names: tuple[str, ...],
    outcomes: Sequence[Outcome],
    worth: float,
    bands: Bands,
    capacity: float | None = None,
) -> Trial:
    """Forecast each later block from all outcomes before it, with and without what was learned."""
    start = max(FEWEST_OUTCOMES, len(outcomes) // 2)
    block = max(5, len(outcomes) // 20)
    won: list[bool] = []
    learned: list[float] = []
    plain: list[float] = []
    tiers: list[int] = []
    for first in range(start, len(outcomes), block):
        earlier, later = outcomes[:first], outcomes[first : first + block]
        if not may_fit(earlier):
            continue
        judge = Judge(learn_own(names, earlier, worth, capacity))
        told = [judge.chance(one.cells, one.points) for one in later]
        shown = [judge.shown(one.logit, bands) for one in told]
        tiers += [(one >= bands.warm) + (one >= bands.hot) for one in shown]
        learned += [one.chance for one in told]
        plain += plain_chances(earlier, later)
        won += [one.won for one in later]
    if not won:
        return Trial(len(outcomes), 0, 0.0, 0.0, 0.0, rising=True)
    saved = [
        before - after
        for before, after in zip(surprises(won, plain), surprises(won, learned), strict=True)
    ]
    gain = sum(saved) / len(saved)
    spread = sum((one - gain) ** 2 for one in saved) / max(1, len(saved) - 1)
    error = math.sqrt(spread / len(saved))
    return Trial(len(outcomes), len(won), gain, error, ece(won, learned), _rises(tiers, won))


def plain_chances(earlier: Sequence[Outcome], later: Sequence[Outcome]) -> list[float]:
    """The points of stage 0 made a chance by the outcomes so far: what is to be beaten."""
    mean, spread = _scale(earlier)
    fitted = fit(
        [], _won(earlier), slope=np.array([(one.points - mean) / spread for one in earlier])
    )
    return [
        _chance(float(fitted.weights[0]) + fitted.slope * (one.points - mean) / spread)
        for one in later
    ]


def _rises(tiers: Sequence[int], won: Sequence[bool]) -> bool:
    rates = []
    for tier in sorted(set(tiers)):
        inside = [one for place, one in zip(tiers, won, strict=True) if place == tier]
        if len(inside) >= _FEWEST_IN_A_TIER:
            rates.append(sum(inside) / len(inside))
    return rates == sorted(rates)


def _scale(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Mean and spread of the points; those of the design while they are few or all the same."""
    points = np.array([one.points for one in outcomes])
    if len(points) < FEWEST_FOR_SPREAD or float(points.std()) < 1:
        return FIRST_MEAN, FIRST_SPREAD
    return float(points.mean()), float(points.std())


def _history(names: tuple[str, ...], outcomes: Sequence[Outcome]) -> History:
    return History(
        target="outcome",
        positive="won",
        names=names,
        rows=[one.cells for one in outcomes],
        outcomes=[one.won for one in outcomes],
    )


def _won(outcomes: Sequence[Outcome]) -> Floats:
    return np.array([one.won for one in outcomes], dtype=np.float64)


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def _chance(logit: float) -> float:
    return 0.5 + 0.5 * math.tanh(logit / 2)
