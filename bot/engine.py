"""The clock on one machine: knows when to look, not what to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from handlers.clock import Clock

log = structlog.get_logger()

TICK = timedelta(seconds=1)
SWEEP = timedelta(seconds=15)
# Without a heartbeat for so long the clock is taken to stand still.
STUCK_AFTER = timedelta(seconds=30)
_NEXT = "next due row"


class LocalEngine:
    """APScheduler as a clock over our own rows: its jobs live in memory and carry nothing.

    Every second, and at the moment the next row falls due, it looks. A look that was missed
    is made up by the next one, so nothing is lost with the process.
    """

    def __init__(
        self,
        look: Callable[[], Awaitable[datetime | None]],
        sweep: Callable[[], Awaitable[None]],
        send: Callable[[], None],
        clock: Clock,
    ) -> None:
        self._look = look
        self._sweep = sweep
        self._send = send
        self._clock = clock
        self._next: datetime | None = None
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self.heartbeat: datetime | None = None

    def start(self) -> None:
        often = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler.add_job(
            self._tick, "interval", seconds=TICK.total_seconds(), id="tick", **often
        )
        self._scheduler.add_job(
            self._sweep_up, "interval", seconds=SWEEP.total_seconds(), id="sweep", **often
        )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def ring(self, due_at: datetime) -> None:
        """A row was committed that falls due then: the store's bell."""
        if due_at <= self._clock.now():
            self._send()
        elif self._next is None or due_at < self._next:
            self._set_alarm(due_at)

    async def ring_now(self) -> None:
        """The clock was wound: look at once."""
        await self._tick()

    async def _tick(self) -> None:
        # One error must not stop the clock: APScheduler would go on silently without it.
        try:
            self._next = None
            due_at = await self._look()
            if due_at is not None:
                self._set_alarm(due_at)
            self.heartbeat = datetime.now(UTC)
            self._send()
        except Exception:
            log.exception("the clock's look failed, it looks again")

    async def _sweep_up(self) -> None:
        try:
            await self._sweep()
        except Exception:
            log.exception("the clock's sweep failed, it sweeps again")

    def _set_alarm(self, due_at: datetime) -> None:
        self._next = due_at
        # The product's time may be wound ahead of the machine's: the wait is what counts.
        wait = max(timedelta(0), due_at - self._clock.now())
        if wait < TICK and self._scheduler.running:
            self._scheduler.add_job(
                self._tick,
                "date",
                run_date=datetime.now(UTC) + wait,
                id=_NEXT,
                replace_existing=True,
                misfire_grace_time=None,
            )
