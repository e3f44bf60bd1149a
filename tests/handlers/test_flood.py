"""More than a person can write is not heard, told once, and keeps nobody from falling silent."""

from __future__ import annotations

import pytest

from handlers.channel import Kind
from handlers.flood import MOST_A_MINUTE, MOST_PRESSES, Flood
from handlers.reception import Reception
from tests.house import AT_ONCE, House


@pytest.fixture
def house(sqlite_house: House) -> House:
    """A house that counts, as the running program does."""
    parts = (sqlite_house.store, sqlite_house.desk, sqlite_house.clock, AT_ONCE)
    sqlite_house.reception = Reception(*parts, flood=Flood())
    return sqlite_house


async def _stored(house: House, chat_id: str) -> int:
    lines = await house.store.read(lambda work: work.transcript.lines("fake", chat_id, limit=500))
    return sum(not line.outgoing for line in lines)


async def test_a_flood_is_dropped_and_told_once_until_the_minute_is_over(house: House) -> None:
    for number in range(MOST_A_MINUTE + 30):
        await house.says("bot", f"mua {number}")
    told = [one for one in house.channel.chat("bot") if "dồn dập" in one.text]
    in_time = await _stored(house, "bot")
    await house.says("lan", "cần phần mềm")
    await house.passes(seconds=61)
    await house.says("bot", "mua thật")

    assert len(told) == 1
    assert in_time == MOST_A_MINUTE
    assert await _stored(house, "lan") == 1
    assert await _stored(house, "bot") == MOST_A_MINUTE + 1


async def test_a_right_is_heard_in_a_flood_and_the_team_is_never_too_much(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    for number in range(MOST_A_MINUTE + 5):
        await house.says("lan", f"mua {number}")
        await house.says("minh", "/leads")

    stopped = await house.says("lan", "đừng nhắn nữa")

    assert "không chủ động nhắn" in stopped.text
    assert await _stored(house, "minh") == MOST_A_MINUTE + 6


async def test_what_could_not_be_stored_is_not_counted(house: House) -> None:
    """A platform that brings it again and again must not be turned away for that."""
    flood, message = Flood(), house.message("lan", Kind.TEXT, text="mua")

    refused = [flood.is_over(message, house.clock.now()) for _ in range(MOST_A_MINUTE * 2)]

    assert not any(refused)


async def test_presses_are_counted_by_themselves(house: House) -> None:
    flood, now = Flood(), house.clock.now()
    press = house.message("lan", Kind.BUTTON, button="v1:x")
    words = house.message("lan", Kind.TEXT, text="mua")

    for _ in range(MOST_PRESSES):
        assert not flood.is_over(press, now)
        flood.count(press)

    assert flood.is_over(press, now)
    assert not flood.is_over(words, now)
