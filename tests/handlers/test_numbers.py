"""The numbers a manager asks for: of any time, set against an earlier one, by rep and by source."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from datetime import date, datetime, timedelta

import pytest

from handlers.channel import IncomingMessage, Kind
from handlers.numbers.periods import PeriodError, period_in, period_named, period_of
from handlers.posting import Draft
from storage.store import Work
from tests.fakes import FakeChannel, plain_channel
from tests.house import House

TODAY = date(2026, 11, 18)  # a Wednesday
HOT = "cần phần mềm kế toán, tầm 30 triệu, tôi quyết, trong tuần này, gọi tôi 09{:08}"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("", "2026-11-18", "2026-11-18"),
        ("hom qua", "2026-11-17", "2026-11-17"),
        ("tuan nay so sanh", "2026-11-16", "2026-11-18"),
        ("tuan truoc", "2026-11-09", "2026-11-15"),
        ("thang", "2026-11-01", "2026-11-18"),
        ("thang truoc", "2026-10-01", "2026-10-31"),
        ("thang 10", "2026-10-01", "2026-10-31"),
        ("thang 12", "2025-12-01", "2025-12-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("quy", "2026-10-01", "2026-11-18"),
        ("quy truoc", "2026-07-01", "2026-09-30"),
        ("quy 1", "2026-01-01", "2026-03-31"),
        ("nam ngoai", "2025-01-01", "2025-12-31"),
        ("7d", "2026-11-12", "2026-11-18"),
        ("30 ngay", "2026-10-20", "2026-11-18"),
        ("1/10-15/10", "2026-10-01", "2026-10-15"),
        ("tu 20/12 den 5/1", "2025-12-20", "2026-01-05"),
        ("5/11", "2026-11-05", "2026-11-05"),
        ("last month", "2026-10-01", "2026-10-31"),
    ],
)
def test_a_period_is_read_and_carried_by_a_button(words: str, first: str, last: str) -> None:
    period = period_in(words, TODAY)

    assert (str(period.first), str(period.last)) == (first, last)
    assert period_of(period.code, TODAY) == period
    assert period_named(words, TODAY) == (period if words else None)


@pytest.mark.parametrize(
    "words", ["31/2", "2026-13", "thang 0", "0 ngay", "9999 ngay", "2/3/2026 den 1/3/2026"]
)
def test_a_time_that_no_calendar_has_is_refused(words: str) -> None:
    with pytest.raises(PeriodError):
        period_in(words, TODAY)


def test_a_period_is_set_against_the_one_before_and_against_the_same_weekdays() -> None:
    three_days = period_in("tuan nay", TODAY)

    assert three_days.before.first == date(2026, 11, 13)
    assert three_days.same_weekdays.first == date(2026, 11, 9)
    assert {one.days for one in (three_days.before, three_days.same_weekdays)} == {3}


async def _with_leads(house: House) -> None:
    """Two last week, of them one won by Minh; three this week, one of them from another source."""
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("minh", "rep", "Minh Anh")
    for number, name in enumerate(("an", "bich")):
        await house.starts(name, "fair")
        await house.says(name, HOT.format(number + 11))
    claimed = next(one for one in house.channel.chat("minh") if "✋ Nhận" in one.labels)
    await house.taps("minh", "✋ Nhận", claimed)
    await house.says("minh", "/won 1 25 triệu")
    house.clock.wind(timedelta(days=7, minutes=5))
    for number, name in enumerate(("cuc", "dung", "en")):
        await house.starts(name, "fair" if number else "zalo")
        await house.says(name, "cần phần mềm kế toán")


async def test_numbers_are_set_against_the_same_days_of_the_week_before(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await _with_leads(house)

    plain = (await house.says("hoa", "thống kê tuần này")).text
    shown = await house.says("hoa", "/stats tuần này so sánh")

    assert "Khách mới: 3\n" in plain
    assert "Khách mới: 3 (" in shown.text
    assert "▲ 1 so với 2" in shown.text
    assert "(thắng = so với 0 · ▼ 1 so với 1)" in shown.text, "one was won then, none now"
    assert "So sánh ✓" in shown.labels


async def test_a_tap_turns_the_numbers_where_they_stand(sqlite_house: House) -> None:
    house = sqlite_house
    await _with_leads(house)
    shown = await house.says("hoa", "/stats hôm nay")
    where = house.channel.last_id("hoa")
    press = house.message(
        "hoa", Kind.BUTTON, button=shown.data("Theo nguồn"), platform_message_id=where
    )

    await house.hear(press)
    turned = house.channel.shown[where]
    assert "fair: 2 khách" in turned.text
    assert "zalo: 1 khách" in turned.text
    by_rep = await house.taps("hoa", "Theo nhân viên", turned)
    assert "Chưa ai nhận khách nào" in by_rep.text
    month = await house.taps("hoa", "Tháng này", by_rep)
    assert "Minh Anh: nhận 1 (trung vị" in month.text
    assert "thắng 1 (25 triệu)" in month.text


async def test_numbers_of_one_rep_and_of_one_source(sqlite_house: House) -> None:
    house = sqlite_house
    await _with_leads(house)

    of_rep = (await house.says("hoa", "/stats tháng này @minh anh")).text
    of_source = (await house.says("hoa", "/stats tháng này nguồn=zalo")).text
    nobody = (await house.says("hoa", "/stats @lan")).text

    assert "Chỉ tính khách của Minh Anh" in of_rep
    assert "Khách mới: 1\n" in of_rep
    assert "Chỉ tính nguồn zalo" in of_source
    assert "Khách mới: 1\n" in of_source
    assert "không có ai tên “lan”" in nobody


async def test_a_report_tells_everything_once(sqlite_house: House) -> None:
    house = sqlite_house
    await _with_leads(house)

    told = (await house.says("hoa", "báo cáo tháng này")).text

    assert "Khách mới: 5" in told
    assert "fair: 4 khách" in told
    assert "Minh Anh: nhận 1" in told
    assert told.count("Giờ Asia/Ho_Chi_Minh") == 1


async def test_a_time_that_is_none_is_answered_with_examples(sqlite_house: House) -> None:
    await sqlite_house.joins("hoa", "manager", "Hoa")

    for command in ("/stats", "/sources", "/sla", "/report", "/funnel"):
        assert "/stats tháng 10" in (await sqlite_house.says("hoa", f"{command} 31/2")).text


async def test_numbers_are_for_managers(sqlite_house: House) -> None:
    house = sqlite_house
    await _with_leads(house)
    shown = await house.says("hoa", "/stats")

    for command in ("/stats", "/report", "/sources", "/sla"):
        assert "chỉ dành cho quản lý" in (await house.says("minh", command)).text
    refused = await house.taps("minh", "Tuần này", shown)
    assert "chỉ dành cho quản lý" in refused.text


@pytest.fixture
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return getattr(request, "param", None) or FakeChannel()


@pytest.mark.parametrize("channel", [plain_channel()], indirect=True)
async def test_where_there_are_no_buttons_a_number_turns_them(sqlite_house: House) -> None:
    house = sqlite_house
    await _with_leads_in_words(house)
    shown = (await house.says("hoa", "/stats")).text
    place = next(line for line in shown.splitlines() if line.endswith("Theo nguồn"))

    turned = (await house.says("hoa", place.partition(".")[0])).text

    assert "fair: 1 khách" in turned


async def _with_leads_in_words(house: House) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await house.starts("lan", "fair")
    await house.says("lan", "cần phần mềm kế toán")


async def test_numbers_asked_for_while_others_are_read_are_read_as_well(
    sqlite_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = sqlite_house
    await house.joins("sep", "manager", "Sếp")
    second = house.message("sep", text="/sources")
    admitted: list[Future[None]] = []
    read, loop = house.desk.read, asyncio.get_running_loop()

    def slowly(work: Work, message: IncomingMessage, now: datetime) -> Draft | None:
        if not admitted:  # in a reader's thread, while the loop takes the next message
            admitting = house.reception.admit(second)
            admitted.append(asyncio.run_coroutine_threadsafe(admitting, loop))
            admitted[0].result(20)
        return read(work, message, now)

    monkeypatch.setattr(house.desk, "read", slowly)
    await house.hear(house.message("sep", text="/stats"))
    await house.settle()

    stats, sources = (one.text for one in house.channel.chat("sep")[-2:])
    assert "Khách mới: 0" in stats
    assert "Khách mới: 0" not in sources
