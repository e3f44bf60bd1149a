"""A deal from the first word to won, and nobody opens a web page: read it as a story."""

from __future__ import annotations

from handlers.business import Business
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock
from tests.handlers.test_ladder import at, company
from tests.house import House

FAIR: Business = company()
GROUP = "-100"


def last_words(house: House, who: str, count: int = 1) -> str:
    return "\n".join(one.text for one in house.channel.chat(who)[-count:])


async def test_how_minh_sold_to_chi_hoa(store: Store, clock: FakeClock) -> None:
    house = House(store, clock, FakeChannel(forum=True), FAIR)

    # Two reps and a manager join with their codes; the team has a group with topics.
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan", "rep", "Lan")
    await house.joins("quanly", "manager", "Hoa")
    await house.has_group(GROUP)

    # Tuesday, nine in the morning: chị Hoa comes by an advertisement and tells what she needs.
    assert "trợ lý tự động" in (await house.starts("hoa", "T11-POS", sender_name="Chị Hoa")).text
    await house.taps("hoa", "Đồng ý")
    await house.says("hoa", "chị cần phần mềm quản lý bán hàng cho 3 cửa hàng")
    await house.says("hoa", "trong tháng này, tầm 30 triệu, chị tự quyết")
    await house.says("hoa", "0912 345 678, gọi cho chị nhé")

    # The card rings at one rep only, with her number masked. He is in a meeting.
    card = house.channel.last("minh")
    assert "LEAD NÓNG #1" in card.text
    assert "0912 ••• 678" in card.text
    assert not [one for one in house.channel.chat("lan") if "LEAD" in one.text]

    # Two minutes later the whole team has it; Minh is back, and quicker than Lan by a second.
    await house.passes(minutes=2)
    for_lan = house.channel.last("lan")
    topic = house.channel.last(GROUP).topic
    await house.taps("minh", "✋ Nhận", on=card)
    await house.passes(seconds=1)
    assert "Minh đã nhận trước" in (await house.taps("lan", "✋ Nhận", on=for_lan)).text
    assert "0912 345 678" in house.channel.last("minh").text

    # He writes to her in the lead's own topic; she stays in the same chat and answers there.
    await house.hear(
        house.message(
            GROUP, text="Em chào chị Hoa, em Minh đây ạ", sender_id="minh", group=True, topic=topic
        )
    )
    assert "Minh bên em đang trả lời" in last_words(house, "hoa", 2)
    assert last_words(house, "hoa") == "Em chào chị Hoa, em Minh đây ạ"
    await house.says("hoa", "chào em, chiều mai 2 giờ gọi chị nhé")
    assert "chiều mai 2 giờ" in last_words(house, GROUP)
    assert last_words(house, "hoa") == "Em chào chị Hoa, em Minh đây ạ", "the bot keeps silent"

    # A note for the team, and a meeting with a file for his calendar.
    await house.says("minh", "/note 1 thích bản cho 3 cửa hàng")
    assert "14:00 ngày mai" in (await house.says("minh", "/meet 1 chiều mai 2h")).text

    # The evening sums up, the morning reminds, the meeting rings.
    house.clock.set(at("2026-03-10 17:30"))
    await house.passes()
    assert "nhận 1" in last_words(house, "minh")
    house.clock.set(at("2026-03-11 08:00"))
    await house.passes()
    assert "#1 Chị Hoa, 14:00" in last_words(house, "minh")
    house.clock.set(at("2026-03-11 14:00"))
    await house.passes()
    assert "Cuộc hẹn" in last_words(house, "minh")

    # He calls, they agree; he taps the cup and says the sum.
    his = next(one for one in reversed(house.channel.chat("minh")) if "🏆 Thắng" in one.labels)
    await house.taps("minh", "📞 Đã gọi", on=his)
    await house.taps("minh", "🏆 Thắng", on=his)
    assert "chốt thắng 28 triệu" in (await house.says("minh", "28tr")).text

    # The manager asks in plain words, and the numbers are there.
    stats = (await house.says("quanly", "thong ke tuan nay")).text
    assert "Thắng 1 (28 triệu)" in stats
    assert "T11-POS 1" in stats
    moves = await store.read(lambda work: work.stage_moves.of_lead(1))
    assert [after for _, _, after, _, _ in moves][-2:] == ["opportunity", "customer"]
