"""The requirement survey: offered once after the summary, left at any time, read by the rep."""

from __future__ import annotations

import pytest

from handlers.channel import Kind
from handlers.prospect import survey
from tests.fakes import Shown
from tests.house import House


async def offered(house: House) -> Shown:
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    for answer in ("đồng ý", "kế toán", "trong tuần này", "khoảng 30 triệu", "tôi tự quyết"):
        await house.says("lan", answer)
    await house.says("lan", "0912345678")
    return await house.says("lan", "đúng rồi")


async def test_taps_and_words_answer_it_and_the_rep_reads_them(sqlite_house: House) -> None:
    house = sqlite_house
    card = await offered(house)

    first = await house.taps("lan", "Được, hỏi đi")
    second = await house.taps("lan", "Phần mềm khác")
    thanked = await house.says("lan", "báo cáo cho kế toán trưởng")
    await house.taps("minh", "✋ Nhận")
    lead = await house.says("minh", "/lead 1")

    assert "2 câu ngắn" in card.text
    assert first.text.startswith("📝 1/2 Hiện")
    assert second.text.startswith("📝 2/2 Điều gì")
    assert "chuẩn bị kỹ hơn" in thanked.text
    assert "quản lý bằng gì ạ? Phần mềm khác" in lead.text
    assert "báo cáo cho kế toán trưởng" in lead.text


async def test_a_no_is_taken_and_it_is_not_offered_again(sqlite_house: House) -> None:
    house = sqlite_house
    await offered(house)

    declined = await house.says("lan", "không")
    again = await house.says("lan", "ok em")

    assert "cứ nhắn" in declined.text
    assert "câu ngắn" not in again.text


async def test_a_skip_goes_on_and_a_side_question_is_answered(sqlite_house: House) -> None:
    house = sqlite_house
    await offered(house)
    await house.says("lan", "được em")

    answered = await house.says("lan", "có bảo hành không?")
    skipped = await house.says("lan", "bỏ qua")

    assert "hỗ trợ và cập nhật" in answered.text
    assert skipped.text.startswith("📝 2/2")


@pytest.mark.parametrize("words", ["asdfgh", "…", "🙂🙂", "zxcvbnm qwe"])
async def test_what_is_plainly_no_answer_is_asked_about_once_and_never_kept(
    sqlite_house: House, words: str
) -> None:
    house = sqlite_house
    await offered(house)
    await house.says("lan", "được em")

    asked = await house.says("lan", words)
    left = await house.says("lan", words)

    assert "chưa đọc được câu trả lời" in asked.text
    assert "📝 1/2 Hiện" in asked.text
    assert left.text.startswith("📝 2/2"), "it is asked about once"
    assert await house.store.read(lambda work: survey.given_by(work, 1)) == {}


@pytest.mark.parametrize(
    "words", ["k", "3", "CRM", "ko", "sổ", "Excel", "HKD", "tphcm", "ờ thì sổ"]
)
async def test_no_real_answer_is_too_short(sqlite_house: House, words: str) -> None:
    house = sqlite_house
    await offered(house)
    await house.says("lan", "được em")

    assert (await house.says("lan", words)).text.startswith("📝 2/2")


async def test_after_a_question_that_is_not_understood_any_words_are_taken(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await offered(house)
    await house.says("lan", "được em")
    await house.hear(house.message("lan", Kind.ATTACHMENT))

    assert "chưa đọc được" in house.channel.last("lan").text
    assert (await house.says("lan", "sổ tay")).text.startswith("📝 2/2")
    assert await house.store.read(lambda work: survey.given_by(work, 1)) == {"today": "sổ tay"}


async def test_a_question_and_a_call_come_between_and_the_open_card_returns(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await offered(house)
    await house.says("lan", "được em")

    answered = await house.says("lan", "có bảo hành không?")
    booked = await house.says("lan", "thứ 5 9h gọi tôi nhé")

    assert "Quay lại câu đang dở" in answered.text
    assert "📝 1/2" in answered.text
    assert "đã hẹn 9:00 Thứ Năm 12/3" in booked.text
    assert "📝 1/2" in booked.text
