"""What a message costs the database, counted in statements: the same on a busy machine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from storage.store import open_store
from tests.fakes import FakeChannel, FakeClock
from tests.house import House
from tests.statements import Ran, seen

# For each of its two transactions, admission and turn: BEGIN, SAVEPOINT, RELEASE.
_AROUND = 6
_ADMITTED = 1
# What waits, who it is and what is known: staff, contact, lead, facts, dialogue, takeover, consent.
_LOOKED_UP = 8
# Two cancellations, the lead, its score, the answer, two follow-ups, the dialogue, and done.
_WRITTEN = 9
# For what a turn learns to do next, before somebody must think about it.
_ROOM = 3
_PLAIN = _AROUND + _ADMITTED + _LOOKED_UP + _WRITTEN


@dataclass(frozen=True)
class Counted:
    """A house in which every statement is seen."""

    house: House
    ran: list[Ran]

    async def statements(self, text: str) -> list[str]:
        """What a message takes from admission to its committed answer; sending is another's."""
        self.ran.clear()
        await self.house.reception.admit(self.house.message("lan", text=text))
        await self.house.reception.idle()
        found = [one.sql for one in self.ran]
        await self.house.delivery.send_due()
        return found


@pytest.fixture
async def counted(
    sqlite_url: str, clock: FakeClock, channel: FakeChannel
) -> AsyncIterator[Counted]:
    with seen() as ran:
        store = open_store(sqlite_url)
        house = House(store, clock, channel)
        await house.starts("lan")
        await house.taps("lan", "Đồng ý")
        yield Counted(house, ran)
        await store.close()


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("bảo hành bao lâu em?", 0),
        ("giá bao nhiêu em?", 1),  # an event: he asks what it costs
        # A fact, a move to another stage, a look whether its cards tell it, two for the funnel.
        ("tháng sau", 5),
        ("ờ", 0),
    ],
)
async def test_an_ordinary_message_takes_few_statements(
    counted: Counted, text: str, more: int
) -> None:
    await counted.statements("chị cần phần mềm cho 3 cửa hàng")

    statements = await counted.statements(text)

    assert len(statements) <= _PLAIN + more + _ROOM, "\n".join(statements)


async def test_nothing_is_asked_twice_in_an_ordinary_message(counted: Counted) -> None:
    await counted.statements("chị cần phần mềm cho 3 cửa hàng")

    statements = await counted.statements("bảo hành bao lâu em?")

    looked_up = [one for one in statements if one.startswith("SELECT")]
    assert len(looked_up) == len(set(looked_up))


async def test_a_long_history_makes_a_message_no_dearer(counted: Counted) -> None:
    few = await counted.statements("tầm 30 triệu")
    for millions in range(31, 51):
        await counted.statements(f"à khoảng {millions} triệu")

    many = await counted.statements("tầm 60 triệu")

    assert len(many) <= len(few)
