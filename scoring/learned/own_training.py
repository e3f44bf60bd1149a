"""Learning from the business's own outcomes, and whether what was learned may be used."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scoring.calibration import FIRST_MEAN, FIRST_SPREAD, HOT_SHARE, WARM_SHARE
from scoring.learned.history import History
from scoring.learned.logistic import Floats, fit
from scoring.learned.metrics import Saving, ece, saving, surprises
from scoring.learned.own_model import Judge, OwnModel
from scoring.learned.pairs import FEWEST_OUTCOMES as CHALLENGED_FROM
from scoring.learned.training import add_pairs, learn
from scoring.weights import Bands

# The gates of docs/scoring.md, step 3 of every night.
FEWEST_OUTCOMES, FEWEST_OF_A_KIND, FEWEST_LATER = 50, 10, 50
STANDARD_ERRORS, MOST_ECE = 2.0, 0.12
# Pairs of columns are put in its place only for so much log loss.
LEAST_GAIN = 0.01
# Later outcomes are forecast by blocks of so many parts of all.
BLOCKS, FEWEST_IN_A_BLOCK = 20, 5
# Pairs cost a fit each: they are tried on fewer blocks.
BLOCKS_WITH_PAIRS = 10
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
    saved: Saving
    ece: float
    rising: bool  # hot wins more often than warm, warm than cold

    @property
    def passes(self) -> bool:
        """Whether it may take over (docs/scoring.md)."""
        proven = self.saved.is_sure(STANDARD_ERRORS)
        return self.later >= FEWEST_LATER and proven and self.ece <= MOST_ECE and self.rising


def may_fit(outcomes: Sequence[Outcome]) -> bool:
    won = sum(one.won for one in outcomes)
    return len(outcomes) >= FEWEST_OUTCOMES and min(won, len(outcomes) - won) >= FEWEST_OF_A_KIND


def learn_own(
    names: tuple[str, ...],
    outcomes: Sequence[Outcome],
    worth: float,
    capacity: float | None = None,
    *,
    pairs: bool = False,
) -> OwnModel:
    """Fit on outcomes, oldest first.

    `worth` is the chance from which a rep's time pays, `capacity` the share of leads, 0 to 1, for
    which there is such time; None where nobody knows. `pairs` of columns are looked for where
    the outcomes are many.
    """
    mean, spread = _scale(outcomes)
    slope = np.array([(one.points - mean) / spread for one in outcomes])
    learned = learn(_history(names, outcomes), slope)
    if pairs:
        learned = add_pairs(learned)
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
    *,
    pairs: bool = False,
) -> Trial:
    """Forecast each later block from all outcomes before it, with and without what was learned."""
    won: list[bool] = []
    learned: list[float] = []
    plain: list[float] = []
    tiers: list[int] = []
    for earlier, later in _blocks(outcomes, BLOCKS):
        judge = Judge(learn_own(names, earlier, worth, capacity, pairs=pairs))
        told = [judge.chance(one.cells, one.points) for one in later]
        shown = [judge.shown(one.logit, bands) for one in told]
        tiers += [(one >= bands.warm) + (one >= bands.hot) for one in shown]
        learned += [one.chance for one in told]
        plain += plain_chances(earlier, later)
        won += [one.won for one in later]
    saved = saving(surprises(won, plain), surprises(won, learned))
    honest = ece(won, learned) if won else 0.0
    return Trial(len(outcomes), len(won), saved, honest, _rises(tiers, won))


def challenge(names: tuple[str, ...], outcomes: Sequence[Outcome], worth: float) -> Saving:
    """What pairs of columns save later outcomes, against the columns alone."""
    if len(outcomes) < CHALLENGED_FROM:
        return Saving(0.0, 0.0)
    alone: list[float] = []
    paired: list[float] = []
    for earlier, later in _blocks(outcomes, BLOCKS_WITH_PAIRS):
        won = [one.won for one in later]
        for pairs, told in ((False, alone), (True, paired)):
            judge = Judge(learn_own(names, earlier, worth, pairs=pairs))
            told += surprises(won, [judge.chance(one.cells, one.points).chance for one in later])
    return saving(alone, paired)


def takes_over(pairs: Saving) -> bool:
    """Whether pairs may stand beside the columns (docs/scoring.md)."""
    return pairs.gain > LEAST_GAIN and pairs.is_sure(STANDARD_ERRORS)


def _blocks(
    outcomes: Sequence[Outcome], parts: int
) -> Iterator[tuple[Sequence[Outcome], Sequence[Outcome]]]:
    """Each block of the later half, with all outcomes before it, where those are enough."""
    size = max(FEWEST_IN_A_BLOCK, len(outcomes) // parts)
    for first in range(max(FEWEST_OUTCOMES, len(outcomes) // 2), len(outcomes), size):
        earlier = outcomes[:first]
        if may_fit(earlier):
            yield earlier, outcomes[first : first + size]


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
