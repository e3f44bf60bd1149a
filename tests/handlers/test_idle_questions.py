"""To ask how a thing is done is no wish to have it done: it answers, and wakes nobody."""

from __future__ import annotations

from handlers.faq.answers import answer_to
from scoring.lead import Temperature
from tests.house import SAMPLE_BUSINESS, House

IDLE = (
    "đặt cọc thế nào ạ",
    "báo giá thế nào",
    "đặt hẹn kiểu gì",
    "dat lich the nao em",
    "demo thế nào",
    "bên em có báo giá không",
    "có cần đặt cọc không?",
    "how do I book an appointment?",
)
WISHES = (
    "báo giá giúp anh",
    "cho chị đặt lịch tư vấn được không",
    "em muốn đặt mua thì làm sao",
    "I'd like to book a demo, how does it work?",
)


async def _temperature(house: House, chat_id: str, words: str) -> Temperature:
    await house.starts(chat_id)
    await house.says(chat_id, "đồng ý")
    await house.says(chat_id, "kế toán")
    await house.says(chat_id, words)

    prospect = await house.store.read(
        lambda work: work.leads.prospect_in(house.channel.name, chat_id)
    )
    assert prospect is not None
    lead = await house.store.read(lambda work: work.leads.get(prospect.lead_id))
    assert lead is not None
    return lead.temperature


async def test_idle_questions_leave_a_lead_as_cold_as_it_was(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    before = len(house.channel.chat("minh"))

    heated = [
        words
        for number, words in enumerate(IDLE)
        if await _temperature(house, f"khach{number}", words) is not Temperature.COLD
    ]

    assert heated == []
    assert len(house.channel.chat("minh")) == before


async def test_wishes_in_the_form_of_a_question_are_wishes(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")

    missed = [
        words
        for number, words in enumerate(WISHES)
        if await _temperature(house, f"khach{number}", words) is not Temperature.HOT
    ]

    assert missed == []
    assert not any("chưa hiểu" in one.text for one in house.channel.chat("khach1"))


async def test_how_to_meet_is_told(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    await house.says("lan", "đồng ý")

    told = await house.says("lan", "đặt hẹn kiểu gì vậy em")

    assert "giờ nào tiện" in told.text
    assert told.text.count("?") == 1


def test_words_that_ask_are_not_enough_for_an_answer() -> None:
    assert answer_to("không cần đâu", SAMPLE_BUSINESS.faq) is None
    assert answer_to("chưa biết gì đâu", SAMPLE_BUSINESS.faq) is None
    found = answer_to("shop ở đâu vậy", SAMPLE_BUSINESS.faq)
    assert found is not None
    assert "địa chỉ" in found.ask
