"""A thousand races for one lead each: always exactly one owner, whatever the database."""

from __future__ import annotations

import asyncio
import random
from functools import partial

from storage.alerts import CLAIMED
from storage.store import Store, Work
from storage.team import Role
from tests.fakes import MORNING

ROUNDS = 1_000
RACERS = range(2, 21)


def _hire(work: Work) -> list[int]:
    return [work.team.add(f"rep {n}", Role.REP, MORNING) for n in range(max(RACERS))]


def _open(work: Work) -> list[int]:
    alerts = []
    for _ in range(ROUNDS):
        lead = work.leads.create(name="Lan", source="", now=MORNING)
        alerts.append(work.alerts.open(lead, "hot", MORNING, MORNING))
    return alerts


def _claim(work: Work, alert_id: int, rep: int) -> int:
    return rep if work.alerts.claim(alert_id, rep, MORNING) else 0


async def test_a_thousand_races_have_a_thousand_winners(store: Store) -> None:
    dice = random.Random(6)
    reps = await store.run(_hire)
    alerts = await store.run(_open)

    async def race(alert_id: int) -> None:
        racers = dice.sample(reps, dice.choice(RACERS))
        told = await asyncio.gather(
            *(store.run(partial(_claim, alert_id=alert_id, rep=rep)) for rep in racers)
        )
        winners = [rep for rep in told if rep]
        alert = await store.read(lambda work: work.alerts.get(alert_id))
        assert alert is not None
        assert winners == [alert.claimed_by]
        assert alert.state == CLAIMED

    # Some races at once, as on a busy morning.
    for start in range(0, ROUNDS, 10):
        await asyncio.gather(*map(race, alerts[start : start + 10]))
