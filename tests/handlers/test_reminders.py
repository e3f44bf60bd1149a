"""Reminders for reps: rung in time, put off by a tap, his alone."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from handlers.follow_up import reminders
from storage.store import Work
from tests.fakes import MORNING
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
    assert "Nhắc việc lead #1 Hoa: 2 tiếng nữa gọi chị Hoa" in house.channel.last("minh").text
    assert "Nhắc việc" not in house.channel.last("lan_rep").text


async def test_words_without_a_moment_set_nothing(sqlite_house: House) -> None:
    await with_minh(sqlite_house)

    assert await sqlite_house.store.run(partial(_set, words="gọi chị Hoa")) is None


async def test_of_one_lead_a_rep_has_one_next_date(sqlite_house: House) -> None:
    await with_minh(sqlite_house)
    for words in ("mai 9h", "thứ 6 10h"):
        await sqlite_house.store.run(partial(_set, words=words))

    waiting = await sqlite_house.store.read(lambda work: reminders.of_staff(work, 1, 1))

    assert [one.note for one in waiting] == ["thứ 6 10h"]


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
