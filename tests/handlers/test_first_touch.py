"""Who claimed a lead and lets it lie is reminded; then the managers hear of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.channel import Kind
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock
from tests.handlers.test_ladder import WANTS_A_CALL, company, three_people
from tests.house import House


@pytest.fixture
def fair_house(store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(store, clock, channel, company())


@pytest.fixture
def sqlite_fair(sqlite_store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(sqlite_store, clock, channel, company())


async def test_who_claimed_and_lets_it_lie_is_reminded_twice_whatever_restarts(
    fair_house: House,
) -> None:
    """Half of the five minutes, four of them, all of them, half as long again; never twice."""
    house = fair_house
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)
    await house.passes(minutes=1)
    await house.taps("minh", "✋ Nhận")
    claimed = house.clock.now()

    seen: list[tuple[int, int, int, int]] = []
    for second in (149, 150, 239, 240, 299, 300, 449, 450, 3000):
        house.clock.set(claimed + timedelta(seconds=second))
        house = House(house.store, house.clock, house.channel, house.business, keys=house.keys)
        await house.delivery.recover()
        await house.passes()
        await house.passes()
        reminders = [one for one in house.channel.chat("minh") if "đang chờ anh/chị" in one.text]
        with_a_way_out = [one for one in reminders if "↪ Chuyển" in one.labels]
        told = [one.text for one in house.channel.chat("hoa") if "#1" in one.text]
        late = [text for text in told if "chưa liên hệ" in text]
        decide = [text for text in told if "Đưa cho người khác?" in text]
        seen.append((len(reminders), len(with_a_way_out), len(late), len(decide)))

    reminded, nearly, breached, left_lying = (1, 0, 0, 0), (2, 1, 0, 0), (2, 1, 1, 0), (2, 1, 1, 1)
    assert seen == [
        (0, 0, 0, 0),
        *(reminded, reminded),
        *(nearly, nearly),
        *(breached, breached),
        *(left_lying, left_lying),
    ]
    assert "hạn liên hệ trong 1 phút" in with_a_way_out[0].text

    await house.taps("hoa", "↩ Đưa cho người khác")
    assert any("✋ Nhận" in one.labels for one in house.channel.chat("lan"))
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.rep_id is None


@pytest.mark.parametrize(
    "touch", ["📞 Đã gọi", "📵 Không nghe máy", "#1 Em chào chị ạ", "/next 1 mai 9h"]
)
async def test_nobody_is_reminded_of_a_lead_that_he_has_touched(
    sqlite_fair: House, touch: str
) -> None:
    house = sqlite_fair
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    if touch.startswith(("#", "/")):
        await house.says("minh", touch)
    else:
        await house.taps("minh", touch)

    for _ in range(6):
        await house.passes(minutes=2)

    heard = "\n".join(one.text for one in house.channel.chat("minh") + house.channel.chat("hoa"))
    assert "đang chờ anh/chị" not in heard
    assert "chưa liên hệ" not in heard


async def test_who_slept_through_it_hears_only_that_he_is_late(sqlite_fair: House) -> None:
    house = sqlite_fair
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    await house.passes(minutes=6)

    told = [one.text for one in house.channel.chat("minh")]
    assert not [text for text in told if "đang chờ anh/chị" in text]
    assert "chưa liên hệ" in told[-1]


async def test_a_rep_has_no_say_over_the_managers_tap(sqlite_fair: House) -> None:
    house = sqlite_fair
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.passes(minutes=8)

    await house.hear(house.message("lan", Kind.BUTTON, button="1:take_back:1"))
    assert house.channel.last("lan").text == "Lead này không thuộc anh/chị."
    await house.says("minh", "#1 Em chào chị ạ")
    await house.taps("hoa", "↩ Đưa cho người khác")
    assert "vừa có người liên hệ" in house.channel.last("hoa").text
