"""The clock of one machine: which look is taken when, and what one look does to the others."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.engine import LocalEngine, Look
from handlers.clock import WallClock

SOON = timedelta(milliseconds=30)


class Rows:
    """Something that falls due, and how often it was looked at."""

    def __init__(self) -> None:
        self.looks = 0
        self.begun = asyncio.Semaphore(0)  # one for each look that was begun
        self.next: datetime | None = None
        self.goes_on = asyncio.Event()
        self.goes_on.set()
        self.fails = 0

    async def look(self) -> datetime | None:
        self.looks += 1
        self.begun.release()
        await self.goes_on.wait()
        if self.fails:
            self.fails -= 1
            raise RuntimeError("a bad day")
        due_at, self.next = self.next, None
        return due_at


def _engine(*looks: Look, chores: tuple[Look, ...] = ()) -> LocalEngine:
    async def sweep() -> None:
        return None

    return LocalEngine(looks, sweep, lambda: None, WallClock(), chores)


async def test_a_long_look_makes_no_other_late() -> None:
    slow, ladder = Rows(), Rows()
    slow.goes_on.clear()
    engine = _engine(slow.look, ladder.look)
    engine.start()
    try:
        await slow.begun.acquire()
        await ladder.begun.acquire()
        ladder.next = WallClock().now() + 2 * SOON
        engine.ring(WallClock().now() + SOON)
        await ladder.begun.acquire()
        await ladder.begun.acquire()
        assert slow.looks == 1
        assert engine.heartbeat is None, "one that has not come back is seen to stand still"
    finally:
        engine.stop()


async def test_a_chore_that_takes_long_keeps_nobody_waiting_and_stops_no_clock() -> None:
    night, ladder = Rows(), Rows()
    night.goes_on.clear()
    engine = _engine(ladder.look, chores=(night.look,))
    engine.start()
    try:
        await night.begun.acquire()
        await ladder.begun.acquire()
        engine.ring(WallClock().now() + SOON)
        await ladder.begun.acquire()
        assert engine.heartbeat is not None
        assert night.looks == 1
    finally:
        engine.stop()


async def test_what_rings_during_a_look_is_looked_at_after_it() -> None:
    rows = Rows()
    rows.goes_on.clear()
    engine = _engine(rows.look)
    engine.start()
    try:
        await rows.begun.acquire()
        engine.ring(WallClock().now() + SOON)
        await asyncio.sleep(2 * SOON.total_seconds())
        assert rows.looks == 1, "never twice at once"
        rows.goes_on.set()
        await rows.begun.acquire()
    finally:
        engine.stop()


async def test_a_look_that_fails_is_taken_again() -> None:
    rows = Rows()
    rows.fails = 1
    engine = _engine(rows.look)
    engine.start()
    try:
        await rows.begun.acquire()
        assert engine.heartbeat is None
        await rows.begun.acquire()
        assert engine.heartbeat is not None
    finally:
        engine.stop()
