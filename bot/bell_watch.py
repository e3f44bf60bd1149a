"""Watches the clock from outside: when the bell stands still, the owner is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

import structlog

from handlers import queue
from handlers.channel import Abilities
from storage.store import Store

log = structlog.get_logger()

# Looked at so often, and taken to stand still after so long: together under two minutes.
EVERY = timedelta(seconds=15)
STILL = timedelta(seconds=90)


class WatchedBell(Protocol):
    """What is watched: when it last rang, by the machine's own time."""

    @property
    def heartbeat(self) -> datetime | None: ...


class BellWatch:
    """Runs beside the clock and not by it: what stands still cannot say so itself."""

    def __init__(
        self,
        store: Store,
        bell: WatchedBell,
        abilities: Mapping[str, Abilities],
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._bell = bell
        self._abilities = abilities
        self._now = now
        self._sleep = sleep
        self._since = now()
        self._is_stuck = False

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await self._sleep(EVERY.total_seconds())
            try:
                await self.look()
            except Exception:
                log.exception("the owner could not be told of the bell, tried again")

    async def look(self) -> None:
        """Tell the owners once that the bell stands still, and once that it rings again."""
        still = self._now() - (self._bell.heartbeat or self._since)
        if still >= STILL and not self._is_stuck:
            log.error("the bell stands still", seconds=int(still.total_seconds()))
            await self._tell(partial(queue.tell_stuck, still=still))
            self._is_stuck = True
        elif still < STILL and self._is_stuck:
            await self._tell(queue.tell_going)
            self._is_stuck = False

    async def _tell(self, unit: Callable[..., None]) -> None:
        now = self._now()
        await self._store.run(lambda work: unit(work, abilities=self._abilities, now=now))
