"""An alert is shown to many and belongs to one."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from storage.alerts import CLAIMED, CLOSED
from storage.store import Store, Work
from storage.team import Role
from tests.fakes import MORNING

SOON = MORNING + timedelta(minutes=5)


async def _open(store: Store) -> int:
    def open_(work: Work) -> int:
        lead = work.leads.create(name="Lan", source="", now=MORNING)
        return work.alerts.open(lead, "hot", SOON, MORNING)

    return await store.run(open_)


async def _reps(store: Store, count: int) -> list[int]:
    def hire(work: Work) -> list[int]:
        return [work.team.add(f"rep {n}", Role.REP, MORNING) for n in range(count)]

    return await store.run(hire)


def _claim(work: Work, alert_id: int, rep: int) -> bool:
    return work.alerts.claim(alert_id, rep, MORNING)


def _show(work: Work, alert_id: int, row: int) -> None:
    work.alert_cards.shown(alert_id, None, "fake", "-1", row)


@pytest.mark.parametrize("racers", [2, 3, 5, 10, 20])
async def test_of_any_number_who_claim_at_once_exactly_one_has_it(
    store: Store, racers: int
) -> None:
    alert_id = await _open(store)
    reps = await _reps(store, racers)

    told = await asyncio.gather(
        *(store.run(partial(_claim, alert_id=alert_id, rep=rep)) for rep in reps)
    )

    alert = await store.read(lambda work: work.alerts.get(alert_id))
    assert alert is not None
    assert [rep for rep, claimed in zip(reps, told, strict=True) if claimed] == [alert.claimed_by]
    assert alert.state == CLAIMED


async def test_a_closed_alert_cannot_be_claimed(store: Store) -> None:
    alert_id = await _open(store)
    (rep,) = await _reps(store, 1)
    await store.run(lambda work: work.alerts.close(alert_id, MORNING))

    assert not await store.run(lambda work: work.alerts.claim(alert_id, rep, MORNING))


async def test_a_claimed_alert_climbs_no_further(store: Store) -> None:
    alert_id = await _open(store)
    (rep,) = await _reps(store, 1)
    assert await store.read(lambda work: work.alerts.take_due(SOON)) == (alert_id,)

    await store.run(lambda work: work.alerts.claim(alert_id, rep, MORNING))

    assert await store.read(lambda work: work.alerts.take_due(SOON)) == ()
    assert await store.run(lambda work: work.alerts.lock_due(alert_id, SOON)) is None
    assert await store.read(lambda work: work.alerts.next_due()) is None


async def test_a_rung_is_climbed_once(store: Store) -> None:
    alert_id = await _open(store)
    later = SOON + timedelta(minutes=5)

    def climb(work: Work) -> bool:
        alert = work.alerts.lock_due(alert_id, SOON)
        if alert is None:
            return False
        work.alerts.climbed(alert_id, alert.rung + 1, later)
        return True

    climbed = await asyncio.gather(*(store.run(climb) for _ in range(5)))

    assert sum(climbed) == 1
    assert await store.read(lambda work: work.alerts.next_due()) == later


async def test_a_rung_does_not_come_before_its_time(store: Store) -> None:
    alert_id = await _open(store)
    early = SOON - timedelta(seconds=1)

    assert await store.read(lambda work: work.alerts.take_due(early)) == ()
    assert await store.run(lambda work: work.alerts.lock_due(alert_id, early)) is None


async def test_the_open_alert_of_a_lead_is_found_until_it_is_closed(store: Store) -> None:
    alert_id = await _open(store)
    alert = await store.read(lambda work: work.alerts.get(alert_id))
    assert alert is not None
    assert await store.read(lambda work: work.alerts.open_of(alert.lead_id)) == alert

    await store.run(lambda work: work.alerts.close(alert_id, MORNING))

    assert await store.read(lambda work: work.alerts.open_of(alert.lead_id)) is None
    closed = await store.read(lambda work: work.alerts.get(alert_id))
    assert closed is not None
    assert closed.state == CLOSED


async def test_a_card_stands_once_in_a_chat_and_moves_with_it(store: Store) -> None:
    alert_id = await _open(store)
    for row in (1, 2):
        await store.run(partial(_show, alert_id=alert_id, row=row))

    await store.run(lambda work: work.alert_cards.move_chat("fake", "-1", "-100"))

    cards = await store.read(lambda work: work.alert_cards.of_alert(alert_id))
    assert [(card.chat_id, card.outbox_id) for card in cards] == [("-100", 1)]


async def test_the_load_of_a_rep_is_what_he_has_claimed_and_not_ended(store: Store) -> None:
    first, second, _ = [await _open(store) for _ in range(3)]
    (rep,) = await _reps(store, 1)
    for alert_id in (first, second):
        await store.run(partial(_claim, alert_id=alert_id, rep=rep))

    await store.run(lambda work: work.alerts.close(first, MORNING))

    assert await store.read(lambda work: work.alerts.loads()) == {rep: 1}


async def test_an_offer_is_the_load_of_a_rep_only_until_it_climbs_past_him(store: Store) -> None:
    alert_id = await _open(store)
    (rep,) = await _reps(store, 1)
    await store.run(lambda work: work.alerts.offered_first(alert_id, rep, MORNING))
    await store.run(lambda work: work.alerts.climbed(alert_id, 1, SOON))
    assert await store.read(lambda work: work.alerts.loads()) == {rep: 1}

    await store.run(lambda work: work.alerts.climbed(alert_id, 2, SOON))

    assert await store.read(lambda work: work.alerts.loads()) == {}
