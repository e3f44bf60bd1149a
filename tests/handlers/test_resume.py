"""Back after a day, in the middle of the questions: a summary, then on, or from the beginning."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scoring.lead import Slot
from tests.fakes import FakeChannel, plain_channel
from tests.house import House


@pytest.fixture
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return getattr(request, "param", None) or FakeChannel()


async def stops_in_the_middle(house: House) -> None:
    await house.starts("lan")
    for words in ("đồng ý", "kế toán", "tháng sau"):
        await house.says("lan", words)


@pytest.mark.parametrize("channel", [FakeChannel(), plain_channel()], indirect=True)
async def test_a_greeting_after_a_day_is_answered_by_what_we_know(sqlite_house: House) -> None:
    house = sqlite_house
    await stops_in_the_middle(house)
    house.clock.wind(timedelta(hours=26))

    card = await house.says("lan", "chào em")
    onwards = await house.says("lan", "tiếp tục")

    assert "• Nhu cầu: Kế toán\n• Thời gian: trong tháng 4\n" in card.text
    assert card.text.count("?") == 1
    assert "Bắt đầu lại" in card.text + "".join(card.labels)
    assert "3/4" in onwards.text


async def test_the_next_morning_brings_the_summary_and_a_yes_goes_on(sqlite_house: House) -> None:
    house = sqlite_house
    await stops_in_the_middle(house)

    await house.passes(hours=26)
    morning = house.channel.last("lan")
    onwards = await house.says("lan", "ok em")

    assert "• Nhu cầu: Kế toán" in morning.text
    assert morning.labels == ["Tiếp tục", "Bắt đầu lại", "Gặp nhân viên", "Thôi, cảm ơn"]
    assert "3/4" in onwards.text


async def test_an_answer_goes_on_by_itself_and_so_does_whoever_was_away_for_an_hour(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await stops_in_the_middle(house)
    house.clock.wind(timedelta(hours=2))
    soon = await house.says("lan", "chào em")
    house.clock.wind(timedelta(hours=30))

    answered = await house.says("lan", "khoảng 30 triệu")

    assert "3/4" in soon.text
    assert "Tiếp tục" not in soon.labels
    assert "4/4" in answered.text


async def test_from_the_beginning_asks_everything_anew_and_doubts_nothing(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await stops_in_the_middle(house)
    house.clock.wind(timedelta(hours=26))
    await house.says("lan", "chào em")

    first = await house.taps("lan", "Bắt đầu lại")
    second = await house.says("lan", "phần mềm bán hàng, sang năm mới mua")
    third = await house.says("lan", "30 triệu")

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert "1/4" in first.text
    assert "Em ghi ý nào" not in second.text
    assert "3/4" in second.text
    assert "4/4" in third.text
    assert [fact.slot for fact in lead.facts].count(Slot.NEED) == 2, "the evidence stays"
