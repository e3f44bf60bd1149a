"""/calibration: managers read it, the owner alone changes a threshold, by a tap."""

from __future__ import annotations

from datetime import timedelta

from handlers.channel import Kind
from handlers.score.calibration import draft_of
from handlers.score.rules import rules_now
from handlers.score.stages import move
from handlers.score.weighing import Happening, weigh
from scoring.lead import Lead, Stage
from storage.store import Work
from storage.totals import WON
from tests.fakes import MORNING
from tests.house import House

HOUR = timedelta(hours=1)


def _lead(work: Work, lead_id: int) -> Lead:
    lead = work.leads.get(lead_id)
    assert lead is not None
    return lead


def _sold(work: Work, house: House, count: int = 80) -> None:
    """Every second lead asked much and was mostly won, the others said little and were lost."""
    start = MORNING - timedelta(days=30)
    for number in range(count):
        now = start + number * HOUR
        lead_id = work.leads.create(name="", source="", now=now)
        keen = number % 2 == 0
        kinds = ("product_question", "contact_sent", "reply") if keen else ("visit",)
        told = tuple(Happening(kind, f"{lead_id}:{kind}") for kind in kinds)
        lead = weigh(work, house.business, _lead(work, lead_id), now, happenings=told).lead
        ended = now + 20 * HOUR
        if keen and number % 8:
            work.events.record(lead.id, WON, ended)
            lead = move(work, lead, Stage.OPPORTUNITY, who="staff:1", why="accepted", now=ended)
            move(work, lead, Stage.CUSTOMER, who="staff:1", why=WON, now=ended)
        else:
            move(work, lead, Stage.LOST, who="staff:1", why="giá", now=ended)


async def _hot(house: House) -> tuple[float, float]:
    bands = await house.store.run(lambda work: rules_now(work, house.business).bands)
    return bands.warm, bands.hot


async def test_before_any_outcome_it_says_so(sqlite_house: House) -> None:
    await sqlite_house.joins("hoa", "manager", "Hoa")

    read = await sqlite_house.says("hoa", "/calibration")
    assert "chưa biết" in read.text
    assert "tỷ lệ chốt 10 % trong tệp (scoring: close_rate) thì đáng gọi từ khoảng 46" in read.text


async def test_a_manager_reads_it_and_only_the_owner_may_change(house: House) -> None:
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("chu", "owner", "Chủ")
    await house.joins("minh", "rep", "Minh")
    await house.store.run(lambda work: _sold(work, house))

    read = await house.says("hoa", "hieu chuan")
    own = await house.says("chu", "/calibration")
    refused = await house.says("minh", "/calibration")

    assert "80 khách đã có kết quả" in read.text
    assert "Nóng: chưa có khách nào" in read.text
    assert "Trong 30 đơn thắng, 0 đơn lúc đó đang nóng (0 %)." in read.text
    assert "65 điểm (hiện nay): 0 khách" in read.text
    assert "Gợi ý: nóng từ" in read.text
    assert read.labels == []
    assert own.labels[0].startswith("Đổi: nóng")
    assert "quản lý" in refused.text
    assert await _hot(house) == (35, 65)

    told = await house.taps("chu", "Đổi", on=own)
    warm, hot = await _hot(house)
    assert hot < 65
    assert f"nóng từ {hot:g}, ấm từ {warm:g}" in told.text

    again = await house.says("chu", "/calibration")
    assert "ngưỡng chủ đã chọn" in again.text
    await house.taps("chu", "Trở lại", on=again)
    assert await _hot(house) == (35, 65)


async def test_the_reps_hours_say_for_whom_there_is_time(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.store.run(lambda work: _sold(work, house))
    call = house.business.scoring.call.model_copy(update={"hours_a_day": 0.25})
    scoring = house.business.scoring.model_copy(update={"call": call})
    business = house.business.model_copy(update={"scoring": scoring})

    read = await house.store.run(lambda work: draft_of(work, business, MORNING, "vi", owner=False))

    # One call a day, and of 80 leads a month the best third can be called.
    assert "Nhân viên có 0,25 giờ gọi mỗi ngày, khách mới khoảng 1,1 người" in read.text
    shown = await house.says("hoa", "/calibration")
    assert "giờ gọi mỗi ngày" not in shown.text


async def test_a_forged_tap_changes_nothing(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("chu", "owner", "Chủ")
    for who, data in (
        ("hoa", "1:bands:20:50"),
        ("chu", "1:bands:60:40"),
        ("chu", "1:bands:1:2"),
        ("chu", "1:bands:x:y"),
        ("chu", "1:bands"),
    ):
        await house.hear(house.message(who, Kind.BUTTON, button=data))

    assert await _hot(house) == (35, 65)


async def test_leads_are_weighed_by_the_thresholds_the_owner_took(sqlite_house: House) -> None:
    house = sqlite_house
    await house.due.look()
    await house.joins("chu", "owner", "Chủ")
    await house.starts("lan")
    await house.says("lan", "Em cần máy tính tiền cho 2 quầy, tầm 30 triệu, cần trong tuần này")
    before = await house.store.run(lambda work: _lead(work, 1))
    assert before.temperature == "warm"

    hot = int(before.points) - 2
    await house.hear(house.message("chu", Kind.BUTTON, button=f"1:bands:{hot - 20}:{hot}"))
    await house.passes(hours=2)

    after = await house.store.run(lambda work: _lead(work, 1))
    assert after.temperature == "hot"
    assert after.rules != before.rules


async def test_the_report_comes_by_itself_on_monday_morning(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")
    await house.joins("chu", "owner", "Chủ")
    await house.store.run(lambda work: _sold(work, house))
    await house.due.look()

    await house.passes(days=6)  # Tuesday to Monday
    await house.passes(hours=1)
    await house.passes(hours=1)

    for chat in ("hoa", "chu"):
        told = [one for one in house.channel.chat(chat) if "Điểm có đúng không" in one.text]
        assert len(told) == 1
