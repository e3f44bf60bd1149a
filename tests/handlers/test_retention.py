"""What is promised about keeping: so many months after we last spoke, and then nothing is left."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

from storage.erasure import ERASED_SINCE
from tests.house import House

WANTS_A_CALL = "Tôi tên Hoàng Yến, muốn đặt hàng, gọi 0987 654 321"


async def _leads(house: House) -> list[int]:
    return await house.store.read(
        lambda work: [number for number in range(1, 5) if work.leads.get(number)]
    )


async def _look(house: House, **later: float) -> None:
    """Time goes by, and the program looks twice: it waits a little after its start."""
    house.clock.wind(timedelta(**later))
    for _ in range(3):
        await house.due.look()
        house.clock.wind(timedelta(minutes=3))
    await house.settle()


async def test_who_was_silent_for_two_years_is_forgotten_and_the_others_stay(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.says("yen", WANTS_A_CALL)
    await house.says("lan", "cần phần mềm")
    await house.says("hoa", "cần phần mềm, gọi 0912 345 678")

    await _look(house, days=700)
    assert await _leads(house) == [1, 2, 3]
    await house.says("lan", "chị quay lại rồi đây")
    await house.says("minh", "/called 3")
    await _look(house, days=60)

    assert await _leads(house) == [2, 3], "one wrote, one was called"
    card = next(one for one in house.channel.chat("minh") if "Lead #1" in one.text)
    assert "hết thời hạn lưu" in card.text
    assert not await house.store.read(lambda work: work.erasure.remembers(("+84987654321",)))


async def test_what_the_team_typed_is_not_kept_for_three_days(
    sqlite_house: House, sqlite_url: str
) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.says("minh", "/find chị bán tàu vũ trụ")
    await sqlite_house.says("yen", "cần phần mềm tính tiền")

    await _look(sqlite_house, hours=73)

    with sqlite3.connect(Path(sqlite_url.removeprefix("sqlite:///"))) as database:
        kept = " ".join(row[0] for row in database.execute("SELECT payload FROM inbox"))
    assert "tàu vũ trụ" not in kept
    assert "tính tiền" in kept, "a customer's chat is kept as long as the customer"


async def test_at_night_what_was_erased_is_wiped_from_the_disk_once(house: House) -> None:
    async def is_owed() -> bool:
        return await house.store.read(lambda work: work.settings.get(ERASED_SINCE)) is not None

    await house.says("yen", WANTS_A_CALL)
    await house.says("yen", "/xoa")
    await house.taps("yen", "Xoá hết")
    await _look(house, hours=1)
    by_day = await is_owed()

    await _look(house, hours=17)

    assert (by_day, await is_owed()) == (True, False)
