"""A channel that has lost its token: its people stay, nothing is written for it, nothing fails."""

from __future__ import annotations

from handlers.channel import Connected
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock
from tests.house import House

WANTS_A_CALL = "Tôi muốn đặt hàng, gọi 0987 654 321"


async def test_the_team_of_a_lost_channel_keeps_no_prospect_waiting(
    sqlite_store: Store, clock: FakeClock
) -> None:
    telegram = House(sqlite_store, clock, FakeChannel("telegram"))
    await telegram.joins("minh", "rep", "Minh")
    await telegram.has_group("-100")
    website = House(sqlite_store, clock, FakeChannel("website"))

    answered = await website.says("lan", WANTS_A_CALL)
    await website.passes(minutes=15)

    assert "0987 654 321" in answered.text
    backlog = await sqlite_store.read(lambda work: work.outbox.backlog())
    assert backlog.oldest_due is None, "nothing waits for a channel that is not there"


async def test_who_writes_to_a_lead_of_a_lost_channel_is_told_so(
    sqlite_store: Store, clock: FakeClock
) -> None:
    zalo = House(sqlite_store, clock, FakeChannel("zalo_bot"))
    await zalo.says("lan", "chào shop")
    telegram = House(sqlite_store, clock, FakeChannel("telegram"))
    await telegram.joins("hoa", "manager", "Hoa")

    told = await telegram.says("hoa", "#1 em Hoa đây ạ")

    assert "chưa được nối với bot" in told.text


def test_what_is_connected_can_what_it_can() -> None:
    known = FakeChannel("telegram")
    abilities = Connected({known.name: known.abilities})

    assert abilities["telegram"] is known.abilities
    assert not abilities["zalo_oa"].is_connected
    assert abilities.get("zalo_oa") is None
