"""The running number of each kind is the sum over its events, however they came."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engagement import engagement, is_full, recounted, warmed
from scoring.lead import Heat
from scoring.weights import KINDS, NOTED, PENALTIES, TAKEN_BACK, Weights
from tests.scoring.any_lead import NOW, Happened, anything, heat_of, histories
from tests.work import work

WEIGHTS = Weights()


@dataclass(frozen=True)
class Event:
    id: int
    kind: str
    at: datetime
    message_id: int | None = None
    detail: str = ""


def summed(happened: list[Happened], now: datetime) -> float:
    """E from the definition: every event weighed by its own age."""
    raw = 0.0
    for kind, rule in KINDS.items():
        value = sum(
            rule.weight * 2 ** (-((now - at) / timedelta(days=1)) / rule.half_life_days)
            for one, at in happened
            if one == kind
        )
        raw += max(rule.cap, value) if rule.weight < 0 else min(rule.cap, value)
    return 40 * (1 - math.exp(-max(0.0, raw) / 40))


def felt(heat: tuple[Heat, ...], now: datetime = NOW) -> float:
    return sum(one.points for one in engagement(heat, now, WEIGHTS))


@given(anything, st.integers(0, 100))
def test_the_running_numbers_are_the_sum_over_the_events(
    happened: list[Happened], days: int
) -> None:
    now = NOW + timedelta(days=days)

    assert felt(heat_of(happened), now) == pytest.approx(summed(happened, now), abs=1e-9)


@given(anything, st.randoms())
def test_the_order_of_the_events_is_nothing(happened: list[Happened], dice: Random) -> None:
    shuffled = sorted(happened, key=lambda _: dice.random())

    assert felt(heat_of(shuffled)) == pytest.approx(felt(heat_of(happened)), abs=1e-9)


@given(histories([*KINDS, *PENALTIES, *sorted(NOTED), "alert", "claimed"]))
def test_a_recount_from_the_ledger_is_the_same_to_the_last_bit(happened: list[Happened]) -> None:
    events = [Event(number, kind, at, number) for number, (kind, at) in enumerate(happened)]
    running: tuple[Heat, ...] = ()
    for event in events:
        if event.kind not in ("alert", "claimed"):
            running = warmed(running, event.kind, event.at, WEIGHTS, event.message_id, event.id)

    assert recounted(events, WEIGHTS) == running


def test_what_was_taken_back_counts_in_no_recount() -> None:
    events = [
        Event(1, "reply", NOW),
        Event(2, "spam", NOW),
        Event(3, TAKEN_BACK, NOW, detail="2"),
        Event(4, "quote_request", NOW, detail="1"),
    ]

    kinds = [one.kind for one in recounted(events, WEIGHTS)]

    assert kinds == ["reply", TAKEN_BACK, "quote_request"]


def test_one_more_event_is_as_much_work_after_a_thousand_as_after_one() -> None:
    few = heat_of([("reply", NOW)])
    many = heat_of([("reply", NOW - timedelta(hours=hours)) for hours in range(1000)])

    assert work(lambda: warmed(many, "reply", NOW)) == work(lambda: warmed(few, "reply", NOW))


def test_so_many_of_a_kind_a_day_and_no_more() -> None:
    heat = heat_of([("link_click", NOW)] * 19)

    assert not is_full(heat, "link_click", NOW, WEIGHTS)
    heat = warmed(heat, "link_click", NOW)
    assert is_full(heat, "link_click", NOW + timedelta(hours=23), WEIGHTS)
    assert not is_full(heat, "visit", NOW, WEIGHTS)
    assert not is_full(heat, "link_click", NOW + timedelta(hours=24), WEIGHTS)
    heat = warmed(heat, "link_click", NOW + timedelta(hours=24))
    assert not is_full(heat, "link_click", NOW + timedelta(hours=25), WEIGHTS)


def test_each_reason_names_the_last_event_of_its_kind() -> None:
    heat = warmed((), "reply", NOW - timedelta(hours=3), WEIGHTS, 11, 1)
    heat = warmed(heat, "reply", NOW - timedelta(hours=1), WEIGHTS, 12, 2)

    (reason,) = engagement(heat, NOW, WEIGHTS)

    assert (reason.key, reason.message_id) == ("engagement.reply", 12)
    assert reason.at == NOW - timedelta(hours=1)
