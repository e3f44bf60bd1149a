"""The numbers of a period, from rows that are there: how long alerts waited for their claim."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.store import Store, Work
from storage.team import Role
from tests.fakes import MORNING

DAY = timedelta(days=1)


def _claimed_after(work: Work, staff_id: int, *waits: int | None) -> list[int]:
    alerts = []
    for wait in waits:
        lead_id = work.leads.create(name="", source="", now=MORNING)
        alerts.append(work.alerts.open(lead_id, "hot", MORNING, MORNING))
        if wait is not None:
            work.alerts.claim(alerts[-1], staff_id, MORNING + timedelta(seconds=wait))
    return alerts


@pytest.mark.parametrize(
    ("waits", "middle"),
    [
        ((), None),
        ((None,), None),
        ((40,), 40),
        ((300, None, 20), 160),
        ((300, 20, 50, None), 50),
        ((300, 20, 20, 70), 45),
    ],
)
async def test_the_middle_wait_for_a_claim_is_the_median_of_what_was_claimed(
    store: Store, waits: tuple[int | None, ...], middle: float | None
) -> None:
    def claim(work: Work) -> None:
        _claimed_after(work, work.team.add("Minh", Role.REP, MORNING), *waits)

    await store.run(claim)
    totals = await store.read(lambda work: work.totals.between(MORNING, MORNING + DAY))

    assert totals.alerts == len(waits)
    assert totals.claimed == sum(wait is not None for wait in waits)
    assert totals.seconds_to_claim == middle


async def test_who_has_a_lead_later_changes_nothing_about_its_first_claim(store: Store) -> None:
    def hand_over(work: Work) -> None:
        minh, hung = (work.team.add(name, Role.REP, MORNING) for name in ("Minh", "Hùng"))
        alert_id = _claimed_after(work, minh, 90)[0]
        work.alerts.hand_over(alert_id, hung, MORNING + DAY, MORNING + timedelta(hours=5))

    await store.run(hand_over)
    totals = await store.read(lambda work: work.totals.between(MORNING, MORNING + DAY))

    assert totals.seconds_to_claim == 90
