"""/journey: stage by stage, who passed, how long it took, what touched them; equal to a recount."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.numbers.journey import STAGES, stops
from scoring.lead import Stage
from storage.store import Work
from storage.totals import EVERYBODY
from tests.fakes import MORNING
from tests.house import House


async def buys(house: House, chat: str, lead: int, days: int) -> None:
    """Comes by the fair, tells the need an hour later, is claimed, called and won after `days`."""
    await house.starts(chat, "fair")
    await house.taps(chat, "Đồng ý")
    house.clock.wind(timedelta(hours=1))
    await house.says(chat, "cần kế toán cho 3 cửa hàng, tháng này, tầm 30 triệu, tự quyết")
    house.clock.wind(timedelta(minutes=10))
    await house.says(chat, f"gọi cho chị 091234567{lead} nhé")
    await house.taps("minh", "✋ Nhận")
    house.clock.wind(timedelta(days=days))
    await house.says("minh", f"/called {lead}")
    await house.says("minh", f"/won {lead} 20tr")


async def test_the_way_to_the_sale_and_to_the_loss_is_counted(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.joins("sep", "manager", "Sếp")
    await buys(house, "lan", 1, 2)
    await buys(house, "hoa", 2, 6)
    await house.starts("mai")
    await house.taps("mai", "Đồng ý")
    house.clock.wind(timedelta(days=3))
    await house.says("minh", "/lost 3 giá cao")

    lines = (await house.says("sep", "hành trình khách tháng này")).text.splitlines()
    lines = [one for one in lines if one]

    assert lines[0].startswith("🧭 Hành trình khách, Tháng này")
    assert lines[1] == (
        "Thắng 2 khách: từ chạm đầu đến đơn đầu tiên trung vị 4 ngày, khách nhắn trung vị 4 tin"
    )
    assert lines[2] == "Chạm đầu: fake 2 | nguồn: fair 2"
    assert lines[3] == "1. mới: 2 khách, trung vị 60 phút"
    assert lines[4].startswith("   ghé chat 2 · khách nhắn 2 · mình nhắn 2")
    assert lines[5].startswith("2. đủ chuẩn tiếp thị: 2 khách, trung vị")
    told = "\n".join(lines)
    assert "cơ hội: 2 khách, trung vị 4 ngày" in told
    assert "gọi được 2" in told
    assert "Thua 1 khách: từ chạm đầu đến khi thua trung vị 3 ngày" in told
    assert "Thua lúc: mới 1 | vì: giá cao 1" in told


async def test_numbers_equal_a_recount_from_the_rows(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await buys(house, "lan", 1, 2)
    now = house.clock.now()

    def recounted(work: Work) -> tuple[datetime, dict[Stage, timedelta]]:
        return now, dict(work.stage_moves.stays(1))

    ended, stays = await house.store.read(recounted)
    journeys = await house.store.read(
        lambda work: work.journeys.won(MORNING, ended + timedelta(days=1), EVERYBODY, 10)
    )

    assert {one.stage: one.stays for one in stops(journeys)} == {
        stage: [stays[stage].total_seconds()] for stage in STAGES
    }
    assert len(journeys) == 1


async def test_a_second_sale_is_no_second_journey(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.joins("sep", "manager", "Sếp")
    await buys(house, "lan", 1, 2)
    house.clock.wind(timedelta(days=40))
    await house.store.run(lambda work: work.events.record(1, "won", house.clock.now(), amount=1))

    assert "chưa có khách nào thắng hay thua" in (await house.says("sep", "/journey tuần này")).text
    assert "Thắng 1 khách" in (await house.says("sep", "/journey tháng 3")).text


async def test_of_one_source_in_english_and_for_managers_alone(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.joins("sep", "manager", "Sếp")
    await buys(house, "lan", 1, 2)
    await house.says("sep", "/lang en")

    assert "Won 1:" in (await house.says("sep", "/journey month source=fair")).text
    assert "Nobody was won" in (await house.says("sep", "/journey month source=zalo")).text
    assert "chỉ dành cho quản lý" in (await house.says("minh", "/journey")).text
