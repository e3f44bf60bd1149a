"""A learned model at rest: columns, weights, what is unsure, and how it was checked."""

from __future__ import annotations

from dataclasses import dataclass

from scoring.learned.columns import Column

# Raised when a model file of before can no longer be read as meant.
VERSION = 1


@dataclass(frozen=True, slots=True)
class ColumnEffect:
    """What each part of a column adds to the logit."""

    column: Column
    weights: tuple[float, ...]
    mean: float  # over the rows learned from; points count from here
    variance: float  # of a part that was never seen


@dataclass(frozen=True, slots=True)
class PairEffect:
    """What two columns add together beyond what each adds alone."""

    first: int  # positions in `Model.columns`
    second: int
    first_groups: tuple[int, ...]  # the group of each part: bins are merged for a pair
    second_groups: tuple[int, ...]
    cells: tuple[int | None, ...]  # by first group, then second: place in weights, None if rare
    weights: tuple[float, ...]
    mean: float


@dataclass(frozen=True, slots=True)
class Check:
    """How good forecasts were on later rows that the fit had not seen."""

    rows: int
    won: int
    auc: float
    log_loss: float
    ece: float
    lift_10: float  # wins in the top tenth, against a tenth drawn at random
    lift_20: float


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One step of the learning curve: how good, from so many outcomes."""

    outcomes: int
    check: Check


@dataclass(frozen=True, slots=True)
class Validation:
    """Everything the time-ordered check found. None: too few outcomes to tell."""

    check: Check | None
    unseen: Check | None  # only rows whose like is not among the earlier ones
    curve: tuple[CurvePoint, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Frozen: the same row always gets the same probability and points."""

    version: int
    target: str
    positive: str
    outcomes: int
    won: int
    intercept: float
    columns: tuple[ColumnEffect, ...]
    pairs: tuple[PairEffect, ...]
    # Row i holds the covariances of weight i with weights 0 to i; the order is the intercept,
    # each column's weights, each pair's.
    covariance: tuple[tuple[float, ...], ...]
    validation: Validation
