"""100,000 follow-ups due, 500,000 waiting: python -m tests.benchmarks.bench_follow_ups."""

from __future__ import annotations

import asyncio
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from handlers import hours
from handlers.due import Due
from storage.database import database_url, sqlite_writer
from storage.follow_ups import DUE
from storage.migrate import migrate
from storage.store import Store, Work, open_store
from storage.tables import contact, follow_up, lead
from tests.fakes import MORNING, RICH, FakeClock
from tests.house import SAMPLE_BUSINESS

DUE_NOW, WAITING, LEADS = 100_000, 500_000, 50_000
_CHUNK = 20_000


def _fill(url: str) -> None:
    """The rows, past the handlers: a nudge each, so that no consent is needed."""
    engine = sqlite_writer(database_url(url))
    with engine.begin() as connection:
        leads = [
            {"id": n, "stage": "mql", "temperature": "cold", "created_at": MORNING}
            for n in range(1, LEADS + 1)
        ]
        connection.execute(insert(lead), leads)
        people = [
            {
                "id": n,
                "channel": "fake",
                "chat_id": str(n),
                "lead_id": n,
                "created_at": MORNING,
            }
            for n in range(1, LEADS + 1)
        ]
        connection.execute(insert(contact), people)
        for start in range(0, DUE_NOW + WAITING, _CHUNK):
            connection.execute(insert(follow_up), [_row(n) for n in range(start, start + _CHUNK)])
    engine.dispose()


def _row(number: int) -> dict[str, object]:
    ahead = -timedelta(seconds=number % 3000 + 1)
    if number >= DUE_NOW:
        ahead = timedelta(hours=1, seconds=number % 1_000_000)
    return {
        "lead_id": number % LEADS + 1,
        "contact_id": number % LEADS + 1,
        "sequence": "nudge",
        "step": 1,
        "state": DUE,
        "due_at": MORNING + ahead,
        "key": f"bench:{number}",
        "created_at": MORNING - timedelta(hours=1),
    }


async def _timed(store: Store, unit: Callable[[Work], object], times: int = 50) -> list[float]:
    spans = []
    for _ in range(times):
        began = time.perf_counter()
        await store.read(unit)
        spans.append((time.perf_counter() - began) * 1000)
    return spans


async def _stalls(stop: asyncio.Event) -> float:
    """The longest time in which the loop did not come round, in ms."""
    worst = 0.0
    while not stop.is_set():
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        worst = max(worst, (time.perf_counter() - began - 0.005) * 1000)
    return worst


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _told(name: str, spans: list[float]) -> None:
    spans.sort()
    p99 = spans[int(len(spans) * 0.99)]
    print(f"{name}: p50 {statistics.median(spans):.2f} ms, p99 {p99:.2f} ms")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        migrate(url, MORNING)
        _fill(url)
        store = open_store(url)
        early = MORNING - timedelta(hours=2)
        await _timed(store, lambda work: work.follow_ups.take_due(MORNING, 500), 3)
        _told(
            "claim pass of 500",
            await _timed(store, lambda work: work.follow_ups.take_due(MORNING, 500)),
        )
        _told(
            "idle poll",
            await _timed(
                store, lambda work: (work.follow_ups.take_due(early), work.follow_ups.next_due())
            ),
        )
        due = Due(store, SAMPLE_BUSINESS, {"fake": RICH}, FakeClock())
        # As at the program's start: the table of holidays is slow to load.
        hours.is_holiday(MORNING.date())
        await due.look()
        before, stop = _memory(), asyncio.Event()
        watching = asyncio.create_task(_stalls(stop))
        began = time.perf_counter()
        for _ in range(5):
            await due.look()
        seconds = time.perf_counter() - began
        stop.set()
        print(f"5 looks of 200 steps judged and settled: {seconds:.2f} s")
        print(f"longest stall of the loop: {await watching:.0f} ms")
        print(f"memory grew by {_memory() - before:.1f} MB")
        await store.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
