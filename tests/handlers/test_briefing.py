"""The briefings of a team: each member's is a transaction of its own."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from handlers.briefing import brief, due_briefing
from handlers.channel import Connected
from handlers.due import Due
from storage.store import Store
from tests.fakes import FakeChannel, FakeClock
from tests.house import House


async def a_team(store: Store, clock: FakeClock) -> tuple[House, House]:
    """Minh and Hà on one channel, Lan between them on another; it is eight, all have a date."""
    here = House(store, clock, FakeChannel("here"))
    there = House(store, clock, FakeChannel("there"))
    await here.joins("minh", "rep", "Minh")
    await there.joins("lan", "rep", "Lan")
    await here.joins("ha", "rep", "Hà")
    for lead, (house, rep) in enumerate(((here, "minh"), (there, "lan"), (here, "ha")), start=1):
        await here.starts(f"khach_{lead}")
        await house.says(rep, f"/next {lead} mai 10h gọi")
    clock.wind(timedelta(hours=23))
    return here, there


def briefed(house: House, rep: str) -> int:
    return len([one for one in house.channel.chat(rep) if "lịch hôm nay" in one.text])


async def test_one_whose_briefing_fails_holds_up_nobody_and_is_tried_again(
    store: Store, clock: FakeClock
) -> None:
    here, there = await a_team(store, clock)
    known = {"here": here.channel.abilities}  # of Lan's channel nothing is known: hers fails
    due = Due(store, here.business, known, clock)

    await due.look()
    await here.settle()
    told = briefed(here, "minh"), briefed(here, "ha")
    known["there"] = there.channel.abilities
    clock.wind(timedelta(minutes=1))
    await due.look()
    await here.settle()
    await there.settle()

    assert told == (1, 1)
    assert (briefed(here, "minh"), briefed(there, "lan"), briefed(here, "ha")) == (1, 1, 1)


async def test_after_a_crash_in_the_middle_nobody_is_left_out_or_told_twice(
    store: Store, clock: FakeClock
) -> None:
    here, there = await a_team(store, clock)
    known = Connected({one.channel.name: one.channel.abilities for one in (here, there)})
    now = clock.now()
    morning = due_briefing(here.business, now)
    await store.run(
        partial(brief, business=here.business, abilities=known, due=morning, staff_id=1, now=now)
    )

    for _ in range(2):  # started anew, and once more
        await Due(store, here.business, known, clock).look()
        await here.settle()
        await there.settle()

    assert (briefed(here, "minh"), briefed(there, "lan"), briefed(here, "ha")) == (1, 1, 1)
