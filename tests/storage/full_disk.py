"""A process whose files may not grow: counts what the store answers, refuses, and takes again."""

from __future__ import annotations

import asyncio
import resource
import signal
import sys
from functools import partial

from storage.store import Store, Work, open_store
from tests.fakes import MORNING

_ROOM = 200_000  # bytes
_PAYLOAD = '"' + "x" * 4000 + '"'


def _admit(work: Work, key: str) -> int | None:
    return work.inbox.admit("fake", "lan", key, _PAYLOAD, MORNING)


async def _admitted(store: Store, name: str, count: int) -> int:
    """How many of so many messages, eight at a time, were answered as stored."""
    results: list[int | BaseException | None] = []
    for start in range(0, count, 8):
        numbers = range(start, min(start + 8, count))
        results += await asyncio.gather(
            *(store.run(partial(_admit, key=f"{name}{n}")) for n in numbers),
            return_exceptions=True,
        )
    return sum(isinstance(result, int) for result in results)


async def main(url: str, size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that the write fails instead
    store = open_store(url)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + _ROOM, hard))
    answered = await _admitted(store, "full", 200)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    later = await _admitted(store, "later", 20)
    await store.close()
    print(answered, 200 - answered, later)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
