"""Reminders: never at night, never untrue, never after a no."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.house import House


async def begins(house: House) -> None:
    await house.starts("lan")
    await house.says("lan", "đồng ý")


async def test_no_nudge_at_night_and_the_next_day_comes_in_the_morning(
    sqlite_house: House,
) -> None:
    sqlite_house.clock.set(datetime(2026, 3, 10, 13, 25, tzinfo=UTC))  # 20:25 in Hà Nội
    await begins(sqlite_house)

    await sqlite_house.passes(minutes=10)
    at_night = len(sqlite_house.channel.sent)
    await sqlite_house.passes(hours=12, minutes=25)

    assert at_night == 2
    assert "hôm qua mình dừng" in sqlite_house.channel.last("lan").text


async def test_after_a_sunday_nobody_speaks_of_yesterday(sqlite_house: House) -> None:
    sqlite_house.clock.set(datetime(2026, 3, 14, 3, tzinfo=UTC))  # a Saturday
    await begins(sqlite_house)
    await sqlite_house.says("lan", "kế toán")
    sqlite_house.clock.wind(timedelta(days=1))
    await sqlite_house.passes(hours=1)
    await sqlite_house.passes(days=1)

    reminder = sqlite_house.channel.last("lan").text

    assert "hôm trước mình dừng" in reminder
    assert "thông tin anh/chị đã cho" in reminder


async def test_nothing_is_claimed_to_be_kept_of_who_told_nothing(sqlite_house: House) -> None:
    await begins(sqlite_house)

    await sqlite_house.passes(days=1)

    assert "đã cho" not in sqlite_house.channel.last("lan").text


async def test_who_wants_to_think_is_left_in_peace(sqlite_house: House) -> None:
    await begins(sqlite_house)
    await sqlite_house.says("lan", "để chị suy nghĩ thêm đã")
    said = len(sqlite_house.channel.sent)

    await sqlite_house.passes(minutes=11)
    await sqlite_house.passes(days=2)

    assert len(sqlite_house.channel.sent) == said
