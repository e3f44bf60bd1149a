"""A report in pictures: every number equals a recount, no customer is on it, none goes twice."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from handlers.channel import AnswerLostError
from handlers.chart import Chart, NotDrawnError
from handlers.payload import charts_of
from storage.outbox import UNKNOWN
from storage.store import Work
from storage.tables import alert, event, lead
from tests.fakes import plain_channel
from tests.house import House

HOT = "em là Thuỷ, cần phần mềm kế toán, 30 triệu, tôi quyết, trong tuần này, gọi tôi 09{:08}"
PICTURES = ("Phễu", "Khách mới và thắng", "Theo nguồn", "Theo nhân viên", "Chờ bao lâu")


async def a_week(house: House) -> None:
    """Some come every day; Minh and Lan claim most of them, sooner or later, and win some."""
    await house.joins("hoa", "manager", "Hoa")
    for name in ("minh", "lan"):
        await house.joins(name, "rep", name.capitalize())
    for number in range(9):
        who = f"khach{number}"
        await house.starts(who, ("fair", "zalo-ads", "")[number % 3])
        await house.says(who, HOT.format(number + 11) if number % 4 else "cần phần mềm kế toán")
        house.clock.wind(timedelta(minutes=number))
        rep = ("minh", "lan")[number % 2]
        if number % 4 and "✋ Nhận" in house.channel.last(rep).labels:
            await house.taps(rep, "✋ Nhận", house.channel.last(rep))
            if number % 3:
                await house.says(rep, f"/won {number + 1} 25 triệu")
        house.clock.wind(timedelta(hours=18))


async def charts(house: House) -> dict[str, Chart]:
    """What was to be drawn for the last report, by title."""

    def newest(work: Work) -> tuple[Chart, ...]:
        lines = work.transcript.lines("fake", "hoa")
        return charts_of(next(one.payload for one in reversed(lines) if one.outgoing))

    return {one.title: one for one in await house.store.read(newest)}


def numbers(chart: Chart, series: int = 0) -> dict[str, int]:
    return {bar.name: bar.numbers[series] for bar in chart.bars if bar.numbers[series]}


async def test_every_number_on_the_pictures_equals_a_recount(sqlite_house: House) -> None:
    house = sqlite_house
    await a_week(house)

    sent = await house.says("hoa", "báo cáo 30 ngày")

    assert len(sent.pictures) == len(PICTURES)
    found = await charts(house)
    assert [any(one.startswith(name) for one in found) for name in PICTURES] == [True] * 5
    funnel, trend, sources, reps, waits = found.values()
    zone = timedelta(hours=7)

    def recount(work: Work) -> None:
        rows = work._connection.execute  # the rows themselves, without any of our queries
        leads = rows(select(lead.c.source, lead.c.created_at)).all()
        won = rows(select(event.c.staff_id, event.c.at).where(event.c.kind == "won")).all()
        alerts = rows(select(alert.c.claimed_by, alert.c.seconds_to_claim)).all()

        def days(times: list[datetime]) -> Counter[str]:
            local = [at + zone for at in times]
            return Counter(f"{at.day}/{at.month}" for at in local)

        assert len(won) >= 2
        assert numbers(trend) == days([row.created_at for row in leads])
        assert numbers(trend, 1) == days([row.at for row in won])
        named = Counter(row.source or "không rõ" for row in leads)
        assert numbers(sources) == named
        names = {one.id: one.name for one in work.team.everybody()}
        claims = [row for row in alerts if row.seconds_to_claim is not None]
        assert numbers(reps) == Counter(names[row.claimed_by] for row in claims)
        assert numbers(reps, 1) == Counter(names[row.staff_id] for row in won)
        assert sum(numbers(waits).values()) == len(claims)
        assert numbers(waits)["≤ 2 phút"] == sum(row.seconds_to_claim <= 120 for row in claims)
        assert numbers(funnel)["Nhắn lần đầu"] == len(leads)
        assert numbers(funnel)["Thắng"] == len(won)

    await house.store.read(recount)


async def test_no_customer_is_named_on_a_picture_or_under_it(sqlite_house: House) -> None:
    house = sqlite_house
    await a_week(house)

    sent = await house.says("hoa", "/report 30 ngày so sánh")

    told = sent.caption + str(await charts(house))
    assert "Thuỷ" not in told
    assert "Khach" not in told
    assert "0900" not in told
    assert len(sent.caption.encode("utf-16-le")) // 2 <= 1024, "what Telegram takes as a caption"
    assert "So với kỳ" in sent.caption


async def test_of_one_rep_or_source_only_his_numbers_are_shown(sqlite_house: House) -> None:
    house = sqlite_house
    await a_week(house)

    sent = await house.says("hoa", "/report 30 ngày @minh")

    found = await charts(house)
    assert list(found) == ["Phễu", "Khách mới và thắng, từng ngày", "Chờ bao lâu mới có người nhận"]
    assert "Chỉ tính khách của Minh" in sent.caption
    assert "Theo nhân viên" not in sent.text
    assert sum(numbers(found["Phễu"]).values()) < 9 * 10


async def test_the_pictures_are_a_tap_away_and_come_as_a_message_of_their_own(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await a_week(house)
    shown = await house.says("hoa", "/stats tháng này")

    menu = await house.says("hoa", "/help")
    assert (await house.taps("hoa", "📊 Báo cáo tháng này", menu)).pictures
    assert "📊 Báo cáo tháng này" not in (await house.says("minh", "/help")).labels

    sent = await house.taps("hoa", "📊", shown)
    sheet = await house.taps("hoa", "⬇", shown)

    assert sent.pictures
    assert not shown.pictures
    assert sheet.media is not None
    assert sheet.media.name.endswith(".xlsx")
    assert "chỉ dành cho quản lý" in (await house.taps("minh", "⬇", shown)).text


async def test_a_channel_without_pictures_is_told_in_words(sqlite_house: House) -> None:
    house = sqlite_house.on(plain_channel())
    await house.joins("hoa", "manager", "Hoa")
    await house.says("lan", "cần phần mềm kế toán")

    sent = await house.says("hoa", "bao cao thang nay")

    assert not sent.pictures
    assert "Khách mới: 1" in sent.text
    assert "Theo nguồn, khách mới trong kỳ" in sent.text


async def test_what_cannot_be_drawn_is_told_in_words(sqlite_house: House) -> None:
    async def refuse(charts: Sequence[Chart]) -> tuple[bytes, ...]:
        raise NotDrawnError("no room")

    house = replace(sqlite_house, draw=refuse)
    await house.joins("hoa", "manager", "Hoa")
    await house.says("lan", "cần phần mềm kế toán")

    sent = await house.says("hoa", "/report")

    assert not sent.pictures
    assert "Khách mới: 1" in sent.text
    assert "📊 Báo cáo ✓" in sent.labels


async def test_who_is_killed_over_the_drawing_sends_it_once_after_the_start(
    sqlite_house: House,
) -> None:
    drawing = asyncio.Event()

    async def for_ever(charts: Sequence[Chart]) -> tuple[bytes, ...]:
        drawing.set()
        await asyncio.Event().wait()
        return ()

    house = replace(sqlite_house, draw=for_ever)
    await house.joins("hoa", "manager", "Hoa")
    await house.says("lan", "cần phần mềm kế toán")
    await house.reception.admit(house.message("hoa", text="/report"))
    await house.reception.idle()
    sending = asyncio.create_task(house.delivery.send_due())
    await drawing.wait()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)

    after = replace(house, draw=sqlite_house.draw)
    await after.delivery.recover()
    await after.settle()

    assert [bool(one.pictures) for one in house.channel.sent_to("hoa")][-2:] == [False, True]


async def test_an_album_that_may_have_arrived_is_not_sent_again(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.says("lan", "cần phần mềm kế toán")
    before = len(house.channel.sent)
    house.channel.failures.append(AnswerLostError("no answer came"))

    await house.says("hoa", "/report")
    await house.delivery.recover()
    await house.settle()

    assert len(house.channel.sent) == before
    backlog = await house.store.read(lambda work: work.outbox.backlog())
    assert backlog.counts[UNKNOWN] == 1


@pytest.mark.parametrize("days", [1, 31, 32, 200])
async def test_a_long_time_is_cut_into_weeks_and_months_that_add_up(
    sqlite_house: House, days: int
) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    for number in range(3):
        await house.says(f"khach{number}", "cần phần mềm kế toán")
        house.clock.wind(timedelta(days=days // 3))
    house.clock.set(max(house.clock.now(), datetime(2026, 3, 10, 3, tzinfo=UTC)))

    await house.says("hoa", f"/report {days + 1} ngày")

    trend = next(one for title, one in (await charts(house)).items() if "thắng" in title)
    assert 2 <= len(trend.bars) <= 37
    assert sum(bar.numbers[0] for bar in trend.bars) == 3
