"""A mark after a call, and the words that may be added to it."""

from __future__ import annotations

from scoring.lead import Need, Slot
from tests.house import House


async def _marked(house: House, mark: str) -> str:
    await house.joins("minh", "rep", "Minh")
    await house.joins("hoa", "manager", "Hoa")
    await house.starts("lan")
    for words in ("đồng ý", "kế toán", "0912345678", "gặp nhân viên"):
        await house.says("lan", words)
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "/called 1")
    return (await house.says("lan", mark)).text


async def test_words_after_a_mark_go_to_the_managers_and_name_no_need(sqlite_house: House) -> None:
    house = sqlite_house
    asked = await _marked(house, "2")

    thanked = await house.says("lan", "bạn ấy tư vấn chưa kỹ")
    lead = await house.store.read(lambda work: work.leads.get(1))

    assert "muốn nói thêm" in asked
    assert "cảm ơn" in thanked.text
    assert "chấm 2/5 và nói: “bạn ấy tư vấn chưa kỹ”" in house.channel.last("hoa").text
    assert lead is not None
    told = lead.fact(Slot.NEED)
    assert told is not None
    assert isinstance(told.value, Need)
    assert told.value.text == "Kế toán"


async def test_an_answer_or_a_question_after_a_mark_is_what_it_is(sqlite_house: House) -> None:
    house = sqlite_house
    await _marked(house, "5")

    answered = await house.says("lan", "giá bao nhiêu?")
    noted = await house.says("lan", "trong tháng này")

    assert "triệu" in answered.text
    assert "3/4" in noted.text
    assert not any("và nói" in one.text for one in house.channel.chat("hoa"))
