"""Reminders for reps: rung in time, put off by a tap, his alone."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from handlers.channel import Kind
from handlers.follow_up import reminders
from storage.store import Store, Work
from tests.fakes import MORNING, FakeChannel, FakeClock
from tests.house import SAMPLE_BUSINESS, House


async def with_minh(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan_rep", "rep", "Lan")
    await house.starts("hoa")


def _set(work: Work, words: str) -> object:
    return reminders.remind_in_words(work, SAMPLE_BUSINESS, 1, 1, words, MORNING)


async def test_a_reminder_in_words_rings_in_its_reps_chat(house: House) -> None:
    await with_minh(house)
    at = await house.store.run(partial(_set, words="2 tiếng nữa gọi chị Hoa"))

    await house.passes(hours=1, minutes=59)
    early = house.channel.last("minh").text
    await house.passes(minutes=2)

    assert at == MORNING + timedelta(hours=2)
    assert "Nhắc việc" not in early
    assert house.channel.last("minh").text == "⏰ Nhắc việc lead #1 Hoa: gọi chị Hoa"
    assert "Nhắc việc" not in house.channel.last("lan_rep").text


async def test_words_without_a_moment_set_nothing(sqlite_house: House) -> None:
    await with_minh(sqlite_house)

    assert await sqlite_house.store.run(partial(_set, words="gọi chị Hoa")) is None


async def test_of_one_lead_a_rep_has_one_next_date(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    for words in ("mai 9h gọi", "thứ 6 10h gửi giá"):
        await sqlite_house.store.run(partial(_set, words=words))

    waiting = await sqlite_house.store.read(lambda work: reminders.of_staff(work, 1, 1))

    assert [one.note for one in waiting] == ["gửi giá"]


async def test_a_tap_puts_it_off(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    await sqlite_house.store.run(partial(_set, words="30 phút nữa"))
    await sqlite_house.passes(minutes=31)

    said = await sqlite_house.taps("minh", "15 phút")
    rang = len(sqlite_house.channel.chat("minh"))
    await sqlite_house.passes(minutes=14)
    still = len(sqlite_house.channel.chat("minh"))
    await sqlite_house.passes(minutes=2)

    assert "9:46" in said.text
    assert still == rang
    assert "Nhắc việc" in sqlite_house.channel.last("minh").text


async def test_tomorrow_is_at_nine_and_done_is_done(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    await sqlite_house.store.run(partial(_set, words="30 phút nữa"))
    await sqlite_house.passes(minutes=31)
    card = sqlite_house.channel.last("minh")

    tomorrow = await sqlite_house.taps("minh", "Mai 9:00", on=card)
    await sqlite_house.passes(days=1)
    done = await sqlite_house.taps("minh", "Xong")
    waiting = await sqlite_house.store.read(lambda work: reminders.of_staff(work, 1, 1))

    assert "09:00 11/03" in tomorrow.text
    assert "xong" in done.text
    assert waiting == ()


async def test_nobody_puts_off_what_is_another_reps(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    await sqlite_house.store.run(partial(_set, words="30 phút nữa"))
    await sqlite_house.passes(minutes=31)
    card = sqlite_house.channel.last("minh")

    said = await sqlite_house.taps("lan_rep", "1 giờ", on=card)

    assert "không thuộc" in said.text


async def test_a_moment_without_words_names_the_lead_alone(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    await sqlite_house.store.run(partial(_set, words="30 phút nữa"))

    await sqlite_house.passes(minutes=31)

    assert sqlite_house.channel.last("minh").text == "⏰ Nhắc việc lead #1 Hoa"


async def test_what_waits_goes_with_the_lead_to_its_next_rep(house: House) -> None:
    await with_minh(house)
    await house.joins("ha", "manager", "Hà")
    await house.says("minh", "/next 1 3 ngày nữa gọi lại")
    await house.says("ha", "/next 1 3 ngày nữa hỏi Minh")

    await house.says("ha", "/assign 1 lan")
    told = house.channel.last("lan_rep").text
    await house.passes(days=3, minutes=1)

    assert "⏰ 9:00 Thứ Sáu 13/3: gọi lại" in told
    assert house.channel.last("lan_rep").text == "⏰ Nhắc việc lead #1 Hoa: gọi lại"
    assert "gọi lại" not in house.channel.last("minh").text
    assert house.channel.last("ha").text == "⏰ Nhắc việc lead #1 Hoa: hỏi Minh"


async def test_what_a_rep_left_behind_rings_at_a_manager(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    await sqlite_house.joins("ha", "manager", "Hà")
    await sqlite_house.says("minh", "/next 1 3 ngày nữa gọi lại")
    await sqlite_house.store.run(lambda work: work.team.remove(1))
    await sqlite_house.store.run(lambda work: work.leads.free_of(1))

    await sqlite_house.passes(days=3, minutes=1)
    put_off = await sqlite_house.taps("ha", "1 giờ")

    assert "nhắc lại lúc 10:01" in put_off.text


async def test_a_reminder_waits_until_its_rep_can_be_reached(
    sqlite_store: Store, clock: FakeClock
) -> None:
    telegram = House(sqlite_store, clock, FakeChannel("telegram"))
    await with_minh(telegram)
    await telegram.store.run(partial(_set, words="30 phút nữa gọi"))

    await House(sqlite_store, clock, FakeChannel("website")).passes(minutes=31)
    still = telegram.channel.last("minh").text
    await telegram.passes(minutes=11)

    assert "Nhắc việc" not in still
    assert telegram.channel.last("minh").text == "⏰ Nhắc việc lead #1 Hoa: gọi"


async def test_a_reminder_waits_for_a_rep_who_shut_us_out(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    await sqlite_house.store.run(partial(_set, words="30 phút nữa gọi"))
    await sqlite_house.hear(sqlite_house.message("minh", Kind.BLOCKED))

    await sqlite_house.passes(minutes=31)
    await sqlite_house.hear(sqlite_house.message("minh", Kind.UNBLOCKED))
    await sqlite_house.passes(minutes=11)

    assert sqlite_house.channel.last("minh").text == "⏰ Nhắc việc lead #1 Hoa: gọi"
