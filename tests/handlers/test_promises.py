"""A day told in words: the follow-up moves there by itself, and says so."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from scoring.lead import Slot
from storage.follow_ups import DUE
from tests.house import House

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


async def begins(house: House) -> None:
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "kế toán")


async def planned(house: House) -> list[tuple[str, datetime]]:
    steps = await house.store.read(lambda work: work.follow_ups.of_lead(1))
    return [(one.sequence, one.due_at.astimezone(HANOI)) for one in steps if one.state == DUE]


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        ("tháng sau gọi lại", "2026-04-01", "thứ Tư 1/4"),
        ("tháng sau gọi lại cho chị nhé", "2026-04-01", "thứ Tư 1/4"),
        ("tuần tới chị rảnh", "2026-03-16", "thứ Hai 16/3"),
        ("mai nhắn lại em nhé", "2026-03-11", "thứ Tư 11/3"),
        ("để cuối tuần chị xem đã", "2026-03-14", "thứ Bảy 14/3"),
    ],
)
async def test_a_day_in_words_moves_the_follow_up_and_says_so(
    sqlite_house: House, words: str, day: str, said: str
) -> None:
    await begins(sqlite_house)

    answer = await sqlite_house.says("lan", words)

    ((sequence, at),) = await planned(sqlite_house)
    assert sequence == "promise"
    assert f"{at:%Y-%m-%d}" == day
    assert said in answer.text
    assert not answer.buttons


async def test_after_tet_is_after_the_days_of_tet(sqlite_house: House) -> None:
    """To a follow-up somebody answers with nothing but a day."""
    await begins(sqlite_house)
    await sqlite_house.says("lan", "cuối năm")  # the answer to "when would you start?"
    await sqlite_house.passes(hours=24)

    answer = await sqlite_house.says("lan", "sau Tết nhé")

    ((sequence, at),) = await planned(sqlite_house)
    assert (sequence, f"{at:%Y-%m-%d}") == ("promise", "2027-02-13")
    assert "13/2/2027" in answer.text


async def test_the_day_that_answers_our_question_is_no_promise(sqlite_house: House) -> None:
    await begins(sqlite_house)

    answer = await sqlite_house.says("lan", "sau Tết nhé")

    assert "promise" not in {sequence for sequence, _ in await planned(sqlite_house)}
    assert answer.buttons


async def test_a_promise_is_kept_on_its_day_and_outlives_a_thank_you(sqlite_house: House) -> None:
    await begins(sqlite_house)
    await sqlite_house.says("lan", "tuần tới chị rảnh")
    await sqlite_house.says("lan", "ok cảm ơn em")

    await sqlite_house.passes(days=6)

    kept = sqlite_house.channel.last("lan")
    assert "có hẹn em nhắn lại hôm nay về kế toán" in kept.text
    assert kept.labels == ["Gọi cho tôi", "Trao đổi tiếp", "Thôi, cảm ơn"]


async def test_until_the_day_nobody_is_chased(sqlite_house: House) -> None:
    await begins(sqlite_house)
    await sqlite_house.says("lan", "tháng sau gọi lại")
    said = len(sqlite_house.channel.sent)

    for _ in range(20):
        await sqlite_house.passes(days=1)

    assert len(sqlite_house.channel.sent) == said


async def test_a_later_day_takes_the_place_of_the_first(sqlite_house: House) -> None:
    await begins(sqlite_house)
    await sqlite_house.says("lan", "tuần tới chị rảnh")

    await sqlite_house.says("lan", "à để tháng sau đi em")

    ((_, at),) = await planned(sqlite_house)
    assert f"{at:%Y-%m-%d}" == "2026-04-01"


async def test_a_stop_takes_the_promise_back(sqlite_house: House) -> None:
    await begins(sqlite_house)
    await sqlite_house.says("lan", "tuần tới chị rảnh")

    await sqlite_house.says("lan", "đừng nhắn nữa")

    assert await planned(sqlite_house) == []


async def test_where_a_rep_has_the_lead_it_is_he_who_is_reminded(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await begins(sqlite_house)
    await sqlite_house.says("lan", "gọi cho tôi 0912 345 678")
    await sqlite_house.taps("minh", "✋")

    await sqlite_house.says("lan", "thôi tháng sau gọi lại nhé")
    await sqlite_house.passes(days=22)

    assert "Nhắc việc lead #1" in sqlite_house.channel.last("minh").text
    assert "tháng sau gọi lại" in sqlite_house.channel.last("minh").text


async def test_a_bare_date_is_a_timing_and_puts_nothing_off(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.says("lan", "yes, go ahead")

    told = await house.says("lan", "this month")

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.fact(Slot.TIMING) is not None
    assert "write to you again" not in told.text
