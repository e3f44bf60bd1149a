"""A score falls by itself: nobody has to write for a lead to cool."""

from __future__ import annotations

from datetime import timedelta

from handlers.score.upkeep import Upkeep
from scoring.lead import Temperature
from tests.house import House


async def _temperature(house: House) -> Temperature:
    lead = await house.store.run(lambda work: work.leads.get(1))
    assert lead is not None
    return lead.temperature


async def _causes(house: House) -> list[str]:
    taken = await house.store.read(lambda work: work.events.snapshots(1))
    return [one.cause for one in taken]


async def test_a_wish_cools_after_three_days_though_nobody_writes(sqlite_house: House) -> None:
    house = sqlite_house
    await house.due.look()
    await house.starts("lan")
    await house.says("lan", "gọi cho em ngay nhé")
    assert await _temperature(house) is Temperature.HOT

    await house.passes(hours=71)
    assert await _temperature(house) is Temperature.HOT
    await house.passes(hours=2)

    assert await _temperature(house) is not Temperature.HOT
    assert "time" in await _causes(house)


async def test_a_lead_that_does_not_change_is_not_written_again(sqlite_house: House) -> None:
    house = sqlite_house
    await house.due.look()
    await house.starts("lan")
    await house.says("lan", "gọi cho em ngay nhé")
    before = len(await _causes(house))

    for _ in range(5):
        await house.passes(hours=1, minutes=1)

    # What is left of one wish after five hours is less than a point below what it was.
    assert len(await _causes(house)) <= before + 1


async def test_the_night_comes_once_a_day(sqlite_house: House) -> None:
    house = sqlite_house
    upkeep = Upkeep(house.store, house.business, {})
    now = house.clock.now()
    await upkeep.look(now)
    nights = []
    for hour in range(1, 60):
        await upkeep.look(now + timedelta(hours=hour))
        night = await house.store.read(lambda work: work.settings.get("last_night"))
        nights.append(str(night))

    assert nights == sorted(nights)
    assert set(nights) == {"2026-03-10", "2026-03-11", "2026-03-12"}


async def test_between_two_hours_nothing_is_asked_of_the_database(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    upkeep = Upkeep(house.store, house.business, {})
    now = house.clock.now()
    await upkeep.look(now)
    await upkeep.look(now + timedelta(hours=1))
    before = await _causes(house)

    await upkeep.look(now + timedelta(hours=1, minutes=59))

    assert await _causes(house) == before
