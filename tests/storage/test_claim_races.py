"""Races for one lead each: always exactly one owner, whatever the database."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from functools import partial

from storage.alerts import CLAIMED
from storage.store import Store, Work
from storage.team import Role
from tests.fakes import MORNING

FEWEST_RACERS, MOST_RACERS = 2, 20
AT_ONCE = 10  # races that run beside each other, as on a busy morning


def _hire(work: Work) -> list[int]:
    return [work.team.add(f"rep {n}", Role.REP, MORNING) for n in range(MOST_RACERS)]


def _open(work: Work, rounds: int) -> list[int]:
    alerts = []
    for _ in range(rounds):
        lead = work.leads.create(name="Lan", source="", now=MORNING)
        alerts.append(work.alerts.open(lead, "hot", MORNING, MORNING))
    return alerts


def _claim(work: Work, alert_id: int, rep: int) -> int:
    return rep if work.alerts.claim(alert_id, rep, MORNING) else 0


async def race_all(stores: Sequence[Store], rounds: int, dice: random.Random) -> int:
    """Race for so many alerts, each racer by one of the stores; answers how many raced.

    Raises AssertionError where an alert has not exactly one winner, or another than it says.
    """
    reps = await stores[0].run(_hire)
    alerts = await stores[0].run(partial(_open, rounds=rounds))
    raced = 0

    async def race(alert_id: int) -> None:
        nonlocal raced
        racers = dice.sample(reps, dice.randint(FEWEST_RACERS, MOST_RACERS))
        raced += len(racers)
        told = await asyncio.gather(
            *(
                dice.choice(stores).run(partial(_claim, alert_id=alert_id, rep=rep))
                for rep in racers
            )
        )
        winners = [rep for rep in told if rep]
        alert = await stores[0].read(lambda work: work.alerts.get(alert_id))
        assert alert is not None
        assert winners == [alert.claimed_by]
        assert alert.state == CLAIMED

    for start in range(0, rounds, AT_ONCE):
        await asyncio.gather(*map(race, alerts[start : start + AT_ONCE]))
    return raced


async def test_every_race_has_one_winner(store: Store) -> None:
    """A thousand of them: `python -m tests.benchmarks.bench_claims`."""
    assert await race_all([store], 100, random.Random(6)) >= 100 * FEWEST_RACERS
