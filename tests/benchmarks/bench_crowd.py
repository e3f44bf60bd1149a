"""200 reps, 1,000 hot leads a minute, Telegram's limits: python -m tests.benchmarks.bench_crowd."""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from collections import Counter
from pathlib import Path

from bot.engine import LocalEngine
from handlers.clock import WallClock
from storage.migrate import migrate
from storage.store import open_store
from tests.crowd.crowd import Crowd, Figures, Size, play


async def clockwork(crowd: Crowd) -> None:
    """The clock of the product itself, until it is cancelled."""
    looks = (crowd.climb, crowd.due.follow_up)
    engine = LocalEngine(looks, crowd.delivery.sweep, crowd.delivery.ring, crowd.clock)
    crowd.store.bell = engine.ring
    engine.start()
    try:
        await asyncio.Event().wait()
    finally:
        engine.stop()


def report(size: Size, found: Figures) -> str:
    times = Counter(found.owners.values())
    one, five, _ = os.getloadavg()
    return "\n".join(
        (
            f"{size.reps} reps, {size.leads} hot leads in {size.span:.0f} s, "
            f"watched for {size.after:.0f} s more",
            f"alerts {found.alerts}, claimed {len(found.owners)}, "
            f"claims granted for one alert: {dict(times)}",
            f"rungs climbed, from due to committed: {_spread(found.late)}",
            f"their first new card, from due to taken by the platform: {_spread(found.left)}",
            f"messages sent {found.sent}, still waiting {found.waiting}; "
            f"limits broken {found.breaches}, refused by the platform {found.refused}",
            f"load average {one:.1f} {five:.1f}",
        )
    )


def _spread(seconds: list[float]) -> str:
    late = sorted(seconds)
    if not late:
        return "none"
    p50, p99 = (late[min(len(late) - 1, int(len(late) * share))] for share in (0.5, 0.99))
    times = (f"{name} {one * 1000:.0f} ms" for name, one in (("p50", p50), ("p99", p99)))
    return f"{len(late)}, {', '.join(times)}, most {late[-1] * 1000:.0f} ms"


async def main(size: Size) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'crowd.db'}"
        clock = WallClock()
        migrate(url, clock.now())
        store = open_store(url)
        print(report(size, await play(store, clock, size, clockwork)))
        await store.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--reps", type=int, default=200)
    parser.add_argument("--leads", type=int, default=1_000)
    parser.add_argument("--span", type=float, default=60.0, help="seconds in which they come")
    parser.add_argument("--after", type=float, default=300.0, help="seconds watched after that")
    given = parser.parse_args()
    asyncio.run(main(Size(given.reps, given.leads, given.span, given.after)))
