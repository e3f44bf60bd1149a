"""What somebody from outside found missing, each as he met it."""

from __future__ import annotations

from datetime import timedelta

from handlers.channel import Kind, MessageRefusedError
from handlers.reception import Pace
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock
from tests.house import House


async def test_a_lead_in_hand_that_turns_hot_tells_the_rep_once(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.says("lan", "cần phần mềm kế toán, tầm 30 triệu, tháng sau, tôi quyết")
    await house.says("lan", "0912 345 678")
    card = next(one for one in house.channel.chat("minh") if "LEAD ẤM" in one.text)
    await house.taps("minh", "✋ Nhận", card)

    await house.says("lan", "gọi cho tôi ngay nhé")
    await house.says("lan", "gọi ngay cho tôi đi")

    told = [one.text for one in house.channel.chat("minh") if "vừa thành nóng" in one.text]
    assert len(told) == 1
    assert any("LEAD NÓNG" in one.text for one in house.channel.chat("minh")), "the card says so"


async def test_an_album_is_one_thing_said(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    house = House(
        sqlite_store, clock, channel, pace=Pace(timedelta(seconds=1), timedelta(seconds=6))
    )
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    before = len(channel.chat("lan"))

    for number in range(4):
        picture = house.message("lan", Kind.ATTACHMENT, attachment="photo", file=f"p{number}")
        await house.reception.admit(picture)
    clock.wind(timedelta(seconds=2))
    await house.settle()

    assert len(channel.chat("lan")) == before + 1
    assert "MUỐN GẶP NGƯỜI" not in channel.last("minh").text


async def test_names_are_found_in_any_order(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.says("an", "chào shop", sender_name="Hoa Nguyễn")

    for words in ("nguyễn hoa", "hoa nguyen", "nguyen"):
        assert "Hoa Nguyễn" in (await house.says("hoa", f"/find {words}")).text
    assert "Hoa Nguyễn" not in (await house.says("hoa", "/find nguyễn lan")).text


async def test_the_owner_hears_of_somebody_who_guesses_codes(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("chu", "owner", "Chủ")

    for _ in range(6):
        await house.says("ke la", "/join 0000")

    told = [one.text for one in house.channel.chat("chu") if "nhập sai mã" in one.text]
    assert len(told) == 1


async def test_the_hot_stand_first_whatever_their_points(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    for number in range(9):
        name = f"kh{number}"
        await house.says(name, "cần phần mềm kế toán, tầm 30 triệu, tháng sau, tôi quyết")
    await house.says("gap", "gọi cho tôi 0987 654 321")

    first = await house.says("hoa", "/leads")
    second = await house.taps("hoa", "Xem tiếp", first)

    assert first.labels[0] == "#10"
    shown = [one for one in (*first.labels, *second.labels) if one.startswith("#")]
    assert sorted(shown) == sorted(f"#{number}" for number in range(1, 11)), "each once"


async def test_a_greeting_that_never_arrived_is_said_again(sqlite_house: House) -> None:
    house = sqlite_house
    house.channel.failures += [MessageRefusedError("400")]
    await house.hear(house.message("lan", Kind.START))
    assert house.channel.chat("lan") == []

    greeting = await house.says("lan", "alo")
    after = await house.says("lan", "cần phần mềm kế toán")

    assert "trợ lý tự động" in greeting.text
    assert "trợ lý tự động" not in after.text
