"""Behaviour that warms and fades: one running number a kind, exact at any moment."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from scoring.lead import Heat, Reason
from scoring.weights import NOTED, TAKEN_BACK, Kind, Weights, exact

_DAY = timedelta(days=1)


class Counted(Protocol):
    """What happened, as an event of the ledger tells it."""

    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def message_id(self) -> int | None: ...
    @property
    def detail(self) -> str: ...


def warmed(
    heat: tuple[Heat, ...],
    kind: str,
    at: datetime,
    weights: Weights | None = None,
    message_id: int | None = None,
    event_id: int | None = None,
) -> tuple[Heat, ...]:
    """Count one more event: v <- v 2^(-dt/h) + w, in constant time a kind.

    An event older than the last of its kind is aged before it is added, so that any order
    of the same events ends in the same number. Raises KeyError for an unknown kind.
    """
    weights = weights or _DEFAULT
    known = next((one for one in heat if one.kind == kind), None)
    if kind in NOTED or kind in weights.penalties:
        return _noted(heat, known, Heat(kind, 1.0, at, message_id, event_id))
    rule = weights.kinds[kind]
    if known is None:
        return (*heat, Heat(kind, rule.weight, at, message_id, event_id, at))
    latest = max(known.at, at)
    value = _faded(known.value, latest - known.at, rule) + _faded(rule.weight, latest - at, rule)
    same_day = known.day_from is not None and at < known.day_from + _DAY
    grown = Heat(
        kind,
        value,
        latest,
        message_id if at >= known.at else known.message_id,
        max((one for one in (event_id, known.event_id) if one is not None), default=None),
        known.day_from if same_day else at,
        known.day_count + 1 if same_day else 1,
    )
    return tuple(grown if one is known else one for one in heat)


def _noted(heat: tuple[Heat, ...], known: Heat | None, new: Heat) -> tuple[Heat, ...]:
    """What counts once and never fades: the first penalty of a kind, the last call."""
    if known is None:
        return (*heat, new)
    if new.kind not in NOTED or _when(new) <= _when(known):
        return heat
    return tuple(new if one is known else one for one in heat)


def _when(heat: Heat) -> tuple[datetime, int]:
    return heat.at, heat.event_id or 0


def recounted(events: Iterable[Counted], weights: Weights) -> tuple[Heat, ...]:
    """The heat anew from all events of a lead; kinds that are no behaviour are passed over,

    and so is what was taken back.
    """
    events = tuple(events)
    taken_back = {one.detail for one in events if one.kind == TAKEN_BACK}
    known = {*weights.kinds, *weights.penalties, *NOTED}
    heat: tuple[Heat, ...] = ()
    for one in events:
        if one.kind in known and str(one.id) not in taken_back:
            heat = warmed(heat, one.kind, one.at, weights, one.message_id, one.id)
    return heat


def is_full(heat: tuple[Heat, ...], kind: str, at: datetime, weights: Weights) -> bool:
    """Whether so many of a kind have come within a day that another one counts no more."""
    return any(
        one.kind == kind
        and one.day_count >= weights.daily_most
        and one.day_from is not None
        and at < one.day_from + _DAY
        for one in heat
    )


def engagement(heat: tuple[Heat, ...], now: datetime, weights: Weights) -> tuple[Reason, ...]:
    """E = most (1 - exp(-R / scale)), shared among the kinds by their part of R."""
    parts: list[tuple[Heat, float]] = []
    # In an order of their own: the same heat, however it came about, gives the same bits.
    for one in sorted(heat, key=lambda heat: heat.kind):
        rule = weights.kinds.get(one.kind)
        if rule is None:
            continue
        value = faded(one, now, rule)
        parts.append((one, max(rule.cap, value) if rule.weight < 0 else min(rule.cap, value)))
    raw = sum(part for _, part in parts)
    if raw <= 0:
        return ()
    points = weights.engagement_most * (1 - math.exp(-raw / weights.engagement_scale))
    return tuple(
        Reason(
            exact(points * part / raw),
            f"engagement.{one.kind}",
            message_id=one.message_id,
            at=one.at,
        )
        for one, part in parts
    )


def faded(heat: Heat, now: datetime, rule: Kind) -> float:
    """What is left of a kind's running number now, before its cap."""
    return _faded(heat.value, max(timedelta(0), now - heat.at), rule)


def _faded(value: float, age: timedelta, rule: Kind) -> float:
    halvings: float = age / timedelta(days=rule.half_life_days)
    return value * math.exp2(-halvings)


_DEFAULT = Weights()
