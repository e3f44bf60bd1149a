"""The same person on two channels: led to the same rep, merged after a look, parted again."""

from __future__ import annotations

import pytest

from handlers.channel import Kind
from scoring.understanding.people.old_prefixes import modern
from tests.handlers.test_ladder import WANTS_A_CALL, cards
from tests.house import House


async def _comes_back(house: House) -> None:
    """Minh has the lead; the same number writes from another chat."""
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan", "rep", "Lan")
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.says("khach2", "tôi muốn mua thêm, gọi 0987 654 321 nhé")


async def test_a_returning_lead_goes_to_its_rep_as_an_old_acquaintance(
    sqlite_house: House,
) -> None:
    await _comes_back(sqlite_house)

    offered = [text for text in cards(sqlite_house, "minh") if "#2" in text]
    assert len(offered) == 1
    assert "khách cũ" in offered[0]
    assert not [text for text in cards(sqlite_house, "lan") if "#2" in text]
    assert "trùng số với lead #1" in "\n".join(
        one.text for one in sqlite_house.channel.chat("minh")
    )


async def test_two_leads_become_one_after_a_look_and_two_again_by_undo(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await _comes_back(house)

    preview = await house.taps("minh", "Xem để gộp")
    assert "Gộp lead #2 vào lead #1" in preview.text
    await house.taps("minh", "Gộp", on=preview)
    await house.says("khach2", "ngân sách 30 triệu")

    one = await house.store.read(lambda work: work.leads.prospects_of(1))
    assert {prospect.chat_id for prospect in one} == {"khach", "khach2"}
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert any("30 triệu" in getattr(fact.value, "text", "") for fact in lead.facts)

    await house.taps("minh", "↶ Hoàn tác")
    one = await house.store.read(lambda work: work.leads.prospects_of(1))
    two = await house.store.read(lambda work: work.leads.prospects_of(2))
    assert ([one[0].chat_id], [two[0].chat_id]) == (["khach"], ["khach2"])


async def test_nobody_merges_leads_that_are_not_his_or_share_no_number(
    sqlite_house: House,
) -> None:
    house = sqlite_house
    await _comes_back(house)
    await house.says("khach3", "muốn đặt hàng, gọi 0911 222 333")

    for who, data in (("lan", "1:merge_now:1:2"), ("minh", "1:merge_now:1:3")):
        await house.hear(house.message(who, Kind.BUTTON, button=data))
        assert "Menu này đã cũ" in house.channel.last(who).text
    one = await house.store.read(lambda work: work.leads.prospects_of(1))
    assert len(one) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("01681234567", "0381234567"),
        ("+84 120 123 4567", "0701234567"),
        ("0199.123.4567", "0591234567"),
        ("0912345678", "0912345678"),
        ("02838221234", "02838221234"),
    ],
)
def test_an_old_number_is_dialled_by_todays_prefix(old: str, new: str) -> None:
    assert modern(old) == new
