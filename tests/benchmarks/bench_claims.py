"""2 to 20 reps press at once, 1,000 times: python -m tests.benchmarks.bench_claims [URL]."""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import tempfile
import time
from pathlib import Path

from storage.migrate import migrate
from storage.store import open_store
from tests.fakes import MORNING
from tests.storage.test_claim_races import MOST_RACERS, race_all

ROUNDS = 1_000


async def main(url: str, rounds: int, processes: int) -> None:
    """Several stores stand for several processes, where the database allows more than one."""
    stores = [open_store(url) for _ in range(processes)]
    began = time.perf_counter()
    racers = await race_all(stores, rounds, random.Random(6))
    seconds = time.perf_counter() - began
    one, _, _ = os.getloadavg()
    print(
        f"{url.partition(':')[0]}, {processes} writers: {rounds} rounds of 2 to {MOST_RACERS},"
        f" {racers} claims, one owner each; {seconds:.1f} s, load average {one:.1f}"
    )
    for store in stores:
        await store.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("url", nargs="?", help="an empty PostgreSQL database; else a SQLite file")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.url or f"sqlite:///{Path(folder) / 'claims.db'}"
        migrate(address, MORNING)
        asyncio.run(main(address, given.rounds, 1 if not given.url else 3))
