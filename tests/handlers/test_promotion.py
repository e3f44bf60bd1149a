"""News and offers: asked once, kept as evidence, taken back at will, as few as was promised."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.conversations import MARKETING
from storage.follow_ups import SENT
from storage.store import Work
from tests.house import House

_QUESTION = "có muốn nhận tin ưu đãi"


async def becomes_a_customer(house: House) -> None:
    await house.joins("sep", "manager", "Sếp")
    await house.starts("lan")
    await house.taps("lan", "Đồng ý")
    await house.says("lan", "kế toán")
    await house.says("sep", "/won 1 20 triệu")


async def days(house: House, count: int) -> None:
    for _ in range(count * 2):
        await house.passes(hours=12)


async def agreed(house: House) -> bool:
    found = await house.store.read(lambda work: work.conversations.agreed(1, MARKETING))
    return found is not None


async def test_care_asks_once_and_a_yes_begins_what_waited_for_it(sqlite_house: House) -> None:
    house = sqlite_house
    await becomes_a_customer(house)
    # At nine in the morning: the bell looks twice a day here, and one look is within the window.
    await days(house, 38)
    asked = [one for one in house.channel.chat("lan") if _QUESTION in one.text]

    said = await house.taps("lan", "Có, gửi cho tôi")
    runs = await house.store.read(lambda work: work.enrolments.running(1))
    await days(house, 14)

    assert len(asked) == 1
    assert "Nhiều nhất 2 tin mỗi tháng" in asked[0].text
    assert "khi có ưu đãi em sẽ nhắn" in said.text
    assert await agreed(house)
    assert {"referral", "repeat"} <= {one.sequence for one in runs}
    assert any(one.text.startswith("[QC]") for one in house.channel.chat("lan"))


@pytest.mark.parametrize("words", ["không", "không cần đâu em"])
async def test_a_no_is_kept_and_nobody_asks_again(sqlite_house: House, words: str) -> None:
    house = sqlite_house
    await becomes_a_customer(house)
    await days(house, 38)

    said = await house.says("lan", words)
    offered_again = await house.says("lan", "cảm ơn em")
    await days(house, 20)

    assert "sẽ không gửi tin ưu đãi" in said.text
    assert _QUESTION not in offered_again.text
    assert not await agreed(house)
    assert sum(_QUESTION in one.text for one in house.channel.chat("lan")) == 1
    assert not any(one.text.startswith("[QC]") for one in house.channel.chat("lan"))


async def test_polite_words_are_no_yes(sqlite_house: House) -> None:
    house = sqlite_house
    await becomes_a_customer(house)
    await days(house, 38)

    await house.says("lan", "ok cảm ơn em")

    assert not await agreed(house)


async def test_after_the_summary_it_is_the_last_thing_asked(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    for words in ("đồng ý", "kế toán", "tháng sau", "khoảng 30 triệu", "tự quyết", "bỏ qua"):
        await house.says("lan", words)
    card = await house.says("lan", "đúng rồi")
    if "câu ngắn" in card.text:
        await house.taps("lan", "Được, hỏi đi")
        for _ in house.business.survey:
            card = await house.taps("lan", "Bỏ qua")
    again = await house.says("lan", "đúng rồi")

    asked = [one for one in house.channel.chat("lan") if _QUESTION in one.text]
    assert len(asked) == 1, again.text


async def test_it_is_taken_back_under_privacy_and_by_a_stop(sqlite_house: House) -> None:
    house = sqlite_house
    await becomes_a_customer(house)
    await days(house, 38)
    await house.taps("lan", "Có, gửi cho tôi")
    mine = await house.says("lan", "/mydata")

    await house.says("lan", "/privacy")
    await house.taps("lan", "Thôi nhận tin ưu đãi")
    withdrawn = await agreed(house)
    await house.says("lan", "/privacy")
    asked = await house.taps("lan", "Nhận tin ưu đãi")
    await house.taps("lan", "Có, gửi cho tôi")
    given_again = await agreed(house)
    await house.says("lan", "/dung")

    assert "Nhận tin ưu đãi: có" in mine.text
    assert _QUESTION in asked.text
    assert (withdrawn, given_again, await agreed(house)) == (False, True, False)


async def test_no_more_come_in_a_month_than_were_promised(sqlite_house: House) -> None:
    house = sqlite_house
    await becomes_a_customer(house)
    await house.store.run(
        lambda work: work.conversations.consent(
            1, MARKETING, given=True, text_version="1", now=house.clock.now()
        )
    )
    before = house.clock.now()

    def sent_twice(work: Work) -> None:
        lan, consent_id = work.leads.prospect(1), work.conversations.agreed(1, MARKETING)
        for number in (1, 2):
            at = before - timedelta(days=number)
            work.follow_ups.plan(
                1, lan, f"x{number}", 1, at, at, key=f"x{number}", consent_id=consent_id
            )
        for step in work.follow_ups.of_lead(1):
            if step.sequence.startswith("x"):
                work.follow_ups.settle(step.id, SENT, "", step.due_at)

    await house.store.run(sent_twice)
    await house.says("sep", "/birthday 1 13/03")
    await days(house, 5)

    (wish,) = [
        one
        for one in await house.store.read(lambda work: work.follow_ups.of_lead(1))
        if one.sequence == "birthday"
    ]
    assert wish.reason == "promised"
