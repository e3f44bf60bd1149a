"""A booked call is reminded of the day before and an hour before, as a part of the conversation."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.follow_up import appointments
from storage.follow_ups import APPOINTMENT, FollowUp
from storage.store import Work
from storage.team import Role
from tests.house import House

_TEXT = "nhắc anh/chị lịch hẹn"


async def booked(house: House, *, days: float = 2, hour: int = 10) -> datetime:
    """Lan has an appointment with Minh at ten, the day after tomorrow."""
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    local = house.clock.now() + timedelta(hours=7)
    day = (local + timedelta(days=days)).replace(hour=hour, minute=0)
    starts_at = day - timedelta(hours=7)

    def book(work: Work) -> None:
        rep = work.team.accounts(Role.REP)[0].member.id
        made = work.appointments.book(
            1, 1, (rep,), starts_at, starts_at + timedelta(minutes=30), house.clock.now()
        )
        assert made is not None
        appointments.plan(work, house.business, made, house.clock.now())

    await house.store.run(book)
    return starts_at


async def steps(house: House) -> list[FollowUp]:
    found = await house.store.read(lambda work: work.follow_ups.of_lead(1))
    return [one for one in found if one.sequence == APPOINTMENT]


def told(house: House) -> list[str]:
    return [one.text for one in house.channel.chat("lan") if _TEXT in one.text]


async def test_it_comes_the_day_before_and_an_hour_before_without_any_consent(
    sqlite_house: House,
) -> None:
    await booked(sqlite_house)

    for _ in range(60):
        await sqlite_house.passes(hours=1)

    assert told(sqlite_house) == [
        "Dạ em nhắc anh/chị lịch hẹn lúc 10:00 ngày mai với Minh bên em ạ.",
        "Dạ em nhắc anh/chị lịch hẹn lúc 10:00 hôm nay với Minh bên em ạ.",
    ]
    assert sqlite_house.channel.last("lan").labels == ["Đổi giờ khác", "Gặp nhân viên"]


async def test_a_reply_does_not_cancel_it_and_a_stop_does(sqlite_house: House) -> None:
    await booked(sqlite_house)
    await sqlite_house.says("lan", "ok em")
    for _ in range(27):
        await sqlite_house.passes(hours=1)
    await sqlite_house.says("lan", "dừng")
    for _ in range(30):
        await sqlite_house.passes(hours=1)

    assert len(told(sqlite_house)) == 1
    assert [one.reason for one in await steps(sqlite_house)] == ["", "opted_out"]


async def test_of_a_cancelled_one_nobody_is_reminded_and_the_reason_is_kept(
    sqlite_house: House,
) -> None:
    await booked(sqlite_house)
    await sqlite_house.store.run(lambda work: work.appointments.cancel(1))
    for _ in range(60):
        await sqlite_house.passes(hours=1)

    assert told(sqlite_house) == []
    assert {one.reason for one in await steps(sqlite_house)} == {appointments.GONE}


async def test_while_a_rep_talks_it_waits_until_the_talk_is_over(sqlite_house: House) -> None:
    starts_at = await booked(sqlite_house)
    sqlite_house.clock.set(starts_at - timedelta(minutes=65))
    now = sqlite_house.clock.now()
    await sqlite_house.store.run(
        lambda work: work.takeovers.speak(1, 1, now + timedelta(minutes=30), now)
    )
    await sqlite_house.passes(minutes=6)
    silent = told(sqlite_house)
    await sqlite_house.passes(minutes=25)

    assert silent == []
    assert len(told(sqlite_house)) == 1


async def test_after_a_long_downtime_it_does_not_come_too_late(sqlite_house: House) -> None:
    starts_at = await booked(sqlite_house)
    sqlite_house.clock.set(starts_at - timedelta(minutes=5))
    await sqlite_house.passes(minutes=1)

    assert told(sqlite_house) == []
    assert {one.reason for one in await steps(sqlite_house)} == {"too_late"}


async def test_who_has_just_booked_is_reminded_once_only_and_nobody_at_night(
    sqlite_house: House,
) -> None:
    await booked(sqlite_house, days=0, hour=15)
    await booked(sqlite_house, days=2, hour=8)

    assert [one.step for one in await steps(sqlite_house)] == [2, 1]
