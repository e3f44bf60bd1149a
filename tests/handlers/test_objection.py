"""Whoever objects to being scored is not, and is called all the same when he asks for it."""

from __future__ import annotations

import pytest

from handlers.prospect.objecting import objects_to_score
from handlers.score.objection import objects
from scoring.lead import Lead, Temperature
from tests.house import House

WARM = "cần phần mềm kế toán cho 3 cửa hàng, 30 triệu, tuần sau, chị tự quyết, 0912 345 678"
HOT = "gửi báo giá rồi chốt luôn nhé"


async def lead_of(house: House) -> Lead:
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    return lead


@pytest.mark.parametrize(
    "words",
    [
        "",
        "đừng chấm điểm tôi",
        "em ơi, đừng có chấm điểm chị nữa nhé",
        "chi khong muon bi cham diem",
        "tôi phản đối việc chấm điểm tự động",
        "don’t score me please",
        "I don't want to be profiled by a machine",
    ],
)
async def test_an_objection_ends_the_score_and_its_reasons(sqlite_house: House, words: str) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.says("lan", WARM)
    before = await lead_of(sqlite_house)

    if words:
        await sqlite_house.says("lan", words)
    else:
        await sqlite_house.says("lan", "/privacy")
        await sqlite_house.taps("lan", "Đừng chấm điểm tôi")
    told = sqlite_house.channel.last("lan").text
    await sqlite_house.says("lan", "bên em có bảo hành không, chị quan tâm lắm")
    await sqlite_house.passes(days=2)

    after = await lead_of(sqlite_house)
    assert before.points > 0
    assert "không chấm điểm" in told or "no machine scores you" in told
    assert (after.points, after.completeness, after.heat) == (0, 0, ())
    assert after.temperature is Temperature.COLD
    why = await sqlite_house.says("minh", "/why 1")
    assert "không đồng ý để chấm điểm" in why.text
    consents = await sqlite_house.store.read(lambda work: work.conversations.consents(1))
    assert [(one.purpose, one.given) for one in consents][-1] == ("scoring", False)


@pytest.mark.parametrize(
    "words",
    [
        "phần mềm có chấm điểm nhân viên không",
        "không chấm điểm em à?",
        "đừng ngại chấm điểm cho chị",
        "đừng phân loại khách giúp anh, anh tự làm",
        "đừng chấm điểm con em vội",
        "I don't like your rate",
        "don't grade the essay",
    ],
)
def test_what_only_sounds_like_it_is_no_objection(words: str) -> None:
    assert not objects_to_score(words)


async def test_an_objection_beside_a_wish_for_a_call_keeps_the_number(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.says("lan", "chào em")

    await sqlite_house.says("lan", "đừng chấm điểm chị, gọi chị 0912 345 678 nhé")

    assert "✋ Nhận" in sqlite_house.channel.last("minh").labels
    assert objects(await lead_of(sqlite_house))


async def test_who_objects_gets_a_person_when_he_asks_for_one(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.says("lan", "chào em")
    await sqlite_house.says("lan", "đừng chấm điểm tôi")

    await sqlite_house.says("lan", "gọi cho tôi 0912 345 678, tôi muốn đặt hàng")

    assert "✋ Nhận" in sqlite_house.channel.last("minh").labels
    assert (await lead_of(sqlite_house)).points == 0


async def test_no_rep_gives_a_warmth_to_whom_no_score_may_be_given(sqlite_house: House) -> None:
    await sqlite_house.joins("minh", "rep", "Minh")
    await sqlite_house.says("lan", WARM)
    await sqlite_house.says("lan", "đừng chấm điểm tôi")

    said = await sqlite_house.says("minh", "/temp 1 hot khách quen")
    await sqlite_house.says("minh", "/temp 1 auto")

    assert "không đồng ý để chấm điểm" in said.text
    assert (await lead_of(sqlite_house)).temperature is Temperature.COLD


async def test_an_objection_is_taken_back_by_a_tap(sqlite_house: House) -> None:
    await sqlite_house.says("lan", WARM)
    await sqlite_house.says("lan", "đừng chấm điểm tôi")
    await sqlite_house.says("lan", "/mydata")

    await sqlite_house.taps("lan", "Cho chấm điểm lại")

    assert (await lead_of(sqlite_house)).points > 0
