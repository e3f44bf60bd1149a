"""Who is offered a hot lead, in which order, and at which minute of office time."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.business import Business
from handlers.business_file.routing import Routing, StaffEntry
from handlers.relay.ladder import CROWDED, FEW
from storage.outbox import Urgency
from storage.store import Store, Work
from tests.fakes import FakeChannel, FakeClock
from tests.house import SAMPLE_BUSINESS, House

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
WANTS_A_CALL = "Tôi muốn đặt hàng, gọi 0987 654 321"


def company(*staff: StaffEntry, **routing: Any) -> Business:
    """The sample company, with a rotation of its own."""
    return SAMPLE_BUSINESS.model_copy(
        update={"routing": Routing(**{"mode": "fair", **routing}), "staff": staff}
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def cards(house: House, who: str) -> list[str]:
    """The texts of the cards that stand in a chat."""
    return [one.text for one in house.channel.chat(who) if "LEAD NÓNG" in one.text]


async def three_people(house: House) -> None:
    await house.joins("minh", "rep", "Minh")
    await house.joins("lan", "rep", "Lan")
    await house.joins("hoa", "manager", "Hoa")


@pytest.fixture
def fair_house(store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(store, clock, channel, company())


@pytest.fixture
def sqlite_fair(sqlite_store: Store, clock: FakeClock, channel: FakeChannel) -> House:
    return House(sqlite_store, clock, channel, company())


async def test_one_rep_then_the_team_then_everybody_then_the_manager(fair_house: House) -> None:
    house = fair_house
    await three_people(house)
    await house.has_group("-100")

    await house.says("khach", WANTS_A_CALL)
    assert (cards(house, "minh"), cards(house, "lan"), cards(house, "-100")) != ([], [], [])
    assert len(cards(house, "minh")) + len(cards(house, "lan")) == 1
    assert cards(house, "-100") == []

    await house.passes(minutes=1, seconds=59)
    assert len(cards(house, "minh")) + len(cards(house, "lan")) == 1
    await house.passes(seconds=1)
    assert len(cards(house, "minh")) == len(cards(house, "lan")) == len(cards(house, "-100")) == 1
    assert cards(house, "hoa") == []

    await house.passes(minutes=2)
    assert len(cards(house, "hoa")) == 1
    await house.passes(minutes=6)
    assert "10 phút chưa ai nhận" in house.channel.last("hoa").text
    assert len(cards(house, "hoa")) == 1, "never a second card"


async def test_the_clock_stands_still_while_the_office_is_closed(sqlite_fair: House) -> None:
    house = sqlite_fair
    await three_people(house)
    house.clock.set(at("2026-03-13 21:00"))  # a Friday night

    told = await house.says("khach", WANTS_A_CALL)
    await house.passes(hours=10, minutes=59)
    assert cards(house, "minh") == cards(house, "lan") == []
    await house.passes(minutes=1)

    assert "8:00 ngày mai" in told.text
    assert len(cards(house, "minh")) + len(cards(house, "lan")) == 1
    house.clock.set(at("2026-03-14 08:02"))
    await house.passes()
    assert len(cards(house, "minh")) == len(cards(house, "lan")) == 1


async def test_nobody_is_woken_at_tet(sqlite_fair: House) -> None:
    house = sqlite_fair
    await three_people(house)
    house.clock.set(at("2026-02-16 09:00"))

    told = await house.says("khach", WANTS_A_CALL)
    await house.passes(days=4)
    assert cards(house, "minh") == cards(house, "lan") == []
    house.clock.set(at("2026-02-21 08:00"))
    await house.passes()

    assert "21/2" in told.text
    assert len(cards(house, "minh")) + len(cards(house, "lan")) == 1


async def test_the_ladder_is_the_one_of_the_owners_file(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    ladder = {"team": "30s", "everybody": "1m", "manager": "90s"}
    house = House(sqlite_store, clock, channel, company(ladder=ladder))
    await three_people(house)

    await house.says("khach", WANTS_A_CALL)
    await house.passes(seconds=30)
    assert len(cards(house, "minh")) == len(cards(house, "lan")) == 1
    await house.passes(seconds=30)
    assert len(cards(house, "hoa")) == 1
    await house.passes(seconds=30)
    assert "chưa ai nhận" in house.channel.last("hoa").text


async def test_a_restart_at_every_rung_neither_loses_nor_doubles_nor_delays(
    fair_house: House,
) -> None:
    house = fair_house
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)
    began = house.clock.now()

    for minute, chats in ((0, 1), (1, 1), (2, 2), (3, 2), (4, 3), (9, 3), (10, 3)):
        house.clock.set(began + timedelta(minutes=minute))
        house = House(house.store, house.clock, house.channel, house.business, keys=house.keys)
        await house.delivery.recover()
        await house.reception.recover()
        await house.passes()
        found = [len(cards(house, who)) for who in ("minh", "lan", "hoa")]
        assert (sum(found), max(found)) == (chats, 1), f"at minute {minute}"

    unclaimed = [one for one in house.channel.chat("hoa") if "chưa ai nhận" in one.text]
    assert len(unclaimed) == 1


@pytest.mark.parametrize("jump", [{"hours": 3}, {"days": 30}, {"seconds": -7200}])
async def test_a_jump_of_the_clock_shows_no_card_twice(
    sqlite_fair: House, jump: dict[str, float]
) -> None:
    house = sqlite_fair
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)

    await house.passes(**jump)
    for _ in range(4):
        await house.passes(seconds=1)

    assert all(len(cards(house, who)) <= 1 for who in ("minh", "lan", "hoa"))
    if jump.get("seconds", 0) >= 0:
        assert all(len(cards(house, who)) == 1 for who in ("minh", "lan", "hoa"))


def _wait_in_line(work: Work, chat_id: str, until: datetime) -> None:
    work.outbox.put("fake", chat_id, {"text": "…"}, until, urgency=Urgency.ALERT)


async def test_while_the_way_out_is_crowded_few_are_asked(sqlite_fair: House) -> None:
    house = sqlite_fair
    reps = [f"rep{number}" for number in range(7)]
    for one in reps:
        await house.joins(one, "rep", one)
    await house.joins("hoa", "manager", "Hoa")
    await house.says("khach", WANTS_A_CALL)
    later = house.clock.now() + timedelta(hours=1)
    for number in range(CROWDED):
        put = partial(_wait_in_line, chat_id=f"c{number}", until=later)
        await house.store.run(put)

    await house.passes(minutes=2)
    assert sum(len(cards(house, one)) for one in reps) <= 1 + FEW
    await house.passes(minutes=2)
    assert sum(len(cards(house, one)) for one in reps) <= 1 + 2 * FEW
    assert len(cards(house, "hoa")) == 1


async def test_a_rep_who_blocked_the_bot_does_not_hold_the_ladder_up(sqlite_fair: House) -> None:
    house = sqlite_fair
    await three_people(house)
    await house.says("other", "cần phần mềm kế toán cho 2 công ty")
    house.channel.closed.add("minh")

    await house.says("khach", WANTS_A_CALL)
    await house.passes()

    assert cards(house, "minh") == []
    assert len(cards(house, "lan")) == 1, "no two minutes were waited"


# --- whose turn it is -----------------------------------------------------------------------


async def first_offered(house: House, prospect: str, words: str = WANTS_A_CALL) -> str:
    before = {who: len(cards(house, who)) for who in ("minh", "lan")}
    await house.says(prospect, words)
    return next((who for who in before if len(cards(house, who)) > before[who]), "")


async def test_turns_go_round_by_load(sqlite_fair: House) -> None:
    await three_people(sqlite_fair)

    turns = [await first_offered(sqlite_fair, f"khach{number}") for number in range(6)]

    assert turns == ["minh", "lan"] * 3


async def test_who_is_away_or_off_shift_is_passed_over(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    afternoon = StaffEntry(id="minh", name="Minh", shift="13:00-18:00")
    house = House(sqlite_store, clock, channel, company(afternoon))
    await three_people(house)
    assert await first_offered(house, "khach1") == "lan"

    until = clock.now() + timedelta(hours=8)
    await house.store.run(lambda work: work.team.away(2, until))
    assert await first_offered(house, "khach2") == "minh", "nobody is here: everybody is asked"
    assert len(cards(house, "lan")) == 1, "but who is away"
    house.clock.set(at("2026-03-10 13:00"))
    assert await first_offered(house, "khach3") == "minh"


async def test_who_sells_it_there_comes_first(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    minh = StaffEntry(id="minh", name="Minh", provinces=("Hà Nội",))
    lan = StaffEntry(id="lan", name="Lan", provinces=("Đà Nẵng",), offers=("accounting",))
    house = House(
        sqlite_store, clock, channel, company(minh, lan, by_offer={"accounting": ("lan",)})
    )
    await three_people(house)

    south = await first_offered(house, "k1", "ở đà nẵng, muốn đặt hàng, gọi 0987 654 321")
    south_again = await first_offered(house, "k2", "Đà Nẵng nhé, muốn đặt hàng, gọi 0987 654 322")
    books = await first_offered(house, "k3", "muốn đặt mua phần mềm kế toán, gọi 0987 654 323")
    north = await first_offered(house, "k4", "ở Hà Nội, muốn đặt hàng, gọi 0987 654 324")

    assert (south, south_again, books, north) == ("lan", "lan", "lan", "minh")


async def test_a_full_day_and_a_cool_down_put_a_rep_behind_the_others(
    sqlite_store: Store, clock: FakeClock, channel: FakeChannel
) -> None:
    house = House(sqlite_store, clock, channel, company(daily_cap=1, cool_down="10m"))
    await three_people(house)
    assert await first_offered(house, "k1") == "minh"
    await house.taps("minh", "✋ Nhận")
    await house.says("minh", "/won 1 20 triệu")

    another = WANTS_A_CALL.replace("321", "322")
    assert await first_offered(house, "k2", another) == "lan", "Minh's day is full"
    await house.taps("lan", "✋ Nhận")
    await house.says("lan", "/won 2")
    third = WANTS_A_CALL.replace("321", "323")
    assert await first_offered(house, "k3", third) != "", "when all are full nobody waits"


# --- after the claim ------------------------------------------------------------------------


async def test_a_lead_untouched_for_a_day_is_offered_to_the_others(fair_house: House) -> None:
    house = fair_house
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")

    await house.passes(minutes=6)
    await house.passes(days=1)

    assert any("thu lại" in text for text in cards(house, "minh"))
    assert any("✋ Nhận" in one.labels for one in house.channel.chat("lan"))
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.rep_id is None


async def test_a_lead_that_was_called_is_not_taken_back(sqlite_fair: House) -> None:
    house = sqlite_fair
    await three_people(house)
    await house.says("khach", WANTS_A_CALL)
    await house.taps("minh", "✋ Nhận")
    await house.passes(minutes=3)
    await house.taps("minh", "📞 Đã gọi")

    await house.passes(hours=23)

    assert not [one for one in house.channel.chat("hoa") if "chưa liên hệ" in one.text]
    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    assert lead.rep_id == 1
