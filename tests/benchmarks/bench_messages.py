"""One message, from admission to committed reply: python -m tests.benchmarks.bench_messages."""

from __future__ import annotations

import asyncio
import itertools
import resource
import shutil
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from handlers.business import SAMPLE
from handlers.clock import WallClock
from handlers.front_desk import FrontDesk
from handlers.owners_file import load
from handlers.prospect.turn import Message
from handlers.reception import Reception
from storage.migrate import migrate
from storage.store import Store, Work, open_store
from tests.benchmarks.floor import replay
from tests.benchmarks.processor_time import Profile, parts
from tests.benchmarks.prospects import CHANNEL, talk
from tests.fakes import RICH
from tests.house import AT_ONCE
from tests.statements import Ran, seen

ROUNDS = 3
# Chats at once, and how many chats talk in one round.
CROWDS = ((1, 30), (16, 96), (64, 192), (256, 512))
FLOOR_CHATS = 96
FLOOR_GROUP = 32  # messages a commit
HANDLED_CHATS = 200
BURST = 10_000


@dataclass(frozen=True, slots=True)
class Round:
    """How one crowd was served."""

    a_second: float
    waits: list[float]  # seconds, sorted
    processor: float  # seconds a message, all threads

    def percentile(self, percent: int) -> float:
        return self.waits[min(len(self.waits) - 1, len(self.waits) * percent // 100)]


class Bench:
    """The real way in, over empty databases in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clock = WallClock()
        self._desk = FrontDesk(load(SAMPLE), {CHANNEL: RICH})
        self._blank = folder / "blank.db"
        self._opened = 0
        migrate(f"sqlite:///{self._blank}", self._clock.now())

    def new_database(self) -> str:
        self._opened += 1
        file = self._folder / f"{self._opened}.db"
        shutil.copy(self._blank, file)
        return f"sqlite:///{file}"

    @asynccontextmanager
    async def store(self) -> AsyncIterator[Store]:
        store = open_store(self.new_database())
        yield store
        await store.close()

    def reception(self, store: Store) -> Reception:
        return Reception(store, self._desk, self._clock, AT_ONCE)

    async def serve(self, store: Store, at_once: int, chats: range) -> Round:
        """So many chats at once, each writes its next message when it has its answer."""
        waiting, waits = iter(chats), list[float]()

        async def write() -> None:
            # A reception for each, so that `idle` tells when this very chat is answered.
            reception = self.reception(store)
            for chat in waiting:
                for message in talk(chat, self._clock.now()):
                    start = time.perf_counter()
                    await reception.admit(message)
                    await reception.idle()
                    waits.append(time.perf_counter() - start)

        processor, start = time.process_time(), time.perf_counter()
        await asyncio.gather(*(write() for _ in range(at_once)))
        took = time.perf_counter() - start
        processor = time.process_time() - processor
        return Round(len(waits) / took, sorted(waits), processor / len(waits))

    async def write_down(self) -> list[list[Ran]]:
        """The statements of some conversations, message by message, one chat after another."""
        messages: list[list[Ran]] = []
        with seen() as ran:
            async with self.store() as store:
                reception = self.reception(store)
                for chat in range(FLOOR_CHATS):
                    for message in talk(chat, self._clock.now()):
                        ran.clear()
                        await reception.admit(message)
                        await reception.idle()
                        messages.append(ran.copy())
        return messages

    async def profile(self) -> tuple[dict[str, float], float]:
        """Shares of the processor's time by part, and milliseconds a message without profiling."""
        profile = Profile()
        async with self.store() as store:
            await self.serve(store, 64, range(64))
            plain = (await self.serve(store, 64, range(64, 256))).processor
            profile.start()
            await store.run(lambda work: profile.start())  # in the writer's thread, too
            await self.serve(store, 64, range(256, 448))
            await store.run(lambda work: profile.stop())
            profile.stop()
        return parts(profile), plain * 1000

    async def handle(self) -> list[float]:
        """Seconds of the handler alone, without channel, queue and disk: one turn each, sorted."""
        took: list[float] = []

        def timed(work: Work, messages: tuple[Message, ...]) -> None:
            start = time.perf_counter()
            self._desk.on_turn(work, messages, self._clock.now())
            took.append(time.perf_counter() - start)

        async with self.store() as store:
            numbers = itertools.count(1)
            for chat in range(HANDLED_CHATS):
                for message in talk(chat, self._clock.now()):
                    await store.run(partial(timed, messages=((next(numbers), message),)))
        return sorted(took)

    async def burst(self) -> tuple[float, float]:
        """Everybody writes in the same moment: seconds until all is stored, and all answered."""
        async with self.store() as store:
            reception = self.reception(store)
            now = self._clock.now()
            start = time.perf_counter()
            first = (next(talk(chat, now)) for chat in range(BURST))
            await asyncio.gather(*(reception.admit(message) for message in first))
            stored = time.perf_counter() - start
            await reception.idle()
            return stored, time.perf_counter() - start


def floors(bench: Bench, wrote: list[list[Ran]]) -> tuple[float, float]:
    """Messages a second by bare sqlite3: one commit each, and many a commit."""
    one, many = (replay(bench.new_database(), wrote, a_commit=size) for size in (1, FLOOR_GROUP))
    return one, many


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        await show_served(bench, await bench.write_down())
        await show_parts(bench)
        took = await bench.handle()
        middle, late = (took[len(took) * percent // 100] * 1000 for percent in (50, 99))
        print(f"\nthe handler alone, one turn: p50 {middle:.1f} ms, p99 {late:.1f} ms")
        stored, answered = await bench.burst()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"\n{BURST:,} prospects at once: all stored after {stored:.1f} s, all answered"
            f" after {answered:.1f} s; this process never took more than {memory:.0f} MB"
        )


async def show_served(bench: Bench, messages: list[list[Ran]]) -> None:
    """Each round has its own floor beside it, so that a busy machine slows both."""
    wrote = [[one for one in ran if one.wrote] for ran in messages]
    rows, statements = (sum(map(len, some)) / len(messages) for some in (wrote, messages))
    print(f"{rows:.1f} rows written, {statements:.1f} statements a message\n")
    print("chats at once   messages/s    p50 ms    p99 ms   CPU ms   of the floor   of it by 32")
    for at_once, chats in CROWDS:
        rounds, ones, manys = [], [], []
        for _ in range(ROUNDS):
            one, many = floors(bench, wrote)
            async with bench.store() as store:
                rounds.append(await bench.serve(store, at_once, range(chats)))
            ones.append(rounds[-1].a_second / one)
            manys.append(rounds[-1].a_second / many)
        middle = sorted(rounds, key=lambda served: served.a_second)[ROUNDS // 2]
        print(
            f"{at_once:13}   {middle.a_second:10.0f}   {middle.percentile(50) * 1000:7.1f}"
            f"   {middle.percentile(99) * 1000:7.1f}   {middle.processor * 1000:6.2f}"
            f"   {median(ones):12.0%}   {median(manys):11.0%}"
        )
    print(f"the floor: {one:.0f} messages/s at a commit each, {many:.0f} at {FLOOR_GROUP} a commit")


async def show_parts(bench: Bench) -> None:
    shares, plain = await bench.profile()
    print(f"\n{plain:.2f} ms of CPU a message at 64 chats; of it, as a profiler sees it")
    for name, share in shares.items():
        print(f"{name:>16}   {share * plain * 1000:5.0f} µs   {share:4.0%}")


if __name__ == "__main__":
    asyncio.run(main())
