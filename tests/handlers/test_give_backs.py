"""A rep's reason for giving a lead back teaches the score, and undoing it unteaches."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.score.endings import ended
from handlers.score.replaying import replays
from handlers.score.weighing import Weighed, weigh
from scoring.lead import Lead, Stage, Temperature
from storage.store import Work
from tests.fakes import MORNING
from tests.house import House

WANTS_A_CALL = "cần máy in cho 3 quán, ngân sách 20 triệu, tuần sau. Gọi cho tôi, số 0912 345 678"
MINUTE = timedelta(minutes=1)
MONTH = timedelta(days=31)


async def _lead(house: House, lead_id: int = 1) -> Lead:
    lead = await house.store.read(lambda work: work.leads.get(lead_id))
    assert lead is not None
    return lead


async def _given_back(house: House, label: str) -> Lead:
    await house.joins("minh", "rep", "Minh")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.taps("minh", "↩ Trả lại")
    await house.taps("minh", label)
    return await _lead(house)


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("Giá không hợp", "−4  nhân viên báo giá không hợp"),
        ("Số ảo", "−100  số điện thoại ảo"),
        ("Ngoài vùng", "−20  ngoài vùng phục vụ"),
    ],
)
async def test_the_reason_stands_among_the_points(
    sqlite_house: House, label: str, line: str
) -> None:
    house = sqlite_house
    await house.joins("hoa", "manager", "Hoa")

    lead = await _given_back(house, label)

    assert lead.temperature is not Temperature.HOT
    assert line in (await house.says("hoa", "/why 1")).text


@pytest.mark.parametrize("label", ["Giá không hợp", "Sai nhu cầu"])
async def test_what_was_given_back_stays_in_nurture_until_it_shows_life(
    sqlite_house: House, label: str
) -> None:
    house = sqlite_house
    lead = await _given_back(house, label)

    def again(work: Work) -> Weighed:
        return weigh(work, house.business, replace(lead, temperature=Temperature.HOT), MORNING)

    assert (await house.store.run(again)).lead.stage is Stage.MQL
    house.clock.wind(timedelta(days=2))
    await house.says("khach", "ngân sách 25 triệu, cần 3 máy in cho quán, gọi lại cho tôi")

    assert (await _lead(house)).stage is Stage.SQL


@pytest.mark.parametrize("label", ["Giá không hợp", "Sai nhu cầu", "Số ảo", "Ngoài vùng"])
async def test_undone_it_counts_no_more_and_every_score_replays(
    sqlite_house: House, label: str
) -> None:
    house = sqlite_house
    await _given_back(house, label)

    await house.taps("minh", "↶ Hoàn tác")

    lead = await _lead(house)
    kept = await house.store.read(lambda work: work.events.snapshots(1))
    before_the_claim = kept[0]
    assert lead.points == pytest.approx(before_the_claim.score)
    assert lead.temperature is Temperature.HOT
    found = await house.store.run(lambda work: replays(work, lead))
    assert all(one.is_equal for one in found)
    assert len(found) > 2


@pytest.mark.parametrize(
    ("label", "labels"),
    [("Giá không hợp", [False]), ("Sai nhu cầu", [False]), ("Số ảo", []), ("Trùng khách", [])],
)
async def test_only_who_was_a_prospect_has_an_outcome(
    sqlite_house: House, label: str, labels: list[bool]
) -> None:
    house = sqlite_house
    await _given_back(house, label)

    outcomes = await house.store.read(lambda work: ended(work, house.clock.now() + MONTH))

    assert [one.won for one in outcomes] == labels


async def test_spam_that_falls_silent_is_no_lost_deal(sqlite_house: House) -> None:
    house = sqlite_house
    await house.says("khach", "vay tiền nhanh lãi suất thấp https://bit.ly/x")

    outcomes = await house.store.read(lambda work: ended(work, house.clock.now() + MONTH))

    assert outcomes == ()


async def test_a_number_known_as_fake_wakes_nobody_until_another_one_is_given(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await _given_back(house, "Số ảo")
    cards = len(house.channel.chat("minh"))

    await house.says("hai", WANTS_A_CALL)
    other = await _lead(house, 2)
    assert (other.points, other.temperature) == (0, Temperature.COLD)
    assert len(house.channel.chat("minh")) == cards

    house.clock.wind(MINUTE)
    await house.says("hai", "nhầm số, số đúng là 0987 654 321, gọi cho tôi nhé")
    other = await _lead(house, 2)
    assert other.temperature is Temperature.HOT
    assert len(house.channel.chat("minh")) > cards


async def test_a_mistyped_number_put_right_brings_the_lead_back(sqlite_house: House) -> None:
    house = sqlite_house
    lead = await _given_back(house, "Số ảo")
    assert lead.stage is Stage.DISQUALIFIED

    house.clock.wind(MINUTE)
    await house.says("khach", "em nhập nhầm, số đúng là 0987 654 321, gọi cho em nhé")

    lead = await _lead(house)
    assert lead.stage is Stage.SQL
    assert lead.temperature is Temperature.HOT
    moves = await house.store.read(lambda work: work.stage_moves.of_lead(1))
    assert ("bot", "new number") in [(who, why) for _, _, _, who, why in moves]
