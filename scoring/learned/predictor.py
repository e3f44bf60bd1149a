"""Serving a learned model: a row's probability, points and reasons, in plain Python."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from scoring.learned.columns import Column, level_of, number
from scoring.learned.model import ColumnEffect, Model, PairEffect

# Five points double the odds.
POINTS_PER_LOGIT = 5 / math.log(2)
MOST_RAISING, MOST_LOWERING = 3, 2
# A reason of two columns names both, and the part of both.
AND = " & "


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the row and what it adds, against the average row."""

    points: int
    text: str
    name: str  # of the column, or of two
    label: str  # of its part


@dataclass(frozen=True, slots=True)
class Weighing:
    """A row's logit and its variance, its places among the weights, and its reasons."""

    logit: float
    variance: float
    places: tuple[int, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Prediction:
    """The points are the sum of all reasons."""

    probability: float
    points: int
    reasons: tuple[Reason, ...]

    def main_reasons(self) -> tuple[Reason, ...]:
        """What raises most, then what lowers most."""
        ordered = sorted(self.reasons, key=lambda reason: -reason.points)
        raising = [reason for reason in ordered if reason.points > 0][:MOST_RAISING]
        lowering = [reason for reason in reversed(ordered) if reason.points < 0][:MOST_LOWERING]
        return (*raising, *lowering)


class Predictor:
    """A model made ready to answer: tables instead of arithmetic wherever rows repeat it.

    Every weight has a place: the intercept 0, then each column's parts, then each pair's cells.
    """

    def __init__(self, model: Model) -> None:
        columns = [effect.column for effect in model.columns]
        self.names = tuple(column.name for column in columns)
        self._columns: list[_ServedColumn] = []
        self._pairs: list[_ServedPair] = []
        self._weights: list[float] = [model.intercept]
        self._reasons: list[Reason | None] = [None]
        self._covariance = model.covariance
        for effect in model.columns:
            self._columns.append(_ServedColumn(effect, len(self._weights)))
            self._weights.extend(effect.weights)
            self._reasons.extend(_column_reasons(effect))
        for pair in model.pairs:
            self._pairs.append(_ServedPair(pair, len(self._weights)))
            self._weights.extend(pair.weights)
            self._reasons.extend(_pair_reasons(pair, columns))

    def predict(self, cells: Sequence[str]) -> Prediction:
        """The cells of one row, in the order of `names`."""
        places, unseen = self._places(cells)
        reasons = [self._reasons[place] for place in places]
        told = tuple(reason for reason in reasons if reason is not None)
        points = sum([reason.points for reason in told])
        return Prediction(self._chance(places, unseen), points, told)

    def probability(self, cells: Sequence[str]) -> float:
        """The same without points and reasons."""
        return self._chance(*self._places(cells))

    def weigh(self, cells: Sequence[str]) -> Weighing:
        """The same before it becomes a chance, for a score that has more to add."""
        places, unseen = self._places(cells)
        reasons = [self._reasons[place] for place in places]
        told = tuple(reason for reason in reasons if reason is not None)
        logit = sum([self._weights[place] for place in places])
        return Weighing(logit, self._variance(places, unseen), tuple(places), told)

    def _places(self, cells: Sequence[str]) -> tuple[list[int], float]:
        """Which weights the row has, rising; and the variance of what was never seen."""
        unseen = 0.0
        places = [0]
        parts: list[int | None] = []
        for column, cell in zip(self._columns, cells, strict=True):
            part = column.part(cell)
            parts.append(part)
            if part is None:
                unseen += column.variance
            else:
                places.append(column.start + part)
        for pair in self._pairs:
            met = pair.cell(parts)
            if met is not None:
                places.append(pair.start + met)
        return places, unseen

    def _chance(self, places: Sequence[int], unseen: float) -> float:
        logit = sum([self._weights[place] for place in places])
        return chance(shrunk(logit, self._variance(places, unseen)))

    def _variance(self, places: Sequence[int], unseen: float) -> float:
        """x' H^-1 x for a row that is 1 at its places and 0 elsewhere."""
        variance = unseen
        for count, place in enumerate(places):
            row = self._covariance[place]
            variance += row[place] + 2 * sum(map(row.__getitem__, places[:count]))
        return variance


def shrunk(logit: float, variance: float) -> float:
    """The less sure the logit, the nearer to even the odds (MacKay's approximation)."""
    return logit / math.sqrt(1 + math.pi * max(variance, 0.0) / 8)


def chance(logit: float) -> float:
    """The logistic curve, written so that no logit overflows."""
    return 0.5 + 0.5 * math.tanh(logit / 2)


class _ServedColumn:
    """A column with its levels in a table."""

    def __init__(self, effect: ColumnEffect, start: int) -> None:
        column = effect.column
        self.start = start
        self.variance = effect.variance
        self._cuts = column.cuts
        self._numeric = column.numeric
        self._places = column.places()
        self._otherwise = column.size - 1 if column.pooled else None

    def part(self, cell: str) -> int | None:
        """The same answer as `Column.part`, sooner."""
        if self._numeric:
            value = number(cell)
            if value is not None:
                return bisect_right(self._cuts, value)
        return self._places.get(level_of(cell), self._otherwise)


class _ServedPair:
    """A pair of columns likewise."""

    def __init__(self, effect: PairEffect, start: int) -> None:
        self.start = start
        self._effect = effect
        self._width = max(effect.second_groups) + 1

    def cell(self, parts: Sequence[int | None]) -> int | None:
        first, second = parts[self._effect.first], parts[self._effect.second]
        if first is None or second is None:
            return None
        row, column = self._effect.first_groups[first], self._effect.second_groups[second]
        return self._effect.cells[row * self._width + column]


def _column_reasons(effect: ColumnEffect) -> list[Reason | None]:
    """A reason a part; bins side by side that earn the same points share their words."""
    column = effect.column
    points = [round(POINTS_PER_LOGIT * (weight - effect.mean)) for weight in effect.weights]
    reasons: list[Reason | None] = []
    for (_, worth), members in groupby(
        range(column.size),
        # Levels have no neighbours, so each is a group of its own.
        key=lambda part: (-1 if part < column.bins else part, points[part]),
    ):
        parts = list(members)
        label = column.label(parts)
        reason = Reason(worth, f"{column.name} {label}: {worth:+d}", column.name, label)
        reasons.extend([reason if worth else None] * len(parts))
    return reasons


def _pair_reasons(effect: PairEffect, columns: Sequence[Column]) -> list[Reason | None]:
    reasons: list[Reason | None] = [None] * len(effect.weights)
    width = max(effect.second_groups) + 1
    for cell, place in enumerate(effect.cells):
        if place is None:
            continue
        worth = round(POINTS_PER_LOGIT * (effect.weights[place] - effect.mean))
        first, second = columns[effect.first], columns[effect.second]
        labels = (
            _group_words(first, effect.first_groups, cell // width),
            _group_words(second, effect.second_groups, cell % width),
        )
        text = f"{first.name} {labels[0]}{AND}{second.name} {labels[1]}: {worth:+d}"
        names = f"{first.name}{AND}{second.name}"
        reasons[place] = Reason(worth, text, names, AND.join(labels)) if worth else None
    return reasons


def _group_words(column: Column, groups: Sequence[int], group: int) -> str:
    return column.label([part for part, own in enumerate(groups) if own == group])
