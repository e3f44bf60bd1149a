"""The door in: bursts are one turn, what cannot wait does not, a bad message stands alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from handlers.channel import Kind
from handlers.reception import Pace
from scoring.lead import Budget, Contact, Need, Slot
from storage.store import Work
from tests.fakes import MORNING
from tests.house import House

QUICK = Pace(timedelta(seconds=0.3), timedelta(seconds=2))
IMPATIENT = Pace(timedelta(0), timedelta(0), patience=(0.0,))
PATIENT = Pace(timedelta(0), timedelta(0), patience=(600.0,))


async def test_short_messages_in_a_row_get_one_answer(sqlite_house: House) -> None:
    house = House(sqlite_house.store, sqlite_house.clock, sqlite_house.channel, pace=QUICK)
    for text in ("chào em", "chị cần phần mềm cho 3 cửa hàng", "tầm 20tr", "trong tháng này"):
        await house.reception.admit(house.message("lan", text=text))

    house.clock.wind(timedelta(seconds=1))
    await house.settle()

    assert len(house.channel.sent) == 1
    assert "4/4" in house.channel.last("lan").text


@pytest.mark.parametrize("text", ["giá bao nhiêu?", "0912 345 678", "/menu"])
async def test_what_cannot_wait_is_answered_at_once(sqlite_house: House, text: str) -> None:
    house = House(sqlite_house.store, sqlite_house.clock, sqlite_house.channel, pace=QUICK)

    await house.says("lan", text)

    assert len(house.channel.sent) == 1, "although the clock stands still"


async def test_a_tap_ends_the_waiting(sqlite_house: House) -> None:
    house = House(sqlite_house.store, sqlite_house.clock, sqlite_house.channel, pace=QUICK)
    await house.starts("lan")

    await house.taps("lan", "Đồng ý")

    assert "1/4" in house.channel.last("lan").text


async def test_a_repeated_message_is_answered_once(sqlite_house: House) -> None:
    message = sqlite_house.message("lan", Kind.START)

    await sqlite_house.hear(message)
    await sqlite_house.hear(message)

    assert len(sqlite_house.channel.sent) == 1


async def test_a_burst_is_understood_as_one_and_its_evidence_stands_where_it_was_said(
    sqlite_house: House,
) -> None:
    house = House(sqlite_house.store, sqlite_house.clock, sqlite_house.channel, pace=QUICK)
    texts = ("chào em", "cần máy tính tiền", "cho 2 quán", "tầm 20tr")
    for text in texts:
        await house.reception.admit(house.message("lan", text=text))

    house.clock.wind(timedelta(seconds=1))
    await house.settle()

    lead = await house.store.read(lambda work: work.leads.get(1))
    assert lead is not None
    need, budget = lead.fact(Slot.NEED), lead.fact(Slot.BUDGET)
    assert need is not None
    assert budget is not None
    assert isinstance(need.value, Need)
    assert [(one.value, one.unit) for one in need.value.quantities] == [(2, "quán")]
    for fact, text in ((need, texts[1]), (budget, texts[3])):
        assert not isinstance(fact.value, Contact)
        start, end = fact.value.span
        assert fact.message_id == texts.index(text) + 1
        assert text[start:end] == fact.value.text
    assert "(2 quán)" in house.channel.last("lan").text


# --- a bad message ----------------------------------------------------------------------------


async def _stores_poison(house: House, chat_id: str) -> None:
    """A row that no version of ours can read: every turn that meets it fails."""
    await house.store.run(
        lambda work: work.inbox.admit("fake", chat_id, "m:bad", '{"kind": "teleport"}', MORNING)
    )


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not is_so():  # noqa: ASYNC110 # nobody is told when a lane ends
            await asyncio.sleep(0.01)


def _how_it_ended(work: Work) -> tuple[int, int]:
    """Messages set aside, chats that wait."""
    return work.inbox.dead(), len(work.inbox.chats_waiting())


async def test_a_message_that_always_fails_is_set_aside_and_its_chat_goes_on(house: House) -> None:
    house = House(house.store, house.clock, house.channel, pace=IMPATIENT)
    await house.reception.admit(house.message("lan", Kind.START))
    await _stores_poison(house, "lan")

    await house.says("lan", "giá bao nhiêu?")

    assert await house.store.read(_how_it_ended) == (1, 0)
    assert "từ 4 triệu đến 90 triệu" in house.channel.last("lan").text


async def test_while_a_chat_fails_the_others_are_answered_and_nothing_is_lost(
    house: House,
) -> None:
    stuck = House(house.store, house.clock, house.channel, pace=PATIENT)
    await _stores_poison(stuck, "lan")
    await stuck.reception.admit(stuck.message("lan", text="giá bao nhiêu?"))

    await stuck.reception.admit(stuck.message("hoa", Kind.START))
    await _until(lambda: stuck.reception.lanes == 1)
    await stuck.delivery.send_due()

    assert [one.chat_id for one in house.channel.sent] == ["hoa"]
    await stuck.reception.close()

    restarted = House(house.store, house.clock, house.channel, pace=IMPATIENT)
    await restarted.reception.recover()
    await restarted.settle()
    assert "từ 4 triệu đến 90 triệu" in house.channel.last("lan").text
    assert await house.store.read(_how_it_ended) == (1, 0)


# --- order ------------------------------------------------------------------------------------


async def test_each_chat_is_heard_in_the_order_in_which_it_wrote(house: House) -> None:
    chats = [f"chat-{number}" for number in range(6)]
    budgets = [10, 40, 20, 70, 30]

    async def write(chat_id: str) -> None:
        for millions in budgets:
            text = f"ngân sách khoảng {millions} triệu"
            await house.reception.admit(house.message(chat_id, text=text))

    await asyncio.gather(*map(write, chats))
    await house.settle()

    for chat_id in chats:
        heard = await house.store.read(partial(_budgets, chat_id=chat_id))
        assert heard == [f"khoảng {millions} triệu" for millions in budgets]


def _budgets(work: Work, chat_id: str) -> list[str]:
    prospect = work.leads.prospect_in("fake", chat_id)
    lead = work.leads.get(prospect.lead_id) if prospect is not None else None
    assert lead is not None
    return [fact.value.text for fact in lead.facts if isinstance(fact.value, Budget)]


async def test_a_repeat_does_not_come_between(house: House) -> None:
    first, second = (house.message("lan", text=text) for text in ("tầm 20 triệu", "à 60 triệu"))

    for message in (first, second, first):
        await house.hear(message)

    heard = await house.store.read(partial(_budgets, chat_id="lan"))
    assert heard == ["tầm 20 triệu", "60 triệu"]


async def test_two_quick_taps_are_one_answer(sqlite_house: House) -> None:
    house = sqlite_house
    await house.starts("lan")
    card = await house.taps("lan", "Đồng ý")
    label = "Kế toán"
    first = house.message("lan", Kind.BUTTON, button=card.data(label))
    second = house.message("lan", Kind.BUTTON, button=card.data(label))

    await house.reception.admit(first)
    await house.reception.admit(second)
    await house.settle()

    assert len(house.channel.chat("lan")) == 1
    assert "2/4" in house.channel.last("lan").text
    assert "đổi lại" not in house.channel.last("lan").text
