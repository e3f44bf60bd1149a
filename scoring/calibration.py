"""Whether warm and hot are true: conversion by temperature, and what other borders would do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.lead import Temperature
from scoring.weights import Bands

# The middle 95 % of a normal curve.
_Z = 1.959964
# Below these a suggestion would be chance (docs/scoring.md).
FEWEST_OUTCOMES, FEWEST_WON = 50, 10
BIN = 20  # points of the reliability picture
STEP = 5  # points between thresholds that are compared
# Before anything is known of the points: their mean and spread (docs/scoring.md).
FIRST_MEAN, FIRST_SPREAD = 35.0, 18.0
# Rank cut: the best 15 % of leads are hot, the next 30 % warm (docs/scoring.md).
HOT_SHARE, WARM_SHARE = 0.15, 0.30


@dataclass(frozen=True, slots=True)
class Judged:
    """A lead as it was scored before a rep had it in hand, and what became of it."""

    points: float
    temperature: Temperature
    won: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """So many won of so many, with the range in which the true share lies 19 times of 20."""

    won: int
    count: int
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.won / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class Border:
    """What hot from so many points would have done: who is called, who is found."""

    hot: float
    called: Rate
    found: float  # share of the wins that would have been hot


@dataclass(frozen=True, slots=True)
class Report:
    """How true the temperatures were. Shares are 0 to 1."""

    tiers: dict[Temperature, Rate]
    rising: bool  # hot wins more often than warm, warm than cold
    wins_hot: Rate  # of the wins, those that were hot
    picture: tuple[tuple[int, int, Rate], ...]  # from, to, what was won of these points
    borders: tuple[Border, ...]
    enough: bool  # outcomes of both kinds, to suggest by
    ranked: tuple[float, float] | None  # points of the rank cut: warm, hot
    within_reach: float | None  # points from which the reps have time for every lead
    suggested: tuple[int, int] | None  # warm, hot; None: no reason to change, or too few


def wilson(won: int, count: int) -> Rate:
    """Wilson's interval, which is honest for few and for shares near 0 and 1."""
    if not count:
        return Rate(0, 0, 0.0, 1.0)
    share = won / count
    spread = _Z * _Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    # At the ends the bound is the share itself, which rounding would miss by a hair.
    low, high = min(share, middle - half), max(share, middle + half)
    return Rate(won, count, max(0.0, low), min(1.0, high))


def report(
    judged: Sequence[Judged], bands: Bands, worth: float, capacity: float | None = None
) -> Report:
    """Look back over leads with an outcome.

    `worth` is the chance from which a call pays; `capacity` the share of leads, 0 to 1, that the
    reps have time to call, None where nobody knows.
    """
    tiers = {
        tier: _rate([one for one in judged if one.temperature is tier]) for tier in Temperature
    }
    shares = [rate.share for rate in tiers.values() if rate.count]
    wins = [one for one in judged if one.won]
    hot_wins = sum(one.temperature is Temperature.HOT for one in wins)
    return Report(
        tiers=tiers,
        rising=shares == sorted(shares),
        wins_hot=wilson(hot_wins, len(wins)),
        picture=_picture(judged),
        borders=_borders(judged, bands),
        enough=_is_enough(judged),
        ranked=_ranked(judged),
        within_reach=_best(judged, capacity) if judged and capacity is not None else None,
        suggested=_suggested(judged, bands, worth, capacity),
    )


def _rate(some: Sequence[Judged]) -> Rate:
    return wilson(sum(one.won for one in some), len(some))


def _picture(judged: Sequence[Judged]) -> tuple[tuple[int, int, Rate], ...]:
    """What was won of each fifth of the scale; 100 belongs to the last."""
    found = []
    for start in range(0, 100, BIN):
        end = start + BIN
        inside = [one for one in judged if start <= one.points < end or end == 100 == one.points]
        if inside:
            found.append((start, end, _rate(inside)))
    return tuple(found)


def _borders(judged: Sequence[Judged], bands: Bands) -> tuple[Border, ...]:
    wins = sum(one.won for one in judged)
    found = []
    for step in (-2, -1, 0, 1, 2):
        border = bands.hot + step * STEP
        if bands.warm < border <= 100:
            called = [one for one in judged if one.points >= border]
            won = sum(one.won for one in called)
            found.append(Border(border, wilson(won, len(called)), won / wins if wins else 0.0))
    return tuple(found)


def _ranked(judged: Sequence[Judged]) -> tuple[float, float] | None:
    if not judged:
        return None
    return _best(judged, HOT_SHARE + WARM_SHARE), _best(judged, HOT_SHARE)


def _best(judged: Sequence[Judged], share: float) -> float:
    """The points of the last lead in the best share, 0 to 1, of at least one."""
    points = sorted((one.points for one in judged), reverse=True)
    return points[max(0, math.ceil(share * len(points)) - 1)]


def _suggested(
    judged: Sequence[Judged], bands: Bands, worth: float, capacity: float | None
) -> tuple[int, int] | None:
    """Hot from where a call pays, warm where the rank cut has it; None where that is no news."""
    if not _is_enough(judged):
        return None
    curve = _rising(judged)
    paying = [points for points, share in curve if share >= worth]
    ranked = _ranked(judged)
    if not paying or ranked is None:
        return None
    # What pays and is within the reps' time, or ranks among the best (docs/scoring.md).
    cut = ranked[1] if capacity is None else _best(judged, capacity)
    hot = max(_round(max(min(paying), cut)), _round(bands.slack) + 2 * STEP)
    warm = min(_round(ranked[0]), hot - _round(bands.slack) - STEP)
    suggested = (max(warm, _round(bands.slack) + STEP), min(hot, 100))
    same = abs(suggested[1] - bands.hot) < STEP and abs(suggested[0] - bands.warm) < STEP
    return None if same else suggested


def assumed_border(worth: float, close_rate: float) -> float:
    """The points from which a call pays while no outcome is known, 0 to 100.

    logit p = logit(close rate) + (S - mean) / spread (docs/scoring.md): a judgement, to be
    shown as one.
    """
    points = FIRST_MEAN + FIRST_SPREAD * (_logit(worth) - _logit(close_rate))
    return min(100.0, max(0.0, points))


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def _is_enough(judged: Sequence[Judged]) -> bool:
    won = sum(one.won for one in judged)
    return len(judged) >= FEWEST_OUTCOMES and min(won, len(judged) - won) >= FEWEST_WON


def _rising(judged: Sequence[Judged]) -> list[tuple[float, float]]:
    """The share won from so many points on, made to rise: neighbours that fall are pooled."""
    pools: list[list[float]] = []  # first points, won, count
    for one in sorted(judged, key=lambda one: one.points):
        pools.append([one.points, float(one.won), 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            _, won, count = pools.pop()
            pools[-1][1] += won
            pools[-1][2] += count
    return [(points, won / count) for points, won, count in pools]


def _round(points: float) -> int:
    """To the next step up: a threshold is a round number."""
    return math.ceil(points / STEP) * STEP
