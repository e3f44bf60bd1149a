"""A bell that stands still is noticed within two minutes, and its owner is told, once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.bell_watch import EVERY, STILL, BellWatch
from handlers.channel import Abilities
from tests.fakes import MORNING, RICH, FakeClock
from tests.house import House

ABILITIES: dict[str, Abilities] = {"fake": RICH}


@dataclass
class _Bell:
    heartbeat: datetime | None = MORNING


async def told(house: House) -> list[str]:
    await house.delivery.send_due()
    return [one.text for one in house.channel.chat("chu")]


async def test_the_owner_is_told_within_two_minutes_and_once(sqlite_house: House) -> None:
    await sqlite_house.joins("chu", "owner", "Chủ")
    before = len(await told(sqlite_house))
    watch = BellWatch(sqlite_house.store, _Bell(), ABILITIES, sqlite_house.clock.now)

    for _ in range(8):  # two minutes, a look every fifteen seconds
        sqlite_house.clock.wind(EVERY)
        await watch.look()

    (said,) = (await told(sqlite_house))[before:]
    assert "Chuông nhắc đứng" in said
    assert timedelta(minutes=2) > EVERY + STILL


async def test_when_it_rings_again_that_is_told_too(sqlite_house: House) -> None:
    await sqlite_house.joins("chu", "owner", "Chủ")
    bell = _Bell()
    watch = BellWatch(sqlite_house.store, bell, ABILITIES, sqlite_house.clock.now)
    sqlite_house.clock.wind(STILL)
    await watch.look()

    bell.heartbeat = sqlite_house.clock.now()
    await watch.look()
    await watch.look()

    assert [text[:1] for text in await told(sqlite_house)][-2:] == ["⚠", "✅"]


async def test_a_bell_that_never_rang_counts_from_the_start(sqlite_house: House) -> None:
    await sqlite_house.joins("chu", "owner", "Chủ")
    watch = BellWatch(sqlite_house.store, _Bell(heartbeat=None), ABILITIES, sqlite_house.clock.now)
    before = len(await told(sqlite_house))

    await watch.look()
    calm = len(await told(sqlite_house))
    sqlite_house.clock.wind(STILL)
    await watch.look()

    assert calm == before
    assert len(await told(sqlite_house)) == before + 1


async def test_the_watch_goes_on_after_a_bad_look(sqlite_house: House) -> None:
    """A clock beside the clock: it sleeps by itself, and an error does not end it."""
    looks: list[float] = []

    class _Enough(Exception):
        pass

    async def sleep(seconds: float) -> None:
        looks.append(seconds)
        sqlite_house.clock.wind(STILL)
        if len(looks) > 3:
            raise _Enough

    clock = FakeClock()
    watch = BellWatch(sqlite_house.store, _Bell(), {}, clock.now, sleep)
    with suppress(_Enough):
        await watch.run()

    assert looks == [15.0] * 4
