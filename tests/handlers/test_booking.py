"""A consultation in one tap: free times, nobody booked twice, a calendar file, a mark after it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.hours import is_open
from handlers.prospect.booking import free_times
from tests.fakes import Shown
from tests.house import House


async def finished(house: House, chat_id: str) -> Shown:
    """Everything is told late in the evening, and the summary agreed to."""
    await house.starts(chat_id)
    for answer in ("đồng ý", "kế toán", "tháng sau", "khoảng 30 triệu", "tự quyết"):
        await house.says(chat_id, answer)
    await house.says(chat_id, f"09123456{len(chat_id)}8")
    return await house.says(chat_id, "đúng rồi")


async def test_out_of_hours_a_time_is_offered_and_one_tap_books_it(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    house.clock.wind(timedelta(hours=10))

    offered = await finished(house, "lan")
    booked = await house.taps("lan", "8:00 ngày mai")

    assert "gọi lúc nào" in offered.text
    assert offered.text.count("?") == 1
    assert "đã hẹn 8:00 ngày mai, Minh bên em sẽ gọi" in booked.text
    assert any("hẹn gọi: 8:00 ngày mai" in one.text for one in house.channel.chat("minh"))
    file = house.channel.sent_to("lan")[-1].file
    assert file is not None
    assert "DTSTART:20260311T010000Z\r\n" in file.text
    assert all(len(line.encode()) <= 75 for line in file.text.split("\r\n"))


async def test_the_day_of_a_call_is_no_other_time_for_the_purchase(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await finished(house, "lan")

    await house.says("lan", "thứ 5 tuần sau 9h gọi tôi nhé")

    said = "\n".join(one.text for one in house.channel.chat("lan"))
    assert "lúc trước" not in said


async def test_a_time_is_given_away_once(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    house.clock.wind(timedelta(hours=10))
    await finished(house, "lan")
    await finished(house, "hoaa")

    await house.taps("lan", "8:00 ngày mai")
    late = await house.taps("hoaa", "8:00 ngày mai")

    assert "có người hẹn mất" in late.text
    assert not any(label.startswith("8:00 ngày mai") for label in late.labels)


async def test_another_tap_moves_the_appointment(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    house.clock.wind(timedelta(hours=10))
    card = await finished(house, "lan")
    later = next(label for label in card.labels if label.startswith("9:00 ngày mai"))
    old = Shown(card.chat_id, card.text, card.buttons, "")

    await house.taps("lan", "8:00 ngày mai")
    moved = await house.taps("lan", later, on=old)

    now = house.clock.now()
    kept = await house.store.read(lambda work: work.appointments.next_of(1, now))
    assert "đổi hẹn sang 9:00 ngày mai" in moved.text
    assert kept is not None
    assert kept.starts_at == datetime(2026, 3, 11, 2, tzinfo=UTC)


async def test_who_asks_for_an_appointment_is_shown_times_once_he_can_be_called(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")

    asked = await house.says("lan", "cho chị đặt lịch tư vấn")
    offered = await house.says("lan", "0912 345 678")

    assert "xin số điện thoại" in asked.text
    assert "gọi lúc nào" in offered.text


async def test_times_lie_in_office_hours_and_on_two_days_at_least(house: House) -> None:
    now = house.clock.now()

    times = await house.store.read(lambda work: free_times(work, house.business, now))

    assert len(times) == 4
    assert all(is_open(house.business, one) and one >= now + timedelta(hours=1) for one in times)
    assert len({one.date() for one in times}) >= 2


async def test_one_time_is_booked_once_on_either_database(house: House) -> None:
    await house.says("lan", "kế toán")
    now = house.clock.now()
    start = now + timedelta(hours=2)

    def book(staff: tuple[int, ...]) -> object:
        return house.store.run(
            lambda work: work.appointments.book(
                1, 1, staff, start, start + timedelta(minutes=30), now
            )
        )

    first, second = await book((0,)), await book((0,))  # type: ignore[misc]

    assert first is not None
    assert second is None


@pytest.mark.parametrize(("mark", "told"), [("5", False), ("2", True)])
async def test_after_the_call_one_tap_rates_it_and_a_bad_mark_reaches_the_manager(
    sqlite_house: House, mark: str, told: bool
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.joins("sep", "manager", "Sếp")
    await house.says("lan", "gọi cho tôi, 0912345678")
    await house.taps("minh", "✋ Nhận")

    await house.taps("minh", "📞 Đã gọi")
    asked = house.channel.last("lan")
    thanked = await house.taps("lan", mark)

    assert "thế nào" in asked.text
    assert asked.labels == ["1", "2", "3", "4", "5"]
    assert ("xin lỗi" in thanked.text) is told
    assert any("chấm 2/5" in one.text for one in house.channel.chat("sep")) is told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("3h chiều mai", "đã hẹn 15:00 ngày mai"),
        ("thu 5 9h", "đã hẹn 9:00 Thứ Năm 12/3"),
        ("cái số 2", "đã hẹn 9:00 ngày mai"),
        ("gọi chị 9h30 sáng mai nhé", "đã hẹn 9:30 ngày mai"),
        ("chủ nhật 9h", "không gọi được"),
        ("lúc nào cũng được", "gọi sớm nhất có thể"),
        ("không cần đâu", "cứ nhắn"),
    ],
)
async def test_a_time_may_be_typed(sqlite_house: House, words: str, said: str) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    house.clock.wind(timedelta(hours=10))
    await finished(house, "lan")

    answered = await house.says("lan", words)

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert said in answered.text
    # The hour of the call is not when they want to buy.
    assert lead is not None
    assert [fact.slot.value for fact in lead.facts].count("timing") == 1


async def test_a_typed_time_that_is_taken_brings_the_nearest_free_ones(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    house.clock.wind(timedelta(hours=10))
    await finished(house, "lan")
    await finished(house, "hoaa")
    await house.says("lan", "mai 3h chiều")

    late = await house.says("hoaa", "mai 3h chiều")
    morning = await house.says("hoaa", "sáng mai thì sao em")
    booked = await house.says("hoaa", "1")
    moved = await house.says("hoaa", "đổi hẹn sang 4h chiều mai nhé")

    assert "có người hẹn mất" in late.text
    assert late.labels[:-2] == [f"{hour}:00 ngày mai" for hour in (13, 14, 16, 17)]
    assert morning.labels[:-2] == [f"{hour}:00 ngày mai" for hour in (8, 9, 10, 11)]
    assert "đã hẹn 8:00 ngày mai" in booked.text
    assert "đổi hẹn sang 16:00 ngày mai" in moved.text


async def test_a_side_question_does_not_lose_the_time_that_is_asked_for(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    house.clock.wind(timedelta(hours=10))
    await finished(house, "lan")

    answered = await house.says("lan", "có bảo hành không?")
    again = await house.says("lan", "địa chỉ ở đâu")
    booked = await house.says("lan", "mai 9h")

    assert "hỗ trợ và cập nhật" in answered.text
    assert "gọi lúc nào" in answered.text
    assert "gọi lúc nào" not in again.text
    assert "đã hẹn 9:00 ngày mai" in booked.text


async def test_only_who_is_there_is_booked_and_calls_are_shared_out(sqlite_house: House) -> None:
    house = sqlite_house
    for chat, name in (("minh", "Minh"), ("lan-rep", "Lan")):
        await house.joins(chat, "rep", name)
    house.clock.wind(timedelta(hours=10))
    await finished(house, "lan")
    await finished(house, "hoaa")
    await finished(house, "thuuu")

    first = await house.says("lan", "mai 9h")
    second = await house.says("hoaa", "mai 10h")
    until = house.clock.now() + timedelta(days=2)
    await house.store.run(lambda work: work.team.away(1, until))
    third = await house.says("thuuu", "mai 11h")

    assert "Minh bên em sẽ gọi" in first.text
    assert "Lan bên em sẽ gọi" in second.text
    assert "Lan bên em sẽ gọi" in third.text
