"""From a hot message to the card leaving: python -m tests.benchmarks.bench_relay."""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from functools import partial
from pathlib import Path

from handlers.business import SAMPLE
from handlers.business_file.routing import Routing
from handlers.channel import IncomingMessage, Kind, OutgoingMessage
from handlers.clock import WallClock
from handlers.delivery import Delivery
from handlers.front_desk import FrontDesk
from handlers.owners_file import load
from handlers.reception import Reception
from handlers.team.joining import invite
from storage.migrate import migrate
from storage.store import Store, Work, open_store
from tests.fakes import FakeChannel
from tests.house import AT_ONCE

TALKING = 50  # conversations that run beside the hot ones
EVERY = 5.0  # seconds between the messages of one of them
HOT = 200
_BUSINESS = load(SAMPLE).model_copy(update={"routing": Routing(mode="fair", out_of_hours="ring")})


class TimedChannel(FakeChannel):
    """Notes when a card leaves, by the lead's number."""

    def __init__(self) -> None:
        super().__init__()
        self.left: dict[str, float] = {}

    async def send(self, message: OutgoingMessage) -> str:
        head = message.text.split("·")[0]
        if "LEAD" in head:
            self.left.setdefault(head.rpartition("#")[2].strip(), time.perf_counter())
        return await super().send(message)


class Bench:
    def __init__(self, store: Store) -> None:
        self.store, self.clock, self.channel = store, WallClock(), TimedChannel()
        abilities = {self.channel.name: self.channel.abilities}
        self.reception = Reception(store, FrontDesk(_BUSINESS, abilities), self.clock, AT_ONCE)
        self.delivery = Delivery(store, {self.channel.name: self.channel}, self.clock)
        store.bell = lambda due_at: self.delivery.ring()
        self._keys = 0

    async def says(self, chat: str, text: str, kind: Kind = Kind.TEXT) -> None:
        self._keys += 1
        message = IncomingMessage(
            self.channel.name, chat, f"m:{self._keys}", kind, self.clock.now(), text=text
        )
        await self.reception.admit(message)

    async def hires(self, count: int) -> None:
        for number in range(count):
            now, name = self.clock.now(), f"Rep {number}"
            code = await self.store.run(partial(invite, role="rep", name=name, now=now))
            await self.says(f"rep{number}", f"/join {code}")
        await self.reception.idle()


async def hot_while_others_talk(bench: Bench) -> list[float]:
    """Seconds from the admission of a hot message to its card leaving the process."""
    await bench.hires(10)
    # The first message loads the model of intents and the table of holidays.
    await bench.says("first", "muốn đặt hàng, gọi 0912345678")
    await bench.reception.idle()
    busy = True

    async def talk(number: int) -> None:
        turn = 0
        await asyncio.sleep(EVERY * number / TALKING)
        while busy:
            turn += 1
            await bench.says(f"k{number}:{turn}", "cần phần mềm kế toán cho 2 công ty")
            await asyncio.sleep(EVERY)

    talks = [asyncio.create_task(talk(number)) for number in range(TALKING)]
    began: dict[str, float] = {}
    for number in range(HOT):
        began[f"hot{number}"] = time.perf_counter()
        await bench.says(f"hot{number}", f"muốn đặt hàng, gọi 09{number:08d}")
        await asyncio.sleep(0.05)
    await asyncio.sleep(1.0)
    busy = False
    await asyncio.gather(*talks)
    await bench.reception.idle()
    await asyncio.sleep(0.5)
    return await bench.store.read(lambda work: _waits(work, bench, began))


def _waits(work: Work, bench: Bench, began: dict[str, float]) -> list[float]:
    waits = []
    for chat, start in began.items():
        prospect = work.leads.prospect_in(bench.channel.name, chat)
        left = bench.channel.left.get(str(prospect.lead_id)) if prospect else None
        if left is not None:
            waits.append(left - start)
    return sorted(waits)


def _at(sorted_: list[float], percent: float) -> float:
    return sorted_[min(len(sorted_) - 1, int(len(sorted_) * percent / 100))] * 1000


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'talk.db'}"
        migrate(url, WallClock().now())
        store = open_store(url)
        bench = Bench(store)
        sending = asyncio.create_task(bench.delivery.run())
        waits = await hot_while_others_talk(bench)
        one, _, _ = os.getloadavg()
        print(
            f"hot message → card, {TALKING} conversations beside: {len(waits)} cards, "
            f"p50 {_at(waits, 50):.0f} ms, p99 {_at(waits, 99):.0f} ms, load average {one:.1f}"
        )
        await bench.delivery.close()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await store.close()


if __name__ == "__main__":
    asyncio.run(main())
