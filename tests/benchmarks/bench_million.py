"""A million leads in one file: python -m tests.benchmarks.bench_million [LEADS]."""

from __future__ import annotations

import asyncio
import itertools
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from handlers.buttons import data
from handlers.channel import Connected, Kind
from handlers.numbers import reports
from handlers.numbers.asked import View
from handlers.score.upkeep import A_HANDFUL, Upkeep
from scoring.understanding.text import fold
from storage.migrate import migrate
from storage.store import Store, Work, open_store
from tests.benchmarks.million import CHANNEL, OVERDUE, RARE_NAME, REPS, fill
from tests.benchmarks.prospects import talk
from tests.fakes import MORNING, FakeChannel, FakeClock
from tests.house import House

LEADS = 1_000_000
# The last day of a month, so that the month's numbers are a whole month's.
NOW = MORNING + timedelta(days=21)
TIMES = 9
CHATS = 24  # prospects who talk, on the full and on an empty database in turn
WAITING = 100_000  # messages in the outbox, none sent yet
LEASE = timedelta(minutes=1)
FEW_CHATS = 1_000  # so that most of what waits stands behind another of its chat
FAR_PAGE = 50

Act = Callable[[], Awaitable[object]]


class Bench:
    """The real parts over one filled database."""

    def __init__(self, store: Store, leads: int) -> None:
        self._store = store
        self._leads = leads
        self._clock = FakeClock(NOW)
        channel = FakeChannel(CHANNEL)
        self.house = House(store, self._clock, channel)
        abilities = Connected({CHANNEL: channel.abilities})
        self._upkeep = Upkeep(store, self.house.business, abilities)
        self._turn = itertools.count(1)

    def acts(self) -> Iterator[tuple[str, float, Act]]:
        """What is timed: its name, the most it may take in milliseconds, the act."""
        for words in ("hôm nay", "tuần", "tháng"):
            yield f"/stats {words}", 100, partial(self._asked, View.STATS, words)
        for view in (View.FUNNEL, View.REPORT, View.REPS, View.SOURCES, View.COHORTS, View.JOURNEY):
            for words, most in (("hôm nay", 1000), ("tháng", 1000), ("365 ngày", 2000)):
                yield f"/{view} {words}", most, partial(self._asked, view, words)
        for words in ("365 ngày", "365 ngày so sánh", "tháng nguồn=GOOGLE", "365 ngày @rep 3"):
            yield f"/stats {words}", 1000, partial(self._asked, View.STATS, words)
        yield "reminders ahead", 100, lambda: self._store.read(self._ahead)
        for words in ("/calibration", "/persona", "/queue"):
            yield words, 2000, partial(self._type, 1, words)
        yield "open leads, at night", 1000, lambda: self._store.read(_open_leads)
        yield "a handful cools, in the writer", 300, self._cool
        for who in (1, REPS[0]):
            name = "manager" if who == 1 else "rep"
            for warmth in ("all", "cold", "warm", "hot"):
                for page in (0, FAR_PAGE - 1):
                    press = partial(self._press, who, data("leads", warmth, page))
                    yield f"/leads {warmth}, page {page + 1}, {name}", 100, press
        for words in ("thao", fold(RARE_NAME), f"{self._leads:08}"[-4:]):
            yield f"/find {words}", 100, partial(self._type, 1, f"/find {words}")
        yield "/find, rep", 100, partial(self._type, REPS[0], f"/find {fold(RARE_NAME)}")
        yield "/lead ID", 100, lambda: self._type(1, f"/lead {self._another()}")
        yield "/why ID", 100, lambda: self._type(1, f"/why {self._leads - next(self._turn)}")
        yield "health reading", 100, lambda: self._store.read(_lag)
        yield "what waits, none due", 5, lambda: self._look(before=timedelta(days=1))
        yield f"what waits, {OVERDUE:,} due", 50, lambda: self._look()
        yield "erase a lead", 100, self._erase

    async def _asked(self, view: View, words: str) -> object:
        now = self._clock.now()
        return await self._store.read(
            lambda work: reports.answer(view, work, self.house.business, fold(words), now, "vi")
        )

    def _ahead(self, work: Work) -> object:
        return work.agenda.ahead(self._clock.now())

    async def _cool(self) -> None:
        """The leads that an hour's cooling weighs in one transaction, the next each time."""
        first = next(self._turn) * A_HANDFUL + 1
        await self._store.run(
            lambda work: self._upkeep.weigh(
                work, range(first, first + A_HANDFUL), self._clock.now()
            )
        )

    async def _press(self, staff: int, button: str) -> None:
        message = self.house.message(f"staff-{staff}", Kind.BUTTON, button=button)
        await self.house.reception.admit(message)
        await self.house.reception.idle()

    async def _type(self, staff: int, text: str) -> None:
        await self.house.reception.admit(self.house.message(f"staff-{staff}", text=text))
        await self.house.reception.idle()

    def _another(self) -> int:
        """A lead from anywhere in the file, each time another."""
        return next(self._turn) * 7919 % self._leads + 1

    async def _look(self, before: timedelta = timedelta(0)) -> object:
        """The reads of one look at what is due; nothing of it is done."""
        now = self._clock.now() - before
        return await self._store.read(
            lambda work: (
                work.alerts.take_due(now, 200),
                work.follow_ups.take_due(now, 200),
                work.follow_ups.next_due(),
                work.alerts.next_due(),
            )
        )

    async def _erase(self) -> None:
        lead = self._another()
        await self._store.run(lambda work: work.erasure.erase(lead))

    async def claim_passes(self, chats: int) -> list[float]:
        """How long it takes to claim what goes out next, with much waiting for so many chats."""
        await self._store.run(lambda work: _put_waiting(work, chats, self._clock))
        now = self._clock.now()

        async def claim() -> object:
            return await self._store.run(
                lambda work: work.outbox.take_due(CHANNEL, now, busy=set(), limit=16, lease=LEASE)
            )

        return await timed(claim)

    async def talk(self, chats: range) -> list[float]:
        """Seconds a message, one prospect after another."""
        waits = []
        for chat in chats:
            for message in talk(chat, self._clock.now()):
                start = time.perf_counter()
                await self.house.reception.admit(message)
                await self.house.reception.idle()
                waits.append(time.perf_counter() - start)
        return waits


def _lag(work: Work) -> object:
    return work.inbox.oldest_waiting(), work.inbox.dead(), work.outbox.backlog()


def _open_leads(work: Work) -> object:
    return work.nights.open_leads()


def _put_waiting(work: Work, chats: int, clock: FakeClock) -> None:
    for number in range(WAITING):
        chat = f"waiting-{chats}-{number % chats}"
        work.outbox.put(CHANNEL, chat, {"text": "x"}, clock.now())


async def timed(act: Act) -> list[float]:
    """Milliseconds, sorted."""
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        await act()
        took.append((time.perf_counter() - start) * 1000)
    return sorted(took)


def show(name: str, took: list[float], most: float) -> None:
    middle = median(took)
    verdict = "" if middle < most else f"   over {most:.0f} ms"
    print(f"{name:36} {middle:9.1f} {took[-1]:9.1f} {middle / most:8.0%}{verdict}")


def main(leads: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder, "full.db"), Path(folder, "empty.db")
        for file in (full, empty):
            migrate(f"sqlite:///{file}", NOW)
        start = time.perf_counter()
        # In a process of its own, so that its memory is not taken for ours.
        filler = get_context("spawn").Process(target=fill, args=(full, leads, NOW))
        filler.start()
        filler.join()
        size = full.stat().st_size / 1e9
        print(f"{leads:,} leads, {size:.2f} GB, in {time.perf_counter() - start:.0f} s\n")
        asyncio.run(measure(f"sqlite:///{full}", f"sqlite:///{empty}", leads))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nthis process never took more than {memory:.0f} MB")


async def measure(full: str, empty: str, leads: int) -> None:
    store, blank = open_store(full), open_store(empty)
    bench = Bench(store, leads)
    await compare(bench, Bench(blank, 0))
    print(f"\n{'milliseconds':36} {'p50':>9} {'most':>9} {'of mark':>8}")
    for name, most, act in bench.acts():
        show(name, await timed(act), most)
    for chats in (WAITING, FEW_CHATS):
        name = f"claim 16 of {WAITING:,} for {chats:,} chats"
        show(name, await bench.claim_passes(chats), 50)
    await store.close()
    await blank.close()


async def compare(full: Bench, empty: Bench) -> None:
    """The same prospects on both databases, in turn, so that a busy machine slows both."""
    on_full, on_empty = list[float](), list[float]()
    for chat in range(CHATS):
        on_empty += await empty.talk(range(chat, chat + 1))
        on_full += await full.talk(range(chat, chat + 1))
    a, b = median(on_full) * 1000, median(on_empty) * 1000
    print(f"a prospect's message: {a:.1f} ms, on an empty database {b:.1f} ms: {a / b:.0%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LEADS)
