"""Answers that are none: a hand on the keyboard, stickers, abuse."""

from __future__ import annotations

import pytest

from handlers.channel import Kind
from scoring.lead import Temperature
from tests.fakes import FakeChannel, plain_channel
from tests.house import House


@pytest.fixture
def channel(request: pytest.FixtureRequest) -> FakeChannel:
    return getattr(request, "param", None) or FakeChannel()


@pytest.mark.parametrize("words", ["asdf asdf", "aaaa bbbb", "🙂🙂", "..."])
async def test_gibberish_is_no_need_and_is_asked_about_politely(
    sqlite_house: House, words: str
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says("lan", "đồng ý")

    first = await house.says("lan", words)
    second = await house.says("lan", words)
    third = await house.says("lan", words)

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.facts == ()
    assert "chưa hiểu" in first.text
    assert "đang cần gì" in first.text
    assert "gặp nhân viên" in second.text
    assert "đã báo nhân viên" in third.text
    assert "MUỐN GẶP NGƯỜI" in house.channel.last("minh").text


@pytest.mark.parametrize("channel", [FakeChannel(), plain_channel()], indirect=True)
async def test_stickers_are_offered_buttons_then_a_person_then_left_in_peace(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.starts("lan")
    said = []
    for _ in range(5):
        await house.hear(house.message("lan", Kind.ATTACHMENT))
        said.append(house.channel.last("lan").text)

    answers = [one.text for one in house.channel.sent_to("lan")][1:]
    assert "bấm nút" in said[0]
    assert "Kế toán" in said[0] + "".join(house.channel.chat("lan")[1].labels)
    assert "gặp nhân viên" in said[1]
    assert "đã báo nhân viên" in said[2]
    assert len(answers) == 3, "no more until the person is here"
    assert "2/4" in (await house.says("lan", "kế toán")).text


async def test_abuse_is_answered_once_left_alone_and_marked(sqlite_house: House) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says("lan", "đồng ý")
    before = len(house.channel.sent_to("lan"))

    for words in ("đm mày", "đồ lừa đảo", "cút đi"):
        await house.says("lan", words)

    lead = await house.store.read(lambda work: work.leads.get(1))
    kinds = await house.store.read(lambda work: [one.kind for one in work.events.of_lead(1)])
    assert lead is not None
    assert len(house.channel.sent_to("lan")) == before + 1
    assert "không trả lời" in house.channel.last("lan").text
    assert lead.temperature is Temperature.COLD
    assert "abuse" in kinds
    assert not any("🔥" in one.text for one in house.channel.chat("minh"))


async def test_a_question_after_the_summary_that_nobody_answers_names_who_will(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await house.joins("minh", "rep", "Minh")
    await house.starts("lan")
    await house.says("lan", "cần phần mềm kế toán, tầm 1 triệu, chưa biết khi nào, vợ tôi quyết")
    while "Thời gian:" not in house.channel.last("lan").text:
        await house.says("lan", "bỏ qua")
    alone = await house.says("lan", "có làm bằng gỗ sồi không em?")
    await house.says("lan", "tăng lên 30 triệu, tuần này cần, tôi quyết, gọi tôi 0912 345 678")
    await house.says("lan", "đồng ý")
    await house.says("lan", "đúng rồi")
    awaited = await house.says("lan", "thế có xuất ra được bản đồ không em?")

    assert "nhắn “gặp nhân viên”" in alone.text
    assert "sẽ trả lời" in awaited.text
