"""Calls by lot: off by default, fair to who said no, and measured against who was left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.business import Business
from handlers.score import exploring
from handlers.score.exploring import CALL, DRAWN, LEAVE
from handlers.score.stages import move
from scoring.lead import Stage
from scoring.uplift import uplift
from storage.store import Work
from storage.totals import WON
from tests.house import SAMPLE_BUSINESS, House

CURIOUS = "cần máy in cho 3 quán, ngân sách 20 triệu, số em 09{number:08d}"
DAY = timedelta(days=1)


def _with_share(share: float) -> Business:
    call = SAMPLE_BUSINESS.scoring.call.model_copy(update={"random_share": share})
    scoring = SAMPLE_BUSINESS.scoring.model_copy(update={"call": call})
    return SAMPLE_BUSINESS.model_copy(update={"scoring": scoring})


async def _comes(house: House, number: int) -> str:
    chat = f"k{number}"
    await house.says(chat, CURIOUS.format(number=12345678 + number))
    await house.says(chat, "đồng ý")
    return chat


async def _arms(house: House) -> dict[int, str]:
    return await house.store.read(lambda work: work.outcomes.drawn(DRAWN))


async def _draw(house: House, share: float) -> None:
    business = _with_share(share)
    abilities = {house.channel.name: house.channel.abilities}
    now = house.clock.now()
    await house.store.run(lambda work: exploring.draw(work, business, abilities, now))


async def test_nobody_is_drawn_unless_the_owner_says_so(sqlite_house: House) -> None:
    house = sqlite_house
    await _comes(house, 1)
    house.clock.wind(timedelta(hours=2))

    await _draw(house, 0)

    assert await _arms(house) == {}


async def test_the_lot_is_drawn_once_for_who_fell_silent_and_may_be_called(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await _comes(house, 1)
    await house.says("dung", "xin chào, cần máy in cho 3 quán, ngân sách 20 triệu")  # no number
    quiet = await _comes(house, 2)
    await house.says(quiet, "dừng")
    await _draw(house, 1)  # too early: they have just written
    assert await _arms(house) == {}
    house.clock.wind(timedelta(hours=2))

    await _draw(house, 1)
    await _draw(house, 0.0001)  # decided is decided
    await house.settle()

    assert await _arms(house) == {1: CALL}
    assert "GỌI THỬ THEO BỐC THĂM #1" in house.channel.last("minh").text


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_so_many_are_drawn_as_the_owner_says(share: float) -> None:
    drawn = sum(exploring.lot(lead_id) < share for lead_id in range(1, 4001))

    assert drawn / 4000 == pytest.approx(share, abs=0.03)


async def test_the_report_compares_the_called_with_those_left_alone(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")

    def live(work: Work) -> None:
        now = house.clock.now()
        told = work.leads.get(1)
        assert told is not None
        move(work, told, Stage.LOST, who="staff:1", why="x", now=now)
        for number in range(40):
            lead_id = work.leads.create(name="", source="", now=now)
            arm = CALL if number % 2 else LEAVE
            work.events.record(lead_id, DRAWN, now, key=f"{DRAWN}:{lead_id}", detail=arm)
            lead = work.leads.get(lead_id)
            assert lead is not None
            won = number < (10 if arm == CALL else 5)
            if won:
                work.events.record(lead_id, WON, now)
                lead = move(work, lead, Stage.OPPORTUNITY, who="staff:1", why="x", now=now)
            stage = Stage.CUSTOMER if won else Stage.LOST
            move(work, lead, stage, who="staff:1", why="x", now=now)

    await house.says("lan", "cần máy in cho 3 quán")
    await house.store.run(live)

    told = (await house.says("hoa", "/calibration")).text

    assert "20 khách được gọi thắng 25 %, 20 khách để yên thắng 15 %" in told
    assert "gọi làm tăng 67 %" in told


def test_the_interval_of_the_lift_is_the_logarithm_s() -> None:
    found = uplift((30, 100), (20, 100))

    # By hand: ln 1.5 ± 1.96 √(1/30 − 1/100 + 1/20 − 1/100) = .405 ± .494
    assert found.lift == pytest.approx(0.5)
    assert found.low == pytest.approx(-0.085, abs=0.005)
    assert found.high == pytest.approx(1.458, abs=0.01)
    assert uplift((0, 10), (5, 10)).lift is None
    assert uplift((0, 0), (0, 0)).called.count == 0
