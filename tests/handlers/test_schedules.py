"""Numbers that come by themselves: when they are wanted, once, and never on a day off."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from handlers.channel import Kind
from handlers.numbers import schedules
from handlers.numbers.rhythm import Often, Rhythm, is_bare, rhythm_in
from handlers.team.commands import command_in
from storage.schedules import Schedule
from storage.store import Work
from tests.fakes import FakeChannel, Shown, plain_channel
from tests.house import House


def at(text: str) -> datetime:
    """A time of Hà Nội."""
    return datetime.fromisoformat(f"{text}+07:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("words", "rhythm", "rest"),
    [
        ("gui 8h hang ngay", Rhythm(Often.DAILY, 1, time(8)), ""),
        ("so sanh 17h30 moi ngay", Rhythm(Often.DAILY, 1, time(17, 30)), "so sanh"),
        ("moi toi 8h", Rhythm(Often.DAILY, 1, time(20)), ""),
        ("8h hang tuan", Rhythm(Often.WEEKLY, 0, time(8)), ""),
        ("thu 6 hang tuan 9h @minh", Rhythm(Often.WEEKLY, 4, time(9)), "@minh"),
        ("every monday at 9", Rhythm(Often.WEEKLY, 0, time(9)), ""),
        ("8 gio 30 ngay 5 hang thang", Rhythm(Often.MONTHLY, 5, time(8, 30)), ""),
        ("hang tuan", Rhythm(Often.WEEKLY, 0, time(8)), ""),
    ],
)
def test_a_rhythm_is_read(words: str, rhythm: Rhythm, rest: str) -> None:
    assert rhythm_in(words) == (rhythm, rest)


@pytest.mark.parametrize(
    "words", ["don hang ngay 5/11", "khach hang tuan nay", "25h hang ngay", "31 hang thang", ""]
)
def test_what_only_sounds_like_one_is_none(words: str) -> None:
    assert rhythm_in(words) is None


def test_words_for_a_customer_are_no_wish_of_ours() -> None:
    assert is_bare("gui bao cao cho anh 8h sang moi ngay")
    for words in ("gửi báo giá cho khách hàng ngày mai", "thôi gửi em địa chỉ nhé", "8h hàng ngày"):
        command = command_in(words)
        assert command is None or command.name != "schedule"


async def come_on(house: House, day: str) -> list[Shown]:
    """What came until shortly after eight of this day."""
    before = len(house.channel.chat("hoa"))
    house.clock.set(at(f"{day}T08:00:01"))
    await house.passes(seconds=0)
    await house.passes(seconds=20)
    return [one for one in house.channel.chat("hoa")[before:] if one.text.startswith("📊")]


async def test_a_daily_report_comes_on_working_days_with_all_since_the_last(
    house: House,
) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await house.says("lan", "cần phần mềm kế toán")

    told = await house.says("hoa", "gửi 8h hàng ngày")
    assert "8:00 hằng ngày" in told.text
    assert "ngày mai" in told.text

    [wednesday] = await come_on(house, "2026-03-11")
    assert "Hôm qua (10/3/2026 – 10/3/2026)\nKhách mới: 1" in wednesday.caption
    assert wednesday.pictures
    assert await come_on(house, "2026-03-15") == [], "a Sunday"
    [monday] = await come_on(house, "2026-03-16")
    assert "(14/3/2026 – 15/3/2026)" in monday.text, "Saturday was worked, Sunday was not"


async def test_at_tet_nothing_comes_and_the_weekly_one_on_the_first_day_after(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    house.clock.set(at("2026-02-13T10:00"))
    await house.joins("hoa", "manager", "Hoa")
    await house.says("hoa", "/report thứ 2 hàng tuần 8h")
    await house.says("hoa", "/stats 8h hàng ngày")

    came = {
        day: [one.text.splitlines()[0] for one in await come_on(house, f"2026-02-{day}")]
        for day in range(16, 25)
    }

    assert [day for day, titles in came.items() if titles] == [21, 23, 24], "Tết, and a Sunday"
    assert set(came[21]) == {
        "📊 Tuần trước (9/2/2026 – 15/2/2026)",
        "📊 Các ngày (14/2/2026 – 20/2/2026)",
    }
    assert "📊 Tuần trước (16/2/2026 – 22/2/2026)" in came[23]
    assert len(came[24]) == 1


async def test_who_slept_over_it_is_told_the_same_day_and_not_the_next(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.says("hoa", "/report 8h hàng ngày")

    house.clock.set(at("2026-03-11T23:30"))
    await house.passes(seconds=1)
    assert "📊" in house.channel.last("hoa").text
    before = len(house.channel.chat("hoa"))
    house.clock.set(at("2026-03-13T07:00"))
    await house.passes(seconds=1)

    assert len(house.channel.chat("hoa")) == before


async def test_two_processes_and_a_kill_in_between_send_it_once(house: House) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await house.says("hoa", "/stats 8h hàng ngày")
    house.clock.set(at("2026-03-11T08:00:01"))
    now = house.clock.now()
    [due] = await house.store.read(lambda work: work.schedules.due(now))
    abilities = {house.channel.name: house.channel.abilities}

    def send(work: Work, *, dies: bool = False) -> None:
        draft = schedules.written(work, house.business, due, now)
        schedules.send(work, house.business, abilities, due, draft, now)
        if dies:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        await house.store.run(lambda work: send(work, dies=True))
    before = len(house.channel.chat("hoa"))
    await house.store.run(send)
    await house.store.run(send)
    await house.settle()

    assert len(house.channel.chat("hoa")) == before + 1


async def wishes(house: House) -> list[Schedule]:
    def read(work: Work) -> list[Schedule]:
        return [one for member in work.team.everybody() for one in work.schedules.of(member.id)]

    return await house.store.read(read)


async def test_wishes_are_listed_and_called_off_by_a_tap_or_a_word(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    assert "chưa gửi gì" in (await house.says("hoa", "/schedule")).text
    await house.taps("hoa", "📊 8:00 thứ Hai hằng tuần")
    await house.says("hoa", "/stats so sánh 17h hàng ngày")
    await house.says("hoa", "/stats so sánh 18h hàng ngày")

    listed = await house.says("hoa", "lịch gửi")
    assert "Báo cáo, 8:00 thứ Hai hằng tuần" in listed.text
    assert "Tổng hợp (so sanh), 18:00 hằng ngày" in listed.text
    assert "17:00" not in listed.text, "the same question has one time"
    await house.taps("hoa", "✖ Báo cáo", listed)
    assert [one.view for one in await wishes(house)] == ["stats"]
    assert "thôi gửi" in (await house.says("hoa", "thôi gửi")).text
    assert await wishes(house) == []


async def test_they_are_for_managers_in_their_own_chats(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("minh", "rep", "Minh")
    await house.has_group("-100")

    assert "chỉ dành cho quản lý" in (await house.says("minh", "gửi 8h hàng ngày")).text
    press = house.message("minh", Kind.BUTTON, button="1:schedule:daily")
    await house.hear(press)
    assert "chỉ dành cho quản lý" in house.channel.last("minh").text
    in_group = house.message("-100", text="/report 8h hàng ngày", sender_id="hoa", group=True)
    await house.hear(in_group)
    assert "chat riêng" in house.channel.last("-100").text
    assert await wishes(house) == []


async def test_who_has_left_the_team_or_is_away_is_told_nothing(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("chu", "owner", "Chủ")
    await house.joins("hoa", "manager", "Hoa")
    await house.says("hoa", "/report 8h hàng ngày")

    await house.says("hoa", "/off mai 14h")
    assert await come_on(house, "2026-03-11") == []
    await house.says("hoa", "/on")
    assert len(await come_on(house, "2026-03-12")) == 1
    hoa = next(one for one in await wishes(house)).staff_id
    await house.store.run(lambda work: work.team.remove(hoa))
    assert await come_on(house, "2026-03-13") == []
    assert await wishes(house) == []


@pytest.fixture
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return getattr(request, "param", None) or FakeChannel()


@pytest.mark.parametrize("channel", [plain_channel()], indirect=True)
async def test_where_there_are_no_pictures_the_words_come(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.says("hoa", "gửi báo cáo 8h sáng mỗi ngày")

    [shown] = await come_on(house, "2026-03-11")

    assert "Theo nhân viên" in shown.text
