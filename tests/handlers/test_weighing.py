"""Weighing wakes the team when a lead becomes worth it, and only then."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

import pytest

from handlers.score.weighing import Happening, Wake, Weighed, weigh
from scoring.lead import Lead
from storage.store import Store, Work
from tests.fakes import MORNING
from tests.house import SAMPLE_BUSINESS, House


async def test_facts_alone_that_make_a_lead_warm_and_known_wake_a_rep(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")

    await house.says(
        "lan", "Em là chủ quán, cần máy tính tiền cho 2 quầy, tầm 30 triệu, cần trong tuần này"
    )

    assert "LEAD ẤM" in house.channel.last("minh").text


async def test_a_lead_that_stays_as_warm_as_it_was_wakes_nobody_again(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says(
        "lan", "Em là chủ quán, cần máy tính tiền cho 2 quầy, tầm 30 triệu, cần trong tuần này"
    )
    alert = await house.store.read(lambda work: work.alerts.open_of(1))
    assert alert is not None
    await house.store.run(lambda work: work.alerts.close(alert.id, house.clock.now()))

    await house.says("lan", "0912 345 678")

    assert await house.store.read(lambda work: work.alerts.open_of(1)) is None


# --- counting -----------------------------------------------------------------------------------


def _lead(work: Work) -> Lead:
    lead = work.leads.get(1)
    return lead if lead is not None else _first(work)


def _first(work: Work) -> Lead:
    work.leads.create(name="", source="", now=MORNING)
    return _lead(work)


def _happens(work: Work, kind: str, key: str, now: datetime = MORNING) -> Weighed:
    return weigh(work, SAMPLE_BUSINESS, _lead(work), now, happenings=(Happening(kind, key),))


async def test_what_is_told_twice_counts_once(sqlite_store: Store) -> None:
    once = await sqlite_store.run(lambda work: _happens(work, "link_click", "m:7"))
    again = await sqlite_store.run(lambda work: _happens(work, "link_click", "m:7"))

    assert again.score.engagement == once.score.engagement > 0
    assert len(await sqlite_store.read(lambda work: work.events.of_lead(1))) == 1


async def test_mashing_a_button_counts_twenty_times_a_day(sqlite_store: Store) -> None:
    def mash(work: Work) -> None:
        for number in range(50):
            _happens(work, "link_click", f"m:{number}", MORNING + timedelta(minutes=number))

    await sqlite_store.run(mash)
    next_day = MORNING + timedelta(hours=25)
    await sqlite_store.run(lambda work: _happens(work, "link_click", "m:next", next_day))

    kept = await sqlite_store.read(lambda work: work.events.of_lead(1))
    assert len(kept) == 21


async def test_a_lead_that_cooled_and_gets_hot_again_wakes_the_team_again(
    sqlite_store: Store,
) -> None:
    hour = timedelta(hours=1)
    wakes = []
    for number, after in enumerate((0, 1, 71, 80, 81)):
        now = MORNING + after * hour
        kind = "reply" if after in (1, 71) else "call_me"
        weighed = await sqlite_store.run(partial(_happens, kind=kind, key=f"m:{number}", now=now))
        wakes.append(weighed.wake)

    # Hot once, still hot with every reply, cold after three days, hot by the next wish.
    assert wakes == [Wake.HOT, None, None, Wake.HOT, None]


async def test_an_unknown_kind_of_behaviour_is_a_fault_of_ours(sqlite_store: Store) -> None:
    with pytest.raises(KeyError):
        await sqlite_store.run(lambda work: _happens(work, "telepathy", "m:1"))

    assert await sqlite_store.read(lambda work: work.events.of_lead(1)) == ()
