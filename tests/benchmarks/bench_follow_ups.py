"""100,000 follow-ups due, 500,000 waiting: python -m tests.benchmarks.bench_follow_ups."""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from handlers import hours
from handlers.business_file.sequences import Sequence
from handlers.due import Due
from storage.database import database_url, sqlite_writer
from storage.follow_ups import DUE, RUNNING
from storage.migrate import migrate
from storage.store import Store, Work, open_store
from storage.tables import consent, contact, enrolment, follow_up, lead, sequence_version
from tests.fakes import MORNING, RICH, FakeClock
from tests.house import SAMPLE_BUSINESS

DUE_NOW, WAITING, LEADS = 100_000, 500_000, 50_000
_SEQUENCES = tuple(
    one for one in SAMPLE_BUSINESS.sequences.running if one.id in ("educate", "quote_sent")
)
_CHUNK = 20_000
LOOKS = 20
_LEASE = timedelta(minutes=1)


def _fill(url: str) -> None:
    """The rows, past the handlers: each lead agreed, and waits for a step of a sequence.

    Half of what is due leaves, one for each lead; the rest comes on the same day and is moved.
    """
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
        connection.execute(insert(consent), [_yes(n) for n in range(1, LEADS + 1)])
        connection.execute(insert(sequence_version), [_version(one) for one in _SEQUENCES])
        connection.execute(insert(enrolment), [_run(n) for n in range(1, 2 * LEADS + 1)])
        for start in range(0, DUE_NOW + WAITING, _CHUNK):
            connection.execute(insert(follow_up), [_row(n) for n in range(start, start + _CHUNK)])
    engine.dispose()


def _yes(number: int) -> dict[str, object]:
    return {
        "id": number,
        "contact_id": number,
        "purpose": "contact",
        "given": True,
        "text_version": "1",
        "at": MORNING - timedelta(days=1),
    }


def _version(sequence: Sequence) -> dict[str, object]:
    return {
        "id": _SEQUENCES.index(sequence) + 1,
        "sequence": sequence.id,
        "digest": sequence.id,
        "definition": sequence.model_dump_json(by_alias=True),
        "created_at": MORNING,
    }


def _run(number: int) -> dict[str, object]:
    second = (number - 1) // LEADS
    return {
        "id": number,
        "lead_id": (number - 1) % LEADS + 1,
        "channel": "fake",
        "sequence": _SEQUENCES[second].id,
        "version_id": second + 1,
        "state": RUNNING,
        "key": f"bench:{number}",
        "enrolled_at": MORNING - timedelta(days=1),
    }


def _row(number: int) -> dict[str, object]:
    ahead = -timedelta(seconds=number % 3000 + 1)
    if number >= DUE_NOW:
        ahead = timedelta(hours=1, seconds=number % 1_000_000)
    return {
        "lead_id": number % LEADS + 1,
        "contact_id": number % LEADS + 1,
        "channel": "fake",
        "sequence": _SEQUENCES[number // LEADS % 2].id,
        "step": 1,
        "consent_id": number % LEADS + 1,
        "enrolment_id": number % (2 * LEADS) + 1,
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


async def _stalls(stop: asyncio.Event) -> tuple[float, float]:
    """The longest time in which the loop did not come round, in ms; and the most that the process
    itself computed in such a time, for on a busy machine it waits for others, too.
    """
    worst = own = 0.0
    while not stop.is_set():
        began, computed = time.perf_counter(), time.process_time()
        await asyncio.sleep(0.005)
        worst = max(worst, (time.perf_counter() - began - 0.005) * 1000)
        own = max(own, (time.process_time() - computed) * 1000)
    return worst, own


def _memory() -> float:
    """What the process holds now, in MB; its peak would hide what is taken after the filling."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _told(name: str, spans: list[float]) -> None:
    spans.sort()
    p99 = spans[int(len(spans) * 0.99)]
    print(f"{name}: p50 {statistics.median(spans):.2f} ms, p99 {p99:.2f} ms")


def _leave(work: Work) -> None:
    """The channel takes what waits for it, so that the next look finds room."""
    for row in work.outbox.take_due("fake", MORNING, busy=set(), limit=1000, lease=_LEASE):
        work.outbox.start(row.id, MORNING, _LEASE)
        work.outbox.sent(row.id, str(row.id), MORNING)


def _stand(work: Work) -> str:
    standing = work.queue.standing(MORNING, MORNING, MORNING - timedelta(days=1))
    refused = ", ".join(f"{reason} {count}" for reason, count in standing.refused)
    return f"sent {standing.sent}; moved or not sent: {refused or 'none'}"


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
            "the same while the channel is full",
            await _timed(
                store, lambda work: work.follow_ups.take_due_on(("", "other", "fake"), MORNING, 500)
            ),
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
        # As the program does with what it has imported (bot/importing.py).
        gc.collect()
        gc.freeze()
        before, stop = _memory(), asyncio.Event()
        watching = asyncio.create_task(_stalls(stop))
        began = time.perf_counter()
        for _ in range(LOOKS):
            await due.look()
            await store.run(_leave)
        seconds = time.perf_counter() - began
        stop.set()
        print(f"{LOOKS} looks of 200 steps judged and settled: {seconds:.2f} s")
        print(f"how they stand: {await store.read(_stand)}")
        print(
            "longest stall of the loop: {:.0f} ms, {:.0f} ms of it our own".format(*await watching)
        )
        print(f"memory grew by {_memory() - before:.1f} MB")
        await store.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
